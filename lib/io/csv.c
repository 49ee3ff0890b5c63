/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* CSV: a header line and rows of as many cells, tokenised by libcsv. The parser is fed one line of the file at a time,
 * so that no more than one row is ever held and the line of each is known even when cells have line ends inside quotes.
 */
#include "io/csv-private.h"

#include "base/text-private.h"
#include "io/stream-private.h"

#include <csv.h>
#include <string.h>

#define MAX_COLUMNS 500
#define MAX_CELL 65536 /* characters */
#define LONGEST 4      /* bytes of a character */

struct OrientaCsv {
  char *name;
  OrientaFaults *faults;
  OrientaStream *stream;
  struct csv_parser parser;
  const char *next, *end;  /* of the block: what has not been parsed yet */
  const char *next_return; /* the first CR at or after `next`, or `end` */
  gboolean split_return;   /* the block before ended with CR, to which a first LF belongs */
  guint line;              /* of `next`, from 1 */
  guint row_line;          /* where the row begins */
  guint cell_line;         /* where its last cell begins */
  gboolean row_ready;
  gboolean too_long; /* a cell */
  gboolean ended;
  GString *text;             /* of the row's cells, each with its NUL */
  gsize starts[MAX_COLUMNS]; /* of the cells in it */
  OrientaCell cells[MAX_COLUMNS];
  guint n_cells; /* may pass MAX_COLUMNS: those are only counted */
  char **columns;
  guint n_columns;
};

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Called by libcsv at the end of each cell. */
static void
take_cell (void *text, size_t length, void *data)
{
  OrientaCsv *self = data;
  const char *from = text;
  while (length > 0 && is_blank (*from)) {
    from++;
    length--;
  }
  while (length > 0 && is_blank (from[length - 1]))
    length--;
  if (length > MAX_CELL && g_utf8_strlen (from, (gssize) length) > MAX_CELL)
    self->too_long = TRUE;
  guint cell = self->n_cells++;
  if (cell >= MAX_COLUMNS || self->too_long)
    return;
  self->starts[cell] = self->text->len;
  self->cells[cell].length = length;
  g_string_append_len (self->text, from, (gssize) length);
  g_string_append_c (self->text, '\0');
}

/* Called by libcsv at the end of each row. */
static void
take_row (int terminator, void *data)
{
  OrientaCsv *self = data;
  self->row_ready = TRUE;
}

static gboolean
fail (OrientaCsv *self, guint line, OrientaErrorCode code, const char *why)
{
  orienta_faults_add (self->faults, code, self->name, line, 0, "%s", why);
  self->ended = TRUE;
  return FALSE;
}

/* Where the next CR stands. */
static const char *
find_return (const OrientaCsv *self)
{
  const char *found = memchr (self->next, '\r', (gsize) (self->end - self->next));
  return found ? found : self->end;
}

static gboolean
fill (OrientaCsv *self)
{
  if (self->next < self->end)
    return TRUE;
  gsize length = 0;
  const char *block = orienta_stream_read (self->stream, &length);
  if (!block)
    return FALSE;
  self->next = block;
  self->end = block + length;
  self->next_return = find_return (self);
  return TRUE;
}

/* Takes the bytes up to and with the next LF, CR LF or CR, or the rest of the block where none is left (`*whole`
 * FALSE).
 */
static gsize
take_line (OrientaCsv *self, gboolean *whole)
{
  const char *line = self->next;
  if (self->next_return < line)
    self->next_return = find_return (self);
  const char *last = memchr (line, '\n', (gsize) (self->next_return - line));
  if (!last)
    last = self->next_return;
  *whole = last < self->end;
  if (*whole) {
    self->split_return = *last == '\r' && last + 1 == self->end;
    if (*last == '\r' && !self->split_return && last[1] == '\n')
      last++;
    last++;
  }
  self->next = last;
  return (gsize) (last - line);
}

/* Parses one line of the file, or what the block has of it. */
static gboolean
parse_line (OrientaCsv *self)
{
  const char *line = self->next;
  guint cells = self->n_cells;
  gboolean whole = FALSE;
  gsize length = 1;
  if (cells == 0 && self->parser.entry_pos == 0)
    self->row_line = self->cell_line = self->line;
  if (self->split_return && *line == '\n') /* the second half of a line end already counted */
    self->next++;
  else
    length = take_line (self, &whole);
  self->split_return &= whole;
  if (csv_parse (&self->parser, line, length, take_cell, take_row, self) != length)
    return fail (self, self->line, ORIENTA_ERROR_SYNTAX,
                 "a stray quote; inside a cell it is written twice, and the whole cell between quotes");
  if (self->n_cells > cells && !self->row_ready)
    self->cell_line = self->line;
  if (self->too_long || self->parser.entry_pos > MAX_CELL * LONGEST)
    return fail (self, self->cell_line, ORIENTA_ERROR_LIMIT, "a cell of more than 65536 characters");
  self->line += whole;
  return TRUE;
}

/* Closes a last row that no line end follows. */
static gboolean
parse_end (OrientaCsv *self)
{
  self->ended = TRUE;
  if (csv_fini (&self->parser, take_cell, take_row, self) != 0)
    return fail (self, self->cell_line, ORIENTA_ERROR_SYNTAX, "a quote opens here and is never closed");
  if (self->too_long)
    return fail (self, self->cell_line, ORIENTA_ERROR_LIMIT, "a cell of more than 65536 characters");
  return self->row_ready;
}

