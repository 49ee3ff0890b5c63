/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Among the best matchings, the one that the order of the rows prefers.
 *
 * Whatever optimal duals the search ended with, the best matchings are exactly those that use only *tight* pairs (slack
 * + price = value), serve every row that has slack and fill every column that has a price. What rows such matchings
 * serve together form a matroid, so that the greedy choice is right: take rows from the lowest number on, each that can
 * be served beside those taken before. The result serves as many rows as possible, and no other choice of as many
 * serves lower-numbered ones. It depends on the pairs alone: not on the duals, nor on the way they were found.
 *
 * Row by row, then: a row that is not served looks along tight pairs for a free place, or for a place held by a row of
 * higher number without slack, which gives way and has its own turn later. A look that fails has seen a set of columns
 * that is full of rows which stay; nothing that enters it ever leaves, and later rows need not look there again. So all
 * failures together read each tight pair once. */
#include "match/assign-private.h"

#include "base/progress-private.h"

#include <stdlib.h>

typedef struct {
  OrientaAssignment *result;
  const guint32 *first, *columns; /* tight pairs by row, the lowest column first */
  const gint64 *slack;
  gsize *seats;     /* by column: its first */
  guint32 *taken;   /* by column: seats in use, the first ones */
  guint32 *holders; /* by seat: a row */
  guint32 *seat;    /* by row: its seat in its column */
  guint32 *from;    /* by column: the row that would move there; ORIENTA_NOBODY: not seen */
  guint32 *seen;    /* columns, in the order they were met */
  guint n_seen;
} Ties;

/* A free place in a column, or its holder who gives way. */
typedef struct {
  guint32 column, seat;
} End;

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

/* The order of the pairs in the input must leave no trace. */
static void
sort_columns (guint32 *columns, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (columns[i] < columns[i - 1]) {
      qsort (columns, n, sizeof *columns, compare);
      return;
    }
}

static void
seat (Ties *self, guint32 row, guint32 column, guint32 place)
{
  self->holders[self->seats[column] + place] = row;
  self->seat[row] = place;
  self->result->columns[row] = (gint32) column;
}

static void
seat_rows (Ties *self, const guint32 *capacities)
{
  guint n_rows = self->result->n_rows, n_columns = self->result->n_columns;
  g_autofree guint32 *wanted = g_new0 (guint32, n_columns);
  for (guint32 i = 0; i < self->first[n_rows]; i++)
    wanted[self->columns[i]]++;
  self->seats = g_new0 (gsize, (gsize) n_columns + 1);
  for (guint column = 0; column < n_columns; column++)
    self->seats[column + 1] = self->seats[column] + MIN (wanted[column], capacities[column]);
  self->holders = g_new (guint32, self->seats[n_columns]);
  self->taken = g_new0 (guint32, n_columns);
  self->seat = g_new (guint32, n_rows);
  for (guint row = 0; row < n_rows; row++) {
    gint32 column = self->result->columns[row];
    if (column >= 0)
      seat (self, row, (guint32) column, self->taken[column]++);
  }
}

/* Whether a column has a place for `row`: a free one, or a holder who gives way; ORIENTA_NOBODY: none. */
static guint32
place_for (const Ties *self, guint32 row, guint32 column)
{
  const guint32 *holders = self->holders + self->seats[column];
  if (self->seats[column] + self->taken[column] < self->seats[column + 1])
    return self->taken[column];
  for (guint32 place = 0; place < self->taken[column]; place++)
    if (holders[place] > row && self->slack[holders[place]] == 0)
      return place;
  return ORIENTA_NOBODY;
}

/* Where `mover` could go to make room for `row`, columns not seen yet; TRUE when that ends the way: the last of them.
 */
static gboolean
look (Ties *self, guint32 mover, guint32 row, End *end)
{
  for (guint32 i = self->first[mover]; i < self->first[mover + 1]; i++) {
    guint32 column = self->columns[i];
    if (self->from[column] != ORIENTA_NOBODY)
      continue;
    self->from[column] = mover;
    self->seen[self->n_seen++] = column;
    *end = (End){ column, place_for (self, row, column) };
    if (end->seat != ORIENTA_NOBODY)
      return TRUE;
  }
  return FALSE;
}

/* The nearest place that `row` can have by moving others; its column is ORIENTA_NOBODY where there is none. */
static End
find_end (Ties *self, guint32 row)
{
  End end;
  self->n_seen = 0;
  if (look (self, row, row, &end))
    return end;
  for (guint next = 0; next < self->n_seen; next++) {
    guint32 column = self->seen[next];
    const guint32 *holders = self->holders + self->seats[column];
    for (guint32 place = 0; place < self->taken[column]; place++)
      if (look (self, holders[place], row, &end))
        return end;
  }
  return (End){ ORIENTA_NOBODY, 0 };
}

/* Everybody on the way moves one column on. */
static void
move (Ties *self, guint32 row, End end)
{
  if (end.seat == self->taken[end.column])
    self->taken[end.column]++;
  else
    self->result->columns[self->holders[self->seats[end.column] + end.seat]] = -1;
  for (guint32 mover = ORIENTA_NOBODY; mover != row;) {
    mover = self->from[end.column];
    End left = { (guint32) self->result->columns[mover], self->seat[mover] };
    seat (self, mover, end.column, end.seat);
    end = left;
  }
}

static gboolean
serve_rows (Ties *self, OrientaProgress *progress, GError **error)
{
  guint64 effort = 0;
  for (guint row = 0; row < self->result->n_rows; row++) {
    if (self->result->columns[row] >= 0 || self->first[row] == self->first[row + 1])
      continue;
    End end = find_end (self, row);
    effort += self->n_seen + 1;
    if (end.column != ORIENTA_NOBODY) {
      move (self, row, end);
      for (guint i = 0; i < self->n_seen; i++)
        self->from[self->seen[i]] = ORIENTA_NOBODY;
    }
    if (effort < 100000)
      continue;
    effort = 0;
    if (!orienta_progress_tick (progress, error))
      return FALSE;
  }
  return TRUE;
}

/* Turns a best matching into the one that is preferred, along the pairs that best matchings may use; rows with slack
 * stay served. FALSE when cancelled. */
gboolean
orienta_ties_settle (OrientaTight *tight, const guint32 *capacities, const gint64 *slack, OrientaAssignment *result,
                     OrientaProgress *progress, GError **error)
{
  Ties self = { .result = result, .first = tight->first, .columns = tight->columns, .slack = slack };
  orienta_progress_start (progress, "settling ties", 0);
  for (guint row = 0; row < result->n_rows; row++)
    sort_columns (tight->columns + tight->first[row], tight->first[row + 1] - tight->first[row]);
  seat_rows (&self, capacities);
  self.from = g_new (guint32, result->n_columns);
  self.seen = g_new (guint32, result->n_columns);
  for (guint column = 0; column < result->n_columns; column++)
    self.from[column] = ORIENTA_NOBODY;
  gboolean done = serve_rows (&self, progress, error);
  g_free (self.seats);
  g_free (self.taken);
  g_free (self.holders);
  g_free (self.seat);
  g_free (self.from);
  g_free (self.seen);
  return done;
}

void
orienta_tight_free (OrientaTight *self)
{
  g_free (self->first);
  g_free (self->columns);
  g_free (self);
}
