/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "story.h"

/* Each indicator worked out by hand from the story that story.h tells. */

typedef struct {
  gint period, territory, group;
  const char *name;
  double value;
} Expected;

static void
assert_all (guint warm_up, const Expected *expected, guint n)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (warm_up);
  g_autoptr (OrientaEvents) events = story_told (scenario, 7);
  g_autoptr (OrientaSimulation) simulation = orienta_simulation_new (scenario, 1, "");
  orienta_measures_add (simulation, events);
  for (guint i = 0; i < n; i++)
    story_assert (
        story_value (simulation, 7, expected[i].period, expected[i].territory, expected[i].group, expected[i].name),
        expected[i].value, expected[i].name);
}

START_TEST (test_whole)
{
  static const Expected expected[] = {
    { -1, -1, -1, "arrived", 3 },
    { -1, -1, -1, "housed", 2 },
    { -1, -1, -1, "abandoned", 1 },
    { -1, -1, -1, "offered", 3 },
    { -1, -1, -1, "refused", 1 },
    { -1, -1, -1, "rejected", 0 },
    { -1, -1, -1, "waiting", 1 },
    { -1, -1, -1, "waiting_mean", 455.0 / 730 }, /* 20 + 100 + 5 + 330 days */
    { -1, -1, -1, "wait_of_waiting", 330 },
    { -1, -1, -1, "wait_mean", 17.5 }, /* of 30 and 5 days */
    { -1, -1, -1, "wait_median", 5 },
    { -1, -1, -1, "wait_p90", 30 },
    { -1, -1, -1, "wait_gini", 12.5 / 35 }, /* mean difference of two draws, over twice the mean */
    { -1, -1, -1, "wait_gap", 25 },
    { -1, -1, -1, "share_6_months", 1.0 / 3 },
    { -1, -1, -1, "share_12_months", 1.0 / 2 }, /* of h3 it is not known */
    { -1, -1, -1, "still_3_months", 2.0 / 3 },
    { -1, -1, -1, "still_6_months", 2.0 / 3 }, /* h1 gave up after 100 days: nobody knows how long it would have been */
    { -1, -1, -1, "still_12_months", NAN },    /* h3 was seen for 330 days */
    { -1, -1, -1, "offers_per_housing", 1.5 },
    { -1, -1, -1, "places", 3.5 },
    { -1, -1, -1, "days_vacant", 400 },              /* 20 + 15 + 365 */
    { -1, -1, -1, "occupied_share", 2145.0 / 2555 }, /* 730 + 710 in A, 50 + 655 in B */
    { -1, -1, -1, "support_load", 1410.0 / 2920 },   /* 100 + 2 x 655 of 4 x 730 */
    { -1, -1, -1, "target:plai", 1 },
    { -1, -1, -1, "target_reached:plai", 0 }, /* two were asked for in two years */
  };
  assert_all (0, expected, G_N_ELEMENTS (expected));
}
END_TEST

