/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/assign-private.h"

#include <string.h>

/* Nobody matched, everything 0. */
OrientaAssignment *
orienta_assignment_new_empty (guint n_rows, guint n_columns, guint n_levels)
{
  OrientaAssignment *self = g_new0 (OrientaAssignment, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->n_levels = n_levels;
  self->totals = g_new0 (gint64, n_levels);
  self->columns = g_new (gint32, n_rows);
  for (guint row = 0; row < n_rows; row++)
    self->columns[row] = -1;
  self->values = g_new0 (gint64, (gsize) n_levels * n_rows);
  self->slack = g_new0 (gint64, (gsize) n_levels * n_rows);
  self->prices = g_new0 (gint64, (gsize) n_levels * n_columns);
  self->cutoffs = g_new0 (gint64, n_columns);
  return self;
}

/**
 * orienta_assignment_new:
 * @columns: (array): the column of each row; -1 where it has none
 * @prices: (array): a price for each column, as the proof; those of any best matching will do, such as what
 *   orienta_assignment_get_prices() says of the solver's own
 * @total: what the values of the chosen pairs are said to add up to
 *
 * A matching that somebody else made, for orienta_assignment_verify(). Nothing is checked here. Values, slack and
 * cut-offs are not known.
 *
 * Returns: (transfer full): the assignment
 */
OrientaAssignment *
orienta_assignment_new (guint n_rows, guint n_columns, const gint32 *columns, const gint64 *prices, gint64 total)
{
  return orienta_assignment_new_levels (n_rows, n_columns, 1, columns, prices, &total);
}

/* The same of several levels, for orienta_assignment_verify_levels(): prices level by level, a total for each. */
OrientaAssignment *
orienta_assignment_new_levels (guint n_rows, guint n_columns, guint n_levels, const gint32 *columns,
                               const gint64 *prices, const gint64 *totals)
{
  g_return_val_if_fail (columns || n_rows == 0, NULL);
  g_return_val_if_fail (prices || n_columns == 0, NULL);
  g_return_val_if_fail (totals && n_levels > 0, NULL);
  OrientaAssignment *self = g_new0 (OrientaAssignment, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->n_levels = n_levels;
  self->columns = g_memdup2 (columns, n_rows * sizeof (gint32));
  self->prices = g_memdup2 (prices, (gsize) n_levels * n_columns * sizeof (gint64));
  self->totals = g_memdup2 (totals, n_levels * sizeof (gint64));
  for (guint row = 0; row < n_rows; row++)
    self->n_pairs += columns[row] >= 0;
  return self;
}

OrientaAssignment *
orienta_assignment_ref (OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_assignment_unref (OrientaAssignment *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->totals);
  g_free (self->columns);
  g_free (self->values);
  g_free (self->slack);
  g_free (self->prices);
  g_free (self->cutoffs);
  g_free (self);
}

guint
orienta_assignment_get_n_rows (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

guint
orienta_assignment_get_n_columns (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_columns;
}

/* How many pairs are chosen: as many rows are served. */
guint
orienta_assignment_get_n_pairs (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_pairs;
}

/* How many levels of values were given. Where nothing else is said, what the others tell is of the first. */
guint
orienta_assignment_get_n_levels (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_levels;
}

/* What the values of the chosen pairs add up to. */
gint64
orienta_assignment_get_total (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->totals[0];
}

/* The column of each row; -1 where it has none. */
const gint32 *
orienta_assignment_get_columns (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->columns;
}

/* The value of each row's pair; 0 where it has none. NULL for a matching that somebody else made. */
const gint64 *
orienta_assignment_get_values (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->values;
}

/* What each row has beyond the price of its column, and at least what would be lost without it; 0 where it has none.
 * NULL for a matching that somebody else made. */
const gint64 *
orienta_assignment_get_slack (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->slack;
}

/* The price of one place of each column: a row that is not served would need a value above it, and together with the
 * slack it proves the matching. Under ties prices are not unique: one place more adds at most this, one place less
 * takes at least this, and orienta_assign_margins() tells how much. 0 where a place is free; for a closed column, what
 * the first place could add at most. */
const gint64 *
orienta_assignment_get_prices (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->prices;
}

/* The admission cut-off of each column: the lowest value that holds a place; 0 where a place is free, G_MAXINT64 for a
 * closed column. Never below the price of an open column. NULL for a matching that somebody else made. */
const gint64 *
orienta_assignment_get_cutoffs (const OrientaAssignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->cutoffs;
}

/* What the values of the chosen pairs at a level add up to. */
gint64
orienta_assignment_get_level_total (const OrientaAssignment *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, 0);
  return self->totals[level];
}

/* The value of each row's pair at a level; 0 where it has none. NULL for a matching that somebody else made. */
const gint64 *
orienta_assignment_get_level_values (const OrientaAssignment *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->values ? self->values + (gsize) level * self->n_rows : NULL;
}

/* As orienta_assignment_get_slack(), at a level: negative only where a row has some at an earlier one. NULL for a
 * matching that somebody else made. */
const gint64 *
orienta_assignment_get_level_slack (const OrientaAssignment *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->slack ? self->slack + (gsize) level * self->n_rows : NULL;
}

/* As orienta_assignment_get_prices(), at a level: negative only where a column has one at an earlier level. Read from
 * the first level on, slack and prices prove the matching as those of one level do: what differs first decides, and at
 * each level all slack and price times places add up to its total. */
const gint64 *
orienta_assignment_get_level_prices (const OrientaAssignment *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->prices + (gsize) level * self->n_columns;
}
