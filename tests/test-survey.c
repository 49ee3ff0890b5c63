/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "village.h"

#include "match/survey-private.h"

/* What is seen row by row is what a board of all pairs tells: of random registers and options, and of matchings that
 * are spoilt at random. */

#define CASES 600

/* -- options and what they leave -- */

static OrientaMatchOptions *
random_options (const Village *village, GRand *rand)
{
  OrientaMatchOptions *self = orienta_match_options_new ();
  g_autofree char *household = g_strdup_printf ("H%d", g_rand_int_range (rand, 0, (gint) village->n_households));
  g_autofree char *unit = g_strdup_printf ("U%d", g_rand_int_range (rand, 0, (gint) village->n_units));
  orienta_match_options_set_n_threads (self, (guint) g_rand_int_range (rand, 1, 4));
  orienta_match_options_set_mechanism (self, g_rand_boolean (rand) ? ORIENTA_MECHANISM_OPTIMAL
                                                                   : ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_to_verify (self, g_rand_boolean (rand));
  switch (g_rand_int_range (rand, 0, 6)) {
  case 0:
    orienta_match_options_bar (self, household, unit);
    break;
  case 1:
    orienta_match_options_keep (self, household, unit);
    break;
  case 2:
    orienta_match_options_set_reserve (self, unit, 3000);
    break;
  case 3:
    orienta_match_options_set_minimum (self, 1000);
    break;
  case 4:
    orienta_match_options_set_objective (self, ORIENTA_OBJECTIVE_HOUSEHOLDS);
    break;
  }
  return self;
}

/* Points of 0 and more are the case of rows; a few villages have others. */
static void
random_village (Village *self, GRand *rand)
{
  village_random (self, rand);
  if (g_rand_int_range (rand, 0, 8) == 0)
    return;
  self->n_tiers = 0;
  for (guint i = 0; i < self->n_households; i++)
    for (guint unit = 0; unit < self->n_units; unit++)
      if (self->points[i][unit] != VILLAGE_CLOSED)
        self->points[i][unit] = ABS (self->points[i][unit]);
}

/* -- the same of both -- */

/* By the definition: of what a row's pairs leave, level after level, the largest, and nothing where that is less. */
static void
assert_kept (const OrientaSurvey *rows, const OrientaBoard *board, const OrientaMatching *matching)
{
  gint64 sums[8] = { 0 };
  for (guint row = 0; row < board->n_rows; row++) {
    gint64 best[8] = { 0 };
    for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
      gint64 left[8] = { 0 };
      guint differs = board->n_levels;
      for (guint level = board->n_levels; level-- > 0;) {
        left[level] =
            orienta_board_value (board, level, i) - matching->prices[(gsize) level * board->n_units + board->units[i]];
        differs = left[level] != best[level] ? level : differs;
      }
      if (differs < board->n_levels && left[differs] > best[differs])
        memcpy (best, left, sizeof best);
    }
    for (guint level = 0; level < board->n_levels; level++)
      sums[level] += best[level];
  }
  for (guint level = 0; level < board->n_levels; level++)
    ck_assert (rows->kept[level] == sums[level]);
}

static void
assert_held (const OrientaSurvey *rows, const OrientaBoard *board, const OrientaMatching *matching)
{
  ck_assert_mem_eq (rows->board->households, board->households, board->n_rows * sizeof (guint32));
  ck_assert_mem_eq (rows->board->bounds, board->bounds, board->n_rows);
  ck_assert_mem_eq (rows->board->capacities, board->capacities, board->n_units * sizeof (guint32));
  for (guint row = 0; row < board->n_rows; row++) {
    gint32 pair = matching->pair_of[board->households[row]];
    gint64 found =
        pair >= 0 ? orienta_board_find (board, row, matching->pairs[pair].unit) : orienta_board_find_own (board, row);
    gint64 at = rows->board->first[row];
    ck_assert_int_eq (rows->board->first[row + 1] - at, found >= 0);
    if (found < 0)
      continue;
    ck_assert_uint_eq (rows->board->units[at], board->units[found]);
    ck_assert_int_eq (rows->board->points[at], board->points[found]);
    ck_assert_uint_eq (rows->board->status[at], board->status[found]);
  }
}

