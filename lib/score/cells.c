/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/cells-private.h"

#include "score/vector-private.h"

#define MEMORY_VALUES ((gsize) 1 << 20) /* of remembered columns, for each thread */

/* Columns are remembered when all classes of households have one, or when one is soon made again. */
void
orienta_cells_init (OrientaCells *self, const OrientaBinding *binding, const OrientaReads *reads, OrientaCellFunc func,
                    guint what, gint64 most)
{
  self->binding = binding;
  self->func = func;
  self->what = what;
  self->names = reads->names;
  self->n = (binding->reg->n_units + 63) / 64 * 64;
  self->most = most;
  self->units = orienta_classes_of_units (binding, reads);
  self->households = orienta_classes_of_households (binding, reads);
  gsize room = MAX (1, MEMORY_VALUES / MAX (self->n, 1));
  if (self->households->n <= room || self->units->n <= ORIENTA_CELLS_FEW)
    self->n_kept = (guint) MIN (room, MAX (self->households->n, 1));
}

void
orienta_cells_clear (OrientaCells *self)
{
  orienta_classes_free (self->units);
  orienta_classes_free (self->households);
}

void
orienta_cells_memory_init (OrientaCellsMemory *self, const OrientaCells *cells)
{
  self->class = g_new0 (guint32, MAX (cells->n_kept, 1));
  self->columns = orienta_vector_new ((gsize) (cells->n_kept + 1) * cells->n);
  self->values = g_new (gint32, cells->units->n);
  self->stamps = g_new0 (guint32, cells->units->n);
  self->turn = 0;
}

void
orienta_cells_memory_clear (OrientaCellsMemory *self)
{
  g_free (self->class);
  g_aligned_free (self->columns);
  g_free (self->values);
  g_free (self->stamps);
}

static gboolean
ask (const OrientaCells *self, guint household, guint32 unit, gint32 *value)
{
  gint64 found = self->func (self->binding, self->what, household, (gint) unit);
  if (found > self->most || found < -self->most)
    return FALSE;
  *value = (gint32) found;
  return TRUE;
}

/* The whole column of a class of households. */
static const gint32 *
kept_column (const OrientaCells *self, OrientaCellsMemory *memory, guint household)
{
  guint32 class = self->households->of[household];
  guint slot = MIN (class, self->n_kept - 1); /* early classes are frequent; the late ones share */
  gint32 *column = memory->columns + (gsize) slot * self->n;
  if (memory->class[slot] == class + 1)
    return column;
  memory->class[slot] = 0;
  for (guint32 i = 0; i < self->units->n; i++)
    if (!ask (self, household, self->units->representative[i], &memory->values[i]))
      return NULL;
  orienta_vector_spread (column, self->units->n_rows, self->units->of, memory->values);
  memory->class[slot] = class + 1;
  return column;
}

/* A column where only the units asked for mean something; the others keep what once stood there. */
static const gint32 *
sparse_column (const OrientaCells *self, OrientaCellsMemory *memory, guint household, gboolean each,
               const guint32 *units, guint n)
{
  gint32 *column = memory->columns + (gsize) self->n_kept * self->n;
  memory->turn++;
  for (guint i = 0; i < n; i++) {
    guint32 unit = units[i], class = self->units->of[unit];
    if ((each || memory->stamps[class] != memory->turn) && !ask (self, household, unit, &memory->values[class]))
      return NULL;
    memory->stamps[class] = memory->turn;
    column[unit] = memory->values[class];
  }
  return column;
}

/* By unit; only those asked for mean something, and none is greater than the greatest size. It lives until the next
 * question. NULL when a number is greater. */
const gint32 *
orienta_cells_column (const OrientaCells *self, OrientaCellsMemory *memory, guint household, const guint32 *units,
                      guint n)
{
  gboolean each = orienta_names_any (&self->binding->reg->households[household], self->names);
  if (self->n_kept > 0 && !each)
    return kept_column (self, memory, household);
  return sparse_column (self, memory, household, each, units, n);
}
