/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/margins-private.h"

static OrientaMargins *
margins_new (const OrientaAssignment *best)
{
  OrientaMargins *self = g_new0 (OrientaMargins, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_rows = best->n_rows;
  self->n_columns = best->n_columns;
  self->n_levels = best->n_levels;
  self->gains = g_new0 (gint64, (gsize) best->n_levels * best->n_columns);
  self->losses = g_new0 (gint64, (gsize) best->n_levels * best->n_columns);
  self->row_losses = g_new0 (gint64, (gsize) best->n_levels * best->n_rows);
  return self;
}

/* orienta_assign_margins(), of values wherever they are. */
OrientaMargins *
orienta_problem_margins (const OrientaProblem *problem, const OrientaAssignment *best, OrientaProgress *progress,
                         GError **error)
{
  if (!orienta_problem_verify (problem, best, error) || !orienta_problem_check_levels (problem, error))
    return NULL;
  g_autoptr (OrientaMargins) self = margins_new (best);
  return orienta_margins_find (self, problem, best, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * orienta_assign_margins:
 * @best: what orienta_assign() or orienta_assign_levels() made; not a matching of somebody else
 * @first: (array): with @columns, @values and @capacities the arrays that @best was made for
 * @progress: (nullable): stages "measuring gains" and "measuring losses"; cancels
 *
 * By how much the totals would change, at each level, if a column had one place more or less, or a row were not there:
 * what solving again would find, each time from the same arrays. Where there are ties, prices only bound this. To read
 * how many rows more or fewer would be served, let the last level be of ones.
 *
 * Complexity: about that of reading all pairs some times; two shortest-path searches for all columns together. Memory:
 * 8 bytes for each pair of a row that is served.
 *
 * Returns: (transfer full): the margins; NULL with ORIENTA_ERROR_INVALID where @best does not verify against the
 * arrays, ORIENTA_ERROR_LIMIT, ORIENTA_ERROR_CANCELLED
 */
OrientaMargins *
orienta_assign_margins (const OrientaAssignment *best, const gint64 *first, const guint32 *columns,
                        const gint64 *values, const guint32 *capacities, OrientaProgress *progress, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (best != NULL && (best->slack || best->n_rows == 0) && (first || best->n_rows == 0), NULL);
  g_return_val_if_fail (capacities || best->n_columns == 0, NULL);
  const gint64 *begin = first ? first : &none;
  g_autofree OrientaLevelValues *levels = orienta_level_values_new (values, best->n_levels, begin[best->n_rows]);
  OrientaProblem problem = {
    best->n_rows, best->n_columns, begin, columns, values, capacities, best->n_levels, levels, NULL,
  };
  return orienta_problem_margins (&problem, best, progress, error);
}

OrientaMargins *
orienta_margins_ref (OrientaMargins *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_margins_unref (OrientaMargins *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->gains);
  g_free (self->losses);
  g_free (self->row_losses);
  g_free (self);
}

guint
orienta_margins_get_n_rows (const OrientaMargins *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

guint
orienta_margins_get_n_columns (const OrientaMargins *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_columns;
}

/* As many as the matching has. */
guint
orienta_margins_get_n_levels (const OrientaMargins *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_levels;
}

/* What one place more of each column would add to the total of a level; never more than its price, by the first level
 * that differs. Negative only where it adds at an earlier level. For a closed column, what its first place would add.
 */
const gint64 *
orienta_margins_get_gains (const OrientaMargins *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->gains + (gsize) level * self->n_columns;
}

/* What one place less of each column would take from the total of a level; never less than its price, by the first
 * level that differs. Negative only where it takes at an earlier level. 0 for a closed column. */
const gint64 *
orienta_margins_get_losses (const OrientaMargins *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->losses + (gsize) level * self->n_columns;
}

/* What would go from the total of a level if a row were not there; never less than its slack, by the first level that
 * differs. Negative only where it goes at an earlier level. 0 for a row that is not served. */
const gint64 *
orienta_margins_get_row_losses (const OrientaMargins *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, NULL);
  return self->row_losses + (gsize) level * self->n_rows;
}
