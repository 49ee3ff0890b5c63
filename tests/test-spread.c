/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/spread-private.h"

#include <math.h>

#define NEAR 1e-14

typedef struct {
  double x, y;
} Point;

static void
check_near (double value, double expected)
{
  ck_assert_msg (fabs (value - expected) <= NEAR * fabs (expected), "%.17g: expected %.17g", value, expected);
}

/* All values here: mpmath with 40 digits and more, rounded to the nearest double. */
START_TEST (test_log)
{
  static const Point known[] = {
    { 2.3e-308, -708.363299519231 },
    { 1e-300, -690.7755278982137 },
    { 1e-10, -23.025850929940457 },
    { 0.5, -0.6931471805599453 },
    { 0.7, -0.35667494393873245 },
    { 0.70710678118, -0.3465735902892322 },
    { 0.99999999, -1.0000000100247594e-08 },
    { 1.0000001, 9.999999505838704e-08 },
    { 1.2, 0.1823215567939546 },
    { 1.4142, 0.3465640001880033 },
    { 2.718281828459045, 1.0 },
    { 10.0, 2.302585092994046 },
    { 12345.678, 9.421061321291832 },
    { 1e300, 690.7755278982137 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    check_near (orienta_portable_log (known[i].x), known[i].y);
  ck_assert (orienta_portable_log (1.0) == 0.0);
}
END_TEST

START_TEST (test_exp)
{
  static const Point known[] = {
    { -700.0, 9.85967654375977e-305 }, { -50.5, 1.1698459177061964e-22 }, { -1.0, 0.36787944117144233 },
    { -0.3466, 0.7070881069410189 },   { -1e-09, 0.999999999 },           { 1e-09, 1.000000001 },
    { 0.3466, 1.4142509118505286 },    { 0.5, 1.6487212707001282 },       { 1.0, 2.718281828459045 },
    { 10.25, 28282.541920334977 },     { 100.1, 2.9708288895158073e+43 }, { 700.0, 1.0142320547350045e+304 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    check_near (orienta_portable_exp (known[i].x), known[i].y);
  ck_assert (orienta_portable_exp (0.0) == 1.0);
  ck_assert (orienta_portable_exp (-800.0) == 0.0);
  ck_assert (isinf (orienta_portable_exp (800.0)));
}
END_TEST

static const double chances[] = { 0x1p-53, 1e-10, 0.001, 0.1,   0.2499,        0.25,         0.5,
                                  0.75,    0.925, 0.95,  0.999, 1.0 - 0x1p-30, 1.0 - 0x1p-53 };

static void
check_quantiles (const OrientaSpread *spread, const double expected[G_N_ELEMENTS (chances)])
{
  for (guint i = 0; i < G_N_ELEMENTS (chances); i++)
    check_near (orienta_spread_quantile (spread, chances[i]), expected[i]);
  ck_assert (orienta_spread_quantile (spread, 0.0) == 0.0);
}

START_TEST (test_exponential)
{
  const OrientaSpread spread = { ORIENTA_SPREAD_EXPONENTIAL, .a = 900 };
  static const double expected[] = { 9.992007221626409e-14, 9.000000000450001e-08, 0.9004503002251801,
                                     94.82446409204368,     258.7938732058918,     258.91386520660285,
                                     623.8324625039508,     1247.6649250079015,    2331.2404489012447,
                                     2696.159046198591,     6216.979751083923,     18714.973875118525,
                                     33063.12051270939 };
  check_quantiles (&spread, expected);
}
END_TEST

START_TEST (test_weibull)
{
  const OrientaSpread spread = { ORIENTA_SPREAD_WEIBULL, .a = 1000, .b = 0.7 };
  static const double expected[] = { 1.613351137912575e-20, 5.179474679601163e-12, 0.051831771691495346,
                                     40.162945282136036,    168.55074915271337,    168.66240310352367,
                                     592.3901129521338,     1594.5959342715603,    3894.8633855349826,
                                     4794.226728389653,     15814.402072942561,    76345.07437486175,
                                     172130.98096479665 };
  check_quantiles (&spread, expected);
}
END_TEST

START_TEST (test_lognormal)
{
  const OrientaSpread spread = { ORIENTA_SPREAD_LOGNORMAL, .a = 400, .b = 1.3 };
  static const double expected[] = { 0.009270365703434565,
                                     0.102460427715428,
                                     7.200586990014553,
                                     75.59933689372541,
                                     166.37075071180317,
                                     166.43883288326057,
                                     400.0,
                                     961.3141189966362,
                                     2598.9309316779345,
                                     3394.033316857883,
                                     22220.410672335558,
                                     988183.988230414,
                                     17259297.54213707 };
  check_quantiles (&spread, expected);
}
END_TEST

START_TEST (test_uniform)
{
  const OrientaSpread spread = { ORIENTA_SPREAD_UNIFORM, .a = 18, .b = 22 };
  ck_assert (orienta_spread_quantile (&spread, 0.0) == 18.0);
  ck_assert (orienta_spread_quantile (&spread, 0.25) == 19.0);
  ck_assert (orienta_spread_quantile (&spread, 0.5) == 20.0);
}
END_TEST

/* A quarter is 600 exactly: between 0.5 and 0.75 the steps are flat. */
START_TEST (test_steps)
{
  double shares[] = { 0, 0.5, 0.75, 1 }, values[] = { 0, 600, 600, 1400 };
  const OrientaSpread spread = { ORIENTA_SPREAD_STEPS, .n_steps = 4, .chances = shares, .values = values };
  ck_assert (orienta_spread_quantile (&spread, 0.0) == 0.0);
  ck_assert (orienta_spread_quantile (&spread, 0.25) == 300.0);
  ck_assert (orienta_spread_quantile (&spread, 0.5) == 600.0);
  ck_assert (orienta_spread_quantile (&spread, 0.625) == 600.0);
  ck_assert (orienta_spread_quantile (&spread, 0.75) == 600.0);
  ck_assert (orienta_spread_quantile (&spread, 0.875) == 1000.0);
  check_near (orienta_spread_quantile (&spread, 1.0 - 0x1p-53), 1400.0);
}
END_TEST

/* A step that is upright: no share of the values lies between its ends. */
START_TEST (test_upright_step)
{
  double shares[] = { 0, 0.5, 0.5, 1 }, values[] = { 0, 100, 300, 400 };
  const OrientaSpread spread = { ORIENTA_SPREAD_STEPS, .n_steps = 4, .chances = shares, .values = values };
  ck_assert (orienta_spread_quantile (&spread, 0.25) == 50.0);
  check_near (orienta_spread_quantile (&spread, 0.5 - 0x1p-54), 100.0);
  ck_assert (orienta_spread_quantile (&spread, 0.5) == 300.0);
  ck_assert (orienta_spread_quantile (&spread, 0.75) == 350.0);
}
END_TEST

START_TEST (test_fixed_and_never)
{
  const OrientaSpread fixed = { .kind = ORIENTA_SPREAD_FIXED, .a = 15 }, never = { .kind = ORIENTA_SPREAD_NEVER };
  ck_assert (orienta_spread_quantile (&fixed, 0.0) == 15.0);
  ck_assert (orienta_spread_quantile (&fixed, 0.9) == 15.0);
  ck_assert (isinf (orienta_spread_quantile (&never, 0.0)));
}
END_TEST

TEST_MAIN ("spread", test_log, test_exp, test_exponential, test_weibull, test_lognormal, test_uniform, test_steps,
           test_upright_step, test_fixed_and_never)
