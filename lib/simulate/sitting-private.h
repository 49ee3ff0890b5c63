/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* What a commission decides: offers (OrientaOffer), in the order in which they are made. Both ways decide the same. */

GArray     *orienta_sitting_match  (OrientaReplication *self, const OrientaMatchOptions *options, GError **error);
GArray     *orienta_sitting_call   (OrientaReplication *self, const OrientaMatchOptions *options, GError **error); /* from lists */
void        orienta_sitting_waiting (const OrientaReplication *self, guint32 *households); /* n_waiting of them */
OrientaDate orienta_sitting_available (const OrientaReplication *self, guint unit);
