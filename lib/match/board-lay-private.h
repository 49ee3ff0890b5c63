/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/plan-private.h"
#include "score/pairs-private.h"

/* How pairs are laid on a board: what has been decided before, what the options ask for. Fills the board's reserves,
 * capacities and bounds. */
typedef struct {
  OrientaBoard *board;
  const OrientaFinds *finds; /* by household; NULL: not all are known */
  gint32 *kept;   /* by row: the unit, or -1 */
  GArray *barred; /* of pairs that are not to be made, in order */
  gint64 *least;  /* by row: points below which no pair is open; G_MININT64: none */
  OrientaPlan *plan; /* where slots that are kept decide; NULL: they do not */
  guint next;     /* atomic: the first row nobody has taken */
} OrientaLayout;

OrientaLayout *orienta_layout_new  (OrientaBoard *board, const OrientaFinds *finds, GError **error);
void           orienta_layout_free (OrientaLayout *self);
gint64         orienta_layout_put  (const OrientaLayout *self, OrientaBoard *onto, guint row, const OrientaFind *find, gint64 at);
gboolean       orienta_layout_fill (OrientaLayout *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaLayout, orienta_layout_free)
