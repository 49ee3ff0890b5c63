/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

/* What limits count, worked out by hand, of a matching that is given:
 *
 *   home            contingent  landlord   who          children   income a month
 *   A  plai      T0  state       west      h0 h1        1, 0       2.5, not known
 *   B  plai      T0  town        west      h2           2          40
 *   C  rés. soc. T1  none        none      h3           0          0
 *   D  plai      T2  state       east      nobody
 *
 * h4 stays in D, where it is, and counts nowhere. */

static const char register_text[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T'},{'id':'T0','parent':'T'},{'id':'T1','parent':'T'},"
    "{'id':'T2'}],'units':["
    "{'id':'A','kind':'plai','territory':'T0','places':2,'contingent':'state','landlord':'west'},"
    "{'id':'B','kind':'plai','territory':'T0','contingent':'town','landlord':'west'},"
    "{'id':'C','kind':'residence_sociale','territory':'T1'},"
    "{'id':'D','kind':'plai','territory':'T2','places':0,'contingent':'state','landlord':'east'}],'services':["
    "{'id':'S','territories':['T'],'needs':['addiction','parenting'],'slots':{'files':3,'hours':9}},"
    "{'id':'R','territories':['T2'],'needs':['addiction'],'slots':7}],'households':["
    "{'id':'h0','adults':1,'children':1,'request_date':'2025-01-01','income_month':2.5,'needs':['addiction:low']},"
    "{'id':'h1','adults':1,'request_date':'2025-01-02','needs':['parenting:low'],'support_accepted':'none'},"
    "{'id':'h2','adults':1,'children':2,'request_date':'2025-01-03','income_month':40,'needs':['parenting:high']},"
    "{'id':'h3','adults':1,'request_date':'2025-01-04','income_month':0},"
    "{'id':'h4','adults':1,'children':3,'request_date':'2025-01-05','income_month':1,'occupies':'D'}]}";

#define FAMILIES "'households':{'household.children':{'ge':1}}"
#define POOR "'households':{'household.income_month':{'le':3}}"
#define INCOME "'load':{'attribute':'household.income_month'}"
#define TABLE "'load':{'table':'weight'}"
#define NO_LEAST G_MININT64
#define NO_MOST G_MAXINT64

typedef struct {
  const char *part, *bound; /* a part of NULL: all together */
  gint64 amount, least, most;
} Told;

typedef struct {
  const char *quota;
  Told told[7]; /* those with a bound */
} Counted;

static const Counted counted[] = {
  /* Two of four are families: half of them more than none of a share of 0, 0.1 of a household less than of 0.525. */
  { FAMILIES ",'max_share':0.25", { { NULL, "max_share", 1000000, NO_LEAST, 0 } } },
  { FAMILIES ",'min_share':0.525", { { NULL, "min_share", -100000, 0, NO_MOST } } },
  { FAMILIES ",'min_share':0.000001,'max_share':1",
    { { NULL, "min_share", 1999996, 0, NO_MOST }, { NULL, "max_share", -2000000, NO_LEAST, 0 } } },
  { FAMILIES ",'max_share':0", { { NULL, "max_share", 2000000, NO_LEAST, 0 } } },
  { FAMILIES ",'min_count':1,'max_count':3",
    { { NULL, "min_count", 2, 1, NO_MOST }, { NULL, "max_count", 2, NO_LEAST, 3 } } },
  { "'max_count':3", { { NULL, "max_count", 4, NO_LEAST, 3 } } },
  /* What is not known is not surely little; it weighs 1, and 2.5 weigh 3. */
  { POOR ",'max_count':9", { { NULL, "max_count", 2, NO_LEAST, 9 } } },
  { INCOME ",'max_load':44", { { NULL, "max_load", 44, NO_LEAST, 44 } } },
  { POOR "," INCOME ",'min_load':4", { { NULL, "min_load", 3, 4, NO_MOST } } },
  { "'load':7,'min_load':1,'max_load':28",
    { { NULL, "min_load", 28, 1, NO_MOST }, { NULL, "max_load", 28, NO_LEAST, 28 } } },
  /* Of one to three persons: 5, 0 and half. */
  { TABLE ",'max_load':10", { { NULL, "max_load", 11, NO_LEAST, 10 } } },
  { "'units':{'unit.contingent':'state'}," TABLE ",'max_load':10", { { NULL, "max_load", 5, NO_LEAST, 10 } } },
  /* Parts: those of the quota's units that have one, in the register's order, also where nobody comes. */
  { "'each':'unit','max_count':1",
    { { "A", "max_count", 2, NO_LEAST, 1 },
      { "B", "max_count", 1, NO_LEAST, 1 },
      { "C", "max_count", 1, NO_LEAST, 1 },
      { "D", "max_count", 0, NO_LEAST, 1 } } },
  { "'each':'landlord','max_count':1",
    { { "west", "max_count", 3, NO_LEAST, 1 }, { "east", "max_count", 0, NO_LEAST, 1 } } },
  { "'each':'contingent'," FAMILIES ",'max_share':0.4",
    { { "state", "max_share", 200000, NO_LEAST, 0 }, { "town", "max_share", 600000, NO_LEAST, 0 } } },
  { "'each':'territory'," FAMILIES ",'min_share':0.5,'max_count':1",
    { { "T0", "min_share", 500000, 0, NO_MOST },
      { "T0", "max_count", 2, NO_LEAST, 1 },
      { "T1", "min_share", -500000, 0, NO_MOST },
      { "T1", "max_count", 0, NO_LEAST, 1 },
      { "T2", "min_share", 0, 0, NO_MOST },
      { "T2", "max_count", 0, NO_LEAST, 1 } } },
  { "'each':'kind','load':3,'min_load':3",
    { { "plai", "min_load", 9, 3, NO_MOST }, { "residence_sociale", "min_load", 3, 3, NO_MOST } } },
  { "'units':{'unit.contingent':'state'},'each':'landlord','min_count':1",
    { { "west", "min_count", 2, 1, NO_MOST }, { "east", "min_count", 0, 1, NO_MOST } } },
  { "'units':{'unit.kind':'pls'},'each':'kind','min_count':1", { { 0 } } },
};

static OrientaPolicy *
policy_of (const char *quota, const char *mode)
{
  g_autofree char *text = g_strdup_printf ("{'orienta':1,'id':'limits','version':'1','tables':[{'id':'weight','by':['"
                                           "household.persons'],'values':[5,0,0.5]}],"
                                           "'quotas':[%s%s%s],'support':{'mode':'%s','loads':[{'slots':'hours','load':{"
                                           "'attribute':'household.income_month'}}]}}",
                                           *quota ? "{'id':'Q','source':'s'," : "", quota, *quota ? "}" : "", mode);
  return fixture_policy (text);
}

static OrientaMatching *
match_given (OrientaPolicy *policy, OrientaRegister *reg)
{
  static const char *const households[] = { "h0", "h1", "h2", "h3" }, *const units[] = { "A", "A", "B", "C" };
  g_autoptr (GError) error = NULL;
  OrientaMatching *matching = orienta_match_given (policy, reg, NULL, 4, households, units, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  return matching;
}

static void
assert_told (const OrientaMatching *matching, guint limit, OrientaLimitKind kind, const char *id, const Told *told)
{
  ck_assert_int_eq (orienta_matching_get_limit_kind (matching, limit), kind);
  ck_assert_str_eq (orienta_matching_get_limit_id (matching, limit), id);
  ck_assert_pstr_eq (orienta_matching_get_limit_part (matching, limit), told->part);
  ck_assert_str_eq (orienta_matching_get_limit_bound (matching, limit), told->bound);
  ck_assert_int_eq (orienta_matching_get_limit_amount (matching, limit), told->amount);
  ck_assert_int_eq (orienta_matching_get_limit_least (matching, limit), told->least);
  ck_assert_int_eq (orienta_matching_get_limit_most (matching, limit), told->most);
  ck_assert_int_eq (orienta_matching_limit_holds (matching, limit),
                    told->amount >= told->least && told->amount <= told->most);
}

START_TEST (test_quotas)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++) {
    g_autoptr (OrientaPolicy) policy = policy_of (counted[i].quota, "ignored");
    g_autoptr (OrientaRegister) reg = fixture_register (register_text, policy);
    g_autoptr (OrientaMatching) matching = match_given (policy, reg);
    guint n = 0;
    for (; counted[i].told[n].bound; n++) {
      ck_assert_uint_lt (n, orienta_matching_get_n_limits (matching));
      assert_told (matching, n, ORIENTA_LIMIT_QUOTA, "Q", &counted[i].told[n]);
    }
    ck_assert_msg (orienta_matching_get_n_limits (matching) == n, "%s", counted[i].quota);
  }
}
END_TEST

