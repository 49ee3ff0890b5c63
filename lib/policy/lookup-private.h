/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_lookups_read (OrientaReader *reader);
void orienta_lookup_clear (OrientaLookup *self);
gboolean orienta_lookup_is_special (const OrientaPolicy *policy, guint table); /* any version of it */

/* 1 where a larger value along an axis never gives a smaller cell, -1 where never a larger one, 0 for neither or both.
 */
gint orienta_lookup_slope (const OrientaLookup *self, guint axis);

/* What a table is keyed by. */
gboolean orienta_axis_read (OrientaReader *reader, JsonNode *node, OrientaAxis *axis);
gint orienta_axis_find_word (OrientaReader *reader, JsonNode *node, const OrientaAxis *axis, const char *word);
