/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Deferred acceptance with capacities, households proposing (Gale and Shapley: College admissions and the stability of
 * marriage, American Mathematical Monthly 69, 1962). A household prefers homes inside its stated choice, then durable
 * ones, then those that give it more points; a home takes those who come first in the policy's order. Both orders are
 * total, so that the result is one, and the best for every household of all matchings without justified envy.
 *
 * A household that moves leaves a place. With more places every household ends at least as well, so that who moved once
 * moves again: places are added and all is done again until nobody else moves. */
#include "match/matching-private.h"

#include "base/progress-private.h"
#include "match/assign-private.h"
#include "score/list-private.h"

typedef struct {
  OrientaBoard *board;
  gint64 *wishes;      /* pairs, by row, what it prefers first */
  gint64 *next;        /* by row: its next wish */
  guint32 *room;       /* by unit: its places */
  OrientaList *guests; /* by unit: whom it holds, the last of its order at the head */
  gint64 *held;        /* by row: the pair it is held by, or -1 */
} Market;

/* -- what households prefer -- */

typedef struct {
  const OrientaBoard *board;
  guint row;
} Chooser;

/* Higher is better. */
static gint
kindness (const Chooser *self, gint64 pair)
{
  const OrientaBoard *board = self->board;
  guint household = board->households[self->row], unit = board->units[pair];
  gboolean choice = orienta_pair_value (board->binding->reg, household, unit, ORIENTA_PAIR_IN_CHOICE) == 1;
  return 2 * choice + (orienta_unit_value (board->binding->reg, unit, ORIENTA_UNIT_DURABLE) == 1);
}

/* Negative when `a` is preferred. */
static gint
compare_wishes (gconstpointer first, gconstpointer second, gpointer data)
{
  const Chooser *self = data;
  gint64 a = *(const gint64 *) first, b = *(const gint64 *) second;
  gint x = kindness (self, a), y = kindness (self, b);
  if (x != y)
    return y - x;
  if (self->board->points[a] != self->board->points[b])
    return self->board->points[a] > self->board->points[b] ? -1 : 1;
  return (a > b) - (a < b);
}

/* Whether a household prefers one of its pairs to another; -1, or its own place, is what it likes least. */
gboolean
orienta_board_prefers (const OrientaBoard *board, guint row, gint64 a, gint64 b)
{
  Chooser chooser = { board, row };
  if (b < 0 || board->status[b] == ORIENTA_STAYS)
    return a >= 0 && board->status[a] != ORIENTA_STAYS;
  return a >= 0 && board->status[a] != ORIENTA_STAYS && compare_wishes (&a, &b, &chooser) < 0;
}

/* By row: its pairs, the own place left out and counted as no wish. */
static gboolean
list_wishes (Market *self, OrientaProgress *progress, GError **error)
{
  const OrientaBoard *board = self->board;
  self->wishes = g_new (gint64, orienta_board_n_pairs (board));
  for (guint row = 0; row < board->n_rows; row++) {
    Chooser chooser = { board, row };
    for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
      self->wishes[i] = i;
    g_qsort_with_data (self->wishes + board->first[row], (gint) (board->first[row + 1] - board->first[row]),
                       sizeof (gint64), compare_wishes, &chooser);
    if (row % 64 == 0 && !orienta_progress_tick (progress, error))
      return FALSE;
  }
  return TRUE;
}

/* -- proposals -- */

/* Who has to go when the home is full and `candidate` comes: possibly that one itself. ORIENTA_NOBODY: there is room.
 */
static guint32
turn_away (Market *self, const OrientaCandidate *candidate)
{
  OrientaList *list = &self->guests[candidate->unit];
  guint32 most = self->room[candidate->unit];
  guint32 last = list->n < most || most == 0 ? ORIENTA_NOBODY : list->candidates[0].household;
  if (most == 0)
    return candidate->household;
  if (last != ORIENTA_NOBODY && orienta_ranking_compare (self->board->ranking, &list->candidates[0], candidate) < 0)
    return candidate->household;
  orienta_list_offer (list, self->board->ranking, most, candidate);
  return last;
}

