/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/population-private.h"

#include "model/derive-private.h"
#include "simulate/commission-private.h"
#include "simulate/homes-private.h"

#include <stdlib.h>

#define YEAR (ORIENTA_DAYS_A_YEAR * ORIENTA_DAY) /* seconds */
#define CACHE_LINE 64                            /* bytes; what is known of a household fills one */

static const OrientaSpread gap = { .kind = ORIENTA_SPREAD_EXPONENTIAL, .a = 1.0 };

/* -- the list of those who wait -- */

void
orienta_population_wait (OrientaReplication *self, guint household)
{
  self->seekers[household].phase = ORIENTA_PHASE_WAITS;
  orienta_bits_set (self->waits, household);
  self->n_waiting++;
  self->n_holders += self->seekers[household].own >= 0;
  orienta_commission_enter (self, household);
}

void
orienta_population_unwait (OrientaReplication *self, guint household)
{
  orienta_bits_unset (self->waits, household);
  self->n_waiting--;
  self->n_holders -= self->seekers[household].own >= 0;
  orienta_commission_leave (self, household);
}

/* -- how long they wait, and what may become of them -- */

static void
set_patience (OrientaReplication *self, guint household)
{
  const GArray *lines = self->scenario->patience;
  OrientaSeeker *seeker = &self->seekers[household];
  seeker->until = ORIENTA_NEVER;
  for (guint i = 0; i < lines->len; i++) {
    const OrientaPatience *line = &g_array_index (lines, OrientaPatience, i);
    if (!orienta_replication_holds (self, line->households, household, -1))
      continue;
    double p = orienta_dice_uniform (&self->dice, ORIENTA_DRAW_PATIENCE, seeker->entity, 0);
    seeker->until = orienta_replication_after (self, orienta_spread_quantile (&line->days, p));
    orienta_calendar_add (&self->calendar, seeker->until, ORIENTA_TURN_PATIENCE, household, 0);
    return;
  }
}

/* Number of a draw of a household about one of the scenario's changes: its gaps are even, what becomes of it odd. */
static guint64
change_number (guint change, guint32 time, gboolean becomes)
{
  return (guint64) change << 32 | (guint64) time << 1 | becomes;
}

/* The next time that a change may come to a household; `what` carries how many came before it. */
static void
await_change (OrientaReplication *self, guint household, guint change, guint time)
{
  const OrientaChange *line = &g_array_index (self->scenario->changes, OrientaChange, change);
  guint64 entity = self->seekers[household].entity;
  if (!(line->per_year > 0))
    return;
  double p = orienta_dice_uniform (&self->dice, ORIENTA_DRAW_CHANGE, entity, change_number (change, time, FALSE));
  gint64 when =
      orienta_replication_after (self, orienta_spread_quantile (&gap, p) * ORIENTA_DAYS_A_YEAR / line->per_year);
  when = MAX (when, self->now + ORIENTA_SHORTEST);
  orienta_calendar_add (&self->calendar, when, ORIENTA_TURN_CHANGE, household, change << 16 | (time & 0xffff));
}

void
orienta_population_change (OrientaReplication *self, guint household, guint what)
{
  guint change = what >> 16, time = what & 0xffff;
  const OrientaChange *line = &g_array_index (self->scenario->changes, OrientaChange, change);
  const OrientaSeeker *seeker = &self->seekers[household];
  if (seeker->phase > ORIENTA_PHASE_OFFERED)
    return;
  if (orienta_replication_holds (self, line->households, household, -1)) {
    double p =
        orienta_dice_uniform (&self->dice, ORIENTA_DRAW_CHANGE, seeker->entity, change_number (change, time, TRUE));
    orienta_trait_apply (line->trait, p, orienta_replication_alter (self, household));
    orienta_household_derive (self->world, household);
    orienta_replication_note (self, (OrientaEvent){ .kind = ORIENTA_EVENT_CHANGED,
                                                    .reason = -1,
                                                    .household = (gint32) household,
                                                    .unit = -1,
                                                    .service = -1,
                                                    .value = (gint32) change });
    orienta_commission_reread (self, household, FALSE);
  }
  await_change (self, household, change, time + 1);
}

