/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

/* A policy with one criterion "c" under the members @. */
#define FRAME "{'orienta': 1, 'id': 'p', 'version': '1', 'criteria': [{'id': 'c', 'source': 's',\n@}]}"
#define DOCUMENT "{'orienta': 1, 'id': 'p', 'version': '1',\n@}"

static OrientaPolicy *
policy_of (const char *frame, const char *part)
{
  g_autofree char *json = refusal_document (frame, part);
  return fixture_policy (json);
}

START_TEST (test_flag)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of (FRAME, "'points': -2.5, 'label': {'fr': 'Un', 'en': 'One'}, 'note': ''");
  const OrientaCriterion *flag = &policy->criteria[0];
  ck_assert_int_eq (flag->way, ORIENTA_WAY_FLAG);
  ck_assert_int_eq (flag->points, -2500);
  ck_assert_int_eq (flag->evidence, ORIENTA_EVIDENCE_DECLARED);
  ck_assert_int_eq (flag->attribute, -1);
  ck_assert_int_eq (flag->group, -1);
  ck_assert_ptr_null (flag->when);
  ck_assert_ptr_null (flag->applies);
  ck_assert_int_eq (flag->valid.from, ORIENTA_NO_DATE);
  ck_assert_uint_eq (flag->of, 0);
  ck_assert_str_eq (orienta_policy_get_criterion_label (policy, 0, ORIENTA_ENGLISH), "One");
}
END_TEST

START_TEST (test_per_unit)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of (FRAME, "'attribute': 'household.waiting_months', 'per': 12, 'points': 1.125, 'max': 10, 'above': 6, "
                        "'whole': false, 'evidence': 'verified', 'valid': {'to': '1970-01-02'}");
  const OrientaCriterion *per = &policy->criteria[0];
  ck_assert_int_eq (per->way, ORIENTA_WAY_PER);
  ck_assert_int_eq (per->attribute, ORIENTA_HOUSEHOLD_WAITING_MONTHS);
  ck_assert_int_eq (per->divisor, -1);
  ck_assert_int_eq (per->per, 12 * ORIENTA_MILLION);
  ck_assert_int_eq (per->above, 6 * ORIENTA_MILLION);
  ck_assert_int_eq (per->points, 1125);
  ck_assert_int_eq (per->max, 10000);
  ck_assert_int_eq (per->min, G_MININT64);
  ck_assert (!per->whole);
  ck_assert_int_eq (per->evidence, ORIENTA_EVIDENCE_VERIFIED);
  ck_assert_int_eq (per->valid.to, 1);
}
END_TEST

START_TEST (test_bands)
{
  g_autoptr (OrientaPolicy) steps =
      policy_of (FRAME, "'ratio': ['household.rent_now', 'household.surface_now'], 'bands': [[20, 1], [25.5, 2]], "
                        "'strict': true");
  const OrientaCriterion *bands = &steps->criteria[0];
  ck_assert_int_eq (bands->way, ORIENTA_WAY_BANDS);
  ck_assert_int_eq (bands->attribute, ORIENTA_HOUSEHOLD_RENT_NOW);
  ck_assert_int_eq (bands->divisor, ORIENTA_HOUSEHOLD_SURFACE_NOW);
  ck_assert (bands->strict);
  ck_assert_uint_eq (bands->n_bands, 2);
  ck_assert_int_eq (bands->bands[1].from, 25500000);
  ck_assert_int_eq (bands->bands[1].points, 2000);
  g_autoptr (OrientaPolicy) line =
      policy_of (FRAME, "'attribute': 'pair.effort', 'bands': [[0.33, 8], [0.7, 0]], 'interpolate': true");
  ck_assert_int_eq (line->criteria[0].way, ORIENTA_WAY_LINEAR);
  ck_assert_uint_eq (line->criteria[0].of, 1 << ORIENTA_OF_PAIR);
  g_autoptr (OrientaPolicy) slopes =
      policy_of (FRAME, "'attribute': 'household.age', 'per': 12, 'slopes': [[0, 1], [5, 2]], 'min': 1");
  ck_assert_int_eq (slopes->criteria[0].way, ORIENTA_WAY_SLOPES);
  ck_assert_int_eq (slopes->criteria[0].bands[1].from, 5 * ORIENTA_MILLION);
  ck_assert_int_eq (slopes->criteria[0].min, 1000);
  ck_assert (slopes->criteria[0].whole);
}
END_TEST

