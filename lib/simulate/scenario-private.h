/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/scenario.h>

#include "model/register-private.h"
#include "policy/policy-private.h"
#include "simulate/spread-private.h"

/* The scenario as the rest of this room reads it: all names resolved, all figures in their place. Conditions are those of
 * policies, read into a policy of the scenario's own; whoever asks one binds that policy to the register at hand. */

typedef struct {
  char *name;
  double value, low, high;
  char *unit, *source, *assumed; /* one of source and assumed */
} OrientaFigure;

/* Homes of the register's that stand for a stock: how long a place stays taken, how long it is made ready. */
typedef struct {
  OrientaCondition *units; /* NULL: all that no line before it took */
  OrientaSpread stay;      /* days */
  double occupied;         /* share of places taken on the first day */
  double ready_days;       /* between two tenants */
} OrientaStock;

/* A dated delivery: its unit is one of the register's, with no place before that day. */
typedef struct {
  OrientaDate date;
  guint32 unit, places;
} OrientaDelivery;

/* One column of a household: the alternatives, cumulated chances and rows in which it is already written. */
typedef struct OrientaTrait OrientaTrait;

typedef struct {
  char *id;
  char *label[2]; /* by language */
  double per_year;
  double seasons[12]; /* by month; mean 1 */
  GPtrArray *traits;  /* of OrientaTrait */
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
  OrientaTrait *trait; /* what it becomes */
} OrientaChange;

/* A support that has started: how long it lasts at its level, and what follows. */
typedef struct {
  OrientaCondition *households;
  OrientaSpread days;
  gint8 then; /* OrientaLevel of all its needs; -1: it ends and frees the slot */
} OrientaSupportStay;

typedef struct {
  OrientaDate from;
  double every_days; /* 0: at once, whenever a household and a home are there */
  gint mechanism;    /* OrientaMechanism; -1: as the options say */
} OrientaCommissions;

typedef struct {
  char *id;
  char *label[2];
  char *source;
  OrientaCondition *households, *units; /* NULL: all */
  double per_year;
} OrientaTarget;

typedef struct {
  char *id;
  char *label[2];
  OrientaCondition *households;
} OrientaGroup;

struct OrientaScenario {
  gatomicrefcount references;
  char *id, *version;
  char *title[2];
  OrientaDate start;
  guint days, warm_up;
  OrientaRegister *reg;  /* territories, homes (deliveries included), services, who waits on the first day */
  OrientaPolicy *words;  /* holds the conditions' names; its rules and criteria say nothing */
  GArray *figures, *stock, *deliveries, *patience, *answers, *changes, *support, *commissions;
  GPtrArray *profiles, *targets, *groups;
  char *json;   /* canonical */
  char *sha256;
};

/* Writes one household of a profile into a row; texts and lists live in the scenario's register. */
void orienta_profile_fill (const OrientaProfile *self, const OrientaScenario *scenario, const OrientaDice *dice, guint profile,
                           guint number, OrientaDate day, OrientaHouseholdRow *row);
void orienta_trait_apply  (const OrientaTrait *self, double p, OrientaHouseholdRow *row);
