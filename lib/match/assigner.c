/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a best matching becomes when one thing changes. Between two changes the duals prove it:
 *
 *     slack + price >= value     for each pair, and = for those matched;
 *     a slack is 0 where a row is unmatched, a price where a place is free, and neither is ever below.
 *
 * A place more is a slot of its column, a row more is a slot of its own: either looks for the cheapest way to be placed
 * (assigner-search.c), and the conditions hold again. A row that goes leaves a place, which is placed anew; a place
 * that goes turns a row out, which is placed anew. So each change is one search. */
#include <orienta/orienta.h>

#include <orienta/assigner.h>

#include "match/assigner-private.h"

static gint64
common_divisor (gint64 a, gint64 b)
{
  while (b != 0) {
    gint64 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* -- what is matched -- */

static void
note_move (OrientaAssigner *self, guint32 row)
{
  if (self->before[row] != ORIENTA_UNMOVED)
    return;
  self->before[row] = self->nodes[ORIENTA_ROWS][row].head;
  self->changed[self->n_changed++] = row;
}

void
orienta_assigner_link (OrientaAssigner *self, guint32 row, guint32 column)
{
  OrientaNode *rows = self->nodes[ORIENTA_ROWS], *to = &self->nodes[ORIENTA_COLUMNS][column];
  note_move (self, row);
  rows[row].head = column;
  rows[row].next = to->head;
  rows[row].previous = ORIENTA_NOBODY;
  rows[row].taken = 1;
  if (to->head != ORIENTA_NOBODY)
    rows[to->head].previous = row;
  to->head = row;
  to->taken++;
}

void
orienta_assigner_unlink (OrientaAssigner *self, guint32 row)
{
  OrientaNode *rows = self->nodes[ORIENTA_ROWS], *from = &self->nodes[ORIENTA_COLUMNS][rows[row].head];
  note_move (self, row);
  if (rows[row].next != ORIENTA_NOBODY)
    rows[rows[row].next].previous = rows[row].previous;
  if (rows[row].previous != ORIENTA_NOBODY)
    rows[rows[row].previous].next = rows[row].next;
  else
    from->head = rows[row].next;
  from->taken--;
  rows[row].head = ORIENTA_NOBODY;
  rows[row].taken = 0;
}

static void
begin_change (OrientaAssigner *self)
{
  for (guint i = 0; i < self->n_changed; i++)
    self->before[self->changed[i]] = ORIENTA_UNMOVED;
  self->n_changed = 0;
}

/* Rows that came back to where they were have not changed. */
static void
end_change (OrientaAssigner *self)
{
  guint n = 0;
  for (guint i = 0; i < self->n_changed; i++) {
    guint32 row = self->changed[i];
    if (self->before[row] != self->nodes[ORIENTA_ROWS][row].head)
      self->changed[n++] = row;
    else
      self->before[row] = ORIENTA_UNMOVED;
  }
  self->n_changed = n;
}

/* -- making one -- */

static void
make_nodes (OrientaAssigner *self, guint side, guint from)
{
  for (guint x = from; x < self->n[side]; x++)
    self->nodes[side][x] = (OrientaNode){ .distance = ORIENTA_FAR, .capacity = 1, .head = ORIENTA_NOBODY };
}

static void
make_row_room (OrientaAssigner *self, guint room)
{
  self->nodes[ORIENTA_ROWS] = g_renew (OrientaNode, self->nodes[ORIENTA_ROWS], room);
  self->changed = g_renew (guint32, self->changed, room);
  self->before = g_renew (guint32, self->before, room);
  self->reached = g_renew (guint32, self->reached, MAX (room, self->n[ORIENTA_COLUMNS]));
  self->scanned = g_renew (guint32, self->scanned, MAX (room, self->n[ORIENTA_COLUMNS]));
  for (guint row = self->room; row < room; row++)
    self->before[row] = ORIENTA_UNMOVED;
  self->room = room;
}

/* Takes matching and duals over. */
static void
take_over (OrientaAssigner *self, const OrientaProblem *problem, const OrientaAssignment *best)
{
  for (guint column = 0; column < problem->n_columns; column++) {
    self->nodes[ORIENTA_COLUMNS][column].capacity = problem->capacities[column];
    self->nodes[ORIENTA_COLUMNS][column].dual = best->prices[column] / self->unit;
  }
  for (guint row = 0; row < problem->n_rows; row++) {
    self->nodes[ORIENTA_ROWS][row].dual = best->slack[row] / self->unit;
    if (best->columns[row] >= 0)
      orienta_assigner_link (self, row, (guint32) best->columns[row]);
  }
  self->total = best->totals[0] / self->unit;
  end_change (self);
  begin_change (self);
}

static gboolean
check_values (__int128 n_rows, gint64 largest, gint64 unit, GError **error)
{
  if (largest / unit <= G_MAXUINT32 && n_rows * largest <= G_MAXINT64)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
               "value \"%" G_GINT64_FORMAT "\", expected at most %u times the greatest common divisor of all, and no "
               "more for all rows together than %" G_GINT64_FORMAT,
               largest, G_MAXUINT32, G_MAXINT64);
  return FALSE;
}

static OrientaAssigner *
assigner_new (const OrientaProblem *problem, const OrientaScale *scale, const OrientaAssignment *best)
{
  OrientaAssigner *self = g_new0 (OrientaAssigner, 1);
  g_atomic_ref_count_init (&self->references);
  self->unit = scale->unit;
  self->largest = (guint32) (scale->largest / scale->unit);
  self->n[ORIENTA_ROWS] = problem->n_rows;
  self->n[ORIENTA_COLUMNS] = problem->n_columns;
  make_row_room (self, MAX (problem->n_rows, 1));
  self->nodes[ORIENTA_COLUMNS] = g_new (OrientaNode, problem->n_columns);
  make_nodes (self, ORIENTA_ROWS, 0);
  make_nodes (self, ORIENTA_COLUMNS, 0);
  orienta_assigner_list (self, problem);
  take_over (self, problem, best);
  return self;
}

/**
 * orienta_assigner_new:
 * @first: (array): with @columns, @values and @capacities as for orienta_assign(); copied as far as needed
 * @progress: (nullable): as for orienta_assign()
 *
 * The matching that orienta_assign() finds, to be kept the best while one thing after the other changes.
 *
 * Values are at most 4 294 967 295 times the greatest common divisor of all, and the highest times the number of rows
 * is at most G_MAXINT64.
 *
 * Complexity: as orienta_assign(), and sorting all pairs twice. Memory: 16 bytes a pair, 80 a row, 192 a column. Not
 * for several threads at once.
 *
 * Returns: (transfer full): the assigner; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together,
 *   ORIENTA_ERROR_LIMIT, ORIENTA_ERROR_CANCELLED
 */
OrientaAssigner *
orienta_assigner_new (guint n_rows, guint n_columns, const gint64 *first, const guint32 *columns, const gint64 *values,
                      const guint32 *capacities, OrientaProgress *progress, GError **error)
{
  static const gint64 none = 0;
  g_autoptr (OrientaAssignment) best =
      orienta_assign (n_rows, n_columns, first, columns, values, capacities, progress, error);
  if (!best)
    return NULL;
  OrientaProblem problem = { n_rows, n_columns, first ? first : &none, columns, values, capacities, 1, NULL, NULL };
  g_autoptr (OrientaScale) scale = orienta_scale_new (&problem);
  if (!check_values (n_rows, scale->largest, scale->unit, error))
    return NULL;
  return assigner_new (&problem, scale, best);
}

OrientaAssigner *
orienta_assigner_ref (OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_assigner_unref (OrientaAssigner *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_assigner_unlist (self);
  orienta_queue_clear (&self->queue);
  g_free (self->reached);
  g_free (self->scanned);
  g_free (self->nodes[ORIENTA_ROWS]);
  g_free (self->nodes[ORIENTA_COLUMNS]);
  g_free (self->changed);
  g_free (self->before);
  g_free (self);
}

/* -- changes -- */

/* A place that stays free has no price. */
static void
fill_column (OrientaAssigner *self, guint column)
{
  OrientaNode *node = &self->nodes[ORIENTA_COLUMNS][column];
  while (node->taken < node->capacity && node->dual > 0)
    orienta_assigner_place (self, ORIENTA_COLUMNS, column);
}

/* A row leaves its column. */
static void
turn_out (OrientaAssigner *self, guint32 row)
{
  const OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  self->total -= node->dual + self->nodes[ORIENTA_COLUMNS][node->head].dual;
  orienta_assigner_unlink (self, row);
}

/**
 * orienta_assigner_set_capacity:
 * @capacity: how many rows the column takes from now on; 0 closes it
 *
 * One place more or less, or several. The matching is a best one again; of equal ones, one that is reached by moving
 * rows along one way for each place: ties are not settled as orienta_assign() does.
 *
 * Complexity: one shortest-path search for each place, over the pairs that it reads; some microseconds on eligible
 * pairs of households and homes.
 *
 * Returns: TRUE; FALSE with ORIENTA_ERROR_INVALID where there is no such column
 */
gboolean
orienta_assigner_set_capacity (OrientaAssigner *self, guint column, guint32 capacity, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (column >= self->n[ORIENTA_COLUMNS]) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "column \"%u\", expected one below %u", column,
                 self->n[ORIENTA_COLUMNS]);
    return FALSE;
  }
  OrientaNode *node = &self->nodes[ORIENTA_COLUMNS][column];
  begin_change (self);
  node->capacity = capacity;
  while (node->taken > capacity) {
    guint32 row = node->head;
    turn_out (self, row);
    orienta_assigner_place (self, ORIENTA_ROWS, row);
  }
  fill_column (self, column);
  end_change (self);
  return TRUE;
}

