/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/sweep-private.h"

/* The pairs of a register where the threads that found them left them: what orienta_policy_pairs() joins into columns, for
 * those who copy them anyway. */
typedef struct OrientaFinds OrientaFinds;

/* One household's; units ascending. */
typedef struct {
  guint n;
  const guint32 *units;
  const gint64 *points; /* thousandths */
  const guint8 *status; /* OrientaStatus */
} OrientaFind;

guint orienta_row_count (const OrientaRow *self);
void  orienta_row_list  (const OrientaRow *self, guint n, guint32 *units, gint64 *points, guint8 *status);

OrientaFinds *orienta_finds_new  (const OrientaBinding *binding, OrientaEvidence level, guint n_threads,
                                  OrientaProgress *progress, GError **error);
void          orienta_finds_free (OrientaFinds *self);
OrientaFind   orienta_finds_get  (const OrientaFinds *self, guint household);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFinds, orienta_finds_free)
