/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/mask-private.h"

/* The points of one household for all units at once, the same to the thousandth as orienta_tally(). What reads only the
 * household is a number; a flag that reads the unit is a row of bits times its points; the rest is looked up by class. */

/* By unit, in thousandths; only those of the units asked for mean something. One of the two is NULL. */
typedef struct {
  const gint32 *narrow; /* nearly always */
  const gint64 *wide;   /* where a sum would leave 32 bits */
  guint n;              /* where few units are asked for: how many, which they are, and their points, as narrow has them */
  const guint32 *units; /* ascending; NULL: not listed */
  const gint32 *few;
} OrientaPointsColumn;

static inline gint64
orienta_points_get (const OrientaPointsColumn *self, guint unit)
{
  return self->narrow ? self->narrow[unit] : self->wide[unit];
}

typedef struct OrientaPoints OrientaPoints;             /* compiled, immutable, shared by threads */
typedef struct OrientaPointsWorker OrientaPointsWorker; /* one thread's columns */

OrientaPoints       *orienta_points_new         (OrientaMasks *masks, const OrientaBinding *binding, OrientaEvidence level);
void                 orienta_points_free        (OrientaPoints *self);
OrientaPointsWorker *orienta_points_worker_new  (const OrientaPoints *points, OrientaMaskWorker *masks);
void                 orienta_points_worker_free (OrientaPointsWorker *self);
OrientaPointsColumn        orienta_points_household   (OrientaPointsWorker *self, guint household, const guint64 *possible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPoints, orienta_points_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPointsWorker, orienta_points_worker_free)