/* Reads one row of any number of cells; blank lines are passed over. */
static gboolean
read_row (OrientaCsv *self)
{
  guint faults = orienta_faults_count (self->faults);
  self->row_ready = FALSE;
  self->n_cells = 0;
  g_string_truncate (self->text, 0);
  while (!self->row_ready) {
    if (self->ended)
      return FALSE;
    if (fill (self) ? !parse_line (self) : orienta_faults_count (self->faults) > faults || !parse_end (self)) {
      self->ended = TRUE;
      return FALSE;
    }
  }
  for (guint i = 0; i < MIN (self->n_cells, MAX_COLUMNS); i++)
    self->cells[i].text = self->text->str + self->starts[i];
  return TRUE;
}

/* The separator that the first line with anything in it has most of, outside quotes; a comma where it has none. */
static char
find_separator (const char *text, const char *end)
{
  static const char separators[] = { ',', ';', '\t' };
  guint found[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE, seen = FALSE;
  for (; text < end && (quoted || !seen || (*text != '\n' && *text != '\r')); text++) {
    quoted ^= *text == '"';
    seen |= !g_ascii_isspace (*text);
    for (guint i = 0; i < G_N_ELEMENTS (separators) && !quoted; i++)
      found[i] += *text == separators[i];
  }
  guint best = 0;
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (found[i] > found[best])
      best = i;
  return separators[best];
}

/* Keeps the names of the columns; each must have one, and no two the same. */
static gboolean
take_header (OrientaCsv *self)
{
  guint faults = orienta_faults_count (self->faults);
  if (self->n_cells > MAX_COLUMNS) {
    orienta_faults_add (self->faults, ORIENTA_ERROR_LIMIT, self->name, self->row_line, 0,
                        "%u columns; at most %d were expected", self->n_cells, MAX_COLUMNS);
    return FALSE;
  }
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_columns = self->n_cells;
  self->columns = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++) {
    self->columns[i] = g_strdup (self->cells[i].text);
    g_autofree char *quoted = orienta_text_quote (self->columns[i], -1);
    if (self->columns[i][0] == '\0')
      orienta_faults_add (self->faults, ORIENTA_ERROR_SYNTAX, self->name, self->row_line, 0,
                          "column %u of %u has no name", i + 1, self->n_columns);
    else if (!g_hash_table_add (names, self->columns[i]))
      orienta_faults_add (self->faults, ORIENTA_ERROR_SYNTAX, self->name, self->row_line, 0, "two columns are named %s",
                          quoted);
  }
  return orienta_faults_count (self->faults) == faults;
}

static gboolean
read_header (OrientaCsv *self)
{
  guint faults = orienta_faults_count (self->faults);
  if (fill (self))
    csv_set_delim (&self->parser, (unsigned char) find_separator (self->next, self->end));
  if (read_row (self))
    return take_header (self);
  if (orienta_faults_count (self->faults) == faults)
    fail (self, 0, ORIENTA_ERROR_SYNTAX, "no header line");
  return FALSE;
}

/**
 * orienta_csv_open:
 * @name: the file as faults name it, such as "households.csv"
 * @faults: must outlive the reader
 *
 * Opens a file (UTF-8 or Windows-1252, separated by comma, semicolon or tab, lines ended by LF, CR LF or CR) and reads
 * its header. Limits: 500 columns, 65 536 characters a cell. Memory: some blocks of 64 KiB and one row.
 *
 * Returns: (nullable): free with orienta_csv_free(); %NULL: @faults has why
 */
OrientaCsv *
orienta_csv_open (const char *path, const char *name, OrientaFaults *faults)
{
  g_autoptr (OrientaCsv) self = g_new0 (OrientaCsv, 1);
  self->name = g_strdup (name);
  self->faults = faults;
  self->line = 1;
  self->text = g_string_new (NULL);
  csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_realloc_func (&self->parser, g_realloc); /* ends the process when memory is out, as all of GLib */
  csv_set_free_func (&self->parser, g_free);
  csv_set_blk_size (&self->parser, 4096);
  self->stream = orienta_stream_open (path, name, faults);
  if (!self->stream || !read_header (self))
    return NULL;
  return g_steal_pointer (&self);
}

void
orienta_csv_free (OrientaCsv *self)
{
  if (!self)
    return;
  orienta_stream_free (self->stream);
  csv_free (&self->parser);
  g_string_free (self->text, TRUE);
  g_strfreev (self->columns);
  g_free (self->name);
  g_free (self);
}

guint
orienta_csv_n_columns (const OrientaCsv *self)
{
  return self->n_columns;
}

/* The name of a column, without the blanks around it. */
const char *
orienta_csv_column (const OrientaCsv *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);
  return self->columns[column];
}

static gboolean
is_empty (const OrientaCsv *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->cells[i].length > 0)
      return FALSE;
  return TRUE;
}

/* The cells of the next row, without the blanks around them, inside quotes too: no column has a value that begins or
 * ends with one. Lines with nothing but separators say nothing and are passed over, as spreadsheets leave them; a row
 * of another number of cells is a fault and passed over, so that the faults after it are found as well. */
const OrientaCell *
orienta_csv_next (OrientaCsv *self)
{
  while (read_row (self)) {
    if (self->n_cells != self->n_columns)
      orienta_faults_add (self->faults, ORIENTA_ERROR_SYNTAX, self->name, self->row_line, 0,
                          "%u cell%s where the header has %u", self->n_cells, self->n_cells == 1 ? "" : "s",
                          self->n_columns);
    else if (!is_empty (self))
      return self->cells;
  }
  return NULL;
}

guint
orienta_csv_line (const OrientaCsv *self)
{
  return self->row_line;
}

guint64
orienta_csv_offset (const OrientaCsv *self)
{
  return orienta_stream_offset (self->stream);
}

guint64
orienta_csv_size (const OrientaCsv *self)
{
  return orienta_stream_size (self->stream);
}
