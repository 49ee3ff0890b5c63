/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/reason.h>
#include <orienta/types.h>

G_BEGIN_DECLS

typedef enum {
  ORIENTA_ELIGIBLE = 0,
  ORIENTA_TO_VERIFY = 1, /* nothing says no, something is not known */
  ORIENTA_INELIGIBLE = 2,
} OrientaStatus;

ORIENTA_API OrientaVerdict   *orienta_policy_judge               (OrientaPolicy *policy, OrientaRegister *reg, const char *household,
                                                                  const char *unit, GError **error);
ORIENTA_API OrientaVerdict   *orienta_verdict_ref                (OrientaVerdict *self);
ORIENTA_API void              orienta_verdict_unref              (OrientaVerdict *self);
ORIENTA_API OrientaPolicy    *orienta_verdict_get_policy         (const OrientaVerdict *self);
ORIENTA_API OrientaRegister  *orienta_verdict_get_register       (const OrientaVerdict *self);
ORIENTA_API OrientaStatus     orienta_verdict_get_status         (const OrientaVerdict *self);
ORIENTA_API guint             orienta_verdict_get_household      (const OrientaVerdict *self);
ORIENTA_API guint             orienta_verdict_get_unit           (const OrientaVerdict *self);
ORIENTA_API guint             orienta_verdict_get_n_reasons      (const OrientaVerdict *self);
ORIENTA_API OrientaReasonCode orienta_verdict_get_reason         (const OrientaVerdict *self, guint reason);
ORIENTA_API const char       *orienta_verdict_get_reason_rule    (const OrientaVerdict *self, guint reason);
ORIENTA_API const char       *orienta_verdict_get_reason_source  (const OrientaVerdict *self, guint reason);
ORIENTA_API gboolean          orienta_verdict_reason_is_special  (const OrientaVerdict *self, guint reason);
ORIENTA_API char             *orienta_verdict_format_reason      (const OrientaVerdict *self, guint reason, OrientaLanguage language);
ORIENTA_API guint             orienta_verdict_get_n_flips        (const OrientaVerdict *self, guint reason);
ORIENTA_API OrientaReasonCode orienta_verdict_get_flip           (const OrientaVerdict *self, guint reason, guint flip);
ORIENTA_API const char       *orienta_verdict_get_flip_attribute (const OrientaVerdict *self, guint reason, guint flip);
ORIENTA_API char             *orienta_verdict_format_flip        (const OrientaVerdict *self, guint reason, guint flip,
                                                                  OrientaLanguage language);
ORIENTA_API guint             orienta_verdict_get_n_checks       (const OrientaVerdict *self);
ORIENTA_API const char       *orienta_verdict_get_check_rule     (const OrientaVerdict *self, guint check);
ORIENTA_API OrientaStatus     orienta_verdict_get_check_status   (const OrientaVerdict *self, guint check);
ORIENTA_API gboolean          orienta_verdict_check_is_special   (const OrientaVerdict *self, guint check);
ORIENTA_API char             *orienta_verdict_format_check       (const OrientaVerdict *self, guint check, OrientaLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaVerdict, orienta_verdict_unref)

G_END_DECLS
