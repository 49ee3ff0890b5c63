/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include <math.h>

/* Scenarios that queueing theory has answers to: people come at random, stays are exponential, a commission is held
 * whenever somebody comes or a place is free. Times are days. */

#define QUEUE_DAYS 3000u
#define QUEUE_WARM_UP 600u

#define QUEUE_NO_PATIENCE (-1) /* whoever finds no home goes elsewhere */

/* Who comes, and for how long on average they wait; 0: for ever. */
typedef struct {
  const char *situation;
  double per_day, patience;
} QueueClass;

typedef struct {
  const char *units; /* lines of the register */
  double stay;       /* mean */
  guint n_classes;
  const QueueClass *classes;
  guint days, warm_up; /* 0: QUEUE_DAYS, QUEUE_WARM_UP */
} Queue;

static const char queue_policy_text[] =
    "{'orienta':1,'id':'queue','version':'1','rules':["
    "{'id':'first-home','applies':{'unit.kind':'residence_sociale'},'require':{'household.situation':'street'},"
    "'source':'s'}],'criteria':["
    "{'id':'urgent','when':{'household.situation':'street'},'points':100,'source':'s'},"
    "{'id':'other','when':{'household.situation':'hotel'},'points':60,'source':'s'},"
    "{'id':'own','when':{'all':[{'household.situation':'street'},{'unit.kind':'residence_sociale'}]},'points':1,"
    "'source':'s'}],'order':['points desc','household.request_date asc']}";

#define QUEUE_STREET 0 /* groups of the scenario */
#define QUEUE_HOTEL 1

/* A number as a scenario writes it. */
static inline const char *
queue_number (double value, char text[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.6f", value);
}

static inline void
queue_add_classes (GString *out, const Queue *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, "'arrivals':[");
  for (guint i = 0; i < self->n_classes; i++)
    g_string_append_printf (out,
                            "%s{'id':'c%u','label':{'en':'C','fr':'C'},'per_year':%s,"
                            "'household':{'territory':'D','situation':'%s','adults':1}}",
                            i > 0 ? "," : "", i, queue_number (self->classes[i].per_day * 365.25, text),
                            self->classes[i].situation);
  g_string_append (out, "],'patience':[");
  for (guint i = 0, n = 0; i < self->n_classes; i++) {
    double patience = self->classes[i].patience;
    if (patience == 0)
      continue;
    g_string_append_printf (out, "%s{'households':{'household.situation':'%s'},'days':", n++ > 0 ? "," : "",
                            self->classes[i].situation);
    if (patience < 0)
      g_string_append (out, "0.0001}"); /* nine seconds: a commission is held before */
    else
      g_string_append_printf (out, "{'exponential':%s}}", queue_number (patience, text));
  }
  g_string_append (out, "],");
}

static inline OrientaScenario *
queue_scenario (const Queue *self)
{
  g_autoptr (GError) error = NULL;
  char stay[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (
      out,
      "{'orienta_scenario':1,'id':'queue','version':'1','title':{'en':'A queue','fr':'Une file'},'start':'2026-01-01',"
      "'days':%u,'warm_up':%u,'figures':[],'register':{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'D'},"
      "{'id':'T','parent':'D'},{'id':'V','parent':'D'}],'units':[%s],'services':[],'households':[]},"
      "'stock':[{'units':{},'stay_days':{'exponential':%s},'occupied':0.5}],",
      self->days ? self->days : QUEUE_DAYS, self->days ? self->warm_up : QUEUE_WARM_UP, self->units,
      queue_number (self->stay, stay));
  queue_add_classes (out, self);
  g_string_append (out, "'commissions':[{'from':'2026-01-01','every_days':0}],'targets':[],'groups':["
                        "{'id':'street','label':{'en':'S','fr':'S'},'households':{'household.situation':'street'}},"
                        "{'id':'hotel','label':{'en':'H','fr':'H'},'households':{'household.situation':'hotel'}}]}");
  g_autofree char *json = fixture_text (out->str);
  OrientaScenario *scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  return scenario;
}

/* `match` may be NULL. */
static inline OrientaSimulation *
queue_simulate (const Queue *self, OrientaMatchOptions *match, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = queue_scenario (self);
  g_autoptr (OrientaPolicy) policy = fixture_policy (queue_policy_text);
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (options, 2026);
  orienta_simulate_options_set_replications (options, 0, n);
  if (match)
    orienta_simulate_options_set_match (options, match);
  OrientaSimulation *simulation = orienta_simulate (scenario, policy, options, NULL, &error);
  ck_assert_msg (simulation != NULL, "%s", error ? error->message : "");
  return simulation;
}

/* The line of a summary for the whole time; fails where there is none. */
static inline gsize
queue_find (const OrientaSummary *self, OrientaSimulation *of, gint territory, gint group, const char *name)
{
  for (gsize i = 0; i < orienta_summary_get_n (self); i++)
    if (orienta_summary_get_periods (self)[i] == -1 && orienta_summary_get_territories (self)[i] == territory
        && orienta_summary_get_groups (self)[i] == group
        && g_str_equal (orienta_simulation_get_measure_name (of, (guint) orienta_summary_get_measures (self)[i]), name))
      return i;
  ck_abort_msg ("%s: no such line", name);
}

static inline double
queue_mean (const OrientaSummary *self, OrientaSimulation *of, gint group, const char *name)
{
  return orienta_summary_get_means (self)[queue_find (self, of, -1, group, name)];
}

/* Theory lies within the interval, and the interval says something: it is no wider than a share of what it tells. */
static inline void
queue_assert (const OrientaSummary *self, OrientaSimulation *of, gint territory, gint group, const char *name,
              double expected, double share)
{
  gsize line = queue_find (self, of, territory, group, name);
  double low = orienta_summary_get_lows (self)[line], high = orienta_summary_get_highs (self)[line];
  ck_assert_msg (low <= expected && expected <= high, "%s: %g to %g, expected %g", name, low, high, expected);
  ck_assert_msg (high - low <= share * expected, "%s: %g to %g is too wide", name, low, high);
}
