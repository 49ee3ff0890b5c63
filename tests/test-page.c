/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"

static char *
page_of (const char *unit, const char *household, OrientaLanguage language, OrientaAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  g_autoptr (OrientaReport) report = NULL;
  if (unit)
    report = orienta_report_new_unit (policy, reg, unit, 0, "s<x>", ORIENTA_EVIDENCE_DECLARED, &error);
  else if (household)
    report = orienta_report_new_household (policy, reg, household, 0, "s<x>", ORIENTA_EVIDENCE_DECLARED, &error);
  else
    report = orienta_report_new (policy, reg, 3, "s<x>", ORIENTA_EVIDENCE_DECLARED, 1, NULL, &error);
  ck_assert_msg (report != NULL, "%s", error ? error->message : "");
  return orienta_report_to_html (report, language, audience);
}

/* Every element that is opened is closed, in order; attributes are quoted; what stands in them is escaped. */
static void
assert_well_formed (const char *html)
{
  g_autoptr (GString) xml = g_string_new (strstr (html, "<html"));
  g_string_replace (xml, "<meta charset=\"utf-8\">", "", 0);
  g_string_replace (xml, "<br>", "<br/>", 0);
  char *meta;
  while ((meta = strstr (xml->str, "<meta ")))
    g_string_erase (xml, meta - xml->str, strchr (meta, '>') + 1 - meta);
  g_autoptr (GError) error = NULL;
  const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  gboolean done = g_markup_parse_context_parse (context, xml->str, (gssize) xml->len, &error)
                  && g_markup_parse_context_end_parse (context, &error);
  ck_assert_msg (done, "%s", error ? error->message : "");
}

START_TEST (pages_are_well_formed)
{
  const char *const subjects[][2] = { { NULL, NULL }, { "U1", NULL }, { NULL, "nowhere" } };
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    for (guint language = 0; language < 2; language++)
      for (guint audience = 0; audience < 2; audience++) {
        g_autofree char *html = page_of (subjects[i][0], subjects[i][1], language, audience);
        assert_well_formed (html);
        assert_has (html, language == ORIENTA_FRENCH ? "<html lang=\"fr\">" : "<html lang=\"en\">");
        ck_assert_uint_eq (count_of (html, "<h1>"), 1);
        ck_assert_uint_eq (count_of (html, "<main"), 1);
      }
}
END_TEST

/* The title holds markup and the seed too: both come out as text, in the style sheet as well. */
START_TEST (everything_is_escaped)
{
  g_autofree char *html = page_of (NULL, NULL, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  assert_lacks (html, "<b>d");
  assert_has (html, "Grille &lt;b&gt;d&quot;essai&lt;/b&gt; &amp; co");
  assert_has (html, "s&lt;x&gt;");
  assert_has (html, "content:\"Grille \\3c b\\3e d\\22 essai\\3c \\2f b\\3e  \\26  co");
}
END_TEST

START_TEST (nothing_comes_from_outside)
{
  static const char *const outside[] = { "http:",   "https:", "src=",        "url(", "@import",
                                         "<script", "<link",  "javascript:", " on",  NULL };
  g_autofree char *html = page_of (NULL, NULL, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (outside) && !g_str_equal (outside[i], " on"); i++)
    assert_lacks (html, outside[i]);
  ck_assert (!g_regex_match_simple (" on[a-z]+=\"", html, 0, 0));
}
END_TEST

START_TEST (every_link_has_its_place)
{
  g_autofree char *html = page_of (NULL, NULL, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autoptr (GRegex) link = g_regex_new ("href=\"#([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;
  for (g_regex_match (link, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++) {
    g_autofree char *name = g_match_info_fetch (match, 1);
    g_autofree char *id = g_strdup_printf (" id=\"%s\"", name);
    ck_assert_uint_eq (count_of (html, id), 1);
  }
  ck_assert_uint_ge (n, 10);
}
END_TEST

/* 70 and 31.125 points, worked out in test-report.c, and what made them. */
START_TEST (what_a_person_reads)
{
  g_autofree char *html = page_of (NULL, NULL, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  assert_has (html, "<b>70</b> pts");
  assert_has (html, "<b>31,125</b> pts");
  assert_has (html, "DALO <b>50</b>");
  assert_has (html, "bornes du total <b>−13,125</b>");
  assert_has (html, "à vérifier");
  assert_has (html, "Ménages sans proposition, et pourquoi");
  assert_has (html, "320,50\u00a0€ par mois charges comprises");
}
END_TEST

START_TEST (what_a_third_party_reads)
{
  static const char *const hidden[] = { "DALO",          "dalo",      "pts",
                                        "Santé",         "Besoin",    "psychique",
                                        "addiction",     "31,125",    "Ménages sans proposition",
                                        "<svg",          "Personnes", "class=\"parts\"",
                                        "id=\"summary\"" };
  g_autofree char *html = page_of (NULL, NULL, ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    assert_lacks (html, hidden[i]);
  ck_assert_uint_eq (count_of (html, "seul le coordinateur en dispose"), 1);
  g_autofree char *unit = page_of ("U2", NULL, ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    assert_lacks (unit, hidden[i]);
  assert_has (unit, "Le coordinateur en détient le motif.");
}
END_TEST

/* 150 homes and three candidates each stay under a megabyte. */
START_TEST (a_commission_is_small)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *policy_path = fixture_path ("examples/policies/logement-dabord.json");
  g_autofree char *data = fixture_path ("examples/data/artois");
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (policy_path, &error);
  ck_assert_msg (policy != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaRegister) reg = orienta_register_load (data, policy, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaReport) report =
      orienta_report_new (policy, reg, 3, "s", ORIENTA_EVIDENCE_DECLARED, 0, NULL, &error);
  g_autofree char *html = orienta_report_to_html (report, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  ck_assert_uint_lt (strlen (html), 1000 * 1000);
  assert_well_formed (html);
  ck_assert_uint_eq (count_of (html, "<section class=\"unit\""), orienta_register_get_n_units (reg));
}
END_TEST

TEST_MAIN ("page", pages_are_well_formed, everything_is_escaped, nothing_comes_from_outside, every_link_has_its_place,
           what_a_person_reads, what_a_third_party_reads, a_commission_is_small)
