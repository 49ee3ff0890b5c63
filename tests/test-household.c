/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include <string.h>

#define DAY "2026-11-22"
#define UNKNOWN -1

/* Values by hand, from the arrêté of 29 July 1987 (category), INSEE's scale (consumption units) and CCH R.822-25
 * (surface). Persons are a role's letter, an age or ?, then d: disability, v: visiting, t: alternating custody. */
static const struct {
  const char *persons, *need;
  gint births;
  gint adults, children, minors, to_house, category, disabled, lone, young, tenths, surface;
} rows[] = {
  /* one person; alone and disabled */
  { "a30", NULL, 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  { "a30d", NULL, 0, 1, 0, 0, 1, 2, 1, 0, 0, 10, 9 },
  { "a30", "physical_disability", 0, 1, 0, 0, 1, 2, 1, 0, 0, 10, 9 },
  { "a30", "physical_disability:none", 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  { "a30", "psychic:high", 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  { "a17", NULL, 0, 0, 1, 1, 1, 1, 0, 0, 0, 10, 9 },
  { "a?", NULL, 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  /* two: a couple, a young one (55 at most), one disabled, not a couple */
  { "a40 p40", NULL, 0, 2, 0, 0, 2, 2, 0, 0, 0, 15, 16 },
  { "a25 p25", NULL, 0, 2, 0, 0, 2, 3, 0, 0, 1, 15, 16 },
  { "a27 p28", NULL, 0, 2, 0, 0, 2, 3, 0, 0, 1, 15, 16 },
  { "a27 p29", NULL, 0, 2, 0, 0, 2, 2, 0, 0, 0, 15, 16 },
  { "a40 p40d", NULL, 0, 2, 0, 0, 2, 3, 1, 0, 0, 15, 16 },
  { "a25 p25d", NULL, 0, 2, 0, 0, 2, 3, 1, 0, 1, 15, 16 },
  { "a20 o20", NULL, 0, 2, 0, 0, 2, 2, 0, 0, 0, 15, 16 },
  /* alone with one to five dependants */
  { "a30 c5", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 13, 16 },
  { "a30d c5", NULL, 0, 1, 1, 1, 2, 3, 1, 1, 0, 13, 16 },
  { "a30 c5 c8", NULL, 0, 1, 2, 2, 3, 4, 0, 1, 0, 16, 25 },
  { "a30 c5 c8 c14", NULL, 0, 1, 3, 3, 4, 5, 0, 1, 0, 21, 34 },
  { "a30 c1 c2 c3 c4", NULL, 0, 1, 4, 4, 5, 6, 0, 1, 0, 22, 43 },
  { "a30 c1 c2 c3 c4 c5", NULL, 0, 1, 5, 5, 6, 7, 0, 1, 0, 25, 52 },
  /* three and more */
  { "a22 p22 c1", NULL, 0, 2, 1, 1, 3, 3, 0, 0, 0, 18, 25 },
  { "a40 p40 c10d", NULL, 0, 2, 1, 1, 3, 4, 1, 0, 0, 18, 25 },
  { "a30 p30 o30", NULL, 0, 3, 0, 0, 3, 3, 0, 0, 0, 20, 25 },
  { "a30 p30 c5 c6", NULL, 0, 2, 2, 2, 4, 4, 0, 0, 0, 21, 34 },
  { "a30 p30 c5d c6", NULL, 0, 2, 2, 2, 4, 5, 1, 0, 0, 21, 34 },
  { "a30 p30 c5 c6 c7", NULL, 0, 2, 3, 3, 5, 5, 0, 0, 0, 24, 43 },
  { "a30 p30 c5d c6 c7", NULL, 0, 2, 3, 3, 5, 6, 1, 0, 0, 24, 43 },
  { "a30 p30 c1 c2 c3 c4", NULL, 0, 2, 4, 4, 6, 6, 0, 0, 0, 27, 52 },
  { "a30 p30 c1 c2 c3 c4 c5", NULL, 0, 2, 5, 5, 7, 7, 0, 0, 0, 30, 61 },
  { "a30 p30 c1 c2 c3 c4 c5 c6", NULL, 0, 2, 6, 6, 8, 8, 0, 0, 0, 33, 70 },
  { "a30 p30 c1 c2 c3 c4 c5 c6 c7", NULL, 0, 2, 7, 7, 9, 9, 0, 0, 0, 36, 70 },
  /* custody, grown children, the ages where something begins */
  { "a30 c5v", NULL, 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  { "a30 c5dv", NULL, 0, 1, 0, 0, 1, 1, 0, 0, 0, 10, 9 },
  { "a30 c5t", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 13, 16 },
  { "a50 c20", NULL, 0, 2, 0, 0, 2, 3, 0, 0, 0, 15, 16 },
  { "a50 c18", NULL, 0, 2, 0, 0, 2, 3, 0, 0, 0, 15, 16 },
  { "a50 c17", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 15, 16 },
  { "a50 c14", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 15, 16 },
  { "a50 c13", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 13, 16 },
  /* births expected are to be housed and change nothing else */
  { "a30", NULL, 1, 1, 0, 0, 2, 1, 0, 0, 0, 10, 16 },
  { "a30 p30 c5", NULL, 2, 2, 1, 1, 5, 3, 0, 0, 0, 18, 43 },
  /* what is missing leaves the answer open only where it could change it */
  { "a? p?", NULL, 0, 2, 0, 0, 2, UNKNOWN, 0, 0, UNKNOWN, 15, 16 },
  { "a20 p?", NULL, 0, 2, 0, 0, 2, UNKNOWN, 0, 0, UNKNOWN, 15, 16 },
  { "a56 p?", NULL, 0, 2, 0, 0, 2, 2, 0, 0, 0, 15, 16 },
  { "a? p?d", NULL, 0, 2, 0, 0, 2, 3, 1, 0, UNKNOWN, 15, 16 },
  { "a? p? c3", NULL, 0, 2, 1, 1, 3, 3, 0, 0, 0, 18, 25 },
  { "a30 c?", NULL, 0, 1, 1, 1, 2, 3, 0, 1, 0, 13, 16 },
  { "a30", "physical_disability:unknown", 0, 1, 0, 0, 1, UNKNOWN, UNKNOWN, 0, 0, 10, 9 },
  { "a30d", "physical_disability:unknown", 0, 1, 0, 0, 1, 2, 1, 0, 0, 10, 9 },
  { "a30 c5", "physical_disability:unknown", 0, 1, 1, 1, 2, 3, UNKNOWN, 1, 0, 13, 16 },
  { "a25 p25", "physical_disability:unknown", 0, 2, 0, 0, 2, 3, UNKNOWN, 0, 1, 15, 16 },
};

/* Born on the register's day, so that the age is just completed. */
static void
add_person (OrientaBuilder *builder, const char *spec)
{
  static const char letters[] = "apco";
  static const char *const roles[] = { "applicant", "partner", "child", "other" };
  orienta_builder_begin (builder, ORIENTA_TABLE_PERSONS);
  orienta_builder_set (builder, "household_id", "H");
  orienta_builder_set (builder, "role", roles[strchr (letters, spec[0]) - letters]);
  if (spec[1] != '?') {
    g_autofree char *born = g_strdup_printf ("%d-11-22", 2026 - (gint) g_ascii_strtoll (spec + 1, NULL, 10));
    orienta_builder_set (builder, "birth_date", born);
  }
  if (strchr (spec, 'd'))
    orienta_builder_set (builder, "disability", "true");
  if (strchr (spec, 'v') || strchr (spec, 't'))
    orienta_builder_set (builder, "custody", strchr (spec, 'v') ? "visiting" : "alternating");
}

static OrientaRegister *
given (const char *persons, const char *needs, gint births)
{
  g_autoptr (OrientaBuilder) builder = orienta_builder_new_with (DAY, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) specs = g_strsplit (persons, " ", -1);
  g_autofree char *expected = g_strdup_printf ("%d", births);
  orienta_builder_begin (builder, ORIENTA_TABLE_HOUSEHOLDS);
  orienta_builder_set (builder, "id", "H");
  orienta_builder_set (builder, "request_date", "2026-01-01");
  orienta_builder_set (builder, "needs", needs);
  orienta_builder_set (builder, "births_expected", expected);
  for (guint i = 0; specs[i]; i++)
    add_person (builder, specs[i]);
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  ck_assert_msg (reg != NULL, "%s: %s", persons, error ? error->message : "");
  return reg;
}

static gint64
value (const OrientaRegister *reg, const char *name)
{
  gint attribute = orienta_attribute_find (name);
  ck_assert_int_ge (attribute, 0);
  return orienta_household_value (reg, 0, (guint) attribute);
}

static void
assert_whole (const OrientaRegister *reg, guint row, const char *name, gint expected)
{
  gint64 want = expected == UNKNOWN ? ORIENTA_UNKNOWN : (gint64) expected * 1000000;
  ck_assert_msg (value (reg, name) == want, "%s (%s): %s", rows[row].persons, rows[row].need, name);
}

static void
assert_truth (const OrientaRegister *reg, guint row, const char *name, gint expected)
{
  gint64 want = expected == UNKNOWN ? ORIENTA_UNKNOWN : expected;
  ck_assert_msg (value (reg, name) == want, "%s (%s): %s", rows[row].persons, rows[row].need, name);
}

START_TEST (composition)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OrientaRegister) reg = given (rows[i].persons, rows[i].need, rows[i].births);
    assert_whole (reg, i, "household.adults", rows[i].adults);
    assert_whole (reg, i, "household.children", rows[i].children);
    assert_whole (reg, i, "household.persons", rows[i].adults + rows[i].children);
    assert_whole (reg, i, "household.minors", rows[i].minors);
    assert_whole (reg, i, "household.persons_to_house", rows[i].to_house);
    assert_whole (reg, i, "household.household_category", rows[i].category);
    assert_truth (reg, i, "household.disabled", rows[i].disabled);
    assert_truth (reg, i, "household.lone_parent", rows[i].lone);
    assert_truth (reg, i, "household.young_household", rows[i].young);
    assert_whole (reg, i, "household.required_surface", rows[i].surface);
    ck_assert_msg (value (reg, "household.consumption_units") == rows[i].tenths * 100000, "%s", rows[i].persons);
  }
}
END_TEST

START_TEST (head_counts)
{
  static const struct {
    gint adults, children, category, tenths;
  } counts[] = { { 1, 0, 1, 10 }, { 2, 0, 2, 15 }, { 1, 1, 3, 13 }, { 1, 4, 6, 22 },
                 { 2, 2, 4, 21 }, { 0, 1, 1, 10 }, { 0, 2, 2, 13 }, { 30, 30, 60, 245 } };
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *json = g_strdup_printf ("{'orienta':1,'households':[{'id':'H','request_date':'2026-01-01',"
                                             "'adults':%d,'children':%d}],'units':[]}",
                                             counts[i].adults, counts[i].children);
    g_autoptr (OrientaRegister) reg = document_read (json);
    ck_assert_int_eq (value (reg, "household.household_category"), counts[i].category * 1000000);
    ck_assert_int_eq (value (reg, "household.consumption_units"), counts[i].tenths * 100000);
    ck_assert_int_eq (value (reg, "household.minors"), counts[i].children * 1000000);
    ck_assert_int_eq (value (reg, "household.age"), ORIENTA_UNKNOWN);
    ck_assert_int_eq (value (reg, "household.young_household"), FALSE);
  }
}
END_TEST

START_TEST (ages)
{
  g_autoptr (OrientaRegister) reg = given ("a41 p39 c3 c0 o77 c1v", NULL, 0);
  ck_assert_int_eq (value (reg, "household.age"), 41000000);
  ck_assert_int_eq (value (reg, "household.oldest_age"), 77000000);
  ck_assert_int_eq (value (reg, "household.youngest_age"), 0);
  g_autoptr (OrientaRegister) missing = given ("a41 p? c3", NULL, 0);
  ck_assert_int_eq (value (missing, "household.age"), 41000000);
  ck_assert_int_eq (value (missing, "household.oldest_age"), ORIENTA_UNKNOWN);
  ck_assert_int_eq (value (missing, "household.youngest_age"), ORIENTA_UNKNOWN);
  /* one day before the birthday, and born on 29 February */
  g_autoptr (OrientaRegister) born =
      document_read ("{'orienta':1,'as_of':'2026-02-28','households':[{'id':'H','request_date':'2026-01-01','persons':["
                     "{'role':'applicant','birth_date':'2008-03-01'},{'role':'partner','birth_date':'2008-02-29'},"
                     "{'role':'other','birth_date':'2008-02-28'}]}],'units':[]}");
  ck_assert_int_eq (value (born, "household.adults"), 1000000);
  ck_assert_int_eq (value (born, "household.children"), 2000000);
  ck_assert_int_eq (value (born, "household.age"), 17000000);
  ck_assert_int_eq (value (born, "household.oldest_age"), 18000000);
}
END_TEST

/* 1 adult, 1 child of 8, 2 expected; 1.3 consumption units. */
#define ONE                                                                                                            \
  "{'orienta':1,'as_of':'2026-11-22','territories':[{'id':'t'}],'units':[{'id':'U','kind':'plai','territory':'t'}],"   \
  "'households':[{'id':'H','request_date':'2023-11-23','referral_date':'2026-10-22','last_contact':'2026-11-21',"      \
  "'referrer':'R1','territory':'t','situation':'hotel','births_expected':2,'income_year':13000,'income_month':900.5,"  \
  "'rent_now':300.1,'rooms_now':1,'surface_now':12.5,'needs':{'addiction':'high','health':'unknown'},"                 \
  "'support_accepted':'low','priority':['dalo','l441-1:a'],'access':'step_free','pets':true,'occupies':'U',"           \
  "'persons':[{'role':'applicant','birth_date':'1990-01-01'},{'role':'child','birth_date':'2018-01-01'}]}],"           \
  "'offers':[{'household_id':'H','unit_id':'U','date':'2026-01-01','outcome':'refused_by_household','reason':'%s'},"   \
  "{'household_id':'H','unit_id':'U','date':'2026-01-02','outcome':'refused_by_household'},"                           \
  "{'household_id':'H','unit_id':'U','date':'2026-01-03','outcome':'refused_by_structure'},"                           \
  "{'household_id':'H','unit_id':'U','date':'2026-01-04','outcome':'expired','reason':'size'}]}"

START_TEST (values)
{
  static const struct {
    const char *name;
    gint64 value;
  } expected[] = {
    { "household.request_date", 19684 }, /* days since 1970: 2023-11-23 */
    { "household.referral_date", 20748 },
    { "household.last_contact", 20778 },
    { "household.referrer", 0 },
    { "household.territory", 0 },
    { "household.situation", 3 },
    { "household.births_expected", 2000000 },
    { "household.income_year", 13000000000 },
    { "household.income_month", 900500000 },
    { "household.rent_now", 300100000 },
    { "household.rooms_now", 1000000 },
    { "household.surface_now", 12500000 },
    { "household.needs", 1 },
    { "household.need.addiction", 3 },
    { "household.need.health", ORIENTA_UNKNOWN },
    { "household.need.work", 0 },
    { "household.support_accepted", 1 },
    { "household.priority", 3 },
    { "household.access", 1 },
    { "household.pets", 1 },
    { "household.occupies", 1 },
    { "household.waiting_days", 1095000000 },
    { "household.waiting_months", 35000000 },
    { "household.referral_months", 1000000 },
    { "household.contact_months", 0 },
    { "household.income_per_unit", 10000000000 }, /* 13000 / 1.3 */
    { "household.effort_now", 333259 },           /* 300.1 / 900.5 = 0.33325930... */
    { "household.reste_a_vivre_now", 15394872 },  /* 600.4 / 1.3 / 30 = 15.3948717... */
    { "household.persons_per_room_now", 2000000 },
    { "household.surface_per_person_now", 6250000 },
    { "household.required_surface", 34000000 }, /* four to be housed */
  };
  g_autofree char *text = g_strdup_printf (ONE, "kind");
  g_autoptr (OrientaRegister) reg = document_read (text);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    ck_assert_msg (value (reg, expected[i].name) == expected[i].value, "%s: %" G_GINT64_FORMAT, expected[i].name,
                   value (reg, expected[i].name));
}
END_TEST

START_TEST (refusals)
{
  static const char *const choice[] = { "area", "kind", "animal", "safety" };
  static const char *const other[] = { "size", "rent", "access", "health", "neighbourhood", "other" };
  for (guint i = 0; i < G_N_ELEMENTS (choice); i++) {
    g_autofree char *text = g_strdup_printf (ONE, choice[i]);
    g_autoptr (OrientaRegister) reg = document_read (text);
    ck_assert_int_eq (value (reg, "household.refusals"), 1000000);
    ck_assert_int_eq (value (reg, "household.refusals_by_choice"), 1000000);
  }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++) {
    g_autofree char *text = g_strdup_printf (ONE, other[i]);
    g_autoptr (OrientaRegister) reg = document_read (text);
    ck_assert_int_eq (value (reg, "household.refusals"), 2000000);
    ck_assert_int_eq (value (reg, "household.refusals_by_choice"), 0);
  }
}
END_TEST

