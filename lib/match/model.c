/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/bounded-private.h"

#include <orienta/orienta.h>

/* Levels that say who must be served are limits here; they stand first. */
guint
orienta_model_level (const OrientaBoard *board, guint level)
{
  return level + (board->levels[0].kind == ORIENTA_LEVEL_BOUND);
}

static gboolean
is_used (const OrientaModel *self, guint row, gint64 pair)
{
  const OrientaBoard *board = self->board;
  return board->status[pair] == ORIENTA_STAYS
         || (orienta_costs_within (self->costs, pair, self->most)
             && orienta_model_can_support (self, row, board->units[pair]));
}

static void
list_pairs (OrientaModel *self)
{
  const OrientaBoard *board = self->board;
  gsize room = (gsize) orienta_board_n_pairs (board);
  self->rows = g_new (guint32, room);
  self->pairs = g_new (gint64, room);
  for (guint row = 0; row < board->n_rows; row++)
    for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
      if (!is_used (self, row, i))
        continue;
      self->rows[self->n_pairs] = row;
      self->pairs[self->n_pairs++] = i;
    }
}

/* `variables` and, unless NULL, their weights. */
void
orienta_model_add_limit (OrientaModel *self, const char *name, OrientaLimitSource source, const GArray *variables,
                         const gint64 *weights, gint64 lower, gint64 upper)
{
  orienta_program_add_limit (self->program, name, variables->len, (const guint32 *) variables->data, weights, lower,
                             upper);
  g_array_append_val (self->sources, source);
}

/* -- one home at most for each household, and no fewer where it must have one -- */

static void
limit_row (OrientaModel *self, guint row, const GArray *variables)
{
  static const char *const names[] = { NULL, NULL, "baseline", "keep" }; /* by OrientaBound */
  guint8 bound = self->board->bounds[row];
  gboolean named = names[bound] != NULL;
  orienta_model_add_limit (self, NULL, orienta_no_source, variables, NULL,
                           bound == ORIENTA_BOUND_STAYS ? 1 : G_MININT64, 1);
  if (named)
    orienta_model_add_limit (self, names[bound], (OrientaLimitSource){ -1, (gint32) row, -1 }, variables, NULL, 1,
                             G_MAXINT64);
}

static void
limit_rows (OrientaModel *self)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint variable = 0;
  for (guint row = 0; row < self->board->n_rows; row++) {
    g_array_set_size (own, 0);
    for (; variable < self->n_pairs && self->rows[variable] == row; variable++)
      g_array_append_val (own, variable);
    if (own->len > 0 || self->board->bounds[row] != ORIENTA_BOUND_NOT)
      limit_row (self, row, own);
  }
}

/* -- places -- */

static void
limit_units (OrientaModel *self)
{
  const OrientaBoard *board = self->board;
  g_autofree GArray **own = g_new0 (GArray *, board->n_units);
  for (guint variable = 0; variable < self->n_pairs; variable++) {
    guint unit = board->units[self->pairs[variable]];
    if (!own[unit])
      own[unit] = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (own[unit], variable);
  }
  for (guint unit = 0; unit < board->n_units; unit++) {
    if (!own[unit])
      continue;
    orienta_model_add_limit (self, NULL, (OrientaLimitSource){ -1, -1, (gint32) unit }, own[unit], NULL, G_MININT64,
                             board->capacities[unit]);
    g_array_unref (own[unit]);
  }
}

/* -- quotas -- */

static void
limit_quota (OrientaModel *self, guint number)
{
  const OrientaLimitRow *limit = orienta_limits_get (self->limits, number);
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint variable = 0; variable < self->n_pairs; variable++) {
    gint64 pair = self->pairs[variable];
    gint64 weight = self->board->status[pair] == ORIENTA_STAYS
                        ? 0
                        : orienta_limits_weight (self->limits, limit, self->rows[variable], self->board->units[pair]);
    if (weight == 0)
      continue;
    g_array_append_val (variables, variable);
    g_array_append_val (weights, weight);
  }
  orienta_model_add_limit (self, limit->limit.id, (OrientaLimitSource){ (gint32) number, -1, -1 }, variables,
                           (const gint64 *) weights->data, limit->limit.least, limit->limit.most);
}

