/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Change: a scenario with another figure, or of another day. Another document is made from the scenario's own and read
 * anew, with every check. */
#include <orienta/orienta.h>

#include "base/text-private.h"
#include "simulate/scenario-read-private.h"

#include <math.h>

static OrientaScenario *
read_document (const OrientaScenario *self, JsonNode *document, GError **error)
{
  g_autofree char *text = orienta_json_canonical (document);
  return orienta_scenario_read (text, -1, orienta_json_get_file (self->words->json), error);
}

/* -- another figure -- */

static gint
find_figure (const OrientaScenario *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < self->figures->len; i++) {
    const OrientaFigure *figure = &g_array_index (self->figures, OrientaFigure, i);
    if (g_str_equal (figure->name, name))
      return (gint) i;
    g_ptr_array_add (names, figure->name);
  }
  g_autofree char *quoted = orienta_text_quote (name, -1);
  const char *nearest = orienta_text_nearest (name, (const char *const *) names->pdata, names->len);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "%s: no figure of that name%s%s%s", quoted,
               nearest ? "; nearest: \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
  return -1;
}

/* The bounds of a figure give way to a value beyond them. */
static void
stretch (JsonObject *figure, const char *bound, double value, gboolean low)
{
  if (!json_object_has_member (figure, bound))
    return;
  double given = json_object_get_double_member (figure, bound);
  json_object_set_double_member (figure, bound, low ? MIN (given, value) : MAX (given, value));
}

/**
 * orienta_scenario_with_figure:
 * @name: one of its figures
 * @value: rounded to six decimals; its "low" and "high" give way where they must
 *
 * Another scenario, alike but for one figure. `self` stays as it is.
 *
 * Errors: ORIENTA_ERROR_NOT_FOUND for no such figure, _INVALID where the value is none that may stand there.
 *
 * Returns: (transfer full): the changed scenario, sealed
 */
OrientaScenario *
orienta_scenario_with_figure (const OrientaScenario *self, const char *name, double value, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  gint found = find_figure (self, name, error);
  if (found < 0)
    return NULL;
  if (!(fabs (value) <= 1e9)) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "\"%s\": expected a number from -1e9 to 1e9", name);
    return NULL;
  }
  double rounded = floor (value * ORIENTA_MILLION + 0.5) / ORIENTA_MILLION;
  g_autoptr (JsonNode) document = json_from_string (self->json, NULL);
  JsonArray *figures = json_object_get_array_member (json_node_get_object (document), "figures");
  JsonObject *figure = json_array_get_object_element (figures, (guint) found);
  json_object_set_double_member (figure, "value", rounded);
  stretch (figure, "low", rounded, TRUE);
  stretch (figure, "high", rounded, FALSE);
  return read_document (self, document, error);
}

/* -- another day -- */

/* The list of that name, an empty one where there is none; borrowed. */
static JsonArray *
list_of (JsonObject *object, const char *name)
{
  if (!json_object_has_member (object, name))
    json_object_set_array_member (object, name, json_array_new ());
  return json_object_get_array_member (object, name);
}

static JsonObject *
find_line (JsonArray *lines, const char *id)
{
  for (guint i = 0; i < json_array_get_length (lines); i++) {
    JsonObject *line = json_array_get_object_element (lines, i);
    if (g_str_equal (json_object_get_string_member (line, "id"), id))
      return line;
  }
  return NULL;
}

/* Local columns are a policy's: a scenario knows none. */
static void
drop_locals (JsonObject *document, const OrientaRegister *reg)
{
  for (guint i = 0; i < reg->n_locals; i++) {
    JsonArray *lines = list_of (document, reg->locals[i].of == ORIENTA_OF_HOUSEHOLD ? "households" : "units");
    for (guint k = 0; k < json_array_get_length (lines); k++)
      json_object_remove_member (json_array_get_object_element (lines, k), reg->locals[i].name);
  }
}

/* Lines of one table that today's register does not have. */
static void
add_lines (JsonObject *today, JsonObject *own, const char *table)
{
  JsonArray *into = list_of (today, table), *from = list_of (own, table);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < json_array_get_length (into); i++)
    g_hash_table_add (known, (gpointer) json_object_get_string_member (json_array_get_object_element (into, i), "id"));
  for (guint i = 0; i < json_array_get_length (from); i++) {
    JsonObject *line = json_array_get_object_element (from, i);
    if (!g_hash_table_contains (known, json_object_get_string_member (line, "id")))
      json_array_add_object_element (into, json_object_ref (line));
  }
}

