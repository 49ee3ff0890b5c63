/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Housing First: what no policy may do (docs/policy.md, last section). A line is looked at for whom it helps: what a
 * rule requires helps, where it applies hinders; points above 0 help, points below hinder. */
#include "policy/housing-first-private.h"

#include "policy/criterion-private.h"
#include "policy/exam-private.h"
#include "policy/lookup-private.h"
#include "policy/order-private.h"
#include "policy/shelter-private.h"

#include <string.h>

static void
walk_both (OrientaExam *self, const OrientaCondition *first, OrientaPolarity first_polarity,
           const OrientaCondition *second, OrientaPolarity second_polarity, const OrientaMeant *meant,
           OrientaVisit visit)
{
  const OrientaPolicy *policy = self->reader->policy;
  orienta_polarity_walk (policy, first, meant, first_polarity, visit, self);
  orienta_polarity_walk (policy, second, meant, second_polarity, visit, self);
}

static gboolean
never (const OrientaPolicy *policy, const OrientaCondition *condition, const OrientaMeant *meant)
{
  return orienta_polarity_fold (policy, condition, meant) == ORIENTA_FOLDED_FALSE;
}

/* A rule lets through where it does not apply and where what it requires holds. */
static void
examine_rule (OrientaExam *self, const OrientaRule *rule)
{
  const OrientaPolicy *policy = self->reader->policy;
  self->ends = rule->valid.to != ORIENTA_NO_DATE;
  walk_both (self, rule->applies, -1, rule->require, 1, &orienta_meant_any, orienta_exam_visit_any);
  if (!never (policy, rule->applies, &orienta_meant_social))
    walk_both (self, rule->applies, -1, rule->require, 1, &orienta_meant_social, orienta_exam_visit_social);
  if (never (policy, rule->applies, &orienta_meant_durable))
    return;
  walk_both (self, rule->applies, -1, rule->require, 1, &orienta_meant_durable, orienta_exam_visit_durable);
  if (orienta_shelter_is_asked (policy, rule, &orienta_meant_durable))
    orienta_exam_tell (
        self, "HF4: \"household.situation\" accepts a stay in shelter and leaves out the street; Housing First refuses "
              "a stay in shelter as a condition");
}

/* What a criterion measures, and what keys its table. */
static void
examine_measured (OrientaExam *self, const OrientaCriterion *criterion, gboolean durable)
{
  const OrientaPolicy *policy = self->reader->policy;
  if (criterion->attribute >= 0)
    orienta_exam_measure (self, (guint) criterion->attribute, orienta_criterion_slope (criterion), durable);
  if (criterion->divisor >= 0)
    orienta_exam_measure (self, (guint) criterion->divisor, 0, durable);
  for (guint i = 0; criterion->way == ORIENTA_WAY_TABLE && i < policy->n_tables; i++) {
    const OrientaLookup *lookup = &policy->tables[i];
    for (guint axis = 0; strcmp (lookup->id, policy->tables[criterion->table].id) == 0 && axis < lookup->n_axes;
         axis++) {
      orienta_exam_visit_any (self, lookup->axes[axis].attribute, NULL, 0);
      if (durable)
        orienta_exam_visit_durable (self, lookup->axes[axis].attribute, NULL, orienta_lookup_slope (lookup, axis));
    }
  }
}

static void
examine_criterion (OrientaExam *self, const OrientaCriterion *criterion)
{
  const OrientaPolicy *policy = self->reader->policy;
  OrientaReach reach = orienta_criterion_reach (policy, criterion);
  OrientaPolarity helps = reach.least >= 0 ? 1 : reach.most <= 0 ? -1 : 0;
  self->ends = criterion->valid.to != ORIENTA_NO_DATE;
  gboolean durable = !never (policy, criterion->applies, &orienta_meant_durable)
                     && !never (policy, criterion->when, &orienta_meant_durable);
  self->takes = durable && reach.least < 0;
  if (reach.least == 0 && reach.most == 0)
    return;
  walk_both (self, criterion->applies, helps, criterion->when, helps, &orienta_meant_any, orienta_exam_visit_any);
  examine_measured (self, criterion, durable);
  if (durable)
    walk_both (self, criterion->applies, helps, criterion->when, helps, &orienta_meant_durable,
               orienta_exam_visit_durable);
}

