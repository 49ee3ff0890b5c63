/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching answers, number by number. */
#include <orienta/orienta.h>

#include "match/matching-private.h"

/* The policy that it was made under. Borrowed. */
OrientaPolicy *
orienta_matching_get_policy (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->policy;
}

/* The register that it speaks of. Borrowed. */
OrientaRegister *
orienta_matching_get_register (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->reg;
}

OrientaMatchStatus
orienta_matching_get_status (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, ORIENTA_MATCH_PLAIN);
  return self->status;
}

OrientaMechanism
orienta_matching_get_mechanism (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, ORIENTA_MECHANISM_OPTIMAL);
  return self->options->mechanism;
}

/* The points of all pairs together, in thousandths. */
gint64
orienta_matching_get_total (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->total;
}

/* No matching under the same limits has more points than this; the total itself where it is proven. Of no meaning for
 * a plain matching. */
gint64
orienta_matching_get_bound (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->bound;
}

/* -- pairs -- */

/* How many households have a new home. */
guint
orienta_matching_get_n_pairs (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_pairs;
}

/* The pair of a household of the register; -1 where it has none. */
gint
orienta_matching_find_household (const OrientaMatching *self, guint household)
{
  g_return_val_if_fail (self != NULL && household < self->binding->reg->n_households, -1);
  return self->pair_of[household];
}

static const OrientaMatched *
pair_at (const OrientaMatching *self, guint pair)
{
  static const OrientaMatched none = { .status = ORIENTA_INELIGIBLE, .left = -1, .service = -1 };
  g_return_val_if_fail (self != NULL && pair < self->n_pairs, &none);
  return &self->pairs[pair];
}

/* Household and unit of a pair, as places in the register. */
guint
orienta_matching_get_household (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->household;
}

guint
orienta_matching_get_unit (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->unit;
}

/* In thousandths. */
gint64
orienta_matching_get_points (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->points;
}

OrientaStatus
orienta_matching_get_pair_status (const OrientaMatching *self, guint pair)
{
  return (OrientaStatus) pair_at (self, pair)->status;
}

/* Whether the home is inside what the household asked for; one outside is flagged (HF6). */
gboolean
orienta_matching_is_in_choice (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->in_choice;
}

/* The unit whose place the household leaves to somebody else; -1: none of the register. */
gint
orienta_matching_get_left (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->left;
}

/* The service that supports the household, as its place in the register; -1: none. */
gint
orienta_matching_get_service (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->service;
}

/* Whether its needs call for support and no service is left that covers them there. */
gboolean
orienta_matching_lacks_support (const OrientaMatching *self, guint pair)
{
  return pair_at (self, pair)->lacks_support;
}

/* -- unmatched -- */

/* How many have no new home, those who keep the place they have included. */
guint
orienta_matching_get_n_unmatched (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_unmatched;
}

static const OrientaUnmatched *
unmatched_at (const OrientaMatching *self, guint place)
{
  static const OrientaUnmatched none = { .nearest = -1, .limit = -1 };
  g_return_val_if_fail (self != NULL && place < self->n_unmatched, &none);
  return &self->unmatched[place];
}

/* The household, as its place in the register; in the register's order. */
guint
orienta_matching_get_unmatched (const OrientaMatching *self, guint place)
{
  return unmatched_at (self, place)->household;
}

OrientaReasonCode
orienta_matching_get_reason (const OrientaMatching *self, guint place)
{
  return unmatched_at (self, place)->reason;
}

/* The unit where least is missing; -1 where there is none. */
gint
orienta_matching_get_nearest (const OrientaMatching *self, guint place)
{
  return unmatched_at (self, place)->nearest;
}

/* The points (thousandths) that are missing there: with more than that, all else equal, the household would be housed.
 * Exact for a best matching under places alone (and never too few for a household that has a place to leave), else the
 * distance to the cut-off. 0 where points are not the reason, or where the least that it had more would do. */
gint64
orienta_matching_get_margin (const OrientaMatching *self, guint place)
{
  return unmatched_at (self, place)->margin;
}

/* The limit that is in the way; -1: none. */
gint
orienta_matching_get_reason_limit (const OrientaMatching *self, guint place)
{
  return unmatched_at (self, place)->limit;
}

/* -- prices -- */

/* Whether it is known what one place more or less is worth: for a best matching whose limits do not bind, as if there
 * were none; with ORIENTA_PRICES_ALL for any best one, under its limits, where that could be settled for every unit. */
gboolean
orienta_matching_has_prices (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->worths != NULL;
}

static const OrientaWorth *
worth_at (const OrientaMatching *self, guint unit)
{
  static const OrientaWorth none = { 0 };
  g_return_val_if_fail (self != NULL && unit < self->binding->reg->n_units, &none);
  return self->worths ? &self->worths[unit] : &none;
}

/* The points (thousandths), above the reserves where there are any, that the best matching would have more if the unit
 * had one place more. What it would lose with one place less may be more than that: between the two lie all prices that
 * prove the matching. */
gint64
orienta_matching_get_gain (const OrientaMatching *self, guint unit)
{
  return worth_at (self, unit)->gain;
}

/* The households that it would house more. */
gint
orienta_matching_get_gain_housed (const OrientaMatching *self, guint unit)
{
  return worth_at (self, unit)->gain_housed;
}

/* The points (thousandths) that it would have less with one place less; 0 for a unit that has none. G_MAXINT64 where no
 * place can be spared: not all limits would hold, or somebody who must have a home would have none. */
gint64
orienta_matching_get_loss (const OrientaMatching *self, guint unit)
{
  return worth_at (self, unit)->loss;
}

gint
orienta_matching_get_loss_housed (const OrientaMatching *self, guint unit)
{
  return worth_at (self, unit)->loss_housed;
}

/* The lowest points (thousandths) that hold a place of the unit; G_MININT64 where a place is free, G_MAXINT64 where
 * there is none. */
gint64
orienta_matching_get_cutoff (const OrientaMatching *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->binding->reg->n_units, 0);
  return self->cutoffs[unit];
}

/* -- moves -- */

guint
orienta_matching_get_n_moves (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->moves->len;
}

/* The pair that moves at this turn: every pair once. */
guint
orienta_matching_get_move (const OrientaMatching *self, guint move)
{
  g_return_val_if_fail (self != NULL && move < self->moves->len, 0);
  return g_array_index (self->moves, OrientaMove, move).pair;
}

/* The chain that the move belongs to; chains count from 0 and follow each other. */
guint
orienta_matching_get_move_chain (const OrientaMatching *self, guint move)
{
  g_return_val_if_fail (self != NULL && move < self->moves->len, 0);
  return g_array_index (self->moves, OrientaMove, move).chain;
}

/* Whether those of a chain only exchange their places, so that all must move on one day. */
gboolean
orienta_matching_chain_is_exchange (const OrientaMatching *self, guint chain)
{
  g_return_val_if_fail (self != NULL && chain < self->n_chains, FALSE);
  return self->exchanges[chain];
}
