/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/orienta.h>

#include "rules/binding-private.h"

/* Answers as JSON, written in the order of RFC 8785: members of an object by name. docs/answers.md has the shapes. */

void orienta_answer_key      (GString *out, const char *name); /* after a comma where one is due */
void orienta_answer_next     (GString *out);                   /* the same in an array */
void orienta_answer_text     (GString *out, const char *name, const char *text); /* NULL: null */
void orienta_answer_bool     (GString *out, const char *name, gboolean value);
void orienta_answer_count    (GString *out, const char *name, guint64 value);
void orienta_answer_points   (GString *out, const char *name, gint64 points);
void orienta_answer_sentence (GString *out, const char *name, const char *french, const char *english);
void orienta_answer_policy   (GString *out, const char *name, const OrientaPolicy *policy);

/* Members of a verdict and a score inside a larger object; the braces are the caller's. */
void orienta_answer_reasons (GString *out, const char *name, const OrientaVerdict *verdict, OrientaAudience audience);
void orienta_answer_lines   (GString *out, const char *name, const OrientaScore *score, gboolean all, OrientaAudience audience);

/* What third parties may read (GDPR art. 9). */
const char *orienta_answer_status (OrientaStatus status, OrientaAudience audience);
const char *orienta_audience_name (OrientaAudience audience);
const char *orienta_evidence_name (OrientaEvidence level);
const char *orienta_held_sentence (OrientaLanguage language);
gboolean    orienta_reason_is_shown (const OrientaVerdict *verdict, guint reason, OrientaAudience audience);
gboolean    orienta_line_is_shown   (const OrientaScore *score, guint line, OrientaAudience audience);
