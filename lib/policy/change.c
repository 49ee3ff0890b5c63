/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Change: a policy with other points, and what sets two policies apart. A sealed policy never changes; another document
 * is made from its own and read anew, with every check. */
#include <orienta/orienta.h>

#include "base/text-private.h"
#include "policy/read-private.h"

#include <string.h>

static JsonObject *
root_of (const OrientaPolicy *self)
{
  return json_node_get_object (orienta_json_get_root (self->json));
}

static guint
length_of (JsonObject *document, const char *list)
{
  JsonNode *node = json_object_get_member (document, list);
  return node ? json_array_get_length (json_node_get_array (node)) : 0;
}

static JsonObject *
entry_of (JsonObject *document, const char *list, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (document, list), i);
}

/* A deep copy of the document, free to be changed. */
static JsonNode *
copy_document (const OrientaPolicy *self)
{
  g_autofree char *text = orienta_policy_to_json (self);
  return json_from_string (text, NULL);
}

static gboolean
read_points (const char *text, gint64 *points, GError **error)
{
  if (orienta_number_parse (text, strlen (text), 3, points) && ABS (*points) <= ORIENTA_POINTS_MAX)
    return TRUE;
  g_autofree char *quoted = orienta_text_quote (text, -1);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "%s: expected points of at most three decimals, up to 1e9",
               quoted);
  return FALSE;
}

/* Whether the criterion is there and its points are one number, in every version. */
static gboolean
can_change (const OrientaPolicy *self, const char *criterion, GError **error)
{
  g_autofree char *quoted = orienta_text_quote (criterion, -1);
  gint first = orienta_policy_find_criterion (self, criterion);
  if (first < 0) {
    g_autofree const char **ids = g_new (const char *, self->n_criteria);
    for (guint i = 0; i < self->n_criteria; i++)
      ids[i] = self->criteria[i].id;
    const char *nearest = orienta_text_nearest (criterion, ids, self->n_criteria);
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "%s: no criterion of that id%s%s%s", quoted,
                 nearest ? "; nearest: \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
    return FALSE;
  }
  for (guint i = (guint) first; i < self->n_criteria; i++)
    if (strcmp (self->criteria[i].id, criterion) == 0 && orienta_policy_get_criterion_points (self, i) == G_MININT64) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                   "%s: its points are not one number; expected a criterion of the way \"flag\" or \"per unit\"",
                   quoted);
      return FALSE;
    }
  return TRUE;
}

/**
 * orienta_policy_with_points:
 * @criterion: an id; every version of it is changed
 * @points: the new points, a decimal of at most three places such as "12.5"
 *
 * Another policy, alike but for the points of one criterion: of a flag, or of each step. `self` stays as it is.
 *
 * Errors: ORIENTA_ERROR_NOT_FOUND for no such criterion, _INVALID where its points are not one number or the text is
 * none, _ETHICS where the new points would break Housing First.
 *
 * Returns: (transfer full): the changed policy, sealed
 */
OrientaPolicy *
orienta_policy_with_points (const OrientaPolicy *self, const char *criterion, const char *points, GError **error)
{
  g_return_val_if_fail (self != NULL && criterion != NULL && points != NULL, NULL);
  gint64 value;
  if (!can_change (self, criterion, error) || !read_points (points, &value, error))
    return NULL;
  g_autoptr (JsonNode) copy = copy_document (self);
  JsonObject *document = json_node_get_object (copy);
  for (guint i = 0; i < self->n_criteria; i++)
    if (strcmp (self->criteria[i].id, criterion) == 0)
      json_object_set_double_member (entry_of (document, "criteria", i), "points",
                                     (gdouble) value / (gdouble) ORIENTA_THOUSAND);
  g_autofree char *text = orienta_json_canonical (copy);
  return orienta_policy_read (text, -1, orienta_json_get_file (self->json), error);
}

/* -- what sets two policies apart -- */

typedef struct {
  const char *list;
  const char *key;
} OrientaKind;

static const OrientaKind kinds[] = { { "attributes", "name" }, { "priorities", "code" }, { "tables", "id" },
                                     { "rules", "id" },        { "criteria", "id" },     { "groups", "id" },
                                     { "tiers", "id" },        { "strata", "id" },       { "quotas", "id" } };

/* What stands once in a document. */
static const char *const singles[] = { "id", "version", "title", "valid", "total", "order", "support" };

static const char *
key_of (JsonObject *document, const OrientaKind *kind, guint i)
{
  return json_object_get_string_member (entry_of (document, kind->list, i), kind->key);
}

