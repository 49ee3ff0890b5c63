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

TEST_MAIN ("binding", priority_periods, priority_labels)
