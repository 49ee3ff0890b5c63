/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "busy.h"

/* Lists of what goes with the days, kept from one commission to the next, give what matching anew gives, event by
 * event. */

/* Whether such lists are kept at all. */
static gboolean
is_kept (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options)
{
  g_autoptr (OrientaSetting) setting = orienta_setting_new (scenario, policy, options, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, scenario->reg, NULL);
  const OrientaRegime *regime = &g_array_index (setting->regimes, OrientaRegime, 0);
  g_autoptr (OrientaLists) lists = orienta_lists_new (binding, regime->options[0], NULL);
  g_autoptr (OrientaRolls) rolls = orienta_rolls_new (binding, regime->options[0]);
  return !lists && rolls;
}

/* Of heads that are counted and of members with their birthdays, at once, every two weeks and twice a day. */
static void
assert_same (const char *policy_text, OrientaSimulateOptions *options)
{
  static const char *const every[] = { "0", "14", "0.5" }, *const members[] = { BUSY_COUNTED, BUSY_LISTED };
  for (guint i = 0; i < G_N_ELEMENTS (every); i++)
    for (guint k = 0; k < G_N_ELEMENTS (members); k++) {
      g_autoptr (OrientaScenario) scenario = busy_scenario_of (every[i], "sequential", members[k]);
      g_autoptr (OrientaPolicy) policy = busy_static_policy (policy_text);
      ck_assert (is_kept (scenario, policy, options));
      busy_compare_ways (scenario, policy, options, 2);
    }
}

#define WITH(criteria) ",'rules':[" BUSY_RULES "],'criteria':[" BUSY_CRITERIA "," criteria "]"
#define RULED(rules) ",'rules':[" BUSY_RULES "," rules "],'criteria':[" BUSY_CRITERIA "," BUSY_WAIT "]"

START_TEST (test_wait)
{
  assert_same (WITH (BUSY_WAIT), NULL);
  assert_same (WITH ("{'id':'days','attribute':'household.waiting_days','per':1,'points':0.1,'max':12,'source':'s'}"),
               NULL);
  assert_same (WITH ("{'id':'long','when':{'household.waiting_months':{'ge':3}},'points':9,'source':'s'},"
                     "{'id':'stale','attribute':'household.contact_months','per':1,'points':-2,'source':'s'}"),
               NULL);
  assert_same (WITH ("{'id':'sick','attribute':'household.waiting_days','applies':{'household.needs':{'has':'psychic'}}"
                     ",'per':1,'points':1,'source':'s'}"),
               NULL);
}
END_TEST

/* A wait that counts only in some homes, or beside what only some homes give, or where another criterion asks for it.
 */
START_TEST (test_wait_of_pair)
{
  assert_same (WITH ("{'id':'wait','attribute':'household.waiting_months','applies':{'unit.kind':'plai'},'per':1,"
                     "'points':2,'source':'s'}"),
               NULL);
  assert_same (WITH (BUSY_WAIT ",{'id':'patient','when':{'criterion.wait':true,'unit.kind':'plai'},'points':5,"
                               "'source':'s'}"),
               NULL);
  assert_same (WITH (BUSY_WAIT) ",'groups':[{'id':'g','of':['wait','near'],'cap':6}]", NULL);
}
END_TEST

START_TEST (test_bounds)
{
  assert_same (WITH (BUSY_WAIT) ",'total':{'min':3,'max':12}", NULL);
  assert_same (
      WITH (BUSY_WAIT
            ",{'id':'long','when':{'household.waiting_months':{'ge':4}},'points':8,'source':'s'}") ",'groups':[{'id':'"
                                                                                                   "time','of':['wait',"
                                                                                                   "'long'],'combine':'"
                                                                                                   "max','cap':7,'"
                                                                                                   "floor':2},"
                                                                                                   "{'id':'home','of':["
                                                                                                   "'near','psychic'],'"
                                                                                                   "floor':1}],'total':"
                                                                                                   "{'max':20}",
      NULL);
}
END_TEST

