/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include "simulate/measures-private.h"

#include <math.h>

/* Events that somebody wrote down by hand. Two years from the first day of 2026; T and V lie in D; A has two places in
 * T, one of them free, B one in V that is lived in. Of the scenario's groups 0 and 1, h0 and h1 are in 0, h2 in 1.
 *
 *   h0 of the register, in T, since ten days before the first: housed in A on day 20, with one of four slots to day 120
 *   h1 comes on day 10, in V; refuses B, offered on day 60, on day 67; gives up on day 110
 *   h2 comes on day 70, in V; housed in B on day 75, with two slots from then on
 *   h3 comes on day 400, in T; waits still
 *   B is left on day 50 and free on day 60; has a second place from day 365 on, which nobody takes */

static const char story_text[] =
    "{'orienta_scenario':1,'id':'story','version':'1','title':{'en':'A story','fr':'Une histoire'},"
    "'start':'2026-01-01','days':730,'warm_up':%u,'figures':[],"
    "'register':{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'D'},{'id':'T','parent':'D'},{'id':'V','parent':"
    "'D'}],"
    "'units':[{'id':'A','kind':'plai','territory':'T','places':2},"
    "{'id':'B','kind':'pension_de_famille','territory':'V','places':1}],"
    "'services':[{'id':'S','territories':['D'],'needs':['addiction'],'slots':4}],"
    "'households':[{'id':'h0','adults':1,'request_date':'2025-12-22','territory':'T','situation':'street'}]},"
    "'stock':[],'arrivals':[],'commissions':[{'from':'2026-01-01','every_days':14}],"
    "'targets':[{'id':'plai','label':{'en':'PLAI','fr':'PLAI'},'per_year':1,'units':{'unit.kind':'plai'},'source':'s'}]"
    ","
    "'groups':[{'id':'g0','label':{'en':'G0','fr':'G0'},'households':{'household.situation':'street'}},"
    "{'id':'g1','label':{'en':'G1','fr':'G1'},'households':{'household.situation':'hotel'}}]}";

enum { STORY_D, STORY_T, STORY_V };
enum { STORY_A, STORY_B };

static inline OrientaScenario *
story_scenario (guint warm_up)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (story_text, warm_up);
  g_autofree char *json = fixture_text (text);
  OrientaScenario *scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  return scenario;
}

/* Events of so many households, none of them yet; each is in the first territory and in no group. */
static inline OrientaEvents *
story_events (OrientaScenario *scenario, guint64 replication, guint n_households)
{
  OrientaEvents *self = orienta_events_new (scenario, replication);
  self->end = scenario->days * ORIENTA_SECONDS_A_DAY;
  self->n_households = n_households;
  self->rows = g_new0 (OrientaHouseholdRow, n_households);
  self->profiles = g_new0 (gint32, n_households);
  self->groups = g_new0 (guint64, n_households);
  self->targets = g_new0 (guint64, n_households);
  for (guint i = 0; i < n_households; i++)
    self->rows[i].request_date = ORIENTA_NO_DATE;
  return self;
}

static inline void
story_note (OrientaEvents *self, double day, OrientaEventKind kind, gint32 household, gint32 unit, gint32 value)
{
  OrientaEvent event = { .time = (gint64) (day * ORIENTA_SECONDS_A_DAY), .kind = (guint8) kind, .reason = -1 };
  event.household = household;
  event.unit = unit;
  event.service = -1;
  event.value = value;
  g_array_append_val (self->events, event);
}

static inline OrientaEvents *
story_told (OrientaScenario *scenario, guint64 replication)
{
  OrientaEvents *self = story_events (scenario, replication, 4);
  self->rows[0] = scenario->reg->households[0];
  self->rows[1].territory = self->rows[2].territory = STORY_V;
  self->rows[3].territory = STORY_T;
  self->groups[0] = self->groups[1] = 1;
  self->groups[2] = 2;
  self->targets[0] = self->targets[2] = 1;
  story_note (self, 0, ORIENTA_EVENT_FREE, -1, STORY_A, 1);
  story_note (self, 10, ORIENTA_EVENT_ARRIVED, 1, -1, 0);
  story_note (self, 20, ORIENTA_EVENT_OFFERED, 0, STORY_A, 0);
  story_note (self, 20, ORIENTA_EVENT_HOUSED, 0, STORY_A, 30);
  story_note (self, 20, ORIENTA_EVENT_SUPPORT_BEGUN, 0, STORY_A, 1);
  story_note (self, 50, ORIENTA_EVENT_VACATED, -1, STORY_B, 0);
  story_note (self, 60, ORIENTA_EVENT_FREE, -1, STORY_B, 0);
  story_note (self, 60, ORIENTA_EVENT_OFFERED, 1, STORY_B, 0);
  story_note (self, 67, ORIENTA_EVENT_REFUSED, 1, STORY_B, 0);
  story_note (self, 70, ORIENTA_EVENT_ARRIVED, 2, -1, 0);
  story_note (self, 70, ORIENTA_EVENT_OFFERED, 2, STORY_B, 0);
  story_note (self, 75, ORIENTA_EVENT_HOUSED, 2, STORY_B, 5);
  story_note (self, 75, ORIENTA_EVENT_SUPPORT_BEGUN, 2, STORY_B, 2);
  story_note (self, 110, ORIENTA_EVENT_ABANDONED, 1, -1, 0);
  story_note (self, 120, ORIENTA_EVENT_SUPPORT_ENDED, 0, STORY_A, 0);
  story_note (self, 365, ORIENTA_EVENT_DELIVERED, -1, STORY_B, 1);
  story_note (self, 400, ORIENTA_EVENT_ARRIVED, 3, -1, 0);
  return self;
}

/* The value of a line; NaN where there is none. */
static inline double
story_value (const OrientaSimulation *self, gint replication, gint period, gint territory, gint group, const char *name)
{
  for (gsize i = 0; i < orienta_simulation_get_n (self); i++)
    if (orienta_simulation_get_replications (self)[i] == replication
        && orienta_simulation_get_periods (self)[i] == period
        && orienta_simulation_get_territories (self)[i] == territory && orienta_simulation_get_groups (self)[i] == group
        && strcmp (orienta_simulation_get_measure_name (self, (guint) orienta_simulation_get_measures (self)[i]), name)
               == 0)
      return orienta_simulation_get_values (self)[i];
  return NAN;
}

static inline void
story_assert (double value, double expected, const char *name)
{
  ck_assert_msg (isnan (expected) ? isnan (value) : fabs (value - expected) <= 1e-12 * fabs (expected),
                 "%s: %.17g, expected %.17g", name, value, expected);
}
