/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables: numbers looked up by one or two attributes. Held as one block of cells, rows by the first axis. */
#include "policy/lookup-private.h"

#include "policy/period-private.h"

#include <string.h>

#define MAX_CELLS 1000000

/* The list or object of an axis's cells; its length is the axis's where no thresholds fix it. -1 after a fault. */
static gint
count_cells (OrientaReader *reader, JsonNode *node, const OrientaAxis *axis)
{
  if (axis->given) {
    if (!orienta_reader_object (reader, node, NULL))
      return -1;
    if (json_object_get_size (json_node_get_object (node)) == 0) {
      orienta_reader_fault (reader, node, "an empty object: expected a word of \"%s\"",
                            orienta_policy_attribute_name (reader->policy, axis->attribute));
      return -1;
    }
    return (gint) axis->n;
  }
  JsonArray *list = orienta_reader_list (reader, node, 1);
  if (!list)
    return -1;
  guint n = json_array_get_length (list);
  if (axis->from && n != axis->n) {
    orienta_reader_fault (reader, node, "a list of %u: expected %u, one for each of \"from\"", n, axis->n);
    return -1;
  }
  return (gint) n;
}

typedef void (*OrientaCellFunc) (OrientaReader *reader, JsonNode *node, OrientaLookup *self, guint row, guint cell);

/* Visits the cells that stand along one axis. */
static void
each_cell (OrientaReader *reader, JsonNode *node, OrientaLookup *self, OrientaAxis *axis, guint row,
           OrientaCellFunc visit)
{
  if (!axis->given) {
    JsonArray *list = json_node_get_array (node);
    for (guint i = 0; i < json_array_get_length (list); i++) {
      gsize mark = orienta_reader_enter_index (reader, i);
      visit (reader, json_array_get_element (list, i), self, row, i);
      orienta_reader_leave (reader, mark);
    }
    return;
  }
  JsonObjectIter iter;
  const char *word;
  JsonNode *value;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &word, &value)) {
    gint place = orienta_axis_find_word (reader, value, axis, word);
    if (place < 0)
      continue;
    gsize mark = orienta_reader_enter (reader, word);
    axis->given[place] = TRUE;
    visit (reader, value, self, row, (guint) place);
    orienta_reader_leave (reader, mark);
  }
}

static void
read_cell (OrientaReader *reader, JsonNode *node, OrientaLookup *self, guint row, guint cell)
{
  orienta_reader_number (reader, node, &self->values[row * (self->n_axes == 2 ? self->axes[1].n : 0) + cell]);
}

/* One row of a table of two axes; before the block exists, only its length. */
static void
read_row (OrientaReader *reader, JsonNode *node, OrientaLookup *self, guint row, guint cell)
{
  OrientaAxis *inner = &self->axes[1];
  if (self->values) {
    each_cell (reader, node, self, inner, cell, read_cell);
    return;
  }
  gint n = count_cells (reader, node, inner);
  if (n > 0 && self->row_length)
    self->row_length[cell] = (guint) n;
  if (n > 0 && !inner->from && !inner->given)
    inner->n = MAX (inner->n, (guint) n);
}

static gboolean
is_open (const OrientaAxis *axis)
{
  return !axis->from && !axis->given;
}

static void
read_values (OrientaReader *reader, JsonNode *node, OrientaLookup *self)
{
  guint faults = reader->found->len;
  OrientaAxis *outer = &self->axes[0];
  gint n = count_cells (reader, node, outer);
  if (n < 0)
    return;
  outer->n = (guint) n;
  if (is_open (&self->axes[self->n_axes - 1]))
    self->row_length = g_new0 (guint, self->n_axes == 2 ? outer->n : 1);
  if (self->n_axes == 2)
    each_cell (reader, node, self, outer, 0, read_row);
  else if (self->row_length)
    self->row_length[0] = outer->n;
  if (reader->found->len != faults)
    return;
  guint64 cells = (guint64) outer->n * (self->n_axes == 2 ? self->axes[1].n : 1);
  if (cells > MAX_CELLS) {
    orienta_reader_limit (reader, node, "%" G_GUINT64_FORMAT " cells: expected at most %d", cells, MAX_CELLS);
    return;
  }
  self->values = g_new (gint64, cells);
  for (guint64 i = 0; i < cells; i++)
    self->values[i] = ORIENTA_UNKNOWN;
  each_cell (reader, node, self, outer, 0, self->n_axes == 2 ? read_row : read_cell);
}

static void
read_step (OrientaReader *reader, JsonNode *node, OrientaLookup *self, guint row, guint cell)
{
  orienta_reader_number (reader, node, &self->beyond[cell]);
}

/* What each further step adds: an amount, or one by the first axis. */
static void
read_beyond (OrientaReader *reader, JsonNode *node, OrientaLookup *self)
{
  if (!self->row_length) {
    orienta_reader_fault (reader, node, "\"beyond\": expected only where the last axis is a number without \"from\"");
    return;
  }
  guint rows = self->n_axes == 2 ? self->axes[0].n : 1;
  self->beyond = g_new0 (gint64, rows);
  if (JSON_NODE_HOLDS_OBJECT (node) && self->n_axes == 2 && self->axes[0].given) {
    if (count_cells (reader, node, &self->axes[0]) > 0)
      each_cell (reader, node, self, &self->axes[0], 0, read_step);
    return;
  }
  gint64 step = 0;
  if (orienta_reader_number (reader, node, &step))
    for (guint i = 0; i < rows; i++)
      self->beyond[i] = step;
}

