/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What one slot, one household more or less in a quota, one place more or less of a home is worth under limits: the
 * program solved again with that bound moved by one, and the totals compared. */
#include "match/bounded-private.h"

#include <orienta/orienta.h>

#define QUICK 500000 /* variables times questions: as much as is asked without being told to */

typedef struct {
  OrientaModel *model;
  const gint64 *totals; /* by level of the board */
  const gint64 *prices; /* of the best under places alone: level by level, by unit */
  OrientaProgress *progress;
} Pricing;

/* One side of a bound. */
typedef struct {
  gboolean known, impossible; /* nothing keeps to all limits any more */
  gint64 points;
  gint32 housed;
} Side;

/* How far the totals of a solution are above those known, in points and households. */
static Side
compare_totals (const Pricing *self, const OrientaSolution *solution)
{
  const OrientaBoard *board = self->model->board;
  Side side = { .known = TRUE };
  for (guint level = orienta_model_level (board, 0); level < board->n_levels; level++) {
    gint64 more = orienta_solution_get_total (solution, level - orienta_model_level (board, 0)) - self->totals[level];
    if (board->levels[level].kind == ORIENTA_LEVEL_POINTS)
      side.points += more;
    else if (board->levels[level].kind == ORIENTA_LEVEL_HOUSED)
      side.housed = (gint32) more;
  }
  side.points += board->lowest * side.housed;
  return side;
}

/* Whether no pair that was left out could be part of what is less than `gap` from the best. With a place more of a
 * unit, the best under places alone may have as much more as the unit's price. */
static gboolean
is_covered (const Pricing *self, gint64 *gap, gint32 larger)
{
  const OrientaBoard *board = self->model->board;
  for (guint level = 0; larger >= 0 && level < board->n_levels; level++)
    gap[level] += self->prices[(gsize) level * board->n_units + (guint) larger];
  return orienta_costs_covers (self->model->costs, self->model->most, gap);
}

/* Not known where it cannot be settled in time, where nothing holds any more, or where pairs that were left out as too
 * dear might count after all. FALSE when cancelled. */
static gboolean
find_side (const Pricing *self, guint number, gint64 by, Side *side, GError **error)
{
  const OrientaModel *model = self->model;
  g_autoptr (OrientaSolution) solution =
      orienta_program_solve_with (model->program, number, by, model->board->options->seconds, self->progress, error);
  if (!solution)
    return FALSE;
  OrientaSolved status = orienta_solution_get_status (solution);
  *side = (Side){ .impossible = status == ORIENTA_SOLVED_INFEASIBLE && !model->most }; /* no pair was left out */
  if (status != ORIENTA_SOLVED_OPTIMAL)
    return TRUE;
  g_autofree gint64 *gap = orienta_costs_gap (model->costs, model->board, solution);
  if (is_covered (self, gap, by > 0 ? g_array_index (model->sources, OrientaLimitSource, number).unit : -1))
    *side = compare_totals (self, solution);
  return TRUE;
}

static gboolean
find_limit_worth (const Pricing *self, guint number, OrientaLimit *limit, GError **error)
{
  gint64 more = limit->most != G_MAXINT64 ? limit->step : -limit->step;
  Side side;
  if (!find_side (self, number, more, &side, error))
    return FALSE;
  limit->has_worth = side.known;
  limit->worth.gain = side.points;
  limit->worth.gain_housed = side.housed;
  limit->has_loss = orienta_limit_has_room (limit);
  if (limit->has_loss)
    return TRUE;
  if (!find_side (self, number, -more, &side, error))
    return FALSE;
  limit->has_loss = side.known;
  limit->worth.loss = -side.points;
  limit->worth.loss_housed = -side.housed;
  return TRUE;
}

static gboolean
find_unit_worth (const Pricing *self, guint number, guint unit, OrientaWorth *worth, gboolean *known, GError **error)
{
  Side more, less = { .known = TRUE };
  const OrientaBoard *board = self->model->board;
  gboolean closed = board->capacities[unit] == 0;
  if (!find_side (self, number, 1, &more, error) || (!closed && !find_side (self, number, -1, &less, error)))
    return FALSE;
  *known = *known && more.known && (less.known || less.impossible);
  gboolean needed = less.impossible && board->binding->reg->units[unit].places > 0;
  *worth = (OrientaWorth){ more.points, needed ? G_MAXINT64 : -less.points, more.housed, -less.housed };
  return TRUE;
}

/* Whether a unit none of whose pairs is in the program is worth nothing. */
static gboolean
is_worthless (const Pricing *self, guint unit)
{
  const OrientaModel *model = self->model;
  g_autofree gint64 *gap = g_new0 (gint64, model->board->n_levels);
  for (guint level = orienta_model_level (model->board, 0); level < model->board->n_levels; level++)
    gap[level] = model->costs->totals[level] - self->totals[level];
  return is_covered (self, gap, (gint32) unit);
}

/* Of all units, or none where one of them cannot be known. */
static gboolean
find_unit_worths (const Pricing *self, OrientaMatching *matching, GError **error)
{
  const GArray *sources = self->model->sources;
  guint n_units = self->model->board->n_units;
  g_autofree OrientaWorth *worths = g_new0 (OrientaWorth, n_units);
  g_autofree gboolean *seen = g_new0 (gboolean, n_units);
  gboolean known = TRUE;
  for (guint number = 0; number < sources->len; number++)
    if (g_array_index (sources, OrientaLimitSource, number).unit >= 0)
      seen[g_array_index (sources, OrientaLimitSource, number).unit] = TRUE;
  for (guint unit = 0; known && unit < n_units; unit++)
    known = seen[unit] || is_worthless (self, unit);
  for (guint number = 0; known && number < sources->len; number++) {
    gint32 unit = g_array_index (sources, OrientaLimitSource, number).unit;
    if (unit >= 0 && !find_unit_worth (self, number, (guint) unit, &worths[unit], &known, error))
      return FALSE;
  }
  g_clear_pointer (&matching->worths, g_free);
  if (known)
    matching->worths = g_steal_pointer (&worths);
  return TRUE;
}

static gboolean
is_quick (const OrientaModel *model, const OrientaLimits *limits)
{
  return (guint64) (model->n_pairs + model->helps->len) * limits->rows->len <= QUICK;
}

/* For limits that were imposed; for units when all prices are asked for. FALSE when cancelled. */
gboolean
orienta_model_find_worths (OrientaModel *self, OrientaLimits *limits, OrientaMatching *matching,
                           OrientaProgress *progress, GError **error)
{
  Pricing pricing = { self, matching->totals, matching->prices, progress };
  OrientaPrices asked = self->board->options->prices;
  if (asked == ORIENTA_PRICES_NONE || (asked == ORIENTA_PRICES_QUICK && !is_quick (self, limits)))
    return TRUE;
  for (guint number = 0; number < self->sources->len; number++) {
    gint32 limit = g_array_index (self->sources, OrientaLimitSource, number).limit;
    if (limit >= 0 && !find_limit_worth (&pricing, number, &orienta_limits_get (limits, (guint) limit)->limit, error))
      return FALSE;
  }
  return asked != ORIENTA_PRICES_ALL || find_unit_worths (&pricing, matching, error);
}
