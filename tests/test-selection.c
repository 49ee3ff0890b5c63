/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include "model/selection-private.h"

/* A selection is the register that somebody would have written of the chosen rows: against one that is written so. */

#define OF_H1 "'persons':[{'birth_date':'2008-07-15','role':'applicant'}]"
#define OF_H4 "'persons':[{'birth_date':'1990-01-01','role':'applicant'},{'birth_date':'2012-07-20','role':'child'}]"
#define TERRITORIES "'territories':[{'id':'T'},{'id':'T0','parent':'T'},{'id':'T1','parent':'T'}]"

static const char whole_text[] =
    "{'orienta':1,'as_of':'2026-06-30'," TERRITORIES ",'units':["
    "{'id':'A','kind':'plai','territory':'T0','places':4,'rent':400},"
    "{'id':'B','kind':'plus','territory':'T1','places':2,'available_from':'2026-05-01'},"
    "{'id':'C','kind':'fjt','territory':'T1','places':1}],"
    "'services':[{'id':'S','territories':['T'],'needs':['addiction'],'slots':5}],'households':["
    "{'id':'h1','request_date':'2025-01-01','wants_territories':['T0'],'priority':['dalo'],'referrer':'x'," OF_H1 "},"
    "{'id':'h2','adults':2,'request_date':'2025-02-01','priority':['l441-1:m']},"
    "{'id':'h3','adults':1,'request_date':'2025-03-01','occupies':'B'},"
    "{'id':'h4','request_date':'2025-04-01','income_month':900," OF_H4 "}],'outcomes':["
    "{'household_id':'h1','unit_id':'A','value':1},{'household_id':'h1','unit_id':'C','value':2},"
    "{'household_id':'h1','kind':'plus','value':3},{'household_id':'h2','unit_id':'C','value':4}],'offers':["
    "{'household_id':'h1','unit_id':'A','date':'2026-01-01','outcome':'refused_by_household','reason':'area'},"
    "{'household_id':'h1','unit_id':'C','date':'2026-02-01','outcome':'refused_by_household'},"
    "{'household_id':'h4','unit_id':'C','date':'2026-03-01','outcome':'refused_by_structure'}]}";

/* h1, h3 and h4; B with one place and C; a month and a half later, when h1 and a child of h4 are a year older. */
static const char part_text[] =
    "{'orienta':1,'as_of':'2026-08-15'," TERRITORIES ",'units':["
    "{'id':'B','kind':'plus','territory':'T1','places':1,'available_from':'2026-08-01'},"
    "{'id':'C','kind':'fjt','territory':'T1','places':1}],"
    "'services':[{'id':'S','territories':['T'],'needs':['addiction'],'slots':3}],'households':["
    "{'id':'h1','request_date':'2025-01-01','wants_territories':['T0'],'priority':['dalo'],'referrer':'x'," OF_H1 "},"
    "{'id':'h3','adults':1,'request_date':'2025-03-01','occupies':'B'},"
    "{'id':'h4','request_date':'2025-04-01','income_month':900," OF_H4 "}],'outcomes':["
    "{'household_id':'h1','unit_id':'C','value':2},{'household_id':'h1','kind':'plus','value':3}],'offers':["
    "{'household_id':'h1','unit_id':'C','date':'2026-02-01','outcome':'refused_by_household'},"
    "{'household_id':'h4','unit_id':'C','date':'2026-03-01','outcome':'refused_by_structure'}]}";

static OrientaRegister *
select_part (OrientaRegister *whole)
{
  static const guint32 households[] = { 0, 2, 3 }, units[] = { 1, 2 };
  static const gint32 places[] = { 1, 1 }, slots[] = { 3 };
  OrientaDate available[] = { orienta_date_from_ymd (2026, 8, 1), ORIENTA_NO_DATE };
  OrientaSelection selection = { .as_of = orienta_date_from_ymd (2026, 8, 15),
                                 .n_households = 3,
                                 .n_units = 2,
                                 .households = households,
                                 .units = units,
                                 .places = places,
                                 .available = available,
                                 .slots = slots };
  return orienta_register_select (whole, &selection);
}

static void
assert_same_values (const OrientaRegister *got, const OrientaRegister *expected, guint attribute)
{
  for (guint household = 0; household < expected->n_households; household++) {
    if (attribute < ORIENTA_UNIT_KIND) {
      if (attribute != ORIENTA_HOUSEHOLD_REFERRER && attribute != ORIENTA_HOUSEHOLD_PRIORITY
          && attribute != ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE)
        ck_assert_msg (orienta_household_value (got, household, attribute)
                           == orienta_household_value (expected, household, attribute),
                       "attribute %u of household %u", attribute, household);
      continue;
    }
    for (guint unit = 0; unit < expected->n_units; unit++)
      if (attribute < ORIENTA_PAIR_IN_CHOICE)
        ck_assert_int_eq (orienta_unit_value (got, unit, attribute), orienta_unit_value (expected, unit, attribute));
      else
        ck_assert_int_eq (orienta_pair_value (got, household, unit, attribute),
                          orienta_pair_value (expected, household, unit, attribute));
  }
}

