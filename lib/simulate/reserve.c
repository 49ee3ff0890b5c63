/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a place is worth when it is kept: in each future those who will come are matched, as if all were known, to the
 * places that are free today and those that come free by then; what one place of a unit less would cost them is its
 * price there, and the mean over futures is the reserve. These are the bid prices of Talluri and van Ryzin (A
 * randomized linear programming method for computing network bid prices, Transportation Science 33, 1999), of which
 * Littlewood's rule (1972) is the case of one home and two kinds of requests. Those who wait today are not among them:
 * a commission weighs them against the price. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "base/progress-private.h"
#include "match/matching-private.h"
#include "model/selection-private.h"
#include "simulate/interval-private.h"
#include "simulate/replication-private.h"

#include <math.h>
#include <string.h>

struct OrientaReserve {
  gatomicrefcount references;
  OrientaRegister *reg; /* whose units they are */
  guint n;              /* futures */
  double *prices;       /* by unit, then future: thousandths */
};

static OrientaReserve *
reserve_new (OrientaRegister *reg, guint n)
{
  OrientaReserve *self = g_new0 (OrientaReserve, 1);
  g_atomic_ref_count_init (&self->references);
  self->reg = orienta_register_ref (reg);
  self->n = n;
  self->prices = g_new0 (double, (gsize) reg->n_units *n);
  return self;
}

/* -- one future -- */

/* How those who will come are matched: the best there is under places alone, which services and quotas leave out. */
static OrientaMatchOptions *
options_of_future (const OrientaMatchOptions *options)
{
  OrientaMatchOptions *own = orienta_match_options_new ();
  if (options) {
    own->objective = options->objective;
    own->level = options->level;
    own->to_verify = options->to_verify;
    own->minimum = options->minimum;
    own->n_threads = options->n_threads;
  }
  own->quotas = FALSE;
  own->support = ORIENTA_SUPPORT_USE_IGNORED;
  return own;
}

/* `units` are those of the reserve's register, by their places in it. Where a place is free today, the last of them is
 * what is priced; else the first that there would be. */
static gboolean
price_future (OrientaReserve *self, guint future, OrientaPolicy *policy, OrientaRegister *reg, const gint32 *units,
              OrientaMatchOptions *options, const gint32 *free, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaMatching) matching = orienta_match (policy, reg, options, progress, error);
  if (!matching)
    return FALSE;
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    const OrientaWorth *worth = &matching->worths[units[unit]];
    self->prices[(gsize) unit * self->n + future] = (double) (free[unit] > 0 ? worth->loss : worth->gain);
  }
  return TRUE;
}

/* -- futures of a scenario -- */

/* What comes of a scenario in its first days, when nobody is housed: that depends on no policy. */
typedef struct {
  OrientaScenario scenario; /* the given one's parts, but cut off and without commissions */
  GArray *commissions;
  OrientaSetting *setting;
  gint32 *units; /* each by itself */
} Outlook;

static gboolean
outlook_open (Outlook *self, const OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options,
              guint days, GError **error)
{
  guint n_units = scenario->reg->n_units;
  self->scenario = *scenario;
  g_atomic_ref_count_init (&self->scenario.references);
  self->commissions = g_array_new (FALSE, FALSE, sizeof (OrientaCommissions));
  self->scenario.commissions = self->commissions;
  self->scenario.days = MIN (days, scenario->days);
  self->scenario.warm_up = 0;
  self->units = g_new (gint32, n_units);
  for (guint unit = 0; unit < n_units; unit++)
    self->units[unit] = (gint32) unit;
  self->setting = orienta_setting_new (&self->scenario, policy, options, error);
  return self->setting != NULL;
}

static void
outlook_close (Outlook *self)
{
  orienta_setting_free (self->setting);
  g_array_unref (self->commissions);
  g_free (self->units);
}

/* By unit the places that are free on the first day, and those that are or become so, each once. */
static void
count_places (const OrientaEvents *events, gint32 *free, gint32 *places)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    gint64 place = (gint64) event->unit << 32 | (guint32) event->value;
    if (event->kind == ORIENTA_EVENT_DELIVERED)
      places[event->unit] += event->value;
    if (event->kind != ORIENTA_EVENT_FREE || !g_hash_table_add (seen, g_memdup2 (&place, sizeof place)))
      continue;
    free[event->unit] += event->time == 0;
    places[event->unit]++;
  }
}

static GArray *
list_arrivals (const OrientaEvents *events)
{
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    guint32 household = (guint32) event->household;
    if (event->kind == ORIENTA_EVENT_ARRIVED)
      g_array_append_val (arrivals, household);
  }
  return arrivals;
}

