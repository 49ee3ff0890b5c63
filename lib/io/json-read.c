/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A strict reader of JSON (RFC 8259) that builds json-glib's tree. json-glib's own parser takes comments, single
 * quotes, members given twice and integers that do not fit, and does not say where a value stood; a policy or a
 * register must mean the same to every reader, and a fault must have its place. */
#include "io/json-read-private.h"

#include "base/text-private.h"
#include "io/file-private.h"
#include "io/json-scan-private.h"

#include <string.h>

#define MAX_DEPTH 64
#define MARK "\xef\xbb\xbf"
#define MARK_LENGTH 3

typedef struct {
  OrientaScan scan;
  GArray *places; /* of OrientaPlace */
  guint depth;
} Reader;

static JsonNode *read_value (Reader *self);

static JsonNode *
read_word (Reader *self)
{
  if (orienta_scan_take_word (&self->scan, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (orienta_scan_take_word (&self->scan, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (orienta_scan_take_word (&self->scan, "null"))
    return json_node_init_null (json_node_alloc ());
  orienta_scan_expect (&self->scan, "a value");
  return NULL;
}

/* Steps over the opening bracket. */
static gboolean
enter (Reader *self)
{
  if (self->depth == MAX_DEPTH)
    return orienta_scan_refuse (&self->scan, self->scan.next, ORIENTA_ERROR_LIMIT, "more than 64 levels");
  self->depth++;
  self->scan.next++;
  return TRUE;
}

/* Steps over `,` or the closing bracket, and says through `*more` which it was. */
static gboolean
read_separator (Reader *self, char close, gboolean *more)
{
  char c = orienta_scan_skip_blanks (&self->scan);
  *more = c == ',';
  if (c != ',' && c != close)
    return orienta_scan_expect (&self->scan, close == ']' ? "',' or ']'" : "',' or '}'");
  self->scan.next++;
  return TRUE;
}

/* Steps over the closing bracket of what is empty. */
static gboolean
take_empty (Reader *self, char close)
{
  if (orienta_scan_skip_blanks (&self->scan) != close)
    return FALSE;
  self->scan.next++;
  return TRUE;
}

static gboolean
read_elements (Reader *self, JsonArray *array)
{
  gboolean more = !take_empty (self, ']');
  while (more) {
    JsonNode *node = read_value (self);
    if (!node)
      return FALSE;
    json_array_add_element (array, node);
    if (!read_separator (self, ']', &more))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_member (Reader *self, JsonObject *object)
{
  if (orienta_scan_skip_blanks (&self->scan) != '"')
    return orienta_scan_expect (&self->scan, "the name of a member in double quotes");
  const char *open = self->scan.next;
  if (!orienta_scan_string (&self->scan))
    return FALSE;
  g_autofree char *name = g_strdup (self->scan.text->str);
  if (json_object_has_member (object, name)) {
    g_autofree char *quoted = orienta_text_quote (name, -1);
    return orienta_scan_refuse (&self->scan, open, ORIENTA_ERROR_SYNTAX, "member %s is given twice", quoted);
  }
  if (orienta_scan_skip_blanks (&self->scan) != ':')
    return orienta_scan_expect (&self->scan, "':'");
  self->scan.next++;
  JsonNode *node = read_value (self);
  if (node)
    json_object_set_member (object, name, node);
  return node != NULL;
}

static gboolean
read_members (Reader *self, JsonObject *object)
{
  gboolean more = !take_empty (self, '}');
  while (more)
    if (!read_member (self, object) || !read_separator (self, '}', &more))
      return FALSE;
  return TRUE;
}

static JsonNode *
read_array (Reader *self)
{
  g_autoptr (JsonArray) array = json_array_new ();
  if (!enter (self) || !read_elements (self, array))
    return NULL;
  self->depth--;
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
read_object (Reader *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  if (!enter (self) || !read_members (self, object))
    return NULL;
  self->depth--;
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_any (Reader *self, char first)
{
  if (first == '{')
    return read_object (self);
  if (first == '[')
    return read_array (self);
  if (first == '"')
    return orienta_scan_string (&self->scan) ? json_node_init_string (json_node_alloc (), self->scan.text->str) : NULL;
  if (first == '-' || g_ascii_isdigit (first))
    return orienta_scan_number (&self->scan);
  return read_word (self);
}

/* Reads a value and notes its place. */
static JsonNode *
read_value (Reader *self)
{
  char first = orienta_scan_skip_blanks (&self->scan);
  orienta_scan_count_to (&self->scan, self->scan.next);
  OrientaPlace place = { NULL, self->scan.line, self->scan.column };
  place.node = read_any (self, first);
  if (place.node)
    g_array_append_val (self->places, place);
  return place.node;
}

/**
 * orienta_json_read:
 * @text: UTF-8, with or without a byte-order mark; need not end with NUL
 * @file: (nullable): as faults name it
 * @places: gets an #OrientaPlace for each value of the tree
 *
 * Reads a whole document, and stops at the first fault. O(n).
 *
 * Returns: (nullable): free with json_node_unref(); %NULL: @faults has why
 */
JsonNode *
orienta_json_read (const char *text, gsize length, const char *file, OrientaFaults *faults, GArray *places)
{
  gboolean marked = length >= MARK_LENGTH && memcmp (text, MARK, MARK_LENGTH) == 0;
  const char *start = text + (marked ? MARK_LENGTH : 0);
  Reader self = { .places = places };
  if (length > ORIENTA_MAX_DOCUMENT) {
    orienta_faults_add (faults, ORIENTA_ERROR_LIMIT, file, 0, 0, "a document of more than 512 MiB");
    return NULL;
  }
  orienta_scan_init (&self.scan, start, text + length, file, faults);
  g_autoptr (JsonNode) root = read_value (&self);
  if (root)
    orienta_scan_skip_blanks (&self.scan);
  if (root && self.scan.next < self.scan.end) {
    orienta_scan_expect (&self.scan, "the end of the document");
    g_clear_pointer (&root, json_node_unref);
  }
  orienta_scan_clear (&self.scan);
  return g_steal_pointer (&root);
}
