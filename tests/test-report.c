/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"

static OrientaReport *
report_of (const char *unit, const char *household, guint n, OrientaEvidence level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  OrientaReport *report = unit        ? orienta_report_new_unit (policy, reg, unit, n, "s", level, &error)
                          : household ? orienta_report_new_household (policy, reg, household, n, "s", level, &error)
                                      : orienta_report_new (policy, reg, n, "s", level, 2, NULL, &error);
  ck_assert_msg (report != NULL, "%s", error ? error->message : "");
  return report;
}

static OrientaJson *
parsed (const char *json)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  OrientaJson *tree = orienta_json_parse (json, strlen (json), "report", faults);
  ck_assert_ptr_nonnull (tree);
  return tree;
}

/* From 31 January to 30 June four months are complete. U1: both people on the street, DALO first; the rich are over the
 * ceiling, `nowhere` by a euro, `south` wants another place but may. U2: nobody has the need it is for. U3: `nowhere`
 * refuses it, the couples are to be verified. */
START_TEST (the_lists)
{
  g_autoptr (OrientaReport) report = report_of (NULL, NULL, 2, ORIENTA_EVIDENCE_DECLARED);
  g_autofree char *csv = orienta_report_to_csv (report, ORIENTA_AUDIENCE_PERSON);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  ck_assert_uint_eq (g_strv_length (lines), 6); /* header, 2 + 0 + 2, and the end */
  ck_assert_str_eq (lines[0], "unit,rank,household,status,in_choice,points,tier,stratum,lottery");
  ck_assert (g_str_has_prefix (lines[1], "U1,1,held,eligible,true,70,,,"));
  ck_assert (g_str_has_prefix (lines[2], "U1,2,plain,eligible,true,31.125,,,")); /* 17 + 6 + 6 + 2.125 */
  ck_assert (g_str_has_prefix (lines[3], "U3,1,held,eligible,true,70,,,"));
  ck_assert (g_str_has_prefix (lines[4], "U3,2,rich-ill,to_verify,true,62.125,,,"));
}
END_TEST

START_TEST (the_unhoused)
{
  g_autoptr (OrientaReport) report = report_of (NULL, NULL, 1, ORIENTA_EVIDENCE_DECLARED);
  g_autofree char *json = orienta_report_to_json (report, ORIENTA_AUDIENCE_PERSON);
  assert_canonical (json);
  g_autoptr (OrientaJson) tree = parsed (json);
  JsonObject *unhoused =
      json_object_get_object_member (json_node_get_object (orienta_json_get_root (tree)), "unhoused");
  JsonArray *blocked = json_object_get_array_member (unhoused, "blocked");
  JsonArray *obstacles = json_object_get_array_member (unhoused, "obstacles");
  JsonArray *waiting = json_object_get_array_member (unhoused, "waiting");
  ck_assert_uint_eq (json_array_get_length (blocked), 1);
  JsonObject *nowhere = json_array_get_object_element (blocked, 0);
  ck_assert_str_eq (json_object_get_string_member (nowhere, "household"), "nowhere");
  ck_assert_str_eq (json_object_get_string_member (json_object_get_object_member (nowhere, "nearest"), "unit"), "U1");
  ck_assert_uint_eq (json_array_get_length (obstacles), 3); /* the ceiling, the need, the kind refused */
  for (guint i = 0; i < 3; i++) {
    JsonObject *obstacle = json_array_get_object_element (obstacles, i);
    ck_assert_int_eq (json_object_get_int_member (obstacle, "n_households"), 1);
    ck_assert_int_eq (json_object_get_int_member (obstacle, "n_pairs"), 1);
    ck_assert_int_eq (json_object_get_int_member (obstacle, "n_alone"), 1);
  }
  /* `held` heads both lists with 70. `rich-ill` has 62.125, `plain` 31.125 on both, `south` 17 + 6 + 6 and the 2.125 on
   * U3 alone, `rich` 2 + 2.125. */
  const struct {
    const char *household, *unit;
    double gap;
    gint64 n_open;
  } expected[] = {
    { "rich-ill", "U3", 7.875, 1 },
    { "plain", "U1", 38.875, 2 },
    { "south", "U3", 38.875, 2 },
    { "rich", "U3", 65.875, 1 },
  };
  ck_assert_uint_eq (json_array_get_length (waiting), G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    JsonObject *row = json_array_get_object_element (waiting, i);
    ck_assert_str_eq (json_object_get_string_member (row, "household"), expected[i].household);
    ck_assert_str_eq (json_object_get_string_member (row, "unit"), expected[i].unit);
    ck_assert_double_eq (json_object_get_double_member (row, "gap"), expected[i].gap);
    ck_assert_int_eq (json_object_get_int_member (row, "n_open"), expected[i].n_open);
  }
}
END_TEST

