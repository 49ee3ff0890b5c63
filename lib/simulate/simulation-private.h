/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/simulation.h>

#include "simulate/events-private.h"

/* The columns of a simulation, and what they are of. */

#define ORIENTA_MAX_VALUES 100000000 /* lines of the columns, of all replications together */

/* How the values of a measure add up. */
typedef enum {
  ORIENTA_ADDS_NOT,    /* a mean, a share */
  ORIENTA_ADDS_PLACES, /* over territories: a number at one time, or over time on average */
  ORIENTA_ADDS_ALL,    /* over periods as well */
} OrientaAdds;

typedef struct {
  char *name;
  char *label[2]; /* by language */
  OrientaAdds adds;
  gboolean yes_no; /* 0 or 1: its mean is a chance */
  gint32 people; /* the measure that says how many people it is about, possibly itself; -1: it is about none */
} OrientaMeasure;

/* One line of the columns. */
typedef struct {
  gint32 replication, period, territory, group, measure;
  double value;
} OrientaMeasured;

struct OrientaSimulation {
  gatomicrefcount references;
  OrientaScenario *scenario;
  guint64 seed;
  guint64 *unit_targets; /* by unit: mask of the targets that it counts for */
  char *question;      /* what was asked beside scenario, seed and replications; the same text for the same question */
  GArray *measures;    /* of OrientaMeasure */
  GArray *numbers;     /* of gint32: the replications, ascending */
  GArray *replications, *periods, *territories, *groups, *of; /* of gint32; `of` is the measure */
  GArray *values;      /* of double */
  GPtrArray *events;   /* by place in numbers; NULL where they were not kept */
};

OrientaSimulation *orienta_simulation_new    (OrientaScenario *scenario, guint64 seed, const char *question);
void               orienta_simulation_append (OrientaSimulation *self, const OrientaMeasured *line);
gboolean           orienta_simulation_check  (const OrientaSimulation *self, gsize n_replications, gsize n, GError **error);
void               orienta_simulation_take   (OrientaSimulation *self, const OrientaSimulation *part);
void               orienta_simulation_keep   (OrientaSimulation *self, OrientaEvents *events); /* those last added */

/* The indicators of one replication; replications are added in ascending order. */
void               orienta_measures_add      (OrientaSimulation *self, const OrientaEvents *events);
