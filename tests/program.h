/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "test.h"

/* Random programs that are small enough to try everything, and the trying. */

#define MOST_LIMITS 12
#define MOST_LEVELS 5
#define MOST_VARIABLES 14

/* Without HiGHS nothing can be solved, and the tests of what is solved have nothing to say. */
#define SKIP_WITHOUT_HIGHS                                                                                             \
  if (!orienta_has_highs ())                                                                                           \
  return

typedef struct {
  guint n, n_levels, n_limits;
  gint64 values[MOST_LEVELS][MOST_VARIABLES];
  gint64 coefficients[MOST_LIMITS][MOST_VARIABLES];
  gint64 lower[MOST_LIMITS], upper[MOST_LIMITS];
  gboolean is_named[MOST_LIMITS];
} Small;

static inline OrientaProgram *
small_program (const Small *x)
{
  static const guint32 numbers[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 };
  OrientaProgram *program = orienta_program_new (x->n, 1, NULL);
  orienta_program_set_values (program, 0, x->n, x->values[0]);
  for (guint level = 1; level < x->n_levels; level++)
    ck_assert_uint_eq (orienta_program_add_level (program, x->n, x->values[level]), level);
  for (guint limit = 0; limit < x->n_limits; limit++) {
    char name[] = { 'a' + (char) limit, 0 };
    ck_assert_uint_eq (orienta_program_add_limit (program, x->is_named[limit] ? name : NULL, x->n, numbers,
                                                  x->coefficients[limit], x->lower[limit], x->upper[limit]),
                       limit);
  }
  return program;
}

static inline gint64
small_sum (const gint64 *coefficients, guint n, guint32 set)
{
  gint64 sum = 0;
  for (guint i = 0; i < n; i++)
    sum += set >> i & 1 ? coefficients[i] : 0;
  return sum;
}

/* Whether a set is within the limits that are in `limits`. */
static inline gboolean
small_holds (const Small *x, guint32 set, guint32 limits)
{
  for (guint limit = 0; limit < x->n_limits; limit++) {
    gint64 sum = small_sum (x->coefficients[limit], x->n, set);
    if (limits >> limit & 1 && (sum < x->lower[limit] || sum > x->upper[limit]))
      return FALSE;
  }
  return TRUE;
}

static inline gboolean
small_is_better (const Small *x, guint32 a, guint32 b)
{
  for (guint level = 0; level < x->n_levels; level++) {
    gint64 p = small_sum (x->values[level], x->n, a), q = small_sum (x->values[level], x->n, b);
    if (p != q)
      return p > q;
  }
  return FALSE;
}

/* The best set within some of the limits; G_MAXUINT32 where there is none. */
static inline guint32
small_best (const Small *x, guint32 limits)
{
  guint32 best = G_MAXUINT32;
  for (guint32 set = 0; set < 1U << x->n; set++)
    if (small_holds (x, set, limits) && (best == G_MAXUINT32 || small_is_better (x, set, best)))
      best = set;
  return best;
}

static inline void
small_limit (GRand *rand, Small *x, guint limit)
{
  static const gint64 units[] = { 1, 1, 5, 250 };
  gint kind = g_rand_int_range (rand, 0, 5);
  gint64 unit = units[g_rand_int_range (rand, 0, 4)], most = 0;
  for (guint i = 0; i < x->n; i++) {
    gint among[] = { g_rand_int_range (rand, 0, 2), g_rand_int_range (rand, 1, 30), g_rand_boolean (rand) ? 3 : -1,
                     g_rand_int_range (rand, -9, 10), 1 };
    x->coefficients[limit][i] = unit * among[kind];
    most += MAX (x->coefficients[limit][i], 0);
  }
  x->lower[limit] = G_MININT64;
  x->upper[limit] = G_MAXINT64;
  gint side = g_rand_int_range (rand, 0, 4);
  if (side != 0)
    x->upper[limit] = g_rand_int_range (rand, -3, (gint) most + 3);
  if (side != 1)
    x->lower[limit] = side == 2 && g_rand_boolean (rand) ? x->upper[limit] - g_rand_int_range (rand, 0, (gint) unit + 2)
                                                         : g_rand_int_range (rand, -3, (gint) (most / 2) + 3);
  x->is_named[limit] = g_rand_int_range (rand, 0, 4) > 0;
}

static inline Small
small_random (GRand *rand, guint most_variables, guint most_limits)
{
  static const gint64 steps[] = { 1, 5, 250, G_GINT64_CONSTANT (1234567890123) };
  Small x = { 0 };
  x.n = (guint) g_rand_int_range (rand, 0, (gint) most_variables + 1);
  x.n_levels = (guint) g_rand_int_range (rand, 1, 4);
  x.n_limits = (guint) g_rand_int_range (rand, 0, (gint) most_limits + 1);
  for (guint level = 0; level < x.n_levels; level++) {
    gint64 step = steps[g_rand_int_range (rand, 0, 4)];
    gint high = level + 1 < x.n_levels ? 3 : 40;
    for (guint i = 0; i < x.n; i++)
      x.values[level][i] = step * g_rand_int_range (rand, -high / 3, high + 1);
  }
  for (guint limit = 0; limit < x.n_limits; limit++)
    small_limit (rand, &x, limit);
  return x;
}

static inline OrientaSolution *
solve (const OrientaProgram *program)
{
  g_autoptr (GError) error = NULL;
  OrientaSolution *solution = orienta_program_solve (program, 0, NULL, &error);
  ck_assert_msg (solution != NULL, "%s", error ? error->message : "");
  return solution;
}

static inline void
check_verified (const OrientaSolution *solution, const OrientaProgram *program, const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean right = orienta_solution_verify (solution, program, &error);
  ck_assert_str_eq (error ? error->message : "right", expected);
  ck_assert_int_eq (right, error == NULL);
  ck_assert (right || g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
}
