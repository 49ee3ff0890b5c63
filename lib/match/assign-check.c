/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether the solver may read the arrays, and whether what it reckons with them fits 64 bits. */
#include <orienta/orienta.h>

#include "match/assign-private.h"

#define HIGHEST (G_GINT64_CONSTANT (1) << 58) /* of a sum after the first level: seven are less than ORIENTA_WIDEST */

/* What a level's values can add up to, counted without sign. */
typedef struct {
  __int128 sum;
  guint64 largest;
} Reach;

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

/* So few pairs that 32 bits number them, with what stands between two lists. */
static gint64
most_pairs (const OrientaProblem *self)
{
  return (gint64) ORIENTA_NOBODY - 16 * (gint64) MAX (self->n_rows, self->n_columns);
}

/* Whether the rows' pairs follow each other, few enough. */
gboolean
orienta_problem_rows_fit (const OrientaProblem *self)
{
  if (self->n_columns > G_MAXINT32 || self->first[0] != 0)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    if (self->first[row + 1] < self->first[row])
      return FALSE;
  return self->first[self->n_rows] < most_pairs (self);
}

/* Whether the arrays are what they should be. Nothing may take a column from them before. */
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
  if (self->first[self->n_rows] >= most_pairs (self)) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "\"%" G_GINT64_FORMAT "\" pairs, expected fewer than %" G_GINT64_FORMAT, self->first[self->n_rows],
                 most_pairs (self));
    return FALSE;
  }
  return TRUE;
}

/* No more than this can be chosen in all: the best pair of each row, or the best of all on each place. */
static __int128
bound_total (const OrientaProblem *problem, const OrientaScale *scale)
{
  __int128 by_rows = 0, places = 0;
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  if (places * scale->largest <= G_MAXINT64)
    return places * scale->largest; /* low enough: saves reading all pairs */
  for (guint row = 0; row < problem->n_rows; row++) {
    gint64 best = 0;
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      best = MAX (best, problem->values[i]);
    by_rows += best;
  }
  return MIN (by_rows, places * scale->largest);
}

/* Whether the first level's values fit. */
gboolean
orienta_problem_check_sizes (const OrientaProblem *problem, const OrientaScale *scale, GError **error)
{
  if (bound_total (problem, scale) > G_MAXINT64) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "values up to \"%" G_GINT64_FORMAT "\" may add up to more than %" G_GINT64_FORMAT
                 ", expected smaller ones",
                 scale->largest, G_MAXINT64);
    return FALSE;
  }
  if (scale->largest / scale->unit > ORIENTA_WIDEST) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "value \"%" G_GINT64_FORMAT "\", expected at most %" G_GINT64_FORMAT
                 " times the greatest common divisor of all",
                 scale->largest, ORIENTA_WIDEST);
    return FALSE;
  }
  return TRUE;
}

static inline guint64
size_of (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

/* No more than this can be chosen at a level: the widest pair of each row, or the widest of all on each place. */
static Reach
measure_level (const OrientaProblem *problem, guint level)
{
  Reach reach = { 0, 0 };
  __int128 places = 0;
  guint64 most = problem->levels[level].wide ? G_MAXUINT64 : 1;
  for (guint row = 0; row < problem->n_rows; row++) {
    guint64 widest = 0;
    for (gint64 i = problem->first[row]; i < problem->first[row + 1] && widest < most; i++)
      if (orienta_problem_allows (problem, i))
        widest = MAX (widest, size_of (orienta_problem_value (problem, level, i)));
    reach.sum += widest;
    reach.largest = MAX (reach.largest, widest);
  }
  for (guint column = 0; column < problem->n_columns; column++)
    places += MIN (problem->capacities[column], problem->n_rows);
  reach.sum = MAX (MIN (reach.sum, places * reach.largest), reach.largest);
  return reach;
}

/* Whether the values of the levels after the first leave room for what must come before them. */
gboolean
orienta_problem_check_levels (const OrientaProblem *problem, GError **error)
{
  for (guint level = 1; level < problem->n_levels; level++) {
    Reach reach = measure_level (problem, level);
    if (reach.sum <= HIGHEST)
      continue;
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "level %u: values up to \"%" G_GUINT64_FORMAT "\" may add up to more than %" G_GINT64_FORMAT
                 ", expected smaller ones",
                 level, reach.largest, HIGHEST);
    return FALSE;
  }
  return TRUE;
}

/* More than the values of a level can differ by in all, and a multiple of what divides them. */
gint64
orienta_problem_get_bonus (const OrientaProblem *problem, guint level)
{
  Reach reach = measure_level (problem, level);
  return (gint64) (2 * reach.sum + reach.largest);
}
