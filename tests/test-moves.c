/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* The order of moves, made one by one; and what is matched anew when one of them is refused. */

#define CASES 1500

typedef struct {
  const Village *village;
  OrientaMatching *matching;
  gint free[VILLAGE_UNITS];
  guint times[VILLAGE_HOUSEHOLDS]; /* by pair: how often it moved */
} Day;

static guint
unit_of (const Day *self, guint move)
{
  return orienta_matching_get_unit (self->matching, orienta_matching_get_move (self->matching, move));
}

static gint
left_by (const Day *self, guint move)
{
  guint pair = orienta_matching_get_move (self->matching, move);
  gint own = self->village->occupies[orienta_matching_get_household (self->matching, pair)];
  ck_assert_int_eq (orienta_matching_get_left (self->matching, pair), MAX (own, -1));
  return MAX (own, -1);
}

/* From a free place on; each goes to the place that the one before it left. */
static void
walk_chain (Day *self, guint from, guint to)
{
  for (guint move = from; move < to; move++) {
    gint left = left_by (self, move);
    ck_assert_int_gt (self->free[unit_of (self, move)], 0);
    if (move > from)
      ck_assert_int_eq ((gint) unit_of (self, move), left_by (self, move - 1));
    self->free[unit_of (self, move)]--;
    if (left >= 0)
      self->free[left]++;
  }
}

/* Whether somebody who is in no exchange comes to a unit. */
static gboolean
is_passed_by (const Day *self, guint unit)
{
  for (guint move = 0; move < orienta_matching_get_n_moves (self->matching); move++)
    if (unit_of (self, move) == unit
        && !orienta_matching_chain_is_exchange (self->matching, orienta_matching_get_move_chain (self->matching, move)))
      return TRUE;
  return FALSE;
}

/* Nobody could go first, no place there is free at any time, and together they leave what they take. */
static void
walk_ring (const Day *self, guint from, guint to)
{
  for (guint move = from; move < to; move++) {
    guint next = move + 1 < to ? move + 1 : from;
    ck_assert_int_eq (self->free[unit_of (self, move)], 0);
    ck_assert (!is_passed_by (self, unit_of (self, move)));
    ck_assert_int_eq (left_by (self, move), (gint) unit_of (self, next));
  }
}

static guint
walk (Day *self)
{
  guint n = orienta_matching_get_n_moves (self->matching), chain = 0, rings = 0;
  ck_assert_uint_eq (n, orienta_matching_get_n_pairs (self->matching));
  for (guint move = 0; move < n; move++)
    ck_assert_uint_eq (self->times[orienta_matching_get_move (self->matching, move)]++, 0);
  for (guint unit = 0; unit < self->village->n_units; unit++)
    self->free[unit] = (gint) self->village->places[unit];
  for (guint from = 0, to; from < n; from = to, chain++) {
    for (to = from; to < n && orienta_matching_get_move_chain (self->matching, to) == chain; to++)
      ;
    ck_assert_uint_gt (to, from);
    if (!orienta_matching_chain_is_exchange (self->matching, chain)) {
      walk_chain (self, from, to);
      continue;
    }
    walk_ring (self, from, to);
    rings++;
  }
  return rings;
}

/* Many have a place, few places are free. */
static void
crowd (Village *village, GRand *rand)
{
  village_random (village, rand);
  for (guint i = 0; i < village->n_households; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      village->occupies[i] = g_rand_int_range (rand, 0, (gint) village->n_units);
  for (guint unit = 0; unit < village->n_units; unit++)
    village->places[unit] = (guint) g_rand_int_range (rand, 0, 6) / 5;
}

static guint
walk_case (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Village village;
  crowd (&village, rand);
  g_autoptr (OrientaPolicy) policy = village_policy (&village);
  g_autoptr (OrientaRegister) reg = village_register (&village, policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_n_threads (options, 1);
  orienta_match_options_set_mechanism (options, (OrientaMechanism) (seed % 3));
  g_autoptr (OrientaMatching) matching = village_match (policy, reg, options);
  Day day = { .village = &village, .matching = matching };
  guint rings = walk (&day);
  if (seed % 3 == ORIENTA_MECHANISM_SEQUENTIAL) /* homes are given from free places on */
    ck_assert_uint_eq (rings, 0);
  return rings;
}

START_TEST (test_every_move_can_be_made)
{
  guint rings = 0;
  for (guint32 seed = 0; seed < CASES; seed++)
    rings += walk_case (seed);
  ck_assert_uint_ge (rings, 20);
}
END_TEST

/* -- a refusal -- */

/* What a refusal asks: who moved before stays, but within an exchange nobody moves before another. */
static void
ask_after_refusal (Ask *ask, const OrientaMatching *matching, guint pair)
{
  guint n = orienta_matching_get_n_moves (matching), last = 0;
  while (orienta_matching_get_move (matching, last) != pair)
    last++;
  if (orienta_matching_chain_is_exchange (matching, orienta_matching_get_move_chain (matching, last)))
    while (last > 0
           && orienta_matching_get_move_chain (matching, last - 1) == orienta_matching_get_move_chain (matching, last))
      last--;
  ck_assert_uint_lt (last, n);
  for (guint move = 0; move < last; move++) {
    guint earlier = orienta_matching_get_move (matching, move);
    ask->kept[orienta_matching_get_household (matching, earlier)] =
        (gint) orienta_matching_get_unit (matching, earlier);
  }
  ask->barred[orienta_matching_get_household (matching, pair)][orienta_matching_get_unit (matching, pair)] = TRUE;
}

static void
assert_refusal (const Village *village, OrientaPolicy *policy, OrientaRegister *reg, OrientaMatching *matching,
                guint pair, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  Ask ask;
  Search search;
  gint homes[VILLAGE_HOUSEHOLDS];
  gint64 vector[BEST_LEVELS];
  guint served;
  g_autofree char *household = g_strdup_printf ("H%u", orienta_matching_get_household (matching, pair));
  g_autoptr (OrientaMatching) after = orienta_matching_refuse (matching, household, NULL, &error);
  ck_assert_msg (after != NULL, "seed %u, %s: %s", seed, household, error ? error->message : "");
  ck_assert_msg (orienta_matching_verify (after, policy, reg, &error), "%s", error ? error->message : "");
  ask_nothing (&ask);
  ask_after_refusal (&ask, matching, pair);
  best_begin (&search, village, &ask);
  best_try (&search, 0);
  best_read (village, after, homes);
  best_weigh (&search, homes, vector, &served);
  ck_assert_msg (best_compare (vector, search.best) == 0 && served == search.served, "seed %u, %s", seed, household);
  for (guint i = 0; i < village->n_households; i++)
    ck_assert_msg (ask.kept[i] < 0 || homes[i] == ask.kept[i], "seed %u, %s: H%u has moved", seed, household, i);
}

START_TEST (test_refusal)
{
  for (guint32 seed = 5000; seed < 5000 + CASES / 2; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    crowd (&village, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&village);
    g_autoptr (OrientaRegister) reg = village_register (&village, policy);
    g_autoptr (OrientaMatching) matching = village_match (policy, reg, NULL);
    for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++)
      assert_refusal (&village, policy, reg, matching, pair, seed);
  }
}
END_TEST

TEST_MAIN ("moves", test_every_move_can_be_made, test_refusal)
