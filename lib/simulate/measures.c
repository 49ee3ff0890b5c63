/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Indicators from the events of one replication; docs/simulation.md defines them. Who asks, waits and gives up counts
 * where the household is; offers and housings count where the home is. */
#include "simulate/measures-private.h"

#define DAYS_OF_6_MONTHS 183
#define DAYS_OF_12_MONTHS 365

/* What became of one household. */
typedef struct {
  gint64 asked; /* seconds; may lie before the first day */
  gint64 left;  /* was housed or gave up; G_MAXINT64: waits still */
  gboolean arrived, housed;
} Story;

/* -- stories -- */

/* When a household of the register asked: on its request date, or today where that is not known. */
static gint64
asked_before (const OrientaTally *self, guint household)
{
  OrientaDate date = self->events->rows[household].request_date;
  return date == ORIENTA_NO_DATE ? 0 : MIN (0, ((gint64) date - self->scenario->start) * ORIENTA_SECONDS_A_DAY);
}

static void
tell_event (Story *stories, const OrientaEvent *event)
{
  switch (event->kind) {
  case ORIENTA_EVENT_ARRIVED:
    stories[event->household].asked = event->time;
    stories[event->household].arrived = TRUE;
    break;
  case ORIENTA_EVENT_HOUSED:
  case ORIENTA_EVENT_ABANDONED:
    stories[event->household].left = event->time;
    stories[event->household].housed = event->kind == ORIENTA_EVENT_HOUSED;
    break;
  default:
    break;
  }
}

static Story *
stories_new (const OrientaTally *self)
{
  const OrientaEvents *events = self->events;
  Story *stories = g_new (Story, events->n_households);
  for (guint household = 0; household < events->n_households; household++)
    stories[household] = (Story){ .asked = asked_before (self, household), .left = G_MAXINT64 };
  for (guint i = 0; i < events->events->len; i++)
    tell_event (stories, &g_array_index (events->events, OrientaEvent, i));
  return stories;
}

/* -- waiting -- */

/* Those who arrived so early that it is known whether they were housed so soon. */
static void
count_within (OrientaTally *self, const Story *story, OrientaTallyPlace place, guint told, gint64 length)
{
  if (story->asked + length > self->events->end)
    return;
  orienta_tally_count (self, told, story->asked, place);
  if (story->housed && story->left - story->asked <= length)
    orienta_tally_count (self, told + 1, story->asked, place);
}

static void
count_arrival (OrientaTally *self, const Story *story, OrientaTallyPlace place)
{
  OrientaSpell spell = { MIN (story->left, self->events->end) - story->asked, story->housed };
  orienta_tally_count (self, ORIENTA_MEASURE_ARRIVED, story->asked, place);
  orienta_tally_spell (self, story->asked, place, spell);
  count_within (self, story, place, ORIENTA_SUM_TOLD_6, DAYS_OF_6_MONTHS * ORIENTA_SECONDS_A_DAY);
  count_within (self, story, place, ORIENTA_SUM_TOLD_12, DAYS_OF_12_MONTHS * ORIENTA_SECONDS_A_DAY);
}

/* At the end of each period, before what happens at that very second. */
static void
count_waiting (OrientaTally *self, const Story *story, OrientaTallyPlace place)
{
  for (gint period = -1; period < (gint) self->n_periods; period++) {
    gint64 end = orienta_tally_end (self, period);
    if (story->asked >= end || story->left < end)
      continue;
    orienta_tally_add (self, ORIENTA_SUM_WAITING, period, place, 1);
    orienta_tally_add (self, ORIENTA_SUM_WAITING_AGE, period, place, end - story->asked);
  }
}

/* Where what becomes of a household counts. */
static OrientaTallyPlace
place_of (const OrientaTally *self, gint32 household)
{
  return (OrientaTallyPlace){ self->events->rows[household].territory, self->events->groups[household] };
}

static void
count_stories (OrientaTally *self, const Story *stories)
{
  const OrientaEvents *events = self->events;
  for (guint household = 0; household < events->n_households; household++) {
    const Story *story = &stories[household];
    OrientaTallyPlace place = place_of (self, (gint32) household);
    if (story->arrived)
      count_arrival (self, story, place);
    count_waiting (self, story, place);
    orienta_tally_span (self, ORIENTA_SUM_WAITING_TIME, MAX (story->asked, 0), story->left, place, 1);
  }
}

/* -- what happened -- */

static void
count_targets (OrientaTally *self, const OrientaEvent *event)
{
  const OrientaTallyPlace everywhere = { -1, 0 };
  guint64 targets = self->events->targets[event->household] & self->simulation->unit_targets[event->unit];
  for (; targets; targets &= targets - 1)
    orienta_tally_count (self, ORIENTA_N_SUMS + (guint) __builtin_ctzll (targets), event->time, everywhere);
}

/* Where what happens about a home counts. */
static OrientaTallyPlace
home_of (const OrientaTally *self, const OrientaEvent *event)
{
  return (OrientaTallyPlace){ self->reg->units[event->unit].territory, self->events->groups[event->household] };
}

static void
count_event (OrientaTally *self, const Story *stories, const OrientaEvent *event)
{
  switch (event->kind) {
  case ORIENTA_EVENT_ABANDONED:
    orienta_tally_count (self, ORIENTA_MEASURE_ABANDONED, event->time, place_of (self, event->household));
    break;
  case ORIENTA_EVENT_OFFERED:
    orienta_tally_count (self, ORIENTA_MEASURE_OFFERED, event->time, home_of (self, event));
    break;
  case ORIENTA_EVENT_REFUSED:
    orienta_tally_count (self, ORIENTA_MEASURE_REFUSED, event->time, home_of (self, event));
    break;
  case ORIENTA_EVENT_REJECTED:
    orienta_tally_count (self, ORIENTA_MEASURE_REJECTED, event->time, home_of (self, event));
    break;
  case ORIENTA_EVENT_HOUSED:
    orienta_tally_count (self, ORIENTA_MEASURE_HOUSED, event->time, home_of (self, event));
    orienta_tally_wait (self, event->time, home_of (self, event), event->time - stories[event->household].asked);
    count_targets (self, event);
    break;
  default:
    break;
  }
}

/**
 * orienta_measures_add:
 * @events: of a replication of the simulation's scenario, after those that were added before
 *
 * Appends the indicators of one replication.
 *
 * Complexity: for each event and household the periods times the depth of its territory times its groups; the waits of
 *   each cell are sorted.
 */
void
orienta_measures_add (OrientaSimulation *self, const OrientaEvents *events)
{
  gint32 number = (gint32) events->replication;
  g_autoptr (OrientaTally) tally = orienta_tally_new (self, events);
  g_autofree Story *stories = stories_new (tally);
  count_stories (tally, stories);
  for (guint i = 0; i < events->events->len; i++)
    count_event (tally, stories, &g_array_index (events->events, OrientaEvent, i));
  orienta_tally_places (tally);
  g_array_append_val (self->numbers, number);
  g_ptr_array_add (self->events, NULL);
  orienta_tally_tell (tally, self);
}
