/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Home by home, as commissions do today: each place goes to the first of its list who has nothing yet. A household that
 * moves leaves its place, and that home is called again after all others. It is kept as what the best matching is
 * compared with. */
#include "match/matching-private.h"

#include "base/progress-private.h"
#include "score/list-private.h"

#include <stdlib.h>

typedef struct {
  OrientaBoard *board;
  OrientaOutcome *outcome;
  gsize *first;                 /* by unit */
  OrientaCandidate *candidates; /* by unit: pairs from the homes' side */
  guint32 *free;                /* by unit: places that nobody holds */
} Round;

/* The place that somebody has is no home to be called for. */
static void
list_candidates (Round *self)
{
  const OrientaBoard *board = self->board;
  self->first = g_new0 (gsize, (gsize) board->n_units + 1);
  for (gint64 i = 0; i < orienta_board_n_pairs (board); i++)
    self->first[board->units[i] + 1] += board->status[i] != ORIENTA_STAYS;
  for (guint unit = 0; unit < board->n_units; unit++)
    self->first[unit + 1] += self->first[unit];
  self->candidates = g_new (OrientaCandidate, self->first[board->n_units]);
  g_autofree gsize *next = g_memdup2 (self->first, board->n_units * sizeof (gsize));
  for (guint row = 0; row < board->n_rows; row++)
    for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
      if (board->status[i] != ORIENTA_STAYS)
        self->candidates[next[board->units[i]]++] = orienta_board_candidate (board, row, i);
}

/* -- the order of the homes -- */

typedef struct {
  gint64 key;
  guint32 unit;
} Turn;

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->unit > y->unit) - (x->unit < y->unit);
}

static gint64
key_of (const Round *self, guint unit)
{
  OrientaDate date = self->board->binding->reg->units[unit].available_from;
  switch (self->board->options->unit_order) {
  case ORIENTA_UNITS_BY_DATE:
    return date == ORIENTA_NO_DATE ? G_MAXINT64 : date;
  case ORIENTA_UNITS_SCARCE_FIRST:
    return (gint64) (self->first[unit + 1] - self->first[unit]);
  default:
    return unit;
  }
}

static GArray *
order_units (const Round *self)
{
  GArray *turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), self->board->n_units);
  for (guint unit = 0; unit < self->board->n_units; unit++) {
    Turn turn = { key_of (self, unit), unit };
    g_array_append_val (turns, turn);
  }
  g_array_sort (turns, compare_turns);
  return turns;
}

/* -- one home -- */

static gboolean
is_waiting (const Round *self, const OrientaCandidate *candidate)
{
  const OrientaBoard *board = self->board;
  gint64 pair = self->outcome->pairs[board->rows[candidate->household]];
  return pair < 0 || board->status[pair] == ORIENTA_STAYS;
}

/* The first of those who wait, as many as there are places. Nobody leaves or frees a place of the home meanwhile. */
static OrientaList
list_first (const Round *self, guint unit)
{
  OrientaRanking *ranking = self->board->ranking;
  OrientaList list = { 0 };
  for (gsize i = self->first[unit]; self->free[unit] > 0 && i < self->first[unit + 1]; i++)
    if (is_waiting (self, &self->candidates[i]))
      orienta_list_offer (&list, ranking, self->free[unit], &self->candidates[i]);
  orienta_list_sort (&list, ranking);
  return list;
}

/* Gives out the free places of a home; those that are left behind are added to the turns. */
static void
call_unit (Round *self, guint unit, GArray *turns)
{
  const OrientaBoard *board = self->board;
  OrientaList list = list_first (self, unit);
  for (guint i = 0; i < list.n; i++) {
    guint row = board->rows[list.candidates[i].household];
    gint64 own = self->outcome->pairs[row];
    self->free[unit]--;
    self->outcome->pairs[row] = orienta_board_find (board, row, unit);
    if (own < 0)
      continue;
    Turn again = { 0, board->units[own] };
    self->free[again.unit]++;
    g_array_append_val (turns, again);
  }
  g_free (list.candidates);
}

/* -- pairs that are decided, places that are held -- */

/* Everybody who has a place is where it is; what is decided is done before any home is called. */
static gboolean
begin (Round *self, GError **error)
{
  const OrientaBoard *board = self->board;
  const OrientaRegister *reg = board->binding->reg;
  self->free = g_new (guint32, board->n_units);
  for (guint unit = 0; unit < board->n_units; unit++)
    self->free[unit] = (guint32) reg->units[unit].places;
  for (guint row = 0; row < board->n_rows; row++)
    self->outcome->pairs[row] = orienta_board_find_own (board, row);
  return orienta_outcome_keep (self->outcome, board, self->free, error);
}

static void
round_clear (Round *self)
{
  g_free (self->first);
  g_free (self->candidates);
  g_free (self->free);
}

/* FALSE when cancelled, or when pairs that are to be kept do not fit together. */
gboolean
orienta_match_sequential (OrientaBoard *board, OrientaOutcome *outcome, OrientaProgress *progress, GError **error)
{
  Round self = { .board = board, .outcome = outcome };
  gboolean done = begin (&self, error);
  list_candidates (&self);
  g_autoptr (GArray) turns = order_units (&self);
  orienta_progress_start (progress, "matching", turns->len);
  for (guint i = 0; done && i < turns->len; i++) {
    call_unit (&self, g_array_index (turns, Turn, i).unit, turns);
    orienta_progress_advance (progress, 1);
    done = orienta_progress_tick (progress, error);
  }
  round_clear (&self);
  return done;
}
