/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Local attributes: columns of a territory's own, and bools computed from other attributes. They are numbered after the
 * built-in ones, so that everything that reads an attribute reads them too. */
#include "policy/locals-private.h"

#include "base/text-private.h"
#include "policy/condition-private.h"
#include "policy/wording-private.h"

#include <string.h>

#define MAX_WORDS 1000
#define MAX_SET 62 /* words of a set */

static const char *const types[] = { "bool", "number", "date", "word", "words", NULL }; /* by OrientaType */
static const char *const ofs[] = { "household", "unit", NULL };                         /* by OrientaOf */

/* Columns of docs/data.md that are no attributes: a local one of that name would never be read. */
static const char *const columns[] = { "id",          "wants_territories", "avoids_territories",
                                       "wants_kinds", "refuses_kinds",     "verified",
                                       NULL };

static gboolean
is_name (const char *name)
{
  if (!g_ascii_islower (*name) || strlen (name) > 64)
    return FALSE;
  for (const char *p = name; *p; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

/* The full name, new, or NULL after a fault. */
static char *
read_name (OrientaReader *reader, JsonNode *node, OrientaOf of)
{
  const char *name = orienta_reader_text (reader, node);
  if (!name)
    return NULL;
  if (!is_name (name)) {
    orienta_reader_expected (reader, node, "a name: a-z, then a-z0-9_, at most 64");
    return NULL;
  }
  g_autofree char *full = g_strdup_printf ("%s.%s", ofs[of], name);
  const char *why = orienta_wording_is_personal (name);
  if (why) {
    orienta_reader_refuse (reader, node, "discrimination: \"%s\" asks for %s; no attribute may", full, why);
    return NULL;
  }
  if (orienta_policy_find_attribute (reader->policy, full) >= 0 || g_strv_contains (columns, name)) {
    orienta_reader_fault (reader, node, "\"%s\": known already; expected a new name", full);
    return NULL;
  }
  return g_steal_pointer (&full);
}

static char **
read_words (OrientaReader *reader, JsonNode *node, guint max)
{
  JsonArray *list = orienta_reader_list (reader, node, 1);
  guint n = list ? json_array_get_length (list) : 0;
  if (n > max)
    orienta_reader_fault (reader, node, "%u words: expected at most %u", n, max);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GStrvBuilder *words = g_strv_builder_new ();
  for (guint i = 0; i < n; i++) {
    JsonNode *entry = json_array_get_element (list, i);
    gsize mark = orienta_reader_enter_index (reader, i);
    const char *word = orienta_reader_text (reader, entry);
    if (word && strchr (word, '|'))
      orienta_reader_expected (reader, entry, "a word without \"|\", which divides lists");
    if (word && !g_hash_table_add (seen, (gpointer) word))
      orienta_reader_fault (reader, entry, "\"%s\": stands twice", word);
    g_strv_builder_add (words, word ? word : "");
    orienta_reader_leave (reader, mark);
  }
  char **result = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return result;
}

/* What only a column has. */
static void
read_column (OrientaReader *reader, JsonNode *node, OrientaLocalAttribute *self)
{
  gint type = orienta_reader_member_word (reader, node, "type", types, -1);
  JsonNode *words = orienta_reader_member (reader, node, "words", ORIENTA_OPTIONAL);
  JsonNode *ordered = orienta_reader_member (reader, node, "ordered", ORIENTA_OPTIONAL);
  if (type < 0) {
    if (!orienta_reader_member (reader, node, "type", ORIENTA_OPTIONAL))
      orienta_reader_fault (reader, node, "member \"type\" or \"when\" is missing");
    return;
  }
  self->type = (OrientaType) type;
  gboolean wordy = self->type == ORIENTA_TYPE_WORD || self->type == ORIENTA_TYPE_WORDS;
  if (wordy && !words) {
    orienta_reader_fault (reader, node, "member \"words\" is missing");
    self->words = g_new0 (char *, 1);
  }
  if (!wordy && (words || ordered))
    orienta_reader_fault (reader, node, "\"words\" and \"ordered\": expected only with the type word or words");
  if (wordy && words) {
    gsize mark = orienta_reader_enter (reader, "words");
    self->words = read_words (reader, words, self->type == ORIENTA_TYPE_WORDS ? MAX_SET : MAX_WORDS);
    orienta_reader_leave (reader, mark);
  }
  orienta_reader_member_bool (reader, node, "ordered", &self->ordered);
}

static void
read_local (OrientaReader *reader, JsonNode *node, OrientaLocalAttribute *self)
{
  static const char *const members[] = { "name", "of",      "type",  "words", "ordered",
                                         "when", "special", "label", "note",  NULL };
  if (!orienta_reader_object (reader, node, members))
    return;
  self->of = (OrientaOf) orienta_reader_member_word (reader, node, "of", ofs, ORIENTA_OF_HOUSEHOLD);
  orienta_reader_member (reader, node, "of", ORIENTA_NEEDED);
  JsonNode *name = orienta_reader_member (reader, node, "name", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "name");
  self->name = name ? read_name (reader, name, self->of) : NULL;
  orienta_reader_leave (reader, mark);
  orienta_reader_member_bool (reader, node, "special", &self->special);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_note (reader, node);
  if (!orienta_reader_member (reader, node, "when", ORIENTA_OPTIONAL))
    read_column (reader, node, self);
  else
    for (guint i = 2; i < 5; i++)
      if (orienta_reader_member (reader, node, members[i], ORIENTA_OPTIONAL))
        orienta_reader_fault (reader, node, "\"%s\" and \"when\": expected one of the two", members[i]);
}

/* The names and types of all local attributes; what is computed is read by orienta_locals_compute(), after the tables.
 */
void
orienta_locals_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "attributes", &n);
  policy->locals = g_new0 (OrientaLocalAttribute, n);
  reader->local_weights = g_new0 (guint64, n);
  gsize mark = orienta_reader_enter (reader, "attributes");
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    OrientaLocalAttribute *self = &policy->locals[policy->n_locals];
    *self = (OrientaLocalAttribute){ .type = ORIENTA_TYPE_BOOL, .special = TRUE };
    read_local (reader, json_array_get_element (list, i), self);
    policy->n_locals++;
    orienta_reader_leave (reader, entry);
  }
  orienta_reader_leave (reader, mark);
}

