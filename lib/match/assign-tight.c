/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pairs that a best matching may use, by row. */
#include "match/assign-private.h"

#include <stdlib.h>

#define SHORT 64 /* up to here, insertion is the faster sort */

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

static void
sort_columns (guint32 *columns, gsize n)
{
  if (n > SHORT)
    qsort (columns, n, sizeof *columns, compare);
  for (gsize i = 1; i < n; i++) {
    guint32 column = columns[i];
    gsize place = i;
    for (; place > 0 && column < columns[place - 1]; place--)
      columns[place] = columns[place - 1];
    columns[place] = column;
  }
}

/* The lowest column of each row first: the order of the pairs in the input must leave no trace. */
void
orienta_tight_sort (OrientaTight *self, guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    sort_columns (self->columns + self->first[row], self->first[row + 1] - self->first[row]);
}

void
orienta_tight_free (OrientaTight *self)
{
  g_free (self->first);
  g_free (self->columns);
  g_free (self);
}
