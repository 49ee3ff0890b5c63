/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

/* A policy with one table "t" under the members @; "rooms" is a name that two attributes have. */
#define FRAME                                                                                                          \
  "{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': [{'name': 'rooms', 'of': 'household', 'type': 'number'}, "  \
  "{'name': 'box', 'of': 'household', 'type': 'word', 'words': ['a', 'b']}], 'tables': [{'id': 't',\n@}]}"

static OrientaPolicy *
policy_of (const char *table)
{
  g_autofree char *json = refusal_document (FRAME, table);
  return fixture_policy (json);
}

START_TEST (test_one_number)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of ("'by': ['persons'], 'values': [1.5, 2, 3], 'beyond': 0.25, 'unit': 'room'");
  const OrientaLookup *table = &policy->tables[0];
  ck_assert_uint_eq (table->n_axes, 1);
  ck_assert_uint_eq (table->axes[0].attribute, ORIENTA_HOUSEHOLD_PERSONS);
  ck_assert_uint_eq (table->axes[0].n, 3);
  ck_assert_int_eq (table->axes[0].first, ORIENTA_MILLION);
  ck_assert_ptr_null (table->axes[0].from);
  ck_assert_ptr_null (table->axes[0].given);
  ck_assert_int_eq (table->values[0], 1500000);
  ck_assert_int_eq (table->values[2], 3000000);
  ck_assert_uint_eq (table->row_length[0], 3);
  ck_assert_int_eq (table->beyond[0], 250000);
  ck_assert_uint_eq (table->of, 1 << ORIENTA_OF_HOUSEHOLD);
  ck_assert_str_eq (table->unit, "room");
}
END_TEST

START_TEST (test_first_and_thresholds)
{
  g_autoptr (OrientaPolicy) first = policy_of ("'by': [{'attribute': 'minors', 'first': 0}], 'values': [5, 6]");
  ck_assert_int_eq (first->tables[0].axes[0].first, 0);
  g_autoptr (OrientaPolicy) from =
      policy_of ("'by': [{'attribute': 'unit.surface', 'from': [9, 16.5]}], 'values': [1, 2]");
  ck_assert_uint_eq (from->tables[0].axes[0].n, 2);
  ck_assert_int_eq (from->tables[0].axes[0].from[1], 16500000);
  ck_assert_ptr_null (from->tables[0].row_length);
  ck_assert_uint_eq (from->tables[0].of, 1 << ORIENTA_OF_UNIT);
}
END_TEST

START_TEST (test_one_word)
{
  g_autoptr (OrientaPolicy) policy = policy_of ("'by': ['situation'], 'values': {'hotel': 2, 'street': 7}");
  const OrientaLookup *table = &policy->tables[0];
  ck_assert_uint_eq (table->axes[0].n, 13);
  ck_assert (table->axes[0].given[ORIENTA_SITUATION_STREET] && table->axes[0].given[ORIENTA_SITUATION_HOTEL]);
  ck_assert (!table->axes[0].given[ORIENTA_SITUATION_TENANT]);
  ck_assert_int_eq (table->values[ORIENTA_SITUATION_STREET], 7000000);
  ck_assert_int_eq (table->values[ORIENTA_SITUATION_TENANT], ORIENTA_UNKNOWN);
  ck_assert_ptr_null (table->row_length);
}
END_TEST

/* Rows of different lengths: the block is as wide as the longest, and what is not given is unknown. */
START_TEST (test_word_by_number)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of ("'by': ['zone', 'persons'], 'values': {'paris': [1, 2, 3], 'other': [4]}, 'beyond': {'other': 9}");
  const OrientaLookup *table = &policy->tables[0];
  const gint64 expected[] = { 1, 2, 3, 0, 0, 0, 4, 0, 0 };
  ck_assert_uint_eq (table->axes[0].n, 3);
  ck_assert_uint_eq (table->axes[1].n, 3);
  for (guint i = 0; i < 9; i++)
    ck_assert_int_eq (table->values[i], expected[i] ? expected[i] * ORIENTA_MILLION : ORIENTA_UNKNOWN);
  ck_assert_uint_eq (table->row_length[0], 3);
  ck_assert_uint_eq (table->row_length[1], 0);
  ck_assert_uint_eq (table->row_length[2], 1);
  ck_assert_int_eq (table->beyond[0], 0);
  ck_assert_int_eq (table->beyond[2], 9000000);
  ck_assert (!table->axes[0].given[1]);
  ck_assert_uint_eq (table->of, 1 << ORIENTA_OF_UNIT | 1 << ORIENTA_OF_HOUSEHOLD);

  g_autoptr (OrientaPolicy) amount =
      policy_of ("'by': ['zone', 'persons'], 'values': {'paris': [1], 'idf': [2]}, 'beyond': 5");
  ck_assert_int_eq (amount->tables[0].beyond[0], 5000000);
  ck_assert_int_eq (amount->tables[0].beyond[2], 5000000);
}
END_TEST

