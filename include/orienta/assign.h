/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* The best matching on bare arrays. Row r has the pairs first[r] to first[r + 1] - 1, each a column and a value; first
 * has n_rows + 1 numbers, capacities one for each column. With several levels, values hold those of all pairs at the
 * first level, then of all at the second, and so on. The object keeps none of these arrays; its own live as long as it
 * does. */

ORIENTA_API OrientaAssignment *orienta_assign                      (guint n_rows, guint n_columns, const gint64 *first,
                                                                    const guint32 *columns, const gint64 *values,
                                                                    const guint32 *capacities,
                                                                    OrientaProgress *progress, GError **error);
ORIENTA_API OrientaAssignment *orienta_assign_levels               (guint n_rows, guint n_columns, const gint64 *first,
                                                                    const guint32 *columns, guint n_levels,
                                                                    const gint64 *values, const guint32 *capacities,
                                                                    OrientaProgress *progress, GError **error);
ORIENTA_API OrientaAssignment *orienta_assignment_new              (guint n_rows, guint n_columns,
                                                                    const gint32 *columns, const gint64 *prices,
                                                                    gint64 total);
ORIENTA_API OrientaAssignment *orienta_assignment_new_levels       (guint n_rows, guint n_columns, guint n_levels,
                                                                    const gint32 *columns, const gint64 *prices,
                                                                    const gint64 *totals);
ORIENTA_API gboolean           orienta_assignment_verify           (const OrientaAssignment *self, const gint64 *first,
                                                                    const guint32 *columns, const gint64 *values,
                                                                    const guint32 *capacities, GError **error);
ORIENTA_API gboolean           orienta_assignment_verify_levels    (const OrientaAssignment *self, const gint64 *first,
                                                                    const guint32 *columns, guint n_levels,
                                                                    const gint64 *values, const guint32 *capacities,
                                                                    GError **error);
ORIENTA_API OrientaAssignment *orienta_assignment_ref              (OrientaAssignment *self);
ORIENTA_API void               orienta_assignment_unref            (OrientaAssignment *self);
ORIENTA_API guint              orienta_assignment_get_n_rows       (const OrientaAssignment *self);
ORIENTA_API guint              orienta_assignment_get_n_columns    (const OrientaAssignment *self);
ORIENTA_API guint              orienta_assignment_get_n_pairs      (const OrientaAssignment *self);
ORIENTA_API guint              orienta_assignment_get_n_levels     (const OrientaAssignment *self);
ORIENTA_API gint64             orienta_assignment_get_total        (const OrientaAssignment *self);
ORIENTA_API const gint32      *orienta_assignment_get_columns      (const OrientaAssignment *self);
ORIENTA_API const gint64      *orienta_assignment_get_values       (const OrientaAssignment *self);
ORIENTA_API const gint64      *orienta_assignment_get_slack        (const OrientaAssignment *self);
ORIENTA_API const gint64      *orienta_assignment_get_prices       (const OrientaAssignment *self);
ORIENTA_API const gint64      *orienta_assignment_get_cutoffs      (const OrientaAssignment *self);
ORIENTA_API gint64             orienta_assignment_get_level_total  (const OrientaAssignment *self, guint level);
ORIENTA_API const gint64      *orienta_assignment_get_level_values (const OrientaAssignment *self, guint level);
ORIENTA_API const gint64      *orienta_assignment_get_level_slack  (const OrientaAssignment *self, guint level);
ORIENTA_API const gint64      *orienta_assignment_get_level_prices (const OrientaAssignment *self, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaAssignment, orienta_assignment_unref)

G_END_DECLS
