/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"

static char *
score_of (const char *household, const char *unit, OrientaAudience audience)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  g_autoptr (OrientaScore) score = orienta_policy_score (policy, reg, household, unit, NULL);
  ck_assert_ptr_nonnull (score);
  return orienta_score_to_json (score, audience);
}

static JsonObject *
object_of (OrientaJson *json)
{
  return json_node_get_object (orienta_json_get_root (json));
}

/* Twelve months at 0.5, on the street 17, DALO 50, health 8 before alone 6, inside the choice 2.125: 83.125, bounded
 * to 70. */
START_TEST (the_lines_add_up)
{
  g_autofree char *text = score_of ("held", "U1", ORIENTA_AUDIENCE_PERSON);
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) json = orienta_json_parse (text, strlen (text), "score", faults);
  JsonArray *lines = json_object_get_array_member (object_of (json), "lines");
  const struct {
    const char *criterion, *reason;
    double points, stated;
  } expected[] = {
    { "street", "counted", 17, 17 },   { "waited", "counted", 6, 6 }, { "ill", "counted", 8, 8 },
    { "dalo", "counted", 50, 50 },     { "alone", "outdone", 0, 6 },  { "chosen", "counted", 2.125, 2.125 },
    { NULL, "total-max", -13.125, 0 },
  };
  double sum = 0;
  ck_assert_uint_eq (json_array_get_length (lines), G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    JsonObject *found = NULL;
    for (guint j = 0; j < json_array_get_length (lines); j++) {
      JsonObject *line = json_array_get_object_element (lines, j);
      if (g_strcmp0 (json_object_get_string_member_with_default (line, "criterion", NULL), expected[i].criterion) == 0)
        found = line;
    }
    ck_assert_ptr_nonnull (found);
    ck_assert_str_eq (json_object_get_string_member (found, "reason"), expected[i].reason);
    ck_assert_double_eq (json_object_get_double_member (found, "points"), expected[i].points);
    ck_assert_double_eq (json_object_get_double_member (found, "stated"), expected[i].stated);
    sum += json_object_get_double_member (found, "points");
  }
  ck_assert_double_eq (sum, 70);
  ck_assert_double_eq (json_object_get_double_member (object_of (json), "points"), 70);
}
END_TEST

START_TEST (points_are_decimals)
{
  g_autofree char *json = score_of ("held", "U1", ORIENTA_AUDIENCE_PERSON);
  assert_has (json, "\"points\":2.125,");
  assert_has (json, "\"points\":-13.125,");
  assert_has (json, "\"points\":70,\"unit\":\"U1\"}");
}
END_TEST

/* By itself a household has no home: what reads one is not known, and the unit is null. */
START_TEST (without_a_unit)
{
  g_autofree char *json = score_of ("plain", NULL, ORIENTA_AUDIENCE_PERSON);
  assert_canonical (json);
  assert_has (json, "\"unit\":null}");
}
END_TEST

START_TEST (every_score_is_canonical)
{
  const char *const households[] = { "plain", "held", "rich", "rich-ill", "nowhere", "south" };
  for (guint i = 0; i < G_N_ELEMENTS (households); i++)
    for (guint audience = 0; audience < 2; audience++) {
      g_autofree char *json = score_of (households[i], "U3", audience);
      assert_canonical (json);
    }
}
END_TEST

/* No special line, nothing of a group that holds one, no bound, no total. */
START_TEST (a_third_party_cannot_work_it_out)
{
  g_autofree char *json = score_of ("held", "U1", ORIENTA_AUDIENCE_THIRD_PARTY);
  const char *const hidden[] = { "ill", "dalo",    "alone", "need",  "total-max",
                                 "70",  "outdone", "DALO",  "Santé", "special" };
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    g_autofree char *quoted = g_strdup_printf ("\"%s\"", hidden[i]);
    assert_lacks (json, quoted);
  }
  assert_lacks (json, ":70");
  assert_has (json, "\"criterion\":\"street\"");
  assert_has (json, "\"criterion\":\"waited\"");
  assert_has (json, "\"criterion\":\"chosen\"");
  assert_has (json, "\"held\":{");
}
END_TEST

/* Two households that differ only in what is special give the same bytes but for the id. */
START_TEST (a_third_party_sees_no_difference)
{
  const char *const pairs[][2] = { { "plain", "held" }, { "rich", "rich-ill" } };
  const char *const units[] = { "U1", "U2", "U3" };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++) {
      g_autofree char *plain = score_of (pairs[i][0], units[j], ORIENTA_AUDIENCE_THIRD_PARTY);
      g_autofree char *held = score_of (pairs[i][1], units[j], ORIENTA_AUDIENCE_THIRD_PARTY);
      g_autoptr (GString) renamed = g_string_new (held);
      g_autofree char *from = g_strdup_printf ("\"household\":\"%s\"", pairs[i][1]);
      g_autofree char *to = g_strdup_printf ("\"household\":\"%s\"", pairs[i][0]);
      g_string_replace (renamed, from, to, 0);
      ck_assert_str_eq (renamed->str, plain);
    }
}
END_TEST

TEST_MAIN ("score-json", the_lines_add_up, points_are_decimals, without_a_unit, every_score_is_canonical,
           a_third_party_cannot_work_it_out, a_third_party_sees_no_difference)
