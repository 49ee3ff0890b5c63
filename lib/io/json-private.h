/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/fault-private.h"

/* JSON with the place of every member, so that a fault found later can say where. Stricter than json-glib: no comments,
 * no member twice, no number beyond a double, at most 64 levels, UTF-8 without NUL. */

typedef struct OrientaJson OrientaJson;

/* NULL: faults has why. */
OrientaJson *orienta_json_parse     (const char *text, gsize length, const char *file, OrientaFaults *faults);
void         orienta_json_free      (OrientaJson *self);
JsonNode    *orienta_json_get_root  (const OrientaJson *self); /* borrowed */
const char  *orienta_json_get_file  (const OrientaJson *self);
guint        orienta_json_get_line  (const OrientaJson *self, JsonNode *node); /* 0: not known */
guint        orienta_json_get_column (const OrientaJson *self, JsonNode *node);
char        *orienta_json_canonical (JsonNode *node); /* RFC 8785 */
void         orienta_json_quote     (GString *out, const char *text); /* a string as RFC 8785 writes it, quotes in */
void         orienta_json_number    (GString *out, double value); /* a finite number as RFC 8785 writes it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaJson, orienta_json_free)
