/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best matching under capacities alone, on bare arrays: exact, in integers, with its proof.
 *
 * *The problem.* Rows want columns; a pair has a value. Choose pairs so that their values add up to as much as
 * possible, each row at most once, each column at most as often as it has places. Rows may stay unmatched, places may
 * stay free.
 *
 * *The proof.* Give each column a price and each row a slack, none below 0, such that slack + price >= value for each
 * pair. Then no matching adds up to more than all slack plus price times places, for each chosen pair takes one row and
 * one place. A matching that reaches this bound is a best one, and whoever holds prices and slack can check it in one
 * pass without trusting how they were found. This is linear programming duality; the solver always ends with such
 * numbers.
 *
 * *The way.* Slots come one by one and each takes the cheapest way to be placed (assign-search.c): the Hungarian method
 * in the shape of Jonker and Volgenant (A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems, Computing 38, 1987), with a queue of integers in buckets after Dial (Algorithm 360, Comm. ACM 12, 1969;
 * assign-queue.c). What matters most is the side. Where places are few, columns bid: each reads the head of its own
 * list, the many rows that stay unmatched are never touched, and what a column could not use is not even listed
 * (assign-floors.c). Where places abound, rows bid. Near balance neither is safe: a search that is slow is set aside
 * and the other begun; then whichever has less left for what it has spent goes on. On measured instances this costs
 * about twice as much as the cheaper side alone, where the dearer one may take thirty times as long. Effort is counted
 * in pairs read, not in seconds, and so is the same on every machine. Cost scaling (Goldberg and Kennedy: An efficient
 * cost scaling algorithm for the assignment problem, Math. Programming 71, 1995) has the better worst case and
 * was many times slower on instances of this kind.
 *
 * *Ties.* Points lie on a coarse grid, and the best matchings are many. Which of them is answered is defined, not
 * found: see orienta_assign() and assign-ties.c. */
#include <orienta/orienta.h>

#include "match/assign-private.h"
#include "base/progress-private.h"

#define WIDEST (G_GINT64_CONSTANT (1) << 61) /* three values in units fit together */
#define TURN 8                               /* times the number of pairs: the effort after which a search is judged */
#define CREDIT 400                           /* as if 4 % were left to do after one turn */

static gboolean
check_row (const OrientaProblem *self, guint row, GError **error)
{
  gint64 first = self->first[row], end = self->first[row + 1];
  if (end < first || (row == 0 && first != 0)) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "row %u: pairs from \"%" G_GINT64_FORMAT "\" to \"%" G_GINT64_FORMAT
                 "\", expected numbers that begin at 0 and never fall",
                 row, first, end);
    return FALSE;
  }
  for (gint64 i = first; i < end; i++)
    if (self->columns[i] >= self->n_columns) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "row %u: column \"%u\", expected one below %u", row,
                   self->columns[i], self->n_columns);
      return FALSE;
    }
  return TRUE;
}

/* Whether the arrays are what they should be. Nothing else may read them before. */
gboolean
orienta_problem_check (const OrientaProblem *self, GError **error)
{
  if (self->n_columns > G_MAXINT32) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "\"%u\" columns, expected at most %d", self->n_columns,
                 G_MAXINT32);
    return FALSE;
  }
  for (guint row = 0; row < self->n_rows; row++)
    if (!check_row (self, row, error))
      return FALSE;
  if (self->first[self->n_rows] >= ORIENTA_NOBODY) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "\"%" G_GINT64_FORMAT "\" pairs, expected fewer than %u",
                 self->first[self->n_rows], ORIENTA_NOBODY);
    return FALSE;
  }
  return TRUE;
}

/* No more than this can be chosen in all: the best pair of each row, or the best of all on each place. */
static __int128
bound_total (const OrientaProblem *problem, const OrientaScale *scale)
{
  __int128 by_rows = 0, places = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    gint64 best = 0;
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      best = MAX (best, problem->values[i]);
    by_rows += best;
  }
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  return MIN (by_rows, places * scale->largest);
}

static gboolean
check_sizes (const OrientaProblem *problem, const OrientaScale *scale, GError **error)
{
  if (bound_total (problem, scale) > G_MAXINT64) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "values up to \"%" G_GINT64_FORMAT "\" may add up to more than %" G_GINT64_FORMAT
                 ", expected smaller ones",
                 scale->largest, G_MAXINT64);
    return FALSE;
  }
  if (scale->largest / scale->unit > WIDEST) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "value \"%" G_GINT64_FORMAT "\", expected at most %" G_GINT64_FORMAT
                 " times the greatest common divisor of all",
                 scale->largest, WIDEST);
    return FALSE;
  }
  return TRUE;
}

/* Whether there are more rows with a pair than places. */
static gboolean
is_scarce (const OrientaProblem *problem)
{
  guint64 places = 0, rows = 0;
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  for (guint row = 0; row < problem->n_rows; row++)
    rows += problem->first[row] < problem->first[row + 1];
  return places <= rows;
}

/* How little a side promises: what it has spent, times what it has left. A side not begun is given credit. */
static guint64
reluctance (OrientaSearch *search, guint64 n_turns)
{
  return search ? n_turns * orienta_search_get_left (search) : CREDIT;
}

