/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Each pair stands in the list of its row and in that of its column. A list of a column is long, and a row has many
 * columns: so that a row can come at little cost, its arcs are put behind the sorted ones of each column, where a
 * search reads all of them, and are merged when they have become many. A row that is withdrawn leaves its arcs where
 * they are, until that happens or it comes back. */
#include "match/assigner-private.h"

typedef guint64 Key;

#include "match/assign-arcs-body.h"

#define NEWCOMERS 16 /* arcs of a column that need not be sorted */

static OrientaArcs *
pack (const OrientaProblem *problem, gint64 unit)
{
  OrientaArcs *self = arcs_new (problem->n_rows, 32, G_MAXUINT32, 0);
  self->keys = g_new (guint64, problem->first[problem->n_rows]);
  guint32 n = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->values[i] >= 0)
        self->keys[n++] = orienta_arc_key ((guint32) (problem->values[i] / unit), problem->columns[i]);
    self->first[row + 1] = n;
  }
  arcs_sort (self);
  return self;
}

/* The nodes of a side take their lists. */
static void
give_lists (OrientaAssigner *self, guint side, OrientaArcs *arcs)
{
  for (guint x = 0; x < arcs->n; x++) {
    OrientaNode *node = &self->nodes[side][x];
    node->n_arcs = node->n_sorted = arcs_count (arcs, x);
    node->room = node->n_arcs + arcs->gap;
    node->arcs = node->room > 0 ? arcs->keys + arcs->first[x] : NULL;
  }
  self->blocks[side] = g_steal_pointer (&arcs->keys);
  self->n_block[side] = arcs->first[arcs->n];
  arcs_free (arcs);
}

/* The pairs that are given first; columns have some room for more. */
void
orienta_assigner_list (OrientaAssigner *self, const OrientaProblem *problem)
{
  OrientaArcs *rows = pack (problem, self->unit);
  OrientaArcs *columns = arcs_turn (rows, problem->n_columns, 32, NEWCOMERS);
  arcs_sort (columns);
  give_lists (self, ORIENTA_ROWS, rows);
  give_lists (self, ORIENTA_COLUMNS, columns);
}

/* Whether a list stands in memory of its own. */
static gboolean
is_apart (const OrientaAssigner *self, guint side, const OrientaNode *node)
{
  guint64 *block = self->blocks[side];
  return node->arcs && (node->arcs < block || node->arcs >= block + self->n_block[side]);
}

static void
free_list (const OrientaAssigner *self, guint side, OrientaNode *node)
{
  if (is_apart (self, side, node))
    g_free (node->arcs);
  node->arcs = NULL;
  node->n_arcs = node->n_sorted = node->room = 0;
}

void
orienta_assigner_unlist (OrientaAssigner *self)
{
  for (guint side = 0; side < 2; side++) {
    for (guint x = 0; x < self->n[side]; x++)
      free_list (self, side, &self->nodes[side][x]);
    g_free (self->blocks[side]);
  }
}

/* Arcs of rows that are withdrawn go, the others are sorted. */
static void
merge (OrientaAssigner *self, OrientaNode *column)
{
  guint32 n = 0;
  for (guint32 i = 0; i < column->n_arcs; i++) {
    OrientaNode *row = &self->nodes[ORIENTA_ROWS][(guint32) column->arcs[i]];
    if (row->dual != ORIENTA_GONE)
      column->arcs[n++] = column->arcs[i];
    else
      row->n_sorted = 0;
  }
  g_autofree guint64 *spare = g_new (guint64, n);
  if (n > 0)
    sort_by_digits (column->arcs, n, 0, spare);
  column->n_arcs = column->n_sorted = n;
}

static void
make_room (OrientaAssigner *self, OrientaNode *column)
{
  if (column->n_arcs - column->n_sorted >= NEWCOMERS)
    merge (self, column);
  if (column->n_arcs < column->room)
    return;
  guint64 *arcs = g_new (guint64, column->room = 2 * column->n_arcs + NEWCOMERS);
  memcpy (arcs, column->arcs, column->n_arcs * sizeof *arcs);
  if (is_apart (self, ORIENTA_COLUMNS, column))
    g_free (column->arcs);
  column->arcs = arcs;
}

