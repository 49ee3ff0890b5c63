/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario.h"

#include "model/derive-private.h"
#include "simulate/trait-private.h"

static const OrientaDice dice = { 42, 7 };

/* What a few lines of Python make of the numbers of NumPy, Generator (Philox (key=[42, 7], counter=[0, k, 2,
 * 0])).random (n): the draw of a column is its place in households.csv, that of an age 1000. Day: 20 May 2026. */
static const struct {
  const char *territory, *situation;
  guint children, addiction, psychic, age;
  gint income; /* cents */
} drawn[] = {
  { "calais", "hotel", 0, ORIENTA_LEVEL_NONE, ORIENTA_LEVEL_NONE, 19, 123388 },
  { "calais", "hotel", 0, ORIENTA_LEVEL_NONE, ORIENTA_LEVEL_NONE, 18, 40493 },
  { "calais", "hotel", 0, ORIENTA_LEVEL_NONE, ORIENTA_LEVEL_NONE, 18, 123467 },
  { "calais", "hotel", 1, ORIENTA_LEVEL_HIGH, ORIENTA_LEVEL_NONE, 20, 23872 },
  { "lens", "street", 0, ORIENTA_LEVEL_HIGH, ORIENTA_LEVEL_NONE, 18, 88368 },
  { "calais", "street", 1, ORIENTA_LEVEL_LOW, ORIENTA_LEVEL_NONE, 18, 139866 },
  { "calais", "hotel", 0, ORIENTA_LEVEL_NONE, ORIENTA_LEVEL_NONE, 20, 17083 },
  { "calais", "hotel", 0, ORIENTA_LEVEL_NONE, ORIENTA_LEVEL_NONE, 18, 16197 },
};

static OrientaHouseholdRow
fill (const OrientaScenario *scenario, guint number, OrientaDate day)
{
  OrientaHouseholdRow row;
  orienta_profile_fill (SCENARIO_LINE (scenario->profiles, OrientaProfile, 0), scenario, &dice, 0, number, day, &row);
  return row;
}

START_TEST (test_as_numpy)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  const OrientaRegister *reg = scenario->reg;
  for (guint k = 0; k < G_N_ELEMENTS (drawn); k++) {
    OrientaHouseholdRow row = fill (scenario, k, orienta_date_from_ymd (2026, 5, 20));
    ck_assert_str_eq (reg->territories[row.territory].id, drawn[k].territory);
    ck_assert_str_eq (orienta_situations.words[row.situation].word, drawn[k].situation);
    ck_assert_uint_eq (row.adults, 1);
    ck_assert_uint_eq (row.children, drawn[k].children);
    ck_assert_uint_eq (row.needs[ORIENTA_NEED_ADDICTION], drawn[k].addiction);
    ck_assert_uint_eq (row.needs[ORIENTA_NEED_PSYCHIC], drawn[k].psychic);
    ck_assert_int_eq (row.income_month, drawn[k].income);
    ck_assert_int_eq (row.age, (gint) drawn[k].age);
  }
}
END_TEST

/* What is the same for all, what follows of it, and the day. */
START_TEST (test_row)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  OrientaDate day = orienta_date_from_ymd (2026, 5, 20);
  OrientaHouseholdRow row = fill (scenario, 3, day);
  ck_assert_ptr_null (row.id);
  ck_assert_int_eq (row.request_date, day);
  ck_assert_int_eq (row.referral_date, day);
  ck_assert_int_eq (row.last_contact, day);
  ck_assert_int_eq (row.support_accepted, ORIENTA_SUPPORT_HIGH);
  ck_assert_uint_eq (row.minors, 1);
  ck_assert_uint_eq (row.category, 3);           /* one person with a dependant */
  ck_assert_int_eq (row.consumption_tenths, 13); /* 1 and 0.3 */
  ck_assert_int_eq (row.oldest_age, -1);         /* of whom nobody has said the age */
  ck_assert_int_eq (row.rent_now, ORIENTA_NO_AMOUNT);
  ck_assert_int_eq (row.occupies, -1);
  ck_assert_uint_eq (row.wants_territories.n, 1);
  ck_assert_int_eq (scenario->reg->places_pool[row.wants_territories.start], row.territory);
  ck_assert_uint_eq (row.avoids_territories.n, 0);
}
END_TEST

/* The same person grows older. */
START_TEST (test_age)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  OrientaHouseholdRow row = fill (scenario, 1, orienta_date_from_ymd (2026, 5, 20)); /* born on 19 December 2007 */
  orienta_household_derive_row (scenario->reg, orienta_date_from_ymd (2026, 12, 18), &row);
  ck_assert_int_eq (row.age, 18);
  orienta_household_derive_row (scenario->reg, orienta_date_from_ymd (2026, 12, 19), &row);
  ck_assert_int_eq (row.age, 19);
  ck_assert_int_eq (row.oldest_age, 19);
}
END_TEST

