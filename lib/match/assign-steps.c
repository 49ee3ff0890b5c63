/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where values are few steps of one unit, duals move for all rows at once. Rows that are not served all have the same
 * dual, which comes down from the highest value step by step, and no row has less. At each step as many rows as can be
 * are served along tight pairs (assign-ties.c); then the columns that a row left over can reach, by turning others out,
 * are full of rows that want nothing else: they cost a step more, and the rows that it does not reach keep what they
 * have, which is a step more than what is left to the others. When nothing is left to those, the matching is a best one
 * and the duals prove it: as many matchings of tight pairs as there are steps, where search by search, each for one
 * more row, would go through the same wide regions again and again. With one step it is Kőnig's theorem (Gráfok és
 * mátrixok, Matematikai és Fizikai Lapok 38, 1931). (Kuhn: The Hungarian method for the assignment problem, Naval
 * Research Logistics Quarterly 2, 1955; the steps of unit length are those of Gabow and Tarjan: Faster scaling
 * algorithms for network problems, SIAM J. Computing 18, 1989.) */
#include "match/assign-private.h"

#include "base/progress-private.h"

#include <string.h>

/* What the rows that are left over reach. Slack is counted from their dual on, in units. */
typedef struct {
  const OrientaTight *pairs;
  OrientaAssignment *result;
  guint32 *last; /* by column: of the rows that have it; each tells the one before */
  guint32 *before;
  guint8 *is_reached; /* by row */
  guint8 *is_asked;   /* by column */
  guint32 *asked;     /* columns whose rows have still to be asked what else they want */
  guint n_asked;
} Steps;

static void
list_holders (Steps *self)
{
  for (guint column = 0; column < self->result->n_columns; column++)
    self->last[column] = ORIENTA_NOBODY;
  for (guint32 row = 0; row < self->result->n_rows; row++) {
    gint32 column = self->result->columns[row];
    if (column < 0)
      continue;
    self->before[row] = self->last[column];
    self->last[column] = row;
  }
}

static void
reach_row (Steps *self, guint32 row)
{
  self->is_reached[row] = TRUE;
  for (guint32 i = self->pairs->first[row]; i < self->pairs->first[row + 1]; i++) {
    guint32 column = self->pairs->columns[i];
    if (!self->is_asked[column])
      self->asked[self->n_asked++] = column;
    self->is_asked[column] = TRUE;
  }
}

static void
reach_rows (Steps *self)
{
  memset (self->is_reached, FALSE, self->result->n_rows);
  memset (self->is_asked, FALSE, self->result->n_columns);
  list_holders (self);
  for (guint32 row = 0; row < self->result->n_rows; row++)
    if (self->result->columns[row] < 0)
      reach_row (self, row);
  while (self->n_asked > 0) {
    guint32 row = self->last[self->asked[--self->n_asked]];
    for (; row != ORIENTA_NOBODY; row = self->before[row])
      reach_row (self, row);
  }
}

/* One step down. */
static void
move_duals (Steps *self)
{
  for (guint row = 0; row < self->result->n_rows; row++)
    self->result->slack[row] += !self->is_reached[row];
  for (guint column = 0; column < self->result->n_columns; column++)
    self->result->prices[column] += self->is_asked[column];
}

/* From a dual of those left over to the next; FALSE when cancelled. */
static gboolean
take_step (Steps *self, const OrientaPack *pack, gint64 left, const guint32 *capacities, OrientaProgress *progress,
           GError **error)
{
  g_autoptr (OrientaTight) pairs = orienta_pack_list_tight (pack, self->result, left);
  if (!orienta_ties_settle (pairs, capacities, self->result->slack, self->result, progress, error))
    return FALSE;
  self->pairs = pairs;
  reach_rows (self);
  move_duals (self);
  orienta_progress_advance (progress, 1);
  return TRUE;
}

static void
scale_duals (OrientaAssignment *result, gint64 unit)
{
  for (guint row = 0; row < result->n_rows; row++)
    result->slack[row] *= unit;
  for (guint column = 0; column < result->n_columns; column++)
    result->prices[column] *= unit;
}

/* A best matching of the pairs that are listed, and its duals. The pairs that are tight, or NULL when cancelled. */
OrientaTight *
orienta_steps_solve (const OrientaProblem *problem, OrientaPack *pack, OrientaAssignment *result,
                     OrientaProgress *progress, GError **error)
{
  Steps self = { .result = result };
  OrientaTight *tight = NULL;
  gint64 left = pack->scale->largest / pack->scale->unit;
  self.last = g_new (guint32, problem->n_columns);
  self.before = g_new (guint32, problem->n_rows);
  self.is_reached = g_new (guint8, problem->n_rows);
  self.is_asked = g_new (guint8, problem->n_columns);
  self.asked = g_new (guint32, problem->n_columns);
  for (guint row = 0; row < problem->n_rows; row++)
    result->columns[row] = -1;
  orienta_progress_start (progress, "matching", (guint64) left);
  while (left > 0 && take_step (&self, pack, left, problem->capacities, progress, error))
    left--;
  if (left == 0) {
    tight = orienta_pack_list_tight (pack, result, 0);
    scale_duals (result, pack->scale->unit);
  }
  g_free (self.last);
  g_free (self.before);
  g_free (self.is_reached);
  g_free (self.is_asked);
  g_free (self.asked);
  return tight;
}
