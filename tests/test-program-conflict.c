/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "program.h"

static guint32
named_limits (const Small *x)
{
  guint32 named = 0;
  for (guint limit = 0; limit < x->n_limits; limit++)
    named |= x->is_named[limit] ? 1U << limit : 0;
  return named;
}

/* The least that one bound of a limit must give for a set that holds otherwise. */
static gint64
least_slack (const Small *x, guint limit, guint32 others)
{
  gint64 least = G_MAXINT64;
  for (guint32 set = 0; set < 1U << x->n; set++) {
    gint64 sum = small_sum (x->coefficients[limit], x->n, set);
    if (!small_holds (x, set, others))
      continue;
    if (sum >= x->lower[limit])
      least = MIN (least, sum - x->upper[limit]);
    if (sum <= x->upper[limit])
      least = MIN (least, x->lower[limit] - sum);
  }
  return least;
}

static void
assert_conflict (const Small *x, const OrientaSolution *solution, guint trial)
{
  guint32 structural = ~named_limits (x), conflict = 0;
  guint n = orienta_solution_get_n_conflicts (solution);
  for (guint i = 0; i < n; i++) {
    guint limit = orienta_solution_get_conflict (solution, i);
    ck_assert (x->is_named[limit] && !(conflict >> limit & 1));
    conflict |= 1U << limit;
  }
  ck_assert (orienta_solution_is_conflict_minimal (solution));
  ck_assert_msg (small_best (x, structural | conflict) == G_MAXUINT32, "trial %u: no conflict", trial);
  for (guint i = 0; i < n; i++) {
    guint limit = orienta_solution_get_conflict (solution, i);
    guint32 others = structural | (conflict & ~(1U << limit));
    ck_assert_msg (small_best (x, others) != G_MAXUINT32, "trial %u: %u is not needed", trial, limit);
    gint64 slack = orienta_solution_get_conflict_slack (solution, i);
    ck_assert_msg (slack == least_slack (x, limit, others), "trial %u: %u gives %" G_GINT64_FORMAT, trial, limit,
                   slack);
    if (slack == G_MAXINT64) {
      ck_assert_int_gt (x->lower[limit], x->upper[limit]);
      continue;
    }
    Small given = *x;
    if (orienta_solution_is_conflict_above (solution, i))
      given.upper[limit] += slack;
    else
      given.lower[limit] -= slack;
    ck_assert (small_best (&given, structural | conflict) != G_MAXUINT32);
  }
}

START_TEST (test_brute_force)
{
  SKIP_WITHOUT_HIGHS;
  GRand *rand = g_rand_new_with_seed (17);
  guint n_several = 0, n_structural = 0;
  for (guint trial = 0; trial < 1500; trial++) {
    Small x = small_random (rand, 8, MOST_LIMITS);
    g_autoptr (OrientaProgram) program = small_program (&x);
    g_autoptr (OrientaSolution) solution = solve (program);
    check_verified (solution, program, "right");
    if (small_best (&x, G_MAXUINT32) != G_MAXUINT32) {
      ck_assert_uint_eq (orienta_solution_get_n_conflicts (solution), 0);
      continue;
    }
    ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_INFEASIBLE);
    assert_conflict (&x, solution, trial);
    n_several += orienta_solution_get_n_conflicts (solution) > 1;
    n_structural += orienta_solution_get_n_conflicts (solution) == 0;
  }
  ck_assert_uint_gt (n_several, 50);
  ck_assert_uint_gt (n_structural, 50);
  g_rand_free (rand);
}
END_TEST

/* Five households; at least four of them housed, at most two of the first three, and the others need one slot each. */
START_TEST (test_by_hand)
{
  SKIP_WITHOUT_HIGHS;
  const guint32 all[] = { 0, 1, 2, 3, 4 }, others[] = { 3, 4 };
  g_autoptr (OrientaProgram) program = orienta_program_new (5, 1, NULL);
  orienta_program_add_limit (program, "homes", 5, all, NULL, G_MININT64, 5);
  guint most = orienta_program_add_limit (program, "most of the first", 3, all, NULL, G_MININT64, 2);
  guint least = orienta_program_add_limit (program, "housed", 5, all, NULL, 4, G_MAXINT64);
  guint slots = orienta_program_add_limit (program, "slots", 2, others, NULL, G_MININT64, 0);
  g_autoptr (OrientaSolution) solution = solve (program);
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_INFEASIBLE);
  ck_assert_uint_eq (orienta_solution_get_n_conflicts (solution), 2);
  ck_assert_uint_eq (orienta_solution_get_conflict (solution, 0), least);
  ck_assert_int_eq (orienta_solution_get_conflict_slack (solution, 0), 1);
  ck_assert (!orienta_solution_is_conflict_above (solution, 0));
  ck_assert_uint_eq (orienta_solution_get_conflict (solution, 1), slots);
  ck_assert_int_eq (orienta_solution_get_conflict_slack (solution, 1), 1);
  ck_assert (orienta_solution_is_conflict_above (solution, 1));
  g_autoptr (OrientaSolution) moved = orienta_program_solve_with (program, most, -1, 0, NULL, NULL);
  ck_assert_int_eq (orienta_solution_get_status (moved), ORIENTA_SOLVED_INFEASIBLE);
}
END_TEST

/* What has no name is never blamed. */
START_TEST (test_structural)
{
  SKIP_WITHOUT_HIGHS;
  const guint32 both[] = { 0, 1 };
  g_autoptr (OrientaProgram) program = orienta_program_new (2, 1, NULL);
  orienta_program_add_limit (program, NULL, 2, both, NULL, 3, G_MAXINT64);
  orienta_program_add_limit (program, "named", 2, both, NULL, G_MININT64, 1);
  g_autoptr (OrientaSolution) solution = solve (program);
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_INFEASIBLE);
  ck_assert_uint_eq (orienta_solution_get_n_conflicts (solution), 0);
  check_verified (solution, program, "right");
}
END_TEST

TEST_MAIN ("program-conflict", test_brute_force, test_by_hand, test_structural)
