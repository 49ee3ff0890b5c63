/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "levels.h"

#include "match/assign-private.h"

static Rank
rank_of (const OrientaAssignment *result)
{
  Rank rank = { { 0 }, orienta_assignment_get_n_pairs (result), 0 };
  for (guint level = 0; level < orienta_assignment_get_n_levels (result); level++)
    rank.totals[level] = orienta_assignment_get_level_total (result, level);
  for (guint row = 0; row < orienta_assignment_get_n_rows (result); row++)
    if (orienta_assignment_get_columns (result)[row] >= 0)
      rank.served |= 1U << (31 - row);
  return rank;
}

static void
assert_best (const Instance *x, guint n_levels, const OrientaAssignment *result, guint trial)
{
  Rank rank = rank_of (result), best = brute_force (x, n_levels, G_MAXUINT);
  for (guint level = 0; level < n_levels; level++)
    ck_assert_msg (rank.totals[level] == best.totals[level],
                   "trial %u, level %u of %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, trial, level, n_levels,
                   rank.totals[level], best.totals[level]);
  ck_assert_msg (rank.n_pairs == best.n_pairs && rank.served == best.served, "trial %u: rows %08x, expected %08x",
                 trial, rank.served, best.served);
}

static void
assert_verdict (const OrientaAssignment *claim, const Instance *x, guint n_levels, const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean right =
      orienta_assignment_verify_levels (claim, x->first, x->columns, n_levels, x->values, x->capacities, &error);
  ck_assert_str_eq (error ? error->message : "right", expected);
  ck_assert_int_eq (right, error == NULL);
  ck_assert (right || g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
}

/* -1, 0, 1: how the vectors of two arrays that are by level and node compare. */
static gint
compare (const gint64 *const *a, const gint64 *const *b, guint n_levels, guint node)
{
  for (guint level = 0; level < n_levels; level++)
    if (a[level][node] != b[level][node])
      return a[level][node] < b[level][node] ? -1 : 1;
  return 0;
}

/* Slack and prices as they are defined, read as a caller does: none is below 0, none where a place is free or a row
 * has none, and all add up to the total of each level. */
static void
assert_duals (const Instance *x, guint n_levels, const OrientaAssignment *result)
{
  g_autofree gint64 *nothing = g_new0 (gint64, MAX (x->n_rows, x->n_columns) + 1);
  const gint64 *slack[MOST_LEVELS], *prices[MOST_LEVELS], *zeros[MOST_LEVELS];
  g_autofree guint32 *left = g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32));
  for (guint level = 0; level < n_levels; level++) {
    slack[level] = orienta_assignment_get_level_slack (result, level);
    prices[level] = orienta_assignment_get_level_prices (result, level);
    zeros[level] = nothing;
    __int128 sum = 0;
    for (guint row = 0; row < x->n_rows; row++)
      sum += slack[level][row];
    for (guint column = 0; column < x->n_columns; column++)
      sum += (__int128) prices[level][column] * x->capacities[column];
    ck_assert (sum == orienta_assignment_get_level_total (result, level));
  }
  for (guint row = 0; row < x->n_rows; row++) {
    gint32 column = orienta_assignment_get_columns (result)[row];
    ck_assert_int_ge (compare (slack, zeros, n_levels, row), 0);
    ck_assert (column >= 0 || compare (slack, zeros, n_levels, row) == 0);
    if (column >= 0)
      left[column]--;
  }
  for (guint column = 0; column < x->n_columns; column++) {
    ck_assert_int_ge (compare (prices, zeros, n_levels, column), 0);
    ck_assert (left[column] == 0 || compare (prices, zeros, n_levels, column) == 0);
  }
}

/* Every pair given twice and backwards, at the last level once for so much less. */
static Instance
doubled (const Instance *x, guint n_levels, gint64 less)
{
  gint64 n = x->first[x->n_rows];
  Instance twice = { x->n_rows,
                     x->n_columns,
                     g_new0 (gint64, x->n_rows + 1),
                     g_new (gint64, 2 * n * n_levels + 1),
                     g_new (guint32, 2 * n + 1),
                     g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32)) };
  for (guint row = 0; row < x->n_rows; row++)
    for (gint64 pair = x->first[row + 1] - 1, i = 2 * x->first[row]; pair >= x->first[row]; pair--, i += 2) {
      twice.columns[i] = twice.columns[i + 1] = x->columns[pair];
      for (guint level = 0; level < n_levels; level++)
        twice.values[level * 2 * n + i] = twice.values[level * 2 * n + i + 1] = x->values[level * n + pair];
      twice.values[(n_levels - 1) * 2 * n + i + pair % 2] -= less;
    }
  for (guint row = 0; row < x->n_rows; row++)
    twice.first[row + 1] = 2 * x->first[row + 1];
  return twice;
}

