/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Criteria: each gives points in one of six ways, told apart by the members it has. */
#include "policy/criterion-private.h"

#include "policy/condition-private.h"
#include "policy/period-private.h"

#include <string.h>

/* The members that make a way, and those that it may have besides. */
typedef struct {
  OrientaWay way;
  const char *name;
  const char *needed[3]; /* "attribute" stands for "ratio" too */
  const char *optional[4];
} OrientaWayRow;

static const OrientaWayRow ways[] = {
  { ORIENTA_WAY_SLOPES, "slopes", { "attribute", "per", "slopes" }, { "max", "min", "whole", NULL } },
  { ORIENTA_WAY_BANDS, "bands", { "attribute", "bands", NULL }, { "strict", "interpolate", NULL } },
  { ORIENTA_WAY_PER, "per unit", { "attribute", "per", "points" }, { "max", "min", "above", "whole" } },
  { ORIENTA_WAY_FLAG, "flag", { "points", NULL }, { NULL } },
};

/* Every member that belongs to some way. */
static const char *const way_members[] = { "attribute", "ratio", "per",    "points",      "max",    "min", "above",
                                           "whole",     "bands", "strict", "interpolate", "slopes", NULL };

static gboolean
has (JsonNode *object, const char *member)
{
  return json_object_has_member (json_node_get_object (object), member);
}

static const OrientaWayRow *
find_way (JsonNode *node)
{
  if (has (node, "slopes"))
    return &ways[0];
  if (has (node, "bands"))
    return &ways[1];
  return has (node, "per") || has (node, "attribute") || has (node, "ratio") ? &ways[2] : &ways[3];
}