static void
read_body (OrientaReader *reader, JsonNode *node, OrientaLookup *self)
{
  JsonNode *by = orienta_reader_member (reader, node, "by", ORIENTA_NEEDED);
  JsonNode *values = orienta_reader_member (reader, node, "values", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "by");
  JsonArray *axes = by ? orienta_reader_list (reader, by, 1) : NULL;
  guint n = axes ? json_array_get_length (axes) : 0;
  if (n > 2)
    orienta_reader_fault (reader, by, "a list of %u: expected one or two attributes", n);
  gboolean good = n == 1 || n == 2;
  for (guint i = 0; i < n && n <= 2; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    good = orienta_axis_read (reader, json_array_get_element (axes, i), &self->axes[i]) && good;
    self->n_axes = i + 1;
    self->of |= 1u << orienta_policy_attribute_of (reader->policy, self->axes[i].attribute);
    orienta_reader_leave (reader, entry);
  }
  orienta_reader_leave (reader, mark);
  if (!good || !values)
    return;
  orienta_reader_enter (reader, "values");
  read_values (reader, values, self);
  orienta_reader_leave (reader, mark);
  JsonNode *beyond = orienta_reader_member (reader, node, "beyond", ORIENTA_OPTIONAL);
  orienta_reader_enter (reader, "beyond");
  if (beyond && self->values)
    read_beyond (reader, beyond, self);
  orienta_reader_leave (reader, mark);
}

static void
read_lookup (OrientaReader *reader, JsonNode *node, OrientaLookup *self)
{
  static const char *const members[] = { "id",     "label",  "by",     "unit", "valid",
                                         "values", "beyond", "source", "note", NULL };
  OrientaLabel label = { { NULL, NULL } };
  if (!orienta_reader_object (reader, node, members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &label);
  orienta_label_clear (&label);
  orienta_reader_member_text (reader, node, "unit", ORIENTA_OPTIONAL, &self->unit);
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &self->source);
  orienta_reader_member_period (reader, node, &self->valid);
  orienta_reader_member_note (reader, node);
  read_body (reader, node, self);
}

/* All tables, and the reader's index of them. What they read is noted of every version of an id alike. */
void
orienta_lookups_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "tables", &n);
  policy->tables = g_new0 (OrientaLookup, n);
  policy->n_tables = n;
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "tables");
  for (guint i = 0; i < n; i++) {
    OrientaLookup *self = &policy->tables[i];
    gsize entry = orienta_reader_enter_index (reader, i);
    read_lookup (reader, json_array_get_element (list, i), self);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ self->id, &self->valid };
    guint first = self->id ? GPOINTER_TO_UINT (g_hash_table_lookup (reader->tables, self->id)) : 0;
    if (first > 0)
      policy->tables[first - 1].of |= self->of;
    else if (self->id)
      g_hash_table_insert (reader->tables, self->id, GUINT_TO_POINTER (i + 1));
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "tables", versions, n);
}

gboolean
orienta_lookup_is_special (const OrientaPolicy *policy, guint table)
{
  for (guint i = 0; i < policy->n_tables; i++) {
    const OrientaLookup *self = &policy->tables[i];
    if (g_strcmp0 (self->id, policy->tables[table].id) != 0)
      continue;
    for (guint axis = 0; axis < self->n_axes; axis++)
      if (orienta_policy_attribute_special (policy, self->axes[axis].attribute))
        return TRUE;
  }
  return FALSE;
}

/* The cell, the last of its row where the row is shorter. */
static gint64
cell_at (const OrientaLookup *self, guint row, guint column)
{
  guint width = self->n_axes == 2 ? self->axes[1].n : self->axes[0].n;
  guint last = self->row_length && self->row_length[row] > 0 ? self->row_length[row] - 1 : width - 1;
  return self->values[row * width + MIN (column, last)];
}

static void
compare (gint64 before, gint64 after, gboolean *rises, gboolean *falls)
{
  *rises = *rises || after > before;
  *falls = *falls || after < before;
}

gint
orienta_lookup_slope (const OrientaLookup *self, guint axis)
{
  gboolean rises = FALSE, falls = FALSE, last = axis + 1 == self->n_axes;
  guint rows = self->n_axes == 2 ? self->axes[0].n : 1;
  guint width = self->n_axes == 2 ? self->axes[1].n : self->axes[0].n;
  for (guint row = 0; row < rows; row++) {
    for (guint column = 0; column < width; column++)
      if (last && column > 0)
        compare (cell_at (self, row, column - 1), cell_at (self, row, column), &rises, &falls);
      else if (!last && row > 0)
        compare (cell_at (self, row - 1, column), cell_at (self, row, column), &rises, &falls);
    if (self->beyond && (last || row > 0))
      compare (last ? 0 : self->beyond[row - 1], self->beyond[row], &rises, &falls);
  }
  return !falls ? 1 : !rises ? -1 : 0;
}

void
orienta_lookup_clear (OrientaLookup *self)
{
  for (guint i = 0; i < self->n_axes; i++) {
    g_free (self->axes[i].from);
    g_free (self->axes[i].given);
  }
  g_free (self->id);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->values);
  g_free (self->row_length);
  g_free (self->beyond);
}
