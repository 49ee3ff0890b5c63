/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "queue.h"

/* The whole engine against theory, each time within the interval that the simulation itself gives. */

#define CONFIDENCE 0.999
#define MEASURED (QUEUE_DAYS - QUEUE_WARM_UP)

static const char three_homes[] = "{'id':'A','kind':'plai','territory':'T','places':3}";

/* -- M/M/c and Little's law -- */

/* The mean number in an M/M/c queue (Erlang C): `load` is the rate of arrivals times the mean stay. */
static double
erlang_queue (guint c, double load)
{
  double term = 1, sum = 0;
  for (guint i = 0; i < c; i++) {
    sum += term;
    term *= load / (i + 1);
  }
  double waits = term / (1 - load / c) / (sum + term / (1 - load / c));
  return waits * load / (c - load);
}

START_TEST (test_mmc)
{
  static const QueueClass street = { "street", 0.1, 0 };
  const Queue queue = { three_homes, 22, 1, &street, 0, 0 };
  double load = 0.1 * 22, waiting = erlang_queue (3, load);
  g_autoptr (OrientaSimulation) simulation = queue_simulate (&queue, NULL, 100);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, CONFIDENCE);
  queue_assert (summary, simulation, -1, -1, "arrived", 0.1 * MEASURED, 0.1);
  queue_assert (summary, simulation, -1, -1, "waiting_mean", waiting, 0.5);
  queue_assert (summary, simulation, -1, -1, "wait_mean", waiting / 0.1, 0.5);
  queue_assert (summary, simulation, -1, -1, "occupied_share", load / 3, 0.1);
  queue_assert (summary, simulation, -1, -1, "days_vacant", (3 - load) * MEASURED, 0.2);
}
END_TEST

/* Replication by replication, the mean number that waits is the rate at which they come times how long they wait, but
 * for those who wait at either end. */
START_TEST (test_little)
{
  static const QueueClass street = { "street", 0.1, 0 };
  const Queue queue = { three_homes, 22, 1, &street, 0, 0 };
  g_autoptr (OrientaSimulation) simulation = queue_simulate (&queue, NULL, 60);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, CONFIDENCE);
  double waiting = queue_mean (summary, simulation, -1, "waiting_mean");
  double rate = queue_mean (summary, simulation, -1, "housed") / MEASURED;
  ck_assert_double_eq_tol (waiting, rate * queue_mean (summary, simulation, -1, "wait_mean"), 0.06 * waiting);
}
END_TEST

/* -- M/M/c+M: those who wait give up -- */

/* The chances of so many in all, from the balance of steps up and down; returns the mean number that waits. */
static double
queue_with_patience (guint c, double rate, double stay, double patience)
{
  double term = 1, sum = 0, waiting = 0;
  for (guint n = 0; n < 500; n++) {
    sum += term;
    waiting += n > c ? term * (n - c) : 0;
    guint next = n + 1;
    term *= rate / (MIN (next, c) / stay + (next > c ? (next - c) / patience : 0));
  }
  return waiting / sum;
}

/* More come than there are homes for. */
START_TEST (test_mmc_m)
{
  static const QueueClass street = { "street", 0.2, 40 };
  const Queue queue = { three_homes, 22, 1, &street, 0, 0 };
  double waiting = queue_with_patience (3, 0.2, 22, 40);
  g_autoptr (OrientaSimulation) simulation = queue_simulate (&queue, NULL, 60);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, CONFIDENCE);
  queue_assert (summary, simulation, -1, -1, "waiting_mean", waiting, 0.15);
  queue_assert (summary, simulation, -1, -1, "abandoned", waiting / 40 * MEASURED, 0.15);
  queue_assert (summary, simulation, -1, -1, "housed", (0.2 - waiting / 40) * MEASURED, 0.05);
}
END_TEST

/* -- a small chain, solved -- */

/* Solves x Q = 0, sum x = 1 for a chain of n states with `rates` from row to column: Gauss with pivots. */
static void
solve_chain (guint n, double rates[4][4], double *x)
{
  double rows[4][5] = { { 0 } };
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++) {
      rows[to][from] += rates[from][to];
      rows[from][from] -= rates[from][to];
    }
  for (guint i = 0; i <= n; i++)
    rows[n - 1][i] = 1;
  for (guint i = 0; i < n; i++) {
    guint pivot = i;
    for (guint k = i; k < n; k++)
      pivot = fabs (rows[k][i]) > fabs (rows[pivot][i]) ? k : pivot;
    for (guint j = 0; j <= n; j++) {
      double kept = rows[i][j];
      rows[i][j] = rows[pivot][j];
      rows[pivot][j] = kept;
    }
    for (guint k = 0; k < n; k++)
      for (gint j = (gint) n; k != i && j >= (gint) i; j--)
        rows[k][j] -= rows[k][i] / rows[i][i] * rows[i][j];
  }
  for (guint i = 0; i < n; i++)
    x[i] = rows[i][n] / rows[i][i];
}

