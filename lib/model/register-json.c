/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A register from one JSON document: its values become the text of cells, so that they mean the same. */
#include "model/builder-private.h"

#include "base/text-private.h"

#include <string.h>

#define TICK_EVERY 4096 /* lines between two looks at the clock */

typedef struct {
  OrientaBuilder *builder;
  OrientaProgress *progress;
  guint lines;
  GError *cancelled;
} Reader;

/* -- what a value is -- */

static gboolean
is_a (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_number (JsonNode *node)
{
  return is_a (node, G_TYPE_INT64) || is_a (node, G_TYPE_DOUBLE);
}

/* A value as a message names it. */
static char *
describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup ("an array");
  if (is_a (node, G_TYPE_STRING))
    return orienta_text_quote (json_node_get_string (node), -1);
  return orienta_json_canonical (node);
}

static void
fault (const Reader *self, JsonNode *node, char *text)
{
  const OrientaJson *json = self->builder->json;
  const char *path = self->builder->path;
  g_autofree char *owned = text;
  orienta_faults_add (self->builder->faults, ORIENTA_ERROR_INVALID, orienta_json_get_file (json),
                      orienta_json_get_line (json, node), orienta_json_get_column (json, node), "%s%s%s",
                      path ? path : "", path ? ": " : "", owned);
}

static void
expect (const Reader *self, JsonNode *node, const char *name, const char *what)
{
  g_autofree char *found = describe (node);
  fault (self, node, g_strdup_printf ("%s: %s was expected, not %s", name, what, found));
}

/* -- a value into a column -- */

/* A value of another type: said, though wrongly. */
static void
refuse (const Reader *self, const OrientaColumn *column, JsonNode *node, const char *what)
{
  orienta_builder_put_none (self->builder, column);
  expect (self, node, column->name, what);
}

static void
put (const Reader *self, const OrientaColumn *column, JsonNode *node, const char *text)
{
  self->builder->node = node;
  orienta_builder_put (self->builder, column, text, strlen (text));
}

static void
put_item (const Reader *self, const OrientaColumn *column, JsonNode *node, const char *text)
{
  self->builder->node = node;
  orienta_builder_put_item (self->builder, column, text, strlen (text));
}

static void
put_number (const Reader *self, const OrientaColumn *column, JsonNode *node)
{
  g_autofree char *text = is_a (node, G_TYPE_INT64) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
                                                    : orienta_json_canonical (node);
  put (self, column, node, text);
}

/* The members of {"addiction": "high"} and {"files": 40} as name:value. */
static void
put_members (const Reader *self, const OrientaColumn *column, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean slots = column->kind == ORIENTA_COLUMN_SLOTS;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    if (!(slots ? is_a (node, G_TYPE_INT64) : is_a (node, G_TYPE_STRING))) {
      expect (self, node, column->name, slots ? "a whole number" : "a string");
      continue;
    }
    g_autofree char *value =
        slots ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : json_node_dup_string (node);
    g_autofree char *item = g_strconcat (name, ":", value, NULL);
    put_item (self, column, node, item);
  }
}

static void
put_elements (const Reader *self, const OrientaColumn *column, JsonArray *array)
{
  if (json_array_get_length (array) == 0)
    orienta_builder_put_none (self->builder, column);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    if (is_a (node, G_TYPE_STRING))
      put_item (self, column, node, json_node_get_string (node));
    else
      expect (self, node, column->name, "a string");
  }
}

static void
put_list (const Reader *self, const OrientaColumn *column, JsonNode *node)
{
  gboolean slots = column->kind == ORIENTA_COLUMN_SLOTS, verified = column->kind == ORIENTA_COLUMN_VERIFIED;
  gboolean named = slots && self->builder->figures && is_a (node, G_TYPE_STRING);
  if (JSON_NODE_HOLDS_ARRAY (node))
    put_elements (self, column, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node) && (slots || column->kind == ORIENTA_COLUMN_NEEDS))
    put_members (self, column, json_node_get_object (node));
  else if (slots && is_number (node))
    put_number (self, column, node);
  else if (named)
    put_item (self, column, node, json_node_get_string (node));
  else if (verified && is_a (node, G_TYPE_STRING) && strcmp (json_node_get_string (node), "all") == 0)
    put_item (self, column, node, "all");
  else
    refuse (self, column, node, slots ? "a whole number, an array or an object" : "an array");
}

