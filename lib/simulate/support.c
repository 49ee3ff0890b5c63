/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/support-private.h"

#include "model/derive-private.h"

/* What a household takes of a slot under a policy: as the policy says, or 1. */
static gint32
load_of (const OrientaBinding *binding, guint household, const OrientaSlot *slot)
{
  const OrientaPolicy *policy = binding->policy;
  const char *name = slot->name < 0 ? NULL : binding->reg->codes[slot->name];
  for (guint i = 0; i < policy->n_loads; i++)
    if (g_strcmp0 (policy->loads[i].slots, name) == 0)
      return (gint32) orienta_binding_load (binding, &policy->loads[i].load, household);
  return 1;
}

/* Takes the slots that the matching counted with. */
void
orienta_support_hold (OrientaReplication *self, const OrientaBinding *binding, guint household, guint service)
{
  const OrientaStretch *list = &self->world->services[service].slots;
  self->seekers[household].service = (gint32) service;
  self->seekers[household].load = self->loads->len;
  for (guint slot = list->start; slot < list->start + list->n; slot++) {
    gint32 load = load_of (binding, household, &self->world->slots[slot]);
    self->world->slots[slot].amount -= load;
    g_array_append_val (self->loads, load);
  }
}

/* What is held of the service's first kind of slots. */
static gint32
held (const OrientaReplication *self, const OrientaSeeker *seeker)
{
  gboolean counted = self->world->services[seeker->service].slots.n > 0;
  return counted ? g_array_index (self->loads, gint32, seeker->load) : 0;
}

void
orienta_support_release (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (seeker->service < 0)
    return;
  const OrientaStretch *list = &self->world->services[seeker->service].slots;
  for (guint i = 0; i < list->n; i++)
    self->world->slots[list->start + i].amount += g_array_index (self->loads, gint32, seeker->load + i);
  seeker->service = -1;
}

static void
note (OrientaReplication *self, OrientaEventKind kind, guint household, gint32 value)
{
  const OrientaSeeker *seeker = &self->seekers[household];
  orienta_replication_note (self, (OrientaEvent){ .kind = (guint8) kind,
                                                  .reason = -1,
                                                  .household = (gint32) household,
                                                  .unit = (gint32) self->places[seeker->place].unit,
                                                  .service = seeker->service,
                                                  .value = value });
}

/* The line that holds says how long the support stays at its level; none: as long as the household stays. */
static const OrientaSupportStay *
find_line (OrientaReplication *self, guint household)
{
  const GArray *lines = self->scenario->support;
  for (guint i = 0; i < lines->len; i++) {
    const OrientaSupportStay *line = &g_array_index (lines, OrientaSupportStay, i);
    if (orienta_replication_holds (self, line->households, household, -1))
      return line;
  }
  return NULL;
}

/* The line in force is found again when its time is over; what it reads of the household changes in between by itself
 * alone. `then` is remembered so that it cannot. */
static void
await_step (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  const OrientaSupportStay *line = find_line (self, household);
  guint number = ++seeker->n_supports;
  if (!line)
    return;
  double p = orienta_dice_uniform (&self->dice, ORIENTA_DRAW_SUPPORT, seeker->entity, number - 1);
  gint64 when = orienta_replication_after (self, orienta_spread_quantile (&line->days, p));
  seeker->then = line->then;
  if (line->then >= 0)
    when = MAX (when, self->now + ORIENTA_SHORTEST);
  orienta_calendar_add (&self->calendar, when, ORIENTA_TURN_SUPPORT, household, number);
}

/* The household has moved in. */
void
orienta_support_begin (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (seeker->service < 0)
    return;
  seeker->supported = TRUE;
  note (self, ORIENTA_EVENT_SUPPORT_BEGUN, household, held (self, seeker));
  await_step (self, household);
}

void
orienta_support_end (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (!seeker->supported)
    return;
  note (self, ORIENTA_EVENT_SUPPORT_ENDED, household, held (self, seeker));
  seeker->supported = FALSE;
  orienta_support_release (self, household);
}

/* All needs that call for support are at the level that comes next; the slots are held until the end. */
static void
change_level (OrientaReplication *self, guint household, guint8 level)
{
  OrientaHouseholdRow *row = orienta_replication_alter (self, household);
  for (guint need = 0; need < ORIENTA_N_NEEDS; need++)
    if (row->needs[need] != ORIENTA_LEVEL_NONE && row->needs[need] != ORIENTA_LEVEL_UNKNOWN)
      row->needs[need] = level;
  orienta_household_derive (self->world, household);
  note (self, ORIENTA_EVENT_SUPPORT_CHANGED, household, level);
}

/* A level of support has lasted as long as it lasts, unless it has ended before. */
void
orienta_support_step (OrientaReplication *self, guint household, guint number)
{
  OrientaSeeker *seeker = &self->seekers[household];
  if (!seeker->supported || seeker->n_supports != number)
    return;
  if (seeker->then < 0) {
    orienta_support_end (self, household);
    return;
  }
  change_level (self, household, (guint8) seeker->then);
  await_step (self, household);
}
