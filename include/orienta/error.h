/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/macros.h>

G_BEGIN_DECLS

#define ORIENTA_ERROR (orienta_error_quark ())

/* Why a call could not be done. An answer nobody likes (not eligible, nothing left) is a result, not an error. */
typedef enum {
  ORIENTA_ERROR_READ = 1,      /* a file could not be read */
  ORIENTA_ERROR_WRITE = 2,     /* a file could not be written; what stood there still stands */
  ORIENTA_ERROR_SYNTAX = 3,    /* not CSV, not JSON, not UTF-8 */
  ORIENTA_ERROR_INVALID = 4,   /* well formed, but a value is not what it must be */
  ORIENTA_ERROR_NOT_FOUND = 5, /* no household, unit, criterion of that id */
  ORIENTA_ERROR_CANCELLED = 6, /* orienta_progress_cancel() was called */
  ORIENTA_ERROR_ETHICS = 7,    /* the policy breaks Housing First or discriminates (docs/policy.md) */
  ORIENTA_ERROR_LIMIT = 8,     /* larger than the library accepts */
  ORIENTA_ERROR_MISSING = 9,   /* the library was built without what this needs */
} OrientaErrorCode;

ORIENTA_API GQuark orienta_error_quark (void);

G_END_DECLS
