/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Frames of what is simulated: figures, lines, means, events, what households and homes may expect. */
#include "frame-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define SECONDS_A_DAY 86400

/* A row for each figure of a scenario. */
OrientaFrame *
orienta_frame_figures (OrientaScenario *scenario)
{
  guint n = orienta_scenario_get_n_figures (scenario);
  OrientaFrame *self = orienta_frame_new (n, orienta_scenario_ref (scenario), (GDestroyNotify) orienta_scenario_unref);
  guint figure = orienta_frame_add_text (self, "figure");
  double *value = orienta_frame_add_double (self, "value"), *low = orienta_frame_add_double (self, "low");
  double *high = orienta_frame_add_double (self, "high");
  guint unit = orienta_frame_add_text (self, "unit");
  guint8 *assumed = orienta_frame_add_bool (self, "assumed");
  guint source = orienta_frame_add_text (self, "source");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, figure, i, orienta_scenario_get_figure_name (scenario, i));
    value[i] = orienta_scenario_get_figure_value (scenario, i);
    low[i] = orienta_scenario_get_figure_low (scenario, i);
    high[i] = orienta_scenario_get_figure_high (scenario, i);
    orienta_frame_put (self, unit, i, orienta_scenario_get_figure_unit (scenario, i));
    assumed[i] = (guint8) orienta_scenario_figure_is_assumed (scenario, i);
    orienta_frame_put (self, source, i, orienta_scenario_get_figure_source (scenario, i));
  }
  return self;
}

/* -- lines -- */

static OrientaFrame *
simulation_frame (OrientaSimulation *simulation, gsize n_rows)
{
  return orienta_frame_new (n_rows, orienta_simulation_ref (simulation), (GDestroyNotify) orienta_simulation_unref);
}

/* Where there are none, there may be no array either. */
static void
copy_codes (gint32 *cells, gsize n, const gint32 *codes)
{
  if (n > 0)
    memcpy (cells, codes, n * sizeof *cells);
}

static void
add_whole (OrientaFrame *self, const char *name, gsize n, const gint32 *values)
{
  gint64 *cells = orienta_frame_add_int64 (self, name);
  for (gsize i = 0; i < n; i++)
    cells[i] = values[i];
}

/* Missing where a line is of the whole time. */
static void
add_periods (OrientaFrame *self, gsize n, const gint32 *periods)
{
  add_whole (self, "period", n, periods);
  guint8 *valid = orienta_frame_add_valid (self);
  for (gsize i = 0; i < n; i++)
    valid[i] = periods[i] >= 0;
}

/* Missing where a line is of all territories. */
static void
add_territories (OrientaFrame *self, const OrientaSimulation *simulation, gsize n, const gint32 *territories)
{
  const OrientaRegister *reg = orienta_scenario_get_register (orienta_simulation_get_scenario (simulation));
  gint32 *cells = orienta_frame_add_ids (self, "territory", orienta_register_get_n_territories (reg),
                                         orienta_register_get_territory_id, reg);
  copy_codes (cells, n, territories);
}

static void
add_words (OrientaFrame *self, const char *name, const OrientaSimulation *simulation, guint n_words,
           const char *(*get_word) (const OrientaSimulation *, guint), gsize n, const gint32 *codes)
{
  g_autofree const char **words = g_new (const char *, n_words);
  for (guint i = 0; i < n_words; i++)
    words[i] = get_word (simulation, i);
  copy_codes (orienta_frame_add_word (self, name, words, n_words), n, codes);
}

/* Missing where a line is of everybody. */
static void
add_groups (OrientaFrame *self, const OrientaSimulation *simulation, gsize n, const gint32 *groups)
{
  add_words (self, "group", simulation, orienta_simulation_get_n_groups (simulation), orienta_simulation_get_group_id,
             n, groups);
}

static void
add_measures (OrientaFrame *self, const OrientaSimulation *simulation, gsize n, const gint32 *measures)
{
  add_words (self, "measure", simulation, orienta_simulation_get_n_measures (simulation),
             orienta_simulation_get_measure_name, n, measures);
}

static void
add_values (OrientaFrame *self, const char *name, gsize n, const double *values)
{
  double *cells = orienta_frame_add_double (self, name);
  if (n > 0)
    memcpy (cells, values, n * sizeof *cells);
}

/* A row for each replication, period, territory, group and measure. */
OrientaFrame *
orienta_frame_simulation (OrientaSimulation *simulation)
{
  gsize n = orienta_simulation_get_n (simulation);
  OrientaFrame *self = simulation_frame (simulation, n);
  add_whole (self, "replication", n, orienta_simulation_get_replications (simulation));
  add_periods (self, n, orienta_simulation_get_periods (simulation));
  add_territories (self, simulation, n, orienta_simulation_get_territories (simulation));
  add_groups (self, simulation, n, orienta_simulation_get_groups (simulation));
  add_measures (self, simulation, n, orienta_simulation_get_measures (simulation));
  add_values (self, "value", n, orienta_simulation_get_values (simulation));
  return self;
}

