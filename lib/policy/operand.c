/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Operands: the right sides of comparisons. A right side is read by the type of the attribute on the left, so that an
 * impossible comparison is a fault of the document. */
#include "policy/operand-private.h"

#include "policy/priority-private.h"

#define MASK_WORDS 62 /* words that a mask can hold */

static gsize
enter (const OrientaSide *side, guint index)
{
  return side->in_list ? orienta_reader_enter_index (side->reader, index) : side->reader->path->len;
}

/* One constant of the attribute's type, as the register holds values. */
static gboolean
read_constant (const OrientaSide *side, JsonNode *node, gint64 *value)
{
  g_autofree const char **words = NULL;
  gboolean truth;
  switch (side->type) {
  case ORIENTA_TYPE_BOOL:
    if (!orienta_reader_bool (side->reader, node, &truth))
      return FALSE;
    *value = truth;
    return TRUE;
  case ORIENTA_TYPE_NUMBER:
    return orienta_reader_number (side->reader, node, value);
  case ORIENTA_TYPE_DATE:
    *value = orienta_reader_date (side->reader, node);
    return *value != ORIENTA_NO_DATE;
  default:
    words = orienta_policy_attribute_words (side->reader->policy, side->attribute);
    *value = orienta_reader_word (side->reader, node, words);
    return *value >= 0;
  }
}

static OrientaCondition *
new_test (const OrientaSide *side, OrientaOp op, OrientaOperandKind operand)
{
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_TEST);
  self->attribute = side->attribute;
  self->op = op;
  self->operand = operand;
  return self;
}

static OrientaCondition *
new_constant_test (const OrientaSide *side, OrientaOp op, gint64 constant)
{
  OrientaCondition *self = new_test (side, op, ORIENTA_OPERAND_CONSTANT);
  self->constant = constant;
  return self;
}

/* The name of an open list: a landlord, a territory, a priority code. */
static const char *
read_name (const OrientaSide *side, JsonNode *node)
{
  if (side->type != ORIENTA_TYPE_CODES)
    return orienta_reader_id (side->reader, node);
  const char *code = orienta_reader_code (side->reader, node);
  if (code && orienta_priority_is_known (side->reader, node, code))
    return code;
  return NULL;
}

/* A test whose words only a register can resolve. */
static OrientaCondition *
read_names (const OrientaSide *side, OrientaOp op, JsonNode *const *nodes, guint n)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean good = TRUE;
  for (guint i = 0; i < n; i++) {
    gsize mark = enter (side, i);
    const char *name = read_name (side, nodes[i]);
    orienta_reader_leave (side->reader, mark);
    if (name)
      g_strv_builder_add (words, name);
    good = good && name;
  }
  if (!good)
    return NULL;
  OrientaCondition *self = new_test (side, op, ORIENTA_OPERAND_SET);
  self->words = g_strv_builder_end (words);
  self->slot = side->reader->policy->n_slots++;
  return self;
}

/* household.needs holds some of these: each is a level of its own, and holding it is any level but none. */
static OrientaCondition *
read_needs (const OrientaSide *side, OrientaOp op, JsonNode *const *nodes, guint n)
{
  OrientaCondition *self =
      orienta_condition_new (op == ORIENTA_OP_HAS_ALL ? ORIENTA_CONDITION_ALL : ORIENTA_CONDITION_ANY);
  for (guint i = 0; i < n; i++) {
    gint64 need;
    gsize mark = enter (side, i);
    gboolean good = read_constant (side, nodes[i], &need);
    orienta_reader_leave (side->reader, mark);
    if (!good)
      continue;
    OrientaSide level = { side->reader, ORIENTA_HOUSEHOLD_NEED_0 + (guint) need, ORIENTA_TYPE_WORD, FALSE };
    orienta_condition_append (self, new_constant_test (&level, ORIENTA_OP_NE, ORIENTA_LEVEL_NONE));
  }
  return orienta_condition_flatten (self);
}

/* Words past those a mask holds: "is one of" as one test each. */
static OrientaCondition *
new_alternatives (const OrientaSide *side, const gint64 *values, guint n)
{
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_ANY);
  for (guint i = 0; i < n; i++)
    orienta_condition_append (self, new_constant_test (side, ORIENTA_OP_EQ, values[i]));
  return orienta_condition_flatten (self);
}

static OrientaCondition *
new_set_test (const OrientaSide *side, OrientaOp op, const gint64 *values, guint n)
{
  gboolean numbers = side->type == ORIENTA_TYPE_NUMBER || side->type == ORIENTA_TYPE_DATE;
  for (guint i = 0; !numbers && i < n; i++)
    if (values[i] >= MASK_WORDS)
      return new_alternatives (side, values, n);
  OrientaCondition *self = new_test (side, op, ORIENTA_OPERAND_SET);
  if (numbers) {
    self->constants = g_memdup2 (values, n * sizeof *values);
    self->n_constants = n;
  }
  for (guint i = 0; !numbers && i < n; i++)
    self->mask |= G_GUINT64_CONSTANT (1) << values[i];
  return self;
}

