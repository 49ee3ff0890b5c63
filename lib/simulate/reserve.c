/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a place is worth when it is kept: in each future those who will come are matched, as if all were known, to the
 * places that are free today and those that come free by then; what one place of a unit less would cost them is its
 * price there, and the mean over futures is the reserve. These are the bid prices of Talluri and van Ryzin (A
 * randomized linear programming method for computing network bid prices, Transportation Science 33, 1999), of which
 * Littlewood's rule (1972) is the case of one home and two kinds of requests. Those who wait today are not among them:
 * a commission weighs them against the price. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "base/memory-private.h"
#include "match/matching-private.h"
#include "model/selection-private.h"
#include "simulate/interval-private.h"
#include "simulate/reserve-private.h"

#include <math.h>

/* NULL with ORIENTA_ERROR_LIMIT. */
OrientaReserve *
orienta_reserve_new (OrientaRegister *reg, guint n, GError **error)
{
  gsize n_prices = (gsize) n * reg->n_units;
  if (!orienta_memory_check ("prices in all futures", n_prices, sizeof (double), error))
    return NULL;
  OrientaReserve *self = g_new0 (OrientaReserve, 1);
  g_atomic_ref_count_init (&self->references);
  self->reg = orienta_register_ref (reg);
  self->n = n;
  self->prices = g_new0 (double, n_prices);
  return self;
}

/* -- one future -- */

/* How those who will come are matched: the best there is under places alone, which services and quotas leave out. */
OrientaMatchOptions *
orienta_reserve_options (const OrientaMatchOptions *options)
{
  OrientaMatchOptions *own = orienta_match_options_new ();
  if (options) {
    own->objective = options->objective;
    own->level = options->level;
    own->to_verify = options->to_verify;
    own->minimum = options->minimum;
    own->n_threads = options->n_threads;
  }
  own->quotas = FALSE;
  own->support = ORIENTA_SUPPORT_USE_IGNORED;
  return own;
}

/* `units` are those of the reserve's register, by their places in it. Where a place is free today, the last of them is
 * what is priced; else the first that there would be. */
gboolean
orienta_reserve_price (OrientaReserve *self, guint future, OrientaPolicy *policy, OrientaRegister *reg,
                       const gint32 *units, OrientaMatchOptions *options, const gint32 *free, OrientaProgress *progress,
                       GError **error)
{
  g_autoptr (OrientaMatching) matching = orienta_match (policy, reg, options, progress, error);
  if (!matching)
    return FALSE;
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    const OrientaWorth *worth = &matching->worths[units[unit]];
    self->prices[(gsize) unit * self->n + future] = (double) (free[unit] > 0 ? worth->loss : worth->gain);
  }
  return TRUE;
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

/* A future with the places that are free today added to its own. */
static OrientaRegister *
add_places (const OrientaReserve *self, OrientaRegister *future, const gint32 *own)
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
  OrientaSelection selection = { .as_of = future->as_of,
                                 .n_households = future->n_households,
                                 .households = all,
                                 .n_units = future->n_units,
                                 .units = all,
                                 .places = places };
  return orienta_register_select (future, &selection);
}

static gboolean
price_given (OrientaReserve *self, guint number, OrientaPolicy *policy, OrientaRegister *future,
             OrientaMatchOptions *options, OrientaProgress *progress, GError **error)
{
  g_autofree gint32 *units = g_new (gint32, self->reg->n_units), *free = g_new (gint32, self->reg->n_units);
  if (!find_units (self, future, units, error))
    return FALSE;
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    free[unit] = self->reg->units[unit].places;
  g_autoptr (OrientaRegister) reg = add_places (self, future, units);
  return orienta_reserve_price (self, number, policy, reg, units, options, free, progress, error);
}

/**
 * orienta_reserve_estimate_from:
 * @reg: today's register: its units and the places that are free
 * @options: (nullable): how futures are matched, as in orienta_reserve_estimate()
 * @n: how many futures
 * @futures: (array length=n): each a register of those who came within a stretch of time as long as is looked ahead,
 * and the places that came free in it; such as the last twelve months, a register for each quarter. Each lists every
 * unit of @reg, possibly without places
 *
 * The same from what has been, in place of a scenario.
 *
 * Returns: (transfer full): the reserve, for the units of @reg; NULL with ORIENTA_ERROR_INVALID for a future that lacks
 * a unit, or as orienta_match()
 */
OrientaReserve *
orienta_reserve_estimate_from (OrientaRegister *reg, OrientaPolicy *policy, OrientaMatchOptions *options, guint n,
                               OrientaRegister *const *futures, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (reg && policy && (futures || n == 0), NULL);
  g_autoptr (OrientaReserve) self = orienta_reserve_new (reg, n, error);
  g_autoptr (OrientaMatchOptions) own = orienta_reserve_options (options);
  if (!self)
    return NULL;
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

static OrientaInterval
interval_of (const OrientaReserve *self, guint unit, double confidence)
{
  return orienta_interval_of_mean (self->n, self->prices + (gsize) unit * self->n, confidence);
}

/* What a place of a unit is worth when it is kept, in thousandths; 0 without futures. */
gint64
orienta_reserve_get_points (const OrientaReserve *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units, 0);
  return round_points (interval_of (self, unit, 0.95).mean);
}

/* Where its interval (Student's, over futures) begins; 0 where one future alone is known. */
gint64
orienta_reserve_get_points_low (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  return round_points (interval_of (self, unit, confidence).low);
}

/* Where it ends; G_MAXINT64 where one future alone is known. */
gint64
orienta_reserve_get_points_high (const OrientaReserve *self, guint unit, double confidence)
{
  g_return_val_if_fail (self != NULL && unit < self->reg->n_units && confidence > 0 && confidence < 1, 0);
  double high = interval_of (self, unit, confidence).high;
  return isnan (high) ? G_MAXINT64 : round_points (high);
}

/* Sets the reserve of every unit in the options of a matching; those whose places are worth nothing have none. */
void
orienta_reserve_apply (const OrientaReserve *self, OrientaMatchOptions *options)
{
  g_return_if_fail (self && options);
  for (guint unit = 0; unit < self->reg->n_units; unit++)
    orienta_match_options_set_reserve (options, self->reg->units[unit].id, orienta_reserve_get_points (self, unit));
}

/**
 * orienta_reserve_to_csv:
 *
 * RFC 4180: a line for each unit: its id, the points that a place is worth when it is kept, and their interval of 95 %
 * (empty where one future alone is known).
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_reserve_to_csv (const OrientaReserve *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("unit,points,low,high\r\n");
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    g_autofree char *points = orienta_number_format (orienta_reserve_get_points (self, unit), 3);
    g_autofree char *low = orienta_number_format (orienta_reserve_get_points_low (self, unit, 0.95), 3);
    g_autofree char *high = orienta_number_format (orienta_reserve_get_points_high (self, unit, 0.95), 3);
    gboolean known = self->n > 1;
    g_string_append_printf (out, "%s,%s,%s,%s\r\n", self->reg->units[unit].id, points, known ? low : "",
                            known ? high : "");
  }
  return g_string_free (out, FALSE);
}