static void
withdraw (OrientaAssigner *self, guint32 row)
{
  OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  guint32 column = node->head;
  if (column != ORIENTA_NOBODY)
    turn_out (self, row);
  node->dual = ORIENTA_GONE;
  if (column != ORIENTA_NOBODY)
    fill_column (self, column);
}

/* What the row gains from its best column at today's prices; what a closed one lacks is added to its price. */
static gint64
best_offer (OrientaAssigner *self, const OrientaNode *row)
{
  gint64 best = 0;
  for (guint32 i = 0; i < row->n_arcs; i++) {
    const OrientaNode *column = &self->nodes[ORIENTA_COLUMNS][(guint32) row->arcs[i]];
    if (column->capacity > 0)
      best = MAX (best, orienta_arc_code (row->arcs[i]) - column->dual);
  }
  for (guint32 i = 0; i < row->n_arcs; i++) {
    OrientaNode *column = &self->nodes[ORIENTA_COLUMNS][(guint32) row->arcs[i]];
    if (column->capacity == 0)
      column->dual = MAX (column->dual, orienta_arc_code (row->arcs[i]) - best);
  }
  return best;
}

/* A row that is withdrawn comes with arcs, sorted: the ones it had, or others. */
static void
enter (OrientaAssigner *self, guint32 row, const guint64 *arcs, guint n)
{
  OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  gboolean listed = orienta_assigner_lists_arcs (self, row, arcs, n);
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->nodes[ORIENTA_COLUMNS][(guint32) arcs[i]]);
  if (!listed)
    orienta_assigner_drop_arcs (self, row);
  if (n == 0)
    return;
  node->dual = 0; /* it is here: its arcs are to stay */
  if (!listed)
    orienta_assigner_add_arcs (self, row, arcs, n);
  node->dual = best_offer (self, node);
  orienta_assigner_place (self, ORIENTA_ROWS, row);
}

