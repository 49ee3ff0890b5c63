/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>
#include <orienta/reason.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* A score is a list of lines: one for each criterion in force, then what groups and the total took or gave. The `points` of
 * the lines add up to the score exactly. */

ORIENTA_API OrientaScore     *orienta_policy_score           (OrientaPolicy *policy, OrientaRegister *reg, const char *household,
                                                              const char *unit, GError **error);
ORIENTA_API OrientaScore     *orienta_policy_score_at        (OrientaPolicy *policy, OrientaRegister *reg, const char *household,
                                                              const char *unit, OrientaEvidence level, GError **error);
ORIENTA_API OrientaScore     *orienta_score_ref              (OrientaScore *self);
ORIENTA_API void              orienta_score_unref            (OrientaScore *self);
ORIENTA_API OrientaPolicy    *orienta_score_get_policy       (const OrientaScore *self);
ORIENTA_API OrientaRegister  *orienta_score_get_register     (const OrientaScore *self);
ORIENTA_API gint64            orienta_score_get_points       (const OrientaScore *self);
ORIENTA_API OrientaEvidence   orienta_score_get_level        (const OrientaScore *self);
ORIENTA_API guint             orienta_score_get_n_lines      (const OrientaScore *self);
ORIENTA_API const char       *orienta_score_get_criterion    (const OrientaScore *self, guint line);
ORIENTA_API const char       *orienta_score_get_group        (const OrientaScore *self, guint line);
ORIENTA_API OrientaReasonCode orienta_score_get_reason       (const OrientaScore *self, guint line);
ORIENTA_API gint64            orienta_score_get_stated       (const OrientaScore *self, guint line);
ORIENTA_API gint64            orienta_score_get_line_points  (const OrientaScore *self, guint line);
ORIENTA_API OrientaEvidence   orienta_score_get_evidence     (const OrientaScore *self, guint line);
ORIENTA_API const char       *orienta_score_get_source       (const OrientaScore *self, guint line);
ORIENTA_API gboolean          orienta_score_line_is_special  (const OrientaScore *self, guint line);
ORIENTA_API char             *orienta_score_format_label     (const OrientaScore *self, guint line, OrientaLanguage language);
ORIENTA_API char             *orienta_score_format_input     (const OrientaScore *self, guint line, OrientaLanguage language);
ORIENTA_API char             *orienta_score_format_operation (const OrientaScore *self, guint line, OrientaLanguage language);
ORIENTA_API char             *orienta_score_format_reason    (const OrientaScore *self, guint line, OrientaLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaScore, orienta_score_unref)

G_END_DECLS