/* How many households hold a place of each unit and ask for another. Free with g_free(). */
static gint32 *
count_holders (const OrientaRegister *reg)
{
  gint32 *holders = g_new0 (gint32, reg->n_units);
  for (guint i = 0; i < reg->n_households; i++)
    if (reg->households[i].occupies >= 0)
      holders[reg->households[i].occupies]++;
  return holders;
}

/* A unit has as many places as the scenario says, and at least those that are free or held by somebody who asks for
 * another. */
static void
set_places (const OrientaScenario *self, JsonObject *today, const OrientaRegister *reg, JsonObject *free_places)
{
  g_autofree gint32 *holders = count_holders (reg);
  JsonArray *units = list_of (today, "units");
  for (guint i = 0; i < reg->n_units; i++) {
    JsonObject *line = json_array_get_object_element (units, i); /* the canonical form is in the register's order */
    gint own = orienta_register_find_unit (self->reg, reg->units[i].id);
    gint32 places = MAX (reg->units[i].places + holders[i], own < 0 ? 0 : self->reg->units[own].places);
    json_object_set_int_member (line, "places", places);
    json_object_set_int_member (free_places, reg->units[i].id, reg->units[i].places);
  }
}

/* What was to be delivered before that day stands already. */
static void
deliver (const OrientaScenario *self, JsonObject *document, JsonArray *units, OrientaDate day)
{
  JsonArray *list = list_of (document, "deliveries"), *later = json_array_new ();
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *delivery = json_array_get_object_element (list, i);
    const OrientaDelivery *known = &g_array_index (self->deliveries, OrientaDelivery, i);
    JsonObject *line = find_line (units, self->reg->units[known->unit].id);
    json_object_set_string_member (delivery, "unit", self->reg->units[known->unit].id);
    if (known->date >= day)
      json_array_add_object_element (later, json_object_ref (delivery));
    else
      json_object_set_int_member (line, "places",
                                  json_object_get_int_member_with_default (line, "places", 1) + known->places);
  }
  json_object_set_array_member (document, "deliveries", later);
}

/* Those who wait are in the register. */
static void
drop_waiting (JsonObject *document)
{
  JsonArray *profiles = list_of (document, "arrivals");
  for (guint i = 0; i < json_array_get_length (profiles); i++) {
    json_object_remove_member (json_array_get_object_element (profiles, i), "waiting");
    json_object_remove_member (json_array_get_object_element (profiles, i), "since_days");
  }
}

/**
 * orienta_scenario_with_register:
 * @reg: households that wait, services, and homes with the places that are free; it is not kept
 *
 * Another scenario, that begins on the register's day with what the register holds, and has no warm-up. Its households,
 * offers and services take the place of the scenario's own. Homes of the scenario that the register does not name stay,
 * and all their places are taken on that day; of a home in both, the scenario says how many places there are, the
 * register how many are free; a
 * place that a household of the register occupies is one of its unit's. What was to be delivered before that day is
 * there, and taken. Local columns are left out.
 *
 * Errors: ORIENTA_ERROR_INVALID where the two do not fit, such as a delivery beyond the new end.
 *
 * Returns: (transfer full): the changed scenario, sealed
 */
OrientaScenario *
orienta_scenario_with_register (const OrientaScenario *self, OrientaRegister *reg, GError **error)
{
  g_return_val_if_fail (self != NULL && reg != NULL, NULL);
  g_autofree char *text = orienta_register_to_json (reg);
  g_autofree char *own_text = orienta_register_to_json (self->reg);
  g_autofree char *start = orienta_date_format (reg->as_of);
  g_autoptr (JsonNode) document = json_from_string (self->json, NULL);
  g_autoptr (JsonNode) own = json_from_string (own_text, NULL);
  g_autoptr (JsonNode) today = json_from_string (text, NULL);
  JsonObject *root = json_node_get_object (document), *lines = json_node_get_object (today);
  JsonObject *free_places = json_object_new ();
  drop_locals (lines, reg);
  drop_waiting (root);
  set_places (self, lines, reg, free_places);
  add_lines (lines, json_node_get_object (own), "units");
  add_lines (lines, json_node_get_object (own), "territories");
  deliver (self, root, list_of (lines, "units"), reg->as_of);
  json_object_set_string_member (root, "start", start);
  json_object_remove_member (root, "warm_up");
  json_object_set_object_member (root, "free", free_places);
  json_object_set_member (root, "register", json_node_copy (today));
  return read_document (self, document, error);
}