/* Neither the order of the pairs of a row leaves a trace, nor that they are given twice; where a pair is given once
 * more for less, the same rows are served as well. */
static void
assert_order_is_nothing (const Instance *x, guint n_levels, const OrientaAssignment *result, gint64 less)
{
  g_auto (Instance) twice = doubled (x, n_levels, less);
  g_autoptr (OrientaAssignment) again = assign_levels (&twice, n_levels);
  const gint32 *columns = orienta_assignment_get_columns (result), *now = orienta_assignment_get_columns (again);
  for (guint row = 0; row < x->n_rows; row++)
    ck_assert (less > 0 ? (columns[row] < 0) == (now[row] < 0) : columns[row] == now[row]);
  assert_verdict (again, &twice, n_levels, "right");
}

START_TEST (test_brute_force)
{
  GRand *rand = g_rand_new_with_seed (20260301);
  for (guint trial = 0; trial < 12000; trial++) {
    guint n_levels = 1 + trial % MOST_LEVELS, n_rows = (guint) g_rand_int_range (rand, 0, 8);
    guint n_columns = (guint) g_rand_int_range (rand, 0, 6);
    g_auto (Instance) x = random_levels (rand, n_rows, n_columns, 2, 1 + trial % 3, n_levels);
    g_autoptr (OrientaAssignment) result = assign_levels (&x, n_levels);
    assert_best (&x, n_levels, result, trial);
    assert_verdict (result, &x, n_levels, "right");
    assert_verdict (result, &x, 1, "right");
    assert_duals (&x, n_levels, result);
    assert_order_is_nothing (&x, n_levels, result, 0);
    assert_order_is_nothing (&x, n_levels, result, 1);
  }
  g_rand_free (rand);
}
END_TEST

/* One level is orienta_assign(); a level that repeats the first, or says nothing, changes nothing. */
START_TEST (test_same)
{
  GRand *rand = g_rand_new_with_seed (5);
  for (guint trial = 0; trial < 40; trial++) {
    g_auto (Instance) x = random_instance (rand, 300, 20 + trial * 10, 6, -5, 60, 5, 2);
    gsize n = (gsize) x.first[300];
    g_autoptr (OrientaAssignment) one = assign (&x), same = assign_levels (&x, 1);
    x.values = g_renew (gint64, x.values, 3 * n);
    memset (x.values + n, 0, n * sizeof (gint64));
    memcpy (x.values + 2 * n, x.values, n * sizeof (gint64));
    g_autoptr (OrientaAssignment) three = assign_levels (&x, 3);
    ck_assert_mem_eq (orienta_assignment_get_columns (one), orienta_assignment_get_columns (same), 300 * 4);
    ck_assert_mem_eq (orienta_assignment_get_slack (one), orienta_assignment_get_level_slack (same, 0), 300 * 8);
    ck_assert_mem_eq (orienta_assignment_get_prices (one), orienta_assignment_get_prices (three), x.n_columns * 8);
    ck_assert_int_eq (orienta_assignment_get_level_total (three, 1), 0);
    ck_assert_int_eq (orienta_assignment_get_level_total (three, 2), orienta_assignment_get_total (one));
    for (guint row = 0; row < 300; row++)
      ck_assert_int_eq (orienta_assignment_get_columns (one)[row] >= 0,
                        orienta_assignment_get_columns (three)[row] >= 0);
    assert_verdict (three, &x, 3, "right");
  }
  g_rand_free (rand);
}
END_TEST

/* Two rows want the one place; at the first level they are alike, at the second row 1 comes before. The price is 5,
 * then 3; it could be down to 1. */
static const gint64 first[] = { 0, 1, 2 }, values[] = { 5, 5, 1, 3 };
static const guint32 columns[] = { 0, 0 }, one_place[] = { 1 }, two_places[] = { 2 };

