/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include "rules/phrase-private.h"

/* Codes asked under a policy in which one is in force, one has ended, one has a second version and one is not listed.
 */
static const char priorities[] =
    "{'orienta':1,'id':'t','version':'1','priorities':[{'code':'always'},{'code':'ended','valid':{'to':'2026-06-29'}},"
    "{'code':'moved','label':{'en':'letter k'},'valid':{'to':'2025-12-31'}},"
    "{'code':'moved','label':{'en':'letter l'},'valid':{'from':'2026-01-01'}}],"
    "'criteria':[{'id':'c','source':'s','points':1,'when':{'household.priority':%s}}]}";

static const char everything[] =
    "{'orienta':1,'as_of':'2026-06-30','households':[{'id':'H','adults':1,'request_date':'2026-01-01',"
    "'priority':['always','ended','moved','other']}],'units':[{'id':'U','kind':'plai','territory':'t'}]}";

static const struct {
  const char *test;
  OrientaTruth truth;
} cases[] = {
  { "{'has':'always'}", ORIENTA_TRUE },
  { "{'has':'moved'}", ORIENTA_TRUE },
  { "{'has':'ended'}", ORIENTA_FALSE },
  { "{'has_any':['ended','always']}", ORIENTA_TRUE },
  { "{'has_all':['always','moved']}", ORIENTA_TRUE },
  { "{'has_all':['ended','always']}", ORIENTA_FALSE },
  { "{'has_none':['ended']}", ORIENTA_TRUE },
};

START_TEST (priority_periods)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (priorities, cases[i].test);
    g_autoptr (OrientaPolicy) policy = fixture_policy (text);
    g_autoptr (OrientaRegister) reg = fixture_register (everything, policy);
    g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
    ck_assert_msg (orienta_binding_truth (binding, policy->criteria[0].when, 0, -1) == cases[i].truth, "%s",
                   cases[i].test);
  }
}
END_TEST

START_TEST (priority_labels)
{
  g_autofree char *text = g_strdup_printf (priorities, "{'has_any':['ended','moved']}");
  g_autoptr (OrientaPolicy) policy = fixture_policy (text);
  g_autoptr (OrientaRegister) reg = fixture_register (everything, policy);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  g_autofree char *limit = orienta_phrase_limit (binding, policy->criteria[0].when, 0, -1, ORIENTA_ENGLISH);
  ck_assert_str_eq (limit, "ended or letter l");
}
END_TEST

/* Whole numbers, fractions rounded up; what is not known weighs 1, what is below 0 weighs nothing. */
START_TEST (loads)
{
  static const char text[] =
      "{'orienta':1,'id':'t','version':'1','attributes':[{'name':'x','of':'household','type':'number'}],"
      "'tables':[{'id':'old','by':['household.adults'],'values':[7],'valid':{'to':'2025-12-31'}}],"
      "'quotas':[{'id':'q','source':'s','load':{'attribute':'household.x'},'max_load':9,"
      "'units':{'unit.qpv':true},'households':{'household.pets':true}},"
      "{'id':'r','load':{'table':'old'},'max_load':9},{'id':'s','load':4,'max_load':9}]}";
  static const char people[] =
      "{'orienta':1,'as_of':'2026-06-30','households':[{'id':'A','adults':1,'request_date':'2026-01-01','x':2.000001,"
      "'pets':true},{'id':'B','adults':1,'request_date':'2026-01-01','x':-3,'pets':false},"
      "{'id':'C','adults':1,'request_date':'2026-01-01'},{'id':'D','adults':1,'request_date':'2026-01-01','x':1e9}],"
      "'units':[{'id':'U','kind':'plai','territory':'t','qpv':true},{'id':'V','kind':'plai','territory':'t'}]}";
  static const gint64 expected[] = { 3, 0, 1, 1000000 };
  g_autoptr (OrientaPolicy) policy = fixture_policy (text);
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    ck_assert_int_eq (orienta_binding_load (binding, &policy->quotas[0].load, i), expected[i]);
    ck_assert_int_eq (orienta_binding_load (binding, &policy->quotas[1].load, i), 1);
    ck_assert_int_eq (orienta_binding_load (binding, &policy->quotas[2].load, i), 4);
    ck_assert_int_eq (orienta_binding_quota_has_household (binding, &policy->quotas[0], i), i == 0);
  }
  ck_assert (orienta_binding_quota_has_unit (binding, &policy->quotas[0], 0));
  ck_assert (!orienta_binding_quota_has_unit (binding, &policy->quotas[0], 1));
  ck_assert (orienta_binding_quota_has_unit (binding, &policy->quotas[1], 1));
}
END_TEST

TEST_MAIN ("binding", loads, priority_periods, priority_labels)
