/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which of the pairs that the policy allows take part: what has been decided before, what the options ask for. */
#include "match/board-lay-private.h"

#include <orienta/orienta.h>

#include "base/memory-private.h"

#include <stdlib.h>
#include <string.h>

#define BYTES_A_PAIR 64 /* at the peak: what is laid down, values at all levels, the solver's lists */
#define STRETCH 256     /* rows taken at a time */

/* A pair that somebody decided on, in the board's own numbers. */
typedef struct {
  guint32 row, unit;
} Decided;

/* -- what has been decided before -- */

static gboolean
find_named (const OrientaBoard *self, const OrientaNamedPair *pair, Decided *found, GError **error)
{
  guint household;
  gint unit;
  if (!orienta_binding_find (self->binding, pair->household, pair->unit, &household, &unit, error))
    return FALSE;
  *found = (Decided){ self->rows[household], (guint32) unit };
  return TRUE;
}

static gint
compare_decided (gconstpointer a, gconstpointer b)
{
  const Decided *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (x->unit > y->unit) - (x->unit < y->unit);
}

static gboolean
read_barred (OrientaLayout *self, GError **error)
{
  const GArray *named = self->board->options->barred;
  for (guint i = 0; i < named->len; i++) {
    Decided pair;
    if (!find_named (self->board, &g_array_index (named, OrientaNamedPair, i), &pair, error))
      return FALSE;
    g_array_append_val (self->barred, pair);
  }
  g_array_sort (self->barred, compare_decided);
  return TRUE;
}

static gboolean
read_kept (OrientaLayout *self, GError **error)
{
  const GArray *named = self->board->options->kept;
  for (guint i = 0; i < named->len; i++) {
    const OrientaNamedPair *name = &g_array_index (named, OrientaNamedPair, i);
    Decided pair;
    if (!find_named (self->board, name, &pair, error))
      return FALSE;
    if (self->kept[pair.row] >= 0) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                   "household \"%s\": two homes to keep, expected one at most", name->household);
      return FALSE;
    }
    self->kept[pair.row] = (gint32) pair.unit;
    self->board->bounds[pair.row] = ORIENTA_BOUND_KEPT;
  }
  return TRUE;
}

static gboolean
read_slot_reserves (OrientaBoard *self, GError **error)
{
  const GArray *named = self->options->slot_reserves;
  if (named->len > 0)
    self->slot_reserves = g_new0 (gint64, self->binding->reg->n_slots);
  for (guint i = 0; i < named->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (named, OrientaNamedSlotReserve, i);
    guint slot;
    if (!orienta_binding_find_slot (self->binding, reserve->service, reserve->slots, &slot, error))
      return FALSE;
    self->slot_reserves[slot] = reserve->points;
  }
  return TRUE;
}

/* What is kept for later, of places and of slots. FALSE with ORIENTA_ERROR_NOT_FOUND for ids that nobody has. */
gboolean
orienta_board_read_reserves (OrientaBoard *self, GError **error)
{
  const GArray *named = self->options->reserves;
  if (named->len > 0)
    self->reserves = g_new0 (gint64, self->n_units);
  for (guint i = 0; i < named->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (named, OrientaNamedReserve, i);
    guint unit;
    if (self->options->lenient && orienta_register_find_unit (self->binding->reg, reserve->unit) < 0)
      continue;
    if (!orienta_binding_find_unit (self->binding, reserve->unit, &unit, error))
      return FALSE;
    self->reserves[unit] = reserve->points;
  }
  return read_slot_reserves (self, error);
}

/* The place of a unit among those that the policy allows a household, or -1. */
static gssize
find_pair (const OrientaFind *find, guint unit)
{
  for (guint i = 0; i < find->n; i++)
    if (find->units[i] == unit)
      return (gssize) i;
  return -1;
}

static gboolean
is_barred (const OrientaLayout *self, guint row, guint32 unit)
{
  Decided pair = { row, unit };
  return self->barred->len > 0 && g_array_binary_search (self->barred, &pair, compare_decided, NULL);
}

/* Whether a pair that the policy allows takes part, its unit's reserve apart; what somebody has decided stands whatever
 * its points. */
static gboolean
is_allowed (const OrientaLayout *self, guint row, guint32 unit, gint64 points, guint8 status)
{
  const OrientaMatchOptions *options = self->board->options;
  if (self->kept[row] >= 0)
    return (guint32) self->kept[row] == unit;
  return points >= options->minimum && points >= self->least[row] && (status == ORIENTA_ELIGIBLE || options->to_verify)
         && !is_barred (self, row, unit);
}

