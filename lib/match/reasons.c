/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why a household has no home. To place it nevertheless would cost what one place less of that home costs the others,
 * and bring its own points; the home where least is missing is the nearest, and what is missing there its margin. Where
 * it has a place that it would leave, that place counts for the others at least as one place more: what is missing is
 * then never more than said. */
#include "match/reasons-private.h"

#include <orienta/orienta.h>

/* What is missing at one home, level by level; compared from the first level on. */
typedef struct {
  gint32 unit;
  guint level;    /* the first that is not 0; the number of levels: nothing is missing */
  guint tier;     /* of the pair */
  gint64 missing; /* at that level */
} Gap;

/* What would be given up at a level with the place that it has. */
static gint64
own_value (const OrientaReasoning *self, guint row, guint level)
{
  const OrientaBoard *board = self->board;
  gint64 own = orienta_board_find_own (board, row);
  if (own < 0)
    return 0;
  return orienta_board_value (board, level, own) - orienta_margins_get_gains (self->margins, level)[board->units[own]];
}

static Gap
gap_of (const OrientaReasoning *self, guint row, gint64 pair)
{
  const OrientaBoard *board = self->board;
  guint unit = board->units[pair];
  Gap gap = { .unit = (gint32) unit, .tier = orienta_board_tier (board, pair) };
  for (; gap.level < board->n_levels; gap.level++) {
    gap.missing = orienta_margins_get_losses (self->margins, gap.level)[unit]
                  - orienta_board_value (board, gap.level, pair) + own_value (self, row, gap.level);
    if (gap.missing != 0)
      break;
  }
  return gap;
}

static gboolean
is_nearer (const Gap *a, const Gap *b)
{
  if (a->level != b->level) /* what is missing later weighs less */
    return a->level > b->level;
  return a->missing < b->missing;
}

static OrientaReasonCode
reason_of_gap (const OrientaBoard *board, const Gap *gap)
{
  if (gap->level == board->n_levels)
    return ORIENTA_REASON_MATCH_TIED;
  const OrientaMatchLevel *level = &board->levels[gap->level];
  switch (level->kind) {
  case ORIENTA_LEVEL_BOUND:
    return ORIENTA_REASON_MATCH_HELD;
  case ORIENTA_LEVEL_POINTS:
    if (level->tier != gap->tier) /* what is missing below its own tier, the least of its own would do */
      return level->tier < gap->tier ? ORIENTA_REASON_MATCH_TIER : ORIENTA_REASON_MATCH_TIED;
    return ORIENTA_REASON_MATCH_OUTSCORED;
  case ORIENTA_LEVEL_HOUSED:
    return ORIENTA_REASON_MATCH_FEWER;
  default:
    return ORIENTA_REASON_MATCH_TIED;
  }
}

static void
explain_by_gaps (const OrientaReasoning *self, guint row, OrientaUnmatched *unmatched)
{
  const OrientaBoard *board = self->board;
  Gap nearest = { .unit = -1 };
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
    if (board->status[i] == ORIENTA_STAYS || board->capacities[board->units[i]] == 0)
      continue;
    Gap gap = gap_of (self, row, i);
    if (nearest.unit < 0 || is_nearer (&gap, &nearest))
      nearest = gap;
  }
  if (nearest.unit < 0) {
    unmatched->reason = ORIENTA_REASON_MATCH_NO_PLACE;
    return;
  }
  unmatched->reason = reason_of_gap (board, &nearest);
  unmatched->nearest = nearest.unit;
  if (unmatched->reason == ORIENTA_REASON_MATCH_OUTSCORED)
    unmatched->margin = nearest.missing; /* in a lower tier the least that it had more would do */
}

/* -- where other limits than places count, or none but the order of the homes -- */

/* Whether a service does for the household in this home and has slots left. */
static gboolean
fits (const OrientaReasoning *self, guint service, guint row, guint unit)
{
  const OrientaPlan *plan = self->limits->plan;
  if (!orienta_plan_covers (plan, service, row) || !orienta_plan_comes (plan, service, unit))
    return FALSE;
  for (guint i = 0; i < self->limits->rows->len; i++) {
    const OrientaLimitRow *limit = orienta_limits_get (self->limits, i);
    if (limit->limit.kind != ORIENTA_LIMIT_SERVICE || limit->quota != service)
      continue;
    gint64 load = orienta_plan_load (plan, row, &self->board->binding->reg->slots[limit->slot]);
    if (limit->limit.amount + load > limit->limit.most)
      return FALSE;
  }
  return TRUE;
}

