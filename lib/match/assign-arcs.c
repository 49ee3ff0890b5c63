/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The pairs as lists of one side, best first: a search reads the head of a list and stops where nothing can be gained.
 * Pairs that nobody needs are left out. The order of the pairs in the input leaves no trace. */
#include "match/assign-private.h"

#include <string.h>

#define SHORT 32 /* up to here, insertion is the faster sort */

/* One number for both, so that one comparison does. */
static void
sort_short (OrientaArc *arcs, gsize n)
{
  guint64 keys[SHORT];
  for (gsize i = 0; i < n; i++) {
    guint64 key = (guint64) ~arcs[i].code << 32 | arcs[i].node;
    gsize place = i;
    for (; place > 0 && key < keys[place - 1]; place--)
      keys[place] = keys[place - 1];
    keys[place] = key;
  }
  for (gsize i = 0; i < n; i++)
    arcs[i] = (OrientaArc){ ~(guint32) (keys[i] >> 32), (guint32) keys[i] };
}

/* Eight bits of a key that is to ascend. */
static inline guint
digit (OrientaArc arc, gboolean by_code, guint shift)
{
  return (by_code ? ~arc.code : arc.node) >> shift & 0xff;
}

/* One stable pass from `from` to `to`. */
static void
distribute (const OrientaArc *from, OrientaArc *to, gsize n, gboolean by_code, guint shift)
{
  gsize place[256] = { 0 }, sum = 0;
  for (gsize i = 0; i < n; i++)
    place[digit (from[i], by_code, shift)]++;
  for (guint d = 0; d < 256; d++) {
    gsize count = place[d];
    place[d] = sum;
    sum += count;
  }
  for (gsize i = 0; i < n; i++)
    to[place[digit (from[i], by_code, shift)]++] = from[i];
}

/* By code, highest first; arcs of one code keep their order. */
static void
sort_by_digits (OrientaArc *arcs, gsize n, gboolean by_code, guint32 last, OrientaArc *spare)
{
  OrientaArc *from = arcs, *to = spare;
  for (guint shift = 0; shift < 32 && last >> shift != 0; shift += 8) {
    distribute (from, to, n, by_code, shift);
    OrientaArc *other = from;
    from = to;
    to = other;
  }
  if (from != arcs)
    memcpy (arcs, from, n * sizeof *arcs);
}

static gboolean
nodes_ascend (const OrientaArc *arcs, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (arcs[i].node < arcs[i - 1].node)
      return FALSE;
  return TRUE;
}

static void
sort_lists (OrientaArcs *self, guint32 last_code, guint32 last_node)
{
  gsize longest = 0;
  for (guint x = 0; x < self->n; x++)
    longest = MAX (longest, self->first[x + 1] - self->first[x]);
  g_autofree OrientaArc *spare = g_new (OrientaArc, longest);
  for (guint x = 0; x < self->n; x++) {
    OrientaArc *arcs = self->arcs + self->first[x];
    gsize n = self->first[x + 1] - self->first[x];
    if (n <= SHORT) {
      sort_short (arcs, n);
      continue;
    }
    if (!nodes_ascend (arcs, n))
      sort_by_digits (arcs, n, FALSE, last_node, spare);
    sort_by_digits (arcs, n, TRUE, last_code, spare);
  }
}

/* One list whose nodes ascend. */
void
orienta_arcs_sort (OrientaArc *arcs, gsize n, guint32 last_code)
{
  if (n <= SHORT) {
    sort_short (arcs, n);
    return;
  }
  g_autofree OrientaArc *spare = g_new (OrientaArc, n);
  sort_by_digits (arcs, n, TRUE, last_code, spare);
}

static OrientaArcs *
arcs_new (guint n)
{
  OrientaArcs *self = g_new0 (OrientaArcs, 1);
  self->n = n;
  self->first = g_new0 (gsize, (gsize) n + 1);
  return self;
}

/* The columns of each row, above the columns' floors. Free with orienta_arcs_free(). */
OrientaArcs *
orienta_arcs_by_row (const OrientaProblem *problem, const OrientaScale *scale, const gint64 *floors)
{
  OrientaArcs *self = arcs_new (problem->n_rows);
  self->arcs = g_new (OrientaArc, problem->first[problem->n_rows]);
  gsize n = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->values[i] >= floors[problem->columns[i]])
        self->arcs[n++] = (OrientaArc){ orienta_scale_code (scale, problem->values[i]), problem->columns[i] };
    self->first[row + 1] = n;
  }
  sort_lists (self, orienta_scale_last (scale), problem->n_columns);
  return self;
}

/* What is asked of a column for each of its pairs, side by side: memory is what this waits for. */
typedef struct {
  gint64 floor;
  gsize next; /* how many arcs; then where the next one goes */
} Slot;

static Slot *
count_arcs (const OrientaProblem *problem, const gint64 *floors, OrientaArcs *arcs)
{
  Slot *slots = g_new (Slot, (gsize) problem->n_columns + 1);
  for (guint column = 0; column < problem->n_columns; column++)
    slots[column] = (Slot){ floors[column], 0 };
  for (gint64 i = 0; i < problem->first[problem->n_rows]; i++) {
    Slot *slot = &slots[problem->columns[i]];
    slot->next += problem->values[i] >= slot->floor;
  }
  for (guint column = 0; column < problem->n_columns; column++) {
    arcs->first[column + 1] = arcs->first[column] + slots[column].next;
    slots[column].next = arcs->first[column];
  }
  return slots;
}

/* The rows of each column. Free with orienta_arcs_free(). */
OrientaArcs *
orienta_arcs_by_column (const OrientaProblem *problem, const OrientaScale *scale, const gint64 *floors)
{
  OrientaArcs *self = arcs_new (problem->n_columns);
  g_autofree Slot *slots = count_arcs (problem, floors, self);
  self->arcs = g_new (OrientaArc, self->first[self->n]);
  for (guint row = 0; row < problem->n_rows; row++)
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
      Slot *slot = &slots[problem->columns[i]];
      if (problem->values[i] >= slot->floor)
        self->arcs[slot->next++] = (OrientaArc){ orienta_scale_code (scale, problem->values[i]), row };
    }
  sort_lists (self, orienta_scale_last (scale), problem->n_rows);
  return self;
}

void
orienta_arcs_free (OrientaArcs *self)
{
  g_free (self->first);
  g_free (self->arcs);
  g_free (self);
}
