/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/list-private.h"
#include "score/sweep-private.h"

/* Every list of one side, in order: an array to be freed with its candidates, or NULL with ORIENTA_ERROR_CANCELLED or
 * ORIENTA_ERROR_LIMIT. */
OrientaList *orienta_desks_fill (const OrientaBinding *binding, OrientaRanking *ranking, gboolean by_unit, guint most,
                                 OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error);
