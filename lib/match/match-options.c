/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/match-options-private.h"
#include "model/register-private.h"

#include <string.h>

static void
named_pair_clear (gpointer data)
{
  OrientaNamedPair *self = data;
  g_free (self->household);
  g_free (self->unit);
}

static GArray *
named_pairs_new (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (OrientaNamedPair));
  g_array_set_clear_func (pairs, named_pair_clear);
  return pairs;
}

static void
named_reserve_clear (gpointer data)
{
  OrientaNamedReserve *self = data;
  g_free (self->unit);
}

static GArray *
named_reserves_new (void)
{
  GArray *reserves = g_array_new (FALSE, FALSE, sizeof (OrientaNamedReserve));
  g_array_set_clear_func (reserves, named_reserve_clear);
  return reserves;
}

static void
named_slot_reserve_clear (gpointer data)
{
  OrientaNamedSlotReserve *self = data;
  g_free (self->service);
  g_free (self->slots);
}

static GArray *
named_slot_reserves_new (void)
{
  GArray *reserves = g_array_new (FALSE, FALSE, sizeof (OrientaNamedSlotReserve));
  g_array_set_clear_func (reserves, named_slot_reserve_clear);
  return reserves;
}

/**
 * orienta_match_options_new:
 *
 * The best matching by points that are declared, pairs to be verified included, quotas and support as the policy says,
 * without draw, baseline or limit of time, one thread for each processor.
 *
 * Returns: (transfer full): the options
 */
OrientaMatchOptions *
orienta_match_options_new (void)
{
  OrientaMatchOptions *self = g_new0 (OrientaMatchOptions, 1);
  g_atomic_ref_count_init (&self->references);
  self->level = ORIENTA_EVIDENCE_DECLARED;
  self->unit_order = ORIENTA_UNITS_BY_DATE;
  self->to_verify = self->quotas = TRUE;
  self->minimum = G_MININT64;
  self->given = named_pairs_new ();
  self->kept = named_pairs_new ();
  self->barred = named_pairs_new ();
  self->reserves = named_reserves_new ();
  self->slot_reserves = named_slot_reserves_new ();
  return self;
}

OrientaMatchOptions *
orienta_match_options_ref (OrientaMatchOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_match_options_unref (OrientaMatchOptions *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->seed);
  orienta_matching_unref (self->baseline);
  g_array_unref (self->given);
  g_array_unref (self->kept);
  g_array_unref (self->barred);
  g_array_unref (self->reserves);
  g_array_unref (self->slot_reserves);
  g_free (self);
}

static gint
compare_pairs (const OrientaNamedPair *a, const OrientaNamedPair *b)
{
  gint order = strcmp (a->household, b->household);
  return order != 0 ? order : strcmp (a->unit, b->unit);
}

/* In order and once each, so that the order of the calls leaves no trace in a record. */
static void
add_pair (GArray *pairs, const char *household, const char *unit)
{
  OrientaNamedPair pair = { g_strdup (household), g_strdup (unit) };
  guint place = 0;
  while (place < pairs->len && compare_pairs (&g_array_index (pairs, OrientaNamedPair, place), &pair) < 0)
    place++;
  if (place < pairs->len && compare_pairs (&g_array_index (pairs, OrientaNamedPair, place), &pair) == 0)
    named_pair_clear (&pair);
  else
    g_array_insert_val (pairs, place, pair);
}

static void
add_pairs (GArray *pairs, const GArray *from)
{
  for (guint i = 0; i < from->len; i++) {
    const OrientaNamedPair *pair = &g_array_index (from, OrientaNamedPair, i);
    add_pair (pairs, pair->household, pair->unit);
  }
}

/* Another one that says the same. NULL: what orienta_match_options_new() says. */
OrientaMatchOptions *
orienta_match_options_copy (const OrientaMatchOptions *self)
{
  OrientaMatchOptions *copy = orienta_match_options_new ();
  if (!self)
    return copy;
  GArray *given = copy->given, *kept = copy->kept, *barred = copy->barred;
  GArray *reserves = copy->reserves, *slot_reserves = copy->slot_reserves;
  *copy = *self;
  g_atomic_ref_count_init (&copy->references);
  copy->seed = g_strdup (self->seed);
  copy->baseline = self->baseline ? orienta_matching_ref (self->baseline) : NULL;
  copy->given = given;
  copy->kept = kept;
  copy->barred = barred;
  copy->reserves = reserves;
  copy->slot_reserves = slot_reserves;
  add_pairs (given, self->given);
  add_pairs (kept, self->kept);
  add_pairs (barred, self->barred);
  for (guint i = 0; i < self->reserves->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (self->reserves, OrientaNamedReserve, i);
    orienta_match_options_set_reserve (copy, reserve->unit, reserve->points);
  }
  for (guint i = 0; i < self->slot_reserves->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (self->slot_reserves, OrientaNamedSlotReserve, i);
    orienta_match_options_set_slot_reserve (copy, reserve->service, reserve->slots, reserve->points);
  }
  return copy;
}

