/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "simulate/events-private.h"

#include <string.h>

#define LONGEST_PROFILE 50 /* bytes of its id that those who come under it are called by */

static const char *const kinds[] = { "",         "arrived",   "changed",       "abandoned",       "vacated",
                                     "free",     "delivered", "commission",    "offered",         "refused",
                                     "rejected", "housed",    "support_begun", "support_changed", "support_ended" };

/* Without events and people. */
OrientaEvents *
orienta_events_new (OrientaScenario *scenario, guint64 replication)
{
  OrientaEvents *self = g_new0 (OrientaEvents, 1);
  g_atomic_ref_count_init (&self->references);
  self->scenario = orienta_scenario_ref (scenario);
  self->replication = replication;
  self->events = g_array_new (FALSE, FALSE, sizeof (OrientaEvent));
  self->text = g_string_chunk_new (4096);
  g_mutex_init (&self->lock);
  return self;
}

OrientaEvents *
orienta_events_ref (OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
free_columns (OrientaEvents *self)
{
  g_free (self->times);
  g_free (self->kinds);
  g_free (self->households);
  g_free (self->units);
  g_free (self->services);
  g_free (self->values);
}

void
orienta_events_unref (OrientaEvents *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  free_columns (self);
  g_array_unref (self->events);
  g_string_chunk_free (self->text);
  g_free (self->rows);
  g_free (self->profiles);
  g_free (self->groups);
  g_free (self->targets);
  g_mutex_clear (&self->lock);
  orienta_scenario_unref (self->scenario);
  g_free (self);
}

/* What one is called who comes under a profile: the same in every policy. It lives as long as the events. */
const char *
orienta_events_name (OrientaEvents *self, guint profile, guint32 number)
{
  char id[LONGEST_PROFILE + 12], *end = id + sizeof id, *digit = end;
  const char *of = g_array_index (self->scenario->profiles, OrientaProfile, profile).id;
  for (guint64 left = (guint64) number + 1; left > 0; left /= 10)
    *--digit = (char) ('0' + left % 10);
  *--digit = ':';
  gsize length = MIN (strlen (of), LONGEST_PROFILE);
  digit -= length;
  memcpy (digit, of, length);
  return g_string_chunk_insert_len (self->text, digit, end - digit);
}

/* The number of the replication. */
guint64
orienta_events_get_replication (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->replication;
}

/* What was played. Borrowed. */
OrientaScenario *
orienta_events_get_scenario (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scenario;
}

/* How many households there were, those of the register first. */
guint
orienta_events_get_n_households (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_households;
}

/* What a household is called: as in the register, or its profile with a number. Borrowed. */
const char *
orienta_events_get_household_id (const OrientaEvents *self, guint household)
{
  g_return_val_if_fail (self != NULL && household < self->n_households, NULL);
  return self->rows[household].id;
}

/* How many events there are. */
gsize
orienta_events_get_n (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->events->len;
}

/* -- columns, made when first asked for -- */

static void
make_columns (OrientaEvents *self)
{
  guint n = self->events->len;
  self->times = g_new (gint64, n);
  self->kinds = g_new (guint8, n);
  self->households = g_new (gint32, n);
  self->units = g_new (gint32, n);
  self->services = g_new (gint32, n);
  self->values = g_new (gint32, n);
  for (guint i = 0; i < n; i++) {
    const OrientaEvent *event = &g_array_index (self->events, OrientaEvent, i);
    self->times[i] = event->time;
    self->kinds[i] = event->kind;
    self->households[i] = event->household;
    self->units[i] = event->unit;
    self->services[i] = event->service;
    self->values[i] = event->value;
  }
  self->has_columns = TRUE;
}

static const OrientaEvents *
columns (const OrientaEvents *events)
{
  OrientaEvents *self = (OrientaEvents *) events;
  g_mutex_lock (&self->lock);
  if (!self->has_columns)
    make_columns (self);
  g_mutex_unlock (&self->lock);
  return self;
}

/* By event: seconds from the scenario's first midnight. Columns live as long as the events. */
const gint64 *
orienta_events_get_times (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->times;
}

/* By event: its #OrientaEventKind. */
const guint8 *
orienta_events_get_kinds (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->kinds;
}

/* By event: the household's number in the replication, those of the register first; -1: none. */
const gint32 *
orienta_events_get_households (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->households;
}

/* By event: the unit, as its place in the scenario's register; -1: none. */
const gint32 *
orienta_events_get_units (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->units;
}

/* By event: the service, as its place in the scenario's register; -1: none. */
const gint32 *
orienta_events_get_services (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->services;
}

/* By event: what #OrientaEventKind says of its kind. */
const gint32 *
orienta_events_get_values (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return columns (self)->values;
}

/* Why a place was refused, in the words of a register's offers; NULL where nothing is said. Static. */
const char *
orienta_events_get_reason (const OrientaEvents *self, gsize event)
{
  g_return_val_if_fail (self != NULL && event < self->events->len, NULL);
  gint reason = g_array_index (self->events, OrientaEvent, event).reason;
  return reason < 0 ? NULL : orienta_offer_reasons.words[reason].word;
}

/* -- as a table -- */

/* "2026-03-01T08:30:00" */
static void
append_time (GString *out, const OrientaEvents *self, gint64 time)
{
  g_autofree char *day = orienta_date_format (self->scenario->start + (OrientaDate) (time / 86400));
  gint second = (gint) (time % 86400);
  g_string_append_printf (out, "%sT%02d:%02d:%02d", day, second / 3600, second / 60 % 60, second % 60);
}

static void
append_event (GString *out, const OrientaEvents *self, const OrientaEvent *event)
{
  const OrientaRegister *reg = self->scenario->reg;
  append_time (out, self, event->time);
  g_string_append_printf (
      out, ",%s,%s,%s,%s,%d,%s\r\n", kinds[event->kind], event->household < 0 ? "" : self->rows[event->household].id,
      event->unit < 0 ? "" : reg->units[event->unit].id, event->service < 0 ? "" : reg->services[event->service].id,
      event->value, event->reason < 0 ? "" : orienta_offer_reasons.words[event->reason].word);
}

/**
 * orienta_events_to_csv:
 *
 * RFC 4180: time, kind, household, unit, service, value, reason; a line for each event. People are invented: their ids
 * are their profile's with a number.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_events_to_csv (const OrientaEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("time,kind,household,unit,service,value,reason\r\n");
  for (guint i = 0; i < self->events->len; i++)
    append_event (out, self, &g_array_index (self->events, OrientaEvent, i));
  return g_string_free (out, FALSE);
}
