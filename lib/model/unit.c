/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/value-private.h"

static gint64
net_cost (const OrientaUnitRow *row)
{
  if (row->rent == ORIENTA_NO_AMOUNT)
    return ORIENTA_UNKNOWN;
  return ((gint64) row->rent + row->charges - row->housing_aid) * (ORIENTA_MILLION / 100);
}

gint64
orienta_unit_value (const OrientaRegister *self, guint unit, guint attribute)
{
  const OrientaUnitRow *row = &self->units[unit];
  switch (attribute) {
  case ORIENTA_UNIT_KIND:
    return row->kind;
  case ORIENTA_UNIT_TERRITORY:
    return row->territory;
  case ORIENTA_UNIT_ZONE:
    return row->zone;
  case ORIENTA_UNIT_ROOMS:
    return orienta_value_of_count (row->rooms);
  case ORIENTA_UNIT_SURFACE:
    return orienta_value_of_amount (row->surface);
  case ORIENTA_UNIT_RENT:
    return orienta_value_of_amount (row->rent);
  case ORIENTA_UNIT_CHARGES:
    return orienta_value_of_amount (row->charges);
  case ORIENTA_UNIT_HOUSING_AID:
    return orienta_value_of_amount (row->housing_aid);
  case ORIENTA_UNIT_NET_COST:
    return net_cost (row);
  case ORIENTA_UNIT_PLACES:
    return orienta_value_of_count (row->places);
  case ORIENTA_UNIT_ACCESS:
    return row->access;
  case ORIENTA_UNIT_PETS:
    return orienta_value_of_index (row->pets);
  case ORIENTA_UNIT_AVAILABLE_FROM:
    return orienta_value_of_date (row->available_from);
  case ORIENTA_UNIT_LEASE:
    return orienta_value_of_index (row->lease);
  case ORIENTA_UNIT_DURABLE:
    return row->lease < 0 ? ORIENTA_UNKNOWN : row->lease != ORIENTA_LEASE_TIME_LIMITED;
  case ORIENTA_UNIT_CONTINGENT:
    return orienta_value_of_index (row->contingent);
  case ORIENTA_UNIT_LANDLORD:
    return orienta_value_of_index (row->landlord);
  case ORIENTA_UNIT_QPV:
    return row->qpv;
  case ORIENTA_UNIT_ONSITE_SUPPORT:
    return row->onsite_support;
  case ORIENTA_UNIT_MIN_AGE:
    return orienta_value_of_count (row->min_age);
  case ORIENTA_UNIT_MAX_AGE:
    return orienta_value_of_count (row->max_age);
  default:
    g_return_val_if_reached (ORIENTA_UNKNOWN);
  }
}
