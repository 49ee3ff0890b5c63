/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A frame as an Arrow stream of one batch. Numbers are the frame's own; words are a dictionary; texts and bits are
 * written out. */
#include "arrow.h"

#include <math.h>
#include <string.h>

/* -- schema -- */

static void
schema_release (struct ArrowSchema *self)
{
  for (gint64 i = 0; i < self->n_children; i++) {
    if (self->children[i]->release)
      self->children[i]->release (self->children[i]);
    g_free (self->children[i]);
  }
  g_free (self->children);
  if (self->dictionary && self->dictionary->release)
    self->dictionary->release (self->dictionary);
  g_free (self->dictionary);
  g_free ((char *) self->name);
  self->release = NULL;
}

static void
schema_init (struct ArrowSchema *self, const char *format, const char *name)
{
  *self = (struct ArrowSchema){ .format = format, .name = g_strdup (name), .release = schema_release };
}

static const char *const formats[] = { "l", "g", "b", "tdD", "i", "U" };

static struct ArrowSchema *
column_schema (const OrientaFrame *frame, guint column)
{
  OrientaCellType type = orienta_frame_get_type (frame, column);
  struct ArrowSchema *self = g_new0 (struct ArrowSchema, 1);
  schema_init (self, formats[type], orienta_frame_get_name (frame, column));
  self->flags = ARROW_FLAG_NULLABLE;
  if (type == ORIENTA_CELL_WORD) {
    self->dictionary = g_new0 (struct ArrowSchema, 1);
    schema_init (self->dictionary, "U", "");
  }
  return self;
}

static void
write_schema (const OrientaFrame *frame, struct ArrowSchema *out)
{
  schema_init (out, "+s", "");
  out->n_children = orienta_frame_get_n_columns (frame);
  out->children = g_new0 (struct ArrowSchema *, (gsize) out->n_children + 1);
  for (guint i = 0; i < out->n_children; i++)
    out->children[i] = column_schema (frame, i);
}

/* -- arrays -- */

/* What an array keeps until it is released: buffers that were written for it, and what the others belong to. */
typedef struct {
  const void *buffers[3];
  gpointer own[3];
  OrientaFrame *frame;
} Kept;

static void
array_release (struct ArrowArray *self)
{
  Kept *kept = self->private_data;
  for (gint64 i = 0; i < self->n_children; i++) {
    if (self->children[i]->release)
      self->children[i]->release (self->children[i]);
    g_free (self->children[i]);
  }
  g_free (self->children);
  if (self->dictionary && self->dictionary->release)
    self->dictionary->release (self->dictionary);
  g_free (self->dictionary);
  for (guint i = 0; i < G_N_ELEMENTS (kept->own); i++)
    g_free (kept->own[i]);
  orienta_frame_unref (kept->frame);
  g_free (kept);
  self->release = NULL;
}

static Kept *
array_init (struct ArrowArray *self, gsize length, guint n_buffers, OrientaFrame *frame)
{
  Kept *kept = g_new0 (Kept, 1);
  kept->frame = orienta_frame_ref (frame);
  *self = (struct ArrowArray){ .length = (gint64) length,
                               .n_buffers = n_buffers,
                               .buffers = kept->buffers,
                               .release = array_release,
                               .private_data = kept };
  return kept;
}

static void
keep (Kept *self, guint buffer, gpointer data)
{
  self->own[buffer] = data;
  self->buffers[buffer] = data;
}

static void
set_bit (guint8 *bits, gsize i)
{
  bits[i / 8] |= (guint8) (1 << (i % 8));
}

static gboolean
is_missing (OrientaCellType type, gconstpointer data, const guint8 *valid, gsize row)
{
  if (valid && !valid[row])
    return TRUE;
  if (type == ORIENTA_CELL_DOUBLE)
    return isnan (((const double *) data)[row]);
  return (type == ORIENTA_CELL_WORD || type == ORIENTA_CELL_TEXT) && ((const gint32 *) data)[row] < 0;
}

/* The first buffer: which cells are there. */
static void
write_validity (struct ArrowArray *self, OrientaCellType type, gconstpointer data, const guint8 *valid)
{
  guint8 *bits = g_malloc0 ((gsize) self->length / 8 + 1);
  for (gsize row = 0; row < (gsize) self->length; row++)
    if (is_missing (type, data, valid, row))
      self->null_count++;
    else
      set_bit (bits, row);
  keep (self->private_data, 0, bits);
}

