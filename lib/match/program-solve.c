/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best choice within linear limits, level by level, and what is known of it for certain.
 *
 * *The way.* The linear relaxation of level 0, where a variable may be chosen in part, gives a price for each limit and
 * with them a bound that is computed again in whole numbers (program-verify.c). If what it chooses is whole and meets
 * that bound, nothing else is needed: so it is wherever limits are few or loose. Otherwise branch and bound begins from
 * the best that is known. Once a level is settled, its total becomes a limit, and the next level chooses among what is
 * left. Where the limits contradict each other, program-conflict.c says which.
 *
 * *What is trusted.* HiGHS computes in doubles. What it chooses is rounded and held against every limit in whole
 * numbers, and totals are added up again: that part needs no trust. That nothing is better is proven by the prices as
 * far as the proven bound goes; between it and the bound, and for later levels, it is what HiGHS says, and so is that
 * limits contradict each other. All whole numbers are below 2^53 in units of their greatest common divisor, so that
 * what HiGHS is given is exact. */
#include <orienta/orienta.h>

#include "match/program-private.h"
#include "base/progress-private.h"

#include <math.h>

/* Where everything is allowed to be left, that is a beginning too. */
static void
begin (const OrientaProgram *self, const OrientaEngine *engine, OrientaSolution *solution)
{
  g_autofree guint8 *none = g_new0 (guint8, (gsize) self->n_variables + 1);
  if (self->start && orienta_engine_holds (engine, self->start))
    orienta_solution_choose (solution, self, self->start);
  else if (orienta_engine_holds (engine, none))
    orienta_solution_choose (solution, self, none);
}

/* What the engine chose, where it is better at this level than what is known. */
static void
improve (const OrientaProgram *self, const OrientaEngine *engine, OrientaSolution *solution, guint level)
{
  const guint8 *chosen = orienta_engine_get_chosen (engine);
  if (!chosen)
    return;
  OrientaTerms terms = orienta_program_get_terms (self, self->limits->len + level);
  if (!solution->chosen || orienta_terms_activity (&terms, chosen) > solution->totals[level])
    orienta_solution_choose (solution, self, chosen);
}

/* Any prices prove a bound, so that rounding costs no truth, only sharpness. As many bits as the largest leaves room
 * for. */
static void
keep_prices (const OrientaProgram *self, const double *prices, OrientaSolution *solution)
{
  double largest = 0;
  for (guint limit = 0; limit < self->limits->len; limit++)
    largest = fmax (largest, fabs (prices[limit]));
  if (!(largest < 0x1p60))
    return;
  for (solution->price_bits = 40; ldexp (largest, (int) solution->price_bits) >= 0x1p61;)
    solution->price_bits--;
  for (guint limit = 0; limit < self->limits->len; limit++)
    solution->prices[limit] = (gint64) rint (ldexp (prices[limit], (int) solution->price_bits));
  solution->proven_bound = orienta_solution_prove (solution, self);
  solution->bounds[0] = solution->proven_bound;
}

static gint64
known_total (const OrientaSolution *solution, guint level)
{
  return solution->chosen ? solution->totals[level] : G_MININT64;
}

/* Prices of this level's relaxation, its bound, and with them what variables are decided. */
static OrientaRun
relax (const OrientaProgram *self, OrientaEngine *engine, OrientaSolution *solution, guint level, double *prices,
       GError **error)
{
  orienta_engine_aim (engine, self->limits->len + level, 1);
  OrientaRun run = orienta_engine_relax (engine, prices, error);
  if (run != ORIENTA_RUN_DONE)
    return run;
  if (level == 0)
    keep_prices (self, prices, solution);
  improve (self, engine, solution, level);
  gint64 bound = orienta_engine_fix_by_prices (engine, self, level, prices, known_total (solution, level));
  solution->bounds[level] = MIN (solution->bounds[level], bound);
  if (solution->chosen)
    solution->bounds[level] = MAX (solution->bounds[level], solution->totals[level]);
  return run;
}

static gboolean
is_settled (const OrientaSolution *solution, guint level)
{
  return solution->chosen && solution->totals[level] == solution->bounds[level];
}

static OrientaRun
search (const OrientaProgram *self, OrientaEngine *engine, OrientaSolution *solution, guint level, GError **error)
{
  orienta_engine_aim (engine, self->limits->len + level, 1);
  OrientaRun run = orienta_engine_run (engine, solution->chosen, error);
  if (run == ORIENTA_RUN_FAILED)
    return run;
  /* What is held in hand is allowed, whatever doubles make of it. */
  if (run == ORIENTA_RUN_IMPOSSIBLE)
    return solution->chosen ? ORIENTA_RUN_STOPPED : run;
  improve (self, engine, solution, level);
  gint64 bound = MIN (solution->bounds[level], orienta_engine_get_bound (engine));
  solution->bounds[level] = solution->chosen ? MAX (bound, solution->totals[level]) : bound;
  return is_settled (solution, level) ? ORIENTA_RUN_DONE : ORIENTA_RUN_STOPPED;
}

