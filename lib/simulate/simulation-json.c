/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "io/json-private.h"
#include "simulate/simulation-private.h"

static void
write_whole_numbers (GString *out, const char *name, const GArray *column)
{
  g_string_append_printf (out, "\"%s\":[", name);
  for (guint i = 0; i < column->len; i++)
    g_string_append_printf (out, "%s%d", i > 0 ? "," : "", (int) g_array_index (column, gint32, i));
  g_string_append (out, "],");
}

static void
write_measures (GString *out, const OrientaSimulation *self)
{
  g_string_append (out, "\"measures\":[");
  for (guint i = 0; i < self->measures->len; i++) {
    const OrientaMeasure *measure = &g_array_index (self->measures, OrientaMeasure, i);
    g_string_append (out, i > 0 ? ",{\"label\":{\"en\":" : "{\"label\":{\"en\":");
    orienta_json_quote (out, measure->label[ORIENTA_ENGLISH]);
    g_string_append (out, ",\"fr\":");
    orienta_json_quote (out, measure->label[ORIENTA_FRENCH]);
    g_string_append (out, "},\"name\":");
    orienta_json_quote (out, measure->name);
    g_string_append_c (out, '}');
  }
  g_string_append (out, "],");
}

static void
write_ids (GString *out, const OrientaSimulation *self)
{
  const OrientaRegister *reg = self->scenario->reg;
  g_string_append (out, "\"territory_ids\":[");
  for (guint i = 0; i < reg->n_territories; i++) {
    g_string_append (out, i > 0 ? "," : "");
    orienta_json_quote (out, reg->territories[i].id);
  }
  g_string_append (out, "],");
}

static void
write_groups (GString *out, const OrientaSimulation *self)
{
  g_string_append (out, "\"group_ids\":[");
  for (guint i = 0; i < self->scenario->groups->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    orienta_json_quote (out, g_array_index (self->scenario->groups, OrientaScenarioGroup, i).id);
  }
  g_string_append (out, "],");
}

/**
 * orienta_simulation_to_json:
 *
 * All columns, in the form of RFC 8785; docs/simulation.md has the shape. It is of invented people, and of no one of
 * the register: but for a group of the register that is small, summaries are what is published.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_simulation_to_json (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("{");
  write_groups (out, self);
  write_whole_numbers (out, "groups", self->groups);
  write_whole_numbers (out, "measure", self->of);
  write_measures (out, self);
  g_string_append (out, "\"orienta_simulation\":1,");
  write_whole_numbers (out, "periods", self->periods);
  write_whole_numbers (out, "replications", self->replications);
  g_string_append (out, "\"scenario\":");
  orienta_json_quote (out, orienta_scenario_get_sha256 (self->scenario));
  g_string_append_printf (out, ",\"seed\":\"%" G_GUINT64_FORMAT "\",", self->seed);
  write_whole_numbers (out, "territories", self->territories);
  write_ids (out, self);
  g_string_append (out, "\"values\":[");
  for (guint i = 0; i < self->values->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    orienta_json_number (out, g_array_index (self->values, double, i));
  }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}
