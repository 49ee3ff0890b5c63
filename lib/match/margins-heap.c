/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A binary heap of columns whose keys are vectors and only ever fall. */
#include "match/margins-private.h"

static gboolean
comes_before (const OrientaHeap *self, guint32 column, guint32 other)
{
  const gint64 *a = orienta_heap_key (self, column), *b = orienta_heap_key (self, other);
  for (guint level = 0; level < self->n_levels; level++)
    if (a[level] != b[level])
      return a[level] < b[level];
  return FALSE;
}

static void
put (OrientaHeap *self, guint i, guint32 column)
{
  self->columns[i] = column;
  self->place[column] = i;
}

static void
sink (OrientaHeap *self, guint i)
{
  guint32 column = self->columns[i];
  for (guint child; (child = 2 * i + 1) < self->n; i = child) {
    if (child + 1 < self->n && comes_before (self, self->columns[child + 1], self->columns[child]))
      child++;
    if (!comes_before (self, self->columns[child], column))
      break;
    put (self, i, self->columns[child]);
  }
  put (self, i, column);
}

/* All keys are 0 and no column is in it. Free with orienta_heap_free(). */
OrientaHeap *
orienta_heap_new (guint n_columns, guint n_levels)
{
  OrientaHeap *self = g_new0 (OrientaHeap, 1);
  self->n_levels = n_levels;
  self->keys = g_new0 (gint64, (gsize) n_columns * n_levels);
  self->columns = g_new (guint32, n_columns);
  self->place = g_new (guint32, n_columns);
  for (guint column = 0; column < n_columns; column++)
    self->place[column] = ORIENTA_NOBODY;
  return self;
}

void
orienta_heap_free (OrientaHeap *self)
{
  g_free (self->keys);
  g_free (self->columns);
  g_free (self->place);
  g_free (self);
}

/* Takes in each column, with the keys as they are; with `capacities` only those that have a place. */
void
orienta_heap_fill (OrientaHeap *self, const guint32 *capacities, guint n_columns)
{
  for (guint column = 0; column < n_columns; column++)
    if (!capacities || capacities[column] > 0)
      put (self, self->n++, column);
  for (guint i = self->n / 2; i > 0; i--)
    sink (self, i - 1);
}

/* Takes out the column of the lowest key; ORIENTA_NOBODY when it is empty. */
guint32
orienta_heap_pop (OrientaHeap *self)
{
  if (self->n == 0)
    return ORIENTA_NOBODY;
  guint32 column = self->columns[0];
  self->place[column] = ORIENTA_NOBODY;
  if (--self->n > 0) {
    self->columns[0] = self->columns[self->n];
    sink (self, 0);
  }
  return column;
}

/* Moves a column up to where its key, now lower, belongs; one that is not in the heap has no place. */
void
orienta_heap_raise (OrientaHeap *self, guint32 column)
{
  guint i = self->place[column];
  if (i == ORIENTA_NOBODY)
    return;
  for (; i > 0 && comes_before (self, column, self->columns[(i - 1) / 2]); i = (i - 1) / 2)
    put (self, i, self->columns[(i - 1) / 2]);
  put (self, i, column);
}
