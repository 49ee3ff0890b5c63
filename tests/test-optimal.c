/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* The best matching against all matchings of small random registers. */

#define CASES 3000
#define WORTHS 400

typedef struct {
  Village village;
  Ask ask;
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatchOptions *options;
  OrientaMatching *matching;
  Search search;
} Case;

static void
ask_at_random (Ask *ask, const Village *village, GRand *rand)
{
  ask_nothing (ask);
  ask->households_first = g_rand_int_range (rand, 0, 3) == 0;
  ask->without_to_verify = g_rand_int_range (rand, 0, 3) == 0;
  if (g_rand_int_range (rand, 0, 4) == 0)
    ask->minimum = g_rand_int_range (rand, -2000, 3000);
  for (guint unit = 0; unit < village->n_units; unit++)
    ask->reserves[unit] = g_rand_int_range (rand, 0, 6) == 0 ? g_rand_int_range (rand, 1, 4000) : 0;
  for (guint i = 0; i < village->n_households; i++)
    for (guint unit = 0; unit < village->n_units; unit++)
      ask->barred[i][unit] = g_rand_int_range (rand, 0, 12) == 0;
}

static void
case_open (Case *self, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  village_random (&self->village, rand);
  if (g_rand_boolean (rand))
    village_draw (&self->village, "2026-W27");
  ask_at_random (&self->ask, &self->village, rand);
  self->policy = village_policy (&self->village);
  self->reg = village_register (&self->village, self->policy);
  self->options = ask_options (&self->ask, &self->village);
}

static void
case_solve (Case *self)
{
  self->matching = village_match (self->policy, self->reg, self->options);
  best_begin (&self->search, &self->village, &self->ask);
  best_try (&self->search, 0);
}

static void
case_clear (Case *self)
{
  orienta_matching_unref (self->matching);
  orienta_match_options_unref (self->options);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
}

static gint64
points_of (const Village *village, const gint *homes)
{
  gint64 points = 0;
  for (guint i = 0; i < village->n_households; i++)
    points += homes[i] >= 0 ? village->points[i][homes[i]] : 0;
  return points;
}

/* The same above the reserves of the homes. */
static gint64
worth_of (const Search *search)
{
  gint64 worth = 0;
  for (guint i = 0; i < search->village->n_households; i++)
    worth += search->best_homes[i] >= 0 ? best_worth (search, i, (guint) search->best_homes[i]) : 0;
  return worth;
}

/* Nobody who could have a home that stands empty is without one. */
static void
assert_nothing_empty (const Case *self, const gint *homes, guint32 seed)
{
  const Village *village = &self->village;
  gint left[VILLAGE_UNITS];
  for (guint unit = 0; unit < village->n_units; unit++)
    left[unit] = (gint) village->places[unit];
  for (guint i = 0; i < village->n_households; i++) {
    if (homes[i] >= 0)
      left[homes[i]]--;
    if (homes[i] >= 0 && village->occupies[i] >= 0)
      left[village->occupies[i]]++;
  }
  for (guint unit = 0; unit < village->n_units; unit++) {
    ck_assert_msg (left[unit] >= 0, "seed %u: unit %u", seed, unit);
    for (guint i = 0; i < village->n_households && left[unit] > 0; i++)
      ck_assert_msg (homes[i] >= 0 || !best_open (&self->search, i, unit), "seed %u: H%u, U%u", seed, i, unit);
  }
}

static void
assert_best (const Case *self, guint32 seed)
{
  gint homes[VILLAGE_HOUSEHOLDS];
  gint64 vector[BEST_LEVELS];
  guint served;
  best_read (&self->village, self->matching, homes);
  best_weigh (&self->search, homes, vector, &served);
  for (guint i = 0; i < BEST_LEVELS; i++)
    ck_assert_msg (vector[i] == self->search.best[i],
                   "seed %u, level %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed, i, vector[i],
                   self->search.best[i]);
  ck_assert_msg (served == self->search.served, "seed %u: served %x, expected %x", seed, served, self->search.served);
  ck_assert_int_eq (orienta_matching_get_total (self->matching), points_of (&self->village, homes));
  ck_assert_int_eq (orienta_matching_get_bound (self->matching), orienta_matching_get_total (self->matching));
  ck_assert_int_eq (orienta_matching_get_status (self->matching), ORIENTA_MATCH_OPTIMAL);
  assert_nothing_empty (self, homes, seed);
}

