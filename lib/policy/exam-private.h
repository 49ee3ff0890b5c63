/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/polarity-private.h"
#include "policy/reader-private.h"
#include "policy/wording-private.h"

/* What each attribute may not do, whatever line reads it. */

typedef enum {
  ORIENTA_LINE_RULE,
  ORIENTA_LINE_CRITERION,
  ORIENTA_LINE_TIER,
  ORIENTA_LINE_ORDER,
  ORIENTA_LINE_QUOTA,
} OrientaExamined;

/* One line under examination. */
typedef struct {
  OrientaReader *reader;
  const OrientaWording *wordings; /* by local attribute */
  OrientaExamined line;
  JsonNode *node;
  gboolean takes;   /* its points for a durable unit may be below 0 */
  gboolean ends;    /* it has a last day */
  GHashTable *told; /* messages already given for this line */
} OrientaExam;

void orienta_exam_tell (OrientaExam *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean orienta_exam_is_need (guint attribute);
gboolean orienta_exam_need_hinders (guint attribute, const OrientaCondition *test, OrientaPolarity polarity);
void orienta_exam_visit_any (gpointer exam, guint attribute, const OrientaCondition *test, OrientaPolarity polarity);
void orienta_exam_visit_durable (gpointer exam, guint attribute, const OrientaCondition *test,
                                 OrientaPolarity polarity);
void orienta_exam_visit_social (gpointer exam, guint attribute, const OrientaCondition *test, OrientaPolarity polarity);
void orienta_exam_measure (OrientaExam *self, guint attribute, OrientaPolarity slope, gboolean durable);