/* A row for each measure. */
OrientaFrame *
orienta_frame_measures (OrientaSimulation *simulation)
{
  guint n = orienta_simulation_get_n_measures (simulation);
  OrientaFrame *self = simulation_frame (simulation, n);
  guint measure = orienta_frame_add_text (self, "measure"), fr = orienta_frame_add_text (self, "label_fr");
  guint en = orienta_frame_add_text (self, "label_en");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, measure, i, orienta_simulation_get_measure_name (simulation, i));
    orienta_frame_put (self, fr, i, orienta_simulation_get_measure_label (simulation, i, ORIENTA_FRENCH));
    orienta_frame_put (self, en, i, orienta_simulation_get_measure_label (simulation, i, ORIENTA_ENGLISH));
  }
  return self;
}

/* A row for each group of the scenario. */
OrientaFrame *
orienta_frame_groups (OrientaSimulation *simulation)
{
  guint n = orienta_simulation_get_n_groups (simulation);
  OrientaFrame *self = simulation_frame (simulation, n);
  guint group = orienta_frame_add_text (self, "group"), fr = orienta_frame_add_text (self, "label_fr");
  guint en = orienta_frame_add_text (self, "label_en");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, group, i, orienta_simulation_get_group_id (simulation, i));
    orienta_frame_put (self, fr, i, orienta_simulation_get_group_label (simulation, i, ORIENTA_FRENCH));
    orienta_frame_put (self, en, i, orienta_simulation_get_group_label (simulation, i, ORIENTA_ENGLISH));
  }
  return self;
}

/* A row for each period, territory, group and measure: in how many replications it has a value, their mean, its
 * interval; missing where it is not published. */
OrientaFrame *
orienta_frame_summary (OrientaSummary *summary)
{
  const OrientaSimulation *simulation = orienta_summary_get_simulation (summary);
  gsize n = orienta_summary_get_n (summary);
  OrientaFrame *self = orienta_frame_new (n, orienta_summary_ref (summary), (GDestroyNotify) orienta_summary_unref);
  add_periods (self, n, orienta_summary_get_periods (summary));
  add_territories (self, simulation, n, orienta_summary_get_territories (summary));
  add_groups (self, simulation, n, orienta_summary_get_groups (summary));
  add_measures (self, simulation, n, orienta_summary_get_measures (summary));
  add_whole (self, "n", n, orienta_summary_get_counts (summary));
  add_values (self, "mean", n, orienta_summary_get_means (summary));
  add_values (self, "low", n, orienta_summary_get_lows (summary));
  add_values (self, "high", n, orienta_summary_get_highs (summary));
  return self;
}

/* -- events -- */

static gint32
first_day (const OrientaScenario *scenario)
{
  g_autofree char *start = orienta_scenario_get_start (scenario);
  guint year = 1970, month = 1, day = 1;
  sscanf (start, "%u-%u-%u", &year, &month, &day);
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - ORIENTA_JULIAN_1970;
}

static void
add_event_households (OrientaFrame *self, const OrientaEvents *events, gsize n)
{
  const gint32 *households = orienta_events_get_households (events);
  guint column = orienta_frame_add_text (self, "household");
  for (gsize i = 0; i < n; i++)
    orienta_frame_put (self, column, i,
                       households[i] < 0 ? NULL : orienta_events_get_household_id (events, (guint) households[i]));
}

static void
add_reasons (OrientaFrame *self, const OrientaEvents *events, gsize n)
{
  guint reason = orienta_frame_add_names (self, "reason");
  for (gsize i = 0; i < n; i++)
    orienta_frame_put (self, reason, i, orienta_events_get_reason (events, i));
}

/* A row for each event in order. `days`: since the scenario's first midnight, a fraction of a day included. */
OrientaFrame *
orienta_frame_events (OrientaEvents *events)
{
  static const char *const words[] = { "none",     "arrived",   "changed",       "abandoned",       "vacated",
                                       "free",     "delivered", "commission",    "offered",         "refused",
                                       "rejected", "housed",    "support_begun", "support_changed", "support_ended" };
  gsize n = orienta_events_get_n (events);
  const OrientaScenario *scenario = orienta_events_get_scenario (events);
  const OrientaRegister *reg = orienta_scenario_get_register (scenario);
  OrientaFrame *self = orienta_frame_new (n, orienta_events_ref (events), (GDestroyNotify) orienta_events_unref);
  const gint64 *times = orienta_events_get_times (events);
  const guint8 *kinds = orienta_events_get_kinds (events);
  gint32 start = first_day (scenario), *date = orienta_frame_add_date (self, "date");
  double *days = orienta_frame_add_double (self, "days");
  gint32 *kind = orienta_frame_add_word (self, "kind", words, G_N_ELEMENTS (words));
  for (gsize i = 0; i < n; i++) {
    date[i] = start + (gint32) (times[i] / SECONDS_A_DAY);
    days[i] = (double) times[i] / SECONDS_A_DAY;
    kind[i] = kinds[i];
  }
  add_event_households (self, events, n);
  copy_codes (orienta_frame_add_units (self, "unit", reg), n, orienta_events_get_units (events));
  copy_codes (orienta_frame_add_services (self, "service", reg), n, orienta_events_get_services (events));
  add_whole (self, "value", n, orienta_events_get_values (events));
  add_reasons (self, events, n);
  return self;
}

