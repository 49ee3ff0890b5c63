/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Matching: who where, of all at once. The pairs that the policy leaves open are laid out on a board (board.c,
 * level.c); a mechanism decides (optimal.c, sequential.c, stable.c); whatever it was, the same is told of the outcome:
 * pairs, moves, limits, cut-offs, and a reason for everybody who has no home. */
#include <orienta/orienta.h>

#include "match/optimal-private.h"
#include "score/sweep-private.h"

static OrientaMatching *
matching_new (OrientaBinding *binding, const OrientaMatchOptions *options)
{
  OrientaMatching *self = g_new0 (OrientaMatching, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->options = orienta_match_options_copy (options);
  self->status = ORIENTA_MATCH_PLAIN;
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (OrientaConflict));
  self->moves = g_array_new (FALSE, FALSE, sizeof (OrientaMove));
  return self;
}

OrientaMatching *
orienta_matching_ref (OrientaMatching *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_matching_unref (OrientaMatching *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_binding_unref (self->binding);
  orienta_match_options_unref (self->options);
  g_free (self->pairs);
  g_free (self->pair_of);
  g_free (self->unmatched);
  g_free (self->levels);
  g_free (self->totals);
  g_free (self->bounds);
  g_free (self->prices);
  g_free (self->worths);
  g_free (self->cutoffs);
  g_free (self->exchanges);
  g_clear_pointer (&self->limits, g_array_unref);
  g_array_unref (self->conflicts);
  g_array_unref (self->moves);
  g_free (self);
}

/* -- from an outcome to what is told -- */

static OrientaMatched
matched_of (const OrientaBoard *board, const OrientaOutcome *outcome, guint row)
{
  const OrientaRegister *reg = board->binding->reg;
  gint64 pair = outcome->pairs[row];
  OrientaMatched matched = { .household = board->households[row], .unit = board->units[pair] };
  matched.points = board->points[pair];
  matched.status = board->status[pair];
  matched.in_choice = orienta_pair_value (reg, matched.household, matched.unit, ORIENTA_PAIR_IN_CHOICE) == 1;
  matched.left = reg->households[matched.household].occupies;
  matched.service = outcome->services[row];
  matched.lacks_support = outcome->lacking[row];
  return matched;
}

static void
read_pairs (OrientaMatching *self, const OrientaBoard *board, const OrientaOutcome *outcome)
{
  guint n = board->n_rows;
  self->pairs = g_new (OrientaMatched, n);
  self->pair_of = g_new (gint32, n);
  for (guint household = 0; household < n; household++) {
    guint row = board->rows[household];
    gint64 pair = outcome->pairs[row];
    self->pair_of[household] = -1;
    if (pair < 0 || board->status[pair] == ORIENTA_STAYS)
      continue;
    self->pair_of[household] = (gint32) self->n_pairs;
    self->pairs[self->n_pairs++] = matched_of (board, outcome, row);
    self->total += board->points[pair];
  }
  self->pairs = g_renew (OrientaMatched, self->pairs, self->n_pairs);
}

/* The lowest points that hold a place; where one is free there is no cut-off. */
static void
read_cutoffs (OrientaMatching *self, guint n_units, const OrientaHolding *holdings)
{
  self->cutoffs = g_new (gint64, n_units);
  for (guint unit = 0; unit < n_units; unit++)
    self->cutoffs[unit] = holdings[unit].left > 0 ? G_MININT64 : G_MAXINT64;
  for (guint i = 0; i < self->n_pairs; i++) {
    const OrientaMatched *pair = &self->pairs[i];
    self->cutoffs[pair->unit] = MIN (self->cutoffs[pair->unit], pair->points);
  }
}

/* What is shared by the threads that look for reasons. */
typedef struct {
  const OrientaReasoning *reasoning;
  OrientaUnmatched *unmatched; /* in the order of the households */
  guint n, next;               /* next is atomic: the first that nobody has taken */
} Asking;

#define STRETCH 64 /* households taken at a time */

static gpointer
ask_reasons (gpointer data)
{
  Asking *self = data;
  guint first;
  while ((first = __atomic_fetch_add (&self->next, STRETCH, __ATOMIC_RELAXED)) < self->n)
    for (guint i = first; i < MIN (first + STRETCH, self->n); i++)
      self->unmatched[i] = orienta_reasoning_explain (self->reasoning, self->unmatched[i].household);
  return NULL;
}

static void
read_reasons (OrientaMatching *self, const OrientaReasoning *reasoning)
{
  guint n = reasoning->board->n_rows;
  self->unmatched = g_new (OrientaUnmatched, n);
  for (guint household = 0; household < n; household++)
    if (self->pair_of[household] < 0)
      self->unmatched[self->n_unmatched++] = (OrientaUnmatched){ .household = household };
  self->unmatched = g_renew (OrientaUnmatched, self->unmatched, self->n_unmatched);
  Asking asking = { reasoning, self->unmatched, self->n_unmatched, 0 };
  orienta_sweep_share (ask_reasons, &asking, orienta_sweep_threads (self->options->n_threads));
}

static void
limit_clear (gpointer data)
{
  OrientaLimit *self = data;
  g_free (self->id);
  g_free (self->part);
}

static void
read_limits (OrientaMatching *self, const OrientaLimits *limits)
{
  self->limits = g_array_new (FALSE, FALSE, sizeof (OrientaLimit));
  g_array_set_clear_func (self->limits, limit_clear);
  for (guint i = 0; i < limits->rows->len; i++) {
    OrientaLimit limit = orienta_limits_get (limits, i)->limit;
    limit.id = g_strdup (limit.id);
    limit.part = g_strdup (limit.part);
    g_array_append_val (self->limits, limit);
  }
}

/* No matching reaches more than this. */
static void
read_bound (OrientaMatching *self, OrientaBoard *board)
{
  self->n_levels = board->n_levels;
  self->levels = g_steal_pointer (&board->levels);
  self->bound = self->total;
  for (guint level = 0; level < self->n_levels && self->status == ORIENTA_MATCH_BOUNDED; level++)
    if (self->levels[level].kind == ORIENTA_LEVEL_POINTS)
      self->bound += self->bounds[level] - self->totals[level];
}

/* -- the call -- */

static gboolean
decide (OrientaMatching *self, OrientaBoard *board, OrientaLimits *limits, OrientaOutcome *outcome,
        OrientaMargins **margins, OrientaProgress *progress, GError **error)
{
  if (self->options->mechanism == ORIENTA_MECHANISM_OPTIMAL)
    return orienta_match_optimal (board, self, limits, outcome, margins, progress, error);
  gboolean done;
  if (self->options->mechanism == ORIENTA_MECHANISM_STABLE)
    done = orienta_match_stable (board, outcome, progress, error);
  else if (self->options->mechanism == ORIENTA_MECHANISM_GIVEN)
    done = orienta_match_take_given (board, outcome, error);
  else
    done = orienta_match_sequential (board, outcome, progress, error);
  if (!done || !orienta_plan_make (limits->plan, outcome, progress, error))
    return FALSE;
  orienta_limits_count (limits, outcome);
  return TRUE;
}

/* `bare`: who where, and in which order people move; not why. */
static gboolean
match (OrientaMatching *self, OrientaBoard *board, gboolean bare, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaPlan) plan = orienta_plan_new (board);
  g_autoptr (OrientaLimits) limits = orienta_limits_new (board, plan);
  g_autoptr (OrientaOutcome) outcome = orienta_outcome_new (board->n_rows);
  g_autoptr (OrientaMargins) margins = NULL;
  if (!decide (self, board, limits, outcome, &margins, progress, error))
    return FALSE;
  read_pairs (self, board, outcome);
  orienta_matching_read_moves (self);
  if (bare)
    return TRUE;
  g_autofree OrientaHolding *holdings = orienta_holdings_new (self, board);
  read_cutoffs (self, board->n_units, holdings);
  read_limits (self, limits);
  OrientaReasoning reasoning = { self, board, limits, holdings, margins };
  read_reasons (self, &reasoning);
  read_bound (self, board);
  return TRUE;
}

