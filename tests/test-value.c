/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#define UNKNOWN G_MININT64

#define ONE                                                                                                            \
  "{'orienta':1,'as_of':'2026-11-22','units':[{'id':'U','kind':'plus','territory':'t','rooms':1,'rent':1250,"          \
  "'charges':0.5,'landlord':'L','pets':false}],'households':[{'id':'H','request_date':'1970-01-11',"                   \
  "'income_month':3000,'rent_now':999.9,'needs':['addiction:high','health:unknown'],"                                  \
  "'priority':['l441-1:c','dalo'],'territory':'t','adults':2,'children':1},{'id':'I','request_date':'2026-10-21','"    \
  "adults':1}]}"

static void
assert_value (const char *name, gint household, gint unit, gint64 expected, const char *text)
{
  g_autoptr (OrientaRegister) reg = document_read (ONE);
  gint attribute = orienta_attribute_find (name);
  ck_assert_int_ge (attribute, 0);
  g_autofree char *written = orienta_register_write_value (reg, (guint) attribute, household, unit);
  if (expected != -1)
    ck_assert_int_eq (orienta_register_get_value (reg, (guint) attribute, household, unit), expected);
  ck_assert_pstr_eq (written, text);
}

START_TEST (known)
{
  assert_value ("household.request_date", 0, -1, 10, "1970-01-11");
  assert_value ("household.rent_now", 0, -1, 999900000, "999.9");
  assert_value ("household.adults", 0, -1, 2000000, "2");
  assert_value ("household.effort_now", 0, -1, 333300, "0.3333");
  assert_value ("household.territory", 0, -1, 0, "t");
  assert_value ("household.priority", 0, -1, -1, "dalo|l441-1:c");
  assert_value ("household.need.addiction", 0, -1, -1, "high");
  assert_value ("unit.kind", -1, 0, 1, "plus");
  assert_value ("unit.pets", -1, 0, 0, "false");
  assert_value ("unit.charges", -1, 0, 500000, "0.5");
  assert_value ("unit.landlord", -1, 0, -1, "L");
  assert_value ("pair.rooms_gap", 0, 0, -2000000, "-2");
  assert_value ("pair.in_territories", 0, 0, 1, "true");
}
END_TEST

/* Needs have no number, for each has a level; nobody's value is not known. */
START_TEST (others)
{
  assert_value ("household.needs", 0, -1, UNKNOWN, "addiction:high|health:unknown");
  assert_value ("household.needs", 1, -1, UNKNOWN, "");
  assert_value ("household.needs", -1, -1, UNKNOWN, NULL);
  assert_value ("household.income_month", 1, -1, UNKNOWN, NULL);
  assert_value ("household.income_month", -1, 0, UNKNOWN, NULL);
  assert_value ("household.income_month", 2, 0, UNKNOWN, NULL);
  assert_value ("unit.rent", 0, -1, UNKNOWN, NULL);
  assert_value ("pair.in_territories", 0, -1, UNKNOWN, NULL);
}
END_TEST

TEST_MAIN ("value", known, others)
