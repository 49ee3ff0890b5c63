/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include <string.h>

#define UNKNOWN ORIENTA_UNKNOWN

/* region > city > north, south; region > coast; U1 north, U2 south, U3 city, U4 coast. */
#define PLACES                                                                                                         \
  "'territories':[{'id':'region'},{'id':'city','parent':'region'},{'id':'north','parent':'city'},"                     \
  "{'id':'south','parent':'city'},{'id':'coast','parent':'region'}],"                                                  \
  "'units':[{'id':'U1','kind':'plai','territory':'north'},{'id':'U2','kind':'fjt','territory':'south'},"               \
  "{'id':'U3','kind':'plai','territory':'city'},{'id':'U4','kind':'other','territory':'coast'}]"

static OrientaRegister *
household (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{'orienta':1,'as_of':'2026-11-22'," PLACES ",'households':[{'id':'H',"
                                           "'request_date':'2026-01-01','adults':1%s}]}",
                                           members);
  return document_read (json);
}

static gint64
value (const OrientaRegister *reg, guint unit, const char *name)
{
  g_autofree char *full = g_strconcat ("pair.", name, NULL);
  gint attribute = orienta_attribute_find (full);
  ck_assert_int_ge (attribute, 0);
  return orienta_pair_value (reg, 0, unit, (guint) attribute);
}

/* `expected`: for U1 to U4, 1 0 or ? */
static void
assert_bools (const char *members, const char *name, const char *expected)
{
  g_autoptr (OrientaRegister) reg = household (members);
  for (guint unit = 0; unit < strlen (expected); unit++) {
    gint64 want = expected[unit] == '?' ? UNKNOWN : expected[unit] == '1';
    ck_assert_msg (value (reg, unit, name) == want, "%s, %s, U%u", members, name, unit + 1);
  }
}

START_TEST (choice)
{
  assert_bools ("", "in_territories", "1111");
  assert_bools (",'wants_territories':['city']", "in_territories", "1110");
  assert_bools (",'wants_territories':['north']", "in_territories", "1000"); /* the city is not inside the north */
  assert_bools (",'wants_territories':['coast','south']", "in_territories", "0101");
  assert_bools (",'wants_territories':['region']", "in_territories", "1111");
  assert_bools ("", "in_kinds", "1111");
  assert_bools (",'wants_kinds':['plai']", "in_kinds", "1010");
  assert_bools (",'wants_kinds':['fjt','other']", "in_kinds", "0101");
  assert_bools ("", "in_choice", "1111");
  assert_bools (",'wants_kinds':['plai'],'wants_territories':['north','south']", "in_choice", "1000");
  assert_bools (",'refuses_kinds':['fjt']", "kind_refused", "0100");
  assert_bools ("", "kind_refused", "0000");
}
END_TEST

START_TEST (territories)
{
  assert_bools ("", "avoided", "0000");
  assert_bools (",'avoids_territories':['city']", "avoided", "1110");
  assert_bools (",'avoids_territories':['north']", "avoided", "1010"); /* the city's unit may lie in the north */
  assert_bools (",'avoids_territories':['coast','north']", "avoided", "1011");
  assert_bools ("", "same_territory", "????");
  assert_bools (",'territory':'north'", "same_territory", "1010");
  assert_bools (",'territory':'region'", "same_territory", "1111");
  assert_bools (",'territory':'coast'", "same_territory", "0001");
  assert_bools (",'occupies':'U2'", "own_place", "0100");
  assert_bools ("", "own_place", "0000");
}
END_TEST

static OrientaRegister *
one_unit (const char *household_members, const char *unit_members, const char *more)
{
  g_autofree char *json = g_strdup_printf (
      "{'orienta':1,'as_of':'2026-11-22','units':[{'id':'U','kind':'plai','territory':'t'%s},"
      "{'id':'V','kind':'plai','territory':'t'}],'households':[{'id':'H','request_date':'2026-01-01'%s},"
      "{'id':'I','request_date':'2026-01-01','adults':1}]%s}",
      unit_members, household_members, more);
  return document_read (json);
}

static void
assert_one (const char *household_members, const char *unit_members, const char *name, gint64 expected)
{
  g_autoptr (OrientaRegister) reg = one_unit (household_members, unit_members, "");
  ck_assert_msg (value (reg, 0, name) == expected, "%s, %s, %s: %" G_GINT64_FORMAT, household_members, unit_members,
                 name, value (reg, 0, name));
}

START_TEST (fits)
{
  static const char *const access[] = { "none", "step_free", "wheelchair" };
  for (guint h = 0; h < 3; h++)
    for (guint u = 0; u < 3; u++) {
      g_autofree char *needed = g_strdup_printf (",'adults':1,'access':'%s'", access[h]);
      g_autofree char *given = g_strdup_printf (",'access':'%s'", access[u]);
      assert_one (needed, given, "access_fits", u >= h);
    }
  assert_one (",'adults':1", ",'pets':false", "pets_fit", 1);
  assert_one (",'adults':1,'pets':true", ",'pets':false", "pets_fit", 0);
  assert_one (",'adults':1,'pets':true", ",'pets':true", "pets_fit", 1);
  assert_one (",'adults':1,'pets':true", "", "pets_fit", UNKNOWN);
}
END_TEST

START_TEST (age)
{
#define AGED(birth) ",'persons':[{'role':'applicant','birth_date':'" birth "'}]"
  assert_one (",'adults':1", "", "age_fits", 1);
  assert_one (",'adults':1", ",'min_age':18", "age_fits", UNKNOWN);
  assert_one (AGED ("2001-11-22"), ",'min_age':18,'max_age':25", "age_fits", 1); /* 25 today */
  assert_one (AGED ("2000-11-22"), ",'min_age':18,'max_age':25", "age_fits", 0); /* 26 today */
  assert_one (AGED ("2000-11-23"), ",'max_age':25", "age_fits", 1);              /* 26 tomorrow */
  assert_one (AGED ("2008-11-22"), ",'min_age':18", "age_fits", 1);
  assert_one (AGED ("2008-11-23"), ",'min_age':18,'max_age':25", "age_fits", 0);
}
END_TEST

START_TEST (measures)
{
#define H ",'adults':2,'births_expected':1,'income_month':1500"
#define U ",'rent':450,'charges':50,'housing_aid':0.5,'rooms':2,'surface':41.5"
  assert_one (H, U, "effort", 333000);                               /* 499.5 / 1500 */
  assert_one (H, U, "reste_a_vivre", 22233333);                      /* 1000.5 / 1.5 / 30 */
  assert_one (H, U, "rooms_gap", -1000000);                          /* 2 - 3 */
  assert_one (H, U, "persons_per_room", 1500000);                    /* 3 / 2 */
  assert_one (H, U, "surface_gap", 16500000);                        /* 41.5 - 25 */
  assert_one (H, U, "surface_per_person", 13833333);                 /* 41.5 / 3 */
  assert_one (H, ",'rent':100,'housing_aid':200", "effort", -66667); /* the aid exceeds the rent: -100 / 1500 */
  assert_one (",'adults':1,'income_month':0", U, "effort", UNKNOWN);
  assert_one (",'adults':1,'income_month':0", U, "reste_a_vivre", -16650000);
  assert_one (",'adults':1", U, "effort", UNKNOWN);
  assert_one (",'adults':1", U, "reste_a_vivre", UNKNOWN);
  assert_one (H, "", "effort", UNKNOWN);
  assert_one (H, "", "reste_a_vivre", UNKNOWN);
  assert_one (H, "", "rooms_gap", UNKNOWN);
  assert_one (H, "", "persons_per_room", UNKNOWN);
  assert_one (H, "", "surface_gap", UNKNOWN);
  assert_one (H, "", "surface_per_person", UNKNOWN);
}
END_TEST

START_TEST (history)
{
  g_autoptr (OrientaRegister) reg = one_unit (
      ",'adults':1", "",
      ",'offers':[{'household_id':'H','unit_id':'V','date':'2026-02-01','outcome':'refused_by_household'},"
      "{'household_id':'H','unit_id':'U','date':'2026-02-01','outcome':'refused_by_structure'},"
      "{'household_id':'I','unit_id':'U','date':'2026-02-01','outcome':'refused_by_household'}],"
      "'outcomes':[{'household_id':'H','kind':'plai','value':0.5},{'household_id':'H','unit_id':'V','value':-0.25},"
      "{'household_id':'I','unit_id':'U','value':9}]");
  ck_assert_int_eq (value (reg, 0, "refused_before"), 0);
  ck_assert_int_eq (value (reg, 1, "refused_before"), 1);
  ck_assert_int_eq (value (reg, 0, "outcome"), 500000);  /* its kind's */
  ck_assert_int_eq (value (reg, 1, "outcome"), -250000); /* its own */
  gint outcome = orienta_attribute_find ("pair.outcome");
  ck_assert_int_eq (orienta_pair_value (reg, 1, 0, (guint) outcome), 9000000);
  ck_assert_int_eq (orienta_pair_value (reg, 1, 1, (guint) outcome), UNKNOWN);
}
END_TEST

TEST_MAIN ("pair", choice, territories, fits, age, measures, history)
