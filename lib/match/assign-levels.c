/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The best matching by several levels of values: the highest total of the first; of the matchings that reach it, the
 * highest total of the second; and so on.
 *
 * What a level leaves to the next is known from its duals: the best matchings are exactly those that use only *tight*
 * pairs (slack + price = value), serve every row that has slack and fill every column that has a price. So the next
 * level is a problem of the same kind on the tight pairs alone, where some rows must be served and some columns filled.
 * Each of these earns a bonus, higher than what all values of the level can differ by: to miss one never pays. The
 * matching that serves and fills all of them exists, the one found before, and so it is among these that the best is
 * found. The bonus taken off again, the duals are those of the level, and may be negative where an earlier level has
 * some. Level by level they are one proof: each pair's vector of slack + price is no less than that of its values, by
 * the first number that differs.
 *
 * Nothing is weighed against another: no level is multiplied to stand above the next, and values may be as wide as they
 * are. */
#include <orienta/orienta.h>

#include "base/memory-private.h"
#include "base/progress-private.h"
#include "match/assign-private.h"

typedef struct {
  const OrientaProblem *whole;
  OrientaProblem rest; /* the pairs of use so far; its arrays are those below */
  gint64 *first, *values;
  guint32 *columns, *pairs; /* pairs: which they are of the whole */
  gint64 *served, *filled;  /* by row, by column: 1 where it must be, or 0 */
} Levels;

/* One level of the result, as the solver writes it. The matching is that of all. */
static OrientaAssignment
view_level (const OrientaAssignment *result, guint level)
{
  return (OrientaAssignment){
    .n_rows = result->n_rows,
    .n_columns = result->n_columns,
    .n_levels = 1,
    .columns = result->columns,
    .slack = result->slack + (gsize) level * result->n_rows,
    .prices = result->prices + (gsize) level * result->n_columns,
  };
}

static void
find_tight_pairs (Levels *self, const OrientaAssignment *solved)
{
  const OrientaProblem *whole = self->whole;
  gsize n = 0, room = (gsize) whole->n_rows + 1;
  self->columns = g_new (guint32, room);
  self->pairs = g_new (guint32, room);
  for (guint row = 0; row < whole->n_rows; row++) {
    for (gint64 i = whole->first[row]; i < whole->first[row + 1]; i++) {
      if (!orienta_problem_is_tight (whole, solved, row, i) || !orienta_problem_allows (whole, i))
        continue;
      if (n == room) {
        room *= 2;
        self->columns = g_renew (guint32, self->columns, room);
        self->pairs = g_renew (guint32, self->pairs, room);
      }
      self->columns[n] = whole->columns[i];
      self->pairs[n++] = (guint32) i;
    }
    self->first[row + 1] = (gint64) n;
  }
  self->values = g_new (gint64, n);
}

/* Of the pairs that are left, those that are tight at one more level. */
static void
drop_loose_pairs (Levels *self, const OrientaAssignment *solved)
{
  gint64 n = 0, start = 0;
  for (guint row = 0; row < self->rest.n_rows; row++) {
    gint64 end = self->first[row + 1];
    for (gint64 i = start; i < end; i++) {
      if (!orienta_problem_is_tight (&self->rest, solved, row, i))
        continue;
      self->columns[n] = self->columns[i];
      self->pairs[n++] = self->pairs[i];
    }
    self->first[row + 1] = n;
    start = end;
  }
}

static void
mark_bound (Levels *self, const OrientaAssignment *solved)
{
  for (guint row = 0; row < solved->n_rows; row++)
    self->served[row] |= solved->slack[row] > 0;
  for (guint column = 0; column < solved->n_columns; column++)
    self->filled[column] |= solved->prices[column] > 0;
}

static void
take_bonus_off (const Levels *self, gint64 bonus, OrientaAssignment *solved)
{
  for (guint row = 0; row < solved->n_rows; row++)
    solved->slack[row] -= self->served[row] * bonus;
  for (guint column = 0; column < solved->n_columns; column++)
    solved->prices[column] -= self->filled[column] * bonus;
}

