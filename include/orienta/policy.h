/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/reason.h>
#include <orienta/register.h>
#include <orienta/types.h>

G_BEGIN_DECLS

/* What points rest on before anyone has checked; a score asked at a level counts this level and those before it. */
typedef enum {
  ORIENTA_EVIDENCE_VERIFIED = 0,         /* a fact the system knows, or a document that has been seen */
  ORIENTA_EVIDENCE_DECLARED = 1,         /* the household says so */
  ORIENTA_EVIDENCE_NEEDS_VALIDATION = 2, /* a third party must confirm */
} OrientaEvidence;

ORIENTA_API OrientaPolicy *orienta_policy_load                (const char *path, GError **error);
ORIENTA_API OrientaPolicy *orienta_policy_parse               (const char *json, gssize length, GError **error);
ORIENTA_API OrientaPolicy *orienta_policy_ref                 (OrientaPolicy *self);
ORIENTA_API void           orienta_policy_unref               (OrientaPolicy *self);
ORIENTA_API const char    *orienta_policy_get_id              (const OrientaPolicy *self);
ORIENTA_API const char    *orienta_policy_get_version         (const OrientaPolicy *self);
ORIENTA_API const char    *orienta_policy_get_title           (const OrientaPolicy *self, OrientaLanguage language);
ORIENTA_API guint          orienta_policy_get_n_criteria      (const OrientaPolicy *self);
ORIENTA_API const char    *orienta_policy_get_criterion_id    (const OrientaPolicy *self, guint criterion);
ORIENTA_API const char    *orienta_policy_get_criterion_label (const OrientaPolicy *self, guint criterion, OrientaLanguage language);
ORIENTA_API gint64         orienta_policy_get_criterion_points (const OrientaPolicy *self, guint criterion);
ORIENTA_API gint           orienta_policy_find_criterion      (const OrientaPolicy *self, const char *id);
ORIENTA_API OrientaPolicy *orienta_policy_with_points         (const OrientaPolicy *self, const char *criterion, const char *points,
                                                               GError **error);
ORIENTA_API char          *orienta_policy_diff                (const OrientaPolicy *self, const OrientaPolicy *other);
ORIENTA_API char          *orienta_policy_to_json             (const OrientaPolicy *self);
ORIENTA_API const char    *orienta_policy_get_sha256          (const OrientaPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaPolicy, orienta_policy_unref)

G_END_DECLS
