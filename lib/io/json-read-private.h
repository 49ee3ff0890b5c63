/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/fault-private.h"

/* The text of a JSON document as a tree, with the place of each value. */

typedef struct {
  JsonNode *node;
  guint line, column; /* of its first character, from 1; columns are characters */
} OrientaPlace;

JsonNode *orienta_json_read (const char *text, gsize length, const char *file, OrientaFaults *faults, GArray *places);
