/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/fault-private.h"

/* A JSON document on the way through: where reading stands, and what every part of it needs. */

typedef struct {
  const char *next, *end;
  const char *mark;   /* up to where lines have been counted, from `line` and `column` */
  guint line, column; /* of `mark`, from 1; columns are characters */
  const char *file;
  OrientaFaults *faults;
  GString *text; /* of the last string read */
} OrientaScan;

void      orienta_scan_init        (OrientaScan *self, const char *text, const char *end, const char *file,
                                    OrientaFaults *faults);
void      orienta_scan_clear       (OrientaScan *self);
void      orienta_scan_count_to    (OrientaScan *self, const char *at);
char      orienta_scan_skip_blanks (OrientaScan *self);
gboolean  orienta_scan_take_word   (OrientaScan *self, const char *word);
gboolean  orienta_scan_string      (OrientaScan *self);
JsonNode *orienta_scan_number      (OrientaScan *self);

/* Faults; both give FALSE. */
gboolean orienta_scan_expect (OrientaScan *self, const char *what);
gboolean orienta_scan_refuse (OrientaScan *self, const char *at, OrientaErrorCode code, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
