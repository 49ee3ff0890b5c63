/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "levels.h"

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

/* Neither the order of the pairs of a row leaves a trace, nor whether a pair stands there twice. */
static void
assert_order_is_nothing (Instance *x, guint n_levels, const OrientaAssignment *result)
{
  gint64 n = x->first[x->n_rows];
  g_auto (Instance) twice = { x->n_rows,
                              x->n_columns,
                              g_new0 (gint64, x->n_rows + 1),
                              g_new (gint64, 2 * n * n_levels + 1),
                              g_new (guint32, 2 * n + 1),
                              g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32)) };
  for (guint row = 0; row < x->n_rows; row++) {
    gint64 from = x->first[row], to = x->first[row + 1], start = twice.first[row];
    twice.first[row + 1] = start + 2 * (to - from);
    for (gint64 i = 0; i < 2 * (to - from); i++) {
      gint64 pair = to - 1 - i % (to - from);
      twice.columns[start + i] = x->columns[pair];
      for (guint level = 0; level < n_levels; level++)
        twice.values[level * 2 * n + start + i] = x->values[level * n + pair] - (level == n_levels - 1 && i % 3 == 0);
    }
    for (gint64 i = 0; i < to - from; i++) /* one of the two is the better at the last level, the true one */
      twice.values[(n_levels - 1) * 2 * n + start + i + (i % 3 == 0 ? to - from : 0)] =
          x->values[(n_levels - 1) * n + to - 1 - i];
  }
  g_autoptr (OrientaAssignment) again = assign_levels (&twice, n_levels);
  ck_assert_mem_eq (orienta_assignment_get_columns (result), orienta_assignment_get_columns (again),
                    x->n_rows * sizeof (gint32));
  for (guint level = 0; level < n_levels; level++)
    ck_assert_mem_eq (orienta_assignment_get_level_values (result, level),
                      orienta_assignment_get_level_values (again, level), x->n_rows * sizeof (gint64));
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
    assert_order_is_nothing (&x, n_levels, result);
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
    ck_assert_mem_eq (orienta_assignment_get_cutoffs (one), orienta_assignment_get_cutoffs (three), x.n_columns * 8);
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

TEST_MAIN ("assign-levels", test_brute_force, test_same)
