/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Polarity: a part of a condition under an even number of `not` pulls the same way as the whole, under an odd number
 * the other way. `fold` first cuts off what the units meant make certain, so that a rule for hostels is not read as one
 * for homes. Both look through computed attributes and into the criteria that are asked. */
#include "policy/polarity-private.h"

#include "policy/lookup-private.h"

#include <string.h>

#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))
#define DURABLE_LEASES (BIT (ORIENTA_LEASE_DURABLE) | BIT (ORIENTA_LEASE_SLIDING))
#define ALL_LEASES (DURABLE_LEASES | BIT (ORIENTA_LEASE_TIME_LIMITED))

/* By the places of orienta_kinds: those whose usual lease is durable or sliding, and "other". A test compares them with
 * orienta_kind_default_lease(). */
#define DURABLE_KINDS 0x5e3f
#define SOCIAL_KINDS 0xf      /* plai, plus, pls, plai_a */
#define ORDINARY_KINDS 0x460f /* durable, and neither collective nor a device of its own */
#define ALL_KINDS 0x7fff
#define KIND_OTHER 14

const OrientaMeant orienta_meant_any = { ALL_KINDS, ALL_LEASES, 0 };
const OrientaMeant orienta_meant_durable = { DURABLE_KINDS, DURABLE_LEASES, 0 };
const OrientaMeant orienta_meant_time_limited = { ALL_KINDS & ~(DURABLE_KINDS & ~BIT (KIND_OTHER)),
                                                  BIT (ORIENTA_LEASE_TIME_LIMITED), 0 };
const OrientaMeant orienta_meant_social = { SOCIAL_KINDS, ALL_LEASES, 0 };
const OrientaMeant orienta_meant_ordinary = { ORDINARY_KINDS, DURABLE_LEASES, BIT (0) };

/* The values, as bits, for which a test of a word or a bool holds; for other operands every value may. */
guint64
orienta_test_accepts (const OrientaCondition *test)
{
  if (test->op == ORIENTA_OP_IN)
    return test->mask;
  if (test->constant < 0 || test->constant > 63)
    return G_MAXUINT64;
  guint64 at = BIT (test->constant), below = at - 1;
  switch (test->op) {
  case ORIENTA_OP_EQ:
    return at;
  case ORIENTA_OP_NE:
    return ~at;
  case ORIENTA_OP_LT:
    return below;
  case ORIENTA_OP_LE:
    return below | at;
  case ORIENTA_OP_GT:
    return ~(below | at);
  case ORIENTA_OP_GE:
    return ~below;
  default:
    return G_MAXUINT64;
  }
}

static OrientaFolded
fold_values (guint64 possible, guint64 accepted)
{
  if ((possible & ~accepted) == 0)
    return ORIENTA_FOLDED_TRUE;
  return (possible & accepted) == 0 ? ORIENTA_FOLDED_FALSE : ORIENTA_FOLDED_OPEN;
}

/* The values that a test's attribute can have, as bits; 0: any. */
static guint64
possible_values (const OrientaPolicy *policy, guint attribute, const OrientaMeant *meant)
{
  OrientaFolded folded;
  switch (attribute) {
  case ORIENTA_UNIT_KIND:
    return meant->kinds;
  case ORIENTA_UNIT_LEASE:
    return meant->leases;
  case ORIENTA_UNIT_DURABLE:
    return (meant->leases & DURABLE_LEASES ? BIT (1) : 0) | (meant->leases & ~DURABLE_LEASES ? BIT (0) : 0);
  case ORIENTA_UNIT_ONSITE_SUPPORT:
    return meant->onsite;
  default:
    if (attribute < ORIENTA_N_ATTRIBUTES || !policy->locals[attribute - ORIENTA_N_ATTRIBUTES].when)
      return 0;
    folded = orienta_polarity_fold (policy, policy->locals[attribute - ORIENTA_N_ATTRIBUTES].when, meant);
    return folded == ORIENTA_FOLDED_OPEN ? BIT (0) | BIT (1) : folded == ORIENTA_FOLDED_TRUE ? BIT (1) : BIT (0);
  }
}

static OrientaFolded
fold_test (const OrientaPolicy *policy, const OrientaCondition *test, const OrientaMeant *meant)
{
  if (test->op == ORIENTA_OP_KNOWN || test->operand == ORIENTA_OPERAND_ATTRIBUTE
      || test->operand == ORIENTA_OPERAND_TABLE)
    return ORIENTA_FOLDED_OPEN;
  guint64 possible = possible_values (policy, test->attribute, meant);
  return possible == 0 ? ORIENTA_FOLDED_OPEN : fold_values (possible, orienta_test_accepts (test));
}

static OrientaFolded
fold_children (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant)
{
  /* What one child decides alone, and what is left when none is open. */
  gboolean all = self->kind == ORIENTA_CONDITION_ALL;
  OrientaFolded decisive = all ? ORIENTA_FOLDED_FALSE : ORIENTA_FOLDED_TRUE;
  OrientaFolded result = all ? ORIENTA_FOLDED_TRUE : ORIENTA_FOLDED_FALSE;
  for (guint i = 0; i < self->n_children; i++) {
    OrientaFolded child = orienta_polarity_fold (policy, self->children[i], meant);
    if (child == decisive)
      return decisive;
    if (child == ORIENTA_FOLDED_OPEN)
      result = ORIENTA_FOLDED_OPEN;
  }
  return result;
}

