/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An Arrow stream as a table of a register: numbers, truth values, dates, texts, lists of texts, dictionaries of these.
 */
#include "arrow.h"

#include <math.h>
#include <string.h>

/* One batch of one column while it is read. */
typedef struct {
  OrientaFill *fill;
  const struct ArrowSchema *schema;
  const struct ArrowArray *array;
  GError **error;
} Column;

static gboolean fail (const Column *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (const Column *self, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "column \"%s\": %s", self->schema->name, message);
  return FALSE;
}

static gboolean
bit_at (const guint8 *bits, gint64 i)
{
  return bits[i / 8] >> (i % 8) & 1;
}

static gboolean
is_there (const struct ArrowArray *array, gint64 i)
{
  if (array->n_buffers == 0) /* of the type that has missing cells only */
    return FALSE;
  return !array->buffers[0] || bit_at (array->buffers[0], array->offset + i);
}

/* -- one cell as text -- */

static gboolean append_cell (const Column *self, const struct ArrowSchema *schema, const struct ArrowArray *array,
                             gint64 i, GString *out);

static gint64
whole_at (const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i)
{
  static const char codes[] = "csilCSIL";
  static const OrientaElement elements[] = { ORIENTA_INT8,  ORIENTA_INT16,  ORIENTA_INT32,  ORIENTA_INT64,
                                             ORIENTA_UINT8, ORIENTA_UINT16, ORIENTA_UINT32, ORIENTA_UINT64 };
  OrientaElement element = elements[strchr (codes, schema->format[0]) - codes];
  OrientaArray numbers = { array->buffers[1], (gsize) (array->offset + array->length),
                           (gssize) orienta_element_get_size (element), element };
  return orienta_array_get_int64 (&numbers, (gsize) (array->offset + i));
}

/* The bytes of a text, of any of Arrow's three ways to keep one. */
static const char *
text_at (const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i, gint64 *length)
{
  gint64 place = array->offset + i;
  if (schema->format[0] == 'v') {
    const guint8 *view = (const guint8 *) array->buffers[1] + 16 * place;
    gint32 n, number, start;
    memcpy (&n, view, sizeof n);
    memcpy (&number, view + 8, sizeof number);
    memcpy (&start, view + 12, sizeof start);
    *length = n;
    return n <= 12 ? (const char *) view + 4 : (const char *) array->buffers[2 + number] + start;
  }
  gboolean is_large = schema->format[0] == 'U';
  const gint32 *narrow = array->buffers[1];
  const gint64 *wide = array->buffers[1];
  gint64 from = is_large ? wide[place] : narrow[place], to = is_large ? wide[place + 1] : narrow[place + 1];
  *length = to - from;
  return (const char *) array->buffers[2] + from;
}

static gboolean
append_text (const Column *self, const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i,
             GString *out)
{
  gint64 length;
  const char *text = text_at (schema, array, i, &length);
  if (length > 0 && memchr (text, '\0', (gsize) length))
    return fail (self, "a text with NUL in it");
  if (length > 0)
    g_string_append_len (out, text, length);
  return TRUE;
}

static gboolean
append_list (const Column *self, const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i,
             GString *out)
{
  gint64 place = array->offset + i;
  gboolean is_large = schema->format[1] == 'L';
  const gint32 *narrow = array->buffers[1];
  const gint64 *wide = array->buffers[1];
  gint64 from = is_large ? wide[place] : narrow[place], to = is_large ? wide[place + 1] : narrow[place + 1];
  for (gint64 item = from; item < to; item++) {
    if (item > from)
      g_string_append_c (out, '|');
    if (!is_there (array->children[0], item) || !append_cell (self, schema->children[0], array->children[0], item, out))
      return *self->error ? FALSE : fail (self, "a list with a missing value");
  }
  return TRUE;
}

/* -- days -- */

/* How many of a timestamp's or date's units make a day; 0 for what is no date. */
static gint64
units_of_day (const char *format)
{
  static const struct {
    const char *format;
    gint64 units;
  } all[] = {
    { "tdD", 1 },
    { "tdm", 86400000 },
    { "tss:", 86400 },
    { "tsm:", 86400000 },
    { "tsu:", G_GINT64_CONSTANT (86400000000) },
    { "tsn:", G_GINT64_CONSTANT (86400000000000) },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (format, all[i].format) == 0)
      return all[i].units;
  return 0;
}

static gboolean
append_date (const Column *self, const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i,
             GString *out)
{
  gint64 units = units_of_day (schema->format);
  gint64 value = units == 1 ? ((const gint32 *) array->buffers[1])[array->offset + i]
                            : ((const gint64 *) array->buffers[1])[array->offset + i];
  if (value % units != 0)
    return fail (self, "a time of day, where dates are needed");
  orienta_fill_append_date (out, value / units);
  return TRUE;
}