static gboolean
takes (const OrientaWayRow *way, const char *member)
{
  if (strcmp (member, "ratio") == 0)
    member = "attribute";
  for (guint i = 0; i < G_N_ELEMENTS (way->needed); i++)
    if (g_strcmp0 (way->needed[i], member) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (way->optional); i++)
    if (g_strcmp0 (way->optional[i], member) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_members (OrientaReader *reader, JsonNode *node, const OrientaWayRow *way)
{
  guint faults = reader->found->len;
  for (guint i = 0; way_members[i]; i++)
    if (has (node, way_members[i]) && !takes (way, way_members[i]))
      orienta_reader_fault (reader, node, "\"%s\": not a member of the way \"%s\"", way_members[i], way->name);
  for (guint i = 0; i < G_N_ELEMENTS (way->needed) && way->needed[i]; i++) {
    gboolean measured = strcmp (way->needed[i], "attribute") == 0;
    if (measured && has (node, "attribute") && has (node, "ratio"))
      orienta_reader_fault (reader, node, "\"attribute\" and \"ratio\": expected one of the two");
    if (!has (node, way->needed[i]) && !(measured && has (node, "ratio")))
      orienta_reader_fault (reader, node, "member \"%s\" is missing%s%s%s", way->needed[i],
                            way->way == ORIENTA_WAY_FLAG ? "" : " for the way \"",
                            way->way == ORIENTA_WAY_FLAG ? "" : way->name, way->way == ORIENTA_WAY_FLAG ? "" : "\"");
  }
  return reader->found->len == faults;
}

static gint
read_number_attribute (OrientaReader *reader, JsonNode *node)
{
  const char *name = orienta_reader_text (reader, node);
  gint attribute = name ? orienta_reader_attribute (reader, node, name) : -1;
  if (attribute < 0 || orienta_policy_attribute_type (reader->policy, (guint) attribute) == ORIENTA_TYPE_NUMBER)
    return attribute;
  orienta_reader_fault (reader, node, "\"%s\": expected a number", name);
  return -1;
}

static void
read_measured (OrientaReader *reader, JsonNode *node, OrientaCriterion *self)
{
  JsonNode *ratio = orienta_reader_member (reader, node, "ratio", ORIENTA_OPTIONAL);
  JsonNode *attribute = orienta_reader_member (reader, node, "attribute", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, ratio ? "ratio" : "attribute");
  JsonArray *two = ratio ? orienta_reader_list (reader, ratio, 2) : NULL;
  if (two && json_array_get_length (two) > 2) {
    orienta_reader_fault (reader, ratio, "a list of %u: expected two attributes", json_array_get_length (two));
  } else if (two) {
    gsize entry = orienta_reader_enter_index (reader, 0);
    self->attribute = read_number_attribute (reader, json_array_get_element (two, 0));
    orienta_reader_leave (reader, entry);
    orienta_reader_enter_index (reader, 1);
    self->divisor = read_number_attribute (reader, json_array_get_element (two, 1));
  } else if (attribute) {
    self->attribute = read_number_attribute (reader, attribute);
  }
  orienta_reader_leave (reader, mark);
}

static void
read_band (OrientaReader *reader, JsonNode *node, OrientaBand *self)
{
  JsonArray *pair = orienta_reader_list (reader, node, 2);
  if (!pair)
    return;
  if (json_array_get_length (pair) > 2) {
    orienta_reader_fault (reader, node, "a list of %u: expected [from, points]", json_array_get_length (pair));
    return;
  }
  gsize mark = orienta_reader_enter_index (reader, 0);
  orienta_reader_number (reader, json_array_get_element (pair, 0), &self->from);
  orienta_reader_leave (reader, mark);
  orienta_reader_enter_index (reader, 1);
  orienta_reader_points (reader, json_array_get_element (pair, 1), &self->points);
  orienta_reader_leave (reader, mark);
}

static void
read_bands (OrientaReader *reader, JsonNode *object, const char *name, OrientaCriterion *self)
{
  JsonNode *node = orienta_reader_member (reader, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, name);
  JsonArray *list = node ? orienta_reader_list (reader, node, 1) : NULL;
  self->n_bands = list ? json_array_get_length (list) : 0;
  self->bands = g_new0 (OrientaBand, self->n_bands);
  for (guint i = 0; i < self->n_bands; i++) {
    JsonNode *entry = json_array_get_element (list, i);
    gsize inner = orienta_reader_enter_index (reader, i);
    guint faults = reader->found->len;
    read_band (reader, entry, &self->bands[i]);
    if (i > 0 && reader->found->len == faults && self->bands[i].from <= self->bands[i - 1].from)
      orienta_reader_fault (reader, entry, "begins at or below the one before: expected rising \"from\"");
    orienta_reader_leave (reader, inner);
  }
  orienta_reader_leave (reader, mark);
}

/* The points of a flag, of each step, or of a table's cell. */
static void
read_points (OrientaReader *reader, JsonNode *object, OrientaCriterion *self)
{
  JsonNode *node = orienta_reader_member (reader, object, "points", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "points");
  if (self->way == ORIENTA_WAY_FLAG && JSON_NODE_HOLDS_OBJECT (node)) {
    gint table = orienta_reader_table (reader, node);
    self->way = table < 0 ? ORIENTA_WAY_FLAG : ORIENTA_WAY_TABLE;
    self->table = table < 0 ? 0 : (guint) table;
  } else {
    orienta_reader_points (reader, node, &self->points);
  }
  orienta_reader_leave (reader, mark);
}

static void
read_per (OrientaReader *reader, JsonNode *object, OrientaCriterion *self)
{
  if (orienta_reader_member_number (reader, object, "per", &self->per) && self->per <= 0) {
    gsize mark = orienta_reader_enter (reader, "per");
    orienta_reader_expected (reader, orienta_reader_member (reader, object, "per", TRUE), "a number above 0");
    orienta_reader_leave (reader, mark);
  }
  orienta_reader_member_number (reader, object, "above", &self->above);
  orienta_reader_member_bool (reader, object, "whole", &self->whole);
  orienta_reader_member_points (reader, object, "min", &self->min);
  orienta_reader_member_points (reader, object, "max", &self->max);
  if (self->min > self->max)
    orienta_reader_fault (reader, object, "\"min\" is above \"max\"");
}

static void
read_way (OrientaReader *reader, JsonNode *node, OrientaCriterion *self)
{
  const OrientaWayRow *row = find_way (node);
  self->way = row->way;
  if (!check_members (reader, node, row))
    return;
  read_measured (reader, node, self);
  gboolean interpolate = FALSE;
  switch (self->way) {
  case ORIENTA_WAY_SLOPES:
    read_per (reader, node, self);
    read_bands (reader, node, "slopes", self);
    return;
  case ORIENTA_WAY_BANDS:
    read_bands (reader, node, "bands", self);
    orienta_reader_member_bool (reader, node, "strict", &self->strict);
    orienta_reader_member_bool (reader, node, "interpolate", &interpolate);
    if (interpolate && self->strict)
      orienta_reader_fault (reader, node, "\"strict\" and \"interpolate\": expected one of the two");
    self->way = interpolate ? ORIENTA_WAY_LINEAR : ORIENTA_WAY_BANDS;
    return;
  case ORIENTA_WAY_PER:
    read_per (reader, node, self);
    /* fall through */
  default:
    read_points (reader, node, self);
  }
}

static void
read_criterion (OrientaReader *reader, JsonNode *node, OrientaCriterion *self)
{
  static const char *const members[] = { "id",          "label",  "applies",  "when",  "points", "attribute", "ratio",
                                         "per",         "above",  "whole",    "max",   "min",    "bands",     "strict",
                                         "interpolate", "slopes", "evidence", "valid", "source", "note",      NULL };
  static const char *const evidences[] = { "verified", "declared", "needs_validation", NULL }; /* by OrientaEvidence */
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_NEEDED, &self->source);
  orienta_reader_member_period (reader, node, &self->valid);
  orienta_reader_member_note (reader, node);
  self->evidence =
      (OrientaEvidence) orienta_reader_member_word (reader, node, "evidence", evidences, ORIENTA_EVIDENCE_DECLARED);
  self->applies = orienta_condition_read_member (reader, node, "applies", ORIENTA_OPTIONAL);
  self->when = orienta_condition_read_member (reader, node, "when", ORIENTA_OPTIONAL);
  read_way (reader, node, self);
}

/* The ids come first: a criterion may ask one that stands further down. */
static void
index_ids (OrientaReader *reader, JsonArray *list, guint n)
{
  reader->criteria = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (list, i);
    JsonNode *id = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "id") : NULL;
    const char *text = id && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING
                           ? json_node_get_string (id)
                           : NULL;
    if (text && !g_hash_table_contains (reader->criteria, text))
      g_hash_table_insert (reader->criteria, (gpointer) text, GUINT_TO_POINTER (i + 1));
  }
}

/* All criteria, not yet sealed. */
void
orienta_criteria_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "criteria", &n);
  policy->criteria = g_new0 (OrientaCriterion, n);
  policy->n_criteria = n;
  reader->criterion_weights = g_new0 (guint64, n);
  index_ids (reader, list, n);
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "criteria");
  for (guint i = 0; i < n; i++) {
    OrientaCriterion *self = &policy->criteria[i];
    *self = (OrientaCriterion){ .attribute = -1,
                                .divisor = -1,
                                .group = -1,
                                .whole = TRUE,
                                .evidence = ORIENTA_EVIDENCE_DECLARED,
                                .min = G_MININT64,
                                .max = G_MAXINT64 };
    gsize entry = orienta_reader_enter_index (reader, i);
    read_criterion (reader, json_array_get_element (list, i), self);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ self->id, &self->valid };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "criteria", versions, n);
}

void
orienta_criterion_clear (OrientaCriterion *self)
{
  g_free (self->id);
  g_free (self->source);
  g_free (self->bands);
  orienta_label_clear (&self->label);
  orienta_condition_free (self->applies);
  orienta_condition_free (self->when);
}
