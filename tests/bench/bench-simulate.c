/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* bench-simulate SCENARIO POLICY REPLICATIONS THREADS: the time that replications take, and what happened in them, as
 * one line of JSON. The scenario is read before the clock starts. */
#include <orienta/orienta.h>

#include <locale.h>
#include <stdlib.h>
#include <time.h>

static double
clock_seconds (clockid_t which)
{
  struct timespec now;
  clock_gettime (which, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static void
fail (GError *error)
{
  g_printerr ("bench-simulate: %s\n", error->message);
  exit (EXIT_FAILURE);
}

/* How often each kind of event came. */
static void
count (OrientaSimulation *simulation, guint n_replications, guint64 counts[16])
{
  for (guint i = 0; i < n_replications; i++) {
    OrientaEvents *events = orienta_simulation_get_events (simulation, i);
    const guint8 *kinds = orienta_events_get_kinds (events);
    for (gsize k = 0; k < orienta_events_get_n (events); k++)
      counts[kinds[k]]++;
  }
}

static OrientaSimulation *
simulate (OrientaScenario *scenario, OrientaPolicy *policy, guint n, guint n_threads, gboolean keep_events)
{
  GError *error = NULL;
  OrientaSimulateOptions *options = orienta_simulate_options_new ();
  orienta_simulate_options_set_replications (options, 0, n);
  orienta_simulate_options_set_n_threads (options, n_threads);
  orienta_simulate_options_set_keep_events (options, keep_events);
  OrientaSimulation *simulation = orienta_simulate (scenario, policy, options, NULL, &error);
  orienta_simulate_options_unref (options);
  if (!simulation)
    fail (error);
  return simulation;
}

int
main (int argc, char **argv)
{
  GError *error = NULL;
  guint64 counts[16] = { 0 }, happened = 0;
  setlocale (LC_ALL, "C");
  if (argc != 5) {
    g_printerr ("usage: bench-simulate SCENARIO POLICY REPLICATIONS THREADS\n");
    return EXIT_FAILURE;
  }
  guint n = (guint) atoi (argv[3]), n_threads = (guint) atoi (argv[4]);
  OrientaScenario *scenario = orienta_scenario_load (argv[1], &error);
  OrientaPolicy *policy = error ? NULL : orienta_policy_load (argv[2], &error);
  if (error)
    fail (error);
  OrientaSimulation *simulation = simulate (scenario, policy, n, n_threads, TRUE);
  count (simulation, n, counts);
  orienta_simulation_unref (simulation);
  double wall = clock_seconds (CLOCK_MONOTONIC), cpu = clock_seconds (CLOCK_PROCESS_CPUTIME_ID);
  orienta_simulation_unref (simulate (scenario, policy, n, n_threads, FALSE));
  wall = clock_seconds (CLOCK_MONOTONIC) - wall;
  cpu = clock_seconds (CLOCK_PROCESS_CPUTIME_ID) - cpu;
  for (guint kind = ORIENTA_EVENT_ARRIVED; kind <= ORIENTA_EVENT_HOUSED; kind++)
    happened += kind == ORIENTA_EVENT_COMMISSION ? 0 : counts[kind];
  g_print ("{\"wall\":%.6f,\"cpu\":%.6f,\"years\":%.6f,\"events\":%" G_GUINT64_FORMAT ",\"arrived\":%" G_GUINT64_FORMAT
           ",\"housed\":%" G_GUINT64_FORMAT ",\"abandoned\":%" G_GUINT64_FORMAT "}\n",
           wall, cpu, n * orienta_scenario_get_n_days (scenario) / 365.25, happened, counts[ORIENTA_EVENT_ARRIVED],
           counts[ORIENTA_EVENT_HOUSED], counts[ORIENTA_EVENT_ABANDONED]);
  orienta_policy_unref (policy);
  orienta_scenario_unref (scenario);
  return EXIT_SUCCESS;
}