START_TEST (test_parts)
{
  static const Expected expected[] = {
    { 0, -1, -1, "arrived", 2 },
    { 1, -1, -1, "arrived", 1 },
    { 0, -1, -1, "housed", 2 },
    { 1, -1, -1, "housed", 0 },
    { 0, -1, -1, "waiting", 0 },
    { 1, -1, -1, "waiting", 1 },
    { 0, -1, -1, "waiting_mean", 125.0 / 365 },
    { 1, -1, -1, "waiting_mean", 330.0 / 365 },
    { 0, -1, -1, "share_6_months", 1.0 / 2 },
    { 1, -1, -1, "share_6_months", 0 },
    { 1, -1, -1, "share_12_months", NAN },
    { 1, -1, -1, "wait_mean", NAN },
    { 0, -1, -1, "target_reached:plai", 1 },
    { 1, -1, -1, "target_reached:plai", 0 },
    { 0, -1, -1, "days_vacant", 35 },
    { 1, -1, -1, "days_vacant", 365 },
    { -1, STORY_D, -1, "arrived", 3 }, /* with all that lies in it */
    { -1, STORY_T, -1, "arrived", 1 },
    { -1, STORY_V, -1, "arrived", 2 },
    { -1, STORY_T, -1, "housed", 1 }, /* where the home is */
    { -1, STORY_V, -1, "refused", 1 },
    { -1, STORY_T, -1, "refused", NAN },
    { -1, STORY_T, -1, "places", 2 },
    { -1, STORY_V, -1, "days_vacant", 380 },
    { -1, STORY_V, -1, "support_load", NAN },
    { -1, -1, 0, "arrived", 1 }, /* h1: h0 came before */
    { -1, -1, 0, "wait_mean", 30 },
    { -1, -1, 1, "wait_mean", 5 },
    { -1, -1, 0, "places", NAN },
    { 0, -1, 1, "arrived", 1 },
    { 0, STORY_V, 1, "arrived", NAN }, /* a year has groups and territories apart */
    { -1, STORY_V, 1, "arrived", 1 },
    { -1, STORY_V, 0, "abandoned", 1 },
  };
  assert_all (0, expected, G_N_ELEMENTS (expected));
}
END_TEST

/* What happens in the first 30 days is not in the whole, but in its year. */
START_TEST (test_warm_up)
{
  static const Expected expected[] = {
    { -1, -1, -1, "arrived", 2 },
    { -1, -1, -1, "housed", 1 },
    { -1, -1, -1, "waiting_mean", 415.0 / 700 }, /* 80 + 5 + 330 days */
    { -1, -1, -1, "wait_mean", 5 },
    { -1, -1, -1, "days_vacant", 380 },
    { -1, -1, -1, "target:plai", 0 },
    { 0, -1, -1, "housed", 2 },
    { 0, -1, -1, "target:plai", 1 },
  };
  assert_all (30, expected, G_N_ELEMENTS (expected));
}
END_TEST

/* Where nothing happens, there is still a line for each number, and none for means of nothing. */
START_TEST (test_nothing_happens)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaEvents) events = story_events (scenario, 0, 0);
  g_autoptr (OrientaSimulation) simulation = orienta_simulation_new (scenario, 1, "");
  orienta_measures_add (simulation, events);
  story_assert (story_value (simulation, 0, 1, -1, -1, "arrived"), 0, "arrived");
  story_assert (story_value (simulation, 0, -1, -1, -1, "waiting"), 0, "waiting");
  story_assert (story_value (simulation, 0, -1, -1, -1, "wait_mean"), NAN, "wait_mean");
  story_assert (story_value (simulation, 0, -1, -1, -1, "occupied_share"), 1, "occupied_share");
  story_assert (story_value (simulation, 0, -1, -1, -1, "days_vacant"), 0, "days_vacant");
}
END_TEST

START_TEST (test_words)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = orienta_simulation_new (scenario, 1, "");
  ck_assert_uint_eq (orienta_simulation_get_n_measures (simulation), ORIENTA_N_MEASURES + 2);
  for (guint i = 0; i < orienta_simulation_get_n_measures (simulation); i++) {
    ck_assert_str_ne (orienta_simulation_get_measure_name (simulation, i), "");
    ck_assert_str_ne (orienta_simulation_get_measure_label (simulation, i, ORIENTA_FRENCH), "");
    ck_assert_str_ne (orienta_simulation_get_measure_label (simulation, i, ORIENTA_ENGLISH), "");
  }
  ck_assert_str_eq (orienta_simulation_get_measure_name (simulation, ORIENTA_N_MEASURES + 1), "target_reached:plai");
  ck_assert_str_eq (orienta_simulation_get_measure_label (simulation, ORIENTA_N_MEASURES + 1, ORIENTA_ENGLISH),
                    "PLAI: target reached");
}
END_TEST

TEST_MAIN ("measures", test_whole, test_parts, test_warm_up, test_nothing_happens, test_words)
