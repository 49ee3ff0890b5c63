/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/scenario.h>

#include "model/register-private.h"
#include "policy/policy-private.h"
#include "simulate/spread-private.h"

#define ORIENTA_DAYS_A_YEAR 365.25 /* of every rate per year */
#define ORIENTA_MAX_GROUPS 64      /* bits of a guint64 */

/* The scenario as the rest of this room reads it: all names resolved, all figures in their place. Conditions are those of
 * policies, read into a policy of the scenario's own; whoever asks one binds that policy to the register at hand. */

typedef struct {
  char *name;
  double value, low, high;
  char *unit, *source, *assumed; /* one of source and assumed */
} OrientaFigure;

/* Homes of the register's that stand for a stock: how long a place stays taken, how long it is made ready. A unit is of the
 * first line whose condition holds: unit_stock below. A home of no line is free on the first day and stays taken once it is given out. */
typedef struct {
  OrientaCondition *units; /* NULL: all */
  OrientaSpread stay;      /* days */
  double occupied;         /* share of places taken on the first day */
  double ready_days;       /* between two tenants */
} OrientaStock;

/* A dated delivery: further places of a unit of the register's, which may have had none before that day. */
typedef struct {
  OrientaDate date;
  guint32 unit, places;
} OrientaDelivery;

/* One column of a household and how it is drawn (trait-private.h). */
typedef struct OrientaTrait OrientaTrait;

typedef struct {
  char *id;
  OrientaLabel label;
  guint waiting;             /* of them wait on the first day: they are households of the register */
  OrientaSpread since;       /* for how many days they do */
  double per_year;
  double seasons[12];        /* by month: what the rate is multiplied with; 1 unless told otherwise */
  OrientaHouseholdRow blank; /* with what is the same for all of them */
  GPtrArray *traits;         /* of OrientaTrait: what is drawn, in the order of their columns */
} OrientaProfile;

/* Who answers an offer and how. The first line whose condition holds decides. */
typedef struct {
  gboolean by_structure;
  OrientaCondition *when; /* on the pair; NULL: always */
  double accepts;         /* chance */
  double days;            /* to the answer */
  gint8 reason;           /* of a refusal: place in its vocabulary; -1: none stated */
} OrientaAnswer;

typedef struct {
  OrientaCondition *households; /* NULL: all */
  OrientaSpread days;
} OrientaPatience;

/* What becomes different in a household that waits. */
typedef struct {
  char *id;
  OrientaCondition *households;
  double per_year;
  OrientaTrait *trait; /* what it becomes: needs and priorities are added to those it has, all else replaces */
} OrientaChange;

/* A support that has started: how long it lasts at its level, and what follows. */
typedef struct {
  OrientaCondition *households;
  OrientaSpread days;
  gint8 then; /* OrientaLevel of all its needs; -1: it ends and frees the slot */
} OrientaSupportStay;

typedef struct {
  OrientaDate from; /* may lie before the scenario's start: the days of commissions are counted from it */
  double every_days; /* 0: at once, whenever a household and a home are there */
  gint mechanism;    /* OrientaMechanism; -1: as the options say */
} OrientaCommissions;

typedef struct {
  char *id;
  OrientaLabel label;
  OrientaCondition *households, *units; /* NULL: all */
  double per_year;
} OrientaTarget; /* at most ORIENTA_MAX_GROUPS */

typedef struct {
  char *id;
  OrientaLabel label;
  OrientaCondition *households;
} OrientaScenarioGroup; /* at most ORIENTA_MAX_GROUPS */

struct OrientaScenario {
  gatomicrefcount references;
  char *id, *version;
  OrientaLabel title;
  OrientaDate start;
  guint days, warm_up;
  OrientaRegister *reg;  /* territories, homes (those delivered later without places), services, who waits on the first day */
  OrientaPolicy *words;  /* owns the conditions, so that binding it to a register binds them all; else it says nothing */
  OrientaHouseholdRow *templates; /* of which traits take fields */
  gint32 *unit_stock;    /* by unit: its line of the stock, or -1 */
  gint32 *unit_free;     /* by unit: places free on the first day, or -1: each is taken with the chance `occupied` */
  GArray *figures, *stock, *deliveries, *patience, *answers, *changes, *support, *commissions;
  GArray *profiles, *targets, *groups; /* of OrientaProfile, OrientaTarget, OrientaScenarioGroup */
  char *json;   /* canonical */
  char *sha256;
};

/* Writes one household of a profile into a row: what is drawn, the day as its dates, what is derived. Texts and lists live in
 * the scenario's register; `id` is NULL: whoever asks names it. */
void orienta_profile_fill (const OrientaProfile *self, const OrientaScenario *scenario, const OrientaDice *dice, guint profile,
                           guint number, OrientaDate day, OrientaHouseholdRow *row);

/* Writes one column, as drawn by p in [0, 1). What is derived of it is not touched: orienta_household_derive_row(). */
void orienta_trait_apply  (const OrientaTrait *self, double p, OrientaHouseholdRow *row);
