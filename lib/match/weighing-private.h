/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/board-private.h"

/* What each pair is worth at each level, row by row: what must be known of all units, and what one thread remembers of the
 * household it is at. */
typedef struct OrientaWeighing OrientaWeighing; /* immutable, shared by threads */
typedef struct OrientaWeigher OrientaWeigher;   /* one thread's */

OrientaWeighing *orienta_weighing_new  (const OrientaBoard *board);
void             orienta_weighing_free (OrientaWeighing *self);
OrientaWeigher  *orienta_weigher_new   (const OrientaWeighing *weighing);
void             orienta_weigher_free  (OrientaWeigher *self);
void             orienta_weigher_fill  (OrientaWeigher *self, OrientaBoard *board, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaWeighing, orienta_weighing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaWeigher, orienta_weigher_free)
