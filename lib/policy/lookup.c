/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables: numbers looked up by one or two attributes. Held as one block of cells, rows by the first axis. */
#include "policy/lookup-private.h"

#include "base/text-private.h"
#include "policy/period-private.h"

#include <string.h>

#define MAX_CELLS 1000000

/* The attribute that a name means: full, or without its prefix where only one attribute has that name. */
static gint
find_axis (OrientaReader *reader, JsonNode *node, const char *name)
{
  gint found = orienta_policy_find_attribute (reader->policy, name);
  for (guint i = 0; found < 0 && i < ORIENTA_N_ATTRIBUTES + reader->n_visible; i++) {
    const char *full = orienta_policy_attribute_name (reader->policy, i);
    if (!full || strcmp (strchr (full, '.') + 1, name) != 0)
      continue;
    for (guint j = i + 1; j < ORIENTA_N_ATTRIBUTES + reader->n_visible; j++) {
      const char *other = orienta_policy_attribute_name (reader->policy, j);
      if (other && strcmp (strchr (other, '.') + 1, name) == 0) {
        orienta_reader_fault (reader, node, "\"%s\": expected \"%s\" or \"%s\"", name, full, other);
        return -1;
      }
    }
    found = (gint) i;
  }
  return found >= 0 ? found : orienta_reader_attribute (reader, node, name);
}

static guint
count_words (const OrientaPolicy *policy, guint attribute)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return g_strv_length (policy->locals[attribute - ORIENTA_N_ATTRIBUTES].words);
  return orienta_attribute_vocabulary (attribute)->n;
}

static const char *
word_of (const OrientaPolicy *policy, guint attribute, guint word)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return policy->locals[attribute - ORIENTA_N_ATTRIBUTES].words[word];
  return orienta_attribute_vocabulary (attribute)->words[word].word;
}

static gint
find_word (OrientaReader *reader, JsonNode *node, const OrientaAxis *axis, const char *word)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; i < axis->n; i++) {
    const char *known = word_of (reader->policy, axis->attribute, i);
    if (strcmp (known, word) == 0)
      return (gint) i;
    g_ptr_array_add (words, (gpointer) known);
  }
  orienta_reader_unknown (reader, node, "word", word,
                          orienta_text_nearest (word, (const char *const *) words->pdata, words->len));
  return -1;
}

static void
read_thresholds (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  JsonArray *list = orienta_reader_list (reader, node, 1);
  axis->n = list ? json_array_get_length (list) : 0;
  axis->from = g_new0 (gint64, axis->n + 1);
  for (guint i = 0; i < axis->n; i++) {
    JsonNode *entry = json_array_get_element (list, i);
    gsize mark = orienta_reader_enter_index (reader, i);
    if (orienta_reader_number (reader, entry, &axis->from[i]) && i > 0 && axis->from[i] <= axis->from[i - 1])
      orienta_reader_expected (reader, entry, "a number above the one before");
    orienta_reader_leave (reader, mark);
  }
}

static void
read_axis_object (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  JsonNode *from = orienta_reader_member (reader, node, "from", ORIENTA_OPTIONAL);
  JsonNode *first = orienta_reader_member (reader, node, "first", ORIENTA_OPTIONAL);
  if (from && first)
    orienta_reader_fault (reader, node, "\"from\" and \"first\": expected one of the two");
  if (from) {
    gsize mark = orienta_reader_enter (reader, "from");
    read_thresholds (reader, from, axis);
    orienta_reader_leave (reader, mark);
  }
  if (orienta_reader_member_number (reader, node, "first", &axis->first) && axis->first % ORIENTA_MILLION != 0) {
    gsize mark = orienta_reader_enter (reader, "first");
    orienta_reader_expected (reader, first, "a whole number");
    orienta_reader_leave (reader, mark);
  }
}

static gboolean
read_axis (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  static const char *const members[] = { "attribute", "from", "first", NULL };
  gboolean object = JSON_NODE_HOLDS_OBJECT (node);
  if (object && !orienta_reader_object (reader, node, members))
    return FALSE;
  JsonNode *name = object ? orienta_reader_member (reader, node, "attribute", ORIENTA_NEEDED) : node;
  const char *text = name ? orienta_reader_text (reader, name) : NULL;
  gint attribute = text ? find_axis (reader, name, text) : -1;
  if (attribute < 0)
    return FALSE;
  axis->attribute = (guint) attribute;
  axis->first = ORIENTA_MILLION;
  guint faults = orienta_faults_count (reader->faults);
  OrientaType type = orienta_policy_attribute_type (reader->policy, axis->attribute);
  if (type != ORIENTA_TYPE_WORD && type != ORIENTA_TYPE_NUMBER) {
    orienta_reader_fault (reader, name, "\"%s\": expected a number or a word", text);
  } else if (type == ORIENTA_TYPE_WORD) {
    axis->n = count_words (reader->policy, axis->attribute);
    axis->given = g_new0 (gboolean, axis->n);
    if (object && json_object_get_size (json_node_get_object (node)) > 1)
      orienta_reader_fault (reader, node, "\"%s\": \"from\" and \"first\" are for numbers", text);
  } else if (object) {
    read_axis_object (reader, node, axis);
  }
  if (axis->attribute >= ORIENTA_HOUSEHOLD_NEED_0 && axis->attribute <= ORIENTA_HOUSEHOLD_NEED_LAST)
    orienta_reader_refuse (reader, name, "HF1: \"%s\" is a need; no table may be keyed by one", text);
  return orienta_faults_count (reader->faults) == faults;
}

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
    gint place = find_word (reader, value, axis, word);
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
  guint faults = orienta_faults_count (reader->faults);
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
  if (orienta_faults_count (reader->faults) != faults)
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
    good = read_axis (reader, json_array_get_element (axes, i), &self->axes[i]) && good;
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
