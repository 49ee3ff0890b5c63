/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Replication: one run, event by event. The calendar says what is next, the parts do it and put what follows from it
 * into the calendar. Whatever is drawn is keyed by whom it is about and by how many such draws there were before, never
 * by when it is asked for: the same people come and the same tenants leave under any policy. */
#include "simulate/replication-private.h"

#include <orienta/orienta.h>

#include "base/progress-private.h"
#include "model/derive-private.h"
#include "model/selection-private.h"
#include "simulate/commission-private.h"
#include "simulate/homes-private.h"
#include "simulate/offer-private.h"
#include "simulate/population-private.h"
#include "simulate/support-private.h"

#define LOOK_EVERY 1024 /* events */

/* -- for the parts -- */

/* Notes what happens now; of the household a mechanism of its own is said by the one who notes. */
void
orienta_replication_note (OrientaReplication *self, OrientaEvent event)
{
  event.time = self->now;
  g_array_append_val (self->events->events, event);
}

/* A household's row, to be changed: as it arrived it is kept. */
OrientaHouseholdRow *
orienta_replication_alter (OrientaReplication *self, guint household)
{
  OrientaHouseholdRow *row = &self->world->households[household];
  if (!self->seekers[household].altered) {
    self->seekers[household].altered = TRUE;
    g_array_append_val (self->altered, household);
    g_array_append_vals (self->rows, row, 1);
  }
  return row;
}

/* Ages are of the day. */
void
orienta_replication_age (OrientaReplication *self, guint household)
{
  const OrientaHouseholdRow *row = &self->world->households[household];
  OrientaDate *day = &self->seekers[household].day;
  if (*day == self->world->as_of || (row->persons.n == 0 && row->birth_date == ORIENTA_NO_DATE))
    return;
  orienta_replication_alter (self, household);
  orienta_household_derive (self->world, household);
  *day = self->world->as_of;
}

/* Whether a condition of the scenario is true today; `unit` -1: of the household alone. NULL is true. */
gboolean
orienta_replication_holds (OrientaReplication *self, const OrientaCondition *condition, guint household, gint unit)
{
  if (!condition)
    return TRUE;
  orienta_replication_age (self, household);
  return orienta_binding_truth (self->words, condition, household, unit) == ORIENTA_TRUE;
}

/* -- from the beginning to the end -- */

/* Everything of the scenario's register, as the replication's own. */
static OrientaRegister *
make_world (const OrientaScenario *scenario)
{
  OrientaRegister *reg = scenario->reg;
  guint n = MAX (reg->n_households, reg->n_units);
  g_autofree guint32 *all = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    all[i] = i;
  OrientaSelection selection = { .as_of = scenario->start, .n_households = reg->n_households, .n_units = reg->n_units };
  selection.households = selection.units = all;
  return orienta_register_select (reg, &selection);
}

static OrientaEvents *
make_events (const OrientaReplication *self)
{
  OrientaEvents *events = orienta_events_new (self->setting->scenario, self->dice.replication);
  events->end = self->setting->end;
  return events;
}

static gboolean
begin (OrientaReplication *self, const OrientaSetting *setting, guint64 number, OrientaProgress *inner, GError **error)
{
  *self = (OrientaReplication){ .setting = setting, .scenario = setting->scenario, .inner = inner, .called = -1 };
  self->dice = (OrientaDice){ setting->options->seed, number };
  self->world = make_world (self->scenario);
  self->words = orienta_binding_new (self->scenario->words, self->world, error);
  if (!self->words)
    return FALSE;
  self->events = make_events (self);
  self->altered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (OrientaHouseholdRow));
  self->offers_room = self->world->n_offers;
  self->loads = g_array_new (FALSE, FALSE, sizeof (gint32));
  orienta_calendar_init (&self->calendar, self->scenario->days);
  orienta_population_begin (self);
  orienta_homes_begin (self);
  orienta_population_enter_listed (self);
  orienta_commission_begin (self);
  return TRUE;
}

