/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* Who comes, who changes, who gives up. */

#define ORIENTA_PROFILE_REGISTER G_MAXUINT32 /* of the draws of those whom the register lists */

void orienta_population_begin  (OrientaReplication *self);
void orienta_population_enter_listed (OrientaReplication *self); /* those of the register */
void orienta_population_clear  (OrientaReplication *self);
void orienta_population_arrive (OrientaReplication *self, guint household);
void orienta_population_change (OrientaReplication *self, guint household, guint what);
void orienta_population_tire   (OrientaReplication *self, guint household);
void orienta_population_wait   (OrientaReplication *self, guint household); /* on, after an offer */
void orienta_population_unwait (OrientaReplication *self, guint household);