/* A right side of several values. */
static OrientaCondition *
read_set (const OrientaSide *side, OrientaOp op, JsonNode *const *nodes, guint n)
{
  if (side->type == ORIENTA_TYPE_CODE || side->type == ORIENTA_TYPE_CODES || side->type == ORIENTA_TYPE_PLACE)
    return read_names (side, op, nodes, n);
  if (side->attribute == ORIENTA_HOUSEHOLD_NEEDS)
    return read_needs (side, op, nodes, n);
  g_autofree gint64 *values = g_new (gint64, n);
  gboolean good = TRUE;
  for (guint i = 0; i < n; i++) {
    gsize mark = enter (side, i);
    good = read_constant (side, nodes[i], &values[i]) && good;
    orienta_reader_leave (side->reader, mark);
  }
  return good ? new_set_test (side, op, values, n) : NULL;
}

static gboolean
same_words (const OrientaPolicy *policy, guint a, guint b)
{
  g_autofree const char **left = orienta_policy_attribute_words (policy, a);
  g_autofree const char **right = orienta_policy_attribute_words (policy, b);
  return g_strv_equal (left, right);
}

/* {"attribute": name}: of the same type, and for words of the same words. */
static OrientaCondition *
read_other (const OrientaSide *side, OrientaOp op, JsonNode *node)
{
  static const char *const members[] = { "attribute", NULL };
  OrientaReader *reader = side->reader;
  JsonNode *value = orienta_reader_object (reader, node, members)
                        ? orienta_reader_member (reader, node, "attribute", ORIENTA_NEEDED)
                        : NULL;
  const char *name = value ? orienta_reader_text (reader, value) : NULL;
  gint other = name ? orienta_reader_attribute (reader, value, name) : -1;
  if (other < 0)
    return NULL;
  if (orienta_policy_attribute_type (reader->policy, (guint) other) != side->type
      || (side->type == ORIENTA_TYPE_WORD && !same_words (reader->policy, side->attribute, (guint) other))) {
    orienta_reader_fault (reader, node, "\"%s\": expected an attribute of the same type as \"%s\"", name,
                          orienta_policy_attribute_name (reader->policy, side->attribute));
    return NULL;
  }
  OrientaCondition *self = new_test (side, op, ORIENTA_OPERAND_ATTRIBUTE);
  self->index = (guint) other;
  return self;
}

/* {"table": id}: a number. */
static OrientaCondition *
read_cell (const OrientaSide *side, OrientaOp op, JsonNode *node)
{
  if (side->type != ORIENTA_TYPE_NUMBER) {
    orienta_reader_fault (side->reader, node, "a table: \"%s\" is not a number",
                          orienta_policy_attribute_name (side->reader->policy, side->attribute));
    return NULL;
  }
  gint table = orienta_reader_table (side->reader, node);
  if (table < 0)
    return NULL;
  OrientaCondition *self = new_test (side, op, ORIENTA_OPERAND_TABLE);
  self->index = (guint) table;
  return self;
}

/* A right side of one value: a constant, a cell or another attribute. NULL after a fault. */
OrientaCondition *
orienta_operand_read_value (const OrientaSide *side, OrientaOp op, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (object && json_object_has_member (object, "table"))
    return read_cell (side, op, node);
  if (object && json_object_has_member (object, "attribute"))
    return read_other (side, op, node);
  if (object) {
    orienta_reader_expected (side->reader, node, "a value, {\"table\": …} or {\"attribute\": …}");
    return NULL;
  }
  if (side->type == ORIENTA_TYPE_CODE || side->type == ORIENTA_TYPE_PLACE) {
    OrientaCondition *self = read_set (side, ORIENTA_OP_IN, &node, 1);
    return op == ORIENTA_OP_NE ? orienta_condition_not (self) : self;
  }
  gint64 constant;
  return read_constant (side, node, &constant) ? new_constant_test (side, op, constant) : NULL;
}

/* A right side of one value that stands for a set of one. NULL after a fault. */
OrientaCondition *
orienta_operand_read_member (const OrientaSide *side, OrientaOp op, JsonNode *node)
{
  return read_set (side, op, &node, 1);
}

/* A right side that is a list, not empty. NULL after a fault. */
OrientaCondition *
orienta_operand_read_list (const OrientaSide *side, OrientaOp op, JsonNode *node)
{
  JsonArray *list = orienta_reader_list (side->reader, node, 1);
  guint n = list ? json_array_get_length (list) : 0;
  g_autofree JsonNode **nodes = g_new (JsonNode *, n);
  for (guint i = 0; i < n; i++)
    nodes[i] = json_array_get_element (list, i);
  OrientaSide inside = *side;
  inside.in_list = TRUE;
  return n > 0 ? read_set (&inside, op, nodes, n) : NULL;
}

/* Whether the value is known: of the needs, whether each one is. NULL after a fault. */
OrientaCondition *
orienta_operand_read_known (const OrientaSide *side, JsonNode *node)
{
  gboolean known = TRUE;
  if (!orienta_reader_bool (side->reader, node, &known))
    return NULL;
  OrientaCondition *self = NULL;
  if (side->attribute == ORIENTA_HOUSEHOLD_NEEDS) {
    self = orienta_condition_new (ORIENTA_CONDITION_ALL);
    for (guint i = 0; i < ORIENTA_N_NEEDS; i++) {
      OrientaSide level = { side->reader, ORIENTA_HOUSEHOLD_NEED_0 + i, ORIENTA_TYPE_WORD, FALSE };
      orienta_condition_append (self, new_test (&level, ORIENTA_OP_KNOWN, ORIENTA_OPERAND_CONSTANT));
    }
  } else {
    self = new_test (side, ORIENTA_OP_KNOWN, ORIENTA_OPERAND_CONSTANT);
  }
  return known ? self : orienta_condition_not (self);
}
