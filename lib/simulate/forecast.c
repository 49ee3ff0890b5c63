/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What each household of today's register may expect: the register takes the place of the scenario's, and each
 * replication is one future of it. What the futures do not tell, since they end, is said and not guessed. */
#include <orienta/orienta.h>

#include "base/memory-private.h"
#include "io/json-private.h"
#include "simulate/events-private.h"
#include "simulate/interval-private.h"
#include "simulate/simulate-options-private.h"
#include "simulate/simulation-private.h"

#include <math.h>
#include <stdlib.h>

#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)
#define BATCH 16 /* replications whose events are in memory at a time, for each thread */

/* Days after which a household is housed, begun ones counted as whole; or what else becomes of it. */
enum { GAVE_UP = G_MAXINT32 - 1, WAITS_STILL = G_MAXINT32 };

struct OrientaForecast {
  gatomicrefcount references;
  OrientaRegister *reg;
  guint n;          /* replications */
  guint days;       /* that they last */
  gint32 *outcomes; /* by household, then replication, sorted */
};

/* -- futures -- */

static void
read_events (OrientaForecast *self, const OrientaEvents *events, guint replication)
{
  guint n_households = self->reg->n_households;
  for (guint household = 0; household < n_households; household++)
    self->outcomes[(gsize) household * self->n + replication] = WAITS_STILL;
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    if (event->household < 0 || (guint) event->household >= n_households)
      continue;
    gint32 *outcome = &self->outcomes[(gsize) event->household * self->n + replication];
    if (event->kind == ORIENTA_EVENT_HOUSED)
      *outcome = (gint32) ((event->time + SECONDS_A_DAY - 1) / SECONDS_A_DAY);
    else if (event->kind == ORIENTA_EVENT_ABANDONED)
      *outcome = GAVE_UP;
  }
}

/* So many replications, from the `done`-th on. */
static gboolean
simulate_some (OrientaForecast *self, OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options,
               guint done, guint n, OrientaProgress *progress, GError **error)
{
  options->n = n;
  g_autoptr (OrientaSimulation) some = orienta_simulate (scenario, policy, options, progress, error);
  for (guint i = 0; some && i < n; i++)
    read_events (self, orienta_simulation_get_events (some, i), done + i);
  options->first += n;
  return some != NULL;
}

static int
compare_outcomes (const void *a, const void *b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;
  return (x > y) - (x < y);
}

/* The earliest first, then those who gave up, then those of whom it is not known. */
static void
sort_outcomes (OrientaForecast *self)
{
  for (guint household = 0; household < self->reg->n_households; household++)
    qsort (self->outcomes + (gsize) household * self->n, self->n, sizeof (gint32), compare_outcomes);
}

/**
 * orienta_forecast:
 * @scenario: who else will come, which homes become free, how people answer; who waits is @reg's
 * @reg: today's register, as orienta_scenario_with_register() takes it
 * @options: (nullable): how many futures, and how they are matched
 *
 * The futures of everybody in a register under a policy.
 *
 * Complexity: orienta_simulate(), and four bytes for each household and replication.
 *
 * Returns: (transfer full): the forecast; NULL as orienta_scenario_with_register() or orienta_simulate(), or with
 *   ORIENTA_ERROR_LIMIT for more futures than there is memory for
 */
OrientaForecast *
orienta_forecast (OrientaScenario *scenario, OrientaPolicy *policy, OrientaRegister *reg,
                  OrientaSimulateOptions *options, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (scenario && policy && reg, NULL);
  g_autoptr (OrientaScenario) today = orienta_scenario_with_register (scenario, reg, error);
  if (!today)
    return NULL;
  g_autoptr (OrientaSimulateOptions) asked = orienta_simulate_options_copy (options);
  if (!orienta_simulate_options_check (asked, error)
      || !orienta_memory_check ("futures of all households", (guint64) reg->n_households * asked->n, sizeof (gint32),
                                error))
    return NULL;
  g_autoptr (OrientaForecast) self = g_new0 (OrientaForecast, 1);
  g_atomic_ref_count_init (&self->references);
  self->reg = orienta_register_ref (reg);
  self->n = asked->n;
  self->days = orienta_scenario_get_n_days (today);
  self->outcomes = g_new (gint32, (gsize) reg->n_households * self->n);
  asked->keep_events = TRUE;
  for (guint done = 0; done < self->n; done += BATCH)
    if (!simulate_some (self, today, policy, asked, done, MIN (BATCH, self->n - done), progress, error))
      return NULL;
  sort_outcomes (self);
  return g_steal_pointer (&self);
}

OrientaForecast *
orienta_forecast_ref (OrientaForecast *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_forecast_unref (OrientaForecast *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->outcomes);
  orienta_register_unref (self->reg);
  g_free (self);
}

/* Whose households they are. Borrowed. */
OrientaRegister *
orienta_forecast_get_register (const OrientaForecast *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->reg;
}

/* -- chances -- */

/* The number of households, those of the register in its order. */
guint
orienta_forecast_get_n (const OrientaForecast *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->reg->n_households;
}

