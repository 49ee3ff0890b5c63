/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/reader-private.h"

/* An entry of a list, for the questions that all lists answer alike. */
typedef struct {
  const char *id; /* NULL after a fault */
  const OrientaPeriod *valid;
} OrientaVersion;

void orienta_versions_check (OrientaReader *reader, const char *list, const OrientaVersion *versions, guint n);
gboolean orienta_period_meets (const OrientaPeriod *a, const OrientaPeriod *b);
