/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* Which of the variables to choose, each or not at all, so that the values of the chosen add up to the most within
 * linear limits: an exact 0/1 program, solved through HiGHS. Levels are values that count one after the other: the
 * second decides among what is best by the first. A program is built by one thread; solving does not change it. */

ORIENTA_API OrientaProgram  *orienta_program_new             (guint n_variables, guint n_levels, GError **error);
ORIENTA_API OrientaProgram  *orienta_program_new_assign      (guint n_rows, guint n_columns, const gint64 *first,
                                                              const guint32 *columns, const gint64 *values,
                                                              const guint32 *capacities, GError **error);
ORIENTA_API OrientaProgram  *orienta_program_ref             (OrientaProgram *self);
ORIENTA_API void             orienta_program_unref           (OrientaProgram *self);
ORIENTA_API guint            orienta_program_get_n_variables (const OrientaProgram *self);
ORIENTA_API guint            orienta_program_get_n_levels    (const OrientaProgram *self);
ORIENTA_API guint            orienta_program_get_n_limits    (const OrientaProgram *self);
ORIENTA_API const char      *orienta_program_get_limit_name  (const OrientaProgram *self, guint limit);
ORIENTA_API guint            orienta_program_add_level       (OrientaProgram *self, guint n_variables,
                                                              const gint64 *values);
ORIENTA_API void             orienta_program_set_values      (OrientaProgram *self, guint level, guint n_variables,
                                                              const gint64 *values);
ORIENTA_API guint            orienta_program_add_limit       (OrientaProgram *self, const char *name, guint n,
                                                              const guint32 *variables, const gint64 *coefficients,
                                                              gint64 lower, gint64 upper);
ORIENTA_API void             orienta_program_set_start       (OrientaProgram *self, const guint8 *chosen);
ORIENTA_API OrientaSolution *orienta_program_solve           (const OrientaProgram *self, double seconds,
                                                              OrientaProgress *progress, GError **error);
ORIENTA_API OrientaSolution *orienta_program_solve_with      (const OrientaProgram *self, guint limit, gint64 by,
                                                              double seconds, OrientaProgress *progress,
                                                              GError **error);
ORIENTA_API gboolean         orienta_has_highs               (void);
ORIENTA_API const char      *orienta_highs_version           (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaProgram, orienta_program_unref)

G_END_DECLS
