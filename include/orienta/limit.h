/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/matching.h>

G_BEGIN_DECLS

/* The limits that a matching is held to beside the places of the homes, and how far they are used. `amount` lies between
 * `least` and `most` where the limit holds; for a share all three are counted in millionths of a household. */

ORIENTA_API guint              orienta_matching_get_n_limits     (const OrientaMatching *self);
ORIENTA_API OrientaLimitKind   orienta_matching_get_limit_kind   (const OrientaMatching *self, guint limit);
ORIENTA_API const char        *orienta_matching_get_limit_id     (const OrientaMatching *self, guint limit);
ORIENTA_API const char        *orienta_matching_get_limit_part   (const OrientaMatching *self, guint limit);
ORIENTA_API const char        *orienta_matching_get_limit_bound  (const OrientaMatching *self, guint limit);
ORIENTA_API gint64             orienta_matching_get_limit_amount (const OrientaMatching *self, guint limit);
ORIENTA_API gint64             orienta_matching_get_limit_least  (const OrientaMatching *self, guint limit);
ORIENTA_API gint64             orienta_matching_get_limit_most   (const OrientaMatching *self, guint limit);
ORIENTA_API gboolean           orienta_matching_limit_holds      (const OrientaMatching *self, guint limit);
ORIENTA_API gboolean           orienta_matching_limit_has_worth  (const OrientaMatching *self, guint limit);
ORIENTA_API gint64             orienta_matching_get_limit_gain   (const OrientaMatching *self, guint limit);
ORIENTA_API gint               orienta_matching_get_limit_gain_housed (const OrientaMatching *self, guint limit);
ORIENTA_API gboolean           orienta_matching_limit_has_loss   (const OrientaMatching *self, guint limit);
ORIENTA_API gint64             orienta_matching_get_limit_loss   (const OrientaMatching *self, guint limit);
ORIENTA_API gint               orienta_matching_get_limit_loss_housed (const OrientaMatching *self, guint limit);

/* Where the limits cannot hold together: a smallest set of them that cannot, and how far each alone would have to give. */

ORIENTA_API guint              orienta_matching_get_n_conflicts  (const OrientaMatching *self);
ORIENTA_API guint              orienta_matching_get_conflict     (const OrientaMatching *self, guint conflict);
ORIENTA_API gint64             orienta_matching_get_conflict_gap (const OrientaMatching *self, guint conflict);

G_END_DECLS
