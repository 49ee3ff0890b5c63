/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "instance.h"
#include "program.h"

#include "match/program-private.h"

static guint32
set_of (const Small *x, const OrientaSolution *solution)
{
  guint32 set = 0;
  for (guint i = 0; i < x->n; i++)
    set |= (guint32) orienta_solution_get_chosen (solution)[i] << i;
  return set;
}

/* `best`: what trying everything found. */
static void
assert_best (const Small *x, const OrientaProgram *program, const OrientaSolution *solution, guint32 best, guint trial)
{
  check_verified (solution, program, "right");
  if (best == G_MAXUINT32) {
    ck_assert_msg (orienta_solution_get_status (solution) == ORIENTA_SOLVED_INFEASIBLE, "trial %u: %d", trial,
                   orienta_solution_get_status (solution));
    ck_assert_ptr_null (orienta_solution_get_chosen (solution));
    return;
  }
  ck_assert_msg (orienta_solution_get_status (solution) == ORIENTA_SOLVED_OPTIMAL, "trial %u: %d", trial,
                 orienta_solution_get_status (solution));
  ck_assert (small_holds (x, set_of (x, solution), G_MAXUINT32));
  for (guint level = 0; level < x->n_levels; level++) {
    gint64 total = small_sum (x->values[level], x->n, best);
    ck_assert_msg (orienta_solution_get_total (solution, level) == total, "trial %u", trial);
    ck_assert_int_eq (orienta_solution_get_bound (solution, level), total);
    ck_assert_int_eq (small_sum (x->values[level], x->n, set_of (x, solution)), total);
  }
  ck_assert_int_ge (orienta_solution_get_proven_bound (solution), orienta_solution_get_total (solution, 0));
  for (guint limit = 0; limit < x->n_limits; limit++)
    ck_assert_int_eq (orienta_solution_get_activity (solution, limit),
                      small_sum (x->coefficients[limit], x->n, set_of (x, solution)));
}

/* With each limit moved, from what was best before. */
static void
assert_moves (GRand *rand, Small *x, OrientaProgram *program, guint trial)
{
  for (guint limit = 0; limit < x->n_limits; limit++) {
    gint64 *bound = x->upper[limit] != G_MAXINT64 ? &x->upper[limit] : &x->lower[limit];
    gint64 by = g_rand_int_range (rand, -5, 6), before = *bound;
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaSolution) solution = orienta_program_solve_with (program, limit, by, 0, NULL, &error);
    ck_assert_msg (solution != NULL, "%s", error ? error->message : "");
    *bound += *bound == G_MININT64 ? 0 : by;
    assert_best (x, program, solution, small_best (x, G_MAXUINT32), trial);
    *bound = before;
  }
}

START_TEST (test_brute_force)
{
  SKIP_WITHOUT_HIGHS;
  GRand *rand = g_rand_new_with_seed (20260101);
  guint n_infeasible = 0;
  for (guint trial = 0; trial < 2000; trial++) {
    Small x = small_random (rand, trial % 50 == 0 ? MOST_VARIABLES : 9, 6);
    g_autoptr (OrientaProgram) program = small_program (&x);
    guint8 start[MOST_VARIABLES];
    for (guint i = 0; i < x.n; i++)
      start[i] = (guint8) g_rand_int_range (rand, 0, 2);
    if (trial % 2 == 0)
      orienta_program_set_start (program, start);
    g_autoptr (OrientaSolution) solution = solve (program);
    guint32 best = small_best (&x, G_MAXUINT32);
    assert_best (&x, program, solution, best, trial);
    n_infeasible += best == G_MAXUINT32;
    if (best != G_MAXUINT32)
      orienta_program_set_start (program, orienta_solution_get_chosen (solution));
    if (trial % 8 == 0)
      assert_moves (rand, &x, program, trial);
  }
  ck_assert_uint_gt (n_infeasible, 200);
  ck_assert_uint_lt (n_infeasible, 1800);
  g_rand_free (rand);
}
END_TEST

