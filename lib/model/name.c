/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/name-private.h"

#include <string.h>

#define ELEMENT_MAX 256 /* bytes of an element that can be permuted */

void
orienta_names_init (OrientaNames *self)
{
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_array_new (FALSE, FALSE, sizeof (const char *));
  self->lines = g_array_new (FALSE, FALSE, sizeof (gint32));
}

void
orienta_names_clear (OrientaNames *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
}

/* The number of a text of at most ORIENTA_MAX_ID bytes, a new one if need be. */
gint32
orienta_names_add (OrientaNames *self, GStringChunk *chunk, const char *text, gsize length)
{
  char key[ORIENTA_MAX_ID + 1];
  memcpy (key, text, length);
  key[length] = '\0';
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));
  if (found > 0)
    return (gint32) found - 1;
  const char *kept = g_string_chunk_insert_len (chunk, key, (gssize) length);
  gint32 nowhere = -1;
  g_array_append_val (self->texts, kept);
  g_array_append_val (self->lines, nowhere);
  g_hash_table_insert (self->index, (gpointer) kept, GUINT_TO_POINTER (self->texts->len));
  return (gint32) self->texts->len - 1;
}

const char *
orienta_names_text (const OrientaNames *self, gint32 number)
{
  return g_array_index (self->texts, const char *, number);
}

/* What is compared lies in the elements themselves: texts of a million ids are too far apart in memory. */
typedef struct {
  guint64 start; /* the first eight bytes, the first one highest */
  gint32 number;
} Key;

static Key
make_key (const GArray *texts, gint32 number)
{
  const char *text = g_array_index (texts, const char *, number);
  guint64 start = 0;
  for (guint i = 0; i < sizeof start; i++) {
    start = start << 8 | (guchar) *text;
    text += *text != '\0';
  }
  return (Key){ .start = start, .number = number };
}

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer texts)
{
  const Key *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return strcmp (g_array_index ((GArray *) texts, const char *, x->number),
                 g_array_index ((GArray *) texts, const char *, y->number));
}

static gboolean
is_sorted (GArray *texts)
{
  for (guint i = 1; i < texts->len; i++)
    if (strcmp (g_array_index (texts, const char *, i - 1), g_array_index (texts, const char *, i)) > 0)
      return FALSE;
  return TRUE;
}

/* Numbers the texts anew in order of strcmp(). Returns the new number of each old one; free with g_free(). */
gint32 *
orienta_names_sort (OrientaNames *self)
{
  guint n = self->texts->len;
  gint32 *places = g_new (gint32, n);
  for (guint i = 0; i < n; i++)
    places[i] = (gint32) i;
  if (is_sorted (self->texts))
    return places;
  g_autofree Key *keys = g_new (Key, n);
  for (guint i = 0; i < n; i++)
    keys[i] = make_key (self->texts, (gint32) i);
  g_qsort_with_data (keys, (gint) n, sizeof (Key), compare_keys, self->texts);
  for (guint i = 0; i < n; i++)
    places[keys[i].number] = (gint32) i;
  orienta_array_permute (self->texts->data, sizeof (const char *), places, n);
  orienta_array_permute (self->lines->data, sizeof (gint32), places, n);
  GHashTableIter iter;
  gpointer number;
  g_hash_table_iter_init (&iter, self->index);
  while (g_hash_table_iter_next (&iter, NULL, &number))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER ((guint) places[GPOINTER_TO_UINT (number) - 1] + 1));
  return places;
}

static void
swap (char *a, char *b, gsize size)
{
  char held[ELEMENT_MAX];
  memcpy (held, a, size);
  memcpy (a, b, size);
  memcpy (b, held, size);
}

void
orienta_array_permute (gpointer base, gsize size, const gint32 *places, guint n)
{
  char *elements = base;
  g_autofree gint32 *left = g_memdup2 (places, n * sizeof (gint32));
  g_assert (size <= ELEMENT_MAX);
  for (guint i = 0; i < n; i++)
    while (left[i] != (gint32) i) {
      gint32 to = left[i];
      swap (elements + i * size, elements + (gsize) to * size, size);
      left[i] = left[to];
      left[to] = to;
    }
}
