/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/reader-private.h"

#include "base/text-private.h"

#include <string.h>

/* The member of that name, or NULL. */
JsonNode *
orienta_reader_member (OrientaReader *self, JsonNode *object, const char *name, gboolean needed)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object), name);
  if (!node && needed)
    orienta_reader_fault (self, object, "member \"%s\" is missing", name);
  return node;
}

void
orienta_reader_member_bool (OrientaReader *self, JsonNode *object, const char *name, gboolean *value)
{
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, name);
  if (node)
    orienta_reader_bool (self, node, value);
  orienta_reader_leave (self, mark);
}

/* Whether the member is there and a number. */
gboolean
orienta_reader_member_number (OrientaReader *self, JsonNode *object, const char *name, gint64 *value)
{
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, name);
  gboolean read = node && orienta_reader_number (self, node, value);
  orienta_reader_leave (self, mark);
  return read;
}

/* Whether the member is there and points. */
gboolean
orienta_reader_member_points (OrientaReader *self, JsonNode *object, const char *name, gint64 *value)
{
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, name);
  gboolean read = node && orienta_reader_points (self, node, value);
  orienta_reader_leave (self, mark);
  return read;
}

/* Whether the member is there and a share, from 0 to 1. */
gboolean
orienta_reader_member_share (OrientaReader *self, JsonNode *object, const char *name, gint64 *value)
{
  gint64 share;
  if (!orienta_reader_member_number (self, object, name, &share))
    return FALSE;
  gsize mark = orienta_reader_enter (self, name);
  gboolean good = share >= 0 && share <= ORIENTA_MILLION;
  if (good)
    *value = share;
  else
    orienta_reader_expected (self, orienta_reader_member (self, object, name, ORIENTA_OPTIONAL), "a share from 0 to 1");
  orienta_reader_leave (self, mark);
  return good;
}

/* A copy of the text, in place of what stands in `value`. */
void
orienta_reader_member_text (OrientaReader *self, JsonNode *object, const char *name, gboolean needed, char **value)
{
  JsonNode *node = orienta_reader_member (self, object, name, needed);
  gsize mark = orienta_reader_enter (self, name);
  const char *text = node ? orienta_reader_text (self, node) : NULL;
  if (text) {
    g_free (*value);
    *value = g_strdup (text);
  }
  orienta_reader_leave (self, mark);
}

/* The member "note": any text, without effect. */
void
orienta_reader_member_note (OrientaReader *self, JsonNode *object)
{
  JsonNode *node = orienta_reader_member (self, object, "note", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, "note");
  if (node && (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING))
    orienta_reader_expected (self, node, "a text");
  orienta_reader_leave (self, mark);
}

/* The member "id", needed everywhere it may stand. */
void
orienta_reader_member_id (OrientaReader *self, JsonNode *object, char **value)
{
  JsonNode *node = orienta_reader_member (self, object, "id", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (self, "id");
  const char *id = node ? orienta_reader_id (self, node) : NULL;
  if (id)
    *value = g_strdup (id);
  orienta_reader_leave (self, mark);
}

/* The place of the word among those, `fallback` when the member is missing or wrong. */
gint
orienta_reader_member_word (OrientaReader *self, JsonNode *object, const char *name, const char *const *words,
                            gint fallback)
{
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, name);
  gint word = node ? orienta_reader_word (self, node, words) : -1;
  orienta_reader_leave (self, mark);
  return word < 0 ? fallback : word;
}

void
orienta_reader_member_label (OrientaReader *self, JsonNode *object, const char *name, OrientaLabel *label)
{
  static const char *const tongues[] = { "fr", "en", NULL }; /* by OrientaLanguage */
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  if (!node)
    return;
  gsize mark = orienta_reader_enter (self, name);
  if (orienta_reader_object (self, node, tongues)) {
    for (guint i = 0; tongues[i]; i++)
      orienta_reader_member_text (self, node, tongues[i], ORIENTA_OPTIONAL, &label->text[i]);
    if (json_object_get_size (json_node_get_object (node)) == 0)
      orienta_reader_fault (self, node, "an empty object: expected \"fr\", \"en\" or both");
  }
  orienta_reader_leave (self, mark);
}

