/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A record read back: the same question asked again, and the answer compared byte by byte. */
#include "report/record-private.h"

#include "io/json-private.h"
#include "match/match-options-private.h"

#include <string.h>

#define MOST 9e18 /* thousandths that a number of 64 bits holds */

/* The first fault is told; a record is written by this library, so that there is rarely more than one. */
typedef struct {
  OrientaJson *json;
  OrientaProgress *progress;
  GError **error;
  gboolean failed;
} Reading;

static void
expect (Reading *self, JsonNode *node, const char *name, const char *expected)
{
  if (!self->failed)
    g_set_error (self->error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "record:%u:%u: \"%s\": expected %s",
                 orienta_json_get_line (self->json, node), orienta_json_get_column (self->json, node), name, expected);
  self->failed = TRUE;
}

static JsonNode *
member (Reading *self, JsonNode *object, const char *name, JsonNodeType type, const char *expected)
{
  JsonNode *node =
      JSON_NODE_HOLDS_OBJECT (object) ? json_object_get_member (json_node_get_object (object), name) : NULL;
  if (!node || json_node_get_node_type (node) != type) {
    expect (self, node ? node : object, name, expected);
    return NULL;
  }
  return node;
}

/* Text; NULL where it is null or faulty. */
static const char *
read_text (Reading *self, JsonNode *object, const char *name, gboolean needed)
{
  JsonNode *node =
      JSON_NODE_HOLDS_OBJECT (object) ? json_object_get_member (json_node_get_object (object), name) : NULL;
  if (node && JSON_NODE_HOLDS_NULL (node) && !needed)
    return NULL;
  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    expect (self, node ? node : object, name, needed ? "text" : "text or null");
    return NULL;
  }
  return json_node_get_string (node);
}

static guint
read_word (Reading *self, JsonNode *object, const char *name, const char *const *words)
{
  const char *word = read_text (self, object, name, TRUE);
  for (guint i = 0; word && words[i]; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  if (word) {
    g_autofree char *all = g_strjoinv (", ", (char **) words);
    expect (self, json_object_get_member (json_node_get_object (object), name), name, all);
  }
  return 0;
}

static gboolean
read_bool (Reading *self, JsonNode *object, const char *name)
{
  JsonNode *node = member (self, object, name, JSON_NODE_VALUE, "true or false");
  if (node && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    expect (self, node, name, "true or false");
  return node && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* Points with at most three places, in thousandths; `none` where it is null. */
static gint64
read_points (Reading *self, JsonNode *object, const char *name, gint64 none)
{
  JsonNode *node =
      JSON_NODE_HOLDS_OBJECT (object) ? json_object_get_member (json_node_get_object (object), name) : NULL;
  if (node && JSON_NODE_HOLDS_NULL (node))
    return none;
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) {
    expect (self, node ? node : object, name, "a number or null");
    return none;
  }
  double points = json_node_get_double (node) * 1000;
  if (!(points > -MOST && points < MOST)) {
    expect (self, node, name, "a number or null");
    return none;
  }
  return (gint64) (points + (points < 0 ? -0.5 : 0.5));
}

/* -- options -- */

typedef void (*TakePair) (OrientaMatchOptions *options, const char *household, const char *unit);

static void
read_pairs (Reading *self, JsonNode *object, const char *name, OrientaMatchOptions *options, TakePair take)
{
  JsonNode *node = member (self, object, name, JSON_NODE_ARRAY, "a list of pairs");
  JsonArray *list = node ? json_node_get_array (node) : NULL;
  for (guint i = 0; list && i < json_array_get_length (list); i++) {
    JsonNode *pair = json_array_get_element (list, i);
    const char *household = read_text (self, pair, "household", TRUE);
    const char *unit = household ? read_text (self, pair, "unit", TRUE) : NULL;
    if (unit)
      take (options, household, unit);
  }
}

/* A record of nothing kept for later has no such member. */
static JsonArray *
list_reserves (Reading *self, JsonNode *object, const char *name)
{
  if (!JSON_NODE_HOLDS_OBJECT (object) || !json_object_has_member (json_node_get_object (object), name))
    return NULL;
  JsonNode *node = member (self, object, name, JSON_NODE_ARRAY, "a list of reserves");
  return node ? json_node_get_array (node) : NULL;
}

static gint64
read_reserve (Reading *self, JsonNode *reserve)
{
  gint64 points = self->failed ? 0 : read_points (self, reserve, "points", 0);
  if (points <= 0)
    expect (self, reserve, "points", "a number above 0");
  return points;
}

static void
read_reserves (Reading *self, JsonNode *object, OrientaMatchOptions *options)
{
  JsonArray *places = list_reserves (self, object, "reserves");
  for (guint i = 0; places && i < json_array_get_length (places); i++) {
    JsonNode *reserve = json_array_get_element (places, i);
    const char *unit = read_text (self, reserve, "unit", TRUE);
    gint64 points = read_reserve (self, reserve);
    if (!self->failed)
      orienta_match_options_set_reserve (options, unit, points);
  }
  JsonArray *slots = list_reserves (self, object, "slot_reserves");
  for (guint i = 0; slots && i < json_array_get_length (slots); i++) {
    JsonNode *reserve = json_array_get_element (slots, i);
    const char *service = read_text (self, reserve, "service", TRUE), *name = read_text (self, reserve, "slots", FALSE);
    gint64 points = read_reserve (self, reserve);
    if (!self->failed)
      orienta_match_options_set_slot_reserve (options, service, name, points);
  }
}

/* The baseline is a matching of the same register; pairs that are not open in it bound nobody and are left out. */
static void
read_baseline (Reading *self, JsonNode *object, OrientaMatchOptions *options, OrientaPolicy *policy,
               OrientaRegister *reg)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), "baseline");
  if (!node || JSON_NODE_HOLDS_NULL (node))
    return;
  g_autoptr (OrientaMatchOptions) given = orienta_match_options_new ();
  given->lenient = TRUE;
  given->mechanism = ORIENTA_MECHANISM_GIVEN;
  given->level = options->level;
  read_pairs (self, node, "pairs", given, orienta_match_options_give);
  gint64 most_loss = read_points (self, node, "most_loss", 0);
  if (self->failed)
    return;
  g_autoptr (OrientaMatching) baseline = orienta_match (policy, reg, given, self->progress, self->error);
  if (!baseline)
    self->failed = TRUE;
  else
    orienta_match_options_set_baseline (options, baseline, MAX (most_loss, 0));
}

