/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/board-private.h"

#include <orienta/orienta.h>

#include "match/board-lay-private.h"

void
orienta_board_free (OrientaBoard *self)
{
  if (!self)
    return;
  orienta_ranking_free (self->ranking);
  orienta_binding_unref (self->binding);
  g_free (self->households);
  g_free (self->rows);
  g_free (self->first);
  g_free (self->units);
  g_free (self->points);
  g_free (self->status);
  g_free (self->tiers);
  g_free (self->reserves);
  g_free (self->slot_reserves);
  g_free (self->charges);
  g_array_unref (self->withheld);
  g_free (self->capacities);
  g_free (self->bounds);
  g_free (self->n_open);
  g_free (self->levels);
  g_free (self->values);
  g_free (self->own_values);
  g_free (self->marks);
  g_free (self);
}

static void
order_rows (OrientaBoard *self)
{
  self->households = g_new (guint32, self->n_rows);
  self->rows = g_new (guint32, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    self->households[i] = i;
  orienta_ranking_order_households (self->ranking, self->n_rows, self->households);
  for (guint row = 0; row < self->n_rows; row++)
    self->rows[self->households[row]] = row;
}

/* Households in their order, and no pairs yet. Free with orienta_board_free(). The options outlive it. */
OrientaBoard *
orienta_board_new_empty (OrientaBinding *binding, const OrientaMatchOptions *options)
{
  OrientaBoard *self = g_new0 (OrientaBoard, 1);
  self->binding = orienta_binding_ref (binding);
  self->options = options;
  self->ranking = orienta_ranking_new (binding, options->seed);
  self->n_rows = binding->reg->n_households;
  self->n_units = binding->reg->n_units;
  self->first = g_new0 (gint64, (gsize) self->n_rows + 1);
  self->bounds = g_new0 (guint8, self->n_rows);
  self->n_open = g_new0 (guint32, self->n_rows);
  self->withheld = g_array_new (FALSE, FALSE, sizeof (OrientaWithheld));
  order_rows (self);
  return self;
}

/* Free with orienta_board_free(). NULL with ORIENTA_ERROR_NOT_FOUND for a pair of the options whose ids nobody has,
 * ORIENTA_ERROR_INVALID or ORIENTA_ERROR_CANCELLED. The options outlive it. */
OrientaBoard *
orienta_board_new (OrientaBinding *binding, const OrientaMatchOptions *options, OrientaProgress *progress,
                   GError **error)
{
  g_autoptr (OrientaFinds) finds =
      orienta_finds_new (binding, options->level, orienta_sweep_threads (options->n_threads), progress, error);
  if (!finds)
    return NULL;
  g_autoptr (OrientaBoard) self = orienta_board_new_empty (binding, options);
  g_autoptr (OrientaLayout) layout = orienta_layout_new (self, finds, error);
  if (!layout || !orienta_layout_fill (layout, error))
    return NULL;
  orienta_board_fill_tiers (self);
  return g_steal_pointer (&self);
}

/* The pair of a row with a unit, or -1. */
gint64
orienta_board_find (const OrientaBoard *self, guint row, guint unit)
{
  gint64 low = self->first[row], high = self->first[row + 1];
  while (low < high) {
    gint64 middle = low + (high - low) / 2;
    if (self->units[middle] < unit)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->first[row + 1] && self->units[low] == unit ? low : -1;
}

/* The pair of a household with the place that it holds and may keep: it stays there unless it gains a home or is bound
 * to another one. -1: there is none. */
gint64
orienta_board_find_own (const OrientaBoard *self, guint row)
{
  return self->bounds[row] == ORIENTA_BOUND_STAYS
             ? orienta_board_find (self, row, (guint) orienta_board_own_unit (self, row))
             : -1;
}
