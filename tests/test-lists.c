/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "busy.h"

/* Lists that are kept give what matching anew gives, event by event. */

/* Both ways; returns whether lists were kept that stay as they are. */
static gboolean
compare_ways (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options, guint n)
{
  g_autoptr (OrientaSetting) setting = orienta_setting_new (scenario, policy, options, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, scenario->reg, NULL);
  const OrientaRegime *regime = &g_array_index (setting->regimes, OrientaRegime, 0);
  g_autoptr (OrientaLists) lists = orienta_lists_new (binding, regime->options[0], NULL);
  busy_compare_ways (scenario, policy, options, n);
  return lists != NULL;
}

static void
assert_kept (const char *policy_text, OrientaSimulateOptions *options)
{
  static const char *const every[] = { "0", "14", "0.5" };
  for (guint i = 0; i < G_N_ELEMENTS (every); i++) {
    g_autoptr (OrientaScenario) scenario = busy_scenario_of (every[i], "sequential", BUSY_COUNTED);
    g_autoptr (OrientaPolicy) policy = busy_static_policy (policy_text);
    ck_assert (compare_ways (scenario, policy, options, 3));
  }
}

START_TEST (test_plain)
{
  assert_kept (BUSY_STILL, NULL);
}
END_TEST

START_TEST (test_refusals)
{
  assert_kept (",'rules':[" BUSY_RULES
               ",{'id':'once','require':{'pair.refused_before':false},'source':'s'}],'criteria':[" BUSY_CRITERIA "]",
               NULL);
  assert_kept (",'rules':[" BUSY_RULES "],'criteria':[" BUSY_CRITERIA ",{'id':'tried','attribute':'household.refusals',"
               "'per':1,'points':3,'source':'s'}]",
               NULL);
}
END_TEST

START_TEST (test_tiers)
{
  assert_kept (BUSY_STILL
               ",'tiers':[{'id':'sick','when':{'household.needs':{'has':'psychic'}}},{'id':'families','when':{"
               "'household.children':{'gt':0},'unit.territory':'E'}}]",
               NULL);
}
END_TEST

START_TEST (test_order)
{
  assert_kept (BUSY_STILL ",'order':['household.income_month asc','points desc','unit.durable desc']", NULL);
  assert_kept (BUSY_STILL ",'order':['pair.in_choice desc','points desc','household.request_date desc']", NULL);
}
END_TEST

/* Services are given first come, first served; where some go without the whole is matched. */
START_TEST (test_support)
{
  assert_kept (BUSY_STILL ",'support':{'mode':'required','loads':[{'load':2}]}", NULL);
  assert_kept (BUSY_STILL ",'support':{'mode':'ignored'}", NULL);
}
END_TEST

/* Rules and criteria that come into force, and end, on the way. */
START_TEST (test_versions)
{
  assert_kept (
      ",'rules':[" BUSY_RULES "],'criteria':[{'id':'street','when':{'household.situation':'street'},'points':10,"
      "'source':'s','valid':{'to':'2026-07-31'}},{'id':'street','when':{'household.situation':'street'},'points':"
      "-5,'source':'s','valid':{'from':'2026-08-01'}},{'id':'alone','when':{'household.children':0},'points':7,"
      "'source':'s','valid':{'from':'2026-11-11','to':'2027-03-03'}}]",
      NULL);
}
END_TEST

START_TEST (test_options)
{
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaMatchOptions) match = busy_match_options (4000);
  orienta_simulate_options_set_match (options, match);
  assert_kept (BUSY_STILL ",'order':['points desc','lottery']", options);
  orienta_match_options_set_to_verify (match, FALSE);
  orienta_match_options_set_reserve (match, "E1", 9000);
  orienta_match_options_set_reserve (match, "W2", 5000);
  orienta_simulate_options_set_match (options, match);
  assert_kept (BUSY_STILL, options);
  orienta_match_options_set_slot_reserve (match, "R", NULL, 8000);
  orienta_match_options_set_slot_reserve (match, "S", NULL, 4000);
  orienta_simulate_options_set_match (options, match);
  assert_kept (BUSY_STILL, options);
  assert_kept (BUSY_STILL ",'support':{'mode':'required','loads':[{'load':2}]}", options);
}
END_TEST

/* One policy after the other; the second goes with the days. */
START_TEST (test_changes)
{
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaPolicy) second = busy_policy (), third = busy_static_policy (BUSY_STILL);
  orienta_simulate_options_change_policy (options, "2026-10-01", second, NULL);
  orienta_simulate_options_change_policy (options, "2027-02-01", third, NULL);
  assert_kept (BUSY_STILL, options);
}
END_TEST

/* What goes with the days is no list that stays: points for the wait, members who grow up; nor is the best matching. */
START_TEST (test_not_kept)
{
  g_autoptr (OrientaPolicy) waits = busy_policy (), still = busy_static_policy (BUSY_STILL);
  g_autoptr (OrientaScenario) counted = busy_scenario_of ("14", "sequential", BUSY_COUNTED);
  g_autoptr (OrientaScenario) listed = busy_scenario ("14", "sequential"), best = busy_scenario ("14", "optimal");
  ck_assert (!compare_ways (counted, waits, NULL, 2));
  ck_assert (!compare_ways (listed, still, NULL, 2));
  ck_assert (!compare_ways (best, still, NULL, 2));
}
END_TEST

TEST_MAIN ("lists", test_plain, test_refusals, test_tiers, test_order, test_support, test_versions, test_options,
           test_changes, test_not_kept)