START_TEST (nothing_known)
{
  static const char *const unknown[] = {
    "referral_date",
    "last_contact",
    "referrer",
    "territory",
    "situation",
    "income_year",
    "income_month",
    "rent_now",
    "rooms_now",
    "surface_now",
    "support_accepted",
    "age",
    "oldest_age",
    "youngest_age",
    "referral_months",
    "contact_months",
    "income_per_unit",
    "effort_now",
    "reste_a_vivre_now",
    "persons_per_room_now",
    "surface_per_person_now",
  };
  static const char *const none[] = { "births_expected", "needs",          "need.addiction", "priority",
                                      "access",          "pets",           "occupies",       "disabled",
                                      "waiting_days",    "waiting_months", "refusals" };
  g_autoptr (OrientaRegister) reg =
      document_read ("{'orienta':1,'households':[{'id':'H','request_date':'2026-01-01','adults':1}],'units':[]}");
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++) {
    g_autofree char *name = g_strconcat ("household.", unknown[i], NULL);
    ck_assert_msg (value (reg, name) == ORIENTA_UNKNOWN, "%s", name);
  }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    g_autofree char *name = g_strconcat ("household.", none[i], NULL);
    ck_assert_msg (value (reg, name) == 0, "%s", name);
  }
  /* an income of nothing is known, but nothing can be divided by it */
  g_autoptr (OrientaRegister) poor = document_read ("{'orienta':1,'households':[{'id':'H','request_date':'2026-01-01',"
                                                    "'adults':1,'income_month':0,'rent_now':30,'rooms_now':0}],"
                                                    "'units':[]}");
  ck_assert_int_eq (value (poor, "household.effort_now"), ORIENTA_UNKNOWN);
  ck_assert_int_eq (value (poor, "household.persons_per_room_now"), ORIENTA_UNKNOWN);
  ck_assert_int_eq (value (poor, "household.reste_a_vivre_now"), -1000000);
}
END_TEST

TEST_MAIN ("household", composition, head_counts, ages, values, refusals, nothing_known)