START_TEST (test_number_by_word)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of ("'by': [{'attribute': 'rooms_now', 'from': [1, 2]}, 'box'], 'values': [{'a': 1, 'b': 2}, {'b': 3}]");
  const OrientaLookup *table = &policy->tables[0];
  ck_assert_int_eq (table->values[0], 1000000);
  ck_assert_int_eq (table->values[1], 2000000);
  ck_assert_int_eq (table->values[2], ORIENTA_UNKNOWN);
  ck_assert_int_eq (table->values[3], 3000000);
  ck_assert (table->axes[1].given[0] && table->axes[1].given[1]);
  ck_assert_ptr_null (table->row_length);
}
END_TEST

/* A long first row and many short ones would make a block that nobody asked for. */
START_TEST (test_too_wide)
{
  g_autoptr (GString) rows = g_string_new ("'by': ['persons', 'minors'], 'values': [[0");
  for (guint i = 1; i < 5000; i++)
    g_string_append (rows, ",0");
  g_string_append_c (rows, ']');
  for (guint i = 1; i < 5000; i++)
    g_string_append (rows, ",[0]");
  g_string_append_c (rows, ']');
  static const char message[] = "policy.json:2:40: $.tables[0].values: 25000000 cells: expected at most 1000000";
  Refusal row = { rows->str, message };
  refusal_check (FRAME, &row, ORIENTA_ERROR_LIMIT);
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "'values': [1]",
    "policy.json:1:199: $.tables[0]: member \"by\" is missing" },
  { "'by': 'persons', 'values': [1]",
    "policy.json:2:7: $.tables[0].by: \"persons\": expected a list" },
  { "'by': [], 'values': [1]",
    "policy.json:2:7: $.tables[0].by: a list of 0: expected at least 1" },
  { "'by': ['persons', 'minors', 'adults'], 'values': [1]",
    "policy.json:2:7: $.tables[0].by: a list of 3: expected one or two attributes" },
  { "'by': ['person'], 'values': [1]",
    "policy.json:2:8: $.tables[0].by[0]: \"person\": unknown attribute; nearest: \"household.persons\"" },
  { "'by': ['rooms'], 'values': [1]",
    "policy.json:2:8: $.tables[0].by[0]: \"rooms\": expected \"unit.rooms\" or \"household.rooms\"" },
  { "'by': ['pets'], 'values': [1]",
    "policy.json:2:8: $.tables[0].by[0]: \"pets\": expected \"household.pets\" or \"unit.pets\"" },
  { "'by': ['household.pets'], 'values': [1]",
    "policy.json:2:8: $.tables[0].by[0]: \"household.pets\": expected a number or a word" },
  { "'by': ['household.need.psychic'], 'values': {'none': 1}",
    "policy.json:2:8: $.tables[0].by[0]: HF1: \"household.need.psychic\" is a need; no table may be keyed by one" },
  { "'by': ['persons'], 'values': {'a': 1}",
    "policy.json:2:30: $.tables[0].values: an object: expected a list" },
  { "'by': ['persons'], 'values': []",
    "policy.json:2:30: $.tables[0].values: a list of 0: expected at least 1" },
  { "'by': ['persons'], 'values': [[1]]",
    "policy.json:2:31: $.tables[0].values[0]: a list: expected a number of at most six decimals, up to 1e12" },
  { "'by': ['persons'], 'values': [1, '2']",
    "policy.json:2:34: $.tables[0].values[1]: \"2\": expected a number of at most six decimals, up to 1e12" },
  { "'by': ['box'], 'values': [1, 2]",
    "policy.json:2:26: $.tables[0].values: a list: expected an object" },
  { "'by': ['box'], 'values': {}",
    "policy.json:2:26: $.tables[0].values: an empty object: expected a word of \"household.box\"" },
  { "'by': ['box'], 'values': {'c': 1}",
    "policy.json:2:32: $.tables[0].values: \"c\": unknown word; nearest: \"a\"" },
  { "'by': [{'attribute': 'box', 'from': [1]}], 'values': {'a': 1}",
    "policy.json:2:8: $.tables[0].by[0]: \"box\": \"from\" and \"first\" are for numbers" },
  { "'by': [{'attribute': 'persons', 'from': [1, 3], 'first': 1}], 'values': [1, 2]",
    "policy.json:2:8: $.tables[0].by[0]: \"from\" and \"first\": expected one of the two" },
  { "'by': [{'attribute': 'persons', 'from': [3, 1]}], 'values': [1, 2]",
    "policy.json:2:45: $.tables[0].by[0].from[1]: 1: expected a number above the one before" },
  { "'by': [{'attribute': 'persons', 'from': [1, 3]}], 'values': [1]",
    "policy.json:2:61: $.tables[0].values: a list of 1: expected 2, one for each of \"from\"" },
  { "'by': [{'attribute': 'persons', 'first': 1.5}], 'values': [1]",
    "policy.json:2:42: $.tables[0].by[0].first: 1.5: expected a whole number" },
  { "'by': [{'attribute': 'persons', 'form': [1]}], 'values': [1]",
    "policy.json:2:41: $.tables[0].by[0]: \"form\": unknown member; nearest: \"from\"" },
  { "'by': ['box', 'persons'], 'values': {'a': 1}",
    "policy.json:2:43: $.tables[0].values.a: 1: expected a list" },
  { "'by': ['box', {'attribute': 'persons', 'from': [1, 3]}], 'values': {'a': [1, 2], 'b': [1]}",
    "policy.json:2:87: $.tables[0].values.b: a list of 1: expected 2, one for each of \"from\"" },
  { "'by': ['persons', 'box'], 'values': [{'a': 1}, [2]]",
    "policy.json:2:48: $.tables[0].values[1]: a list: expected an object" },
  { "'by': ['box'], 'values': {'a': 1}, 'beyond': 2",
    "policy.json:2:46: $.tables[0].beyond: \"beyond\": expected only where the last axis is a number without \"from\"" },
  { "'by': ['persons'], 'values': [1], 'beyond': {'a': 2}",
    "policy.json:2:45: $.tables[0].beyond: an object: expected a number of at most six decimals, up to 1e12" },
  { "'by': ['box', 'persons'], 'values': {'a': [1]}, 'beyond': {'c': 2}",
    "policy.json:2:65: $.tables[0].beyond: \"c\": unknown word; nearest: \"a\"" },
  { "'by': ['persons'], 'values': [1], 'unit': 3",
    "policy.json:2:43: $.tables[0].unit: 3: expected a text" },
  { "'by': ['persons'], 'values': [1], 'valid': {'from': '2026-12-31', 'to': '2026-01-01'}",
    "policy.json:2:44: $.tables[0].valid: ends before it begins" },
  { "'by': ['persons'], 'values': [1], 'valid': {'since': '2026-12-31'}",
    "policy.json:2:54: $.tables[0].valid: \"since\": unknown member" },
  { "'by': ['persons'], 'values': [1e13]",
    "policy.json:2:31: $.tables[0].values[0]: 10000000000000: expected a number of at most six decimals, up to 1e12" },
};

