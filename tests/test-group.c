/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

#define FRAME                                                                                                          \
  "{'orienta': 1, 'id': 'p', 'version': '1', 'criteria': [{'id': 'a', 'source': 's', 'points': 1}, {'id': 'b', "       \
  "'source': 's', 'points': 1}],\n'groups': [\n@]}"

START_TEST (test_members)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (
      "{'orienta': 1, 'id': 'p', 'version': '1', 'criteria': ["
      "{'id': 'a', 'source': 's', 'points': 1, 'valid': {'to': '2025-12-31'}}, {'id': 'x', 'source': 's', 'points': "
      "1}, "
      "{'id': 'b', 'source': 's', 'points': 1, 'applies': {'household.pets': true}}, "
      "{'id': 'a', 'source': 's', 'points': 2, 'valid': {'from': '2026-01-01'}}], "
      "'groups': [{'id': 'g', 'of': ['b', 'a'], 'combine': 'first', 'cap': 2.5, 'applies': {'unit.landlord': 'L1'}, "
      "'label': {'fr': 'Le groupe'}}]}");
  const OrientaGroup *group = &policy->groups[0];
  ck_assert_int_eq (group->combine, ORIENTA_COMBINE_FIRST);
  ck_assert_int_eq (group->cap, 2500);
  ck_assert_int_eq (group->floor, G_MININT64);
  /* In the order of "of", each with all its versions. */
  ck_assert_uint_eq (group->n_criteria, 3);
  ck_assert_uint_eq (group->criteria[0], 2);
  ck_assert_uint_eq (group->criteria[1], 0);
  ck_assert_uint_eq (group->criteria[2], 3);
  ck_assert_int_eq (policy->criteria[3].group, 0);
  ck_assert_int_eq (policy->criteria[1].group, -1);
  /* The group's condition binds its criteria, and no other. */
  ck_assert_ptr_null (policy->criteria[1].applies);
  ck_assert_int_eq (policy->criteria[0].applies->kind, ORIENTA_CONDITION_TEST);
  ck_assert_uint_eq (policy->criteria[0].applies->attribute, ORIENTA_UNIT_LANDLORD);
  const OrientaCondition *both = policy->criteria[2].applies;
  ck_assert_int_eq (both->kind, ORIENTA_CONDITION_ALL);
  ck_assert_uint_eq (both->children[0]->attribute, ORIENTA_UNIT_LANDLORD);
  ck_assert_uint_eq (both->children[1]->attribute, ORIENTA_HOUSEHOLD_PETS);
  /* Each copy of a test with words has a slot of its own. */
  guint a = policy->criteria[0].applies->slot, b = both->children[0]->slot, c = policy->criteria[3].applies->slot;
  ck_assert (a != b && b != c && a != c && a < policy->n_slots && b < policy->n_slots && c < policy->n_slots);
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "{'of': ['a']}",
    "policy.json:3:1: $.groups[0]: member \"id\" is missing" },
  { "{'id': 'g'}",
    "policy.json:3:1: $.groups[0]: member \"of\" is missing" },
  { "{'id': 'g', 'of': []}",
    "policy.json:3:19: $.groups[0].of: a list of 0: expected at least 1" },
  { "{'id': 'g', 'of': ['a', 'c']}",
    "policy.json:3:25: $.groups[0].of[1]: \"c\": unknown criterion; nearest: \"a\"" },
  { "{'id': 'g', 'of': ['a', 'a']}",
    "policy.json:3:25: $.groups[0].of[1]: \"a\": stands twice" },
  { "{'id': 'g', 'of': ['a']}, {'id': 'h', 'of': ['b', 'a']}",
    "policy.json:3:51: $.groups[1].of[1]: \"a\": already in the group \"g\"; expected in one at most" },
  { "{'id': 'g', 'of': ['a'], 'combine': 'mean'}",
    "policy.json:3:37: $.groups[0].combine: \"mean\": expected one of sum, max, first; nearest: \"max\"" },
  { "{'id': 'g', 'of': ['a'], 'cap': 1, 'floor': 2}",
    "policy.json:3:1: $.groups[0]: \"floor\" is above \"cap\"" },
  { "{'id': 'g', 'of': ['a'], 'floor': 1, 'applies': {'household.pets': true}}, {'id': 'h', 'of': ['b'], 'cap': -1, 'applies': {}}",
    "policy.json:3:1: $.groups[0]: \"applies\" with a \"floor\" above 0 or a \"cap\" below 0: expected bounds that leave 0 as it is\n"
    "policy.json:3:76: $.groups[1]: \"applies\" with a \"floor\" above 0 or a \"cap\" below 0: expected bounds that leave 0 as it is" },
  { "{'id': 'g', 'of': ['a'], 'cap': '1'}",
    "policy.json:3:33: $.groups[0].cap: \"1\": expected points of at most three decimals, up to 1e9" },
  { "{'id': 'g', 'of': ['a', 'b'], 'applies': {'household.pet': true}}",
    "policy.json:3:60: $.groups[0].applies: \"household.pet\": unknown attribute; nearest: \"household.pets\"" },
  { "{'id': 'g', 'of': ['a'], 'source': 's'}",
    "policy.json:3:36: $.groups[0]: \"source\": unknown member" },
  { "'g'",
    "policy.json:3:1: $.groups[0]: \"g\": expected an object" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i], ORIENTA_ERROR_INVALID);
}
END_TEST

TEST_MAIN ("group", test_members, test_refusals)
