/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The futures of a scenario: who comes and which places become free does not depend on what anybody decides, so that a
 * replication without commissions tells both. */
#include <orienta/orienta.h>

#include "model/selection-private.h"
#include "simulate/replication-private.h"
#include "simulate/reserve-private.h"

/* What comes of a scenario in its first days, when nobody is housed: that depends on no policy. */
typedef struct {
  OrientaScenario scenario; /* the given one's parts, but cut off and without commissions */
  GArray *commissions;
  OrientaSetting *setting;
  gint32 *units; /* each by itself */
  guint *slots;
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
  self->slots = g_new (guint, scenario->reg->n_slots);
  for (guint slot = 0; slot < scenario->reg->n_slots; slot++)
    self->slots[slot] = slot;
  self->setting = orienta_setting_new (&self->scenario, policy, options, error);
  return self->setting != NULL;
}

static void
outlook_close (Outlook *self)
{
  orienta_setting_free (self->setting);
  g_array_unref (self->commissions);
  g_free (self->units);
  g_free (self->slots);
}

/* By unit the places that are free on the first day, and those that are or become so, each once. */
static void
count_places (const OrientaEvents *events, gint32 *free, gint32 *places)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    gint64 place = (gint64) ((guint64) (guint32) event->unit << 32 | (guint32) event->value);
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
  OrientaFuture priced = { policy, reg, options, outlook->units, outlook->slots, free };
  return orienta_reserve_price (self, future, &priced, progress, error);
}

/**
 * orienta_reserve_estimate:
 * @scenario: who will come, which homes are free and become so; for a commission, orienta_scenario_with_register() of
 *   today's register
 * @options: (nullable): seed and replications; of how it matches: objective, evidence, pairs to verify, minimum,
 * support
 * @days: how far ahead, 1 or more; no further than the scenario goes
 *
 * The mean, over as many futures, of what one place of each unit less would cost those who come within so many days.
 * In a future everybody who comes is known beforehand, nobody refuses or gives up, and quotas are left out: it is what
 * a place could earn. Where several places of a unit are free, the last of them is priced.
 *
 * Slots of services are priced as well unless support is ignored, by what one slot less would cost: where support is
 * required, in points of those who are housed; where it is preferred, of those who are supported. The slots are those
 * of the scenario's register. Each price is what that place or that slot alone would cost: who needs both a home and a
 * slot for which the same people compete must bring both.
 *
 * Complexity: for each replication that of orienta_match() on those who come; where support is required, once for each
 * unit and kind of slots more, of those that are scarce.
 *
 * Returns: (transfer full): the reserve, for the units and services of the scenario's register; NULL as
 *   orienta_simulate(), ORIENTA_ERROR_MISSING as orienta_match()
 */
OrientaReserve *
orienta_reserve_estimate (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options, guint days,
                          OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (scenario && policy && days > 0, NULL);
  g_autoptr (OrientaSimulateOptions) asked = orienta_simulate_options_copy (options);
  g_autoptr (OrientaReserve) self = orienta_reserve_new (scenario->reg, policy, asked->match, asked->n, error);
  if (!self)
    return NULL;
  g_autoptr (OrientaMatchOptions) own = orienta_reserve_options (self, asked->match);
  Outlook outlook = { 0 };
  gboolean done = outlook_open (&outlook, scenario, policy, asked, days, error);
  for (guint future = 0; done && future < self->n; future++)
    done = price_replication (self, &outlook, future, policy, own, progress, error);
  outlook_close (&outlook);
  return done ? g_steal_pointer (&self) : NULL;
}
