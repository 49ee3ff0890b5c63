/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "program.h"

#include "match/program-private.h"

/* Five households and two limits: three homes, five slots of support. 9 + 7 + 6 = 22 takes them all. */
static OrientaProgram *
five_households (void)
{
  const gint64 values[] = { 9, 7, 6, 3, 2 }, slots[] = { 2, 1, 2, 4, 0 }, second[] = { 1, 0, 0, 1, 1 };
  const guint32 all[] = { 0, 1, 2, 3, 4 };
  OrientaProgram *program = orienta_program_new (5, 2, NULL);
  orienta_program_set_values (program, 0, 5, values);
  orienta_program_set_values (program, 1, 5, second);
  orienta_program_add_limit (program, "homes", 5, all, NULL, 1, 3);
  orienta_program_add_limit (program, "slots", 5, all, slots, G_MININT64, 5);
  return program;
}

/* A change of the solution, and what is said of it. */
static void
check_change (gint64 *where, gint64 by, const OrientaSolution *solution, const OrientaProgram *program,
              const char *expected)
{
  *where += by;
  check_verified (solution, program, expected);
  *where -= by;
}

START_TEST (test_totals)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (OrientaProgram) program = five_households ();
  g_autoptr (OrientaSolution) solution = solve (program);
  check_verified (solution, program, "right");
  ck_assert_int_eq (orienta_solution_get_total (solution, 0), 22);
  check_change (&solution->totals[0], 1, solution, program, "level 0: total \"23\", expected 22");
  check_change (&solution->totals[1], -1, solution, program, "level 1: total \"0\", expected 1");
  check_change (&solution->bounds[1], -1, solution, program, "level 1: total \"1\", expected at most its bound 0");
  check_change (&solution->bounds[0], 1, solution, program, "level 0: total \"22\", not the best: the bound is 23");
  check_change (&solution->activities[1], 1, solution, program, "limit 1: activity \"6\", expected 5");
  check_change (&solution->proven_bound, -1, solution, program, "proven bound \"21\", expected 22");
  check_verified (solution, program, "right");
}
END_TEST

START_TEST (test_choice)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (OrientaProgram) program = five_households ();
  g_autoptr (OrientaSolution) solution = solve (program);
  solution->chosen[4] = 1;
  check_verified (solution, program, "limit 0: activity \"3\", expected 4");
  solution->activities[0] = 4;
  check_verified (solution, program, "limit 0: \"4\", expected at most 3");
  solution->chosen[4] = 2;
  check_verified (solution, program, "variable 4: \"2\", expected 0 or 1");
  const guint8 none[5] = { 0 };
  orienta_solution_choose (solution, program, none);
  check_verified (solution, program, "limit 0: \"0\", expected at least 1");
  solution->status = ORIENTA_SOLVED_INFEASIBLE;
  check_verified (solution, program, "status \"3\", expected another with a choice");
}
END_TEST

/* Other prices prove a bound, too: a worse one. No price, with which nothing is proven but the sum. */
START_TEST (test_prices)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (OrientaProgram) program = five_households ();
  g_autoptr (OrientaSolution) solution = solve (program);
  GRand *rand = g_rand_new_with_seed (1);
  for (guint trial = 0; trial < 200; trial++) {
    solution->price_bits = 10;
    for (guint limit = 0; limit < 2; limit++)
      solution->prices[limit] = g_rand_int_range (rand, -2000, 9000);
    solution->proven_bound = orienta_solution_prove (solution, program);
    ck_assert_int_ge (solution->proven_bound, 22);
    check_verified (solution, program, "right");
  }
  solution->prices[0] = solution->prices[1] = 0;
  ck_assert_int_eq (orienta_solution_prove (solution, program), 27);
  solution->prices[0] = G_MAXINT64;
  ck_assert_int_eq (orienta_solution_prove (solution, program), 27);
  solution->price_bits = 63;
  check_verified (solution, program, "prices in parts of 2^63 of \"1\", expected at most 2^62 of 1 or more");
  g_rand_free (rand);
}
END_TEST

/* Whatever the prices, no set that is allowed adds up to more than what they prove. */
START_TEST (test_any_prices)
{
  GRand *rand = g_rand_new_with_seed (2);
  for (guint trial = 0; trial < 1000; trial++) {
    Small x = small_random (rand, 8, 5);
    g_autoptr (OrientaProgram) program = small_program (&x);
    g_autoptr (OrientaSolution) solution = orienta_solution_new (program, ORIENTA_NO_LIMIT, 0);
    guint32 best = small_best (&x, G_MAXUINT32);
    solution->price_bits = 8;
    for (guint limit = 0; limit < x.n_limits; limit++)
      solution->prices[limit] = g_rand_int_range (rand, -1000, 2000);
    if (best != G_MAXUINT32)
      ck_assert_int_ge (orienta_solution_prove (solution, program), small_sum (x.values[0], x.n, best));
  }
  g_rand_free (rand);
}
END_TEST

START_TEST (test_other_program)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (OrientaProgram) program = five_households (), other = orienta_program_new (4, 1, NULL);
  g_autoptr (OrientaSolution) solution = solve (program);
  check_verified (solution, other,
                  "a solution of \"5\" variables, \"2\" levels, \"2\" limits, expected one of 4, 1 and 0");
  g_autoptr (OrientaSolution) moved = orienta_program_solve_with (program, 0, -2, 0, NULL, NULL);
  check_verified (moved, program, "right");
  moved->moved = ORIENTA_NO_LIMIT;
  ck_assert (!orienta_solution_verify (moved, program, NULL));
}
END_TEST

START_TEST (test_conflict)
{
  SKIP_WITHOUT_HIGHS;
  const guint32 first[] = { 0 };
  g_autoptr (OrientaProgram) program = five_households ();
  orienta_program_add_limit (program, NULL, 1, first, NULL, 2, 2);
  g_autoptr (OrientaSolution) solution = solve (program);
  check_verified (solution, program, "right");
  solution->n_conflicts = 1;
  solution->conflicts[0] = 2;
  check_verified (solution, program, "conflict 0: limit \"2\", expected one that has a name");
  solution->status = ORIENTA_SOLVED_FEASIBLE;
  check_verified (solution, program, "status \"2\", expected another without a choice");
}
END_TEST

TEST_MAIN ("program-verify", test_totals, test_choice, test_prices, test_any_prices, test_other_program, test_conflict)
