/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scene.h"

#include "simulate/steady-private.h"

/* What is known before a replication begins: months, what is left of stays, which days change what a policy says. */

static OrientaSetting *
open_setting (const char *stay)
{
  g_autofree char *text = g_strdup_printf (
      "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'s'},'start':'2027-12-30','days':95,'register':{"
      "'orienta':1,'territories':[{'id':'T'}],'units':[{'id':'A','kind':'plai','territory':'T','places':2},"
      "{'id':'B','kind':'plus','territory':'T','places':3}],'households':[]},'stock':[{'stay_days':%s}],"
      "'deliveries':[{'date':'2028-01-01','places':4,'unit':'A'}],"
      "'commissions':[{'from':'2028-01-01','every_days':7}]}",
      stay);
  g_autoptr (OrientaScenario) scenario = scene_scenario (text);
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'p','version':'1'}");
  return orienta_setting_new (scenario, policy, NULL, NULL);
}

/* Two days of December, January, February of a leap year, March, two days of April. */
START_TEST (test_months)
{
  static const struct {
    gint64 from, to;
    guint month;
  } expected[] = { { 0, 2, 11 }, { 2, 33, 0 }, { 33, 62, 1 }, { 62, 93, 2 }, { 93, 95, 3 } };
  g_autoptr (OrientaSetting) setting = open_setting ("30");
  ck_assert_uint_eq (setting->months->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const OrientaMonth *month = &g_array_index (setting->months, OrientaMonth, i);
    ck_assert_int_eq (month->from, expected[i].from * ORIENTA_DAY);
    ck_assert_int_eq (month->to, expected[i].to * ORIENTA_DAY);
    ck_assert_uint_eq (month->month, expected[i].month);
  }
}
END_TEST

/* Places of the register and of deliveries. */
START_TEST (test_places)
{
  g_autoptr (OrientaSetting) setting = open_setting ("30");
  ck_assert_uint_eq (setting->first_place[0], 0);
  ck_assert_uint_eq (setting->first_place[1], 6);
  ck_assert_uint_eq (setting->first_place[2], 9);
}
END_TEST

static double
mean_left (const char *stay)
{
  g_autoptr (OrientaSetting) setting = open_setting (stay);
  double sum = 0;
  for (guint i = 0; i < 500; i++)
    for (guint j = 0; j < 500; j++)
      sum += orienta_setting_left (setting, 0, (i + 0.5) / 500, (j + 0.5) / 500);
  return sum / 250000;
}

/* What is left has the mean E(L^2) / 2 E(L): half of 30; (100^2 / 3) / 100; of the exponential its own mean; of steps
 * from 0 to 10 and 20 to 30, each half, (100/3 + 1900/3) / 2 / 2 / 15. */
START_TEST (test_left)
{
  static const struct {
    const char *stay;
    double mean;
  } cases[] = { { "30", 15 },
                { "{'uniform':[0,100]}", 100.0 / 3 },
                { "{'exponential':40}", 40 },
                { "{'steps':[[0,0],[0.5,10],[0.5,20],[1,30]]}", (100.0 / 3 + 1900.0 / 3) / 2 / 2 / 15 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double mean = mean_left (cases[i].stay);
    ck_assert_msg (ABS (mean / cases[i].mean - 1) < 0.01, "%s: %g, expected %g", cases[i].stay, mean, cases[i].mean);
  }
  g_autoptr (OrientaSetting) never = open_setting ("'never'");
  ck_assert_int_eq (orienta_seconds_of_days (orienta_setting_left (never, 0, 0.5, 0.5)), ORIENTA_NEVER);
}
END_TEST

START_TEST (test_seconds)
{
  ck_assert_int_eq (orienta_seconds_of_days (0), 0);
  ck_assert_int_eq (orienta_seconds_of_days (1.5), 129600);
  ck_assert_int_eq (orienta_seconds_of_days (0.5 / 86400), 1);
  ck_assert_int_eq (orienta_seconds_of_days (1e300), ORIENTA_NEVER);
}
END_TEST

/* The day after the last of a version, the first of the next. */
START_TEST (test_until)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'p','version':'1','rules':[{'id':'r','require':"
                                                     "{'unit.qpv':false},'source':'s','valid':{'from':"
                                                     "'2026-03-01','to':'2026-06-30'}}],'criteria':[{'id':'c','points':"
                                                     "1,'source':'s','valid':{'from':'2026-07-15'}}]}");
  struct {
    OrientaDate day, until;
  } cases[] = { { orienta_date_from_ymd (2026, 1, 1), orienta_date_from_ymd (2026, 3, 1) },
                { orienta_date_from_ymd (2026, 3, 1), orienta_date_from_ymd (2026, 7, 1) },
                { orienta_date_from_ymd (2026, 6, 30), orienta_date_from_ymd (2026, 7, 1) },
                { orienta_date_from_ymd (2026, 7, 1), orienta_date_from_ymd (2026, 7, 15) },
                { orienta_date_from_ymd (2026, 7, 15), G_MAXINT32 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_int_eq (orienta_steady_until (policy, cases[i].day), cases[i].until);
}
END_TEST

/* Ten million a year for nine years. */
START_TEST (test_limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scene_scenario (
      "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'s'},'start':'2027-12-30','days':3650,'register':{"
      "'orienta':1,'territories':[{'id':'T'}],'units':[],'households':[]},'arrivals':[{'id':'all','per_year':10000000,"
      "'household':{'adults':1}}],'commissions':[{'from':'2028-01-01','every_days':7}]}");
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'p','version':'1'}");
  ck_assert (!orienta_simulate (scenario, policy, NULL, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_str_eq (error->message, "a replication of 99931554 households: expected at most 20000000");
}
END_TEST

TEST_MAIN ("setting", test_months, test_places, test_left, test_seconds, test_until, test_limit)
