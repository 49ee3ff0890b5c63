/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/cells-private.h"

#define MOST_KEPT ((gsize) 4 << 20) /* values, for each thread */

void
orienta_cells_init (OrientaCells *self, const OrientaBinding *binding, const OrientaReads *reads, OrientaCellFunc func,
                    guint what)
{
  self->binding = binding;
  self->func = func;
  self->what = what;
  self->each = reads->names != 0;
  self->units = orienta_classes_of_units (binding, reads);
  self->households = orienta_classes_of_households (binding, reads);
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
  gsize n = (gsize) cells->households->n * cells->units->n;
  self->keeps = !cells->each && n <= MOST_KEPT;
  self->values = g_new (gint64, self->keeps ? n : cells->units->n);
  self->known = self->keeps ? g_new0 (guint8, cells->households->n) : NULL;
  self->stamps = self->keeps ? NULL : g_new0 (guint32, cells->units->n);
  self->turn = 0;
}

void
orienta_cells_memory_clear (OrientaCellsMemory *self)
{
  g_free (self->known);
  g_free (self->values);
  g_free (self->stamps);
}

/* Every class of unit at once, for a class of households met for the first time. */
static const gint64 *
kept_row (const OrientaCells *self, OrientaCellsMemory *memory, guint household)
{
  guint32 class = self->households->of[household];
  gint64 *row = memory->values + (gsize) class * self->units->n;
  if (memory->known[class])
    return row;
  for (guint32 i = 0; i < self->units->n; i++)
    row[i] = self->func (self->binding, self->what, household, (gint) self->units->representative[i]);
  memory->known[class] = 1;
  return row;
}

static gint64
fresh_value (const OrientaCells *self, OrientaCellsMemory *memory, guint household, guint32 unit)
{
  guint32 class = self->units->of[unit];
  if (memory->stamps[class] != memory->turn) {
    memory->stamps[class] = memory->turn;
    memory->values[class] = self->func (self->binding, self->what, household, (gint) unit);
  }
  return memory->values[class];
}

/* Adds the value of each unit to `sums`. */
void
orienta_cells_add (const OrientaCells *self, OrientaCellsMemory *memory, guint household, const guint32 *units, guint n,
                   gint64 *sums)
{
  memory->turn++;
  if (memory->keeps) {
    const gint64 *row = kept_row (self, memory, household);
    for (guint i = 0; i < n; i++)
      sums[i] += row[self->units->of[units[i]]];
  } else if (self->each) {
    for (guint i = 0; i < n; i++)
      sums[i] += self->func (self->binding, self->what, household, (gint) units[i]);
  } else {
    for (guint i = 0; i < n; i++)
      sums[i] += fresh_value (self, memory, household, units[i]);
  }
}
