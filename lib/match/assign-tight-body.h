/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a search has found: matching, duals, and the pairs that a best matching may use. Compiled twice, as
 * assign-search-body.h. */
#include "match/assign-search-body.h"

static void
read_holders (const OrientaSearch *self, guint32 node, OrientaAssignment *result)
{
  const Object *object = &self->objects[node];
  gboolean several = object->holder == SEVERAL;
  guint32 n = several ? self->halls[node].n_taken : object->holder != VACANT;
  const guint32 *holders = several ? self->seats + self->halls[node].first : &object->holder;
  for (guint32 seat = 0; seat < n; seat++)
    if (self->from_columns)
      result->columns[node] = (gint32) bidder_at (self, holders[seat])->node;
    else
      result->columns[bidder_at (self, holders[seat])->node] = (gint32) node;
}

/* Writes matching and duals, in the units of the values. */
static void
search_read (const OrientaSearch *self, OrientaAssignment *result)
{
  gint64 unit = self->scale->unit;
  gint64 *bidder_duals = self->from_columns ? result->prices : result->slack;
  gint64 *object_duals = self->from_columns ? result->slack : result->prices;
  for (guint b = 0; b < self->n_bidders; b++)
    bidder_duals[b] = bidder_at (self, self->arcs->first[b] - GAP)->dual * unit;
  for (guint row = 0; row < result->n_rows; row++)
    result->columns[row] = -1;
  for (guint32 o = 0; o < self->n_objects; o++) {
    object_duals[o] = self->objects[o].dual * unit;
    read_holders (self, o, result);
  }
}

/* The arcs of a bidder that are tight: their other ends go to `nodes`. How many there are. */
static guint32
find_tight (const OrientaSearch *self, guint b, guint32 *nodes)
{
  const OrientaArcs *arcs = self->arcs;
  const Bidder *bidder = bidder_at (self, arcs->first[b] - GAP);
  const Key *arc = arcs_of (bidder), *end = arc + bidder->n_arcs;
  Number dual = bidder->dual;
  guint32 n = 0;
  for (; arc < end; arc++) {
    Number value = VALUE (self->scale, arc_code (arcs, *arc));
    if (arc + AHEAD < end)
      __builtin_prefetch (&self->objects[arc_node (arcs, arc[AHEAD])]);
    if (value < dual)
      break;
    guint32 node = arc_node (arcs, *arc);
    if (dual + self->objects[node].dual == value)
      nodes[n++] = node;
  }
  return n;
}

/* The tight pairs, of columns that bid: found column by column, and so in their order for each row. */
static void
turn_tight (const OrientaSearch *self, OrientaTight *tight)
{
  g_autofree guint32 *rows = g_new (guint32, self->arcs->first[self->n_bidders]);
  g_autofree guint32 *end = g_new (guint32, self->n_bidders);
  guint32 n = 0;
  for (guint32 column = 0; column < self->n_bidders; column++)
    end[column] = n += find_tight (self, column, rows + n);
  tight->first = g_new0 (guint32, (gsize) self->n_objects + 1);
  for (guint32 i = 0; i < n; i++)
    tight->first[rows[i]]++;
  for (guint row = 1; row <= self->n_objects; row++) /* where each ends */
    tight->first[row] += tight->first[row - 1];
  tight->columns = g_new (guint32, n);
  for (guint column = self->n_bidders; column-- > 0;)
    for (guint32 begin = column > 0 ? end[column - 1] : 0; n > begin;)
      tight->columns[--tight->first[rows[--n]]] = column;
}

/* The pairs that a best matching may use. */
static OrientaTight *
search_find_tight (const OrientaSearch *self)
{
  OrientaTight *tight = g_new (OrientaTight, 1);
  if (self->from_columns) {
    turn_tight (self, tight);
    return tight;
  }
  tight->first = g_new (guint32, (gsize) self->n_bidders + 1);
  tight->columns = g_new (guint32, self->arcs->first[self->n_bidders]);
  guint32 n = 0;
  for (guint32 row = 0; row < self->n_bidders; row++) {
    tight->first[row] = n;
    n += find_tight (self, row, tight->columns + n);
  }
  tight->first[self->n_bidders] = n;
  return tight;
}

/* The pairs whose value is slack and price together and `left` more, in units, out of lists by row. */
static OrientaTight *
list_tight (const OrientaArcs *rows, const OrientaScale *scale, const OrientaAssignment *duals, gint64 left)
{
  OrientaTight *tight = g_new (OrientaTight, 1);
  guint32 n = 0;
  tight->first = g_new (guint32, (gsize) rows->n + 1);
  tight->columns = g_new (guint32, rows->first[rows->n]);
  for (guint row = 0; row < rows->n; row++) {
    gint64 dual = duals->slack[row] + left;
    tight->first[row] = n;
    for (guint32 i = rows->first[row]; i < rows->first[row + 1]; i++) {
      guint32 column = arc_node (rows, rows->keys[i]);
      if (dual + duals->prices[column] == orienta_scale_value (scale, arc_code (rows, rows->keys[i])))
        tight->columns[n++] = column;
    }
  }
  tight->first[rows->n] = n;
  return tight;
}
