/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A frame as rows: arrays by the names of the columns. A cell that is missing is null, a date is text as in ISO 8601.
 */
#include "border.h"

#include <math.h>
#include <zend_interfaces.h>

typedef struct {
  zend_string *name;
  OrientaCellType type;
  OrientaView data, valid;
  zend_string **words; /* made when first met, so that rows share them; NULL for one row */
  guint n_words;
} Column;

typedef struct {
  OrientaFrame *frame;
  guint n_columns;
  gsize n_rows;
  Column *columns;
} Rows;

static void
column_init (Column *self, OrientaFrame *frame, guint i, gboolean many)
{
  const char *name = orienta_frame_get_name (frame, i);
  self->name = zend_string_init (name, strlen (name), false);
  self->type = orienta_frame_get_type (frame, i);
  self->data = orienta_frame_get_data (frame, i);
  self->valid = orienta_frame_get_valid (frame, i);
  self->n_words = orienta_frame_get_n_words (frame, i);
  self->words = many ? g_new0 (zend_string *, self->n_words + 1) : NULL;
}

static void
view_clear (OrientaView *view)
{
  if (view->owner)
    view->release (view->owner);
}

static void
column_clear (Column *self)
{
  for (guint i = 0; self->words && i < self->n_words; i++)
    if (self->words[i])
      zend_string_release (self->words[i]);
  g_free (self->words);
  zend_string_release (self->name);
  view_clear (&self->data);
  view_clear (&self->valid);
}

