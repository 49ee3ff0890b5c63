/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "story.h"

#include "simulate/summary-private.h"

/* Lines written by hand, into the scenario of story.h. */

static OrientaSimulation *
simulation_new (OrientaScenario *scenario, guint n)
{
  OrientaSimulation *self = orienta_simulation_new (scenario, 5, "");
  for (gint32 number = 0; number < (gint32) n; number++) {
    g_array_append_val (self->numbers, number);
    g_ptr_array_add (self->events, NULL);
  }
  return self;
}

static void
add (OrientaSimulation *self, gint replication, gint period, gint territory, gint group, gint measure, double value)
{
  OrientaMeasured line = { replication, period, territory, group, measure, value };
  orienta_simulation_append (self, &line);
}

static void
assert_line (const OrientaSummary *self, gint period, gint territory, gint group, gint measure, gint n, double mean,
             double half)
{
  gssize line = orienta_summary_find (self, period, territory, group, measure);
  ck_assert_int_ge (line, 0);
  ck_assert_int_eq (orienta_summary_get_counts (self)[line], n);
  ck_assert_double_eq_tol (orienta_summary_get_means (self)[line], mean, 1e-12);
  if (isnan (half)) {
    ck_assert (isnan (orienta_summary_get_lows (self)[line]) && isnan (orienta_summary_get_highs (self)[line]));
    return;
  }
  ck_assert_double_eq_tol (orienta_summary_get_lows (self)[line], mean - half, 1e-9);
  ck_assert_double_eq_tol (orienta_summary_get_highs (self)[line], mean + half, 1e-9);
}

#define T2 4.302652729911275  /* of 95 %, two degrees of freedom: scipy */
#define T1 12.706204736432095 /* one */

/* A number that is missing is 0; a mean that is missing is not known. */
START_TEST (test_means)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 3);
  for (gint i = 0; i < 3; i++) {
    add (simulation, i, -1, -1, -1, ORIENTA_MEASURE_ARRIVED, i + 1);
    if (i == 1)
      add (simulation, i, 0, STORY_V, -1, ORIENTA_MEASURE_REFUSED, 3);
    if (i != 1)
      add (simulation, i, -1, -1, 1, ORIENTA_MEASURE_WAIT_MEAN, 10 + i);
    if (i == 2)
      add (simulation, i, 1, -1, -1, ORIENTA_MEASURE_WAIT_MEAN, 7);
  }
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  ck_assert_uint_eq (orienta_summary_get_n (summary), 4);
  assert_line (summary, -1, -1, -1, ORIENTA_MEASURE_ARRIVED, 3, 2, T2 / sqrt (3));
  assert_line (summary, 0, STORY_V, -1, ORIENTA_MEASURE_REFUSED, 3, 1, T2 * sqrt (3.0 / 3)); /* of 0, 3, 0 */
  assert_line (summary, -1, -1, 1, ORIENTA_MEASURE_WAIT_MEAN, 2, 11, T1 * sqrt (2.0 / 2));   /* of 10, 12 */
  assert_line (summary, 1, -1, -1, ORIENTA_MEASURE_WAIT_MEAN, 1, 7, NAN);
  ck_assert_int_eq (orienta_summary_find (summary, -1, -1, -1, ORIENTA_MEASURE_HOUSED), -1);
  orienta_summary_unref (orienta_summary_ref (summary));
  orienta_summary_unref (NULL);
}
END_TEST

/* Reached in 3 of 10: scipy.stats.binomtest (3, 10).proportion_ci (0.95). */
START_TEST (test_chance)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 10);
  for (gint i = 0; i < 10; i++)
    add (simulation, i, 0, -1, -1, ORIENTA_N_MEASURES + 1, i < 3);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  ck_assert_double_eq_tol (orienta_summary_get_means (summary)[0], 0.3, 1e-12);
  ck_assert_double_eq_tol (orienta_summary_get_lows (summary)[0], 0.0667395111777345, 1e-9);
  ck_assert_double_eq_tol (orienta_summary_get_highs (summary)[0], 0.652452850060008, 1e-9);
}
END_TEST

