/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "report/lines-private.h"

static char *
wrapped (const char *first, const char *rest, const char *text)
{
  GString *out = g_string_new (NULL);
  orienta_lines_wrap (out, first, rest, text);
  return g_string_free (out, FALSE);
}

START_TEST (short_stays)
{
  g_autofree char *text = wrapped ("- ", "  ", "un mot");
  ck_assert_str_eq (text, "- un mot\n");
  g_autofree char *empty = wrapped ("- ", "  ", "");
  ck_assert_str_eq (empty, "- \n");
}
END_TEST

/* 20 words of 4 letters and a space: 16 fill 79 columns, and with the two of the indent 15 fill 76. */
START_TEST (long_is_cut_at_80)
{
  g_autoptr (GString) words = g_string_new ("écrù");
  for (guint i = 1; i < 20; i++)
    g_string_append (words, " écrù");
  g_autofree char *text = wrapped ("", "", words->str);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  ck_assert_int_eq (g_utf8_strlen (lines[0], -1), 79);
  ck_assert_int_eq (g_utf8_strlen (lines[1], -1), 19);
  g_autofree char *indented = wrapped ("1. ", "   ", words->str);
  g_auto (GStrv) hung = g_strsplit (indented, "\n", -1);
  ck_assert_int_eq (g_utf8_strlen (hung[0], -1), 77);
  ck_assert_str_eq (hung[1], "   écrù écrù écrù écrù écrù");
}
END_TEST

/* "b :" is one word for the line, and so is "« c »". */
START_TEST (french_punctuation_is_kept_whole)
{
  g_autofree char *long_word = g_strnfill (77, 'a');
  g_autofree char *colon = g_strdup_printf ("%s b : c", long_word);
  g_autofree char *text = wrapped ("", "", colon);
  g_autofree char *expected = g_strdup_printf ("%s\nb : c\n", long_word);
  ck_assert_str_eq (text, expected);
  g_autofree char *quoted = g_strdup_printf ("%s « c » d", long_word);
  g_autofree char *guillemets = wrapped ("", "", quoted);
  g_autofree char *kept = g_strdup_printf ("%s\n« c » d\n", long_word);
  ck_assert_str_eq (guillemets, kept);
}
END_TEST

START_TEST (a_word_too_long_stands_alone)
{
  g_autofree char *word = g_strnfill (100, 'x');
  g_autofree char *text = g_strdup_printf ("a %s b", word);
  g_autofree char *found = wrapped ("", "", text);
  g_autofree char *expected = g_strdup_printf ("a\n%s\nb\n", word);
  ck_assert_str_eq (found, expected);
}
END_TEST

START_TEST (columns)
{
  g_autoptr (GString) out = g_string_new (NULL);
  orienta_lines_pad (out, "été", 5);
  orienta_lines_lead (out, "−1,5", 6);
  orienta_lines_pad (out, "long", 2);
  ck_assert_str_eq (out->str, "été    −1,5long");
}
END_TEST

START_TEST (counts_in_both_languages)
{
  ck_assert_str_eq (orienta_say_n (ORIENTA_FRENCH, 0, "place", "places", "home", "homes"), "place");
  ck_assert_str_eq (orienta_say_n (ORIENTA_FRENCH, 1, "place", "places", "home", "homes"), "place");
  ck_assert_str_eq (orienta_say_n (ORIENTA_FRENCH, 2, "place", "places", "home", "homes"), "places");
  ck_assert_str_eq (orienta_say_n (ORIENTA_ENGLISH, 0, "place", "places", "home", "homes"), "homes");
  ck_assert_str_eq (orienta_say_n (ORIENTA_ENGLISH, 1, "place", "places", "home", "homes"), "home");
}
END_TEST

TEST_MAIN ("lines", short_stays, long_is_cut_at_80, french_punctuation_is_kept_whole, a_word_too_long_stands_alone,
           columns, counts_in_both_languages)
