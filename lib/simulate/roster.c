/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/roster-private.h"

#include <string.h>

#define WAYS 4
#define FEW 32 /* rows that are not looked through */

static inline OrientaRosterRow *
row_at (const OrientaRoster *self, const OrientaRosterForm *form, guint place)
{
  return (OrientaRosterRow *) (self->rows + place * form->size);
}

static inline gboolean
counts (const OrientaRosterForm *form, const OrientaRosterRow *row)
{
  return row->version == form->versions[row->household];
}

/* By keys, then by household: total, for a household stands once in a roster with its last version. */
static inline gboolean
is_before (const OrientaRosterForm *form, const OrientaRosterRow *a, const OrientaRosterRow *b)
{
  for (guint i = 0; i < form->n_keys; i++)
    if (a->keys[i] != b->keys[i])
      return a->keys[i] < b->keys[i];
  return a->household < b->household;
}

static void
rise (OrientaRoster *self, const OrientaRosterForm *form, const OrientaRosterRow *row)
{
  guint place = self->n++;
  for (; place > 0; place = (place - 1) / WAYS) {
    const OrientaRosterRow *above = row_at (self, form, (place - 1) / WAYS);
    if (!is_before (form, row, above))
      break;
    memcpy (row_at (self, form, place), above, form->size);
  }
  memcpy (row_at (self, form, place), row, form->size);
}

/* Puts `row`, which lies in no place of the heap, where the row at `place` was. */
static void
sink (OrientaRoster *self, const OrientaRosterForm *form, guint place, const OrientaRosterRow *row)
{
  for (;;) {
    guint least = WAYS * place + 1, end = MIN (least + WAYS, self->n);
    if (least >= self->n)
      break;
    for (guint i = least + 1; i < end; i++)
      if (is_before (form, row_at (self, form, i), row_at (self, form, least)))
        least = i;
    if (!is_before (form, row_at (self, form, least), row))
      break;
    memcpy (row_at (self, form, place), row_at (self, form, least), form->size);
    place = least;
  }
  memcpy (row_at (self, form, place), row, form->size);
}

/* The last row is the one that has to find its place; it lies past the end while it does. */
static void
drop_first (OrientaRoster *self, const OrientaRosterForm *form)
{
  self->n--;
  if (self->n > 0)
    sink (self, form, 0, row_at (self, form, self->n));
}

/* Leaves out the rows that no longer count and puts the others in order again. */
static void
look_through (OrientaRoster *self, const OrientaRosterForm *form)
{
  guint n = self->n;
  self->n = 0;
  for (guint i = 0; i < n; i++)
    if (counts (form, row_at (self, form, i)))
      memmove (row_at (self, form, self->n++), row_at (self, form, i), form->size);
  self->kept = self->n;
  g_autofree OrientaRosterRow *row = g_malloc (form->size);
  for (guint i = self->n / WAYS + 1; i-- > 0;)
    if (i < self->n) {
      memcpy (row, row_at (self, form, i), form->size);
      sink (self, form, i, row);
    }
}

void
orienta_roster_add (OrientaRoster *self, const OrientaRosterForm *form, const OrientaRosterRow *row)
{
  if (self->n > 2 * self->kept + FEW)
    look_through (self, form);
  if (self->n == self->room) {
    self->room = MAX (16, 2 * self->room);
    self->rows = g_realloc_n (self->rows, self->room, form->size);
  }
  rise (self, form, row);
}

/* Who is first of those that count; until the next call. */
const OrientaRosterRow *
orienta_roster_first (OrientaRoster *self, const OrientaRosterForm *form)
{
  while (self->n > 0 && !counts (form, row_at (self, form, 0)))
    drop_first (self, form);
  return self->n > 0 ? row_at (self, form, 0) : NULL;
}

void
orienta_roster_clear (OrientaRoster *self)
{
  g_free (self->rows);
}
