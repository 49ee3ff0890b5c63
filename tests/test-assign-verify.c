/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

/* Three rows, two columns of one place each:
 *
 *            column 0   column 1
 *     row 0      10          8
 *     row 1       9          1
 *     row 2                  4
 *
 * Best: row 0 with column 1, row 1 with column 0, 17 together. Row 2 would take column 1 above a price of 4; row 0
 * keeps to column 1 as long as column 0 costs 2 more. With prices of 6 and 4 row 0 keeps 4 and row 1 keeps 3: 6 + 4 + 4
 * + 3 = 17. */
static const gint64 first[] = { 0, 2, 4, 5 };
static const guint32 columns[] = { 0, 1, 0, 1, 1 };
static const gint64 values[] = { 10, 8, 9, 1, 4 };
static const guint32 capacities[] = { 1, 1 };
static const gint32 best[] = { 1, 0, -1 };
static const gint64 prices[] = { 6, 4 };

static void
assert_verdict (const gint32 *rows, const gint64 *price, gint64 total, const char *expected)
{
  g_autoptr (OrientaAssignment) claim = orienta_assignment_new (3, 2, rows, price, total);
  g_autoptr (GError) error = NULL;
  gboolean right = orienta_assignment_verify (claim, first, columns, values, capacities, &error);
  ck_assert_str_eq (error ? error->message : "right", expected);
  ck_assert_int_eq (right, error == NULL);
  ck_assert (right || g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
}

START_TEST (test_right)
{
  assert_verdict (best, prices, 17, "right");
  assert_verdict (best, (const gint64[]){ 8, 6 }, 17, "right"); /* prices are not unique */
  g_autoptr (OrientaAssignment) solved = orienta_assign (3, 2, first, columns, values, capacities, NULL, NULL);
  ck_assert (orienta_assignment_verify (solved, first, columns, values, capacities, NULL));
  ck_assert_mem_eq (orienta_assignment_get_columns (solved), best, sizeof best);
  assert_verdict (best, orienta_assignment_get_prices (solved), 17, "right");
}
END_TEST

START_TEST (test_not_allowed)
{
  assert_verdict ((const gint32[]){ 1, 0, 0 }, prices, 17, "row 2: column \"0\", expected one of its pairs");
  assert_verdict ((const gint32[]){ 1, 0, 5 }, prices, 17, "row 2: column \"5\", expected one of its pairs");
  assert_verdict ((const gint32[]){ 1, 0, -2 }, prices, 17, "row 2: column \"-2\", expected -1 or more");
  assert_verdict ((const gint32[]){ 0, 0, 1 }, prices, 23, "column 0: \"2\" rows, expected at most 1");
}
END_TEST

START_TEST (test_wrong_total)
{
  assert_verdict (best, prices, 18, "total \"18\", expected 17");
  assert_verdict (best, prices, -17, "total \"-17\", expected 17");
}
END_TEST

START_TEST (test_not_best)
{
  /* 10 and 4; 9 and 4; 8 alone: each allowed, none the best. */
  assert_verdict ((const gint32[]){ 0, -1, 1 }, prices, 14, "total \"14\", not proven: the prices allow up to 17");
  assert_verdict ((const gint32[]){ -1, 0, 1 }, prices, 13, "total \"13\", not proven: the prices allow up to 17");
  assert_verdict ((const gint32[]){ 1, -1, -1 }, prices, 8, "column 0: price \"6\", expected 0 while a place is free");
  assert_verdict ((const gint32[]){ 1, -1, -1 }, (const gint64[]){ 0, 0 }, 8,
                  "total \"8\", not proven: the prices allow up to 23");
}
END_TEST

START_TEST (test_wrong_prices)
{
  assert_verdict (best, (const gint64[]){ 6, 3 }, 17, "total \"17\", not proven: the prices allow up to 18");
  assert_verdict (best, (const gint64[]){ 6, 5 }, 17, "total \"17\", not proven: the prices allow up to 18");
  assert_verdict (best, (const gint64[]){ -1, 4 }, 17, "column 0: price \"-1\", expected 0 or more");
  assert_verdict (best, (const gint64[]){ G_MAXINT64, G_MAXINT64 }, 17,
                  "total \"17\", not proven: the prices allow more than 64 bits hold");
}
END_TEST

/* The solver's own answer against arrays that are not those it was made for. */
START_TEST (test_other_arrays)
{
  g_autoptr (OrientaAssignment) solved = orienta_assign (3, 2, first, columns, values, capacities, NULL, NULL);
  const gint64 dearer[] = { 10, 8, 9, 1, 40 }, cheaper[] = { 10, 8, 8, 1, 4 };
  const gint64 falling[] = { 0, 2, 1, 5 }, late[] = { 1, 2, 4, 5 };
  const guint32 closed[] = { 1, 0 }, beyond[] = { 0, 1, 0, 2, 1 };
  const struct {
    const gint64 *first, *values;
    const guint32 *columns, *capacities;
    const char *expected;
  } cases[] = {
    { first, cheaper, columns, capacities, "row 1: value \"9\", expected 8" },
    { first, values, columns, closed, "column 1: \"1\" rows, expected at most 0" },
    { falling, values, columns, capacities, "row 1: pairs to \"1\", expected at least 2" },
    { late, values, columns, capacities, "row 0: pairs from \"1\", expected 0" },
    { first, values, beyond, capacities, "row 1: column \"2\", expected one below 2" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert (!orienta_assignment_verify (solved, cases[i].first, cases[i].columns, cases[i].values,
                                           cases[i].capacities, &error));
    ck_assert_str_eq (error->message, cases[i].expected);
  }
  g_autoptr (GError) error = NULL;
  ck_assert (!orienta_assignment_verify (solved, first, columns, dearer, capacities, &error));
  ck_assert_msg (g_str_has_prefix (error->message, "row 2: slack \"0\", expected 3"), "%s", error->message);
}
END_TEST

START_TEST (test_claim)
{
  OrientaAssignment *claim = orienta_assignment_new (3, 2, best, prices, 17);
  ck_assert_ptr_eq (orienta_assignment_ref (claim), claim);
  orienta_assignment_unref (claim);
  ck_assert_uint_eq (orienta_assignment_get_n_rows (claim), 3);
  ck_assert_uint_eq (orienta_assignment_get_n_columns (claim), 2);
  ck_assert_uint_eq (orienta_assignment_get_n_pairs (claim), 2);
  ck_assert_int_eq (orienta_assignment_get_total (claim), 17);
  ck_assert_int_eq (orienta_assignment_get_columns (claim)[1], 0);
  ck_assert_int_eq (orienta_assignment_get_prices (claim)[0], 6);
  ck_assert_ptr_null (orienta_assignment_get_values (claim));
  ck_assert_ptr_null (orienta_assignment_get_slack (claim));
  ck_assert_ptr_null (orienta_assignment_get_cutoffs (claim));
  orienta_assignment_unref (claim);
  orienta_assignment_unref (NULL);
}
END_TEST

TEST_MAIN ("assign-verify", test_right, test_not_allowed, test_wrong_total, test_not_best, test_wrong_prices,
           test_other_arrays, test_claim)
