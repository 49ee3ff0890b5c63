/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/margins.h>

#include "match/holdings-private.h"
#include "match/limits-private.h"

/* What a reason is found from. */
typedef struct {
  const OrientaMatching *matching;
  const OrientaBoard *board;
  const OrientaLimits *limits;
  const OrientaHolding *holdings; /* by unit */
  const OrientaMargins *margins;  /* NULL: what places are worth is not known */
} OrientaReasoning;

OrientaUnmatched orienta_reasoning_explain (const OrientaReasoning *self, guint household);
