/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where all values are the same, only how many rows are served counts, and no price need be searched for: the rows take
 * places in their order (assign-ties.c), and the proof is read from who was left over. What a row that is not served
 * can reach, by turning others out, is full of rows that want nothing else: these columns have the value as their
 * price, all other rows that are served have it as their slack. (Kőnig's theorem: Gráfok és mátrixok, Matematikai és
 * Fizikai Lapok 38, 1931.) */
#include "match/assign-private.h"

/* Rows by the column that they have, and columns whose rows have still to be asked what else they want. */
typedef struct {
  const OrientaTight *pairs;
  OrientaAssignment *result;
  gint64 value;
  guint32 *last; /* by column: of the rows that have it; each tells the one before */
  guint32 *before;
  guint32 *asked;
  guint n_asked;
} Alike;

static void
list_holders (Alike *self)
{
  self->last = g_new (guint32, self->result->n_columns);
  self->before = g_new (guint32, self->result->n_rows);
  for (guint column = 0; column < self->result->n_columns; column++)
    self->last[column] = ORIENTA_NOBODY;
  for (guint32 row = 0; row < self->result->n_rows; row++) {
    gint32 column = self->result->columns[row];
    if (column < 0)
      continue;
    self->before[row] = self->last[column];
    self->last[column] = row;
  }
}

/* What the row wants has a price. */
static void
price_columns (Alike *self, guint32 row)
{
  for (guint32 i = self->pairs->first[row]; i < self->pairs->first[row + 1]; i++) {
    guint32 column = self->pairs->columns[i];
    if (self->result->prices[column] == 0)
      self->asked[self->n_asked++] = column;
    self->result->prices[column] = self->value;
  }
}

static void
set_duals (Alike *self)
{
  for (guint32 row = 0; row < self->result->n_rows; row++)
    if (self->result->columns[row] < 0)
      price_columns (self, row);
  while (self->n_asked > 0) {
    guint32 row = self->last[self->asked[--self->n_asked]];
    for (; row != ORIENTA_NOBODY; row = self->before[row])
      price_columns (self, row);
  }
  for (guint row = 0; row < self->result->n_rows; row++) {
    gint32 column = self->result->columns[row];
    self->result->slack[row] = column < 0 ? 0 : self->value - self->result->prices[column];
  }
}

/* Drops the pairs whose row has slack while their column has a price. */
static void
drop_loose_pairs (const OrientaAssignment *result, OrientaTight *pairs)
{
  guint32 n = 0, start = 0;
  for (guint row = 0; row < result->n_rows; row++) {
    guint32 end = pairs->first[row + 1];
    for (guint32 i = start; i < end; i++)
      if (result->slack[row] == 0 || result->prices[pairs->columns[i]] == 0)
        pairs->columns[n++] = pairs->columns[i];
    pairs->first[row + 1] = n;
    start = end;
  }
}

/* A best matching and its duals, where each of the pairs has this value, 0 or more. Takes the pairs; those of them that
 * are tight, or NULL when cancelled. */
OrientaTight *
orienta_alike_solve (OrientaTight *pairs, gint64 value, const guint32 *capacities, OrientaAssignment *result,
                     OrientaProgress *progress, GError **error)
{
  for (guint row = 0; row < result->n_rows; row++)
    result->columns[row] = -1;
  if (value == 0) /* nobody must be served */
    return pairs;
  if (!orienta_ties_settle (pairs, capacities, result->slack, result, progress, error)) {
    orienta_tight_free (pairs);
    return NULL;
  }
  Alike self = { .pairs = pairs, .result = result, .value = value };
  self.asked = g_new (guint32, result->n_columns);
  list_holders (&self);
  set_duals (&self);
  drop_loose_pairs (result, pairs);
  g_free (self.last);
  g_free (self.before);
  g_free (self.asked);
  return pairs;
}
