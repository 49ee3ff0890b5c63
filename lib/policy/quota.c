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

static gboolean
is_bounded (JsonNode *node)
{
  static const char *const bounds[] = { "min_share", "max_share", "min_count", "max_count", "min_load", "max_load" };
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (json_object_has_member (json_node_get_object (node), bounds[i]))
      return TRUE;
  return FALSE;
}

static void
check_pair (OrientaReader *reader, JsonNode *node, const char *what, gint64 min, gint64 max)
{
  if (max != ORIENTA_UNKNOWN && min > max)
    orienta_reader_fault (reader, node, "\"min_%s\" is above \"max_%s\"", what, what);
}

/* A load that nothing bounds, and a bound of nothing, would be without effect. */
static void
read_load (OrientaReader *reader, JsonNode *node, OrientaQuota *self)
{
  JsonObject *object = json_node_get_object (node);
  gboolean bounded = json_object_has_member (object, "min_load") || json_object_has_member (object, "max_load");
  self->load = (OrientaLoad){ .kind = ORIENTA_LOAD_CONSTANT, .constant = 1 };
  if (!json_object_has_member (object, "load")) {
    if (bounded)
      orienta_reader_fault (reader, node, "member \"load\" is missing: expected what min_load and max_load bound");
    return;
  }
  orienta_load_read (reader, node, &self->load);
  if (!bounded)
    orienta_reader_fault (reader, node, "\"load\" without a bound: expected min_load or max_load");
}

static void
read_bounds (OrientaReader *reader, JsonNode *node, OrientaQuota *self)
{
  orienta_reader_member_share (reader, node, "min_share", &self->min_share);
  orienta_reader_member_share (reader, node, "max_share", &self->max_share);
  read_count (reader, node, "min_count", &self->min_count);
  read_count (reader, node, "max_count", &self->max_count);
  read_count (reader, node, "min_load", &self->min_load);
  read_count (reader, node, "max_load", &self->max_load);
  if (!is_bounded (node) && !json_object_has_member (json_node_get_object (node), "load"))
    orienta_reader_fault (reader, node,
                          "no bound: expected min_share, max_share, min_count, max_count, min_load or max_load");
  check_pair (reader, node, "share", self->min_share, self->max_share);
  check_pair (reader, node, "count", self->min_count, self->max_count);
  check_pair (reader, node, "load", self->min_load, self->max_load);
  read_load (reader, node, self);
}

static void
read_quota (OrientaReader *reader, JsonNode *node, OrientaQuota *self)
{
  static const char *const members[] = { "id",        "label",     "units",     "households", "each",
                                         "min_share", "max_share", "min_count", "max_count",  "load",
                                         "min_load",  "max_load",  "source",    "note",       NULL };
  static const char *const each[] = { "unit", "landlord", "contingent", "territory", "kind", NULL }; /* from 1 */
  self->min_share = self->max_share = self->min_count = self->max_count = ORIENTA_UNKNOWN;
  self->min_load = self->max_load = ORIENTA_UNKNOWN;
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &self->source);
  orienta_reader_member_note (reader, node);
  self->units = read_side (reader, node, "units", ORIENTA_OF_UNIT);
  self->households = read_side (reader, node, "households", ORIENTA_OF_HOUSEHOLD);
  self->each = (OrientaQuotaEach) (1 + orienta_reader_member_word (reader, node, "each", each, -1));
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

/* Whether it bounds its group from above. */
gboolean
orienta_quota_has_most (const OrientaQuota *self)
{
  return self->max_share != ORIENTA_UNKNOWN || self->max_count != ORIENTA_UNKNOWN || self->max_load != ORIENTA_UNKNOWN;
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