/* Without limits of its own, a program is what the solver for capacities solves; and its prices prove it. */
static void
assert_assigned (const Instance *x)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaAssignment) best = assign (x);
  g_autoptr (OrientaProgram) program =
      orienta_program_new_assign (x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, &error);
  ck_assert_msg (program != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaSolution) solution = solve (program);
  check_verified (solution, program, "right");
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_OPTIMAL);
  ck_assert_uint_eq (orienta_solution_get_n_variables (solution), (guint) x->first[x->n_rows]);
  ck_assert_uint_eq (orienta_solution_get_n_levels (solution), orienta_program_get_n_levels (program));
  ck_assert_uint_eq (orienta_solution_get_n_limits (solution), orienta_program_get_n_limits (program));
  ck_assert_int_eq (orienta_solution_get_total (solution, 0), orienta_assignment_get_total (best));
  ck_assert_int_eq (orienta_solution_get_proven_bound (solution), orienta_assignment_get_total (best));
  for (gint64 i = 0; i < x->first[x->n_rows]; i++)
    ck_assert (x->values[i] >= 0 || !orienta_solution_get_chosen (solution)[i]);
  for (guint column = 0; column < x->n_columns; column++)
    ck_assert_int_le (orienta_solution_get_activity (solution, x->n_rows + column), x->capacities[column]);
}

START_TEST (test_assign)
{
  SKIP_WITHOUT_HIGHS;
  GRand *rand = g_rand_new_with_seed (3);
  for (guint trial = 0; trial < 200; trial++) {
    guint n_rows = (guint) g_rand_int_range (rand, 0, 12), n_columns = (guint) g_rand_int_range (rand, 0, 6);
    g_auto (Instance) x = random_instance (rand, n_rows, n_columns, 3, -20, 100, 5, 2);
    assert_assigned (&x);
  }
  g_auto (Instance) scarce = random_instance (rand, 1000, 300, 8, -50, 1000, 250, 2);
  assert_assigned (&scarce);
  g_auto (Instance) even = random_instance (rand, 1000, 300, 8, 0, 100000, 1, 6);
  assert_assigned (&even);
  g_rand_free (rand);
}
END_TEST

/* Thirty kinds of thing to be carried in five ways at once, by so much that nothing is quickly proven. */
static OrientaProgram *
hard_program (guint n, guint n_limits)
{
  GRand *rand = g_rand_new_with_seed (5);
  OrientaProgram *program = orienta_program_new (n, 2, NULL);
  g_autofree guint32 *numbers = g_new (guint32, n);
  g_autofree gint64 *values = g_new (gint64, n), *weights = g_new (gint64, n);
  for (guint limit = 0; limit < n_limits; limit++) {
    gint64 sum = 0;
    for (guint i = 0; i < n; i++) {
      numbers[i] = i;
      weights[i] = g_rand_int_range (rand, 100, 1000);
      values[i] = (limit == 0 ? 0 : values[i]) + weights[i];
      sum += weights[i];
    }
    orienta_program_add_limit (program, "load", n, numbers, weights, G_MININT64, sum / 2);
  }
  for (guint i = 0; i < n; i++)
    values[i] = values[i] / n_limits + g_rand_int_range (rand, 0, 500);
  orienta_program_set_values (program, 0, n, values);
  orienta_program_set_values (program, 1, n, weights);
  g_rand_free (rand);
  return program;
}

START_TEST (test_time)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgram) program = hard_program (300, 10);
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (OrientaSolution) solution = orienta_program_solve (program, 1, NULL, &error);
  ck_assert_msg (solution != NULL, "%s", error ? error->message : "");
  ck_assert_int_lt (g_get_monotonic_time () - begun, 10 * G_USEC_PER_SEC);
  check_verified (solution, program, "right");
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_FEASIBLE);
  ck_assert_int_lt (orienta_solution_get_total (solution, 0), orienta_solution_get_bound (solution, 0));
  ck_assert_int_le (orienta_solution_get_bound (solution, 0), orienta_solution_get_proven_bound (solution));
  ck_assert_int_lt (orienta_solution_get_total (solution, 1), orienta_solution_get_bound (solution, 1));
}
END_TEST

/* HiGHS is left behind; a checker of memory would see what it still holds. */
static void
wait_for_threads (void)
{
  for (guint n = 0; n != 1; g_usleep (10000)) {
    g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
    for (n = threads ? 0 : 1; threads && g_dir_read_name (threads);)
      n++;
  }
}

