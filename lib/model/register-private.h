/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/register.h>

#include "base/date-private.h"
#include "base/number-private.h"
#include "model/attribute-private.h"

/* The sealed register, as the rooms to the right read it. Everything is an index: a household, a unit, a territory and a
 * code are places in the register's arrays, -1 where there is none. Money is held in cents, surfaces in hundredths of a
 * square metre. Variable-length lists are stretches of shared pools. */

#define ORIENTA_NO_AMOUNT G_MININT32

typedef struct {
  guint32 start;
  guint32 n;
} OrientaStretch; /* of a pool */

typedef struct {
  OrientaDate birth_date;
  guint8 role;
  guint8 custody;
  guint8 disability; /* 0 or 1 */
  gint8 situation; /* -1: not known */
} OrientaPerson;

typedef struct {
  const char *id;
  /* as given */
  OrientaDate request_date, referral_date, last_contact;
  gint32 referrer;                            /* code */
  gint32 territory;
  gint32 occupies;                            /* unit */
  gint32 income_year, income_month, rent_now; /* cents, or ORIENTA_NO_AMOUNT */
  gint32 surface_now;                         /* hundredths of m2, or ORIENTA_NO_AMOUNT */
  gint8 rooms_now;                            /* -1: not known */
  gint8 situation;                            /* -1: not known */
  gint8 support_accepted;                     /* -1: not known */
  guint8 access;
  guint8 pets;         /* 0 or 1 */
  guint8 verified_all; /* 0 or 1 */
  guint8 needs[ORIENTA_N_NEEDS]; /* OrientaLevel */
  guint32 wants_kinds, refuses_kinds; /* masks of kinds; 0: none stated */
  OrientaDate birth_date;             /* of the applicant where only heads are counted, or ORIENTA_NO_DATE; no column */
  guint64 priority;                   /* mask of the register's priority codes */
  OrientaStretch wants_territories, avoids_territories; /* of places */
  OrientaStretch verified;                              /* of codes */
  OrientaStretch persons;
  OrientaStretch offers;   /* of offers: sorted by household */
  OrientaStretch outcomes; /* of outcomes: sorted by household, then unit lines, then kind lines */
  /* derived when the register is sealed (household.c) */
  guint8 adults, children, births_expected;
  guint8 minors;
  guint8 category;
  guint disabled : 1;
  guint young : 1;
  gint16 age, oldest_age, youngest_age; /* years, -1: not known */
  gint16 consumption_tenths;            /* consumption units x 10 */
  guint16 refusals, refusals_by_choice;
} OrientaHouseholdRow;

typedef struct {
  const char *id;
  guint8 kind;
  guint8 zone;
  guint8 access;
  gint8 pets;  /* -1: not known */
  gint8 rooms; /* -1: not known */
  gint8 lease; /* -1: not known */
  gint16 min_age, max_age; /* -1: no bound */
  guint8 qpv;            /* 0 or 1 */
  guint8 onsite_support; /* 0 or 1 */
  gint32 territory;
  gint32 surface;       /* hundredths of m2, or ORIENTA_NO_AMOUNT */
  gint32 rent;          /* cents, or ORIENTA_NO_AMOUNT */
  gint32 charges, housing_aid; /* cents */
  gint32 places;
  gint32 contingent, landlord; /* codes */
  OrientaDate available_from;
} OrientaUnitRow;

typedef struct {
  gint32 name; /* code; -1 for the one unnamed dimension */
  gint32 amount;
} OrientaSlot;

typedef struct {
  const char *id;
  OrientaStretch territories; /* of places */
  OrientaStretch slots;
  guint32 needs; /* mask of needs */
  guint8 max_level;
} OrientaServiceRow;

typedef struct {
  const char *id;
  gint32 parent;
  guint32 enter, leave; /* of a walk of the forest: a is inside b when b.enter <= a.enter < b.leave */
} OrientaTerritoryRow;

typedef struct {
  gint32 household;
  gint32 unit; /* -1 for a line about a kind */
  gint16 kind; /* -1 for a line about a unit */
  gint64 value;
} OrientaOutcomeRow;

typedef struct {
  gint32 household;
  gint32 unit;
  OrientaDate date;
  guint8 outcome;
  gint8 reason; /* -1: not stated */
} OrientaOfferRow;

/* A column declared by the policy that the register was loaded with; one value per household or unit. */
typedef struct {
  char *name; /* without prefix */
  OrientaOf of;
  OrientaType type;
  char **words; /* of word, words */
  gint64 *values;
} OrientaLocalColumn;

struct OrientaRegister {
  gatomicrefcount references;
  OrientaDate as_of;
  OrientaHouseholdRow *households;
  OrientaUnitRow *units;
  OrientaServiceRow *services;
  OrientaTerritoryRow *territories;
  OrientaPerson *persons;
  OrientaOutcomeRow *outcomes;
  OrientaOfferRow *offers;
  OrientaSlot *slots;
  gint32 *places_pool;       /* territories of the stretches */
  gint32 *codes_pool;        /* codes of the stretches */
  const char **codes;        /* text of each code: referrers, landlords, contingents, verified criteria */
  const char **priority_codes; /* text of each bit of OrientaHouseholdRow.priority */
  OrientaLocalColumn *locals;
  guint n_households, n_units, n_services, n_territories, n_persons, n_outcomes, n_offers, n_slots, n_places_pool,
    n_codes_pool, n_codes, n_priority_codes, n_locals;
  GHashTable *household_index, *unit_index, *service_index, *territory_index, *code_index; /* id -> index + 1 */
  GStringChunk *text;
  OrientaRegister *source; /* of a selection: whose texts, codes and pools these are; else NULL */
  char *sha256; /* of the canonical form, made on first demand */
  GMutex lock;  /* of sha256 */
};

/* Finding; -1 where there is none. */
gint orienta_register_find_code     (const OrientaRegister *self, const char *text);
gint orienta_register_find_priority (const OrientaRegister *self, const char *code);
gint orienta_register_find_local    (const OrientaRegister *self, OrientaOf of, const char *name);

/* Whether territory `inner` is `outer` or lies inside it. */
static inline gboolean
orienta_territory_is_within (const OrientaRegister *self, gint inner, gint outer)
{
  return self->territories[inner].enter >= self->territories[outer].enter
         && self->territories[inner].enter < self->territories[outer].leave;
}

/* One value of one attribute; ORIENTA_UNKNOWN when nobody knows it. By type: bool 0 or 1; number in millionths; date in
 * days; word its place in the vocabulary; words and codes a mask; code and place an index. */
gint64 orienta_household_value (const OrientaRegister *self, guint household, guint attribute);
gint64 orienta_unit_value      (const OrientaRegister *self, guint unit, guint attribute);
gint64 orienta_pair_value      (const OrientaRegister *self, guint household, guint unit, guint attribute);

/* A value of a built-in attribute as people read it, "1 250 €"; ORIENTA_UNKNOWN is "non connu". Free with g_free(). */
char *orienta_register_format_as (const OrientaRegister *self, guint attribute, gint64 value, OrientaLanguage language);
