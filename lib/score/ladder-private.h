/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/ascent-private.h"

/* Bands of points on a number that rises or falls along one attribute of the unit, such as the effort rate along the cost:
 * for one household each band begins or ends at one place of the ascent. */
typedef struct {
  OrientaAscent *ascent;
  OrientaClasses *households;
  guint n_steps;           /* one more than bands */
  OrientaCondition *tests; /* by band: whether it is reached */
  gint32 *worths;          /* by band: what it gives more than the one before */
} OrientaLadder;

typedef struct {
  guint8 *known; /* by class of household */
  gint32 *steps; /* by class of household: where each step is, then what it is worth from there on */
} OrientaLadderMemory; /* of one thread */

gboolean      orienta_ladder_init         (OrientaLadder *self, const OrientaBinding *binding,
                                           const OrientaCriterion *criterion);
void          orienta_ladder_clear        (OrientaLadder *self);
void          orienta_ladder_memory_init  (OrientaLadderMemory *self, const OrientaLadder *ladder);
void          orienta_ladder_memory_clear (OrientaLadderMemory *self);
const gint32 *orienta_ladder_steps        (const OrientaLadder *self, OrientaLadderMemory *memory, guint household);
