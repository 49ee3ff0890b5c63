/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/assign.h>

G_BEGIN_DECLS

/* A best matching on bare arrays that is kept up to date while places and rows come and go, one at a time. It keeps
 * none of the caller's arrays. */

typedef struct OrientaAssigner OrientaAssigner;

ORIENTA_API OrientaAssigner   *orienta_assigner_new            (guint n_rows, guint n_columns, const gint64 *first,
                                                                const guint32 *columns, const gint64 *values,
                                                                const guint32 *capacities,
                                                                OrientaProgress *progress, GError **error);
ORIENTA_API OrientaAssigner   *orienta_assigner_ref            (OrientaAssigner *self);
ORIENTA_API void               orienta_assigner_unref          (OrientaAssigner *self);
ORIENTA_API gboolean           orienta_assigner_set_capacity   (OrientaAssigner *self, guint column, guint32 capacity,
                                                                GError **error);
ORIENTA_API gboolean           orienta_assigner_set_row        (OrientaAssigner *self, guint row, guint n,
                                                                const guint32 *columns, const gint64 *values,
                                                                GError **error);
ORIENTA_API guint              orienta_assigner_get_n_rows     (const OrientaAssigner *self);
ORIENTA_API guint              orienta_assigner_get_n_columns  (const OrientaAssigner *self);
ORIENTA_API gint64             orienta_assigner_get_total      (const OrientaAssigner *self);
ORIENTA_API gint32             orienta_assigner_get_column     (const OrientaAssigner *self, guint row);
ORIENTA_API gint64             orienta_assigner_get_price      (const OrientaAssigner *self, guint column);
ORIENTA_API guint              orienta_assigner_get_n_changed  (const OrientaAssigner *self);
ORIENTA_API guint              orienta_assigner_get_changed    (const OrientaAssigner *self, guint index);
ORIENTA_API OrientaAssignment *orienta_assigner_get_assignment (const OrientaAssigner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaAssigner, orienta_assigner_unref)

G_END_DECLS
