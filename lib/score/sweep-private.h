/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/pairs.h>

#include "rules/binding-private.h"

/* The pairs of one household that are not refused, by unit. */
typedef struct {
  guint household;
  guint n;
  const guint32 *units;
  const gint64 *points;
  const guint8 *status;
} OrientaRow;

/* Called from `thread` (0 to n_threads - 1) for every household once, in no order across threads. */
typedef void (*OrientaRowFunc) (const OrientaRow *row, guint thread, gpointer data);

guint    orienta_sweep_threads (guint asked); /* 0: one for each processor */
gboolean orienta_sweep         (const OrientaBinding *binding, OrientaEvidence level, guint n_threads, const char *stage,
                                OrientaProgress *progress, OrientaRowFunc func, gpointer data, GError **error);
