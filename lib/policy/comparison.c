/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comparisons: one attribute, and what it is asked. Which operators an attribute knows follows from its type. */
#include "policy/operand-private.h"

#include "base/text-private.h"

#include <string.h>

#define BIT(type) (1u << ORIENTA_TYPE_##type)
#define SCALARS (BIT (BOOL) | BIT (NUMBER) | BIT (DATE) | BIT (WORD) | BIT (CODE) | BIT (PLACE))
#define MEASURES (BIT (NUMBER) | BIT (DATE) | BIT (WORD))
#define SETS (BIT (WORDS) | BIT (CODES))

typedef enum { RIGHT_VALUE, RIGHT_MEMBER, RIGHT_LIST, RIGHT_EITHER, RIGHT_BOOL } OrientaRight;

typedef struct {
  const char *name;
  OrientaOp op;
  gboolean negated; /* read as NOT of `op` */
  OrientaRight right;
  guint types; /* bits of the types that know it */
} OrientaOperator;

static const OrientaOperator operators[] = {
  { "eq", ORIENTA_OP_EQ, FALSE, RIGHT_VALUE, SCALARS },
  { "ne", ORIENTA_OP_NE, FALSE, RIGHT_VALUE, SCALARS },
  { "lt", ORIENTA_OP_LT, FALSE, RIGHT_VALUE, MEASURES },
  { "le", ORIENTA_OP_LE, FALSE, RIGHT_VALUE, MEASURES },
  { "gt", ORIENTA_OP_GT, FALSE, RIGHT_VALUE, MEASURES },
  { "ge", ORIENTA_OP_GE, FALSE, RIGHT_VALUE, MEASURES },
  { "in", ORIENTA_OP_IN, FALSE, RIGHT_LIST, SCALARS },
  { "not_in", ORIENTA_OP_IN, TRUE, RIGHT_LIST, SCALARS },
  { "has", ORIENTA_OP_HAS_ANY, FALSE, RIGHT_MEMBER, SETS },
  { "has_any", ORIENTA_OP_HAS_ANY, FALSE, RIGHT_LIST, SETS },
  { "has_all", ORIENTA_OP_HAS_ALL, FALSE, RIGHT_LIST, SETS },
  { "has_none", ORIENTA_OP_HAS_ANY, TRUE, RIGHT_LIST, SETS },
  { "within", ORIENTA_OP_WITHIN, FALSE, RIGHT_EITHER, BIT (PLACE) },
  { "known", ORIENTA_OP_KNOWN, FALSE, RIGHT_BOOL, SCALARS | SETS },
};

static gboolean
knows (const OrientaSide *side, const OrientaOperator *asked)
{
  gboolean order = asked->op >= ORIENTA_OP_LT && asked->op <= ORIENTA_OP_GE;
  return (asked->types & 1u << side->type)
         && (!order || orienta_policy_attribute_ordered (side->reader->policy, side->attribute));
}

static void
refuse_operator (const OrientaSide *side, JsonNode *node, const char *name)
{
  static const char *const types[] = { "bool",         "number", "date",         "word",
                                       "set of words", "code",   "set of codes", "territory" };
  g_autofree char *quoted = orienta_text_quote (name, -1);
  g_autoptr (GString) expected = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (knows (side, &operators[i]))
      g_string_append_printf (expected, "%s%s", expected->len > 0 ? ", " : "", operators[i].name);
  gboolean order = strlen (name) == 2 && strstr ("lt le gt ge", name) && side->type == ORIENTA_TYPE_WORD;
  orienta_reader_fault (side->reader, node, "%s: cannot be asked of a %s%s; expected %s", quoted, types[side->type],
                        order ? " without order" : "", expected->str);
}

static OrientaCondition *
read_right (const OrientaSide *side, const OrientaOperator *asked, JsonNode *node)
{
  OrientaCondition *self;
  if (asked->right == RIGHT_BOOL)
    self = orienta_operand_read_known (side, node);
  else if (asked->right == RIGHT_LIST || (asked->right == RIGHT_EITHER && JSON_NODE_HOLDS_ARRAY (node)))
    self = orienta_operand_read_list (side, asked->op, node);
  else if (asked->right == RIGHT_VALUE)
    self = orienta_operand_read_value (side, asked->op, node);
  else
    self = orienta_operand_read_member (side, asked->op, node);
  return asked->negated ? orienta_condition_not (self) : self;
}

static const OrientaOperator *
find_operator (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strcmp (name, operators[i].name) == 0)
      return &operators[i];
  return NULL;
}

static void
refuse_unknown (const OrientaSide *side, JsonNode *node, const char *name)
{
  const char *names[G_N_ELEMENTS (operators)];
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    names[i] = operators[i].name;
  orienta_reader_unknown (side->reader, node, "operator", name,
                          orienta_text_nearest (name, names, G_N_ELEMENTS (operators)));
}

static OrientaCondition *
read_operator (const OrientaSide *side, const char *name, JsonNode *node)
{
  const OrientaOperator *asked = find_operator (name);
  if (!asked) {
    refuse_unknown (side, node, name);
    return NULL;
  }
  OrientaCondition *self = NULL;
  gsize mark = orienta_reader_enter (side->reader, name);
  if (knows (side, asked))
    self = read_right (side, asked, node);
  else
    refuse_operator (side, node, name);
  orienta_reader_leave (side->reader, mark);
  return self;
}

/* The short forms: a value is {"eq": value}, a list is {"in": list}. */
static OrientaCondition *
read_short (const OrientaSide *side, JsonNode *node)
{
  const OrientaOperator *asked = find_operator (JSON_NODE_HOLDS_ARRAY (node) ? "in" : "eq");
  if (knows (side, asked))
    return read_right (side, asked, node);
  orienta_reader_fault (side->reader, node,
                        "a set is not compared with a value: expected {\"has\": …} or {\"has_any\": […]}");
  return NULL;
}

OrientaCondition *
orienta_comparison_read (OrientaReader *reader, guint attribute, JsonNode *node)
{
  OrientaSide side = { reader, attribute, orienta_policy_attribute_type (reader->policy, attribute), FALSE };
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return read_short (&side, node);
  JsonObject *object = json_node_get_object (node);
  if (json_object_get_size (object) == 0) {
    orienta_reader_fault (reader, node, "an empty object: expected an operator");
    return NULL;
  }
  OrientaCondition *self = orienta_condition_new (ORIENTA_CONDITION_ALL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    orienta_condition_append (self, read_operator (&side, name, value));
  return orienta_condition_flatten (self);
}
