/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>
#include <orienta/progress.h>
#include <orienta/types.h>

G_BEGIN_DECLS

ORIENTA_API char *orienta_verdict_to_json   (const OrientaVerdict *self, OrientaAudience audience);
ORIENTA_API char *orienta_score_to_json     (const OrientaScore *self, OrientaAudience audience);
ORIENTA_API char *orienta_shortlist_to_json (const OrientaShortlist *self);
ORIENTA_API char *orienta_policy_explain    (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                                             OrientaLanguage language, OrientaAudience audience, GError **error);

G_END_DECLS
