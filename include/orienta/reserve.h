/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/match-options.h>
#include <orienta/progress.h>
#include <orienta/scenario.h>
#include <orienta/simulate-options.h>

G_BEGIN_DECLS

/* What one place of each unit, and one slot of each service, is worth to those who are likely to come, when it is kept for
 * them. */

ORIENTA_API OrientaReserve *orienta_reserve_estimate          (OrientaScenario *scenario, OrientaPolicy *policy,
                                                               OrientaSimulateOptions *options, guint days,
                                                               OrientaProgress *progress, GError **error);
ORIENTA_API OrientaReserve *orienta_reserve_estimate_from     (OrientaRegister *reg, OrientaPolicy *policy,
                                                               OrientaMatchOptions *options, guint n,
                                                               OrientaRegister *const *futures, OrientaProgress *progress,
                                                               GError **error);
ORIENTA_API OrientaReserve *orienta_reserve_ref               (OrientaReserve *self);
ORIENTA_API void            orienta_reserve_unref             (OrientaReserve *self);
ORIENTA_API guint           orienta_reserve_get_n             (const OrientaReserve *self);
ORIENTA_API guint           orienta_reserve_get_n_futures     (const OrientaReserve *self);
ORIENTA_API const char     *orienta_reserve_get_unit          (const OrientaReserve *self, guint unit);
ORIENTA_API gint64          orienta_reserve_get_points        (const OrientaReserve *self, guint unit);
ORIENTA_API gint64          orienta_reserve_get_points_low    (const OrientaReserve *self, guint unit, double confidence);
ORIENTA_API gint64          orienta_reserve_get_points_high   (const OrientaReserve *self, guint unit, double confidence);
ORIENTA_API guint           orienta_reserve_get_n_slots       (const OrientaReserve *self);
ORIENTA_API const char     *orienta_reserve_get_service       (const OrientaReserve *self, guint slot);
ORIENTA_API const char     *orienta_reserve_get_slots         (const OrientaReserve *self, guint slot);
ORIENTA_API gint64          orienta_reserve_get_slot_points      (const OrientaReserve *self, guint slot);
ORIENTA_API gint64          orienta_reserve_get_slot_points_low  (const OrientaReserve *self, guint slot, double confidence);
ORIENTA_API gint64          orienta_reserve_get_slot_points_high (const OrientaReserve *self, guint slot, double confidence);
ORIENTA_API void            orienta_reserve_apply             (const OrientaReserve *self, OrientaMatchOptions *options);
ORIENTA_API char           *orienta_reserve_to_csv            (const OrientaReserve *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaReserve, orienta_reserve_unref)

G_END_DECLS
