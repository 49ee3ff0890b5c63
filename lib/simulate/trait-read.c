/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Traits, read. Each alternative becomes a template: a line of households.csv with this one cell, so that a scenario
 * knows the same words, and says the same of wrong ones, as a register. */
#include "simulate/scenario-read-private.h"

#include "base/text-private.h"

#include <string.h>

typedef struct {
  const char *text; /* of the cell; borrowed */
  JsonNode *node;   /* of its chance */
  gint64 chance;    /* millionths */
} Option;

static const char *const forms[] = { "one_of", "each", "as", NULL };

/* Whether it says how a value is drawn, and not the value. */
gboolean
orienta_trait_is_drawn (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));
  for (GList *member = members; member; member = member->next)
    if (g_strv_contains (forms, member->data) || g_strv_contains (orienta_spread_words, member->data))
      return TRUE;
  return FALSE;
}

/* -- templates -- */

/* Begins one; returns the builder's own column, of which a trait keeps a copy. */
static const OrientaColumn *
begin_template (OrientaScenarioReader *self, const OrientaColumn *column, JsonNode *node)
{
  self->builder->path = self->reader.path->str;
  orienta_builder_begin_template (self->builder, node);
  return orienta_columns_find (&self->builder->tables[ORIENTA_TABLE_HOUSEHOLDS].columns, column->name);
}

static gint32
end_template (OrientaScenarioReader *self)
{
  OrientaBuilder *builder = self->builder;
  if (builder->row != ORIENTA_NO_LINE
      && ((OrientaHouseholdRow *) orienta_builder_row (builder, ORIENTA_TABLE_HOUSEHOLDS, builder->row))->adults == 0)
    orienta_builder_fault (builder, "adults 0: expected at least 1");
  orienta_builder_end_line (builder);
  builder->path = NULL;
  return (gint32) self->n_templates++;
}

static gint32
template_of_text (OrientaScenarioReader *self, const OrientaColumn *column, JsonNode *node, const char *text)
{
  orienta_builder_put (self->builder, begin_template (self, column, node), text, strlen (text));
  return end_template (self);
}

static gint32
template_of_node (OrientaScenarioReader *self, const OrientaColumn *column, JsonNode *node)
{
  orienta_builder_put_node (self->builder, begin_template (self, column, node), node);
  return end_template (self);
}

static guint32
need_said (const char *text)
{
  gint need = orienta_vocabulary_find (&orienta_needs, text, strcspn (text, ":"));
  return need < 0 ? 0 : 1u << need;
}

/* The needs that a cell speaks of, be it to say that they are none. */
static guint32
needs_said (const char *text)
{
  g_auto (GStrv) items = g_strsplit (text, "|", -1);
  guint32 said = 0;
  for (char **item = items; *item; item++)
    said |= need_said (g_strstrip (*item));
  return said;
}

static guint32
needs_said_by (JsonNode *node)
{
  guint32 said = 0;
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));
    for (GList *member = members; member; member = member->next)
      said |= need_said (member->data);
  }
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++) {
    JsonNode *item = json_array_get_element (json_node_get_array (node), i);
    const char *text = JSON_NODE_HOLDS_VALUE (item) ? json_node_get_string (item) : NULL;
    said |= text ? need_said (text) : 0;
  }
  return said;
}

/* -- chances -- */

static gint
compare_options (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Option *) a)->text, ((const Option *) b)->text);
}

static gboolean
is_rest (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), "rest") == 0;
}

/* What the others leave to the one that has the rest; all must add up to 1. */
static gboolean
share_rest (OrientaScenarioReader *self, JsonNode *node, GArray *options)
{
  gint64 sum = 0;
  Option *rest = NULL;
  for (guint i = 0; i < options->len; i++) {
    Option *option = &g_array_index (options, Option, i);
    sum += option->chance;
    if (!is_rest (option->node))
      continue;
    if (rest)
      orienta_reader_fault (&self->reader, option->node, "\"rest\": stands twice");
    rest = option;
  }
  if (sum == ORIENTA_MILLION || (rest && sum < ORIENTA_MILLION)) {
    if (rest)
      rest->chance = ORIENTA_MILLION - sum;
    return TRUE;
  }
  g_autofree char *text = orienta_number_format (sum, 6);
  orienta_reader_fault (&self->reader, node, "the chances add up to %s: expected 1", text);
  return FALSE;
}