static void
compute (OrientaReader *reader, JsonNode *node, OrientaLocalAttribute *self)
{
  self->when = orienta_condition_read_member (reader, node, "when", ORIENTA_NEEDED);
  guint64 weight = orienta_condition_seal (self->when, reader);
  orienta_condition_bound (reader, node, weight);
  reader->local_weights[reader->n_visible] = weight;
  if (self->when->of & ~(1u << self->of))
    orienta_reader_fault (reader, node, "computed of the %s: expected attributes of the %s only", ofs[self->of],
                          ofs[self->of]);
  /* A fact drawn from special data is special, whatever it is called. */
  self->special = self->special || orienta_condition_is_special (self->when, reader->policy);
}

/* The conditions of computed attributes, each reading those above it. Afterwards all are visible. */
void
orienta_locals_compute (OrientaReader *reader)
{
  guint n;
  JsonArray *list = orienta_reader_top (reader, "attributes", &n);
  gsize mark = orienta_reader_enter (reader, "attributes");
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    JsonNode *node = json_array_get_element (list, i);
    reader->n_visible = i;
    if (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "when"))
      compute (reader, node, &reader->policy->locals[i]);
    orienta_reader_leave (reader, entry);
  }
  reader->n_visible = n;
  orienta_reader_leave (reader, mark);
}

void
orienta_local_clear (OrientaLocalAttribute *self)
{
  g_free (self->name);
  g_strfreev (self->words);
  orienta_label_clear (&self->label);
  orienta_condition_free (self->when);
}