START_TEST (test_ages)
{
  assert_same (RULED ("{'id':'young','applies':{'unit.territory':'W'},'require':{'household.age':{'ge':20,'lt':31}},"
                      "'source':'s'}"),
               NULL);
  assert_same (WITH (BUSY_WAIT ",{'id':'age','attribute':'household.age','per':10,'points':1,'source':'s'},"
                               "{'id':'minors','attribute':'household.minors','per':1,'points':3,'source':'s'}"),
               NULL);
  assert_same (RULED ("{'id':'later','require':{'household.waiting_days':{'ge':10}},'source':'s'}"), NULL);
}
END_TEST

START_TEST (test_order)
{
  assert_same (WITH (BUSY_WAIT) ",'order':['household.waiting_months desc','points desc','household.age asc']", NULL);
  assert_same (WITH (BUSY_WAIT) ",'order':['pair.in_choice desc','points desc','household.income_month asc']", NULL);
  assert_same (
      WITH (BUSY_WAIT) ",'tiers':[{'id':'elders','when':{'household.oldest_age':{'ge':55},'unit.kind':'plai'}},"
                       "{'id':'long','when':{'household.waiting_months':{'ge':5}}}]",
      NULL);
}
END_TEST

/* Slots run out, so that who has support is planned for all who are called together. */
START_TEST (test_support)
{
  assert_same (WITH (BUSY_WAIT) ",'support':{'mode':'preferred','loads':[{'load':3}]}", NULL);
  assert_same (WITH (BUSY_WAIT) ",'support':{'mode':'required','loads':[{'load':2}]}", NULL);
}
END_TEST

START_TEST (test_versions)
{
  assert_same (WITH (BUSY_WAIT ",{'id':'long','when':{'household.waiting_months':{'ge':2}},'points':6,'source':'s',"
                               "'valid':{'from':'2026-07-15','to':'2027-03-03'}}"),
               NULL);
}
END_TEST

START_TEST (test_options)
{
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaMatchOptions) match = busy_match_options (7000);
  orienta_match_options_set_reserve (match, "E1", 12000);
  orienta_simulate_options_set_match (options, match);
  assert_same (WITH (BUSY_WAIT) ",'order':['points desc','lottery']", options);
  orienta_match_options_set_to_verify (match, FALSE);
  orienta_simulate_options_set_match (options, match);
  assert_same (WITH (BUSY_WAIT), options);
}
END_TEST

/* What goes with the homes, and the other mechanisms, under quotas and reserves too, are matched anew. */
START_TEST (test_not_kept)
{
  static const char quotas[] = WITH (BUSY_WAIT) ",'quotas':[{'id':'q','units':{'unit.kind':'plai'},'households':{"
                                                "'household.situation':'street'},'min_share':0.5}]";
  g_autoptr (OrientaScenario) called = busy_scenario ("14", "sequential"), best = busy_scenario ("14", "optimal"),
                              stable = busy_scenario ("14", "stable");
  g_autoptr (OrientaPolicy) policy = busy_static_policy (quotas);
  g_autoptr (OrientaPolicy) by_places =
      busy_static_policy (WITH (BUSY_WAIT ",{'id':'large','when':{'unit.places':{'ge':3}},'points':2,'source':'s'}"));
  ck_assert (!is_kept (called, by_places, NULL) && !is_kept (best, policy, NULL) && !is_kept (stable, policy, NULL));
  busy_compare_ways (called, by_places, NULL, 1);
  busy_compare_ways (called, policy, NULL, 1);
  busy_compare_ways (best, policy, NULL, 1);
  busy_compare_ways (stable, policy, NULL, 1);
}
END_TEST

TEST_MAIN ("rolls", test_wait, test_wait_of_pair, test_bounds, test_ages, test_order, test_support, test_versions,
           test_options, test_not_kept)
