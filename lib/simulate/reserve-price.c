/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One future: what one place, one slot less would cost those who come; where none is free today, what the first would
 * bring them. Under places alone the best matching tells that of every place at once. Where support is required each is
 * asked by itself, of those that are not known to be worth nothing; where it is preferred, a slot costs the points of
 * whom it leaves without. */
#include <orienta/orienta.h>

#include "match/plan-private.h"
#include "model/selection-private.h"
#include "simulate/reserve-private.h"

/* How those who will come are matched: the best there is, which quotas leave out, and support where it is ignored or
 * there is none to count. */
OrientaMatchOptions *
orienta_reserve_options (const OrientaReserve *self, const OrientaMatchOptions *options)
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
  own->prices = ORIENTA_PRICES_NONE;
  own->support = self->mode == ORIENTA_SUPPORT_REQUIRED ? ORIENTA_SUPPORT_USE_REQUIRED
                 : self->n_slots > 0                    ? ORIENTA_SUPPORT_USE_PREFERRED
                                                        : ORIENTA_SUPPORT_USE_IGNORED;
  return own;
}

typedef struct {
  OrientaReserve *reserve;
  guint number;
  const OrientaFuture *future;
  OrientaMatching *best;
  OrientaProgress *progress;
} Pricing;

static void
set_unit (const Pricing *self, guint unit, gint64 price)
{
  orienta_reserve_of_unit (self->reserve, unit)[self->number] = (double) price;
}

static void
set_slot (const Pricing *self, guint slot, gint64 price)
{
  orienta_reserve_of_slot (self->reserve, slot)[self->number] = (double) price;
}

static gboolean
is_unit_free (const Pricing *self, guint unit)
{
  return self->future->free[unit] > 0;
}

static gboolean
is_slot_free (const Pricing *self, guint slot)
{
  return self->reserve->reg->slots[slot].amount > 0;
}

static void
price_units (const Pricing *self)
{
  for (guint unit = 0; unit < self->reserve->reg->n_units; unit++) {
    const OrientaWorth *worth = &self->best->worths[self->future->units[unit]];
    set_unit (self, unit, is_unit_free (self, unit) ? worth->loss : worth->gain);
  }
}

/* -- where support is required -- */

/* The points with so many places more of a unit (-1: none) and slots (-1: none). */
static gboolean
find_total (const Pricing *self, gint32 unit, gint32 slot, gint32 by, gint64 *total, GError **error)
{
  OrientaRegister *reg = self->future->reg;
  g_autofree guint32 *all = g_new (guint32, MAX (reg->n_units, reg->n_households));
  g_autofree gint32 *places = g_new (gint32, reg->n_units), *slots = g_new (gint32, reg->n_slots);
  for (guint i = 0; i < MAX (reg->n_units, reg->n_households); i++)
    all[i] = i;
  for (guint i = 0; i < reg->n_units; i++)
    places[i] = reg->units[i].places + ((gint32) i == unit ? by : 0);
  for (guint i = 0; i < reg->n_slots; i++)
    slots[i] = reg->slots[i].amount + ((gint32) i == slot ? by : 0);
  OrientaSelection selection = { .as_of = reg->as_of,
                                 .n_households = reg->n_households,
                                 .households = all,
                                 .n_units = reg->n_units,
                                 .units = all,
                                 .places = places,
                                 .slots = slots };
  g_autoptr (OrientaRegister) other = orienta_register_select (reg, &selection);
  g_autoptr (OrientaMatching) matching =
      orienta_match_bare (self->future->policy, other, self->future->options, self->progress, error);
  if (!matching)
    return FALSE;
  *total = matching->total;
  return TRUE;
}

/* What is best under places alone, and keeps all limits, gains by none of them; a place that is left costs nothing. */
static gboolean
is_unit_worthless (const Pricing *self, guint unit)
{
  gint32 own = self->future->units[unit];
  if (is_unit_free (self, unit))
    return self->best->cutoffs[own] == G_MININT64;
  return self->best->worths && self->best->worths[own].gain == 0 && self->best->worths[own].gain_housed == 0;
}

