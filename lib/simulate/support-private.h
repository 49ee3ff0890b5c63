/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* Slots of services: held from the offer on, given back when the offer fails or the support ends. */

void orienta_support_hold      (OrientaReplication *self, const OrientaBinding *binding, guint household, guint service);
void orienta_support_release   (OrientaReplication *self, guint household);
void orienta_support_begin     (OrientaReplication *self, guint household);
void orienta_support_step      (OrientaReplication *self, guint household, guint number);
void orienta_support_end       (OrientaReplication *self, guint household);
