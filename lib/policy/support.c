/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Support: what a household weighs, and what it takes of a service. */
#include "policy/order-private.h"

#include "model/vocabulary-private.h"
#include "policy/lookup-private.h"

#define MAX_LOAD 1000000 /* as many as a service can have slots */

static void
read_attribute (OrientaReader *reader, JsonNode *node, OrientaLoad *load)
{
  static const char *const members[] = { "attribute", NULL };
  JsonNode *value = orienta_reader_object (reader, node, members)
                        ? orienta_reader_member (reader, node, "attribute", ORIENTA_NEEDED)
                        : NULL;
  const char *name = value ? orienta_reader_text (reader, value) : NULL;
  gint attribute = name ? orienta_reader_attribute (reader, value, name) : -1;
  if (attribute < 0)
    return;
  if (orienta_policy_attribute_of (reader->policy, (guint) attribute) != ORIENTA_OF_HOUSEHOLD
      || orienta_policy_attribute_type (reader->policy, (guint) attribute) != ORIENTA_TYPE_NUMBER) {
    orienta_reader_fault (reader, value, "\"%s\": expected a number of the household", name);
    return;
  }
  *load = (OrientaLoad){ .kind = ORIENTA_LOAD_ATTRIBUTE, .attribute = (guint) attribute };
}

static void
read_table (OrientaReader *reader, JsonNode *node, OrientaLoad *load)
{
  gint table = orienta_reader_table (reader, node);
  if (table < 0)
    return;
  const OrientaLookup *lookup = &reader->policy->tables[table];
  if (lookup->of & ~(1u << ORIENTA_OF_HOUSEHOLD)) {
    orienta_reader_fault (reader, node, "\"%s\": expected a table that reads the household only", lookup->id);
    return;
  }
  *load = (OrientaLoad){ .kind = ORIENTA_LOAD_TABLE, .table = (guint) table };
}

static void
read_constant (OrientaReader *reader, JsonNode *node, OrientaLoad *load)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  gint64 number = 0;
  if ((type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && !orienta_reader_number (reader, node, &number))
    return;
  if (number >= ORIENTA_MILLION && number <= (gint64) MAX_LOAD * ORIENTA_MILLION && number % ORIENTA_MILLION == 0)
    load->constant = number / ORIENTA_MILLION;
  else
    orienta_reader_expected (reader, node, "a whole number from 1 to 1000000, {\"attribute\": …} or {\"table\": …}");
}

/* The member "load", needed wherever it is asked for: a whole number, {"attribute": name} or {"table": id}. A constant
 * 1 after a fault. */
void
orienta_load_read (OrientaReader *reader, JsonNode *object, OrientaLoad *load)
{
  *load = (OrientaLoad){ .kind = ORIENTA_LOAD_CONSTANT, .constant = 1 };
  JsonNode *node = orienta_reader_member (reader, object, "load", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "load");
  if (node && !JSON_NODE_HOLDS_OBJECT (node))
    read_constant (reader, node, load);
  else if (node && json_object_has_member (json_node_get_object (node), "table"))
    read_table (reader, node, load);
  else if (node)
    read_attribute (reader, node, load);
  orienta_reader_leave (reader, mark);
}

/* Whether it reads a special category of data. */
gboolean
orienta_load_is_special (const OrientaLoad *self, const OrientaPolicy *policy)
{
  return self->kind == ORIENTA_LOAD_TABLE
             ? orienta_lookup_is_special (policy, self->table)
             : self->kind == ORIENTA_LOAD_ATTRIBUTE && orienta_policy_attribute_special (policy, self->attribute);
}

/* The dimension of one entry; none before it, those `seen`, may be of the same. */
static void
read_slots (OrientaReader *reader, JsonNode *node, OrientaSupportLoad *self, GHashTable *seen)
{
  JsonNode *name = orienta_reader_member (reader, node, "slots", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "slots");
  self->slots = g_strdup (name ? orienta_reader_id (reader, name) : NULL);
  orienta_reader_leave (reader, mark);
  if (name && !self->slots)
    return;
  if (g_hash_table_add (seen, self->slots ? self->slots : (char *) ""))
    return;
  if (self->slots)
    orienta_reader_fault (reader, node, "slots \"%s\": stands twice", self->slots);
  else
    orienta_reader_fault (reader, node, "an entry without \"slots\": stands twice");
}

static void
read_loads (OrientaReader *reader, JsonNode *node)
{
  static const char *const members[] = { "slots", "load", "note", NULL };
  OrientaPolicy *policy = reader->policy;
  JsonNode *value = orienta_reader_member (reader, node, "loads", ORIENTA_OPTIONAL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize mark = orienta_reader_enter (reader, "loads");
  JsonArray *list = value ? orienta_reader_list (reader, value, 0) : NULL;
  policy->n_loads = list ? json_array_get_length (list) : 0;
  policy->loads = g_new0 (OrientaSupportLoad, policy->n_loads);
  for (guint i = 0; i < policy->n_loads; i++) {
    JsonNode *entry = json_array_get_element (list, i);
    gsize inner = orienta_reader_enter_index (reader, i);
    if (orienta_reader_object (reader, entry, members)) {
      orienta_reader_member_note (reader, entry);
      read_slots (reader, entry, &policy->loads[i], seen);
      orienta_load_read (reader, entry, &policy->loads[i].load);
    }
    orienta_reader_leave (reader, inner);
  }
  orienta_reader_leave (reader, mark);
}

/* Which needs call for a service: all unless they are listed. */
static void
read_needs (OrientaReader *reader, JsonNode *node)
{
  JsonNode *value = orienta_reader_member (reader, node, "needs", ORIENTA_OPTIONAL);
  if (!value)
    return;
  g_autofree const char **words = orienta_policy_attribute_words (reader->policy, ORIENTA_HOUSEHOLD_NEEDS);
  gsize mark = orienta_reader_enter (reader, "needs");
  JsonArray *list = orienta_reader_list (reader, value, 1);
  guint32 needs = 0;
  for (guint i = 0; list && i < json_array_get_length (list); i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    gint need = orienta_reader_word (reader, json_array_get_element (list, i), words);
    if (need >= 0)
      needs |= 1u << need;
    orienta_reader_leave (reader, entry);
  }
  reader->policy->support_needs = needs;
  orienta_reader_leave (reader, mark);
}

/* How support is matched. */
void
orienta_support_read (OrientaReader *reader)
{
  static const char *const members[] = { "mode", "needs", "loads", "source", "note", NULL };
  static const char *const modes[] = { "required", "preferred", "ignored", NULL }; /* by OrientaSupportMode */
  OrientaPolicy *policy = reader->policy;
  policy->support = ORIENTA_SUPPORT_PREFERRED;
  policy->support_needs = (1u << orienta_needs.n) - 1;
  JsonNode *node = orienta_reader_member (reader, orienta_json_get_root (policy->json), "support", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "support");
  if (node && orienta_reader_object (reader, node, members)) {
    g_autofree char *source = NULL;
    orienta_reader_member (reader, node, "mode", ORIENTA_NEEDED);
    policy->support =
        (OrientaSupportMode) orienta_reader_member_word (reader, node, "mode", modes, ORIENTA_SUPPORT_PREFERRED);
    orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &source);
    orienta_reader_member_note (reader, node);
    read_needs (reader, node);
    read_loads (reader, node);
  }
  orienta_reader_leave (reader, mark);
}

void
orienta_support_load_clear (OrientaSupportLoad *self)
{
  g_free (self->slots);
}
