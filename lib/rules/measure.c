/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Measure: what one criterion gives to one pair. All in integers: points in thousandths, numbers in millionths, one
 * rounding at the end, halves away from zero. */
#include "rules/binding-private.h"

static __int128
divide_rounded (__int128 numerator, __int128 divisor)
{
  __int128 half = divisor / 2;
  return numerator >= 0 ? (numerator + half) / divisor : -((-numerator + half) / divisor);
}

/* The points of a quotient. However small a step is, they stay within those that a policy may write: sums cannot
 * overflow. */
static gint64
points_of (__int128 numerator, __int128 divisor)
{
  __int128 points = divide_rounded (numerator, divisor);
  return (gint64) CLAMP (points, -ORIENTA_POINTS_MAX, ORIENTA_POINTS_MAX);
}

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

static gint64
per_points (const OrientaCriterion *criterion, gint64 value)
{
  if (value <= criterion->above)
    return 0;
  gint64 beyond = value - criterion->above;
  if (criterion->whole)
    beyond = floor_to (beyond, criterion->per);
  return points_of ((__int128) beyond * criterion->points, criterion->per);
}

/* The last band reached, or -1. */
static gint
band_of (const OrientaCriterion *criterion, gint64 value)
{
  gint band = -1;
  for (guint i = 0; i < criterion->n_bands; i++)
    if (criterion->strict ? value > criterion->bands[i].from : value >= criterion->bands[i].from)
      band = (gint) i;
  return band;
}

static gint64
linear_points (const OrientaCriterion *criterion, gint64 value)
{
  const OrientaBand *bands = criterion->bands;
  guint last = criterion->n_bands - 1;
  if (value <= bands[0].from)
    return bands[0].points;
  if (value >= bands[last].from)
    return bands[last].points;
  guint i = 0;
  while (value >= bands[i + 1].from)
    i++;
  __int128 width = bands[i + 1].from - bands[i].from;
  return points_of (
      bands[i].points * width + (__int128) (bands[i + 1].points - bands[i].points) * (value - bands[i].from), width);
}

/* Each stretch of units of `per` at its own points: whole millionths of a unit and what is left of the last, apart, so
 * that the sum is exact and fits. */
static gint64
slopes_points (const OrientaCriterion *criterion, gint64 value)
{
  const OrientaBand *bands = criterion->bands;
  gint64 per = criterion->per;
  __int128 reached = (__int128) (criterion->whole ? floor_to (value, per) : value) * ORIENTA_MILLION;
  __int128 sum = 0, rest = 0;
  for (guint i = 0; i < criterion->n_bands && reached > (__int128) bands[i].from * per; i++) {
    __int128 next = i + 1 < criterion->n_bands ? (__int128) bands[i + 1].from * per : reached;
    __int128 stretch = MIN (reached, next) - (__int128) bands[i].from * per;
    sum += stretch / per * bands[i].points;
    rest += stretch % per * bands[i].points;
  }
  sum += rest / per;
  __int128 most = (__int128) ORIENTA_POINTS_MAX * ORIENTA_MILLION * 2; /* beyond it the result is bounded anyway */
  return points_of (CLAMP (sum, -most, most) * per + rest % per, (__int128) per * ORIENTA_MILLION);
}

/* The number that a criterion measures: an attribute, a ratio, a table's cell; unknown for a flag. */
gint64
orienta_binding_measure (const OrientaBinding *self, const OrientaCriterion *criterion, guint household, gint unit)
{
  if (criterion->way == ORIENTA_WAY_TABLE)
    return orienta_binding_lookup (self, criterion->table, household, unit);
  if (criterion->attribute < 0)
    return ORIENTA_UNKNOWN;
  gint64 value = orienta_binding_value (self, (guint) criterion->attribute, household, unit);
  if (criterion->divisor < 0 || value == ORIENTA_UNKNOWN)
    return value;
  gint64 divisor = orienta_binding_value (self, (guint) criterion->divisor, household, unit);
  return divisor == ORIENTA_UNKNOWN || divisor <= 0 ? ORIENTA_UNKNOWN : orienta_number_divide (value, divisor);
}

static gint64
way_points (const OrientaCriterion *criterion, gint64 value)
{
  gint band;
  switch (criterion->way) {
  case ORIENTA_WAY_PER:
    return per_points (criterion, value);
  case ORIENTA_WAY_BANDS:
    band = band_of (criterion, value);
    return band < 0 ? 0 : criterion->bands[band].points;
  case ORIENTA_WAY_LINEAR:
    return linear_points (criterion, value);
  case ORIENTA_WAY_SLOPES:
    return slopes_points (criterion, value);
  case ORIENTA_WAY_TABLE:
    return points_of (value, ORIENTA_MILLION / ORIENTA_THOUSAND);
  default:
    return criterion->points;
  }
}

/* The points of a criterion that is in force; 0 in `points` unless it gives some. */
OrientaGives
orienta_binding_points (const OrientaBinding *self, const OrientaCriterion *criterion, guint household, gint unit,
                        gint64 *points)
{
  *points = 0;
  OrientaTruth applies = orienta_binding_truth (self, criterion->applies, household, unit);
  if (applies == ORIENTA_FALSE)
    return ORIENTA_GIVES_NOT_APPLICABLE;
  OrientaTruth when = orienta_binding_truth (self, criterion->when, household, unit);
  if (when == ORIENTA_FALSE)
    return ORIENTA_GIVES_NOTHING;
  gint64 value = orienta_binding_measure (self, criterion, household, unit);
  if (applies == ORIENTA_MAYBE || when == ORIENTA_MAYBE
      || (value == ORIENTA_UNKNOWN && criterion->way != ORIENTA_WAY_FLAG))
    return ORIENTA_GIVES_UNKNOWN;
  *points = CLAMP (way_points (criterion, value), criterion->min, criterion->max);
  return *points != 0 ? ORIENTA_GIVES : ORIENTA_GIVES_NOTHING;
}