static void
clear (OrientaReplication *self)
{
  orienta_calendar_clear (&self->calendar);
  orienta_population_clear (self);
  orienta_homes_clear (self);
  orienta_commission_clear (self);
  g_clear_pointer (&self->altered, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->loads, g_array_unref);
  orienta_binding_unref (self->words);
  orienta_register_unref (self->world);
  orienta_events_unref (self->events);
}

/* What is told of a run: the events, and everybody as they arrived. */
static OrientaEvents *
finish (OrientaReplication *self)
{
  OrientaEvents *events = g_steal_pointer (&self->events);
  for (guint i = 0; i < self->altered->len; i++)
    self->world->households[g_array_index (self->altered, guint, i)] =
        g_array_index (self->rows, OrientaHouseholdRow, i);
  events->n_households = self->world->n_households;
  events->rows = g_steal_pointer (&self->world->households);
  self->world->n_households = 0;
  return events;
}

static gboolean
step (OrientaReplication *self, const OrientaTurnEntry *entry, GError **error)
{
  guint32 who = orienta_turn_who (entry), what = orienta_turn_what (entry);
  switch (orienta_turn_kind (entry)) {
  case ORIENTA_TURN_SUPPORT:
    orienta_support_step (self, who, what);
    return TRUE;
  case ORIENTA_TURN_STAY:
    orienta_homes_vacate (self, who);
    return TRUE;
  case ORIENTA_TURN_ANSWER:
    orienta_offer_answer (self, who);
    return TRUE;
  case ORIENTA_TURN_PATIENCE:
    orienta_population_tire (self, who);
    return TRUE;
  case ORIENTA_TURN_READY:
    orienta_homes_ready (self, who);
    return TRUE;
  case ORIENTA_TURN_DELIVERY:
    orienta_homes_deliver (self, who);
    return TRUE;
  case ORIENTA_TURN_CHANGE:
    orienta_population_change (self, who, what);
    return TRUE;
  case ORIENTA_TURN_ARRIVAL:
    orienta_population_arrive (self, who);
    return TRUE;
  case ORIENTA_TURN_COMMISSION:
    return orienta_commission_hold (self, who, what != 0, error);
  }
  g_return_val_if_reached (FALSE);
}

/* A look at the clock, and at who may want to stop, once a day of the scenario and after so many events. */
static gboolean
look (OrientaReplication *self, guint64 n_events, OrientaProgress *progress, GError **error)
{
  OrientaDate day = orienta_replication_day (self);
  if (day == self->world->as_of && n_events % LOOK_EVERY != 0)
    return TRUE;
  orienta_progress_advance (progress, (guint64) (day - self->world->as_of));
  self->world->as_of = day;
  return orienta_progress_tick (self->inner, error);
}

static gboolean
go_on (OrientaReplication *self, OrientaProgress *progress, GError **error)
{
  OrientaTurnEntry entry;
  for (guint64 n = 1; orienta_calendar_next (&self->calendar, &entry); n++) {
    self->now = orienta_turn_time (&entry);
    if (!look (self, n, progress, error) || !step (self, &entry, error))
      return FALSE;
  }
  orienta_progress_advance (progress, self->scenario->days - (guint64) (self->world->as_of - self->scenario->start));
  return TRUE;
}

/* What happens in one replication; it depends on nothing but the setting and its number. `progress` counts days;
 * `inner` is this thread's alone and cancels. NULL with ORIENTA_ERROR_CANCELLED, or as orienta_match(). */
OrientaEvents *
orienta_replication_run (const OrientaSetting *setting, guint64 number, OrientaProgress *progress,
                         OrientaProgress *inner, GError **error)
{
  OrientaReplication self;
  OrientaEvents *events = NULL;
  if (begin (&self, setting, number, inner, error) && go_on (&self, progress, error))
    events = finish (&self);
  clear (&self);
  return events;
}
