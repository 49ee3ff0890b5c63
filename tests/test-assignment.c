/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "instance.h"

/* One row for each pair: row 0 wants column 0, row 1 column 1, and so on. */
static Instance
diagonal (guint n, const gint64 *values)
{
  Instance x = {
    n, n, g_new (gint64, n + 1), g_memdup2 (values, n * sizeof (gint64)), g_new (guint32, n), g_new (guint32, n)
  };
  for (guint i = 0; i <= n; i++)
    x.first[i] = i;
  for (guint i = 0; i < n; i++) {
    x.columns[i] = i;
    x.capacities[i] = 1;
  }
  return x;
}

static void
assert_refused (const Instance *x, OrientaErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (
      orienta_assign (x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, NULL, &error));
  ck_assert_str_eq (error->message, message);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, code));
}

START_TEST (test_widest)
{
  const gint64 odd[] = { (G_GINT64_CONSTANT (1) << 62) + 1, 2 }, passes[] = { G_MAXINT64 - 7, 8 },
               alone[] = { G_MAXINT64 };
  const gint64 fine[] = { G_GINT64_CONSTANT (1) << 61, 1 };
  g_auto (Instance) one = diagonal (1, alone), two = diagonal (2, odd), three = diagonal (2, passes);
  g_auto (Instance) four = diagonal (2, fine);
  g_autoptr (OrientaAssignment) most = assign (&one), wide = assign (&four);
  ck_assert_int_eq (orienta_assignment_get_total (most), G_MAXINT64);
  ck_assert_int_eq (orienta_assignment_get_total (wide), (G_GINT64_CONSTANT (1) << 61) + 1);
  verify (wide, &four, "right");
  assert_refused (
      &two, ORIENTA_ERROR_LIMIT,
      "value \"4611686018427387905\", expected at most 2305843009213693952 times the greatest common divisor "
      "of all");
  assert_refused (&three, ORIENTA_ERROR_LIMIT,
                  "values up to \"9223372036854775800\" may add up to more than 9223372036854775807, expected smaller "
                  "ones");
  /* With a single place no sum can be too high. */
  three.values[1] = G_MAXINT64 - 7;
  three.columns[1] = 0;
  three.capacities[1] = 0;
  g_autoptr (OrientaAssignment) single = assign (&three);
  ck_assert_int_eq (orienta_assignment_get_total (single), G_MAXINT64 - 7);
  ck_assert_int_eq (orienta_assignment_get_columns (single)[0], 0);
  ck_assert_int_eq (orienta_assignment_get_columns (single)[1], -1);
  verify (single, &three, "right");
}
END_TEST

START_TEST (test_arrays)
{
  const gint64 values[] = { 3, 4 };
  g_auto (Instance) x = diagonal (2, values);
  x.columns[1] = 2;
  assert_refused (&x, ORIENTA_ERROR_INVALID, "row 1: column \"2\", expected one below 2");
  x.columns[1] = 1;
  x.first[2] = 0;
  assert_refused (&x, ORIENTA_ERROR_INVALID,
                  "row 1: pairs from \"1\" to \"0\", expected numbers that begin at 0 and never fall");
  x.first[2] = 2;
  x.first[0] = 1;
  assert_refused (&x, ORIENTA_ERROR_INVALID,
                  "row 0: pairs from \"1\" to \"1\", expected numbers that begin at 0 and never fall");
}
END_TEST

START_TEST (test_nothing)
{
  const gint64 first[] = { 0, 0, 0 };
  const guint32 capacities[] = { 3, 0 };
  g_autoptr (OrientaAssignment) empty = orienta_assign (0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (OrientaAssignment) idle = orienta_assign (2, 2, first, NULL, NULL, capacities, NULL, NULL);
  ck_assert_uint_eq (orienta_assignment_get_n_rows (empty), 0);
  ck_assert (orienta_assignment_verify (empty, NULL, NULL, NULL, NULL, NULL));
  ck_assert_uint_eq (orienta_assignment_get_n_pairs (idle), 0);
  ck_assert_uint_eq (orienta_assignment_get_n_columns (idle), 2);
  ck_assert_int_eq (orienta_assignment_get_columns (idle)[1], -1);
  ck_assert_int_eq (orienta_assignment_get_cutoffs (idle)[0], 0);
  ck_assert_int_eq (orienta_assignment_get_cutoffs (idle)[1], G_MAXINT64);
  ck_assert (orienta_assignment_verify (idle, first, NULL, NULL, capacities, NULL));
}
END_TEST

/* Homes for two of three households that are alike in everything: those who come first. One place more than there are
 * households who want it is worth nothing. */
START_TEST (test_equals)
{
  const gint64 first[] = { 0, 1, 2, 3 }, values[] = { 50, 50, 50 };
  const guint32 columns[] = { 0, 0, 0 }, few[] = { 2 }, many[] = { 4 }, none[] = { 0 };
  g_autoptr (OrientaAssignment) scarce = orienta_assign (3, 1, first, columns, values, few, NULL, NULL);
  g_autoptr (OrientaAssignment) ample = orienta_assign (3, 1, first, columns, values, many, NULL, NULL);
  g_autoptr (OrientaAssignment) closed = orienta_assign (3, 1, first, columns, values, none, NULL, NULL);
  ck_assert_int_eq (orienta_assignment_get_columns (scarce)[0], 0);
  ck_assert_int_eq (orienta_assignment_get_columns (scarce)[1], 0);
  ck_assert_int_eq (orienta_assignment_get_columns (scarce)[2], -1);
  ck_assert_int_eq (orienta_assignment_get_prices (scarce)[0], 50);
  ck_assert_int_eq (orienta_assignment_get_cutoffs (scarce)[0], 50);
  ck_assert_int_eq (orienta_assignment_get_prices (ample)[0], 0);
  ck_assert_int_eq (orienta_assignment_get_slack (ample)[2], 50);
  ck_assert_int_eq (orienta_assignment_get_total (closed), 0);
  ck_assert_int_eq (orienta_assignment_get_prices (closed)[0], 50);
}
END_TEST

START_TEST (test_cancel)
{
  const gint64 values[] = { 3, 4 };
  g_auto (Instance) x = diagonal (2, values);
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  orienta_progress_cancel (progress);
  ck_assert_ptr_null (
      orienta_assign (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_str_eq (error->message, "cancelled while matching");
}
END_TEST

/* Slow enough for a second call to be due at once. */
static gboolean
stop_at_second (OrientaProgress *progress, gpointer data)
{
  g_usleep (25000);
  return ++*(guint *) data < 2;
}

START_TEST (test_tick)
{
  GRand *rand = g_rand_new_with_seed (3);
  g_auto (Instance) x = random_instance (rand, 20000, 19000, 8, 0, 100000, 1, 1);
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  guint calls = 0;
  orienta_progress_set_tick (progress, stop_at_second, &calls);
  ck_assert_ptr_null (
      orienta_assign (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_uint_eq (calls, 2);
  g_rand_free (rand);
}
END_TEST

TEST_MAIN ("assignment", test_widest, test_arrays, test_nothing, test_equals, test_cancel, test_tick)
