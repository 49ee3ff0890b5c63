/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>

/* Days of the Gregorian calendar, counted from 1970-01-01. */

typedef gint32 OrientaDate;

#define ORIENTA_NO_DATE G_MININT32

OrientaDate orienta_date_parse      (const char *text, gsize length);
OrientaDate orienta_date_from_ymd   (gint year, gint month, gint day);
char       *orienta_date_format     (OrientaDate date);
char       *orienta_date_format_for (OrientaDate date, OrientaLanguage language);
gint        orienta_date_months     (OrientaDate from, OrientaDate to);