START_TEST (test_table)
{
  g_autoptr (OrientaPolicy) policy = policy_of (
      DOCUMENT, "'tables': [{'id': 's', 'by': ['persons'], 'values': [1]}, {'id': 't', 'by': ['zone'], "
                "'values': {'idf': 3}}], 'criteria': [{'id': 'c', 'source': 's', 'points': {'table': 't'}}]");
  ck_assert_int_eq (policy->criteria[0].way, ORIENTA_WAY_TABLE);
  ck_assert_uint_eq (policy->criteria[0].table, 1);
  ck_assert_uint_eq (policy->criteria[0].of, 1 << ORIENTA_OF_UNIT);
  ck_assert (orienta_policy_get_criterion_points (policy, 0) == G_MININT64);
}
END_TEST

/* What a criterion reads, and whether it is special, follows through computed attributes, criteria and versions; a
 * criterion may ask one that stands further down. */
START_TEST (test_what_it_reads)
{
  g_autoptr (OrientaPolicy) policy = policy_of (
      DOCUMENT,
      "'attributes': [{'name': 'open', 'of': 'household', 'when': {'household.pets': true}, 'special': false}, "
      "{'name': 'ill', 'of': 'household', 'when': {'household.needs': {'has': 'health'}}, 'special': false}], "
      "'criteria': ["
      "{'id': 'a', 'source': 's', 'points': 1, 'when': {'criterion.b': true, 'household.open': true}}, "
      "{'id': 'b', 'source': 's', 'points': 1, 'valid': {'to': '2025-12-31'}, 'when': {'unit.qpv': true}}, "
      "{'id': 'b', 'source': 's', 'points': 1, 'valid': {'from': '2026-01-01'}, 'when': {'household.ill': true}}, "
      "{'id': 'd', 'source': 's', 'points': 1, 'when': {'household.open': true}}]");
  guint both = 1 << ORIENTA_OF_HOUSEHOLD | 1 << ORIENTA_OF_UNIT;
  ck_assert_uint_eq (policy->criteria[0].of, both);
  ck_assert_uint_eq (policy->criteria[1].of, both);
  ck_assert_uint_eq (policy->criteria[3].of, 1 << ORIENTA_OF_HOUSEHOLD);
  ck_assert (policy->criteria[0].special && policy->criteria[1].special && policy->criteria[2].special);
  ck_assert (!policy->criteria[3].special);
  ck_assert_uint_eq (policy->criteria[0].when->children[0]->index, 1);
  /* Drawn from special data, an attribute is special, whatever it says. */
  ck_assert (!policy->locals[0].special);
  ck_assert (policy->locals[1].special);
}
END_TEST

