/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "fixture.h"

/* Who has which service, worked out by hand: each household has the home that it alone has points for. */

static const char plan_policy[] =
    "{'orienta':1,'id':'plan','version':'1',"
    "'rules':[{'id':'judged','require':{'pair.outcome':{'known':true}},'source':'s'}],"
    "'criteria':[{'id':'judged-at','attribute':'pair.outcome','per':1,'points':1,'source':'s'}]@}";

/* U0 and U1 in T0, U2 in T1, U3 in T0 with support on site. S0 comes to T0 for addiction and parenting, one slot; S1 to
 * both for addiction, low only. */
static const char plan_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'},{'id':'T1'}],'units':["
    "{'id':'U0','kind':'plai','territory':'T0'},{'id':'U1','kind':'plai','territory':'T0'},"
    "{'id':'U2','kind':'plai','territory':'T1'},{'id':'U3','kind':'plai','territory':'T0','onsite_support':true}],"
    "'services':[{'id':'S0','territories':['T0'],'needs':['addiction','parenting'],'slots':1},"
    "{'id':'S1','territories':['T0','T1'],'needs':['addiction'],'max_level':'low','slots':@}],'households':["
    "{'id':'H0','adults':1,'request_date':'2025-01-01',@},{'id':'H1','adults':1,'request_date':'2025-01-02',@},"
    "{'id':'H2','adults':1,'request_date':'2025-01-03',@},{'id':'H3','adults':1,'request_date':'2025-01-04',@}],"
    "'outcomes':[{'household_id':'H0','unit_id':'U0','value':1},{'household_id':'H1','unit_id':'U1','value':1},"
    "{'household_id':'H2','unit_id':'U2','value':1},{'household_id':'H3','unit_id':'U3','value':1}]}";

typedef struct {
  const char *slots, *households[4]; /* slots of S1; what else is known of each household */
  gint services[4];                  /* expected; -1: none */
  gboolean lacks[4];
} Plan;

#define NOTHING "'needs':[]"
#define LOW "'needs':['addiction:low']"
#define HIGH "'needs':['addiction:high']"
#define CHILD "'needs':['parenting']"
#define BOTH "'needs':['addiction:low','parenting:low']"

static const Plan plans[] = {
  { "2", { NOTHING, NOTHING, NOTHING, NOTHING }, { -1, -1, -1, -1 }, { 0 } },
  /* On site nothing is called for. */
  { "2", { LOW, LOW, LOW, LOW }, { 0, 1, 1, -1 }, { 0 } },
  { "1", { LOW, LOW, LOW, HIGH }, { 0, 1, -1, -1 }, { 0, 0, 1, 0 } },
  /* High needs are beyond S1, and S0 does not come to T1. */
  { "9", { HIGH, HIGH, HIGH, NOTHING }, { 0, -1, -1, -1 }, { 0, 1, 1, 0 } },
  /* All needs by one service. */
  { "9", { NOTHING, BOTH, BOTH, NOTHING }, { -1, 0, -1, -1 }, { 0, 0, 1, 0 } },
  { "9", { CHILD, LOW, CHILD, NOTHING }, { 0, 1, -1, -1 }, { 0, 0, 1, 0 } },
  /* Who accepts little is given little; who declines is asked nothing; dormant and unknown needs call for nothing. */
  { "9",
    { HIGH ",'support_accepted':'none'", HIGH ",'support_accepted':'low'", HIGH ",'support_accepted':'low'", NOTHING },
    { -1, 0, 1, -1 },
    { 0 } },
  { "9",
    { "'needs':['addiction:dormant']", "'needs':['addiction:unknown']", "'needs':['violence:none']", NOTHING },
    { -1, -1, -1, -1 },
    { 0 } },
  { "0", { NOTHING, NOTHING, LOW, NOTHING }, { -1, -1, -1, -1 }, { 0, 0, 1, 0 } },
};

static char *
fill (const char *text, const char *const *parts)
{
  GString *out = g_string_new (NULL);
  for (guint n = 0; *text; text++) {
    if (*text == '@')
      g_string_append (out, parts[n++]);
    else
      g_string_append_c (out, *text);
  }
  return g_string_free (out, FALSE);
}

static OrientaMatching *
match_plan (const Plan *plan, OrientaMechanism mechanism, OrientaSupportUse use)
{
  const char *const mode[] = { "" };
  const char *const parts[] = { plan->slots, plan->households[0], plan->households[1], plan->households[2],
                                plan->households[3] };
  g_autoptr (GError) error = NULL;
  g_autofree char *policy_text = fill (plan_policy, mode), *text = fill (plan_register, parts);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = fixture_register (text, policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_mechanism (options, mechanism);
  orienta_match_options_set_support (options, use);
  OrientaMatching *matching = orienta_match (policy, reg, options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  ck_assert_msg (orienta_matching_verify (matching, policy, reg, &error), "%s", error ? error->message : "");
  ck_assert_uint_eq (orienta_matching_get_n_pairs (matching), 4);
  return matching;
}

START_TEST (test_services)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint mechanism = ORIENTA_MECHANISM_OPTIMAL; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++) {
      g_autoptr (OrientaMatching) matching =
          match_plan (&plans[i], (OrientaMechanism) mechanism, ORIENTA_SUPPORT_USE_POLICY);
      for (guint pair = 0; pair < 4; pair++) {
        ck_assert_msg (orienta_matching_get_service (matching, pair) == plans[i].services[pair], "plan %u, H%u: %d", i,
                       pair, orienta_matching_get_service (matching, pair));
        ck_assert_msg (orienta_matching_lacks_support (matching, pair) == plans[i].lacks[pair], "plan %u, H%u", i,
                       pair);
      }
    }
}
END_TEST

START_TEST (test_ignored)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (OrientaMatching) matching =
        match_plan (&plans[i], ORIENTA_MECHANISM_OPTIMAL, ORIENTA_SUPPORT_USE_IGNORED);
    ck_assert_uint_eq (orienta_matching_get_n_limits (matching), 0);
    for (guint pair = 0; pair < 4; pair++) {
      ck_assert_int_eq (orienta_matching_get_service (matching, pair), -1);
      ck_assert (!orienta_matching_lacks_support (matching, pair));
    }
  }
}
END_TEST

/* How much of each service is used, of the plans above. */
START_TEST (test_slots)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (OrientaMatching) matching =
        match_plan (&plans[i], ORIENTA_MECHANISM_OPTIMAL, ORIENTA_SUPPORT_USE_PREFERRED);
    ck_assert_uint_eq (orienta_matching_get_n_limits (matching), 2);
    for (gint service = 0; service < 2; service++) {
      gint64 used = 0;
      for (guint pair = 0; pair < 4; pair++)
        used += plans[i].services[pair] == service;
      ck_assert_int_eq (orienta_matching_get_limit_amount (matching, (guint) service), used);
    }
  }
}
END_TEST

/* Where there is enough for all who are called, nothing is left to a program: required holds as well. */
START_TEST (test_required_where_it_holds)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    const gboolean *lacks = plans[i].lacks;
    if (lacks[0] || lacks[1] || lacks[2] || lacks[3])
      continue;
    g_autoptr (OrientaMatching) matching =
        match_plan (&plans[i], ORIENTA_MECHANISM_OPTIMAL, ORIENTA_SUPPORT_USE_REQUIRED);
    for (guint pair = 0; pair < 4; pair++)
      ck_assert_int_eq (orienta_matching_get_service (matching, pair), plans[i].services[pair]);
  }
}
END_TEST

TEST_MAIN ("plan", test_services, test_ignored, test_slots, test_required_where_it_holds)
