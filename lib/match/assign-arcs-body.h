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
  guint gap;      /* keys left free before each list */
  Key room;       /* the highest code */
  guint32 *first; /* by node; one more at the end, as if there were one list more */
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

static inline guint32
arcs_count (const OrientaArcs *self, guint node)
{
  return self->first[node + 1] - self->gap - self->first[node];
}

static OrientaArcs *
arcs_new (guint n, guint bits, Key room, guint gap)
{
  OrientaArcs *self = g_new0 (OrientaArcs, 1);
  *self = (OrientaArcs){ .n = n, .bits = bits, .gap = gap, .room = room, .first = g_new0 (guint32, (gsize) n + 1) };
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

/* One stable pass by a digit below n_digits, 256 at most, of what a key has above `low`. */
static void
distribute (const Key *restrict from, Key *restrict to, gsize n, Key low, guint shift, guint n_digits)
{
  guint32 place[256], sum = 0;
  memset (place, 0, n_digits * sizeof *place);
  for (gsize i = 0; i < n; i++)
    place[(from[i] - low) >> shift & 0xff]++;
  for (guint d = 0; d < n_digits; d++) {
    guint32 count = place[d];
    place[d] = sum;
    sum += count;
  }
  for (gsize i = 0; i < n; i++)
    to[place[(from[i] - low) >> shift & 0xff]++] = from[i];
}

/* Keys of which the lowest `shift` bits ascend, by those above. */
static void
sort_by_digits (Key *keys, gsize n, guint shift, Key *spare)
{
  Key least = keys[0], most = keys[0], *from = keys, *to = spare;
  for (gsize i = 1; i < n; i++) {
    least = MIN (least, keys[i]);
    most = MAX (most, keys[i]);
  }
  Key low = least >> shift << shift, range = (most - low) >> shift;
  for (; range > 0; range = range >> 4 >> 4, shift += 8) {
    distribute (from, to, n, low, shift, (guint) MIN (range, 255) + 1);
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
    longest = MAX (longest, arcs_count (self, x));
  g_autofree Key *spare = g_new (Key, longest);
  for (guint x = 0; x < self->n; x++) {
    Key *keys = self->keys + self->first[x];
    gsize n = arcs_count (self, x);
    if (n <= SHORT)
      sort_short (keys, n);
    else
      sort_by_digits (keys, n, nodes_ascend (self, keys, n) ? self->bits : 0, spare);
  }
}

/* Turns counts, one place late, into where each list begins. */
static void
open_gaps (OrientaArcs *self)
{
  self->first[0] = self->gap;
  for (guint x = 0; x < self->n; x++)
    self->first[x + 1] += self->first[x] + self->gap;
  self->keys = g_new (Key, self->first[self->n]);
}

/* The same lists with a gap before each. */
static inline OrientaArcs *
arcs_spread (const OrientaArcs *rows, guint gap)
{
  OrientaArcs *self = arcs_new (rows->n, rows->bits, rows->room, gap);
  for (guint x = 0; x < self->n; x++)
    self->first[x + 1] = arcs_count (rows, x);
  open_gaps (self);
  for (guint x = 0; x < self->n; x++)
    memcpy (self->keys + self->first[x], rows->keys + rows->first[x], arcs_count (rows, x) * sizeof (Key));
  return self;
}

/* Puts the arcs of a row where the next of each column goes. */
static inline void
turn_row (const Key *restrict keys, guint32 n, guint row, guint from_bits, guint to_bits, guint32 *restrict next,
          Key *restrict turned)
{
  Key mask = ((Key) 1 << from_bits) - 1;
  for (guint32 i = 0; i < n; i++)
    turned[next[keys[i] & mask]++] = keys[i] >> from_bits << to_bits | row;
}

/* The same arcs from the other side, which has n nodes, with a gap before each list; `bits` are those of a row. */
static OrientaArcs *
arcs_turn (const OrientaArcs *rows, guint n, guint bits, guint gap)
{
  OrientaArcs *self = arcs_new (n, bits, rows->room, gap);
  Key mask = ((Key) 1 << rows->bits) - 1;
  const Key *end = rows->keys + rows->first[rows->n];
  for (const Key *key = rows->keys; key < end; key++)
    self->first[(*key & mask) + 1]++;
  open_gaps (self);
  g_autofree guint32 *next = g_memdup2 (self->first, n * sizeof *next);
  for (guint row = 0; row < rows->n; row++)
    turn_row (rows->keys + rows->first[row], arcs_count (rows, row), row, rows->bits, bits, next, self->keys);
  return self;
}
