/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/order-private.h"

#include "policy/condition-private.h"
#include "policy/period-private.h"

/* Half of a quota: which units, or which households. */
static OrientaCondition *
read_side (OrientaReader *reader, JsonNode *node, const char *name, OrientaOf of)
{
  OrientaCondition *self = orienta_condition_read_member (reader, node, name, ORIENTA_OPTIONAL);
  orienta_condition_bound (reader, node, orienta_condition_seal (self, reader));
  if (self && self->of & ~(1u << of)) {
    gsize mark = orienta_reader_enter (reader, name);
    orienta_reader_fault (reader, orienta_reader_member (reader, node, name, ORIENTA_OPTIONAL),
                          "reads more than the %s: expected attributes of the %s only",
                          of == ORIENTA_OF_UNIT ? "unit" : "household", of == ORIENTA_OF_UNIT ? "unit" : "household");
    orienta_reader_leave (reader, mark);
  }
  return self;
}

static void
read_count (OrientaReader *reader, JsonNode *object, const char *name, gint64 *value)
{
  gint64 number = ORIENTA_UNKNOWN;
  if (!orienta_reader_member_number (reader, object, name, &number))
    return;
  if (number < 0 || number % ORIENTA_MILLION != 0) {
    gsize mark = orienta_reader_enter (reader, name);
    orienta_reader_expected (reader, orienta_reader_member (reader, object, name, ORIENTA_OPTIONAL),
                             "a whole number from 0");
    orienta_reader_leave (reader, mark);
    return;
  }
  *value = number / ORIENTA_MILLION;
}

static void
read_bounds (OrientaReader *reader, JsonNode *node, OrientaQuota *self)
{
  orienta_reader_member_share (reader, node, "min_share", &self->min_share);
  orienta_reader_member_share (reader, node, "max_share", &self->max_share);
  read_count (reader, node, "min_count", &self->min_count);
  read_count (reader, node, "max_count", &self->max_count);
  JsonObject *object = json_node_get_object (node);
  if (!json_object_has_member (object, "min_share") && !json_object_has_member (object, "max_share")
      && !json_object_has_member (object, "min_count") && !json_object_has_member (object, "max_count"))
    orienta_reader_fault (reader, node, "no bound: expected min_share, max_share, min_count or max_count");
  if (self->max_share != ORIENTA_UNKNOWN && self->min_share > self->max_share)
    orienta_reader_fault (reader, node, "\"min_share\" is above \"max_share\"");
  if (self->max_count != ORIENTA_UNKNOWN && self->min_count > self->max_count)
    orienta_reader_fault (reader, node, "\"min_count\" is above \"max_count\"");
}

static void
read_quota (OrientaReader *reader, JsonNode *node, OrientaQuota *self)
{
  static const char *const members[] = { "id",        "label",     "units",  "households", "min_share", "max_share",
                                         "min_count", "max_count", "source", "note",       NULL };
  self->min_share = self->max_share = self->min_count = self->max_count = ORIENTA_UNKNOWN;
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &self->source);
  orienta_reader_member_note (reader, node);
  self->units = read_side (reader, node, "units", ORIENTA_OF_UNIT);
  self->households = read_side (reader, node, "households", ORIENTA_OF_HOUSEHOLD);
  read_bounds (reader, node, self);
}

void
orienta_quotas_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "quotas", &n);
  policy->quotas = g_new0 (OrientaQuota, n);
  policy->n_quotas = n;
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "quotas");
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    read_quota (reader, json_array_get_element (list, i), &policy->quotas[i]);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ policy->quotas[i].id, NULL };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "quotas", versions, n);
}

/* How support is matched. */
void
orienta_support_read (OrientaReader *reader)
{
  static const char *const members[] = { "mode", NULL };
  static const char *const modes[] = { "required", "preferred", "ignored", NULL }; /* by OrientaSupportMode */
  OrientaPolicy *policy = reader->policy;
  policy->support = ORIENTA_SUPPORT_PREFERRED;
  JsonNode *node = orienta_reader_member (reader, orienta_json_get_root (policy->json), "support", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "support");
  if (node && orienta_reader_object (reader, node, members)) {
    orienta_reader_member (reader, node, "mode", ORIENTA_NEEDED);
    policy->support =
        (OrientaSupportMode) orienta_reader_member_word (reader, node, "mode", modes, ORIENTA_SUPPORT_PREFERRED);
  }
  orienta_reader_leave (reader, mark);
}

void
orienta_quota_clear (OrientaQuota *self)
{
  g_free (self->id);
  g_free (self->source);
  orienta_label_clear (&self->label);
  orienta_condition_free (self->units);
  orienta_condition_free (self->households);
}
