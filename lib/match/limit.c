/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/matching-private.h"

/* How many limits there are: one for each bound of each quota (and part of it), one for each dimension of each service;
 * those that were not imposed are told as well. */
guint
orienta_matching_get_n_limits (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->limits->len;
}

static const OrientaLimit *
limit_at (const OrientaMatching *self, guint limit)
{
  static const OrientaLimit none = { .bound = "" };
  g_return_val_if_fail (self != NULL && limit < self->limits->len, &none);
  return &g_array_index (self->limits, OrientaLimit, limit);
}

OrientaLimitKind
orienta_matching_get_limit_kind (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->kind;
}

const char *
orienta_matching_get_limit_id (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->id;
}

/* Of a quota that holds for each unit, landlord and so on: which one; of a service: the dimension. NULL: neither. */
const char *
orienta_matching_get_limit_part (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->part;
}

/* "min_share", "max_share", "min_count", "max_count", "min_load", "max_load", "slots" or "home". */
const char *
orienta_matching_get_limit_bound (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->bound;
}

gint64
orienta_matching_get_limit_amount (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->amount;
}

/* G_MININT64: no least. */
gint64
orienta_matching_get_limit_least (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->least;
}

/* G_MAXINT64: no most. */
gint64
orienta_matching_get_limit_most (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->most;
}

gboolean
orienta_matching_limit_holds (const OrientaMatching *self, guint limit)
{
  const OrientaLimit *found = limit_at (self, limit);
  return found->amount >= found->least && found->amount <= found->most;
}

/* Whether it is known what the best matching would gain if the bound gave way by one household or slot. */
gboolean
orienta_matching_limit_has_worth (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->has_worth;
}

/* The points (thousandths) that it would have more then. */
gint64
orienta_matching_get_limit_gain (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->worth.gain;
}

gint
orienta_matching_get_limit_gain_housed (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->worth.gain_housed;
}

/* Whether it is known what the best matching would lose if the bound were tighter by one. */
gboolean
orienta_matching_limit_has_loss (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->has_loss;
}

/* The points (thousandths) that it would have less then. */
gint64
orienta_matching_get_limit_loss (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->worth.loss;
}

gint
orienta_matching_get_limit_loss_housed (const OrientaMatching *self, guint limit)
{
  return limit_at (self, limit)->worth.loss_housed;
}

/* How many limits are in a smallest set that cannot hold together: taking any of them away lets the others hold. 0
 * unless the status is ORIENTA_MATCH_INFEASIBLE. */
guint
orienta_matching_get_n_conflicts (const OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->conflicts->len;
}

/* A limit of the set. */
guint
orienta_matching_get_conflict (const OrientaMatching *self, guint conflict)
{
  g_return_val_if_fail (self != NULL && conflict < self->conflicts->len, 0);
  return g_array_index (self->conflicts, OrientaConflict, conflict).limit;
}

/* How far this limit alone would have to give for the rest of the set to hold, counted as its amount. */
gint64
orienta_matching_get_conflict_gap (const OrientaMatching *self, guint conflict)
{
  g_return_val_if_fail (self != NULL && conflict < self->conflicts->len, 0);
  return g_array_index (self->conflicts, OrientaConflict, conflict).gap;
}
