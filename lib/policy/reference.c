/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* References: criteria that ask other criteria. They are followed from each criterion to those that ask nothing, which
 * finds cycles, and gives the order in which to note what each one reads. */
#include "policy/criterion-private.h"

#include "policy/condition-private.h"
#include "policy/lookup-private.h"

#define MAX_DEPTH 100 /* criteria that ask one another in a row */

enum { UNSEEN, OPEN, DONE };

typedef struct {
  OrientaReader *reader;
  guint *next;    /* by criterion: place + 1 of the next version of its id */
  guint8 *states; /* by criterion: of the first version */
  GArray *trail;  /* guint: the criteria being followed */
} OrientaTrail;

static void
collect (const OrientaCondition *condition, GArray *asked)
{
  if (!condition)
    return;
  if (condition->kind == ORIENTA_CONDITION_CRITERION)
    g_array_append_val (asked, condition->index);
  for (guint i = 0; i < condition->n_children; i++)
    collect (condition->children[i], asked);
}

static JsonNode *
enter_criterion (OrientaReader *reader, guint criterion)
{
  JsonObject *root = json_node_get_object (orienta_json_get_root (reader->policy->json));
  orienta_reader_enter (reader, "criteria");
  orienta_reader_enter_index (reader, criterion);
  return json_array_get_element (json_object_get_array_member (root, "criteria"), criterion);
}

static void
refuse_cycle (OrientaTrail *self, guint criterion)
{
  const OrientaPolicy *policy = self->reader->policy;
  g_autoptr (GString) cycle = g_string_new (NULL);
  guint start = self->trail->len;
  while (start > 0 && g_array_index (self->trail, guint, start - 1) != criterion)
    start--;
  for (guint i = start - 1; i < self->trail->len; i++)
    g_string_append_printf (cycle, "%s → ", policy->criteria[g_array_index (self->trail, guint, i)].id);
  gsize mark = self->reader->path->len;
  JsonNode *node = enter_criterion (self->reader, criterion);
  orienta_reader_fault (self->reader, node, "a cycle of criteria: %s%s", cycle->str, policy->criteria[criterion].id);
  orienta_reader_leave (self->reader, mark);
}

/* What a criterion reads itself. */
static guint
seal_one (OrientaReader *reader, OrientaCriterion *self, guint64 *weight)
{
  OrientaPolicy *policy = reader->policy;
  *weight += 1 + orienta_condition_seal (self->applies, reader) + orienta_condition_seal (self->when, reader);
  guint of = (self->applies ? self->applies->of : 0) | (self->when ? self->when->of : 0);
  self->special =
      orienta_condition_is_special (self->applies, policy) || orienta_condition_is_special (self->when, policy);
  gint measured[] = { self->attribute, self->divisor };
  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    if (measured[i] >= 0) {
      of |= 1u << orienta_policy_attribute_of (policy, (guint) measured[i]);
      self->special = self->special || orienta_policy_attribute_special (policy, (guint) measured[i]);
    }
  if (self->way == ORIENTA_WAY_TABLE) {
    of |= policy->tables[self->table].of;
    self->special = self->special || orienta_lookup_is_special (policy, self->table);
  }
  return of;
}

/* Seals every version of an id alike: whichever is in force, it reads no more than was noted. */
static void
seal_versions (OrientaTrail *self, guint first)
{
  OrientaReader *reader = self->reader;
  OrientaCriterion *criteria = reader->policy->criteria;
  guint of = 0;
  gboolean special = FALSE;
  guint64 weight = 0;
  for (guint i = first + 1; i > 0; i = self->next[i - 1]) {
    of |= seal_one (reader, &criteria[i - 1], &weight);
    special = special || criteria[i - 1].special;
  }
  for (guint i = first + 1; i > 0; i = self->next[i - 1]) {
    criteria[i - 1].of = of;
    criteria[i - 1].special = special;
  }
  reader->criterion_weights[first] = weight;
  gsize mark = reader->path->len;
  orienta_condition_bound (reader, enter_criterion (reader, first), weight);
  orienta_reader_leave (reader, mark);
}

static void
follow (OrientaTrail *self, guint first)
{
  OrientaReader *reader = self->reader;
  if (self->states[first] == OPEN)
    refuse_cycle (self, first);
  if (self->states[first] != UNSEEN)
    return;
  if (self->trail->len == MAX_DEPTH) {
    orienta_reader_limit (reader, orienta_json_get_root (reader->policy->json),
                          "\"%s\" is asked by a row of %d criteria: expected fewer", reader->policy->criteria[first].id,
                          MAX_DEPTH);
    return;
  }
  self->states[first] = OPEN;
  g_array_append_val (self->trail, first);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = first + 1; i > 0; i = self->next[i - 1]) {
    collect (reader->policy->criteria[i - 1].applies, asked);
    collect (reader->policy->criteria[i - 1].when, asked);
  }
  for (guint i = 0; i < asked->len; i++)
    follow (self, g_array_index (asked, guint, i));
  g_array_set_size (self->trail, self->trail->len - 1);
  self->states[first] = DONE;
  seal_versions (self, first);
}

/* Follows all references; refuses cycles. Complexity: the size of all conditions. */
void
orienta_criteria_seal (OrientaReader *reader)
{
  guint n = reader->policy->n_criteria;
  g_autofree guint *next = g_new0 (guint, n);
  g_autofree guint8 *states = g_new0 (guint8, n);
  g_autofree guint *last = g_new0 (guint, n); /* by first version: the latest version seen */
  g_autoptr (GArray) trail = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++) {
    const char *id = reader->policy->criteria[i].id;
    guint first = id ? GPOINTER_TO_UINT (g_hash_table_lookup (reader->criteria, id)) : 0;
    if (first == 0)
      continue;
    if (first - 1 != i)
      next[last[first - 1]] = i + 1;
    last[first - 1] = i;
  }
  OrientaTrail self = { reader, next, states, trail };
  for (guint i = 0; i < n; i++)
    if (reader->policy->criteria[i].id
        && g_hash_table_lookup (reader->criteria, reader->policy->criteria[i].id) == GUINT_TO_POINTER (i + 1))
      follow (&self, i);
}