static OrientaMatching *
match_all (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options, gboolean bare,
           OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  g_autoptr (OrientaMatching) self = matching_new (binding, options);
  g_autoptr (OrientaBoard) board = orienta_board_new (binding, self->options, progress, error);
  gboolean weighs = !bare || self->options->mechanism == ORIENTA_MECHANISM_OPTIMAL;
  if (!board || (weighs && !orienta_board_fill_levels (board, progress, error)))
    return NULL;
  return match (self, board, bare, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * orienta_match:
 * @options: (nullable): %NULL for what orienta_match_options_new() says; copied
 * @progress: (nullable): stages "scoring", "weighing", "matching" and others; cancels
 *
 * Who where, of all households and homes of a register at once.
 *
 * The best matching serves those who must be served (nobody loses a place to get nothing); then has the most points,
 * tier by tier; then houses the most households; then has the most homes inside the stated choice, then the most
 * durable ones (or as the policy's order says); then the households that come first in the policy's order. Points below
 * 0 count from the lowest. What is equal after that is decided by the register's order, so that there is one answer.
 * Under limits beside places (quotas, required support) the last step is left to the program's solver.
 *
 * Limits that cannot hold together are a result, not an error: see orienta_matching_get_n_conflicts().
 *
 * Complexity: as orienta_policy_pairs() and, for each level, orienta_assign(). Memory: 13 bytes a pair, as
 * many again while they are laid out, one more for what levels count, and 8 for each tier. Under limits that the best
 * matching by places alone does not keep, that of a mixed-integer program.
 *
 * Returns: (transfer full): the matching; NULL with ORIENTA_ERROR_CANCELLED, ORIENTA_ERROR_NOT_FOUND or
 *   ORIENTA_ERROR_INVALID for pairs to keep or to bar, ORIENTA_ERROR_LIMIT for points that are too large together,
 *   ORIENTA_ERROR_MISSING where a program is to be solved and the library was built without HiGHS
 */
OrientaMatching *
orienta_match (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options, OrientaProgress *progress,
               GError **error)
{
  g_return_val_if_fail (policy && reg, NULL);
  return match_all (policy, reg, options, FALSE, progress, error);
}

/* The pairs and moves that orienta_match() finds, and nothing of what it says of them: for who matches again and again.
 * Levels are made where the mechanism weighs them. */
OrientaMatching *
orienta_match_bare (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options,
                    OrientaProgress *progress, GError **error)
{
  return match_all (policy, reg, options, TRUE, progress, error);
}

/* The first of the moves that do not stand without `pair`: its own, or where a few households only exchange their
 * places that of the first of them. */
static guint
find_move (const OrientaMatching *self, guint pair)
{
  guint first = 0;
  for (guint i = 0; i < self->moves->len; i++) {
    const OrientaMove *move = &g_array_index (self->moves, OrientaMove, i);
    if (i > 0 && (!self->exchanges[move->chain] || move->chain != (move - 1)->chain))
      first = i;
    if (move->pair == pair)
      break;
  }
  return first;
}

/* Keeps those who have moved before `pair` in the order of moves. */
static void
keep_earlier (const OrientaMatching *self, guint pair, OrientaMatchOptions *options)
{
  const OrientaRegister *reg = self->binding->reg;
  guint n = find_move (self, pair);
  for (guint i = 0; i < n; i++) {
    const OrientaMatched *earlier = &self->pairs[g_array_index (self->moves, OrientaMove, i).pair];
    orienta_match_options_keep (options, reg->households[earlier->household].id, reg->units[earlier->unit].id);
  }
}

/**
 * orienta_matching_refuse:
 * @household: an id that is matched
 *
 * The matching after this household, or the structure, has refused: the pair is not made again, those who come before
 * it in the order of moves keep what they have, everybody after it is matched anew; so are those who were to exchange
 * places with it. A household that refuses stays a candidate for every other home (HF5), whatever the baseline gave it.
 * Of a matching that somebody else made the pair is taken out.
 *
 * Returns: (transfer full): another matching; NULL with ORIENTA_ERROR_NOT_FOUND where the household is not matched, or
 *   as orienta_match()
 */
OrientaMatching *
orienta_matching_refuse (OrientaMatching *self, const char *household, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (self && household, NULL);
  OrientaRegister *reg = self->binding->reg;
  gint place = orienta_register_find_household (reg, household);
  if (place < 0 || self->pair_of[place] < 0) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND,
                 "household \"%s\": expected one that this matching houses", household);
    return NULL;
  }
  guint pair = (guint) self->pair_of[place];
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_copy (self->options);
  orienta_match_options_drop (options, household, reg->units[self->pairs[pair].unit].id);
  if (options->mechanism != ORIENTA_MECHANISM_GIVEN)
    keep_earlier (self, pair, options);
  return orienta_match (self->binding->policy, reg, options, progress, error);
}