static void
assert_same_answer (const OrientaMatching *matching, const OrientaSurvey *rows, const OrientaSurvey *whole)
{
  g_autoptr (GError) one = NULL, other = NULL;
  gboolean holds = orienta_matching_check (matching, rows, &one);
  ck_assert_int_eq (holds, orienta_matching_check (matching, whole, &other));
  ck_assert_str_eq (holds ? "" : one->message, holds ? "" : other->message);
}

/* Returns whether rows were enough. */
static gboolean
assert_same (const OrientaMatching *matching)
{
  g_autoptr (OrientaSurvey) rows = orienta_survey_new (matching, NULL);
  g_autoptr (OrientaSurvey) whole = orienta_survey_new_whole (matching, NULL);
  ck_assert (rows && whole);
  assert_same_answer (matching, rows, whole);
  if (rows->kept)
    assert_kept (rows, whole->board, matching);
  if (rows->kept)
    assert_held (rows, whole->board, matching);
  return rows->kept != NULL;
}

static OrientaMatching *
match (const Village *village, OrientaPolicy *policy, OrientaRegister *reg, GRand *rand)
{
  g_autoptr (OrientaMatchOptions) options = random_options (village, rand);
  return orienta_match (policy, reg, options, NULL, NULL); /* NULL: what is to be kept is refused */
}

/* -- spoilt -- */

/* Takes a pair out, of the index too. */
static void
take_out (OrientaMatching *self, guint pair)
{
  self->pair_of[self->pairs[pair].household] = -1;
  for (guint i = pair + 1; i < self->n_pairs; i++) {
    self->pairs[i - 1] = self->pairs[i];
    self->pair_of[self->pairs[i].household]--;
  }
  self->n_pairs--;
}

static void
spoil (OrientaMatching *self, GRand *rand)
{
  guint n_units = self->binding->reg->n_units;
  OrientaMatched *pair = &self->pairs[g_rand_int_range (rand, 0, (gint) self->n_pairs)];
  gint by = g_rand_boolean (rand) ? 1 : -1;
  switch (g_rand_int_range (rand, 0, 7)) {
  case 0:
    pair->unit = (guint) g_rand_int_range (rand, 0, (gint) n_units);
    break;
  case 1:
    pair->points += by;
    break;
  case 2:
    pair->status ^= 1;
    break;
  case 3:
    self->total -= pair->points;
    take_out (self, (guint) (pair - self->pairs));
    break;
  case 4:
    self->pairs[0] = *pair;
    break;
  case 5:
    self->totals[g_rand_int_range (rand, 0, (gint) self->n_levels)] += by;
    break;
  default:
    self->prices[g_rand_int_range (rand, 0, (gint) (self->n_levels * n_units))] += by * 1000;
    break;
  }
}

START_TEST (test_rows)
{
  guint by_rows = 0, refused = 0;
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    random_village (&village, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&village);
    g_autoptr (OrientaRegister) reg = village_register (&village, policy);
    g_autoptr (OrientaMatching) matching = match (&village, policy, reg, rand);
    if (!matching)
      continue;
    ck_assert (orienta_matching_verify (matching, policy, reg, NULL));
    by_rows += assert_same (matching);
    if (matching->n_pairs == 0 || !matching->prices)
      continue;
    spoil (matching, rand);
    assert_same (matching);
    refused += !orienta_matching_verify (matching, policy, reg, NULL);
  }
  ck_assert_uint_gt (by_rows, CASES / 4);
  ck_assert_uint_gt (refused, CASES / 4);
}
END_TEST

TEST_MAIN ("survey", test_rows)
