/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* The stable matching against all stable matchings: none is better for anybody. Places that are left are added until
 * nobody else moves, as the library does it, but each round by trying everything. */

#define CASES 1500

typedef struct {
  const Search *search;
  gint room[VILLAGE_UNITS];
  gint homes[VILLAGE_HOUSEHOLDS];  /* a unit, or BEST_NOWHERE */
  guint best[VILLAGE_HOUSEHOLDS];  /* the best rank of a home in any stable matching */
  gint chosen[VILLAGE_HOUSEHOLDS]; /* the stable matching of the least ranks together */
  guint sum, n_stable;
} Market;

/* -- what a household prefers -- */

static gboolean
prefers (const Village *village, guint household, gint a, gint b)
{
  if (a < 0 || b < 0)
    return a >= 0;
  gboolean choice_a = village_in_choice (village, household, (guint) a);
  gboolean choice_b = village_in_choice (village, household, (guint) b);
  if (choice_a != choice_b)
    return choice_a;
  if (village->durable[a] != village->durable[b])
    return village->durable[a];
  if (village->points[household][a] != village->points[household][b])
    return village->points[household][a] > village->points[household][b];
  return a < b;
}

static guint
rank_of (const Market *self, guint household, gint home)
{
  guint rank = 0;
  for (guint unit = 0; unit < self->search->village->n_units; unit++)
    rank += best_open (self->search, household, unit) && prefers (self->search->village, household, (gint) unit, home);
  return rank;
}

/* -- stable -- */

static gboolean
is_kept (const Market *self, guint household)
{
  return self->search->ask->kept[household] >= 0;
}

/* A place is free there, or somebody who comes after has one. */
static gboolean
can_claim (const Market *self, guint household, guint unit)
{
  gint taken = 0;
  for (guint i = 0; i < self->search->village->n_households; i++) {
    if (self->homes[i] != (gint) unit)
      continue;
    taken++;
    if (!is_kept (self, i) && village_first_for (self->search->village, unit, household, i))
      return TRUE;
  }
  return taken < self->room[unit];
}

static gboolean
is_stable (const Market *self)
{
  const Village *village = self->search->village;
  for (guint i = 0; i < village->n_households; i++)
    for (guint unit = 0; unit < village->n_units && !is_kept (self, i); unit++)
      if (best_open (self->search, i, unit) && prefers (village, i, (gint) unit, self->homes[i])
          && can_claim (self, i, unit))
        return FALSE;
  return TRUE;
}

static void
note_stable (Market *self)
{
  guint sum = 0;
  for (guint i = 0; i < self->search->village->n_households; i++) {
    guint rank = rank_of (self, i, self->homes[i]);
    self->best[i] = MIN (self->best[i], rank);
    sum += rank;
  }
  if (self->n_stable++ > 0 && sum >= self->sum)
    return;
  self->sum = sum;
  memcpy (self->chosen, self->homes, sizeof self->homes);
}

static void
try_all (Market *self, guint household, gint *left)
{
  const Village *village = self->search->village;
  if (household == village->n_households) {
    if (is_stable (self))
      note_stable (self);
    return;
  }
  for (gint unit = 0; unit < (gint) village->n_units; unit++) {
    if (left[unit] == 0 || !best_open (self->search, household, (guint) unit))
      continue;
    left[unit]--;
    self->homes[household] = unit;
    try_all (self, household + 1, left);
    left[unit]++;
  }
  self->homes[household] = BEST_NOWHERE;
  if (!is_kept (self, household))
    try_all (self, household + 1, left);
}

/* -- until nobody else moves -- */

static void
market_solve (Market *self)
{
  gint left[VILLAGE_UNITS];
  self->n_stable = 0;
  for (guint i = 0; i < VILLAGE_HOUSEHOLDS; i++)
    self->best[i] = G_MAXUINT;
  memcpy (left, self->room, sizeof left);
  try_all (self, 0, left);
  ck_assert_uint_ge (self->n_stable, 1);
  for (guint i = 0; i < self->search->village->n_households; i++)
    ck_assert_uint_eq (rank_of (self, i, self->chosen[i]), self->best[i]);
}

