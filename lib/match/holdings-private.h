/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/matching-private.h"

/* What a home has in a matching: places that nobody holds, and of those whom it holds the last in the policy's order and
 * the lowest by tier and points of those who leave no place to others. */
typedef struct {
  gint64 left;
  gboolean any;     /* somebody whose pair is not decided holds a place */
  gboolean any_low; /* somebody of these leaves none */
  OrientaCandidate last, lowest;
} OrientaHolding;

OrientaHolding *orienta_holdings_new (const OrientaMatching *matching, const OrientaBoard *board); /* by unit; g_free() */
