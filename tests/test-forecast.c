/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include <math.h>

/* One home in which somebody lives, two households that wait for it, and a future that can be worked out. */

static const char policy_text[] = "{'orienta':1,'id':'p','version':'1',"
                                  "'criteria':[{'id':'seniority','attribute':'household.waiting_months','per':1,"
                                  "'points':1,'source':'s'}]}";

static const char scenario_text[] =
    "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'S','fr':'S'},'start':'2026-01-01','days':400,"
    "'figures':[],'register':{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':["
    "{'id':'A','kind':'plai','territory':'T','places':1}],'services':[],'households':[]},"
    "'stock':[{'units':{},'stay_days':{'exponential':200},'occupied':1}],'arrivals':[],"
    "%s'commissions':[{'from':'2026-01-01','every_days':0}],'targets':[],'groups':[]}";

static const char register_text[] = "{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':["
                                    "{'id':'A','kind':'plai','territory':'T','places':0}],'households':["
                                    "{'id':'first','adults':1,'request_date':'2024-01-01','situation':'street'},"
                                    "{'id':'second','adults':1,'request_date':'2025-01-01','situation':'street'}]}";

static OrientaForecast *
ask (const char *more, guint n, GError **error)
{
  g_autofree char *text = g_strdup_printf (scenario_text, more);
  g_autofree char *json = fixture_text (text);
  g_autoptr (OrientaScenario) scenario = orienta_scenario_parse (json, -1, NULL);
  ck_assert_ptr_nonnull (scenario);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = fixture_register (register_text, policy);
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (options, 11);
  orienta_simulate_options_set_replications (options, 0, n);
  return orienta_forecast (scenario, policy, reg, options, NULL, error);
}

static OrientaForecast *
forecast (const char *more, guint n)
{
  g_autoptr (GError) error = NULL;
  OrientaForecast *self = ask (more, n, &error);
  ck_assert_msg (self != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (orienta_forecast_get_n (self), 2);
  return self;
}

static void
assert_within (const OrientaForecast *self, guint household, guint days, double chance)
{
  double told = orienta_forecast_get_chance (self, household, days);
  double low = orienta_forecast_get_chance_low (self, household, days, 0.999);
  double high = orienta_forecast_get_chance_high (self, household, days, 0.999);
  ck_assert_msg (low <= chance && chance <= high && low <= told && told <= high,
                 "household %u, %u days: %g, %g to %g, expected %g", household, days, told, low, high, chance);
  ck_assert_double_le (high - low, 0.2); /* 600 futures say as much */
}

/* The tenant leaves at a rate of 1 in 200 days: the first is housed then; the second when the first has left as well,
 * after the sum of two such times. Medians: of the exponential; of the sum, where (1 + x) e^-x is a half, x = 1.67835.
 */
START_TEST (test_queue)
{
  g_autoptr (OrientaForecast) self = forecast ("", 600);
  static const guint days[] = { 91, 183, 365, 400 };
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    double x = days[i] / 200.0;
    assert_within (self, 0, days[i], 1 - exp (-x));
    assert_within (self, 1, days[i], 1 - (1 + x) * exp (-x));
  }
  ck_assert_double_le (orienta_forecast_get_days_low (self, 0, 0.999), 200 * log (2) + 1); /* days begun are whole */
  ck_assert_double_ge (orienta_forecast_get_days_high (self, 0, 0.999), 200 * log (2));
  ck_assert_double_le (orienta_forecast_get_days_low (self, 1, 0.999), 200 * 1.67835 + 1);
  ck_assert_double_ge (orienta_forecast_get_days_high (self, 1, 0.999), 200 * 1.67835);
  ck_assert_double_eq_tol (orienta_forecast_get_share_unknown (self, 0), exp (-2), 0.05);
  ck_assert_double_eq_tol (orienta_forecast_get_share_unknown (self, 1), 3 * exp (-2), 0.07);
}
END_TEST

/* Past the end of the futures the low end takes those who still wait for never, the high end for soon. */
START_TEST (test_unknown)
{
  g_autoptr (OrientaForecast) self = forecast ("", 50);
  double chance = orienta_forecast_get_chance (self, 1, 400), unknown = orienta_forecast_get_share_unknown (self, 1);
  ck_assert (orienta_forecast_get_chance (self, 1, 5000) == chance);
  ck_assert (chance + unknown == 1);
  ck_assert_double_gt (orienta_forecast_get_chance_high (self, 1, 5000, 0.95), chance + unknown - 1e-12);
  ck_assert_double_lt (orienta_forecast_get_chance_high (self, 1, 400, 0.95), 1);
  ck_assert (orienta_forecast_get_chance_low (self, 1, 5000, 0.95)
             == orienta_forecast_get_chance_low (self, 1, 400, 0.95));
}
END_TEST

/* Everybody gives up after a day: nobody is housed later, and that is known. */
START_TEST (test_given_up)
{
  g_autoptr (OrientaForecast) self = forecast ("'patience':[{'days':1}],", 50);
  ck_assert_double_lt (orienta_forecast_get_chance (self, 0, 5000), 0.1);
  ck_assert (orienta_forecast_get_share_unknown (self, 0) == 0);
  ck_assert (isinf (orienta_forecast_get_days (self, 0)) && isinf (orienta_forecast_get_days_low (self, 0, 0.95)));
  ck_assert_double_lt (orienta_forecast_get_chance_high (self, 0, 5000, 0.95), 0.2);
}
END_TEST

START_TEST (test_few)
{
  g_autoptr (OrientaForecast) self = forecast ("", 3);
  ck_assert (orienta_forecast_get_days_low (self, 0, 0.95) == 0);
  ck_assert (isinf (orienta_forecast_get_days_high (self, 0, 0.95)));
  g_autofree char *csv = orienta_forecast_to_csv (self);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  ck_assert_uint_eq (g_strv_length (lines), 4);
  ck_assert (g_str_has_prefix (lines[0], "household,within_91,within_91_low,within_91_high,within_183,"));
  ck_assert (g_str_has_prefix (lines[1], "first,") && g_str_has_prefix (lines[2], "second,"));
  for (guint i = 0; i < 3; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
    ck_assert_uint_eq (g_strv_length (cells), 14);
  }
  orienta_forecast_unref (orienta_forecast_ref (self));
  orienta_forecast_unref (NULL);
}
END_TEST

START_TEST (test_sizes)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (ask ("", 2000000000, &error));
  ck_assert_str_eq (error->message, "\"2000000000\" replications, expected at most 1000000");
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
}
END_TEST

TEST_MAIN ("forecast", test_queue, test_unknown, test_given_up, test_few, test_sizes)
