/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/register-private.h"

static gint64
whole (gint64 value)
{
  return value < 0 ? ORIENTA_UNKNOWN : value * ORIENTA_MILLION;
}

static gint64
hundredths (gint32 amount)
{
  return amount == ORIENTA_NO_AMOUNT ? ORIENTA_UNKNOWN : (gint64) amount * (ORIENTA_MILLION / 100);
}

static gint64
index_value (gint32 index)
{
  return index < 0 ? ORIENTA_UNKNOWN : index;
}

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
    return whole (row->rooms);
  case ORIENTA_UNIT_SURFACE:
    return hundredths (row->surface);
  case ORIENTA_UNIT_RENT:
    return hundredths (row->rent);
  case ORIENTA_UNIT_CHARGES:
    return hundredths (row->charges);
  case ORIENTA_UNIT_HOUSING_AID:
    return hundredths (row->housing_aid);
  case ORIENTA_UNIT_NET_COST:
    return net_cost (row);
  case ORIENTA_UNIT_PLACES:
    return whole (row->places);
  case ORIENTA_UNIT_ACCESS:
    return row->access;
  case ORIENTA_UNIT_PETS:
    return index_value (row->pets);
  case ORIENTA_UNIT_AVAILABLE_FROM:
    return row->available_from == ORIENTA_NO_DATE ? ORIENTA_UNKNOWN : row->available_from;
  case ORIENTA_UNIT_LEASE:
    return index_value (row->lease);
  case ORIENTA_UNIT_DURABLE:
    return row->lease < 0 ? ORIENTA_UNKNOWN : row->lease != ORIENTA_LEASE_TIME_LIMITED;
  case ORIENTA_UNIT_CONTINGENT:
    return index_value (row->contingent);
  case ORIENTA_UNIT_LANDLORD:
    return index_value (row->landlord);
  case ORIENTA_UNIT_QPV:
    return row->qpv;
  case ORIENTA_UNIT_ONSITE_SUPPORT:
    return row->onsite_support;
  case ORIENTA_UNIT_MIN_AGE:
    return whole (row->min_age);
  case ORIENTA_UNIT_MAX_AGE:
    return whole (row->max_age);
  default:
    g_return_val_if_reached (ORIENTA_UNKNOWN);
  }
}
