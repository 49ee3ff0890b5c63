/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A scenario, read whole or not at all. Figures come first, for any number may name one; then the register's lines and
 * those of the templates, which are sealed together; then everything that asks them. */
#include "io/file-private.h"
#include "simulate/scenario-read-private.h"

#include "policy/rule-private.h"

#include <string.h>

#define MAX_DAYS 36525 /* a hundred years */

static void
read_format (OrientaScenarioReader *self, JsonNode *root)
{
  OrientaReader *reader = &self->reader;
  gint64 format = 0;
  JsonNode *node = orienta_reader_member (reader, root, "orienta_scenario", ORIENTA_NEEDED);
  if (orienta_reader_member_number (reader, root, "orienta_scenario", &format) && format != ORIENTA_MILLION) {
    gsize mark = orienta_reader_enter (reader, "orienta_scenario");
    orienta_reader_expected (reader, node, "1");
    orienta_reader_leave (reader, mark);
  }
  JsonNode *schema = orienta_reader_member (reader, root, "$schema", ORIENTA_OPTIONAL);
  if (schema && (!JSON_NODE_HOLDS_VALUE (schema) || json_node_get_value_type (schema) != G_TYPE_STRING))
    orienta_reader_expected (reader, schema, "a text in \"$schema\"");
}

/* A whole number of days; `fallback` where it is missing, or wrong. */
static guint
read_days (OrientaScenarioReader *self, JsonNode *root, const char *name, gboolean needed, guint min, guint max,
           guint fallback)
{
  JsonNode *node = orienta_reader_member (&self->reader, root, name, needed);
  g_autofree char *expected = g_strdup_printf ("a whole number of days from %u to %u", min, max);
  guint days = fallback;
  gsize mark = orienta_reader_enter (&self->reader, name);
  if (node)
    orienta_scenario_read_count (self, node, min, max, expected, &days);
  orienta_reader_leave (&self->reader, mark);
  return days;
}

static void
read_head (OrientaScenarioReader *self, JsonNode *root)
{
  OrientaScenario *scenario = self->scenario;
  read_format (self, root);
  orienta_reader_member_id (&self->reader, root, &scenario->id);
  orienta_reader_member_text (&self->reader, root, "version", ORIENTA_NEEDED, &scenario->version);
  orienta_reader_member_label (&self->reader, root, "title", &scenario->title);
  JsonNode *start = orienta_reader_member (&self->reader, root, "start", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (&self->reader, "start");
  scenario->start = start ? orienta_reader_date (&self->reader, start) : ORIENTA_NO_DATE;
  orienta_reader_leave (&self->reader, mark);
  guint days = read_days (self, root, "days", ORIENTA_NEEDED, 1, MAX_DAYS, 0);
  scenario->days = MAX (days, 1); /* where it is wrong, the warm-up is held to nothing that follows from it */
  scenario->warm_up = read_days (self, root, "warm_up", ORIENTA_OPTIONAL, 0, (days > 0 ? days : MAX_DAYS) - 1, 0);
}

static void
begin_register (OrientaScenarioReader *self)
{
  const OrientaJson *json = self->reader.policy->json;
  OrientaDate day = self->scenario->start == ORIENTA_NO_DATE ? 0 : self->scenario->start;
  g_autofree char *as_of = orienta_date_format (day);
  self->builder = orienta_builder_new_with (as_of, NULL, 0, NULL);
  self->builder->json = json;
  self->builder->noun = "member";
  self->builder->figures = self->texts;
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    self->builder->tables[t].file = orienta_json_get_file (json);
}

static void
read_document (OrientaScenarioReader *self)
{
  static const char *const members[] = {
    "$schema", "orienta_scenario", "id",          "version", "title",      "start",    "days",     "warm_up",
    "figures", "register",         "free",        "stock",   "deliveries", "arrivals", "patience", "answers",
    "changes", "support",          "commissions", "targets", "groups",     "note",     NULL
  };
  JsonNode *root = orienta_json_get_root (self->reader.policy->json);
  if (!orienta_reader_object (&self->reader, root, members))
    return;
  orienta_reader_member_note (&self->reader, root);
  orienta_figures_read (self);
  read_head (self, root);
  begin_register (self);
  orienta_scenario_read_register (self);
  orienta_profiles_read (self);
  orienta_scenario_read_lists (self);
}

static void
read_condition_clear (gpointer read)
{
  g_free (((OrientaReadCondition *) read)->path);
}

static void
reader_init (OrientaScenarioReader *self, OrientaScenario *scenario)
{
  *self = (OrientaScenarioReader){ .scenario = scenario };
  orienta_reader_init (&self->reader, scenario->words);
  self->reader.criteria = g_hash_table_new (g_str_hash, g_str_equal);
  self->figures = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->traits = g_ptr_array_new ();
  self->delivered = g_ptr_array_new ();
  self->conditions = g_array_new (FALSE, FALSE, sizeof (OrientaReadCondition));
  g_array_set_clear_func (self->conditions, read_condition_clear);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The conditions become the requirements of rules that nobody asks. */
static void
give_conditions (OrientaScenarioReader *self)
{
  OrientaPolicy *words = self->scenario->words;
  words->n_rules = self->conditions->len;
  words->rules = g_new0 (OrientaRule, words->n_rules);
  for (guint i = 0; i < words->n_rules; i++) {
    words->rules[i].require = g_array_index (self->conditions, OrientaReadCondition, i).condition;
    words->rules[i].valid = (OrientaPeriod){ ORIENTA_NO_DATE, ORIENTA_NO_DATE };
  }
}

static void
reader_clear (OrientaScenarioReader *self, OrientaFaults *faults)
{
  orienta_reader_clear (&self->reader, faults);
  if (self->builder)
    orienta_faults_append (faults, self->builder->faults);
  orienta_builder_unref (self->builder);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->traits);
  g_ptr_array_unref (self->delivered);
  g_array_unref (self->conditions);
  g_hash_table_unref (self->ids);
}

static void
read_scenario (OrientaScenario *scenario, OrientaFaults *faults)
{
  OrientaScenarioReader reader;
  reader_init (&reader, scenario);
  read_document (&reader);
  give_conditions (&reader);
  if (reader.builder)
    orienta_scenario_seal (&reader);
  reader_clear (&reader, faults);
}

static OrientaScenario *
scenario_new (OrientaJson *json)
{
  OrientaScenario *self = g_new0 (OrientaScenario, 1);
  g_atomic_ref_count_init (&self->references);
  orienta_scenario_init_lists (self);
  self->words = g_new0 (OrientaPolicy, 1);
  g_atomic_ref_count_init (&self->words->references);
  self->words->json = json;
  return self;
}

/* Reads a document whose faults name `file`; `length` -1: up to the NUL. */
OrientaScenario *
orienta_scenario_read (const char *text, gssize length, const char *file, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  if (size > ORIENTA_MAX_DOCUMENT)
    orienta_faults_add (faults, ORIENTA_ERROR_LIMIT, file, 0, 0, "larger than %" G_GSIZE_FORMAT " bytes",
                        ORIENTA_MAX_DOCUMENT);
  OrientaJson *json = size > ORIENTA_MAX_DOCUMENT ? NULL : orienta_json_parse (text, size, file, faults);
  if (!json) {
    orienta_faults_raise (faults, error);
    return NULL;
  }
  g_autoptr (OrientaScenario) self = scenario_new (json);
  read_scenario (self, faults);
  if (!orienta_faults_raise (faults, error))
    return NULL;
  self->json = orienta_json_canonical (orienta_json_get_root (json));
  self->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->json, -1);
  return g_steal_pointer (&self);
}