#define NO_SUPPORT G_MAXINT64

/* What is worth least, when kept, of the slots that are left for the household in this home: 0 where it needs none,
 * NO_SUPPORT where none are left. */
static gint64
price_of_support (const OrientaReasoning *self, guint row, guint unit)
{
  const OrientaPlan *plan = self->limits->plan;
  gint64 least = NO_SUPPORT;
  if (plan->mode != ORIENTA_SUPPORT_REQUIRED || !orienta_plan_calls (plan, row, unit))
    return 0;
  for (guint service = 0; service < plan->n_services; service++)
    if (fits (self, service, row, unit))
      least = MIN (least, orienta_plan_charge (plan, row, service));
  return least;
}

/* A quota that one household more in this home would break; -1: none, or none is imposed. */
static gint32
broken_quota (const OrientaReasoning *self, guint row, guint unit)
{
  for (guint i = 0; self->board->options->quotas && i < self->limits->rows->len; i++) {
    const OrientaLimitRow *limit = orienta_limits_get (self->limits, i);
    if (limit->limit.kind != ORIENTA_LIMIT_QUOTA)
      continue;
    gint64 amount = limit->limit.amount + orienta_limits_weight (self->limits, limit, row, unit);
    if (amount < limit->limit.least || amount > limit->limit.most)
      return (gint32) i;
  }
  return -1;
}

/* It would come before one who has a place here, or a place is free: what else is in the way? */
static void
explain_by_limits (const OrientaReasoning *self, guint row, OrientaUnmatched *unmatched)
{
  guint unit = (guint) unmatched->nearest;
  const OrientaBoard *board = self->board;
  gint64 price = price_of_support (self, row, unit);
  gint64 worth = board->points[orienta_board_find (board, row, unit)] - orienta_board_reserve (board, unit);
  unmatched->reason = ORIENTA_REASON_MATCH_LIMITS;
  if (price == NO_SUPPORT) {
    unmatched->reason = ORIENTA_REASON_MATCH_NO_SUPPORT;
    return;
  }
  if (price > 0 && price > worth) {
    unmatched->reason = ORIENTA_REASON_MATCH_SLOT_RESERVED;
    unmatched->margin = price - worth;
    return;
  }
  unmatched->limit = broken_quota (self, row, unit);
  if (unmatched->limit >= 0)
    unmatched->reason = ORIENTA_REASON_MATCH_QUOTA;
}

/* How a household stands at a home, the best last. */
typedef enum {
  STANDS_NOWHERE,
  STANDS_BELOW_MOVERS,
  STANDS_BELOW_TIER,
  STANDS_BELOW_POINTS,
  STANDS_EQUAL,
  STANDS_BEFORE
} Standing;

typedef struct {
  gint32 unit;
  Standing standing;
  gint64 missing; /* points, where these are what it is below by */
} Place;

/* Against the one who would have to go: by the policy's order where that gave the places, by tier and points where the
 * best sum did. */
static Place
place_at (const OrientaReasoning *self, guint row, gint64 pair)
{
  const OrientaBoard *board = self->board;
  const OrientaHolding *holding = &self->holdings[board->units[pair]];
  gboolean plain = self->matching->status == ORIENTA_MATCH_PLAIN;
  const OrientaCandidate *holder = plain ? &holding->last : &holding->lowest;
  OrientaCandidate own = orienta_board_candidate (board, row, pair);
  Place place = { (gint32) own.unit, STANDS_BEFORE, 0 };
  if (holding->left > 0)
    return place;
  if (!holding->any)
    place.standing = STANDS_NOWHERE;
  else if (!plain && !holding->any_low)
    place.standing = STANDS_BELOW_MOVERS;
  else if (own.tier > holder->tier)
    place.standing = STANDS_BELOW_TIER;
  else if (own.tier == holder->tier && own.points < holder->points)
    place = (Place){ place.unit, STANDS_BELOW_POINTS, holder->points - own.points };
  else if (plain ? orienta_ranking_compare (board->ranking, holder, &own) < 0
                 : own.tier == holder->tier && own.points == holder->points)
    place.standing = STANDS_EQUAL;
  return place;
}

