/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>
#include <orienta/progress.h>
#include <orienta/verdict.h>

G_BEGIN_DECLS

/* Columns of equal length, by household, then unit; they live as long as the object. */

ORIENTA_API OrientaPairs    *orienta_policy_pairs        (OrientaPolicy *policy, OrientaRegister *reg, OrientaEvidence level,
                                                          guint n_threads, OrientaProgress *progress, GError **error);
ORIENTA_API OrientaPairs    *orienta_pairs_ref           (OrientaPairs *self);
ORIENTA_API void             orienta_pairs_unref         (OrientaPairs *self);
ORIENTA_API OrientaPolicy   *orienta_pairs_get_policy    (const OrientaPairs *self);
ORIENTA_API OrientaRegister *orienta_pairs_get_register  (const OrientaPairs *self);
ORIENTA_API gsize            orienta_pairs_get_n         (const OrientaPairs *self);
ORIENTA_API gsize            orienta_pairs_get_first     (const OrientaPairs *self, guint household);
ORIENTA_API const guint32   *orienta_pairs_get_units     (const OrientaPairs *self);
ORIENTA_API const gint64    *orienta_pairs_get_points    (const OrientaPairs *self);
ORIENTA_API const guint8    *orienta_pairs_get_status    (const OrientaPairs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPairs, orienta_pairs_unref)

G_END_DECLS
