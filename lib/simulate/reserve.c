/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a place, or a slot of a service, is worth when it is kept: in each future those who will come are matched, as if
 * all were known, to the places that are free today and those that come free by then; what one place of a unit less,
 * one slot less would cost them is its price there (reserve-price.c), and the mean over futures is the reserve. These
 * are the bid prices of Talluri and van Ryzin (A randomized linear programming method for computing network bid prices,
 * Transportation Science 33, 1999), of which Littlewood's rule (1972) is the case of one home and two kinds of
 * requests. Those who wait today are not among them: a commission weighs them against the price. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "base/memory-private.h"
#include "match/plan-private.h"
#include "model/selection-private.h"
#include "simulate/interval-private.h"
#include "simulate/reserve-private.h"

#include <math.h>

/* `options` (NULL: the usual ones) and policy say whether slots are counted. NULL with ORIENTA_ERROR_LIMIT. */
OrientaReserve *
orienta_reserve_new (OrientaRegister *reg, OrientaPolicy *policy, const OrientaMatchOptions *options, guint n,
                     GError **error)
{
  OrientaSupportMode mode = orienta_support_mode (options ? options->support : ORIENTA_SUPPORT_USE_POLICY, policy);
  guint n_slots = mode == ORIENTA_SUPPORT_IGNORED ? 0 : reg->n_slots;
  gsize n_prices = (gsize) n * ((gsize) reg->n_units + n_slots);
  if (!orienta_memory_check ("prices in all futures", n_prices, sizeof (double), error))
    return NULL;
  OrientaReserve *self = g_new0 (OrientaReserve, 1);
  g_atomic_ref_count_init (&self->references);
  self->reg = orienta_register_ref (reg);
  self->mode = mode;
  self->n = n;
  self->n_slots = n_slots;
  self->prices = g_new0 (double, n_prices);
  return self;
}

/* -- futures that are given -- */

/* The same unit of another register. */
static gboolean
find_units (const OrientaReserve *self, const OrientaRegister *future, gint32 *units, GError **error)
{
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    units[unit] = orienta_register_find_unit (future, self->reg->units[unit].id);
    if (units[unit] < 0)
      return orienta_fail (error, "register of a future: no unit \"%s\", expected every unit of today",
                           self->reg->units[unit].id);
  }
  return TRUE;
}

/* The slots of one service of today among those of another register. */
static gboolean
find_slots_of (const OrientaReserve *self, const OrientaServiceRow *service, const OrientaBinding *future, guint *slots,
               GError **error)
{
  g_autoptr (GError) failed = NULL;
  for (guint i = service->slots.start; i < service->slots.start + service->slots.n; i++) {
    gint32 name = self->reg->slots[i].name;
    if (orienta_binding_find_slot (future, service->id, name < 0 ? NULL : self->reg->codes[name], &slots[i], &failed))
      continue;
    return orienta_fail (error, "register of a future: %s; expected every service of today", failed->message);
  }
  return TRUE;
}

static gboolean
find_slots (const OrientaReserve *self, OrientaPolicy *policy, OrientaRegister *future, guint *slots, GError **error)
{
  g_autoptr (OrientaBinding) binding = self->n_slots > 0 ? orienta_binding_new (policy, future, error) : NULL;
  if (self->n_slots > 0 && !binding)
    return FALSE;
  for (guint service = 0; binding && service < self->reg->n_services; service++)
    if (!find_slots_of (self, &self->reg->services[service], binding, slots, error))
      return FALSE;
  return TRUE;
}

/* A future with the places and slots that are free today added to its own. */
static OrientaRegister *
add_places (const OrientaReserve *self, OrientaRegister *future, const gint32 *own, const guint *own_slots)
{
  guint most = MAX (future->n_units, future->n_households);
  g_autofree guint32 *all = g_new (guint32, most);
  g_autofree gint32 *places = g_new (gint32, future->n_units);
  for (guint i = 0; i < most; i++)
    all[i] = i;
  for (guint unit = 0; unit < future->n_units; unit++)
    places[unit] = future->units[unit].places;
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    places[own[unit]] += self->reg->units[unit].places;
  g_autofree gint32 *slots = g_new (gint32, future->n_slots);
  for (guint slot = 0; slot < future->n_slots; slot++)
    slots[slot] = future->slots[slot].amount;
  for (guint slot = 0; slot < self->n_slots; slot++)
    slots[own_slots[slot]] += self->reg->slots[slot].amount;
  OrientaSelection selection = { .as_of = future->as_of,
                                 .n_households = future->n_households,
                                 .households = all,
                                 .n_units = future->n_units,
                                 .units = all,
                                 .places = places,
                                 .slots = slots };
  return orienta_register_select (future, &selection);
}

