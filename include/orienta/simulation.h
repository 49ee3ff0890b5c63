/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/events.h>
#include <orienta/policy.h>
#include <orienta/progress.h>
#include <orienta/scenario.h>
#include <orienta/simulate-options.h>

G_BEGIN_DECLS

/* Columns of equal length: one line for each replication, period, territory, group and measure that has a value. A
 * territory or group of -1 is all of them; a period is a year of the scenario counted from 0, -1 the whole time after
 * the warm-up. */

ORIENTA_API OrientaSimulation *orienta_simulate                      (OrientaScenario *scenario, OrientaPolicy *policy,
                                                                      OrientaSimulateOptions *options,
                                                                      OrientaProgress *progress, GError **error);
ORIENTA_API OrientaSimulation *orienta_simulation_join               (guint n, OrientaSimulation *const *parts, GError **error);
ORIENTA_API OrientaSimulation *orienta_simulation_restore            (OrientaScenario *scenario, guint64 seed,
                                                                      const char *question, guint n_replications,
                                                                      const gint32 *numbers, gsize n,
                                                                      const gint32 *replications, const gint32 *periods,
                                                                      const gint32 *territories, const gint32 *groups,
                                                                      const gint32 *measures, const double *values,
                                                                      GError **error);
ORIENTA_API OrientaSimulation *orienta_simulation_ref                (OrientaSimulation *self);
ORIENTA_API void               orienta_simulation_unref              (OrientaSimulation *self);
ORIENTA_API OrientaScenario   *orienta_simulation_get_scenario       (const OrientaSimulation *self);
ORIENTA_API guint64            orienta_simulation_get_seed           (const OrientaSimulation *self);
ORIENTA_API const char        *orienta_simulation_get_question       (const OrientaSimulation *self);
ORIENTA_API guint              orienta_simulation_get_n_replications (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_numbers        (const OrientaSimulation *self);
ORIENTA_API guint              orienta_simulation_get_n_measures     (const OrientaSimulation *self);
ORIENTA_API const char        *orienta_simulation_get_measure_name   (const OrientaSimulation *self, guint measure);
ORIENTA_API const char        *orienta_simulation_get_measure_label  (const OrientaSimulation *self, guint measure,
                                                                      OrientaLanguage language);
ORIENTA_API guint              orienta_simulation_get_n_groups       (const OrientaSimulation *self);
ORIENTA_API const char        *orienta_simulation_get_group_id       (const OrientaSimulation *self, guint group);
ORIENTA_API const char        *orienta_simulation_get_group_label    (const OrientaSimulation *self, guint group,
                                                                      OrientaLanguage language);
ORIENTA_API gsize              orienta_simulation_get_n              (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_replications   (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_periods        (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_territories    (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_groups         (const OrientaSimulation *self);
ORIENTA_API const gint32      *orienta_simulation_get_measures       (const OrientaSimulation *self);
ORIENTA_API const double      *orienta_simulation_get_values         (const OrientaSimulation *self);
ORIENTA_API OrientaEvents     *orienta_simulation_get_events         (const OrientaSimulation *self, guint replication);
ORIENTA_API char              *orienta_simulation_to_json            (const OrientaSimulation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSimulation, orienta_simulation_unref)

G_END_DECLS
