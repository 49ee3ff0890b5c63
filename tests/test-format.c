/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#define FRENCH ORIENTA_FRENCH
#define ENGLISH ORIENTA_ENGLISH

#define ONE                                                                                                            \
  "{'orienta':1,'as_of':'2026-11-22','units':[{'id':'U','kind':'fjt','territory':'t','rooms':1,'rent':1250,"           \
  "'charges':0.5,'surface':20.25,'landlord':'L','pets':false}],'households':[{'id':'H','request_date':'2024-10-01',"   \
  "'income_month':3000,'rent_now':999.9,'income_year':1234567,'needs':['addiction:high','health:unknown'],"            \
  "'priority':['l441-1:c','dalo'],'wants_kinds':['plai'],'territory':'t','adults':2,'children':1},"                    \
  "{'id':'I','request_date':'2026-10-21','adults':1}]}"

static void
assert_shown (const char *name, gint household, gint unit, const char *french, const char *english)
{
  g_autoptr (OrientaRegister) reg = document_read (ONE);
  gint attribute = orienta_attribute_find (name);
  ck_assert_int_ge (attribute, 0);
  g_autofree char *in_french = orienta_register_format_value (reg, (guint) attribute, household, unit, FRENCH);
  g_autofree char *in_english = orienta_register_format_value (reg, (guint) attribute, household, unit, ENGLISH);
  ck_assert_str_eq (in_french, french);
  ck_assert_str_eq (in_english, english);
}

START_TEST (values)
{
  assert_shown ("household.income_year", 0, -1, "1\u202f234\u202f567\u00a0€", "€1,234,567");
  assert_shown ("household.rent_now", 0, -1, "999,90\u00a0€ par mois", "€999.90 a month");
  assert_shown ("unit.rent", -1, 0, "1\u202f250\u00a0€ par mois", "€1,250 a month");
  assert_shown ("unit.charges", -1, 0, "0,50\u00a0€ par mois", "€0.50 a month");
  assert_shown ("household.effort_now", 0, -1, "33,3\u00a0%", "33.3%");
  assert_shown ("pair.effort", 0, 0, "41,7\u00a0%", "41.7%"); /* 1250.5 / 3000 = 0.41683 */
  assert_shown ("household.waiting_months", 0, -1, "25 mois", "25 months");
  assert_shown ("household.waiting_months", 1, -1, "1 mois", "1 month");
  assert_shown ("household.waiting_days", 1, -1, "32 jours", "32 days");
  assert_shown ("household.adults", 0, -1, "2 personnes", "2 persons");
  assert_shown ("household.children", 0, -1, "1 personne", "1 person");
  assert_shown ("household.children", 1, -1, "0 personne", "0 persons");
  assert_shown ("unit.rooms", -1, 0, "1 pièce", "1 room");
  assert_shown ("unit.surface", -1, 0, "20,25\u00a0m²", "20.25 m²");
  assert_shown ("pair.rooms_gap", 0, 0, "−2 pièces", "−2 rooms");
  assert_shown ("pair.persons_per_room", 0, 0, "3 personnes par pièce", "3 persons per room");
  assert_shown ("household.consumption_units", 0, -1, "1,8 unité de consommation", "1.8 consumption units");
  assert_shown ("household.household_category", 0, -1, "3", "3");
  assert_shown ("household.request_date", 0, -1, "01/10/2024", "1 October 2024");
  assert_shown ("unit.kind", -1, 0, "FJT / résidence jeunes", "FJT / résidence jeunes");
  assert_shown ("unit.lease", -1, 0, "à durée limitée", "time-limited");
  assert_shown ("unit.pets", -1, 0, "non", "no");
  assert_shown ("pair.in_territories", 0, 0, "oui", "yes");
  assert_shown ("unit.landlord", -1, 0, "L", "L");
  assert_shown ("household.territory", 0, -1, "t", "t");
  assert_shown ("household.priority", 0, -1, "dalo, l441-1:c", "dalo, l441-1:c");
  assert_shown ("household.priority", 1, -1, "aucun", "none");
  assert_shown ("household.needs", 0, -1, "addiction (renforcé), santé (à évaluer)",
                "addiction (high), health (to be assessed)");
  assert_shown ("household.needs", 1, -1, "aucun", "none");
  assert_shown ("household.need.addiction", 0, -1, "renforcé", "high");
}
END_TEST

START_TEST (not_known)
{
  assert_shown ("household.income_year", 1, -1, "non connu", "not known");
  assert_shown ("household.need.health", 0, -1, "non connu", "not known");
  assert_shown ("household.income_year", -1, 0, "non connu", "not known");
  assert_shown ("unit.rent", 0, -1, "non connu", "not known");
  assert_shown ("pair.effort", 0, -1, "non connu", "not known");
  assert_shown ("pair.effort", -1, 0, "non connu", "not known");
  assert_shown ("household.income_year", 2, -1, "non connu", "not known"); /* there is no third */
  assert_shown ("unit.min_age", -1, 0, "non connu", "not known");
}
END_TEST

START_TEST (given)
{
  static const struct {
    const char *name;
    gint64 value;
    const char *french, *english;
  } rows[] = {
    { "household.reste_a_vivre_now", -1234567, "−1,23\u00a0€ par jour", "−€1.23 a day" },
    { "household.reste_a_vivre_now", -4999, "0\u00a0€ par jour", "€0 a day" },
    { "household.reste_a_vivre_now", -5000, "−0,01\u00a0€ par jour", "−€0.01 a day" },
    { "household.effort_now", 332999, "33,3\u00a0%", "33.3%" },
    { "household.effort_now", 1000000, "100\u00a0%", "100%" },
    { "household.age", 1000000, "1 an", "1 year" },
    { "household.age", 1500000, "1,5 an", "1.5 years" },
    { "household.age", 2000000, "2 ans", "2 years" },
    { "pair.outcome", 123456, "0,123", "0.123" },
    { "unit.places", 12000000, "12 places", "12 places" },
    { "household.needs", 5, "addiction, handicap psychique", "addiction, psychic disability" },
    { "household.age", ORIENTA_UNKNOWN, "non connu", "not known" },
  };
  g_autoptr (OrientaRegister) reg = document_read (ONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint attribute = (guint) orienta_attribute_find (rows[i].name);
    g_autofree char *french = orienta_register_format_as (reg, attribute, rows[i].value, FRENCH);
    g_autofree char *english = orienta_register_format_as (reg, attribute, rows[i].value, ENGLISH);
    ck_assert_str_eq (french, rows[i].french);
    ck_assert_str_eq (english, rows[i].english);
  }
}
END_TEST

/* Nothing is printed as NULL or left without a unit that has one. */
START_TEST (every_attribute)
{
  g_autoptr (OrientaRegister) reg = document_read (ONE);
  for (guint i = 0; i < orienta_attribute_get_count (); i++)
    for (OrientaLanguage language = FRENCH; language <= ENGLISH; language++) {
      g_autofree char *text = orienta_register_format_value (reg, i, 0, 0, language);
      ck_assert_msg (text && *text && g_utf8_validate (text, -1, NULL), "%s", orienta_attribute_get_name (i));
      gint64 five = 5 * (gint64) 1000000;
      if (orienta_attribute_get_type (i) != ORIENTA_TYPE_NUMBER || !orienta_attribute_get_unit (i))
        continue;
      g_autofree char *shown = orienta_register_format_as (reg, i, five, language);
      ck_assert_msg (g_strcmp0 (shown, "5") != 0, "%s has no unit", orienta_attribute_get_name (i));
    }
}
END_TEST

TEST_MAIN ("format", values, not_known, given, every_attribute)