/* By who has the places. */
static void
explain_by_holders (const OrientaReasoning *self, guint row, OrientaUnmatched *unmatched)
{
  static const OrientaReasonCode reasons[] = { ORIENTA_REASON_MATCH_NO_PLACE, ORIENTA_REASON_MATCH_HELD,
                                               ORIENTA_REASON_MATCH_TIER,     ORIENTA_REASON_MATCH_OUTSCORED,
                                               ORIENTA_REASON_MATCH_ORDER,    ORIENTA_REASON_MATCH_ORDER };
  const OrientaBoard *board = self->board;
  Place nearest = { .unit = -1 };
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
    if (board->status[i] == ORIENTA_STAYS)
      continue;
    Place place = place_at (self, row, i);
    if (nearest.unit < 0 || place.standing > nearest.standing
        || (place.standing == nearest.standing && place.missing < nearest.missing))
      nearest = place;
  }
  unmatched->nearest = nearest.standing == STANDS_NOWHERE ? -1 : nearest.unit;
  unmatched->reason = reasons[nearest.standing];
  unmatched->margin = nearest.missing;
  if (nearest.standing == STANDS_BEFORE && self->matching->status != ORIENTA_MATCH_PLAIN)
    explain_by_limits (self, row, unmatched);
}

/* -- a place that is kept for later, or a slot -- */

/* What is in the way of a pair that was left out for a reserve. A slot that is kept is, where there is one; else that
 * there is none. */
static OrientaUnmatched
withheld_for (const OrientaReasoning *self, const OrientaWithheld *withheld)
{
  const OrientaBoard *board = self->board;
  gint64 missing = orienta_board_reserve (board, withheld->unit) - withheld->points;
  gint64 price = board->charges ? price_of_support (self, withheld->row, withheld->unit) : 0;
  OrientaUnmatched unmatched = { .household = board->households[withheld->row], .limit = -1 };
  unmatched.nearest = (gint32) withheld->unit;
  unmatched.margin = price == NO_SUPPORT || missing > G_MAXINT64 - price ? missing : missing + price;
  unmatched.reason = missing > 0 && orienta_board_reserve (board, withheld->unit) > 0 ? ORIENTA_REASON_MATCH_RESERVED
                     : price == NO_SUPPORT                                            ? ORIENTA_REASON_MATCH_NO_SUPPORT
                                           : ORIENTA_REASON_MATCH_SLOT_RESERVED;
  if (unmatched.reason == ORIENTA_REASON_MATCH_NO_SUPPORT)
    unmatched.margin = 0;
  return unmatched;
}

/* Whatever else is in the way, somebody who could have a home that stays free is told why it does: at the home where
 * the fewest points are missing, or, where points would not do anywhere, at the first. */
static void
explain_by_reserve (const OrientaReasoning *self, guint row, OrientaUnmatched *unmatched)
{
  const OrientaBoard *board = self->board;
  gboolean found = FALSE;
  for (guint i = 0; i < board->withheld->len; i++) {
    const OrientaWithheld *withheld = &g_array_index (board->withheld, OrientaWithheld, i);
    if (withheld->row != row || self->holdings[withheld->unit].left <= 0)
      continue;
    OrientaUnmatched here = withheld_for (self, withheld);
    gboolean by_points = here.margin > 0, has_points = found && unmatched->margin > 0;
    if (!found || (by_points && (!has_points || here.margin < unmatched->margin)))
      *unmatched = here;
    found = TRUE;
  }
}

static gboolean
has_homes (const OrientaBoard *board, guint row)
{
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
    if (board->status[i] != ORIENTA_STAYS)
      return TRUE;
  return FALSE;
}

/* The reason of one household that has no new home. */
OrientaUnmatched
orienta_reasoning_explain (const OrientaReasoning *self, guint household)
{
  guint row = self->board->rows[household];
  OrientaUnmatched unmatched = { .household = household, .nearest = -1, .limit = -1 };
  if (self->board->n_open[row] == 0)
    unmatched.reason = ORIENTA_REASON_NOTHING_ELIGIBLE;
  else if (!has_homes (self->board, row))
    unmatched.reason = ORIENTA_REASON_MATCH_LEFT_OUT;
  else if (self->matching->status == ORIENTA_MATCH_INFEASIBLE)
    unmatched.reason = ORIENTA_REASON_MATCH_CONFLICT;
  else if (self->margins)
    explain_by_gaps (self, row, &unmatched);
  else
    explain_by_holders (self, row, &unmatched);
  if (self->matching->status != ORIENTA_MATCH_INFEASIBLE)
    explain_by_reserve (self, row, &unmatched);
  return unmatched;
}