/* Replication by replication: what both have in common drops out. */
START_TEST (test_differences)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) a = simulation_new (scenario, 3), b = simulation_new (scenario, 3);
  static const double common[] = { 100, 900, 350 };
  for (gint i = 0; i < 3; i++) {
    add (a, i, -1, -1, -1, ORIENTA_MEASURE_HOUSED, common[i] + 5);
    add (b, i, -1, -1, -1, ORIENTA_MEASURE_HOUSED, common[i]);
    if (i == 0)
      add (b, i, -1, STORY_T, -1, ORIENTA_MEASURE_REFUSED, 6);
    if (i < 2)
      add (a, i, -1, -1, 0, ORIENTA_MEASURE_WAIT_MEAN, 8 + 2 * i);
    add (b, i, -1, -1, 0, ORIENTA_MEASURE_WAIT_MEAN, 5);
  }
  g_autoptr (OrientaSummary) less = orienta_simulation_compare (a, b, 0.95, &error);
  ck_assert_msg (less != NULL, "%s", error ? error->message : "");
  assert_line (less, -1, -1, -1, ORIENTA_MEASURE_HOUSED, 3, 5, 0);
  assert_line (less, -1, STORY_T, -1, ORIENTA_MEASURE_REFUSED, 3, -2, T2 * sqrt (12.0 / 3)); /* of -6, 0, 0 */
  assert_line (less, -1, -1, 0, ORIENTA_MEASURE_WAIT_MEAN, 2, 4, T1 * sqrt (2.0 / 2));       /* of 3, 5 */
}
END_TEST

START_TEST (test_no_difference)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) a = simulation_new (scenario, 3), b = simulation_new (scenario, 2);
  g_autoptr (OrientaSimulation) c = orienta_simulation_new (scenario, 6, "");
  ck_assert_ptr_null (orienta_simulation_compare (a, b, 0.95, &error));
  ck_assert_str_eq (error->message, "simulations to compare: other replications, expected the same");
  g_clear_error (&error);
  g_autoptr (OrientaScenario) warmer = story_scenario (30);
  g_autoptr (OrientaSimulation) d = simulation_new (warmer, 3);
  ck_assert_ptr_null (orienta_simulation_compare (a, d, 0.95, &error));
  ck_assert_str_eq (error->message,
                    "simulations to compare: other days, territories, groups or targets, expected the same");
  g_clear_error (&error);
  ck_assert_ptr_null (orienta_simulation_compare (a, c, 0.95, &error));
  ck_assert_str_eq (error->message,
                    "simulations to compare: seeds 5 and 6, expected one: else they do not meet the same people");
}
END_TEST

/* -- what is not published -- */

static gboolean
is_hidden (const OrientaSummary *self, const gboolean *hidden, gint period, gint territory, gint group, gint measure)
{
  gssize line = orienta_summary_find (self, period, territory, group, measure);
  ck_assert_int_ge (line, 0);
  return hidden[line];
}

#define HOUSED ORIENTA_MEASURE_HOUSED

/* V has 8 of D's 40: with D told, T would tell of V. What is told of V's 8 and T's 32 goes with them. */
START_TEST (test_small_territory)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 1);
  static const double housed[] = { [STORY_D] = 40, [STORY_T] = 32, [STORY_V] = 8 };
  add (simulation, 0, -1, -1, -1, HOUSED, 40);
  for (gint territory = STORY_D; territory <= STORY_V; territory++) {
    add (simulation, 0, -1, territory, -1, HOUSED, housed[territory]);
    add (simulation, 0, -1, territory, -1, ORIENTA_MEASURE_WAIT_MEAN, 100);
    add (simulation, 0, -1, territory, -1, ORIENTA_MEASURE_PLACES, 3);
  }
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  g_autofree gboolean *hidden = orienta_summary_suppress (summary, 11), *all = orienta_summary_suppress (summary, 0);
  for (gint territory = STORY_D; territory <= STORY_V; territory++) {
    ck_assert_int_eq (is_hidden (summary, hidden, -1, territory, -1, HOUSED), territory != STORY_D);
    ck_assert_int_eq (is_hidden (summary, hidden, -1, territory, -1, ORIENTA_MEASURE_WAIT_MEAN), territory != STORY_D);
    ck_assert (!is_hidden (summary, hidden, -1, territory, -1, ORIENTA_MEASURE_PLACES)); /* homes are no people */
    ck_assert (!is_hidden (summary, all, -1, territory, -1, HOUSED));
  }
  ck_assert (!is_hidden (summary, hidden, -1, -1, -1, HOUSED));
}
END_TEST