/* The limit of a matching that is a slot of its register. */
static const OrientaLimit *
find_limit (const OrientaMatching *matching, guint slot)
{
  const OrientaRegister *reg = matching->binding->reg;
  guint limit = 0;
  while (g_array_index (matching->limits, OrientaLimit, limit).kind != ORIENTA_LIMIT_SERVICE)
    limit++;
  const OrientaStretch *slots = &reg->services[0].slots;
  for (guint service = 0; slot - slots->start >= slots->n; slots = &reg->services[++service].slots)
    limit += slots->n;
  return &g_array_index (matching->limits, OrientaLimit, limit + slot - slots->start);
}

static gboolean
is_slot_worthless (const Pricing *self, guint slot)
{
  if (is_slot_free (self, slot))
    return orienta_limit_has_room (find_limit (self->best, self->future->slots[slot]));
  return !self->best->by_program;
}

static gboolean
price_required (const Pricing *self, GError **error)
{
  const OrientaReserve *reserve = self->reserve;
  gint64 total;
  for (guint unit = 0; unit < reserve->reg->n_units; unit++) {
    gint32 by = is_unit_free (self, unit) ? -1 : 1;
    if (is_unit_worthless (self, unit))
      continue;
    if (!find_total (self, self->future->units[unit], -1, by, &total, error))
      return FALSE;
    set_unit (self, unit, by * (total - self->best->total));
  }
  for (guint slot = 0; slot < reserve->n_slots; slot++) {
    gint32 by = is_slot_free (self, slot) ? -1 : 1;
    if (is_slot_worthless (self, slot))
      continue;
    if (!find_total (self, -1, (gint32) self->future->slots[slot], by, &total, error))
      return FALSE;
    set_slot (self, slot, by * (total - self->best->total));
  }
  return TRUE;
}

/* -- where it is preferred -- */

/* Where everybody has a service, and one slot less would do, no slot is worth anything. */
static gboolean
is_enough (const OrientaMatching *matching)
{
  for (guint i = 0; i < matching->n_pairs; i++)
    if (matching->pairs[i].lacks_support)
      return FALSE;
  for (guint i = 0; i < matching->limits->len; i++) {
    const OrientaLimit *limit = &g_array_index (matching->limits, OrientaLimit, i);
    if (limit->kind == ORIENTA_LIMIT_SERVICE && !orienta_limit_has_room (limit))
      return FALSE;
  }
  return TRUE;
}

static gboolean
price_preferred (const Pricing *self, GError **error)
{
  guint n = self->best->binding->reg->n_slots;
  g_autofree gint64 *gains = g_new0 (gint64, n), *losses = g_new0 (gint64, n);
  if (is_enough (self->best))
    return TRUE;
  if (!orienta_matching_price_slots (self->best, gains, losses, self->progress, error))
    return FALSE;
  for (guint slot = 0; slot < self->reserve->n_slots; slot++) {
    guint own = self->future->slots[slot];
    set_slot (self, slot, is_slot_free (self, slot) ? losses[own] : gains[own]);
  }
  return TRUE;
}

/* Where a place or a slot is free today, the last of them is what is priced; else the first that there would be. FALSE
 * as orienta_match(). */
gboolean
orienta_reserve_price (OrientaReserve *self, guint number, const OrientaFuture *future, OrientaProgress *progress,
                       GError **error)
{
  g_autoptr (OrientaMatching) best = orienta_match (future->policy, future->reg, future->options, progress, error);
  Pricing pricing = { self, number, future, best, progress };
  if (!best)
    return FALSE;
  if (self->mode == ORIENTA_SUPPORT_REQUIRED)
    return price_required (&pricing, error);
  price_units (&pricing);
  return self->n_slots == 0 || price_preferred (&pricing, error);
}
