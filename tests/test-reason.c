/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include <string.h>

START_TEST (test_order_and_names)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gint last = ORIENTA_REASON_NONE;
  ck_assert_uint_gt (orienta_reason_get_count (), 0);
  for (guint i = 0; i < orienta_reason_get_count (); i++) {
    OrientaReasonCode code = orienta_reason_get_code (i);
    const char *name = orienta_reason_get_name (code);
    ck_assert_int_gt ((gint) code, last); /* growing, so that no code stands twice */
    last = (gint) code;
    ck_assert_msg (g_hash_table_add (names, (gpointer) name), "%s", name);
    ck_assert_msg (strspn (name, "abcdefghijklmnopqrstuvwxyz-") == strlen (name), "%s", name);
    ck_assert_int_le (orienta_reason_get_severity (code), ORIENTA_SEVERITY_REFUSE);
  }
}
END_TEST

/* Numbers that stand in records for ever. */
START_TEST (test_numbers_stay)
{
  ck_assert_int_eq (ORIENTA_REASON_AVOIDED_TERRITORY, 100);
  ck_assert_int_eq (ORIENTA_REASON_RULE_FAILED, 120);
  ck_assert_int_eq (ORIENTA_REASON_COUNTED, 200);
  ck_assert_int_eq (ORIENTA_REASON_FLIP_AT_MOST, 300);
  ck_assert_int_eq (ORIENTA_REASON_NOTHING_ELIGIBLE, 400);
  ck_assert_int_eq (ORIENTA_REASON_LINT_RULE_NEVER_PASSES, 500);
  ck_assert_str_eq (orienta_reason_get_name (ORIENTA_REASON_RULE_FAILED), "rule-failed");
}
END_TEST

/* The {names} of a sentence. */
static GHashTable *
names_of (const char *sentence)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *p = strchr (sentence, '{'); p; p = strchr (p + 1, '{')) {
    const char *close = strchr (p, '}');
    ck_assert_msg (close != NULL && close > p + 1, "%s", sentence);
    g_hash_table_add (names, g_strndup (p + 1, (gsize) (close - p - 1)));
  }
  return names;
}

START_TEST (test_sentences)
{
  for (guint i = 0; i < orienta_reason_get_count (); i++) {
    OrientaReasonCode code = orienta_reason_get_code (i);
    const char *french = orienta_reason_get_sentence (code, ORIENTA_FRENCH);
    const char *english = orienta_reason_get_sentence (code, ORIENTA_ENGLISH);
    ck_assert (g_str_has_suffix (french, ".") && g_str_has_suffix (english, "."));
    ck_assert_str_ne (french, english);
    ck_assert (g_utf8_validate (french, -1, NULL) && g_utf8_validate (english, -1, NULL));
    g_autoptr (GHashTable) in_french = names_of (french);
    g_autoptr (GHashTable) in_english = names_of (english);
    GHashTableIter iter;
    gpointer name;
    ck_assert_uint_eq (g_hash_table_size (in_french), g_hash_table_size (in_english));
    g_hash_table_iter_init (&iter, in_french);
    while (g_hash_table_iter_next (&iter, &name, NULL))
      ck_assert_msg (g_hash_table_contains (in_english, name), "%s: %s", english, (const char *) name);
  }
}
END_TEST

START_TEST (test_no_code)
{
  ck_assert_ptr_null (orienta_reason_get_name (ORIENTA_REASON_NONE));
  ck_assert_ptr_null (orienta_reason_get_name ((OrientaReasonCode) 99999));
  ck_assert_ptr_null (orienta_reason_get_sentence ((OrientaReasonCode) 99999, ORIENTA_FRENCH));
}
END_TEST

TEST_MAIN ("reason", test_order_and_names, test_numbers_stay, test_sentences, test_no_code)
