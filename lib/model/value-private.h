/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/register-private.h"

/* Fields of a row as values of an attribute. */

static inline gint64
orienta_value_of_count (gint64 count) /* negative: not known */
{
  return count < 0 ? ORIENTA_UNKNOWN : count * ORIENTA_MILLION;
}

static inline gint64
orienta_value_of_amount (gint32 hundredths)
{
  return hundredths == ORIENTA_NO_AMOUNT ? ORIENTA_UNKNOWN : (gint64) hundredths * (ORIENTA_MILLION / 100);
}

static inline gint64
orienta_value_of_index (gint32 index)
{
  return index < 0 ? ORIENTA_UNKNOWN : index;
}

static inline gint64
orienta_value_of_date (OrientaDate date)
{
  return date == ORIENTA_NO_DATE ? ORIENTA_UNKNOWN : date;
}
