/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

void orienta_priorities_read (OrientaReader *reader);
gboolean orienta_priority_is_known (OrientaReader *reader, JsonNode *node, const char *code); /* faults when not */
void orienta_priority_clear (OrientaPriority *self);
