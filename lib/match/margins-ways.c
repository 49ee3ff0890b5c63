/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What one place or one row is worth, exactly. Prices say it only within bounds where there are ties.
 *
 * A place more in a column is taken by a row, which leaves its own place to another, and so on, until a row comes that
 * had none, or the last place stays free. So a column's *gain* is the best over its pairs of the value less what the
 * row's leaving costs, and that is the value it gives up less the gain of the column it leaves. A place less turns its
 * row out, which stays without or takes another's place, whose row is turned out; a column's *loss* is the least of
 * these. A row that leaves takes its value with it, less the gain of its column.
 *
 * In both, what a step costs beyond what prices and slack say is slack + price - value, never negative. So Dijkstra's
 * algorithm finds the gains of all columns at once, from the ends inwards: the key of a column is its price less its
 * gain. Losses likewise: the key is the loss less the price. With several levels all numbers are vectors, of which the
 * first that differs decides; what is compared is the same, and so the keys never fall. */
#include <orienta/orienta.h>

#include "match/margins-private.h"

#include "base/progress-private.h"

#include <string.h>

#define TICK 256 /* columns */

typedef struct {
  const OrientaProblem *problem;
  const OrientaAssignment *best;
  OrientaMargins *result;
  OrientaHeap *heap;
  gsize *holders; /* by column: its first in the list below; one more at the end */
  guint32 *rows;
  gint64 *other; /* by level: the part of a step that all pairs of a row, or of a column, have in common */
} Margins;

/* The pairs of each column that its own rows do not hold, of rows that have another. */
typedef struct {
  gsize *first; /* by column; one more at the end */
  guint32 *rows, *pairs;
} Rivals;

static inline gint64
price_of (const Margins *self, guint32 column, guint level)
{
  return self->best->prices[(gsize) level * self->best->n_columns + column];
}

static inline gint64
slack_of (const Margins *self, guint row, guint level)
{
  return self->best->slack[(gsize) level * self->best->n_rows + row];
}

/* Lowers the key of a column to dual + other - value of the pair, if that is less. `dual` is by level, `n` apart. */
static void
lower (Margins *self, guint32 column, const gint64 *dual, gsize n, gint64 pair)
{
  gint64 *key = orienta_heap_key (self->heap, column);
  __int128 less = (__int128) dual[0] + self->other[0] - self->problem->values[pair] - key[0];
  for (guint level = 1; less == 0 && level < self->result->n_levels; level++)
    less = (__int128) dual[level * n] + self->other[level] - orienta_problem_value (self->problem, level, pair)
           - key[level];
  if (less >= 0)
    return;
  for (guint level = 0; level < self->result->n_levels; level++)
    key[level] =
        (gint64) ((__int128) dual[level * n] + self->other[level] - orienta_problem_value (self->problem, level, pair));
  orienta_heap_raise (self->heap, column);
}

/* A row whose leaving costs `other` could take a place more in each column it wants. */
static void
offer_row (Margins *self, guint row)
{
  const OrientaProblem *problem = self->problem;
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    guint32 column = problem->columns[i];
    if ((gint32) column != self->best->columns[row] && orienta_problem_allows (problem, i))
      lower (self, column, self->best->prices + column, problem->n_columns, i);
  }
}

/* Rows by the column that they have. */
static void
list_holders (Margins *self)
{
  guint n_rows = self->problem->n_rows, n_columns = self->problem->n_columns;
  self->holders = g_new0 (gsize, (gsize) n_columns + 1);
  self->rows = g_new (guint32, n_rows);
  for (guint row = 0; row < n_rows; row++)
    if (self->best->columns[row] >= 0)
      self->holders[self->best->columns[row] + 1]++;
  for (guint column = 0; column < n_columns; column++)
    self->holders[column + 1] += self->holders[column];
  g_autofree gsize *next = g_memdup2 (self->holders, n_columns * sizeof *next);
  for (guint row = 0; row < n_rows; row++)
    if (self->best->columns[row] >= 0)
      self->rows[next[self->best->columns[row]]++] = row;
}

/* The gain of a column is found, and so is what each of its rows would take with it. */
static void
leave_column (Margins *self, guint32 column)
{
  OrientaMargins *result = self->result;
  const gint64 *key = orienta_heap_key (self->heap, column);
  for (guint level = 0; level < result->n_levels; level++)
    result->gains[(gsize) level * result->n_columns + column] = price_of (self, column, level) - key[level];
  for (gsize i = self->holders[column]; i < self->holders[column + 1]; i++) {
    guint row = self->rows[i];
    for (guint level = 0; level < result->n_levels; level++) {
      self->other[level] = slack_of (self, row, level) + key[level];
      result->row_losses[(gsize) level * result->n_rows + row] = self->other[level];
    }
    offer_row (self, row);
  }
}

/* At worst a place more stays free; a row that has none takes it at no cost. */
static void
begin_gains (Margins *self)
{
  const OrientaProblem *problem = self->problem;
  for (guint column = 0; column < problem->n_columns; column++)
    for (guint level = 0; level < self->result->n_levels; level++)
      orienta_heap_key (self->heap, column)[level] = price_of (self, column, level);
  for (guint row = 0; row < problem->n_rows; row++)
    if (self->best->columns[row] < 0)
      offer_row (self, row);
  orienta_heap_fill (self->heap, NULL, problem->n_columns);
}