/* Shares of 20 000, give or take five standard deviations of their estimate: at most 0.5 / sqrt (20 000) each. */
START_TEST (test_shares)
{
  enum { N = 20000 };
  guint calais = 0, parents = 0, high = 0, low = 0, psychic = 0, both = 0;
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  for (guint k = 0; k < N; k++) {
    OrientaHouseholdRow row = fill (scenario, k, scenario->start);
    gboolean addicted = row.needs[ORIENTA_NEED_ADDICTION] != ORIENTA_LEVEL_NONE;
    calais += g_str_equal (scenario->reg->territories[row.territory].id, "calais");
    parents += row.children > 0;
    high += row.needs[ORIENTA_NEED_ADDICTION] == ORIENTA_LEVEL_HIGH;
    low += row.needs[ORIENTA_NEED_ADDICTION] == ORIENTA_LEVEL_LOW;
    psychic += row.needs[ORIENTA_NEED_PSYCHIC] == ORIENTA_LEVEL_LOW;
    both += addicted && row.needs[ORIENTA_NEED_PSYCHIC] == ORIENTA_LEVEL_LOW;
  }
  ck_assert_double_eq_tol (calais / (double) N, 0.7, 0.0177);
  ck_assert_double_eq_tol (parents / (double) N, 0.3, 0.0177);
  ck_assert_double_eq_tol (high / (double) N, 0.36, 0.0177);
  ck_assert_double_eq_tol (low / (double) N, 0.24, 0.0177);
  ck_assert_double_eq_tol (psychic / (double) N, 0.2, 0.0177);
  ck_assert_double_eq_tol (both / (double) N, 0.6 * 0.2, 0.0177); /* neither needs the other */
}
END_TEST

/* A change adds to the needs that are there. */
START_TEST (test_change)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  OrientaHouseholdRow row = fill (scenario, 3, scenario->start);
  orienta_trait_apply (SCENARIO_LINE (scenario->changes, OrientaChange, 0)->trait, 0.5, &row);
  ck_assert_uint_eq (row.needs[ORIENTA_NEED_PSYCHIC], ORIENTA_LEVEL_HIGH);
  ck_assert_uint_eq (row.needs[ORIENTA_NEED_ADDICTION], ORIENTA_LEVEL_HIGH);
}
END_TEST

/* One profile with one household in which `column` is `value`. */
static OrientaScenario *
scenario_of (const char *column, const char *value)
{
  g_autofree char *text = g_strdup_printf (
      "{'orienta_scenario': 1, 'id': 's', 'version': '1', 'start': '2026-01-01', 'days': 10,"
      " 'register': {'orienta': 1, 'households': [], 'units': [], 'territories': [{'id': 'a'}, {'id': 'b'}]},"
      " 'arrivals': [{'id': 'p', 'per_year': 1, 'household': {'%s': %s}}]}",
      column, value);
  return scenario_new (text);
}

/* By hand: a draw p is written, p in the middle of the stretch that is meant. */
static OrientaHouseholdRow
written (const OrientaScenario *scenario, double p)
{
  const OrientaProfile *profile = SCENARIO_LINE (scenario->profiles, OrientaProfile, 0);
  OrientaHouseholdRow row = profile->blank;
  row.request_date = scenario->start;
  for (guint i = 0; i < profile->traits->len; i++)
    orienta_trait_apply (g_ptr_array_index (profile->traits, i), p, &row);
  return row;
}

START_TEST (test_one_of)
{
  g_autoptr (OrientaScenario) scenario =
      scenario_of ("situation", "{'one_of': {'street': 0.5, 'hotel': 0.25, '': 0.25}}");
  ck_assert_int_eq (written (scenario, 0.1).situation, -1); /* in order of the words: "", hotel, street */
  ck_assert_int_eq (written (scenario, 0.25).situation, ORIENTA_SITUATION_HOTEL);
  ck_assert_int_eq (written (scenario, 0.4999).situation, ORIENTA_SITUATION_HOTEL);
  ck_assert_int_eq (written (scenario, 0.5).situation, ORIENTA_SITUATION_STREET);
  ck_assert_int_eq (written (scenario, 0x1.fffffffffffffp-1).situation, ORIENTA_SITUATION_STREET);
}
END_TEST

