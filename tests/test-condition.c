/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

/* A policy with one criterion under the condition @. */
#define FRAME                                                                                                          \
  "{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': [{'name': 'state', 'of': 'household', 'type': 'word', "     \
  "'words': ['a', 'b']}],\n'tables': [{'id': 't', 'by': ['household.persons'], 'values': [1]}], "                      \
  "'criteria': [{'id': 'c', 'source': 's', 'points': 1, 'when':\n@}]}"

static OrientaPolicy *
policy_when (const char *condition)
{
  g_autofree char *json = refusal_document (FRAME, condition);
  return fixture_policy (json);
}

static const OrientaCondition *
when_of (const OrientaPolicy *policy)
{
  return policy->criteria[0].when;
}

static void
assert_test (const OrientaCondition *test, guint attribute, OrientaOp op, OrientaOperandKind operand)
{
  ck_assert_int_eq (test->kind, ORIENTA_CONDITION_TEST);
  ck_assert_uint_eq (test->attribute, attribute);
  ck_assert_int_eq (test->op, op);
  ck_assert_int_eq (test->operand, operand);
}

START_TEST (test_short_forms)
{
  g_autoptr (OrientaPolicy) value = policy_when ("{'unit.kind': 'plus'}");
  assert_test (when_of (value), ORIENTA_UNIT_KIND, ORIENTA_OP_EQ, ORIENTA_OPERAND_CONSTANT);
  ck_assert_int_eq (when_of (value)->constant, 1);
  ck_assert_uint_eq (when_of (value)->of, 1 << ORIENTA_OF_UNIT);

  g_autoptr (OrientaPolicy) list = policy_when ("{'unit.kind': ['plai', 'plai_a']}");
  assert_test (when_of (list), ORIENTA_UNIT_KIND, ORIENTA_OP_IN, ORIENTA_OPERAND_SET);
  ck_assert_uint_eq (when_of (list)->mask, 1 << 0 | 1 << 3);

  g_autoptr (OrientaPolicy) bools = policy_when ("{'household.pets': [false, true]}");
  ck_assert_uint_eq (when_of (bools)->mask, 3);

  g_autoptr (OrientaPolicy) numbers = policy_when ("{'household.effort_now': [0.33, 0.7]}");
  ck_assert_uint_eq (when_of (numbers)->n_constants, 2);
  ck_assert_int_eq (when_of (numbers)->constants[0], 330000);
  ck_assert_int_eq (when_of (numbers)->constants[1], 700000);
}
END_TEST

START_TEST (test_several_members_and_operators)
{
  g_autoptr (OrientaPolicy) policy =
      policy_when ("{'household.age': {'ge': 18, 'le': 25}, 'household.pets': true, 'pair.effort': {'lt': 0.4}}");
  const OrientaCondition *all = when_of (policy);
  ck_assert_int_eq (all->kind, ORIENTA_CONDITION_ALL);
  ck_assert_uint_eq (all->n_children, 3);
  ck_assert_int_eq (all->children[0]->kind, ORIENTA_CONDITION_ALL);
  assert_test (all->children[0]->children[0], ORIENTA_HOUSEHOLD_AGE, ORIENTA_OP_GE, ORIENTA_OPERAND_CONSTANT);
  ck_assert_int_eq (all->children[0]->children[1]->constant, 25 * ORIENTA_MILLION);
  assert_test (all->children[1], ORIENTA_HOUSEHOLD_PETS, ORIENTA_OP_EQ, ORIENTA_OPERAND_CONSTANT);
  assert_test (all->children[2], ORIENTA_PAIR_EFFORT, ORIENTA_OP_LT, ORIENTA_OPERAND_CONSTANT);
  ck_assert_uint_eq (all->of, 1 << ORIENTA_OF_HOUSEHOLD | 1 << ORIENTA_OF_PAIR);
}
END_TEST

START_TEST (test_empty)
{
  g_autoptr (OrientaPolicy) nothing = policy_when ("{}");
  ck_assert_int_eq (when_of (nothing)->kind, ORIENTA_CONDITION_ALL);
  ck_assert_uint_eq (when_of (nothing)->n_children, 0);
  g_autoptr (OrientaPolicy) any = policy_when ("{'any': []}");
  ck_assert_int_eq (when_of (any)->kind, ORIENTA_CONDITION_ANY);
  ck_assert_uint_eq (when_of (any)->n_children, 0);
}
END_TEST