/* A row of criteria that each ask the next is bounded. */
START_TEST (test_long_row)
{
  for (guint n = 100; n <= 101; n++) {
    g_autoptr (GString) list = g_string_new ("'criteria': [");
    for (guint i = 0; i < n - 1; i++)
      g_string_append_printf (list, "{'id': 'c%u', 'source': 's', 'points': 1, 'when': {'criterion.c%u': true}},\n", i,
                              i + 1);
    g_string_append_printf (list, "{'id': 'c%u', 'source': 's', 'points': 1}]", n - 1);
    const Refusal row = { list->str, "policy.json:1:1: $: \"c100\" is asked by a row of 100 criteria: expected fewer" };
    if (n == 100)
      acceptance_check (DOCUMENT, list->str);
    else
      refusal_check (DOCUMENT, &row, ORIENTA_ERROR_LIMIT);
  }
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "'note': ''",
    "policy.json:1:56: $.criteria[0]: member \"points\" is missing" },
  { "'points': '5'",
    "policy.json:2:11: $.criteria[0].points: \"5\": expected points of at most three decimals, up to 1e9" },
  { "'points': 1.0001",
    "policy.json:2:11: $.criteria[0].points: 1.0001: expected points of at most three decimals, up to 1e9" },
  { "'points': 2000000000",
    "policy.json:2:11: $.criteria[0].points: 2000000000: expected points of at most three decimals, up to 1e9" },
  { "'points': {'table': 't'}",
    "policy.json:2:21: $.criteria[0].points: \"t\": unknown table" },
  { "'points': {}",
    "policy.json:2:11: $.criteria[0].points: member \"table\" is missing" },
  { "'points': 1, 'per': 1",
    "policy.json:1:56: $.criteria[0]: member \"attribute\" is missing for the way \"per unit\"" },
  { "'points': 1, 'attribute': 'household.age'",
    "policy.json:1:56: $.criteria[0]: member \"per\" is missing for the way \"per unit\"" },
  { "'attribute': 'household.age', 'per': 0, 'points': 1",
    "policy.json:2:38: $.criteria[0].per: 0: expected a number above 0" },
  { "'attribute': 'household.age', 'per': -12, 'points': 1",
    "policy.json:2:38: $.criteria[0].per: -12: expected a number above 0" },
  { "'attribute': 'household.pets', 'per': 1, 'points': 1",
    "policy.json:2:14: $.criteria[0].attribute: \"household.pets\": expected a number" },
  { "'attribute': 'household.ages', 'per': 1, 'points': 1",
    "policy.json:2:14: $.criteria[0].attribute: \"household.ages\": unknown attribute; nearest: \"household.age\"" },
  { "'attribute': 'household.age', 'ratio': ['unit.rent', 'household.age'], 'per': 1, 'points': 1",
    "policy.json:1:56: $.criteria[0]: \"attribute\" and \"ratio\": expected one of the two" },
  { "'ratio': ['unit.rent'], 'per': 1, 'points': 1",
    "policy.json:2:10: $.criteria[0].ratio: a list of 1: expected at least 2" },
  { "'ratio': ['unit.rent', 'unit.kind'], 'per': 1, 'points': 1",
    "policy.json:2:24: $.criteria[0].ratio[1]: \"unit.kind\": expected a number" },
  { "'ratio': ['unit.rent', 'unit.rooms', 'unit.places'], 'per': 1, 'points': 1",
    "policy.json:2:10: $.criteria[0].ratio: a list of 3: expected two attributes" },
  { "'attribute': 'household.age', 'per': 1, 'points': 1, 'min': 3, 'max': 2",
    "policy.json:1:56: $.criteria[0]: \"min\" is above \"max\"" },
  { "'attribute': 'household.age', 'per': 1, 'points': 1, 'strict': true",
    "policy.json:1:56: $.criteria[0]: \"strict\": not a member of the way \"per unit\"" },
  { "'attribute': 'household.age', 'per': 1, 'points': {'table': 't'}",
    "policy.json:2:51: $.criteria[0].points: an object: expected points of at most three decimals, up to 1e9" },
  { "'attribute': 'household.age', 'per': 1, 'points': 1, 'whole': 0",
    "policy.json:2:63: $.criteria[0].whole: 0: expected true or false" },
  { "'bands': [[0, 1]]",
    "policy.json:1:56: $.criteria[0]: member \"attribute\" is missing for the way \"bands\"" },
  { "'attribute': 'household.age', 'bands': []",
    "policy.json:2:40: $.criteria[0].bands: a list of 0: expected at least 1" },
  { "'attribute': 'household.age', 'bands': [[0]]",
    "policy.json:2:41: $.criteria[0].bands[0]: a list of 1: expected at least 2" },
  { "'attribute': 'household.age', 'bands': [[0, 1, 2]]",
    "policy.json:2:41: $.criteria[0].bands[0]: a list of 3: expected [from, points]" },
  { "'attribute': 'household.age', 'bands': [[0, 1], [0, 2]]",
    "policy.json:2:49: $.criteria[0].bands[1]: begins at or below the one before: expected rising \"from\"" },
  { "'attribute': 'household.age', 'bands': [[0, 1], ['a', 2]]",
    "policy.json:2:50: $.criteria[0].bands[1][0]: \"a\": expected a number of at most six decimals, up to 1e12" },
  { "'attribute': 'household.age', 'bands': [[0, 1]], 'points': 3",
    "policy.json:1:56: $.criteria[0]: \"points\": not a member of the way \"bands\"" },
  { "'attribute': 'household.age', 'bands': [[0, 1]], 'strict': true, 'interpolate': true",
    "policy.json:1:56: $.criteria[0]: \"strict\" and \"interpolate\": expected one of the two" },
  { "'attribute': 'household.age', 'bands': [[0, 1]], 'max': 3",
    "policy.json:1:56: $.criteria[0]: \"max\": not a member of the way \"bands\"" },
  { "'attribute': 'household.age', 'slopes': [[0, 1]]",
    "policy.json:1:56: $.criteria[0]: member \"per\" is missing for the way \"slopes\"" },
  { "'attribute': 'household.age', 'per': 12, 'slopes': [[1, 1], [0.5, 2]]",
    "policy.json:2:61: $.criteria[0].slopes[1]: begins at or below the one before: expected rising \"from\"" },
  { "'attribute': 'household.age', 'per': 12, 'slopes': [[1, 1]], 'above': 2",
    "policy.json:1:56: $.criteria[0]: \"above\": not a member of the way \"slopes\"" },
  { "'points': 1, 'evidence': 'verfied'",
    "policy.json:2:26: $.criteria[0].evidence: \"verfied\": expected one of verified, declared, needs_validation; nearest: \"verified\"" },
  { "'points': 1, 'pionts': 1",
    "policy.json:2:24: $.criteria[0]: \"pionts\": unknown member; nearest: \"points\"" },
  { "'points': 1, 'label': {}",
    "policy.json:2:23: $.criteria[0].label: an empty object: expected \"fr\", \"en\" or both" },
  { "'points': 1, 'label': {'de': 'x'}",
    "policy.json:2:30: $.criteria[0].label: \"de\": unknown member" },
  { "'points': 1, 'valid': 'always'",
    "policy.json:2:23: $.criteria[0].valid: \"always\": expected an object" },
  { "'points': 1, 'valid': {'from': '26-01-01'}",
    "policy.json:2:32: $.criteria[0].valid.from: \"26-01-01\": expected a date \"YYYY-MM-DD\" from 1900 to 2199" },
};