/* What reads one row, or many. */
static Rows *
rows_new (OrientaFrame *frame, gboolean many)
{
  Rows *self = g_new (Rows, 1);
  self->frame = orienta_frame_ref (frame);
  self->n_columns = orienta_frame_get_n_columns (frame);
  self->n_rows = orienta_frame_get_n_rows (frame);
  self->columns = g_new (Column, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    column_init (&self->columns[i], frame, i, many);
  return self;
}

static void
rows_free (Rows *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    column_clear (&self->columns[i]);
  g_free (self->columns);
  orienta_frame_unref (self->frame);
  g_free (self);
}

static void
set_word (zval *value, const Column *self, OrientaFrame *frame, guint column, gint32 word)
{
  if (word < 0) {
    ZVAL_NULL (value);
    return;
  }
  const char *text = orienta_frame_get_word (frame, column, (guint) word);
  if (!self->words) {
    ZVAL_STRING (value, text);
    return;
  }
  if (!self->words[word])
    self->words[word] = zend_string_init (text, strlen (text), false);
  ZVAL_STR_COPY (value, self->words[word]);
}

static void
set_date (zval *value, gint32 days)
{
  GDate date;
  char text[16];
  g_date_set_julian (&date, (guint32) (days + 719163)); /* GLib counts from 0001-01-01, as 1 */
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  ZVAL_STRING (value, text);
}

static void
set_cell (zval *value, const Rows *self, guint column, gsize row)
{
  const Column *c = &self->columns[column];
  if (c->valid.n > row && !((const guint8 *) c->valid.data)[row]) {
    ZVAL_NULL (value);
    return;
  }
  switch (c->type) {
  case ORIENTA_CELL_INT64:
    ZVAL_LONG (value, ((const gint64 *) c->data.data)[row]);
    return;
  case ORIENTA_CELL_DOUBLE:
    ZVAL_DOUBLE (value, ((const double *) c->data.data)[row]);
    if (isnan (Z_DVAL_P (value)))
      ZVAL_NULL (value);
    return;
  case ORIENTA_CELL_BOOL:
    ZVAL_BOOL (value, ((const guint8 *) c->data.data)[row]);
    return;
  case ORIENTA_CELL_DATE:
    set_date (value, ((const gint32 *) c->data.data)[row]);
    return;
  case ORIENTA_CELL_WORD:
  case ORIENTA_CELL_TEXT:
    set_word (value, c, self->frame, column, ((const gint32 *) c->data.data)[row]);
    return;
  }
}

static void
set_row (zval *value, const Rows *self, gsize row)
{
  array_init_size (value, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++) {
    zval cell;
    set_cell (&cell, self, i, row);
    zend_hash_add_new (Z_ARRVAL_P (value), self->columns[i].name, &cell);
  }
}

static gboolean
fits (zval *value, gsize n)
{
  if (n <= HT_MAX_SIZE)
    return TRUE;
  zend_value_error ("There are more rows than an array can hold");
  return FALSE;
}

/* FALSE where there is no such row; nothing is thrown. */
gboolean
orienta_php_set_row (zval *value, OrientaFrame *frame, zend_long row)
{
  if (row < 0 || (zend_ulong) row >= orienta_frame_get_n_rows (frame))
    return FALSE;
  Rows *rows = rows_new (frame, FALSE);
  set_row (value, rows, (gsize) row);
  rows_free (rows);
  return TRUE;
}

void
orienta_php_set_rows (zval *value, OrientaFrame *frame)
{
  gsize n = orienta_frame_get_n_rows (frame);
  if (!fits (value, n))
    return;
  Rows *rows = rows_new (frame, TRUE);
  array_init_size (value, (uint32_t) n);
  for (gsize i = 0; i < n; i++) {
    zval row;
    set_row (&row, rows, i);
    add_next_index_zval (value, &row);
  }
  rows_free (rows);
}

void
orienta_php_set_column (zval *value, OrientaFrame *frame, guint column)
{
  gsize n = orienta_frame_get_n_rows (frame);
  if (!fits (value, n))
    return;
  Rows *rows = rows_new (frame, TRUE);
  array_init_size (value, (uint32_t) n);
  for (gsize i = 0; i < n; i++) {
    zval cell;
    set_cell (&cell, rows, column, i);
    add_next_index_zval (value, &cell);
  }
  rows_free (rows);
}

/* The iterator of foreach: a row at a time. */
typedef struct {
  zend_object_iterator base;
  Rows *rows;
  gsize row;
  zval current;
} Walk;

static void
forget (zend_object_iterator *base)
{
  Walk *self = (Walk *) base;
  zval_ptr_dtor (&self->current);
  ZVAL_UNDEF (&self->current);
}

static void
end (zend_object_iterator *base)
{
  Walk *self = (Walk *) base;
  forget (base);
  rows_free (self->rows);
  zval_ptr_dtor (&base->data);
}

static int
is_valid (zend_object_iterator *base)
{
  Walk *self = (Walk *) base;
  return self->row < self->rows->n_rows ? SUCCESS : FAILURE;
}

static zval *
get_current (zend_object_iterator *base)
{
  Walk *self = (Walk *) base;
  if (Z_ISUNDEF (self->current))
    set_row (&self->current, self->rows, self->row);
  return &self->current;
}

static void
get_key (zend_object_iterator *base, zval *key)
{
  ZVAL_LONG (key, (zend_long) ((Walk *) base)->row);
}

static void
move_forward (zend_object_iterator *base)
{
  forget (base);
  ((Walk *) base)->row++;
}

static void
start (zend_object_iterator *base)
{
  forget (base);
  ((Walk *) base)->row = 0;
}

static const zend_object_iterator_funcs walk = {
  end, is_valid, get_current, get_key, move_forward, start, forget, NULL
};

/* `object` is what holds the frame. */
zend_object_iterator *
orienta_php_rows_iterator (OrientaFrame *frame, zval *object, int by_reference)
{
  if (by_reference) {
    zend_throw_error (NULL, "An iterator cannot be used with foreach by reference");
    return NULL;
  }
  Walk *self = emalloc (sizeof *self);
  zend_iterator_init (&self->base);
  self->base.funcs = &walk;
  ZVAL_COPY (&self->base.data, object);
  self->rows = rows_new (frame, TRUE);
  self->row = 0;
  ZVAL_UNDEF (&self->current);
  return &self->base;
}
