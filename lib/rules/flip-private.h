/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* Why not: the fewest changes that would turn a condition. */
typedef struct {
  OrientaReasonCode code;
  const OrientaCondition *condition; /* the test, or the criterion asked for */
  gboolean wanted;                   /* whether it should hold */
} OrientaFlip;

void  orienta_flip_find   (const OrientaBinding *binding, const OrientaCondition *condition, gboolean wanted, guint household,
                           gint unit, GArray *flips);
char *orienta_flip_format (const OrientaBinding *binding, const OrientaFlip *flip, guint household, gint unit,
                           OrientaLanguage language);
