/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A column whose price ends at some height never needed a pair of lower value: slack + price >= value holds without it.
 * Where places are few, prices end high, and three pairs in four need not even be put in a list. So guess a floor for
 * each column from a sample of the rows, search above it, and look: if every price ended at its floor or higher, the
 * answer is that of all pairs, and its proof too. If not, the search is made again with all pairs. */
#include "match/assign-private.h"

#define STEPS 32  /* heights at which a column is sampled */
#define RUN 16    /* rows read one after the other */
#define SAMPLE 8  /* one row in so many */
#define MOST 0.45 /* places for each row; above, floors are too low to be of use */

/* Nothing for a closed column, all of 0 and more for the others. Free with orienta_floors_free(). */
OrientaFloors *
orienta_floors_new (const OrientaProblem *problem, const OrientaScale *scale)
{
  OrientaFloors *self = g_new0 (OrientaFloors, 1);
  while (scale->largest >> self->shift >= STEPS)
    self->shift++;
  self->steps = g_new (guint8, problem->n_columns);
  for (guint column = 0; column < problem->n_columns; column++)
    self->steps[column] = problem->capacities[column] > 0 ? 0 : ORIENTA_CLOSED;
  return self;
}

void
orienta_floors_free (OrientaFloors *self)
{
  g_free (self->steps);
  g_free (self);
}

/* Columns that are none are passed over: they are told of later. */
static void
count_row (const OrientaFloors *self, const OrientaProblem *problem, guint row, guint8 *counts)
{
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    gint64 step = problem->values[i] >> self->shift;
    if (step < 0 || problem->columns[i] >= problem->n_columns)
      continue;
    guint8 *count = &counts[(gsize) problem->columns[i] * STEPS + (gsize) MIN (step, STEPS - 1)];
    *count += *count < G_MAXUINT8;
  }
}

/* By column and step: sampled pairs. */
static guint8 *
count_pairs (const OrientaFloors *self, const OrientaProblem *problem)
{
  guint8 *counts = g_new0 (guint8, (gsize) problem->n_columns * STEPS);
  for (gsize start = 0; start < problem->n_rows; start += RUN * SAMPLE)
    for (gsize row = start; row < MIN (start + RUN, problem->n_rows); row++)
      count_row (self, problem, (guint) row, counts);
  return counts;
}

/* The lowest step above which no more than `wanted` sampled pairs lie; 0 where that is nearly all. */
static guint
choose_step (const guint8 *counts, double wanted)
{
  double above = 0;
  guint step = STEPS - 1;
  for (; step > 0 && above + counts[step] <= wanted; step--)
    above += counts[step];
  return step > STEPS / 8 ? step : 0;
}

static double
count_places (const OrientaProblem *problem)
{
  double places = 0;
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  return places;
}

/* Raises floors to a guess, where that pays. It keeps somewhat more pairs than there are places for each row, and a few
 * more for each place. */
void
orienta_floors_guess (OrientaFloors *self, const OrientaProblem *problem)
{
  double share = count_places (problem) / MAX (problem->n_rows, 1);
  if (share > MOST || problem->first[problem->n_rows] / STEPS < problem->n_columns)
    return;
  self->guessed = TRUE;
  g_autofree guint8 *counts = count_pairs (self, problem);
  for (guint column = 0; column < problem->n_columns; column++) {
    const guint8 *own = counts + (gsize) column * STEPS;
    guint all = 0;
    for (guint step = 0; step < STEPS; step++)
      all += own[step];
    double wanted = 1.7 * share * all + (24 + 4.0 * problem->capacities[column]) / SAMPLE;
    if (all > 0 && problem->capacities[column] > 0)
      self->steps[column] = (guint8) choose_step (own, wanted);
  }
}

/* Whether no pair that was left out could have been of use. */
gboolean
orienta_floors_hold (const OrientaFloors *self, const OrientaProblem *problem, const OrientaAssignment *result)
{
  for (guint column = 0; column < problem->n_columns; column++)
    if (problem->capacities[column] > 0 && result->prices[column] < (gint64) self->steps[column] << self->shift)
      return FALSE;
  return TRUE;
}
