/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/criterion-private.h"

#include <string.h>

static OrientaReach
reach_of_bands (const OrientaCriterion *self)
{
  /* Below the first band there are no points; a straight line is flat there instead. */
  gint64 start = self->way == ORIENTA_WAY_LINEAR ? self->bands[0].points : 0;
  OrientaReach reach = { start, start };
  for (guint i = 0; i < self->n_bands; i++) {
    reach.least = MIN (reach.least, self->bands[i].points);
    reach.most = MAX (reach.most, self->bands[i].points);
  }
  return reach;
}

static OrientaReach
reach_of_slopes (const OrientaCriterion *self)
{
  OrientaReach reach = { 0, 0 };
  for (guint i = 0; i < self->n_bands; i++) {
    if (self->bands[i].points < 0)
      reach.least = G_MININT64;
    if (self->bands[i].points > 0)
      reach.most = G_MAXINT64;
  }
  return reach;
}

/* The cells of every version, for any may be in force. */
static OrientaReach
reach_of_table (const OrientaPolicy *policy, guint table)
{
  OrientaReach reach = { G_MAXINT64, G_MININT64 };
  for (guint t = 0; t < policy->n_tables; t++) {
    const OrientaLookup *lookup = &policy->tables[t];
    if (strcmp (lookup->id, policy->tables[table].id) != 0)
      continue;
    gsize cells = (gsize) lookup->axes[0].n * (lookup->n_axes == 2 ? lookup->axes[1].n : 1);
    for (gsize i = 0; i < cells; i++)
      if (lookup->values[i] != ORIENTA_UNKNOWN) {
        gint64 points = orienta_number_scale (lookup->values[i], ORIENTA_THOUSAND, ORIENTA_MILLION);
        reach.least = MIN (reach.least, points);
        reach.most = MAX (reach.most, points);
      }
    for (guint i = 0; lookup->beyond && i < (lookup->n_axes == 2 ? lookup->axes[0].n : 1); i++) {
      if (lookup->beyond[i] < 0)
        reach.least = G_MININT64;
      if (lookup->beyond[i] > 0)
        reach.most = G_MAXINT64;
    }
  }
  return reach;
}

static OrientaReach
reach_unbounded (const OrientaPolicy *policy, const OrientaCriterion *self)
{
  switch (self->way) {
  case ORIENTA_WAY_FLAG:
    return (OrientaReach){ self->points, self->points };
  case ORIENTA_WAY_PER:
    return (OrientaReach){ self->points < 0 ? G_MININT64 : 0, self->points > 0 ? G_MAXINT64 : 0 };
  case ORIENTA_WAY_SLOPES:
    return reach_of_slopes (self);
  case ORIENTA_WAY_TABLE:
    return reach_of_table (policy, self->table);
  default:
    return reach_of_bands (self);
  }
}

/* The bounds of what a criterion can give; not always reached. */
OrientaReach
orienta_criterion_reach (const OrientaPolicy *policy, const OrientaCriterion *self)
{
  OrientaReach reach = reach_unbounded (policy, self);
  return (OrientaReach){ CLAMP (reach.least, self->min, self->max), CLAMP (reach.most, self->min, self->max) };
}

/* 1 when more of what is measured never gives fewer points, -1 when never more, 0 for neither; a ratio's second number
 * and a table follow no such way. */
gint
orienta_criterion_slope (const OrientaCriterion *self)
{
  gboolean rises = TRUE, falls = TRUE;
  gint64 before = 0;
  switch (self->way) {
  case ORIENTA_WAY_PER:
    return self->points >= 0 ? 1 : -1;
  case ORIENTA_WAY_BANDS:
  case ORIENTA_WAY_LINEAR:
  case ORIENTA_WAY_SLOPES:
    for (guint i = 0; i < self->n_bands; i++) {
      /* Of slopes, the sign counts; of bands, the step from the one before, and of a line not from 0. */
      if (self->way == ORIENTA_WAY_SLOPES || (self->way == ORIENTA_WAY_LINEAR && i == 0))
        before = self->way == ORIENTA_WAY_SLOPES ? 0 : self->bands[i].points;
      rises = rises && self->bands[i].points >= before;
      falls = falls && self->bands[i].points <= before;
      before = self->bands[i].points;
    }
    return rises ? 1 : falls ? -1 : 0;
  default:
    return 0;
  }
}