static void
put_scalar (const Reader *self, const OrientaColumn *column, JsonNode *node)
{
  gboolean truth = column->kind == ORIENTA_COLUMN_BOOL;
  gboolean number = column->kind == ORIENTA_COLUMN_AMOUNT || column->kind == ORIENTA_COLUMN_NUMBER
                    || column->kind == ORIENTA_COLUMN_COUNT;
  if (truth && is_a (node, G_TYPE_BOOLEAN))
    put (self, column, node, json_node_get_boolean (node) ? "true" : "false");
  else if (column->kind == ORIENTA_COLUMN_SUPPORT && is_a (node, G_TYPE_BOOLEAN))
    put (self, column, node, json_node_get_boolean (node) ? "yes" : "no");
  else if (number && is_number (node))
    put_number (self, column, node);
  else if (!truth && (!number || self->builder->figures) && is_a (node, G_TYPE_STRING))
    put (self, column, node, json_node_get_string (node));
  else
    refuse (self, column, node, truth ? "true or false" : number ? "a number" : "a string");
}

static void
put_value (const Reader *self, const OrientaColumn *column, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return;
  if (orienta_column_is_list (column))
    put_list (self, column, node);
  else
    put_scalar (self, column, node);
}

/* A value of a document into the current line, as in a register of its own. */
void
orienta_builder_put_node (OrientaBuilder *self, const OrientaColumn *column, JsonNode *node)
{
  const Reader reader = { .builder = self };
  put_value (&reader, column, node);
}

/* -- lines -- */

static gboolean
tick (Reader *self)
{
  if (self->lines++ % TICK_EVERY != 0)
    return TRUE;
  orienta_progress_advance (self->progress, TICK_EVERY);
  return orienta_progress_tick (self->progress, &self->cancelled);
}

/* An object's members but persons, which lie in their household in place of naming it. */
static void
read_members (const Reader *self, OrientaTable table, JsonObject *object)
{
  const OrientaColumns *columns = &self->builder->tables[table].columns;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    const OrientaColumn *column = orienta_columns_find (columns, name);
    if (column && !(table == ORIENTA_TABLE_PERSONS && column->kind == ORIENTA_COLUMN_REFERENCE))
      put_value (self, column, node);
    else if (column)
      fault (self, node, g_strdup ("household_id: the household around it is meant"));
    else if (table != ORIENTA_TABLE_HOUSEHOLDS || strcmp (name, "persons") != 0)
      fault (self, node, orienta_columns_unknown (columns, self->builder->noun, name));
  }
}

static void
read_person (const Reader *self, JsonNode *node, const char *household)
{
  OrientaBuilder *builder = self->builder;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    expect (self, node, "persons", "an object");
    builder->incomplete = TRUE;
    return;
  }
  const OrientaColumn *of = orienta_columns_find (&builder->tables[ORIENTA_TABLE_PERSONS].columns, "household_id");
  orienta_builder_begin_line (builder, ORIENTA_TABLE_PERSONS, 0, node);
  if (household)
    put (self, of, node, household);
  else
    orienta_builder_put_none (builder, of); /* its household has a fault of its own */
  read_members (self, ORIENTA_TABLE_PERSONS, json_node_get_object (node));
  orienta_builder_end_line (builder);
}

static void
read_persons (const Reader *self, JsonNode *list, const char *household)
{
  if (!JSON_NODE_HOLDS_ARRAY (list)) {
    expect (self, list, "persons", "an array");
    self->builder->incomplete = TRUE;
    return;
  }
  JsonArray *array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_person (self, json_array_get_element (array, i), household);
}