static void
limit_all (OrientaModel *self)
{
  for (guint i = 0; i < self->limits->rows->len; i++)
    if (orienta_limits_get (self->limits, i)->limit.kind == ORIENTA_LIMIT_SERVICE) {
      if (orienta_model_requires_support (self))
        orienta_model_limit_service (self, i);
    } else if (self->board->options->quotas) {
      limit_quota (self, i);
    }
}

/* -- the whole -- */

/* What a pair is worth at a level of the board, what its slots are worth left to the helps. */
static gint64
value_of (const OrientaModel *self, guint level, gint64 pair)
{
  const OrientaBoard *board = self->board;
  const OrientaMatchLevel *own = &board->levels[level];
  gint64 value = orienta_board_value (board, level, pair);
  if (board->charges && own->kind == ORIENTA_LEVEL_POINTS && own->tier == orienta_board_tier (board, pair))
    value += board->charges[pair];
  return value;
}

static void
set_values (OrientaModel *self, guint n_levels)
{
  guint n = self->n_pairs + self->helps->len;
  g_autofree gint64 *values = g_new0 (gint64, n);
  for (guint level = 0; level < n_levels; level++) {
    guint own = orienta_model_level (self->board, level);
    for (guint i = 0; i < self->n_pairs; i++)
      values[i] = value_of (self, own, self->pairs[i]);
    for (guint i = 0; i < self->helps->len; i++)
      values[self->n_pairs + i] = orienta_model_help_value (self, i, own);
    orienta_program_set_values (self->program, level, n, values);
  }
}

/* Pairs that cost more than `most` are left out; NULL: none is. Free with orienta_model_free(); board, limits and costs
 * outlive it. NULL with ORIENTA_ERROR_LIMIT. */
OrientaModel *
orienta_model_new (const OrientaBoard *board, const OrientaLimits *limits, const OrientaCosts *costs,
                   const gint64 *most, GError **error)
{
  g_autoptr (OrientaModel) self = g_new0 (OrientaModel, 1);
  guint n_levels = board->n_levels - orienta_model_level (board, 0);
  self->board = board;
  self->limits = limits;
  self->costs = costs;
  self->most = g_memdup2 (most, most ? costs->n_levels * sizeof (gint64) : 0);
  self->helps = g_array_new (FALSE, FALSE, sizeof (OrientaHelp));
  self->sources = g_array_new (FALSE, FALSE, sizeof (OrientaLimitSource));
  list_pairs (self);
  orienta_model_list_helps (self);
  self->program = orienta_program_new (self->n_pairs + self->helps->len, n_levels, error);
  if (!self->program)
    return NULL;
  set_values (self, n_levels);
  limit_rows (self);
  limit_units (self);
  limit_all (self);
  orienta_model_tie_support (self);
  return g_steal_pointer (&self);
}

void
orienta_model_free (OrientaModel *self)
{
  if (!self)
    return;
  orienta_program_unref (self->program);
  g_array_unref (self->helps);
  g_array_unref (self->sources);
  g_free (self->most);
  g_free (self->rows);
  g_free (self->pairs);
  g_free (self);
}

/* Begins from what is known. */
void
orienta_model_start (OrientaModel *self, const OrientaOutcome *outcome)
{
  g_autofree guint8 *chosen = g_new0 (guint8, self->n_pairs + self->helps->len);
  for (guint i = 0; i < self->n_pairs; i++)
    chosen[i] = outcome->pairs[self->rows[i]] == self->pairs[i];
  for (guint i = 0; i < self->helps->len; i++) {
    const OrientaHelp *help = &g_array_index (self->helps, OrientaHelp, i);
    gint64 pair = outcome->pairs[help->row];
    gboolean of_tier = !self->board->charges || (pair >= 0 && orienta_board_tier (self->board, pair) == help->tier);
    chosen[self->n_pairs + i] = of_tier && outcome->services[help->row] == (gint32) help->service;
  }
  orienta_program_set_start (self->program, chosen);
}

/* What a solution says of each row, but for services. */
void
orienta_model_read (const OrientaModel *self, const OrientaSolution *solution, OrientaOutcome *outcome)
{
  const guint8 *chosen = orienta_solution_get_chosen (solution);
  for (guint row = 0; row < self->board->n_rows; row++) {
    outcome->pairs[row] = -1;
    outcome->services[row] = -1;
    outcome->lacking[row] = FALSE;
  }
  for (guint i = 0; chosen && i < self->n_pairs; i++)
    if (chosen[i])
      outcome->pairs[self->rows[i]] = self->pairs[i];
}