static OrientaDate
read_day (OrientaReader *self, JsonNode *object, const char *name)
{
  JsonNode *node = orienta_reader_member (self, object, name, ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (self, name);
  OrientaDate day = node ? orienta_reader_date (self, node) : ORIENTA_NO_DATE;
  orienta_reader_leave (self, mark);
  return day;
}

/* The member "valid"; open on both sides when it is missing. */
void
orienta_reader_member_period (OrientaReader *self, JsonNode *object, OrientaPeriod *period)
{
  static const char *const members[] = { "from", "to", NULL };
  *period = (OrientaPeriod){ ORIENTA_NO_DATE, ORIENTA_NO_DATE };
  JsonNode *node = orienta_reader_member (self, object, "valid", ORIENTA_OPTIONAL);
  if (!node)
    return;
  gsize mark = orienta_reader_enter (self, "valid");
  if (orienta_reader_object (self, node, members)) {
    period->from = read_day (self, node, "from");
    period->to = read_day (self, node, "to");
    if (period->from != ORIENTA_NO_DATE && period->to != ORIENTA_NO_DATE && period->from > period->to)
      orienta_reader_fault (self, node, "ends before it begins");
  }
  orienta_reader_leave (self, mark);
}

/* A list of the document itself; its members stand under $.name[i]. */
JsonArray *
orienta_reader_top (OrientaReader *self, const char *name, guint *n)
{
  JsonNode *root = orienta_json_get_root (self->policy->json);
  JsonNode *node = orienta_reader_member (self, root, name, ORIENTA_OPTIONAL);
  *n = 0;
  if (!node)
    return NULL;
  gsize mark = orienta_reader_enter (self, name);
  JsonArray *list = orienta_reader_list (self, node, 0);
  orienta_reader_leave (self, mark);
  if (list)
    *n = json_array_get_length (list);
  return list;
}

/* What may have been meant, as a full name. A name without prefix is compared with names without theirs. */
static const char *
nearest_attribute (const OrientaReader *self, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  gboolean bare = !strchr (name, '.');
  for (guint i = 0; i < ORIENTA_N_ATTRIBUTES + self->n_visible; i++) {
    const char *full = orienta_policy_attribute_name (self->policy, i);
    if (!full)
      continue;
    g_ptr_array_add (names, (gpointer) full);
    g_ptr_array_add (alike, (gpointer) (bare ? strchr (full, '.') + 1 : full));
  }
  const char *nearest = orienta_text_nearest (name, (const char *const *) alike->pdata, alike->len);
  guint place;
  return nearest && g_ptr_array_find (alike, nearest, &place) ? g_ptr_array_index (names, place) : NULL;
}

/* The number of an attribute that may be read here, by its full name. */
gint
orienta_reader_attribute (OrientaReader *self, JsonNode *node, const char *name)
{
  gint attribute = orienta_policy_find_attribute (self->policy, name);
  if (attribute >= 0 && attribute < (gint) (ORIENTA_N_ATTRIBUTES + self->n_visible))
    return attribute;
  if (attribute >= 0)
    orienta_reader_fault (self, node, "\"%s\": not declared yet; expected one declared above", name);
  else
    orienta_reader_unknown (self, node, "attribute", name, nearest_attribute (self, name));
  return -1;
}

static gint
find_id (OrientaReader *self, JsonNode *node, GHashTable *ids, const char *what, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (ids, id));
  if (place > 0)
    return (gint) place - 1;
  /* A hash table has no order: sorted, so that among equally near ids the same one is always named. */
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  for (GList *key = keys; key; key = key->next)
    g_ptr_array_add (known, key->data);
  orienta_reader_unknown (self, node, what, id,
                          orienta_text_nearest (id, (const char *const *) known->pdata, known->len));
  return -1;
}

/* The table that {"table": id} names: the first of its versions. */
gint
orienta_reader_table (OrientaReader *self, JsonNode *node)
{
  static const char *const members[] = { "table", NULL };
  if (!orienta_reader_object (self, node, members))
    return -1;
  JsonNode *name = orienta_reader_member (self, node, "table", ORIENTA_NEEDED);
  const char *id = name ? orienta_reader_id (self, name) : NULL;
  return id ? find_id (self, name, self->tables, "table", id) : -1;
}

/* The criterion of that id: the first of its versions. */
gint
orienta_reader_criterion (OrientaReader *self, JsonNode *node, const char *id)
{
  return find_id (self, node, self->criteria, "criterion", id);
}