/* The members {text: chance} in the order of their texts, whatever order they stand in; NULL after a fault. */
static GArray *
read_options (OrientaScenarioReader *self, JsonNode *node)
{
  if (!orienta_reader_object (&self->reader, node, NULL))
    return NULL;
  gboolean good = TRUE;
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (Option));
  JsonObjectIter iter;
  Option option = { 0 };
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &option.text, &option.node)) {
    gsize mark = orienta_reader_enter (&self->reader, option.text);
    option.chance = 0;
    good &= is_rest (option.node)
            || orienta_scenario_read_between (self, option.node, 0, ORIENTA_MILLION, "a chance from 0 to 1",
                                              &option.chance);
    orienta_reader_leave (&self->reader, mark);
    g_array_append_val (options, option);
  }
  if (options->len == 0)
    orienta_reader_fault (&self->reader, node, "an empty object: expected {value: chance}");
  if (!good || options->len == 0)
    return NULL;
  g_array_sort (options, compare_options);
  return g_steal_pointer (&options);
}

static void
add_alternative (OrientaScenarioReader *self, const OrientaColumn *column, const Option *option, gint64 upto,
                 GArray *alternatives)
{
  gsize mark = orienta_reader_enter (&self->reader, option->text);
  const OrientaAlternative alternative = { .upto = (double) upto / ORIENTA_MILLION,
                                           .row = template_of_text (self, column, option->node, option->text),
                                           .said = needs_said (option->text) };
  g_array_append_val (alternatives, alternative);
  orienta_reader_leave (&self->reader, mark);
}

static void
take (OrientaTrait *trait, GArray **lists, GArray **alternatives)
{
  g_array_append_val (*lists, (*alternatives)->len);
  trait->n_lists = (*lists)->len - 1;
  trait->lists = (guint *) g_array_free (g_steal_pointer (lists), FALSE);
  trait->alternatives = (OrientaAlternative *) g_array_free (g_steal_pointer (alternatives), FALSE);
}

/* -- forms -- */

static gboolean
read_one_of (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  g_autoptr (GArray) options = read_options (self, node);
  if (!options || !share_rest (self, node, options))
    return FALSE;
  g_autoptr (GArray) lists = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) alternatives = g_array_new (FALSE, FALSE, sizeof (OrientaAlternative));
  g_array_set_size (lists, 1);
  gint64 upto = 0;
  for (guint i = 0; i < options->len; i++) {
    const Option *option = &g_array_index (options, Option, i);
    upto += option->chance;
    add_alternative (self, &trait->column, option, upto, alternatives);
  }
  trait->kind = ORIENTA_TRAIT_ONE_OF;
  take (trait, &lists, &alternatives);
  return TRUE;
}

static gboolean
is_set (const OrientaColumn *column)
{
  return column->kind == ORIENTA_COLUMN_NEEDS || column->kind == ORIENTA_COLUMN_PRIORITY
         || column->kind == ORIENTA_COLUMN_MASK;
}

/* Levels of one need exclude each other. */
static gboolean
is_same (const OrientaColumn *column, const char *a, const char *b)
{
  gsize n = column->kind == ORIENTA_COLUMN_NEEDS ? strcspn (a, ":") : strlen (a);
  return strncmp (a, b, n) == 0 && (b[n] == '\0' || (column->kind == ORIENTA_COLUMN_NEEDS && b[n] == ':'));
}

static void
add_list (OrientaScenarioReader *self, JsonNode *node, const OrientaColumn *column, const Option *options, guint n,
          GArray *alternatives)
{
  gint64 upto = 0;
  for (guint i = 0; i < n; i++) {
    upto += options[i].chance;
    add_alternative (self, column, &options[i], upto, alternatives);
  }
  const OrientaAlternative nothing = { .upto = 1.0, .row = -1 };
  g_array_append_val (alternatives, nothing);
  if (upto <= ORIENTA_MILLION)
    return;
  g_autofree char *text = orienta_number_format (upto, 6);
  orienta_reader_fault (&self->reader, node, "the chances of \"%.*s\" add up to %s: expected at most 1",
                        (gint) strcspn (options[0].text, ":"), options[0].text, text);
}

static gboolean
read_each (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  if (!is_set (&trait->column)) {
    orienta_reader_fault (&self->reader, node, "%s: only needs, priorities and kinds are drawn each for itself",
                          trait->column.name);
    return FALSE;
  }
  g_autoptr (GArray) options = read_options (self, node);
  if (!options)
    return FALSE;
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) alternatives = g_array_new (FALSE, FALSE, sizeof (OrientaAlternative));
  for (guint i = 0, n; i < options->len; i += n) {
    const Option *first = &g_array_index (options, Option, i);
    for (n = 1; i + n < options->len && is_same (&trait->column, first->text, first[n].text);)
      n++;
    g_array_append_val (lists, alternatives->len);
    add_list (self, node, &trait->column, first, n, alternatives);
  }
  trait->kind = ORIENTA_TRAIT_EACH;
  take (trait, &lists, &alternatives);
  return TRUE;
}

