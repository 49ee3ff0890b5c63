/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/reader-private.h"

#include "base/text-private.h"

#include <math.h>
#include <string.h>

#define SHOWN_WORDS 16 /* of a closed list, in a message */

typedef struct {
  OrientaErrorCode code;
  guint line, column;
  char *text;
} OrientaFound;

static void
found_clear (gpointer data)
{
  g_free (((OrientaFound *) data)->text);
}

/* Begins to read the document of `policy`. */
void
orienta_reader_init (OrientaReader *self, OrientaPolicy *policy)
{
  *self = (OrientaReader){ .policy = policy, .path = g_string_new ("$") };
  self->found = g_array_new (FALSE, FALSE, sizeof (OrientaFound));
  g_array_set_clear_func (self->found, found_clear);
  self->tables = g_hash_table_new (g_str_hash, g_str_equal);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const OrientaFound *left = a, *right = b;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/* Ends reading. The faults are told in the order of the document, which is not that of reading: a file is mended from
 * top to bottom. */
void
orienta_reader_clear (OrientaReader *self, OrientaFaults *faults)
{
  g_array_sort (self->found, compare_places);
  for (guint i = 0; i < self->found->len; i++) {
    const OrientaFound *found = &g_array_index (self->found, OrientaFound, i);
    orienta_faults_add (faults, found->code, orienta_json_get_file (self->policy->json), found->line, found->column,
                        "%s", found->text);
  }
  g_array_unref (self->found);
  g_string_free (self->path, TRUE);
  g_hash_table_unref (self->tables);
  g_clear_pointer (&self->criteria, g_hash_table_unref);
  g_free (self->local_weights);
  g_free (self->criterion_weights);
}

static gboolean
is_plain (const char *name)
{
  for (const char *p = name; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

/* Steps into a member of the object it stands at. */
gsize
orienta_reader_enter (OrientaReader *self, const char *member)
{
  gsize mark = self->path->len;
  g_string_append_printf (self->path, is_plain (member) ? ".%s" : "['%s']", member);
  return mark;
}

/* Steps into an entry of the list it stands at. */
gsize
orienta_reader_enter_index (OrientaReader *self, guint index)
{
  gsize mark = self->path->len;
  g_string_append_printf (self->path, "[%u]", index);
  return mark;
}

/* Steps back to where it stood when it gave `mark`. */
void
orienta_reader_leave (OrientaReader *self, gsize mark)
{
  g_string_truncate (self->path, mark);
}

static void
add_fault (OrientaReader *self, OrientaErrorCode code, JsonNode *node, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);
  const OrientaFound found = { code, orienta_json_get_line (self->policy->json, node),
                               orienta_json_get_column (self->policy->json, node),
                               g_strdup_printf ("%s: %s", self->path->str, text) };
  g_array_append_val (self->found, found);
}

/* Notes that a value is not what it must be. */
void
orienta_reader_fault (OrientaReader *self, JsonNode *node, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  add_fault (self, ORIENTA_ERROR_INVALID, node, format, args);
  va_end (args);
}

/* Notes that a line would break Housing First or discriminate. */
void
orienta_reader_refuse (OrientaReader *self, JsonNode *node, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  add_fault (self, ORIENTA_ERROR_ETHICS, node, format, args);
  va_end (args);
}

/* Notes that a list or a condition is larger than the library accepts. */
void
orienta_reader_limit (OrientaReader *self, JsonNode *node, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  add_fault (self, ORIENTA_ERROR_LIMIT, node, format, args);
  va_end (args);
}

/* A value as a message shows it. Free with g_free(). */
static char *
describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup ("a list");
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("an object");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return orienta_text_quote (json_node_get_string (node), -1);
  return orienta_json_canonical (node);
}

/* Notes a value and what was expected in its place. */
void
orienta_reader_expected (OrientaReader *self, JsonNode *node, const char *expected)
{
  g_autofree char *value = describe (node);
  orienta_reader_fault (self, node, "%s: expected %s", value, expected);
}

/* Notes a name that nobody knows. `nearest`: what may have been meant, or NULL. */
void
orienta_reader_unknown (OrientaReader *self, JsonNode *node, const char *what, const char *name, const char *nearest)
{
  g_autofree char *quoted = orienta_text_quote (name, -1);
  if (nearest)
    orienta_reader_fault (self, node, "%s: unknown %s; nearest: \"%s\"", quoted, what, nearest);
  else
    orienta_reader_fault (self, node, "%s: unknown %s", quoted, what);
}

/* Whether it is an object. Members other than these (NULL-terminated; NULL: any) are faults, and the rest is still
 * read. */
gboolean
orienta_reader_object (OrientaReader *self, JsonNode *node, const char *const *members)
{
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    orienta_reader_expected (self, node, "an object");
    return FALSE;
  }
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (members && json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_strv_contains (members, name))
      orienta_reader_unknown (self, value, "member", name,
                              orienta_text_nearest (name, members, g_strv_length ((char **) members)));
  return TRUE;
}

