/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "io/json-private.h"
#include "simulate/summary-private.h"

#include <math.h>

static const OrientaMeasure *
measure_of (const OrientaSummary *self, gsize line)
{
  return &g_array_index (self->of->measures, OrientaMeasure, self->measures[line]);
}

/* NULL for all. */
static const char *
territory_of (const OrientaSummary *self, gsize line)
{
  return self->territories[line] < 0 ? NULL : self->of->scenario->reg->territories[self->territories[line]].id;
}

static const char *
group_of (const OrientaSummary *self, gsize line)
{
  const GArray *groups = self->of->scenario->groups;
  return self->groups[line] < 0 ? NULL : g_array_index (groups, OrientaScenarioGroup, self->groups[line]).id;
}

/* -- CSV -- */

static void
append_number (GString *out, double value, gboolean hidden)
{
  g_string_append_c (out, ',');
  if (!hidden && !isnan (value))
    orienta_json_number (out, value);
}

static void
append_line (GString *out, const OrientaSummary *self, gsize line, gboolean hidden)
{
  const char *territory = territory_of (self, line), *group = group_of (self, line);
  if (self->periods[line] >= 0)
    g_string_append_printf (out, "%d", (int) self->periods[line]);
  g_string_append_printf (out, ",%s,%s,%s,%d", territory ? territory : "", group ? group : "",
                          measure_of (self, line)->name, (int) self->counts[line]);
  append_number (out, self->means[line], hidden);
  append_number (out, self->lows[line], hidden);
  append_number (out, self->highs[line], hidden);
  g_string_append (out, hidden ? ",true\r\n" : ",false\r\n");
}

/**
 * orienta_summary_to_csv:
 * @threshold: lines about fewer people than this have no numbers, nor have those from which they could be worked out;
 *   11 is what is usual, 0 leaves all in
 *
 * RFC 4180: a line for each period (empty: the whole after the warm-up), territory and group (empty: all) and measure;
 * the replications that have a value, mean, interval, and whether the line is suppressed.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_summary_to_csv (const OrientaSummary *self, guint threshold)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autofree gboolean *hidden = orienta_summary_suppress (self, threshold);
  GString *out = g_string_new ("period,territory,group,measure,n,mean,low,high,suppressed\r\n");
  for (gsize line = 0; line < self->n; line++)
    append_line (out, self, line, hidden[line]);
  return g_string_free (out, FALSE);
}

/* -- JSON -- */

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "\"%s\":", name);
  if (text)
    orienta_json_quote (out, text);
  else
    g_string_append (out, "null");
}

static void
append_value (GString *out, const char *name, double value, gboolean hidden)
{
  g_string_append_printf (out, ",\"%s\":", name);
  if (hidden || isnan (value))
    g_string_append (out, "null");
  else
    orienta_json_number (out, value);
}

static void
append_object (GString *out, const OrientaSummary *self, gsize line, gboolean hidden)
{
  g_string_append_c (out, '{');
  append_text (out, "group", group_of (self, line));
  append_value (out, "high", self->highs[line], hidden);
  append_value (out, "low", self->lows[line], hidden);
  append_value (out, "mean", self->means[line], hidden);
  g_string_append_c (out, ',');
  append_text (out, "measure", measure_of (self, line)->name);
  g_string_append_printf (out, ",\"n\":%d", (int) self->counts[line]);
  append_value (out, "period", self->periods[line] < 0 ? NAN : self->periods[line], FALSE);
  g_string_append_printf (out, ",\"suppressed\":%s,", hidden ? "true" : "false");
  append_text (out, "territory", territory_of (self, line));
  g_string_append_c (out, '}');
}

/**
 * orienta_summary_to_json:
 * @threshold: as in orienta_summary_to_csv()
 *
 * The same in the form of RFC 8785; docs/simulation.md has the shape.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_summary_to_json (const OrientaSummary *self, guint threshold)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autofree gboolean *hidden = orienta_summary_suppress (self, threshold);
  GString *out = g_string_new ("{\"compared\":");
  g_string_append (out, self->other ? "true" : "false");
  append_value (out, "confidence", self->confidence, FALSE);
  g_string_append (out, ",\"lines\":[");
  for (gsize line = 0; line < self->n; line++) {
    g_string_append (out, line > 0 ? "," : "");
    append_object (out, self, line, hidden[line]);
  }
  g_string_append_printf (out, "],\"orienta_summary\":1,\"threshold\":%u}", threshold);
  return g_string_free (out, FALSE);
}
