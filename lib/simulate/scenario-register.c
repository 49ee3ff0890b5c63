/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The register of a scenario: its own lines, the units that are delivered later, and the templates of which households
 * are made; then what a scenario says of homes: which stock each is of, how many places are free on the first day. */
#include "simulate/scenario-read-private.h"

#include "rules/binding-private.h"

#define MAX_PLACES 100000 /* as of a unit */

/* -- read -- */

static void
read_lines (OrientaScenarioReader *self)
{
  OrientaReader *reader = &self->reader;
  JsonNode *root = orienta_json_get_root (reader->policy->json);
  JsonNode *node = orienta_reader_member (reader, root, "register", ORIENTA_NEEDED);
  if (!node) {
    self->builder->incomplete = TRUE;
    return;
  }
  gsize mark = orienta_reader_enter (reader, "register");
  orienta_builder_read_json (self->builder, reader->policy->json, node, NULL, NULL);
  JsonNode *as_of =
      JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "as_of") : NULL;
  const char *text = as_of && JSON_NODE_HOLDS_VALUE (as_of) ? json_node_get_string (as_of) : NULL;
  g_autofree char *start = orienta_date_format (self->builder->as_of);
  if (text && g_strcmp0 (text, start) != 0 && self->scenario->start != ORIENTA_NO_DATE)
    orienta_reader_fault (reader, as_of, "as_of \"%s\": the scenario starts on %s", text, start);
  orienta_reader_leave (reader, mark);
}

/* A new unit, without places until then; returns the value that names it. */
static JsonNode *
read_new_unit (OrientaScenarioReader *self, JsonNode *node)
{
  OrientaBuilder *builder = self->builder;
  JsonObject *object = json_node_get_object (node);
  if (json_object_has_member (object, "places"))
    orienta_reader_fault (&self->reader, json_object_get_member (object, "places"),
                          "places: the delivery says how many");
  builder->path = self->reader.path->str;
  orienta_builder_read_line (builder, ORIENTA_TABLE_UNITS, node);
  builder->path = NULL;
  guint n = orienta_builder_n_rows (builder, ORIENTA_TABLE_UNITS);
  if (n > 0)
    ((OrientaUnitRow *) orienta_builder_row (builder, ORIENTA_TABLE_UNITS, n - 1))->places = 0;
  return json_object_get_member (object, "id");
}

static void
read_places (OrientaScenarioReader *self, JsonNode *delivery, OrientaDelivery *into)
{
  JsonNode *node = orienta_reader_member (&self->reader, delivery, "places", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (&self->reader, "places");
  if (node)
    orienta_scenario_read_count (self, node, 0, MAX_PLACES, "a whole number from 0 to 100000", &into->places);
  orienta_reader_leave (&self->reader, mark);
}

static void
read_delivery (OrientaScenarioReader *self, JsonNode *node, OrientaDelivery *delivery)
{
  static const char *const members[] = { "date", "places", "unit", "source", "note", NULL };
  OrientaReader *reader = &self->reader;
  g_ptr_array_add (self->delivered, NULL);
  if (!orienta_scenario_is_line (self, node, members))
    return;
  delivery->date = orienta_scenario_member_day (self, node, "date", self->scenario->start);
  read_places (self, node, delivery);
  JsonNode *unit = orienta_reader_member (reader, node, "unit", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "unit");
  if (unit)
    self->delivered->pdata[self->delivered->len - 1] = JSON_NODE_HOLDS_OBJECT (unit)      ? read_new_unit (self, unit)
                                                       : orienta_reader_id (reader, unit) ? unit
                                                                                          : NULL;
  orienta_reader_leave (reader, mark);
}

/* The first template: a household of which nothing is known. */
static void
add_blank (OrientaScenarioReader *self)
{
  orienta_builder_begin_template (self->builder, orienta_json_get_root (self->reader.policy->json));
  orienta_builder_end_line (self->builder);
  self->n_templates = 1;
}

/* The register's lines and those of units to come. */
void
orienta_scenario_read_register (OrientaScenarioReader *self)
{
  guint n;
  read_lines (self);
  add_blank (self);
  JsonArray *list = orienta_reader_top (&self->reader, "deliveries", &n);
  gsize mark = orienta_reader_enter (&self->reader, "deliveries");
  for (guint i = 0; i < n; i++) {
    OrientaDelivery delivery = { 0 };
    gsize entry = orienta_reader_enter_index (&self->reader, i);
    read_delivery (self, json_array_get_element (list, i), &delivery);
    orienta_reader_leave (&self->reader, entry);
    g_array_append_val (self->scenario->deliveries, delivery);
  }
  orienta_reader_leave (&self->reader, mark);
}

/* -- sealed -- */

/* Each territory as a list of its own, behind all other lists. */
static guint32
add_places (OrientaRegister *reg)
{
  guint first = reg->n_places_pool;
  reg->n_places_pool += reg->n_territories;
  reg->places_pool = g_renew (gint32, reg->places_pool, MAX (reg->n_places_pool, 1));
  for (guint i = 0; i < reg->n_territories; i++)
    reg->places_pool[first + i] = (gint32) i;
  return first;
}

static void
seal_traits (OrientaScenarioReader *self)
{
  OrientaScenario *scenario = self->scenario;
  guint32 first_place = add_places (scenario->reg);
  scenario->templates = orienta_register_take_templates (scenario->reg, self->n_templates);
  for (guint i = 0; i < self->traits->len; i++) {
    OrientaTrait *trait = g_ptr_array_index (self->traits, i);
    trait->rows = scenario->templates;
    trait->first_place = first_place;
  }
  for (guint i = 0; i < scenario->profiles->len; i++)
    orienta_profile_seal (&g_array_index (scenario->profiles, OrientaProfile, i), &scenario->templates[0]);
}

/* The unit of that id, or -1 after a fault. */
static gint
find_unit (OrientaScenarioReader *self, JsonNode *node, const char *id)
{
  gint unit = orienta_register_find_unit (self->scenario->reg, id);
  if (unit < 0)
    orienta_reader_fault (&self->reader, node, "\"%s\": there is no unit of this id", id);
  return unit;
}

static void
seal_deliveries (OrientaScenarioReader *self)
{
  gsize mark = orienta_reader_enter (&self->reader, "deliveries");
  for (guint i = 0; i < self->delivered->len; i++) {
    JsonNode *node = g_ptr_array_index (self->delivered, i);
    if (!node)
      continue;
    gsize entry = orienta_reader_enter_index (&self->reader, i);
    gsize member = orienta_reader_enter (&self->reader, "unit");
    g_array_index (self->scenario->deliveries, OrientaDelivery, i).unit =
        (guint32) find_unit (self, node, json_node_get_string (node));
    orienta_reader_leave (&self->reader, member);
    orienta_reader_leave (&self->reader, entry);
  }
  orienta_reader_leave (&self->reader, mark);
}

/* The member "free": places of each unit that are free on the first day; of those it does not name, none. */
static void
seal_free (OrientaScenarioReader *self)
{
  OrientaScenario *scenario = self->scenario;
  OrientaReader *reader = &self->reader;
  JsonNode *root = orienta_json_get_root (reader->policy->json);
  JsonNode *node = orienta_reader_member (reader, root, "free", ORIENTA_OPTIONAL);
  scenario->unit_free = g_new (gint32, scenario->reg->n_units);
  for (guint i = 0; i < scenario->reg->n_units; i++)
    scenario->unit_free[i] = node ? 0 : -1;
  gsize mark = orienta_reader_enter (reader, "free");
  if (node && orienta_reader_object (reader, node, NULL)) {
    JsonObjectIter iter;
    const char *id;
    JsonNode *value;
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &id, &value)) {
      gint unit = find_unit (self, value, id);
      gsize entry = orienta_reader_enter (reader, id);
      guint places;
      if (unit >= 0
          && orienta_scenario_read_count (self, value, 0, (guint) scenario->reg->units[unit].places,
                                          "a whole number, no more than its places", &places))
        scenario->unit_free[unit] = (gint32) places;
      orienta_reader_leave (reader, entry);
    }
  }
  orienta_reader_leave (reader, mark);
}

