/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Is this matching allowed, does it add up, is it the best? Each in one pass over the pairs, by the definitions alone;
 * nothing of the solver is used. The proof is weak duality: with prices of 0 or more, no row can get more than its best
 * value less price, and no column more than its price for each place, so that no matching adds up to more than all that
 * together. With several levels the same is said of vectors, where the first number that differs decides. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "match/assign-private.h"

#define NUMBER "\"%" G_GINT64_FORMAT "\""

static gboolean
check_row (const OrientaProblem *problem, guint row, GError **error)
{
  if (problem->first[row + 1] < problem->first[row])
    return orienta_fail (error, "row %u: pairs to " NUMBER ", expected at least %" G_GINT64_FORMAT, row,
                         problem->first[row + 1], problem->first[row]);
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
    if (problem->columns[i] >= problem->n_columns)
      return orienta_fail (error, "row %u: column \"%u\", expected one below %u", row, problem->columns[i],
                           problem->n_columns);
  return TRUE;
}

static gboolean
check_start (const OrientaProblem *problem, GError **error)
{
  return problem->first[0] == 0 || orienta_fail (error, "row 0: pairs from " NUMBER ", expected 0", problem->first[0]);
}

static gboolean
check_arrays (const OrientaProblem *problem, GError **error)
{
  for (guint row = 0; row < problem->n_rows; row++)
    if (!check_row (problem, row, error))
      return FALSE;
  return TRUE;
}

/* Follows a number in a message; of one level there is nothing to say. Free with g_free(). */
static char *
name_level (guint level)
{
  return level > 0 ? g_strdup_printf (" at level %u", level) : g_strdup ("");
}

static gint64
value_of (const OrientaProblem *problem, gint64 pair, guint level)
{
  if (level == 0)
    return problem->values[pair];
  const gint64 *wide = problem->levels[level].wide;
  return wide ? wide[pair] : problem->marks[pair] >> problem->levels[level].bit & 1;
}

static gint64
price_of (const OrientaAssignment *self, guint column, guint level)
{
  return self->prices[(gsize) level * self->n_columns + column];
}

/* The row's pair to its column; of several the one of the highest values, the first level that differs deciding. -1
 * where there is none. */
static gint64
find_pair (const OrientaAssignment *self, guint row, const OrientaProblem *problem)
{
  gint64 found = -1;
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    if (problem->columns[i] != (guint32) self->columns[row])
      continue;
    guint level = 0;
    while (found >= 0 && level + 1 < problem->n_levels
           && value_of (problem, i, level) == value_of (problem, found, level))
      level++;
    if (found < 0 || value_of (problem, i, level) > value_of (problem, found, level))
      found = i;
  }
  return found;
}

/* The values of the row's pair are added to the sums. */
static gboolean
check_pair (const OrientaAssignment *self, guint row, const OrientaProblem *problem, __int128 *sums, GError **error)
{
  gint32 column = self->columns[row];
  if (column < 0)
    return column == -1 || orienta_fail (error, "row %u: column \"%d\", expected -1 or more", row, column);
  gint64 pair = find_pair (self, row, problem);
  if (pair < 0)
    return orienta_fail (error, "row %u: column \"%d\", expected one of its pairs", row, column);
  for (guint level = 0; level < problem->n_levels; level++) {
    gint64 value = value_of (problem, pair, level);
    gint64 said = self->values ? self->values[(gsize) level * self->n_rows + row] : value;
    g_autofree char *where = said != value ? name_level (level) : NULL;
    if (said != value)
      return orienta_fail (error, "row %u: value " NUMBER "%s, expected %" G_GINT64_FORMAT, row, said, where, value);
    sums[level] += value;
  }
  return TRUE;
}

static gboolean
check_total (const OrientaAssignment *self, guint level, __int128 sum, GError **error)
{
  gint64 total = self->totals[level];
  if (sum == total)
    return TRUE;
  g_autofree char *where = name_level (level);
  if (sum > G_MAXINT64 || sum < G_MININT64)
    return orienta_fail (error, "total " NUMBER "%s, expected one that fits 64 bits", total, where);
  return orienta_fail (error, "total " NUMBER "%s, expected %" G_GINT64_FORMAT, total, where, (gint64) sum);
}

static gboolean
check_totals (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  g_autofree __int128 *sums = g_new0 (__int128, problem->n_levels);
  for (guint row = 0; row < self->n_rows; row++)
    if (!check_pair (self, row, problem, sums, error))
      return FALSE;
  for (guint level = 0; level < problem->n_levels; level++)
    if (!check_total (self, level, sums[level], error))
      return FALSE;
  return TRUE;
}