/* One household proposes down its list, and whoever is turned away goes on, until somebody is held or nobody is left.
 */
static void
propose (Market *self, guint row)
{
  const OrientaBoard *board = self->board;
  while (self->next[row] < board->first[row + 1]) {
    gint64 pair = self->wishes[self->next[row]++];
    if (board->status[pair] == ORIENTA_STAYS)
      continue;
    OrientaCandidate candidate = orienta_board_candidate (board, row, pair);
    guint32 gone = turn_away (self, &candidate);
    if (gone == candidate.household)
      continue;
    self->held[row] = pair;
    if (gone == ORIENTA_NOBODY)
      return;
    row = board->rows[gone];
    self->held[row] = -1;
  }
}

static gboolean
hold_all (Market *self, OrientaProgress *progress, GError **error)
{
  const OrientaBoard *board = self->board;
  for (guint unit = 0; unit < board->n_units; unit++)
    self->guests[unit].n = 0;
  for (guint row = 0; row < board->n_rows; row++) {
    self->next[row] = board->first[row];
    self->held[row] = -1;
  }
  orienta_progress_start (progress, "matching", board->n_rows);
  for (guint row = 0; row < board->n_rows; row++) {
    if (board->bounds[row] != ORIENTA_BOUND_KEPT)
      propose (self, row);
    orienta_progress_advance (progress, 1);
    if (row % 256 == 0 && !orienta_progress_tick (progress, error))
      return FALSE;
  }
  return TRUE;
}

/* -- places that are left -- */

/* Adds the places of those who move now and did not before; whether there are any. */
static gboolean
add_left_places (Market *self, gboolean *moved)
{
  const OrientaBoard *board = self->board;
  gboolean more = FALSE;
  for (guint row = 0; row < board->n_rows; row++) {
    gint32 own = orienta_board_own_unit (board, row);
    if (own < 0 || self->held[row] < 0 || moved[row])
      continue;
    self->room[own]++;
    moved[row] = more = TRUE;
  }
  return more;
}

static gboolean
settle (Market *self, OrientaProgress *progress, GError **error)
{
  g_autofree gboolean *moved = g_new0 (gboolean, self->board->n_rows);
  do
    if (!hold_all (self, progress, error))
      return FALSE;
  while (add_left_places (self, moved));
  return TRUE;
}

static void
market_clear (Market *self)
{
  for (guint unit = 0; unit < self->board->n_units; unit++)
    g_free (self->guests[unit].candidates);
  g_free (self->wishes);
  g_free (self->next);
  g_free (self->room);
  g_free (self->guests);
  g_free (self->held);
}

static void
read_held (const Market *self, OrientaOutcome *outcome)
{
  const OrientaBoard *board = self->board;
  for (guint row = 0; row < board->n_rows; row++) {
    if (board->bounds[row] != ORIENTA_BOUND_KEPT)
      outcome->pairs[row] = self->held[row] < 0 ? orienta_board_find_own (board, row) : self->held[row];
  }
}

/* FALSE when cancelled, or when pairs that are to be kept do not fit together. */
gboolean
orienta_match_stable (OrientaBoard *board, OrientaOutcome *outcome, OrientaProgress *progress, GError **error)
{
  Market self = { .board = board };
  const OrientaRegister *reg = board->binding->reg;
  self.next = g_new (gint64, board->n_rows);
  self.held = g_new (gint64, board->n_rows);
  self.room = g_new (guint32, board->n_units);
  self.guests = g_new0 (OrientaList, board->n_units);
  for (guint unit = 0; unit < board->n_units; unit++)
    self.room[unit] = (guint32) reg->units[unit].places;
  gboolean done = orienta_outcome_keep (outcome, board, self.room, error) && list_wishes (&self, progress, error)
                  && settle (&self, progress, error);
  if (done)
    read_held (&self, outcome);
  market_clear (&self);
  return done;
}