/* A home of T takes one kind of people, who like it better; one of V takes both kinds. States: neither taken, T, V,
 * both.
 */
START_TEST (test_chain)
{
  static const QueueClass classes[] = { { "street", 0.08, QUEUE_NO_PATIENCE }, { "hotel", 0.05, QUEUE_NO_PATIENCE } };
  const Queue queue = { "{'id':'A','kind':'residence_sociale','territory':'T','places':1},"
                        "{'id':'B','kind':'plai','territory':'V','places':1}",
                        20,
                        2,
                        classes,
                        0,
                        0 };
  double leave = 1.0 / 20, a = classes[0].per_day, b = classes[1].per_day, x[4];
  double rates[4][4] = { { 0, a, b, 0 }, { leave, 0, 0, a + b }, { leave, 0, 0, a }, { 0, leave, leave, 0 } };
  solve_chain (4, rates, x);
  g_autoptr (OrientaSimulation) simulation = queue_simulate (&queue, NULL, 80);
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, CONFIDENCE);
  queue_assert (summary, simulation, 1, -1, "occupied_share", x[1] + x[3], 0.1);
  queue_assert (summary, simulation, 2, -1, "occupied_share", x[2] + x[3], 0.1);
  queue_assert (summary, simulation, -1, QUEUE_STREET, "housed", a * (1 - x[3]) * MEASURED, 0.1);
  queue_assert (summary, simulation, -1, QUEUE_HOTEL, "housed", b * (x[0] + x[1]) * MEASURED, 0.15);
  queue_assert (summary, simulation, -1, QUEUE_HOTEL, "abandoned", b * (x[2] + x[3]) * MEASURED, 0.15);
}
END_TEST

/* -- when a price beats taking whoever comes -- */

/* Miller, A queueing reward system with several customer classes (Management Science 16, 1969): with one home, people
 * worth 100 and 60 who do not wait, it is best to refuse the latter where 60 is less than what the former earn the home
 * in the time that a stay lasts, 100 r s / (1 + r s). */
static void
assert_miller (double urgent, double other)
{
  const QueueClass classes[] = { { "street", urgent, QUEUE_NO_PATIENCE }, { "hotel", other, QUEUE_NO_PATIENCE } };
  const Queue queue = { "{'id':'A','kind':'plai','territory':'T','places':1}", 20, 2, classes, 0, 0 };
  g_autoptr (OrientaMatchOptions) kept = orienta_match_options_new ();
  orienta_match_options_set_reserve (kept, "A", 80000);
  g_autoptr (OrientaSimulation) greedy = queue_simulate (&queue, NULL, 60), priced = queue_simulate (&queue, kept, 60);
  g_autoptr (OrientaSummary) of_greed = orienta_simulation_summarize (greedy, CONFIDENCE);
  g_autoptr (OrientaSummary) of_price = orienta_simulation_summarize (priced, CONFIDENCE);
  double idle = 1 / (1 + (urgent + other) * 20), idle_priced = 1 / (1 + urgent * 20);
  queue_assert (of_greed, greedy, -1, QUEUE_STREET, "housed", urgent * idle * MEASURED, 0.4);
  queue_assert (of_greed, greedy, -1, QUEUE_HOTEL, "housed", other * idle * MEASURED, 0.4);
  queue_assert (of_price, priced, -1, QUEUE_STREET, "housed", urgent * idle_priced * MEASURED, 0.3);
  double before = 100 * queue_mean (of_greed, greedy, QUEUE_STREET, "housed")
                  + 60 * queue_mean (of_greed, greedy, QUEUE_HOTEL, "housed");
  double after = 100 * queue_mean (of_price, priced, QUEUE_STREET, "housed");
  ck_assert_int_eq (after > before, 60 < 100 * urgent * 20 / (1 + urgent * 20));
}

START_TEST (test_prices)
{
  assert_miller (0.2, 0.2);  /* 80: keep */
  assert_miller (0.02, 0.2); /* 29: take whoever comes */
}
END_TEST

/* -- slots of support that are kept for young people who leave care -- */

/* Homes enough for everybody; whoever is housed needs support, of R or S, which have one slot each and are held for 20
 * days; whoever finds none goes elsewhere. */
