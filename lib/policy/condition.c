/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Conditions: objects of the document as trees. Names become numbers here, and the forms that say the same become one,
 * so that whoever asks a condition has few cases to think of: see OrientaOp. */
#include "policy/condition-private.h"

#include "policy/lookup-private.h"

#include <string.h>

OrientaCondition *
orienta_condition_new (OrientaConditionKind kind)
{
  OrientaCondition *self = g_new0 (OrientaCondition, 1);
  self->kind = kind;
  return self;
}

void
orienta_condition_free (OrientaCondition *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_children; i++)
    orienta_condition_free (self->children[i]);
  g_free (self->children);
  g_free (self->constants);
  g_strfreev (self->words);
  g_free (self);
}

/* Adds a child. Room doubles, so that a long list costs its length. */
void
orienta_condition_append (OrientaCondition *self, OrientaCondition *child)
{
  if (!child)
    return;
  guint n = self->n_children;
  if ((n & (n - 1)) == 0)
    self->children = g_renew (OrientaCondition *, self->children, n == 0 ? 1 : 2 * n);
  self->children[self->n_children++] = child;
}

/* What is true when the child is false; NULL of NULL. */
OrientaCondition *
orienta_condition_not (OrientaCondition *child)
{
  if (!child)
    return NULL;
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_NOT);
  orienta_condition_append (self, child);
  return self;
}

/* An `all` or `any` of one child is that child. */
OrientaCondition *
orienta_condition_flatten (OrientaCondition *self)
{
  if (self->kind == ORIENTA_CONDITION_TEST || self->kind == ORIENTA_CONDITION_CRITERION
      || self->kind == ORIENTA_CONDITION_NOT || self->n_children != 1)
    return self;
  OrientaCondition *child = self->children[0];
  self->n_children = 0;
  orienta_condition_free (self);
  return child;
}

static OrientaCondition *
read_list (OrientaReader *reader, JsonNode *node, OrientaConditionKind kind)
{
  OrientaCondition *self = orienta_condition_new (kind);
  JsonArray *list = orienta_reader_list (reader, node, 0);
  for (guint i = 0; list && i < json_array_get_length (list); i++) {
    gsize mark = orienta_reader_enter_index (reader, i);
    orienta_condition_append (self, orienta_condition_read (reader, json_array_get_element (list, i)));
    orienta_reader_leave (reader, mark);
  }
  return orienta_condition_flatten (self);
}

/* "criterion.ID": true or false. */
static OrientaCondition *
read_criterion (OrientaReader *reader, const char *name, JsonNode *node)
{
  gboolean gives = TRUE;
  if (!reader->criteria) {
    orienta_reader_fault (reader, node, "\"%s\": a computed attribute asks no criterion", name);
    return NULL;
  }
  gint criterion = orienta_reader_criterion (reader, node, name + strlen ("criterion."));
  if (criterion < 0)
    return NULL;
  gsize mark = orienta_reader_enter (reader, name);
  gboolean read = orienta_reader_bool (reader, node, &gives);
  orienta_reader_leave (reader, mark);
  if (!read)
    return NULL;
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_CRITERION);
  self->index = (guint) criterion;
  return gives ? self : orienta_condition_not (self);
}

static OrientaCondition *
read_attribute (OrientaReader *reader, const char *name, JsonNode *node)
{
  gint attribute = orienta_reader_attribute (reader, node, name);
  if (attribute < 0)
    return NULL;
  gsize mark = orienta_reader_enter (reader, name);
  OrientaCondition *self = orienta_comparison_read (reader, (guint) attribute, node);
  orienta_reader_leave (reader, mark);
  return self;
}

static OrientaCondition *
read_member (OrientaReader *reader, const char *name, JsonNode *node)
{
  if (g_str_has_prefix (name, "criterion."))
    return read_criterion (reader, name, node);
  gboolean all = strcmp (name, "all") == 0, any = strcmp (name, "any") == 0, negated = strcmp (name, "not") == 0;
  if (!all && !any && !negated)
    return read_attribute (reader, name, node);
  gsize mark = orienta_reader_enter (reader, name);
  OrientaCondition *self = negated ? orienta_condition_not (orienta_condition_read (reader, node))
                                   : read_list (reader, node, all ? ORIENTA_CONDITION_ALL : ORIENTA_CONDITION_ANY);
  orienta_reader_leave (reader, mark);
  return self;
}

/* Reads one condition at the reader's place; after a fault it lacks what was wrong. Its depth is bounded by the
 * document's. */
OrientaCondition *
orienta_condition_read (OrientaReader *reader, JsonNode *node)
{
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_ALL);
  if (!orienta_reader_object (reader, node, NULL))
    return self;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    orienta_condition_append (self, read_member (reader, name, value));
  return orienta_condition_flatten (self);
}

