/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

/* What the words of a local attribute's name, labels and values speak of. */
typedef enum {
  ORIENTA_WORDING_PLAIN,
  ORIENTA_WORDING_READINESS,      /* HF3: abstinence, treatment, readiness, prior stay, contract */
  ORIENTA_WORDING_FAILED_TENANCY, /* HF10 */
  ORIENTA_WORDING_LOCAL_LINK,     /* CCH L.441 */
} OrientaWording;

const char *orienta_wording_is_personal (const char *name); /* what it asks for, or NULL */
OrientaWording orienta_wording_find (const OrientaLocalAttribute *attribute);
