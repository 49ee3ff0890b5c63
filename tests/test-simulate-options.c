/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scene.h"

/* Options are copied whole; changes of policy lie in the order of their dates. */

static const char policy_text[] = "{'orienta':1,'id':'%s','version':'1'}";

static OrientaPolicy *
policy_of (const char *id)
{
  g_autofree char *text = g_strdup_printf (policy_text, id);
  return fixture_policy (text);
}

START_TEST (test_copy)
{
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
  g_autoptr (OrientaPolicy) policy = policy_of ("a");
  orienta_match_options_set_seed (match, "2026-W47");
  orienta_simulate_options_set_seed (options, G_MAXUINT64);
  orienta_simulate_options_set_replications (options, 7, 8);
  orienta_simulate_options_set_every (options, 3.5);
  orienta_simulate_options_set_match (options, match);
  orienta_simulate_options_set_keep_events (options, TRUE);
  orienta_simulate_options_set_n_threads (options, 2);
  orienta_simulate_options_change_policy (options, "2026-05-01", policy, match);
  OrientaSimulateOptions *copy = orienta_simulate_options_copy (options);
  orienta_match_options_set_seed (match, "other");
  orienta_simulate_options_set_match (options, NULL);
  ck_assert_uint_eq (copy->seed, G_MAXUINT64);
  ck_assert_uint_eq (copy->first, 7);
  ck_assert_uint_eq (copy->n, 8);
  ck_assert_double_eq (copy->every, 3.5);
  ck_assert_str_eq (copy->match->seed, "2026-W47");
  ck_assert (copy->keep_events);
  ck_assert_uint_eq (copy->n_threads, 2);
  ck_assert_uint_eq (copy->changes->len, 1);
  ck_assert_str_eq (g_array_index (copy->changes, OrientaPolicyChange, 0).options->seed, "2026-W47");
  ck_assert_ptr_null (options->match);
  orienta_simulate_options_unref (copy);
}
END_TEST

START_TEST (test_changes)
{
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaPolicy) a = policy_of ("a"), b = policy_of ("b"), c = policy_of ("c"), d = policy_of ("d");
  orienta_simulate_options_change_policy (options, "2027-01-01", a, NULL);
  orienta_simulate_options_change_policy (options, "2026-01-01", b, NULL);
  orienta_simulate_options_change_policy (options, "2026-07-01", c, NULL);
  orienta_simulate_options_change_policy (options, "2026-01-01", d, NULL);
  const OrientaPolicy *const expected[] = { d, c, a };
  ck_assert_uint_eq (options->changes->len, 3);
  for (guint i = 0; i < 3; i++)
    ck_assert_ptr_eq (g_array_index (options->changes, OrientaPolicyChange, i).policy, expected[i]);
}
END_TEST

/* How often and how: the options' word before the scenario's. */
START_TEST (test_words)
{
  g_autoptr (OrientaScenario) scenario = scene_scenario (
      "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'s'},'start':'2026-01-01','days':90,"
      "'register':{'orienta':1,'territories':[{'id':'T'}],'units':[],'households':[]},'commissions':[{'from':'2026-02-"
      "01','every_days':7,"
      "'mechanism':'stable'},{'from':'2025-12-31','every_days':0,'mechanism':'sequential'}]}");
  g_autoptr (OrientaPolicy) policy = policy_of ("a");
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
  g_autoptr (OrientaSetting) plain = orienta_setting_new (scenario, policy, options, NULL);
  orienta_simulate_options_set_every (options, 2);
  orienta_simulate_options_set_match (options, match);
  g_autoptr (OrientaSetting) told = orienta_setting_new (scenario, policy, options, NULL);
  const OrientaRhythm *first = &g_array_index (plain->rhythms, OrientaRhythm, 0), *second = first + 1;
  ck_assert_int_eq (first->from, -ORIENTA_DAY);
  ck_assert_int_eq (first->every, 0);
  ck_assert_int_eq (second->every, 7 * ORIENTA_DAY);
  ck_assert_uint_eq (orienta_setting_rhythm (plain, -2 * ORIENTA_DAY), 2);
  ck_assert_uint_eq (orienta_setting_rhythm (plain, 31 * ORIENTA_DAY - 1), 0);
  ck_assert_uint_eq (orienta_setting_rhythm (plain, 31 * ORIENTA_DAY), 1);
  const OrientaRegime *regime = &g_array_index (plain->regimes, OrientaRegime, 0);
  ck_assert_int_eq (regime->options[0]->mechanism, ORIENTA_MECHANISM_SEQUENTIAL);
  ck_assert_int_eq (regime->options[1]->mechanism, ORIENTA_MECHANISM_STABLE);
  regime = &g_array_index (told->regimes, OrientaRegime, 0);
  ck_assert_int_eq (regime->options[0]->mechanism, ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_int_eq (g_array_index (told->rhythms, OrientaRhythm, 0).every, 2 * ORIENTA_DAY);
}
END_TEST

TEST_MAIN ("simulate-options", test_copy, test_changes, test_words)
