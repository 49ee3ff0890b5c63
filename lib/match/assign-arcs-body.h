/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The pairs as lists of one side, best first: a search reads the head of a list and stops where nothing can be gained.
 * Pairs that nobody needs are left out. The order of the pairs in the input leaves no trace.
 *
 * Compiled twice, see assign-narrow.c and assign-wide.c, which say what Number, Key and FAR are. An arc is one Key: how
 * much its code is below the highest that there is room for, then `bits` bits of the node at its other end. So one
 * comparison tells which comes first. */
#include "match/assign-private.h"

#include <string.h>

#define SHORT 32 /* up to here, insertion is the faster sort */

struct OrientaArcs {
  guint n, bits;
  Key room;       /* the highest code */
  guint32 *first; /* by node; one more at the end */
  Key *keys;
};

static inline guint32
arc_node (const OrientaArcs *self, Key key)
{
  return (guint32) (key & (((Key) 1 << self->bits) - 1));
}

static inline guint32
arc_code (const OrientaArcs *self, Key key)
{
  return (guint32) (self->room - (key >> self->bits));
}

static OrientaArcs *
arcs_new (guint n, guint bits, Key room)
{
  OrientaArcs *self = g_new0 (OrientaArcs, 1);
  *self = (OrientaArcs){ .n = n, .bits = bits, .room = room, .first = g_new0 (guint32, (gsize) n + 1) };
  return self;
}

static void
arcs_free (OrientaArcs *self)
{
  g_free (self->first);
  g_free (self->keys);
  g_free (self);
}

static void
sort_short (Key *keys, gsize n)
{
  for (gsize i = 1; i < n; i++) {
    Key key = keys[i];
    gsize place = i;
    for (; place > 0 && key < keys[place - 1]; place--)
      keys[place] = keys[place - 1];
    keys[place] = key;
  }
}

/* One stable pass by eight bits. */
static void
distribute (const Key *from, Key *to, gsize n, guint shift)
{
  guint32 place[256] = { 0 }, sum = 0;
  for (gsize i = 0; i < n; i++)
    place[from[i] >> shift & 0xff]++;
  for (guint d = 0; d < 256; d++) {
    guint32 count = place[d];
    place[d] = sum;
    sum += count;
  }
  for (gsize i = 0; i < n; i++)
    to[place[from[i] >> shift & 0xff]++] = from[i];
}

/* Keys of which the lowest `shift` bits ascend, by those above that are not the same in all. */
static void
sort_by_digits (Key *keys, gsize n, guint shift, Key *spare)
{
  Key differing = 0, *from = keys, *to = spare;
  for (gsize i = 0; i < n; i++)
    differing |= keys[i] ^ keys[0];
  for (differing >>= shift; differing != 0; differing = differing >> 4 >> 4, shift += 8) {
    distribute (from, to, n, shift);
    Key *other = from;
    from = to;
    to = other;
  }
  if (from != keys)
    memcpy (keys, from, n * sizeof *keys);
}

static gboolean
nodes_ascend (const OrientaArcs *self, const Key *keys, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (arc_node (self, keys[i]) < arc_node (self, keys[i - 1]))
      return FALSE;
  return TRUE;
}

static void
arcs_sort (OrientaArcs *self)
{
  gsize longest = 0;
  for (guint x = 0; x < self->n; x++)
    longest = MAX (longest, self->first[x + 1] - self->first[x]);
  g_autofree Key *spare = g_new (Key, longest);
  for (guint x = 0; x < self->n; x++) {
    Key *keys = self->keys + self->first[x];
    gsize n = self->first[x + 1] - self->first[x];
    if (n <= SHORT)
      sort_short (keys, n);
    else
      sort_by_digits (keys, n, nodes_ascend (self, keys, n) ? self->bits : 0, spare);
  }
}

/* The same arcs from the other side, which has n nodes of so many bits at its ends. */
static OrientaArcs *
arcs_turn (const OrientaArcs *rows, guint n, guint bits)
{
  OrientaArcs *self = arcs_new (n, bits, rows->room);
  guint32 n_arcs = rows->first[rows->n];
  for (guint32 i = 0; i < n_arcs; i++)
    self->first[arc_node (rows, rows->keys[i]) + 1]++;
  for (guint x = 0; x < n; x++)
    self->first[x + 1] += self->first[x];
  self->keys = g_new (Key, n_arcs);
  g_autofree guint32 *next = g_memdup2 (self->first, n * sizeof *next);
  for (guint row = 0; row < rows->n; row++)
    for (guint32 i = rows->first[row]; i < rows->first[row + 1]; i++) {
      Key key = rows->keys[i];
      self->keys[next[arc_node (rows, key)]++] = key >> rows->bits << bits | row;
    }
  return self;
}