static gpointer
cancel_later (gpointer data)
{
  g_usleep (500000);
  gint64 *moment = g_new (gint64, 1);
  *moment = g_get_monotonic_time ();
  orienta_progress_cancel (data);
  return moment;
}

START_TEST (test_cancel)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgram) program = hard_program (300, 10);
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  GThread *other = g_thread_new ("cancel", cancel_later, progress);
  g_autoptr (OrientaSolution) solution = orienta_program_solve (program, 0, progress, &error);
  gint64 stopped = g_get_monotonic_time ();
  g_autofree gint64 *asked = g_thread_join (other);
  ck_assert_ptr_null (solution);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_str_eq (error->message, "cancelled while solving");
  ck_assert_int_lt (stopped - *asked, 2 * G_USEC_PER_SEC); /* 0.2 s where the machine has nothing else to do */
  wait_for_threads ();
}
END_TEST

START_TEST (test_again)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (OrientaProgram) program = hard_program (24, 3);
  g_autoptr (OrientaSolution) one = solve (program), two = solve (program);
  ck_assert_int_eq (orienta_solution_get_status (one), ORIENTA_SOLVED_OPTIMAL);
  ck_assert_mem_eq (orienta_solution_get_chosen (one), orienta_solution_get_chosen (two), 24);
}
END_TEST

/* Two homes for three households, 5, 4 and 3 points; one slot of support, which the first and the second need. */
START_TEST (test_prices)
{
  SKIP_WITHOUT_HIGHS;
  const gint64 values[] = { 5, 4, 3 };
  const guint32 all[] = { 0, 1, 2 }, needy[] = { 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgram) program = orienta_program_new (3, 1, NULL);
  orienta_program_set_values (program, 0, 3, values);
  guint homes = orienta_program_add_limit (program, "homes", 3, all, NULL, G_MININT64, 2);
  guint slots = orienta_program_add_limit (program, "slots", 2, needy, NULL, G_MININT64, 1);
  g_autoptr (OrientaSolution) solution = solve (program);
  ck_assert_int_eq (orienta_solution_get_total (solution, 0), 8);
  ck_assert_int_eq (orienta_solution_get_proven_bound (solution), 8);
  ck_assert_int_eq (orienta_solution_get_activity (solution, homes), 2);
  ck_assert_int_eq (orienta_solution_get_activity (solution, slots), 1);
  ck_assert_double_ge (orienta_solution_get_price (solution, slots), 1);
  g_autoptr (OrientaSolution) more = orienta_program_solve_with (program, slots, 1, 0, NULL, &error);
  ck_assert_int_eq (orienta_solution_get_total (more, 0), 9);
  check_verified (more, program, "right");
  ck_assert_str_eq (orienta_program_get_limit_name (program, slots), "slots");
}
END_TEST

/* No time at all, and nothing may be left out. */
START_TEST (test_unknown)
{
  SKIP_WITHOUT_HIGHS;
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgram) program = hard_program (300, 10);
  const guint32 first[] = { 0 };
  orienta_program_add_limit (program, "one", 1, first, NULL, 1, 1);
  g_autoptr (OrientaSolution) solution = orienta_program_solve (program, 1e-6, NULL, &error);
  ck_assert_msg (solution != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_solution_get_status (solution), ORIENTA_SOLVED_UNKNOWN);
  ck_assert_ptr_null (orienta_solution_get_chosen (solution));
  ck_assert_int_gt (orienta_solution_get_bound (solution, 0), 0);
  check_verified (solution, program, "right");
}
END_TEST

/* A variable that is named twice in a limit counts with the sum; what is moved without a bound does not move. */
START_TEST (test_twice)
{
  SKIP_WITHOUT_HIGHS;
  const gint64 values[] = { 3, 2 }, coefficients[] = { 2, 1, 3, -1 };
  const guint32 variables[] = { 0, 1, 0, 0 };
  g_autoptr (OrientaProgram) program = orienta_program_new (2, 1, NULL);
  orienta_program_set_values (program, 0, 2, values);
  guint limit = orienta_program_add_limit (program, "twice", 4, variables, coefficients, G_MININT64, 4);
  g_autoptr (OrientaSolution) solution = solve (program);
  ck_assert_int_eq (orienta_solution_get_total (solution, 0), 3);
  ck_assert_int_eq (orienta_solution_get_activity (solution, limit), 4);
  check_verified (solution, program, "right");
  guint loose = orienta_program_add_limit (program, "loose", 4, variables, coefficients, G_MININT64, G_MAXINT64);
  g_autoptr (OrientaSolution) moved = orienta_program_solve_with (program, loose, -9, 0, NULL, NULL);
  ck_assert_int_eq (orienta_solution_get_total (moved, 0), 3);
  check_verified (moved, program, "right");
}
END_TEST