START_TEST (test_best_of_all)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    Case self = { 0 };
    case_open (&self, seed);
    case_solve (&self);
    assert_best (&self, seed);
    case_clear (&self);
  }
}
END_TEST

/* -- what is decided before -- */

/* Of the pairs of a matching of today some stay, some are refused, and the rest is a baseline. */
static void
case_decide (Case *self, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  orienta_match_options_set_mechanism (self->options, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) today = village_match (self->policy, self->reg, self->options);
  orienta_match_options_set_mechanism (self->options, ORIENTA_MECHANISM_OPTIMAL);
  gint64 most_loss = 500 * g_rand_int_range (rand, 0, 5);
  orienta_match_options_set_baseline (self->options, today, most_loss);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (today); pair++) {
    guint household = orienta_matching_get_household (today, pair), unit = orienta_matching_get_unit (today, pair);
    g_autofree char *id = g_strdup_printf ("H%u", household), *home = g_strdup_printf ("U%u", unit);
    gint64 points = self->village.points[household][unit];
    gint fate = g_rand_int_range (rand, 0, 8);
    if (fate < 2) {
      self->ask.kept[household] = (gint) unit;
      orienta_match_options_keep (self->options, id, home);
    } else if (fate == 2 && self->village.occupies[household] < 0) { /* nobody waits for a place it leaves */
      self->ask.barred[household][unit] = TRUE;
      orienta_match_options_bar (self->options, id, home);
    } else if (points > most_loss) {
      self->ask.least[household] = points - most_loss;
    }
  }
  for (guint household = 0; household < self->village.n_households; household++)
    for (guint unit = 0; unit < self->village.n_units; unit++)
      if (self->ask.barred[household][unit]) /* who has refused is not held to the baseline */
        self->ask.least[household] = G_MININT64;
}

START_TEST (test_best_around_decisions)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    Case self = { 0 };
    case_open (&self, seed);
    case_decide (&self, seed);
    case_solve (&self);
    assert_best (&self, seed);
    case_clear (&self);
  }
}
END_TEST

/* -- what one place more or less is worth -- */

static void
assert_worth (const Case *self, guint unit, gint by, guint32 seed)
{
  Search other;
  best_begin (&other, &self->village, &self->ask);
  if (other.room[unit] + by < 0)
    by = 0;
  other.room[unit] += by;
  best_try (&other, 0);
  if (other.best[BEST_MUST] < self->search.best[BEST_MUST]) { /* somebody who must have a home has none */
    if (self->village.places[unit] > 0)
      ck_assert_int_eq (orienta_matching_get_loss (self->matching, unit), G_MAXINT64);
    return;
  }
  gint64 points = worth_of (&other) - worth_of (&self->search);
  gint64 housed = other.best[BEST_HOUSED] - self->search.best[BEST_HOUSED];
  const OrientaMatching *matching = self->matching;
  gboolean more = by > 0;
  gint64 told = more ? orienta_matching_get_gain (matching, unit) : -orienta_matching_get_loss (matching, unit);
  gint n =
      more ? orienta_matching_get_gain_housed (matching, unit) : -orienta_matching_get_loss_housed (matching, unit);
  ck_assert_msg (told == points && n == housed,
                 "seed %u, U%u by %d: %" G_GINT64_FORMAT " points and %d, expected %" G_GINT64_FORMAT " and %d", seed,
                 unit, by, told, n, points, (int) housed);
}

START_TEST (test_worth_of_a_place)
{
  for (guint32 seed = 10000; seed < 10000 + WORTHS; seed++) {
    Case self = { 0 };
    case_open (&self, seed);
    if (seed % 2)
      case_decide (&self, seed);
    case_solve (&self);
    ck_assert (orienta_matching_has_prices (self.matching) || seed % 2); /* decisions may contradict each other */
    for (guint unit = 0; unit < self.village.n_units && orienta_matching_has_prices (self.matching); unit++) {
      assert_worth (&self, unit, 1, seed);
      assert_worth (&self, unit, -1, seed);
    }
    case_clear (&self);
  }
}
END_TEST

TEST_MAIN ("optimal", test_best_of_all, test_best_around_decisions, test_worth_of_a_place)
