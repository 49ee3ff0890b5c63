/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/tally-private.h"

/* The points of a policy in two parts: those that a household has by itself and that grow with its wait, whatever the
 * home, and all others. Summed, they are the points. It points into itself: it stays where it is. */

typedef struct {
  OrientaBinding *binding;       /* the whole, of the world */
  OrientaPolicy grown, rest;     /* its policy: what grows, and all else; without bounds of the total */
  OrientaBinding grows, rests;   /* bound; of these four everything but lists of criteria and groups is borrowed */
  gint64 min, max;               /* of the total */
  gint64 idle;                   /* what both count: groups that give something for nothing */
  gint64 most;                   /* that may have grown; G_MAXINT64: no bound */
  guint paces;                   /* OrientaPace: with what all else goes */
  OrientaLine *lines;
} OrientaGrowth;

void   orienta_growth_init  (OrientaGrowth *self, OrientaBinding *binding);
void   orienta_growth_clear (OrientaGrowth *self);
gint64 orienta_growth_ask   (OrientaGrowth *self, OrientaEvidence level, guint household); /* today's, of the one part */

/* The points, of both parts. */
static inline gint64
orienta_growth_sum (const OrientaGrowth *self, gint64 grown, gint64 rest)
{
  return MIN (MAX (grown + rest - self->idle, self->min), self->max);
}
