/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* Home by home, against the same done by hand; and three small days at a commission. */

#define CASES 3000

/* -- done plainly -- */

typedef struct {
  const Search *search;
  gint free[VILLAGE_UNITS];
  gint homes[VILLAGE_HOUSEHOLDS];
  guint turns[VILLAGE_UNITS + VILLAGE_HOUSEHOLDS];
  guint n_turns;
} Hand;

static gint
key_of (const Search *search, OrientaUnitOrder order, guint unit)
{
  const Village *village = search->village;
  gint n = 0;
  if (order == ORIENTA_UNITS_AS_LISTED)
    return (gint) unit;
  if (order == ORIENTA_UNITS_BY_DATE)
    return village->from[unit] == 0 ? G_MAXINT : village->from[unit];
  for (guint i = 0; i < village->n_households; i++)
    n += best_open (search, i, unit);
  return n;
}

static void
hand_begin (Hand *self, const Search *search, OrientaUnitOrder order)
{
  const Village *village = search->village;
  *self = (Hand){ .search = search };
  for (guint unit = 0; unit < village->n_units; unit++) {
    guint place = self->n_turns++;
    self->free[unit] = (gint) village->places[unit];
    for (; place > 0 && key_of (search, order, self->turns[place - 1]) > key_of (search, order, unit); place--)
      self->turns[place] = self->turns[place - 1];
    self->turns[place] = unit;
  }
  for (guint i = 0; i < village->n_households; i++)
    self->homes[i] = village->occupies[i] >= 0 ? BEST_STAYS : BEST_NOWHERE;
}

static gint
first_who_waits (const Hand *self, guint unit)
{
  gint first = -1;
  for (guint i = 0; i < self->search->village->n_households; i++)
    if (self->homes[i] < 0 && best_open (self->search, i, unit)
        && (first < 0 || village_first_for (self->search->village, unit, i, (guint) first)))
      first = (gint) i;
  return first;
}

static void
hand_call (Hand *self, guint unit)
{
  gint next;
  while (self->free[unit] > 0 && (next = first_who_waits (self, unit)) >= 0) {
    gint own = self->search->village->occupies[next];
    self->free[unit]--;
    self->homes[next] = (gint) unit;
    if (own < 0)
      continue;
    self->free[own]++;
    self->turns[self->n_turns++] = (guint) own;
  }
}

static void
assert_by_hand (const Village *village, const Ask *ask, OrientaUnitOrder order, guint32 seed)
{
  Search search;
  Hand hand;
  gint homes[VILLAGE_HOUSEHOLDS];
  g_autoptr (OrientaPolicy) policy = village_policy (village);
  g_autoptr (OrientaRegister) reg = village_register (village, policy);
  g_autoptr (OrientaMatchOptions) options = ask_options (ask, village);
  orienta_match_options_set_mechanism (options, ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_unit_order (options, order);
  g_autoptr (OrientaMatching) matching = village_match (policy, reg, options);
  best_begin (&search, village, ask);
  hand_begin (&hand, &search, order);
  for (guint i = 0; i < hand.n_turns; i++)
    hand_call (&hand, hand.turns[i]);
  best_read (village, matching, homes);
  for (guint i = 0; i < village->n_households; i++)
    ck_assert_msg (homes[i] == hand.homes[i], "seed %u, order %u, H%u: %d, expected %d", seed, order, i, homes[i],
                   hand.homes[i]);
  ck_assert_int_eq (orienta_matching_get_status (matching), ORIENTA_MATCH_PLAIN);
  ck_assert (!orienta_matching_has_prices (matching));
}

START_TEST (test_as_by_hand)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    Ask ask;
    village_random (&village, rand);
    if (g_rand_boolean (rand))
      village_draw (&village, "2026-W27");
    ask_nothing (&ask);
    ask.without_to_verify = g_rand_boolean (rand);
    ask.minimum = g_rand_boolean (rand) ? 0 : G_MININT64;
    ask.reserves[0] = g_rand_boolean (rand) ? 2000 : 0;
    for (guint i = 0; i < village.n_households; i++)
      ask.barred[i][g_rand_int_range (rand, 0, (gint) village.n_units)] = g_rand_boolean (rand);
    assert_by_hand (&village, &ask, (OrientaUnitOrder) (seed % 3), seed);
  }
}
END_TEST

TEST_MAIN ("sequential", test_as_by_hand)
