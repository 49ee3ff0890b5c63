/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fill.h"

#include <math.h>
#include <string.h>

/* A column as what would stand in the cells of a CSV file, one after the other, each with its NUL. */
typedef struct {
  char *name;
  GString *cells;
  GArray *places; /* gsize, by row: where its cell begins */
} Column;

struct OrientaFill {
  gatomicrefcount references;
  OrientaTable table;
  gsize n_rows;
  GArray *columns; /* of Column */
};

static void
column_clear (gpointer data)
{
  Column *self = data;
  g_free (self->name);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->places);
}

OrientaFill *
orienta_fill_new (OrientaTable table, gsize n_rows)
{
  OrientaFill *self = g_new0 (OrientaFill, 1);
  g_atomic_ref_count_init (&self->references);
  self->table = table;
  self->n_rows = n_rows;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  return self;
}

OrientaFill *
orienta_fill_ref (OrientaFill *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_fill_unref (OrientaFill *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->columns);
  g_free (self);
}

gsize
orienta_fill_get_n_rows (const OrientaFill *self)
{
  return self->n_rows;
}

/* -- columns -- */

static Column *
add_column (OrientaFill *self, const char *name)
{
  Column column = { g_strdup (name), g_string_sized_new (8 * self->n_rows),
                    g_array_new (FALSE, FALSE, sizeof (gsize)) };
  g_array_append_val (self->columns, column);
  return &g_array_index (self->columns, Column, self->columns->len - 1);
}

static gboolean
is_new (const OrientaFill *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_array_index (self->columns, Column, i).name, name) == 0) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "column \"%s\" stands there twice", name);
      return FALSE;
    }
  return TRUE;
}

static void
begin_cell (Column *column)
{
  if (column->places->len > 0)
    g_string_append_c (column->cells, '\0');
  g_array_append_val (column->places, column->cells->len);
}

/* -- cell by cell, for readers that know the number of rows at the end -- */

gboolean
orienta_fill_begin (OrientaFill *self, const char *name, GError **error)
{
  if (!is_new (self, name, error))
    return FALSE;
  add_column (self, name);
  return TRUE;
}

void
orienta_fill_append (OrientaFill *self, guint column, const char *cell)
{
  Column *found = &g_array_index (self->columns, Column, column);
  begin_cell (found);
  g_string_append (found->cells, cell);
}

void
orienta_fill_append_rows (OrientaFill *self, gsize n)
{
  self->n_rows += n;
}

/* -- whole columns -- */

static gboolean
check_column (const OrientaFill *self, const char *name, gsize n, const OrientaArray *valid, GError **error)
{
  if (n != self->n_rows) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "column \"%s\": %" G_GSIZE_FORMAT " cells, expected %" G_GSIZE_FORMAT " as in the other columns", name,
                 n, self->n_rows);
    return FALSE;
  }
  if (n > ORIENTA_FILL_MOST) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "column \"%s\": %" G_GSIZE_FORMAT " cells, expected at most %d", name, n, ORIENTA_FILL_MOST);
    return FALSE;
  }
  return is_new (self, name, error)
         && (!valid || valid->n == 0 || orienta_array_has_length (valid, name, self->n_rows, error));
}

static gboolean
is_there (const OrientaArray *valid, gsize row)
{
  return !valid || valid->n == 0 || orienta_array_get_int64 (valid, row) != 0;
}

/* Fifteen digits, as many as a double has of its own: 0.1 + 0.2 is written 0.3. One with more decimals than a column
 * takes is refused when the cell is read. */
void
orienta_fill_append_double (GString *cells, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double millionths = round (value * 1e6);
  if (fabs (millionths) < 9e15 && millionths / 1e6 == value) {
    gint64 magnitude = (gint64) fabs (millionths);
    g_string_append_printf (cells, "%s%" G_GINT64_FORMAT, value < 0 ? "-" : "", magnitude / 1000000);
    if (magnitude % 1000000 == 0)
      return;
    g_string_append_printf (cells, ".%06d", (int) (magnitude % 1000000));
    while (cells->str[cells->len - 1] == '0')
      g_string_truncate (cells, cells->len - 1);
    return;
  }
  g_string_append (cells, g_ascii_formatd (digits, sizeof digits, "%.15g", value));
}

static void
append_number (GString *cells, const OrientaArray *values, gsize row)
{
  if (!orienta_array_is_whole (values)) {
    double value = orienta_array_get_double (values, row);
    if (!isnan (value))
      orienta_fill_append_double (cells, value);
  } else if (values->element == ORIENTA_UINT64) {
    g_string_append_printf (cells, "%" G_GUINT64_FORMAT, (guint64) orienta_array_get_int64 (values, row));
  } else {
    g_string_append_printf (cells, "%" G_GINT64_FORMAT, orienta_array_get_int64 (values, row));
  }
}

