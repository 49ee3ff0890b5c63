/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Among the best matchings, the one that the order of the rows prefers.
 *
 * Whatever optimal duals the search ended with, the best matchings are exactly those that use only *tight* pairs (slack
 * + price = value), serve every row that has slack and fill every column that has a price. What rows such matchings
 * serve together form a matroid, so that the greedy choice is right: take rows from the lowest number on, each that can
 * be served beside those taken before. The result serves as many rows as possible, and no other choice of as many
 * serves lower-numbered ones. It depends on the pairs alone: not on the duals, nor on the way they were found.
 *
 * Row by row, then: those with slack sit from the start, each other one takes the place that the search gave it while
 * that is free, so that columns with a price fill, or looks for a way: along tight pairs, each on it moving on to its
 * next column, to a free place. So that no look begins anew, each column has a *label*: a free place is at least so
 * many moves away. A way goes down the labels by one at each move; where it cannot, it turns back and the label rises.
 * No label ever falls, for places only fill. When no column is left with some label, those with higher ones have no way
 * down: they are closed for good. (Goldberg and Tarjan: A new approach to the maximum-flow problem, J. ACM 35, 1988;
 * Ahuja and Orlin: Distance-directed augmenting path algorithms for maximum flow and parametric maximum flow problems,
 * Naval Research Logistics 38, 1991.) */
#include "match/assign-private.h"

#include "base/progress-private.h"

#define TICK_EFFORT 100000
#define CLOSED G_MAXUINT32 /* the label of a column from which no free place can be reached */

typedef struct {
  guint32 first, n_seats, n_taken; /* first: of its seats, among those of all */
  guint32 next, previous;          /* of the same label */
} Column;

/* What a row saw when it last looked: which of its pairs leads nearest to a free place, and that no other has a column
 * of a lower label. */
typedef struct {
  guint32 nearest, lowest;
} Glance;

/* A row that would move, and where to. */
typedef struct {
  guint32 row, column;
} Step;

typedef struct {
  OrientaAssignment *result;      /* columns of rows that do not sit yet: what the search gave them */
  const guint32 *first, *columns; /* tight pairs by row, the lowest column first */
  Column *all;
  guint32 *labels;  /* by column */
  guint32 *heads;   /* by label: a column */
  guint32 highest;  /* label in use */
  guint32 *holders; /* by seat: a row */
  guint32 *places;  /* by row: its seat in its column */
  Glance *glances;  /* by row */
  Step *way;
  guint n_steps;
  guint64 effort;
} Ties;

/* -- labels -- */

static void
set_label (Ties *self, guint32 column, guint32 label)
{
  Column *this = &self->all[column];
  self->labels[column] = label;
  if (label == CLOSED)
    return;
  this->previous = ORIENTA_NOBODY;
  this->next = self->heads[label];
  if (this->next != ORIENTA_NOBODY)
    self->all[this->next].previous = column;
  self->heads[label] = column;
  self->highest = MAX (self->highest, label);
}

static void
take_label (Ties *self, guint32 column)
{
  const Column *this = &self->all[column];
  if (this->next != ORIENTA_NOBODY)
    self->all[this->next].previous = this->previous;
  if (this->previous != ORIENTA_NOBODY)
    self->all[this->previous].next = this->next;
  else
    self->heads[self->labels[column]] = this->next;
}

/* Closes all columns of higher labels where none has this one. */
static void
close_above (Ties *self, guint32 label)
{
  if (self->heads[label] != ORIENTA_NOBODY)
    return;
  for (guint32 higher = label + 1; higher <= self->highest; higher++)
    while (self->heads[higher] != ORIENTA_NOBODY) {
      guint32 column = self->heads[higher];
      take_label (self, column);
      set_label (self, column, CLOSED);
    }
  self->highest = label;
}

static void
raise_label (Ties *self, guint32 column, guint32 label)
{
  guint32 before = self->labels[column];
  if (before == CLOSED)
    return;
  take_label (self, column);
  set_label (self, column, label);
  close_above (self, before);
}

/* -- seats -- */

static void
seat (Ties *self, guint32 row, guint32 column, guint32 place)
{
  self->holders[self->all[column].first + place] = row;
  self->places[row] = place;
  self->result->columns[row] = (gint32) column;
}

static inline gboolean
has_place (const Column *column)
{
  return column->n_taken < column->n_seats;
}

/* A column has its capacity, or its pairs if they are fewer. */
static void
build_columns (Ties *self, const guint32 *capacities)
{
  guint n_columns = self->result->n_columns;
  guint32 n_seats = 0;
  self->all = g_new0 (Column, n_columns);
  for (guint32 i = 0; i < self->first[self->result->n_rows]; i++)
    self->all[self->columns[i]].n_seats++;
  for (guint column = 0; column < n_columns; column++) {
    Column *this = &self->all[column];
    this->first = n_seats;
    n_seats += this->n_seats = MIN (this->n_seats, capacities[column]);
  }
  self->holders = g_new (guint32, n_seats);
}

static void
seat_rows_with_slack (Ties *self, const gint64 *slack)
{
  for (guint row = 0; row < self->result->n_rows; row++)
    if (slack[row] > 0) {
      guint32 column = (guint32) self->result->columns[row];
      seat (self, row, column, self->all[column].n_taken++);
    }
}

