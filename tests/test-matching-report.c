/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "matching-answers.h"

#include "match/matching-private.h"

/* To place `hh-third` on B would send `hh-first` back to A and `hh-second` away: 86.5 - 69.5 = 17, of which it brings
 * 2.5; `hh-fourth` lacks 19.5 - 2.5 on A. */
START_TEST (the_table)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  g_autofree char *csv = orienta_matching_report_to_csv (report, ORIENTA_AUDIENCE_PERSON);
  ck_assert_str_eq (
      csv, "household,unit,points,status,in_choice,service,lacks_support,leaves,chain,move,reason,nearest,margin\r\n"
           "hh-first,B,67,eligible,false,,false,,1,1,,,\r\n"
           "hh-fourth,,,,,,,,,,match-outscored,A,17\r\n"
           "hh-second,A,19.5,eligible,true,,false,,2,2,,,\r\n"
           "hh-third,,,,,,,,,,match-outscored,B,14.5\r\n");
}
END_TEST

START_TEST (a_third_party_s_table)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  g_autofree char *csv = orienta_matching_report_to_csv (report, ORIENTA_AUDIENCE_THIRD_PARTY);
  ck_assert_str_eq (csv,
                    "household,unit,status,in_choice\r\nhh-first,B,eligible,false\r\nhh-second,A,eligible,true\r\n");
}
END_TEST

/* One place more of A: `hh-first` and `hh-second` there, `hh-third` on B, 91.5; of B: `hh-third` too, 89. */
START_TEST (the_text)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *line = flat (text);
  assert_has (line, "This document proposes; a person decides.");
  assert_has (line, "Proven: under these rules and limits no matching does better.");
  assert_has (line, "households housed 2 of 4 (50%)");
  assert_has (line, "points in all 86.5");
  assert_has (line, "inside the stated choice 1 of 2 (50%)");
  assert_has (line, "Beside the matching “home by home”: +0 households housed (leaving a place: +0), "
                    "+14.5\u00a0points. Housed here alone: 1; "
                    "there alone: 1; in both, elsewhere: 1.");
  assert_has (line, "on the street 2/2 100% 50% ████████████████████");
  assert_has (line, "health 0/1 0% 0% ····················");
  assert_has (line, "B pension de famille, south — 1\u00a0place · durable lease hh-first 67 outside choice");
  assert_has (line, "Without a home, the nearest first (households: 2)");
  assert_has (line, "One more place in PLAI (north, A) would house 1 more household and bring 5\u00a0points. "
                    "One place less would cost 19.5\u00a0points.");
  assert_has (line,
              "One more place in pension de famille (south, B) would house 1 more household and bring 2.5\u00a0points. "
              "One place less would cost 17\u00a0points.");
  ck_assert (strstr (line, "hh-third: The places") < strstr (line, "hh-fourth: The places"));
  assert_has (line, "Without waiting for anybody: 2. Chains: 0, of which exchanges: 0.");
}
END_TEST

START_TEST (the_text_in_french)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *line = flat (text);
  assert_has (line, "Ce document propose ; une personne décide.");
  assert_has (line, "ménages logés 2 sur 4 (50\u00a0%)");
  assert_has (line, "logerait 1 ménage de plus et apporterait 5\u00a0points.");
  assert_has (line, "au plus près (B), il manque 14,5\u00a0points.");
}
END_TEST

START_TEST (a_third_party_s_text)
{
  static const char *const hidden[] = { "67", "86", "DALO", "health", "hh-third", "missing", "bring" };
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
  g_autofree char *page = orienta_matching_report_to_html (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
  const char *body = strstr (text, "Who where"), *main = strstr (page, "<main");
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    assert_lacks (body, hidden[i]);
    assert_lacks (main, hidden[i]);
  }
  ck_assert_uint_eq (count_of (text, "only the coordinator"), 1);
  assert_has (main, "hh-first");
}
END_TEST

