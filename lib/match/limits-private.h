/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/plan-private.h"

/* The limits of a matching beside places, each a sum over its pairs (or services) with a least and a most. */

typedef struct {
  OrientaLimit limit;
  guint quota;             /* of the policy; or the service */
  guint slot;              /* of a service: its place among the register's slots */
  gint32 part;             /* of a quota with `each`: the value that its units share; -1: all */
  gint64 inside, outside;  /* what a household of the group adds, and one that is not of it, in one of its units */
  gboolean by_load;        /* inside counts the household's load in place of 1 */
} OrientaLimitRow;

typedef struct {
  const OrientaBoard *board;
  const OrientaPlan *plan;
  GArray *rows;         /* of OrientaLimitRow */
  guint8 **units;       /* by quota, by unit: whether it is one of its units */
  guint8 **households;  /* by quota, by household */
} OrientaLimits;

OrientaLimits *orienta_limits_new    (const OrientaBoard *board, const OrientaPlan *plan);
void           orienta_limits_free   (OrientaLimits *self);
gint64         orienta_limits_weight (const OrientaLimits *self, const OrientaLimitRow *limit, guint row, guint unit);
void           orienta_limits_count  (OrientaLimits *self, const OrientaOutcome *outcome);
gboolean       orienta_limits_hold   (const OrientaLimits *self);

static inline OrientaLimitRow *
orienta_limits_get (const OrientaLimits *self, guint limit)
{
  return &g_array_index (self->rows, OrientaLimitRow, limit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaLimits, orienta_limits_free)