static gboolean
read_as (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  static const char *const words[] = { "territory", NULL };
  if (trait->column.kind != ORIENTA_COLUMN_PLACES) {
    orienta_reader_fault (&self->reader, node, "%s: only lists of territories are taken from another column",
                          trait->column.name);
    return FALSE;
  }
  trait->kind = ORIENTA_TRAIT_AS;
  return orienta_reader_word (&self->reader, node, words) == 0;
}

static gboolean
read_spread (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  if (trait->kind != ORIENTA_TRAIT_AGE && trait->column.kind != ORIENTA_COLUMN_AMOUNT
      && trait->column.kind != ORIENTA_COLUMN_COUNT) {
    orienta_reader_fault (&self->reader, node, "%s: only amounts, counts and ages are spread", trait->column.name);
    return FALSE;
  }
  if (trait->kind != ORIENTA_TRAIT_AGE)
    trait->kind = ORIENTA_TRAIT_SPREAD;
  if (!orienta_spread_read (self, node, &trait->spread))
    return FALSE;
  if (trait->spread.kind == ORIENTA_SPREAD_NEVER)
    orienta_reader_fault (&self->reader, node, "never: expected a number");
  return trait->spread.kind != ORIENTA_SPREAD_NEVER;
}

static gboolean
read_form (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  static gboolean (*const readers[]) (OrientaScenarioReader *, JsonNode *, OrientaTrait *) = { read_one_of, read_each,
                                                                                               read_as };
  JsonObject *object = json_node_get_object (node);
  for (guint i = 0; forms[i] && trait->kind != ORIENTA_TRAIT_AGE; i++) {
    JsonNode *value = json_object_get_member (object, forms[i]);
    if (!value)
      continue;
    if (json_object_get_size (object) != 1) {
      orienta_reader_fault (&self->reader, node, "expected \"%s\" alone", forms[i]);
      return FALSE;
    }
    gsize mark = orienta_reader_enter (&self->reader, forms[i]);
    gboolean read = readers[i](self, value, trait);
    orienta_reader_leave (&self->reader, mark);
    return read;
  }
  return read_spread (self, node, trait);
}

/* The one alternative that a value is. */
static void
read_value (OrientaScenarioReader *self, JsonNode *node, OrientaTrait *trait)
{
  trait->kind = ORIENTA_TRAIT_ONE_OF;
  trait->n_lists = 1;
  trait->lists = g_new0 (guint, 2);
  trait->lists[1] = 1;
  trait->alternatives = g_new0 (OrientaAlternative, 1);
  trait->alternatives[0] = (OrientaAlternative){ .upto = 1.0,
                                                 .row = template_of_node (self, &trait->column, node),
                                                 .said = JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node)
                                                             ? needs_said (json_node_get_string (node))
                                                             : needs_said_by (node) };
}

/* The column of that name, or NULL after a fault. */
static const OrientaColumn *
find_column (OrientaScenarioReader *self, const char *name, JsonNode *node)
{
  static const char *const kept[] = { "id", "request_date", "referral_date", "last_contact", "occupies", NULL };
  const OrientaColumns *columns = &self->builder->tables[ORIENTA_TABLE_HOUSEHOLDS].columns;
  const OrientaColumn *column = orienta_columns_find (columns, name);
  if (g_strv_contains (kept, name)) {
    orienta_reader_fault (&self->reader, node, "\"%s\": the simulation says it", name);
    return NULL;
  }
  if (column)
    return column;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < columns->n; i++)
    g_ptr_array_add (names, (gpointer) columns->columns[i].name);
  g_ptr_array_add (names, (gpointer) "age");
  orienta_reader_unknown (&self->reader, node, "column of households", name,
                          orienta_text_nearest (name, (const char *const *) names->pdata, names->len));
  return NULL;
}

/* One column and its value or how it is drawn, at the reader's place. */
OrientaTrait *
orienta_trait_read (OrientaScenarioReader *self, const char *name, JsonNode *node)
{
  g_autoptr (OrientaTrait) trait = g_new0 (OrientaTrait, 1);
  gboolean age = strcmp (name, "age") == 0;
  const OrientaColumn *column = age ? NULL : find_column (self, name, node);
  if (!age && !column)
    return NULL;
  trait->kind = age ? ORIENTA_TRAIT_AGE : ORIENTA_TRAIT_ONE_OF;
  trait->number = ORIENTA_DRAW_AGE;
  if (column) {
    trait->column = *column;
    trait->column.min = column->offset == offsetof (OrientaHouseholdRow, adults) ? 1 : column->min;
    trait->number = (guint) (column - self->builder->tables[ORIENTA_TABLE_HOUSEHOLDS].columns.columns);
  }
  if (age ? !read_spread (self, node, trait) : orienta_trait_is_drawn (node) && !read_form (self, node, trait))
    return NULL;
  if (!age && !orienta_trait_is_drawn (node))
    read_value (self, node, trait);
  g_ptr_array_add (self->traits, trait);
  return g_steal_pointer (&trait);
}
