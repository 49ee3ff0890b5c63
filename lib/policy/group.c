/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/group-private.h"

#include "policy/condition-private.h"
#include "policy/period-private.h"

#include <string.h>

/* Puts the group's condition before the criterion's own. Each criterion has its own copy, read again, so that every
 * test keeps one owner and one slot. */
static void
bind_condition (OrientaReader *reader, JsonNode *node, OrientaCriterion *criterion)
{
  OrientaCondition *own = criterion->applies;
  OrientaCondition *both = orienta_condition_read_member (reader, node, "applies", ORIENTA_OPTIONAL);
  if (own && both) {
    OrientaCondition *all = orienta_condition_new (ORIENTA_CONDITION_ALL);
    orienta_condition_append (all, both);
    orienta_condition_append (all, own);
    both = all;
  }
  criterion->applies = both ? both : own;
}

/* Takes every version of one criterion into the group. */
static void
take (OrientaReader *reader, JsonNode *node, guint group, const char *id, GArray *members)
{
  OrientaPolicy *policy = reader->policy;
  for (guint i = 0; i < policy->n_criteria; i++) {
    OrientaCriterion *criterion = &policy->criteria[i];
    if (g_strcmp0 (criterion->id, id) != 0)
      continue;
    criterion->group = (gint) group;
    bind_condition (reader, node, criterion);
    g_array_append_val (members, i);
  }
}

static void
read_members (OrientaReader *reader, JsonNode *node, guint group, OrientaGroup *self)
{
  const OrientaPolicy *policy = reader->policy;
  JsonNode *of = orienta_reader_member (reader, node, "of", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "of");
  JsonArray *list = of ? orienta_reader_list (reader, of, 1) : NULL;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; list && i < json_array_get_length (list); i++) {
    JsonNode *entry = json_array_get_element (list, i);
    orienta_reader_enter_index (reader, i);
    const char *id = orienta_reader_id (reader, entry);
    gint criterion = id ? orienta_reader_criterion (reader, entry, id) : -1;
    gint taken = criterion < 0 ? -1 : policy->criteria[criterion].group;
    if (taken == (gint) group)
      orienta_reader_fault (reader, entry, "\"%s\": stands twice", id);
    else if (taken >= 0)
      orienta_reader_fault (reader, entry, "\"%s\": already in the group \"%s\"; expected in one at most", id,
                            policy->groups[taken].id ? policy->groups[taken].id : "");
    orienta_reader_leave (reader, mark);
    if (criterion >= 0 && taken < 0)
      take (reader, node, group, id, members);
    orienta_reader_enter (reader, "of");
  }
  orienta_reader_leave (reader, mark);
  self->n_criteria = members->len;
  self->criteria = (guint *) g_array_free (g_steal_pointer (&members), FALSE);
}

static void
read_group (OrientaReader *reader, JsonNode *node, guint place, OrientaGroup *self)
{
  static const char *const members[] = { "id", "label", "of", "combine", "cap", "floor", "applies", "note", NULL };
  static const char *const combines[] = { "sum", "max", "first", NULL }; /* by OrientaCombine */
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_note (reader, node);
  self->combine = (OrientaCombine) orienta_reader_member_word (reader, node, "combine", combines, ORIENTA_COMBINE_SUM);
  orienta_reader_member_points (reader, node, "cap", &self->cap);
  orienta_reader_member_points (reader, node, "floor", &self->floor);
  if (self->floor > self->cap)
    orienta_reader_fault (reader, node, "\"floor\" is above \"cap\"");
  /* What binds the criteria does not bind the bounds: those whom the group leaves out would be given points, or lose
   * some. */
  else if ((self->floor > 0 || self->cap < 0) && json_object_has_member (json_node_get_object (node), "applies"))
    orienta_reader_fault (
        reader, node,
        "\"applies\" with a \"floor\" above 0 or a \"cap\" below 0: expected bounds that leave 0 as it is");
  /* Once for its faults, before the copies. */
  guint faults = reader->found->len;
  orienta_condition_free (orienta_condition_read_member (reader, node, "applies", ORIENTA_OPTIONAL));
  if (reader->found->len == faults)
    read_members (reader, node, place, self);
}

/* All groups; their criteria must have been read and not yet sealed. */
void
orienta_groups_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "groups", &n);
  policy->groups = g_new0 (OrientaGroup, n);
  policy->n_groups = n;
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "groups");
  for (guint i = 0; i < n; i++) {
    OrientaGroup *self = &policy->groups[i];
    *self = (OrientaGroup){ .cap = G_MAXINT64, .floor = G_MININT64 };
    gsize entry = orienta_reader_enter_index (reader, i);
    read_group (reader, json_array_get_element (list, i), i, self);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ self->id, NULL };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "groups", versions, n);
}

void
orienta_group_clear (OrientaGroup *self)
{
  g_free (self->id);
  g_free (self->criteria);
  orienta_label_clear (&self->label);
}
