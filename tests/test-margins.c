/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "levels.h"

static OrientaMargins *
measure (const Instance *x, const OrientaAssignment *best)
{
  g_autoptr (GError) error = NULL;
  OrientaMargins *margins = orienta_assign_margins (best, x->first, x->columns, x->values, x->capacities, NULL, &error);
  ck_assert_msg (margins != NULL, "%s", error ? error->message : "");
  return margins;
}

/* Places by which the column has more or fewer; the row that is missing. By brute force. */
static void
assert_changed (const Instance *x, const OrientaAssignment *best, guint column, gint places, guint missing,
                const gint64 *expected)
{
  guint n_levels = orienta_assignment_get_n_levels (best);
  if (places != 0)
    x->capacities[column] += (guint32) places;
  Rank rank = brute_force (x, n_levels, missing);
  if (places != 0)
    x->capacities[column] -= (guint32) places;
  for (guint level = 0; level < n_levels; level++)
    ck_assert_int_eq (rank.totals[level], orienta_assignment_get_level_total (best, level) + expected[level]);
}

/* Gains are no higher and losses no lower than prices. */
static void
assert_interval (const OrientaAssignment *best, guint column, const gint64 *gain, const gint64 *loss, gboolean closed)
{
  gint below = 0, above = 0;
  for (guint level = 0; level < orienta_assignment_get_n_levels (best); level++) {
    gint64 price = orienta_assignment_get_level_prices (best, level)[column];
    below = below != 0 ? below : (gain[level] > price) - (gain[level] < price);
    above = above != 0 ? above : (loss[level] > price) - (loss[level] < price);
  }
  ck_assert_int_le (below, 0);
  ck_assert (closed || above >= 0);
}

static void
assert_columns (const Instance *x, const OrientaAssignment *best, const OrientaMargins *margins)
{
  guint n_levels = orienta_assignment_get_n_levels (best);
  for (guint column = 0; column < x->n_columns; column++) {
    gint64 gain[MOST_LEVELS], loss[MOST_LEVELS], change[MOST_LEVELS];
    for (guint level = 0; level < n_levels; level++) {
      gain[level] = orienta_margins_get_gains (margins, level)[column];
      loss[level] = orienta_margins_get_losses (margins, level)[column];
      change[level] = -loss[level];
      ck_assert (x->capacities[column] > 0 || loss[level] == 0);
    }
    assert_changed (x, best, column, 1, G_MAXUINT, gain);
    if (x->capacities[column] > 0)
      assert_changed (x, best, column, -1, G_MAXUINT, change);
    assert_interval (best, column, gain, loss, x->capacities[column] == 0);
  }
}

static void
assert_rows (const Instance *x, const OrientaAssignment *best, const OrientaMargins *margins)
{
  for (guint row = 0; row < x->n_rows; row++) {
    gint64 change[MOST_LEVELS];
    for (guint level = 0; level < orienta_assignment_get_n_levels (best); level++)
      change[level] = -orienta_margins_get_row_losses (margins, level)[row];
    assert_changed (x, best, 0, 0, row, change);
  }
}

START_TEST (test_brute_force)
{
  GRand *rand = g_rand_new_with_seed (20260302);
  for (guint trial = 0; trial < 4000; trial++) {
    guint n_levels = 1 + trial % MOST_LEVELS, n_rows = (guint) g_rand_int_range (rand, 0, 8);
    guint n_columns = (guint) g_rand_int_range (rand, 0, 6);
    g_auto (Instance) x = random_levels (rand, n_rows, n_columns, 2, 1 + trial % 3, n_levels);
    g_autoptr (OrientaAssignment) best = assign_levels (&x, n_levels);
    g_autoptr (OrientaMargins) margins = measure (&x, best);
    ck_assert_uint_eq (orienta_margins_get_n_levels (margins), n_levels);
    assert_columns (&x, best, margins);
    assert_rows (&x, best, margins);
  }
  g_rand_free (rand);
}
END_TEST

