/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/matching-private.h"

#include <orienta/orienta.h>

/* Nobody has anything. Free with orienta_outcome_free(). */
OrientaOutcome *
orienta_outcome_new (guint n_rows)
{
  OrientaOutcome *self = g_new0 (OrientaOutcome, 1);
  self->pairs = g_new (gint64, n_rows);
  self->services = g_new (gint32, n_rows);
  self->lacking = g_new0 (guint8, n_rows);
  for (guint row = 0; row < n_rows; row++) {
    self->pairs[row] = -1;
    self->services[row] = -1;
  }
  return self;
}

void
orienta_outcome_free (OrientaOutcome *self)
{
  if (!self)
    return;
  g_free (self->pairs);
  g_free (self->services);
  g_free (self->lacking);
  g_free (self);
}

static gboolean
keep_row (OrientaOutcome *self, const OrientaBoard *board, guint row, guint32 *free, GError **error)
{
  const OrientaRegister *reg = board->binding->reg;
  const char *household = reg->households[board->households[row]].id;
  gint64 pair = board->first[row];
  if (pair == board->first[row + 1]) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "household \"%s\": the home to keep is refused, expected one that it may have", household);
    return FALSE;
  }
  guint unit = board->units[pair];
  if (free[unit] == 0) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "household \"%s\": no place left in unit \"%s\", expected no more to keep than places", household,
                 reg->units[unit].id);
    return FALSE;
  }
  free[unit]--;
  self->pairs[row] = pair;
  return TRUE;
}

/* Gives the pairs that are decided their places; those whom they make leave a place free it first. FALSE where they do
 * not fit together. */
gboolean
orienta_outcome_keep (OrientaOutcome *self, const OrientaBoard *board, guint32 *free, GError **error)
{
  for (guint row = 0; row < board->n_rows; row++) {
    gint32 own = orienta_board_own_unit (board, row);
    if (own >= 0 && board->bounds[row] == ORIENTA_BOUND_KEPT)
      free[own]++;
  }
  for (guint row = 0; row < board->n_rows; row++)
    if (board->bounds[row] == ORIENTA_BOUND_KEPT && !keep_row (self, board, row, free, error))
      return FALSE;
  return TRUE;
}
