/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* Commissions: when they are held, and under which policy. */

void     orienta_commission_begin  (OrientaReplication *self);
void     orienta_commission_clear  (OrientaReplication *self);
gboolean orienta_commission_hold   (OrientaReplication *self, guint rhythm, gboolean called, GError **error);

/* What commissions have to know of, and where they are held at once, are called for. */
void     orienta_commission_enter  (OrientaReplication *self, guint household); /* it waits from now on */
void     orienta_commission_leave  (OrientaReplication *self, guint household);
void     orienta_commission_reread (OrientaReplication *self, guint household, gboolean offers_only); /* its row has changed */
void     orienta_commission_open   (OrientaReplication *self, guint unit); /* a place of it is free */
