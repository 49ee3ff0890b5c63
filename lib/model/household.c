/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Households: the values of their attributes. The formulas are those of the table in attribute.c. */
#include "model/derive-private.h"
#include "model/value-private.h"

static gint64
months_since (const OrientaRegister *self, OrientaDate date)
{
  return date == ORIENTA_NO_DATE ? ORIENTA_UNKNOWN : orienta_value_of_count (orienta_date_months (date, self->as_of));
}

static gint64
need_level (guint8 level)
{
  return level == ORIENTA_LEVEL_UNKNOWN ? ORIENTA_UNKNOWN : level;
}

/* The needs that are known to be there. */
static gint64
needs_mask (const OrientaHouseholdRow *row)
{
  gint64 mask = 0;
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++)
    if (row->needs[i] != ORIENTA_LEVEL_NONE && row->needs[i] != ORIENTA_LEVEL_UNKNOWN)
      mask |= G_GINT64_CONSTANT (1) << i;
  return mask;
}

/* CCH R.822-25, m2. */
static gint64
required_surface (guint persons)
{
  return orienta_value_of_count (persons == 1 ? 9 : MIN (16 + 9 * ((gint64) persons - 2), 70));
}

static gint64
rest_to_live_on (const OrientaHouseholdRow *row)
{
  if (row->income_month == ORIENTA_NO_AMOUNT || row->rent_now == ORIENTA_NO_AMOUNT)
    return ORIENTA_UNKNOWN;
  return orienta_number_scale (orienta_value_of_amount (row->income_month) - orienta_value_of_amount (row->rent_now),
                               10, row->consumption_tenths * 30);
}

static gint64
derived_value (const OrientaRegister *self, const OrientaHouseholdRow *row, guint attribute)
{
  gint64 persons = row->adults + row->children;
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_PERSONS:
    return orienta_value_of_count (persons);
  case ORIENTA_HOUSEHOLD_PERSONS_TO_HOUSE:
    return orienta_value_of_count (persons + row->births_expected);
  case ORIENTA_HOUSEHOLD_HOUSEHOLD_CATEGORY:
    return row->category == 0 ? ORIENTA_UNKNOWN : orienta_value_of_count (row->category);
  case ORIENTA_HOUSEHOLD_MINORS:
    return orienta_value_of_count (row->minors);
  case ORIENTA_HOUSEHOLD_DISABLED:
    return orienta_household_is_disabled (row);
  case ORIENTA_HOUSEHOLD_LONE_PARENT:
    return row->adults == 1 && row->children > 0;
  case ORIENTA_HOUSEHOLD_YOUNG_HOUSEHOLD:
    return orienta_household_is_young (self, row);
  case ORIENTA_HOUSEHOLD_AGE:
    return orienta_value_of_count (row->age);
  case ORIENTA_HOUSEHOLD_OLDEST_AGE:
    return orienta_value_of_count (row->oldest_age);
  case ORIENTA_HOUSEHOLD_YOUNGEST_AGE:
    return orienta_value_of_count (row->youngest_age);
  case ORIENTA_HOUSEHOLD_WAITING_DAYS:
    return orienta_value_of_count ((gint64) self->as_of - row->request_date);
  case ORIENTA_HOUSEHOLD_WAITING_MONTHS:
    return months_since (self, row->request_date);
  case ORIENTA_HOUSEHOLD_REFERRAL_MONTHS:
    return months_since (self, row->referral_date);
  case ORIENTA_HOUSEHOLD_CONTACT_MONTHS:
    return months_since (self, row->last_contact);
  case ORIENTA_HOUSEHOLD_CONSUMPTION_UNITS:
    return (gint64) row->consumption_tenths * (ORIENTA_MILLION / 10);
  case ORIENTA_HOUSEHOLD_INCOME_PER_UNIT:
    return orienta_number_scale (orienta_value_of_amount (row->income_year), 10, row->consumption_tenths);
  case ORIENTA_HOUSEHOLD_EFFORT_NOW:
    return orienta_number_divide (orienta_value_of_amount (row->rent_now), orienta_value_of_amount (row->income_month));
  case ORIENTA_HOUSEHOLD_RESTE_A_VIVRE_NOW:
    return rest_to_live_on (row);
  case ORIENTA_HOUSEHOLD_PERSONS_PER_ROOM_NOW:
    return orienta_number_divide (orienta_value_of_count (persons), orienta_value_of_count (row->rooms_now));
  case ORIENTA_HOUSEHOLD_SURFACE_PER_PERSON_NOW:
    return orienta_number_divide (orienta_value_of_amount (row->surface_now), orienta_value_of_count (persons));
  case ORIENTA_HOUSEHOLD_REQUIRED_SURFACE:
    return required_surface ((guint) persons + row->births_expected);
  case ORIENTA_HOUSEHOLD_REFUSALS:
    return orienta_value_of_count (row->refusals);
  case ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE:
    return orienta_value_of_count (row->refusals_by_choice);
  default:
    g_return_val_if_reached (ORIENTA_UNKNOWN);
  }
}

