/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* Who waits, what is free: who is offered what. */

void     orienta_commission_begin (OrientaReplication *self);
void     orienta_commission_clear (OrientaReplication *self);
void     orienta_commission_call  (OrientaReplication *self); /* somebody or some place has come */
gboolean orienta_commission_hold  (OrientaReplication *self, guint rhythm, gboolean called, GError **error);
