/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What is to happen, by time. Things of one instant come in the order of their kinds, then of who and of what they are
 * about: the order is total, so that it depends on nothing but what was put in. */

#define ORIENTA_DAY 86400     /* seconds */
#define ORIENTA_SHORTEST 3600 /* what may come again and again takes so long at least, that no instant goes on for ever */

/* Ends before beginnings, arrivals before commissions. */
typedef enum {
  ORIENTA_TURN_SUPPORT,    /* a support has lasted as long as it lasts; who: household, what: how-manieth */
  ORIENTA_TURN_STAY,       /* a tenant leaves; who: place */
  ORIENTA_TURN_ANSWER,     /* an offer is answered; who: household */
  ORIENTA_TURN_PATIENCE,   /* a household gives up; who: household */
  ORIENTA_TURN_READY,      /* a place can be given out; who: place */
  ORIENTA_TURN_DELIVERY,   /* who: delivery */
  ORIENTA_TURN_CHANGE,     /* who: household, what: the scenario's change */
  ORIENTA_TURN_ARRIVAL,    /* who: household */
  ORIENTA_TURN_COMMISSION, /* last */
} OrientaTurnKind;

typedef struct {
  guint64 time; /* seconds << 8 | OrientaTurnKind */
  guint64 who;  /* who << 32 | what */
} OrientaTurnEntry;

/* Days to come are heaps of nothing in particular; the day at hand is a heap in order. */
typedef struct {
  OrientaTurnEntry *entries;
  guint n, room;
} OrientaCalendarDay;

typedef struct {
  OrientaCalendarDay *days; /* by day */
  OrientaCalendarDay today;
  guint n_days, day;
} OrientaCalendar;

void     orienta_calendar_init  (OrientaCalendar *self, guint n_days);
void     orienta_calendar_clear (OrientaCalendar *self);
void     orienta_calendar_add   (OrientaCalendar *self, gint64 time, OrientaTurnKind kind, guint32 who, guint32 what);
gboolean orienta_calendar_next  (OrientaCalendar *self, OrientaTurnEntry *entry); /* FALSE at the end */

static inline gint64
orienta_turn_time (const OrientaTurnEntry *self)
{
  return (gint64) (self->time >> 8);
}

static inline OrientaTurnKind
orienta_turn_kind (const OrientaTurnEntry *self)
{
  return (OrientaTurnKind) (self->time & 0xff);
}

static inline guint32
orienta_turn_who (const OrientaTurnEntry *self)
{
  return (guint32) (self->who >> 32);
}

static inline guint32
orienta_turn_what (const OrientaTurnEntry *self)
{
  return (guint32) self->who;
}
