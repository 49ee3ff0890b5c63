/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/population-private.h"

#include "model/derive-private.h"
#include "simulate/commission-private.h"
#include "simulate/homes-private.h"

#define YEAR (ORIENTA_DAYS_A_YEAR * ORIENTA_DAY) /* seconds */

static const OrientaSpread gap = { .kind = ORIENTA_SPREAD_EXPONENTIAL, .a = 1.0 };

/* -- room -- */

/* Bits live in words of 64, so that room is a multiple of it. */
static void
make_room (OrientaReplication *self, guint n)
{
  OrientaRegister *world = self->world;
  if (n <= self->room)
    return;
  guint words = self->room / 64;
  self->room = (MAX (n, 2 * self->room) + 63) / 64 * 64;
  self->seekers = g_renew (OrientaSeeker, self->seekers, self->room);
  self->waits = g_renew (guint64, self->waits, self->room / 64);
  memset (self->waits + words, 0, (self->room / 64 - words) * sizeof (guint64));
  world->households = g_renew (OrientaHouseholdRow, world->households, self->room);
  self->events->profiles = g_renew (gint32, self->events->profiles, self->room);
  self->events->groups = g_renew (guint64, self->events->groups, self->room);
  self->events->targets = g_renew (guint64, self->events->targets, self->room);
  for (guint i = 0; i < world->n_locals; i++)
    if (world->locals[i].of == ORIENTA_OF_HOUSEHOLD)
      world->locals[i].values = g_renew (gint64, world->locals[i].values, self->room);
}

/* -- the list of those who wait -- */

void
orienta_population_wait (OrientaReplication *self, guint household)
{
  self->seekers[household].phase = ORIENTA_PHASE_WAITS;
  orienta_bits_set (self->waits, household);
  self->n_waiting++;
  orienta_commission_call (self);
}

void
orienta_population_unwait (OrientaReplication *self, guint household)
{
  orienta_bits_unset (self->waits, household);
  self->n_waiting--;
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
    orienta_commission_call (self);
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

/* A row lies in its place: the household begins to wait. */
static void
enter (OrientaReplication *self, guint household, guint profile, guint32 number, gint64 since)
{
  self->seekers[household] = (OrientaSeeker){ .since = since,
                                              .entity = (guint64) profile << 32 | number,
                                              .place = -1,
                                              .own = -1,
                                              .service = -1,
                                              .reason = -1,
                                              .day = self->world->as_of };
  self->events->profiles[household] = profile == ORIENTA_PROFILE_REGISTER ? -1 : (gint32) profile;
  self->events->groups[household] = groups_of (self, household);
  self->events->targets[household] = targets_of (self, household);
  set_patience (self, household);
  for (guint change = 0; change < self->scenario->changes->len; change++)
    await_change (self, household, change, 0);
  orienta_population_wait (self, household);
}

/* Goes through the months from the last arrival on until as much has been expected as the gap says. FALSE: the scenario
 * ends before. */
static gboolean
go_to_next (OrientaReplication *self, const OrientaProfile *profile, OrientaArrivals *arrivals)
{
  const GArray *months = self->setting->months;
  double left = orienta_spread_quantile (&gap, orienta_stream_next (&arrivals->draws));
  for (; arrivals->month < months->len; arrivals->month++) {
    const OrientaMonth *month = &g_array_index (months, OrientaMonth, arrivals->month);
    double rate = profile->per_year * profile->seasons[month->month] / YEAR;
    double expected = ((double) month->to - arrivals->time) * rate;
    if (left < expected) {
      arrivals->time += left / rate;
      return TRUE;
    }
    left -= expected;
    arrivals->time = (double) month->to;
  }
  return FALSE;
}

static void
await_arrival (OrientaReplication *self, guint profile)
{
  OrientaArrivals *arrivals = &self->arrivals[profile];
  if (go_to_next (self, &g_array_index (self->scenario->profiles, OrientaProfile, profile), arrivals))
    orienta_calendar_add (&self->calendar, (gint64) arrivals->time, ORIENTA_TURN_ARRIVAL, profile, 0);
}

void
orienta_population_arrive (OrientaReplication *self, guint profile)
{
  OrientaRegister *world = self->world;
  guint household = world->n_households;
  guint32 number = self->arrivals[profile].n++;
  make_room (self, household + 1);
  world->n_households++;
  orienta_profile_fill (&g_array_index (self->scenario->profiles, OrientaProfile, profile), self->scenario, &self->dice,
                        profile, number, world->as_of, &world->households[household]);
  world->households[household].id = orienta_events_name (self->events, profile, number);
  for (guint i = 0; i < world->n_locals; i++)
    if (world->locals[i].of == ORIENTA_OF_HOUSEHOLD)
      world->locals[i].values[household] = ORIENTA_UNKNOWN;
  orienta_replication_note (self, (OrientaEvent){ .kind = ORIENTA_EVENT_ARRIVED,
                                                  .reason = -1,
                                                  .household = (gint32) household,
                                                  .unit = -1,
                                                  .service = -1,
                                                  .value = (gint32) profile });
  enter (self, household, profile, number, self->now);
  await_arrival (self, profile);
}

/* -- who gives up -- */

/* An offer in progress is let run: a refusal comes back here. */
void
orienta_population_tire (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (seeker->phase != ORIENTA_PHASE_WAITS)
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

/* -- from the beginning to the end -- */

void
orienta_population_begin (OrientaReplication *self)
{
  const OrientaRegister *world = self->world;
  make_room (self, MAX (world->n_households, 64));
  for (guint household = 0; household < world->n_households; household++) {
    OrientaDate asked = world->households[household].request_date;
    gint64 since = asked == ORIENTA_NO_DATE ? 0 : ((gint64) asked - self->scenario->start) * ORIENTA_DAY;
    enter (self, household, ORIENTA_PROFILE_REGISTER, household, since);
  }
  self->arrivals = g_new0 (OrientaArrivals, self->scenario->profiles->len);
  for (guint profile = 0; profile < self->scenario->profiles->len; profile++) {
    orienta_stream_init (&self->arrivals[profile].draws, &self->dice, ORIENTA_DRAW_ARRIVAL, profile);
    await_arrival (self, profile);
  }
}

void
orienta_population_clear (OrientaReplication *self)
{
  g_free (self->arrivals);
  g_free (self->seekers);
  g_free (self->waits);
}
