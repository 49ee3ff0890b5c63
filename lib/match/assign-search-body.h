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
#include "match/assign-arcs-body.h"

#include "base/progress-private.h"

#define AHEAD 8 /* arcs whose objects are fetched early */
#define VACANT ORIENTA_NOBODY
#define SEVERAL (ORIENTA_NOBODY - 1)
#define LINE 64 /* bytes that come from memory together */
#define TICK_EFFORT 200000

/* Stands right before its arcs, so that one look at the memory brings both; told by its place among these. */
typedef struct {
  Number dual;
  Number distance;
  guint32 object, seat; /* whose loss brought the search here; seat counts from the object's first */
  guint32 node, n_arcs;
} Bidder;

#define GAP (sizeof (Bidder) / sizeof (Key))

G_STATIC_ASSERT (sizeof (Bidder) % sizeof (Key) == 0);

/* Small, for reading them is what most time goes into. */
typedef struct {
  Number dual;
  Number distance;
  guint32 parent; /* the bidder that would take it */
  guint32 holder; /* of its one place: a bidder, or VACANT; SEVERAL: it has a hall */
} Object;

/* The places of an object that has several. Once taken, a place never becomes free again. */
typedef struct {
  guint32 n_seats, n_taken;
  guint32 first; /* among the seats */
} Hall;

struct OrientaSearch {
  gboolean from_columns;
  const OrientaScale *scale;
  OrientaArcs *arcs; /* of the bidders */
  guint n_bidders, n_objects;
  const guint32 *slots; /* by node of a bidder; NULL: one each */
  Object *objects;
  Hall *halls;    /* by object; NULL: all have one place */
  guint32 *seats; /* of the halls: bidders */
  guint32 *order; /* bidders, best pair first */
  guint n_order, n_done;
  guint64 effort; /* arcs and seats read */

  /* one search */
  Number limit;                   /* what the cheapest way found so far costs */
  guint32 end_object, end_bidder; /* and where it ends: one of the two */
  OrientaQueue queue;
  guint32 *reached, *scanned; /* objects, bidders */
  guint n_reached, n_scanned;
};

static inline Bidder *
bidder_at (const OrientaSearch *self, guint32 bidder)
{
  return (Bidder *) (self->arcs->keys + bidder);
}

static inline const Key *
arcs_of (const Bidder *bidder)
{
  return (const Key *) (bidder + 1);
}

static void
order_bidders (OrientaSearch *self, guint bits)
{
  const OrientaArcs *arcs = self->arcs;
  OrientaArcs best = { .n = 1, .bits = bits, .room = arcs->room, .first = (guint32[]){ 0, 0 } };
  best.keys = g_new (Key, self->n_bidders);
  for (guint32 b = 0; b < self->n_bidders; b++)
    if (arcs_count (arcs, b) > 0)
      best.keys[best.first[1]++] = arcs->keys[arcs->first[b]] >> arcs->bits << bits | b;
  arcs_sort (&best);
  self->n_order = best.first[1];
  self->order = g_new (guint32, self->n_order);
  for (guint i = 0; i < self->n_order; i++)
    self->order[i] = arcs->first[arc_node (&best, best.keys[i])] - GAP;
  g_free (best.keys);
}

/* Columns as objects: a column has its capacity, or its pairs if they are fewer. */
static void
build_halls (OrientaSearch *self, const guint32 *capacities)
{
  self->halls = g_new0 (Hall, self->n_objects);
  guint32 n_seats = 0;
  for (guint b = 0; b < self->n_bidders; b++)
    for (guint32 i = self->arcs->first[b]; i < self->arcs->first[b + 1] - GAP; i++)
      self->halls[arc_node (self->arcs, self->arcs->keys[i])].n_seats++;
  for (guint o = 0; o < self->n_objects; o++) {
    Hall *hall = &self->halls[o];
    hall->n_seats = MIN (hall->n_seats, capacities[o]);
    if (hall->n_seats < 2)
      continue;
    self->objects[o].holder = SEVERAL;
    hall->first = n_seats;
    n_seats += hall->n_seats;
  }
  self->seats = g_new (guint32, n_seats);
}