/* The same by solving again. */
static void
assert_solved (const Instance *x, const OrientaAssignment *best, guint column, gint places,
               const OrientaMargins *margins)
{
  x->capacities[column] += (guint32) places;
  g_autoptr (OrientaAssignment) changed = assign_levels (x, 3);
  x->capacities[column] -= (guint32) places;
  for (guint level = 0; level < 3; level++) {
    gint64 change =
        orienta_assignment_get_level_total (changed, level) - orienta_assignment_get_level_total (best, level);
    ck_assert_int_eq (places > 0 ? orienta_margins_get_gains (margins, level)[column]
                                 : -orienta_margins_get_losses (margins, level)[column],
                      change);
  }
}

static void
assert_without (Instance *x, const OrientaAssignment *best, guint row, const OrientaMargins *margins)
{
  gsize n = (gsize) x->first[x->n_rows];
  g_autofree gint64 *values = x->values;
  x->values = g_memdup2 (values, 3 * n * sizeof (gint64));
  for (gint64 i = x->first[row]; i < x->first[row + 1]; i++)
    x->values[i] = -1;
  g_autoptr (OrientaAssignment) changed = assign_levels (x, 3);
  for (guint level = 0; level < 3; level++)
    ck_assert_int_eq (orienta_margins_get_row_losses (margins, level)[row],
                      orienta_assignment_get_level_total (best, level)
                          - orienta_assignment_get_level_total (changed, level));
  g_free (x->values);
  x->values = g_steal_pointer (&values);
}

/* Points on a coarse grid, then as many rows as possible, then yes or no. */
static Instance
medium_instance (GRand *rand, guint n_rows, guint n_columns, guint most_places)
{
  Instance x = random_instance (rand, n_rows, n_columns, 15, 0, 20, 50, most_places);
  gsize n = (gsize) x.first[n_rows];
  x.values = g_renew (gint64, x.values, 3 * n);
  for (gsize i = 0; i < n; i++) {
    x.values[n + i] = 1;
    x.values[2 * n + i] = g_rand_int_range (rand, 0, 2);
  }
  return x;
}

START_TEST (test_medium)
{
  const guint shapes[][3] = { { 1000, 300, 2 }, { 300, 200, 3 }, { 200, 250, 3 } };
  GRand *rand = g_rand_new_with_seed (9);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_auto (Instance) x = medium_instance (rand, shapes[i][0], shapes[i][1], shapes[i][2]);
    g_autoptr (OrientaAssignment) best = assign_levels (&x, 3);
    g_autoptr (OrientaMargins) margins = measure (&x, best);
    for (guint column = 0; column < x.n_columns; column++) {
      assert_solved (&x, best, column, 1, margins);
      if (x.capacities[column] > 0)
        assert_solved (&x, best, column, -1, margins);
    }
    for (guint row = 0; row < x.n_rows; row += 5)
      assert_without (&x, best, row, margins);
  }
  g_rand_free (rand);
}
END_TEST

/* A home for one of two households, worth 50 to the one and 30 to the other, and a second that only the first wants,
 * for 20:
 *
 *            column 0   column 1
 *     row 0      50         20
 *     row 1      30
 *
 * Both 50 + nothing and 20 + 30 make 50. One more of the first home makes 80; without it only 20 are left. One more of
 * the second adds nothing, one less takes nothing. Without row 0, 30 are left; without row 1, 50. */
START_TEST (test_by_hand)
{
  const gint64 first[] = { 0, 2, 3 }, values[] = { 50, 20, 30 };
  const guint32 columns[] = { 0, 1, 0 }, capacities[] = { 1, 1 };
  g_autoptr (OrientaAssignment) best = orienta_assign (2, 2, first, columns, values, capacities, NULL, NULL);
  OrientaMargins *margins = orienta_assign_margins (best, first, columns, values, capacities, NULL, NULL);
  ck_assert_int_eq (orienta_assignment_get_total (best), 50);
  ck_assert_uint_eq (orienta_margins_get_n_rows (margins), 2);
  ck_assert_uint_eq (orienta_margins_get_n_columns (margins), 2);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 0)[0], 30);
  ck_assert_int_eq (orienta_margins_get_losses (margins, 0)[0], 30);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 0)[1], 0);
  ck_assert_int_eq (orienta_margins_get_losses (margins, 0)[1], 0);
  ck_assert_int_eq (orienta_margins_get_row_losses (margins, 0)[0], 20);
  ck_assert_int_eq (orienta_margins_get_row_losses (margins, 0)[1], 0);
  ck_assert_ptr_eq (orienta_margins_ref (margins), margins);
  orienta_margins_unref (margins);
  orienta_margins_unref (margins);
  orienta_margins_unref (NULL);
}
END_TEST

