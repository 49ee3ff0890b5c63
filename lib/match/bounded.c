/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best matching under all limits. The prices of the best one under places alone say what each pair would cost at
 * least; a pair that costs more than what is lost against that bound cannot be part of a best one. So the program is
 * first solved with the cheap pairs, and again with those that what was found leaves open. */
#include "match/bounded-private.h"

#include <orienta/orienta.h>

#include "base/progress-private.h"

#include <math.h>

#define FEW 5000 /* pairs; no more than these are tried at once */
#define SHARE 10 /* of more, first one in so many */

static gboolean
has_solution (const OrientaSolution *solution)
{
  OrientaSolved status = orienta_solution_get_status (solution);
  return status == ORIENTA_SOLVED_OPTIMAL || status == ORIENTA_SOLVED_FEASIBLE;
}

/* Solves with the pairs that cost no more than `most`. `model` and `solution` are replaced. */
static gboolean
solve_within (const OrientaBoard *board, const OrientaLimits *limits, const OrientaCosts *costs, const gint64 *most,
              const OrientaOutcome *start, double seconds, OrientaModel **model, OrientaSolution **solution,
              OrientaProgress *progress, GError **error)
{
  g_clear_pointer (solution, orienta_solution_unref);
  g_clear_pointer (model, orienta_model_free);
  *model = orienta_model_new (board, limits, costs, most, error);
  if (!*model || !orienta_progress_tick (progress, error))
    return FALSE;
  orienta_model_start (*model, start);
  *solution = orienta_program_solve ((*model)->program, seconds, progress, error);
  return *solution != NULL;
}

