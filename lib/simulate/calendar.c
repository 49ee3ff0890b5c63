/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Calendar: a wheel with one bucket for each day of the scenario, so that what lies far ahead costs one append, and a
 * 4-ary heap for the day at hand, small enough to stay in the first cache. */
#include "simulate/calendar-private.h"

#define WAYS 4

void
orienta_calendar_init (OrientaCalendar *self, guint n_days)
{
  *self = (OrientaCalendar){ .n_days = n_days };
  self->days = g_new0 (OrientaCalendarDay, n_days);
}

void
orienta_calendar_clear (OrientaCalendar *self)
{
  for (guint i = 0; i < self->n_days; i++)
    g_free (self->days[i].entries);
  g_free (self->days);
  g_free (self->today.entries);
}

static void
append (OrientaCalendarDay *day, OrientaTurnEntry entry)
{
  if (day->n == day->room) {
    day->room = MAX (16, 2 * day->room);
    day->entries = g_renew (OrientaTurnEntry, day->entries, day->room);
  }
  day->entries[day->n++] = entry;
}

static inline gboolean
is_before (const OrientaTurnEntry *a, const OrientaTurnEntry *b)
{
  return a->time != b->time ? a->time < b->time : a->who < b->who;
}

static void
rise (OrientaCalendarDay *day, guint place)
{
  OrientaTurnEntry entry = day->entries[place];
  for (; place > 0; place = (place - 1) / WAYS) {
    const OrientaTurnEntry *above = &day->entries[(place - 1) / WAYS];
    if (!is_before (&entry, above))
      break;
    day->entries[place] = *above;
  }
  day->entries[place] = entry;
}

static void
sink (OrientaCalendarDay *day, guint place, OrientaTurnEntry entry)
{
  for (;;) {
    guint first = WAYS * place + 1, end = MIN (first + WAYS, day->n), least = first;
    if (first >= day->n)
      break;
    for (guint i = first + 1; i < end; i++)
      if (is_before (&day->entries[i], &day->entries[least]))
        least = i;
    if (!is_before (&day->entries[least], &entry))
      break;
    day->entries[place] = day->entries[least];
    place = least;
  }
  day->entries[place] = entry;
}

/* Brings the next day that has anything into order. */
static gboolean
turn_page (OrientaCalendar *self)
{
  while (self->day + 1 < self->n_days && self->days[self->day + 1].n == 0)
    self->day++;
  if (self->day + 1 >= self->n_days)
    return FALSE;
  g_free (self->today.entries);
  self->today = self->days[++self->day];
  self->days[self->day] = (OrientaCalendarDay){ 0 };
  for (guint i = self->today.n / WAYS + 1; i-- > 0;)
    if (i < self->today.n)
      sink (&self->today, i, self->today.entries[i]);
  return TRUE;
}

/* `time` is not before what was handed out last; what lies past the end is dropped. Complexity: constant, or the
 * logarithm of what is left of the day. */
void
orienta_calendar_add (OrientaCalendar *self, gint64 time, OrientaTurnKind kind, guint32 who, guint32 what)
{
  if (time >= (gint64) self->n_days * ORIENTA_DAY)
    return;
  OrientaTurnEntry entry = { (guint64) time << 8 | kind, (guint64) who << 32 | what };
  guint day = (guint) (time / ORIENTA_DAY);
  if (day > self->day) {
    append (&self->days[day], entry);
    return;
  }
  append (&self->today, entry);
  rise (&self->today, self->today.n - 1);
}

/* Takes the first one out. */
gboolean
orienta_calendar_next (OrientaCalendar *self, OrientaTurnEntry *entry)
{
  if (self->today.n == 0 && !turn_page (self))
    return FALSE;
  *entry = self->today.entries[0];
  OrientaTurnEntry last = self->today.entries[--self->today.n];
  if (self->today.n > 0)
    sink (&self->today, 0, last);
  return TRUE;
}
