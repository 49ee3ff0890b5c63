/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* Why somebody has no home, against what it would take to give it each home all the same. */

#define CASES 600

typedef struct {
  Village village;
  Ask ask;
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatching *matching;
  Search search;
} Case;

static void
case_open (Case *self, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  village_random (&self->village, rand);
  ask_nothing (&self->ask);
  self->ask.households_first = g_rand_int_range (rand, 0, 4) == 0;
  self->ask.without_to_verify = g_rand_int_range (rand, 0, 3) == 0;
  if (g_rand_int_range (rand, 0, 4) == 0)
    self->ask.minimum = g_rand_int_range (rand, -2000, 3000);
  for (guint unit = 0; unit < self->village.n_units; unit++)
    self->ask.reserves[unit] = g_rand_int_range (rand, 0, 6) == 0 ? g_rand_int_range (rand, 1, 4000) : 0;
  self->policy = village_policy (&self->village);
  self->reg = village_register (&self->village, self->policy);
  g_autoptr (OrientaMatchOptions) options = ask_options (&self->ask, &self->village);
  self->matching = village_match (self->policy, self->reg, options);
  best_begin (&self->search, &self->village, &self->ask);
  best_try (&self->search, 0);
}

static void
case_clear (Case *self)
{
  orienta_matching_unref (self->matching);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
}

/* The lowest points that hold a place; G_MININT64: one is free; G_MAXINT64: nobody has one, and none is free. */
static gint64
cutoff_of (const Case *self, const gint *homes, guint unit)
{
  gint64 cutoff = G_MAXINT64;
  gint left = (gint) self->village.places[unit];
  for (guint i = 0; i < self->village.n_households; i++) {
    left += homes[i] >= 0 && self->village.occupies[i] == (gint) unit;
    if (homes[i] != (gint) unit)
      continue;
    left--;
    cutoff = MIN (cutoff, self->village.points[i][unit]);
  }
  return left > 0 ? G_MININT64 : cutoff;
}

/* The home with a free place that its reserve alone keeps from a household, where the fewest points are missing. */
static gint
find_withheld (const Case *self, guint household, gint64 *missing)
{
  gint homes[VILLAGE_HOUSEHOLDS], nearest = -1;
  best_read (&self->village, self->matching, homes);
  for (guint unit = 0; unit < self->village.n_units; unit++) {
    if (!best_allowed (&self->search, household, unit) || best_open (&self->search, household, unit)
        || cutoff_of (self, homes, unit) != G_MININT64)
      continue;
    if (nearest >= 0 && -best_worth (&self->search, household, unit) >= *missing)
      continue;
    nearest = (gint) unit;
    *missing = -best_worth (&self->search, household, unit);
  }
  return nearest;
}

/* The first level at which the best matching that gives a household this unit has less than the best of all. */
typedef struct {
  gint unit;
  guint level, tier;
  gint64 missing;
} Gap;

static Gap
gap_of (const Case *self, guint household, guint unit)
{
  Search other;
  Gap gap = { .unit = (gint) unit, .tier = village_tier (&self->village, household, unit) };
  best_begin (&other, &self->village, &self->ask);
  other.forced = (gint) household;
  other.forced_unit = (gint) unit;
  best_try (&other, 0);
  while (gap.level < BEST_LEVELS && self->search.best[gap.level] == other.best[gap.level])
    gap.level++;
  if (gap.level < BEST_LEVELS)
    gap.missing = self->search.best[gap.level] - other.best[gap.level];
  return gap;
}

static gboolean
find_nearest (const Case *self, guint household, Gap *nearest)
{
  for (guint unit = 0; unit < self->village.n_units; unit++) {
    if (self->search.room[unit] == 0 || !best_open (&self->search, household, unit))
      continue;
    Gap gap = gap_of (self, household, unit);
    if (nearest->unit < 0 || gap.level > nearest->level
        || (gap.level == nearest->level && gap.missing < nearest->missing))
      *nearest = gap;
  }
  return nearest->unit >= 0;
}

/* Where no home has a place for it. */
static OrientaReasonCode
reason_without_gap (const Case *self, guint household)
{
  OrientaReasonCode reason = ORIENTA_REASON_NOTHING_ELIGIBLE;
  for (guint unit = 0; unit < self->village.n_units; unit++) {
    if (best_open (&self->search, household, unit))
      return ORIENTA_REASON_MATCH_NO_PLACE;
    if (village_status (&self->village, household, unit) != ORIENTA_INELIGIBLE)
      reason = ORIENTA_REASON_MATCH_LEFT_OUT;
  }
  return reason;
}