START_TEST (test_as_written)
{
  g_autoptr (OrientaRegister) whole = fixture_register (whole_text, NULL);
  g_autoptr (OrientaRegister) expected = fixture_register (part_text, NULL);
  g_autoptr (OrientaRegister) part = select_part (whole);
  ck_assert_int_eq (part->as_of, expected->as_of);
  ck_assert_uint_eq (part->n_households, 3);
  ck_assert_uint_eq (part->n_units, 2);
  for (guint attribute = 0; attribute < ORIENTA_N_ATTRIBUTES; attribute++)
    if (attribute != ORIENTA_HOUSEHOLD_NEEDS)
      assert_same_values (part, expected, attribute);
  ck_assert_int_eq (part->slots[0].amount, 3);
  /* 18 years since 15 July; refused twice, once as a choice, though A is not there any more */
  ck_assert_int_eq (whole->households[0].age, 17);
  ck_assert_int_eq (part->households[0].age, 18);
  ck_assert_int_eq (part->households[0].refusals, 1);
  ck_assert_int_eq (part->households[0].refusals_by_choice, 1);
  ck_assert_int_eq (expected->households[0].refusals_by_choice, 0);
}
END_TEST

/* Ids lead to places in the selection; codes mean what they mean in the source. */
START_TEST (test_names)
{
  g_autoptr (OrientaRegister) whole = fixture_register (whole_text, NULL);
  g_autoptr (OrientaRegister) part = select_part (whole);
  ck_assert_int_eq (orienta_register_find_household (part, "h4"), 2);
  ck_assert_int_eq (orienta_register_find_household (part, "h2"), -1);
  ck_assert_int_eq (orienta_register_find_unit (part, "C"), 1);
  ck_assert_int_eq (orienta_register_find_unit (part, "A"), -1);
  ck_assert_int_eq (orienta_register_find_territory (part, "T1"), orienta_register_find_territory (whole, "T1"));
  ck_assert_int_eq (part->households[0].referrer, orienta_register_find_code (part, "x"));
  ck_assert_uint_eq (part->households[0].priority, whole->households[0].priority);
  ck_assert_int_eq (part->households[1].occupies, 0);
}
END_TEST

/* The source lives as long as its selections, and those as long as theirs. */
START_TEST (test_lifetime)
{
  OrientaRegister *whole = fixture_register (whole_text, NULL);
  OrientaRegister *part = select_part (whole);
  static const guint32 last[] = { 2 };
  OrientaSelection selection = { .as_of = part->as_of, .n_households = 1, .n_units = 0, .households = last };
  OrientaRegister *one = orienta_register_select (part, &selection);
  orienta_register_unref (whole);
  orienta_register_unref (part);
  ck_assert_str_eq (orienta_register_get_household_id (one, 0), "h4");
  ck_assert_uint_eq (one->households[0].offers.n, 0);
  ck_assert_int_eq (one->households[0].oldest_age, 36);
  orienta_register_unref (one);
}
END_TEST

/* Columns of a policy's own come along. */
START_TEST (test_locals)
{
  static const guint32 households[] = { 1 }, units[] = { 1 };
  g_autoptr (OrientaPolicy) policy = fixture_policy (
      "{'orienta':1,'id':'p','version':'1','attributes':["
      "{'name':'box','of':'household','type':'number'},{'name':'metres','of':'unit','type':'number'}]}");
  g_autoptr (OrientaRegister) whole = fixture_register (
      "{'orienta':1,'as_of':'2026-06-30','units':[{'id':'A','kind':'plai','territory':'T','places':1,'metres':7},"
      "{'id':'B','kind':'plai','territory':'T','places':1,'metres':8}],'households':["
      "{'id':'h1','adults':1,'request_date':'2025-01-01','box':5},"
      "{'id':'h2','adults':1,'request_date':'2025-01-01','box':6}]}",
      policy);
  OrientaSelection selection = {
    .as_of = whole->as_of, .n_households = 1, .n_units = 1, .households = households, .units = units
  };
  g_autoptr (OrientaRegister) part = orienta_register_select (whole, &selection);
  gint box = orienta_register_find_local (part, ORIENTA_OF_HOUSEHOLD, "box");
  gint metres = orienta_register_find_local (part, ORIENTA_OF_UNIT, "metres");
  ck_assert_int_eq (part->locals[box].values[0], 6 * ORIENTA_MILLION);
  ck_assert_int_eq (part->locals[metres].values[0], 8 * ORIENTA_MILLION);
}
END_TEST

TEST_MAIN ("selection", test_as_written, test_names, test_lifetime, test_locals)
