/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/pairs.h>

#include "score/points-private.h"

/* What one household may have. */
typedef struct {
  guint household;
  guint n_words;           /* of the rows, 64 units each */
  const guint64 *possible; /* the units that are not refused */
  const guint64 *certain;  /* of these, the ones with nothing to verify */
  OrientaPointsColumn points;
} OrientaRow;

static inline OrientaStatus
orienta_row_status (const OrientaRow *self, guint unit)
{
  return self->certain[unit / 64] >> unit % 64 & 1 ? ORIENTA_ELIGIBLE : ORIENTA_TO_VERIFY;
}

/* The units of one word of a row, lowest first: for (bits = row[word]; bits; ) { unit = orienta_row_next (&bits, word); … } */
static inline guint
orienta_row_next (guint64 *bits, guint word)
{
  guint bit = (guint) __builtin_ctzll (*bits);
  *bits &= *bits - 1;
  return word * 64 + bit;
}

/* Called from `thread` (0 to n_threads - 1) for every household once, in no order across threads. FALSE ends the sweep. */
typedef gboolean (*OrientaRowFunc) (const OrientaRow *row, guint thread, gpointer data);

guint    orienta_sweep_threads (guint asked); /* 0: one for each processor */
void     orienta_sweep_share   (GThreadFunc share, gpointer data, guint n_threads);
gboolean orienta_sweep         (const OrientaBinding *binding, OrientaEvidence level, guint n_threads, const char *stage,
                                OrientaProgress *progress, OrientaRowFunc func, gpointer data, GError **error);
