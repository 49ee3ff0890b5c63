/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include "simulate/replication-private.h"

/* Scenarios written in C, and what happens in them as lines of text that can be written by hand. */

static inline OrientaScenario *
scene_scenario (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = fixture_text (text);
  OrientaScenario *scenario = orienta_scenario_parse (json, -1, &error);
  ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
  return scenario;
}

/* One replication, alone. `options` may be NULL. */
static inline OrientaEvents *
scene_run (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options, guint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaSetting) setting = orienta_setting_new (scenario, policy, options, &error);
  ck_assert_msg (setting != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaProgress) inner = orienta_progress_new ();
  OrientaEvents *events = orienta_replication_run (setting, number, NULL, inner, &error);
  ck_assert_msg (events != NULL, "%s", error ? error->message : "");
  return events;
}

static inline const OrientaEvent *
scene_event (const OrientaEvents *events, gsize i)
{
  return &g_array_index (events->events, OrientaEvent, i);
}

/* "7.5 offered h1 A S =3": days, kind, who, where, by whom, value. Free with g_free(). */
static inline char *
scene_line (const OrientaEvents *events, const OrientaEvent *event)
{
  static const char *const kinds[] = { "",         "arrived",   "changed",       "abandoned",       "vacated",
                                       "free",     "delivered", "commission",    "offered",         "refused",
                                       "rejected", "housed",    "support_begun", "support_changed", "support_ended" };
  const OrientaRegister *reg = events->scenario->reg;
  char days[G_ASCII_DTOSTR_BUF_SIZE];
  GString *out = g_string_new (g_ascii_formatd (days, sizeof days, "%g", (double) event->time / ORIENTA_DAY));
  g_string_append_printf (out, " %s", kinds[event->kind]);
  if (event->household >= 0)
    g_string_append_printf (out, " %s", events->rows[event->household].id);
  if (event->unit >= 0)
    g_string_append_printf (out, " %s", reg->units[event->unit].id);
  if (event->service >= 0)
    g_string_append_printf (out, " %s", reg->services[event->service].id);
  g_string_append_printf (out, " =%d", event->value);
  return g_string_free (out, FALSE);
}

/* All events, a line each. Free with g_free(). */
static inline char *
scene_tell (const OrientaEvents *events)
{
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < orienta_events_get_n (events); i++) {
    g_autofree char *line = scene_line (events, scene_event (events, i));
    g_string_append_printf (out, "%s\n", line);
  }
  return g_string_free (out, FALSE);
}

/* Whether two runs are the same, byte by byte. */
static inline void
scene_assert_same (const OrientaEvents *a, const OrientaEvents *b)
{
  ck_assert_uint_eq (a->n_households, b->n_households);
  for (gsize i = 0; i < MIN (a->events->len, b->events->len); i++)
    if (memcmp (scene_event (a, i), scene_event (b, i), sizeof (OrientaEvent)) != 0) {
      g_autofree char *first = scene_line (a, scene_event (a, i)), *second = scene_line (b, scene_event (b, i));
      ck_abort_msg ("event %" G_GSIZE_FORMAT ": \"%s\" and \"%s\"", i, first, second);
    }
  ck_assert_uint_eq (a->events->len, b->events->len);
}