gint64
orienta_household_value (const OrientaRegister *self, guint household, guint attribute)
{
  const OrientaHouseholdRow *row = &self->households[household];
  if (attribute >= ORIENTA_HOUSEHOLD_NEED_0 && attribute <= ORIENTA_HOUSEHOLD_NEED_LAST)
    return need_level (row->needs[attribute - ORIENTA_HOUSEHOLD_NEED_0]);
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_REQUEST_DATE:
    return orienta_value_of_date (row->request_date);
  case ORIENTA_HOUSEHOLD_REFERRAL_DATE:
    return orienta_value_of_date (row->referral_date);
  case ORIENTA_HOUSEHOLD_LAST_CONTACT:
    return orienta_value_of_date (row->last_contact);
  case ORIENTA_HOUSEHOLD_REFERRER:
    return orienta_value_of_index (row->referrer);
  case ORIENTA_HOUSEHOLD_TERRITORY:
    return orienta_value_of_index (row->territory);
  case ORIENTA_HOUSEHOLD_SITUATION:
    return orienta_value_of_index (row->situation);
  case ORIENTA_HOUSEHOLD_ADULTS:
    return orienta_value_of_count (row->adults);
  case ORIENTA_HOUSEHOLD_CHILDREN:
    return orienta_value_of_count (row->children);
  case ORIENTA_HOUSEHOLD_BIRTHS_EXPECTED:
    return orienta_value_of_count (row->births_expected);
  case ORIENTA_HOUSEHOLD_INCOME_YEAR:
    return orienta_value_of_amount (row->income_year);
  case ORIENTA_HOUSEHOLD_INCOME_MONTH:
    return orienta_value_of_amount (row->income_month);
  case ORIENTA_HOUSEHOLD_RENT_NOW:
    return orienta_value_of_amount (row->rent_now);
  case ORIENTA_HOUSEHOLD_ROOMS_NOW:
    return orienta_value_of_count (row->rooms_now);
  case ORIENTA_HOUSEHOLD_SURFACE_NOW:
    return orienta_value_of_amount (row->surface_now);
  case ORIENTA_HOUSEHOLD_NEEDS:
    return needs_mask (row);
  case ORIENTA_HOUSEHOLD_SUPPORT_ACCEPTED:
    return orienta_value_of_index (row->support_accepted);
  case ORIENTA_HOUSEHOLD_PRIORITY:
    return (gint64) row->priority;
  case ORIENTA_HOUSEHOLD_ACCESS:
    return row->access;
  case ORIENTA_HOUSEHOLD_PETS:
    return row->pets;
  case ORIENTA_HOUSEHOLD_OCCUPIES:
    return row->occupies >= 0;
  default:
    return derived_value (self, row, attribute);
  }
}