static gboolean
append_float (const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i, GString *out)
{
  gint64 place = array->offset + i;
  double value = schema->format[0] == 'g' ? ((const double *) array->buffers[1])[place]
                                          : ((const float *) array->buffers[1])[place];
  if (!isnan (value))
    orienta_fill_append_double (out, value);
  return TRUE;
}

/* A cell that is there. */
static gboolean
append_cell (const Column *self, const struct ArrowSchema *schema, const struct ArrowArray *array, gint64 i,
             GString *out)
{
  const char *format = schema->format;
  if (schema->dictionary) {
    gint64 code = whole_at (schema, array, i);
    return !is_there (array->dictionary, code) || append_cell (self, schema->dictionary, array->dictionary, code, out);
  }
  if (strcmp (format, "u") == 0 || strcmp (format, "U") == 0 || strcmp (format, "vu") == 0)
    return append_text (self, schema, array, i, out);
  if (strcmp (format, "+l") == 0 || strcmp (format, "+L") == 0)
    return append_list (self, schema, array, i, out);
  if (units_of_day (format) > 0)
    return append_date (self, schema, array, i, out);
  if (strcmp (format, "g") == 0 || strcmp (format, "f") == 0)
    return append_float (schema, array, i, out);
  if (strcmp (format, "b") == 0)
    g_string_append (out, bit_at (array->buffers[1], array->offset + i) ? "true" : "false");
  else if (format[0] != '\0' && format[1] == '\0' && strchr ("csilCSI", format[0]))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, whole_at (schema, array, i));
  else if (strcmp (format, "L") == 0)
    g_string_append_printf (out, "%" G_GUINT64_FORMAT, (guint64) whole_at (schema, array, i));
  else
    return fail (self, "numbers, texts, truth values or dates are needed, not Arrow's \"%s\"", format);
  return TRUE;
}

/* -- columns -- */

static gboolean
check_rows (const OrientaFill *fill, gint64 n, GError **error)
{
  if (n >= 0 && n <= ORIENTA_FILL_MOST && orienta_fill_get_n_rows (fill) + (gsize) n <= ORIENTA_FILL_MOST)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "Arrow stream: more than %d rows, expected fewer",
               ORIENTA_FILL_MOST);
  return FALSE;
}

static gboolean
read_batch (OrientaFill *fill, const struct ArrowSchema *schema, const struct ArrowArray *batch, GError **error)
{
  if (!check_rows (fill, batch->length, error))
    return FALSE;
  g_autoptr (GString) cell = g_string_new (NULL);
  for (gint64 i = 0; i < schema->n_children; i++) {
    Column column = { fill, schema->children[i], batch->children[i], error };
    for (gint64 row = 0; row < batch->length; row++) {
      gint64 place = batch->offset + row;
      g_string_truncate (cell, 0);
      if (is_there (column.array, place) && !append_cell (&column, column.schema, column.array, place, cell))
        return FALSE;
      orienta_fill_append (fill, (guint) i, cell->str);
    }
  }
  orienta_fill_append_rows (fill, (gsize) batch->length);
  return TRUE;
}

static gboolean
fail_stream (struct ArrowArrayStream *stream, GError **error)
{
  const char *message = stream->get_last_error (stream);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_READ, "Arrow stream: %s", message ? message : "no reason given");
  return FALSE;
}

static gboolean
read_batches (OrientaFill *fill, struct ArrowArrayStream *stream, const struct ArrowSchema *schema, GError **error)
{
  for (;;) {
    struct ArrowArray batch = { .release = NULL };
    if (stream->get_next (stream, &batch) != 0)
      return fail_stream (stream, error);
    if (!batch.release)
      return TRUE;
    gboolean done = read_batch (fill, schema, &batch, error);
    batch.release (&batch);
    if (!done)
      return FALSE;
  }
}

/**
 * orienta_arrow_read:
 *
 * Reads a stream to its end. The caller releases it.
 *
 * Returns: (transfer full): the table; NULL with ORIENTA_ERROR_INVALID where a column is of no type that a register
 * has, ORIENTA_ERROR_READ where the stream fails
 */
OrientaFill *
orienta_arrow_read (OrientaTable table, struct ArrowArrayStream *stream, GError **error)
{
  struct ArrowSchema schema = { .release = NULL };
  if (stream->get_schema (stream, &schema) != 0) {
    fail_stream (stream, error);
    return NULL;
  }
  g_autoptr (OrientaFill) fill = orienta_fill_new (table, 0);
  gboolean done = strcmp (schema.format, "+s") == 0;
  if (!done)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "Arrow stream: a table is needed, not \"%s\"",
                 schema.format);
  for (gint64 i = 0; done && i < schema.n_children; i++)
    done = orienta_fill_begin (fill, schema.children[i]->name ? schema.children[i]->name : "", error);
  done = done && read_batches (fill, stream, &schema, error);
  schema.release (&schema);
  return done ? g_steal_pointer (&fill) : NULL;
}
