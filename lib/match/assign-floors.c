/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A column whose price ends at some height never needed a pair of lower value: slack + price >= value holds without it.
 * Where places are few, prices end high, and three pairs in four need not even be put in a list. So guess a floor for
 * each column from a sample of the rows, search above it, and look: if every price ended at its floor or higher, the
 * answer is that of all pairs, and its proof too. If not, the search is made again with all pairs. */
#include "match/assign-private.h"

#define STEPS 32  /* heights at which a column is sampled */
#define SAMPLE 8  /* one row in so many */
#define MOST 0.45 /* places for each row; above, floors are too low to be of use */

/* By column and step: sampled pairs. Columns that are none are passed over: they are told of later. */
static guint16 *
count_pairs (const OrientaProblem *problem, guint shift)
{
  guint16 *counts = g_new0 (guint16, (gsize) problem->n_columns * STEPS);
  for (guint row = 0; row < problem->n_rows; row += MIN (SAMPLE, problem->n_rows - row))
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
      gint64 step = problem->values[i] >> shift;
      if (step < 0 || problem->columns[i] >= problem->n_columns)
        continue;
      guint16 *count = &counts[(gsize) problem->columns[i] * STEPS + (gsize) MIN (step, STEPS - 1)];
      *count += *count < G_MAXUINT16;
    }
  return counts;
}

/* The lowest step above which no more than `wanted` sampled pairs lie; 0 where that is nearly all. */
static guint
choose_step (const guint16 *counts, double wanted)
{
  double above = 0;
  guint step = STEPS - 1;
  for (; step > 0 && above + counts[step] <= wanted; step--)
    above += counts[step];
  return step > STEPS / 8 ? step : 0;
}

/* The lowest value that each column lists: 0, and nothing for a closed one. Free with g_free(). */
gint64 *
orienta_floors_new (const OrientaProblem *problem)
{
  gint64 *floors = g_new (gint64, problem->n_columns);
  for (guint column = 0; column < problem->n_columns; column++)
    floors[column] = problem->capacities[column] > 0 ? 0 : G_MAXINT64;
  return floors;
}

static double
count_places (const OrientaProblem *problem)
{
  double places = 0;
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  return places;
}

/* Raises floors to a guess; FALSE where that does not pay. It keeps somewhat more pairs than there are places for each
 * row, and a few more for each place. */
gboolean
orienta_floors_guess (gint64 *floors, const OrientaProblem *problem, const OrientaScale *scale)
{
  double share = count_places (problem) / MAX (problem->n_rows, 1);
  if (share > MOST || problem->first[problem->n_rows] / STEPS < problem->n_columns)
    return FALSE;
  guint shift = 0;
  while (scale->largest >> shift >= STEPS)
    shift++;
  g_autofree guint16 *counts = count_pairs (problem, shift);
  for (guint column = 0; column < problem->n_columns; column++) {
    const guint16 *own = counts + (gsize) column * STEPS;
    double all = 0;
    for (guint step = 0; step < STEPS; step++)
      all += own[step];
    double wanted = 1.7 * share * all + (24 + 4.0 * problem->capacities[column]) / SAMPLE;
    if (all > 0 && problem->capacities[column] > 0)
      floors[column] = (gint64) choose_step (own, wanted) << shift;
  }
  return TRUE;
}

/* Whether no pair that was left out could have been of use. */
gboolean
orienta_floors_hold (const gint64 *floors, const OrientaProblem *problem, const OrientaAssignment *result)
{
  for (guint column = 0; column < problem->n_columns; column++)
    if (problem->capacities[column] > 0 && result->prices[column] < floors[column])
      return FALSE;
  return TRUE;
}
