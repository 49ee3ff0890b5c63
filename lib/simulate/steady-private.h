/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "score/classes-private.h"

/* Whether what a policy says of a household and a home is the same on every day, and if not, when it is another. */

typedef enum {
  ORIENTA_PACE_AGES = 1,   /* changes on birthdays */
  ORIENTA_PACE_MONTHS = 2, /* of waiting and the like: on a day of the month */
  ORIENTA_PACE_DAYS = 4,
  ORIENTA_PACE_HOMES = 8,  /* with what happens to the home */
} OrientaPace;

gboolean    orienta_steady_lists_persons (const OrientaRegister *world); /* some household's members are known one by one */
guint       orienta_steady_paces (const OrientaRegister *world, const OrientaReads *reads); /* OrientaPace; 0: never */
OrientaDate orienta_steady_until (const OrientaPolicy *policy, OrientaDate day); /* the day from which on other versions hold */
