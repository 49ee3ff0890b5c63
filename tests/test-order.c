/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"

#include "policy/policy-private.h"

#define FRAME "{'orienta': 1, 'id': 'p', 'version': '1',\n@}"

static OrientaPolicy *
policy_of (const char *part)
{
  g_autofree char *json = refusal_document (FRAME, part);
  return fixture_policy (json);
}

static char *
order_text (const OrientaPolicy *policy)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < policy->n_order; i++) {
    const OrientaKey *key = &policy->order[i];
    g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "",
                            key->kind == ORIENTA_KEY_POINTS    ? "points"
                            : key->kind == ORIENTA_KEY_LOTTERY ? "lottery"
                                                               : orienta_policy_attribute_name (policy, key->attribute),
                            key->kind == ORIENTA_KEY_LOTTERY ? ""
                            : key->descending                ? " desc"
                                                             : " asc");
  }
  return g_string_free (text, FALSE);
}

/* HF6 and HF9 come directly after the points, unless the order names them. */
START_TEST (test_order)
{
  static const struct {
    const char *part, *order;
  } rows[] = {
    { "'order': ['points desc', 'household.request_date asc', 'lottery']",
      "points desc, pair.in_choice desc, unit.durable desc, household.request_date asc, lottery" },
    { "'order': ['points desc', 'lottery', 'pair.in_choice desc']",
      "points desc, unit.durable desc, lottery, pair.in_choice desc" },
    { "'order': ['unit.durable desc', 'points desc', 'household.access desc']",
      "unit.durable desc, points desc, pair.in_choice desc, household.access desc" },
    { "'order': ['household.request_date asc']", "household.request_date asc" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OrientaPolicy) policy = policy_of (rows[i].part);
    g_autofree char *text = order_text (policy);
    ck_assert_str_eq (text, rows[i].order);
  }
  g_autoptr (OrientaPolicy) usual = policy_of ("'tiers': []");
  g_autofree char *text = order_text (usual);
  ck_assert_str_eq (text, rows[0].order);
}
END_TEST

START_TEST (test_total_and_support)
{
  g_autoptr (OrientaPolicy) plain = policy_of ("'rules': []");
  ck_assert (plain->min == G_MININT64 && plain->max == G_MAXINT64);
  ck_assert_int_eq (plain->support, ORIENTA_SUPPORT_PREFERRED);
  g_autoptr (OrientaPolicy) policy = policy_of ("'total': {'min': 0, 'max': 150.5}, 'support': {'mode': 'ignored'}");
  ck_assert_int_eq (policy->min, 0);
  ck_assert_int_eq (policy->max, 150500);
  ck_assert_int_eq (policy->support, ORIENTA_SUPPORT_IGNORED);
}
END_TEST

START_TEST (test_tiers_strata_quotas)
{
  g_autoptr (OrientaPolicy) policy =
      policy_of ("'tiers': [{'id': 'dalo', 'when': {'household.priority': {'has': 'dalo'}}, 'source': 'CCH L.441-1'}], "
                 "'strata': [{'id': 'young', 'when': {'household.age': {'lt': 30}}, 'share': 0.3}], "
                 "'quotas': [{'id': 'q', 'units': {'unit.qpv': false}, 'min_share': 0.25, 'max_count': 40}, "
                 "{'id': 'r', 'households': {'household.pets': true}, 'min_count': 1}]");
  ck_assert_str_eq (policy->tiers[0].source, "CCH L.441-1");
  ck_assert_int_eq (policy->tiers[0].share, ORIENTA_UNKNOWN);
  ck_assert_int_eq (policy->strata[0].share, 300000);
  ck_assert_int_eq (policy->strata[0].when->op, ORIENTA_OP_LT);
  ck_assert_int_eq (policy->quotas[0].min_share, 250000);
  ck_assert_int_eq (policy->quotas[0].max_share, ORIENTA_UNKNOWN);
  ck_assert_int_eq (policy->quotas[0].max_count, 40);
  ck_assert_ptr_null (policy->quotas[0].households);
  ck_assert_int_eq (policy->quotas[1].min_count, 1);
  ck_assert_ptr_nonnull (policy->quotas[1].households);
}
END_TEST

