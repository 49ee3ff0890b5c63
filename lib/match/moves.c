/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In which order people move. Whoever goes to a place that is free can go at once. Whoever leaves a place frees it: the
 * next who goes there follows, and so on; that is a chain. Where a few households only exchange their places nobody can
 * go first: they form a ring, and move on one day. */
#include "match/matching-private.h"

#include <orienta/orienta.h>

#include "match/assign-private.h"

typedef struct {
  OrientaMatching *matching;
  guint32 *free;   /* by unit: places that nobody holds */
  guint32 *first;  /* by unit: its first pair that has not moved; ORIENTA_NOBODY: none */
  guint32 *next;   /* by pair: the next one of its unit */
  gboolean *moved; /* by pair */
  GArray *exchanges;
} Removal;

static void
list_arrivals (Removal *self)
{
  const OrientaMatching *matching = self->matching;
  const OrientaRegister *reg = matching->binding->reg;
  for (guint unit = 0; unit < reg->n_units; unit++) {
    self->free[unit] = (guint32) reg->units[unit].places;
    self->first[unit] = ORIENTA_NOBODY;
  }
  for (guint pair = matching->n_pairs; pair-- > 0;) {
    guint unit = matching->pairs[pair].unit;
    self->next[pair] = self->first[unit];
    self->first[unit] = pair;
  }
}

static void
move (Removal *self, guint pair)
{
  OrientaMove step = { pair, self->matching->n_chains };
  self->moved[pair] = TRUE;
  g_array_append_val (self->matching->moves, step);
}

/* The next of a unit who has not moved; those who have are dropped on the way. */
static guint32
next_arrival (Removal *self, guint unit)
{
  while (self->first[unit] != ORIENTA_NOBODY && self->moved[self->first[unit]])
    self->first[unit] = self->next[self->first[unit]];
  return self->first[unit];
}

static void
end_chain (Removal *self, gboolean exchange)
{
  g_array_append_val (self->exchanges, exchange);
  self->matching->n_chains++;
}

/* From a free place on, as long as somebody follows. */
static void
follow_chain (Removal *self, guint pair)
{
  self->free[self->matching->pairs[pair].unit]--;
  for (;;) {
    gint32 left = self->matching->pairs[pair].left;
    move (self, pair);
    if (left < 0)
      break;
    guint32 next = next_arrival (self, (guint) left);
    if (next == ORIENTA_NOBODY) {
      self->free[left]++;
      break;
    }
    pair = next;
  }
  end_chain (self, FALSE);
}

/* All who are left wait for each other: from any of them, the way back along the places leads round. */
static void
follow_ring (Removal *self, guint pair)
{
  guint32 end = self->matching->pairs[pair].unit;
  for (;;) {
    gint32 left = self->matching->pairs[pair].left;
    move (self, pair);
    if (left < 0 || (guint32) left == end)
      break;
    guint32 next = next_arrival (self, (guint) left);
    if (next == ORIENTA_NOBODY)
      break;
    pair = next;
  }
  end_chain (self, TRUE);
}

static void
removal_clear (Removal *self)
{
  g_free (self->free);
  g_free (self->first);
  g_free (self->next);
  g_free (self->moved);
}

/* Those who move into a free place come first, by household; a place that is freed without a follower serves whoever
 * is still to come. */
void
orienta_matching_read_moves (OrientaMatching *matching)
{
  guint n_units = matching->binding->reg->n_units;
  Removal self = { .matching = matching };
  self.free = g_new (guint32, n_units);
  self.first = g_new (guint32, n_units);
  self.next = g_new (guint32, matching->n_pairs);
  self.moved = g_new0 (gboolean, matching->n_pairs);
  self.exchanges = g_array_new (FALSE, FALSE, sizeof (gboolean));
  list_arrivals (&self);
  for (guint pair = 0; pair < matching->n_pairs; pair++)
    if (!self.moved[pair] && self.free[matching->pairs[pair].unit] > 0)
      follow_chain (&self, pair);
  for (guint pair = 0; pair < matching->n_pairs; pair++)
    if (!self.moved[pair])
      follow_ring (&self, pair);
  matching->exchanges = (gboolean *) g_array_free (self.exchanges, FALSE);
  removal_clear (&self);
}