/* Lists of cells: several needs at once, territories, what has been verified, kinds. */
START_TEST (test_lists)
{
  g_autoptr (OrientaScenario) needs = scenario_of ("needs", "{'one_of': {'work|psychic:high': 0.5, '': 0.5}}");
  g_autoptr (OrientaScenario) places = scenario_of ("avoids_territories", "{'one_of': {'a|b': 0.5, 'b': 0.5}}");
  g_autoptr (OrientaScenario) proofs = scenario_of ("verified", "{'one_of': {'all': 0.5, 'x|y': 0.5}}");
  g_autoptr (OrientaScenario) kinds = scenario_of ("wants_kinds", "{'each': {'plai': 0.5, 'plus': 0.5}}");
  g_autoptr (OrientaScenario) codes = scenario_of ("priority", "['dalo', 'l441-1:m']");
  ck_assert_uint_eq (written (needs, 0.75).needs[ORIENTA_NEED_PSYCHIC], ORIENTA_LEVEL_HIGH);
  ck_assert_uint_eq (written (needs, 0.75).needs[ORIENTA_NEED_WORK], ORIENTA_LEVEL_LOW);
  ck_assert_uint_eq (written (needs, 0.25).needs[ORIENTA_NEED_WORK], ORIENTA_LEVEL_NONE);
  ck_assert_uint_eq (written (places, 0.25).avoids_territories.n, 2);
  ck_assert_int_eq (places->reg->places_pool[written (places, 0.75).avoids_territories.start], 1);
  ck_assert_uint_eq (written (proofs, 0.25).verified_all, 1);
  ck_assert_uint_eq (written (proofs, 0.75).verified.n, 2);
  ck_assert_uint_eq (written (proofs, 0.75).verified_all, 0);
  ck_assert_uint_eq (written (kinds, 0.3).wants_kinds, 1 << 0); /* plai; then 0.6: no plus */
  ck_assert_uint_eq (written (kinds, 0.2).wants_kinds, 1 << 0 | 1 << 1);
  ck_assert_uint_eq (written (kinds, 0.9).wants_kinds, 0);
  ck_assert_uint_eq (written (codes, 0.0).priority, 3);
}
END_TEST

START_TEST (test_spreads)
{
  g_autoptr (OrientaScenario) money = scenario_of ("income_month", "{'uniform': [500, 501]}");
  g_autoptr (OrientaScenario) heads = scenario_of ("children", "{'uniform': [0, 3]}");
  g_autoptr (OrientaScenario) adults = scenario_of ("adults", "{'uniform': [0, 3]}");
  g_autoptr (OrientaScenario) rich = scenario_of ("income_year", "{'lognormal': [20000, 9]}");
  ck_assert_int_eq (written (money, 0.3333).income_month, 50033);
  ck_assert_int_eq (written (money, 0.3366).income_month, 50034);
  ck_assert_uint_eq (written (heads, 0.3).children, 0);
  ck_assert_uint_eq (written (heads, 0.99).children, 2);
  ck_assert_uint_eq (written (adults, 0.1).adults, 1);                 /* nobody has none */
  ck_assert_int_eq (written (rich, 0.999999).income_year, 1000000000); /* the most that a cell may say */
}
END_TEST

/* Three of "b" wait since three days; the register's own household stays beside them, in order of ids, with its offer.
 */
START_TEST (test_waiting)
{
  static const char *const ids[] = { "b.w0", "b.w1", "b.w2", "c" };
  g_autoptr (OrientaScenario) scenario = scenario_new (
      "{'orienta_scenario': 1, 'id': 's', 'version': '1', 'start': '2026-01-10', 'days': 10,"
      " 'register': {'orienta': 1, 'units': [{'id': 'U', 'kind': 'plai', 'territory': 'a'}],"
      "   'households': [{'id': 'c', 'request_date': '2025-01-01', 'adults': 1}],"
      "   'offers': [{'household_id': 'c', 'unit_id': 'U', 'date': '2025-03-01', 'outcome': 'expired'}]},"
      " 'arrivals': [{'id': 'b', 'per_year': 1, 'waiting': 3, 'since_days': 3, 'household': {'age': 40}}]}");
  const OrientaRegister *reg = scenario->reg;
  ck_assert_uint_eq (reg->n_households, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    ck_assert_str_eq (reg->households[i].id, ids[i]);
    ck_assert_int_eq (orienta_register_find_household (reg, ids[i]), (gint) i);
  }
  ck_assert_int_eq (reg->households[1].request_date, orienta_date_from_ymd (2026, 1, 7));
  ck_assert_int_eq (reg->households[1].age, 40);
  ck_assert_int_eq (reg->offers[0].household, 3);
  ck_assert_uint_eq (reg->households[3].offers.n, 1);
}
END_TEST

TEST_MAIN ("profile", test_as_numpy, test_row, test_age, test_shares, test_change, test_one_of, test_lists,
           test_spreads, test_waiting)
