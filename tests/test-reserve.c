/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include <math.h>

/* Prices of places against what can be worked out: Littlewood's two kinds of requests (Forecasting and control of
 * passenger bookings, AGIFORS 1972), and the dynamic program of one home by itself. A household is worth what a judge
 * says of it: `urgent` 100, `needy` 70, `other` 60 points, by its situation. */

static const char policy_text[] = "{'orienta':1,'id':'p','version':'1','criteria':["
                                  "{'id':'urgent','when':{'household.situation':'street'},'points':100,'source':'s'},"
                                  "{'id':'needy','when':{'household.situation':'squat_camp'},'points':70,'source':'s'},"
                                  "{'id':'other','when':{'household.situation':'hotel'},'points':60,'source':'s'}]}";

static const char *const situations[] = { "street", "squat_camp", "hotel" };

/* So many households of each situation, and places of A and B. */
static OrientaRegister *
reg_of (OrientaPolicy *policy, const guint *numbers, guint a, guint b)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out,
                          "{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':["
                          "{'id':'A','kind':'plai','territory':'T','places':%u},"
                          "{'id':'B','kind':'plai','territory':'T','places':%u}],'households':[",
                          a, b);
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    for (guint k = 0; k < numbers[i]; k++)
      g_string_append_printf (out, "%s{'id':'h%u','adults':1,'request_date':'2025-12-01','situation':'%s'}",
                              n > 0 ? "," : "", n + 1, situations[i]),
          n++;
  g_string_append (out, "]}");
  OrientaRegister *reg = fixture_register (out->str, policy);
  g_string_free (out, TRUE);
  return reg;
}

/* -- one home, given futures -- */

/* The best that can be had of one home and a household that is there, when in `often` of `n` futures an urgent one
 * comes: give it now, or keep it. */
static gboolean
keeping_is_best (guint often, guint n, guint now)
{
  return often * 100 > now * n;
}

/* In `often` of 10 futures an urgent household comes; the other is worth 60 and there now. */
static void
assert_littlewood (guint often)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) today = reg_of (policy, (const guint[]){ 0, 0, 1 }, 1, 0);
  g_autoptr (OrientaRegister) some = reg_of (policy, (const guint[]){ 1, 0, 0 }, 0, 0);
  g_autoptr (OrientaRegister) nobody = reg_of (policy, (const guint[]){ 0, 0, 0 }, 0, 0);
  OrientaRegister *futures[10];
  for (guint i = 0; i < 10; i++)
    futures[i] = i < often ? some : nobody;
  g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (today, policy, NULL, 10, futures, NULL, &error);
  ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_reserve_get_points (reserve, 0), often * 10000); /* p x 100 */
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_reserve_apply (reserve, options);
  g_autoptr (OrientaMatching) matching = orienta_match (policy, today, options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_matching_get_n_pairs (matching) == 0, keeping_is_best (often, 10, 60));
  if (orienta_matching_get_n_pairs (matching) == 0)
    ck_assert_int_eq (orienta_matching_get_reason (matching, 0), ORIENTA_REASON_MATCH_RESERVED);
}

START_TEST (test_littlewood)
{
  for (guint often = 0; often <= 10; often++)
    assert_littlewood (often);
}
END_TEST

/* Of two places that are free the last is priced: it earns something where two come. One in use adds nothing but what
 * it frees: with one more place in a future, three have to come. */
START_TEST (test_last_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) today = reg_of (policy, (const guint[]){ 0, 0, 0 }, 2, 0);
  g_autoptr (OrientaRegister) one = reg_of (policy, (const guint[]){ 1, 0, 0 }, 0, 0);
  g_autoptr (OrientaRegister) two = reg_of (policy, (const guint[]){ 1, 1, 0 }, 0, 0);
  g_autoptr (OrientaRegister) freed = reg_of (policy, (const guint[]){ 1, 1, 0 }, 1, 0);
  g_autoptr (OrientaRegister) three = reg_of (policy, (const guint[]){ 1, 1, 1 }, 1, 0);
  OrientaRegister *const futures[] = { one, two, freed, three };
  g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (today, policy, NULL, 4, futures, NULL, &error);
  ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (orienta_reserve_get_points (reserve, 0), (0 + 70 + 0 + 60) * 1000 / 4);
  ck_assert_uint_eq (orienta_reserve_get_n_futures (reserve), 4);
  ck_assert_str_eq (orienta_reserve_get_unit (reserve, 1), "B");
  g_autofree char *csv = orienta_reserve_to_csv (reserve);
  ck_assert_msg (g_str_has_prefix (csv, "unit,points,low,high,service,slots\r\nA,32.5,0,"), "%s", csv);
  orienta_reserve_unref (orienta_reserve_ref (reserve));
  orienta_reserve_unref (NULL);
}
END_TEST

START_TEST (test_lacking_unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) today = reg_of (policy, (const guint[]){ 0, 0, 0 }, 1, 0);
  g_autoptr (OrientaRegister) other =
      fixture_register ("{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':[{'id':'A','kind':'plai',"
                        "'territory':'T','places':1}],'households':[]}",
                        policy);
  OrientaRegister *const futures[] = { other };
  ck_assert_ptr_null (orienta_reserve_estimate_from (today, policy, NULL, 1, futures, NULL, &error));
  ck_assert_str_eq (error->message, "register of a future: no unit \"B\", expected every unit of today");
}
END_TEST

