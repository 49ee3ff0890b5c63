/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

#define FRAME "{'orienta': 1, 'id': 'p', 'version': '1',\n@}"

START_TEST (test_examples)
{
  g_autofree char *folder = fixture_path ("examples/policies");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir)) {
    if (!g_str_has_suffix (name, ".json"))
      continue;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (OrientaPolicy) policy = orienta_policy_load (path, &error);
    ck_assert_msg (policy != NULL, "%s", error ? error->message : "");
    g_autofree char *id = g_strconcat (orienta_policy_get_id (policy), ".json", NULL);
    ck_assert_str_eq (id, name);
    n++;
  }
  ck_assert_uint_ge (n, 4);
}
END_TEST

START_TEST (test_getters)
{
  g_autoptr (OrientaPolicy) policy =
      fixture_policy ("{'orienta': 1, 'id': 'demo', 'version': '2026.1', 'title': {'fr': 'Essai'}, "
                      "'valid': {'from': '2026-01-01'}, 'attributes': [{'name': 'x', 'of': 'unit', 'type': 'words', "
                      "'words': ['a'], 'label': {'en': 'The x'}}], "
                      "'criteria': [{'id': 'a', 'source': 's', 'points': 1.5}, {'id': 'b', 'source': 's', 'attribute': "
                      "'household.age', 'per': 1, 'points': 2}]}");
  ck_assert_str_eq (orienta_policy_get_id (policy), "demo");
  ck_assert_str_eq (orienta_policy_get_version (policy), "2026.1");
  ck_assert_str_eq (orienta_policy_get_title (policy, ORIENTA_FRENCH), "Essai");
  ck_assert_str_eq (orienta_policy_get_title (policy, ORIENTA_ENGLISH), "Essai");
  ck_assert_uint_eq (orienta_policy_get_n_criteria (policy), 2);
  ck_assert_str_eq (orienta_policy_get_criterion_id (policy, 1), "b");
  ck_assert_str_eq (orienta_policy_get_criterion_label (policy, 1, ORIENTA_FRENCH), "b");
  ck_assert_int_eq (orienta_policy_get_criterion_points (policy, 0), 1500);
  ck_assert_int_eq (orienta_policy_get_criterion_points (policy, 1), 2000);
  ck_assert_int_eq (orienta_policy_find_criterion (policy, "b"), 1);
  ck_assert_int_eq (orienta_policy_find_criterion (policy, "c"), -1);
  guint x = ORIENTA_N_ATTRIBUTES;
  ck_assert_int_eq (orienta_policy_find_attribute (policy, "unit.x"), (gint) x);
  ck_assert_int_eq (orienta_policy_find_attribute (policy, "unit.kind"), ORIENTA_UNIT_KIND);
  ck_assert_int_eq (orienta_policy_find_attribute (policy, "x"), -1);
  ck_assert_str_eq (orienta_policy_attribute_name (policy, x), "unit.x");
  ck_assert_int_eq (orienta_policy_attribute_type (policy, x), ORIENTA_TYPE_WORDS);
  ck_assert_int_eq (orienta_policy_attribute_of (policy, x), ORIENTA_OF_UNIT);
  ck_assert (orienta_policy_attribute_special (policy, x));
  ck_assert_str_eq (orienta_policy_attribute_label (policy, x, ORIENTA_FRENCH), "The x");
  ck_assert (!orienta_period_holds (&policy->valid, orienta_date_from_ymd (2025, 12, 31)));
  ck_assert (orienta_period_holds (&policy->valid, orienta_date_from_ymd (2026, 1, 1)));
  ck_assert_ptr_eq (orienta_policy_ref (policy), policy);
  orienta_policy_unref (policy);
  orienta_policy_unref (NULL);
}
END_TEST

/* The canonical form is read back to the same policy, and the hash is of its bytes. */
START_TEST (test_canonical)
{
  g_autoptr (OrientaPolicy) policy =
      fixture_policy ("{ 'version':'1', 'orienta':1.0 ,'id' : 'p', 'title':{'fr':'\u00e9'}}");
  g_autofree char *json = orienta_policy_to_json (policy);
  ck_assert_str_eq (json, "{\"id\":\"p\",\"orienta\":1,\"title\":{\"fr\":\"é\"},\"version\":\"1\"}");
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  ck_assert_str_eq (orienta_policy_get_sha256 (policy), sha256);
  g_autoptr (OrientaPolicy) again = orienta_policy_parse (json, -1, NULL);
  ck_assert_str_eq (orienta_policy_get_sha256 (again), sha256);
}
END_TEST

