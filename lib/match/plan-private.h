/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/program.h>

#include "match/matching-private.h"

/* Who supports whom: a household whose needs call for it, in a home without support on site, has one service that covers
 * them all, comes to the home's territory and has slots left for it. */

typedef struct {
  const OrientaBoard *board;
  OrientaSupportMode mode;
  guint n_services;
  guint32 *needs; /* by row: those that call for support; none where it is declined */
  guint8 *levels; /* by row: the highest that is asked for */
} OrientaPlan;

/* One household with one service that would do for it in its home. */
typedef struct {
  guint32 row, service;
  gint64 charge; /* what its slots are worth when kept */
} OrientaPlanOffer;

OrientaPlan *orienta_plan_new    (const OrientaBoard *board);
void         orienta_plan_free   (OrientaPlan *self);
gboolean     orienta_plan_calls  (const OrientaPlan *self, guint row, guint unit);
gboolean     orienta_plan_covers (const OrientaPlan *self, guint service, guint row);
gboolean     orienta_plan_comes  (const OrientaPlan *self, guint service, guint unit);
gint64       orienta_plan_load   (const OrientaPlan *self, guint row, const OrientaSlot *slot);

/* Slots that are kept for later (plan-reserve.c); together they are worth no more than this, which no points reach. */
#define ORIENTA_MOST_CHARGE (G_GINT64_CONSTANT (1) << 52)

OrientaPlan *orienta_plan_new_charging  (const OrientaBoard *board);
gint64       orienta_plan_charge        (const OrientaPlan *self, guint row, guint service);
gint64       orienta_plan_least_charge  (const OrientaPlan *self, guint row, guint unit);
gboolean     orienta_plan_withholds     (const OrientaPlan *self, guint row, guint unit, gint64 worth);
gboolean     orienta_plan_reaches       (const OrientaPlan *self, guint row, gint64 pair, guint service);
gboolean     orienta_plan_is_cheapest   (const OrientaPlan *self, const OrientaOutcome *outcome);

gboolean     orienta_plan_make   (const OrientaPlan *self, OrientaOutcome *outcome, OrientaProgress *progress, GError **error);
gboolean     orienta_plan_make_first (const OrientaPlan *self, OrientaOutcome *outcome);
guint        orienta_plan_count_lacking (const OrientaPlan *self, const OrientaOutcome *outcome);

/* Parts of a plan, of which others are made (slot-worths.c). */
OrientaSupportMode orienta_support_mode (OrientaSupportUse use, const OrientaPolicy *policy);
GArray      *orienta_plan_list_offers (const OrientaPlan *self, const OrientaOutcome *outcome);
void         orienta_plan_limit_rows  (OrientaProgram *program, const GArray *offers);
void         orienta_plan_limit_slot  (const OrientaPlan *self, OrientaProgram *program, const GArray *offers, guint service,
                                       const OrientaSlot *slot);

/* By slot of the register, what one more and one less is worth in points of those who have a service, where support is
 * preferred. */
gboolean     orienta_matching_price_slots (const OrientaMatching *self, gint64 *gains, gint64 *losses, OrientaProgress *progress,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPlan, orienta_plan_free)
