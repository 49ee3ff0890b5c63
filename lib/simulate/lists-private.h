/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/match-options-private.h"
#include "rules/binding-private.h"
#include "simulate/roster-private.h"

/* The list of each home, kept from one commission to the next: for the sequential mechanism, where the policy says the
 * same of a household and a home on every day. Households that are alike in all that the policy reads are asked about
 * once. */

typedef struct OrientaLists OrientaLists;

OrientaLists *orienta_lists_new    (OrientaBinding *binding, const OrientaMatchOptions *options, GError **error);
void          orienta_lists_free   (OrientaLists *self);
void          orienta_lists_enter  (OrientaLists *self, guint household, guint64 *alert);
void          orienta_lists_leave  (OrientaLists *self, guint household);
void          orienta_lists_reread (OrientaLists *self, guint household, gboolean offers_only);
gint          orienta_lists_first  (OrientaLists *self, guint unit, gint64 *points); /* a household, or -1 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaLists, orienta_lists_free)
