/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>
#include <orienta/matching.h>
#include <orienta/policy.h>
#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

ORIENTA_API char *orienta_verdict_to_json   (const OrientaVerdict *self, OrientaAudience audience);
ORIENTA_API char *orienta_score_to_json     (const OrientaScore *self, OrientaAudience audience);
ORIENTA_API char *orienta_shortlist_to_json (const OrientaShortlist *self);
ORIENTA_API char *orienta_policy_explain    (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                                             OrientaLanguage language, OrientaAudience audience, GError **error);
ORIENTA_API char *orienta_policy_explain_at (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                                             OrientaEvidence level, OrientaLanguage language, OrientaAudience audience,
                                             GError **error);

/* What a commission reads. Made once, then written in any form, language and audience. */

ORIENTA_API OrientaReport *orienta_report_new           (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed,
                                                         OrientaEvidence level, guint n_threads, OrientaProgress *progress,
                                                         GError **error);
ORIENTA_API OrientaReport *orienta_report_new_unit      (OrientaPolicy *policy, OrientaRegister *reg, const char *unit, guint n,
                                                         const char *seed, OrientaEvidence level, GError **error);
ORIENTA_API OrientaReport *orienta_report_new_household (OrientaPolicy *policy, OrientaRegister *reg, const char *household,
                                                         guint n, const char *seed, OrientaEvidence level, GError **error);
ORIENTA_API OrientaReport *orienta_report_ref           (OrientaReport *self);
ORIENTA_API void           orienta_report_unref         (OrientaReport *self);
ORIENTA_API char          *orienta_report_to_html       (const OrientaReport *self, OrientaLanguage language,
                                                         OrientaAudience audience);
ORIENTA_API char          *orienta_report_to_text       (const OrientaReport *self, OrientaLanguage language,
                                                         OrientaAudience audience);
ORIENTA_API char          *orienta_report_to_json       (const OrientaReport *self, OrientaAudience audience);
ORIENTA_API char          *orienta_report_to_csv        (const OrientaReport *self, OrientaAudience audience);

/* What a commission reads of a whole matching, beside another one of the same households and homes; and one household of it. */

ORIENTA_API OrientaMatchingReport *orienta_matching_report_new     (OrientaMatching *matching, OrientaMatching *baseline);
ORIENTA_API OrientaMatchingReport *orienta_matching_report_ref     (OrientaMatchingReport *self);
ORIENTA_API void                   orienta_matching_report_unref   (OrientaMatchingReport *self);
ORIENTA_API char                  *orienta_matching_report_to_html (const OrientaMatchingReport *self, OrientaLanguage language,
                                                                    OrientaAudience audience);
ORIENTA_API char                  *orienta_matching_report_to_text (const OrientaMatchingReport *self, OrientaLanguage language,
                                                                    OrientaAudience audience);
ORIENTA_API char                  *orienta_matching_report_to_csv  (const OrientaMatchingReport *self, OrientaAudience audience);
ORIENTA_API char                  *orienta_matching_format_reason  (const OrientaMatching *self, guint place,
                                                                    OrientaLanguage language);
ORIENTA_API char                  *orienta_matching_format_limit   (const OrientaMatching *self, guint limit,
                                                                    OrientaLanguage language);
ORIENTA_API char                  *orienta_matching_explain        (OrientaMatching *matching, const char *household,
                                                                    OrientaLanguage language, OrientaAudience audience,
                                                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaReport, orienta_report_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaMatchingReport, orienta_matching_report_unref)

G_END_DECLS
