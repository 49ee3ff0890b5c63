/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lists of a scenario: how homes turn over, how people answer, change and leave, when commissions meet, what is
 * counted. */
#include "simulate/scenario-read-private.h"

#include "model/vocabulary-private.h"

typedef void (*ReadEntry) (OrientaScenarioReader *self, JsonNode *node, gpointer entry);

/* Every list is an array of its lines; each line begins empty. */
static void
read_list (OrientaScenarioReader *self, const char *name, GArray *into, ReadEntry read)
{
  guint n;
  JsonArray *list = orienta_reader_top (&self->reader, name, &n);
  gsize mark = orienta_reader_enter (&self->reader, name);
  g_array_set_size (into, n);
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (&self->reader, i);
    read (self, json_array_get_element (list, i), into->data + (gsize) i * g_array_get_element_size (into));
    orienta_reader_leave (&self->reader, entry);
  }
  orienta_reader_leave (&self->reader, mark);
}

/* Whether it is an object; its note and source are read here. */
gboolean
orienta_scenario_is_line (OrientaScenarioReader *self, JsonNode *node, const char *const *members)
{
  g_autofree char *source = NULL;
  if (!orienta_reader_object (&self->reader, node, members))
    return FALSE;
  orienta_reader_member_note (&self->reader, node);
  orienta_reader_member_text (&self->reader, node, "source", ORIENTA_OPTIONAL, &source);
  return TRUE;
}

/* No two lines of one list have one id. */
void
orienta_scenario_check_id (OrientaScenarioReader *self, const char *list, JsonNode *entry, const char *id)
{
  if (id && !g_hash_table_add (self->ids, g_strconcat (list, ":", id, NULL)))
    orienta_reader_fault (&self->reader, entry, "\"%s\": stands twice", id);
}

/* A day of the scenario from `first` on; ORIENTA_NO_DATE after a fault. */
OrientaDate
orienta_scenario_member_day (OrientaScenarioReader *self, JsonNode *object, const char *name, OrientaDate first)
{
  OrientaDate last = self->scenario->start + (OrientaDate) self->scenario->days - 1;
  JsonNode *node = orienta_reader_member (&self->reader, object, name, ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (&self->reader, name);
  OrientaDate day = node ? orienta_reader_date (&self->reader, node) : ORIENTA_NO_DATE;
  if (day != ORIENTA_NO_DATE && self->scenario->start != ORIENTA_NO_DATE && (day < first || day > last)) {
    g_autofree char *from = orienta_date_format (self->scenario->start);
    g_autofree char *to = orienta_date_format (last);
    orienta_reader_fault (&self->reader, node, "\"%s\": the scenario goes from %s to %s", json_node_get_string (node),
                          from, to);
    day = ORIENTA_NO_DATE;
  }
  orienta_reader_leave (&self->reader, mark);
  return day;
}

/* -- conditions -- */

static const char *
noun_of (guint of)
{
  return of == 1u << ORIENTA_OF_HOUSEHOLD ? "household" : "unit";
}

/* The member of that name, which reads nothing but `of`; NULL when it is missing. It is the scenario's `words` that own
 * it. */
static OrientaCondition *
read_condition (OrientaScenarioReader *self, JsonNode *object, const char *name, guint of)
{
  OrientaReader *reader = &self->reader;
  OrientaCondition *condition = orienta_condition_read_member (reader, object, name, ORIENTA_OPTIONAL);
  if (!condition)
    return NULL;
  gsize mark = orienta_reader_enter (reader, name);
  JsonNode *node = json_object_get_member (json_node_get_object (object), name);
  orienta_condition_bound (reader, node, orienta_condition_seal (condition, reader));
  if (condition->of & ~of)
    orienta_reader_fault (reader, node, "reads more than the %s: expected attributes of the %s only", noun_of (of),
                          noun_of (of));
  const OrientaReadCondition read = { condition, node, g_strdup (reader->path->str) };
  g_array_append_val (self->conditions, read);
  orienta_reader_leave (reader, mark);
  return condition;
}

static OrientaCondition *
read_households (OrientaScenarioReader *self, JsonNode *object)
{
  return read_condition (self, object, "households", 1u << ORIENTA_OF_HOUSEHOLD);
}

static OrientaCondition *
read_units (OrientaScenarioReader *self, JsonNode *object)
{
  return read_condition (self, object, "units", 1u << ORIENTA_OF_UNIT);
}

/* -- lines -- */

static void
read_stock (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "units", "stay_days", "occupied", "ready_days", "source", "note", NULL };
  OrientaStock *stock = entry;
  *stock = (OrientaStock){ .occupied = 1.0 };
  if (!orienta_scenario_is_line (self, node, members))
    return;
  stock->units = read_units (self, node);
  orienta_spread_read_member (self, node, "stay_days", &stock->stay);
  orienta_scenario_member_share (self, node, "occupied", ORIENTA_OPTIONAL, &stock->occupied);
  orienta_scenario_member_rate (self, node, "ready_days", ORIENTA_OPTIONAL, &stock->ready_days);
}

