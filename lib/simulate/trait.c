/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/trait-private.h"

#include <math.h>
#include <string.h>

#define OLDEST 120.0                   /* years: the most that the age of a home's tenants may be bounded by */
#define BELOW_ONE 0x1.fffffffffffffp-1 /* the greatest number below 1 */

void
orienta_trait_free (OrientaTrait *self)
{
  if (!self)
    return;
  g_free (self->lists);
  g_free (self->alternatives);
  orienta_spread_clear (&self->spread);
  g_free (self);
}

static void
add_needs (const OrientaHouseholdRow *from, guint32 said, OrientaHouseholdRow *row)
{
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++)
    if (said >> i & 1)
      row->needs[i] = from->needs[i];
}

static void
write_field (const OrientaTrait *self, const OrientaAlternative *alternative, OrientaHouseholdRow *row)
{
  const OrientaColumn *column = &self->column;
  const OrientaHouseholdRow *from = &self->rows[alternative->row];
  if (column->kind == ORIENTA_COLUMN_NEEDS)
    add_needs (from, alternative->said, row);
  else if (column->kind == ORIENTA_COLUMN_PRIORITY)
    row->priority |= from->priority;
  else if (column->kind == ORIENTA_COLUMN_MASK && self->kind == ORIENTA_TRAIT_EACH)
    orienta_column_store (column, row, orienta_column_load (column, row) | orienta_column_load (column, from));
  else
    memcpy ((char *) row + column->offset, (const char *) from + column->offset, column->size);
  if (column->kind == ORIENTA_COLUMN_VERIFIED)
    row->verified_all = from->verified_all;
}

/* Writes the alternative of one list whose stretch holds p. Returns where in that stretch: as good a draw as p was. */
static double
write_list (const OrientaTrait *self, guint list, double p, OrientaHouseholdRow *row)
{
  guint first = self->lists[list], at = first, last = self->lists[list + 1] - 1;
  while (at < last) {
    guint middle = (at + last) / 2;
    if (self->alternatives[middle].upto <= p)
      at = middle + 1;
    else
      last = middle;
  }
  double from = at > first ? self->alternatives[at - 1].upto : 0.0;
  if (self->alternatives[at].row >= 0)
    write_field (self, &self->alternatives[at], row);
  return MIN ((p - from) / (self->alternatives[at].upto - from), BELOW_ONE);
}

/* An amount to the nearest cent, a count without its fraction. */
static void
write_number (const OrientaTrait *self, double number, OrientaHouseholdRow *row)
{
  double kept = self->column.kind == ORIENTA_COLUMN_AMOUNT ? floor (number * 100.0 + 0.5) : floor (number);
  kept = CLAMP (kept, (double) self->column.min, (double) self->column.max);
  orienta_column_store (&self->column, row, (gint64) kept);
}

/* So many days that the years are complete. */
static gint32
days_old (double years)
{
  return (gint32) ceil (MIN (years, OLDEST) * ORIENTA_DAYS_A_YEAR);
}

void
orienta_trait_apply (const OrientaTrait *self, double p, OrientaHouseholdRow *row)
{
  switch (self->kind) {
  case ORIENTA_TRAIT_ONE_OF:
  case ORIENTA_TRAIT_EACH:
    for (guint i = 0; i < self->n_lists; i++)
      p = write_list (self, i, p, row);
    break;
  case ORIENTA_TRAIT_SPREAD:
    write_number (self, orienta_spread_quantile (&self->spread, p), row);
    break;
  case ORIENTA_TRAIT_AGE:
    row->birth_date = row->request_date - days_old (orienta_spread_quantile (&self->spread, p));
    break;
  case ORIENTA_TRAIT_AS: {
    OrientaStretch *list = (OrientaStretch *) ((char *) row + self->column.offset);
    *list = row->territory < 0 ? (OrientaStretch){ 0, 0 }
                               : (OrientaStretch){ self->first_place + (guint32) row->territory, 1 };
    break;
  }
  }
}
