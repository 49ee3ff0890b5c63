/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "busy.h"

/* The call: whatever the threads, whatever the order, whichever replications, each of them is the same. */

static OrientaSimulation *
simulate (OrientaScenario *scenario, OrientaPolicy *policy, guint first, guint n, guint n_threads)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (options, 2026);
  orienta_simulate_options_set_replications (options, first, n);
  orienta_simulate_options_set_n_threads (options, n_threads);
  orienta_simulate_options_set_keep_events (options, TRUE);
  OrientaSimulation *simulation = orienta_simulate (scenario, policy, options, NULL, &error);
  ck_assert_msg (simulation != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (orienta_simulation_get_n_replications (simulation), n);
  return simulation;
}

static void
assert_same (OrientaSimulation *a, OrientaSimulation *b)
{
  gsize n = orienta_simulation_get_n (a);
  ck_assert_uint_gt (n, 0);
  ck_assert_uint_eq (n, orienta_simulation_get_n (b));
#define SAME(column)                                                                                                   \
  ck_assert_mem_eq (orienta_simulation_get_##column (a), orienta_simulation_get_##column (b),                          \
                    n * sizeof *orienta_simulation_get_##column (a))
  SAME (replications);
  SAME (periods);
  SAME (territories);
  SAME (groups);
  SAME (measures);
  SAME (values);
#undef SAME
}

START_TEST (test_threads)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("14", "optimal");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaSimulation) one = simulate (scenario, policy, 0, 9, 1), two = simulate (scenario, policy, 0, 9, 2);
  g_autoptr (OrientaSimulation) many = simulate (scenario, policy, 0, 9, 7);
  assert_same (one, two);
  assert_same (one, many);
  for (guint i = 0; i < 9; i++) {
    g_autofree char *first = orienta_events_to_csv (orienta_simulation_get_events (one, i));
    g_autofree char *second = orienta_events_to_csv (orienta_simulation_get_events (many, i));
    ck_assert_str_eq (first, second);
  }
}
END_TEST

/* Replications 3 to 5 alone are those of 0 to 8; parts in any order make the whole. */
START_TEST (test_alone)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("0", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaSimulation) whole = simulate (scenario, policy, 0, 9, 2);
  g_autoptr (OrientaSimulation) last = simulate (scenario, policy, 6, 3, 1),
                                first = simulate (scenario, policy, 0, 3, 1);
  g_autoptr (OrientaSimulation) middle = simulate (scenario, policy, 3, 3, 2);
  OrientaSimulation *const parts[] = { last, first, middle };
  g_autoptr (OrientaSimulation) joined = orienta_simulation_join (3, parts, NULL);
  assert_same (whole, joined);
  for (guint i = 0; i < 3; i++)
    scene_assert_same (orienta_simulation_get_events (whole, 3 + i), orienta_simulation_get_events (middle, i));
}
END_TEST

/* Another seed, another replication: other people. */
START_TEST (test_seed)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("14", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaEvents) a = scene_run (scenario, policy, options, 0), b = scene_run (scenario, policy, options, 1);
  orienta_simulate_options_set_seed (options, 1);
  g_autoptr (OrientaEvents) c = scene_run (scenario, policy, options, 0);
  g_autofree char *x = orienta_events_to_csv (a), *y = orienta_events_to_csv (b), *z = orienta_events_to_csv (c);
  ck_assert_str_ne (x, y);
  ck_assert_str_ne (x, z);
  ck_assert_str_ne (y, z);
}
END_TEST

/* -- progress -- */

typedef struct {
  guint n_looks;
  gint64 asked, answered; /* microseconds */
} Host;

static gboolean
stop_at_third (OrientaProgress *progress, gpointer data)
{
  Host *host = data;
  ck_assert_str_eq (orienta_progress_get_stage (progress), "simulating");
  if (++host->n_looks == 3)
    host->asked = g_get_monotonic_time ();
  return host->n_looks < 3;
}

START_TEST (test_cancel)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("1", "optimal");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  for (guint n_threads = 1; n_threads <= 3; n_threads++) {
    Host host = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaProgress) progress = orienta_progress_new ();
    g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
    orienta_progress_set_tick (progress, stop_at_third, &host);
    orienta_simulate_options_set_n_threads (options, n_threads);
    orienta_simulate_options_set_replications (options, 0, 100000);
    ck_assert (!orienta_simulate (scenario, policy, options, progress, &error));
    host.answered = g_get_monotonic_time ();
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
    ck_assert_str_eq (error->message, "cancelled while simulating");
    ck_assert_uint_ge (host.n_looks, 3);
    ck_assert_int_lt (host.answered - host.asked, 400000);
  }
}
END_TEST

START_TEST (test_progress)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("30", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_replications (options, 5, 3);
  g_autoptr (OrientaSimulation) simulation = orienta_simulate (scenario, policy, options, progress, NULL);
  ck_assert (simulation != NULL);
  ck_assert_uint_eq (orienta_progress_get_total (progress), 3 * BUSY_DAYS);
  ck_assert_uint_eq (orienta_progress_get_done (progress), 3 * BUSY_DAYS);
  ck_assert_ptr_null (orienta_simulation_get_events (simulation, 0));
}
END_TEST

/* -- what cannot be done -- */

START_TEST (test_refused)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("30", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (GError) error = NULL;
  orienta_match_options_bar (match, "h1", "E1");
  orienta_simulate_options_set_match (options, match);
  ck_assert (!orienta_simulate (scenario, policy, options, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  ck_assert_str_eq (error->message,
                    "options of a simulation: a baseline or pairs to keep or to bar, expected none: they "
                    "are of one day");
}
END_TEST

START_TEST (test_sizes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = busy_scenario ("14", "optimal");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_replications (options, 0, 2000000000);
  ck_assert_ptr_null (orienta_simulate (scenario, policy, options, NULL, &error));
  ck_assert_str_eq (error->message, "\"2000000000\" replications, expected at most 1000000");
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  g_clear_error (&error);
  ck_assert_ptr_null (orienta_reserve_estimate (scenario, policy, options, 91, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
}
END_TEST

TEST_MAIN ("simulate", test_threads, test_alone, test_seed, test_cancel, test_progress, test_refused, test_sizes)
