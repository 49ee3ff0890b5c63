/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "question.h"

/* Questions about time: put to the scenario of a case. */

static inline OrientaSimulateOptions *
futures (const Question *self)
{
  static const char *const mechanisms[] = { "optimal", "sequential", "stable", NULL };
  OrientaSimulateOptions *options = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (options, (guint64) number_of (self, "seed", 0));
  orienta_simulate_options_set_replications (options, (guint) number_of (self, "first", 0),
                                             (guint) number_of (self, "replications", 3));
  orienta_simulate_options_set_every (options, (double) number_of (self, "every", -1));
  orienta_simulate_options_set_keep_events (options, TRUE);
  if (text_of (self, "mechanism")) {
    g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
    orienta_match_options_set_mechanism (match, (OrientaMechanism) choice_of (self, "mechanism", mechanisms));
    orienta_simulate_options_set_match (options, match);
  }
  return options;
}

static inline OrientaSimulation *
simulate (const Question *self, OrientaPolicy *policy, GError **error)
{
  g_autoptr (OrientaSimulateOptions) options = futures (self);
  return orienta_simulate (self->scenario, policy, options, NULL, error);
}

static inline char *
ask_scenario (const Question *self, GError **error)
{
  return orienta_scenario_to_json (self->scenario);
}

/* figure,value,whether it is assumed,its ground: one line for each, one of them possibly changed. */
static inline char *
ask_figures (const Question *self, GError **error)
{
  const char *figure = text_of (self, "figure");
  g_autoptr (OrientaScenario) scenario =
      figure ? orienta_scenario_with_figure (self->scenario, figure,
                                             json_object_get_double_member (self->asked, "value"), error)
             : orienta_scenario_ref (self->scenario);
  if (!scenario)
    return NULL;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < orienta_scenario_get_n_figures (scenario); i++)
    g_string_append_printf (text, "%s,%.3f,%d,%s\n", orienta_scenario_get_figure_name (scenario, i),
                            orienta_scenario_get_figure_value (scenario, i),
                            orienta_scenario_figure_is_assumed (scenario, i),
                            orienta_scenario_get_figure_source (scenario, i));
  return g_string_free (text, FALSE);
}

static inline char *
ask_simulate (const Question *self, GError **error)
{
  g_autoptr (OrientaSimulation) simulation = simulate (self, self->policy, error);
  return simulation ? orienta_simulation_to_json (simulation) : NULL;
}

static inline char *
ask_summary (const Question *self, GError **error)
{
  g_autoptr (OrientaSimulation) simulation = simulate (self, self->policy, error);
  if (!simulation)
    return NULL;
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  return orienta_summary_to_csv (summary, (guint) number_of (self, "threshold", 11));
}

/* The policy with other points for one criterion, less the policy as it is. */
static inline char *
ask_compare (const Question *self, GError **error)
{
  g_autoptr (OrientaPolicy) changed =
      orienta_policy_with_points (self->policy, text_of (self, "criterion"), text_of (self, "points"), error);
  g_autoptr (OrientaSimulation) as_is = changed ? simulate (self, self->policy, error) : NULL;
  g_autoptr (OrientaSimulation) other = as_is ? simulate (self, changed, error) : NULL;
  g_autoptr (OrientaSummary) summary = other ? orienta_simulation_compare (other, as_is, 0.95, error) : NULL;
  return summary ? orienta_summary_to_json (summary, (guint) number_of (self, "threshold", 11)) : NULL;
}

static inline char *
ask_events (const Question *self, GError **error)
{
  g_autoptr (OrientaSimulation) simulation = simulate (self, self->policy, error);
  return simulation ? orienta_events_to_csv (orienta_simulation_get_events (simulation, 0)) : NULL;
}

static inline char *
ask_forecast (const Question *self, GError **error)
{
  g_autoptr (OrientaSimulateOptions) options = futures (self);
  g_autoptr (OrientaForecast) forecast =
      orienta_forecast (self->scenario, self->policy, self->reg, options, NULL, error);
  return forecast ? orienta_forecast_to_csv (forecast) : NULL;
}

static inline char *
ask_reserve (const Question *self, GError **error)
{
  g_autoptr (OrientaSimulateOptions) options = futures (self);
  g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate (self->scenario, self->policy, options,
                                                                 (guint) number_of (self, "days", 90), NULL, error);
  return reserve ? orienta_reserve_to_csv (reserve) : NULL;
}