/* -- who comes -- */

static guint64
groups_of (OrientaReplication *self, guint household)
{
  const GArray *groups = self->scenario->groups;
  guint64 mask = 0;
  for (guint i = 0; i < groups->len; i++)
    if (orienta_replication_holds (self, g_array_index (groups, OrientaScenarioGroup, i).households, household, -1))
      mask |= G_GUINT64_CONSTANT (1) << i;
  return mask;
}

static guint64
targets_of (OrientaReplication *self, guint household)
{
  const GArray *targets = self->scenario->targets;
  guint64 mask = 0;
  for (guint i = 0; i < targets->len; i++)
    if (orienta_replication_holds (self, g_array_index (targets, OrientaTarget, i).households, household, -1))
      mask |= G_GUINT64_CONSTANT (1) << i;
  return mask;
}

/* The household begins to wait. */
static void
enter (OrientaReplication *self, guint household, guint profile, guint32 number, gint64 since)
{
  OrientaSeeker *seeker = &self->seekers[household];
  seeker->since = since;
  seeker->entity = (guint64) profile << 32 | number;
  seeker->day = self->world->as_of;
  self->events->profiles[household] = profile == ORIENTA_PROFILE_REGISTER ? -1 : (gint32) profile;
  self->events->groups[household] = groups_of (self, household);
  self->events->targets[household] = targets_of (self, household);
  set_patience (self, household);
  for (guint change = 0; change < self->scenario->changes->len; change++)
    await_change (self, household, change, 0);
  orienta_population_wait (self, household);
}

void
orienta_population_arrive (OrientaReplication *self, guint household)
{
  const OrientaArrival *arrival = &self->arrivals[household - self->n_listed];
  orienta_replication_note (self, (OrientaEvent){ .kind = ORIENTA_EVENT_ARRIVED,
                                                  .reason = -1,
                                                  .household = (gint32) household,
                                                  .unit = -1,
                                                  .service = -1,
                                                  .value = (gint32) arrival->profile });
  enter (self, household, arrival->profile, arrival->number, self->now);
}

/* -- who gives up -- */

/* An offer in progress is let run: a refusal comes back here. */
void
orienta_population_tire (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (!orienta_bits_has (self->waits, household)) /* mostly: it has a home by now */
    return;
  orienta_population_unwait (self, household);
  seeker->phase = ORIENTA_PHASE_GONE;
  orienta_replication_note (self, (OrientaEvent){ .kind = ORIENTA_EVENT_ABANDONED,
                                                  .reason = -1,
                                                  .household = (gint32) household,
                                                  .unit = -1,
                                                  .service = -1,
                                                  .value = (gint32) ((self->now - seeker->since) / ORIENTA_DAY) });
  if (seeker->own >= 0)
    orienta_homes_stay_on (self, (guint) seeker->own);
}

/* -- all who will come: nothing that is decided changes it -- */

/* Where the stream of a profile stands. */
typedef struct {
  const OrientaProfile *profile;
  OrientaThrows draws;
  double time; /* of the last arrival, seconds */
  guint month;
} Coming;

/* Goes through the months from the last arrival on until as much has been expected as the gap says. FALSE: the scenario
 * ends before. */
static gboolean
go_to_next (Coming *self, const GArray *months)
{
  double left = orienta_spread_quantile (&gap, orienta_throws_next (&self->draws));
  for (; self->month < months->len; self->month++) {
    const OrientaMonth *month = &g_array_index (months, OrientaMonth, self->month);
    double rate = self->profile->per_year * self->profile->seasons[month->month] / YEAR;
    double expected = ((double) month->to - self->time) * rate;
    if (left < expected) {
      self->time += left / rate;
      return TRUE;
    }
    left -= expected;
    self->time = (double) month->to;
  }
  return FALSE;
}

