/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include <string.h>

static const char *const colours[] = { "red", "green", "blue", NULL };
static const OrientaLocal locals[] = {
  { "works", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL },
  { "distance", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL },
  { "since", ORIENTA_OF_UNIT, ORIENTA_TYPE_DATE, NULL },
  { "colour", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORD, colours },
  { "colours", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORDS, colours },
};

static OrientaBuilder *
builder_new (void)
{
  OrientaBuilder *builder = orienta_builder_new_with ("2026-11-22", locals, G_N_ELEMENTS (locals), NULL);
  ck_assert_ptr_nonnull (builder);
  return builder;
}

/* A line from column, value, …, NULL. */
static void
add (OrientaBuilder *builder, OrientaTable table, ...)
{
  va_list args;
  const char *column;
  va_start (args, table);
  orienta_builder_begin (builder, table);
  while ((column = va_arg (args, const char *)))
    orienta_builder_set (builder, column, va_arg (args, const char *));
  va_end (args);
}

static void
add_household (OrientaBuilder *builder, const char *id)
{
  add (builder, ORIENTA_TABLE_HOUSEHOLDS, "id", id, "request_date", "2026-01-01", "adults", "1", NULL);
}

static OrientaRegister *
seal (OrientaBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

static void
assert_fault (OrientaBuilder *builder, const char *message)
{
  g_autoptr (GError) error = NULL;
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  assert_refused (reg, error, ORIENTA_ERROR_INVALID, message);
}

/* Whatever the order of lines, places are in the order of ids and what refers to them follows. */
START_TEST (any_order)
{
  g_autoptr (OrientaBuilder) builder = builder_new ();
  add (builder, ORIENTA_TABLE_OFFERS, "household_id", "B", "unit_id", "V", "date", "2026-02-01", "outcome", "expired",
       NULL);
  add (builder, ORIENTA_TABLE_PERSONS, "household_id", "C", "role", "applicant", NULL);
  add (builder, ORIENTA_TABLE_HOUSEHOLDS, "id", "C", "request_date", "2026-01-03", "occupies", "U", "distance", "3,5",
       NULL);
  add (builder, ORIENTA_TABLE_UNITS, "id", "V", "kind", "plus", "territory", "t2", "colour", "blue", NULL);
  add_household (builder, "A");
  add (builder, ORIENTA_TABLE_UNITS, "id", "U", "kind", "plai", "territory", "t1", "since", "01/02/2020", NULL);
  add_household (builder, "B");
  g_autoptr (OrientaRegister) reg = seal (builder);
  ck_assert_uint_eq (orienta_register_get_n_households (reg), 3);
  ck_assert_str_eq (orienta_register_get_household_id (reg, 0), "A");
  ck_assert_str_eq (orienta_register_get_household_id (reg, 2), "C");
  ck_assert_int_eq (orienta_register_find_household (reg, "B"), 1);
  ck_assert_str_eq (orienta_register_get_unit_id (reg, 0), "U");
  ck_assert_int_eq (reg->households[2].occupies, 0);
  ck_assert_int_eq (reg->households[0].occupies, -1);
  ck_assert_uint_eq (reg->households[2].persons.n, 1);
  ck_assert_uint_eq (reg->households[1].offers.n, 1);
  ck_assert_int_eq (reg->offers[reg->households[1].offers.start].unit, 1);
  ck_assert_int_eq (reg->units[0].territory, orienta_register_find_territory (reg, "t1"));
  gint distance = orienta_register_find_local (reg, ORIENTA_OF_HOUSEHOLD, "distance");
  ck_assert_int_eq (reg->locals[distance].values[2], 3500000);
  ck_assert_int_eq (reg->locals[distance].values[0], ORIENTA_UNKNOWN);
  gint colour = orienta_register_find_local (reg, ORIENTA_OF_UNIT, "colour");
  ck_assert_int_eq (reg->locals[colour].values[0], ORIENTA_UNKNOWN);
  ck_assert_int_eq (reg->locals[colour].values[1], 2);
  gint since = orienta_register_find_local (reg, ORIENTA_OF_UNIT, "since");
  ck_assert_int_eq (reg->locals[since].values[0], 18293); /* days from 1970 to 2020-02-01 */
  ck_assert_int_eq (orienta_register_find_local (reg, ORIENTA_OF_UNIT, "distance"), -1);
}
END_TEST

/* A list may be given in parts, between those of another; it is kept sorted and without repetition. */
START_TEST (lists)
{
  g_autoptr (OrientaBuilder) builder = builder_new ();
  add (builder, ORIENTA_TABLE_HOUSEHOLDS, "id", "A", "wants_territories", "z|m", "avoids_territories", "q",
       "wants_territories", "a", "avoids_territories", "q|b", "wants_territories", " m ", "request_date", "2026-01-01",
       "adults", "1", "verified", "k2|k1", "verified", "k2", "wants_kinds", "plus", "wants_kinds", "plai|plus",
       "priority", "l441-1:c", "priority", "dalo", "colours", "blue|red", "needs", "health:high|work", "needs",
       "work:low", NULL);
  g_autoptr (OrientaRegister) reg = seal (builder);
  const OrientaHouseholdRow *row = &reg->households[0];
  static const char *const wanted[] = { "a", "m", "z" }, *const avoided[] = { "b", "q" },
                           *const proofs[] = { "k1", "k2" };
  ck_assert_uint_eq (row->wants_territories.n, 3);
  for (guint i = 0; i < 3; i++)
    ck_assert_str_eq (reg->territories[reg->places_pool[row->wants_territories.start + i]].id, wanted[i]);
  ck_assert_uint_eq (row->avoids_territories.n, 2);
  for (guint i = 0; i < 2; i++)
    ck_assert_str_eq (reg->territories[reg->places_pool[row->avoids_territories.start + i]].id, avoided[i]);
  ck_assert_uint_eq (row->verified.n, 2);
  for (guint i = 0; i < 2; i++)
    ck_assert_str_eq (reg->codes[reg->codes_pool[row->verified.start + i]], proofs[i]);
  ck_assert_uint_eq (row->wants_kinds, 3);
  ck_assert_int_eq (orienta_register_find_priority (reg, "dalo"), 0); /* bits are in the order of codes */
  ck_assert_int_eq (orienta_register_find_priority (reg, "l441-1:c"), 1);
  ck_assert_uint_eq (row->priority, 3);
  ck_assert_int_eq (row->needs[ORIENTA_NEED_HEALTH], ORIENTA_LEVEL_HIGH);
  ck_assert_int_eq (row->needs[ORIENTA_NEED_WORK], ORIENTA_LEVEL_LOW);
  gint colour = orienta_register_find_local (reg, ORIENTA_OF_HOUSEHOLD, "colours");
  ck_assert_int_eq (reg->locals[colour].values[0], 5);
}
END_TEST

START_TEST (slots)
{
  g_autoptr (OrientaBuilder) builder = builder_new ();
  add (builder, ORIENTA_TABLE_SERVICES, "id", "S2", "slots", "40", "needs", "health|addiction", "max_level", "low",
       NULL);
  add (builder, ORIENTA_TABLE_SERVICES, "id", "S1", "slots", "hours:192|files:8", "territories", "t", NULL);
  g_autoptr (OrientaRegister) reg = seal (builder);
  ck_assert_uint_eq (orienta_register_get_n_services (reg), 2);
  ck_assert_str_eq (orienta_register_get_service_id (reg, 0), "S1");
  const OrientaSlot *first = reg->slots + reg->services[0].slots.start;
  ck_assert_uint_eq (reg->services[0].slots.n, 2);
  ck_assert_str_eq (reg->codes[first[0].name], "files");
  ck_assert_int_eq (first[0].amount, 8);
  ck_assert_int_eq (first[1].amount, 192);
  ck_assert_int_eq (reg->slots[reg->services[1].slots.start].name, -1);
  ck_assert_int_eq (reg->slots[reg->services[1].slots.start].amount, 40);
  ck_assert_uint_eq (reg->services[1].needs, 1 << ORIENTA_NEED_HEALTH | 1 << ORIENTA_NEED_ADDICTION);
  ck_assert_int_eq (reg->services[1].max_level, ORIENTA_LEVEL_LOW);
  ck_assert_int_eq (reg->services[0].max_level, ORIENTA_LEVEL_HIGH);
}
END_TEST

/* Every way to write a truth or a support. */
START_TEST (words)
{
  static const char *const yes[] = { "true", "yes", "oui", "vrai", "1", "TRUE", "Vrai" };
  static const char *const no[] = { "false", "no", "non", "faux", "0", "False", "NON" };
  static const struct {
    const char *word;
    gint support;
  } supports[] = { { "none", 0 }, { "no", 0 }, { "low", 1 }, { "high", 2 }, { "yes", 2 }, { "", -1 } };
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++) {
    g_autoptr (OrientaBuilder) builder = builder_new ();
    add (builder, ORIENTA_TABLE_UNITS, "id", "A", "kind", "plai", "territory", "t", "pets", yes[i], NULL);
    add (builder, ORIENTA_TABLE_UNITS, "id", "B", "kind", "plai", "territory", "t", "pets", no[i], NULL);
    g_autoptr (OrientaRegister) reg = seal (builder);
    ck_assert_int_eq (reg->units[0].pets, 1);
    ck_assert_int_eq (reg->units[1].pets, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (supports); i++) {
    g_autoptr (OrientaBuilder) builder = builder_new ();
    add_household (builder, "A");
    orienta_builder_set (builder, "support_accepted", supports[i].word);
    g_autoptr (OrientaRegister) reg = seal (builder);
    ck_assert_int_eq (reg->households[0].support_accepted, supports[i].support);
  }
}
END_TEST

START_TEST (nothing_said)
{
  g_autoptr (OrientaBuilder) builder = builder_new ();
  add_household (builder, "A");
  orienta_builder_set (builder, "income_year", NULL);
  orienta_builder_set (builder, "rent_now", "");
  orienta_builder_set (builder, "needs", "  ");
  orienta_builder_set (builder, "income_year", "12"); /* nothing was said before */
  g_autoptr (OrientaRegister) reg = seal (builder);
  ck_assert_int_eq (reg->households[0].rent_now, ORIENTA_NO_AMOUNT);
  ck_assert_int_eq (reg->households[0].income_year, 1200);
}
END_TEST

START_TEST (faults)
{
  g_autoptr (OrientaBuilder) builder = builder_new ();
  orienta_builder_set (builder, "id", "A");
  add_household (builder, "A");
  add_household (builder, "A");
  add (builder, ORIENTA_TABLE_HOUSEHOLDS, "id", "a b", "request_date", "2026-13-01", "adults", "1", "room_now", "2",
       NULL);
  add (builder, ORIENTA_TABLE_HOUSEHOLDS, "request_date", "2026-01-01", "adults", "1", "adults", "2", "works", "maybe",
       "colours", "red|pink", "needs", "health:low|health:high", "room_now", "2", NULL); /* told above */
  add (builder, ORIENTA_TABLE_UNITS, "id", "U", "kind", "plai", "territory", "t", "min_age", "30", "max_age", "25",
       NULL);
  add (builder, ORIENTA_TABLE_OUTCOMES, "household_id", "A", "value", "1", NULL);
  add (builder, ORIENTA_TABLE_OUTCOMES, "household_id", "A", "value", "1", "kind", "plai", "unit_id", "U", NULL);
  add (builder, ORIENTA_TABLE_PERSONS, "household_id", "A", "role", "partner", "custody", "visiting", NULL);
  add (builder, ORIENTA_TABLE_OFFERS, "household_id", "Z", "unit_id", "U", "date", "2027-01-01", "outcome", "expired",
       NULL);
  assert_fault (
      builder,
      "column \"id\" is set before any line begins\n"
      "households[1]: id \"A\" is already in households[0]\n"
      "households[2]: id \"a b\" is not an id (1 to 64 of A-Za-z0-9._:-)\n"
      "households[2]: request_date \"2026-13-01\" is not a date such as 2026-11-22 or 22/11/2026, from 1900 to 2199\n"
      "households[2]: column \"room_now\" is not known; did you mean \"rooms_now\"?\n"
      "households[3]: adults is given twice\n"
      "households[3]: works \"maybe\" is not one of true, false, yes, no, oui, non, vrai, faux, 1, 0\n"
      "households[3]: colours \"pink\" is not one of red, green, blue\n"
      "households[3]: needs \"health\" has two levels\n"
      "households[3]: column \"id\" is missing\n"
      "units[0]: min_age 30 is above max_age 25\n"
      "outcomes[0]: one of unit_id and kind must be given\n"
      "outcomes[1]: only one of unit_id and kind must be given\n"
      "persons[0]: custody \"visiting\" is for children, not for the role \"partner\"\n"
      "offers[0]: date 2027-01-01 is after the register's day, 2026-11-22\n"
      "offers[0]: household_id \"Z\": there is no household of this id");
}
END_TEST

START_TEST (spent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaBuilder) builder = orienta_builder_ref (builder_new ());
  orienta_builder_unref (builder);
  add_household (builder, "A");
  g_autoptr (OrientaRegister) reg = seal (builder);
  add_household (builder, "B"); /* without effect */
  OrientaRegister *again = orienta_builder_seal (builder, &error);
  assert_refused (again, error, ORIENTA_ERROR_INVALID, "the builder has been sealed before");
  ck_assert_uint_eq (orienta_register_get_n_households (reg), 1);
  orienta_builder_unref (NULL);
  orienta_register_unref (NULL);
}
END_TEST

