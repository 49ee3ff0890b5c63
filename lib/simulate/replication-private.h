/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"
#include "simulate/calendar-private.h"
#include "simulate/events-private.h"
#include "simulate/lists-private.h"
#include "simulate/rolls-private.h"
#include "simulate/setting-private.h"

/* One run: the state of everybody and of every place, and the calendar that moves it on. Population, homes, commission,
 * offers and supports each change their part of it. */

typedef enum {
  ORIENTA_PHASE_WAITS,
  ORIENTA_PHASE_OFFERED, /* a home is offered to it */
  ORIENTA_PHASE_HOUSED,
  ORIENTA_PHASE_LEFT, /* the home it was given */
  ORIENTA_PHASE_GONE, /* it gave up */
} OrientaPhase;

typedef struct {
  gint64 since;       /* when it asked, seconds; may lie before the first day */
  gint64 until;       /* when it gives up, if it still waits; ORIENTA_NEVER */
  guint64 entity;     /* of its draws: profile << 32 | number in it */
  gint32 place;       /* that it is offered or has been given; -1: none */
  gint32 own;         /* that it held when it asked, and has not left; -1: none */
  gint32 service;     /* that is to support it, or does; -1: none */
  guint32 load;       /* of the service: where its slots are, in the replication's loads */
  guint16 n_offers;   /* so far */
  guint16 n_supports; /* levels of support so far */
  guint8 phase;       /* OrientaPhase */
  guint8 answer;      /* to the offer: OrientaEventKind */
  guint8 mechanism;   /* that made the offer */
  gint8 reason;       /* of a refusal */
  gint8 then;         /* what follows the present level of support */
  guint8 supported;   /* its support has begun and not ended */
  OrientaDate day;    /* that its ages are of */
  guint8 altered;     /* its row is not as it arrived */
} OrientaSeeker;

typedef enum {
  ORIENTA_PLACE_ABSENT, /* not there yet, or not yet given out */
  ORIENTA_PLACE_FREE,
  ORIENTA_PLACE_OFFERED,
  ORIENTA_PLACE_TAKEN,
  ORIENTA_PLACE_PREPARED, /* between two tenants */
} OrientaPlacePhase;

#define ORIENTA_NO_PLACE G_MAXUINT32

typedef struct {
  gint64 free_since;
  guint32 unit;
  guint32 next;    /* of the unit's free places; ORIENTA_NO_PLACE: none */
  guint32 n_stays; /* begun so far */
  gint32 tenant;   /* household; -1: nobody, or somebody of before the first day */
  guint8 phase;    /* OrientaPlacePhase */
} OrientaPlace;

/* The free places of a unit, the one that has been free longest first. */
typedef struct {
  guint32 first, last;
  guint32 n;
} OrientaFree;

/* Somebody who will come. */
typedef struct {
  gint64 time;
  guint32 profile, number; /* in it */
} OrientaArrival;

typedef struct {
  const OrientaSetting *setting;
  const OrientaScenario *scenario;
  OrientaDice dice;
  OrientaRegister *world; /* the scenario's, of the day at hand, with everybody who comes; its slots are those left */
  OrientaBinding *words;  /* the scenario's conditions, of the world */
  OrientaCalendar calendar;
  OrientaEvents *events;
  gint64 now;
  gint64 called; /* for when a commission at once has been called; -1: none */
  OrientaBinding *policy; /* in force at the last commission, of the world */
  guint regime;           /* whose policy that is */
  OrientaDate until;      /* the day before which it says the same */
  OrientaLists *lists;    /* of homes, under that policy and rhythm; NULL: its word goes with the days */
  OrientaRolls *rolls;    /* the same where it does; neither: each commission begins anew */
  guint rhythm;
  gboolean listed;        /* whether lists have been tried */
  guint n_listed;           /* households of the scenario's register */
  OrientaArrival *arrivals; /* by household, those of the register left out */
  OrientaSeeker *seekers;   /* by household */
  GArray *altered;          /* of guint32: households whose rows are not as they arrived */
  GArray *rows;             /* of OrientaHouseholdRow: these rows as they were */
  guint64 *waits;           /* bits by household: it waits and no home is offered to it */
  guint n_waiting;
  guint n_holders; /* of these, those who hold a place */
  OrientaPlace *places;
  OrientaFree *free; /* by unit */
  guint64 *vacant;   /* bits by unit: some place is free */
  guint64 *alert;    /* bits by unit: somebody or some place has come since its list was last gone through */
  guint n_free;      /* places */
  guint offers_room; /* of the world's offers */
  GArray *loads;     /* of gint32: slots that are held */
  OrientaProgress *inner; /* of matchings: cancelled with the whole */
} OrientaReplication;

OrientaEvents *orienta_replication_run (const OrientaSetting *setting, guint64 number, OrientaProgress *progress,
                                        OrientaProgress *inner, GError **error);

/* For the parts. */
void     orienta_replication_note   (OrientaReplication *self, OrientaEvent event);
void     orienta_replication_age    (OrientaReplication *self, guint household);
gboolean orienta_replication_holds  (OrientaReplication *self, const OrientaCondition *condition, guint household, gint unit);
OrientaHouseholdRow *orienta_replication_alter (OrientaReplication *self, guint household);

static inline gint64
orienta_replication_after (const OrientaReplication *self, double days)
{
  return self->now + orienta_seconds_of_days (days);
}

static inline OrientaDate
orienta_replication_day (const OrientaReplication *self)
{
  return self->scenario->start + (OrientaDate) (self->now / ORIENTA_DAY);
}

static inline gboolean
orienta_bits_has (const guint64 *bits, guint place)
{
  return bits[place / 64] >> place % 64 & 1;
}

static inline void
orienta_bits_set (guint64 *bits, guint place)
{
  bits[place / 64] |= G_GUINT64_CONSTANT (1) << place % 64;
}

static inline void
orienta_bits_unset (guint64 *bits, guint place)
{
  bits[place / 64] &= ~(G_GUINT64_CONSTANT (1) << place % 64);
}
