/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pairs: what a household and a unit are to each other. */
#include "model/register-private.h"

static const gint32 *
list_of (const OrientaRegister *self, OrientaStretch list)
{
  return self->places_pool + list.start;
}

static gboolean
in_territories (const OrientaRegister *self, const OrientaHouseholdRow *household, const OrientaUnitRow *unit)
{
  const gint32 *wanted = list_of (self, household->wants_territories);
  for (guint i = 0; i < household->wants_territories.n; i++)
    if (orienta_territory_is_within (self, unit->territory, wanted[i]))
      return TRUE;
  return household->wants_territories.n == 0;
}

static gboolean
in_kinds (const OrientaHouseholdRow *household, const OrientaUnitRow *unit)
{
  return household->wants_kinds == 0 || (household->wants_kinds >> unit->kind & 1);
}

static gboolean
touches (const OrientaRegister *self, gint a, gint b)
{
  return orienta_territory_is_within (self, a, b) || orienta_territory_is_within (self, b, a);
}

/* A unit known only by a wider territory may lie in the part to avoid: it is avoided too. */
static gboolean
is_avoided (const OrientaRegister *self, const OrientaHouseholdRow *household, const OrientaUnitRow *unit)
{
  const gint32 *avoided = list_of (self, household->avoids_territories);
  for (guint i = 0; i < household->avoids_territories.n; i++)
    if (touches (self, unit->territory, avoided[i]))
      return TRUE;
  return FALSE;
}

static gint64
pets_fit (const OrientaHouseholdRow *household, const OrientaUnitRow *unit)
{
  if (!household->pets)
    return TRUE;
  return unit->pets < 0 ? ORIENTA_UNKNOWN : unit->pets;
}

static gint64
age_fits (const OrientaHouseholdRow *household, const OrientaUnitRow *unit)
{
  if (unit->min_age < 0 && unit->max_age < 0)
    return TRUE;
  if (household->age < 0)
    return ORIENTA_UNKNOWN;
  return (unit->min_age < 0 || household->age >= unit->min_age)
         && (unit->max_age < 0 || household->age <= unit->max_age);
}

static gboolean
refused_before (const OrientaRegister *self, const OrientaHouseholdRow *household, gint unit)
{
  for (guint i = 0; i < household->offers.n; i++) {
    const OrientaOfferRow *offer = &self->offers[household->offers.start + i];
    if (offer->unit == unit && offer->outcome == ORIENTA_OFFER_REFUSED_BY_HOUSEHOLD)
      return TRUE;
  }
  return FALSE;
}

/* The unit's own line, else its kind's. */
static gint64
outcome (const OrientaRegister *self, const OrientaHouseholdRow *household, gint unit)
{
  gint64 value = ORIENTA_UNKNOWN;
  for (guint i = 0; i < household->outcomes.n; i++) {
    const OrientaOutcomeRow *row = &self->outcomes[household->outcomes.start + i];
    if (row->unit == unit)
      return row->value;
    if (row->kind == self->units[unit].kind)
      value = row->value;
  }
  return value;
}

static gint64
difference (gint64 a, gint64 b)
{
  return a == ORIENTA_UNKNOWN || b == ORIENTA_UNKNOWN ? ORIENTA_UNKNOWN : a - b;
}

/* Numbers that are computed from an attribute of the unit and attributes of the household. */
static gint64
measure (const OrientaRegister *self, guint household, guint unit, guint attribute)
{
  const OrientaHouseholdRow *row = &self->households[household];
#define HOUSEHOLD(name) orienta_household_value (self, household, ORIENTA_HOUSEHOLD_##name)
#define UNIT(name) orienta_unit_value (self, unit, ORIENTA_UNIT_##name)
  switch (attribute) {
  case ORIENTA_PAIR_EFFORT:
    return orienta_number_divide (UNIT (NET_COST), HOUSEHOLD (INCOME_MONTH));
  case ORIENTA_PAIR_RESTE_A_VIVRE:
    return orienta_number_scale (difference (HOUSEHOLD (INCOME_MONTH), UNIT (NET_COST)), 10,
                                 row->consumption_tenths * 30);
  case ORIENTA_PAIR_ROOMS_GAP:
    return difference (UNIT (ROOMS), HOUSEHOLD (PERSONS_TO_HOUSE));
  case ORIENTA_PAIR_PERSONS_PER_ROOM:
    return orienta_number_divide (HOUSEHOLD (PERSONS_TO_HOUSE), UNIT (ROOMS));
  case ORIENTA_PAIR_SURFACE_GAP:
    return difference (UNIT (SURFACE), HOUSEHOLD (REQUIRED_SURFACE));
  case ORIENTA_PAIR_SURFACE_PER_PERSON:
    return orienta_number_divide (UNIT (SURFACE), HOUSEHOLD (PERSONS_TO_HOUSE));
  default:
    g_return_val_if_reached (ORIENTA_UNKNOWN);
  }
#undef HOUSEHOLD
#undef UNIT
}

gint64
orienta_pair_value (const OrientaRegister *self, guint household, guint unit, guint attribute)
{
  const OrientaHouseholdRow *h = &self->households[household];
  const OrientaUnitRow *u = &self->units[unit];
  switch (attribute) {
  case ORIENTA_PAIR_IN_CHOICE:
    return in_kinds (h, u) && in_territories (self, h, u);
  case ORIENTA_PAIR_IN_TERRITORIES:
    return in_territories (self, h, u);
  case ORIENTA_PAIR_IN_KINDS:
    return in_kinds (h, u);
  case ORIENTA_PAIR_AVOIDED:
    return is_avoided (self, h, u);
  case ORIENTA_PAIR_KIND_REFUSED:
    return h->refuses_kinds >> u->kind & 1;
  case ORIENTA_PAIR_ACCESS_FITS:
    return u->access >= h->access;
  case ORIENTA_PAIR_PETS_FIT:
    return pets_fit (h, u);
  case ORIENTA_PAIR_AGE_FITS:
    return age_fits (h, u);
  case ORIENTA_PAIR_OWN_PLACE:
    return h->occupies == (gint) unit;
  case ORIENTA_PAIR_SAME_TERRITORY:
    return h->territory < 0 ? ORIENTA_UNKNOWN : touches (self, h->territory, u->territory);
  case ORIENTA_PAIR_REFUSED_BEFORE:
    return refused_before (self, h, (gint) unit);
  case ORIENTA_PAIR_OUTCOME:
    return outcome (self, h, (gint) unit);
  default:
    return measure (self, household, unit, attribute);
  }
}