/* h0 takes one of the files and 3 hours, h2 one and 40, which is more than there are; h1 declines. */
START_TEST (test_services)
{
  static const Told told[] = {
    { NULL, "slots", 0, NO_LEAST, 7 },
    { "files", "slots", 1, NO_LEAST, 3 },
    { "hours", "slots", 3, NO_LEAST, 9 },
  };
  for (guint mode = 0; mode < 2; mode++) {
    g_autoptr (OrientaPolicy) policy = policy_of ("", mode == 0 ? "preferred" : "required");
    g_autoptr (OrientaRegister) reg = fixture_register (register_text, policy);
    g_autoptr (OrientaMatching) matching = match_given (policy, reg);
    ck_assert_uint_eq (orienta_matching_get_n_limits (matching), 3);
    for (guint i = 0; i < 3; i++)
      assert_told (matching, i, ORIENTA_LIMIT_SERVICE, i == 0 ? "R" : "S", &told[i]);
    for (guint pair = 0; pair < 4; pair++) {
      ck_assert_int_eq (orienta_matching_get_service (matching, pair), pair == 0 ? 1 : -1);
      ck_assert_int_eq (orienta_matching_lacks_support (matching, pair), pair == 2);
    }
  }
}
END_TEST

/* -- what cannot be found -- */

