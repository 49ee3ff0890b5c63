/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include <string.h>

static const char *const colours[] = { "red", "green", NULL };
static const OrientaLocal locals[] = {
  { "works", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_BOOL, NULL },
  { "distance", ORIENTA_OF_HOUSEHOLD, ORIENTA_TYPE_NUMBER, NULL },
  { "colours", ORIENTA_OF_UNIT, ORIENTA_TYPE_WORDS, colours },
};

/* The same facts three times: as a French spreadsheet writes them, as a document, as calls in another order. */
static OrientaRegister *
from_csv (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = folder_new ();
  folder_put (folder, "register.csv", "as_of\r\n22/11/2026\r\n");
  folder_put (folder, "territories.csv", "parent;id\r\n;artois\r\nartois;lens\r\n");
  folder_put (folder, "households.csv",
              "request_date;id;income_month;surface_now;needs;priority;wants_territories;works;distance;adults;pets;"
              "support_accepted;wants_kinds;verified;territory\r\n"
              "01/03/2024;H2;1250,50;;health|addiction:high;;lens|artois;oui;12,125;;non;no;pls|plai;;\r\n"
              "2024-03-01;H1;;18,5;;l441-1:c|dalo|dalo;;;;2;VRAI;;;c2|c1;lens\r\n");
  folder_put (folder, "persons.csv",
              "role;household_id;birth_date;disability\r\nchild;H2;05/06/2020;\r\napplicant;H2;01/02/1990;oui\r\n");
  folder_put (folder, "units.csv",
              "id;kind;territory;rent;rooms;colours;lease\r\nU1;plai;lens;412,3;2;green|red;durable\r\nU2;other;artois;"
              ";;;\r\n");
  folder_put (folder, "services.csv", "id;slots;territories\r\nS;hours:9|files:4;artois\r\n");
  folder_put (folder, "outcomes.csv", "household_id;kind;unit_id;value\r\nH2;plai;;0,5\r\nH2;;U2;-0,000001\r\n");
  folder_put (folder, "offers.csv",
              "household_id;unit_id;date;outcome;reason\r\nH1;U2;01/11/2026;refused_by_household;size\r\n"
              "H1;U1;01/10/2026;expired;\r\n");
  OrientaRegister *reg = orienta_register_read_with (folder, locals, G_N_ELEMENTS (locals), NULL, NULL, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  folder_free (folder);
  return reg;
}

static OrientaRegister *
from_json (void)
{
  return document_read_with (
      "{'orienta':1,'as_of':'2026-11-22',"
      "'offers':[{'household_id':'H1','unit_id':'U1','date':'2026-10-01','outcome':'expired'},"
      "{'household_id':'H1','unit_id':'U2','date':'2026-11-01','outcome':'refused_by_household','reason':'size'}],"
      "'outcomes':[{'household_id':'H2','unit_id':'U2','value':-1e-6},{'household_id':'H2','kind':'plai','value':5e-1}]"
      ","
      "'units':[{'id':'U2','kind':'other','territory':'artois','charges':0,'places':1.0},"
      "{'id':'U1','kind':'plai','territory':'lens','rent':412.30,'rooms':2,'colours':['red','green'],'zone':'other'}],"
      "'services':[{'id':'S','slots':{'files':4,'hours':9},'territories':['artois'],'max_level':'high'}],"
      "'households':[{'id':'H1','request_date':'2024-03-01','adults':2,'children':0,'surface_now':18.5,"
      "'territory':'lens','priority':['dalo','l441-1:c'],'pets':true,'verified':['c1','c2']},"
      "{'persons':[{'role':'applicant','birth_date':'1990-02-01','disability':true},"
      "{'role':'child','birth_date':'2020-06-05','custody':'full'}],'adults':1,'works':true,'distance':12.125,"
      "'needs':{'addiction':'high','health':'low'},'support_accepted':'none','income_month':1250.5,"
      "'wants_territories':['artois','lens'],'wants_kinds':['plai','pls'],'pets':false,'request_date':'2024-03-01',"
      "'rent_now':null,'referral_date':'','avoids_territories':[],'id':'H2'}],"
      "'territories':[{'id':'lens','parent':'artois'},{'id':'artois'}]}",
      locals, G_N_ELEMENTS (locals));
}

static OrientaRegister *
from_calls (void)
{
  static const char *const calls[][2] = {
    { "4", NULL },
    { "id", "lens" },
    { "parent", "artois" },
    { "4", NULL },
    { "id", "artois" },
    { "6", NULL },
    { "reason", "size" },
    { "outcome", "refused_by_household" },
    { "date", "2026-11-01" },
    { "unit_id", "U2" },
    { "household_id", "H1" },
    { "1", NULL },
    { "household_id", "H2" },
    { "role", "child" },
    { "birth_date", "2020-06-05" },
    { "0", NULL },
    { "id", "H1" },
    { "request_date", "2024-03-01" },
    { "adults", "2" },
    { "surface_now", "18.50" },
    { "territory", "lens" },
    { "priority", "dalo" },
    { "priority", "l441-1:c" },
    { "pets", "1" },
    { "verified", "c1|c2" },
    { "2", NULL },
    { "id", "U2" },
    { "kind", "other" },
    { "territory", "artois" },
    { "2", NULL },
    { "id", "U1" },
    { "kind", "plai" },
    { "territory", "lens" },
    { "rent", "412.3" },
    { "rooms", "2" },
    { "colours", "red" },
    { "colours", "green" },
    { "0", NULL },
    { "id", "H2" },
    { "request_date", "2024-03-01" },
    { "works", "1" },
    { "distance", "12.125" },
    { "needs", "addiction:high" },
    { "needs", "health" },
    { "support_accepted", "none" },
    { "income_month", "1250.5" },
    { "wants_territories", "lens|artois|lens" },
    { "wants_kinds", "plai|pls" },
    { "5", NULL },
    { "household_id", "H2" },
    { "value", "0.50" },
    { "kind", "plai" },
    { "5", NULL },
    { "household_id", "H2" },
    { "value", "-0.000001" },
    { "unit_id", "U2" },
    { "3", NULL },
    { "id", "S" },
    { "slots", "files:4" },
    { "slots", "hours:9" },
    { "territories", "artois" },
    { "1", NULL },
    { "household_id", "H2" },
    { "role", "applicant" },
    { "birth_date", "1990-02-01" },
    { "disability", "1" },
    { "6", NULL },
    { "household_id", "H1" },
    { "unit_id", "U1" },
    { "date", "2026-10-01" },
    { "outcome", "expired" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaBuilder) builder = orienta_builder_new_with ("2026-11-22", locals, G_N_ELEMENTS (locals), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (calls[i][1])
      orienta_builder_set (builder, calls[i][0], calls[i][1]);
    else
      orienta_builder_begin (builder, (OrientaTable) (calls[i][0][0] - '0'));
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

START_TEST (three_ways)
{
  g_autoptr (OrientaRegister) csv = from_csv ();
  g_autoptr (OrientaRegister) json = from_json ();
  g_autoptr (OrientaRegister) calls = from_calls ();
  g_autofree char *a = orienta_register_to_json (csv);
  g_autofree char *b = orienta_register_to_json (json);
  g_autofree char *c = orienta_register_to_json (calls);
  ck_assert_str_eq (a, b);
  ck_assert_str_eq (a, c);
  ck_assert_str_eq (orienta_register_get_sha256 (csv), orienta_register_get_sha256 (json));
  ck_assert_str_eq (orienta_register_get_sha256 (csv), orienta_register_get_sha256 (calls));
}
END_TEST

static void
assert_artois_as (const char *text, gssize length)
{
  char *folder = folder_new ();
  folder_put_bytes (folder, "households.csv", text, length);
  folder_put (folder, "units.csv", "id,kind,territory\nU,plai,t\n");
  g_autoptr (OrientaRegister) reg = folder_read (folder);
  g_autofree char *json = orienta_register_to_json (reg);
  ck_assert_str_eq (json, "{\"as_of\":\"2026-11-22\",\"households\":[{\"adults\":1,\"id\":\"H\",\"income_year\":1000.5,"
                          "\"request_date\":\"2026-11-22\"}],\"orienta\":1,\"territories\":[{\"id\":\"t\"}],"
                          "\"units\":[{\"id\":\"U\",\"kind\":\"plai\",\"territory\":\"t\"}]}");
  folder_free (folder);
}

/* Separators, line ends, marks, quotes, blanks, order of columns. */
START_TEST (dialects)
{
  assert_artois_as ("id,request_date,adults,income_year\nH,2026-11-22,1,1000.5\n", -1);
  assert_artois_as ("\xef\xbb\xbfid;income_year;adults;request_date\r\nH;1000,50;1;22/11/2026\r\n", -1);
  assert_artois_as ("adults\trequest_date\tid\tincome_year\r1\t22/11/2026\tH\t1000,5", -1);
  assert_artois_as (
      "\"id\",\"income_year\",\"request_date\",\"adults\"\n\"H\",\"1000,5\",\" 2026-11-22 \", 1 \n\n,,,\n", -1);
}
END_TEST

static void
assert_message (const char *path, const char *as_of, OrientaErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  OrientaRegister *reg = orienta_register_read_with (path, NULL, 0, as_of, NULL, &error);
  assert_refused (reg, error, code, message);
}

START_TEST (what_is_read)
{
  char *folder = folder_new ();
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_autofree char *json = g_build_filename (folder, "a.json", NULL);
  g_autofree char *braced = g_build_filename (folder, "braced", NULL);
  g_autofree char *other = g_build_filename (folder, "other.txt", NULL);
  g_autofree char *no_file = g_strconcat (nowhere, ": no such file", NULL);
  assert_message (nowhere, NULL, ORIENTA_ERROR_READ, no_file);
  assert_message (folder, NULL, ORIENTA_ERROR_READ, "households.csv: no such file\nunits.csv: no such file");
  folder_put (folder, "a.json", "{\"orienta\":1,\"as_of\":\"2026-11-22\",\"households\":[],\"units\":[]}");
  folder_put (folder, "braced", "{\"orienta\":1,\"as_of\":\"2026-11-22\",\"households\":[],\"units\":[]}");
  folder_put (folder, "other.txt", "orienta");
  g_autoptr (OrientaRegister) first = folder_read (json);
  g_autoptr (OrientaRegister) second = folder_read (braced);
  ck_assert_str_eq (orienta_register_get_sha256 (first), orienta_register_get_sha256 (second));
  assert_message (other, NULL, ORIENTA_ERROR_SYNTAX, "other.txt: neither a folder of CSV files nor a JSON document");
  assert_message (json, "soon", ORIENTA_ERROR_INVALID, "as_of: \"soon\" is not a date such as 2026-11-22");
  folder_free (folder);
}
END_TEST

static void
assert_day (OrientaRegister *reg, const char *expected)
{
  g_autofree char *day = orienta_register_get_as_of (reg);
  ck_assert_str_eq (day, expected);
  orienta_register_unref (reg);
}

/* The caller's day, the data's own, the latest date. */
START_TEST (day)
{
  char *folder = folder_new ();
  folder_put (folder, "units.csv", "id,kind,territory\nU,plai,t\n");
  folder_put (
      folder, "households.csv",
      "id,request_date,referral_date,last_contact,adults\nA,2024-01-01,2024-05-01,,1\nB,2024-01-02,,2024-04-01,1\n");
  assert_day (folder_read (folder), "2024-05-01");
  folder_put (folder, "offers.csv", "household_id,unit_id,date,outcome\nA,U,2024-05-02,expired\n");
  assert_day (folder_read (folder), "2024-05-02");
  folder_put (folder, "register.csv", "as_of\n2025-01-01\n");
  assert_day (folder_read (folder), "2025-01-01");
  assert_day (orienta_register_read_with (folder, NULL, 0, "2025-02-02", NULL, NULL), "2025-02-02");
  assert_message (folder, "2024-05-01", ORIENTA_ERROR_INVALID,
                  "offers.csv:2: date 2024-05-02 is after the register's day, 2024-05-01");
  folder_free (folder);
}
END_TEST

static gboolean
stop_at (OrientaProgress *progress, gpointer stage)
{
  return strcmp (orienta_progress_get_stage (progress), stage) != 0;
}

START_TEST (cancelled)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "examples", "data", "artois", NULL);
  orienta_progress_cancel (progress);
  OrientaRegister *reg = orienta_register_read_with (path, NULL, 0, NULL, progress, &error);
  assert_refused (reg, error, ORIENTA_ERROR_CANCELLED, "cancelled while reading households");
  /* so many homes are more than one look at the clock */
  g_autoptr (OrientaProgress) watched = orienta_progress_new ();
  g_autoptr (GString) units = g_string_new ("id,kind,territory\n");
  char *folder = folder_new ();
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (units, "U%u,plai,t\n", i);
  folder_put (folder, "units.csv", units->str);
  folder_put (folder, "households.csv", "id,request_date,adults\nH,2024-01-01,1\n");
  orienta_progress_set_tick (watched, stop_at, "reading units");
  g_clear_error (&error);
  reg = orienta_register_read_with (folder, NULL, 0, NULL, watched, &error);
  assert_refused (reg, error, ORIENTA_ERROR_CANCELLED, "cancelled while reading units");
  ck_assert_uint_gt (orienta_progress_get_done (watched), 0);
  ck_assert_uint_le (orienta_progress_get_done (watched), orienta_progress_get_total (watched));
  ck_assert_uint_eq (orienta_progress_get_total (watched), units->len);
  g_autoptr (OrientaProgress) later = orienta_progress_new ();
  orienta_progress_set_tick (later, stop_at, "checking the register");
  g_clear_error (&error);
  reg = orienta_register_read_with (folder, NULL, 0, NULL, later, &error);
  assert_refused (reg, error, ORIENTA_ERROR_CANCELLED, "cancelled while checking the register");
  folder_free (folder);
}
END_TEST

/* The example of the manual: 600 households as counted in its files. */
START_TEST (example)
{
  g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "examples", "data", "artois", NULL);
  g_autoptr (OrientaRegister) reg = folder_read (path);
  ck_assert_uint_eq (orienta_register_get_n_households (reg), 600);
  ck_assert_uint_eq (orienta_register_get_n_units (reg), 150);
  ck_assert_uint_eq (orienta_register_get_n_services (reg), 25);
  ck_assert_uint_eq (orienta_register_get_n_territories (reg), 69);
  ck_assert_uint_eq (reg->n_persons, 1118);
  ck_assert_uint_eq (reg->n_outcomes, 80);
  ck_assert_uint_eq (reg->n_offers, 88);
  g_autofree char *json = orienta_register_to_json (reg);
  g_autoptr (OrientaRegister) again = orienta_register_parse_with (json, -1, NULL, 0, NULL);
  ck_assert_str_eq (orienta_register_get_sha256 (again), orienta_register_get_sha256 (reg));
}
END_TEST

TEST_MAIN ("register", three_ways, dialects, what_is_read, day, cancelled, example)
