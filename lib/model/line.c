/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines: the rows of a register in the making, with the place of each, for a fault found at its end. */
#include "model/builder-private.h"

#include "base/text-private.h"

#include <string.h>

gpointer
orienta_builder_row (const OrientaBuilder *self, OrientaTable table, guint row)
{
  const OrientaLines *lines = &self->tables[table];
  return lines->rows->data + row * lines->columns.row_size;
}

guint
orienta_builder_n_rows (const OrientaBuilder *self, OrientaTable table)
{
  return self->tables[table].rows->len;
}

/* Where a line is, to be named in the fault of another: "on line 3", "in households[2]". Free with g_free(). */
char *
orienta_builder_place (const OrientaBuilder *self, OrientaTable table, guint row)
{
  const OrientaLines *lines = &self->tables[table];
  if (row < lines->nodes->len)
    return g_strdup_printf ("on line %u",
                            orienta_json_get_line (self->json, g_array_index (lines->nodes, JsonNode *, row)));
  if (lines->file)
    return g_strdup_printf ("on line %u", g_array_index (lines->lines, guint32, row));
  return g_strdup_printf ("in %s[%u]", orienta_table_name (table), row);
}

static void
add_fault (OrientaBuilder *self, OrientaErrorCode code, OrientaTable table, guint row, guint line, JsonNode *node,
           const char *text)
{
  const char *file = self->tables[table].file;
  g_autofree char *place = file ? NULL : g_strdup_printf ("%s[%u]", orienta_table_name (table), row);
  guint column = node ? orienta_json_get_column (self->json, node) : 0;
  if (node)
    line = orienta_json_get_line (self->json, node);
  orienta_faults_add (self->faults, code, file ? file : place, line, column, "%s%s%s", self->path ? self->path : "",
                      self->path ? ": " : "", text);
}

/* A fault of the value being read. Takes `text`. */
void
orienta_builder_fault_text (OrientaBuilder *self, OrientaErrorCode code, char *text)
{
  g_autofree char *owned = text;
  add_fault (self, code, self->table, self->row, self->line, self->node, owned);
}

