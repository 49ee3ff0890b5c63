/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/holdings-private.h"

static gboolean
is_lower (const OrientaCandidate *a, const OrientaCandidate *b)
{
  return a->tier != b->tier ? a->tier > b->tier : a->points < b->points;
}

/* What is decided stands outside the order. */
static void
note_holder (OrientaHolding *holding, const OrientaBoard *board, const OrientaMatched *pair)
{
  guint row = board->rows[pair->household];
  holding->left--;
  if (board->bounds[row] == ORIENTA_BOUND_KEPT)
    return;
  OrientaCandidate candidate = orienta_board_candidate (board, row, orienta_board_find (board, row, pair->unit));
  if (!holding->any || orienta_ranking_compare (board->ranking, &holding->last, &candidate) < 0)
    holding->last = candidate;
  holding->any = TRUE;
  if (pair->left >= 0)
    return;
  if (!holding->any_low || is_lower (&candidate, &holding->lowest))
    holding->lowest = candidate;
  holding->any_low = TRUE;
}

OrientaHolding *
orienta_holdings_new (const OrientaMatching *matching, const OrientaBoard *board)
{
  OrientaHolding *self = g_new0 (OrientaHolding, board->n_units);
  for (guint unit = 0; unit < board->n_units; unit++)
    self[unit].left = board->binding->reg->units[unit].places;
  for (guint i = 0; i < matching->n_pairs; i++) {
    const OrientaMatched *pair = &matching->pairs[i];
    note_holder (&self[pair->unit], board, pair);
    if (pair->left >= 0)
      self[pair->left].left++;
  }
  return self;
}