static gboolean
is_withheld (const OrientaLayout *self, guint row, guint32 unit, gint64 points)
{
  gint64 reserve = orienta_board_reserve (self->board, unit);
  if (self->kept[row] >= 0)
    return FALSE;
  return (reserve > 0 && points < reserve)
         || (self->plan && orienta_plan_withholds (self->plan, row, unit, points - reserve));
}

/* Whether some pair of the household is barred. */
static gboolean
has_refused (const OrientaLayout *self, guint row)
{
  for (guint i = 0; i < self->barred->len; i++)
    if (g_array_index (self->barred, Decided, i).row == row)
      return TRUE;
  return FALSE;
}

/* A pair that is not open any more, as this policy and these options have it, binds nobody. */
static void
bind_to_baseline (OrientaLayout *self, guint household, guint unit)
{
  OrientaBoard *board = self->board;
  guint row = board->rows[household];
  OrientaFind find = orienta_finds_get (self->finds, household);
  gssize pair = find_pair (&find, unit);
  if (pair < 0 || self->kept[row] >= 0 || has_refused (self, row))
    return;
  gint64 points = find.points[pair];
  guint8 status = find.status[pair];
  if (points <= board->options->most_loss || !is_allowed (self, row, unit, points, status)
      || is_withheld (self, row, unit, points))
    return;
  self->least[row] = points - board->options->most_loss;
  board->bounds[row] = ORIENTA_BOUND_BASELINE;
}

static void
read_baseline (OrientaLayout *self)
{
  const OrientaBoard *board = self->board;
  const OrientaMatching *baseline = board->options->baseline;
  const OrientaRegister *reg = board->binding->reg;
  if (!self->finds || !baseline || board->options->mechanism != ORIENTA_MECHANISM_OPTIMAL)
    return;
  for (guint i = 0; i < baseline->n_pairs; i++) {
    const OrientaMatched *pair = &baseline->pairs[i];
    const OrientaRegister *theirs = baseline->binding->reg;
    gint household = orienta_register_find_household (reg, theirs->households[pair->household].id);
    gint unit = orienta_register_find_unit (reg, theirs->units[pair->unit].id);
    if (household >= 0 && unit >= 0)
      bind_to_baseline (self, (guint) household, (guint) unit);
  }
}

/* -- the places -- */

/* A household that holds a place of the register brings it along: it may leave it to another, never lose it. */
static void
count_places (OrientaBoard *self)
{
  const OrientaRegister *reg = self->binding->reg;
  self->capacities = g_new (guint32, self->n_units);
  for (guint unit = 0; unit < self->n_units; unit++)
    self->capacities[unit] = (guint32) reg->units[unit].places;
  for (guint row = 0; row < self->n_rows; row++) {
    gint32 own = orienta_board_own_unit (self, row);
    if (own < 0)
      continue;
    self->capacities[own]++;
    if (self->bounds[row] == ORIENTA_BOUND_NOT)
      self->bounds[row] = ORIENTA_BOUND_STAYS;
  }
}

/* -- all of that -- */

static gboolean
layout_read (OrientaLayout *self, GError **error)
{
  if (!read_barred (self, error) || !read_kept (self, error) || !orienta_board_read_reserves (self->board, error))
    return FALSE;
  self->plan = orienta_plan_new_charging (self->board);
  read_baseline (self);
  count_places (self->board);
  return TRUE;
}

/* NULL with ORIENTA_ERROR_NOT_FOUND for a pair of the options whose ids nobody has, or ORIENTA_ERROR_INVALID. Without
 * `finds` nobody is bound to a baseline. Free with orienta_layout_free(); board and finds outlive it. */
OrientaLayout *
orienta_layout_new (OrientaBoard *board, const OrientaFinds *finds, GError **error)
{
  g_autoptr (OrientaLayout) self = g_new0 (OrientaLayout, 1);
  self->board = board;
  self->finds = finds;
  self->kept = g_new (gint32, board->n_rows);
  self->least = g_new (gint64, board->n_rows);
  self->barred = g_array_new (FALSE, FALSE, sizeof (Decided));
  for (guint row = 0; row < board->n_rows; row++) {
    self->kept[row] = -1;
    self->least[row] = G_MININT64;
  }
  return layout_read (self, error) ? g_steal_pointer (&self) : NULL;
}

void
orienta_layout_free (OrientaLayout *self)
{
  if (!self)
    return;
  g_free (self->kept);
  g_free (self->least);
  g_array_unref (self->barred);
  orienta_plan_free (self->plan);
  g_free (self);
}

/* -- the pairs -- */