/* A value of the current line that is not what it must be. */
void
orienta_builder_fault (OrientaBuilder *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  orienta_builder_fault_text (self, ORIENTA_ERROR_INVALID, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The same for any line, once all have been read. */
void
orienta_builder_fault_at (OrientaBuilder *self, OrientaTable table, guint row, const char *format, ...)
{
  const OrientaLines *lines = &self->tables[table];
  JsonNode *node = row < lines->nodes->len ? g_array_index (lines->nodes, JsonNode *, row) : NULL;
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  add_fault (self, ORIENTA_ERROR_INVALID, table, row, g_array_index (lines->lines, guint32, row), node, text);
}

static void
blank_locals (OrientaBuilder *self, OrientaTable table)
{
  const gint64 unknown = ORIENTA_UNKNOWN;
  for (guint i = 0; i < self->reg->n_locals; i++)
    if (table == (self->reg->locals[i].of == ORIENTA_OF_HOUSEHOLD ? ORIENTA_TABLE_HOUSEHOLDS : ORIENTA_TABLE_UNITS))
      g_array_append_val (self->locals[i], unknown);
}

/* Begins a line; the one before must have been ended. Its place is a line of a file, a node of a document, or neither.
 */
void
orienta_builder_begin_line (OrientaBuilder *self, OrientaTable table, guint32 line, JsonNode *node)
{
  OrientaLines *lines = &self->tables[table];
  self->table = table;
  self->line = line;
  self->faults_before = orienta_faults_count (self->faults);
  self->node = node;
  self->row = lines->rows->len;
  if (self->row >= ORIENTA_MAX_LINES) {
    if (!lines->full)
      orienta_builder_fault_text (self, ORIENTA_ERROR_LIMIT,
                                  g_strdup_printf ("more than %d %s", ORIENTA_MAX_LINES, orienta_table_name (table)));
    lines->full = TRUE;
    self->row = ORIENTA_NO_LINE;
    return;
  }
  g_array_append_vals (lines->rows, lines->columns.blank, 1);
  g_array_append_val (lines->lines, line);
  if (node)
    g_array_append_val (lines->nodes, node);
  blank_locals (self, table);
}

gboolean
orienta_builder_is_faulty (const OrientaBuilder *self, OrientaTable table, guint row)
{
  return g_hash_table_contains (self->tables[table].faulty, GUINT_TO_POINTER (row + 1));
}

gboolean
orienta_builder_was_said (const OrientaBuilder *self, const OrientaColumn *column)
{
  const OrientaLines *lines = &self->tables[self->table];
  return lines->said[column - lines->columns.columns] == self->row + 1;
}

static void
say (OrientaBuilder *self, const OrientaColumn *column)
{
  OrientaLines *lines = &self->tables[self->table];
  lines->said[column - lines->columns.columns] = self->row + 1;
}

static gboolean
is_numeric (const OrientaColumn *column)
{
  return column->kind == ORIENTA_COLUMN_AMOUNT || column->kind == ORIENTA_COLUMN_NUMBER
         || column->kind == ORIENTA_COLUMN_COUNT || column->kind == ORIENTA_COLUMN_SLOTS;
}

/* What stands for a number by its name, or NULL. */
static const char *
find_figure (const OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  if (!self->figures || !is_numeric (column))
    return NULL;
  g_autofree char *name = g_strndup (text, length);
  return g_hash_table_lookup (self->figures, name);
}

/* One value, or one element of a list, into the current line. */
void
orienta_builder_put_item (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  if (self->row == ORIENTA_NO_LINE)
    return;
  say (self, column);
  const char *number = find_figure (self, column, text, length);
  if (orienta_cell_read (self, column, number ? number : text, number ? strlen (number) : length))
    return;
  g_autofree char *quoted = orienta_text_quote (text, (gssize) length);
  g_autofree char *expected = orienta_column_expected (column);
  orienta_builder_fault (self, "%s %s is not %s%s", column->name, quoted, expected,
                         self->figures && is_numeric (column) ? ", nor a figure's name" : "");
}

/* A list that is known to be empty: another fact than nothing known, where the column tells them apart. */
void
orienta_builder_put_none (OrientaBuilder *self, const OrientaColumn *column)
{
  if (self->row == ORIENTA_NO_LINE)
    return;
  say (self, column);
  if (column->local)
    g_array_index (self->locals[column->local - 1], gint64, self->row) = 0;
}

static void
strip (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text)) {
    (*text)++;
    (*length)--;
  }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

/* A cell into the current line: a value, a list split by |, or nothing known when it is empty. */
void
orienta_builder_put (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  strip (&text, &length);
  if (length == 0 || self->row == ORIENTA_NO_LINE)
    return;
  if (!orienta_column_is_list (column)) {
    if (orienta_builder_was_said (self, column))
      orienta_builder_fault (self, "%s is given twice", column->name);
    else
      orienta_builder_put_item (self, column, text, length);
    return;
  }
  for (const char *end = text + length; text <= end;) {
    const char *bar = memchr (text, '|', (gsize) (end - text));
    const char *item = text;
    gsize n = (gsize) ((bar ? bar : end) - text);
    strip (&item, &n);
    orienta_builder_put_item (self, column, item, n);
    text += (bar ? (gsize) (bar - text) : (gsize) (end - text)) + 1;
  }
}

static void
check_person (OrientaBuilder *self)
{
  const OrientaPersonLine *line = orienta_builder_row (self, self->table, self->row);
  if (line->person.custody != ORIENTA_CUSTODY_FULL && line->person.role < orienta_roles.n
      && line->person.role != ORIENTA_ROLE_CHILD)
    orienta_builder_fault (self, "custody \"%s\" is for children, not for the role \"%s\"",
                           orienta_custodies.words[line->person.custody].word,
                           orienta_roles.words[line->person.role].word);
}

static void
check_unit (OrientaBuilder *self)
{
  const OrientaUnitRow *unit = orienta_builder_row (self, self->table, self->row);
  if (unit->min_age >= 0 && unit->max_age >= 0 && unit->min_age > unit->max_age)
    orienta_builder_fault (self, "min_age %d is above max_age %d", unit->min_age, unit->max_age);
}

static void
check_outcome (OrientaBuilder *self)
{
  const OrientaColumns *columns = &self->tables[self->table].columns;
  guint n = orienta_builder_was_said (self, orienta_columns_find (columns, "unit_id"))
            + orienta_builder_was_said (self, orienta_columns_find (columns, "kind"));
  if (n != 1)
    orienta_builder_fault (self, "%s of unit_id and kind must be given", n == 0 ? "one" : "only one");
}

/* Ends the current line, if there is one: what it must hold, and what its values say of each other. */
void
orienta_builder_end_line (OrientaBuilder *self)
{
  if (self->row == ORIENTA_NO_LINE)
    return;
  const OrientaLines *lines = &self->tables[self->table];
  const OrientaColumns *columns = &lines->columns;
  gboolean in_cells = lines->file && !self->json;
  self->node = self->row < lines->nodes->len ? g_array_index (lines->nodes, JsonNode *, self->row) : NULL;
  for (guint i = 0; i < columns->n; i++)
    if (columns->columns[i].required && !orienta_builder_was_said (self, &columns->columns[i]))
      orienta_builder_fault (self, "%s \"%s\" is %s", self->noun, columns->columns[i].name,
                             in_cells ? "empty" : "missing");
  if (self->table == ORIENTA_TABLE_PERSONS)
    check_person (self);
  else if (self->table == ORIENTA_TABLE_UNITS)
    check_unit (self);
  else if (self->table == ORIENTA_TABLE_OUTCOMES)
    check_outcome (self);
  if (orienta_faults_count (self->faults) > self->faults_before)
    g_hash_table_add (lines->faulty, GUINT_TO_POINTER (self->row + 1));
  self->row = ORIENTA_NO_LINE;
}