static gboolean
price_given (OrientaReserve *self, guint number, OrientaPolicy *policy, OrientaRegister *future,
             OrientaMatchOptions *options, OrientaProgress *progress, GError **error)
{
  g_autofree gint32 *units = g_new (gint32, self->reg->n_units), *free = g_new (gint32, self->reg->n_units);
  g_autofree guint *slots = g_new (guint, self->n_slots);
  if (!find_units (self, future, units, error) || !find_slots (self, policy, future, slots, error))
    return FALSE;
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    free[unit] = self->reg->units[unit].places;
  g_autoptr (OrientaRegister) reg = add_places (self, future, units, slots);
  OrientaFuture priced = { policy, reg, options, units, slots, free };
  return orienta_reserve_price (self, number, &priced, progress, error);
}

/**
 * orienta_reserve_estimate_from:
 * @reg: today's register: its units and the places that are free
 * @options: (nullable): how futures are matched, as in orienta_reserve_estimate(); support as the policy says unless
 * they do
 * @n: how many futures
 * @futures: (array length=n): each a register of those who came within a stretch of time as long as is looked ahead,
 * and the places that came free in it; such as the last twelve months, a register for each quarter. Each lists every
 * unit of @reg, possibly without places, and where slots are counted every service, with those that came free
 *
 * The same from what has been, in place of a scenario.
 *
 * Returns: (transfer full): the reserve, for the units and services of @reg; NULL with ORIENTA_ERROR_INVALID for a
 * future that lacks one, or as orienta_match()
 */
OrientaReserve *
orienta_reserve_estimate_from (OrientaRegister *reg, OrientaPolicy *policy, OrientaMatchOptions *options, guint n,
                               OrientaRegister *const *futures, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (reg && policy && (futures || n == 0), NULL);
  g_autoptr (OrientaReserve) self = orienta_reserve_new (reg, policy, options, n, error);
  if (!self)
    return NULL;
  g_autoptr (OrientaMatchOptions) own = orienta_reserve_options (self, options);
  for (guint future = 0; future < n; future++)
    if (!price_given (self, future, policy, futures[future], own, progress, error))
      return NULL;
  return g_steal_pointer (&self);
}

OrientaReserve *
orienta_reserve_ref (OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_reserve_unref (OrientaReserve *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->prices);
  orienta_register_unref (self->reg);
  g_free (self);
}

/* -- what it says -- */

/* The number of units, those of the register in its order. */
guint
orienta_reserve_get_n (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->reg->n_units;
}

guint
orienta_reserve_get_n_futures (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/* The unit's id. */
const char *
orienta_reserve_get_unit (const OrientaReserve *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units, NULL);
  return self->reg->units[unit].id;
}

/* Whole thousandths; never less than 0, which is no reserve. */
static gint64
round_points (double value)
{
  return value > 0 ? (gint64) (value + 0.5) : 0;
}

static gint64
mean_of (const OrientaReserve *self, const double *prices)
{
  return round_points (orienta_interval_of_mean (self->n, prices, 0.95).mean);
}

static gint64
low_of (const OrientaReserve *self, const double *prices, double confidence)
{
  return round_points (orienta_interval_of_mean (self->n, prices, confidence).low);
}

static gint64
high_of (const OrientaReserve *self, const double *prices, double confidence)
{
  double high = orienta_interval_of_mean (self->n, prices, confidence).high;
  return isnan (high) ? G_MAXINT64 : round_points (high);
}

/* What a place of a unit is worth when it is kept, in thousandths; 0 without futures. */
gint64
orienta_reserve_get_points (const OrientaReserve *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units, 0);
  return mean_of (self, orienta_reserve_of_unit (self, unit));
}

