/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/assign.h>

G_BEGIN_DECLS

/* What the best matching would gain or lose by one place or one row, exactly, at each level. */

ORIENTA_API OrientaMargins *orienta_assign_margins         (const OrientaAssignment *best, const gint64 *first,
                                                            const guint32 *columns, const gint64 *values,
                                                            const guint32 *capacities, OrientaProgress *progress,
                                                            GError **error);
ORIENTA_API OrientaMargins *orienta_margins_ref            (OrientaMargins *self);
ORIENTA_API void            orienta_margins_unref          (OrientaMargins *self);
ORIENTA_API guint           orienta_margins_get_n_rows     (const OrientaMargins *self);
ORIENTA_API guint           orienta_margins_get_n_columns  (const OrientaMargins *self);
ORIENTA_API guint           orienta_margins_get_n_levels   (const OrientaMargins *self);
ORIENTA_API const gint64   *orienta_margins_get_gains      (const OrientaMargins *self, guint level);
ORIENTA_API const gint64   *orienta_margins_get_losses     (const OrientaMargins *self, guint level);
ORIENTA_API const gint64   *orienta_margins_get_row_losses (const OrientaMargins *self, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMargins, orienta_margins_unref)

G_END_DECLS