static const Refusal versions[] = {
  { "'tables': [{'id': 't', 'by': ['persons'], 'values': [1]}, {'id': 't', 'by': ['persons'], 'values': [2]}]",
    "policy.json:2:59: $.tables[1]: \"t\": stands already at $.tables[0]" },
  { "'tables': [{'id': 't', 'by': ['persons'], 'values': [1], 'valid': {'to': '2026-06-30'}},\n{'id': 't', 'by': ['persons'], 'values': [2], 'valid': {'from': '2026-06-30'}}]",
    "policy.json:3:1: $.tables[1]: \"t\": in force at the same time as $.tables[0]; expected periods that do not overlap" },
  { "'rules': [{'id': 'r', 'source': 's', 'require': {}, 'valid': {'from': '2025-01-01', 'to': '2025-12-31'}},\n{'id': 'r', 'source': 's', 'require': {}, 'valid': {'from': '2026-01-01'}},\n{'id': 'r', 'source': 's', 'require': {}, 'valid': {'from': '2025-07-01', 'to': '2025-08-01'}}]",
    "policy.json:4:1: $.rules[2]: \"r\": in force at the same time as $.rules[0]; expected periods that do not overlap" },
  { "'criteria': [{'id': 'c', 'source': 's', 'points': 1, 'valid': {'from': '2026-01-01'}}, {'id': 'c', 'source': 's', 'points': 1}]",
    "policy.json:2:88: $.criteria[1]: \"c\": stands already at $.criteria[0]" },
  { "'priorities': [{'code': 'dalo'}, {'code': 'dalo'}]",
    "policy.json:2:34: $.priorities[1]: \"dalo\": stands already at $.priorities[0]" },
  { "'groups': [{'id': 'g', 'of': ['a']}, {'id': 'g', 'of': ['b']}], 'criteria': [{'id': 'a', 'source': 's', 'points': 1}, {'id': 'b', 'source': 's', 'points': 1}]",
    "policy.json:2:38: $.groups[1]: \"g\": stands already at $.groups[0]" },
  { "'tiers': [{'id': 't', 'when': {}}, {'id': 't', 'when': {}}]",
    "policy.json:2:36: $.tiers[1]: \"t\": stands already at $.tiers[0]" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i],
                   strstr (refusals[i].message, "HF1") ? ORIENTA_ERROR_ETHICS : ORIENTA_ERROR_INVALID);
}
END_TEST

START_TEST (test_versions)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    refusal_check ("{'orienta': 1, 'id': 'p', 'version': '1',\n@}", &versions[i], ORIENTA_ERROR_INVALID);
  /* One after the other they may stand, in any order. */
  acceptance_check ("{'orienta': 1, 'id': 'p', 'version': '1',\n@}",
                    "'tables': [{'id': 't', 'by': ['persons'], 'values': [1], 'valid': {'from': '2026-07-01'}}, "
                    "{'id': 't', 'by': ['persons'], 'values': [2], 'valid': {'to': '2026-06-30'}}]");
}
END_TEST

TEST_MAIN ("lookup", test_one_number, test_first_and_thresholds, test_one_word, test_word_by_number,
           test_number_by_word, test_too_wide, test_refusals, test_versions)
