/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/match-options-private.h"
#include "score/list-private.h"

/* The list of each home where what the policy says goes with the days, kept from one commission to the next: for the
 * sequential mechanism. A household is asked about, with all homes at once, when it comes, when its row changes and on
 * the days on which it has another age; points that grow with its wait are added on the day. */

typedef struct OrientaRolls OrientaRolls;

OrientaRolls *orienta_rolls_new    (OrientaBinding *binding, const OrientaMatchOptions *options);
void          orienta_rolls_free   (OrientaRolls *self);
void          orienta_rolls_enter  (OrientaRolls *self, guint household);
void          orienta_rolls_leave  (OrientaRolls *self, guint household);
gboolean      orienta_rolls_is_due (const OrientaRolls *self, guint household); /* it has to be entered anew today */
void          orienta_rolls_renew  (OrientaRolls *self, guint n, const guint32 *waiting);
OrientaList   orienta_rolls_call   (OrientaRolls *self, guint unit, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaRolls, orienta_rolls_free)