static void
examine_tier (OrientaExam *self, const OrientaTier *tier)
{
  walk_both (self, tier->when, 1, NULL, 0, &orienta_meant_any, orienta_exam_visit_any);
  walk_both (self, tier->when, 1, NULL, 0, &orienta_meant_durable, orienta_exam_visit_durable);
}

/* A key of the order ranks like points: rising values first hinders those who have more of it. */
static void
examine_key (OrientaExam *self, const OrientaKey *key)
{
  if (key->kind != ORIENTA_KEY_ATTRIBUTE)
    return;
  OrientaCondition test = { .kind = ORIENTA_CONDITION_TEST,
                            .attribute = key->attribute,
                            .op = key->descending ? ORIENTA_OP_GE : ORIENTA_OP_LE };
  test.constant = key->descending ? 1 : 0;
  if (key->attribute != ORIENTA_PAIR_REFUSED_BEFORE)
    orienta_exam_visit_any (self, key->attribute, &test, 1);
  orienta_exam_visit_durable (self, key->attribute, &test, 1);
}

/* -- groups: whether a need that adds points in one criterion takes them in another -- */

typedef struct {
  gboolean reads;
} OrientaNeedSeen;

static void
visit_for_need (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaNeedSeen *seen = data;
  seen->reads = seen->reads || orienta_exam_is_need (attribute);
}

static gboolean
reads_need (const OrientaPolicy *policy, const OrientaCriterion *criterion)
{
  OrientaNeedSeen seen = { FALSE };
  orienta_polarity_walk (policy, criterion->applies, &orienta_meant_durable, 1, visit_for_need, &seen);
  orienta_polarity_walk (policy, criterion->when, &orienta_meant_durable, 1, visit_for_need, &seen);
  if (criterion->attribute >= 0)
    visit_for_need (&seen, (guint) criterion->attribute, NULL, 0);
  for (guint i = 0; criterion->way == ORIENTA_WAY_TABLE && i < policy->n_tables; i++)
    for (guint axis = 0;
         strcmp (policy->tables[i].id, policy->tables[criterion->table].id) == 0 && axis < policy->tables[i].n_axes;
         axis++)
      visit_for_need (&seen, policy->tables[i].axes[axis].attribute, NULL, 0);
  return seen.reads;
}

static void
examine_group (OrientaExam *self, const OrientaGroup *group)
{
  const OrientaPolicy *policy = self->reader->policy;
  for (guint i = 0; group->combine != ORIENTA_COMBINE_SUM && i < group->n_criteria; i++) {
    const OrientaCriterion *criterion = &policy->criteria[group->criteria[i]];
    if (!reads_need (policy, criterion))
      continue;
    OrientaReach reach = orienta_criterion_reach (policy, criterion);
    if (reach.least < 0)
      orienta_exam_tell (self, "HF1: \"%s\" reads a need and takes points; only a group of combine \"sum\" may hold it",
                         criterion->id);
    for (guint j = i + 1; group->combine == ORIENTA_COMBINE_FIRST && j < group->n_criteria; j++) {
      const OrientaCriterion *later = &policy->criteria[group->criteria[j]];
      if (orienta_criterion_reach (policy, later).most > reach.least && strcmp (later->id, criterion->id) != 0)
        orienta_exam_tell (
            self, "HF1: \"%s\" reads a need and comes before \"%s\", which may give more; a need could lower the score",
            criterion->id, later->id);
    }
  }
}

/* -- quotas: whom a bound leaves outside -- */

static void
tell_quota (OrientaExam *self, guint attribute)
{
  orienta_exam_tell (self, "HF1: \"%s\" chooses whom this quota may leave outside a durable unit; expected \"source\"",
                     orienta_policy_attribute_name (self->reader->policy, attribute));
}

/* Of the group that may not have more: any special attribute. */
static void
visit_most (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaExam *self = data;
  if (orienta_exam_is_need (attribute) || orienta_policy_attribute_special (self->reader->policy, attribute))
    tell_quota (self, attribute);
}

/* Of the group that must have some: a need that leaves it, for then the others are bounded from above. */
static void
visit_least (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  if (orienta_exam_is_need (attribute) && orienta_exam_need_hinders (attribute, test, polarity))
    tell_quota (data, attribute);
}

