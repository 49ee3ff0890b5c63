/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/register-private.h"

/* What follows from the lines, once they lie in their places. */

gint orienta_person_age (const OrientaPerson *self, OrientaDate day); /* -1: not known */
gboolean orienta_person_is_adult (const OrientaPerson *self, OrientaDate day);
gboolean orienta_person_lives_there (const OrientaPerson *self);
void orienta_household_derive (OrientaRegister *self, guint household);
void orienta_household_derive_row (const OrientaRegister *self, OrientaDate day, OrientaHouseholdRow *row);
gint64 orienta_household_is_disabled (const OrientaHouseholdRow *row); /* or ORIENTA_UNKNOWN */
gint64 orienta_household_is_young (const OrientaRegister *self, const OrientaHouseholdRow *row); /* the same */
void orienta_territories_walk (OrientaTerritoryRow *territories, guint n);
