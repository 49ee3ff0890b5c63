/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/verdict.h>

#include "rules/flip-private.h"

/* For callers that hold a binding already. */

OrientaVerdict       *orienta_verdict_new         (OrientaBinding *binding, guint household, guint unit);
OrientaStatus         orienta_verdict_status      (const OrientaBinding *binding, guint household, guint unit);
const OrientaBinding *orienta_verdict_get_binding (const OrientaVerdict *self);