/* The claim that `row` has the place, with its totals and the price of the column at both levels. */
static OrientaAssignment *
claim_new (guint row, gint64 total, gint64 price, gint64 later_total, gint64 later_price)
{
  OrientaAssignment *claim = orienta_assignment_new_empty (2, 1, 2);
  g_clear_pointer (&claim->values, g_free);
  g_clear_pointer (&claim->slack, g_free);
  claim->columns[row] = 0;
  claim->totals[0] = total;
  claim->totals[1] = later_total;
  claim->prices[0] = price;
  claim->prices[1] = later_price;
  return claim;
}

static void
assert_claim (OrientaAssignment *claim, guint n_levels, const guint32 *capacities, const char *expected)
{
  Instance x = { 2, 1, (gint64 *) first, (gint64 *) values, (guint32 *) columns, (guint32 *) capacities };
  assert_verdict (claim, &x, n_levels, expected);
  orienta_assignment_unref (claim);
}

START_TEST (test_claims)
{
  assert_claim (claim_new (1, 5, 5, 3, 3), 2, one_place, "right");
  assert_claim (claim_new (1, 5, 5, 3, 1), 2, one_place, "right");
  assert_claim (claim_new (0, 5, 5, 9, 9), 1, one_place, "right"); /* of the first level alone */
  assert_claim (claim_new (1, 5, 5, 3, 3), 3, one_place, "\"3\" levels, expected at most 2");
  assert_claim (claim_new (1, 5, 5, 2, 3), 2, one_place, "total \"2\" at level 1, expected 3");
  assert_claim (claim_new (0, 5, 5, 1, 3), 2, one_place,
                "total \"1\" at level 1, not proven: the prices allow up to 3");
  assert_claim (claim_new (0, 5, 5, 1, 1), 2, one_place,
                "total \"1\" at level 1, not proven: the prices allow up to 3");
  assert_claim (claim_new (1, 5, 5, 3, 4), 2, one_place,
                "total \"3\" at level 1, not proven: the prices allow up to 4");
  assert_claim (claim_new (1, 5, 0, 3, -1), 2, one_place, "column 0: price \"-1\" at level 1, expected 0 or more");
  assert_claim (claim_new (1, 5, 0, 3, 1), 2, two_places,
                "column 0: price \"1\" at level 1, expected 0 while a place is free");
  assert_claim (claim_new (1, 5, 0, 3, 0), 2, two_places, "total \"5\", not proven: the prices allow up to 10");
}
END_TEST

/* The solver's own answer, with each number changed by one. */
static void
assert_changes_caught (OrientaAssignment *best, const Instance *x, guint n_levels)
{
  struct {
    gint64 *numbers;
    gsize n;
  } arrays[] = { { best->totals, n_levels },
                 { best->values, n_levels * x->n_rows },
                 { best->slack, n_levels * x->n_rows },
                 { best->prices, n_levels * x->n_columns } };
  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    for (gsize i = 0; i < 2 * arrays[a].n; i++) {
      gint64 *number = &arrays[a].numbers[i / 2];
      if (a == 1 && best->columns[i / 2 % x->n_rows] < 0)
        continue;
      if (a == 3 && i % 2 == 1 && x->capacities[i / 2 % x->n_columns] == 0)
        continue; /* a closed column may be dearer than it is */
      *number += i % 2 == 0 ? -1 : 1;
      ck_assert (
          !orienta_assignment_verify_levels (best, x->first, x->columns, n_levels, x->values, x->capacities, NULL));
      *number -= i % 2 == 0 ? -1 : 1;
    }
  assert_verdict (best, x, n_levels, "right");
}

START_TEST (test_changes)
{
  GRand *rand = g_rand_new_with_seed (8);
  for (guint trial = 0; trial < 1000; trial++) {
    guint n_levels = 1 + trial % MOST_LEVELS;
    g_auto (Instance) x = random_levels (rand, 1 + trial % 6, 1 + trial % 5, 2, 2, n_levels);
    g_autoptr (OrientaAssignment) best = assign_levels (&x, n_levels);
    assert_changes_caught (best, &x, n_levels);
  }
  g_rand_free (rand);
}
END_TEST