/* The list it is, of `least` entries or more; borrowed. */
JsonArray *
orienta_reader_list (OrientaReader *self, JsonNode *node, guint least)
{
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    orienta_reader_expected (self, node, "a list");
    return NULL;
  }
  JsonArray *list = json_node_get_array (node);
  guint n = json_array_get_length (list);
  if (n > ORIENTA_MAX_ENTRIES) {
    orienta_reader_limit (self, node, "%u entries: expected at most %d", n, ORIENTA_MAX_ENTRIES);
    return NULL;
  }
  if (n < least) {
    orienta_reader_fault (self, node, "a list of %u: expected at least %u", n, least);
    return NULL;
  }
  return list;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
orienta_reader_bool (OrientaReader *self, JsonNode *node, gboolean *value)
{
  if (!holds (node, G_TYPE_BOOLEAN)) {
    orienta_reader_expected (self, node, "true or false");
    return FALSE;
  }
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* A decimal of the document as an integer of that scale. A double is taken when it is the one nearest to such a
 * decimal: then the decimal is what was written. Past 2^53 only whole numbers are sure. */
static gboolean
read_decimal (JsonNode *node, gint64 scale, gint64 max, gint64 *value)
{
  if (holds (node, G_TYPE_INT64)) {
    gint64 whole = json_node_get_int (node);
    if (whole > max / scale || whole < -(max / scale))
      return FALSE;
    *value = whole * scale;
    return TRUE;
  }
  gdouble number = json_node_get_double (node);
  if (!isfinite (number) || fabs (number) > (gdouble) (max / scale))
    return FALSE;
  gdouble scaled = round (number * (gdouble) scale);
  if (fabs (scaled) > 9007199254740992.0) {
    *value = (gint64) number * scale;
    return number == floor (number);
  }
  *value = (gint64) scaled;
  return scaled / (gdouble) scale == number;
}

static gboolean
read_scaled (OrientaReader *self, JsonNode *node, gint64 scale, gint64 max, const char *expected, gint64 *value)
{
  gint64 result;
  if ((holds (node, G_TYPE_INT64) || holds (node, G_TYPE_DOUBLE)) && read_decimal (node, scale, max, &result)) {
    *value = result;
    return TRUE;
  }
  orienta_reader_expected (self, node, expected);
  return FALSE;
}

/* A number, in millionths. */
gboolean
orienta_reader_number (OrientaReader *self, JsonNode *node, gint64 *value)
{
  return read_scaled (self, node, ORIENTA_MILLION, ORIENTA_NUMBER_MAX, "a number of at most six decimals, up to 1e12",
                      value);
}

/* Points, in thousandths. */
gboolean
orienta_reader_points (OrientaReader *self, JsonNode *node, gint64 *value)
{
  return read_scaled (self, node, ORIENTA_THOUSAND, ORIENTA_POINTS_MAX, "points of at most three decimals, up to 1e9",
                      value);
}

OrientaDate
orienta_reader_date (OrientaReader *self, JsonNode *node)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : "";
  OrientaDate date = strlen (text) == 10 && text[4] == '-' ? orienta_date_parse (text, 10) : ORIENTA_NO_DATE;
  if (date == ORIENTA_NO_DATE)
    orienta_reader_expected (self, node, "a date \"YYYY-MM-DD\" from 1900 to 2199");
  return date;
}

/* A text that is not empty; borrowed from the document. */
const char *
orienta_reader_text (OrientaReader *self, JsonNode *node)
{
  if (holds (node, G_TYPE_STRING) && *json_node_get_string (node))
    return json_node_get_string (node);
  orienta_reader_expected (self, node, "a text");
  return NULL;
}

const char *
orienta_reader_id (OrientaReader *self, JsonNode *node)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
  if (text && orienta_text_is_id (text, strlen (text), 64))
    return text;
  orienta_reader_expected (self, node, "an id: 1 to 64 of A-Za-z0-9._:-");
  return NULL;
}

/* A code of household.priority. */
const char *
orienta_reader_code (OrientaReader *self, JsonNode *node)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
  gboolean good = text && orienta_text_is_id (text, strlen (text), 32);
  for (const char *p = text; good && *p; p++)
    good = !g_ascii_isupper (*p);
  if (good)
    return text;
  orienta_reader_expected (self, node, "a code: 1 to 32 of a-z0-9._:-");
  return NULL;
}

/* The place of a word among those (NULL-terminated). */
gint
orienta_reader_word (OrientaReader *self, JsonNode *node, const char *const *words)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
  for (gint i = 0; text && words[i]; i++)
    if (strcmp (words[i], text) == 0)
      return i;
  const char *nearest = text ? orienta_text_nearest (text, words, g_strv_length ((char **) words)) : NULL;
  g_autoptr (GString) expected = g_string_new ("one of ");
  for (guint i = 0; i < SHOWN_WORDS && words[i]; i++)
    g_string_append_printf (expected, "%s%s", i > 0 ? ", " : "", words[i]);
  if (g_strv_length ((char **) words) > SHOWN_WORDS)
    g_string_append (expected, ", …");
  if (nearest)
    g_string_append_printf (expected, "; nearest: \"%s\"", nearest);
  orienta_reader_expected (self, node, expected->str);
  return -1;
}