/* -- what households and homes may expect -- */

static void
add_chances (OrientaFrame *self, const OrientaForecast *forecast, const char *name, guint days, double confidence)
{
  g_autofree char *name_low = g_strconcat (name, "_low", NULL), *name_high = g_strconcat (name, "_high", NULL);
  double *chance = orienta_frame_add_double (self, name);
  double *low = orienta_frame_add_double (self, name_low), *high = orienta_frame_add_double (self, name_high);
  for (guint i = 0; i < orienta_forecast_get_n (forecast); i++) {
    chance[i] = orienta_forecast_get_chance (forecast, i, days);
    low[i] = orienta_forecast_get_chance_low (forecast, i, days, confidence);
    high[i] = orienta_forecast_get_chance_high (forecast, i, days, confidence);
  }
}

/* A row for each household of the register. `days` infinite: longer than the futures, or never. */
OrientaFrame *
orienta_frame_forecast (OrientaForecast *forecast, double confidence)
{
  guint n = orienta_forecast_get_n (forecast);
  OrientaFrame *self = orienta_frame_new (n, orienta_forecast_ref (forecast), (GDestroyNotify) orienta_forecast_unref);
  gint32 *households = orienta_frame_add_households (self, "household", orienta_forecast_get_register (forecast));
  add_chances (self, forecast, "chance_3_months", 91, confidence);
  add_chances (self, forecast, "chance_6_months", 183, confidence);
  add_chances (self, forecast, "chance_12_months", 365, confidence);
  double *days = orienta_frame_add_double (self, "days");
  double *low = orienta_frame_add_double (self, "days_low"), *high = orienta_frame_add_double (self, "days_high");
  double *unknown = orienta_frame_add_double (self, "unknown");
  for (guint i = 0; i < n; i++) {
    households[i] = (gint32) i;
    days[i] = orienta_forecast_get_days (forecast, i);
    low[i] = orienta_forecast_get_days_low (forecast, i, confidence);
    high[i] = orienta_forecast_get_days_high (forecast, i, confidence);
    unknown[i] = orienta_forecast_get_share_unknown (forecast, i);
  }
  return self;
}

/* A row for each unit: what a place is worth when it is kept, in points; the interval is missing where one future
 * alone is known. */
OrientaFrame *
orienta_frame_reserve (OrientaReserve *reserve, double confidence)
{
  guint n = orienta_reserve_get_n (reserve);
  gboolean known = orienta_reserve_get_n_futures (reserve) > 1;
  OrientaFrame *self = orienta_frame_new (n, orienta_reserve_ref (reserve), (GDestroyNotify) orienta_reserve_unref);
  guint unit = orienta_frame_add_text (self, "unit");
  double *points = orienta_frame_add_double (self, "points");
  double *low = orienta_frame_add_double (self, "low"), *high = orienta_frame_add_double (self, "high");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, unit, i, orienta_reserve_get_unit (reserve, i));
    points[i] = orienta_frame_points (orienta_reserve_get_points (reserve, i));
    low[i] = known ? orienta_frame_points (orienta_reserve_get_points_low (reserve, i, confidence)) : NAN;
    high[i] = known ? orienta_frame_points (orienta_reserve_get_points_high (reserve, i, confidence)) : NAN;
  }
  return self;
}

/* A row for each kind of slots that is priced, none where support is ignored: what one of them is worth when it is
 * kept, in points; which slots is missing where a service counts one kind. */
OrientaFrame *
orienta_frame_reserve_slots (OrientaReserve *reserve, double confidence)
{
  guint n = orienta_reserve_get_n_slots (reserve);
  gboolean known = orienta_reserve_get_n_futures (reserve) > 1;
  OrientaFrame *self = orienta_frame_new (n, orienta_reserve_ref (reserve), (GDestroyNotify) orienta_reserve_unref);
  guint service = orienta_frame_add_text (self, "service"), slots = orienta_frame_add_text (self, "slots");
  double *points = orienta_frame_add_double (self, "points");
  double *low = orienta_frame_add_double (self, "low"), *high = orienta_frame_add_double (self, "high");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, service, i, orienta_reserve_get_service (reserve, i));
    orienta_frame_put (self, slots, i, orienta_reserve_get_slots (reserve, i));
    points[i] = orienta_frame_points (orienta_reserve_get_slot_points (reserve, i));
    low[i] = known ? orienta_frame_points (orienta_reserve_get_slot_points_low (reserve, i, confidence)) : NAN;
    high[i] = known ? orienta_frame_points (orienta_reserve_get_slot_points_high (reserve, i, confidence)) : NAN;
  }
  return self;
}