/* A column's price is 0, or its first number that is not is positive, and no place is left then. */
static gboolean
check_price (const OrientaAssignment *self, guint column, guint n_levels, gboolean full, GError **error)
{
  guint level = 0;
  while (level + 1 < n_levels && price_of (self, column, level) == 0)
    level++;
  gint64 price = price_of (self, column, level);
  if (price == 0 || (price > 0 && full))
    return TRUE;
  g_autofree char *where = name_level (level);
  return orienta_fail (error, "column %u: price " NUMBER "%s, expected 0 %s", column, price, where,
                       price < 0 ? "or more" : "while a place is free");
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
    if (taken[column] > capacity)
      return orienta_fail (error, "column %u: \"%u\" rows, expected at most %u", column, taken[column], capacity);
    if (!check_price (self, column, problem->n_levels, taken[column] == capacity, error))
      return FALSE;
  }
  return TRUE;
}

/* What a pair leaves at a level after its price. */
static __int128
left_of (const OrientaProblem *problem, const gint64 *prices, gint64 pair, guint level)
{
  return (__int128) value_of (problem, pair, level)
         - prices[(gsize) level * problem->n_columns + problem->columns[pair]];
}

/* Whether a pair that leaves as much as `kept` at the first level leaves more at the first later one that differs. */
static gboolean
leaves_more (const OrientaProblem *problem, const gint64 *prices, gint64 pair, const __int128 *kept)
{
  __int128 more = 0;
  for (guint level = 1; more == 0 && level < problem->n_levels; level++)
    more = left_of (problem, prices, pair, level) - kept[level];
  return more > 0;
}

/* The best that a row could keep after paying a price, by level: nothing, or what one of its pairs leaves. */
void
orienta_problem_find_kept (const OrientaProblem *problem, const gint64 *prices, guint row, __int128 *kept)
{
  __int128 most = 0;
  for (guint level = 0; level < problem->n_levels; level++)
    kept[level] = 0;
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    __int128 left = (__int128) problem->values[i] - prices[problem->columns[i]];
    if (left < most || (left == most && !leaves_more (problem, prices, i, kept)))
      continue;
    most = left;
    for (guint level = 1; level < problem->n_levels; level++)
      kept[level] = left_of (problem, prices, i, level);
  }
  kept[0] = most;
}

static gboolean
check_slack (const OrientaAssignment *self, guint row, guint n_levels, const __int128 *kept, GError **error)
{
  for (guint level = 0; self->slack && level < n_levels; level++) {
    gint64 slack = self->slack[(gsize) level * self->n_rows + row];
    if (slack == kept[level])
      continue;
    g_autofree char *where = name_level (level);
    return orienta_fail (error, "row %u: slack " NUMBER "%s, expected %" G_GINT64_FORMAT, row, slack, where,
                         (gint64) kept[level]);
  }
  return TRUE;
}

static gboolean
check_reached (const OrientaAssignment *self, guint level, __int128 bound, GError **error)
{
  gint64 total = self->totals[level];
  if (bound == total)
    return TRUE;
  g_autofree char *where = name_level (level);
  if (bound > G_MAXINT64)
    return orienta_fail (error, "total " NUMBER "%s, not proven: the prices allow more than 64 bits hold", total,
                         where);
  return orienta_fail (error, "total " NUMBER "%s, not proven: the prices allow up to %" G_GINT64_FORMAT, total, where,
                       (gint64) bound);
}

/* What all rows together could keep. */
static gboolean
sum_kept (const OrientaAssignment *self, const OrientaProblem *problem, __int128 *sums, GError **error)
{
  guint n_levels = problem->n_levels;
  g_autofree __int128 *kept = g_new (__int128, n_levels);
  for (guint row = 0; row < self->n_rows; row++) {
    orienta_problem_find_kept (problem, self->prices, row, kept);
    if (!check_slack (self, row, n_levels, kept, error))
      return FALSE;
    for (guint level = 0; level < n_levels; level++)
      sums[level] += kept[level];
  }
  return TRUE;
}

/* No matching can add up to more than the sum of all prices and the best that each row could keep after paying one. */
static gboolean
check_bounds (const OrientaAssignment *self, const OrientaProblem *problem, const __int128 *kept, GError **error)
{
  for (guint level = 0; level < problem->n_levels; level++) {
    __int128 bound = kept[level];
    for (guint column = 0; column < self->n_columns; column++)
      bound += (__int128) price_of (self, column, level) * problem->capacities[column];
    if (!check_reached (self, level, bound, error))
      return FALSE;
  }
  return TRUE;
}

/* What one pass over the pairs of one level finds. */
typedef struct {
  __int128 sum, kept; /* of the values chosen, of the best that each row could keep */
  guint wrong;        /* the first row whose slack is something else; ORIENTA_NOBODY: none */
} Pass;

/* Adds the best that the row could keep after paying a price of 0 or more; FALSE where its pairs are not as they should
 * be. */
