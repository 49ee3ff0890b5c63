/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

#include "report/lines-private.h"
#include "rules/binding-private.h"

/* One explanation in the making. */
typedef struct {
  GString *out;
  OrientaBinding *binding;
  guint household;
  gint unit; /* -1: the household by itself */
  OrientaLanguage language;
  OrientaVerdict *verdict; /* NULL without a unit */
  OrientaScore *score;
} OrientaExplanation;

/* Whom and what it is about, the mention of CRPA L.311-3-1, then all four headings. */
void orienta_explain_subject  (const OrientaExplanation *self);
void orienta_explain_mention  (const OrientaExplanation *self);
void orienta_explain_headings (const OrientaExplanation *self);

/* The parts that a person reads: headings 2 to 4 of CRPA R.311-3-1-2. */
void orienta_explain_data   (const OrientaExplanation *self);
void orienta_explain_rules  (const OrientaExplanation *self);
void orienta_explain_grid   (const OrientaExplanation *self);
void orienta_explain_steps  (const OrientaExplanation *self);
void orienta_explain_reason (const OrientaExplanation *self, guint reason);

char *orienta_weight_text (const OrientaBinding *binding, const OrientaCriterion *criterion, OrientaLanguage language);