/* `from_columns`: columns bid for rows. Takes the arcs by row. Free with search_free(). */
static OrientaSearch *
search_new (const OrientaProblem *problem, const OrientaScale *scale, OrientaArcs *rows, gboolean from_columns)
{
  OrientaSearch *self = g_new0 (OrientaSearch, 1);
  self->from_columns = from_columns;
  self->scale = scale;
  self->arcs =
      from_columns ? arcs_turn (rows, problem->n_columns, BITS (problem->n_rows), GAP) : arcs_spread (rows, GAP);
  arcs_free (rows);
  arcs_sort (self->arcs);
  self->n_bidders = from_columns ? problem->n_columns : problem->n_rows;
  self->n_objects = from_columns ? problem->n_rows : problem->n_columns;
  self->slots = from_columns ? problem->capacities : NULL;
  self->objects = g_new (Object, self->n_objects);
  self->reached = g_new (guint32, self->n_objects);
  self->scanned = g_new (guint32, self->n_bidders);
  for (guint b = 0; b < self->n_bidders; b++)
    *bidder_at (self, self->arcs->first[b] - GAP) =
        (Bidder){ .distance = FAR, .node = b, .n_arcs = arcs_count (self->arcs, b) };
  for (guint o = 0; o < self->n_objects; o++)
    self->objects[o] = (Object){ .distance = FAR, .holder = VACANT };
  if (!from_columns)
    build_halls (self, problem->capacities);
  order_bidders (self, BITS (self->n_bidders));
  return self;
}

static void
search_free (OrientaSearch *self)
{
  arcs_free (self->arcs);
  orienta_queue_clear (&self->queue);
  g_free (self->objects);
  g_free (self->halls);
  g_free (self->seats);
  g_free (self->order);
  g_free (self->reached);
  g_free (self->scanned);
  g_free (self);
}

/* What the bidder gains from its best object at today's duals: its dual when it comes. */
static Number
best_offer (OrientaSearch *self, const Bidder *bidder)
{
  const OrientaArcs arcs = *self->arcs;
  const Object *objects = self->objects;
  const Key *first = arcs_of (bidder), *arc = first, *end = first + bidder->n_arcs;
  Number best = 0;
  for (; arc < end; arc++) {
    Number value = VALUE (self->scale, arc_code (&arcs, *arc));
    if (arc + AHEAD < end)
      __builtin_prefetch (&objects[arc_node (&arcs, arc[AHEAD])]);
    if (value <= best)
      break;
    best = MAX (best, value - objects[arc_node (&arcs, *arc)].dual);
  }
  self->effort += (guint64) (arc - first);
  return best;
}

static inline gboolean
has_place (const OrientaSearch *self, guint32 node)
{
  guint32 holder = self->objects[node].holder;
  return holder == VACANT || (holder == SEVERAL && self->halls[node].n_taken < self->halls[node].n_seats);
}

/* An object can be had at this distance; TRUE when nothing can be nearer than that. */
static inline gboolean
reach (OrientaSearch *self, guint32 bidder, guint32 node, Number distance)
{
  Object *object = &self->objects[node];
  if (object->distance == FAR)
    self->reached[self->n_reached++] = node;
  object->distance = distance;
  object->parent = bidder;
  if (!has_place (self, node)) {
    orienta_queue_push (&self->queue, distance, node);
    if (object->holder != SEVERAL) { /* mostly its turn will come */
      __builtin_prefetch (bidder_at (self, object->holder));
      __builtin_prefetch ((const char *) bidder_at (self, object->holder) + LINE);
    }
    return FALSE;
  }
  self->limit = distance;
  self->end_object = node;
  self->end_bidder = ORIENTA_NOBODY;
  return distance == bidder_at (self, bidder)->distance;
}

