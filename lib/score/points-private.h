/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* The points of one household for many units at once, the same to the thousandth as orienta_tally(). What reads only the
 * household is added once for it, what reads only the unit once for that; the rest is looked up by class. */

typedef struct OrientaPoints OrientaPoints;             /* compiled, immutable, shared by threads */
typedef struct OrientaPointsWorker OrientaPointsWorker; /* one thread's memory of cells */

OrientaPoints       *orienta_points_new         (const OrientaBinding *binding, OrientaEvidence level); /* borrowed */
void                 orienta_points_free        (OrientaPoints *self);
OrientaPointsWorker *orienta_points_worker_new  (const OrientaPoints *points);
void                 orienta_points_worker_free (OrientaPointsWorker *self);
void                 orienta_points_household   (OrientaPointsWorker *self, guint household, const guint32 *units, guint n,
                                                 gint64 *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPoints, orienta_points_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPointsWorker, orienta_points_worker_free)