static const char slots_scenario[] =
    "{'orienta_scenario':1,'id':'slots','version':'1','title':{'en':'S','fr':'S'},'start':'2026-01-01','days':1000,"
    "'warm_up':200,'figures':[],'register':{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],"
    "'units':[{'id':'A','kind':'plai','territory':'T','places':90}],'services':["
    "{'id':'R','territories':['T'],'needs':['ase_leaver','addiction'],'slots':1},"
    "{'id':'S','territories':['T'],'needs':['ase_leaver','addiction'],'slots':1}],'households':[]},"
    "'stock':[{'units':{},'stay_days':{'exponential':60},'occupied':0}],'arrivals':["
    "{'id':'care','label':{'en':'C','fr':'C'},'per_year':73.05,'household':{'territory':'T','situation':'institution',"
    "'adults':1,'needs':['ase_leaver']}},"
    "{'id':'other','label':{'en':'O','fr':'O'},'per_year':109.575,'household':{'territory':'T','situation':'street',"
    "'adults':1,'needs':['addiction']}}],'patience':[{'households':{},'days':0.0001}],"
    "'support':[{'households':{},'days':{'exponential':30}}],"
    "'commissions':[{'from':'2026-01-01','every_days':0}],'targets':[],'groups':["
    "{'id':'care','label':{'en':'C','fr':'C'},'households':{'household.needs':{'has':'ase_leaver'}}},"
    "{'id':'other','label':{'en':'O','fr':'O'},'households':{'household.needs':{'has':'addiction'}}}]}";

static const char slots_policy[] =
    "{'orienta':1,'id':'slots','version':'1','criteria':["
    "{'id':'care','when':{'household.needs':{'has':'ase_leaver'}},'points':100,'source':'s'},"
    "{'id':'other','when':{'household.needs':{'has':'addiction'}},'points':60,'source':'s'}],"
    "'support':{'mode':'required'}}";

#define SLOT_DAYS 800
#define CARE 0.2  /* a day: 73.05 a year */
#define OTHER 0.3 /* 109.575 a year */
#define HELD 20.0 /* a support of 30 days in a stay of 60: whichever ends first, 1 / (1/30 + 1/60) */

/* The chances that neither, R, S, both are taken, when those who leave care come to R first, then to S, and the others
 * to R, and to S if `both`: small steps of time until nothing moves. */
static void
balance_slots (gboolean both, double *chances)
{
  double all = CARE + OTHER, step = 0.1;
  chances[0] = 1;
  chances[1] = chances[2] = chances[3] = 0;
  for (guint i = 0; i < 100000; i++) {
    double in_s = both ? all : CARE, none = chances[0], r = chances[1], s = chances[2], full = chances[3];
    chances[0] += step * ((r + s) / HELD - all * none);
    chances[1] += step * (all * none + full / HELD - (in_s + 1 / HELD) * r);
    chances[2] += step * (full / HELD - (all + 1 / HELD) * s);
    chances[3] += step * (in_s * r + all * s - 2 / HELD * full);
  }
}

static double
points_of_slots (gboolean kept)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = fixture_text (slots_scenario);
  g_autoptr (OrientaScenario) scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaPolicy) policy = fixture_policy (slots_policy);
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  g_autoptr (OrientaMatchOptions) match = orienta_match_options_new ();
  if (kept)
    orienta_match_options_set_slot_reserve (match, "S", NULL, 80000);
  orienta_simulate_options_set_seed (options, 2026);
  orienta_simulate_options_set_replications (options, 0, 16);
  orienta_simulate_options_set_match (options, match);
  g_autoptr (OrientaSimulation) simulation = orienta_simulate (scenario, policy, options, NULL, &error);
  ck_assert_msg (simulation != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaSummary) summary = orienta_simulation_summarize (simulation, CONFIDENCE);
  double chances[4];
  balance_slots (!kept, chances);
  double care = CARE * (1 - chances[3]), other = OTHER * (chances[0] + chances[2] + (kept ? 0 : chances[1]));
  queue_assert (summary, simulation, -1, 0, "housed", care * SLOT_DAYS, 0.4);
  queue_assert (summary, simulation, -1, 1, "housed", other * SLOT_DAYS, 0.4);
  return 100 * care + 60 * other;
}

/* Kept for points of 80 and more, S goes to those who leave care alone, and more points are housed than by giving each
 * slot to whoever comes. */
START_TEST (test_kept_slots)
{
  if (!orienta_has_highs ())
    return;
  ck_assert_double_gt (points_of_slots (TRUE), points_of_slots (FALSE));
}
END_TEST

TEST_MAIN ("oracles", test_mmc, test_little, test_mmc_m, test_chain, test_prices, test_kept_slots)