void
orienta_match_options_set_mechanism (OrientaMatchOptions *self, OrientaMechanism mechanism)
{
  g_return_if_fail (self != NULL && mechanism <= ORIENTA_MECHANISM_STABLE);
  self->mechanism = mechanism;
}

void
orienta_match_options_set_objective (OrientaMatchOptions *self, OrientaObjective objective)
{
  g_return_if_fail (self != NULL && objective <= ORIENTA_OBJECTIVE_HOUSEHOLDS);
  self->objective = objective;
}

/* What the points may rest on. */
void
orienta_match_options_set_level (OrientaMatchOptions *self, OrientaEvidence level)
{
  g_return_if_fail (self != NULL && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION);
  self->level = level;
}

/* Of the draw between equals. NULL: the id decides. */
void
orienta_match_options_set_seed (OrientaMatchOptions *self, const char *seed)
{
  g_return_if_fail (self != NULL);
  g_free (self->seed);
  self->seed = g_strdup (seed);
}

/* Whether pairs with something to verify take part; they are flagged in the result. */
void
orienta_match_options_set_to_verify (OrientaMatchOptions *self, gboolean take_part)
{
  g_return_if_fail (self != NULL);
  self->to_verify = take_part != FALSE;
}

/* The points (thousandths) below which no pair is made; G_MININT64 for no minimum. */
void
orienta_match_options_set_minimum (OrientaMatchOptions *self, gint64 points)
{
  g_return_if_fail (self != NULL);
  self->minimum = points;
}

/**
 * orienta_match_options_set_reserve:
 * @unit: its id
 * @points: thousandths, 0 or more; 0 takes the reserve away
 *
 * What a place of a unit is worth when it is kept for later, such as orienta_reserve_get_points() estimates. A place is
 * given only where the points of the pair reach it, and what a pair counts for is what its points are above it. Who is
 * left without a home that is free is told so (ORIENTA_REASON_MATCH_RESERVED). A pair that is decided stands whatever
 * its points.
 *
 * Since a place may stay empty while somebody eligible wants it, this is never done without being asked for.
 */
void
orienta_match_options_set_reserve (OrientaMatchOptions *self, const char *unit, gint64 points)
{
  g_return_if_fail (self && unit && points >= 0);
  guint place = 0;
  while (place < self->reserves->len
         && strcmp (g_array_index (self->reserves, OrientaNamedReserve, place).unit, unit) < 0)
    place++;
  if (place < self->reserves->len
      && strcmp (g_array_index (self->reserves, OrientaNamedReserve, place).unit, unit) == 0)
    g_array_remove_index (self->reserves, place);
  if (points == 0)
    return;
  OrientaNamedReserve reserve = { g_strdup (unit), points };
  g_array_insert_val (self->reserves, place, reserve);
}

static gint
compare_slot_reserves (const OrientaNamedSlotReserve *a, const OrientaNamedSlotReserve *b)
{
  gint order = strcmp (a->service, b->service);
  return order != 0 ? order : g_strcmp0 (a->slots, b->slots);
}

/**
 * orienta_match_options_set_slot_reserve:
 * @service: its id
 * @slots: (nullable): which of its slots, where it counts several kinds; %NULL: those without a name
 * @points: thousandths, 0 or more; 0 takes the reserve away
 *
 * What a slot of a service is worth when it is kept for later, such as orienta_reserve_get_slot_points() estimates. Of
 * a household that takes several slots each must bring that much. A slot is given only where the points of the pair
 * reach the reserve of its place and those of all slots that it takes, together; for a pair that is decided, whatever
 * its points.
 *
 * Where support is required, the best matching makes no pair for which no service is within reach
 * (ORIENTA_REASON_MATCH_SLOT_RESERVED), and counts of a pair what its points are above these reserves. Everywhere else
 * support decides nothing about homes: who does not reach a slot is housed without, which is flagged. Where support is
 * ignored nobody takes a slot.
 */
void
orienta_match_options_set_slot_reserve (OrientaMatchOptions *self, const char *service, const char *slots,
                                        gint64 points)
{
  g_return_if_fail (self && service && points >= 0);
  OrientaNamedSlotReserve reserve = { g_strdup (service), g_strdup (slots), points };
  guint place = 0;
  gint order = 1;
  while (place < self->slot_reserves->len
         && (order =
                 compare_slot_reserves (&g_array_index (self->slot_reserves, OrientaNamedSlotReserve, place), &reserve))
                < 0)
    place++;
  if (place < self->slot_reserves->len && order == 0)
    g_array_remove_index (self->slot_reserves, place);
  if (points == 0)
    named_slot_reserve_clear (&reserve);
  else
    g_array_insert_val (self->slot_reserves, place, reserve);
}