/* Whether the pairs of a row may be listed; then what has been met is wide enough for them. */
static gboolean
admit (OrientaAssigner *self, guint row, guint n, const guint32 *columns, const gint64 *values, GError **error)
{
  gint64 unit = self->unit, largest = self->largest * self->unit;
  for (guint i = 0; i < n; i++) {
    if (columns[i] >= self->n[ORIENTA_COLUMNS]) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "row %u: column \"%u\", expected one below %u", row,
                   columns[i], self->n[ORIENTA_COLUMNS]);
      return FALSE;
    }
    largest = MAX (largest, values[i]);
    if (values[i] > 0)
      unit = common_divisor (values[i], self->largest > 0 ? unit : 0);
  }
  if (!check_values (MAX ((__int128) row + 1, self->n[ORIENTA_ROWS]), largest, unit, error))
    return FALSE;
  if (unit != self->unit)
    orienta_assigner_rescale (self, unit);
  self->largest = (guint32) (largest / unit);
  return TRUE;
}

static void
append_row (OrientaAssigner *self)
{
  guint row = self->n[ORIENTA_ROWS]++;
  if (row == self->room)
    make_row_room (self, row + row / 2 + 16);
  make_nodes (self, ORIENTA_ROWS, row);
  self->nodes[ORIENTA_ROWS][row].dual = ORIENTA_GONE;
}