/* One level: by its relaxation if that is enough, else by branch and bound over what it leaves open. Then its total is
 * held, and what cannot be part of it any more is out. */
static OrientaRun
settle (const OrientaProgram *self, OrientaEngine *engine, OrientaSolution *solution, guint level, GError **error)
{
  g_autofree double *prices = g_new0 (double, (gsize) self->limits->len + self->levels->len);
  OrientaRun relaxed = relax (self, engine, solution, level, prices, error);
  if (relaxed == ORIENTA_RUN_FAILED || (relaxed == ORIENTA_RUN_IMPOSSIBLE && !solution->chosen))
    return relaxed;
  OrientaRun run = is_settled (solution, level) ? ORIENTA_RUN_DONE : search (self, engine, solution, level, error);
  if (run != ORIENTA_RUN_DONE || level + 1 == self->levels->len)
    return run;
  if (relaxed == ORIENTA_RUN_DONE)
    orienta_engine_fix_by_prices (engine, self, level, prices, solution->totals[level]);
  orienta_engine_bind (engine, self->limits->len + level, solution->totals[level], G_MAXINT64);
  return run;
}

/* Level by level, as far as each can be settled. */
static OrientaRun
climb (const OrientaProgram *self, OrientaEngine *engine, OrientaSolution *solution, OrientaProgress *progress,
       GError **error)
{
  orienta_progress_start (progress, "solving", self->levels->len);
  begin (self, engine, solution);
  OrientaRun run = ORIENTA_RUN_DONE;
  for (guint level = 0; level < self->levels->len && run == ORIENTA_RUN_DONE; level++) {
    run = settle (self, engine, solution, level, error);
    orienta_progress_advance (progress, 1);
  }
  return run;
}

static OrientaSolution *
solve (const OrientaProgram *self, guint moved, gint64 by, double seconds, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaEngine) engine = orienta_engine_new (self, seconds, progress, error);
  if (!engine)
    return NULL;
  if (moved != ORIENTA_NO_LIMIT) {
    OrientaProgramLimit limit = *orienta_program_get_limit (self, moved);
    orienta_limit_move (&limit, by);
    orienta_engine_bind (engine, moved, limit.lower, limit.upper);
  }
  g_autoptr (OrientaSolution) solution = orienta_solution_new (self, moved, by);
  OrientaRun run = climb (self, engine, solution, progress, error);
  if (run == ORIENTA_RUN_FAILED)
    return NULL;
  if (run == ORIENTA_RUN_IMPOSSIBLE) {
    solution->status = ORIENTA_SOLVED_INFEASIBLE;
    if (!orienta_conflict_find (engine, self, solution, progress, error))
      return NULL;
  } else if (solution->chosen) {
    solution->status = run == ORIENTA_RUN_DONE ? ORIENTA_SOLVED_OPTIMAL : ORIENTA_SOLVED_FEASIBLE;
  }
  return g_steal_pointer (&solution);
}

/**
 * orienta_program_solve:
 * @seconds: stop after so long, with the best that is found by then; 0 or less: no limit
 * @progress: (nullable): stages "solving" (steps are levels) and "finding a conflict" (steps are named limits); cancels
 *
 * Chooses what adds up to the most at level 0, among all such what adds up to the most at level 1, and so on. Where
 * time runs out at one level, later ones keep what was found. Limits that contradict each other are a result
 * (orienta_solution_get_n_conflicts()), and so is time that ran out. HiGHS looks at the clock now and then, and may run
 * over by seconds on large programs; a cancel is answered at once. Without a time limit, the same program has the same
 * solution every time, with the same version of HiGHS.
 *
 * Complexity: one linear program where that settles it; else, as for any such program, exponential at worst.
 *
 * Returns: (transfer full): the solution; NULL with ORIENTA_ERROR_LIMIT for numbers that add up to 2^53 times their
 *   greatest common divisor or more or for more than 2^28 terms of all limits, ORIENTA_ERROR_MISSING without HiGHS,
 * ORIENTA_ERROR_CANCELLED
 */
OrientaSolution *
orienta_program_solve (const OrientaProgram *self, double seconds, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return solve (self, ORIENTA_NO_LIMIT, 0, seconds, progress, error);
}

/**
 * orienta_program_solve_with:
 * @limit: which limit
 * @by: how far its bound moves, in its own units: the upper bound if it has one, else the lower one
 *
 * As orienta_program_solve(), with one limit moved; the program itself stays as it is. The difference of the totals is
 * exactly what one more place, slot or household in a quota is worth. orienta_program_set_start() with what was chosen
 * before makes it faster.
 *
 * Returns: (transfer full): as orienta_program_solve()
 */
OrientaSolution *
orienta_program_solve_with (const OrientaProgram *self, guint limit, gint64 by, double seconds,
                            OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (self != NULL && limit < self->limits->len, NULL);
  return solve (self, limit, by, seconds, progress, error);
}