static void
market_settle (Market *self, const Search *search)
{
  const Village *village = search->village;
  gboolean moved[VILLAGE_HOUSEHOLDS] = { FALSE }, more = TRUE;
  *self = (Market){ .search = search };
  for (guint unit = 0; unit < village->n_units; unit++)
    self->room[unit] = (gint) village->places[unit];
  while (more) {
    market_solve (self);
    more = FALSE;
    for (guint i = 0; i < village->n_households; i++) {
      ck_assert (!moved[i] || self->chosen[i] >= 0);
      if (moved[i] || self->chosen[i] < 0 || village->occupies[i] < 0)
        continue;
      self->room[village->occupies[i]]++;
      moved[i] = more = TRUE;
    }
  }
}

/* Households want most the homes that give them few points: both sides do not want the same. */
static void
disagree (Village *village, GRand *rand)
{
  village->n_tiers = 0;
  village->order = VILLAGE_BY_POINTS;
  for (guint unit = 0; unit < village->n_units; unit++)
    village->places[unit] = 1;
  for (guint i = 0; i < village->n_households; i++) {
    village->wants[i] = g_rand_int_range (rand, 0, 3);
    village->occupies[i] = -1;
    for (guint unit = 0; unit < village->n_units; unit++)
      village->points[i][unit] =
          village_in_choice (village, i, unit) ? g_rand_int_range (rand, 0, 9) : g_rand_int_range (rand, 10, 20);
  }
}

/* One pair at most, on a place that is free. */
static void
keep_one (const Village *village, Ask *ask, GRand *rand)
{
  guint household = (guint) g_rand_int_range (rand, 0, (gint) village->n_households);
  guint unit = (guint) g_rand_int_range (rand, 0, (gint) village->n_units);
  if (village->places[unit] > 0 && village_status (village, household, unit) != ORIENTA_INELIGIBLE)
    ask->kept[household] = (gint) unit;
}

static guint
assert_stable (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Village village;
  Ask ask;
  Search search;
  Market market;
  gint homes[VILLAGE_HOUSEHOLDS];
  village_random (&village, rand);
  if (g_rand_boolean (rand))
    village_draw (&village, "2026-W27");
  if (seed % 2)
    disagree (&village, rand);
  ask_nothing (&ask);
  keep_one (&village, &ask, rand);
  ask.reserves[0] = seed % 8 == 0 ? 2000 : 0;
  g_autoptr (OrientaPolicy) policy = village_policy (&village);
  g_autoptr (OrientaRegister) reg = village_register (&village, policy);
  g_autoptr (OrientaMatchOptions) options = ask_options (&ask, &village);
  orienta_match_options_set_mechanism (options, ORIENTA_MECHANISM_STABLE);
  g_autoptr (OrientaMatching) matching = village_match (policy, reg, options);
  best_begin (&search, &village, &ask);
  market_settle (&market, &search);
  best_read (&village, matching, homes);
  for (guint i = 0; i < village.n_households; i++)
    ck_assert_msg (MAX (homes[i], 0) == MAX (market.chosen[i], 0) && (homes[i] < 0) == (market.chosen[i] < 0),
                   "seed %u, H%u: %d, expected %d", seed, i, homes[i], market.chosen[i]);
  ck_assert_int_eq (orienta_matching_get_status (matching), ORIENTA_MATCH_PLAIN);
  return market.n_stable;
}

START_TEST (test_best_for_every_household)
{
  guint several = 0;
  for (guint32 seed = 0; seed < CASES; seed++)
    several += assert_stable (seed) > 1;
  ck_assert_uint_ge (several, 20); /* else nothing was chosen between */
}
END_TEST

TEST_MAIN ("stable", test_best_for_every_household)