START_TEST (test_widest)
{
  const gint64 highest = G_GINT64_CONSTANT (1) << 58;
  const guint32 apart[] = { 0, 1 }, open[] = { 1, 1 }, closed[] = { 1, 0 }, none[] = { 0, 0 };
  const gint64 fits[] = { 1, 1, 1 - highest, 1 }, never[] = { 1, -1, highest, G_MININT64 };
  const gint64 passes[] = { 1, 1, highest, -1 }, beyond[] = { 1, 1, 0, G_MININT64 };
  const char *message = "level 1: values up to \"288230376151711744\" may add up to more than 288230376151711744, "
                        "expected smaller ones";
  g_autoptr (GError) error = NULL, worse = NULL;
  g_autoptr (OrientaAssignment) wide = orienta_assign_levels (2, 2, first, apart, 2, fits, open, NULL, NULL);
  g_autoptr (OrientaAssignment) ignored = orienta_assign_levels (2, 2, first, apart, 2, never, open, NULL, NULL);
  g_autoptr (OrientaAssignment) single = orienta_assign_levels (2, 2, first, apart, 2, passes, closed, NULL, NULL);
  ck_assert_int_eq (orienta_assignment_get_level_total (wide, 1), 2 - highest);
  ck_assert_int_eq (orienta_assignment_get_level_total (ignored, 1), highest);
  ck_assert_int_eq (orienta_assignment_get_level_total (single, 1), highest);
  ck_assert_int_eq (orienta_assignment_get_level_prices (single, 1)[1], -1);
  ck_assert (orienta_assignment_verify_levels (wide, first, apart, 2, fits, open, NULL));
  ck_assert (orienta_assignment_verify_levels (ignored, first, apart, 2, never, open, NULL));
  ck_assert_ptr_null (orienta_assign_levels (2, 2, first, apart, 2, passes, open, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_str_eq (error->message, message);
  ck_assert_ptr_null (orienta_assign_levels (2, 2, first, apart, 2, beyond, none, NULL, &worse));
  ck_assert_str_eq (worse->message, "level 1: values up to \"9223372036854775808\" may add up to more than "
                                    "288230376151711744, expected smaller ones");
}
END_TEST

START_TEST (test_refused)
{
  const guint32 outside[] = { 0, 1 };
  const gint64 highest[] = { G_MAXINT64, 1, 0, 0 };
  g_autoptr (GError) error = NULL, limit = NULL;
  ck_assert_ptr_null (orienta_assign_levels (2, 1, first, outside, 2, values, one_place, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  ck_assert_str_eq (error->message, "row 1: column \"1\", expected one below 1");
  ck_assert_ptr_null (orienta_assign_levels (2, 1, first, columns, 2, highest, two_places, NULL, &limit));
  ck_assert (g_error_matches (limit, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_str_eq (limit->message, "values up to \"9223372036854775807\" may add up to more than 9223372036854775807, "
                                    "expected smaller ones");
}
END_TEST

START_TEST (test_nothing)
{
  const gint64 nobody[] = { 0, 0, 0 };
  const guint32 capacities[] = { 3, 0 };
  g_autoptr (OrientaAssignment) empty = orienta_assign_levels (0, 0, NULL, NULL, 3, NULL, NULL, NULL, NULL);
  g_autoptr (OrientaAssignment) idle = orienta_assign_levels (2, 2, nobody, NULL, 3, NULL, capacities, NULL, NULL);
  ck_assert_uint_eq (orienta_assignment_get_n_levels (empty), 3);
  ck_assert_int_eq (orienta_assignment_get_level_total (empty, 2), 0);
  ck_assert_uint_eq (orienta_assignment_get_n_pairs (idle), 0);
  ck_assert_int_eq (orienta_assignment_get_level_prices (idle, 2)[1], 0);
  ck_assert (orienta_assignment_verify_levels (idle, nobody, NULL, 3, NULL, capacities, NULL));
}
END_TEST

/* Slow enough for the next call to be due at once; stops the second level. */
static gboolean
stop_at_second (OrientaProgress *progress, gpointer data)
{
  g_usleep (25000);
  return ++*(guint *) data < 2;
}

START_TEST (test_cancel)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  guint calls = 0;
  orienta_progress_set_tick (progress, stop_at_second, &calls);
  ck_assert_ptr_null (orienta_assign_levels (2, 1, first, columns, 2, values, one_place, progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_str_eq (error->message, "cancelled while matching");
  ck_assert_uint_eq (calls, 2);
}
END_TEST

TEST_MAIN ("assign-levels", test_brute_force, test_same, test_claims, test_changes, test_widest, test_refused,
           test_nothing, test_cancel)
