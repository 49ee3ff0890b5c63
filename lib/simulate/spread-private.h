/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "simulate/philox-private.h"

/* How a number is spread: what a scenario says of a duration, an income, a size. Quantiles are computed with additions,
 * subtractions, multiplications, divisions and square roots alone, so that they are the same bits on every machine. */

typedef enum {
  ORIENTA_SPREAD_FIXED,       /* a */
  ORIENTA_SPREAD_UNIFORM,     /* from a to b */
  ORIENTA_SPREAD_EXPONENTIAL, /* mean a */
  ORIENTA_SPREAD_WEIBULL,     /* scale a, shape b */
  ORIENTA_SPREAD_LOGNORMAL,   /* median a, sigma b of the logarithm */
  ORIENTA_SPREAD_STEPS,       /* of points: cumulated chances and values, linear between them */
  ORIENTA_SPREAD_NEVER,       /* no end */
} OrientaSpreadKind;

typedef struct {
  OrientaSpreadKind kind;
  double a, b;
  guint n_steps;
  double *chances, *values;
} OrientaSpread;

double orienta_spread_quantile (const OrientaSpread *self, double p); /* p in [0, 1); infinity: never */
void   orienta_spread_clear    (OrientaSpread *self);

double orienta_portable_log (double x);
double orienta_portable_exp (double x);
