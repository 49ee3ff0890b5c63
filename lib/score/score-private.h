/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/score.h>

#include "score/tally-private.h"

OrientaScore         *orienta_score_new           (OrientaBinding *binding, OrientaEvidence level, guint household, gint unit);
const OrientaBinding *orienta_score_get_binding   (const OrientaScore *self);
guint                 orienta_score_get_household (const OrientaScore *self);
gint                  orienta_score_get_unit      (const OrientaScore *self); /* -1: none */