START_TEST (days)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_builder_new_with ("22 November", NULL, 0, &error));
  ck_assert_str_eq (error->message, "as_of: \"22 November\" is not a date such as 2026-11-22");
  g_autoptr (OrientaBuilder) empty = orienta_builder_new_with (NULL, NULL, 0, NULL);
  assert_fault (empty, "as_of is not given and there is no date to take it from");
  g_autoptr (OrientaBuilder) builder = orienta_builder_new_with (NULL, NULL, 0, NULL);
  add_household (builder, "A");
  orienta_builder_set (builder, "last_contact", "2026-03-04");
  add (builder, ORIENTA_TABLE_UNITS, "id", "U", "kind", "plai", "territory", "t", "available_from", "2028-01-01", NULL);
  g_autoptr (OrientaRegister) reg = seal (builder);
  g_autofree char *day = orienta_register_get_as_of (reg);
  ck_assert_str_eq (day, "2026-03-04"); /* the day a home is free says nothing of it */
}
END_TEST

/* It shows what it does, and stops when told to. */
START_TEST (watched)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  OrientaBuilder *builder = builder_new ();
  add_household (builder, "a");
  OrientaRegister *reg = orienta_builder_seal_with (builder, progress, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (orienta_register_get_n_households (reg), 1);
  ck_assert_str_eq (orienta_progress_get_stage (progress), "checking the register");
  orienta_register_unref (reg);
  orienta_builder_unref (builder);
  builder = builder_new ();
  add_household (builder, "a");
  orienta_progress_cancel (progress);
  reg = orienta_builder_seal_with (builder, progress, &error);
  assert_refused (reg, error, ORIENTA_ERROR_CANCELLED, "cancelled while checking the register");
  orienta_builder_unref (builder);
}
END_TEST

TEST_MAIN ("builder", any_order, lists, slots, words, nothing_said, faults, spent, days, watched)
