/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* Rules that no policy may lift: the household's own no, and plain facts of the home. Each reads one bool of the pair. */
typedef struct {
  OrientaAttributeId attribute;
  gboolean required;         /* the value that lets the pair through */
  OrientaReasonCode failed;  /* what to say otherwise; its severity is the effect */
  OrientaReasonCode unknown; /* what to say when the value is not known; NONE: it always is */
} OrientaStandingRule;

extern const OrientaStandingRule orienta_standing_rules[];
extern const guint orienta_n_standing_rules;
