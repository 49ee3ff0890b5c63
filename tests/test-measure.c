/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a criterion gives, against grids worked out by hand. Every case is one household of one register. */
#include "fixture.h"

#include <string.h>

/* The points, in thousandths, of a one-criterion policy for a household given by its members. */
static gint64
points_of (const char *criterion, const char *household)
{
  g_autofree char *policy_text = g_strdup_printf (
      "{'orienta':1,'id':'t','version':'1','criteria':[{'id':'c','source':'test',%s}],"
      "'tables':[{'id':'crowding','by':[{'attribute':'household.rooms_now','from':[1,2,4]},'household.persons'],"
      "'values':[[0,4,8],[0,0,4],[0,0,0]]},"
      "{'id':'growing','by':['household.persons'],'values':[10,20],'beyond':5}]}",
      criterion);
  g_autofree char *register_text =
      g_strdup_printf ("{'orienta':1,'as_of':'2026-06-30','households':[{'id':'H','adults':1,%s%s}],"
                       "'units':[{'id':'U','kind':'plai','territory':'t'}]}",
                       strstr (household, "request_date") ? "" : "'request_date':'2026-06-30',", household);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = fixture_register (register_text, policy);
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScore) score = orienta_policy_score (policy, reg, "H", "U", &error);
  ck_assert_msg (score != NULL, "%s", error ? error->message : "");
  return orienta_score_get_points (score);
}

typedef struct {
  const char *criterion;
  const char *household;
  gint64 points;
} Case;

static void
try_all (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    gint64 points = points_of (cases[i].criterion, cases[i].household);
    ck_assert_msg (points == cases[i].points, "%s for %s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT,
                   cases[i].criterion, cases[i].household, points, cases[i].points);
  }
}

