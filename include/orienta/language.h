/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/macros.h>

G_BEGIN_DECLS

/* The tongue of an answer: an argument of each call, never the process's. */
typedef enum {
  ORIENTA_FRENCH = 0,
  ORIENTA_ENGLISH = 1,
} OrientaLanguage;

/* For whom an explanation is written. */
typedef enum {
  ORIENTA_AUDIENCE_PERSON = 0,      /* everything, under the four headings of CRPA R.311-3-1-2 */
  ORIENTA_AUDIENCE_THIRD_PARTY = 1, /* no special category of personal data (GDPR art. 9) */
} OrientaAudience;

G_END_DECLS