/* Looks at what the bidder could take; TRUE when the cheapest way of all is found. */
static gboolean
scan (OrientaSearch *self, guint32 bidder, Number distance)
{
  const OrientaArcs arcs = *self->arcs;
  const Object *objects = self->objects;
  Bidder *here = bidder_at (self, bidder);
  const Key *first = arcs_of (here), *arc = first, *end = first + here->n_arcs;
  Number base = distance + here->dual;
  gboolean found = FALSE;
  here->distance = distance;
  self->scanned[self->n_scanned++] = bidder;
  if (base < self->limit) {
    self->limit = base;
    self->end_bidder = bidder;
    self->end_object = ORIENTA_NOBODY;
  }
  for (; arc < end && !found; arc++) {
    Number cost = base - VALUE (self->scale, arc_code (&arcs, *arc));
    if (cost >= self->limit)
      break;
    if (arc + AHEAD < end)
      __builtin_prefetch (&objects[arc_node (&arcs, arc[AHEAD])]);
    guint32 node = arc_node (&arcs, *arc);
    Number there = cost + objects[node].dual;
    if (there < self->limit && there < objects[node].distance)
      found = reach (self, bidder, node, there);
  }
  self->effort += (guint64) (arc - first);
  return found;
}

/* Those who hold the object would lose it: what could they take instead? */
static gboolean
scan_holders (OrientaSearch *self, guint32 node, Number distance)
{
  const Object *object = &self->objects[node];
  guint32 n = object->holder == SEVERAL ? self->halls[node].n_seats : 1;
  const guint32 *holders = object->holder == SEVERAL ? self->seats + self->halls[node].first : &object->holder;
  self->effort += n;
  for (guint32 seat = 0; seat < n; seat++) {
    guint32 holder = holders[seat];
    Bidder *bidder = bidder_at (self, holder);
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
  self->limit = bidder_at (self, root)->dual;
  self->end_bidder = root;
  self->end_object = ORIENTA_NOBODY;
  bidder_at (self, root)->object = ORIENTA_NOBODY;
  gboolean found = scan (self, root, 0);
  while (!found) {
    guint32 node = orienta_queue_pop (&self->queue, self->limit);
    if (node == ORIENTA_NOBODY)
      return;
    if (self->objects[node].distance == self->queue.last)
      found = scan_holders (self, node, (Number) self->queue.last);
  }
}

static void
seat (OrientaSearch *self, guint32 bidder, guint32 node, guint32 seat)
{
  if (self->objects[node].holder == SEVERAL)
    self->seats[self->halls[node].first + seat] = bidder;
  else
    self->objects[node].holder = bidder;
}

/* Everybody on the way moves one object on, from its end back to the bidder that came. */
static void
follow_way (OrientaSearch *self)
{
  guint32 node = self->end_object, place = 0;
  if (node == ORIENTA_NOBODY) {
    node = bidder_at (self, self->end_bidder)->object;
    place = bidder_at (self, self->end_bidder)->seat;
  } else if (self->objects[node].holder == SEVERAL) {
    place = self->halls[node].n_taken++;
  }
  while (node != ORIENTA_NOBODY) {
    guint32 bidder = self->objects[node].parent;
    seat (self, bidder, node, place);
    node = bidder_at (self, bidder)->object;
    place = bidder_at (self, bidder)->seat;
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
    Bidder *bidder = bidder_at (self, self->scanned[i]);
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
  if (turn + 2 * AHEAD < self->n_order)
    __builtin_prefetch (bidder_at (self, self->order[turn + 2 * AHEAD]));
  if (turn + AHEAD >= self->n_order)
    return;
  const Bidder *bidder = bidder_at (self, self->order[turn + AHEAD]);
  const Key *first = arcs_of (bidder), *end = first + MIN (bidder->n_arcs, AHEAD);
  for (const Key *arc = first; arc < end; arc++)
    __builtin_prefetch (&self->objects[arc_node (self->arcs, *arc)]);
}

/* All slots of a bidder come, until one finds that it gains nothing. */
static void
place (OrientaSearch *self, guint32 which)
{
  Bidder *bidder = bidder_at (self, which);
  guint32 n = self->slots ? self->slots[bidder->node] : 1;
  if (n > 0)
    bidder->dual = best_offer (self, bidder);
  for (guint32 slot = 0; slot < n && bidder->dual > 0; slot++) {
    find_way (self, which);
    follow_way (self);
    move_duals (self);
  }
}

/* Places bidders until all have come or the effort is spent; then it may be called again. FALSE when cancelled. */
static gboolean
search_run (OrientaSearch *self, guint64 effort, OrientaProgress *progress, GError **error)
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
static guint64
search_get_left (const OrientaSearch *self)
{
  guint64 left = self->n_order - self->n_done;
  return left == 0 ? 0 : (left * 10000 + self->n_order - 1) / self->n_order;
}