/* The scenario's register with everybody who came, of whom local attributes are not known. */
static OrientaRegister *
register_of_events (const OrientaEvents *events)
{
  OrientaRegister *reg = events->scenario->reg;
  g_autofree guint32 *all = g_new (guint32, reg->n_units);
  for (guint unit = 0; unit < reg->n_units; unit++)
    all[unit] = unit;
  OrientaSelection selection = { .as_of = reg->as_of, .n_units = reg->n_units, .units = all };
  OrientaRegister *world = orienta_register_select (reg, &selection);
  g_free (world->households);
  world->households = g_memdup2 (events->rows, events->n_households * sizeof (OrientaHouseholdRow));
  world->n_households = events->n_households;
  for (guint i = 0; i < world->n_locals; i++) {
    OrientaLocalColumn *column = &world->locals[i];
    if (column->of != ORIENTA_OF_HOUSEHOLD)
      continue;
    column->values = g_renew (gint64, column->values, events->n_households);
    for (guint household = 0; household < events->n_households; household++)
      column->values[household] = ORIENTA_UNKNOWN;
  }
  return world;
}

/* Those who came, with all homes, on the day after the last of them. */
static OrientaRegister *
register_of_future (const OrientaEvents *events, const gint32 *places)
{
  g_autoptr (OrientaRegister) world = register_of_events (events);
  g_autoptr (GArray) arrivals = list_arrivals (events);
  g_autofree guint32 *units = g_new (guint32, world->n_units);
  for (guint unit = 0; unit < world->n_units; unit++)
    units[unit] = unit;
  for (guint i = 0; i < arrivals->len; i++) { /* they have had no offer, and nobody judged them */
    OrientaHouseholdRow *row = &world->households[g_array_index (arrivals, guint32, i)];
    row->offers = row->outcomes = (OrientaStretch){ 0, 0 };
  }
  OrientaSelection selection = { .as_of = events->scenario->start + (OrientaDate) events->scenario->days,
                                 .n_households = arrivals->len,
                                 .households = (const guint32 *) (gpointer) arrivals->data,
                                 .n_units = world->n_units,
                                 .units = units,
                                 .places = places };
  return orienta_register_select (world, &selection);
}

static gboolean
price_replication (OrientaReserve *self, const Outlook *outlook, guint future, OrientaPolicy *policy,
                   OrientaMatchOptions *options, OrientaProgress *progress, GError **error)
{
  const OrientaSetting *setting = outlook->setting;
  g_autoptr (OrientaProgress) inner = orienta_progress_new ();
  g_autoptr (OrientaEvents) events =
      orienta_replication_run (setting, setting->options->first + future, NULL, inner, error);
  if (!events)
    return FALSE;
  g_autofree gint32 *free = g_new0 (gint32, self->reg->n_units), *places = g_new0 (gint32, self->reg->n_units);
  count_places (events, free, places);
  g_autoptr (OrientaRegister) reg = register_of_future (events, places);
  return price_future (self, future, policy, reg, outlook->units, options, free, progress, error);
}

/**
 * orienta_reserve_estimate:
 * @scenario: who will come, which homes are free and become so; for a commission, orienta_scenario_with_register() of
 *   today's register
 * @options: (nullable): seed and replications; of how it matches: objective, evidence, pairs to verify, minimum
 * @days: how far ahead, 1 or more; no further than the scenario goes
 *
 * The mean, over as many futures, of what one place of each unit less would cost those who come within so many days.
 * In a future everybody who comes is known beforehand, nobody refuses or gives up, and services and quotas are left
 * out: it is what a place could earn. Where several places of a unit are free, the last of them is priced.
 *
 * Complexity: for each replication that of orienta_match() on those who come.
 *
 * Returns: (transfer full): the reserve, for the units of the scenario's register; NULL as orienta_simulate()
 */
OrientaReserve *
orienta_reserve_estimate (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options, guint days,
                          OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (scenario && policy && days > 0, NULL);
  g_autoptr (OrientaSimulateOptions) asked = orienta_simulate_options_copy (options);
  g_autoptr (OrientaMatchOptions) own = options_of_future (asked->match);
  g_autoptr (OrientaReserve) self = reserve_new (scenario->reg, asked->n);
  Outlook outlook = { 0 };
  gboolean done = outlook_open (&outlook, scenario, policy, asked, days, error);
  for (guint future = 0; done && future < self->n; future++)
    done = price_replication (self, &outlook, future, policy, own, progress, error);
  outlook_close (&outlook);
  return done ? g_steal_pointer (&self) : NULL;
}

/* -- futures that are given -- */

/* The same unit of another register. */
static gboolean
find_units (const OrientaReserve *self, const OrientaRegister *future, gint32 *units, GError **error)
{
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    units[unit] = orienta_register_find_unit (future, self->reg->units[unit].id);
    if (units[unit] < 0)
      return orienta_fail (error, "register of a future: no unit \"%s\", expected every unit of today",
                           self->reg->units[unit].id);
  }
  return TRUE;
}

