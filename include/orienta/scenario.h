/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/register.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* What will happen whatever anyone decides: who comes, which homes come free, how people answer, over time. */

ORIENTA_API OrientaScenario *orienta_scenario_load              (const char *path, GError **error);
ORIENTA_API OrientaScenario *orienta_scenario_parse             (const char *json, gssize length, GError **error);
ORIENTA_API OrientaScenario *orienta_scenario_ref               (OrientaScenario *self);
ORIENTA_API void             orienta_scenario_unref             (OrientaScenario *self);
ORIENTA_API const char      *orienta_scenario_get_id            (const OrientaScenario *self);
ORIENTA_API const char      *orienta_scenario_get_version       (const OrientaScenario *self);
ORIENTA_API const char      *orienta_scenario_get_title         (const OrientaScenario *self, OrientaLanguage language);
ORIENTA_API char            *orienta_scenario_get_start         (const OrientaScenario *self);
ORIENTA_API guint            orienta_scenario_get_n_days        (const OrientaScenario *self);
ORIENTA_API OrientaRegister *orienta_scenario_get_register      (const OrientaScenario *self);
ORIENTA_API guint            orienta_scenario_get_n_figures     (const OrientaScenario *self);
ORIENTA_API const char      *orienta_scenario_get_figure_name   (const OrientaScenario *self, guint figure);
ORIENTA_API double           orienta_scenario_get_figure_value  (const OrientaScenario *self, guint figure);
ORIENTA_API double           orienta_scenario_get_figure_low    (const OrientaScenario *self, guint figure);
ORIENTA_API double           orienta_scenario_get_figure_high   (const OrientaScenario *self, guint figure);
ORIENTA_API const char      *orienta_scenario_get_figure_unit   (const OrientaScenario *self, guint figure);
ORIENTA_API const char      *orienta_scenario_get_figure_source (const OrientaScenario *self, guint figure);
ORIENTA_API gboolean         orienta_scenario_figure_is_assumed (const OrientaScenario *self, guint figure);
ORIENTA_API OrientaScenario *orienta_scenario_with_figure       (const OrientaScenario *self, const char *name, double value,
                                                                 GError **error);
ORIENTA_API OrientaScenario *orienta_scenario_with_register     (const OrientaScenario *self, OrientaRegister *reg,
                                                                 GError **error);
ORIENTA_API char            *orienta_scenario_to_json           (const OrientaScenario *self);
ORIENTA_API const char      *orienta_scenario_get_sha256        (const OrientaScenario *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaScenario, orienta_scenario_unref)

G_END_DECLS
