/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/interval-private.h"

#include <math.h>

static void
assert_near (double value, double expected, double within)
{
  ck_assert_msg (fabs (value - expected) <= within, "%.17g, expected %.17g", value, expected);
}

/* The table of percentage points of t in Abramowitz and Stegun (26.10), which has five digits at most. */
START_TEST (test_student_table)
{
  static const struct {
    guint freedom;
    double confidence, t;
  } table[] = {
    { 1, 0.90, 6.314 },  { 1, 0.95, 12.706 }, { 1, 0.99, 63.657 }, { 2, 0.95, 4.303 },   { 3, 0.95, 3.182 },
    { 4, 0.99, 4.604 },  { 5, 0.90, 2.015 },  { 9, 0.95, 2.262 },  { 10, 0.95, 2.228 },  { 19, 0.95, 2.093 },
    { 29, 0.95, 2.045 }, { 30, 0.99, 2.750 }, { 60, 0.95, 2.000 }, { 120, 0.95, 1.980 }, { 120, 0.99, 2.617 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    assert_near (orienta_student_quantile (table[i].freedom, table[i].confidence), table[i].t, 5.1e-4);
}
END_TEST

/* scipy.stats.t.ppf ((1 + confidence) / 2, freedom), scipy 1.17.1. */
START_TEST (test_student_scipy)
{
  assert_near (orienta_student_quantile (3, 0.95), 3.182446305283708, 1e-11);
  assert_near (orienta_student_quantile (7, 0.9), 1.894578605090006, 1e-11);
  assert_near (orienta_student_quantile (15, 0.99), 2.946712883475238, 1e-11);
  assert_near (orienta_student_quantile (49, 0.95), 2.009575237129239, 1e-11);
  assert_near (orienta_student_quantile (99, 0.95), 1.984216951586417, 1e-11);
  assert_near (orienta_student_quantile (199, 0.95), 1.971956544251753, 1e-11);
  assert_near (orienta_student_quantile (499, 0.95), 1.964729390987689, 1e-11);
  assert_near (orienta_student_quantile (500, 0.8), 1.283247020710374, 1e-11);
  assert_near (orienta_student_quantile (1999, 0.999), 3.295400576927409, 1e-11);
}
END_TEST

/* With one degree of freedom t is Cauchy's, tan (pi c / 2); with two it is c sqrt (2 / (1 - c^2)). */
START_TEST (test_student_closed)
{
  for (double c = 0.05; c < 1; c += 0.05) {
    assert_near (orienta_student_quantile (1, c), tan (G_PI * c / 2), 1e-12 * tan (G_PI * c / 2) + 1e-13);
    assert_near (orienta_student_quantile (2, c), c * sqrt (2 / (1 - c * c)), 1e-12);
  }
}
END_TEST

START_TEST (test_mean)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  OrientaInterval interval = orienta_interval_of_mean (5, values, 0.95);
  ck_assert_uint_eq (interval.n, 5);
  ck_assert (interval.mean == 3);
  assert_near (interval.low, 3 - 2.7764451051977987 * sqrt (2.5 / 5), 1e-12); /* t of 4, scipy */
  assert_near (interval.high, 3 + 2.7764451051977987 * sqrt (2.5 / 5), 1e-12);
}
END_TEST

START_TEST (test_mean_of_few)
{
  const double same[] = { 7, 7, 7 };
  OrientaInterval none = orienta_interval_of_mean (0, NULL, 0.95);
  OrientaInterval one = orienta_interval_of_mean (1, same, 0.95);
  OrientaInterval sure = orienta_interval_of_mean (3, same, 0.95);
  ck_assert (isnan (none.mean) && isnan (none.low) && isnan (none.high));
  ck_assert (one.mean == 7 && isnan (one.low) && isnan (one.high));
  ck_assert (sure.mean == 7 && sure.low == 7 && sure.high == 7);
}
END_TEST

/* scipy.stats.binomtest (k, n).proportion_ci (confidence), method "exact". */
START_TEST (test_chance_scipy)
{
  assert_near (orienta_chance_low (1, 10, 0.95), 0.002528578544462573, 1e-11);
  assert_near (orienta_chance_high (1, 10, 0.95), 0.4450161170281954, 1e-11);
  assert_near (orienta_chance_low (3, 17, 0.9), 0.04989815455742294, 1e-11);
  assert_near (orienta_chance_high (3, 17, 0.9), 0.3956414334449019, 1e-11);
  assert_near (orienta_chance_low (50, 100, 0.95), 0.398321129503301, 1e-11);
  assert_near (orienta_chance_high (50, 100, 0.95), 0.6016788704966991, 1e-11);
  assert_near (orienta_chance_low (150, 200, 0.95), 0.6840371666702043, 1e-11);
  assert_near (orienta_chance_high (150, 200, 0.95), 0.8083928303774427, 1e-11);
  assert_near (orienta_chance_low (7, 500, 0.99), 0.004090921514665668, 1e-11);
  assert_near (orienta_chance_high (7, 500, 0.99), 0.03392114228136358, 1e-11);
  assert_near (orienta_chance_low (250, 5000, 0.95), 0.04412324397999105, 1e-11);
  assert_near (orienta_chance_high (250, 5000, 0.95), 0.05640891324217888, 1e-11);
}
END_TEST

/* With no success the greatest chance is where none in n is as likely as half of what is left: 1 - (0.025)^(1/n). */
START_TEST (test_chance_ends)
{
  for (guint n = 1; n <= 1000; n = n * 3 + 1) {
    ck_assert (orienta_chance_low (0, n, 0.95) == 0 && orienta_chance_high (n, n, 0.95) == 1);
    assert_near (orienta_chance_high (0, n, 0.95), 1 - pow (0.025, 1.0 / n), 1e-12);
    assert_near (orienta_chance_low (n, n, 0.95), pow (0.025, 1.0 / n), 1e-12);
  }
  ck_assert (orienta_chance_low (0, 0, 0.95) == 0 && orienta_chance_high (0, 0, 0.95) == 1);
}
END_TEST

/* Published (Conover, Practical Nonparametric Statistics, table A3: quantiles of the binomial): the 95 % interval of a
 * median is between the 2nd and the 9th of 10, the 6th and the 15th of 20, the 40th and the 61st of 100. */
START_TEST (test_median_rank)
{
  ck_assert_uint_eq (orienta_median_rank (5, 0.95), 0);
  ck_assert_uint_eq (orienta_median_rank (6, 0.95), 1);
  ck_assert_uint_eq (orienta_median_rank (10, 0.95), 2);
  ck_assert_uint_eq (orienta_median_rank (20, 0.95), 6);
  ck_assert_uint_eq (orienta_median_rank (100, 0.95), 40);
}
END_TEST

TEST_MAIN ("interval", test_student_table, test_student_scipy, test_student_closed, test_mean, test_mean_of_few,
           test_chance_scipy, test_chance_ends, test_median_rank)
