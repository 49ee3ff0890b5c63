/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/simulate-options.h>

#include "base/date-private.h"

#define ORIENTA_MAX_REPLICATIONS 1000000

/* A policy that comes into force on a day. */
typedef struct {
  OrientaDate from;
  OrientaPolicy *policy;
  OrientaMatchOptions *options; /* NULL: as before */
} OrientaPolicyChange;

struct OrientaSimulateOptions {
  gatomicrefcount references;
  guint64 seed;
  guint first, n; /* replications */
  double every;   /* days between commissions, 0: at once; negative: as the scenario says */
  OrientaMatchOptions *match; /* NULL: as orienta_match_options_new() and the scenario say */
  GArray *changes;            /* of OrientaPolicyChange, by date */
  gboolean keep_events;
  guint n_threads;
};

OrientaSimulateOptions *orienta_simulate_options_copy  (const OrientaSimulateOptions *self);
gboolean                orienta_simulate_options_check (const OrientaSimulateOptions *self, GError **error);