static void
read_line (const Reader *self, OrientaTable table, JsonNode *node)
{
  OrientaBuilder *builder = self->builder;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    expect (self, node, orienta_table_name (table), "an object");
    builder->incomplete = TRUE;
    return;
  }
  JsonObject *object = json_node_get_object (node);
  orienta_builder_begin_line (builder, table, 0, node);
  guint row = builder->row;
  read_members (self, table, object);
  orienta_builder_end_line (builder);
  JsonNode *persons = table == ORIENTA_TABLE_HOUSEHOLDS ? json_object_get_member (object, "persons") : NULL;
  if (persons && !JSON_NODE_HOLDS_NULL (persons) && row != ORIENTA_NO_LINE)
    read_persons (self, persons, ((OrientaHouseholdRow *) orienta_builder_row (builder, table, row))->id);
}

/* One line of a table, an object of the document that is being read. */
void
orienta_builder_read_line (OrientaBuilder *self, OrientaTable table, JsonNode *node)
{
  const Reader reader = { .builder = self };
  read_line (&reader, table, node);
}

static gboolean
read_table (Reader *self, OrientaTable table, JsonNode *list)
{
  if (!JSON_NODE_HOLDS_ARRAY (list)) {
    expect (self, list, orienta_table_name (table), "an array");
    self->builder->incomplete = TRUE;
    return TRUE;
  }
  JsonArray *array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array) && !self->builder->tables[table].full; i++) {
    read_line (self, table, json_array_get_element (array, i));
    if (!tick (self))
      return FALSE;
  }
  return TRUE;
}

/* -- the document -- */

static void
read_day (const Reader *self, JsonNode *node)
{
  const char *text = is_a (node, G_TYPE_STRING) ? json_node_get_string (node) : "";
  OrientaDate day = orienta_date_parse (text, strlen (text));
  if (day == ORIENTA_NO_DATE)
    expect (self, node, "as_of", "a date such as \"2026-11-22\"");
  else if (self->builder->as_of == ORIENTA_NO_DATE)
    self->builder->as_of = day;
}

static gint
find_table (const char *name)
{
  for (gint t = 0; t < ORIENTA_N_TABLES; t++)
    if (t != ORIENTA_TABLE_PERSONS && strcmp (orienta_table_name ((OrientaTable) t), name) == 0)
      return t;
  return -1;
}

static void
refuse_member (const Reader *self, const char *name, JsonNode *node)
{
  static const char *const known[] = { "orienta",  "as_of",    "households", "units",
                                       "services", "outcomes", "offers",     "territories" };
  g_autofree char *quoted = orienta_text_quote (name, -1);
  const char *nearest = orienta_text_nearest (name, known, G_N_ELEMENTS (known));
  fault (self, node,
         nearest ? g_strdup_printf ("member %s is not known; did you mean \"%s\"?", quoted, nearest)
                 : g_strdup_printf ("member %s is not known", quoted));
}

static gboolean
read_member (Reader *self, const char *name, JsonNode *node)
{
  gint table = find_table (name);
  if (table >= 0)
    return read_table (self, (OrientaTable) table, node);
  if (strcmp (name, "as_of") == 0)
    read_day (self, node);
  else if (strcmp (name, "orienta") != 0)
    refuse_member (self, name, node);
  else if (!is_a (node, G_TYPE_INT64) || json_node_get_int (node) != 1)
    expect (self, node, "orienta", "1, the version of this format,");
  return TRUE;
}

static void
require_members (const Reader *self, JsonNode *root)
{
  static const char *const required[] = { "orienta", "households", "units" };
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!json_object_has_member (json_node_get_object (root), required[i])) {
      fault (self, root, g_strdup_printf ("member \"%s\" is missing", required[i]));
      self->builder->incomplete = TRUE;
    }
}

/* Reads the register that `root` is: the document's root, or a value of it. */
gboolean
orienta_builder_read_json (OrientaBuilder *self, const OrientaJson *json, JsonNode *root, OrientaProgress *progress,
                           GError **error)
{
  Reader reader = { .builder = self, .progress = progress };
  self->json = json;
  self->noun = "member";
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    self->tables[t].file = orienta_json_get_file (json);
  if (!JSON_NODE_HOLDS_OBJECT (root)) {
    expect (&reader, root, "register", "an object");
    self->incomplete = TRUE;
    return TRUE;
  }
  orienta_progress_start (progress, "reading the register", 0);
  require_members (&reader, root);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_member (&reader, name, node)) {
      g_propagate_error (error, reader.cancelled);
      return FALSE;
    }
  return TRUE;
}