/* -- futures of a scenario -- */

static OrientaScenario *
scenario_of (double urgent, double needy)
{
  g_autoptr (GError) error = NULL;
  char a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf (
      "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'S','fr':'S'},'start':'2026-01-01','days':400,"
      "'figures':[],'register':{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':["
      "{'id':'A','kind':'plai','territory':'T','places':1}],'services':[],'households':[]},"
      "'stock':[{'units':{},'stay_days':{'exponential':20},'occupied':0}],'arrivals':["
      "{'id':'urgent','label':{'en':'U','fr':'U'},'per_year':%s,'household':{'situation':'street','adults':1}},"
      "{'id':'needy','label':{'en':'N','fr':'N'},'per_year':%s,'household':{'situation':'squat_camp','adults':1}}],"
      "'commissions':[{'from':'2026-01-01','every_days':14}],'targets':[],'groups':[]}",
      g_ascii_formatd (a, sizeof a, "%.4f", urgent), g_ascii_formatd (b, sizeof b, "%.4f", needy));
  g_autofree char *json = fixture_text (text);
  OrientaScenario *scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  return scenario;
}

/* Requests come at random, so that within d days none comes with the chance e^(-d rate). One place is worth 100 where
 * an urgent one comes, else 70 where a needy one does. */
START_TEST (test_scenario)
{
  static const guint days[] = { 14, 60, 180 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scenario_of (2, 5);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (options, 3);
  orienta_simulate_options_set_replications (options, 0, 400);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    double none = exp (-2.0 * days[i] / 365.25), no_needy = exp (-5.0 * days[i] / 365.25);
    double expected = (100 * (1 - none) + 70 * none * (1 - no_needy)) * 1000;
    g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate (scenario, policy, options, days[i], NULL, &error);
    ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
    gint64 low = orienta_reserve_get_points_low (reserve, 0, 0.999);
    gint64 high = orienta_reserve_get_points_high (reserve, 0, 0.999);
    ck_assert_msg ((double) low <= expected && expected <= (double) high,
                   "%u days: %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ", expected %g", days[i], low, high, expected);
    ck_assert_int_le (high - low, 16000);
  }
}
END_TEST

/* -- the dynamic program of one home -- */

/* One request may come each day; who is not housed that day goes elsewhere. `chances` of the worths 100, 70 and 60. */
#define DAYS 30

static const gint worths[] = { 100, 70, 60 };

/* What the home earns from a day on under prices by day; the best prices are what it earns from the next day on. */
static double
earned (const double *chances, const double *prices, guint day)
{
  if (day == DAYS)
    return 0;
  double later = earned (chances, prices, day + 1), sum = 0, none = 1;
  for (guint i = 0; i < G_N_ELEMENTS (worths); i++) {
    sum += chances[i] * (worths[i] >= prices[day] ? worths[i] : later);
    none -= chances[i];
  }
  return sum + none * later;
}

static void
best_prices (const double *chances, double *prices)
{
  for (guint day = DAYS; day-- > 0;)
    prices[day] = earned (chances, prices, day + 1);
}

/* What a place that is kept from a day on earns if all who come are known: the greatest of them. */
static void
hindsight_prices (const double *chances, double *prices)
{
  for (guint day = 0; day < DAYS; day++) {
    double none = 1, sum = 0;
    for (guint i = 0; i < G_N_ELEMENTS (worths); i++) {
      double lower = none; /* that nobody worth more comes on a day, times that nobody of this worth does either */
      none -= chances[i];
      sum += worths[i] * (pow (lower, DAYS - 1 - day) - pow (none, DAYS - 1 - day));
    }
    prices[day] = sum;
  }
}

/* Prices beat taking whoever comes first where those worth more are rare, and cost nothing where all are alike: the
 * best policy is one of prices, those of hindsight are never below it, and earn nearly as much. */
START_TEST (test_when_prices_beat_greed)
{
  static const double cases[][3] = { { 0.02, 0.1, 0.5 }, { 0.1, 0.1, 0.3 }, { 0.005, 0, 0.9 }, { 0, 0, 0.4 } };
  static const double greedy[DAYS] = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double best[DAYS], prices[DAYS];
    best_prices (cases[i], best);
    hindsight_prices (cases[i], prices);
    for (guint day = 0; day < DAYS; day++)
      ck_assert_double_ge (prices[day], best[day] - 1e-9);
    double of_best = earned (cases[i], best, 0), of_prices = earned (cases[i], prices, 0);
    double of_greed = earned (cases[i], greedy, 0);
    ck_assert_double_ge (of_best, of_prices - 1e-9);
    ck_assert_double_ge (of_prices, of_greed - 1e-9);
    ck_assert_double_ge (of_prices, 0.95 * of_best);
    ck_assert_int_eq (of_best > of_greed + 1e-9, i != 3);
  }
}
END_TEST

TEST_MAIN ("reserve", test_littlewood, test_last_place, test_lacking_unit, test_scenario, test_when_prices_beat_greed)