static gboolean
is_rival (const Margins *self, guint row, gint64 pair)
{
  const OrientaProblem *problem = self->problem;
  guint32 column = problem->columns[pair];
  return (gint32) column != self->best->columns[row] && problem->capacities[column] > 0
         && orienta_problem_allows (problem, pair);
}

static void
list_rivals (const Margins *self, Rivals *rivals)
{
  const OrientaProblem *problem = self->problem;
  rivals->first = g_new0 (gsize, (gsize) problem->n_columns + 1);
  for (guint row = 0; row < problem->n_rows; row++)
    for (gint64 i = problem->first[row]; i < problem->first[row + 1] && self->best->columns[row] >= 0; i++)
      rivals->first[problem->columns[i] + 1] += is_rival (self, row, i);
  for (guint column = 0; column < problem->n_columns; column++)
    rivals->first[column + 1] += rivals->first[column];
  rivals->rows = g_new (guint32, rivals->first[problem->n_columns]);
  rivals->pairs = g_new (guint32, rivals->first[problem->n_columns]);
  g_autofree gsize *next = g_memdup2 (rivals->first, problem->n_columns * sizeof *next);
  for (guint row = 0; row < problem->n_rows; row++)
    for (gint64 i = problem->first[row]; i < problem->first[row + 1] && self->best->columns[row] >= 0; i++)
      if (is_rival (self, row, i)) {
        gsize n = next[problem->columns[i]]++;
        rivals->rows[n] = row;
        rivals->pairs[n] = (guint32) i;
      }
}

/* Lowers a key to the slack of a row, if that is less. */
static void
spare_row (const Margins *self, gint64 *key, guint row)
{
  gint64 *slack = self->other;
  for (guint level = 0; level < self->result->n_levels; level++)
    slack[level] = slack_of (self, row, level);
  for (guint level = 0; level < self->result->n_levels; level++)
    if (slack[level] != key[level]) {
      if (slack[level] < key[level])
        memcpy (key, slack, self->result->n_levels * sizeof *key);
      return;
    }
}

/* At worst the row that can best be spared goes without, and its slack is lost. A place that is free is lost for
 * nothing. */
static void
begin_losses (Margins *self)
{
  const OrientaProblem *problem = self->problem;
  for (guint column = 0; column < problem->n_columns; column++) {
    gint64 *key = orienta_heap_key (self->heap, column);
    gsize first = self->holders[column], end = self->holders[column + 1];
    for (guint level = 0; level < self->result->n_levels; level++)
      key[level] = 0;
    if (end - first < problem->capacities[column] || first == end)
      continue;
    for (guint level = 0; level < self->result->n_levels; level++)
      key[level] = slack_of (self, self->rows[first], level);
    for (gsize i = first + 1; i < end; i++)
      spare_row (self, key, self->rows[i]);
  }
  orienta_heap_fill (self->heap, problem->capacities, problem->n_columns);
}

/* The loss of a column is found: a row that is turned out elsewhere may take a place here. */
static void
enter_column (Margins *self, guint32 column, const Rivals *rivals)
{
  const gint64 *key = orienta_heap_key (self->heap, column);
  for (guint level = 0; level < self->result->n_levels; level++) {
    self->other[level] = price_of (self, column, level) + key[level];
    self->result->losses[(gsize) level * self->result->n_columns + column] = self->other[level];
  }
  for (gsize i = rivals->first[column]; i < rivals->first[column + 1]; i++) {
    guint row = rivals->rows[i];
    lower (self, (guint32) self->best->columns[row], self->best->slack + row, self->problem->n_rows, rivals->pairs[i]);
  }
}

/* Takes column by column, the lowest key first; FALSE when cancelled. */
static gboolean
visit (Margins *self, const Rivals *rivals, OrientaProgress *progress, GError **error)
{
  guint32 column;
  for (guint n = 0; (column = orienta_heap_pop (self->heap)) != ORIENTA_NOBODY; n++) {
    if (n % TICK == 0 && !orienta_progress_tick (progress, error))
      return FALSE;
    if (rivals)
      enter_column (self, column, rivals);
    else
      leave_column (self, column);
    orienta_progress_advance (progress, 1);
  }
  return TRUE;
}

static gboolean
find_gains (Margins *self, OrientaProgress *progress, GError **error)
{
  orienta_progress_start (progress, "measuring gains", self->problem->n_columns);
  begin_gains (self);
  return visit (self, NULL, progress, error);
}

static gboolean
find_losses (Margins *self, OrientaProgress *progress, GError **error)
{
  Rivals rivals = { NULL, NULL, NULL };
  orienta_progress_start (progress, "measuring losses", self->problem->n_columns);
  list_rivals (self, &rivals);
  begin_losses (self);
  gboolean done = visit (self, &rivals, progress, error);
  g_free (rivals.first);
  g_free (rivals.rows);
  g_free (rivals.pairs);
  return done;
}

/* Fills in gains and losses of a best matching that has been verified. FALSE when cancelled. */
gboolean
orienta_margins_find (OrientaMargins *result, const OrientaProblem *problem, const OrientaAssignment *best,
                      OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaHeap) heap = orienta_heap_new (problem->n_columns, problem->n_levels);
  g_autofree gint64 *other = g_new0 (gint64, problem->n_levels);
  Margins self = { .problem = problem, .best = best, .result = result, .heap = heap, .other = other };
  list_holders (&self);
  gboolean done = find_gains (&self, progress, error) && find_losses (&self, progress, error);
  g_free (self.holders);
  g_free (self.rows);
  return done;
}
