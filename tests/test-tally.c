/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#define GRID(members)                                                                                                  \
  "{'orienta':1,'id':'t','version':'1',"                                                                               \
  "'criteria':["                                                                                                       \
  "{'id':'street','when':{'household.situation':'street'},'points':17,'source':'s'},"                                  \
  "{'id':'dalo','when':{'household.priority':{'has':'dalo'}},'points':50,'source':'s','evidence':'declared'},"         \
  "{'id':'label','when':{'household.priority':{'has':'label'}},'points':40,'source':'s','evidence':'needs_validation'" \
  "},"                                                                                                                 \
  "{'id':'family','attribute':'household.children','per':1,'points':4,'source':'s','evidence':'verified'},"            \
  "{'id':'both','when':{'criterion.dalo':true,'criterion.street':true},'points':3.5,'source':'s'}]," members "}"

static const char people[] =
    "{'orienta':1,'as_of':'2026-06-30','units':[{'id':'U','kind':'plai','territory':'t'}],'households':["
    "{'id':'all','adults':1,'children':2,'request_date':'2026-01-01','situation':'street','priority':['dalo','label']},"
    "{'id':'proven','adults':1,'children':2,'request_date':'2026-01-01','situation':'street','priority':['dalo','label'"
    "],"
    "'verified':['dalo','label']},"
    "{'id':'seen','adults':1,'children':2,'request_date':'2026-01-01','situation':'street','priority':['dalo','label'],"
    "'verified':['all']},"
    "{'id':'nobody','adults':1,'request_date':'2026-01-01'}]}";

static gint64
total_of (const char *grid, const char *household, OrientaEvidence level)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (grid);
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  g_autoptr (OrientaScore) score = orienta_policy_score_at (policy, reg, household, "U", level, NULL);
  gint64 sum = 0;
  for (guint i = 0; i < orienta_score_get_n_lines (score); i++)
    sum += orienta_score_get_line_points (score, i);
  ck_assert_int_eq (sum, orienta_score_get_points (score)); /* the lines add up, always */
  return sum;
}

#define DECLARED ORIENTA_EVIDENCE_DECLARED

START_TEST (sums)
{
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "all", DECLARED), 17000 + 50000 + 8000 + 3500);
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "nobody", DECLARED), 0);
  ck_assert_int_eq (total_of (GRID ("'total':{'max':60}"), "all", DECLARED), 60000);
  ck_assert_int_eq (total_of (GRID ("'total':{'min':5,'max':60}"), "nobody", DECLARED), 5000);
}
END_TEST

START_TEST (levels)
{
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "all", ORIENTA_EVIDENCE_VERIFIED), 8000);
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "all", ORIENTA_EVIDENCE_NEEDS_VALIDATION),
                    17000 + 50000 + 40000 + 8000 + 3500);
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "proven", ORIENTA_EVIDENCE_VERIFIED), 50000 + 40000 + 8000);
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "proven", DECLARED), 17000 + 50000 + 40000 + 8000 + 3500);
  ck_assert_int_eq (total_of (GRID ("'total':{}"), "seen", ORIENTA_EVIDENCE_VERIFIED),
                    17000 + 50000 + 40000 + 8000 + 3500);
}
END_TEST

START_TEST (groups)
{
#define GROUP(members) GRID ("'groups':[{'id':'g','of':['street','dalo','family']," members "}]")
  ck_assert_int_eq (total_of (GROUP ("'combine':'sum'"), "all", DECLARED), 78500);
  ck_assert_int_eq (total_of (GROUP ("'combine':'sum','cap':20"), "all", DECLARED), 20000 + 3500);
  ck_assert_int_eq (total_of (GROUP ("'combine':'max'"), "all", DECLARED), 50000 + 3500);
  ck_assert_int_eq (total_of (GROUP ("'combine':'max','cap':30"), "all", DECLARED), 30000 + 3500);
  ck_assert_int_eq (total_of (GROUP ("'combine':'max'"), "all", ORIENTA_EVIDENCE_VERIFIED), 8000);
  ck_assert_int_eq (total_of (GROUP ("'combine':'first'"), "all", DECLARED), 17000 + 3500);
  ck_assert_int_eq (total_of (GROUP ("'combine':'sum','floor':6"), "nobody", DECLARED), 6000);
}
END_TEST

/* What became of each line of a group where one counts. */
START_TEST (lines)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (GROUP ("'combine':'max','cap':30"));
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  g_autoptr (OrientaScore) score = orienta_policy_score (policy, reg, "all", "U", NULL);
  ck_assert_ptr_eq (orienta_score_get_policy (score), policy);
  ck_assert_ptr_eq (orienta_score_get_register (score), reg);
  ck_assert_uint_eq (orienta_score_get_n_lines (score), 6);
  static const struct {
    const char *criterion;
    OrientaReasonCode code;
    gint64 stated, points;
  } expected[] = {
    { "street", ORIENTA_REASON_OUTDONE, 17000, 0 },   { "dalo", ORIENTA_REASON_COUNTED, 50000, 50000 },
    { "label", ORIENTA_REASON_NOT_PROVEN, 40000, 0 }, { "family", ORIENTA_REASON_OUTDONE, 8000, 0 },
    { "both", ORIENTA_REASON_COUNTED, 3500, 3500 },   { NULL, ORIENTA_REASON_GROUP_CAP, 0, -20000 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    ck_assert_pstr_eq (orienta_score_get_criterion (score, i), expected[i].criterion);
    ck_assert_int_eq (orienta_score_get_reason (score, i), expected[i].code);
    ck_assert_int_eq (orienta_score_get_stated (score, i), expected[i].stated);
    ck_assert_int_eq (orienta_score_get_line_points (score, i), expected[i].points);
  }
}
END_TEST

/* Versions of one id: only the one in force on the register's day counts. */
START_TEST (versions)
{
#define VERSIONS                                                                                                       \
  "{'orienta':1,'id':'t','version':'1','criteria':["                                                                   \
  "{'id':'c','points':1,'source':'s','valid':{'to':'2026-06-29'}},"                                                    \
  "{'id':'c','points':2,'source':'s','valid':{'from':'2026-06-30','to':'2026-06-30'}},"                                \
  "{'id':'c','points':3,'source':'s','valid':{'from':'2026-07-01'}},"                                                  \
  "{'id':'d','when':{'criterion.c':true},'points':10,'source':'s'}]}"
  ck_assert_int_eq (total_of (VERSIONS, "nobody", DECLARED), 12000);
}
END_TEST

TEST_MAIN ("tally", sums, levels, groups, lines, versions)
