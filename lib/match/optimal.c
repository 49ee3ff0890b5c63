/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best matching. First under places alone: exactly, in integers, with prices as its proof; of slots that are kept
 * everybody takes there those that are worth least. When everything else that is asked holds for it too, it is the best
 * under all limits as well. Else a program over the pairs is solved, which begins with what is known already. */
#include "match/optimal-private.h"

#include <orienta/orienta.h>

#include "match/margins-private.h"

#include <string.h>

static void
read_assignment (const OrientaBoard *board, const OrientaAssignment *best, OrientaOutcome *outcome)
{
  const gint32 *columns = orienta_assignment_get_columns (best);
  for (guint row = 0; row < board->n_rows; row++)
    outcome->pairs[row] = columns[row] < 0 ? -1 : orienta_board_find (board, row, (guint) columns[row]);
}

/* Whether everybody who must have a place has one. */
static gboolean
serves_bound (const OrientaBoard *board, const OrientaOutcome *outcome)
{
  for (guint row = 0; row < board->n_rows; row++)
    if (board->bounds[row] != ORIENTA_BOUND_NOT && outcome->pairs[row] < 0)
      return FALSE;
  return TRUE;
}

static gboolean
limits_hold (const OrientaBoard *board, OrientaLimits *limits, const OrientaOutcome *outcome)
{
  if (limits->plan->mode == ORIENTA_SUPPORT_REQUIRED
      && (orienta_plan_count_lacking (limits->plan, outcome) > 0 || !orienta_plan_is_cheapest (limits->plan, outcome)))
    return FALSE;
  orienta_limits_count (limits, outcome);
  return !board->options->quotas || orienta_limits_hold (limits);
}

/* Whether somebody who must have a home would have none with one place less of the unit. */
static gboolean
is_needed (const OrientaBoard *board, const OrientaMargins *margins, guint unit)
{
  for (guint level = 0; level < board->n_levels; level++)
    if (board->levels[level].kind == ORIENTA_LEVEL_BOUND && orienta_margins_get_losses (margins, level)[unit] > 0)
      return board->binding->reg->units[unit].places > 0;
  return FALSE;
}

/* What each level's vector says in points and households. */
static OrientaWorth
worth_of (const OrientaBoard *board, const OrientaMargins *margins, guint unit)
{
  OrientaWorth worth = { 0 };
  for (guint level = 0; level < board->n_levels; level++) {
    gint64 gain = orienta_margins_get_gains (margins, level)[unit];
    gint64 loss = orienta_margins_get_losses (margins, level)[unit];
    if (board->levels[level].kind == ORIENTA_LEVEL_POINTS) {
      worth.gain += gain;
      worth.loss += loss;
    } else if (board->levels[level].kind == ORIENTA_LEVEL_HOUSED) {
      worth.gain_housed = (gint32) gain;
      worth.loss_housed = (gint32) loss;
    }
  }
  worth.gain += board->lowest * worth.gain_housed;
  worth.loss += board->lowest * worth.loss_housed;
  if (is_needed (board, margins, unit)) {
    worth.loss = G_MAXINT64;
    worth.loss_housed = 0;
  }
  return worth;
}

static void
read_proof (OrientaMatching *self, const OrientaBoard *board, const OrientaAssignment *best)
{
  self->prices = g_new (gint64, (gsize) board->n_levels * board->n_units);
  self->totals = g_new (gint64, board->n_levels);
  self->bounds = g_new (gint64, board->n_levels);
  for (guint level = 0; level < board->n_levels; level++) {
    memcpy (self->prices + (gsize) level * board->n_units, orienta_assignment_get_level_prices (best, level),
            board->n_units * sizeof (gint64));
    self->bounds[level] = self->totals[level] = orienta_assignment_get_level_total (best, level);
  }
}

static OrientaMargins *
read_worths (OrientaMatching *self, const OrientaBoard *board, const OrientaAssignment *best, OrientaProgress *progress,
             GError **error)
{
  OrientaProblem problem = orienta_board_problem (board);
  g_autoptr (OrientaMargins) margins = orienta_problem_margins (&problem, best, progress, error);
  if (!margins)
    return NULL;
  self->worths = g_new (OrientaWorth, board->n_units);
  for (guint unit = 0; unit < board->n_units; unit++)
    self->worths[unit] = worth_of (board, margins, unit);
  return g_steal_pointer (&margins);
}

static gboolean
is_imposed (const OrientaBoard *board, const OrientaLimits *limits, const OrientaLimit *limit)
{
  return limit->kind == ORIENTA_LIMIT_SERVICE ? limits->plan->mode == ORIENTA_SUPPORT_REQUIRED : board->options->quotas;
}

/* The best under places alone keeps all limits: looser ones would gain nothing. */
static void
tell_loose_limits (const OrientaBoard *board, OrientaLimits *limits)
{
  for (guint i = 0; i < limits->rows->len; i++) {
    OrientaLimit *limit = &orienta_limits_get (limits, i)->limit;
    limit->has_worth = is_imposed (board, limits, limit);
    limit->has_loss = limit->has_worth && orienta_limit_has_room (limit);
  }
}

/* Whether what one place more or less is worth takes more than the prices of places: where a limit is imposed, and
 * somebody asked for all. */
static gboolean
asks_for_program (const OrientaBoard *board, const OrientaLimits *limits)
{
  gboolean any = limits->plan->mode == ORIENTA_SUPPORT_REQUIRED; /* with no service at all, too */
  for (guint i = 0; i < limits->rows->len && !any; i++)
    any = is_imposed (board, limits, &orienta_limits_get (limits, i)->limit);
  return any && board->options->prices == ORIENTA_PRICES_ALL && orienta_has_highs ();
}

/* Fills the outcome, and of the matching its status, levels, proof and worths. `margins` is NULL where limits beside
 * places decided. FALSE when cancelled or not to be done. */
gboolean
orienta_match_optimal (OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits, OrientaOutcome *outcome,
                       OrientaMargins **margins, OrientaProgress *progress, GError **error)
{
  OrientaProblem problem = orienta_board_problem (board);
  g_autoptr (OrientaAssignment) best = orienta_problem_assign (&problem, progress, error);
  if (!best)
    return FALSE;
  read_assignment (board, best, outcome);
  read_proof (self, board, best);
  if (!orienta_plan_make (limits->plan, outcome, progress, error))
    return FALSE;
  if (!serves_bound (board, outcome) || !limits_hold (board, limits, outcome))
    return orienta_match_bounded (board, self, limits, best, outcome, progress, error);
  self->status = ORIENTA_MATCH_OPTIMAL;
  tell_loose_limits (board, limits);
  *margins = read_worths (self, board, best, progress, error);
  return *margins != NULL
         && (!asks_for_program (board, limits)
             || orienta_match_price (board, self, limits, best, outcome, progress, error));
}
