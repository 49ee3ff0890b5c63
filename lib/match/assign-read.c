/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What follows from a matching and its duals: the values chosen, their totals, cut-offs, and what a place of a closed
 * column would be worth. */
#include "match/assign-private.h"

static gboolean
has_closed_columns (const OrientaProblem *problem)
{
  for (guint column = 0; column < problem->n_columns; column++)
    if (problem->capacities[column] == 0)
      return TRUE;
  return FALSE;
}

/* Raises the price of the pair's column to what the row could pay for it. */
static void
raise_price (const OrientaProblem *problem, guint row, gint64 pair, OrientaAssignment *result)
{
  gint64 *price = result->prices + problem->columns[pair];
  const gint64 *slack = result->slack + row;
  __int128 more = 0;
  for (guint level = 0; more == 0 && level < problem->n_levels; level++)
    more = (__int128) orienta_problem_value (problem, level, pair) - slack[(gsize) level * problem->n_rows]
           - price[(gsize) level * problem->n_columns];
  for (guint level = 0; more > 0 && level < problem->n_levels; level++)
    price[(gsize) level * problem->n_columns] =
        orienta_problem_value (problem, level, pair) - slack[(gsize) level * problem->n_rows];
}

/* Nobody could pay for a place where there is none; the price says what the first one would be worth. */
static void
price_closed_columns (const OrientaProblem *problem, OrientaAssignment *result)
{
  for (guint row = 0; row < problem->n_rows; row++)
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->capacities[problem->columns[i]] == 0 && orienta_problem_allows (problem, i))
        raise_price (problem, row, i, result);
}

/* The pair that is chosen is tight at each level. */
static void
read_values (OrientaAssignment *result)
{
  for (guint row = 0; row < result->n_rows; row++) {
    gint32 column = result->columns[row];
    if (column < 0)
      continue;
    for (guint level = 0; level < result->n_levels; level++) {
      gsize of_row = (gsize) level * result->n_rows + row;
      result->values[of_row] =
          result->slack[of_row] + result->prices[(gsize) level * result->n_columns + (guint) column];
      result->totals[level] += result->values[of_row];
    }
    result->n_pairs++;
  }
}

static void
read_cutoffs (const OrientaProblem *problem, OrientaAssignment *result)
{
  g_autofree guint32 *left = g_memdup2 (problem->capacities, problem->n_columns * sizeof (guint32));
  for (guint column = 0; column < problem->n_columns; column++)
    result->cutoffs[column] = G_MAXINT64;
  for (guint row = 0; row < problem->n_rows; row++) {
    gint32 column = result->columns[row];
    if (column < 0)
      continue;
    left[column]--;
    result->cutoffs[column] = MIN (result->cutoffs[column], result->values[row]);
  }
  for (guint column = 0; column < problem->n_columns; column++)
    if (problem->capacities[column] > 0 && left[column] > 0)
      result->cutoffs[column] = 0;
}

/* Fills in what matching and duals say. */
void
orienta_problem_read (const OrientaProblem *problem, OrientaAssignment *result)
{
  if (has_closed_columns (problem))
    price_closed_columns (problem, result);
  read_values (result);
  read_cutoffs (problem, result);
}