/* A level of ones tells how many rows more or fewer would be served: with values of 0, that is all there is to tell. */
START_TEST (test_served)
{
  const gint64 first[] = { 0, 1, 2 }, values[] = { 0, 0, 1, 1 };
  const guint32 columns[] = { 0, 0 }, capacities[] = { 1 };
  g_autoptr (OrientaAssignment) best = orienta_assign_levels (2, 1, first, columns, 2, values, capacities, NULL, NULL);
  g_autoptr (OrientaMargins) margins = orienta_assign_margins (best, first, columns, values, capacities, NULL, NULL);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 0)[0], 0);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 1)[0], 1);
  ck_assert_int_eq (orienta_margins_get_losses (margins, 1)[0], 1);
  ck_assert_int_eq (orienta_margins_get_row_losses (margins, 1)[0], 0);
}
END_TEST

START_TEST (test_refused)
{
  const gint64 first[] = { 0, 1, 2 }, values[] = { 5, 7 }, other[] = { 5, 8 };
  const guint32 columns[] = { 0, 0 }, capacities[] = { 1 };
  g_autoptr (OrientaAssignment) best = orienta_assign (2, 1, first, columns, values, capacities, NULL, NULL);
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL, cancelled = NULL;
  ck_assert_ptr_null (orienta_assign_margins (best, first, columns, other, capacities, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  ck_assert_str_eq (error->message, "row 1: value \"7\", expected 8");
  orienta_progress_cancel (progress);
  ck_assert_ptr_null (orienta_assign_margins (best, first, columns, values, capacities, progress, &cancelled));
  ck_assert (g_error_matches (cancelled, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_str_eq (cancelled->message, "cancelled while measuring gains");
}
END_TEST

/* The widest values there are, and a closed column whose first place would add as much again. */
START_TEST (test_widest)
{
  const gint64 first[] = { 0, 2, 3, 4 }, values[] = { G_MAXINT64, 0, G_MAXINT64, G_MININT64 };
  const guint32 columns[] = { 0, 1, 1, 1 }, capacities[] = { 1, 0 };
  g_autoptr (OrientaAssignment) best = orienta_assign (3, 2, first, columns, values, capacities, NULL, NULL);
  g_autoptr (OrientaMargins) margins = orienta_assign_margins (best, first, columns, values, capacities, NULL, NULL);
  ck_assert_int_eq (orienta_assignment_get_prices (best)[1], G_MAXINT64);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 0)[0], 0);
  ck_assert_int_eq (orienta_margins_get_gains (margins, 0)[1], G_MAXINT64);
  ck_assert_int_eq (orienta_margins_get_losses (margins, 0)[0], G_MAXINT64);
  ck_assert_int_eq (orienta_margins_get_losses (margins, 0)[1], 0);
  ck_assert_int_eq (orienta_margins_get_row_losses (margins, 0)[0], G_MAXINT64);
  ck_assert_int_eq (orienta_margins_get_row_losses (margins, 0)[1], 0);
}
END_TEST

START_TEST (test_nothing)
{
  const gint64 first[] = { 0, 0 };
  const guint32 capacities[] = { 2, 0 };
  g_autoptr (OrientaAssignment) empty = orienta_assign (0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (OrientaAssignment) idle = orienta_assign (1, 2, first, NULL, NULL, capacities, NULL, NULL);
  g_autoptr (OrientaMargins) of_empty = orienta_assign_margins (empty, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (OrientaMargins) of_idle = orienta_assign_margins (idle, first, NULL, NULL, capacities, NULL, NULL);
  ck_assert (of_empty != NULL);
  ck_assert_int_eq (orienta_margins_get_gains (of_idle, 0)[1], 0);
  ck_assert_int_eq (orienta_margins_get_losses (of_idle, 0)[0], 0);
  ck_assert_int_eq (orienta_margins_get_row_losses (of_idle, 0)[0], 0);
}
END_TEST

TEST_MAIN ("margins", test_brute_force, test_medium, test_by_hand, test_served, test_refused, test_widest, test_nothing)
