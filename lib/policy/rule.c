/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/rule-private.h"

#include "policy/condition-private.h"
#include "policy/period-private.h"

static void
read_rule (OrientaReader *reader, JsonNode *node, OrientaRule *self)
{
  static const char *const members[] = { "id",    "label",  "applies", "require", "otherwise",
                                         "valid", "source", "note",    NULL };
  static const char *const otherwises[] = { "ineligible", "to_verify", "flag", NULL }; /* by OrientaOtherwise */
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_NEEDED, &self->source);
  orienta_reader_member_period (reader, node, &self->valid);
  orienta_reader_member_note (reader, node);
  self->otherwise = (OrientaOtherwise) orienta_reader_member_word (reader, node, "otherwise", otherwises,
                                                                   ORIENTA_OTHERWISE_INELIGIBLE);
  self->applies = orienta_condition_read_member (reader, node, "applies", ORIENTA_OPTIONAL);
  self->require = orienta_condition_read_member (reader, node, "require", ORIENTA_NEEDED);
  guint64 weight = orienta_condition_seal (self->applies, reader) + orienta_condition_seal (self->require, reader);
  orienta_condition_bound (reader, node, weight);
  self->special = orienta_condition_is_special (self->applies, reader->policy)
                  || orienta_condition_is_special (self->require, reader->policy);
}

/* All rules; the criteria that they may ask must have been read. */
void
orienta_rules_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "rules", &n);
  policy->rules = g_new0 (OrientaRule, n);
  policy->n_rules = n;
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "rules");
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    read_rule (reader, json_array_get_element (list, i), &policy->rules[i]);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ policy->rules[i].id, &policy->rules[i].valid };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "rules", versions, n);
}

void
orienta_rule_clear (OrientaRule *self)
{
  g_free (self->id);
  g_free (self->source);
  orienta_label_clear (&self->label);
  orienta_condition_free (self->applies);
  orienta_condition_free (self->require);
}
