/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* Places: free, offered, taken, made ready. */

void    orienta_homes_begin   (OrientaReplication *self);
void    orienta_homes_clear   (OrientaReplication *self);
guint32 orienta_homes_offer   (OrientaReplication *self, guint unit); /* takes the first free place of a unit */
void    orienta_homes_return  (OrientaReplication *self, guint place); /* the offer has been refused */
void    orienta_homes_settle  (OrientaReplication *self, guint place, guint household);
void    orienta_homes_stay_on (OrientaReplication *self, guint place); /* a holder who asked no longer does */
void    orienta_homes_vacate  (OrientaReplication *self, guint place);
void    orienta_homes_ready   (OrientaReplication *self, guint place);
void    orienta_homes_deliver (OrientaReplication *self, guint delivery);
