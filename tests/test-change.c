/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include <string.h>

#define DOCUMENT                                                                                                       \
  "{'orienta': 1, 'id': 'p', 'version': '1', 'criteria': ["                                                            \
  "{'id': 'dalo', 'source': 's', 'points': 50, 'when': {'household.priority': {'has': 'dalo'}}}, "                     \
  "{'id': 'wait', 'source': 's', 'attribute': 'household.waiting_months', 'per': 1, 'points': 1}, "                    \
  "{'id': 'effort', 'source': 's', 'attribute': 'household.effort_now', 'bands': [[0.33, 5]]}, "                       \
  "{'id': 'need', 'source': 's', 'points': 5, 'when': {'household.needs': {'has': 'health'}}}]}"

START_TEST (test_new_points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) before = fixture_policy (DOCUMENT);
  g_autofree char *hash = g_strdup (orienta_policy_get_sha256 (before));
  g_autoptr (OrientaPolicy) after = orienta_policy_with_points (before, "dalo", "60.125", &error);
  ck_assert_ptr_nonnull (after);
  ck_assert_int_eq (orienta_policy_get_criterion_points (after, 0), 60125);
  ck_assert_int_eq (orienta_policy_get_criterion_points (after, 1), 1000);
  /* The first stays as it was. */
  ck_assert_int_eq (orienta_policy_get_criterion_points (before, 0), 50000);
  ck_assert_str_eq (orienta_policy_get_sha256 (before), hash);
  /* There and back is the same document. */
  g_autoptr (OrientaPolicy) back = orienta_policy_with_points (after, "dalo", "50", &error);
  ck_assert_str_eq (orienta_policy_get_sha256 (back), hash);
  g_autoptr (OrientaPolicy) step = orienta_policy_with_points (before, "wait", "-0.001", &error);
  ck_assert_int_eq (orienta_policy_get_criterion_points (step, 1), -1);
}
END_TEST

START_TEST (test_every_version)
{
  g_autoptr (OrientaPolicy) before =
      fixture_policy ("{'orienta': 1, 'id': 'p', 'version': '1', 'criteria': ["
                      "{'id': 'a', 'source': 's', 'points': 1, 'valid': {'to': '2025-12-31'}}, "
                      "{'id': 'b', 'source': 's', 'points': 1}, "
                      "{'id': 'a', 'source': 's', 'points': 2, 'valid': {'from': '2026-01-01'}}]}");
  g_autoptr (OrientaPolicy) after = orienta_policy_with_points (before, "a", "7", NULL);
  ck_assert_int_eq (orienta_policy_get_criterion_points (after, 0), 7000);
  ck_assert_int_eq (orienta_policy_get_criterion_points (after, 1), 1000);
  ck_assert_int_eq (orienta_policy_get_criterion_points (after, 2), 7000);
}
END_TEST

START_TEST (test_refusals)
{
  static const struct {
    const char *criterion, *points;
    OrientaErrorCode code;
    const char *message;
  } rows[] = {
    { "dallo", "1", ORIENTA_ERROR_NOT_FOUND, "\"dallo\": no criterion of that id; nearest: \"dalo\"" },
    { "zzzzzzzz", "1", ORIENTA_ERROR_NOT_FOUND, "\"zzzzzzzz\": no criterion of that id" },
    { "effort", "1", ORIENTA_ERROR_INVALID,
      "\"effort\": its points are not one number; expected a criterion of the way \"flag\" or \"per unit\"" },
    { "dalo", "many", ORIENTA_ERROR_INVALID, "\"many\": expected points of at most three decimals, up to 1e9" },
    { "dalo", "1.2345", ORIENTA_ERROR_INVALID, "\"1.2345\": expected points of at most three decimals, up to 1e9" },
    { "dalo", "1000000000.001", ORIENTA_ERROR_INVALID,
      "\"1000000000.001\": expected points of at most three decimals, up to 1e9" },
    { "dalo", "", ORIENTA_ERROR_INVALID, "\"\": expected points of at most three decimals, up to 1e9" },
  };
  g_autoptr (OrientaPolicy) policy = fixture_policy (DOCUMENT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert_ptr_null (orienta_policy_with_points (policy, rows[i].criterion, rows[i].points, &error));
    ck_assert_str_eq (error->message, rows[i].message);
    ck_assert (g_error_matches (error, ORIENTA_ERROR, (gint) rows[i].code));
  }
}
END_TEST

/* What no document may say, no change may say. */
START_TEST (test_housing_first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (DOCUMENT);
  ck_assert_ptr_null (orienta_policy_with_points (policy, "need", "-5", &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_ETHICS));
  ck_assert_msg (strstr (error->message, "$.criteria[3]: HF1: \"household.need.health\"") != NULL, "%s",
                 error->message);
}
END_TEST

START_TEST (test_diff)
{
  g_autoptr (OrientaPolicy) before = fixture_policy (DOCUMENT);
  g_autoptr (OrientaPolicy) same = fixture_policy (DOCUMENT);
  g_autofree char *nothing = orienta_policy_diff (before, same);
  ck_assert_str_eq (nothing, "{}");
  g_autoptr (OrientaPolicy) points = orienta_policy_with_points (before, "dalo", "60.5", NULL);
  g_autofree char *one = orienta_policy_diff (before, points);
  g_autofree char *expected = fixture_text ("{'criteria':{'added':[],'removed':[],'changed':"
                                            "[{'id':'dalo','old_points':50,'new_points':60.5}]}}");
  ck_assert_str_eq (one, expected);
}
END_TEST

START_TEST (test_diff_of_everything)
{
  g_autoptr (OrientaPolicy) before = fixture_policy (
      "{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': [{'name': 'x', 'of': 'unit', 'type': "
      "'bool'}], 'total': {'max': 10}, 'rules': [{'id': 'r', 'source': 's', 'require': {}}], 'criteria': "
      "[{'id': 'e', 'source': 's', 'attribute': 'household.age', 'bands': [[1, 2]]}, "
      "{'id': 'a', 'source': 's', 'points': 1}]}");
  g_autoptr (OrientaPolicy) after = fixture_policy (
      "{'orienta': 1, 'id': 'p', 'version': '2', 'attributes': [{'name': 'x', 'of': 'unit', 'type': "
      "'number'}], 'order': ['lottery'], 'rules': [{'id': 'q', 'source': 's', 'require': {}}], 'criteria': "
      "[{'id': 'a', 'source': 's', 'points': 1}, "
      "{'id': 'e', 'source': 's', 'attribute': 'household.age', 'bands': [[1, 3]]}]}");
  g_autofree char *diff = orienta_policy_diff (before, after);
  g_autofree char *expected =
      fixture_text ("{'version':['1','2'],'total':[{'max':10},null],'order':[null,['lottery']],"
                    "'attributes':{'added':[],'removed':[],'changed':[{'name':'x'}]},"
                    "'rules':{'added':['q'],'removed':['r'],'changed':[]},"
                    "'criteria':{'added':[],'removed':[],'changed':[{'id':'e','old_points':null,'new_points':null}]}}");
  ck_assert_str_eq (diff, expected);
}
END_TEST

TEST_MAIN ("change", test_new_points, test_every_version, test_refusals, test_housing_first, test_diff,
           test_diff_of_everything)