static void
examine_load (OrientaExam *self, const OrientaLoad *load)
{
  const OrientaPolicy *policy = self->reader->policy;
  if (load->kind == ORIENTA_LOAD_ATTRIBUTE)
    visit_most (self, load->attribute, NULL, 0);
  for (guint i = 0; load->kind == ORIENTA_LOAD_TABLE && i < policy->n_tables; i++)
    for (guint axis = 0;
         strcmp (policy->tables[i].id, policy->tables[load->table].id) == 0 && axis < policy->tables[i].n_axes; axis++)
      visit_most (self, policy->tables[i].axes[axis].attribute, NULL, 0);
}

static void
examine_quota (OrientaExam *self, const OrientaQuota *quota)
{
  const OrientaPolicy *policy = self->reader->policy;
  if (quota->source || never (policy, quota->units, &orienta_meant_durable))
    return;
  if (orienta_quota_has_most (quota))
    orienta_polarity_walk (policy, quota->households, &orienta_meant_durable, -1, visit_most, self);
  if (quota->max_load != ORIENTA_UNKNOWN)
    examine_load (self, &quota->load);
  if (quota->min_share != ORIENTA_UNKNOWN || quota->min_count != ORIENTA_UNKNOWN || quota->min_load != ORIENTA_UNKNOWN)
    orienta_polarity_walk (policy, quota->households, &orienta_meant_durable, 1, visit_least, self);
}

/* -- the document -- */

typedef void (*OrientaExamine) (OrientaExam *exam, guint place);

static void
at_rule (OrientaExam *self, guint i)
{
  examine_rule (self, &self->reader->policy->rules[i]);
}

static void
at_criterion (OrientaExam *self, guint i)
{
  examine_criterion (self, &self->reader->policy->criteria[i]);
}

static void
at_group (OrientaExam *self, guint i)
{
  examine_group (self, &self->reader->policy->groups[i]);
}

static void
at_tier (OrientaExam *self, guint i)
{
  examine_tier (self, &self->reader->policy->tiers[i]);
}

static void
at_quota (OrientaExam *self, guint i)
{
  examine_quota (self, &self->reader->policy->quotas[i]);
}

static void
each_line (OrientaExam *self, const char *name, OrientaExamined line, OrientaExamine examine)
{
  guint n;
  JsonArray *list = orienta_reader_top (self->reader, name, &n);
  gsize mark = orienta_reader_enter (self->reader, name);
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (self->reader, i);
    self->line = line;
    self->takes = self->ends = FALSE;
    self->node = json_array_get_element (list, i);
    g_hash_table_remove_all (self->told);
    examine (self, i);
    orienta_reader_leave (self->reader, entry);
  }
  orienta_reader_leave (self->reader, mark);
}

static void
at_order (OrientaExam *self)
{
  const OrientaPolicy *policy = self->reader->policy;
  JsonNode *node = json_object_get_member (json_node_get_object (orienta_json_get_root (policy->json)), "order");
  gsize mark = orienta_reader_enter (self->reader, "order");
  self->line = ORIENTA_LINE_ORDER;
  self->takes = self->ends = FALSE;
  self->node = node;
  g_hash_table_remove_all (self->told);
  for (guint i = 0; node && i < policy->n_order; i++)
    examine_key (self, &policy->order[i]);
  orienta_reader_leave (self->reader, mark);
}

/* Refuses every line of a sound policy that breaks Housing First or discriminates. */
void
orienta_housing_first_check (OrientaReader *reader)
{
  const OrientaPolicy *policy = reader->policy;
  g_autofree OrientaWording *wordings = g_new0 (OrientaWording, policy->n_locals);
  for (guint i = 0; i < policy->n_locals; i++)
    wordings[i] = orienta_wording_find (&policy->locals[i]);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OrientaExam self = { .reader = reader, .wordings = wordings, .told = told };
  each_line (&self, "rules", ORIENTA_LINE_RULE, at_rule);
  each_line (&self, "criteria", ORIENTA_LINE_CRITERION, at_criterion);
  each_line (&self, "groups", ORIENTA_LINE_CRITERION, at_group);
  each_line (&self, "tiers", ORIENTA_LINE_TIER, at_tier);
  at_order (&self);
  each_line (&self, "quotas", ORIENTA_LINE_QUOTA, at_quota);
}