static OrientaMatching *
match_at_least (OrientaPolicy *policy, OrientaRegister *reg, double seconds, GError **error)
{
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_n_threads (options, 1);
  orienta_match_options_set_seconds (options, seconds);
  orienta_match_options_keep (options, "h0", "A");
  return orienta_match (policy, reg, options, NULL, error);
}

/* Without any time nothing is found: nobody is matched, and no more is claimed than what places alone leave open. */
START_TEST (test_no_time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy =
      fixture_policy ("{'orienta':1,'id':'limits','version':'1','criteria':[{'id':'c','points':5,'source':'s'}],"
                      "'quotas':[{'id':'Q','source':'s'," FAMILIES ",'units':{'unit.contingent':'town'},'min_count':1},"
                      "{'id':'R','source':'s','max_count':2}]}");
  g_autoptr (OrientaRegister) reg = fixture_register (register_text, policy);
  if (!orienta_has_highs ())
    return;
  g_autoptr (OrientaMatching) matching = match_at_least (policy, reg, 1e-9, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_matching_get_status (matching), ORIENTA_MATCH_BOUNDED);
  ck_assert_int_ge (orienta_matching_get_bound (matching), 10000);
  ck_assert_int_le (orienta_matching_get_bound (matching), 25000);
  ck_assert_msg (orienta_matching_verify (matching, policy, reg, &error), "%s", error ? error->message : "");
  g_autoptr (OrientaMatching) best = match_at_least (policy, reg, 0, &error);
  ck_assert_int_eq (orienta_matching_get_status (best), ORIENTA_MATCH_OPTIMAL);
  ck_assert_int_eq (orienta_matching_get_total (best), 10000);
}
END_TEST

/* Without HiGHS, limits that the best under places alone keeps are no matter; others cannot be had. */
START_TEST (test_missing)
{
  g_autoptr (OrientaPolicy) loose = policy_of ("'max_count':9", "ignored");
  g_autoptr (OrientaPolicy) tight = policy_of ("'max_count':1", "ignored");
  g_autoptr (OrientaRegister) reg = fixture_register (register_text, loose);
  g_autoptr (OrientaRegister) same = fixture_register (register_text, tight);
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaMatching) easy = match_at_least (loose, reg, 0, &error);
  ck_assert_msg (easy != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_matching_get_status (easy), ORIENTA_MATCH_OPTIMAL);
  g_autoptr (OrientaMatching) hard = match_at_least (tight, same, 0, &error);
  ck_assert_int_eq (hard != NULL, orienta_has_highs ());
  if (hard)
    return;
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_MISSING));
  ck_assert_str_eq (error->message, "built without HiGHS: no program can be solved, expected a build with "
                                    "-Dhighs=enabled");
}
END_TEST

TEST_MAIN ("limits", test_quotas, test_services, test_no_time, test_missing)
