/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/classes-private.h"

/* A number that depends on a household and a unit, asked once for all pairs that are alike in what it reads. */

typedef gint64 (*OrientaCellFunc) (const OrientaBinding *binding, guint what, guint household, gint unit);

typedef struct {
  const OrientaBinding *binding;
  OrientaCellFunc func;
  guint what; /* handed to `func` */
  gboolean each; /* single units are named: nothing is alike */
  OrientaClasses *units, *households;
} OrientaCells; /* shared by threads */

typedef struct {
  gboolean keeps;
  guint8 *known;   /* keeps: by class of household */
  gint64 *values;  /* keeps: by class of household, then of unit; else by class of unit, for the household at hand */
  guint32 *stamps; /* does not keep: by class of unit, the turn in which the value was found */
  guint32 turn;
} OrientaCellsMemory; /* of one thread */

void orienta_cells_init         (OrientaCells *self, const OrientaBinding *binding, const OrientaReads *reads,
                                 OrientaCellFunc func, guint what);
void orienta_cells_clear        (OrientaCells *self);
void orienta_cells_memory_init  (OrientaCellsMemory *self, const OrientaCells *cells);
void orienta_cells_memory_clear (OrientaCellsMemory *self);
void orienta_cells_add          (const OrientaCells *self, OrientaCellsMemory *memory, guint household, const guint32 *units,
                                 guint n, gint64 *sums);
