/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_criteria_read (OrientaReader *reader);
void orienta_criteria_seal (OrientaReader *reader); /* after the groups, whose conditions bind their criteria */
void orienta_criterion_clear (OrientaCriterion *self);

/* What its points can be when it gives any: thousandths, G_MININT64 and G_MAXINT64 where there is no bound. */
typedef struct {
  gint64 least, most;
} OrientaReach;

OrientaReach orienta_criterion_reach (const OrientaPolicy *policy, const OrientaCriterion *self);
gint orienta_criterion_slope (const OrientaCriterion *self); /* with what is measured: 1 rises, -1 falls, 0 neither */