static void
assert_refused (const OrientaProgram *program, const char *expected)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_program_solve (program, 0, NULL, &error));
  ck_assert_str_eq (error->message, expected);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
}

START_TEST (test_refused)
{
  SKIP_WITHOUT_HIGHS;
  const gint64 wide[] = { G_GINT64_CONSTANT (1) << 53, 1 }, wider[] = { G_MAXINT64, G_MININT64 };
  const gint64 coarse[] = { (G_GINT64_CONSTANT (1) << 60) * 3, G_GINT64_CONSTANT (1) << 60 }, small[] = { 1, 1 };
  const guint32 both[] = { 0, 1 };
  g_autoptr (OrientaProgram) program = orienta_program_new (2, 1, NULL);
  orienta_program_set_values (program, 0, 2, wide);
  assert_refused (program, "level 0: values that add up to \"9007199254740993\", expected less than 9007199254740992 "
                           "times their greatest common divisor, and at most 9223372036854775807");
  orienta_program_set_values (program, 0, 2, coarse);
  g_autoptr (OrientaSolution) solution = solve (program);
  ck_assert_int_eq (orienta_solution_get_total (solution, 0), coarse[0] + coarse[1]);
  orienta_program_add_limit (program, NULL, 2, both, small, 0, 2);
  orienta_program_add_limit (program, "wide", 2, both, wider, 0, 2);
  assert_refused (program, "limit \"wide\": coefficients that add up to \"9223372036854775807\" or more, expected less "
                           "than 9007199254740992 times their greatest common divisor, and at most "
                           "9223372036854775807");
}
END_TEST

static void
assert_too_large (guint n_variables, guint n_levels, const char *expected)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_program_new (n_variables, n_levels, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_str_eq (error->message, expected);
}

START_TEST (test_sizes)
{
  assert_too_large (2000000000, 1, "\"2000000000\" variables at 1 levels, expected at most 268435456 in all");
  assert_too_large (G_MAXUINT, G_MAXUINT,
                    "\"4294967295\" variables at 4294967295 levels, expected at most 268435456 in all");
  assert_too_large (0, G_MAXUINT, "\"0\" variables at 4294967295 levels, expected at most 268435456 in all");
  const guint32 first[] = { 0, 0 };
  g_autoptr (OrientaProgram) program = orienta_program_new (2, 1, NULL);
  program->n_terms = ORIENTA_MAX_TERMS - 1; /* as if there were so many */
  guint limit = orienta_program_add_limit (program, "one too many", 2, first, NULL, G_MININT64, 1);
  ck_assert_uint_eq (limit, 0);
  ck_assert_uint_eq (program->variables->len, 0);
  if (orienta_has_highs ())
    assert_refused (program, "\"268435457\" terms of all limits, expected at most 268435456");
}
END_TEST

/* A program can be made anywhere; solving it needs HiGHS, and says so. */
START_TEST (test_missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgram) program = orienta_program_new (2, 1, NULL);
  g_autoptr (OrientaSolution) solution = orienta_program_solve (program, 0, NULL, &error);
  ck_assert_int_eq (solution != NULL, orienta_has_highs ());
  ck_assert_int_eq (orienta_highs_version () != NULL, orienta_has_highs ());
  if (orienta_has_highs ())
    return;
  ck_assert_str_eq (error->message, "built without HiGHS: no program can be solved, expected a build with "
                                    "-Dhighs=enabled");
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_MISSING));
}
END_TEST

TEST_MAIN ("program", test_brute_force, test_assign, test_time, test_cancel, test_again, test_prices, test_unknown,
           test_twice, test_refused, test_sizes, test_missing)