OrientaCondition *
orienta_condition_read_member (OrientaReader *reader, JsonNode *object, const char *name, gboolean needed)
{
  JsonNode *node = orienta_reader_member (reader, object, name, needed);
  if (!node)
    return NULL;
  gsize mark = orienta_reader_enter (reader, name);
  OrientaCondition *self = orienta_condition_read (reader, node);
  orienta_reader_leave (reader, mark);
  return self;
}

static guint64
local_weight (const OrientaReader *reader, guint attribute)
{
  return attribute < ORIENTA_N_ATTRIBUTES ? 0 : reader->local_weights[attribute - ORIENTA_N_ATTRIBUTES];
}

static guint64
seal_test (OrientaCondition *self, const OrientaReader *reader)
{
  guint64 weight = 1 + local_weight (reader, self->attribute);
  self->of = 1u << orienta_policy_attribute_of (reader->policy, self->attribute);
  if (self->operand == ORIENTA_OPERAND_ATTRIBUTE) {
    self->of |= 1u << orienta_policy_attribute_of (reader->policy, self->index);
    weight += local_weight (reader, self->index);
  }
  if (self->operand == ORIENTA_OPERAND_TABLE)
    self->of |= reader->policy->tables[self->index].of;
  return weight;
}

/* Notes of each part of the tree what it reads; what it asks must be sealed before. Returns how many tests it is with
 * computed attributes and criteria written out: that many are asked of a pair. */
guint64
orienta_condition_seal (OrientaCondition *self, const OrientaReader *reader)
{
  if (!self)
    return 0;
  if (self->kind == ORIENTA_CONDITION_TEST)
    return seal_test (self, reader);
  guint64 weight = 1;
  self->of = 0;
  for (guint i = 0; i < self->n_children; i++) {
    weight += orienta_condition_seal (self->children[i], reader);
    self->of |= self->children[i]->of;
  }
  if (self->kind == ORIENTA_CONDITION_CRITERION) {
    self->of = reader->policy->criteria[self->index].of;
    weight += reader->criterion_weights[self->index];
  }
  return weight;
}

/* Refuses what would take too long to ask. */
void
orienta_condition_bound (OrientaReader *reader, JsonNode *node, guint64 weight)
{
  if (weight > ORIENTA_MAX_WEIGHT)
    orienta_reader_limit (reader, node,
                          "%" G_GUINT64_FORMAT " tests when written out: expected at most %d for one line", weight,
                          ORIENTA_MAX_WEIGHT);
}

/* Whether any part of it reads a special category of data; what it asks must be sealed before. */
gboolean
orienta_condition_is_special (const OrientaCondition *self, const OrientaPolicy *policy)
{
  if (!self)
    return FALSE;
  for (guint i = 0; i < self->n_children; i++)
    if (orienta_condition_is_special (self->children[i], policy))
      return TRUE;
  if (self->kind == ORIENTA_CONDITION_CRITERION)
    return policy->criteria[self->index].special;
  if (self->kind != ORIENTA_CONDITION_TEST)
    return FALSE;
  return orienta_policy_attribute_special (policy, self->attribute)
         || (self->operand == ORIENTA_OPERAND_ATTRIBUTE && orienta_policy_attribute_special (policy, self->index))
         || (self->operand == ORIENTA_OPERAND_TABLE && orienta_lookup_is_special (policy, self->index));
}

static void
visit (const OrientaCondition *condition, OrientaConditionFunc func, gpointer data)
{
  if (!condition)
    return;
  func (condition, data);
  for (guint i = 0; i < condition->n_children; i++)
    visit (condition->children[i], func, data);
}

/* Calls `func` for every condition of the policy, and for every part of one, versions that are not in force included.
 */
void
orienta_policy_visit_conditions (const OrientaPolicy *self, OrientaConditionFunc func, gpointer data)
{
  for (guint i = 0; i < self->n_locals; i++)
    visit (self->locals[i].when, func, data);
  for (guint i = 0; i < self->n_rules; i++) {
    visit (self->rules[i].applies, func, data);
    visit (self->rules[i].require, func, data);
  }
  for (guint i = 0; i < self->n_criteria; i++) {
    visit (self->criteria[i].applies, func, data);
    visit (self->criteria[i].when, func, data);
  }
  for (guint i = 0; i < self->n_tiers; i++)
    visit (self->tiers[i].when, func, data);
  for (guint i = 0; i < self->n_strata; i++)
    visit (self->strata[i].when, func, data);
  for (guint i = 0; i < self->n_quotas; i++) {
    visit (self->quotas[i].units, func, data);
    visit (self->quotas[i].households, func, data);
  }
}