/* Searches from the scarce side, and from the other too when that is slow; FALSE when cancelled. */
static gboolean
solve (const OrientaProblem *problem, const OrientaScale *scale, const gint64 *floors, OrientaAssignment *result,
       OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaSearch) near = NULL, far = NULL;
  gboolean scarce = is_scarce (problem);
  guint64 effort = TURN * (guint64) (problem->first[problem->n_rows] + problem->n_rows);
  guint64 n_near = 0, n_far = 0;
  for (;;) {
    gboolean nearer = n_near == 0 || reluctance (near, n_near) <= reluctance (far, n_far);
    OrientaSearch **search = nearer ? &near : &far;
    if (!*search)
      *search = orienta_search_new (problem, scale, scarce == nearer, floors);
    if (!orienta_search_run (*search, effort, progress, error))
      return FALSE;
    if (orienta_search_get_left (*search) == 0) {
      orienta_search_read (*search, result);
      return TRUE;
    }
    *(nearer ? &n_near : &n_far) += 1;
  }
}

/* The same above guessed floors; again without them where they prove too high. */
static gboolean
solve_above_floors (const OrientaProblem *problem, const OrientaScale *scale, OrientaAssignment *result,
                    OrientaProgress *progress, GError **error)
{
  g_autofree gint64 *floors = orienta_floors_new (problem);
  gboolean guessed = orienta_floors_guess (floors, problem, scale);
  if (!solve (problem, scale, floors, result, progress, error))
    return FALSE;
  if (!guessed || orienta_floors_hold (floors, problem, result))
    return TRUE;
  g_autofree gint64 *plain = orienta_floors_new (problem);
  return solve (problem, scale, plain, result, progress, error);
}

static gboolean
has_closed_columns (const OrientaProblem *problem)
{
  for (guint column = 0; column < problem->n_columns; column++)
    if (problem->capacities[column] == 0)
      return TRUE;
  return FALSE;
}

/* Nobody could pay for a place where there is none; the price says what the first one would be worth. */
static void
price_closed_columns (const OrientaProblem *problem, OrientaAssignment *result)
{
  for (guint row = 0; row < problem->n_rows; row++)
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
      guint32 column = problem->columns[i];
      if (problem->capacities[column] == 0)
        result->prices[column] = MAX (result->prices[column], problem->values[i] - result->slack[row]);
    }
}

/* Of a pair that is given twice the better counts. */
static void
read_values (const OrientaProblem *problem, OrientaAssignment *result)
{
  for (guint row = 0; row < problem->n_rows; row++) {
    gint32 column = result->columns[row];
    if (column < 0)
      continue;
    gint64 value = 0;
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->columns[i] == (guint32) column)
        value = MAX (value, problem->values[i]);
    result->values[row] = value;
    result->total += value;
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

/**
 * orienta_assign:
 * @first: (array): n_rows + 1 numbers: where each row's pairs begin, then how many pairs there are
 * @columns: (array): the column of each pair, in any order
 * @values: (array): the value of each pair
 * @capacities: (array): how many rows each column takes; 0 closes it
 * @progress: (nullable): stages "matching" and "settling ties"; cancels
 *
 * The matching whose values add up to the most. Only the pairs that are given may be chosen; pairs of negative value
 * never are; of a pair given twice the better counts.
 *
 * Where several matchings add up to the same, the one that serves more rows is taken; among these, the one that serves
 * row 0 if any does, then row 1 if any of those left does, and so on. Which rows are served follows from the pairs
 * alone. Which column each of them has is the same on every machine, whatever the order of the pairs of a row.
 *
 * Values may be of any sign and width as long as their sum cannot pass G_MAXINT64 and none is more than 2^61 times the
 * greatest common divisor of all.
 *
 * Complexity: for n rows, m columns and p pairs, one shortest path in p for each place or each row, whichever are
 * fewer; on eligible pairs of households and homes about the time of sorting them. Memory: 8 bytes a pair, 16 near
 * balance.
 *
 * Returns: (transfer full): the assignment; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together,
 *   ORIENTA_ERROR_LIMIT, ORIENTA_ERROR_CANCELLED
 */
OrientaAssignment *
orienta_assign (guint n_rows, guint n_columns, const gint64 *first, const guint32 *columns, const gint64 *values,
                const guint32 *capacities, OrientaProgress *progress, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (first || n_rows == 0, NULL);
  g_return_val_if_fail (capacities || n_columns == 0, NULL);
  OrientaProblem problem = { n_rows, n_columns, first ? first : &none, columns, values, capacities };
  g_return_val_if_fail ((columns && values) || problem.first[n_rows] <= 0, NULL);
  if (!orienta_problem_check (&problem, error))
    return NULL;
  g_autoptr (OrientaScale) scale = orienta_scale_new (&problem);
  if (!check_sizes (&problem, scale, error))
    return NULL;
  g_autoptr (OrientaAssignment) result = orienta_assignment_new_empty (n_rows, n_columns);
  if (!solve_above_floors (&problem, scale, result, progress, error)
      || !orienta_ties_settle (&problem, result, progress, error))
    return NULL;
  if (has_closed_columns (&problem))
    price_closed_columns (&problem, result);
  read_values (&problem, result);
  read_cutoffs (&problem, result);
  return g_steal_pointer (&result);
}
