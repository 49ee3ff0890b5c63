/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/assign-private.h"
#include "match/program-private.h"

static void
limit_rows (OrientaProgram *self, const OrientaProblem *problem, const guint32 *numbers)
{
  for (guint row = 0; row < problem->n_rows; row++) {
    gint64 first = problem->first[row];
    orienta_program_add_limit (self, NULL, (guint) (problem->first[row + 1] - first), numbers + first, NULL, G_MININT64,
                               1);
  }
}

/* The pairs are sorted by column in one pass that counts and one that places. */
static void
limit_columns (OrientaProgram *self, const OrientaProblem *problem)
{
  g_autofree guint32 *ends = g_new0 (guint32, (gsize) problem->n_columns + 1);
  g_autofree guint32 *sorted = g_new (guint32, (gsize) self->n_variables + 1);
  for (guint pair = 0; pair < self->n_variables; pair++)
    ends[problem->columns[pair] + 1]++;
  for (guint column = 0; column < problem->n_columns; column++)
    ends[column + 1] += ends[column];
  for (guint pair = 0; pair < self->n_variables; pair++)
    sorted[ends[problem->columns[pair]]++] = pair;
  for (guint column = 0, first = 0; column < problem->n_columns; first = ends[column++])
    orienta_program_add_limit (self, NULL, ends[column] - first, sorted + first, NULL, G_MININT64,
                               problem->capacities[column]);
}

static void
close_negative (OrientaProgram *self, const OrientaProblem *problem, guint32 *numbers)
{
  gint64 *values = g_ptr_array_index (self->levels, 0);
  guint n = 0;
  for (guint pair = 0; pair < self->n_variables; pair++) {
    values[pair] = MAX (problem->values[pair], 0);
    if (problem->values[pair] < 0)
      numbers[n++] = pair;
  }
  if (n > 0)
    orienta_program_add_limit (self, NULL, n, numbers, NULL, G_MININT64, 0);
}

/**
 * orienta_program_new_assign:
 * @first: (array): with @columns, @values and @capacities as for orienta_assign()
 *
 * The program of a matching, for limits to be added to it. Its variables are the pairs, 0 to first[n_rows] - 1; a pair
 * given twice is two variables. It has one level, the values, and structural limits: limit r takes row r at most once,
 * limit n_rows + c takes column c at most as often as it has places. Pairs of negative value are never chosen, and
 * nothing is said of which best matching is taken. Free with orienta_program_unref().
 *
 * Returns: (transfer full): the program; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together,
 *   ORIENTA_ERROR_LIMIT
 */
OrientaProgram *
orienta_program_new_assign (guint n_rows, guint n_columns, const gint64 *first, const guint32 *columns,
                            const gint64 *values, const guint32 *capacities, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (first || n_rows == 0, NULL);
  g_return_val_if_fail (capacities || n_columns == 0, NULL);
  OrientaProblem problem = { n_rows, n_columns, first ? first : &none, columns, values, capacities, 1, NULL, NULL };
  g_return_val_if_fail ((columns && values) || problem.first[n_rows] <= 0, NULL);
  if (!orienta_problem_check (&problem, error))
    return NULL;
  gint64 n = problem.first[n_rows]; /* 32 bits number them: it was checked */
  OrientaProgram *self = orienta_program_new ((guint) n, 1, error);
  if (!self)
    return NULL;
  g_autofree guint32 *numbers = g_new (guint32, (gsize) n + 1);
  for (guint pair = 0; pair < self->n_variables; pair++)
    numbers[pair] = pair;
  limit_rows (self, &problem, numbers);
  limit_columns (self, &problem);
  close_negative (self, &problem, numbers);
  return self;
}
