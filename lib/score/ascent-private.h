/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/classes-private.h"

/* The units by what one attribute of theirs is worth. A test whose answer turns at most once as the value grows is settled
 * for all of them by a binary search. */
typedef struct {
  const OrientaBinding *binding;
  guint n;                 /* different values */
  guint n_unknown;         /* 1 when the first of them is "not known", else 0 */
  guint32 *representative; /* value, smallest first -> a unit that has it */
  gint32 *rank;            /* unit -> value; -1 past the last unit, to whole words of 64 */
} OrientaAscent;

/* What a test answers of the values that are known: `before` under `turn`, `after` from there on. */
typedef struct {
  OrientaTruth before, after;
  guint turn; /* the number of values when there is no turn */
} OrientaTurn;

gint           orienta_ascent_attribute (const OrientaBinding *binding, const OrientaCondition *test); /* or -1 */
OrientaAscent *orienta_ascent_new       (const OrientaBinding *binding, guint attribute);
void           orienta_ascent_free      (OrientaAscent *self);
OrientaTurn    orienta_ascent_turn      (const OrientaAscent *self, const OrientaCondition *test, guint household);
