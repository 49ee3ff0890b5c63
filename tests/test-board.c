/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

#include "match/board-private.h"
#include "rules/binding-private.h"

/* Everything that may be matched, against what is plainly true of random registers. */

#define CASES 1500

static void
assert_places (const OrientaBoard *board, const Search *search)
{
  for (guint unit = 0; unit < search->village->n_units; unit++)
    ck_assert_uint_eq (board->capacities[unit], (guint) search->room[unit]);
}

static void
assert_pair (const OrientaBoard *board, const Search *search, guint row, guint unit)
{
  const Village *village = search->village;
  guint household = board->households[row];
  gint64 pair = orienta_board_find (board, row, unit);
  gboolean stays = village->occupies[household] == (gint) unit && !best_is_bound (search, household);
  ck_assert ((pair >= 0) == (stays || best_open (search, household, unit)));
  if (pair < 0)
    return;
  ck_assert_uint_eq (board->units[pair], unit);
  ck_assert_int_eq (board->points[pair], stays ? 0 : village->points[household][unit]);
  ck_assert_int_eq (board->status[pair], stays ? ORIENTA_STAYS : (gint) village_status (village, household, unit));
  if (!stays)
    ck_assert_uint_eq (orienta_board_tier (board, pair), village_tier (village, household, unit));
}

static void
assert_row (const OrientaBoard *board, const Search *search, guint row)
{
  const Village *village = search->village;
  guint household = board->households[row], open = 0;
  ck_assert_uint_eq (search->rank[household], row);
  ck_assert_uint_eq (board->rows[household], row);
  for (guint unit = 0; unit < village->n_units; unit++) {
    open += village_status (village, household, unit) != ORIENTA_INELIGIBLE;
    assert_pair (board, search, row, unit);
  }
  for (gint64 pair = board->first[row] + 1; pair < board->first[row + 1]; pair++)
    ck_assert_uint_lt (board->units[pair - 1], board->units[pair]);
  ck_assert_uint_eq (board->n_open[row], open);
  ck_assert_int_eq (board->bounds[row], search->ask->kept[household] >= 0   ? ORIENTA_BOUND_KEPT
                                        : village->occupies[household] >= 0 ? ORIENTA_BOUND_STAYS
                                                                            : ORIENTA_BOUND_NOT);
}

static void
ask_at_random (Ask *ask, const Village *village, GRand *rand)
{
  ask_nothing (ask);
  ask->without_to_verify = g_rand_boolean (rand);
  ask->minimum = g_rand_boolean (rand) ? g_rand_int_range (rand, -1000, 4000) : G_MININT64;
  for (guint i = 0; i < village->n_households; i++) {
    ask->barred[i][g_rand_int_range (rand, 0, (gint) village->n_units)] = g_rand_boolean (rand);
    if (g_rand_int_range (rand, 0, 3) == 0)
      ask->kept[i] = g_rand_int_range (rand, 0, (gint) village->n_units);
  }
}

START_TEST (test_laid_out)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    Ask ask;
    Search search;
    village_random (&village, rand);
    ask_at_random (&ask, &village, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&village);
    g_autoptr (OrientaRegister) reg = village_register (&village, policy);
    g_autoptr (OrientaMatchOptions) options = ask_options (&ask, &village);
    g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
    g_autoptr (OrientaBoard) board = orienta_board_new (binding, options, NULL, NULL);
    best_begin (&search, &village, &ask);
    ck_assert_uint_eq (board->n_rows, village.n_households);
    ck_assert_uint_eq (board->n_units, village.n_units);
    assert_places (board, &search);
    for (guint row = 0; row < village.n_households; row++)
      assert_row (board, &search, row);
  }
}
END_TEST

/* -- the order of households -- */

/* At equal dates the draw decides, and without a draw the id: the order of a published draw is that of its sums. */
START_TEST (test_draw_orders_rows)
{
  Village village = { .n_households = VILLAGE_HOUSEHOLDS, .n_units = 1 };
  for (guint i = 0; i < village.n_households; i++) {
    village.wants[i] = village.avoids[i] = village.occupies[i] = -1;
    village.day[i] = 1 + (i > 3);
  }
  g_autoptr (OrientaPolicy) policy = village_policy (&village);
  g_autoptr (OrientaRegister) reg = village_register (&village, policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_seed (options, "2026-W27");
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  g_autoptr (OrientaBoard) board = orienta_board_new (binding, options, NULL, NULL);
  g_autofree char *last = NULL;
  for (guint row = 0; row < village.n_households; row++) {
    g_autofree char *id = g_strdup_printf ("H%u", board->households[row]);
    char *sum = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) "2026-W27", 8, id, -1);
    ck_assert_int_eq (board->households[row] > 3, row > 3);
    ck_assert (row == 0 || row == 4 || strcmp (last, sum) < 0);
    g_free (last);
    last = sum;
  }
}
END_TEST

TEST_MAIN ("board", test_laid_out, test_draw_orders_rows)
