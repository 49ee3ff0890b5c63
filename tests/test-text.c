/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "base/text-private.h"

#include <string.h>

START_TEST (test_id)
{
  g_autofree char *most = g_strnfill (64, 'a');
  ck_assert (orienta_text_is_id ("H0001", 5, 64));
  ck_assert (orienta_text_is_id ("aZ09._:-", 8, 64));
  ck_assert (orienta_text_is_id (most, 64, 64));
  ck_assert (!orienta_text_is_id (most, 64, 63));
  ck_assert (!orienta_text_is_id ("", 0, 64));
  ck_assert (!orienta_text_is_id ("a b", 3, 64));
  ck_assert (!orienta_text_is_id ("é", 2, 64));
  ck_assert (!orienta_text_is_id ("a\0b", 3, 64));
  ck_assert (!orienta_text_is_id ("a/b", 3, 64));
}
END_TEST

static void
check_quote (const char *text, gssize length, const char *expected)
{
  g_autofree char *quoted = orienta_text_quote (text, length);
  ck_assert_str_eq (quoted, expected);
}

START_TEST (test_quote)
{
  check_quote ("plai", -1, "\"plai\"");
  check_quote ("plai", 2, "\"pl\"");
  check_quote ("", -1, "\"\"");
  check_quote ("été €", -1, "\"été €\"");
  check_quote ("a\nb\tc\x7f", -1, "\"a\\x0ab\\x09c\\x7f\"");
  check_quote ("a\0b", 3, "\"a\\x00b\"");
  check_quote ("\xe9t\xe9", -1, "\"\\xe9t\\xe9\"");
  check_quote ("\xc3", -1, "\"\\xc3\"");
  check_quote ("é", 1, "\"\\xc3\"");
}
END_TEST

START_TEST (test_quote_is_cut)
{
  g_autoptr (GString) text = g_string_new (NULL), expected = g_string_new ("\"");
  for (guint i = 0; i < 60; i++) {
    g_string_append (text, "é");
    g_string_append (expected, "é");
  }
  g_autofree char *whole = g_strconcat (expected->str, "\"", NULL);
  g_autofree char *cut = g_strconcat (expected->str, "…\"", NULL);
  check_quote (text->str, -1, whole);
  g_string_append (text, "x");
  check_quote (text->str, -1, cut);
}
END_TEST

static void
check_nearest (const char *name, const char *expected)
{
  static const char *const candidates[] = { "request_date", "referral_date", "rent_now", "rooms_now", "pets", "id" };
  const char *found = orienta_text_nearest (name, candidates, G_N_ELEMENTS (candidates));
  if (expected)
    ck_assert_str_eq (found, expected);
  else
    ck_assert_ptr_null (found);
}

START_TEST (test_nearest)
{
  check_nearest ("request_date", "request_date");
  check_nearest ("requestdate", "request_date");
  check_nearest ("reqeust_date", "request_date"); /* a swap is one step */
  check_nearest ("rent", NULL);                   /* four letters short */
  check_nearest ("pet", "pets");
  check_nearest ("room_now", "rooms_now");
  check_nearest ("ID", NULL); /* both letters differ */
  check_nearest ("nationality", NULL);
  check_nearest ("", NULL);
  g_autofree char *long_name = g_strnfill (100, 'x');
  check_nearest (long_name, NULL);
  ck_assert_ptr_null (orienta_text_nearest ("a", NULL, 0));
}
END_TEST

static void
check_fill (const char *sentence, const char *const *pairs, const char *expected)
{
  g_autofree char *filled = orienta_text_fill (sentence, pairs);
  ck_assert_str_eq (filled, expected);
}

START_TEST (test_fill)
{
  static const char *const pairs[] = { "value", "12", "limit", "{value}", "empty", "", NULL };
  check_fill ("", pairs, "");
  check_fill ("no name", pairs, "no name");
  check_fill ("{value} of {limit}, {value}", pairs, "12 of {value}, 12"); /* a value is not filled again */
  check_fill ("« {empty} »", pairs, "«  »");
  check_fill ("{other} {valu} {values} {", pairs, "{other} {valu} {values} {");
  check_fill ("{{value}}", pairs, "{12}");
  check_fill ("{value}", NULL, "{value}");
}
END_TEST

TEST_MAIN ("text", test_id, test_quote, test_quote_is_cut, test_nearest, test_fill)