/* All entries of one id as text, so that every version counts. */
static char *
text_of (JsonObject *document, const OrientaKind *kind, const char *id)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < length_of (document, kind->list); i++)
    if (strcmp (key_of (document, kind, i), id) == 0) {
      g_autofree char *entry =
          orienta_json_canonical (json_array_get_element (json_object_get_array_member (document, kind->list), i));
      g_string_append (text, entry);
    }
  return g_string_free (text, FALSE);
}

static void
append_member (GString *out, const char *name)
{
  char last = out->str[out->len - 1];
  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  if (name) {
    orienta_json_quote (out, name);
    g_string_append_c (out, ':');
  }
}

/* The ids that stand in the first document and not in the second, once each. */
static void
append_missing (GString *out, const char *name, const OrientaKind *kind, JsonObject *first, JsonObject *second)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < length_of (second, kind->list); i++)
    g_hash_table_add (known, (gpointer) key_of (second, kind, i));
  append_member (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < length_of (first, kind->list); i++)
    if (g_hash_table_add (known, (gpointer) key_of (first, kind, i))) {
      append_member (out, NULL);
      orienta_json_quote (out, key_of (first, kind, i));
    }
  g_string_append_c (out, ']');
}

static void
append_points (GString *out, const char *name, const OrientaPolicy *policy, const char *id)
{
  gint criterion = orienta_policy_find_criterion (policy, id);
  gint64 points = orienta_policy_get_criterion_points (policy, (guint) criterion);
  g_autofree char *text = points == G_MININT64 ? NULL : orienta_number_format (points, 3);
  append_member (out, name);
  g_string_append (out, text ? text : "null");
}

/* The ids that stand in both and differ; of criteria with the points of their first version. */
static void
append_changed (GString *out, const OrientaKind *kind, const OrientaPolicy *before, const OrientaPolicy *after)
{
  JsonObject *first = root_of (before), *second = root_of (after);
  g_autoptr (GHashTable) common = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < length_of (first, kind->list); i++)
    g_hash_table_add (common, (gpointer) key_of (first, kind, i));
  append_member (out, "changed");
  g_string_append_c (out, '[');
  for (guint i = 0; i < length_of (second, kind->list); i++) {
    const char *id = key_of (second, kind, i);
    if (!g_hash_table_remove (common, id))
      continue;
    g_autofree char *old_text = text_of (first, kind, id);
    g_autofree char *new_text = text_of (second, kind, id);
    if (strcmp (old_text, new_text) == 0)
      continue;
    append_member (out, NULL);
    g_string_append_c (out, '{');
    append_member (out, kind->key);
    orienta_json_quote (out, id);
    if (strcmp (kind->list, "criteria") == 0) {
      append_points (out, "old_points", before, id);
      append_points (out, "new_points", after, id);
    }
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static char *
canonical_member (JsonObject *document, const char *name)
{
  JsonNode *node = json_object_get_member (document, name);
  return node ? orienta_json_canonical (node) : g_strdup ("null");
}

/* {"member": [old, new]} of what stands once. */
static void
append_singles (GString *out, JsonObject *first, JsonObject *second)
{
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++) {
    g_autofree char *old_text = canonical_member (first, singles[i]);
    g_autofree char *new_text = canonical_member (second, singles[i]);
    if (strcmp (old_text, new_text) == 0)
      continue;
    append_member (out, singles[i]);
    g_string_append_printf (out, "[%s,%s]", old_text, new_text);
  }
}

/**
 * orienta_policy_diff:
 *
 * What sets `other` apart from `self`, as JSON: of each list that differs {"added": [id…], "removed": [id…], "changed":
 * [{"id": …}…]}, of changed criteria also "old_points" and "new_points" (null where they are not one number); of what
 * stands once [old, new]. Alike policies give "{}". Complexity: entries times versions.
 *
 * Returns: (transfer full): JSON; free with g_free()
 */
char *
orienta_policy_diff (const OrientaPolicy *self, const OrientaPolicy *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, NULL);
  JsonObject *first = root_of (self), *second = root_of (other);
  GString *out = g_string_new ("{");
  append_singles (out, first, second);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GString) kind = g_string_new ("{");
    append_missing (kind, "added", &kinds[i], second, first);
    append_missing (kind, "removed", &kinds[i], first, second);
    append_changed (kind, &kinds[i], self, other);
    g_string_append_c (kind, '}');
    if (strcmp (kind->str, "{\"added\":[],\"removed\":[],\"changed\":[]}") == 0)
      continue;
    append_member (out, kinds[i].list);
    g_string_append (out, kind->str);
  }
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
