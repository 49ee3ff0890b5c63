/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads: the attributes that the answer to a question depends on, tables, computed attributes and other criteria
 * included. */
#include "rules/standing-private.h"
#include "score/classes-private.h"

OrientaReads *
orienta_reads_new (void)
{
  OrientaReads *self = g_new0 (OrientaReads, 1);
  self->household = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unit = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
orienta_reads_free (OrientaReads *self)
{
  if (!self)
    return;
  g_array_unref (self->household);
  g_array_unref (self->unit);
  g_free (self);
}

static void
add (GArray *set, guint attribute)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, guint, i) == attribute)
      return;
  g_array_append_val (set, attribute);
}

/* Whether one of these lists of the household has anything in it. */
gboolean
orienta_names_any (const OrientaHouseholdRow *household, guint names)
{
  return ((names & ORIENTA_NAMES_OCCUPIES) && household->occupies >= 0)
         || ((names & ORIENTA_NAMES_OFFERS) && household->offers.n > 0)
         || ((names & ORIENTA_NAMES_OUTCOMES) && household->outcomes.n > 0);
}

static guint
names_of (guint attribute)
{
  switch (attribute) {
  case ORIENTA_PAIR_OWN_PLACE:
    return ORIENTA_NAMES_OCCUPIES;
  case ORIENTA_PAIR_REFUSED_BEFORE:
    return ORIENTA_NAMES_OFFERS;
  default:
    return ORIENTA_NAMES_OUTCOMES;
  }
}

static void
read_pair_attribute (OrientaReads *self, guint attribute)
{
  const OrientaDependence *dependence = orienta_attribute_dependence (attribute);
  for (guint i = 0; i < G_N_ELEMENTS (dependence->unit); i++)
    if (dependence->unit[i] >= 0)
      add (self->unit, (guint) dependence->unit[i]);
  for (guint i = 0; i < G_N_ELEMENTS (dependence->household); i++)
    if (dependence->household[i] >= 0)
      add (self->household, (guint) dependence->household[i]);
  if (dependence->household[0] < 0)
    add (self->household, attribute);
  if (dependence->unit[0] < 0)
    self->names |= names_of (attribute);
}

static void
read_attribute (OrientaReads *self, const OrientaBinding *binding, guint attribute)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES) {
    const OrientaLocalAttribute *local = &binding->policy->locals[attribute - ORIENTA_N_ATTRIBUTES];
    if (local->when)
      orienta_reads_condition (self, binding, local->when);
    else
      add (local->of == ORIENTA_OF_HOUSEHOLD ? self->household : self->unit, attribute);
  } else if (attribute >= ORIENTA_PAIR_IN_CHOICE) {
    read_pair_attribute (self, attribute);
  } else {
    add (attribute < ORIENTA_UNIT_KIND ? self->household : self->unit, attribute);
  }
}

static void
read_table (OrientaReads *self, const OrientaBinding *binding, guint table)
{
  if (binding->tables[table] < 0)
    return;
  const OrientaLookup *lookup = &binding->policy->tables[binding->tables[table]];
  for (guint i = 0; i < lookup->n_axes; i++)
    read_attribute (self, binding, lookup->axes[i].attribute);
}

/* Adds what a condition reads; NULL reads nothing. */
void
orienta_reads_condition (OrientaReads *self, const OrientaBinding *binding, const OrientaCondition *condition)
{
  if (!condition)
    return;
  for (guint i = 0; i < condition->n_children; i++)
    orienta_reads_condition (self, binding, condition->children[i]);
  if (condition->kind == ORIENTA_CONDITION_CRITERION && binding->criteria[condition->index] >= 0)
    orienta_reads_criterion (self, binding, (guint) binding->criteria[condition->index]);
  if (condition->kind != ORIENTA_CONDITION_TEST)
    return;
  read_attribute (self, binding, condition->attribute);
  if (condition->operand == ORIENTA_OPERAND_ATTRIBUTE)
    read_attribute (self, binding, condition->index);
  else if (condition->operand == ORIENTA_OPERAND_TABLE)
    read_table (self, binding, condition->index);
}

/* Adds what a criterion reads. */
void
orienta_reads_criterion (OrientaReads *self, const OrientaBinding *binding, guint criterion)
{
  const OrientaCriterion *row = &binding->policy->criteria[criterion];
  orienta_reads_condition (self, binding, row->applies);
  orienta_reads_condition (self, binding, row->when);
  if (row->attribute >= 0)
    read_attribute (self, binding, (guint) row->attribute);
  if (row->divisor >= 0)
    read_attribute (self, binding, (guint) row->divisor);
  if (row->way == ORIENTA_WAY_TABLE)
    read_table (self, binding, row->table);
}

/* Adds all that decides whether a pair is refused, how many points it has and which tier it is of, today. */
void
orienta_reads_policy (OrientaReads *self, const OrientaBinding *binding)
{
  const OrientaPolicy *policy = binding->policy;
  for (guint i = 0; i < orienta_n_standing_rules; i++)
    read_attribute (self, binding, orienta_standing_rules[i].attribute);
  for (guint i = 0; i < policy->n_rules; i++)
    if (binding->rules[i]) {
      orienta_reads_condition (self, binding, policy->rules[i].applies);
      orienta_reads_condition (self, binding, policy->rules[i].require);
    }
  for (guint i = 0; i < policy->n_criteria; i++)
    if (binding->criteria[i] == (gint) i)
      orienta_reads_criterion (self, binding, i);
  for (guint i = 0; i < policy->n_tiers; i++)
    orienta_reads_condition (self, binding, policy->tiers[i].when);
}

/* Adds an attribute. */
void
orienta_reads_attribute (OrientaReads *self, const OrientaBinding *binding, guint attribute)
{
  read_attribute (self, binding, attribute);
}

/* Whether an attribute of the household, or of the unit, is among them. */
gboolean
orienta_reads_has (const OrientaReads *self, guint attribute)
{
  const GArray *set = attribute < ORIENTA_UNIT_KIND ? self->household : self->unit;
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, guint, i) == attribute)
      return TRUE;
  return FALSE;
}
