/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "busy.h"

/* Columns and the table say what the events say. */

static OrientaEvents *
run_busy (void)
{
  g_autoptr (OrientaScenario) scenario = busy_scenario ("14", "sequential");
  g_autoptr (OrientaPolicy) policy = busy_policy ();
  return scene_run (scenario, policy, NULL, 3);
}

START_TEST (test_columns)
{
  g_autoptr (OrientaEvents) events = run_busy ();
  gsize n = orienta_events_get_n (events);
  ck_assert_uint_gt (n, 100);
  ck_assert_uint_eq (orienta_events_get_replication (events), 3);
  for (gsize i = 0; i < n; i++) {
    const OrientaEvent *event = scene_event (events, i);
    ck_assert_int_eq (orienta_events_get_times (events)[i], event->time);
    ck_assert_uint_eq (orienta_events_get_kinds (events)[i], event->kind);
    ck_assert_int_eq (orienta_events_get_households (events)[i], event->household);
    ck_assert_int_eq (orienta_events_get_units (events)[i], event->unit);
    ck_assert_int_eq (orienta_events_get_services (events)[i], event->service);
    ck_assert_int_eq (orienta_events_get_values (events)[i], event->value);
  }
}
END_TEST

/* A line for each event under the names of the columns; ids of those who come are the profile's, counted from 1. */
START_TEST (test_csv)
{
  g_autoptr (OrientaEvents) events = run_busy ();
  g_autofree char *csv = orienta_events_to_csv (events);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  ck_assert_str_eq (lines[0], "time,kind,household,unit,service,value,reason");
  ck_assert_uint_eq (g_strv_length (lines), orienta_events_get_n (events) + 2);
  gboolean refused = FALSE, arrived = FALSE;
  for (gsize i = 0; i < orienta_events_get_n (events); i++) {
    const OrientaEvent *event = scene_event (events, i);
    g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", -1);
    ck_assert_uint_eq (g_strv_length (cells), 7);
    if (event->kind == ORIENTA_EVENT_ARRIVED && !arrived) {
      ck_assert (g_str_equal (cells[2], "alone:1") || g_str_equal (cells[2], "family:1"));
      ck_assert_uint_eq (strlen (cells[0]), strlen ("2026-01-01T00:00:00"));
      arrived = TRUE;
    }
    if (event->kind == ORIENTA_EVENT_REFUSED && event->reason >= 0) {
      ck_assert_str_eq (cells[6], "area");
      refused = TRUE;
    }
  }
  ck_assert (arrived && refused);
}
END_TEST

/* Long ids of profiles are cut: an id has 64 bytes at most. */
START_TEST (test_names)
{
  g_autofree char *id = g_strnfill (64, 'x');
  g_autofree char *text = g_strdup_printf (
      "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'s'},'start':'2026-01-01','days':9,'register':{"
      "'orienta':1,'territories':[{'id':'T'}],'units':[],'households':[]},'arrivals':[{'id':'%s','per_year':1,"
      "'household':{'adults':1}}],'commissions':[{'from':'2026-01-01','every_days':7}]}",
      id);
  g_autoptr (OrientaScenario) scenario = scene_scenario (text);
  g_autoptr (OrientaEvents) events = orienta_events_new (scenario, 0);
  const char *first = orienta_events_name (events, 0, 0), *last = orienta_events_name (events, 0, G_MAXUINT32);
  ck_assert_uint_eq (strlen (first), 52);
  ck_assert_str_eq (first + 49, "x:1");
  ck_assert_str_eq (last + 49, "x:4294967296");
}
END_TEST

TEST_MAIN ("events", test_columns, test_csv, test_names)
