/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

/* Warnings in the making: whoever looks at a policy adds what it finds, then hands the object out. */
OrientaLint *orienta_lint_new (void);
void orienta_lint_add (OrientaLint *self, OrientaReasonCode code, const char *path,
                       ...) G_GNUC_NULL_TERMINATED; /* name, French value, English value, …, NULL */
void orienta_lint_static (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of);

/* Parts of orienta_lint_static(), in its order. ORIENTA_NO_DATE: the policy on no day in particular. */
void orienta_lint_effects (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of);
void orienta_lint_bands (OrientaLint *self, const OrientaPolicy *policy);
void orienta_lint_entries (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of);
