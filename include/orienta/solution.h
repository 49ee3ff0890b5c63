/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/types.h>

G_BEGIN_DECLS

/* What solving a program came to. */
typedef enum {
  ORIENTA_SOLVED_OPTIMAL = 1,    /* nothing is better, at any level */
  ORIENTA_SOLVED_FEASIBLE = 2,   /* allowed; time, or what doubles can tell apart, ran out before the bound was met */
  ORIENTA_SOLVED_INFEASIBLE = 3, /* the limits contradict each other */
  ORIENTA_SOLVED_UNKNOWN = 4,    /* time ran out before anything was found */
} OrientaSolved;

ORIENTA_API OrientaSolution *orienta_solution_ref                (OrientaSolution *self);
ORIENTA_API void             orienta_solution_unref              (OrientaSolution *self);
ORIENTA_API OrientaSolved    orienta_solution_get_status         (const OrientaSolution *self);
ORIENTA_API guint            orienta_solution_get_n_variables    (const OrientaSolution *self);
ORIENTA_API guint            orienta_solution_get_n_levels       (const OrientaSolution *self);
ORIENTA_API guint            orienta_solution_get_n_limits       (const OrientaSolution *self);
ORIENTA_API const guint8    *orienta_solution_get_chosen         (const OrientaSolution *self);
ORIENTA_API gint64           orienta_solution_get_total          (const OrientaSolution *self, guint level);
ORIENTA_API gint64           orienta_solution_get_bound          (const OrientaSolution *self, guint level);
ORIENTA_API gint64           orienta_solution_get_proven_bound   (const OrientaSolution *self);
ORIENTA_API gint64           orienta_solution_get_activity       (const OrientaSolution *self, guint limit);
ORIENTA_API double           orienta_solution_get_price          (const OrientaSolution *self, guint limit);
ORIENTA_API guint            orienta_solution_get_n_conflicts    (const OrientaSolution *self);
ORIENTA_API guint            orienta_solution_get_conflict       (const OrientaSolution *self, guint i);
ORIENTA_API gint64           orienta_solution_get_conflict_slack (const OrientaSolution *self, guint i);
ORIENTA_API gboolean         orienta_solution_is_conflict_above  (const OrientaSolution *self, guint i);
ORIENTA_API gboolean         orienta_solution_is_conflict_minimal (const OrientaSolution *self);
ORIENTA_API gboolean         orienta_solution_verify             (const OrientaSolution *self,
                                                                  const OrientaProgram *program, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSolution, orienta_solution_unref)

G_END_DECLS
