/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/events.h>

#include "simulate/scenario-private.h"

/* What happened in one replication, in order. Every indicator is computed from this and from the rows of the households as
 * they arrived; nothing else is kept. Those who wait on the first day are no ARRIVED; a place that is free on the first day
 * is a FREE at time 0, one that is delivered is a part of DELIVERED and no FREE. */

typedef struct {
  gint64 time; /* seconds from the scenario's first midnight */
  guint8 kind; /* OrientaEventKind */
  guint8 mechanism;
  gint16 reason;     /* of a refusal: place in its vocabulary; -1: none */
  gint32 household;  /* number in the replication; -1: none */
  gint32 unit;       /* of the scenario's register; -1: none */
  gint32 service;    /* -1: none */
  gint32 value;      /* as the kind says */
} OrientaEvent;

struct OrientaEvents {
  gatomicrefcount references;
  OrientaScenario *scenario;
  guint64 replication;
  gint64 end; /* seconds */
  GArray *events;            /* of OrientaEvent */
  guint n_households;
  OrientaHouseholdRow *rows; /* as they arrived; those of the register first */
  gint32 *profiles;          /* by household; -1: of the register */
  guint64 *groups;           /* by household: mask of the scenario's groups at arrival */
  guint64 *targets;          /* by household: mask of the scenario's targets that it counts for, at arrival */
  GStringChunk *text;        /* ids of those who came */
  GMutex lock;               /* of the columns, which are made when first asked for */
  gboolean has_columns;
  gint64 *times;
  guint8 *kinds;
  gint32 *households, *units, *services, *values;
};

OrientaEvents *orienta_events_new  (OrientaScenario *scenario, guint64 replication);
const char    *orienta_events_name (OrientaEvents *self, guint profile, guint32 number);