static void
read_patience (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "households", "days", "source", "note", NULL };
  OrientaPatience *patience = entry;
  if (!orienta_scenario_is_line (self, node, members))
    return;
  patience->households = read_households (self, node);
  orienta_spread_read_member (self, node, "days", &patience->days);
}

/* The words of a vocabulary from `first` on, NULL-terminated. Free with g_free(). */
static const char **
words_of (const OrientaVocabulary *vocabulary, guint first)
{
  const char **words = g_new0 (const char *, vocabulary->n - first + 1);
  for (guint i = first; i < vocabulary->n; i++)
    words[i - first] = vocabulary->words[i].word;
  return words;
}

static void
read_answer (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "by", "when", "accepts", "days", "reason", "source", "note", NULL };
  static const char *const sides[] = { "household", "structure", NULL };
  static const guint all = 1u << ORIENTA_OF_HOUSEHOLD | 1u << ORIENTA_OF_UNIT | 1u << ORIENTA_OF_PAIR;
  OrientaAnswer *answer = entry;
  *answer = (OrientaAnswer){ .reason = -1 };
  if (!orienta_scenario_is_line (self, node, members))
    return;
  orienta_reader_member (&self->reader, node, "by", ORIENTA_NEEDED);
  answer->by_structure = orienta_reader_member_word (&self->reader, node, "by", sides, 0) == 1;
  answer->when = read_condition (self, node, "when", all);
  orienta_scenario_member_share (self, node, "accepts", ORIENTA_NEEDED, &answer->accepts);
  orienta_scenario_member_rate (self, node, "days", ORIENTA_OPTIONAL, &answer->days);
  g_autofree const char **reasons = words_of (&orienta_offer_reasons, 0);
  answer->reason = (gint8) orienta_reader_member_word (&self->reader, node, "reason", reasons, -1);
}

/* The one column that becomes different. */
static OrientaTrait *
read_becomes (OrientaScenarioReader *self, JsonNode *object)
{
  OrientaReader *reader = &self->reader;
  OrientaTrait *trait = NULL;
  JsonNode *node = orienta_reader_member (reader, object, "becomes", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "becomes");
  if (node && orienta_reader_object (reader, node, NULL)) {
    g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));
    if (!names || names->next) {
      orienta_reader_fault (reader, node, "expected one column of households");
    } else if (g_str_equal (names->data, "age")) {
      orienta_reader_fault (reader, node, "\"age\": it changes of itself");
    } else {
      gsize column = orienta_reader_enter (reader, names->data);
      trait = orienta_trait_read (self, names->data, json_object_get_member (json_node_get_object (node), names->data));
      orienta_reader_leave (reader, column);
    }
  }
  orienta_reader_leave (reader, mark);
  return trait;
}

static void
read_change (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "id", "households", "per_year", "becomes", "source", "note", NULL };
  OrientaChange *change = entry;
  if (!orienta_scenario_is_line (self, node, members))
    return;
  orienta_reader_member_id (&self->reader, node, &change->id);
  orienta_scenario_check_id (self, "changes", node, change->id);
  change->households = read_households (self, node);
  orienta_scenario_member_rate (self, node, "per_year", ORIENTA_NEEDED, &change->per_year);
  change->trait = read_becomes (self, node);
}

static void
read_support (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "households", "days", "then", "source", "note", NULL };
  OrientaSupportStay *support = entry;
  *support = (OrientaSupportStay){ .then = -1 };
  if (!orienta_scenario_is_line (self, node, members))
    return;
  support->households = read_households (self, node);
  orienta_spread_read_member (self, node, "days", &support->days);
  g_autofree const char **levels = words_of (&orienta_need_levels, ORIENTA_LEVEL_DORMANT);
  gint level = orienta_reader_member_word (&self->reader, node, "then", levels, -1);
  support->then = (gint8) (level < 0 ? -1 : level + ORIENTA_LEVEL_DORMANT);
  if (level >= 0 && support->days.kind == ORIENTA_SPREAD_FIXED && support->days.a == 0)
    orienta_reader_fault (&self->reader, node, "days 0: expected more, for another level follows");
}

static void
read_commissions (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "from", "every_days", "mechanism", "note", NULL };
  static const char *const mechanisms[] = { "optimal", "sequential", "stable", NULL }; /* by OrientaMechanism */
  OrientaCommissions *commissions = entry;
  *commissions = (OrientaCommissions){ .mechanism = -1 };
  if (!orienta_scenario_is_line (self, node, members))
    return;
  commissions->from = orienta_scenario_member_day (self, node, "from", G_MININT32);
  orienta_scenario_member_rate (self, node, "every_days", ORIENTA_NEEDED, &commissions->every_days);
  commissions->mechanism = orienta_reader_member_word (&self->reader, node, "mechanism", mechanisms, -1);
}