static void
list_profile (const OrientaReplication *self, guint profile, GArray *arrivals)
{
  Coming coming = { .profile = &g_array_index (self->scenario->profiles, OrientaProfile, profile) };
  orienta_throws_init (&coming.draws, &self->dice, ORIENTA_DRAW_ARRIVAL, profile);
  for (guint32 number = 0; go_to_next (&coming, self->setting->months); number++) {
    OrientaArrival arrival = { (gint64) coming.time, profile, number };
    g_array_append_val (arrivals, arrival);
  }
}

static gint
compare_arrivals (gconstpointer a, gconstpointer b)
{
  const OrientaArrival *x = a, *y = b;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  if (x->profile != y->profile)
    return x->profile < y->profile ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

static void
fill_row (OrientaReplication *self, guint household)
{
  OrientaRegister *world = self->world;
  const OrientaArrival *arrival = &self->arrivals[household - self->n_listed];
  OrientaDate day = self->scenario->start + (OrientaDate) (arrival->time / ORIENTA_DAY);
  orienta_profile_fill (&g_array_index (self->scenario->profiles, OrientaProfile, arrival->profile), self->scenario,
                        &self->dice, arrival->profile, arrival->number, day, &world->households[household]);
  world->households[household].id = orienta_events_name (self->events, arrival->profile, arrival->number);
  for (guint i = 0; i < world->n_locals; i++)
    if (world->locals[i].of == ORIENTA_OF_HOUSEHOLD)
      world->locals[i].values[household] = ORIENTA_UNKNOWN;
}

/* Households are numbered in the order in which they come, those of the register before them. */
static void
fill_rows (OrientaReplication *self, guint n_arrivals)
{
  OrientaRegister *world = self->world;
  guint n = world->n_households = self->n_listed + n_arrivals;
  world->households = g_renew (OrientaHouseholdRow, world->households, n);
  for (guint i = 0; i < world->n_locals; i++)
    if (world->locals[i].of == ORIENTA_OF_HOUSEHOLD)
      world->locals[i].values = g_renew (gint64, world->locals[i].values, n);
  for (guint household = self->n_listed; household < n; household++) {
    fill_row (self, household);
    orienta_calendar_add (&self->calendar, self->arrivals[household - self->n_listed].time, ORIENTA_TURN_ARRIVAL,
                          household, 0);
  }
  self->seekers = g_aligned_alloc (n, sizeof (OrientaSeeker), CACHE_LINE);
  for (guint household = 0; household < n; household++)
    self->seekers[household] = (OrientaSeeker){ .place = -1, .own = -1, .service = -1, .reason = -1 };
  self->waits = g_new0 (guint64, n / 64 + 1);
  self->events->profiles = g_new0 (gint32, n);
  self->events->groups = g_new0 (guint64, n);
  self->events->targets = g_new0 (guint64, n);
}

void
orienta_population_begin (OrientaReplication *self)
{
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (OrientaArrival));
  for (guint profile = 0; profile < self->scenario->profiles->len; profile++)
    list_profile (self, profile, arrivals);
  guint n_arrivals = arrivals->len;
  if (n_arrivals > 1 && self->scenario->profiles->len > 1)
    qsort (arrivals->data, n_arrivals, sizeof (OrientaArrival), compare_arrivals);
  self->arrivals = g_memdup2 (arrivals->data, n_arrivals * sizeof (OrientaArrival));
  self->n_listed = self->world->n_households;
  fill_rows (self, n_arrivals);
}

/* Once it is known who holds a place. */
void
orienta_population_enter_listed (OrientaReplication *self)
{
  for (guint household = 0; household < self->n_listed; household++) {
    OrientaDate asked = self->world->households[household].request_date;
    gint64 since = asked == ORIENTA_NO_DATE ? 0 : ((gint64) asked - self->scenario->start) * ORIENTA_DAY;
    enter (self, household, ORIENTA_PROFILE_REGISTER, household, since);
  }
}

void
orienta_population_clear (OrientaReplication *self)
{
  g_free (self->arrivals);
  g_aligned_free (self->seekers);
  g_free (self->waits);
}
