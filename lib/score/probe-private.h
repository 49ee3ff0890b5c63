/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/ascent-private.h"

/* A set of units that an answer is true of (certain) and may be true of (possible); certain is inside possible. */
typedef struct {
  guint64 *possible;
  guint64 *certain;
} OrientaBits;

/* One test, ready to be asked for all units at once. */
typedef struct {
  const OrientaBinding *binding;
  const OrientaCondition *condition;
  gboolean reads_unit;
  gboolean alike; /* units differ for the test only by being named */
  guint names;
  guint n_words;
  OrientaClasses *units, *households;
  guint64 *members;        /* few classes of units: a row of bits for each */
  OrientaAscent *ascent;     /* many classes, and the answer turns once along it */
  guint32 *order;          /* the units by rank, or many classes that no value orders: by class */
  guint32 *start;          /* rank or class -> its first place in `order`; one more at the end */
  guint64 *marks;          /* the rows of the first 0, STRIDE, 2 STRIDE… units of `order` */
} OrientaProbe;

void orienta_probe_init  (OrientaProbe *self, const OrientaBinding *binding, const OrientaCondition *condition, guint n_words);
void orienta_probe_clear (OrientaProbe *self);
void orienta_probe_ask   (const OrientaProbe *self, guint household, OrientaBits answer);