static void
write_bits (struct ArrowArray *self, const guint8 *data)
{
  guint8 *bits = g_malloc0 ((gsize) self->length / 8 + 1);
  for (gsize row = 0; row < (gsize) self->length; row++)
    if (data[row])
      set_bit (bits, row);
  keep (self->private_data, 1, bits);
}

/* Texts one after the other, and where each begins; `codes` NULL: the words themselves. */
static void
write_texts (struct ArrowArray *self, const OrientaStrings *words, const gint32 *codes)
{
  gint64 *offsets = g_new (gint64, (gsize) self->length + 1);
  GString *bytes = g_string_new (NULL);
  for (gsize row = 0; row < (gsize) self->length; row++) {
    gint64 code = codes ? codes[row] : (gint64) row;
    offsets[row] = (gint64) bytes->len;
    if (code >= 0)
      g_string_append (bytes, words->data[code]);
  }
  offsets[self->length] = (gint64) bytes->len;
  keep (self->private_data, 1, offsets);
  keep (self->private_data, 2, g_string_free (bytes, FALSE));
}

static struct ArrowArray *
dictionary_of (OrientaFrame *frame, const OrientaStrings *words)
{
  struct ArrowArray *self = g_new0 (struct ArrowArray, 1);
  array_init (self, words->n, 3, frame);
  write_texts (self, words, NULL);
  return self;
}

static struct ArrowArray *
column_array (OrientaFrame *frame, guint column)
{
  OrientaCellType type = orienta_frame_get_type (frame, column);
  OrientaStrings words = orienta_frame_get_words (frame, column);
  OrientaView data = orienta_frame_get_data (frame, column), valid = orienta_frame_get_valid (frame, column);
  struct ArrowArray *self = g_new0 (struct ArrowArray, 1);
  Kept *kept = array_init (self, orienta_frame_get_n_rows (frame), type == ORIENTA_CELL_TEXT ? 3 : 2, frame);
  write_validity (self, type, data.data, valid.data);
  if (type == ORIENTA_CELL_TEXT)
    write_texts (self, &words, data.data);
  else if (type == ORIENTA_CELL_BOOL)
    write_bits (self, data.data);
  else
    kept->buffers[1] = data.data;
  if (type == ORIENTA_CELL_WORD)
    self->dictionary = dictionary_of (frame, &words);
  data.release (data.owner);
  if (valid.owner)
    valid.release (valid.owner);
  return self;
}

/* -- the stream -- */

typedef struct {
  OrientaFrame *frame;
  gboolean is_done;
} Stream;

static int
stream_get_schema (struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
  const Stream *self = stream->private_data;
  write_schema (self->frame, out);
  return 0;
}

static int
stream_get_next (struct ArrowArrayStream *stream, struct ArrowArray *out)
{
  Stream *self = stream->private_data;
  *out = (struct ArrowArray){ .release = NULL };
  if (self->is_done)
    return 0;
  self->is_done = TRUE;
  array_init (out, orienta_frame_get_n_rows (self->frame), 1, self->frame);
  out->n_children = orienta_frame_get_n_columns (self->frame);
  out->children = g_new0 (struct ArrowArray *, (gsize) out->n_children + 1);
  for (guint i = 0; i < out->n_children; i++)
    out->children[i] = column_array (self->frame, i);
  return 0;
}

static const char *
stream_get_last_error (struct ArrowArrayStream *stream)
{
  return NULL;
}

static void
stream_release (struct ArrowArrayStream *stream)
{
  Stream *self = stream->private_data;
  orienta_frame_unref (self->frame);
  g_free (self);
  stream->release = NULL;
}

/* Fills in a stream, which keeps the frame until it is released. */
void
orienta_arrow_write (OrientaFrame *frame, struct ArrowArrayStream *stream)
{
  Stream *self = g_new0 (Stream, 1);
  self->frame = orienta_frame_ref (frame);
  stream->get_schema = stream_get_schema;
  stream->get_next = stream_get_next;
  stream->get_last_error = stream_get_last_error;
  stream->release = stream_release;
  stream->private_data = self;
}
