/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How long places were there, lived in and free, how long slots of services were taken. */
#include "simulate/measures-private.h"

/* The places of a unit since the last time that they changed. */
typedef struct {
  gint64 since;
  gint64 there, lived, free;
} Stand;

static void
note_stand (OrientaTally *self, guint unit, Stand *stand, gint64 now)
{
  const OrientaTallyPlace place = { self->reg->units[unit].territory, 0 };
  if (now <= stand->since)
    return;
  orienta_tally_span (self, ORIENTA_SUM_PLACE_TIME, stand->since, now, place, stand->there);
  orienta_tally_span (self, ORIENTA_SUM_LIVED_TIME, stand->since, now, place, stand->lived);
  orienta_tally_span (self, ORIENTA_SUM_FREE_TIME, stand->since, now, place, stand->free);
  stand->since = now;
}

static void
move_stand (Stand *stand, const OrientaEvent *event)
{
  switch (event->kind) {
  case ORIENTA_EVENT_VACATED:
    stand->lived--;
    break;
  case ORIENTA_EVENT_FREE:
    stand->free++;
    break;
  case ORIENTA_EVENT_DELIVERED:
    stand->there += event->value;
    stand->free += event->value;
    break;
  default: /* housed */
    stand->free--;
    stand->lived++;
  }
}

static gboolean
is_of_place (const OrientaEvent *event)
{
  return event->unit >= 0
         && (event->kind == ORIENTA_EVENT_VACATED || event->kind == ORIENTA_EVENT_FREE
             || event->kind == ORIENTA_EVENT_DELIVERED || event->kind == ORIENTA_EVENT_HOUSED);
}

/* By unit: places in which nobody lives on the first day. Those become free without a tenant whom anybody saw leave. */
static gint64 *
count_empty (const OrientaTally *self)
{
  const GArray *events = self->events->events;
  g_autofree gint64 *more = g_new0 (gint64, self->reg->n_units); /* became free than were left so far */
  gint64 *empty = g_new0 (gint64, self->reg->n_units);
  for (guint i = 0; i < events->len; i++) {
    const OrientaEvent *event = &g_array_index (events, OrientaEvent, i);
    if (event->kind == ORIENTA_EVENT_VACATED)
      more[event->unit]--;
    else if (event->kind == ORIENTA_EVENT_FREE && ++more[event->unit] > empty[event->unit])
      empty[event->unit] = more[event->unit];
  }
  return empty;
}

static void
count_homes (OrientaTally *self)
{
  const OrientaEvents *events = self->events;
  guint n = self->reg->n_units;
  g_autofree Stand *stands = g_new0 (Stand, n);
  g_autofree gint64 *empty = count_empty (self);
  for (guint unit = 0; unit < n; unit++) {
    stands[unit].there = self->reg->units[unit].places;
    stands[unit].lived = stands[unit].there - empty[unit];
  }
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    if (!is_of_place (event))
      continue;
    note_stand (self, (guint) event->unit, &stands[event->unit], event->time);
    move_stand (&stands[event->unit], event);
  }
  for (guint unit = 0; unit < n; unit++)
    note_stand (self, unit, &stands[unit], events->end);
}

/* Slots of all services together. */
static void
count_supports (OrientaTally *self)
{
  const OrientaEvents *events = self->events;
  const OrientaTallyPlace everywhere = { -1, 0 };
  g_autofree gint64 *taken = g_new0 (gint64, events->n_households);
  gint64 sum = 0, since = 0;
  for (guint i = 0; i < events->events->len; i++) {
    const OrientaEvent *event = &g_array_index (events->events, OrientaEvent, i);
    if (event->kind != ORIENTA_EVENT_SUPPORT_BEGUN && event->kind != ORIENTA_EVENT_SUPPORT_ENDED)
      continue;
    orienta_tally_span (self, ORIENTA_SUM_SLOT_TIME, since, event->time, everywhere, sum);
    since = event->time;
    sum -= taken[event->household];
    taken[event->household] = event->kind == ORIENTA_EVENT_SUPPORT_BEGUN ? event->value : 0;
    sum += taken[event->household];
  }
  orienta_tally_span (self, ORIENTA_SUM_SLOT_TIME, since, events->end, everywhere, sum);
}

void
orienta_tally_places (OrientaTally *self)
{
  count_homes (self);
  count_supports (self);
}
