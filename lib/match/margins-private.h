/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/margins.h>

#include "match/assign-private.h"

struct OrientaMargins {
  gatomicrefcount references;
  guint n_rows, n_columns, n_levels;
  gint64 *gains, *losses; /* by level and column */
  gint64 *row_losses;     /* by level and row */
};

/* Columns by the vectors of their keys, the lowest first; the first number that differs decides. */
typedef struct {
  guint n_levels, n;
  gint64 *keys;     /* by column and level */
  guint32 *columns; /* the heap */
  guint32 *place;   /* by column: where in the heap, ORIENTA_NOBODY: not in it */
} OrientaHeap;

OrientaHeap *orienta_heap_new   (guint n_columns, guint n_levels);
void         orienta_heap_free  (OrientaHeap *self);
void         orienta_heap_fill  (OrientaHeap *self, const guint32 *capacities, guint n_columns);
guint32      orienta_heap_pop   (OrientaHeap *self);
void         orienta_heap_raise (OrientaHeap *self, guint32 column);

OrientaMargins *orienta_problem_margins (const OrientaProblem *problem, const OrientaAssignment *best,
                                         OrientaProgress *progress, GError **error);
gboolean     orienta_margins_find (OrientaMargins *self, const OrientaProblem *problem, const OrientaAssignment *best,
                                   OrientaProgress *progress, GError **error);

static inline gint64 *
orienta_heap_key (const OrientaHeap *self, guint32 column)
{
  return self->keys + (gsize) column * self->n_levels;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaHeap, orienta_heap_free)