static OrientaReasonCode
reason_of (const Case *self, const Gap *gap)
{
  if (gap->level == BEST_MUST)
    return ORIENTA_REASON_MATCH_HELD;
  if (gap->level == BEST_FIRST || gap->level == BEST_HOUSED)
    return ORIENTA_REASON_MATCH_FEWER;
  if (gap->level > BEST_HOUSED || gap->level - BEST_POINTS > gap->tier)
    return ORIENTA_REASON_MATCH_TIED;
  return gap->level - BEST_POINTS < gap->tier ? ORIENTA_REASON_MATCH_TIER : ORIENTA_REASON_MATCH_OUTSCORED;
}

/* The nearest home and what is missing there, to the thousandth; for a household that would leave a place, never less.
 */
static void
assert_reason (const Case *self, guint place, guint32 seed)
{
  guint household = orienta_matching_get_unmatched (self->matching, place);
  OrientaReasonCode reason = orienta_matching_get_reason (self->matching, place);
  gint64 margin = orienta_matching_get_margin (self->matching, place);
  Gap nearest = { .unit = -1 };
  gboolean any = find_nearest (self, household, &nearest);
  OrientaReasonCode expected = any ? reason_of (self, &nearest) : reason_without_gap (self, household);
  gboolean counts = expected == ORIENTA_REASON_MATCH_OUTSCORED;
  gint64 missing = counts ? nearest.missing : 0, short_of;
  gint withheld = find_withheld (self, household, &short_of);
  if (withheld >= 0) {
    expected = ORIENTA_REASON_MATCH_RESERVED;
    missing = short_of;
    nearest.unit = withheld;
  } else if (any && self->village.occupies[household] >= 0) {
    ck_assert_msg (reason != expected || margin >= missing, "seed %u, H%u: %" G_GINT64_FORMAT, seed, household, margin);
    return;
  }
  ck_assert_msg (reason == expected, "seed %u, H%u: %s, expected %s", seed, household, orienta_reason_get_name (reason),
                 orienta_reason_get_name (expected));
  ck_assert_msg (margin == missing, "seed %u, H%u: margin %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed,
                 household, margin, missing);
  ck_assert_msg (orienta_matching_get_nearest (self->matching, place) == nearest.unit,
                 "seed %u, H%u: U%d, expected U%d", seed, household,
                 orienta_matching_get_nearest (self->matching, place), nearest.unit);
}

START_TEST (test_reasons_of_the_best)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    Case self = { 0 };
    case_open (&self, seed);
    for (guint place = 0; place < orienta_matching_get_n_unmatched (self.matching); place++)
      assert_reason (&self, place, seed);
    case_clear (&self);
  }
}
END_TEST

/* -- the margin, asked of the library itself -- */

/* Whether a household is housed when one of its pairs has so many points more. */
static gboolean
is_housed_with (const Case *self, guint household, guint unit, gint64 more)
{
  Village raised = self->village;
  raised.points[household][unit] += more;
  g_autoptr (OrientaRegister) reg = village_register (&raised, self->policy);
  g_autoptr (OrientaMatchOptions) options = ask_options (&self->ask, &raised);
  g_autoptr (OrientaMatching) matching = village_match (self->policy, reg, options);
  return orienta_matching_find_household (matching, household) >= 0;
}

static guint
assert_margin (const Case *self, guint place, guint32 seed)
{
  guint household = orienta_matching_get_unmatched (self->matching, place);
  gint64 margin = orienta_matching_get_margin (self->matching, place);
  if (orienta_matching_get_reason (self->matching, place) != ORIENTA_REASON_MATCH_OUTSCORED)
    return 0;
  guint unit = (guint) orienta_matching_get_nearest (self->matching, place);
  if (self->village.points[household][unit] + margin >= VILLAGE_MOST)
    return 0;
  ck_assert_msg (is_housed_with (self, household, unit, margin + 1), "seed %u, H%u, U%u", seed, household, unit);
  if (self->village.occupies[household] < 0 && margin > 0)
    ck_assert_msg (!is_housed_with (self, household, unit, margin - 1), "seed %u, H%u, U%u", seed, household, unit);
  return 1;
}

