/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* The order in which pairs come: tier, the policy's keys, the household's choice, a durable home, the lottery, the id. It is
 * total: two pairs are never equal. */

typedef struct {
  guint32 household, unit;
  gint64 points;  /* thousandths */
  guint16 tier;   /* the number of tiers: in none */
  guint8 status;  /* OrientaStatus */
} OrientaCandidate;

/* What the order begins with, tiers apart: more points, or the household's choice and then more points. */
typedef enum { ORIENTA_START_POINTS, ORIENTA_START_CHOICE, ORIENTA_START_OTHER } OrientaRankingStart;

/* A value such that less comes first, and what is not known last, whichever the direction. */
static inline gint64
orienta_ranking_place (gint64 value, gboolean descending)
{
  if (value == ORIENTA_UNKNOWN)
    return G_MAXINT64;
  return descending ? -value : value;
}

typedef struct OrientaRanking OrientaRanking; /* shared by threads */

OrientaRanking *orienta_ranking_new       (const OrientaBinding *binding, const char *seed); /* binding borrowed; seed may be NULL */
void            orienta_ranking_free      (OrientaRanking *self);
gint            orienta_ranking_compare   (OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b);
gint            orienta_ranking_compare_households (OrientaRanking *self, guint a, guint b);
void            orienta_ranking_order_households (OrientaRanking *self, guint n, guint32 *households);
gboolean        orienta_ranking_is_behind (const OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b);
OrientaRankingStart orienta_ranking_start (const OrientaRanking *self);
const GArray   *orienta_ranking_keys      (const OrientaRanking *self); /* of OrientaKey, after the tier */
guint           orienta_ranking_tier      (const OrientaBinding *binding, guint household, guint unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaRanking, orienta_ranking_free)
