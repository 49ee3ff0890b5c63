/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Successive shortest augmenting paths. *Bidders* come one after the other, each by as many slots as it has, and bid
 * for *objects*; columns bid for rows, or rows for columns. At any time the matching is the best one for the slots that
 * have come, and the duals prove it:
 *
 *     dual (bidder) + dual (object) >= value     for each pair, and = for those held;
 *     a dual is 0 where a slot or a place is left over, and never below.
 *
 * A slot that comes looks for the cheapest way to be placed: take an object, whose holder takes another, and so on,
 * until an object has a place left or a bidder gives up a slot. What a step costs is dual + dual - value, never
 * negative, so that Dijkstra's algorithm finds the way. The first to look at costs the bidder's own dual, giving up at
 * once; that limit bounds everything, and lists that begin with the best pair are read only as far as it reaches. Then
 * all duals within the length of the way move by what is missing to it, and the conditions hold again.
 *
 * Objects only ever pay what they must: of all optimal duals the search ends with the highest for bidders and the
 * lowest for objects. So where columns bid, a price is what one place less would take away; where rows bid, what one
 * more would add. */
#include "match/assign-private.h"

#include "base/progress-private.h"

#define FAR G_MAXINT64
#define AHEAD 8 /* arcs whose objects are fetched early */
#define HALF 32 /* bytes: two of what follows fill a line of the cache, and none lies across two */
#define TICK_EFFORT 200000

typedef struct {
  gint64 dual;
  gint64 distance;
  guint32 object, seat; /* whose loss brought the search here; seat counts from the object's first */
  guint32 first, end;   /* its arcs */
} Bidder;

typedef struct {
  gint64 dual;
  gint64 distance;
  guint32 parent; /* the bidder that would take it */
  guint32 free;   /* places left; once taken, a place never becomes free again */
  guint32 seat;   /* its first, among the holders */
  guint32 n_seats;
} Object;

G_STATIC_ASSERT (sizeof (Bidder) == HALF && sizeof (Object) == HALF);

struct OrientaSearch {
  gboolean from_columns;
  const OrientaScale *scale;
  OrientaArcs *arcs; /* of the bidders */
  guint n_bidders, n_objects;
  const guint32 *slots; /* by bidder; NULL: one each */
  Bidder *bidders;
  Object *objects;
  guint32 *holders; /* by seat: a bidder */
  guint32 *order;   /* bidders, best pair first */
  guint n_order, n_done;
  guint64 effort; /* arcs and seats read */

  /* one search */
  gint64 limit;                   /* what the cheapest way found so far costs */
  guint32 end_object, end_bidder; /* and where it ends: one of the two */
  OrientaQueue queue;
  guint32 *reached, *scanned; /* objects, bidders */
  guint n_reached, n_scanned;
};

static void
order_bidders (OrientaSearch *self)
{
  OrientaArc *best = g_new (OrientaArc, self->n_bidders);
  guint n = 0;
  for (guint32 b = 0; b < self->n_bidders; b++)
    if (self->arcs->first[b] < self->arcs->first[b + 1])
      best[n++] = (OrientaArc){ self->arcs->arcs[self->arcs->first[b]].code, b };
  orienta_arcs_sort (best, n, orienta_scale_last (self->scale));
  self->order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    self->order[i] = best[i].node;
  self->n_order = n;
  g_free (best);
}

/* Columns as objects: a column has its capacity, or its pairs if they are fewer. */
static void
count_places (OrientaSearch *self, const guint32 *capacities)
{
  for (guint o = 0; o < self->n_objects; o++)
    self->objects[o].free = 0;
  gsize n_arcs = self->arcs->first[self->n_bidders];
  for (gsize i = 0; i < n_arcs; i++)
    self->objects[self->arcs->arcs[i].node].free++;
  for (guint o = 0; o < self->n_objects; o++)
    self->objects[o].free = MIN (self->objects[o].free, capacities[o]);
}

static void
seat_objects (OrientaSearch *self, const guint32 *capacities)
{
  self->objects = g_aligned_alloc (MAX (self->n_objects, 1), sizeof (Object), HALF);
  for (guint o = 0; o < self->n_objects; o++)
    self->objects[o] = (Object){ .distance = FAR, .free = 1 };
  if (capacities)
    count_places (self, capacities);
  guint32 n = 0;
  for (guint o = 0; o < self->n_objects; o++) {
    self->objects[o].seat = n;
    self->objects[o].n_seats = self->objects[o].free;
    n += self->objects[o].free;
  }
  self->holders = g_new (guint32, n);
}

/* `from_columns`: columns bid for rows. Pairs below the floors of their columns do not count. Free with
 * orienta_search_free(). */