/* Points below 0 are left out: to raise the lowest of all moves where all others count from. */
START_TEST (test_margin_is_what_is_missing)
{
  guint n = 0;
  for (guint32 seed = 20000; seed < 20000 + CASES; seed++) {
    Case self = { 0 };
    case_open (&self, seed);
    for (guint place = 0; self.search.lowest == 0 && place < orienta_matching_get_n_unmatched (self.matching); place++)
      n += assert_margin (&self, place, seed);
    case_clear (&self);
  }
  ck_assert_uint_ge (n, 30);
}
END_TEST

/* -- of the other mechanisms: the distance to the lowest points that hold a place -- */

typedef struct {
  OrientaReasonCode reason;
  gint64 margin;
  gint nearest;
} Plain;

/* The last in the order whom the home holds, pairs that are decided apart; -1: nobody. */
static gint
last_of (const Case *self, const gint *homes, guint unit)
{
  gint last = -1;
  for (guint i = 0; i < self->village.n_households; i++)
    if (homes[i] == (gint) unit && self->ask.kept[i] < 0
        && (last < 0 || village_first_for (&self->village, unit, (guint) last, i)))
      last = (gint) i;
  return last;
}

/* How a household stands at a home: 0 nobody can go, 1 of a lower tier, 2 too few points, 3 its turn was not yet. */
static guint
standing_of (const Case *self, const gint *homes, guint household, guint unit, gint64 *missing)
{
  const Village *village = &self->village;
  gint last = last_of (self, homes, unit);
  *missing = 0;
  if (cutoff_of (self, homes, unit) == G_MININT64)
    return 3;
  if (last < 0)
    return 0;
  guint own = village_tier (village, household, unit), other = village_tier (village, (guint) last, unit);
  if (own > other)
    return 1;
  if (own < other || village->points[household][unit] >= village->points[last][unit])
    return 3;
  *missing = village->points[last][unit] - village->points[household][unit];
  return 2;
}

static Plain
plain_reason (const Case *self, const gint *homes, guint household)
{
  static const OrientaReasonCode reasons[] = { ORIENTA_REASON_MATCH_NO_PLACE, ORIENTA_REASON_MATCH_TIER,
                                               ORIENTA_REASON_MATCH_OUTSCORED, ORIENTA_REASON_MATCH_ORDER };
  Plain plain = { reason_without_gap (self, household), 0, -1 };
  guint best = 0;
  for (guint unit = 0; unit < self->village.n_units; unit++) {
    gint64 missing;
    ck_assert_int_eq (orienta_matching_get_cutoff (self->matching, unit), cutoff_of (self, homes, unit));
    if (!best_open (&self->search, household, unit))
      continue;
    guint standing = standing_of (self, homes, household, unit, &missing);
    if (standing < best || (standing == best && (plain.nearest >= 0 || standing == 0) && missing >= plain.margin))
      continue;
    best = standing;
    plain = (Plain){ reasons[standing], missing, (gint) unit };
  }
  gint64 short_of;
  gint withheld = find_withheld (self, household, &short_of);
  return withheld < 0 ? plain : (Plain){ ORIENTA_REASON_MATCH_RESERVED, short_of, withheld };
}

START_TEST (test_reasons_of_the_others)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    Case self = { 0 };
    gint homes[VILLAGE_HOUSEHOLDS];
    case_open (&self, seed);
    orienta_matching_unref (self.matching);
    g_autoptr (OrientaMatchOptions) options = ask_options (&self.ask, &self.village);
    orienta_match_options_set_mechanism (options, seed % 2 ? ORIENTA_MECHANISM_SEQUENTIAL : ORIENTA_MECHANISM_STABLE);
    self.matching = village_match (self.policy, self.reg, options);
    best_read (&self.village, self.matching, homes);
    for (guint place = 0; place < orienta_matching_get_n_unmatched (self.matching); place++) {
      Plain plain = plain_reason (&self, homes, orienta_matching_get_unmatched (self.matching, place));
      ck_assert_msg (orienta_matching_get_reason (self.matching, place) == plain.reason
                         && orienta_matching_get_margin (self.matching, place) == plain.margin
                         && orienta_matching_get_nearest (self.matching, place) == plain.nearest,
                     "seed %u, place %u: %s %ld %d, expected %s %ld %d", seed, place,
                     orienta_reason_get_name (orienta_matching_get_reason (self.matching, place)),
                     (long) orienta_matching_get_margin (self.matching, place),
                     orienta_matching_get_nearest (self.matching, place), orienta_reason_get_name (plain.reason),
                     (long) plain.margin, plain.nearest);
    }
    case_clear (&self);
  }
}
END_TEST

TEST_MAIN ("reasons", test_reasons_of_the_best, test_margin_is_what_is_missing, test_reasons_of_the_others)
