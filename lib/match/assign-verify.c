/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Is this matching allowed, does it add up, is it the best? Each in one pass over the pairs, by the definitions alone;
 * nothing of the solver is used. The proof is weak duality: with prices of 0 or more, no row can get more than its best
 * value less price, and no column more than its price for each place, so that no matching adds up to more than all that
 * together. */
#include <orienta/orienta.h>

#include "match/assign-private.h"

#define NUMBER "\"%" G_GINT64_FORMAT "\""

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  if (error)
    *error = g_error_new_valist (ORIENTA_ERROR, ORIENTA_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
check_arrays (const OrientaProblem *problem, GError **error)
{
  if (problem->first[0] != 0)
    return fail (error, "row 0: pairs from " NUMBER ", expected 0", problem->first[0]);
  for (guint row = 0; row < problem->n_rows; row++) {
    if (problem->first[row + 1] < problem->first[row])
      return fail (error, "row %u: pairs to " NUMBER ", expected at least %" G_GINT64_FORMAT, row,
                   problem->first[row + 1], problem->first[row]);
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->columns[i] >= problem->n_columns)
        return fail (error, "row %u: column \"%u\", expected one below %u", row, problem->columns[i],
                     problem->n_columns);
  }
  return TRUE;
}

/* The value of the row's pair is added to the sum. */
static gboolean
check_pair (const OrientaAssignment *self, guint row, const OrientaProblem *problem, __int128 *sum, GError **error)
{
  gint32 column = self->columns[row];
  gint64 value = G_MININT64;
  gboolean listed = FALSE;
  if (column < 0)
    return column == -1 || fail (error, "row %u: column \"%d\", expected -1 or more", row, column);
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
    if (problem->columns[i] == (guint32) column) {
      listed = TRUE;
      value = MAX (value, problem->values[i]);
    }
  if (!listed)
    return fail (error, "row %u: column \"%d\", expected one of its pairs", row, column);
  if (self->values && self->values[row] != value)
    return fail (error, "row %u: value " NUMBER ", expected %" G_GINT64_FORMAT, row, self->values[row], value);
  *sum += value;
  return TRUE;
}

static gboolean
check_total (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  __int128 sum = 0;
  for (guint row = 0; row < self->n_rows; row++)
    if (!check_pair (self, row, problem, &sum, error))
      return FALSE;
  if (sum > G_MAXINT64 || sum < G_MININT64)
    return fail (error, "total " NUMBER ", expected one that fits 64 bits", self->totals[0]);
  return sum == self->totals[0]
         || fail (error, "total " NUMBER ", expected %" G_GINT64_FORMAT, self->totals[0], (gint64) sum);
}

static gboolean
check_columns (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  g_autofree guint32 *taken = g_new0 (guint32, self->n_columns);
  for (guint row = 0; row < self->n_rows; row++)
    if (self->columns[row] >= 0)
      taken[self->columns[row]]++;
  for (guint column = 0; column < self->n_columns; column++) {
    guint32 capacity = problem->capacities[column];
    gint64 price = self->prices[column];
    if (taken[column] > capacity)
      return fail (error, "column %u: \"%u\" rows, expected at most %u", column, taken[column], capacity);
    if (price < 0)
      return fail (error, "column %u: price " NUMBER ", expected 0 or more", column, price);
    if (price > 0 && taken[column] < capacity)
      return fail (error, "column %u: price " NUMBER ", expected 0 while a place is free", column, price);
  }
  return TRUE;
}

/* No matching can add up to more than the sum of all prices and the best that each row could keep after paying one. */
static gboolean
check_bound (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  __int128 bound = 0;
  for (guint column = 0; column < self->n_columns; column++)
    bound += (__int128) self->prices[column] * problem->capacities[column];
  for (guint row = 0; row < self->n_rows; row++) {
    __int128 kept = 0;
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      kept = MAX (kept, (__int128) problem->values[i] - self->prices[problem->columns[i]]);
    if (self->slack && self->slack[row] != kept)
      return fail (error, "row %u: slack " NUMBER ", expected %" G_GINT64_FORMAT, row, self->slack[row], (gint64) kept);
    bound += kept;
  }
  if (bound == self->totals[0])
    return TRUE;
  if (bound > G_MAXINT64)
    return fail (error, "total " NUMBER ", not proven: the prices allow more than 64 bits hold", self->totals[0]);
  return fail (error, "total " NUMBER ", not proven: the prices allow up to %" G_GINT64_FORMAT, self->totals[0],
               (gint64) bound);
}

/**
 * orienta_assignment_verify:
 * @first: (array): with @columns, @values and @capacities as for orienta_assign()
 *
 * Checks that only given pairs are chosen and no column is overfull, that the total is right, and that no matching has
 * a higher one. Works for any matching, given the prices of a best one; those of orienta_assign() prove each of the
 * best matchings, however it was found.
 *
 * Complexity: two passes over the pairs.
 *
 * Returns: whether all that holds; FALSE with ORIENTA_ERROR_INVALID and the first thing that does not
 */
gboolean
orienta_assignment_verify (const OrientaAssignment *self, const gint64 *first, const guint32 *columns,
                           const gint64 *values, const guint32 *capacities, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (self != NULL && (first || self->n_rows == 0), FALSE);
  g_return_val_if_fail (capacities || self->n_columns == 0, FALSE);
  OrientaProblem problem = {
    self->n_rows, self->n_columns, first ? first : &none, columns, values, capacities, 1,
  };
  return check_arrays (&problem, error) && check_total (self, &problem, error) && check_columns (self, &problem, error)
         && check_bound (self, &problem, error);
}
