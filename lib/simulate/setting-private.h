/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/match-options-private.h"
#include "simulate/scenario-private.h"
#include "simulate/simulate-options-private.h"

/* What is the same in every replication: immutable, shared by threads. */

#define ORIENTA_N_LEFT 1024           /* steps of what is left of a stay */
#define ORIENTA_MAX_ARRIVALS 20000000 /* households expected in one replication */
#define ORIENTA_MAX_PLACES 50000000
#define ORIENTA_MAX_CELLS 100000000 /* years × territories × groups, with all of each */

/* Which policy is in force from when on, and how a commission matches under it. */
typedef struct {
  gint64 from; /* seconds */
  OrientaPolicy *policy;
  OrientaMatchOptions **options; /* by rhythm; NULL at the end */
} OrientaRegime;

typedef struct {
  gint64 from;    /* seconds */
  gint64 every;   /* seconds; 0: at once */
  gint mechanism; /* OrientaMechanism; -1: as the options say */
} OrientaRhythm;

/* A month of the scenario. */
typedef struct {
  gint64 from, to; /* seconds */
  guint month;     /* 0: January */
} OrientaMonth;

typedef struct {
  OrientaScenario *scenario;
  OrientaSimulateOptions *options;
  gint64 end;           /* seconds */
  gboolean plain;       /* every commission begins anew: for tests, which hold the other ways against it */
  GArray *regimes;      /* of OrientaRegime, by time, the first from 0 */
  GArray *rhythms;      /* of OrientaRhythm, by time */
  GArray *months;       /* of OrientaMonth */
  guint32 *first_place; /* by unit: those delivered later come last; one more at the end */
  double **lefts;       /* by line of stock: sums of its quantiles, ORIENTA_N_LEFT + 1; NULL: not needed */
} OrientaSetting;

OrientaSetting *orienta_setting_new  (OrientaScenario *scenario, OrientaPolicy *policy, const OrientaSimulateOptions *options,
                                      GError **error);
void            orienta_setting_free (OrientaSetting *self);
double          orienta_setting_left (const OrientaSetting *self, guint stock, double p, double q);
guint           orienta_setting_rhythm (const OrientaSetting *self, gint64 time); /* in force; their number: none yet */
guint           orienta_setting_regime (const OrientaSetting *self, gint64 time);

/* Days as whole seconds; what has no end, or ends after any scenario, is `never`. */
#define ORIENTA_NEVER (G_GINT64_CONSTANT (1) << 50)
gint64          orienta_seconds_of_days (double days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSetting, orienta_setting_free)