/* Numbers; one that is not a number is missing. */
gboolean
orienta_fill_add_numbers (OrientaFill *self, const char *name, const OrientaArray *values, const OrientaArray *valid,
                          GError **error)
{
  if (!check_column (self, name, values->n, valid, error))
    return FALSE;
  Column *column = add_column (self, name);
  for (gsize row = 0; row < self->n_rows; row++) {
    begin_cell (column);
    if (is_there (valid, row))
      append_number (column->cells, values, row);
  }
  return TRUE;
}

gboolean
orienta_fill_add_bools (OrientaFill *self, const char *name, const OrientaArray *values, const OrientaArray *valid,
                        GError **error)
{
  if (!check_column (self, name, values->n, valid, error))
    return FALSE;
  Column *column = add_column (self, name);
  for (gsize row = 0; row < self->n_rows; row++) {
    begin_cell (column);
    if (is_there (valid, row))
      g_string_append (column->cells, orienta_array_get_int64 (values, row) ? "true" : "false");
  }
  return TRUE;
}

/* A day from 1970-01-01 on. One that no calendar here has (0001 to 9999) is written as a number, and refused as no
 * date. */
void
orienta_fill_append_date (GString *cells, gint64 day)
{
  if (day <= -ORIENTA_JULIAN_1970 || day > 2932896) { /* 9999-12-31 */
    g_string_append_printf (cells, "%" G_GINT64_FORMAT, day);
    return;
  }
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + ORIENTA_JULIAN_1970));
  g_string_append_printf (cells, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

gboolean
orienta_fill_add_dates (OrientaFill *self, const char *name, const OrientaArray *days, const OrientaArray *valid,
                        GError **error)
{
  if (!check_column (self, name, days->n, valid, error))
    return FALSE;
  Column *column = add_column (self, name);
  for (gsize row = 0; row < self->n_rows; row++) {
    begin_cell (column);
    if (is_there (valid, row))
      orienta_fill_append_date (column->cells, orienta_array_get_int64 (days, row));
  }
  return TRUE;
}

/* Texts as they would stand in a CSV file; a list is one text with `|` between its values. */
gboolean
orienta_fill_add_texts (OrientaFill *self, const char *name, const OrientaStrings *texts, GError **error)
{
  if (!check_column (self, name, texts->n, NULL, error))
    return FALSE;
  Column *column = add_column (self, name);
  for (gsize row = 0; row < self->n_rows; row++) {
    begin_cell (column);
    if (texts->data[row])
      g_string_append (column->cells, texts->data[row]);
  }
  return TRUE;
}

static gboolean
fail_cell (const char *name, gsize row, const char *what, GError **error)
{
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "column \"%s\", row %" G_GSIZE_FORMAT ": %s", name, row,
               what);
  return FALSE;
}

/* Places in a list of words, -1 where a cell is missing. */
gboolean
orienta_fill_add_words (OrientaFill *self, const char *name, const OrientaArray *codes, const OrientaStrings *words,
                        GError **error)
{
  if (!check_column (self, name, codes->n, NULL, error))
    return FALSE;
  for (gsize row = 0; row < self->n_rows; row++) {
    gint64 code = orienta_array_get_int64 (codes, row);
    if (code < -1 || (code >= 0 && (guint64) code >= words->n))
      return fail_cell (name, row, "no such word", error);
  }
  Column *column = add_column (self, name);
  for (gsize row = 0; row < self->n_rows; row++) {
    gint64 code = orienta_array_get_int64 (codes, row);
    begin_cell (column);
    if (code >= 0 && words->data[code])
      g_string_append (column->cells, words->data[code]);
  }
  return TRUE;
}

/* Writes lines into a builder: `n` at most, from the `first` on. What is wrong with a cell is told when the builder is
 * sealed. */
void
orienta_fill_into (const OrientaFill *self, OrientaBuilder *builder, gsize first, gsize n)
{
  const Column *columns = (const Column *) self->columns->data;
  for (gsize row = first; row < self->n_rows && row - first < n; row++) {
    orienta_builder_begin (builder, self->table);
    for (guint i = 0; i < self->columns->len; i++)
      orienta_builder_set (builder, columns[i].name,
                           columns[i].cells->str + g_array_index (columns[i].places, gsize, row));
  }
}
