/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "base/number-private.h"

#include <string.h>

#define UNTOUCHED 77

static gint64
parse (const char *text, guint places)
{
  gint64 value = UNTOUCHED;
  ck_assert_msg (orienta_number_parse (text, strlen (text), places, &value), "%s", text);
  return value;
}

static void
check_refused (const char *text, guint places)
{
  gint64 value = UNTOUCHED;
  ck_assert_msg (!orienta_number_parse (text, strlen (text), places, &value), "%s", text);
  ck_assert_int_eq (value, UNTOUCHED);
}

START_TEST (test_parse)
{
  ck_assert_int_eq (parse ("0", 6), 0);
  ck_assert_int_eq (parse ("12,5", 6), 12500000);
  ck_assert_int_eq (parse ("12.5", 6), 12500000);
  ck_assert_int_eq (parse ("-0.000001", 6), -1);
  ck_assert_int_eq (parse ("+7", 3), 7000);
  ck_assert_int_eq (parse ("-0", 3), 0);
  ck_assert_int_eq (parse ("0.1", 6) + parse ("0.2", 6), parse ("0.3", 6));
  ck_assert_int_eq (parse ("1.50", 1), 15); /* a further zero is no further place */
  ck_assert_int_eq (parse ("3.000", 0), 3);
  ck_assert_int_eq (parse ("007", 0), 7);
}
END_TEST