/* The level's values on the pairs that are left, and `bonus` for each end that is bound. */
static void
set_values (Levels *self, guint level, gint64 bonus)
{
  for (guint row = 0; row < self->rest.n_rows; row++)
    for (gint64 i = self->first[row]; i < self->first[row + 1]; i++)
      self->values[i] = orienta_problem_value (self->whole, level, self->pairs[i])
                        + bonus * (self->served[row] + self->filled[self->columns[i]]);
}

/* Whether a level says nothing on the pairs that are left. */
static gboolean
is_silent (const Levels *self, guint level)
{
  for (gint64 i = 0; i < self->first[self->rest.n_rows]; i++)
    if (orienta_problem_value (self->whole, level, self->pairs[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
solve_level (Levels *self, guint level, OrientaAssignment *result, OrientaProgress *progress, GError **error)
{
  if (is_silent (self, level))
    return TRUE;
  gint64 bonus = orienta_problem_get_bonus (self->whole, level);
  OrientaAssignment solved = view_level (result, level);
  set_values (self, level, bonus);
  g_autoptr (OrientaPack) pack = orienta_pack_new (&self->rest, error);
  g_autoptr (OrientaTight) tight = pack ? orienta_problem_solve (&self->rest, pack, &solved, progress, error) : NULL;
  if (!tight)
    return FALSE;
  drop_loose_pairs (self, &solved);
  take_bonus_off (self, bonus, &solved);
  mark_bound (self, &solved);
  return TRUE;
}

/* All pairs that are left are tight. */
static gboolean
settle (Levels *self, OrientaAssignment *result, OrientaProgress *progress, GError **error)
{
  guint n_rows = self->rest.n_rows;
  g_autoptr (OrientaTight) tight = g_new (OrientaTight, 1);
  tight->first = g_new (guint32, (gsize) n_rows + 1);
  for (gsize row = 0; row <= n_rows; row++)
    tight->first[row] = (guint32) self->first[row];
  tight->columns = g_memdup2 (self->columns, tight->first[n_rows] * sizeof (guint32));
  orienta_progress_start (progress, "settling ties", 0);
  return orienta_ties_settle (tight, self->rest.capacities, self->served, result, progress, error);
}

static gboolean
solve_levels (Levels *self, OrientaAssignment *result, OrientaProgress *progress, GError **error)
{
  for (guint level = 1; level < self->whole->n_levels; level++)
    if (!solve_level (self, level, result, progress, error))
      return FALSE;
  return settle (self, result, progress, error);
}

/* Goes on from a best matching of the first level and its duals to one of all levels, and settles ties. FALSE when
 * cancelled. */
static gboolean
refine (const OrientaProblem *problem, OrientaAssignment *result, OrientaProgress *progress, GError **error)
{
  OrientaAssignment solved = view_level (result, 0);
  Levels self = { .whole = problem };
  self.first = g_new0 (gint64, (gsize) problem->n_rows + 1);
  self.served = g_new0 (gint64, problem->n_rows);
  self.filled = g_new0 (gint64, problem->n_columns);
  find_tight_pairs (&self, &solved);
  mark_bound (&self, &solved);
  self.rest = (OrientaProblem){
    problem->n_rows, problem->n_columns, self.first, self.columns, self.values, problem->capacities, 1, NULL, NULL,
  };
  gboolean done = solve_levels (&self, result, progress, error);
  g_free (self.first);
  g_free (self.values);
  g_free (self.columns);
  g_free (self.pairs);
  g_free (self.served);
  g_free (self.filled);
  return done;
}

/* Roughly what the search and its answer take; that there are so many pairs is checked with the arrays. */
static gboolean
check_memory (const OrientaProblem *problem, GError **error)
{
  gsize by_level = 24 * (gsize) problem->n_levels;
  return orienta_memory_check ("rows", problem->n_rows, 64 + by_level, error)
         && orienta_memory_check ("columns", problem->n_columns, 64 + by_level, error)
         && orienta_memory_check ("pairs", (guint64) MAX (problem->first[problem->n_rows], 0), 16, error);
}

/* Where levels that follow each other are. Free with g_free(). */
OrientaLevelValues *
orienta_level_values_new (const gint64 *values, guint n_levels, gint64 n_pairs)
{
  OrientaLevelValues *self = g_new0 (OrientaLevelValues, n_levels);
  for (guint level = 0; level < n_levels && n_pairs > 0; level++)
    self[level].wide = values + (gsize) level * (gsize) n_pairs;
  return self;
}

/* orienta_assign_levels(), of values wherever they are. */
OrientaAssignment *
orienta_problem_assign (const OrientaProblem *problem, OrientaProgress *progress, GError **error)
{
  if (!check_memory (problem, error))
    return NULL;
  g_autoptr (OrientaPack) pack = orienta_pack_new (problem, error);
  if (!pack || !orienta_problem_check_sizes (problem, pack->scale, error)
      || !orienta_problem_check_levels (problem, error))
    return NULL;
  g_autoptr (OrientaAssignment) result =
      orienta_assignment_new_empty (problem->n_rows, problem->n_columns, problem->n_levels);
  g_autoptr (OrientaTight) tight = orienta_problem_solve (problem, pack, result, progress, error);
  if (!tight)
    return NULL;
  if (problem->n_levels == 1)
    orienta_progress_start (progress, "settling ties", 0);
  gboolean done = problem->n_levels > 1
                      ? refine (problem, result, progress, error)
                      : orienta_ties_settle (tight, problem->capacities, result->slack, result, progress, error);
  if (!done)
    return NULL;
  orienta_problem_read (problem, result);
  return g_steal_pointer (&result);
}

/**
 * orienta_assign_levels:
 * @first: (array): n_rows + 1 numbers: where each row's pairs begin, then how many pairs there are
 * @columns: (array): the column of each pair, in any order
 * @n_levels: 1 or more
 * @values: (array): the value of each pair at the first level, then of each pair at the second, and so on
 * @capacities: (array): how many rows each column takes; 0 closes it
 * @progress: (nullable): for each level the stage "matching", then "settling ties"; cancels
 *
 * The matching whose values at the first level add up to the most; among those that reach as much, the one whose values
 * at the second do; and so on. After the last level, ties are settled as orienta_assign() does, which this is for one
 * level. A level of ones asks for as many rows as possible at its place.
 *
 * Only pairs that are given may be chosen, and only those whose first value that is not 0 is positive: a pair that
 * gains at one level may lose at later ones. Of a pair given twice the one that gains at the first level that differs
 * counts.
 *
 * At the first level values may be as wide as for orienta_assign(). At each later one, without their signs and of pairs
 * that may be chosen, the widest of each row or the widest of all on each place, whichever is less, may add up to 2^58
 * at most: 288 million points, in thousandths, for each of a million rows.
 *
 * Complexity: as orienta_assign() for the first level; each later one reads only the pairs that best matchings may
 * still use, and nothing where it tells none of them apart. Memory: 16 bytes for each of these more.
 *
 * Returns: (transfer full): the assignment; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together,
 *   ORIENTA_ERROR_LIMIT, ORIENTA_ERROR_CANCELLED
 */
OrientaAssignment *
orienta_assign_levels (guint n_rows, guint n_columns, const gint64 *first, const guint32 *columns, guint n_levels,
                       const gint64 *values, const guint32 *capacities, OrientaProgress *progress, GError **error)
{
  static const gint64 none = 0;
  g_return_val_if_fail (n_levels > 0, NULL);
  g_return_val_if_fail (first || n_rows == 0, NULL);
  g_return_val_if_fail (capacities || n_columns == 0, NULL);
  const gint64 *begin = first ? first : &none;
  g_return_val_if_fail ((columns && values) || begin[n_rows] <= 0, NULL);
  g_autofree OrientaLevelValues *levels = orienta_level_values_new (values, n_levels, begin[n_rows]);
  OrientaProblem problem = { n_rows, n_columns, begin, columns, values, capacities, n_levels, levels, NULL };
  return orienta_problem_assign (&problem, progress, error);
}
