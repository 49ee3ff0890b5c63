/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "busy.h"

/* What must be true at every instant, whatever is drawn: followed from the events alone. */

typedef enum { UNKNOWN, WAITS, OFFERED, HOUSED, GONE } State;

typedef struct {
  const OrientaEvents *events;
  State *states;      /* by household */
  gint32 *homes;      /* by household: offered or lived in */
  gint *free, *taken; /* by unit; offered ones are free until taken */
  gint *offered, *all;
  gint slots[2];
  gint32 services[4096]; /* by household */
  guint n_seen[16];      /* by kind */
} Ledger;

static void
open_ledger (Ledger *self, const OrientaEvents *events)
{
  const OrientaRegister *reg = events->scenario->reg;
  memset (self, 0, sizeof *self);
  self->events = events;
  self->states = g_new0 (State, events->n_households);
  self->homes = g_new0 (gint32, events->n_households);
  self->free = g_new0 (gint, reg->n_units);
  self->taken = g_new0 (gint, reg->n_units);
  self->offered = g_new0 (gint, reg->n_units);
  self->all = g_new0 (gint, reg->n_units);
  ck_assert_uint_lt (events->n_households, G_N_ELEMENTS (self->services));
  for (guint i = 0; i < reg->n_households; i++)
    self->states[i] = WAITS;
  for (guint i = 0; i < reg->n_units; i++)
    self->all[i] = reg->units[i].places;
}

static void
close_ledger (Ledger *self)
{
  g_free (self->states);
  g_free (self->homes);
  g_free (self->free);
  g_free (self->taken);
  g_free (self->offered);
  g_free (self->all);
}

static void
move (Ledger *self, const OrientaEvent *event, State from, State to)
{
  ck_assert_int_ge (event->household, 0);
  ck_assert_msg (self->states[event->household] == from, "household %d: state %d, expected %d before kind %d",
                 event->household, self->states[event->household], from, event->kind);
  self->states[event->household] = to;
}

/* A home for no more than one person more than it has rooms; no children in W; h1 lives in E1. */
static void
assert_allowed (const Ledger *self, const OrientaEvent *event)
{
  const OrientaRegister *reg = self->events->scenario->reg;
  const OrientaHouseholdRow *row = &self->events->rows[event->household];
  const OrientaUnitRow *unit = &reg->units[event->unit];
  ck_assert_int_le (row->adults + row->children - unit->rooms, 1);
  if (unit->territory == orienta_register_find_territory (reg, "W"))
    ck_assert_uint_eq (row->children, 0);
  ck_assert_int_ne (row->occupies, event->unit);
}

static void
follow_offer (Ledger *self, const OrientaEvent *event)
{
  switch (event->kind) {
  case ORIENTA_EVENT_OFFERED:
    move (self, event, WAITS, OFFERED);
    assert_allowed (self, event);
    self->homes[event->household] = event->unit;
    ck_assert_int_gt (self->free[event->unit], self->offered[event->unit]);
    self->offered[event->unit]++;
    break;
  case ORIENTA_EVENT_HOUSED:
    move (self, event, OFFERED, HOUSED);
    ck_assert_int_eq (self->homes[event->household], event->unit);
    self->offered[event->unit]--;
    self->free[event->unit]--;
    self->taken[event->unit]++;
    break;
  default:
    move (self, event, OFFERED, WAITS);
    ck_assert_int_eq (self->homes[event->household], event->unit);
    self->offered[event->unit]--;
  }
}

static void
follow_support (Ledger *self, const OrientaEvent *event)
{
  ck_assert_int_eq (self->states[event->household], HOUSED);
  if (event->kind == ORIENTA_EVENT_SUPPORT_BEGUN) {
    self->slots[event->service] += event->value;
    self->services[event->household] = event->service + 1;
  } else {
    ck_assert_int_eq (self->services[event->household], event->service + 1);
  }
  if (event->kind == ORIENTA_EVENT_SUPPORT_ENDED) {
    self->slots[event->service] -= event->value;
    self->services[event->household] = 0;
  }
}

static void
follow_place (Ledger *self, const OrientaEvent *event)
{
  if (event->kind == ORIENTA_EVENT_FREE)
    self->free[event->unit]++;
  else if (event->kind == ORIENTA_EVENT_DELIVERED) {
    self->free[event->unit] += event->value;
    self->all[event->unit] += event->value;
  } else if (event->household >= 0 && self->states[event->household] == HOUSED
             && self->homes[event->household] == event->unit)
    self->taken[event->unit]--;
}

static void
follow (Ledger *self, const OrientaEvent *event)
{
  self->n_seen[event->kind]++;
  switch (event->kind) {
  case ORIENTA_EVENT_ARRIVED:
    move (self, event, UNKNOWN, WAITS);
    break;
  case ORIENTA_EVENT_ABANDONED:
    move (self, event, WAITS, GONE);
    break;
  case ORIENTA_EVENT_CHANGED:
    ck_assert (self->states[event->household] == WAITS || self->states[event->household] == OFFERED);
    break;
  case ORIENTA_EVENT_VACATED:
  case ORIENTA_EVENT_FREE:
  case ORIENTA_EVENT_DELIVERED:
    follow_place (self, event);
    break;
  case ORIENTA_EVENT_OFFERED:
  case ORIENTA_EVENT_REFUSED:
  case ORIENTA_EVENT_REJECTED:
  case ORIENTA_EVENT_HOUSED:
    follow_offer (self, event);
    break;
  case ORIENTA_EVENT_COMMISSION:
    break;
  default:
    follow_support (self, event);
  }
}

