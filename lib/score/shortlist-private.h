/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/policy.h>
#include <orienta/shortlist.h>

#include "rules/binding-private.h"

/* The lists of one side, or of one place of it: for callers that hold a binding and want another level of evidence. */

OrientaShortlist *orienta_shortlist_for_unit      (OrientaBinding *binding, guint unit, guint n, const char *seed,
                                                   OrientaEvidence level);
OrientaShortlist *orienta_shortlist_for_household (OrientaBinding *binding, guint household, guint n, const char *seed,
                                                   OrientaEvidence level);
const OrientaBinding *orienta_shortlist_get_binding (const OrientaShortlist *self);
