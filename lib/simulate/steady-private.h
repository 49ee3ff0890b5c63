/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/classes-private.h"

/* Whether what a policy says of a household and a home is the same on every day. */

gboolean    orienta_steady_reads (const OrientaRegister *world, const OrientaReads *reads);
OrientaDate orienta_steady_until (const OrientaPolicy *policy, OrientaDate day); /* the day from which on other versions hold */
