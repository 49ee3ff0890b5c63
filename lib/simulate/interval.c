/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Intervals. Of a mean over replications: Student's t, for replications are independent and a mean of many is nearly
 * normal (Law, Simulation Modeling and Analysis, ch. 9). Of a chance: Clopper and Pearson (Biometrika 26, 1934), which
 * holds what it promises whatever the chance is. Of a median: two of the sorted values, whatever their distribution is
 * (David and Nagaraja, Order Statistics, 7.1). */
#include "simulate/interval-private.h"

#include <math.h>

#define HALVINGS 200 /* of an interval: more than a double has bits, also near 0 */

/* arctan, for x of 0 or more. Halving the angle thrice leaves one below 0.1 for any x. */
static double
arctan_of (double x)
{
  for (guint i = 0; i < 4; i++)
    x = x / (1 + sqrt (1 + x * x));
  double term = x, sum = 0;
  for (guint i = 0; i < 16; i++) {
    sum += term / (2 * i + 1);
    term = -term * x * x;
  }
  return 16 * sum;
}

/* The chance that a variable of Student's t is between -t and t: Abramowitz and Stegun, 26.7.3 and 26.7.4, with x for
 * t divided by the root of the degrees of freedom, so that x is the tangent of their angle. */
static double
student_within (guint freedom, double x)
{
  double square = 1 / (1 + x * x); /* of the cosine */
  double term = 1, sum = 0;
  for (guint i = freedom % 2 + 1; i < freedom; i += 2) {
    sum += term;
    term = term * square * i / (i + 1);
  }
  double sine = x * sqrt (square);
  if (freedom % 2 == 0)
    return sine * sum;
  return 2 / G_PI * (arctan_of (x) + (freedom > 1 ? sine * sqrt (square) * sum : 0));
}

/* The t that a variable of so many degrees of freedom (1 or more) stays within with this chance, on both sides of 0.
 * Complexity: O(freedom). */
double
orienta_student_quantile (guint freedom, double confidence)
{
  g_return_val_if_fail (freedom > 0 && confidence > 0 && confidence < 1, NAN);
  double low = 0, high = 1;
  while (student_within (freedom, high) < confidence)
    high *= 2;
  for (guint i = 0; i < HALVINGS; i++) {
    double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    if (student_within (freedom, middle) < confidence)
      low = middle;
    else
      high = middle;
  }
  return high * sqrt (freedom);
}

/* Of one value alone no interval is known. */
OrientaInterval
orienta_interval_of_mean (guint n, const double *values, double confidence)
{
  OrientaInterval interval = { n, NAN, NAN, NAN };
  if (n == 0)
    return interval;
  double sum = 0, squares = 0;
  for (guint i = 0; i < n; i++)
    sum += values[i];
  interval.mean = sum / n;
  if (n < 2)
    return interval;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - interval.mean) * (values[i] - interval.mean);
  double half = squares == 0 ? 0 : orienta_student_quantile (n - 1, confidence) * sqrt (squares / (n - 1) / n);
  interval.low = interval.mean - half;
  interval.high = interval.mean + half;
  return interval;
}

/* The chance of `least` successes or more in n, each of chance p: the terms from the likeliest one on both ways, each
 * from the one before, and their share, so that nothing is too small or too large. */
static double
binomial_tail (guint n, guint least, double p)
{
  guint mode = (guint) ((n + 1) * p);
  mode = MIN (mode, n);
  double all = 1, tail = mode >= least ? 1 : 0, term = 1;
  for (guint i = mode; i < n && term > 0; i++) {
    term = term * (n - i) / (i + 1) * (p / (1 - p));
    all += term;
    tail += i + 1 >= least ? term : 0;
  }
  term = 1;
  for (guint i = mode; i > 0 && term > 0; i--) {
    term = term * i / (n - i + 1) * ((1 - p) / p);
    all += term;
    tail += i - 1 >= least ? term : 0;
  }
  return tail / all;
}

/* The p at which so many successes or more have this chance. */
static double
find_chance (guint n, guint least, double chance)
{
  double low = 0, high = 1;
  for (guint i = 0; i < HALVINGS; i++) {
    double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    if (binomial_tail (n, least, middle) < chance)
      low = middle;
    else
      high = middle;
  }
  return low + (high - low) / 2;
}

/* The least chance at which so many successes are not too many. 0 where n is 0. Complexity: O(n). */
double
orienta_chance_low (guint successes, guint n, double confidence)
{
  g_return_val_if_fail (successes <= n && confidence > 0 && confidence < 1, NAN);
  return successes == 0 ? 0 : find_chance (n, successes, (1 - confidence) / 2);
}

/* The greatest chance at which so many are not too few. 1 where n is 0. */
double
orienta_chance_high (guint successes, guint n, double confidence)
{
  g_return_val_if_fail (successes <= n && confidence > 0 && confidence < 1, NAN);
  return successes == n ? 1 : find_chance (n, successes + 1, 1 - (1 - confidence) / 2);
}

/* The rank k, counted from 1, such that the k-th least and the k-th greatest of n values have the median between them
 * at this confidence; 0 where n values are too few for that. */
guint
orienta_median_rank (guint n, double confidence)
{
  guint rank = 0;
  while (rank < n / 2 && binomial_tail (n, n - rank, 0.5) <= (1 - confidence) / 2)
    rank++;
  return rank;
}
