/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "array.h"

G_BEGIN_DECLS

/* What orienta_assign() chooses among: rows, columns with their places, pairs with their values. It keeps the arrays, of
 * which lengths and bounds are checked once, so that a language can hand them on and verify later. */
typedef struct OrientaChoices OrientaChoices; /* rows, columns with their places, pairs with their values */

OrientaChoices    *orienta_choices_new            (const OrientaArray *first, const OrientaArray *columns,
                                                   const OrientaArray *values, const OrientaArray *capacities,
                                                   guint n_levels, GError **error);
OrientaChoices    *orienta_choices_from_pairs     (guint n_rows, const OrientaArray *rows, const OrientaArray *columns,
                                                   const OrientaArray *values, const OrientaArray *capacities,
                                                   guint n_levels, double scale, GError **error);
OrientaChoices    *orienta_choices_ref            (OrientaChoices *self);
void               orienta_choices_unref          (OrientaChoices *self);
guint              orienta_choices_get_n_rows     (const OrientaChoices *self);
guint              orienta_choices_get_n_columns  (const OrientaChoices *self);
guint              orienta_choices_get_n_levels   (const OrientaChoices *self);
OrientaAssignment *orienta_choices_assign         (const OrientaChoices *self, OrientaProgress *progress, GError **error);
gboolean           orienta_choices_verify         (const OrientaChoices *self, const OrientaAssignment *assignment,
                                                   GError **error);
OrientaMargins    *orienta_choices_margins        (const OrientaChoices *self, const OrientaAssignment *assignment,
                                                   OrientaProgress *progress, GError **error);
OrientaProgram    *orienta_choices_program        (const OrientaChoices *self, GError **error);
OrientaAssigner   *orienta_choices_assigner       (const OrientaChoices *self, OrientaProgress *progress, GError **error);

/* Other calls that take loose arrays, with the lengths and bounds checked. */
OrientaAssignment *orienta_choices_assignment_new (const OrientaArray *columns, const OrientaArray *prices,
                                                   const OrientaArray *totals, GError **error);
guint              orienta_choices_add_level      (OrientaProgram *program, const OrientaArray *values, GError **error);
void               orienta_choices_set_values     (OrientaProgram *program, guint level, const OrientaArray *values,
                                                   GError **error);
guint              orienta_choices_add_limit      (OrientaProgram *program, const char *name,
                                                   const OrientaArray *variables, const OrientaArray *coefficients,
                                                   gint64 lower, gint64 upper, GError **error);
gboolean           orienta_choices_set_row        (OrientaAssigner *assigner, guint row, const OrientaArray *columns,
                                                   const OrientaArray *values, double scale, GError **error);
void               orienta_choices_set_start      (OrientaProgram *program, const OrientaArray *chosen, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaChoices, orienta_choices_unref)

G_END_DECLS