/* Each home once, in `homes` or in `not_eligible`, as the verdict says; points as the score says. */
START_TEST (a_household_s_answer_is_complete)
{
  const char *const households[] = { "plain", "held", "rich", "rich-ill", "nowhere", "south" };
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  for (guint h = 0; h < G_N_ELEMENTS (households); h++) {
    g_autoptr (OrientaReport) report = report_of (NULL, households[h], 0, ORIENTA_EVIDENCE_DECLARED);
    g_autofree char *json = orienta_report_to_json (report, ORIENTA_AUDIENCE_PERSON);
    assert_canonical (json);
    g_autoptr (OrientaJson) tree = parsed (json);
    JsonObject *root = json_node_get_object (orienta_json_get_root (tree));
    JsonArray *sides[] = { json_object_get_array_member (root, "homes"),
                           json_object_get_array_member (root, "not_eligible") };
    ck_assert_uint_eq (json_array_get_length (sides[0]) + json_array_get_length (sides[1]), 3);
    for (guint side = 0; side < 2; side++)
      for (guint i = 0; i < json_array_get_length (sides[side]); i++) {
        JsonObject *entry = json_array_get_object_element (sides[side], i);
        const char *unit = json_object_get_string_member (entry, "unit");
        g_autoptr (OrientaVerdict) verdict = orienta_policy_judge (policy, reg, households[h], unit, NULL);
        g_autoptr (OrientaScore) score = orienta_policy_score (policy, reg, households[h], unit, NULL);
        ck_assert_int_eq (orienta_verdict_get_status (verdict) == ORIENTA_INELIGIBLE, side == 1);
        if (side == 1)
          continue;
        ck_assert_double_eq (json_object_get_double_member (entry, "points") * 1000,
                             (double) orienta_score_get_points (score));
        JsonArray *lines = json_object_get_array_member (entry, "contributions");
        double sum = 0;
        for (guint j = 0; j < json_array_get_length (lines); j++)
          sum += json_object_get_double_member (json_array_get_object_element (lines, j), "points");
        ck_assert_double_eq (sum * 1000, (double) orienta_score_get_points (score));
      }
  }
}
END_TEST

START_TEST (a_unit_s_answer_is_complete)
{
  g_autoptr (OrientaReport) report = report_of ("U1", NULL, 0, ORIENTA_EVIDENCE_DECLARED);
  g_autofree char *json = orienta_report_to_json (report, ORIENTA_AUDIENCE_PERSON);
  assert_canonical (json);
  g_autoptr (OrientaJson) tree = parsed (json);
  JsonObject *root = json_node_get_object (orienta_json_get_root (tree));
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (root, "candidates")), 3);
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (root, "not_eligible")), 3);
  g_autofree char *csv = orienta_report_to_csv (report, ORIENTA_AUDIENCE_PERSON);
  assert_has (csv, "U1,,nowhere,ineligible,,,,,\r\n");
}
END_TEST

/* Nothing here is `verified`: only what the policy says the system knows could count, and no criterion says so. */
START_TEST (the_level_of_evidence)
{
  g_autoptr (OrientaReport) report = report_of ("U1", NULL, 1, ORIENTA_EVIDENCE_VERIFIED);
  g_autofree char *csv = orienta_report_to_csv (report, ORIENTA_AUDIENCE_PERSON);
  assert_has (csv, ",eligible,true,0,,,");
  g_autofree char *json = orienta_report_to_json (report, ORIENTA_AUDIENCE_PERSON);
  assert_has (json, "\"level\":\"verified\"");
}
END_TEST

START_TEST (a_third_party_s_lists)
{
  static const char *const hidden[] = { "70",   "dalo",     "DALO",    "points", "lottery",
                                        "tier", "unhoused", "psychic", "31.125" };
  g_autoptr (OrientaReport) report = report_of (NULL, NULL, 3, ORIENTA_EVIDENCE_DECLARED);
  g_autofree char *json = orienta_report_to_json (report, ORIENTA_AUDIENCE_THIRD_PARTY);
  g_autofree char *csv = orienta_report_to_csv (report, ORIENTA_AUDIENCE_THIRD_PARTY);
  g_autofree char *text = orienta_report_to_text (report, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
  assert_canonical (json);
  ck_assert (g_str_has_prefix (csv, "unit,rank,household,status,in_choice\r\nU1,1,held,eligible,true\r\n"));
  ck_assert_uint_eq (count_of (text, "only the coordinator"), 1);
  g_autofree char *body = g_strdup (strstr (json, "\"lists\""));
  *strstr (body, "\"policy\":") = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    assert_lacks (body, hidden[i]);
    assert_lacks (csv, hidden[i]);
  }
  assert_lacks (text, "DALO");
  assert_lacks (text, "31.125");
}
END_TEST

/* Equal in all but the lottery: the page says so, and each draw is the one that anyone can redo. */
START_TEST (the_draw_is_shown)
{
  g_autoptr (OrientaReport) tied = report_of ("U3", NULL, 0, ORIENTA_EVIDENCE_DECLARED);
  g_autofree char *text = orienta_report_to_text (tied, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autofree char *draw = orienta_lottery_draw ("s", "plain");
  g_autofree char *shown = g_strdup_printf ("draw %.8s", draw);
  assert_has (text, shown);
  ck_assert_uint_eq (count_of (text, "draw "), 2); /* plain and south */
}
END_TEST

START_TEST (texts_keep_to_80_columns)
{
  const char *const subjects[][2] = { { NULL, NULL }, { "U1", NULL }, { NULL, "rich" } };
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    for (guint language = 0; language < 2; language++) {
      g_autoptr (OrientaReport) report = report_of (subjects[i][0], subjects[i][1], 0, ORIENTA_EVIDENCE_DECLARED);
      g_autofree char *text = orienta_report_to_text (report, language, ORIENTA_AUDIENCE_PERSON);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      for (guint j = 0; lines[j]; j++)
        ck_assert_msg (g_utf8_strlen (lines[j], -1) <= 80, "%s", lines[j]);
    }
}
END_TEST

START_TEST (a_cancelled_report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  orienta_progress_cancel (progress);
  ck_assert_ptr_null (orienta_report_new (policy, reg, 3, NULL, ORIENTA_EVIDENCE_DECLARED, 1, progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
}
END_TEST

TEST_MAIN ("report", the_lists, the_unhoused, a_household_s_answer_is_complete, a_unit_s_answer_is_complete,
           the_level_of_evidence, a_third_party_s_lists, the_draw_is_shown, texts_keep_to_80_columns,
           a_cancelled_report)
