/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/ranking-private.h"

/* The first few candidates in a ranking. While it grows it is a heap with the last of them at its head, so that nearly
 * everybody is turned away by one comparison. */
typedef struct {
  guint n;
  guint n_seen; /* how many could have stood on it */
  OrientaCandidate *candidates;
} OrientaList;

void orienta_list_offer (OrientaList *self, OrientaRanking *ranking, guint most, const OrientaCandidate *candidate);
void orienta_list_sort  (OrientaList *self, OrientaRanking *ranking);