START_TEST (test_loads)
{
  g_autoptr (OrientaPolicy) policy = policy_of (
      "'tables': [{'id': 't', 'by': ['household.adults'], 'values': [1, 2.5]}], "
      "'quotas': [{'id': 'q', 'each': 'unit', 'load': 3.0, 'max_load': 12}, "
      "{'id': 'r', 'each': 'kind', 'load': {'attribute': 'household.persons'}, 'min_load': 0, 'max_load': 9}, "
      "{'id': 's', 'min_count': 1}], "
      "'support': {'mode': 'required', 'needs': ['addiction', 'psychic'], 'source': 's', 'note': 'n', "
      "'loads': [{'load': 2}, {'slots': 'hours', 'load': {'table': 't'}}]}");
  const OrientaQuota *quotas = policy->quotas;
  ck_assert (quotas[0].each == ORIENTA_EACH_UNIT && quotas[1].each == ORIENTA_EACH_KIND);
  ck_assert_int_eq (quotas[2].each, ORIENTA_EACH_ALL);
  ck_assert (quotas[0].load.kind == ORIENTA_LOAD_CONSTANT && quotas[0].load.constant == 3);
  ck_assert (quotas[0].min_load == ORIENTA_UNKNOWN && quotas[0].max_load == 12);
  ck_assert (quotas[1].load.kind == ORIENTA_LOAD_ATTRIBUTE && quotas[1].load.attribute == ORIENTA_HOUSEHOLD_PERSONS);
  ck_assert (quotas[1].min_load == 0 && quotas[1].max_load == 9);
  ck_assert (quotas[2].min_load == ORIENTA_UNKNOWN && quotas[2].max_load == ORIENTA_UNKNOWN);
  ck_assert_uint_eq (policy->support_needs, 1u << ORIENTA_NEED_ADDICTION | 1u << ORIENTA_NEED_PSYCHIC);
  ck_assert_uint_eq (policy->n_loads, 2);
  ck_assert_ptr_null (policy->loads[0].slots);
  ck_assert_int_eq (policy->loads[0].load.constant, 2);
  ck_assert_str_eq (policy->loads[1].slots, "hours");
  ck_assert (policy->loads[1].load.kind == ORIENTA_LOAD_TABLE && policy->loads[1].load.table == 0);
}
END_TEST