static const Refusal cycles[] = {
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 1, 'when': {'criterion.a': true}}]",
    "policy.json:2:14: $.criteria[0]: a cycle of criteria: a → a" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 1, 'when': {'criterion.b': true}},\n{'id': 'b', 'source': 's', 'points': 1, 'applies': {'not': {'criterion.a': true}}}]",
    "policy.json:2:14: $.criteria[0]: a cycle of criteria: a → b → a" },
  { "'criteria': [{'id': 'x', 'source': 's', 'points': 1, 'when': {'criterion.a': true}},\n{'id': 'a', 'source': 's', 'points': 1, 'when': {'criterion.b': true}},\n{'id': 'b', 'source': 's', 'points': 1, 'when': {'any': [{'criterion.c': true}, {'criterion.c': false}]}},\n{'id': 'c', 'source': 's', 'points': 1, 'when': {'criterion.a': true}}]",
    "policy.json:3:1: $.criteria[1]: a cycle of criteria: a → b → c → a" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 1},\n{'id': 'b', 'source': 's', 'points': 1}], 'groups': [{'id': 'g', 'of': ['a'], 'applies': {'criterion.a': true}}]",
    "policy.json:2:14: $.criteria[0]: a cycle of criteria: a → a" },
  { "'criteria': [{'id': 'a', 'source': 's', 'points': 1, 'valid': {'to': '2025-12-31'}},\n{'id': 'a', 'source': 's', 'points': 1, 'valid': {'from': '2026-01-01'}, 'when': {'criterion.b': true}},\n{'id': 'b', 'source': 's', 'points': 1, 'when': {'criterion.a': true}}]",
    "policy.json:2:14: $.criteria[0]: a cycle of criteria: a → b → a" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i], ORIENTA_ERROR_INVALID);
}
END_TEST

START_TEST (test_cycles)
{
  for (guint i = 0; i < G_N_ELEMENTS (cycles); i++)
    refusal_check (DOCUMENT, &cycles[i], ORIENTA_ERROR_INVALID);
}
END_TEST

TEST_MAIN ("criterion", test_flag, test_per_unit, test_bands, test_table, test_what_it_reads, test_long_row,
           test_refusals, test_cycles)