static inline gboolean
add_kept (const OrientaAssignment *self, guint row, const OrientaProblem *problem, Pass *pass)
{
  guint64 most = 0;
  if (problem->first[row + 1] < problem->first[row])
    return FALSE;
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    if (problem->columns[i] >= problem->n_columns)
      return FALSE;
    gint64 value = problem->values[i], price = self->prices[problem->columns[i]];
    guint64 left = value > price ? (guint64) value - (guint64) price : 0;
    most = MAX (most, left);
  }
  pass->kept += most;
  if (self->slack && (__int128) self->slack[row] != most && pass->wrong == ORIENTA_NOBODY)
    pass->wrong = row;
  return TRUE;
}

/* One level, the usual case: all that concerns the pairs in one pass, without vectors. */
static gboolean
check_plainly (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  Pass pass = { 0, 0, ORIENTA_NOBODY };
  __int128 bound = 0;
  for (guint row = 0; row < problem->n_rows; row++)
    if (!add_kept (self, row, problem, &pass))
      return check_row (problem, row, error);
    else if (self->columns[row] != -1 && !check_pair (self, row, problem, &pass.sum, error))
      return FALSE;
  if (!check_total (self, 0, pass.sum, error) || !check_columns (self, problem, error))
    return FALSE;
  if (pass.wrong != ORIENTA_NOBODY) {
    __int128 kept;
    orienta_problem_find_kept (problem, self->prices, pass.wrong, &kept);
    return check_slack (self, pass.wrong, 1, &kept, error);
  }
  for (guint column = 0; column < self->n_columns; column++)
    bound += (__int128) self->prices[column] * problem->capacities[column];
  return check_reached (self, 0, bound + pass.kept, error);
}

static gboolean
check_all_levels (const OrientaAssignment *self, const OrientaProblem *problem, GError **error)
{
  g_autofree __int128 *kept = g_new0 (__int128, problem->n_levels);
  return check_arrays (problem, error) && check_totals (self, problem, error) && check_columns (self, problem, error)
         && sum_kept (self, problem, kept, error) && check_bounds (self, problem, kept, error);
}

/* orienta_assignment_verify_levels(), of values wherever they are. */
gboolean
orienta_problem_verify (const OrientaProblem *problem, const OrientaAssignment *claim, GError **error)
{
  if (problem->n_levels > claim->n_levels)
    return orienta_fail (error, "\"%u\" levels, expected at most %u", problem->n_levels, claim->n_levels);
  if (!check_start (problem, error))
    return FALSE;
  return problem->n_levels == 1 ? check_plainly (claim, problem, error) : check_all_levels (claim, problem, error);
}

/* The same where somebody has gone through all pairs: `problem` needs no other pairs than those that are claimed, and
 * `kept` is by level the sum of what orienta_problem_find_kept() says of each row with all of its pairs. */
gboolean
orienta_problem_verify_kept (const OrientaProblem *problem, const OrientaAssignment *claim, const __int128 *kept,
                             GError **error)
{
  return check_arrays (problem, error) && check_totals (claim, problem, error) && check_columns (claim, problem, error)
         && check_bounds (claim, problem, kept, error);
}

/**
 * orienta_assignment_verify:
 * @first: (array): with @columns, @values and @capacities as for orienta_assign()
 *
 * Checks that only given pairs are chosen and no column is overfull, that the total is right, and that no matching has
 * a higher one. Works for any matching, given the prices of a best one; those of orienta_assign() prove each of the
 * best matchings, however it was found.
 *
 * Complexity: one pass over the pairs.
 *
 * Returns: whether all that holds; FALSE with ORIENTA_ERROR_INVALID and the first thing that does not
 */
gboolean
orienta_assignment_verify (const OrientaAssignment *self, const gint64 *first, const guint32 *columns,
                           const gint64 *values, const guint32 *capacities, GError **error)
{
  return orienta_assignment_verify_levels (self, first, columns, 1, values, capacities, error);
}

/**
 * orienta_assignment_verify_levels:
 * @first: (array): with @columns, @n_levels, @values and @capacities as for orienta_assign_levels()
 *
 * Checks the same at each level: that the totals are right, and that no matching has a higher one at the first level
 * that differs. Fewer levels than the matching has may be given; then these are checked.
 *
 * Complexity: two passes over the pairs.
 *
 * Returns: whether all that holds; FALSE with ORIENTA_ERROR_INVALID and the first thing that does not
 */
gboolean
orienta_assignment_verify_levels (const OrientaAssignment *self, const gint64 *first, const guint32 *columns,
                                  guint n_levels, const gint64 *values, const guint32 *capacities, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (self != NULL && (first || self->n_rows == 0), FALSE);
  g_return_val_if_fail (n_levels > 0 && (capacities || self->n_columns == 0), FALSE);
  const gint64 *begin = first ? first : &none;
  g_autofree OrientaLevelValues *levels = orienta_level_values_new (values, n_levels, begin[self->n_rows]);
  OrientaProblem problem = {
    self->n_rows, self->n_columns, begin, columns, values, capacities, n_levels, levels, NULL,
  };
  return orienta_problem_verify (&problem, self, error);
}