OrientaSearch *
orienta_search_new (const OrientaProblem *problem, const OrientaScale *scale, gboolean from_columns,
                    const gint64 *floors)
{
  OrientaSearch *self = g_new0 (OrientaSearch, 1);
  self->from_columns = from_columns;
  self->scale = scale;
  self->arcs =
      from_columns ? orienta_arcs_by_column (problem, scale, floors) : orienta_arcs_by_row (problem, scale, floors);
  self->n_bidders = from_columns ? problem->n_columns : problem->n_rows;
  self->n_objects = from_columns ? problem->n_rows : problem->n_columns;
  self->slots = from_columns ? problem->capacities : NULL;
  self->bidders = g_aligned_alloc (MAX (self->n_bidders, 1), sizeof (Bidder), HALF);
  self->reached = g_new (guint32, self->n_objects);
  self->scanned = g_new (guint32, self->n_bidders);
  for (guint b = 0; b < self->n_bidders; b++)
    self->bidders[b] =
        (Bidder){ .distance = FAR, .first = (guint32) self->arcs->first[b], .end = (guint32) self->arcs->first[b + 1] };
  seat_objects (self, from_columns ? NULL : problem->capacities);
  order_bidders (self);
  return self;
}

void
orienta_search_free (OrientaSearch *self)
{
  orienta_arcs_free (self->arcs);
  orienta_queue_clear (&self->queue);
  g_aligned_free (self->bidders);
  g_aligned_free (self->objects);
  g_free (self->holders);
  g_free (self->order);
  g_free (self->reached);
  g_free (self->scanned);
  g_free (self);
}

/* What the bidder gains from its best object at today's duals: its dual when it comes. */
static gint64
best_offer (OrientaSearch *self, guint32 bidder)
{
  const OrientaArc *first = self->arcs->arcs + self->bidders[bidder].first, *arc = first;
  const OrientaArc *end = self->arcs->arcs + self->bidders[bidder].end;
  gint64 best = 0;
  for (; arc < end; arc++) {
    gint64 value = orienta_scale_value (self->scale, arc->code);
    if (arc + AHEAD < end)
      __builtin_prefetch (&self->objects[arc[AHEAD].node]);
    if (value <= best)
      break;
    best = MAX (best, value - self->objects[arc->node].dual);
  }
  self->effort += (guint64) (arc - first);
  return best;
}

/* An object can be had at this distance; TRUE when nothing can be nearer than that. */
static inline gboolean
reach (OrientaSearch *self, guint32 bidder, guint32 node, gint64 distance)
{
  Object *object = &self->objects[node];
  if (object->distance == FAR)
    self->reached[self->n_reached++] = node;
  object->distance = distance;
  object->parent = bidder;
  if (object->free == 0) {
    orienta_queue_push (&self->queue, distance, node);
    guint32 holder = self->holders[object->seat]; /* mostly the only one, and mostly its turn will come */
    __builtin_prefetch (&self->arcs->arcs[self->bidders[holder].first]);
    return FALSE;
  }
  self->limit = distance;
  self->end_object = node;
  self->end_bidder = ORIENTA_NOBODY;
  return distance == self->bidders[bidder].distance;
}

/* Looks at what the bidder could take; TRUE when the cheapest way of all is found. */
static gboolean
scan (OrientaSearch *self, guint32 bidder, gint64 distance)
{
  const gint64 *ranks = self->scale->ranks;
  const OrientaArc *first = self->arcs->arcs + self->bidders[bidder].first, *arc = first;
  const OrientaArc *end = self->arcs->arcs + self->bidders[bidder].end;
  gint64 base = distance + self->bidders[bidder].dual;
  gboolean found = FALSE;
  self->bidders[bidder].distance = distance;
  self->scanned[self->n_scanned++] = bidder;
  if (base < self->limit) {
    self->limit = base;
    self->end_bidder = bidder;
    self->end_object = ORIENTA_NOBODY;
  }
  for (; arc < end && !found; arc++) {
    gint64 cost = base - (ranks ? ranks[arc->code] : arc->code);
    if (cost >= self->limit)
      break;
    if (arc + AHEAD < end)
      __builtin_prefetch (&self->objects[arc[AHEAD].node]);
    const Object *object = &self->objects[arc->node];
    gint64 there = cost + object->dual;
    if (there < self->limit && there < object->distance)
      found = reach (self, bidder, arc->node, there);
  }
  self->effort += (guint64) (arc - first);
  return found;
}

/* Those who hold the object would lose it: what could they take instead? */
static gboolean
scan_holders (OrientaSearch *self, guint32 node, gint64 distance)
{
  guint32 n = self->objects[node].n_seats;
  const guint32 *holders = self->holders + self->objects[node].seat;
  self->effort += n;
  for (guint32 seat = 0; seat < n; seat++) {
    guint32 holder = holders[seat];
    Bidder *bidder = &self->bidders[holder];
    if (bidder->distance != FAR)
      continue;
    bidder->object = node;
    bidder->seat = seat;
    if (scan (self, holder, distance))
      return TRUE;
  }
  return FALSE;
}

static void
find_way (OrientaSearch *self, guint32 root)
{
  self->limit = self->bidders[root].dual;
  self->end_bidder = root;
  self->end_object = ORIENTA_NOBODY;
  self->bidders[root].object = ORIENTA_NOBODY;
  gboolean found = scan (self, root, 0);
  while (!found) {
    guint32 node = orienta_queue_pop (&self->queue, self->limit);
    if (node == ORIENTA_NOBODY)
      return;
    if (self->objects[node].distance == self->queue.last)
      found = scan_holders (self, node, self->queue.last);
  }
}