static void
read_target (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "id", "label", "per_year", "households", "units", "source", "note", NULL };
  OrientaTarget *target = entry;
  if (!orienta_scenario_is_line (self, node, members))
    return;
  orienta_reader_member_id (&self->reader, node, &target->id);
  orienta_scenario_check_id (self, "targets", node, target->id);
  orienta_reader_member_label (&self->reader, node, "label", &target->label);
  orienta_scenario_member_rate (self, node, "per_year", ORIENTA_NEEDED, &target->per_year);
  target->households = read_households (self, node);
  target->units = read_units (self, node);
}

static void
read_group (OrientaScenarioReader *self, JsonNode *node, gpointer entry)
{
  static const char *const members[] = { "id", "label", "households", "note", NULL };
  OrientaScenarioGroup *group = entry;
  if (!orienta_scenario_is_line (self, node, members))
    return;
  orienta_reader_member_id (&self->reader, node, &group->id);
  orienta_scenario_check_id (self, "groups", node, group->id);
  orienta_reader_member_label (&self->reader, node, "label", &group->label);
  orienta_reader_member (&self->reader, node, "households", ORIENTA_NEEDED);
  group->households = read_households (self, node);
}

/* A household is noted to be of a target or a group by a bit. */
static void
limit_list (OrientaScenarioReader *self, const char *name, const GArray *list)
{
  JsonObject *root = json_node_get_object (orienta_json_get_root (self->reader.policy->json));
  if (list->len > ORIENTA_MAX_GROUPS)
    orienta_reader_limit (&self->reader, json_object_get_member (root, name), "%u %s: expected at most %d", list->len,
                          name, ORIENTA_MAX_GROUPS);
}

void
orienta_scenario_read_lists (OrientaScenarioReader *self)
{
  OrientaScenario *scenario = self->scenario;
  read_list (self, "stock", scenario->stock, read_stock);
  read_list (self, "patience", scenario->patience, read_patience);
  read_list (self, "answers", scenario->answers, read_answer);
  read_list (self, "changes", scenario->changes, read_change);
  read_list (self, "support", scenario->support, read_support);
  read_list (self, "commissions", scenario->commissions, read_commissions);
  read_list (self, "targets", scenario->targets, read_target);
  read_list (self, "groups", scenario->groups, read_group);
  limit_list (self, "targets", scenario->targets);
  limit_list (self, "groups", scenario->groups);
}

/* -- what they hold -- */

static void
stock_clear (gpointer entry)
{
  orienta_spread_clear (&((OrientaStock *) entry)->stay);
}

static void
patience_clear (gpointer entry)
{
  orienta_spread_clear (&((OrientaPatience *) entry)->days);
}

static void
support_clear (gpointer entry)
{
  orienta_spread_clear (&((OrientaSupportStay *) entry)->days);
}

static void
change_clear (gpointer entry)
{
  OrientaChange *self = entry;
  g_free (self->id);
  orienta_trait_free (self->trait);
}

static void
target_clear (gpointer entry)
{
  OrientaTarget *self = entry;
  g_free (self->id);
  orienta_label_clear (&self->label);
}

static void
group_clear (gpointer entry)
{
  OrientaScenarioGroup *self = entry;
  g_free (self->id);
  orienta_label_clear (&self->label);
}

static GArray *
new_list (gsize size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, TRUE, (guint) size);
  if (clear)
    g_array_set_clear_func (list, clear);
  return list;
}

void
orienta_scenario_init_lists (OrientaScenario *self)
{
  self->figures = new_list (sizeof (OrientaFigure), orienta_figure_clear);
  self->stock = new_list (sizeof (OrientaStock), stock_clear);
  self->deliveries = new_list (sizeof (OrientaDelivery), NULL);
  self->profiles = new_list (sizeof (OrientaProfile), orienta_profile_clear);
  self->patience = new_list (sizeof (OrientaPatience), patience_clear);
  self->answers = new_list (sizeof (OrientaAnswer), NULL);
  self->changes = new_list (sizeof (OrientaChange), change_clear);
  self->support = new_list (sizeof (OrientaSupportStay), support_clear);
  self->commissions = new_list (sizeof (OrientaCommissions), NULL);
  self->targets = new_list (sizeof (OrientaTarget), target_clear);
  self->groups = new_list (sizeof (OrientaScenarioGroup), group_clear);
}

void
orienta_scenario_clear_lists (OrientaScenario *self)
{
  GArray *const lists[] = { self->figures,     self->stock,   self->deliveries, self->profiles,
                            self->patience,    self->answers, self->changes,    self->support,
                            self->commissions, self->targets, self->groups };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (lists[i]);
}
