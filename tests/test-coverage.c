/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "queue.h"

#include "simulate/interval-private.h"

/* Whether intervals hold what they promise: 500 times ten replications of a home that is known in full, each time an
 * interval of 95 %, and how often the truth lies in it. */

#define REPEATS 500
#define REPLICATIONS 10
#define DAYS 400u
#define WARM_UP 100u
#define STAY 20.0
#define STREET 0.06
#define HOTEL 0.06

static const QueueClass classes[] = { { "street", STREET, QUEUE_NO_PATIENCE }, { "hotel", HOTEL, QUEUE_NO_PATIENCE } };
static const Queue queue = { "{'id':'A','kind':'plai','territory':'T','places':1}", STAY, 2, classes, DAYS, WARM_UP };

/* By replication: the value of a measure for the whole time; a number that is missing is 0. */
static double *
values_of (const OrientaSimulation *self, gint group, const char *name)
{
  double *values = g_new0 (double, REPEATS *REPLICATIONS);
  for (gsize i = 0; i < orienta_simulation_get_n (self); i++)
    if (orienta_simulation_get_periods (self)[i] == -1 && orienta_simulation_get_territories (self)[i] == -1
        && orienta_simulation_get_groups (self)[i] == group
        && g_str_equal (orienta_simulation_get_measure_name (self, (guint) orienta_simulation_get_measures (self)[i]),
                        name))
      values[orienta_simulation_get_replications (self)[i]] = orienta_simulation_get_values (self)[i];
  return values;
}

static void
assert_coverage (const double *values, double truth, const char *name)
{
  guint within = 0;
  for (guint i = 0; i < REPEATS; i++) {
    OrientaInterval interval = orienta_interval_of_mean (REPLICATIONS, values + i * REPLICATIONS, 0.95);
    within += interval.low <= truth && truth <= interval.high;
  }
  ck_assert_msg (within >= 0.93 * REPEATS && within <= 0.97 * REPEATS, "%s: %u of %u", name, within, REPEATS);
}

START_TEST (test_coverage)
{
  double idle = 1 / (1 + (STREET + HOTEL) * STAY), idle_kept = 1 / (1 + STREET * STAY), days = DAYS - WARM_UP;
  g_autoptr (OrientaMatchOptions) keep = orienta_match_options_new ();
  orienta_match_options_set_reserve (keep, "A", 80000);
  g_autoptr (OrientaSimulation) taken = queue_simulate (&queue, NULL, REPEATS * REPLICATIONS);
  g_autoptr (OrientaSimulation) kept = queue_simulate (&queue, keep, REPEATS * REPLICATIONS);
  g_autofree double *share = values_of (taken, -1, "occupied_share"), *housed = values_of (taken, -1, "housed");
  g_autofree double *street = values_of (taken, QUEUE_STREET, "housed"),
                    *kept_street = values_of (kept, QUEUE_STREET, "housed");
  assert_coverage (share, 1 - idle, "the occupied share");
  assert_coverage (housed, (STREET + HOTEL) * idle * days, "households housed");
  for (guint i = 0; i < REPEATS * REPLICATIONS; i++)
    kept_street[i] -= street[i];
  assert_coverage (kept_street, STREET * (idle_kept - idle) * days, "a paired difference");
}
END_TEST

TEST_MAIN ("coverage", test_coverage)
