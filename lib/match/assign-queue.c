/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A radix heap: a queue for keys that never fall below the last one taken. Bucket b holds the keys whose highest bit
 * that differs from it is bit b - 1, bucket 0 those equal to it; when bucket 0 is empty the next one is spread over the
 * lower ones. An entry moves down at most 63 times, whatever the width of the keys; with many equal keys, as here, most
 * go straight to bucket 0. (Ahuja, Mehlhorn, Orlin, Tarjan: Faster algorithms for the shortest path problem, J. ACM 37,
 * 1990.) */
#include "match/assign-private.h"

static void
bucket_push (OrientaBucket *bucket, OrientaEntry entry)
{
  if (bucket->n == bucket->room) {
    bucket->room = MAX (64, 2 * bucket->room);
    bucket->entries = g_renew (OrientaEntry, bucket->entries, bucket->room);
  }
  bucket->entries[bucket->n++] = entry;
}

/* `key` is not below the last one taken. */
void
orienta_queue_push (OrientaQueue *self, gint64 key, guint32 node)
{
  guint b = key == self->last ? 0 : 64 - (guint) __builtin_clzll ((guint64) (key ^ self->last));
  bucket_push (&self->buckets[b], (OrientaEntry){ key, node });
  self->filled |= (guint64) 1 << b;
}

/* Spreads the lowest bucket over those below it; FALSE when no key is below the limit. */
static gboolean
refill (OrientaQueue *self, gint64 limit)
{
  guint b = (guint) __builtin_ctzll (self->filled);
  OrientaBucket *bucket = &self->buckets[b];
  gint64 least = bucket->entries[0].key;
  for (guint i = 1; i < bucket->n; i++)
    least = MIN (least, bucket->entries[i].key);
  if (least >= limit)
    return FALSE;
  self->last = least;
  self->filled &= ~((guint64) 1 << b);
  for (guint i = 0; i < bucket->n; i++)
    orienta_queue_push (self, bucket->entries[i].key, bucket->entries[i].node);
  bucket->n = 0;
  return TRUE;
}

/* The node of the smallest key, the latest of equals; ORIENTA_NOBODY when no key is below the limit. */
guint32
orienta_queue_pop (OrientaQueue *self, gint64 limit)
{
  if (self->filled == 0)
    return ORIENTA_NOBODY;
  if ((self->filled & 1) == 0 && !refill (self, limit))
    return ORIENTA_NOBODY;
  if (self->last >= limit)
    return ORIENTA_NOBODY;
  OrientaBucket *bucket = &self->buckets[0];
  guint32 node = bucket->entries[--bucket->n].node;
  if (bucket->n == 0)
    self->filled &= ~(guint64) 1;
  return node;
}

/* Empties it, for keys from 0 on. */
void
orienta_queue_reset (OrientaQueue *self)
{
  for (; self->filled != 0; self->filled &= self->filled - 1)
    self->buckets[__builtin_ctzll (self->filled)].n = 0;
  self->last = 0;
}

/* Gives its memory back. */
void
orienta_queue_clear (OrientaQueue *self)
{
  for (guint b = 0; b < G_N_ELEMENTS (self->buckets); b++)
    g_free (self->buckets[b].entries);
}
