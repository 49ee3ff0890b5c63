/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In which order people move. Whoever goes to a place that is free can go at once. Whoever leaves a place frees it: the
 * next who goes there follows, and so on; that is a chain. Where a few households only exchange their places nobody can
 * go first: they form a ring, and move on one day. */
#include "match/matching-private.h"

#include <orienta/orienta.h>

#include "match/assign-private.h"

/* Pairs, in the order in which they move. */
typedef struct {
  GArray *pairs; /* of guint32 */
  gboolean exchange;
} Chain;

typedef struct {
  const OrientaMatching *matching;
  guint32 *free;   /* by unit: places that nobody holds */
  guint32 *first;  /* by unit: its first pair that has not moved; ORIENTA_NOBODY: none */
  guint32 *next;   /* by pair: the next one of its unit */
  gboolean *moved; /* by pair */
  gint32 *host;    /* by unit: a chain in which somebody comes to a free place of it; -1: none */
  GArray *chains;  /* of Chain */
} Removal;

static Chain *
chain_at (const Removal *self, guint chain)
{
  return &g_array_index (self->chains, Chain, chain);
}

static const OrientaMatched *
matched_at (const Removal *self, const Chain *chain, guint step)
{
  return &self->matching->pairs[g_array_index (chain->pairs, guint32, step)];
}

static void
list_arrivals (Removal *self)
{
  const OrientaMatching *matching = self->matching;
  const OrientaRegister *reg = matching->binding->reg;
  for (guint unit = 0; unit < reg->n_units; unit++) {
    self->free[unit] = (guint32) reg->units[unit].places;
    self->first[unit] = ORIENTA_NOBODY;
    self->host[unit] = -1;
  }
  for (guint pair = matching->n_pairs; pair-- > 0;) {
    guint unit = matching->pairs[pair].unit;
    self->next[pair] = self->first[unit];
    self->first[unit] = pair;
  }
}

/* The next of a unit who has not moved; those who have are dropped on the way. */
static guint32
next_arrival (Removal *self, gint32 unit)
{
  if (unit < 0)
    return ORIENTA_NOBODY;
  while (self->first[unit] != ORIENTA_NOBODY && self->moved[self->first[unit]])
    self->first[unit] = self->next[self->first[unit]];
  return self->first[unit];
}

/* A chain that begins with `pair` and goes on as long as somebody follows, or until it is round. */
static void
follow (Removal *self, guint32 pair, gboolean exchange)
{
  Chain chain = { g_array_new (FALSE, FALSE, sizeof (guint32)), exchange };
  guint32 begin = self->matching->pairs[pair].unit;
  gint32 left = -1;
  while (pair != ORIENTA_NOBODY) {
    self->moved[pair] = TRUE;
    g_array_append_val (chain.pairs, pair);
    if (!exchange)
      self->host[self->matching->pairs[pair].unit] = (gint32) self->chains->len;
    left = self->matching->pairs[pair].left;
    pair = exchange && left == (gint32) begin ? ORIENTA_NOBODY : next_arrival (self, left);
  }
  if (!exchange) {
    self->free[begin]--;
    if (left >= 0)
      self->free[left]++;
  }
  g_array_append_val (self->chains, chain);
}

/* -- rings that need not be -- */

/* The ring, from one of its steps on, comes before somebody of the host who goes to the same unit: each goes to the
 * place that the one before leaves, and the last leaves the place that the first took. */
static void
insert_ring (Removal *self, Chain *ring, guint from, guint chain)
{
  Chain *host = chain_at (self, chain);
  guint place = 0, n = ring->pairs->len;
  while (matched_at (self, host, place)->unit != matched_at (self, ring, from)->unit)
    place++;
  for (guint i = 0; i < n; i++) {
    guint step = (from + i) % n;
    guint32 pair = g_array_index (ring->pairs, guint32, step);
    self->host[self->matching->pairs[pair].unit] = (gint32) chain;
    g_array_insert_val (host->pairs, place + i, pair);
  }
  g_array_set_size (ring->pairs, 0);
}

static gboolean
join_ring (Removal *self, Chain *ring)
{
  for (guint step = 0; step < ring->pairs->len; step++) {
    gint32 host = self->host[matched_at (self, ring, step)->unit];
    if (host < 0)
      continue;
    insert_ring (self, ring, step, (guint) host);
    return TRUE;
  }
  return FALSE;
}

/* A ring that a chain passes by is a part of it: nobody there has to move on the same day. */
static void
join_rings (Removal *self)
{
  gboolean again = TRUE;
  while (again) {
    again = FALSE;
    for (guint i = 0; i < self->chains->len; i++)
      again = (chain_at (self, i)->exchange && join_ring (self, chain_at (self, i))) || again;
  }
}

/* -- all moves -- */

static void
write_moves (const Removal *self, OrientaMatching *matching)
{
  matching->exchanges = g_new (gboolean, self->chains->len);
  for (guint i = 0; i < self->chains->len; i++) {
    const Chain *chain = chain_at (self, i);
    for (guint step = 0; step < chain->pairs->len; step++) {
      OrientaMove move = { g_array_index (chain->pairs, guint32, step), matching->n_chains };
      g_array_append_val (matching->moves, move);
    }
    if (chain->pairs->len > 0)
      matching->exchanges[matching->n_chains++] = chain->exchange;
    g_array_unref (chain->pairs);
  }
}

static void
removal_clear (Removal *self)
{
  g_free (self->free);
  g_free (self->first);
  g_free (self->next);
  g_free (self->moved);
  g_free (self->host);
  g_array_unref (self->chains);
}

/* Those who move into a free place come first, by household; a place that is freed without a follower serves whoever
 * is still to come. All who are left then wait for each other: from any of them, the way back leads round. */
void
orienta_matching_read_moves (OrientaMatching *matching)
{
  guint n_units = matching->binding->reg->n_units;
  Removal self = { .matching = matching };
  self.free = g_new (guint32, n_units);
  self.first = g_new (guint32, n_units);
  self.next = g_new (guint32, matching->n_pairs);
  self.moved = g_new0 (gboolean, matching->n_pairs);
  self.host = g_new (gint32, n_units);
  self.chains = g_array_new (FALSE, FALSE, sizeof (Chain));
  list_arrivals (&self);
  for (guint pair = 0; pair < matching->n_pairs; pair++)
    if (!self.moved[pair] && self.free[matching->pairs[pair].unit] > 0)
      follow (&self, pair, FALSE);
  for (guint pair = 0; pair < matching->n_pairs; pair++)
    if (!self.moved[pair])
      follow (&self, pair, TRUE);
  join_rings (&self);
  write_moves (&self, matching);
  removal_clear (&self);
}
