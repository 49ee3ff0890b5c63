/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/scenario-read-private.h"

#include <string.h>

/* In the order of `kinds` below. */
const char *const orienta_spread_words[] = {
  "uniform", "exponential", "per_year", "weibull", "lognormal", "steps", NULL
};

static double
as_double (gint64 millionths)
{
  return (double) millionths / ORIENTA_MILLION;
}

static gboolean
read_positive (OrientaScenarioReader *self, JsonNode *node, double *value)
{
  gint64 number;
  if (!orienta_scenario_read_between (self, node, 1, G_MAXINT64, "a number above 0", &number))
    return FALSE;
  *value = as_double (number);
  return TRUE;
}

static gboolean
read_natural (OrientaScenarioReader *self, JsonNode *node, double *value)
{
  gint64 number;
  if (!orienta_scenario_read_between (self, node, 0, G_MAXINT64, "a number of 0 or more", &number))
    return FALSE;
  *value = as_double (number);
  return TRUE;
}

typedef gboolean (*ReadNumber) (OrientaScenarioReader *self, JsonNode *node, double *value);

/* The two numbers of a list of two. */
static gboolean
read_two (OrientaScenarioReader *self, JsonNode *node, ReadNumber read, double *first, double *second)
{
  double *const into[] = { first, second };
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2) {
    orienta_reader_expected (&self->reader, node, "a list of two numbers");
    return FALSE;
  }
  gboolean good = TRUE;
  for (guint i = 0; i < 2; i++) {
    gsize mark = orienta_reader_enter_index (&self->reader, i);
    good &= read (self, json_array_get_element (json_node_get_array (node), i), into[i]);
    orienta_reader_leave (&self->reader, mark);
  }
  return good;
}

static gboolean
read_uniform (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread)
{
  spread->kind = ORIENTA_SPREAD_UNIFORM;
  if (!read_two (self, node, read_natural, &spread->a, &spread->b))
    return FALSE;
  if (spread->a <= spread->b)
    return TRUE;
  orienta_reader_fault (&self->reader, node, "ends before it begins");
  return FALSE;
}

/* A rate of 0 never ends. */
static gboolean
read_rate (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread)
{
  double rate;
  if (!read_natural (self, node, &rate))
    return FALSE;
  if (rate > 0)
    *spread = (OrientaSpread){ .kind = ORIENTA_SPREAD_EXPONENTIAL, .a = ORIENTA_DAYS_A_YEAR / rate };
  else
    spread->kind = ORIENTA_SPREAD_NEVER;
  return TRUE;
}

static gboolean
read_steps (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread)
{
  JsonArray *list = orienta_reader_list (&self->reader, node, 2);
  if (!list)
    return FALSE;
  gboolean good = TRUE;
  spread->kind = ORIENTA_SPREAD_STEPS;
  spread->n_steps = json_array_get_length (list);
  spread->chances = g_new0 (double, spread->n_steps);
  spread->values = g_new0 (double, spread->n_steps);
  for (guint i = 0; i < spread->n_steps; i++) {
    gsize mark = orienta_reader_enter_index (&self->reader, i);
    good &= read_two (self, json_array_get_element (list, i), read_natural, &spread->chances[i], &spread->values[i]);
    orienta_reader_leave (&self->reader, mark);
  }
  if (!good)
    return FALSE;
  for (guint i = 1; good && i < spread->n_steps; i++)
    good = spread->chances[i - 1] <= spread->chances[i] && spread->values[i - 1] <= spread->values[i];
  good = good && spread->chances[0] == 0.0 && spread->chances[spread->n_steps - 1] == 1.0;
  if (!good)
    orienta_reader_expected (&self->reader, node, "steps [chance, value], both rising, the chances from 0 to 1");
  return good;
}

static gboolean
read_form (OrientaScenarioReader *self, const char *form, JsonNode *node, OrientaSpread *spread)
{
  if (strcmp (form, "uniform") == 0)
    return read_uniform (self, node, spread);
  if (strcmp (form, "per_year") == 0)
    return read_rate (self, node, spread);
  if (strcmp (form, "steps") == 0)
    return read_steps (self, node, spread);
  if (strcmp (form, "exponential") == 0) {
    spread->kind = ORIENTA_SPREAD_EXPONENTIAL;
    return read_positive (self, node, &spread->a);
  }
  spread->kind = strcmp (form, "weibull") == 0 ? ORIENTA_SPREAD_WEIBULL : ORIENTA_SPREAD_LOGNORMAL;
  return read_two (self, node, read_positive, &spread->a, &spread->b);
}

static gboolean
read_object (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread)
{
  JsonObject *object = json_node_get_object (node);
  if (!orienta_reader_object (&self->reader, node, orienta_spread_words))
    return FALSE;
  const char *form = NULL;
  for (guint i = 0; orienta_spread_words[i]; i++)
    if (json_object_has_member (object, orienta_spread_words[i]))
      form = orienta_spread_words[i];
  if (!form || json_object_get_size (object) != 1) {
    orienta_reader_fault (&self->reader, node,
                          "expected one of uniform, exponential, per_year, weibull, lognormal, steps, alone");
    return FALSE;
  }
  gsize mark = orienta_reader_enter (&self->reader, form);
  gboolean read = read_form (self, form, json_object_get_member (object, form), spread);
  orienta_reader_leave (&self->reader, mark);
  return read;
}

/* A number, a figure, "never", or one form; FALSE after a fault. */
gboolean
orienta_spread_read (OrientaScenarioReader *self, JsonNode *node, OrientaSpread *spread)
{
  *spread = (OrientaSpread){ .kind = ORIENTA_SPREAD_FIXED };
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_object (self, node, spread);
  if (JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), "never") == 0) {
    spread->kind = ORIENTA_SPREAD_NEVER;
    return TRUE;
  }
  return read_natural (self, node, &spread->a);
}

/* The member of that name, needed. What never ends after a fault. */
void
orienta_spread_read_member (OrientaScenarioReader *self, JsonNode *object, const char *name, OrientaSpread *spread)
{
  JsonNode *node = orienta_reader_member (&self->reader, object, name, ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (&self->reader, name);
  if (!node || !orienta_spread_read (self, node, spread)) {
    if (node)
      orienta_spread_clear (spread);
    *spread = (OrientaSpread){ .kind = ORIENTA_SPREAD_NEVER };
  }
  orienta_reader_leave (&self->reader, mark);
}