static void
read_options (Reading *self, JsonNode *object, OrientaMatchOptions *options)
{
  static const char *const levels[] = { "verified", "declared", "needs_validation", NULL };
  options->level = (OrientaEvidence) read_word (self, object, "level", levels);
  options->mechanism = (OrientaMechanism) read_word (self, object, "mechanism", orienta_mechanism_words);
  options->objective = (OrientaObjective) read_word (self, object, "objective", orienta_objective_words);
  options->unit_order = (OrientaUnitOrder) read_word (self, object, "unit_order", orienta_unit_order_words);
  options->support = (OrientaSupportUse) read_word (self, object, "support", orienta_support_use_words);
  options->prices = (OrientaPrices) read_word (self, object, "prices", orienta_prices_words);
  options->quotas = read_bool (self, object, "quotas");
  options->to_verify = read_bool (self, object, "to_verify");
  options->minimum = read_points (self, object, "minimum", G_MININT64);
  orienta_match_options_set_seed (options, read_text (self, object, "seed", FALSE));
  const char *seconds = read_text (self, object, "seconds", FALSE);
  options->seconds = seconds ? g_ascii_strtod (seconds, NULL) : 0;
  read_pairs (self, object, "kept", options, orienta_match_options_keep);
  read_pairs (self, object, "barred", options, orienta_match_options_bar);
  read_pairs (self, object, "given", options, orienta_match_options_give);
  read_reserves (self, object, options);
}

/* -- the same sources -- */

static void
check_source (Reading *self, JsonNode *object, const char *name, const char *sha256)
{
  const char *of_record = read_text (self, object, name, TRUE);
  if (of_record && strcmp (of_record, sha256) != 0)
    expect (self, json_object_get_member (json_node_get_object (object), name), name, sha256);
}

static OrientaMatchOptions *
read_record (Reading *self, OrientaPolicy *policy, OrientaRegister *reg)
{
  JsonNode *root = orienta_json_get_root (self->json);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  JsonNode *format = member (self, root, "orienta_record", JSON_NODE_VALUE, "1");
  if (format && json_node_get_int (format) != ORIENTA_RECORD_FORMAT)
    expect (self, format, "orienta_record", "1");
  JsonNode *of_policy = member (self, root, "policy", JSON_NODE_OBJECT, "an object");
  if (of_policy)
    check_source (self, of_policy, "sha256", orienta_policy_get_sha256 (policy));
  check_source (self, root, "register", orienta_register_get_sha256 (reg));
  JsonNode *asked = member (self, root, "options", JSON_NODE_OBJECT, "an object");
  if (asked)
    read_options (self, asked, options);
  if (!self->failed)
    read_baseline (self, asked, options, policy, reg);
  return self->failed ? NULL : g_steal_pointer (&options);
}

/* The first place where two texts part. */
static void
tell_difference (const char *record, gsize length, const char *again, GError **error)
{
  gsize same = 0;
  while (same < length && again[same] && record[same] == again[same])
    same++;
  gsize from = same > 40 ? same - 40 : 0;
  g_autofree char *theirs = g_utf8_make_valid (record + from, (gssize) MIN (length - from, 80));
  g_autofree char *ours = g_utf8_make_valid (again + from, (gssize) MIN (strlen (again + from), 80));
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
               "record: another answer from byte %" G_GSIZE_FORMAT ": \"%s\", expected \"%s\"", same, theirs, ours);
}

/**
 * orienta_match_replay:
 * @record: what orienta_matching_to_json() wrote, with or without a line end after it
 * @length: of @record, or -1
 *
 * Matches again what a record tells of, and compares. The register and the policy must be those that it names. A record
 * of another version of the library, or of HiGHS, may differ; what differs is told.
 *
 * Returns: (transfer full): the matching, whose record is the same to the byte; NULL with ORIENTA_ERROR_SYNTAX for what
 *   is not JSON, ORIENTA_ERROR_INVALID for what is no record, one of other sources, or one that comes out differently,
 *   or as orienta_match()
 */
OrientaMatching *
orienta_match_replay (const char *record, gssize length, OrientaPolicy *policy, OrientaRegister *reg,
                      OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (record && policy && reg, NULL);
  gsize n = length < 0 ? strlen (record) : (gsize) length;
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) json = orienta_json_parse (record, n, "record", faults);
  if (!json) {
    orienta_faults_raise (faults, error);
    return NULL;
  }
  Reading reading = { json, progress, error, FALSE };
  g_autoptr (OrientaMatchOptions) options = read_record (&reading, policy, reg);
  if (!options)
    return NULL;
  g_autoptr (OrientaMatching) self = orienta_match (policy, reg, options, progress, error);
  if (!self)
    return NULL;
  g_autofree char *again = orienta_matching_to_json (self);
  while (n > 0 && g_ascii_isspace (record[n - 1]))
    n--;
  if (strlen (again) == n && memcmp (again, record, n) == 0)
    return g_steal_pointer (&self);
  tell_difference (record, n, again, error);
  return NULL;
}
