/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/assigner.h>

#include "match/assign-private.h"

/* The parts of an assigner: what it keeps (assigner.c), its lists of pairs (assigner-lists.c), one search
 * (assigner-search.c). */

#define ORIENTA_FAR G_MAXINT64
#define ORIENTA_GONE (G_GINT64_CONSTANT (1) << 60) /* the dual of a row that was withdrawn: nobody can afford it */

enum { ORIENTA_ROWS, ORIENTA_COLUMNS };

/* A row or a column, in one line of the cache. Its arcs are keys: how much the value in units is below the highest
 * number of 32 bits, then the node at the other end; the lowest keys first, as far as they are sorted. Those of a row all
 * are; n_sorted is 0 once a column has dropped one of a row that is withdrawn. */
typedef struct {
  guint64 *arcs;
  gint64 dual; /* slack of a row, price of a column, in units */
  gint64 distance;
  guint32 n_arcs, n_sorted, room;
  guint32 capacity, taken; /* 1 at most for a row */
  guint32 head;            /* the first of those it is matched with */
  guint32 next, previous;  /* of a row: in the list of its column */
  guint32 parent;          /* in a search, as object: the bidder that would take it */
  guint32 object;          /* and as bidder: the object whose loss brought the search here */
} OrientaNode;

struct OrientaAssigner {
  gatomicrefcount references;
  guint n[2], room; /* by side; room for rows */
  OrientaNode *nodes[2];
  guint64 *blocks[2]; /* the arcs as they were at first */
  gsize n_block[2];
  gint64 unit;
  guint32 largest; /* value ever met, in units */
  gint64 total;    /* in units */

  /* what the last change did: rows that have been moved, and by row where from */
  guint32 *changed, *before;
  guint n_changed;

  /* one search */
  gint64 limit;
  guint32 end_object, end_bidder; /* where the cheapest way ends: one of the two */
  OrientaQueue queue;
  guint32 *reached, *scanned; /* objects, bidders */
  guint n_reached, n_scanned;
};

/* Of ORIENTA_COLUMNS for rows that were not moved. */
#define ORIENTA_UNMOVED (ORIENTA_NOBODY - 1)

static inline guint64
orienta_arc_key (guint32 code, guint32 node)
{
  return (guint64) (G_MAXUINT32 - code) << 32 | node;
}

static inline guint32
orienta_arc_code (guint64 key)
{
  return G_MAXUINT32 - (guint32) (key >> 32);
}

void     orienta_assigner_list       (OrientaAssigner *self, const OrientaProblem *problem);
void     orienta_assigner_unlist     (OrientaAssigner *self);
void     orienta_assigner_rescale    (OrientaAssigner *self, gint64 unit);
void     orienta_assigner_sort_arcs  (guint64 *arcs, guint n);
void     orienta_assigner_add_arcs   (OrientaAssigner *self, guint32 row, const guint64 *arcs, guint n);
void     orienta_assigner_drop_arcs  (OrientaAssigner *self, guint32 row);
gboolean orienta_assigner_lists_arcs (const OrientaAssigner *self, guint32 row, const guint64 *arcs, guint n);

void orienta_assigner_link   (OrientaAssigner *self, guint32 row, guint32 column);
void orienta_assigner_unlink (OrientaAssigner *self, guint32 row);
void orienta_assigner_place  (OrientaAssigner *self, guint side, guint32 root);
