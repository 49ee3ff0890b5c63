/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A JSON document: its tree, and where each value of it stood. */
#include "io/json-private.h"

#include "io/json-read-private.h"

struct OrientaJson {
  JsonNode *root;
  char *file;
  GArray *places; /* of OrientaPlace */
  gsize sorted;   /* once: `places` is by address of the node */
};

/**
 * orienta_json_parse:
 * @text: UTF-8, with or without a byte-order mark; need not end with NUL
 * @file: (nullable): as faults name it
 *
 * Reads a document. Integers that fit are gint64, other numbers the nearest double. O(n).
 *
 * Returns: (nullable): free with orienta_json_free(); %NULL: @faults has why
 */
OrientaJson *
orienta_json_parse (const char *text, gsize length, const char *file, OrientaFaults *faults)
{
  g_autoptr (OrientaJson) self = g_new0 (OrientaJson, 1);
  self->file = g_strdup (file);
  self->places = g_array_new (FALSE, FALSE, sizeof (OrientaPlace));
  self->root = orienta_json_read (text, length, file, faults, self->places);
  return self->root ? g_steal_pointer (&self) : NULL;
}

void
orienta_json_free (OrientaJson *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->root, json_node_unref);
  g_array_unref (self->places);
  g_free (self->file);
  g_free (self);
}

/* The tree; it must not be changed. */
JsonNode *
orienta_json_get_root (const OrientaJson *self)
{
  return self->root;
}

const char *
orienta_json_get_file (const OrientaJson *self)
{
  return self->file;
}

static gint
compare_places (gconstpointer first, gconstpointer second)
{
  const OrientaPlace *a = first, *b = second;
  return a->node < b->node ? -1 : a->node > b->node;
}

/* Sorted on the first demand, for most documents have no fault; any thread may come first. O(log n) from then on. */
static const OrientaPlace *
find_place (const OrientaJson *self, JsonNode *node)
{
  OrientaJson *mutable_self = (OrientaJson *) self;
  OrientaPlace wanted = { node, 0, 0 };
  guint found;
  if (g_once_init_enter (&mutable_self->sorted)) {
    g_array_sort (self->places, compare_places);
    g_once_init_leave (&mutable_self->sorted, 1);
  }
  if (!g_array_binary_search (self->places, &wanted, compare_places, &found))
    return NULL;
  return &g_array_index (self->places, OrientaPlace, found);
}

guint
orienta_json_get_line (const OrientaJson *self, JsonNode *node)
{
  const OrientaPlace *place = find_place (self, node);
  return place ? place->line : 0;
}

guint
orienta_json_get_column (const OrientaJson *self, JsonNode *node)
{
  const OrientaPlace *place = find_place (self, node);
  return place ? place->column : 0;
}
