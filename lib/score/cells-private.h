/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/classes-private.h"

#define ORIENTA_CELLS_FEW 256 /* classes of units that may be asked again for every class of households */

/* A number of thousandths that depends on a household and a unit, as a column: asked once for all pairs that are alike in
 * what it reads. */

typedef gint64 (*OrientaCellFunc) (const OrientaBinding *binding, guint what, guint household, gint unit);

typedef struct {
  const OrientaBinding *binding;
  OrientaCellFunc func;
  guint what;   /* handed to `func` */
  guint names;  /* OrientaNames: a household with such a list is like nobody else, and each unit is asked for */
  guint n;      /* units, padded to whole words */
  guint n_kept; /* columns that each thread remembers; 0: only the units asked for are filled */
  gint64 most;  /* the greatest size of a number */
  OrientaClasses *units, *households;
} OrientaCells; /* shared by threads */

typedef struct {
  guint32 *class;  /* by column kept: the class of households whose it is, + 1 */
  gint32 *columns; /* those kept; the last one, or the only one, is for a household that is like nobody else */
  gint32 *values;  /* by class of unit, for the household at hand */
  guint32 *stamps; /* nothing kept: by class of unit, the turn in which the value was found */
  guint32 turn;
} OrientaCellsMemory; /* of one thread */

void          orienta_cells_init         (OrientaCells *self, const OrientaBinding *binding, const OrientaReads *reads,
                                          OrientaCellFunc func, guint what, gint64 most);
void          orienta_cells_clear        (OrientaCells *self);
void          orienta_cells_memory_init  (OrientaCellsMemory *self, const OrientaCells *cells);
void          orienta_cells_memory_clear (OrientaCellsMemory *self);
const gint32 *orienta_cells_column       (const OrientaCells *self, OrientaCellsMemory *memory, guint household,
                                          const guint32 *units, guint n);
