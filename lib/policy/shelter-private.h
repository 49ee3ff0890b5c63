/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/polarity-private.h"

/* Situations of those whom an institution houses for a while; the street is not among them. */
#define ORIENTA_SHELTERED                                                                                              \
  (1u << ORIENTA_SITUATION_EMERGENCY_SHELTER | 1u << ORIENTA_SITUATION_INSERTION_SHELTER                               \
   | 1u << ORIENTA_SITUATION_HOTEL | 1u << ORIENTA_SITUATION_INSTITUTION | 1u << ORIENTA_SITUATION_TRANSITIONAL)

gboolean orienta_shelter_is_pure (const OrientaPolicy *policy, const OrientaCondition *condition,
                                  const OrientaMeant *meant, guint64 *situations);
gboolean orienta_shelter_is_asked (const OrientaPolicy *policy, const OrientaRule *rule, const OrientaMeant *meant);