/**
 * orienta_assigner_set_row:
 * @row: one that is there, or as many as there are for one more
 * @n: how many pairs it has from now on; 0 withdraws it, and its number stays
 * @columns: (array): their columns, in any order
 * @values: (array): their values; pairs of negative value are never chosen, of a pair given twice the better counts
 *
 * A row more, a row withdrawn, or another row in place of one. As orienta_assigner_set_capacity() for what is answered.
 *
 * Complexity: one shortest-path search where a row comes or goes, two where it changes; for a row that comes, one step
 * more for each of its pairs, and for one that comes in place of another, unless its pairs are the same, one search in
 * the list of each column that this had. A value that the greatest common divisor of those before does not divide costs
 * reading all pairs.
 *
 * Returns: TRUE; FALSE, nothing being changed, with ORIENTA_ERROR_INVALID for a row or a column that is none,
 *   ORIENTA_ERROR_LIMIT for a value too large (see orienta_assigner_new())
 */
gboolean
orienta_assigner_set_row (OrientaAssigner *self, guint row, guint n, const guint32 *columns, const gint64 *values,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && ((columns && values) || n == 0), FALSE);
  if (row > self->n[ORIENTA_ROWS] || row >= ORIENTA_UNMOVED) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "row \"%u\", expected %u at most", row,
                 self->n[ORIENTA_ROWS]);
    return FALSE;
  }
  if (!admit (self, row, n, columns, values, error))
    return FALSE;
  g_autofree guint64 *arcs = g_new (guint64, n);
  guint n_arcs = 0;
  for (guint i = 0; i < n; i++)
    if (values[i] >= 0)
      arcs[n_arcs++] = orienta_arc_key ((guint32) (values[i] / self->unit), columns[i]);
  orienta_assigner_sort_arcs (arcs, n_arcs);
  begin_change (self);
  if (row == self->n[ORIENTA_ROWS])
    append_row (self);
  withdraw (self, row);
  if (n > 0)
    enter (self, row, arcs, n_arcs);
  end_change (self);
  return TRUE;
}

/* -- answers -- */

guint
orienta_assigner_get_n_rows (const OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n[ORIENTA_ROWS];
}

guint
orienta_assigner_get_n_columns (const OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n[ORIENTA_COLUMNS];
}

/* What the values of the chosen pairs add up to. */
gint64
orienta_assigner_get_total (const OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->total * self->unit;
}

/* The column of a row; -1 where it has none. */
gint32
orienta_assigner_get_column (const OrientaAssigner *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->n[ORIENTA_ROWS], -1);
  return (gint32) self->nodes[ORIENTA_ROWS][row].head;
}

/* The price of one place of a column, as orienta_assignment_get_prices() has it. */
gint64
orienta_assigner_get_price (const OrientaAssigner *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n[ORIENTA_COLUMNS], 0);
  return self->nodes[ORIENTA_COLUMNS][column].dual * self->unit;
}

/* How many rows have another column than before the last change, or none any more, or one for the first time. */
guint
orienta_assigner_get_n_changed (const OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_changed;
}

/* One of these rows, in no order. */
guint
orienta_assigner_get_changed (const OrientaAssigner *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_changed, 0);
  return self->changed[index];
}

static void
read_row (const OrientaAssigner *self, guint row, OrientaAssignment *result)
{
  const OrientaNode *node = &self->nodes[ORIENTA_ROWS][row];
  result->slack[row] = node->dual == ORIENTA_GONE ? 0 : node->dual * self->unit;
  if (node->head == ORIENTA_NOBODY)
    return;
  gint64 value = result->slack[row] + result->prices[node->head];
  result->columns[row] = (gint32) node->head;
  result->values[row] = value;
  result->cutoffs[node->head] = MIN (result->cutoffs[node->head], value);
  result->n_pairs++;
}

/* The matching as it is now, with its proof: orienta_assignment_verify() checks it against arrays that say the same as
 * all changes together. It is the caller's. */
OrientaAssignment *
orienta_assigner_get_assignment (const OrientaAssigner *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  OrientaAssignment *result = orienta_assignment_new_empty (self->n[ORIENTA_ROWS], self->n[ORIENTA_COLUMNS], 1);
  for (guint column = 0; column < self->n[ORIENTA_COLUMNS]; column++) {
    const OrientaNode *node = &self->nodes[ORIENTA_COLUMNS][column];
    result->prices[column] = node->dual * self->unit;
    result->cutoffs[column] = node->capacity > 0 && node->taken < node->capacity ? 0 : G_MAXINT64;
  }
  for (guint row = 0; row < self->n[ORIENTA_ROWS]; row++)
    read_row (self, row, result);
  result->totals[0] = self->total * self->unit;
  return result;
}
