/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Is this matching allowed, does it add up, is what is claimed of it true? The pairs are judged and scored again; what
 * a mechanism did is not looked at, only what it left. Best under places alone: by its prices, with the verifier of
 * bare arrays. Best under limits: that they hold; that nothing is better rests on the bound of the program's solver.
 * Stable: nobody prefers a home that holds someone of lower rank, or has a free place. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "match/assign-private.h"
#include "match/holdings-private.h"
#include "match/limits-private.h"
#include "match/survey-private.h"

/* -- the same households and homes -- */

static gboolean
check_sources (const OrientaMatching *self, OrientaPolicy *policy, OrientaRegister *reg, GError **error)
{
  if (policy == self->binding->policy && reg == self->binding->reg)
    return TRUE; /* they never change */
  const char *of_policy = orienta_policy_get_sha256 (self->binding->policy);
  const char *of_register = orienta_register_get_sha256 (self->binding->reg);
  if (g_strcmp0 (of_policy, orienta_policy_get_sha256 (policy)) != 0)
    return orienta_fail (error, "policy of SHA-256 \"%s\", expected the one that was matched under, %s",
                         orienta_policy_get_sha256 (policy), of_policy);
  if (g_strcmp0 (of_register, orienta_register_get_sha256 (reg)) != 0)
    return orienta_fail (error, "register of SHA-256 \"%s\", expected the one that was matched, %s",
                         orienta_register_get_sha256 (reg), of_register);
  return TRUE;
}

/* -- each pair by itself, and all of them on the places -- */

static gboolean
check_pair (const OrientaMatched *pair, const OrientaBoard *board, GError **error)
{
  const OrientaRegister *reg = board->binding->reg;
  const char *household = reg->households[pair->household].id, *unit = reg->units[pair->unit].id;
  gint64 found = orienta_board_find (board, board->rows[pair->household], pair->unit);
  if (found < 0 || board->status[found] == ORIENTA_STAYS)
    return orienta_fail (error, "household \"%s\", unit \"%s\": not open to it, expected a pair that is", household,
                         unit);
  if (orienta_board_worth (board, found) < 0 && board->bounds[board->rows[pair->household]] != ORIENTA_BOUND_KEPT
      && board->reserves && board->reserves[pair->unit] > 0)
    return orienta_fail (error,
                         "household \"%s\", unit \"%s\": fewer points than its reserve, expected as many or more",
                         household, unit);
  if (board->points[found] != pair->points)
    return orienta_fail (error,
                         "household \"%s\", unit \"%s\": %" G_GINT64_FORMAT " thousandths, expected %" G_GINT64_FORMAT,
                         household, unit, pair->points, board->points[found]);
  if (pair->status != board->status[found] || pair->left != reg->households[pair->household].occupies
      || pair->in_choice != (orienta_pair_value (reg, pair->household, pair->unit, ORIENTA_PAIR_IN_CHOICE) == 1))
    return orienta_fail (
        error, "household \"%s\", unit \"%s\": status, choice or place that it leaves, expected those of the register",
        household, unit);
  return TRUE;
}

