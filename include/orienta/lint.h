/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/reason.h>
#include <orienta/types.h>

G_BEGIN_DECLS

ORIENTA_API OrientaLint       *orienta_policy_lint        (OrientaPolicy *policy, OrientaRegister *reg);
ORIENTA_API OrientaLint       *orienta_lint_ref           (OrientaLint *self);
ORIENTA_API void               orienta_lint_unref         (OrientaLint *self);
ORIENTA_API guint              orienta_lint_get_n         (const OrientaLint *self);
ORIENTA_API OrientaReasonCode  orienta_lint_get_code      (const OrientaLint *self, guint warning);
ORIENTA_API const char        *orienta_lint_get_path      (const OrientaLint *self, guint warning);
ORIENTA_API char              *orienta_lint_format        (const OrientaLint *self, guint warning, OrientaLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaLint, orienta_lint_unref)

G_END_DECLS