void
orienta_assigner_sort_arcs (guint64 *arcs, guint n)
{
  g_autofree guint64 *spare = n > SHORT ? g_new (guint64, n) : NULL;
  if (n > SHORT)
    sort_by_digits (arcs, n, 0, spare);
  else
    sort_short (arcs, n);
}

/* Whether a row that is withdrawn left the same arcs, sorted, and all columns still list them. */
gboolean
orienta_assigner_lists_arcs (const OrientaAssigner *self, guint32 row, const guint64 *arcs, guint n)
{
  const OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  return n > 0 && node->n_arcs == n && node->n_sorted == n && memcmp (node->arcs, arcs, n * sizeof *arcs) == 0;
}

/* `arcs` are those of a row that has none, sorted, and are copied. */
void
orienta_assigner_add_arcs (OrientaAssigner *self, guint32 row, const guint64 *arcs, guint n)
{
  OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  if (n > 0)
    node->arcs = g_memdup2 (arcs, n * sizeof *arcs);
  node->n_arcs = node->n_sorted = node->room = n;
  for (guint i = 0; i < n; i++) {
    OrientaNode *column = &self->nodes[ORIENTA_COLUMNS][(guint32) arcs[i]];
    make_room (self, column);
    column->arcs[column->n_arcs++] = arcs[i] >> 32 << 32 | row;
  }
}

/* Where the key stands in a list, or its length. */
static guint32
find_key (const OrientaNode *node, guint64 key)
{
  guint32 low = 0, high = node->n_sorted;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (node->arcs[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < node->n_sorted && node->arcs[low] == key)
    return low;
  for (low = node->n_sorted; low < node->n_arcs && node->arcs[low] != key; low++)
    ;
  return low;
}

/* Asks the memory for what a search in each list of a row's columns reads first. */
static void
fetch_lists (const OrientaAssigner *self, const OrientaNode *row)
{
  const OrientaNode *columns = self->nodes[ORIENTA_COLUMNS];
  for (guint32 i = 0; i < row->n_arcs; i++)
    __builtin_prefetch (&columns[(guint32) row->arcs[i]]);
  for (guint32 i = 0; i < row->n_arcs; i++) {
    const OrientaNode *column = &columns[(guint32) row->arcs[i]];
    for (guint32 part = 1; part < 8; part++)
      __builtin_prefetch (column->arcs + (gsize) column->n_sorted * part / 8);
  }
}

/* Takes a row's arcs out of all lists, as far as they are still there. */
void
orienta_assigner_drop_arcs (OrientaAssigner *self, guint32 row)
{
  OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  fetch_lists (self, node);
  for (guint32 i = 0; i < node->n_arcs; i++) {
    OrientaNode *column = &self->nodes[ORIENTA_COLUMNS][(guint32) node->arcs[i]];
    guint32 at = find_key (column, node->arcs[i] >> 32 << 32 | row);
    if (at == column->n_arcs)
      continue;
    column->n_arcs--;
    column->n_sorted -= at < column->n_sorted;
    memmove (column->arcs + at, column->arcs + at + 1, (column->n_arcs - at) * sizeof *column->arcs);
  }
  free_list (self, ORIENTA_ROWS, node);
}

/* Values, and all that is reckoned from them, in a unit that divides the present one. */
void
orienta_assigner_rescale (OrientaAssigner *self, gint64 unit)
{
  gint64 times = self->unit / unit;
  for (guint side = 0; side < 2; side++)
    for (guint x = 0; x < self->n[side]; x++) {
      OrientaNode *node = &self->nodes[side][x];
      for (guint32 i = 0; i < node->n_arcs; i++)
        node->arcs[i] = orienta_arc_key ((guint32) (orienta_arc_code (node->arcs[i]) * times), (guint32) node->arcs[i]);
      node->dual *= node->dual == ORIENTA_GONE ? 1 : times;
    }
  self->unit = unit;
  self->total *= times;
  self->largest = (guint32) (self->largest * times);
}
