/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Figures: what a scenario rests on, each with the source it comes from or why it is assumed. Wherever a number stands,
 * a figure's name may. */
#include "simulate/scenario-read-private.h"

#include "base/text-private.h"

#include <string.h>

#define LONGEST_NAME 64

void
orienta_figure_clear (gpointer figure)
{
  OrientaFigure *self = figure;
  g_free (self->name);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->assumed);
}

/* A lower-case word that is none of those that stand for something else than a figure. */
static gboolean
is_name (const char *text)
{
  gsize n = strlen (text);
  if (n == 0 || n > LONGEST_NAME || !g_ascii_islower (text[0]) || strcmp (text, "never") == 0
      || strcmp (text, "rest") == 0)
    return FALSE;
  for (const char *p = text; *p; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

static void
read_name (OrientaScenarioReader *self, JsonNode *node, OrientaFigure *figure)
{
  OrientaReader *reader = &self->reader;
  JsonNode *value = orienta_reader_member (reader, node, "name", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "name");
  const char *name = value ? orienta_reader_text (reader, value) : NULL;
  if (name && !is_name (name))
    orienta_reader_expected (reader, value,
                             "a name of a-z, 0-9 and _ that begins with a letter, not \"never\" or \"rest\"");
  else if (name && g_hash_table_contains (self->figures, name))
    orienta_reader_fault (reader, value, "\"%s\": stands twice", name);
  else
    figure->name = g_strdup (name);
  orienta_reader_leave (reader, mark);
}

/* Either a source, or why it is assumed and from where to where it may lie. */
static void
read_ground (OrientaScenarioReader *self, JsonNode *node, OrientaFigure *figure)
{
  OrientaReader *reader = &self->reader;
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &figure->source);
  orienta_reader_member_text (reader, node, "assumed", ORIENTA_OPTIONAL, &figure->assumed);
  JsonObject *object = json_node_get_object (node);
  gboolean sourced = json_object_has_member (object, "source"), assumed = json_object_has_member (object, "assumed");
  if (sourced == assumed)
    orienta_reader_fault (reader, node, "%s: expected either \"source\" or \"assumed\"",
                          sourced ? "both a source and an assumption" : "neither a source nor an assumption");
  else if (assumed && !(json_object_has_member (object, "low") && json_object_has_member (object, "high")))
    orienta_reader_fault (reader, node, "an assumption without \"low\" and \"high\": expected both");
}

static void
read_values (OrientaScenarioReader *self, JsonNode *node, OrientaFigure *figure)
{
  OrientaReader *reader = &self->reader;
  gint64 value = 0;
  orienta_reader_member (reader, node, "value", ORIENTA_NEEDED);
  orienta_reader_member_number (reader, node, "value", &value);
  gint64 low = value, high = value;
  orienta_reader_member_number (reader, node, "low", &low);
  orienta_reader_member_number (reader, node, "high", &high);
  figure->value = (double) value / ORIENTA_MILLION;
  figure->low = (double) low / ORIENTA_MILLION;
  figure->high = (double) high / ORIENTA_MILLION;
  if (low > value || high < value)
    orienta_reader_fault (reader, node, "the value does not lie from \"low\" to \"high\"");
  if (figure->name)
    g_hash_table_insert (self->texts, figure->name, orienta_number_format (value, 6));
}

static void
read_figure (OrientaScenarioReader *self, JsonNode *node, OrientaFigure *figure)
{
  static const char *const members[] = { "name", "value", "low", "high", "unit", "source", "assumed", "note", NULL };
  if (!orienta_reader_object (&self->reader, node, members))
    return;
  orienta_reader_member_note (&self->reader, node);
  read_name (self, node, figure);
  orienta_reader_member_text (&self->reader, node, "unit", ORIENTA_OPTIONAL, &figure->unit);
  read_values (self, node, figure);
  read_ground (self, node, figure);
}

/* The list of figures, first of all. */
void
orienta_figures_read (OrientaScenarioReader *self)
{
  guint n;
  JsonArray *list = orienta_reader_top (&self->reader, "figures", &n);
  gsize mark = orienta_reader_enter (&self->reader, "figures");
  for (guint i = 0; i < n; i++) {
    OrientaFigure figure = { 0 };
    gsize entry = orienta_reader_enter_index (&self->reader, i);
    read_figure (self, json_array_get_element (list, i), &figure);
    orienta_reader_leave (&self->reader, entry);
    g_array_append_val (self->scenario->figures, figure);
    if (figure.name)
      g_hash_table_insert (self->figures, figure.name, GUINT_TO_POINTER (i + 1));
  }
  orienta_reader_leave (&self->reader, mark);
}

static gboolean
find_figure (OrientaScenarioReader *self, JsonNode *node, gint64 *value)
{
  const char *name = json_node_get_string (node);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->figures, name));
  if (found > 0) {
    double figure = g_array_index (self->scenario->figures, OrientaFigure, found - 1).value;
    *value = (gint64) (figure * ORIENTA_MILLION + (figure < 0 ? -0.5 : 0.5));
    return TRUE;
  }
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < self->scenario->figures->len; i++)
    if (g_array_index (self->scenario->figures, OrientaFigure, i).name)
      g_ptr_array_add (names, g_array_index (self->scenario->figures, OrientaFigure, i).name);
  orienta_reader_unknown (&self->reader, node, "figure", name,
                          orienta_text_nearest (name, (const char *const *) names->pdata, names->len));
  return FALSE;
}

