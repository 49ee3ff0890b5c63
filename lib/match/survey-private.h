/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "match/matching-private.h"

/* What the verifier must know of the pairs of a register: those that a matching holds, on a board of their own, and of all
 * others no more than what they prove. They are seen row by row and never laid out together. */
typedef struct {
  OrientaBoard *board; /* of the pairs that are held alone, or of all; with levels */
  __int128 *kept;      /* by level: what all rows could keep after paying the matching's prices; NULL: not gone into */
} OrientaSurvey;

OrientaSurvey *orienta_survey_new       (const OrientaMatching *matching, GError **error);
OrientaSurvey *orienta_survey_new_whole (const OrientaMatching *matching, GError **error); /* all pairs are laid out */
void           orienta_survey_free      (OrientaSurvey *self);

gboolean       orienta_matching_check   (const OrientaMatching *matching, const OrientaSurvey *survey, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaSurvey, orienta_survey_free)
