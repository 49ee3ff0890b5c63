/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "rules/binding-private.h"

/* The ages at which what a policy says of somebody may change: most birthdays change nothing. */

#define ORIENTA_OLDEST 128 /* years: everything that is older is alike */

typedef struct {
  gboolean counts[ORIENTA_OLDEST]; /* by age that is reached */
} OrientaBirthdays;

void        orienta_birthdays_init (OrientaBirthdays *self, const OrientaBinding *binding);
OrientaDate orienta_birthdays_next (const OrientaBirthdays *self, const OrientaRegister *world, guint household); /* after its day; G_MAXINT32: never */

/* The first day after `day` on which so many months have passed. */
OrientaDate orienta_day_of_months  (OrientaDate from, gint months, OrientaDate day);