/* Nothing to compare with: no second matching is spoken of. */
START_TEST (by_itself)
{
  g_autoptr (OrientaMatching) today = matching_of (ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (today, NULL);
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *page = orienta_matching_report_to_html (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *line = flat (text);
  assert_has (line, "points in all 72");
  assert_has (line, "nothing is claimed of the total");
  assert_lacks (line, "Beside the matching");
  assert_lacks (page, "Two matchings");
  assert_lacks (page, "id=\"prices\"");
}
END_TEST

START_TEST (who_moves_first)
{
  g_autoptr (OrientaMatching) chain = matching_in (chain_register, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (chain, NULL);
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *csv = orienta_matching_report_to_csv (report, ORIENTA_AUDIENCE_PERSON);
  assert_has (csv, "hh-mover,B,2.5,eligible,true,,false,A,1,1,,,\r\nhh-second,A,19.5,eligible,true,,false,,1,2,,,\r\n");
  assert_has (text, "hh-mover → B ; puis hh-second → A\n");
  assert_has (text, "libère A");
  assert_has (text, "Enchaînements : 1, dont échanges : 0.");
}
END_TEST

START_TEST (who_moves_on_one_day)
{
  g_autoptr (OrientaMatching) exchange = matching_in (exchange_register, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (exchange, NULL);
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *page = orienta_matching_report_to_html (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  assert_has (text, "(exchange: on one day)");
  assert_has (text, "Chains: 1, of which exchanges: 1.");
  assert_has (page, "exchange: on one day");
}
END_TEST

static void
add_limit (OrientaMatching *matching, OrientaLimit limit)
{
  limit.id = g_strdup (limit.id);
  limit.part = g_strdup (limit.part);
  g_array_append_val (matching->limits, limit);
}

/* As a program would leave them: a service with a slot left, a share that a quarter of a household is missing to. */
static OrientaMatching *
limited (OrientaMatchStatus status)
{
  OrientaMatching *matching = matching_of (ORIENTA_MECHANISM_OPTIMAL);
  OrientaConflict conflict = { .limit = 1, .gap = 250000 };
  add_limit (matching, (OrientaLimit){ .kind = ORIENTA_LIMIT_SERVICE,
                                       .id = (char *) "S1",
                                       .part = (char *) "hours",
                                       .bound = "slots",
                                       .amount = 3,
                                       .least = G_MININT64,
                                       .most = 4,
                                       .step = 1,
                                       .has_worth = TRUE,
                                       .worth = { 5000, 0, 1, 0 } });
  add_limit (matching, (OrientaLimit){ .kind = ORIENTA_LIMIT_QUOTA,
                                       .id = (char *) "q",
                                       .part = (char *) "L07",
                                       .bound = "min_share",
                                       .amount = -250000,
                                       .least = 0,
                                       .most = G_MAXINT64,
                                       .step = 1000000 });
  if (status == ORIENTA_MATCH_INFEASIBLE)
    g_array_append_val (matching->conflicts, conflict);
  matching->bound += 1500;
  matching->status = status;
  return matching;
}

START_TEST (limits_in_words)
{
  g_autoptr (OrientaMatching) matching = limited (ORIENTA_MATCH_BOUNDED);
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (matching, NULL);
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *page = orienta_matching_report_to_html (report, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *line = flat (text);
  assert_has (
      line,
      "Not proven, the time was up: no matching has more than 88\u00a0points; this one is at most 1.5\u00a0points "
      "away.");
  assert_has (line, "- service S1, hours: 3, at most 4; one unit more: +1 household, 5\u00a0points");
  assert_has (line, "- q (L07): 0.25 households below the share; NOT HELD");
  assert_has (page, "<td>0,25 ménage de moins que la part</td><td><span class=\"flag verify\">non</span>");
}
END_TEST

START_TEST (limits_that_contradict_each_other)
{
  g_autoptr (OrientaMatching) matching = limited (ORIENTA_MATCH_INFEASIBLE);
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (matching, NULL);
  g_autofree char *text = orienta_matching_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *page = orienta_matching_report_to_html (report, ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *line = flat (text);
  assert_has (line, "The limits cannot hold together: nobody is housed.");
  assert_has (line, "- q (L07): alone it would have to give way by 0.25.");
  assert_has (page, "<li>q (L07) : seule, elle devrait céder de 0,25.</li>");
}
END_TEST

START_TEST (texts_keep_to_80_columns)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  for (guint language = 0; language < 2; language++) {
    g_autofree char *text = orienta_matching_report_to_text (report, language, ORIENTA_AUDIENCE_PERSON);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    for (guint i = 0; lines[i]; i++)
      ck_assert_msg (g_utf8_strlen (lines[i], -1) <= 80, "%s", lines[i]);
  }
}
END_TEST

/* Every element that is opened is closed; the title and the seed hold markup, and come out as text. */
START_TEST (pages_are_well_formed)
{
  g_autoptr (OrientaMatchingReport) report = matching_report_of ();
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *html = orienta_matching_report_to_html (report, i % 2, i / 2);
    assert_has (html, i % 2 == ORIENTA_FRENCH ? "Essai &lt;b&gt;" : "Trial &lt;b&gt;");
    assert_has (html, "s&lt;x&gt;");
    g_autoptr (GRegex) bare = g_regex_new ("<(meta|br)[^>]*>", 0, 0, NULL);
    g_autofree char *xml = g_regex_replace_literal (bare, strstr (html, "<html"), -1, 0, "", 0, NULL);
    const GMarkupParser parser = { NULL };
    g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
    gboolean done =
        g_markup_parse_context_parse (context, xml, -1, &error) && g_markup_parse_context_end_parse (context, &error);
    ck_assert_msg (done, "%s", error ? error->message : "");
    ck_assert_uint_eq (count_of (html, "<h1>"), 1);
  }
}
END_TEST

TEST_MAIN ("matching-report", the_table, a_third_party_s_table, the_text, the_text_in_french, a_third_party_s_text,
           by_itself, who_moves_first, who_moves_on_one_day, limits_in_words, limits_that_contradict_each_other,
           texts_keep_to_80_columns, pages_are_well_formed)