gboolean
orienta_scenario_read_number (OrientaScenarioReader *self, JsonNode *node, gint64 *value)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return find_figure (self, node, value);
  return orienta_reader_number (&self->reader, node, value);
}

gboolean
orienta_scenario_read_between (OrientaScenarioReader *self, JsonNode *node, gint64 min, gint64 max,
                               const char *expected, gint64 *value)
{
  gint64 number;
  if (!orienta_scenario_read_number (self, node, &number))
    return FALSE;
  if (number >= min && number <= max) {
    *value = number;
    return TRUE;
  }
  g_autofree char *text = orienta_number_format (number, 6);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    orienta_reader_fault (&self->reader, node, "\"%s\", %s: expected %s", json_node_get_string (node), text, expected);
  else
    orienta_reader_fault (&self->reader, node, "%s: expected %s", text, expected);
  return FALSE;
}

/* A whole number. */
gboolean
orienta_scenario_read_count (OrientaScenarioReader *self, JsonNode *node, guint min, guint max, const char *expected,
                             guint *value)
{
  gint64 number;
  if (!orienta_scenario_read_between (self, node, min * (gint64) ORIENTA_MILLION, max * (gint64) ORIENTA_MILLION,
                                      expected, &number))
    return FALSE;
  if (number % ORIENTA_MILLION != 0) {
    orienta_reader_expected (&self->reader, node, expected);
    return FALSE;
  }
  *value = (guint) (number / ORIENTA_MILLION);
  return TRUE;
}

static gboolean
read_member (OrientaScenarioReader *self, JsonNode *object, const char *name, gboolean needed, gint64 max,
             const char *expected, double *value)
{
  JsonNode *node = orienta_reader_member (&self->reader, object, name, needed);
  gsize mark = orienta_reader_enter (&self->reader, name);
  gint64 number;
  gboolean read = node && orienta_scenario_read_between (self, node, 0, max, expected, &number);
  if (read)
    *value = (double) number / ORIENTA_MILLION;
  orienta_reader_leave (&self->reader, mark);
  return read;
}

/* A number of 0 or more: a rate, a length in days. */
gboolean
orienta_scenario_member_rate (OrientaScenarioReader *self, JsonNode *object, const char *name, gboolean needed,
                              double *value)
{
  return read_member (self, object, name, needed, G_MAXINT64, "a number of 0 or more", value);
}

/* A chance or a share. */
gboolean
orienta_scenario_member_share (OrientaScenarioReader *self, JsonNode *object, const char *name, gboolean needed,
                               double *value)
{
  return read_member (self, object, name, needed, ORIENTA_MILLION, "a share from 0 to 1", value);
}
