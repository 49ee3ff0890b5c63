/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What one slot, one household more or less in a quota is worth: the program solved again with the bound moved by one.
 * A limit that is not reached is worth nothing, and that needs no solving. */
#include "match/bounded-private.h"

#include <orienta/orienta.h>

#define MOST_VARIABLES 20000
#define MOST_LIMITS 100

/* How far the totals of a solution are above those known, in points and households. */
static void
compare_totals (const OrientaBoard *board, const OrientaSolution *solution, const gint64 *totals, gint64 *points,
                gint32 *housed)
{
  for (guint level = orienta_model_level (board, 0); level < board->n_levels; level++) {
    gint64 more = orienta_solution_get_total (solution, level - orienta_model_level (board, 0)) - totals[level];
    if (board->levels[level].kind == ORIENTA_LEVEL_POINTS)
      *points += more;
    else if (board->levels[level].kind == ORIENTA_LEVEL_HOUSED)
      *housed = (gint32) more;
  }
  *points += board->lowest * *housed;
}

/* FALSE when cancelled. What cannot be done at all, or not in time, leaves `worth` without this side. */
static gboolean
find_side (const OrientaModel *self, guint number, OrientaLimit *limit, const gint64 *totals, gboolean give,
           OrientaProgress *progress, GError **error)
{
  gboolean upper = limit->most != G_MAXINT64;
  gint64 by = give == upper ? limit->step : -limit->step;
  g_autoptr (OrientaSolution) solution = orienta_program_solve_with (self->program, number, by,
                                                                     self->board->options->seconds, progress, error);
  if (!solution)
    return FALSE;
  gint64 points = 0;
  gint32 housed = 0;
  if (orienta_solution_get_status (solution) != ORIENTA_SOLVED_OPTIMAL) {
    limit->has_worth = FALSE;
    return TRUE;
  }
  compare_totals (self->board, solution, totals, &points, &housed);
  if (give) {
    limit->worth.gain = points;
    limit->worth.gain_housed = housed;
  } else {
    limit->worth.loss = -points;
    limit->worth.loss_housed = -housed;
  }
  return TRUE;
}

/* Whether the bound could move by a step and still hold what was found. */
static gboolean
has_room (const OrientaLimit *limit)
{
  return limit->most != G_MAXINT64 ? limit->amount + limit->step <= limit->most
                                   : limit->amount - limit->step >= limit->least;
}

static gboolean
find_worth (const OrientaModel *self, guint number, OrientaLimit *limit, const gint64 *totals,
            OrientaProgress *progress, GError **error)
{
  limit->has_worth = TRUE;
  limit->worth = (OrientaWorth){ 0 };
  if (!find_side (self, number, limit, totals, TRUE, progress, error))
    return FALSE;
  return has_room (limit) || !limit->has_worth || find_side (self, number, limit, totals, FALSE, progress, error);
}

/* For limits that were imposed. FALSE when cancelled. */
gboolean
orienta_model_find_worths (OrientaModel *self, OrientaLimits *limits, const gint64 *totals, OrientaProgress *progress,
                           GError **error)
{
  if (self->n_pairs + self->helps->len > MOST_VARIABLES || limits->rows->len > MOST_LIMITS)
    return TRUE;
  for (guint number = 0; number < self->sources->len; number++) {
    const OrientaLimitSource *source = &g_array_index (self->sources, OrientaLimitSource, number);
    if (source->limit >= 0
        && !find_worth (self, number, &orienta_limits_get (limits, (guint) source->limit)->limit, totals, progress,
                        error))
      return FALSE;
  }
  return TRUE;
}