/* not_in, has_none, known false and the ne of codes and places are NOT of another test. */
START_TEST (test_negations)
{
  static const struct {
    const char *condition;
    OrientaOp op;
  } rows[] = { { "{'unit.kind': {'not_in': ['plai']}}", ORIENTA_OP_IN },
               { "{'household.priority': {'has_none': ['dalo']}}", ORIENTA_OP_HAS_ANY },
               { "{'household.age': {'known': false}}", ORIENTA_OP_KNOWN },
               { "{'unit.landlord': {'ne': 'L1'}}", ORIENTA_OP_IN },
               { "{'unit.territory': {'ne': 'artois'}}", ORIENTA_OP_IN },
               { "{'not': {'unit.territory': {'within': 'artois'}}}", ORIENTA_OP_WITHIN } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OrientaPolicy) policy = policy_when (rows[i].condition);
    ck_assert_int_eq (when_of (policy)->kind, ORIENTA_CONDITION_NOT);
    ck_assert_int_eq (when_of (policy)->children[0]->op, rows[i].op);
  }
  g_autoptr (OrientaPolicy) plain = policy_when ("{'household.persons': {'ne': 3}}");
  assert_test (when_of (plain), ORIENTA_HOUSEHOLD_PERSONS, ORIENTA_OP_NE, ORIENTA_OPERAND_CONSTANT);
}
END_TEST

/* A need is held at any level but none; an unknown level stays unknown. */
START_TEST (test_needs)
{
  g_autoptr (OrientaPolicy) has = policy_when ("{'household.needs': {'has': 'psychic'}}");
  assert_test (when_of (has), ORIENTA_HOUSEHOLD_NEED_0 + ORIENTA_NEED_PSYCHIC, ORIENTA_OP_NE, ORIENTA_OPERAND_CONSTANT);
  ck_assert_int_eq (when_of (has)->constant, ORIENTA_LEVEL_NONE);

  g_autoptr (OrientaPolicy) all = policy_when ("{'household.needs': {'has_all': ['work', 'health']}}");
  ck_assert_int_eq (when_of (all)->kind, ORIENTA_CONDITION_ALL);
  ck_assert_uint_eq (when_of (all)->children[1]->attribute, ORIENTA_HOUSEHOLD_NEED_0 + ORIENTA_NEED_HEALTH);

  g_autoptr (OrientaPolicy) any = policy_when ("{'household.needs': {'has_any': ['work', 'health']}}");
  ck_assert_int_eq (when_of (any)->kind, ORIENTA_CONDITION_ANY);

  /* Of a durable unit HF1 refuses it: saying nothing is no fault. */
  g_autoptr (OrientaPolicy) known = policy_when ("{'unit.kind': 'fjt', 'household.needs': {'known': true}}");
  const OrientaCondition *each = when_of (known)->children[1];
  ck_assert_uint_eq (each->n_children, ORIENTA_N_NEEDS);
  assert_test (each->children[11], ORIENTA_HOUSEHOLD_NEED_LAST, ORIENTA_OP_KNOWN, ORIENTA_OPERAND_CONSTANT);
  ck_assert (known->criteria[0].special);
}
END_TEST

/* Words that only a register knows are kept, and each test that has some has a place for what they become. */
START_TEST (test_slots)
{
  g_autoptr (OrientaPolicy) policy =
      policy_when ("{'household.priority': {'has_all': ['dalo', 'l441-1:m']}, 'unit.landlord': ['L1', 'L2'], "
                   "'unit.territory': {'within': ['artois', 'lens']}}");
  ck_assert_uint_eq (policy->n_slots, 3);
  for (guint i = 0; i < 3; i++) {
    ck_assert_uint_eq (when_of (policy)->children[i]->slot, i);
    ck_assert_uint_eq (g_strv_length (when_of (policy)->children[i]->words), 2);
  }
  ck_assert_int_eq (when_of (policy)->children[0]->op, ORIENTA_OP_HAS_ALL);
  ck_assert_str_eq (when_of (policy)->children[0]->words[1], "l441-1:m");
  ck_assert_int_eq (when_of (policy)->children[2]->op, ORIENTA_OP_WITHIN);
}
END_TEST

