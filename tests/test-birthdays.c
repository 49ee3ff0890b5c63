/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include "simulate/birthdays-private.h"

#include <string.h>

/* Dates are worked out by hand. */

static OrientaDate
date (const char *text)
{
  return orienta_date_parse (text, strlen (text));
}

START_TEST (test_months)
{
  ck_assert_int_eq (orienta_day_of_months (date ("2026-01-15"), 1, date ("2026-01-15")), date ("2026-02-15"));
  ck_assert_int_eq (orienta_day_of_months (date ("2026-01-31"), 1, date ("2026-01-31")), date ("2026-03-01"));
  ck_assert_int_eq (orienta_day_of_months (date ("2025-12-31"), 5, date ("2026-05-30")), date ("2026-05-31"));
  ck_assert_int_eq (orienta_day_of_months (date ("2008-02-29"), 216, date ("2019-07-01")), date ("2026-03-01"));
}
END_TEST

/* When somebody born on 2000-05-10 is next looked at, after 2026-03-01. */
static OrientaDate
next_of (const char *policy_text, const char *units, const char *who)
{
  g_autofree char *text = g_strdup_printf ("{'orienta':1,'as_of':'2026-03-01','units':[{'id':'U','kind':'plai',"
                                           "'territory':'t'%s}],'households':[{'id':'h','request_date':'2026-01-01',%s}"
                                           "]}",
                                           units, who);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = fixture_register (text, policy);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  OrientaBirthdays birthdays;
  if (reg->households[0].persons.n == 0)
    reg->households[0].birth_date = date ("2000-05-10");
  orienta_birthdays_init (&birthdays, binding);
  return orienta_birthdays_next (&birthdays, reg, 0);
}

#define RULE(test) "{'orienta':1,'id':'p','version':'1','rules':[{'id':'r','require':{" test "},'source':'s'}]}"
#define PERSON "'persons':[{'birth_date':'2000-05-10','role':'applicant'},{'birth_date':'2024-03-31','role':'child'}]"

START_TEST (test_next)
{
  ck_assert_int_eq (next_of (RULE ("'household.age':{'le':30}"), "", "'adults':1"), date ("2030-05-10"));
  ck_assert_int_eq (next_of (RULE ("'household.age':{'ge':27}"), "", "'adults':1"), date ("2027-05-10"));
  ck_assert_int_eq (next_of (RULE ("'household.age':{'ge':18}"), "", "'adults':1"), G_MAXINT32);
  ck_assert_int_eq (next_of (RULE ("'household.adults':1"), ",'max_age':29", "'adults':1"), date ("2029-05-10"));
  ck_assert_int_eq (next_of (RULE ("'household.adults':1"), "", "'adults':1"), G_MAXINT32);
  ck_assert_int_eq (next_of (RULE ("'household.adults':1"), "", PERSON), date ("2026-03-31"));
}
END_TEST

/* What goes with the age itself changes on every birthday. */
START_TEST (test_measured)
{
  ck_assert_int_eq (next_of ("{'orienta':1,'id':'p','version':'1','criteria':[{'id':'c','attribute':'household.age',"
                             "'per':1,'points':1,'source':'s'}]}",
                             "", "'adults':1"),
                    date ("2026-05-10"));
  ck_assert_int_eq (next_of ("{'orienta':1,'id':'p','version':'1','order':['household.age desc']}", "", "'adults':1"),
                    date ("2026-05-10"));
}
END_TEST

TEST_MAIN ("birthdays", test_months, test_next, test_measured)