/* Lists columns by their labels, once some are full. */
static void
label_columns (Ties *self)
{
  gsize n_labels = (gsize) self->result->n_columns + 2;
  self->heads = g_new (guint32, n_labels);
  self->labels = g_new (guint32, self->result->n_columns);
  for (gsize label = 0; label < n_labels; label++)
    self->heads[label] = ORIENTA_NOBODY;
  for (guint column = 0; column < self->result->n_columns; column++)
    set_label (self, column, has_place (&self->all[column]) ? 0 : self->all[column].n_seats > 0 ? 1 : CLOSED);
  close_above (self, 0);
}

/* The next of a column's free places; the last one gives it a label. */
static guint32
take_place (Ties *self, guint32 column)
{
  Column *this = &self->all[column];
  guint32 place = this->n_taken++;
  if (!has_place (this))
    raise_label (self, column, 1);
  return place;
}

/* -- ways -- */

/* The label of the row's nearest column but its own: looked for from the last one on, and all around. */
static guint32
look (Ties *self, guint32 row, guint32 own)
{
  const guint32 *columns = self->columns + self->first[row];
  guint32 n = self->first[row + 1] - self->first[row], least = CLOSED;
  Glance *glance = &self->glances[row];
  guint32 i = glance->nearest, best = i;
  for (guint32 looked = 0; looked < n && least > glance->lowest; looked++) {
    guint32 label = columns[i] != own ? self->labels[columns[i]] : CLOSED;
    best = label < least ? i : best;
    least = MIN (least, label);
    i = i + 1 == n ? 0 : i + 1;
  }
  self->effort += n;
  *glance = (Glance){ best, least };
  return least;
}

/* Whoever holds a place of a full column and can move nearer to a free one; ORIENTA_NOBODY: its label was too low. */
static guint32
find_mover (Ties *self, guint32 column)
{
  const Column *this = &self->all[column];
  guint32 least = CLOSED;
  for (guint32 place = 0; place < this->n_taken; place++) {
    guint32 holder = self->holders[this->first + place];
    guint32 label = look (self, holder, column);
    if (label < self->labels[column])
      return holder;
    least = MIN (least, label);
  }
  raise_label (self, column, least == CLOSED ? CLOSED : least + 1);
  return ORIENTA_NOBODY;
}

/* The row would move to the column that it found nearest. */
static void
step (Ties *self, guint32 row)
{
  self->way[self->n_steps++] = (Step){ row, self->columns[self->first[row] + self->glances[row].nearest] };
}

/* A way from the row to a free place; FALSE where there is none. */
static gboolean
find_way (Ties *self, guint32 row)
{
  self->n_steps = 0;
  for (;;) {
    if (self->n_steps == 0) {
      if (look (self, row, ORIENTA_NOBODY) == CLOSED)
        return FALSE;
      step (self, row);
    }
    guint32 column = self->way[self->n_steps - 1].column;
    if (has_place (&self->all[column]))
      return TRUE;
    guint32 mover = find_mover (self, column);
    if (mover == ORIENTA_NOBODY)
      self->n_steps--;
    else
      step (self, mover);
  }
}

/* Everybody on the way moves one column on. */
static void
follow_way (Ties *self)
{
  guint32 place = take_place (self, self->way[self->n_steps - 1].column);
  while (self->n_steps-- > 0) {
    Step last = self->way[self->n_steps];
    guint32 left = self->places[last.row];
    seat (self, last.row, last.column, place);
    place = left;
  }
}

/* -- rows -- */

/* Most rows that stay without are known to by their columns alone. */
static gboolean
is_closed (const Ties *self, guint32 row)
{
  for (guint32 i = self->first[row]; i < self->first[row + 1]; i++)
    if (self->labels[self->columns[i]] != CLOSED)
      return FALSE;
  return TRUE;
}

static void
serve_row (Ties *self, guint32 row)
{
  gint32 column = self->result->columns[row];
  if (column >= 0 && has_place (&self->all[column]))
    seat (self, row, (guint32) column, take_place (self, (guint32) column));
  else if (!is_closed (self, row) && find_way (self, row))
    follow_way (self);
  else
    self->result->columns[row] = -1;
}

static gboolean
serve_rows (Ties *self, const gint64 *slack, OrientaProgress *progress, GError **error)
{
  if (!orienta_progress_tick (progress, error))
    return FALSE;
  for (guint row = 0; row < self->result->n_rows; row++) {
    if (slack[row] > 0)
      continue;
    serve_row (self, row);
    if (self->effort++ < TICK_EFFORT)
      continue;
    self->effort = 0;
    if (!orienta_progress_tick (progress, error))
      return FALSE;
  }
  return TRUE;
}

/* Turns a best matching into the one that is preferred, along the pairs that best matchings may use; rows with slack
 * stay served. In the stage that progress is at. FALSE when cancelled. */
gboolean
orienta_ties_settle (OrientaTight *tight, const guint32 *capacities, const gint64 *slack, OrientaAssignment *result,
                     OrientaProgress *progress, GError **error)
{
  Ties self = { .result = result, .first = tight->first, .columns = tight->columns };
  orienta_tight_sort (tight, result->n_rows);
  build_columns (&self, capacities);
  self.places = g_new (guint32, result->n_rows);
  seat_rows_with_slack (&self, slack);
  label_columns (&self);
  self.glances = g_new0 (Glance, result->n_rows);
  self.way = g_new (Step, (gsize) result->n_columns + 1);
  gboolean done = serve_rows (&self, slack, progress, error);
  g_free (self.all);
  g_free (self.labels);
  g_free (self.heads);
  g_free (self.holders);
  g_free (self.places);
  g_free (self.glances);
  g_free (self.way);
  return done;
}
