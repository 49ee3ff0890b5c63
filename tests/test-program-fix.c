/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "program.h"

#include "match/program-private.h"

/* What is decided by prices never takes away what is best: programs whose relaxations lie far above it, of many levels
 * with many equals, against trying everything. */

#define TRIALS 3000

/* Weights that do not fit their bounds, so that parts would. */
static void
gapped_limit (GRand *rand, Small *x, guint limit)
{
  gint64 unit = g_rand_int_range (rand, 2, 9), sum = 0;
  for (guint i = 0; i < x->n; i++) {
    x->coefficients[limit][i] = g_rand_int_range (rand, 0, 4) == 0 ? 0 : unit * g_rand_int_range (rand, 1, 3);
    if (g_rand_int_range (rand, 0, 8) == 0)
      x->coefficients[limit][i] = -1;
    sum += MAX (x->coefficients[limit][i], 0);
  }
  x->lower[limit] = g_rand_int_range (rand, 0, 3) > 0 ? G_MININT64 : sum / 3 + 1;
  x->upper[limit] = x->lower[limit] != G_MININT64 && g_rand_boolean (rand) ? G_MAXINT64 : (2 * sum / 3) | 1;
}

static Small
gapped (GRand *rand)
{
  static const gint64 steps[] = { 1, 1000, G_GINT64_CONSTANT (1) << 40 };
  Small x = { 0 };
  x.n = (guint) g_rand_int_range (rand, 3, 12);
  x.n_levels = (guint) g_rand_int_range (rand, 3, MOST_LEVELS + 1);
  x.n_limits = (guint) g_rand_int_range (rand, 1, 6);
  for (guint level = 0; level < x.n_levels; level++) {
    gint64 step = steps[g_rand_int_range (rand, 0, 3)];
    gint low = g_rand_boolean (rand) ? 1 : -2;
    for (guint i = 0; i < x.n; i++)
      x.values[level][i] = step * g_rand_int_range (rand, low, 4);
  }
  for (guint limit = 0; limit < x.n_limits; limit++)
    gapped_limit (rand, &x, limit);
  return x;
}

/* The whole, level after level. */
START_TEST (test_levels)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  guint n_gaps = 0;
  SKIP_WITHOUT_HIGHS;
  for (guint trial = 0; trial < TRIALS; trial++) {
    Small x = gapped (rand);
    g_autoptr (OrientaProgram) program = small_program (&x);
    g_autoptr (OrientaSolution) solution = solve (program);
    guint32 best = small_best (&x, G_MAXUINT32);
    check_verified (solution, program, "right");
    if (best == G_MAXUINT32) {
      ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_INFEASIBLE);
      continue;
    }
    ck_assert_msg (orienta_solution_get_status (solution) == ORIENTA_SOLVED_OPTIMAL, "trial %u", trial);
    for (guint level = 0; level < x.n_levels; level++)
      ck_assert_msg (orienta_solution_get_total (solution, level) == small_sum (x.values[level], x.n, best),
                     "trial %u, level %u", trial, level);
    n_gaps += orienta_solution_get_proven_bound (solution) > orienta_solution_get_total (solution, 0);
  }
  ck_assert_uint_gt (n_gaps, TRIALS / 4);
}
END_TEST

/* -- any prices -- */

/* Prices that no relaxation would have. */
static double *
random_prices (GRand *rand, const Small *x)
{
  double *prices = g_new0 (double, x->n_limits + x->n_levels);
  for (guint row = 0; row < x->n_limits + x->n_levels; row++)
    if (g_rand_boolean (rand))
      prices[row] = g_rand_double_range (rand, -0.5, 1.5);
  return prices;
}

/* Every allowed set that has no less than the best at this level is left. */
static void
assert_left (const Small *x, const OrientaEngine *engine, guint32 best, guint level, guint trial)
{
  for (guint32 set = 0; set < 1U << x->n; set++) {
    gboolean as_good = small_holds (x, set, G_MAXUINT32);
    for (guint i = 0; i <= level; i++)
      as_good = as_good && small_sum (x->values[i], x->n, set) >= small_sum (x->values[i], x->n, best);
    for (guint i = 0; as_good && i < x->n; i++) {
      OrientaFixed fixed = orienta_engine_get_fixed (engine, i);
      ck_assert_msg (fixed == ORIENTA_FIXED_NOT || (fixed == ORIENTA_FIXED_IN) == (set >> i & 1),
                     "trial %u, level %u, variable %u", trial, level, i);
    }
  }
}

START_TEST (test_any_prices)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);
  guint n_fixed = 0;
  SKIP_WITHOUT_HIGHS;
  for (guint trial = 0; trial < TRIALS; trial++) {
    Small x = gapped (rand);
    guint32 best = small_best (&x, G_MAXUINT32);
    if (best == G_MAXUINT32)
      continue;
    g_autoptr (OrientaProgram) program = small_program (&x);
    g_autoptr (OrientaEngine) engine = orienta_engine_new (program, 0, NULL, NULL);
    for (guint level = 0; level < x.n_levels; level++) {
      g_autofree double *prices = random_prices (rand, &x);
      gint64 total = small_sum (x.values[level], x.n, best);
      ck_assert_int_ge (orienta_engine_fix_by_prices (engine, program, level, prices, total), total);
      assert_left (&x, engine, best, level, trial);
      orienta_engine_bind (engine, x.n_limits + level, total, G_MAXINT64);
    }
    for (guint i = 0; i < x.n; i++)
      n_fixed += orienta_engine_get_fixed (engine, i) != ORIENTA_FIXED_NOT;
  }
  ck_assert_uint_gt (n_fixed, TRIALS);
}
END_TEST

TEST_MAIN ("program-fix", test_levels, test_any_prices)