START_TEST (flag)
{
  static const Case cases[] = {
    { "'when':{'household.situation':'street'},'points':17", "'situation':'street'", 17000 },
    { "'when':{'household.situation':'street'},'points':17", "'situation':'hotel'", 0 },
    { "'when':{'household.situation':'street'},'points':17", "'pets':true", 0 },
    { "'points':0.125", "'pets':true", 125 },
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

/* One point a month; the bonus of 20 is for strictly more than 36 months. */
START_TEST (seniority)
{
#define MONTHS "'attribute':'household.waiting_months','per':1,'points':1"
#define BEYOND "'when':{'household.waiting_months':{'gt':36}},'points':20"
  static const Case cases[] = {
    { MONTHS, "'request_date':'2026-05-31'", 0 }, /* 30 June: not a complete month */
    { MONTHS, "'request_date':'2026-05-30'", 1000 },
    { MONTHS, "'request_date':'2023-06-30'", 36000 },
    { MONTHS ",'max':30", "'request_date':'2023-06-30'", 30000 },
    { MONTHS ",'above':12", "'request_date':'2023-06-30'", 24000 },
    { MONTHS ",'above':12", "'request_date':'2025-12-30'", 0 },
    { "'attribute':'household.waiting_months','per':12,'points':2", "'request_date':'2024-07-15'",
      2000 }, /* 23 months */
    { "'attribute':'household.waiting_months','per':12,'points':2,'whole':false", "'request_date':'2024-07-15'", 3833 },
    { BEYOND, "'request_date':'2023-06-30'", 0 },
    { BEYOND, "'request_date':'2023-05-30'", 20000 },
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

/* The share of income spent on housing: nothing below a third, 17 above 70 %. */
START_TEST (bands)
{
#define EFFORT "'attribute':'household.effort_now','bands':[[0,0],[0.33,5],[0.7,17]]"
  static const Case cases[] = {
    { EFFORT, "'rent_now':329.99,'income_month':1000", 0 },
    { EFFORT, "'rent_now':330,'income_month':1000", 5000 },
    { EFFORT ",'strict':true", "'rent_now':330,'income_month':1000", 0 },
    { EFFORT ",'strict':true", "'rent_now':330.01,'income_month':1000", 5000 },
    { EFFORT, "'rent_now':700,'income_month':1000", 17000 },
    { EFFORT, "'rent_now':1200,'income_month':1000", 17000 },
    { EFFORT, "'rent_now':1200,'income_month':0", 0 },                             /* not known */
    { EFFORT ",'interpolate':true", "'rent_now':165,'income_month':1000", 2500 },  /* half of 5 */
    { EFFORT ",'interpolate':true", "'rent_now':515,'income_month':1000", 11000 }, /* half way from 5 to 17 */
    { EFFORT ",'interpolate':true", "'rent_now':900,'income_month':1000", 17000 },
    { "'attribute':'household.effort_now','interpolate':true,'bands':[[0,0],[0.3,1]]",
      "'rent_now':100,'income_month':1000", 333 },
    { "'ratio':['household.rent_now','household.income_month'],'bands':[[0,0],[0.33,5],[0.7,17]]",
      "'rent_now':330,'income_month':1000", 5000 },
    { "'attribute':'household.persons','bands':[[3,7]]", "'children':1", 0 },
    { "'attribute':'household.persons','bands':[[3,7]]", "'children':2", 7000 },
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

/* Two points a year for five years, then five a year: the stretches add up. */
START_TEST (slopes)
{
#define YEARS "'attribute':'household.income_month','per':12,'slopes':[[0,2],[5,5]]"
  static const Case cases[] = {
    { YEARS, "'income_month':11", 0 },
    { YEARS, "'income_month':59", 8000 },  /* 4 whole years */
    { YEARS, "'income_month':60", 10000 }, /* 5 */
    { YEARS, "'income_month':84", 20000 }, /* 5 × 2 + 2 × 5 */
    { YEARS ",'max':15", "'income_month':84", 15000 },
    { YEARS ",'whole':false", "'income_month':66", 12500 }, /* 10 + half of 5 */
    { YEARS ",'whole':false", "'income_month':6", 1000 },
    /* 5/6 of 0.003 is 0.0025, rounded once. */
    { "'attribute':'household.income_month','per':6,'slopes':[[0,0.003]],'whole':false", "'income_month':5", 3 },
    { "'attribute':'household.income_month','per':6,'slopes':[[0,-0.003]],'whole':false", "'income_month':5", -3 },
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

/* However small the step, a criterion gives at most the points that a policy may write. */
START_TEST (bounds)
{
#define MOST (G_GINT64_CONSTANT (1000000000) * 1000)
  static const Case cases[] = {
    { "'attribute':'household.income_year','per':0.000001,'points':1000000000", "'income_year':10000000", MOST },
    { "'attribute':'household.income_year','per':0.000001,'points':-1000000000", "'income_year':10000000", -MOST },
    { "'attribute':'household.income_year','per':0.000001,'slopes':[[0,1000000000]]", "'income_year':10000000", MOST },
    { "'attribute':'household.income_year','per':0.000001,'slopes':[[0,-1000000000]],'whole':false",
      "'income_year':10000000", -MOST },
    { "'attribute':'household.income_year','per':0.01,'slopes':[[0,0.001]],'whole':false", "'income_year':10000000",
      MOST / 1000 },
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (tables)
{
  static const Case cases[] = {
    { "'points':{'table':'crowding'}", "'rooms_now':1,'children':2", 8000 },
    { "'points':{'table':'crowding'}", "'rooms_now':1,'children':5", 8000 }, /* past the end the last holds */
    { "'points':{'table':'crowding'}", "'rooms_now':3,'children':2", 4000 },
    { "'points':{'table':'crowding'}", "'rooms_now':3", 0 },
    { "'points':{'table':'crowding'}", "'rooms_now':4,'children':4", 0 },
    { "'points':{'table':'crowding'}", "'rooms_now':0,'children':4", 0 }, /* below the first threshold: not known */
    { "'points':{'table':'growing'}", "'pets':false", 10000 },
    { "'points':{'table':'growing'}", "'children':1", 20000 },
    { "'points':{'table':'growing'}", "'children':4", 35000 }, /* 20 + 3 × 5 */
  };
  try_all (cases, G_N_ELEMENTS (cases));
}
END_TEST

TEST_MAIN ("measure", flag, seniority, bands, slopes, bounds, tables)