/* Whether the units meant alone decide the condition. NULL holds. */
OrientaFolded
orienta_polarity_fold (const OrientaPolicy *policy, const OrientaCondition *self, const OrientaMeant *meant)
{
  OrientaFolded child;
  if (!self)
    return ORIENTA_FOLDED_TRUE;
  switch (self->kind) {
  case ORIENTA_CONDITION_ALL:
  case ORIENTA_CONDITION_ANY:
    return fold_children (policy, self, meant);
  case ORIENTA_CONDITION_NOT:
    child = orienta_polarity_fold (policy, self->children[0], meant);
    return child == ORIENTA_FOLDED_OPEN   ? child
           : child == ORIENTA_FOLDED_TRUE ? ORIENTA_FOLDED_FALSE
                                          : ORIENTA_FOLDED_TRUE;
  case ORIENTA_CONDITION_TEST:
    return fold_test (policy, self, meant);
  default:
    return ORIENTA_FOLDED_OPEN;
  }
}

/* Which way a test of a value with `n_values` rising values pulls: 1 when it holds from some value on, -1 when up to
 * some value, 0 for neither. `constant`: it holds for all or none. */
OrientaPolarity
orienta_polarity_of_test (const OrientaCondition *test, guint n_values, gboolean *constant)
{
  *constant = FALSE;
  if (test->op == ORIENTA_OP_KNOWN || test->operand == ORIENTA_OPERAND_ATTRIBUTE
      || test->operand == ORIENTA_OPERAND_TABLE)
    return 0;
  guint64 all = BIT (n_values) - 1;
  guint64 accepted = orienta_test_accepts (test) & all, refused = all & ~accepted;
  *constant = accepted == 0 || refused == 0;
  if (*constant)
    return 0;
  if (accepted > refused) /* holds the top value */
    return (refused & (refused + 1)) == 0 ? 1 : 0;
  return (accepted & (accepted + 1)) == 0 ? -1 : 0;
}

/* The same of a bool: 1 when it holds for true. */
OrientaPolarity
orienta_polarity_of_bool (const OrientaCondition *test)
{
  gboolean constant;
  return orienta_polarity_of_test (test, 2, &constant);
}

typedef struct {
  const OrientaPolicy *policy;
  const OrientaMeant *meant;
  OrientaVisit visit;
  gpointer data;
} OrientaWalk;

static void walk (const OrientaWalk *self, const OrientaCondition *condition, OrientaPolarity polarity);

static void
visit (const OrientaWalk *self, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  self->visit (self->data, attribute, test, polarity);
  if (attribute < ORIENTA_N_ATTRIBUTES)
    return;
  const OrientaCondition *when = self->policy->locals[attribute - ORIENTA_N_ATTRIBUTES].when;
  if (when)
    walk (self, when, test ? polarity * orienta_polarity_of_bool (test) : 0);
}

/* Which way the larger right side of a comparison pulls. */
static OrientaPolarity
way_of_limit (const OrientaCondition *test)
{
  if (test->op == ORIENTA_OP_LT || test->op == ORIENTA_OP_LE)
    return 1;
  return test->op == ORIENTA_OP_GT || test->op == ORIENTA_OP_GE ? -1 : 0;
}

static void
walk_table (const OrientaWalk *self, guint table, OrientaPolarity polarity)
{
  for (guint i = 0; i < self->policy->n_tables; i++) {
    const OrientaLookup *lookup = &self->policy->tables[i];
    for (guint axis = 0; strcmp (lookup->id, self->policy->tables[table].id) == 0 && axis < lookup->n_axes; axis++)
      visit (self, lookup->axes[axis].attribute, NULL, polarity * orienta_lookup_slope (lookup, axis));
  }
}

static void
walk_criterion (const OrientaWalk *self, guint criterion, OrientaPolarity polarity)
{
  for (guint i = 0; i < self->policy->n_criteria; i++) {
    const OrientaCriterion *version = &self->policy->criteria[i];
    if (strcmp (version->id, self->policy->criteria[criterion].id) != 0)
      continue;
    walk (self, version->applies, polarity);
    walk (self, version->when, polarity);
    if (version->attribute >= 0)
      visit (self, (guint) version->attribute, NULL, 0);
    if (version->divisor >= 0)
      visit (self, (guint) version->divisor, NULL, 0);
    if (version->way == ORIENTA_WAY_TABLE)
      walk_table (self, version->table, 0);
  }
}

static void
walk (const OrientaWalk *self, const OrientaCondition *condition, OrientaPolarity polarity)
{
  if (orienta_polarity_fold (self->policy, condition, self->meant) != ORIENTA_FOLDED_OPEN)
    return;
  switch (condition->kind) {
  case ORIENTA_CONDITION_TEST:
    visit (self, condition->attribute, condition, polarity);
    if (condition->operand == ORIENTA_OPERAND_ATTRIBUTE)
      visit (self, condition->index, NULL, polarity * way_of_limit (condition));
    if (condition->operand == ORIENTA_OPERAND_TABLE)
      walk_table (self, condition->index, polarity * way_of_limit (condition));
    return;
  case ORIENTA_CONDITION_CRITERION:
    walk_criterion (self, condition->index, polarity);
    return;
  default:
    for (guint i = 0; i < condition->n_children; i++)
      walk (self, condition->children[i], condition->kind == ORIENTA_CONDITION_NOT ? -polarity : polarity);
  }
}

/* Tells `visit` of every attribute that a condition reads of the units meant, itself or through what it asks. */
void
orienta_polarity_walk (const OrientaPolicy *policy, const OrientaCondition *condition, const OrientaMeant *meant,
                       OrientaPolarity polarity, OrientaVisit visit_func, gpointer data)
{
  OrientaWalk self = { policy, meant, visit_func, data };
  walk (&self, condition, polarity);
}
