/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How far from the truth a mean or a chance may be that so many replications say. Additions, multiplications, divisions
 * and square roots alone, in a fixed order: the same bytes on every machine. */

typedef struct {
  guint n;
  double mean, low, high; /* NaN: not known */
} OrientaInterval;

double          orienta_student_quantile (guint freedom, double confidence); /* two-sided */
OrientaInterval orienta_interval_of_mean (guint n, const double *values, double confidence);
double          orienta_chance_low       (guint successes, guint n, double confidence);
double          orienta_chance_high      (guint successes, guint n, double confidence);
guint           orienta_median_rank      (guint n, double confidence); /* from each end; 0: too few */
