/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/replication-private.h"

/* A place that is offered to a household: how it is answered. */

typedef struct {
  guint32 household, unit;
  gint32 service; /* that is to support; -1: none */
  gint64 points;  /* thousandths */
  guint8 mechanism;
} OrientaOffer;

void orienta_offer_make   (OrientaReplication *self, const OrientaBinding *binding, const OrientaOffer *offer);
void orienta_offer_answer (OrientaReplication *self, guint household);
