/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/matching-private.h"

/* Who supports whom: a household whose needs call for it, in a home without support on site, has one service that covers
 * them all, comes to the home's territory and has slots left for it. */

typedef struct {
  const OrientaBoard *board;
  OrientaSupportMode mode;
  guint n_services;
  guint32 *needs; /* by row: those that call for support; none where it is declined */
  guint8 *levels; /* by row: the highest that is asked for */
} OrientaPlan;

OrientaPlan *orienta_plan_new    (const OrientaBoard *board);
void         orienta_plan_free   (OrientaPlan *self);
gboolean     orienta_plan_calls  (const OrientaPlan *self, guint row, guint unit);
gboolean     orienta_plan_covers (const OrientaPlan *self, guint service, guint row);
gboolean     orienta_plan_comes  (const OrientaPlan *self, guint service, guint unit);
gint64       orienta_plan_load   (const OrientaPlan *self, guint row, const OrientaSlot *slot);
gboolean     orienta_plan_make   (const OrientaPlan *self, OrientaOutcome *outcome, OrientaProgress *progress, GError **error);
gboolean     orienta_plan_make_first (const OrientaPlan *self, OrientaOutcome *outcome);
guint        orienta_plan_count_lacking (const OrientaPlan *self, const OrientaOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPlan, orienta_plan_free)
