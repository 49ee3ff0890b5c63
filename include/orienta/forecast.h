/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/simulation.h>

G_BEGIN_DECLS

/* What a household of today's register may expect under today's policy. */

ORIENTA_API OrientaForecast *orienta_forecast                 (OrientaScenario *scenario, OrientaPolicy *policy, OrientaRegister *reg,
                                                               OrientaSimulateOptions *options, OrientaProgress *progress,
                                                               GError **error);
ORIENTA_API OrientaForecast *orienta_forecast_ref             (OrientaForecast *self);
ORIENTA_API void             orienta_forecast_unref           (OrientaForecast *self);
ORIENTA_API OrientaRegister *orienta_forecast_get_register    (const OrientaForecast *self);
ORIENTA_API guint            orienta_forecast_get_n           (const OrientaForecast *self);
ORIENTA_API double           orienta_forecast_get_chance      (const OrientaForecast *self, guint household, guint days);
ORIENTA_API double           orienta_forecast_get_chance_low  (const OrientaForecast *self, guint household, guint days,
                                                               double confidence);
ORIENTA_API double           orienta_forecast_get_chance_high (const OrientaForecast *self, guint household, guint days,
                                                               double confidence);
ORIENTA_API double           orienta_forecast_get_days        (const OrientaForecast *self, guint household);
ORIENTA_API double           orienta_forecast_get_days_low    (const OrientaForecast *self, guint household, double confidence);
ORIENTA_API double           orienta_forecast_get_days_high   (const OrientaForecast *self, guint household, double confidence);
ORIENTA_API double           orienta_forecast_get_share_unknown (const OrientaForecast *self, guint household);
ORIENTA_API char            *orienta_forecast_to_csv          (const OrientaForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaForecast, orienta_forecast_unref)

G_END_DECLS