/* Where its interval (Student's, over futures) begins; 0 where one future alone is known. */
gint64
orienta_reserve_get_points_low (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  return low_of (self, orienta_reserve_of_unit (self, unit), confidence);
}

/* Where it ends; G_MAXINT64 where one future alone is known. */
gint64
orienta_reserve_get_points_high (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  return high_of (self, orienta_reserve_of_unit (self, unit), confidence);
}

/* The number of kinds of slots that are priced, service by service; 0 where support is ignored. */
guint
orienta_reserve_get_n_slots (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_slots;
}

/* The id of the service whose slots they are. */
const char *
orienta_reserve_get_service (const OrientaReserve *self, guint slot)
{
  g_return_val_if_fail (self != NULL && slot < self->n_slots, NULL);
  guint service = 0;
  while (slot - self->reg->services[service].slots.start >= self->reg->services[service].slots.n)
    service++;
  return self->reg->services[service].id;
}

/* Which of its slots; NULL for those without a name. */
const char *
orienta_reserve_get_slots (const OrientaReserve *self, guint slot)
{
  g_return_val_if_fail (self != NULL && slot < self->n_slots, NULL);
  gint32 name = self->reg->slots[slot].name;
  return name < 0 ? NULL : self->reg->codes[name];
}

/* What one of them is worth when it is kept, in thousandths; 0 without futures. */
gint64
orienta_reserve_get_slot_points (const OrientaReserve *self, guint slot)
{
  g_return_val_if_fail (self != NULL && slot < self->n_slots, 0);
  return mean_of (self, orienta_reserve_of_slot (self, slot));
}

/* Its interval, as of a place. */
gint64
orienta_reserve_get_slot_points_low (const OrientaReserve *self, guint slot, double confidence)
{
  g_return_val_if_fail (self != NULL && slot < self->n_slots && confidence > 0 && confidence < 1, 0);
  return low_of (self, orienta_reserve_of_slot (self, slot), confidence);
}

gint64
orienta_reserve_get_slot_points_high (const OrientaReserve *self, guint slot, double confidence)
{
  g_return_val_if_fail (self != NULL && slot < self->n_slots && confidence > 0 && confidence < 1, 0);
  return high_of (self, orienta_reserve_of_slot (self, slot), confidence);
}

/* Sets the reserve of every unit, and of every slot that is priced, in the options of a matching; what is worth nothing
 * has none. */
void
orienta_reserve_apply (const OrientaReserve *self, OrientaMatchOptions *options)
{
  g_return_if_fail (self && options);
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    orienta_match_options_set_reserve (options, self->reg->units[unit].id, orienta_reserve_get_points (self, unit));
  for (guint slot = 0; slot < self->n_slots; slot++)
    orienta_match_options_set_slot_reserve (options, orienta_reserve_get_service (self, slot),
                                            orienta_reserve_get_slots (self, slot),
                                            orienta_reserve_get_slot_points (self, slot));
}

static void
append_points (GString *out, const OrientaReserve *self, const double *prices)
{
  g_autofree char *points = orienta_number_format (mean_of (self, prices), 3);
  g_autofree char *low = orienta_number_format (low_of (self, prices, 0.95), 3);
  g_autofree char *high = orienta_number_format (high_of (self, prices, 0.95), 3);
  gboolean known = self->n > 1;
  g_string_append_printf (out, ",%s,%s,%s,", points, known ? low : "", known ? high : "");
}

/**
 * orienta_reserve_to_csv:
 *
 * RFC 4180: a line for each unit: its id, the points that a place is worth when it is kept, and their interval of 95 %
 * (empty where one future alone is known); then one for each kind of slots that is priced, without a unit but with the
 * service and, where they have one, the name of the slots.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_reserve_to_csv (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("unit,points,low,high,service,slots\r\n");
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    g_string_append (out, self->reg->units[unit].id);
    append_points (out, self, orienta_reserve_of_unit (self, unit));
    g_string_append (out, ",\r\n");
  }
  for (guint slot = 0; slot < self->n_slots; slot++) {
    const char *slots = orienta_reserve_get_slots (self, slot);
    append_points (out, self, orienta_reserve_of_slot (self, slot));
    g_string_append_printf (out, "%s,%s\r\n", orienta_reserve_get_service (self, slot), slots ? slots : "");
  }
  return g_string_free (out, FALSE);
}