/* In how many futures the outcome is at most so many days. */
static guint
count_within (const OrientaForecast *self, guint household, gint32 days)
{
  const gint32 *outcomes = self->outcomes + (gsize) household * self->n;
  guint n = 0;
  while (n < self->n && outcomes[n] <= days)
    n++;
  return n;
}

/* In how many it is housed so soon. */
static guint
count_housed (const OrientaForecast *self, guint household, guint days)
{
  return count_within (self, household, (gint32) MIN (days, (guint) GAVE_UP - 1));
}

/* In how many it still waits when they end, and might be housed within so many days after all. */
static guint
count_unknown (const OrientaForecast *self, guint household, guint days)
{
  return days <= self->days ? 0 : self->n - count_within (self, household, GAVE_UP);
}

/* The share of futures in which a household is housed within so many days. Of days past the end of the futures, it is
 * the share in which it is housed before they end. NaN without futures. */
double
orienta_forecast_get_chance (const OrientaForecast *self, guint household, guint days)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  return self->n == 0 ? NAN : (double) count_housed (self, household, days) / self->n;
}

/* The least chance that so many futures leave open (Clopper and Pearson); those that do not tell count as no. */
double
orienta_forecast_get_chance_low (const OrientaForecast *self, guint household, guint days, double confidence)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  return orienta_chance_low (count_housed (self, household, days), self->n, confidence);
}

/* The greatest chance that they leave open; those that do not tell count as yes. */
double
orienta_forecast_get_chance_high (const OrientaForecast *self, guint household, guint days, double confidence)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  guint most = count_housed (self, household, days) + count_unknown (self, household, days);
  return orienta_chance_high (most, self->n, confidence);
}

/* -- waits -- */

/* The rank-th least wait, counted from 1; infinite where it is none, or longer than the futures. */
static double
wait_at (const OrientaForecast *self, guint household, guint rank)
{
  gint32 outcome = self->outcomes[(gsize) household * self->n + rank - 1];
  return outcome < GAVE_UP ? outcome : INFINITY;
}

/* The days after which it is as likely as not to be housed: the median over futures, counted as longer than any where
 * the household gives up or still waits when they end. Infinite where that is half of them or more; NaN without
 * futures. A mean would need to know the waits that were cut off. */
double
orienta_forecast_get_days (const OrientaForecast *self, guint household)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  return self->n == 0 ? NAN : wait_at (self, household, (self->n + 1) / 2);
}

/* Where its interval begins; 0 where the futures are too few to say. */
double
orienta_forecast_get_days_low (const OrientaForecast *self, guint household, double confidence)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  guint rank = orienta_median_rank (self->n, confidence);
  return rank == 0 ? 0 : wait_at (self, household, rank);
}

/* Where it ends; infinite where the futures are too few, or too short, to say. */
double
orienta_forecast_get_days_high (const OrientaForecast *self, guint household, double confidence)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  guint rank = orienta_median_rank (self->n, confidence);
  return rank == 0 ? INFINITY : wait_at (self, household, self->n + 1 - rank);
}

/* The share of futures that end while it still waits; NaN without futures. */
double
orienta_forecast_get_share_unknown (const OrientaForecast *self, guint household)
{
  g_return_val_if_fail (self != NULL && household < self->reg->n_households, NAN);
  return self->n == 0 ? NAN : (double) count_unknown (self, household, G_MAXUINT) / self->n;
}

/* -- as a table -- */

/* Nothing for what is not finite. */
static void
append_number (GString *out, double value)
{
  g_string_append_c (out, ',');
  if (isfinite (value))
    orienta_json_number (out, value);
}

/**
 * orienta_forecast_to_csv:
 *
 * RFC 4180: a line for each household: its chance to be housed within 91, 183 and 365 days, the days after which it is
 * as likely as not to be housed, each with its interval of 95 %, and the share of futures that end while it waits. An
 * empty cell is longer than the futures. It is of real people: for those who support them, not to be published.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_forecast_to_csv (const OrientaForecast *self)
{
  static const guint days[] = { 91, 183, 365 };
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("household,within_91,within_91_low,within_91_high,within_183,within_183_low,"
                               "within_183_high,within_365,within_365_low,within_365_high,days,days_low,days_high,"
                               "unknown\r\n");
  for (guint household = 0; household < self->reg->n_households; household++) {
    g_string_append (out, self->reg->households[household].id);
    for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
      append_number (out, orienta_forecast_get_chance (self, household, days[i]));
      append_number (out, orienta_forecast_get_chance_low (self, household, days[i], 0.95));
      append_number (out, orienta_forecast_get_chance_high (self, household, days[i], 0.95));
    }
    append_number (out, orienta_forecast_get_days (self, household));
    append_number (out, orienta_forecast_get_days_low (self, household, 0.95));
    append_number (out, orienta_forecast_get_days_high (self, household, 0.95));
    append_number (out, orienta_forecast_get_share_unknown (self, household));
    g_string_append (out, "\r\n");
  }
  return g_string_free (out, FALSE);
}
