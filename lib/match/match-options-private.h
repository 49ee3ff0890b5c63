/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/match-options.h>

/* A pair that somebody has decided on, by ids: whether both exist is known when a register is there. */
typedef struct {
  char *household, *unit;
} OrientaNamedPair;

/* What a place of a unit must bring to be given out. */
typedef struct {
  char *unit;
  gint64 points; /* thousandths, above 0 */
} OrientaNamedReserve;

/* What a slot of a service must bring to be given out. */
typedef struct {
  char *service, *slots; /* of which dimension; NULL: the one without a name */
  gint64 points;         /* thousandths, above 0 */
} OrientaNamedSlotReserve;

struct OrientaMatchOptions {
  gatomicrefcount references;
  OrientaMechanism mechanism;
  OrientaObjective objective;
  OrientaEvidence level;
  OrientaSupportUse support;
  OrientaUnitOrder unit_order;
  OrientaPrices prices;
  gboolean to_verify, quotas;
  gint64 minimum;   /* thousandths; G_MININT64: none */
  gint64 most_loss; /* thousandths; with a baseline only */
  double seconds;   /* 0: no limit */
  guint n_threads;
  char *seed; /* NULL: no draw */
  OrientaMatching *baseline; /* NULL: none */
  GArray *given; /* of OrientaNamedPair: what somebody else has matched */
  gboolean lenient; /* given pairs that are not open are left out, and reserves of units that are not there */
  GArray *kept, *barred; /* of OrientaNamedPair, in the order of their ids */
  GArray *reserves;      /* of OrientaNamedReserve, in the order of their units */
  GArray *slot_reserves; /* of OrientaNamedSlotReserve, in the order of their services, then slots */
};

OrientaMatchOptions *orienta_match_options_copy (const OrientaMatchOptions *self);
void                 orienta_match_options_drop (OrientaMatchOptions *self, const char *household, const char *unit);
gint64              *orienta_match_options_list_reserves (const OrientaMatchOptions *self, const OrientaRegister *reg);
void                 orienta_match_options_give (OrientaMatchOptions *self, const char *household, const char *unit);