/* In place of what the policy says. Required never binds a household that declines support. */
void
orienta_match_options_set_support (OrientaMatchOptions *self, OrientaSupportUse support)
{
  g_return_if_fail (self != NULL && support <= ORIENTA_SUPPORT_USE_IGNORED);
  self->support = support;
}

/* Of the sequential mechanism. */
void
orienta_match_options_set_unit_order (OrientaMatchOptions *self, OrientaUnitOrder order)
{
  g_return_if_fail (self != NULL && order <= ORIENTA_UNITS_SCARCE_FIRST);
  self->unit_order = order;
}

/* Whether the policy's quotas bind; where they do not, they are told all the same. */
void
orienta_match_options_set_quotas (OrientaMatchOptions *self, gboolean hold)
{
  g_return_if_fail (self != NULL);
  self->quotas = hold != FALSE;
}

/**
 * orienta_match_options_set_baseline:
 * @baseline: (nullable): a matching of a register that knows the same ids; %NULL takes it away
 * @most_loss: thousandths, 0 or more
 *
 * No household that @baseline houses may end with a home that gives it more than @most_loss points less than that one,
 * at the points of the policy at hand. Who would lose all its points or less may also end without a home. A pair of the
 * baseline that is not open any more binds nobody, nor does the baseline bind a household of which a pair is barred: it
 * may have refused, and is not to be held to as good a home.
 */
void
orienta_match_options_set_baseline (OrientaMatchOptions *self, OrientaMatching *baseline, gint64 most_loss)
{
  g_return_if_fail (self != NULL && most_loss >= 0);
  OrientaMatching *held = baseline ? orienta_matching_ref (baseline) : NULL;
  orienta_matching_unref (self->baseline);
  self->baseline = held;
  self->most_loss = most_loss;
}

/* A pair that is decided already: it stays, and the rest is matched around it. */
void
orienta_match_options_keep (OrientaMatchOptions *self, const char *household, const char *unit)
{
  g_return_if_fail (self && household && unit);
  add_pair (self->kept, household, unit);
}

/* A pair that is not to be made: one of the two has refused. */
void
orienta_match_options_bar (OrientaMatchOptions *self, const char *household, const char *unit)
{
  g_return_if_fail (self && household && unit);
  add_pair (self->barred, household, unit);
}

/* The pair is barred, and nothing that was decided of it stands. */
void
orienta_match_options_drop (OrientaMatchOptions *self, const char *household, const char *unit)
{
  OrientaNamedPair pair = { (char *) household, (char *) unit };
  GArray *const lists[] = { self->given, self->kept };
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = lists[list]->len; i-- > 0;)
      if (compare_pairs (&g_array_index (lists[list], OrientaNamedPair, i), &pair) == 0)
        g_array_remove_index (lists[list], i);
  add_pair (self->barred, household, unit);
}

/* A pair of a matching that somebody else made. */
void
orienta_match_options_give (OrientaMatchOptions *self, const char *household, const char *unit)
{
  add_pair (self->given, household, unit);
}

/* How much is solved again, under limits that bind, to know what one more or less is worth. */
void
orienta_match_options_set_prices (OrientaMatchOptions *self, OrientaPrices prices)
{
  g_return_if_fail (self != NULL && prices <= ORIENTA_PRICES_ALL);
  self->prices = prices;
}

/* The time that limits beside places may take; 0 for as long as it takes. With a limit of time the answer may depend on
 * the machine, and says how far from the best it can be. */
void
orienta_match_options_set_seconds (OrientaMatchOptions *self, double seconds)
{
  g_return_if_fail (self != NULL && seconds >= 0);
  self->seconds = seconds;
}

/* 0 for one for each processor; the result does not depend on it. */
void
orienta_match_options_set_n_threads (OrientaMatchOptions *self, guint n_threads)
{
  g_return_if_fail (self != NULL);
  self->n_threads = n_threads;
}

/* By unit of a register, points below which no place is given, G_MININT64 where none is kept; units that are not there
 * are left out. NULL where none is kept at all. Free with g_free(). */
gint64 *
orienta_match_options_list_reserves (const OrientaMatchOptions *self, const OrientaRegister *reg)
{
  if (self->reserves->len == 0)
    return NULL;
  gint64 *points = g_new (gint64, reg->n_units);
  for (guint unit = 0; unit < reg->n_units; unit++)
    points[unit] = G_MININT64;
  for (guint i = 0; i < self->reserves->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (self->reserves, OrientaNamedReserve, i);
    gint unit = orienta_register_find_unit (reg, reserve->unit);
    if (unit >= 0)
      points[unit] = reserve->points;
  }
  return points;
}