/* Whether all pairs that the policy allows take part, and no other: the usual case. */
static gboolean
takes_all (const OrientaLayout *self, guint row)
{
  const OrientaBoard *board = self->board;
  return board->options->minimum == G_MININT64 && board->options->to_verify && self->barred->len == 0
         && !board->reserves && !self->plan && self->kept[row] < 0 && self->least[row] == G_MININT64
         && board->bounds[row] != ORIENTA_BOUND_STAYS;
}

static void
lay_pair (const OrientaLayout *self, OrientaBoard *onto, guint row, gint64 at, guint32 unit, gint64 points,
          guint8 status)
{
  onto->units[at] = unit;
  onto->points[at] = points;
  onto->status[at] = status;
  if (onto->charges)
    onto->charges[at] = status == ORIENTA_STAYS ? 0 : orienta_plan_least_charge (self->plan, row, unit);
}

static void
lay_all (OrientaBoard *board, gint64 at, const OrientaFind *find)
{
  if (find->n == 0)
    return;
  memcpy (board->units + at, find->units, find->n * sizeof (guint32));
  memcpy (board->points + at, find->points, find->n * sizeof (gint64));
  memcpy (board->status + at, find->status, find->n);
}

/* Lays the pairs of a row onto a board from `at` on, or only counts them where it has no room yet. The board is the
 * layout's own or one that borrows from it. Returns where they end. */
gint64
orienta_layout_put (const OrientaLayout *self, OrientaBoard *onto, guint row, const OrientaFind *find, gint64 at)
{
  const OrientaBoard *board = self->board;
  gboolean lays = onto->units != NULL;
  gint32 own = board->bounds[row] == ORIENTA_BOUND_STAYS ? orienta_board_own_unit (board, row) : -1;
  if (takes_all (self, row)) {
    if (lays)
      lay_all (onto, at, find);
    return at + find->n;
  }
  for (guint i = 0; i <= find->n; i++) {
    if (own >= 0 && (i == find->n || (guint32) own < find->units[i])) {
      if (lays)
        lay_pair (self, onto, row, at, (guint32) own, 0, ORIENTA_STAYS);
      own = -1;
      at++;
    }
    if (i == find->n || !is_allowed (self, row, find->units[i], find->points[i], find->status[i])
        || is_withheld (self, row, find->units[i], find->points[i]))
      continue;
    if (lays)
      lay_pair (self, onto, row, at, find->units[i], find->points[i], find->status[i]);
    at++;
  }
  return at;
}

static gpointer
lay_rows (gpointer data)
{
  OrientaLayout *self = data;
  OrientaBoard *board = self->board;
  guint start;
  while ((start = __atomic_fetch_add (&self->next, STRETCH, __ATOMIC_RELAXED)) < board->n_rows)
    for (guint row = start; row < MIN (start + STRETCH, board->n_rows); row++) {
      OrientaFind find = orienta_finds_get (self->finds, board->households[row]);
      gint64 end = orienta_layout_put (self, board, row, &find, board->units ? board->first[row] : 0);
      if (!board->units)
        board->first[row + 1] = end;
    }
  return NULL;
}

static void
list_withheld (const OrientaLayout *self)
{
  OrientaBoard *board = self->board;
  for (guint row = 0; (board->reserves || self->plan) && row < board->n_rows; row++) {
    OrientaFind find = orienta_finds_get (self->finds, board->households[row]);
    for (guint i = 0; i < find.n; i++) {
      OrientaWithheld withheld = { row, find.units[i], find.points[i] };
      if (is_allowed (self, row, find.units[i], find.points[i], find.status[i])
          && is_withheld (self, row, find.units[i], find.points[i]))
        g_array_append_val (board->withheld, withheld);
    }
  }
}

/* Lays the pairs of all rows: first each row's are counted, then all are laid down. FALSE with ORIENTA_ERROR_LIMIT
 * where there is no memory for them. */
gboolean
orienta_layout_fill (OrientaLayout *self, GError **error)
{
  OrientaBoard *board = self->board;
  guint n_threads = orienta_sweep_threads (board->options->n_threads);
  orienta_sweep_share (lay_rows, self, n_threads);
  for (guint row = 0; row < board->n_rows; row++) {
    board->first[row + 1] += board->first[row];
    board->n_open[row] = orienta_finds_get (self->finds, board->households[row]).n;
  }
  gsize n = (gsize) MAX (orienta_board_n_pairs (board), 1); /* NULL is for counting */
  if (!orienta_memory_check ("pairs to choose among", n, BYTES_A_PAIR, error))
    return FALSE;
  board->units = g_new (guint32, n);
  board->points = g_new (gint64, n);
  board->status = g_new (guint8, n);
  board->charges = self->plan ? g_new (gint64, n) : NULL;
  self->next = 0;
  orienta_sweep_share (lay_rows, self, n_threads);
  list_withheld (self);
  return TRUE;
}