/* Places: those free and those taken by people of the list are no more than all; slots are never exceeded. */
static void
assert_bounds (const Ledger *self)
{
  const OrientaRegister *reg = self->events->scenario->reg;
  for (guint i = 0; i < reg->n_units; i++) {
    ck_assert_int_ge (self->free[i], self->offered[i]);
    ck_assert_int_ge (self->offered[i], 0);
    ck_assert_int_ge (self->taken[i], 0);
    ck_assert_int_le (self->free[i] + self->taken[i], self->all[i]);
  }
  ck_assert_int_le (self->slots[0], 5);
  ck_assert_int_le (self->slots[1], 7);
}

static void
assert_invariants (const OrientaEvents *events, Ledger *ledger)
{
  gint64 last = 0;
  open_ledger (ledger, events);
  for (gsize i = 0; i < orienta_events_get_n (events); i++) {
    const OrientaEvent *event = scene_event (events, i);
    ck_assert_int_ge (event->time, last);
    ck_assert_int_lt (event->time, events->end);
    last = event->time;
    follow (ledger, event);
    assert_bounds (ledger);
  }
}

static const struct {
  const char *every, *mechanism;
} ways[] = {
  { "14", "optimal" }, { "14", "sequential" }, { "30", "stable" }, { "0", "sequential" }, { "0", "optimal" }
};

START_TEST (test_ledger)
{
  guint n_seen[16] = { 0 };
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++) {
    g_autoptr (OrientaScenario) scenario = busy_scenario (ways[way].every, ways[way].mechanism);
    g_autoptr (OrientaPolicy) policy = busy_policy ();
    for (guint number = 0; number < 6; number++) {
      Ledger ledger;
      g_autoptr (OrientaEvents) events = scene_run (scenario, policy, NULL, number);
      assert_invariants (events, &ledger);
      guint n_waiting = 0;
      for (guint i = 0; i < events->n_households; i++)
        n_waiting += ledger.states[i] == WAITS || ledger.states[i] == OFFERED;
      ck_assert_uint_eq (ledger.n_seen[ORIENTA_EVENT_ARRIVED] + scenario->reg->n_households,
                         n_waiting + ledger.n_seen[ORIENTA_EVENT_HOUSED] + ledger.n_seen[ORIENTA_EVENT_ABANDONED]);
      for (guint kind = 0; kind < 16; kind++)
        n_seen[kind] += ledger.n_seen[kind];
      close_ledger (&ledger);
    }
  }
  for (guint kind = ORIENTA_EVENT_ARRIVED; kind <= ORIENTA_EVENT_SUPPORT_ENDED; kind++)
    ck_assert_msg (n_seen[kind] > 20 || kind == ORIENTA_EVENT_DELIVERED, "kind %u: %u times", kind, n_seen[kind]);
}
END_TEST

/* A deed of the policy changes nobody who comes and nothing of how long they would wait. */
START_TEST (test_common_people)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("14", "optimal"), other = busy_scenario ("0", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy (), still = busy_static_policy (BUSY_STILL);
  for (guint number = 0; number < 4; number++) {
    g_autoptr (OrientaEvents) a = scene_run (scenario, policy, NULL, number);
    g_autoptr (OrientaEvents) b = scene_run (other, still, NULL, number);
    g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
    GString *const arrivals[] = { first, second };
    const OrientaEvents *const both[] = { a, b };
    ck_assert_uint_eq (a->n_households, b->n_households);
    for (guint k = 0; k < 2; k++)
      for (gsize i = 0; i < orienta_events_get_n (both[k]); i++)
        if (scene_event (both[k], i)->kind == ORIENTA_EVENT_ARRIVED) {
          g_autofree char *line = scene_line (both[k], scene_event (both[k], i));
          g_string_append (arrivals[k], line);
        }
    ck_assert_str_eq (first->str, second->str);
    for (guint i = 0; i < a->n_households; i++) {
      OrientaHouseholdRow x = a->rows[i], y = b->rows[i];
      ck_assert_str_eq (x.id, y.id);
      x.id = y.id = NULL;
      ck_assert_mem_eq (&x, &y, sizeof x);
      ck_assert_uint_eq (a->groups[i], b->groups[i]);
    }
  }
}
END_TEST

/* 70 a year of one profile, 40 of the other, over 700 days; the first with twice as many in January, half in July and
 * August. Thirty replications: the mean number is normal with the deviation of a Poisson number. */
START_TEST (test_numbers_of_arrivals)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("600", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  guint n[2] = { 0 }, january = 0;
  for (guint number = 0; number < 30; number++) {
    g_autoptr (OrientaEvents) events = scene_run (scenario, policy, NULL, number);
    for (gsize i = 0; i < orienta_events_get_n (events); i++) {
      const OrientaEvent *event = scene_event (events, i);
      if (event->kind != ORIENTA_EVENT_ARRIVED)
        continue;
      n[event->value]++;
      january += event->value == 0 && event->time < 31 * ORIENTA_DAY;
    }
  }
  /* 2026: 31 days at 2, 62 at 0.5, the rest at 1; 2027 the same without December: 700 + 62 - 62 = 700 days */
  double expected[2] = { 30 * 70 * 700 / 365.25, 30 * 40 * 700 / 365.25 }, first = 30 * 70 * 62 / 365.25;
  for (guint i = 0; i < 2; i++) {
    double off = n[i] - expected[i];
    ck_assert_msg (off * off < 16 * expected[i], "profile %u: %u, expected %g", i, n[i], expected[i]);
  }
  ck_assert_msg ((january - first) * (january - first) < 16 * first, "January: %u, expected %g", january, first);
}
END_TEST

TEST_MAIN ("replication-invariants", test_ledger, test_common_people, test_numbers_of_arrivals)
