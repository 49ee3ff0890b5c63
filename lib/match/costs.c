/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What each pair costs against the best matching under places alone: slack + price - value, level by level, never below
 * 0 read from the first level on. A matching with such a pair has at least that much less than the best. */
#include "match/bounded-private.h"

#include <orienta/orienta.h>

#include "base/progress-private.h"

/* Free with orienta_costs_free(). */
OrientaCosts *
orienta_costs_new (const OrientaBoard *board, const OrientaAssignment *best)
{
  OrientaCosts *self = g_new0 (OrientaCosts, 1);
  gsize n = (gsize) orienta_board_n_pairs (board);
  self->n_levels = board->n_levels;
  self->n_pairs = n;
  self->costs = g_new (gint64, n * board->n_levels);
  self->totals = g_new (gint64, board->n_levels);
  for (guint level = 0; level < board->n_levels; level++) {
    const gint64 *slack = orienta_assignment_get_level_slack (best, level);
    const gint64 *prices = orienta_assignment_get_level_prices (best, level);
    self->totals[level] = orienta_assignment_get_level_total (best, level);
    for (guint row = 0; row < board->n_rows; row++)
      for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
        self->costs[level * n + (gsize) i] =
            slack[row] + prices[board->units[i]] - orienta_board_value (board, level, i);
  }
  return self;
}

void
orienta_costs_free (OrientaCosts *self)
{
  if (!self)
    return;
  g_free (self->costs);
  g_free (self->totals);
  g_free (self);
}

/* Whether a pair costs no more than this, a number for each level; NULL: nothing is too much. */
gboolean
orienta_costs_within (const OrientaCosts *self, gint64 pair, const gint64 *most)
{
  for (guint level = 0; most && level < self->n_levels; level++) {
    gint64 cost = self->costs[level * self->n_pairs + (gsize) pair];
    if (cost != most[level])
      return cost < most[level];
  }
  return TRUE;
}

static gboolean
is_cheaper (const OrientaCosts *self, gint64 a, gint64 b)
{
  for (guint level = 0; level < self->n_levels; level++) {
    gint64 x = self->costs[level * self->n_pairs + (gsize) a], y = self->costs[level * self->n_pairs + (gsize) b];
    if (x != y)
      return x < y;
  }
  return FALSE;
}

/* Hoare's partition: returns where the first part ends, none of which costs more than any of the second. */
static gsize
divide (const OrientaCosts *self, gint64 *pairs, gsize first, gsize last)
{
  gint64 pivot = pairs[first + (last - first) / 2];
  for (;; first++, last--) {
    while (is_cheaper (self, pairs[first], pivot))
      first++;
    while (is_cheaper (self, pivot, pairs[last]))
      last--;
    if (first >= last)
      return last;
    gint64 swap = pairs[first];
    pairs[first] = pairs[last];
    pairs[last] = swap;
  }
}

/* What the pair of this rank costs, the cheapest having rank 0. Free with g_free(); NULL when cancelled. */
gint64 *
orienta_costs_at_rank (const OrientaCosts *self, gsize rank, OrientaProgress *progress, GError **error)
{
  g_autofree gint64 *pairs = g_new (gint64, self->n_pairs);
  gsize first = 0, last = self->n_pairs - 1;
  for (gsize i = 0; i < self->n_pairs; i++)
    pairs[i] = (gint64) i;
  while (first < last) {
    if (!orienta_progress_tick (progress, error))
      return NULL;
    gsize end = divide (self, pairs, first, last);
    if (rank <= end)
      last = end;
    else
      first = end + 1;
  }
  gint64 *costs = g_new (gint64, self->n_levels);
  for (guint level = 0; level < self->n_levels; level++)
    costs[level] = self->costs[level * self->n_pairs + (gsize) pairs[rank]];
  return costs;
}

/* How far a solution is from the best under places alone: no pair that costs more is part of a better one. Free with
 * g_free(). */
gint64 *
orienta_costs_gap (const OrientaCosts *self, const OrientaBoard *board, const OrientaSolution *solution)
{
  gint64 *gap = g_new0 (gint64, self->n_levels);
  for (guint level = orienta_model_level (board, 0); level < self->n_levels; level++)
    gap[level] = self->totals[level] - orienta_solution_get_total (solution, level - orienta_model_level (board, 0));
  return gap;
}

/* Whether what costs `gap` was among what costs `most`. */
gboolean
orienta_costs_covers (const OrientaCosts *self, const gint64 *most, const gint64 *gap)
{
  for (guint level = 0; most && level < self->n_levels; level++)
    if (gap[level] != most[level])
      return gap[level] < most[level];
  return TRUE;
}
