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

typedef struct OrientaRanking OrientaRanking; /* shared by threads */

OrientaRanking *orienta_ranking_new       (const OrientaBinding *binding, const char *seed); /* binding borrowed; seed may be NULL */
void            orienta_ranking_free      (OrientaRanking *self);
gint            orienta_ranking_compare   (OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b);
gboolean        orienta_ranking_is_behind (const OrientaRanking *self, const OrientaCandidate *a, const OrientaCandidate *b);
gboolean        orienta_ranking_begins_with_points (const OrientaRanking *self);
guint           orienta_ranking_tier      (const OrientaBinding *binding, guint household, guint unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaRanking, orienta_ranking_free)