/* Everybody on the way moves one object on, from its end back to the bidder that came. */
static void
follow_way (OrientaSearch *self)
{
  guint32 node = self->end_object, seat = 0, bidder = self->end_bidder;
  if (node != ORIENTA_NOBODY) {
    Object *object = &self->objects[node];
    seat = object->n_seats - object->free;
    object->free--;
  } else {
    node = self->bidders[bidder].object;
    seat = self->bidders[bidder].seat;
  }
  while (node != ORIENTA_NOBODY) {
    bidder = self->objects[node].parent;
    self->holders[self->objects[node].seat + seat] = bidder;
    node = self->bidders[bidder].object;
    seat = self->bidders[bidder].seat;
  }
}

static void
move_duals (OrientaSearch *self)
{
  for (guint i = 0; i < self->n_reached; i++) {
    Object *object = &self->objects[self->reached[i]];
    if (object->distance < self->limit)
      object->dual += self->limit - object->distance;
    object->distance = FAR;
  }
  for (guint i = 0; i < self->n_scanned; i++) {
    Bidder *bidder = &self->bidders[self->scanned[i]];
    if (bidder->distance < self->limit)
      bidder->dual -= self->limit - bidder->distance;
    bidder->distance = FAR;
  }
  self->n_reached = self->n_scanned = 0;
  orienta_queue_reset (&self->queue);
}

/* Asks the memory for what bidders that come soon will read first. */
static void
fetch_ahead (const OrientaSearch *self, guint turn)
{
  const gsize *first = self->arcs->first;
  if (turn + 2 * AHEAD < self->n_order)
    __builtin_prefetch (&self->arcs->arcs[first[self->order[turn + 2 * AHEAD]]]);
  if (turn + AHEAD >= self->n_order)
    return;
  guint32 bidder = self->order[turn + AHEAD];
  gsize end = MIN (first[bidder] + AHEAD, first[bidder + 1]);
  for (gsize i = first[bidder]; i < end; i++)
    __builtin_prefetch (&self->objects[self->arcs->arcs[i].node]);
}

/* All slots of a bidder come, until one finds that it gains nothing. */
static void
place (OrientaSearch *self, guint32 bidder)
{
  guint32 n = self->slots ? self->slots[bidder] : 1;
  if (n > 0)
    self->bidders[bidder].dual = best_offer (self, bidder);
  for (guint32 slot = 0; slot < n && self->bidders[bidder].dual > 0; slot++) {
    find_way (self, bidder);
    follow_way (self);
    move_duals (self);
  }
}

/* Places bidders until all have come or the effort is spent; then it may be called again. FALSE when cancelled. */
gboolean
orienta_search_run (OrientaSearch *self, guint64 effort, OrientaProgress *progress, GError **error)
{
  guint64 stop = self->effort + effort, tick = self->effort;
  guint n_told = self->n_done;
  orienta_progress_start (progress, "matching", self->n_order - self->n_done);
  if (!orienta_progress_tick (progress, error))
    return FALSE;
  while (self->n_done < self->n_order && self->effort < stop) {
    fetch_ahead (self, self->n_done);
    place (self, self->order[self->n_done++]);
    if (self->effort - tick < TICK_EFFORT && self->n_done - n_told < 1000)
      continue;
    orienta_progress_advance (progress, self->n_done - n_told);
    if (!orienta_progress_tick (progress, error))
      return FALSE;
    n_told = self->n_done;
    tick = self->effort;
  }
  return TRUE;
}

/* How many of 10 000 bidders have still to come, rounded up: 0 when all have. */
guint64
orienta_search_get_left (const OrientaSearch *self)
{
  guint64 left = self->n_order - self->n_done;
  return left == 0 ? 0 : (left * 10000 + self->n_order - 1) / self->n_order;
}

/* Writes matching and duals, in the units of the values. */
void
orienta_search_read (const OrientaSearch *self, OrientaAssignment *result)
{
  gint64 unit = self->scale->unit;
  gint64 *bidder_duals = self->from_columns ? result->prices : result->slack;
  gint64 *object_duals = self->from_columns ? result->slack : result->prices;
  for (guint b = 0; b < self->n_bidders; b++)
    bidder_duals[b] = self->bidders[b].dual * unit;
  for (guint row = 0; row < result->n_rows; row++)
    result->columns[row] = -1;
  for (guint o = 0; o < self->n_objects; o++) {
    const Object *object = &self->objects[o];
    object_duals[o] = object->dual * unit;
    guint32 end = object->seat + object->n_seats - object->free;
    for (guint32 seat = object->seat; seat < end; seat++) {
      guint32 row = self->from_columns ? o : self->holders[seat];
      result->columns[row] = (gint32) (self->from_columns ? self->holders[seat] : o);
    }
  }
}