START_TEST (test_right_sides)
{
  g_autoptr (OrientaPolicy) other = policy_when ("{'household.age': {'le': {'attribute': 'unit.max_age'}}}");
  assert_test (when_of (other), ORIENTA_HOUSEHOLD_AGE, ORIENTA_OP_LE, ORIENTA_OPERAND_ATTRIBUTE);
  ck_assert_uint_eq (when_of (other)->index, ORIENTA_UNIT_MAX_AGE);
  ck_assert_uint_eq (when_of (other)->of, 1 << ORIENTA_OF_HOUSEHOLD | 1 << ORIENTA_OF_UNIT);

  g_autoptr (OrientaPolicy) table = policy_when ("{'unit.rooms': {'ge': {'table': 't'}}}");
  assert_test (when_of (table), ORIENTA_UNIT_ROOMS, ORIENTA_OP_GE, ORIENTA_OPERAND_TABLE);
  ck_assert_uint_eq (when_of (table)->of, 1 << ORIENTA_OF_HOUSEHOLD | 1 << ORIENTA_OF_UNIT);

  g_autoptr (OrientaPolicy) words = policy_when ("{'household.access': {'le': {'attribute': 'unit.access'}}}");
  assert_test (when_of (words), ORIENTA_HOUSEHOLD_ACCESS, ORIENTA_OP_LE, ORIENTA_OPERAND_ATTRIBUTE);
  g_autoptr (OrientaPolicy) places = policy_when ("{'household.territory': {'eq': {'attribute': 'unit.territory'}}}");
  assert_test (when_of (places), ORIENTA_HOUSEHOLD_TERRITORY, ORIENTA_OP_EQ, ORIENTA_OPERAND_ATTRIBUTE);
  g_autoptr (OrientaPolicy) day = policy_when ("{'household.request_date': {'lt': '1970-01-11'}}");
  ck_assert_int_eq (when_of (day)->constant, 10);
}
END_TEST

/* More words than a mask has bits: one test each. */
START_TEST (test_many_words)
{
  g_autoptr (GString) json =
      g_string_new ("{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': [{'name': 'x', 'of': "
                    "'unit', 'type': 'word', 'words': [");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (json, "%s'w%u'", i > 0 ? "," : "", i);
  g_string_append (json,
                   "]}], 'criteria': [{'id': 'c', 'source': 's', 'points': 1, 'when': {'unit.x': ['w3', 'w99']}}]}");
  g_autoptr (OrientaPolicy) policy = fixture_policy (json->str);
  const OrientaCondition *any = when_of (policy);
  ck_assert_int_eq (any->kind, ORIENTA_CONDITION_ANY);
  assert_test (any->children[1], ORIENTA_N_ATTRIBUTES, ORIENTA_OP_EQ, ORIENTA_OPERAND_CONSTANT);
  ck_assert_int_eq (any->children[1]->constant, 99);
}
END_TEST