static gboolean
check_pairs (const OrientaMatching *self, const OrientaBoard *board, GError **error)
{
  const OrientaRegister *reg = board->binding->reg;
  g_autofree gint64 *left = g_new (gint64, board->n_units);
  gint64 total = 0;
  for (guint unit = 0; unit < board->n_units; unit++)
    left[unit] = reg->units[unit].places;
  for (guint i = 0; i < self->n_pairs; i++) {
    const OrientaMatched *pair = &self->pairs[i];
    if (!check_pair (pair, board, error))
      return FALSE;
    if (i > 0 && pair->household <= self->pairs[i - 1].household)
      return orienta_fail (error, "household \"%s\": twice, expected one home at most",
                           reg->households[pair->household].id);
    left[pair->unit]--;
    if (reg->households[pair->household].occupies >= 0)
      left[reg->households[pair->household].occupies]++;
    total += pair->points;
  }
  for (guint unit = 0; unit < board->n_units; unit++)
    if (left[unit] < 0)
      return orienta_fail (error, "unit \"%s\": %" G_GINT64_FORMAT " households more than places", reg->units[unit].id,
                           -left[unit]);
  return total == self->total
         || orienta_fail (error, "total %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, self->total, total);
}

/* Those who must be served are. */
static gboolean
check_bound (const OrientaMatching *self, const OrientaBoard *board, GError **error)
{
  for (guint row = 0; row < board->n_rows; row++) {
    guint household = board->households[row];
    if (board->bounds[row] > ORIENTA_BOUND_STAYS && self->pair_of[household] < 0)
      return orienta_fail (error, "household \"%s\": no home, expected one",
                           board->binding->reg->households[household].id);
  }
  return TRUE;
}

/* -- limits -- */

static OrientaOutcome *
outcome_of (const OrientaMatching *self, const OrientaBoard *board)
{
  OrientaOutcome *outcome = orienta_outcome_new (board->n_rows);
  for (guint i = 0; i < self->n_pairs; i++) {
    const OrientaMatched *pair = &self->pairs[i];
    guint row = board->rows[pair->household];
    outcome->pairs[row] = orienta_board_find (board, row, pair->unit);
    outcome->services[row] = pair->service;
    outcome->lacking[row] = pair->lacks_support;
  }
  return outcome;
}

/* A service is one that would do, for a household that calls for it. */
static gboolean
does (const OrientaPlan *plan, guint row, const OrientaMatched *pair)
{
  return plan->mode != ORIENTA_SUPPORT_IGNORED && orienta_plan_calls (plan, row, pair->unit)
         && orienta_plan_covers (plan, (guint) pair->service, row)
         && orienta_plan_comes (plan, (guint) pair->service, pair->unit);
}

static gboolean
check_service (const OrientaPlan *plan, const OrientaMatched *pair, gboolean imposed, GError **error)
{
  const OrientaRegister *reg = plan->board->binding->reg;
  guint row = plan->board->rows[pair->household];
  gboolean calls = plan->mode != ORIENTA_SUPPORT_IGNORED && orienta_plan_calls (plan, row, pair->unit);
  gboolean lacks = calls && pair->service < 0;
  const char *household = reg->households[pair->household].id;
  if (lacks != pair->lacks_support || (lacks && imposed && plan->mode == ORIENTA_SUPPORT_REQUIRED))
    return orienta_fail (error, "household \"%s\": %s", household,
                         lacks ? "no service and not said so, expected one"
                               : "said to lack support, expected a service or none called for");
  if (pair->service >= 0 && !does (plan, row, pair))
    return orienta_fail (error, "household \"%s\": service \"%s\" does not do, expected %s", household,
                         reg->services[pair->service].id,
                         calls ? "one that covers its needs there" : "none: it calls for no support there");
  return TRUE;
}

/* What the slots of a service that a household takes are worth when kept, from what was asked. */
static gint64
charge_of (const OrientaPlan *plan, guint row, guint service)
{
  const OrientaBoard *board = plan->board;
  const OrientaRegister *reg = board->binding->reg;
  gint64 charge = 0;
  for (guint i = 0; i < board->options->slot_reserves->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (board->options->slot_reserves, OrientaNamedSlotReserve, i);
    const OrientaStretch *slots = &reg->services[service].slots;
    for (guint k = 0; k < slots->n && g_str_equal (reg->services[service].id, reserve->service); k++) {
      const OrientaSlot *slot = &reg->slots[slots->start + k];
      gint64 load = orienta_plan_load (plan, row, slot);
      if (load == 0 || g_strcmp0 (slot->name < 0 ? NULL : reg->codes[slot->name], reserve->slots) != 0)
        continue;
      if (reserve->points > (ORIENTA_MOST_CHARGE - charge) / load)
        return ORIENTA_MOST_CHARGE;
      charge += load * reserve->points;
    }
  }
  return charge;
}

/* Its points reach what place and slots are kept for. */
static gboolean
check_slots (const OrientaPlan *plan, const OrientaMatched *pair, GError **error)
{
  const OrientaBoard *board = plan->board;
  guint row = board->rows[pair->household];
  gint64 charge = pair->service < 0 ? 0 : charge_of (plan, row, (guint) pair->service);
  if (charge == 0 || board->bounds[row] == ORIENTA_BOUND_KEPT
      || pair->points - orienta_board_reserve (board, pair->unit) >= charge)
    return TRUE;
  return orienta_fail (error,
                       "household \"%s\", service \"%s\": fewer points than the reserve of its slots, expected as many "
                       "or more",
                       board->binding->reg->households[pair->household].id,
                       board->binding->reg->services[pair->service].id);
}

static gboolean
check_limits (const OrientaMatching *self, const OrientaBoard *board, GError **error)
{
  g_autoptr (OrientaPlan) plan = orienta_plan_new (board);
  g_autoptr (OrientaLimits) limits = orienta_limits_new (board, plan);
  g_autoptr (OrientaOutcome) outcome = outcome_of (self, board);
  gboolean plain = self->status == ORIENTA_MATCH_PLAIN;
  orienta_limits_count (limits, outcome);
  for (guint i = 0; i < self->n_pairs; i++)
    if (!check_service (plan, &self->pairs[i], !plain, error) || !check_slots (plan, &self->pairs[i], error))
      return FALSE;
  for (guint i = 0; i < limits->rows->len; i++) {
    const OrientaLimit *limit = &orienta_limits_get (limits, i)->limit;
    gboolean holds = limit->amount >= limit->least && limit->amount <= limit->most;
    gboolean imposed = limit->kind == ORIENTA_LIMIT_SERVICE || (!plain && board->options->quotas);
    if (limit->amount != g_array_index (self->limits, OrientaLimit, i).amount || (imposed && !holds))
      return orienta_fail (error, "limit \"%s\" (%s): %" G_GINT64_FORMAT ", expected %s", limit->id, limit->bound,
                           limit->amount, holds ? "what the matching says" : "one that holds");
  }
  return TRUE;
}

/* -- the best there is -- */

/* What a row has: its pair, or the place that it keeps; -1: nothing. */
static gint64
find_held (const OrientaMatching *self, const OrientaBoard *board, guint row)
{
  gint32 pair = self->pair_of[board->households[row]];
  return pair >= 0 ? orienta_board_find (board, row, self->pairs[pair].unit) : orienta_board_find_own (board, row);
}

/* By pair what its slots are worth beyond the cheapest that it may take, with which the board counts. */
static gint64 *
find_extras (const OrientaMatching *self, const OrientaBoard *board)
{
  gint64 *extras = g_new0 (gint64, self->n_pairs);
  g_autoptr (OrientaPlan) plan = orienta_plan_new (board);
  for (guint i = 0; board->charges && i < self->n_pairs; i++) {
    guint row = board->rows[self->pairs[i].household];
    if (self->pairs[i].service >= 0)
      extras[i] = charge_of (plan, row, (guint) self->pairs[i].service)
                  - board->charges[orienta_board_find (board, row, self->pairs[i].unit)];
  }
  return extras;
}

static gboolean
check_levels (const OrientaMatching *self, const OrientaBoard *board, GError **error)
{
  g_autofree gint64 *extras = find_extras (self, board);
  for (guint level = 0; level < board->n_levels; level++) {
    gint64 sum = 0;
    for (guint row = 0; row < board->n_rows; row++) {
      gint64 found = find_held (self, board, row);
      gint32 pair = self->pair_of[board->households[row]];
      sum += found < 0 ? 0 : orienta_board_value (board, level, found);
      if (pair >= 0 && board->levels[level].kind == ORIENTA_LEVEL_POINTS
          && board->levels[level].tier == orienta_board_tier (board, found))
        sum -= extras[pair];
    }
    if (sum != self->totals[level])
      return orienta_fail (error, "level %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, level,
                           self->totals[level], sum);
  }
  return TRUE;
}

/* The prices prove it: by the verifier of bare arrays. */
static gboolean
check_best (const OrientaMatching *self, const OrientaSurvey *survey, GError **error)
{
  const OrientaBoard *board = survey->board;
  g_autofree gint32 *columns = g_new (gint32, board->n_rows);
  for (guint row = 0; row < board->n_rows; row++) {
    gint64 found = find_held (self, board, row);
    columns[row] = found < 0 ? -1 : (gint32) board->units[found];
  }
  g_autoptr (OrientaAssignment) claim = orienta_assignment_new_levels (board->n_rows, board->n_units, self->n_levels,
                                                                       columns, self->prices, self->totals);
  OrientaProblem problem = orienta_board_problem (board);
  return survey->kept ? orienta_problem_verify_kept (&problem, claim, survey->kept, error)
                      : orienta_problem_verify (&problem, claim, error);
}

/* -- stable -- */

/* Whether a household could rightly claim a home: it prefers it, and there is a free place or a holder who comes after
 * it. */
static gboolean
has_claim (const OrientaMatching *self, const OrientaBoard *board, const OrientaHolding *holdings, guint row,
           gint64 pair)
{
  gint32 own = self->pair_of[board->households[row]];
  gint64 held = own < 0 ? -1 : orienta_board_find (board, row, self->pairs[own].unit);
  const OrientaHolding *holding = &holdings[board->units[pair]];
  if (!orienta_board_prefers (board, row, pair, held))
    return FALSE;
  if (holding->left > 0 || !holding->any)
    return holding->left > 0;
  OrientaCandidate claimant = orienta_board_candidate (board, row, pair);
  return orienta_ranking_compare (board->ranking, &claimant, &holding->last) < 0;
}

static gboolean
check_stable (const OrientaMatching *self, const OrientaBoard *board, GError **error)
{
  const OrientaRegister *reg = board->binding->reg;
  g_autofree OrientaHolding *holdings = orienta_holdings_new (self, board);
  for (guint row = 0; row < board->n_rows; row++)
    for (gint64 i = board->first[row]; board->bounds[row] != ORIENTA_BOUND_KEPT && i < board->first[row + 1]; i++)
      if (has_claim (self, board, holdings, row, i))
        return orienta_fail (
            error, "household \"%s\": prefers unit \"%s\" and comes before who has it, expected nobody passed over",
            reg->households[board->households[row]].id, reg->units[board->units[i]].id);
  return TRUE;
}

/* All but the sources. */
gboolean
orienta_matching_check (const OrientaMatching *self, const OrientaSurvey *survey, GError **error)
{
  const OrientaBoard *board = survey->board;
  if (self->status == ORIENTA_MATCH_INFEASIBLE)
    return self->n_pairs == 0 || orienta_fail (error, "%u households housed, expected none", self->n_pairs);
  /* Nothing was found in time: neither for those who must be served nor for what must be reached. */
  if (self->status == ORIENTA_MATCH_BOUNDED && self->n_pairs == 0)
    return check_levels (self, board, error);
  if (!check_pairs (self, board, error) || !check_limits (self, board, error))
    return FALSE;
  if (self->options->mechanism == ORIENTA_MECHANISM_STABLE)
    return check_stable (self, board, error);
  if (self->status == ORIENTA_MATCH_PLAIN)
    return TRUE;
  return check_bound (self, board, error) && check_levels (self, board, error)
         && (self->by_program || check_best (self, survey, error));
}

/**
 * orienta_matching_verify:
 *
 * Checks a matching against policy and register: each pair open and of the points that are said, places, who must be
 * served, services, limits, sums; for a best one that nothing is better (by its prices, where places alone decided);
 * for a stable one that nobody is passed over. Of a matching under limits it is not checked that the bound is right.
 *
 * Complexity: that of orienta_policy_pairs(), and a pass over the pairs for each level. They are gone through household
 * by household and not kept, but for a stable matching, one against a baseline, tiers, slots kept for later, and points
 * below 0.
 *
 * Returns: whether all that holds; FALSE with ORIENTA_ERROR_INVALID and the first thing that does not, or with
 *   ORIENTA_ERROR_CANCELLED
 */
gboolean
orienta_matching_verify (OrientaMatching *self, OrientaPolicy *policy, OrientaRegister *reg, GError **error)
{
  g_return_val_if_fail (self && policy && reg, FALSE);
  if (!check_sources (self, policy, reg, error))
    return FALSE;
  g_autoptr (OrientaSurvey) survey = orienta_survey_new (self, error);
  return survey && orienta_matching_check (self, survey, error);
}
