/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One more slot, of a row or of a column, looks for the cheapest way to be placed, as in assign-search-body.h, whose
 * conditions on the duals hold between any two changes. Both sides are alike here: a bidder that loses an object
 * takes another or gives up, and an object is whose it is or has a place left. */
#include "match/assigner-private.h"

static gboolean
has_place (const OrientaNode *object)
{
  return object->taken < object->capacity;
}

/* An object can be had at this distance. */
static void
reach (OrientaAssigner *self, guint side, guint32 bidder, guint32 node, gint64 distance)
{
  OrientaNode *object = &self->nodes[!side][node];
  if (object->distance == ORIENTA_FAR)
    self->reached[self->n_reached++] = node;
  object->distance = distance;
  object->parent = bidder;
  if (!has_place (object)) {
    orienta_queue_push (&self->queue, distance, node);
    if (object->head != ORIENTA_NOBODY)
      __builtin_prefetch (&self->nodes[side][object->head]);
    return;
  }
  self->limit = distance;
  self->end_object = node;
  self->end_bidder = ORIENTA_NOBODY;
}

/* FALSE when no arc of as much value or less can be of use. */
static inline gboolean
look (OrientaAssigner *self, guint side, guint32 bidder, gint64 base, guint64 arc)
{
  gint64 cost = base - orienta_arc_code (arc);
  if (cost >= self->limit)
    return FALSE;
  const OrientaNode *object = &self->nodes[!side][(guint32) arc];
  gint64 there = cost + object->dual;
  if (there < self->limit && there < object->distance)
    reach (self, side, bidder, (guint32) arc, there);
  return TRUE;
}

/* Looks at what the bidder could take. */
static void
scan (OrientaAssigner *self, guint side, guint32 which, gint64 distance)
{
  OrientaNode *bidder = &self->nodes[side][which];
  gint64 base = distance + bidder->dual;
  bidder->distance = distance;
  self->scanned[self->n_scanned++] = which;
  if (base < self->limit) {
    self->limit = base;
    self->end_bidder = which;
    self->end_object = ORIENTA_NOBODY;
  }
  for (guint32 i = 0; i < bidder->n_sorted; i++) {
    if (i + 8 < bidder->n_sorted)
      __builtin_prefetch (&self->nodes[!side][(guint32) bidder->arcs[i + 8]]);
    if (!look (self, side, which, base, bidder->arcs[i]))
      break;
  }
  for (guint32 i = bidder->n_sorted; i < bidder->n_arcs; i++)
    look (self, side, which, base, bidder->arcs[i]);
}

/* Those who hold the object would lose it: what could they take instead? */
static void
scan_holders (OrientaAssigner *self, guint side, guint32 node, gint64 distance)
{
  OrientaNode *bidders = self->nodes[side];
  guint32 holder = self->nodes[!side][node].head;
  while (holder != ORIENTA_NOBODY) {
    if (bidders[holder].distance == ORIENTA_FAR) {
      bidders[holder].object = node;
      scan (self, side, holder, distance);
    }
    holder = side == ORIENTA_ROWS ? bidders[holder].next : ORIENTA_NOBODY;
  }
}

static void
find_way (OrientaAssigner *self, guint side, guint32 root)
{
  self->nodes[side][root].object = ORIENTA_NOBODY;
  self->limit = self->nodes[side][root].dual;
  self->end_bidder = root;
  self->end_object = ORIENTA_NOBODY;
  scan (self, side, root, 0);
  for (;;) {
    guint32 node = orienta_queue_pop (&self->queue, self->limit);
    if (node == ORIENTA_NOBODY)
      return;
    if (self->nodes[!side][node].distance == self->queue.last)
      scan_holders (self, side, node, self->queue.last);
  }
}

static void
link_pair (OrientaAssigner *self, guint side, guint32 bidder, guint32 object)
{
  if (side == ORIENTA_ROWS)
    orienta_assigner_link (self, bidder, object);
  else
    orienta_assigner_link (self, object, bidder);
}

/* Everybody on the way moves one object on, from its end back to the root. */
static void
follow_way (OrientaAssigner *self, guint side)
{
  guint32 node = self->end_object;
  if (node == ORIENTA_NOBODY) {
    guint32 loser = self->end_bidder;
    node = self->nodes[side][loser].object;
    if (node != ORIENTA_NOBODY)
      orienta_assigner_unlink (self, side == ORIENTA_ROWS ? loser : node);
  }
  while (node != ORIENTA_NOBODY) {
    guint32 bidder = self->nodes[!side][node].parent, left = self->nodes[side][bidder].object;
    if (left != ORIENTA_NOBODY)
      orienta_assigner_unlink (self, side == ORIENTA_ROWS ? bidder : left);
    link_pair (self, side, bidder, node);
    node = left;
  }
}

static void
move_duals (OrientaAssigner *self, guint side)
{
  for (guint i = 0; i < self->n_reached; i++) {
    OrientaNode *object = &self->nodes[!side][self->reached[i]];
    object->dual += MAX (self->limit - object->distance, 0);
    object->distance = ORIENTA_FAR;
  }
  for (guint i = 0; i < self->n_scanned; i++) {
    OrientaNode *bidder = &self->nodes[side][self->scanned[i]];
    bidder->dual -= MAX (self->limit - bidder->distance, 0);
    bidder->distance = ORIENTA_FAR;
  }
  self->n_reached = self->n_scanned = 0;
  orienta_queue_reset (&self->queue);
}

/* Places a slot of the root that has just come, or finds that it gains nothing. */
void
orienta_assigner_place (OrientaAssigner *self, guint side, guint32 root)
{
  gint64 dual = self->nodes[side][root].dual;
  if (dual == 0)
    return;
  find_way (self, side, root);
  follow_way (self, side);
  self->total += dual - self->limit;
  move_duals (self, side);
}