/* Of 40 housed 32 are in a group: 8 are not. 11 of 22 may be told. A gap tells of each group. */
START_TEST (test_rest_of_group)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 1);
  add (simulation, 0, -1, -1, -1, HOUSED, 40);
  add (simulation, 0, -1, -1, -1, ORIENTA_MEASURE_WAIT_GAP, 100);
  add (simulation, 0, 0, -1, -1, ORIENTA_MEASURE_WAIT_GAP, 100);
  add (simulation, 0, -1, -1, 0, HOUSED, 32);
  add (simulation, 0, 0, -1, -1, HOUSED, 22);
  add (simulation, 0, 0, -1, 0, HOUSED, 11);
  add (simulation, 0, 0, -1, 1, HOUSED, 11);
  add (simulation, 0, 1, -1, -1, HOUSED, 18);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  g_autofree gboolean *hidden = orienta_summary_suppress (summary, 11);
  ck_assert (is_hidden (summary, hidden, -1, -1, 0, HOUSED));
  ck_assert (!is_hidden (summary, hidden, 0, -1, 0, HOUSED));
  ck_assert (!is_hidden (summary, hidden, 0, -1, 1, HOUSED));
  ck_assert (!is_hidden (summary, hidden, -1, -1, -1, HOUSED));
  ck_assert (!is_hidden (summary, hidden, 0, -1, -1, HOUSED));
  ck_assert (is_hidden (summary, hidden, -1, -1, -1, ORIENTA_MEASURE_WAIT_GAP));
  ck_assert (!is_hidden (summary, hidden, 0, -1, -1, ORIENTA_MEASURE_WAIT_GAP));
}
END_TEST

/* The second year has 4 of 39: with the whole told, the first would tell of it. Of what does not add up over time, such
 * as who waits at the end, each year stands for itself. */
START_TEST (test_small_year)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 1);
  static const gint measures[] = { HOUSED, ORIENTA_MEASURE_WAITING };
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
    add (simulation, 0, -1, -1, -1, measures[i], 39);
    add (simulation, 0, 0, -1, -1, measures[i], 35);
    add (simulation, 0, 1, -1, -1, measures[i], 4);
  }
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.95);
  g_autofree gboolean *hidden = orienta_summary_suppress (summary, 11);
  ck_assert (is_hidden (summary, hidden, 1, -1, -1, HOUSED));
  ck_assert (is_hidden (summary, hidden, 0, -1, -1, HOUSED));
  ck_assert (!is_hidden (summary, hidden, -1, -1, -1, HOUSED));
  ck_assert (is_hidden (summary, hidden, 1, -1, -1, ORIENTA_MEASURE_WAITING));
  ck_assert (!is_hidden (summary, hidden, 0, -1, -1, ORIENTA_MEASURE_WAITING));
}
END_TEST

/* -- written -- */

START_TEST (test_written)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) simulation = simulation_new (scenario, 2);
  for (gint i = 0; i < 2; i++) {
    add (simulation, i, -1, -1, -1, HOUSED, 20);
    add (simulation, i, 1, -1, 1, ORIENTA_MEASURE_DAYS_VACANT, 0.25);
    add (simulation, i, 1, STORY_V, -1, HOUSED, 8);
  }
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, 0.9);
  g_autofree char *csv = orienta_summary_to_csv (summary, 11), *json = orienta_summary_to_json (summary, 11);
  ck_assert_str_eq (csv, "period,territory,group,measure,n,mean,low,high,suppressed\r\n"
                         ",,,housed,2,20,20,20,false\r\n"
                         "1,,g1,days_vacant,2,0.25,0.25,0.25,false\r\n"
                         "1,V,,housed,2,,,,true\r\n");
  ck_assert_str_eq (
      json, "{\"compared\":false,\"confidence\":0.9,\"lines\":["
            "{\"group\":null,\"high\":20,\"low\":20,\"mean\":20,\"measure\":\"housed\",\"n\":2,\"period\":null,"
            "\"suppressed\":false,\"territory\":null},"
            "{\"group\":\"g1\",\"high\":0.25,\"low\":0.25,\"mean\":0.25,\"measure\":\"days_vacant\",\"n\":2,"
            "\"period\":1,\"suppressed\":false,\"territory\":null},"
            "{\"group\":null,\"high\":null,\"low\":null,\"mean\":null,\"measure\":\"housed\",\"n\":2,\"period\":1,"
            "\"suppressed\":true,\"territory\":\"V\"}],\"orienta_summary\":1,\"threshold\":11}");
  g_autoptr (OrientaSummary) published = orienta_summary_publish (summary, 11);
  ck_assert_ptr_eq (orienta_summary_get_simulation (published), simulation);
  ck_assert_uint_eq (orienta_summary_get_n (published), 3);
  ck_assert_double_eq (orienta_summary_get_means (published)[0], 20);
  ck_assert (isnan (orienta_summary_get_means (published)[2]) && isnan (orienta_summary_get_highs (published)[2]));
}
END_TEST

TEST_MAIN ("summary", test_means, test_chance, test_differences, test_no_difference, test_small_territory,
           test_rest_of_group, test_small_year, test_written)