START_TEST (test_refused)
{
  static const char *const bad[] = { "",    "-",   "+",   ".",     ",5",  "5.",       "5,",      "1 000",
                                     " 1",  "1 ",  "1e3", "0x1",   "--1", "1.2.3",    "1,234,5", "1.2,3",
                                     "NaN", "inf", "12€", "1'000", "−1",  "1.0000001" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    check_refused (bad[i], 6);
  check_refused ("0.001", 2);
  check_refused ("0.5", 0);
}
END_TEST

START_TEST (test_limits)
{
  ck_assert_int_eq (parse ("999999999999.999999", 6), G_GINT64_CONSTANT (999999999999999999));
  ck_assert_int_eq (parse ("-999999999999.999999", 6), G_GINT64_CONSTANT (-999999999999999999));
  check_refused ("1000000000000", 6);
  check_refused ("0001000000000000", 6); /* however it is written */
  ck_assert_int_eq (parse ("0000999999999999", 0), G_GINT64_CONSTANT (999999999999));
  check_refused ("9223372036854775808", 6);
  check_refused ("18446744073709551617", 0); /* 1 in 64 bits */
  g_autofree char *nines = g_strnfill (100000, '9');
  g_autofree char *zeros = g_strnfill (100000, '0');
  g_autofree char *small = g_strconcat ("0.", zeros, NULL);
  check_refused (nines, 6);
  ck_assert_int_eq (parse (small, 6), 0);
}
END_TEST

/* The text is the length given, not up to a NUL. */
START_TEST (test_length)
{
  gint64 value;
  ck_assert (orienta_number_parse ("12.345", 4, 3, &value));
  ck_assert_int_eq (value, 12300);
  ck_assert (!orienta_number_parse ("12\0", 3, 3, &value));
  ck_assert (!orienta_number_parse ("12", 0, 3, &value));
}
END_TEST

START_TEST (test_divide)
{
  ck_assert_int_eq (orienta_number_divide (parse ("1", 6), parse ("3", 6)), 333333);
  ck_assert_int_eq (orienta_number_divide (parse ("2", 6), parse ("3", 6)), 666667);
  ck_assert_int_eq (orienta_number_divide (parse ("-2", 6), parse ("3", 6)), -666667);
  ck_assert_int_eq (orienta_number_divide (parse ("2", 6), parse ("-3", 6)), -666667);
  ck_assert_int_eq (orienta_number_divide (parse ("-2", 6), parse ("-3", 6)), 666667);
  ck_assert_int_eq (orienta_number_divide (parse ("350", 6), parse ("1000", 6)), 350000);
  ck_assert_int_eq (orienta_number_divide (0, parse ("5", 6)), 0);
}
END_TEST

START_TEST (test_halves_away_from_zero)
{
  ck_assert_int_eq (orienta_number_scale (1, 1, 2), 1);
  ck_assert_int_eq (orienta_number_scale (-1, 1, 2), -1);
  ck_assert_int_eq (orienta_number_scale (1, -1, 2), -1);
  ck_assert_int_eq (orienta_number_scale (1, 1, -2), -1);
  ck_assert_int_eq (orienta_number_scale (3, 1, 2), 2);
  ck_assert_int_eq (orienta_number_scale (5, 1, 2), 3); /* not to even */
  ck_assert_int_eq (orienta_number_scale (-5, 1, 2), -3);
  ck_assert_int_eq (orienta_number_scale (1, 1, 3), 0);
  ck_assert_int_eq (orienta_number_scale (-1, 2, 3), -1);
}
END_TEST

/* Products that no gint64 holds, on the way to one that does. */
START_TEST (test_scale_is_exact)
{
  ck_assert_int_eq (orienta_number_scale (ORIENTA_NUMBER_MAX, 999999, 1000000), G_GINT64_CONSTANT (999999000000000000));
  ck_assert_int_eq (orienta_number_scale (G_GINT64_CONSTANT (123456789012345678), 7, 11),
                    G_GINT64_CONSTANT (78563411189674522));
  ck_assert_int_eq (orienta_number_scale (ORIENTA_NUMBER_MAX, 1, 1), ORIENTA_NUMBER_MAX);
}
END_TEST

START_TEST (test_unknown)
{
  ck_assert_int_eq (orienta_number_divide (ORIENTA_UNKNOWN, ORIENTA_MILLION), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_divide (ORIENTA_MILLION, ORIENTA_UNKNOWN), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_divide (ORIENTA_MILLION, 0), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_scale (1, 1, 0), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_scale (ORIENTA_NUMBER_MAX, 2, 1), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_scale (-ORIENTA_NUMBER_MAX, 2, 1), ORIENTA_UNKNOWN);
  ck_assert_int_eq (orienta_number_divide (ORIENTA_NUMBER_MAX, 1), ORIENTA_UNKNOWN);
}
END_TEST

static void
check_format (gint64 value, guint places, const char *plain, const char *french, const char *english)
{
  g_autofree char *a = orienta_number_format (value, places);
  g_autofree char *b = orienta_number_format_for (value, places, ORIENTA_FRENCH);
  g_autofree char *c = orienta_number_format_for (value, places, ORIENTA_ENGLISH);
  ck_assert_str_eq (a, plain);
  ck_assert_str_eq (b, french);
  ck_assert_str_eq (c, english);
}

START_TEST (test_format)
{
  check_format (0, 6, "0", "0", "0");
  check_format (12500000, 6, "12.5", "12,5", "12.5");
  check_format (-1, 6, "-0.000001", "−0,000001", "−0.000001");
  check_format (1250500, 3, "1250.5", "1\u202f250,5", "1,250.5");
  check_format (-1234567000, 3, "-1234567", "−1\u202f234\u202f567", "−1,234,567");
  check_format (999, 0, "999", "999", "999");
  check_format (100010, 2, "1000.1", "1\u202f000,1", "1,000.1");
  check_format (ORIENTA_NUMBER_MAX, 6, "1000000000000", "1\u202f000\u202f000\u202f000\u202f000", "1,000,000,000,000");
}
END_TEST

/* What is written reads back the same. */
START_TEST (test_round_trip)
{
  guint64 state = 1;
  for (guint i = 0; i < 10000; i++) {
    state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
    gint64 value = (gint64) (state >> 5) % ORIENTA_NUMBER_MAX * (i % 2 ? 1 : -1);
    g_autofree char *text = orienta_number_format (value, 6);
    ck_assert_int_eq (parse (text, 6), value);
  }
}
END_TEST

TEST_MAIN ("number", test_parse, test_refused, test_limits, test_length, test_divide, test_halves_away_from_zero,
           test_scale_is_exact, test_unknown, test_format, test_round_trip)