/* A future with the places that are free today added to its own. */
static OrientaRegister *
add_places (const OrientaReserve *self, OrientaRegister *future, const gint32 *own)
{
  guint most = MAX (future->n_units, future->n_households);
  g_autofree guint32 *all = g_new (guint32, most);
  g_autofree gint32 *places = g_new (gint32, future->n_units);
  for (guint i = 0; i < most; i++)
    all[i] = i;
  for (guint unit = 0; unit < future->n_units; unit++)
    places[unit] = future->units[unit].places;
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    places[own[unit]] += self->reg->units[unit].places;
  OrientaSelection selection = { .as_of = future->as_of,
                                 .n_households = future->n_households,
                                 .households = all,
                                 .n_units = future->n_units,
                                 .units = all,
                                 .places = places };
  return orienta_register_select (future, &selection);
}

static gboolean
price_given (OrientaReserve *self, guint number, OrientaPolicy *policy, OrientaRegister *future,
             OrientaMatchOptions *options, OrientaProgress *progress, GError **error)
{
  g_autofree gint32 *units = g_new (gint32, self->reg->n_units), *free = g_new (gint32, self->reg->n_units);
  if (!find_units (self, future, units, error))
    return FALSE;
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    free[unit] = self->reg->units[unit].places;
  g_autoptr (OrientaRegister) reg = add_places (self, future, units);
  return price_future (self, number, policy, reg, units, options, free, progress, error);
}

/**
 * orienta_reserve_estimate_from:
 * @reg: today's register: its units and the places that are free
 * @options: (nullable): how futures are matched, as in orienta_reserve_estimate()
 * @n: how many futures
 * @futures: (array length=n): each a register of those who came within a stretch of time as long as is looked ahead,
 * and the places that came free in it; such as the last twelve months, a register for each quarter. Each lists every
 * unit of @reg, possibly without places
 *
 * The same from what has been, in place of a scenario.
 *
 * Returns: (transfer full): the reserve, for the units of @reg; NULL with ORIENTA_ERROR_INVALID for a future that lacks
 * a unit, or as orienta_match()
 */
OrientaReserve *
orienta_reserve_estimate_from (OrientaRegister *reg, OrientaPolicy *policy, OrientaMatchOptions *options, guint n,
                               OrientaRegister *const *futures, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (reg && policy && (futures || n == 0), NULL);
  g_autoptr (OrientaReserve) self = reserve_new (reg, n);
  g_autoptr (OrientaMatchOptions) own = options_of_future (options);
  for (guint future = 0; future < n; future++)
    if (!price_given (self, future, policy, futures[future], own, progress, error))
      return NULL;
  return g_steal_pointer (&self);
}

OrientaReserve *
orienta_reserve_ref (OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_reserve_unref (OrientaReserve *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->prices);
  orienta_register_unref (self->reg);
  g_free (self);
}

/* -- what it says -- */

/* The number of units, those of the register in its order. */
guint
orienta_reserve_get_n (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->reg->n_units;
}

guint
orienta_reserve_get_n_futures (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/* The unit's id. */
const char *
orienta_reserve_get_unit (const OrientaReserve *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units, NULL);
  return self->reg->units[unit].id;
}

/* Whole thousandths; never less than 0, which is no reserve. */
static gint64
round_points (double value)
{
  return value > 0 ? (gint64) (value + 0.5) : 0;
}

static OrientaInterval
interval_of (const OrientaReserve *self, guint unit, double confidence)
{
  return orienta_interval_of_mean (self->n, self->prices + (gsize) unit * self->n, confidence);
}

/* What a place of a unit is worth when it is kept, in thousandths; 0 without futures. */
gint64
orienta_reserve_get_points (const OrientaReserve *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units, 0);
  return round_points (interval_of (self, unit, 0.95).mean);
}

/* Where its interval (Student's, over futures) begins; 0 where one future alone is known. */
gint64
orienta_reserve_get_points_low (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  return round_points (interval_of (self, unit, confidence).low);
}

/* Where it ends; G_MAXINT64 where one future alone is known. */
gint64
orienta_reserve_get_points_high (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  double high = interval_of (self, unit, confidence).high;
  return isnan (high) ? G_MAXINT64 : round_points (high);
}

/* Sets the reserve of every unit in the options of a matching; those whose places are worth nothing have none. */
void
orienta_reserve_apply (const OrientaReserve *self, OrientaMatchOptions *options)
{
  g_return_if_fail (self && options);
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    orienta_match_options_set_reserve (options, self->reg->units[unit].id, orienta_reserve_get_points (self, unit));
}

/**
 * orienta_reserve_to_csv:
 *
 * RFC 4180: a line for each unit: its id, the points that a place is worth when it is kept, and their interval of 95 %
 * (empty where one future alone is known).
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_reserve_to_csv (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("unit,points,low,high\r\n");
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    g_autofree char *points = orienta_number_format (orienta_reserve_get_points (self, unit), 3);
    g_autofree char *low = orienta_number_format (orienta_reserve_get_points_low (self, unit, 0.95), 3);
    g_autofree char *high = orienta_number_format (orienta_reserve_get_points_high (self, unit, 0.95), 3);
    gboolean known = self->n > 1;
    g_string_append_printf (out, "%s,%s,%s,%s\r\n", self->reg->units[unit].id, points, known ? low : "",
                            known ? high : "");
  }
  return g_string_free (out, FALSE);
}