/* clang-format off */
static const Refusal refusals[] = {
  { "'order': []",
    "policy.json:2:10: $.order: a list of 0: expected at least 1" },
  { "'order': 'points desc'",
    "policy.json:2:10: $.order: \"points desc\": expected a list" },
  { "'order': ['points asc']",
    "policy.json:2:11: $.order[0]: \"points asc\": expected \"points desc\", \"NAME asc\", \"NAME desc\" or \"lottery\"" },
  { "'order': ['points']",
    "policy.json:2:11: $.order[0]: \"points\": expected \"points desc\", \"NAME asc\", \"NAME desc\" or \"lottery\"" },
  { "'order': ['household.age']",
    "policy.json:2:11: $.order[0]: \"household.age\": expected \"points desc\", \"NAME asc\", \"NAME desc\" or \"lottery\"" },
  { "'order': ['household.ages desc']",
    "policy.json:2:11: $.order[0]: \"household.ages\": unknown attribute; nearest: \"household.age\"" },
  { "'order': ['household.situation asc']",
    "policy.json:2:11: $.order[0]: \"household.situation\": expected a number, a date, a bool or an ordered word" },
  { "'order': ['unit.landlord asc']",
    "policy.json:2:11: $.order[0]: \"unit.landlord\": expected a number, a date, a bool or an ordered word" },
  { "'order': ['household.priority desc']",
    "policy.json:2:11: $.order[0]: \"household.priority\": expected a number, a date, a bool or an ordered word" },
  { "'total': {'min': 2, 'max': 1}",
    "policy.json:2:10: $.total: \"min\" is above \"max\"" },
  { "'total': {'most': 1}",
    "policy.json:2:19: $.total: \"most\": unknown member" },
  { "'total': []",
    "policy.json:2:10: $.total: a list: expected an object" },
  { "'tiers': [{'id': 't'}]",
    "policy.json:2:11: $.tiers[0]: member \"when\" is missing" },
  { "'tiers': [{'id': 't', 'when': {}, 'share': 0.5}]",
    "policy.json:2:44: $.tiers[0]: \"share\": unknown member" },
  { "'strata': [{'id': 't', 'when': {}}]",
    "policy.json:2:12: $.strata[0]: member \"share\" is missing" },
  { "'strata': [{'id': 't', 'when': {}, 'share': 1.5}]",
    "policy.json:2:45: $.strata[0].share: 1.5: expected a share from 0 to 1" },
  { "'quotas': [{'id': 'q'}]",
    "policy.json:2:12: $.quotas[0]: no bound: expected min_share, max_share, min_count, max_count, min_load or max_load" },
  { "'quotas': [{'id': 'q', 'min_share': -0.1}]",
    "policy.json:2:37: $.quotas[0].min_share: -0.1: expected a share from 0 to 1" },
  { "'quotas': [{'id': 'q', 'min_count': 1.5}]",
    "policy.json:2:37: $.quotas[0].min_count: 1.5: expected a whole number from 0" },
  { "'quotas': [{'id': 'q', 'min_count': 3, 'max_count': 2}]",
    "policy.json:2:12: $.quotas[0]: \"min_count\" is above \"max_count\"" },
  { "'quotas': [{'id': 'q', 'min_share': 0.3, 'max_share': 0.2}]",
    "policy.json:2:12: $.quotas[0]: \"min_share\" is above \"max_share\"" },
  { "'quotas': [{'id': 'q', 'min_share': 0.3, 'units': {'household.pets': true}}]",
    "policy.json:2:51: $.quotas[0].units: reads more than the unit: expected attributes of the unit only" },
  { "'quotas': [{'id': 'q', 'min_share': 0.3, 'households': {'pair.in_choice': true}}]",
    "policy.json:2:56: $.quotas[0].households: reads more than the household: expected attributes of the household only" },
  { "'quotas': [{'id': 'q', 'each': 'units', 'min_count': 1}]",
    "policy.json:2:32: $.quotas[0].each: \"units\": expected one of unit, landlord, contingent, territory, kind; nearest: \"unit\"" },
  { "'quotas': [{'id': 'q', 'load': 1, 'min_count': 1}]",
    "policy.json:2:12: $.quotas[0]: \"load\" without a bound: expected min_load or max_load" },
  { "'quotas': [{'id': 'q', 'max_load': 1}]",
    "policy.json:2:12: $.quotas[0]: member \"load\" is missing: expected what min_load and max_load bound" },
  { "'quotas': [{'id': 'q', 'load': 1, 'min_load': 3, 'max_load': 2}]",
    "policy.json:2:12: $.quotas[0]: \"min_load\" is above \"max_load\"" },
  { "'quotas': [{'id': 'q', 'load': 0, 'max_load': 2}]",
    "policy.json:2:32: $.quotas[0].load: 0: expected a whole number from 1 to 1000000, {\"attribute\": …} or {\"table\": …}" },
  { "'quotas': [{'id': 'q', 'load': 1000001, 'max_load': 2}]",
    "policy.json:2:32: $.quotas[0].load: 1000001: expected a whole number from 1 to 1000000, {\"attribute\": …} or {\"table\": …}" },
  { "'quotas': [{'id': 'q', 'load': {}, 'max_load': 2}]",
    "policy.json:2:32: $.quotas[0].load: member \"attribute\" is missing" },
  { "'quotas': [{'id': 'q', 'load': {'attribute': 'unit.rent'}, 'max_load': 2}]",
    "policy.json:2:46: $.quotas[0].load: \"unit.rent\": expected a number of the household" },
  { "'quotas': [{'id': 'q', 'load': {'attribute': 'household.pets'}, 'max_load': 2}]",
    "policy.json:2:46: $.quotas[0].load: \"household.pets\": expected a number of the household" },
  { "'tables': [{'id': 't', 'by': ['unit.rooms'], 'values': [1]}],\n'quotas': [{'id': 'q', 'load': {'table': 't'}, 'max_load': 2}]",
    "policy.json:3:32: $.quotas[0].load: \"t\": expected a table that reads the household only" },
  { "'support': {'mode': 'ignored', 'needs': []}",
    "policy.json:2:41: $.support.needs: a list of 0: expected at least 1" },
  { "'support': {'mode': 'ignored', 'loads': [{'slots': 'h', 'load': 1}, {'slots': 'h', 'load': 2}]}",
    "policy.json:2:69: $.support.loads[1]: slots \"h\": stands twice" },
  { "'support': {'mode': 'ignored', 'loads': [{'load': 1}, {'load': 2}]}",
    "policy.json:2:55: $.support.loads[1]: an entry without \"slots\": stands twice" },
  { "'support': {'mode': 'ignored', 'loads': [{'slots': 'h'}]}",
    "policy.json:2:42: $.support.loads[0]: member \"load\" is missing" },
  { "'support': {}",
    "policy.json:2:12: $.support: member \"mode\" is missing" },
  { "'support': {'mode': 'prefered'}",
    "policy.json:2:21: $.support.mode: \"prefered\": expected one of required, preferred, ignored; nearest: \"preferred\"" },
  { "'support': {'mode': 'preferred', 'limit': 3}",
    "policy.json:2:43: $.support: \"limit\": unknown member" },
};
/* clang-format on */

START_TEST (test_refusals)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    refusal_check (FRAME, &refusals[i], ORIENTA_ERROR_INVALID);
}
END_TEST

TEST_MAIN ("order", test_order, test_total_and_support, test_tiers_strata_quotas, test_loads, test_refusals)