/* Decimals are exactly what was written. */
START_TEST (test_numbers)
{
  static const struct {
    const char *text;
    gint64 millionths;
  } rows[] = {
    { "0.1", 100000 },
    { "0.000001", 1 },
    { "-0.3", -300000 },
    { "1e3", 1000000000 },
    { "1.5e-3", 1500 },
    { "1000000000000", ORIENTA_NUMBER_MAX },
    { "10000000000.5", G_GINT64_CONSTANT (-1) },
    { "8589934592.123457", G_GINT64_CONSTANT (8589934592123457) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *when = g_strdup_printf (
        "'criteria': [{'id': 'c', 'source': 's', 'points': 1, 'when': {'household.income_year': {'le': %s}}}]",
        rows[i].text);
    g_autofree char *json = refusal_document (FRAME, when);
    g_autoptr (OrientaPolicy) policy = orienta_policy_parse (json, -1, NULL);
    if (rows[i].millionths == -1)
      ck_assert_ptr_null (policy); /* more digits than a double is sure of */
    else
      ck_assert_int_eq (policy->criteria[0].when->constant, rows[i].millionths);
  }
}
END_TEST

/* All faults of a document are told at once, from top to bottom; a file that cannot be read is another error. */
START_TEST (test_faults)
{
  static const Refusal three = {
    "'total': {'min': 'a'}, 'order': ['x'],\n'rules': [{'id': 'r', 'require': {}}]",
    "policy.json:2:18: $.total.min: \"a\": expected points of at most three decimals, up to 1e9\n"
    "policy.json:2:34: $.order[0]: \"x\": expected \"points desc\", \"NAME asc\", \"NAME desc\" or "
    "\"lottery\"\n"
    "policy.json:3:11: $.rules[0]: member \"source\" is missing"
  };
  refusal_check (FRAME, &three, ORIENTA_ERROR_INVALID);
  g_autoptr (GError) read = NULL;
  ck_assert_ptr_null (orienta_policy_load ("no/such/policy.json", &read));
  ck_assert (g_error_matches (read, ORIENTA_ERROR, ORIENTA_ERROR_READ));
  g_autoptr (GError) list = NULL;
  ck_assert_ptr_null (orienta_policy_parse ("[]", -1, &list));
  ck_assert_str_eq (list->message, "policy.json:1:1: $: a list: expected an object");
  g_autoptr (GError) head = NULL;
  ck_assert_ptr_null (orienta_policy_parse ("{\"orienta\": 2}", -1, &head));
  ck_assert_str_eq (head->message, "policy.json:1:1: $: member \"id\" is missing\n"
                                   "policy.json:1:1: $: member \"version\" is missing\n"
                                   "policy.json:1:13: $.orienta: 2: expected 1");
  g_autofree char *large = g_strnfill (5 << 20, ' ');
  g_autoptr (GError) limit = NULL;
  ck_assert_ptr_null (orienta_policy_parse (large, -1, &limit));
  ck_assert_str_eq (limit->message, "policy.json: larger than 4194304 bytes");
  ck_assert (g_error_matches (limit, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
}
END_TEST

/* Columns that the policy declares are read; what it computes is no column. */
START_TEST (test_register)
{
  g_autoptr (OrientaPolicy) policy =
      fixture_policy ("{'orienta': 1, 'id': 'p', 'version': '1', 'attributes': ["
                      "{'name': 'works_here', 'of': 'household', 'type': 'bool'}, "
                      "{'name': 'alone', 'of': 'household', 'when': {'household.persons': 1}}]}");
  g_autoptr (OrientaRegister) reg =
      fixture_register ("{'orienta': 1, 'as_of': '2026-11-22', 'households': [{'id': 'H', 'request_date': "
                        "'2026-01-01', 'adults': 1, 'children': 0, 'works_here': true}], 'units': []}",
                        policy);
  ck_assert_uint_eq (orienta_register_get_n_households (reg), 1);
  g_autofree char *text =
      fixture_text ("{'orienta': 1, 'as_of': '2026-11-22', 'households': [{'id': 'H', 'request_date': "
                    "'2026-01-01', 'adults': 1, 'children': 0, 'alone': true}], 'units': []}");
  ck_assert_ptr_null (orienta_register_parse (text, -1, policy, NULL));
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "'rule': []",
    "policy.json:2:9: $: \"rule\": unknown member; nearest: \"rules\"" },
  { "'rules': {}",
    "policy.json:2:10: $.rules: an object: expected a list" },
  { "'rules': [3]",
    "policy.json:2:11: $.rules[0]: 3: expected an object" },
  { "'rules': [{'id': 'r', 'require': {}}]",
    "policy.json:2:11: $.rules[0]: member \"source\" is missing" },
  { "'rules': [{'id': 'r', 'require': {}, 'source': ''}]",
    "policy.json:2:48: $.rules[0].source: \"\": expected a text" },
  { "'rules': [{'id': 'r', 'source': 's'}]",
    "policy.json:2:11: $.rules[0]: member \"require\" is missing" },
  { "'rules': [{'id': 'a b', 'source': 's', 'require': {}}]",
    "policy.json:2:18: $.rules[0].id: \"a b\": expected an id: 1 to 64 of A-Za-z0-9._:-" },
  { "'rules': [{'id': 'r', 'source': 's', 'require': {}, 'otherwise': 'refused'}]",
    "policy.json:2:66: $.rules[0].otherwise: \"refused\": expected one of ineligible, to_verify, flag" },
  { "'rules': [{'id': 'r', 'source': 's', 'requires': {}}]",
    "policy.json:2:11: $.rules[0]: member \"require\" is missing\npolicy.json:2:50: $.rules[0]: \"requires\": unknown member; nearest: \"require\"" },
  { "'rules': [{'id': 'r', 'source': 's', 'require': {}, 'note': 3}]",
    "policy.json:2:61: $.rules[0].note: 3: expected a text" },
  { "'title': 'x'",
    "policy.json:2:10: $.title: \"x\": expected an object" },
  { "'valid': {'from': '2026-12-31', 'to': '2026-01-01'}",
    "policy.json:2:10: $.valid: ends before it begins" },
  { "'$schema': 3",
    "policy.json:2:12: $: 3: expected a text in \"$schema\"" },
  { "'priorities': [{'label': {'fr': 'x'}}]",
    "policy.json:2:16: $.priorities[0]: member \"code\" is missing" },
  { "'priorities': [{'code': 'DALO'}]",
    "policy.json:2:25: $.priorities[0].code: \"DALO\": expected a code: 1 to 32 of a-z0-9._:-" },
  { "'priorities': [{'code': 'dalo'}], 'criteria': [{'id': 'c', 'source': 's', 'points': 1, 'when': {'household.priority': {'has': 'dallo'}}}]",
    "policy.json:2:127: $.criteria[0].when['household.priority'].has: \"dallo\": unknown priority code; nearest: \"dalo\"" },
  { "'attributes': [{'of': 'household', 'type': 'bool'}]",
    "policy.json:2:16: $.attributes[0]: member \"name\" is missing" },
  { "'attributes': [{'name': 'x', 'type': 'bool'}]",
    "policy.json:2:16: $.attributes[0]: member \"of\" is missing" },
  { "'attributes': [{'name': 'x', 'of': 'pair', 'type': 'bool'}]",
    "policy.json:2:36: $.attributes[0].of: \"pair\": expected one of household, unit" },
  { "'attributes': [{'name': 'X', 'of': 'unit', 'type': 'bool'}]",
    "policy.json:2:25: $.attributes[0].name: \"X\": expected a name: a-z, then a-z0-9_, at most 64" },
  { "'attributes': [{'name': 'x', 'of': 'unit'}]",
    "policy.json:2:16: $.attributes[0]: member \"type\" or \"when\" is missing" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'boolean'}]",
    "policy.json:2:52: $.attributes[0].type: \"boolean\": expected one of bool, number, date, word, words; nearest: \"bool\"" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'word'}]",
    "policy.json:2:16: $.attributes[0]: member \"words\" is missing" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'word', 'words': []}]",
    "policy.json:2:69: $.attributes[0].words: a list of 0: expected at least 1" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'word', 'words': ['a', 'a']}]",
    "policy.json:2:75: $.attributes[0].words[1]: \"a\": stands twice" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'words', 'words': ['a|b']}]",
    "policy.json:2:71: $.attributes[0].words[0]: \"a|b\": expected a word without \"|\", which divides lists" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'number', 'words': ['a']}]",
    "policy.json:2:16: $.attributes[0]: \"words\" and \"ordered\": expected only with the type word or words" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'bool', 'when': {}}]",
    "policy.json:2:16: $.attributes[0]: \"type\" and \"when\": expected one of the two" },
  { "'attributes': [{'name': 'pets', 'of': 'unit', 'type': 'bool'}]",
    "policy.json:2:25: $.attributes[0].name: \"unit.pets\": known already; expected a new name" },
  { "'attributes': [{'name': 'verified', 'of': 'household', 'type': 'bool'}]",
    "policy.json:2:25: $.attributes[0].name: \"household.verified\": known already; expected a new name" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'type': 'bool'}, {'name': 'x', 'of': 'unit', 'type': 'bool'}]",
    "policy.json:2:70: $.attributes[1].name: \"unit.x\": known already; expected a new name" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'when': {'unit.y': true}},\n{'name': 'y', 'of': 'unit', 'type': 'bool'}]",
    "policy.json:2:63: $.attributes[0].when: \"unit.y\": not declared yet; expected one declared above" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'when': {'unit.x': true}}]",
    "policy.json:2:63: $.attributes[0].when: \"unit.x\": not declared yet; expected one declared above" },
  { "'attributes': [{'name': 'x', 'of': 'unit', 'when': {'household.pets': true}}]",
    "policy.json:2:16: $.attributes[0]: computed of the unit: expected attributes of the unit only" },
  { "'attributes': [{'name': 'x', 'of': 'household', 'when': {'pair.in_choice': true}}]",
    "policy.json:2:16: $.attributes[0]: computed of the household: expected attributes of the household only" },
  { "'attributes': [{'name': 'x', 'of': 'household', 'when': {'criterion.c': true}}], 'criteria': [{'id': 'c', 'source': 's', 'points': 1}]",
    "policy.json:2:73: $.attributes[0].when: \"criterion.c\": a computed attribute asks no criterion" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i], ORIENTA_ERROR_INVALID);
}
END_TEST

TEST_MAIN ("policy", test_examples, test_getters, test_canonical, test_numbers, test_faults, test_register,
           test_refusals)
