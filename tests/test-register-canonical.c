/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include "io/json-private.h"

#include <string.h>

static void
assert_canonical (OrientaRegister *reg, const char *expected)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (expected), "'", '"');
  g_autofree char *json = orienta_register_to_json (reg);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  ck_assert_str_eq (json, quoted);
  ck_assert_str_eq (orienta_register_get_sha256 (reg), sum);
  orienta_register_unref (reg);
}

/* Only what is known and not the default. */
START_TEST (least)
{
  assert_canonical (document_read ("{'orienta':1,'as_of':'2026-11-22','units':[],'households':[]}"),
                    "{'as_of':'2026-11-22','households':[],'orienta':1,'units':[]}");
  assert_canonical (
      document_read ("{'orienta':1,'as_of':'2026-11-22','units':[{'id':'U','kind':'fjt','territory':'t','zone':'other',"
                     "'charges':0,'housing_aid':0.00,'places':1,'access':'none','lease':'time_limited','qpv':false,"
                     "'onsite_support':false}],'households':[{'id':'H','request_date':'2026-01-01','adults':1,"
                     "'children':0,'births_expected':0,'access':'none','pets':false,'needs':['health:none'],"
                     "'priority':[],'wants_kinds':[],'verified':[]}],'services':[{'id':'S','max_level':'high'}]}"),
      "{'as_of':'2026-11-22','households':[{'adults':1,'id':'H','request_date':'2026-01-01'}],'orienta':1,"
      "'services':[{'id':'S'}],'territories':[{'id':'t'}],'units':[{'id':'U','kind':'fjt','territory':'t'}]}");
}
END_TEST

#define ALL                                                                                                            \
  "{'as_of':'2026-11-22','households':[{'access':'wheelchair','avoids_territories':['t1'],'births_expected':1,"        \
  "'colour':'red','distance':-0.5,'id':'H','income_month':0,'income_year':12345.67,'last_contact':'2026-03-01',"       \
  "'needs':['addiction:dormant','health:unknown','work:low'],'occupies':'U','persons':[{'birth_date':'1990-01-01',"    \
  "'disability':true,'role':'applicant','situation':'hotel'},{'custody':'visiting','role':'child'}],'pets':true,"      \
  "'priority':['dalo','l441-1:a'],'referral_date':'2026-02-01','referrer':'R','refuses_kinds':['fjt'],"                \
  "'rent_now':10.5,'request_date':'2026-01-01','rooms_now':0,'situation':'street','support_accepted':'none',"          \
  "'surface_now':9.25,'territory':'t1','verified':['all'],'wants_kinds':['plai','pls'],"                               \
  "'wants_territories':['t1','t2']},{'adults':1,'children':2,'colour':'green','id':'I','marks':[],"                    \
  "'request_date':'2026-01-01','verified':['a','b'],'works':false}],"                                                  \
  "'offers':[{'date':'2026-01-01','household_id':'H','outcome':'expired','unit_id':'U'},{'date':'2026-01-02',"         \
  "'household_id':'I','outcome':'refused_by_household','reason':'area','unit_id':'U'}],'orienta':1,"                   \
  "'outcomes':[{'household_id':'H','unit_id':'U','value':0},{'household_id':'H','kind':'plai','value':0.25}],"         \
  "'services':[{'id':'S','max_level':'low','needs':['parenting','psychic'],'slots':['files:1','hours:2'],"             \
  "'territories':['t1']},{'id':'T','slots':0}],"                                                                       \
  "'territories':[{'id':'t1','parent':'t2'},{'id':'t2'}],"                                                             \
  "'units':[{'access':'step_free','available_from':'2027-01-01','charges':1,'contingent':'C','housing_aid':2,'id':'U'" \
  ","                                                                                                                  \
  "'kind':'plai','landlord':'L','lease':'sliding','marks':['x','z'],'max_age':30,'min_age':0,'onsite_support':true,"   \
  "'pets':false,'places':0,'qpv':true,'rent':99.99,'rooms':1,'since':'2020-02-29','surface':1000,'territory':'t1',"    \
  "'zone':'paris'}]}"

/* Every column, local ones among them in the order of names; reading it back gives it again. */
START_TEST (most)
{
  static const char *const colours[] = { "red", "green", NULL };
  static const char *const marks[] = { "x", "y", "z", NULL };
  static const OrientaLocal locals[] = {
    { "works", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL },
    { "distance", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL },
    { "colour", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORD, colours },
    { "marks", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_WORDS, marks },
    { "marks", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORDS, marks },
    { "since", ORIENTA_OF_UNIT, ORIENTA_TYPE_DATE, NULL },
  };
  assert_canonical (document_read_with (ALL, locals, G_N_ELEMENTS (locals)), ALL);
}
END_TEST

/* The general writer of JSON agrees on the form: order of members, numbers, no blanks. */
START_TEST (form)
{
  g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "examples", "data", "artois", NULL);
  g_autoptr (OrientaRegister) reg = folder_read (path);
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autofree char *json = orienta_register_to_json (reg);
  g_autoptr (OrientaJson) parsed = orienta_json_parse (json, strlen (json), NULL, faults);
  g_autofree char *canonical = orienta_json_canonical (orienta_json_get_root (parsed));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  ck_assert_uint_gt (strlen (json), 3 * 65536); /* hashed in blocks */
  ck_assert_str_eq (json, canonical);
  ck_assert_str_eq (orienta_register_get_sha256 (reg), sum);
}
END_TEST

/* Numbers keep every digit there and back. */
START_TEST (digits)
{
  static const char *const values[] = {
    "999999999.999999", "-1000000000", "0.000001", "-0.1", "0.3", "123456789.000001"
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *json = g_strdup_printf (
        "{'as_of':'2026-11-22','households':[{'adults':1,'id':'H','request_date':'2026-01-01'}],'orienta':1,"
        "'outcomes':[{'household_id':'H','kind':'plai','value':%s}],'units':[]}",
        values[i]);
    assert_canonical (document_read (json), json);
  }
}
END_TEST

static gpointer
ask (gpointer reg)
{
  return (gpointer) orienta_register_get_sha256 (reg);
}

START_TEST (threads)
{
  g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "examples", "data", "artois", NULL);
  g_autoptr (OrientaRegister) reg = folder_read (path);
  GThread *askers[4];
  for (guint i = 0; i < G_N_ELEMENTS (askers); i++)
    askers[i] = g_thread_new (NULL, ask, reg);
  for (guint i = 0; i < G_N_ELEMENTS (askers); i++)
    ck_assert_ptr_eq (g_thread_join (askers[i]), orienta_register_get_sha256 (reg));
}
END_TEST

TEST_MAIN ("register-canonical", least, most, form, digits, threads)