/* Households of profiles that wait on the first day. */
static void
seal_waiting (OrientaScenarioReader *self)
{
  OrientaScenario *scenario = self->scenario;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OrientaHouseholdRow));
  for (guint i = 0; i < scenario->profiles->len; i++)
    orienta_profile_wait (&g_array_index (scenario->profiles, OrientaProfile, i), scenario, i, rows);
  const char *twice =
      orienta_register_add_households (scenario->reg, (const OrientaHouseholdRow *) rows->data, rows->len);
  if (twice)
    orienta_reader_fault (&self->reader, orienta_json_get_root (self->reader.policy->json),
                          "\"%s\": a household of the register has the id of one that a profile lets wait", twice);
}

/* Which line of the stock each unit is of: the first that surely holds. */
static void
seal_stock (OrientaScenario *self)
{
  self->unit_stock = g_new (gint32, self->reg->n_units);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (self->words, self->reg, NULL);
  for (guint i = 0; i < self->reg->n_units; i++) {
    self->unit_stock[i] = -1;
    for (guint k = 0; k < self->stock->len && self->unit_stock[i] < 0; k++) {
      const OrientaCondition *units = g_array_index (self->stock, OrientaStock, k).units;
      if (!units || orienta_binding_truth (binding, units, 0, (gint) i) == ORIENTA_TRUE)
        self->unit_stock[i] = (gint32) k;
    }
  }
}

/* A territory that a condition names must be there: a slip of the pen would else never hold. */
static void
check_places (OrientaScenarioReader *self, const OrientaReadCondition *read, const OrientaCondition *condition)
{
  if (condition->kind == ORIENTA_CONDITION_TEST && condition->words
      && orienta_policy_attribute_type (self->reader.policy, condition->attribute) == ORIENTA_TYPE_PLACE)
    for (char **word = condition->words; *word; word++)
      if (orienta_register_find_territory (self->scenario->reg, *word) < 0) {
        g_string_assign (self->reader.path, read->path);
        orienta_reader_fault (&self->reader, read->node, "\"%s\": there is no territory of this id", *word);
        g_string_assign (self->reader.path, "$");
      }
  for (guint i = 0; i < condition->n_children; i++)
    check_places (self, read, condition->children[i]);
}

/* Makes the register of what has been read. What follows from it is judged only where it could be made. */
void
orienta_scenario_seal (OrientaScenarioReader *self)
{
  OrientaScenario *scenario = self->scenario;
  scenario->reg = orienta_builder_finish (self->builder, NULL, NULL);
  if (!scenario->reg)
    return;
  seal_traits (self);
  seal_deliveries (self);
  seal_free (self);
  for (guint i = 0; i < self->conditions->len; i++) {
    const OrientaReadCondition *read = &g_array_index (self->conditions, OrientaReadCondition, i);
    check_places (self, read, read->condition);
  }
  if (self->reader.found->len > 0)
    return;
  seal_waiting (self);
  seal_stock (scenario);
}
