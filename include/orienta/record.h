/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/matching.h>

G_BEGIN_DECLS

/* The record of a matching: everything that is needed to make it again and to answer for it, as one document. */

ORIENTA_API char            *orienta_matching_to_json (const OrientaMatching *self);
ORIENTA_API OrientaMatching *orienta_match_replay     (const char *record, gssize length, OrientaPolicy *policy,
                                                       OrientaRegister *reg, OrientaProgress *progress, GError **error);
ORIENTA_API char            *orienta_matching_diff    (const OrientaMatching *self, const OrientaMatching *other);

G_END_DECLS
