/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "base/date-private.h"

#include <string.h>

static OrientaDate
parse (const char *text)
{
  return orienta_date_parse (text, strlen (text));
}

/* Numbers of days as `date -ud 2026-11-22 +%s` gives them, divided by 86400. */
START_TEST (test_days)
{
  ck_assert_int_eq (parse ("1970-01-01"), 0);
  ck_assert_int_eq (parse ("1969-12-31"), -1);
  ck_assert_int_eq (parse ("2000-02-29"), 11016);
  ck_assert_int_eq (parse ("2026-11-22"), 20779);
  ck_assert_int_eq (parse ("1900-01-01"), -25567);
  ck_assert_int_eq (parse ("2199-12-31"), 84005);
}
END_TEST

START_TEST (test_ways_of_writing)
{
  ck_assert_int_eq (parse ("22/11/2026"), parse ("2026-11-22"));
  ck_assert_int_eq (parse ("03/04/2026"), parse ("2026-04-03")); /* the day first */
  ck_assert_int_eq (orienta_date_from_ymd (2026, 11, 22), parse ("2026-11-22"));
}
END_TEST

START_TEST (test_not_dates)
{
  static const char *const bad[] = {
    "",           "2026-11-2",  "2026-11-222", "26-11-22",   "22/11/26",   "2026/11/22", "22-11-2026",    "2026-1-022",
    "2026-00-10", "2026-13-10", "2026-10-00",  "2026-10-32", "2026-11-31", "0000-00-00", "2026-11-2x",    "+026-11-22",
    "2026-11 22", "11/22/2026", "1899-12-31",  "2200-01-01", " 026-11-22", "2026--1-22", "2026-11-\xe9 ",
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    ck_assert_msg (parse (bad[i]) == ORIENTA_NO_DATE, "%s", bad[i]);
  ck_assert_int_eq (orienta_date_from_ymd (2026, 2, 300), ORIENTA_NO_DATE); /* wider than a day's number */
  ck_assert_int_eq (orienta_date_from_ymd (2026, 257, 1), ORIENTA_NO_DATE);
  ck_assert_int_eq (orienta_date_from_ymd (-1, 1, 1), ORIENTA_NO_DATE);
}
END_TEST

START_TEST (test_leap_years)
{
  ck_assert_int_eq (parse ("2026-02-29"), ORIENTA_NO_DATE);
  ck_assert_int_eq (parse ("1900-02-29"), ORIENTA_NO_DATE);
  ck_assert_int_eq (parse ("2100-02-29"), ORIENTA_NO_DATE);
  ck_assert_int_eq (parse ("2000-02-30"), ORIENTA_NO_DATE);
  ck_assert_int_eq (parse ("2024-03-01") - parse ("2024-02-29"), 1);
  ck_assert_int_eq (parse ("2026-03-01") - parse ("2026-02-28"), 1);
  ck_assert_int_eq (parse ("2000-03-01") - parse ("2000-02-28"), 2);
  ck_assert_int_eq (parse ("2100-03-01") - parse ("2100-02-28"), 1);
}
END_TEST

START_TEST (test_format)
{
  g_autofree char *plain = orienta_date_format (parse ("05/03/2026"));
  g_autofree char *french = orienta_date_format_for (parse ("2026-03-05"), ORIENTA_FRENCH);
  g_autofree char *english = orienta_date_format_for (parse ("2026-03-05"), ORIENTA_ENGLISH);
  ck_assert_str_eq (plain, "2026-03-05");
  ck_assert_str_eq (french, "05/03/2026");
  ck_assert_str_eq (english, "5 March 2026");
}
END_TEST

/* Every day of three centuries, written and read again, one after the other. */
START_TEST (test_every_day)
{
  for (OrientaDate day = parse ("1900-01-01"); day <= parse ("2199-12-31"); day++) {
    g_autofree char *plain = orienta_date_format (day);
    g_autofree char *french = orienta_date_format_for (day, ORIENTA_FRENCH);
    ck_assert_int_eq (parse (plain), day);
    ck_assert_int_eq (parse (french), day);
  }
}
END_TEST

START_TEST (test_months)
{
  static const struct {
    const char *from, *to;
    gint months;
  } cases[] = {
    { "2026-01-15", "2026-01-15", 0 },  { "2026-01-15", "2026-02-14", 0 },    { "2026-01-15", "2026-02-15", 1 },
    { "2026-01-31", "2026-02-28", 0 },  { "2026-01-31", "2026-03-01", 1 },    { "2026-01-31", "2026-03-30", 1 },
    { "2026-01-31", "2026-03-31", 2 },  { "2024-02-29", "2025-02-28", 11 },   { "2024-02-29", "2025-03-01", 12 },
    { "2024-02-29", "2028-02-29", 48 }, { "2025-12-31", "2026-01-01", 0 },    { "2023-11-14", "2026-11-13", 35 },
    { "2023-11-14", "2026-11-14", 36 }, { "1926-11-22", "2026-11-21", 1199 }, { "2026-03-15", "2026-03-14", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (orienta_date_months (parse (cases[i].from), parse (cases[i].to)) == cases[i].months, "%s %s",
                   cases[i].from, cases[i].to);
}
END_TEST

TEST_MAIN ("date", test_days, test_ways_of_writing, test_not_dates, test_leap_years, test_format, test_every_day,
           test_months)