/* Thirty computed attributes, each asking the one above twice, are a thousand million tests. */
START_TEST (test_weight)
{
  g_autoptr (GString) json =
      g_string_new ("{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': [{'name': 'x0', 'of': "
                    "'household', 'when': {'household.pets': true}}");
  for (guint i = 1; i < 30; i++)
    g_string_append_printf (json,
                            ",\n{'name': 'x%u', 'of': 'household', 'when': {'all': [{'household.x%u': true}, "
                            "{'household.x%u': true}]}}",
                            i, i - 1, i - 1);
  g_string_append (json, "]}");
  g_autofree char *text = fixture_text (json->str);
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_policy_parse (text, -1, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  /* x0 asks 1; each next one and two tests more than twice the one above: 3 + 2w, so x9 is 2045. */
  ck_assert_msg (g_str_has_prefix (error->message, "policy.json:10:1: $.attributes[9]: 2045 tests when written out: "
                                                   "expected at most 2000 for one line\n"),
                 "%s", error->message);
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "[]",
    "policy.json:3:1: $.criteria[0].when: a list: expected an object" },
  { "{'household.pet': true}",
    "policy.json:3:19: $.criteria[0].when: \"household.pet\": unknown attribute; nearest: \"household.pets\"" },
  { "{'pets': true}",
    "policy.json:3:10: $.criteria[0].when: \"pets\": unknown attribute; nearest: \"household.pets\"" },
  { "{'household.pets': 1}",
    "policy.json:3:20: $.criteria[0].when['household.pets']: 1: expected true or false" },
  { "{'household.pets': {}}",
    "policy.json:3:20: $.criteria[0].when['household.pets']: an empty object: expected an operator" },
  { "{'household.pets': {'equals': true}}",
    "policy.json:3:31: $.criteria[0].when['household.pets']: \"equals\": unknown operator" },
  { "{'household.pets': {'gt': true}}",
    "policy.json:3:27: $.criteria[0].when['household.pets'].gt: \"gt\": cannot be asked of a bool; expected eq, ne, in, not_in, known" },
  { "{'household.situation': {'ge': 'street'}}",
    "policy.json:3:32: $.criteria[0].when['household.situation'].ge: \"ge\": cannot be asked of a word without order; expected eq, ne, in, not_in, known" },
  { "{'household.situation': 'streets'}",
    "policy.json:3:25: $.criteria[0].when['household.situation']: \"streets\": expected one of street, emergency_shelter, insertion_shelter, hotel, third_party, squat_camp, institution, transitional, eviction, unfit, overcrowded, tenant, other; nearest: \"street\"" },
  { "{'household.situation': ['street', 'hotell']}",
    "policy.json:3:36: $.criteria[0].when['household.situation'][1]: \"hotell\": expected one of street, emergency_shelter, insertion_shelter, hotel, third_party, squat_camp, institution, transitional, eviction, unfit, overcrowded, tenant, other; nearest: \"hotel\"" },
  { "{'household.situation': {'in': []}}",
    "policy.json:3:32: $.criteria[0].when['household.situation'].in: a list of 0: expected at least 1" },
  { "{'household.situation': {'in': 'street'}}",
    "policy.json:3:32: $.criteria[0].when['household.situation'].in: \"street\": expected a list" },
  { "{'household.age': '18'}",
    "policy.json:3:19: $.criteria[0].when['household.age']: \"18\": expected a number of at most six decimals, up to 1e12" },
  { "{'household.age': {'ge': 18.1234567}}",
    "policy.json:3:26: $.criteria[0].when['household.age'].ge: 18.1234567: expected a number of at most six decimals, up to 1e12" },
  { "{'household.age': {'ge': 2000000000000}}",
    "policy.json:3:26: $.criteria[0].when['household.age'].ge: 2000000000000: expected a number of at most six decimals, up to 1e12" },
  { "{'household.age': {'has': 3}}",
    "policy.json:3:27: $.criteria[0].when['household.age'].has: \"has\": cannot be asked of a number; expected eq, ne, lt, le, gt, ge, in, not_in, known" },
  { "{'household.request_date': {'lt': '2026-02-30'}}",
    "policy.json:3:35: $.criteria[0].when['household.request_date'].lt: \"2026-02-30\": expected a date \"YYYY-MM-DD\" from 1900 to 2199" },
  { "{'household.request_date': {'lt': '22/11/2026'}}",
    "policy.json:3:35: $.criteria[0].when['household.request_date'].lt: \"22/11/2026\": expected a date \"YYYY-MM-DD\" from 1900 to 2199" },
  { "{'household.needs': 'addiction'}",
    "policy.json:3:21: $.criteria[0].when['household.needs']: a set is not compared with a value: expected {\"has\": …} or {\"has_any\": […]}" },
  { "{'household.needs': ['addiction']}",
    "policy.json:3:21: $.criteria[0].when['household.needs']: a set is not compared with a value: expected {\"has\": …} or {\"has_any\": […]}" },
  { "{'household.needs': {'has': 'drink'}}",
    "policy.json:3:29: $.criteria[0].when['household.needs'].has: \"drink\": expected one of addiction, parenting, psychic, ase_leaver, violence, budget, eviction, autonomy_loss, street_margins, physical_disability, health, work" },
  { "{'household.needs': {'eq': 'addiction'}}",
    "policy.json:3:28: $.criteria[0].when['household.needs'].eq: \"eq\": cannot be asked of a set of words; expected has, has_any, has_all, has_none, known" },
  { "{'household.need.addiction': {'ge': 'unknown'}}",
    "policy.json:3:37: $.criteria[0].when['household.need.addiction'].ge: \"unknown\": expected one of none, dormant, low, high" },
  { "{'household.priority': {'has': 'DALO'}}",
    "policy.json:3:32: $.criteria[0].when['household.priority'].has: \"DALO\": expected a code: 1 to 32 of a-z0-9._:-" },
  { "{'household.priority': 'dalo'}",
    "policy.json:3:24: $.criteria[0].when['household.priority']: a set is not compared with a value: expected {\"has\": …} or {\"has_any\": […]}" },
  { "{'unit.landlord': 'a b'}",
    "policy.json:3:19: $.criteria[0].when['unit.landlord']: \"a b\": expected an id: 1 to 64 of A-Za-z0-9._:-" },
  { "{'unit.territory': {'within': []}}",
    "policy.json:3:31: $.criteria[0].when['unit.territory'].within: a list of 0: expected at least 1" },
  { "{'unit.territory': {'within': 3}}",
    "policy.json:3:31: $.criteria[0].when['unit.territory'].within: 3: expected an id: 1 to 64 of A-Za-z0-9._:-" },
  { "{'unit.kind': {'within': 'plai'}}",
    "policy.json:3:26: $.criteria[0].when['unit.kind'].within: \"within\": cannot be asked of a word; expected eq, ne, in, not_in, known" },
  { "{'household.age': {'le': {'attribute': 'unit.max_ages'}}}",
    "policy.json:3:40: $.criteria[0].when['household.age'].le: \"unit.max_ages\": unknown attribute; nearest: \"unit.max_age\"" },
  { "{'household.age': {'le': {'attribute': 'unit.kind'}}}",
    "policy.json:3:26: $.criteria[0].when['household.age'].le: \"unit.kind\": expected an attribute of the same type as \"household.age\"" },
  { "{'household.access': {'le': {'attribute': 'household.support_accepted'}}}",
    "policy.json:3:29: $.criteria[0].when['household.access'].le: \"household.support_accepted\": expected an attribute of the same type as \"household.access\"" },
  { "{'household.age': {'le': {'attribute': 'unit.max_age', 'plus': 1}}}",
    "policy.json:3:64: $.criteria[0].when['household.age'].le: \"plus\": unknown member" },
  { "{'household.age': {'le': {}}}",
    "policy.json:3:26: $.criteria[0].when['household.age'].le: an object: expected a value, {\"table\": …} or {\"attribute\": …}" },
  { "{'household.age': {'le': {'table': 'tt'}}}",
    "policy.json:3:36: $.criteria[0].when['household.age'].le: \"tt\": unknown table; nearest: \"t\"" },
  { "{'household.pets': {'eq': {'table': 't'}}}",
    "policy.json:3:27: $.criteria[0].when['household.pets'].eq: a table: \"household.pets\" is not a number" },
  { "{'household.age': {'known': 1}}",
    "policy.json:3:29: $.criteria[0].when['household.age'].known: 1: expected true or false" },
  { "{'all': {}}",
    "policy.json:3:9: $.criteria[0].when.all: an object: expected a list" },
  { "{'not': []}",
    "policy.json:3:9: $.criteria[0].when.not: a list: expected an object" },
  { "{'any': [{'household.pets': null}]}",
    "policy.json:3:29: $.criteria[0].when.any[0]['household.pets']: null: expected true or false" },
  { "{'criterion.d': true}",
    "policy.json:3:17: $.criteria[0].when: \"d\": unknown criterion; nearest: \"c\"" },
  { "{'criterion.c': 1}",
    "policy.json:3:17: $.criteria[0].when['criterion.c']: 1: expected true or false" },
  { "{'household.state': {'lt': 'b'}}",
    "policy.json:3:28: $.criteria[0].when['household.state'].lt: \"lt\": cannot be asked of a word without order; expected eq, ne, in, not_in, known" },
  { "{'household.state': 'c'}",
    "policy.json:3:21: $.criteria[0].when['household.state']: \"c\": expected one of a, b; nearest: \"a\"" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i], ORIENTA_ERROR_INVALID);
}
END_TEST

TEST_MAIN ("condition", test_short_forms, test_several_members_and_operators, test_empty, test_negations, test_needs,
           test_slots, test_right_sides, test_many_words, test_weight, test_refusals)