/* What is left of the time; 0 where there is no limit, and else never as little as that. */
static double
seconds_left (const OrientaBoard *board, gint64 begin)
{
  double seconds = board->options->seconds;
  return seconds > 0 ? fmax (seconds - (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, 1e-3) : 0;
}

/* Where the cheap pairs take most of the time, the rest is for the bound: there will hardly be more to find. */
static gboolean
solve (const OrientaBoard *board, const OrientaLimits *limits, const OrientaCosts *costs, OrientaOutcome *outcome,
       OrientaModel **model, OrientaSolution **solution, OrientaProgress *progress, GError **error)
{
  g_autofree gint64 *most =
      costs->n_pairs > FEW ? orienta_costs_at_rank (costs, costs->n_pairs / SHARE, progress, error) : NULL;
  g_autofree gint64 *gap = NULL;
  gint64 begin = g_get_monotonic_time ();
  double seconds = board->options->seconds;
  if (costs->n_pairs > FEW && !most)
    return FALSE;
  if (!solve_within (board, limits, costs, most, outcome, most ? 0.8 * seconds : seconds, model, solution, progress,
                     error))
    return FALSE;
  if (!most)
    return TRUE;
  if (has_solution (*solution)) {
    gap = orienta_costs_gap (costs, board, *solution);
    if (orienta_costs_covers (costs, most, gap))
      return TRUE;
    orienta_model_read (*model, *solution, outcome);
    orienta_model_read_services (*model, *solution, outcome);
  }
  return solve_within (board, limits, costs, gap, outcome, seconds_left (board, begin), model, solution, progress,
                       error);
}

/* -- what is told -- */

static void
read_levels (OrientaMatching *self, const OrientaBoard *board, const OrientaSolution *solution)
{
  gboolean known = TRUE;
  for (guint level = orienta_model_level (board, 0); level < board->n_levels; level++) {
    guint own = level - orienta_model_level (board, 0);
    gint64 bound = orienta_solution_get_bound (solution, own);
    self->totals[level] = orienta_solution_get_total (solution, own);
    self->bounds[level] = own == 0 ? MIN (self->bounds[level], bound) : bound; /* of places alone, or of the program */
    known = known && self->totals[level] == self->bounds[level];
  }
  self->status = known ? ORIENTA_MATCH_OPTIMAL : ORIENTA_MATCH_BOUNDED;
}

/* A limit of the program as the matching tells it: one of its own, or a household that must be served. */
static guint
tell_limit (OrientaLimits *limits, const OrientaBoard *board, const OrientaLimitSource *source)
{
  if (source->limit >= 0)
    return (guint) source->limit;
  gboolean kept = board->bounds[source->row] == ORIENTA_BOUND_KEPT;
  OrientaLimitRow row = { .part = -1 };
  row.limit = (OrientaLimit){ .kind = kept ? ORIENTA_LIMIT_KEEP : ORIENTA_LIMIT_BASELINE,
                              .id = g_strdup (board->binding->reg->households[board->households[source->row]].id),
                              .bound = "home",
                              .least = 1,
                              .most = G_MAXINT64,
                              .step = 1 };
  g_array_append_val (limits->rows, row);
  return limits->rows->len - 1;
}

static void
read_conflicts (OrientaMatching *self, const OrientaModel *model, OrientaLimits *limits,
                const OrientaSolution *solution)
{
  self->status = ORIENTA_MATCH_INFEASIBLE;
  for (guint i = 0; i < orienta_solution_get_n_conflicts (solution); i++) {
    const OrientaLimitSource *source =
        &g_array_index (model->sources, OrientaLimitSource, orienta_solution_get_conflict (solution, i));
    OrientaConflict conflict = { tell_limit (limits, model->board, source),
                                 orienta_solution_get_conflict_slack (solution, i) };
    g_array_append_val (self->conflicts, conflict);
  }
}

static void
leave_all (const OrientaBoard *board, OrientaOutcome *outcome)
{
  for (guint row = 0; row < board->n_rows; row++) {
    outcome->pairs[row] = orienta_board_find_own (board, row);
    outcome->services[row] = -1;
    outcome->lacking[row] = FALSE;
  }
}

/* Nothing was found in time: nobody is matched. No more could be, at the first level, than under places alone; at later
 * ones, than the program says, for what is less at the first may be more at them. */
static void
read_nothing (OrientaMatching *self, const OrientaBoard *board, const OrientaSolution *solution,
              const OrientaOutcome *outcome)
{
  guint first = orienta_model_level (board, 0);
  self->status = ORIENTA_MATCH_BOUNDED;
  for (guint level = 0; level < board->n_levels; level++) {
    self->totals[level] = 0;
    for (guint row = 0; row < board->n_rows; row++)
      self->totals[level] += outcome->pairs[row] < 0 ? 0 : orienta_board_value (board, level, outcome->pairs[row]);
    if (level < first)
      continue;
    gint64 bound = orienta_solution_get_bound (solution, level - first);
    self->bounds[level] = level == first ? MIN (self->bounds[level], bound) : bound;
  }
}

static gboolean
read_solution (OrientaMatching *self, OrientaModel *model, OrientaLimits *limits, const OrientaSolution *solution,
               OrientaOutcome *outcome, OrientaProgress *progress, GError **error)
{
  const OrientaBoard *board = model->board;
  orienta_model_read (model, solution, outcome);
  read_levels (self, board, solution);
  if (limits->plan->mode == ORIENTA_SUPPORT_REQUIRED)
    orienta_model_read_services (model, solution, outcome);
  else if (!orienta_plan_make (limits->plan, outcome, progress, error))
    return FALSE;
  orienta_limits_count (limits, outcome);
  orienta_model_start (model, outcome);
  return self->status != ORIENTA_MATCH_OPTIMAL || orienta_model_find_worths (model, limits, self, progress, error);
}

gboolean
orienta_match_bounded (const OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits,
                       const OrientaAssignment *best, OrientaOutcome *outcome, OrientaProgress *progress,
                       GError **error)
{
  g_autoptr (OrientaCosts) costs = orienta_costs_new (board, best);
  g_autoptr (OrientaModel) model = NULL;
  g_autoptr (OrientaSolution) solution = NULL;
  self->by_program = TRUE;
  if (!solve (board, limits, costs, outcome, &model, &solution, progress, error))
    return FALSE;
  if (has_solution (solution))
    return read_solution (self, model, limits, solution, outcome, progress, error);
  leave_all (board, outcome);
  orienta_limits_count (limits, outcome);
  if (orienta_solution_get_status (solution) == ORIENTA_SOLVED_INFEASIBLE)
    read_conflicts (self, model, limits, solution);
  else
    read_nothing (self, board, solution, outcome);
  return TRUE;
}

/* Where the best under places alone, which the outcome is, keeps all limits, they may still stand against what one
 * place more or less would bring. */
gboolean
orienta_match_price (const OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits,
                     const OrientaAssignment *best, const OrientaOutcome *outcome, OrientaProgress *progress,
                     GError **error)
{
  g_autoptr (OrientaCosts) costs = orienta_costs_new (board, best);
  g_autoptr (OrientaModel) model = orienta_model_new (board, limits, costs, NULL, error);
  if (!model)
    return FALSE;
  orienta_model_start (model, outcome);
  return orienta_model_find_worths (model, limits, self, progress, error);
}
