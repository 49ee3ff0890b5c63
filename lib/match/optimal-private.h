/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/assign.h>

#include "match/reasons-private.h"

gboolean orienta_match_optimal (OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits, OrientaOutcome *outcome,
                                OrientaMargins **margins, OrientaProgress *progress, GError **error);

/* `best` is the best under places alone. */
gboolean orienta_match_bounded (const OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits,
                                const OrientaAssignment *best, OrientaOutcome *outcome, OrientaProgress *progress,
                                GError **error);

/* What limits and units are worth by the program, where it was not needed to find the best. */
gboolean orienta_match_price   (const OrientaBoard *board, OrientaMatching *self, OrientaLimits *limits,
                                const OrientaAssignment *best, const OrientaOutcome *outcome, OrientaProgress *progress,
                                GError **error);
