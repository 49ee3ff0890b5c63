/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/date-private.h"

#define UNIX_DAY 719163 /* GDate's number of 1970-01-01 */
#define YEAR_MIN 1900
#define YEAR_MAX 2199

OrientaDate
orienta_date_from_ymd (gint year, gint month, gint day)
{
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return ORIENTA_NO_DATE;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (OrientaDate) g_date_get_julian (&date) - UNIX_DAY;
}

static gint
digits (const char *text, gsize n)
{
  gint value = 0;
  for (gsize i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/* Reads 2026-11-22 or 22/11/2026; ORIENTA_NO_DATE for anything else or a day that does not exist. */
OrientaDate
orienta_date_parse (const char *text, gsize length)
{
  if (length != 10)
    return ORIENTA_NO_DATE;
  if (text[4] == '-' && text[7] == '-')
    return orienta_date_from_ymd (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
  if (text[2] == '/' && text[5] == '/')
    return orienta_date_from_ymd (digits (text + 6, 4), digits (text + 3, 2), digits (text, 2));
  return ORIENTA_NO_DATE;
}

static void
split (OrientaDate date, gint *year, gint *month, gint *day)
{
  GDate d;
  g_date_clear (&d, 1);
  g_date_set_julian (&d, (guint32) (date + UNIX_DAY));
  *year = g_date_get_year (&d);
  *month = (gint) g_date_get_month (&d);
  *day = g_date_get_day (&d);
}

/* "2026-11-22". Free with g_free(). */
char *
orienta_date_format (OrientaDate date)
{
  gint year, month, day;
  split (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* For people: "22/11/2026" in French, "22 November 2026" in English. */
char *
orienta_date_format_for (OrientaDate date, OrientaLanguage language)
{
  static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  gint year, month, day;
  split (date, &year, &month, &day);
  if (language == ORIENTA_FRENCH)
    return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

/* Complete months from one day to another, 0 or more when `to` is not earlier; the 31st is completed on the 1st after a
 * shorter month. */
gint
orienta_date_months (OrientaDate from, OrientaDate to)
{
  gint y1, m1, d1, y2, m2, d2;
  split (from, &y1, &m1, &d1);
  split (to, &y2, &m2, &d2);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1);
}
