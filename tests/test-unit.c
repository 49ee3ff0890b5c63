/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

static gint64
value (const OrientaRegister *reg, guint unit, const char *name)
{
  g_autofree char *full = g_strconcat ("unit.", name, NULL);
  gint attribute = orienta_attribute_find (full);
  ck_assert_int_ge (attribute, 0);
  return orienta_unit_value (reg, unit, (guint) attribute);
}

START_TEST (values)
{
  static const struct {
    const char *name;
    gint64 value;
  } expected[] = {
    { "kind", 4 },
    { "territory", 1 },
    { "zone", 1 },
    { "rooms", 2000000 },
    { "surface", 41250000 },
    { "rent", 500990000 },
    { "charges", 80000000 },
    { "housing_aid", 200500000 },
    { "net_cost", 380490000 },
    { "places", 12000000 },
    { "access", 2 },
    { "pets", 0 },
    { "available_from", 20787 },
    { "lease", 1 },
    { "durable", 0 },
    { "contingent", 1 },
    { "landlord", 0 },
    { "qpv", 1 },
    { "onsite_support", 1 },
    { "min_age", 18000000 },
    { "max_age", 25000000 },
  };
  g_autoptr (OrientaRegister) reg = document_read (
      "{'orienta':1,'as_of':'2026-11-22','households':[],'territories':[{'id':'a'},{'id':'b'}],"
      "'units':[{'id':'U','kind':'pension_de_famille','territory':'b','zone':'idf','rooms':2,'surface':41.25,"
      "'rent':500.99,'charges':80,'housing_aid':200.5,'places':12,'access':'wheelchair','pets':false,"
      "'available_from':'2026-11-30','lease':'time_limited','contingent':'prefect','landlord':'L1','qpv':true,"
      "'onsite_support':true,'min_age':18,'max_age':25}]}");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    ck_assert_msg (value (reg, 0, expected[i].name) == expected[i].value, "%s: %" G_GINT64_FORMAT, expected[i].name,
                   value (reg, 0, expected[i].name));
}
END_TEST

START_TEST (nothing_known)
{
  static const char *const unknown[] = { "rooms",    "surface",        "rent",       "net_cost", "pets",
                                         "landlord", "available_from", "contingent", "min_age",  "max_age" };
  g_autoptr (OrientaRegister) reg = document_read (
      "{'orienta':1,'as_of':'2026-11-22','households':[],'units':[{'id':'U','kind':'plus','territory':'t'}]}");
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    ck_assert_msg (value (reg, 0, unknown[i]) == ORIENTA_UNKNOWN, "%s", unknown[i]);
  ck_assert_int_eq (value (reg, 0, "zone"), 2);
  ck_assert_int_eq (value (reg, 0, "charges"), 0);
  ck_assert_int_eq (value (reg, 0, "housing_aid"), 0);
  ck_assert_int_eq (value (reg, 0, "places"), 1000000);
  ck_assert_int_eq (value (reg, 0, "access"), 0);
  ck_assert_int_eq (value (reg, 0, "qpv"), 0);
  ck_assert_int_eq (value (reg, 0, "onsite_support"), 0);
}
END_TEST

/* docs/data.md: after the kind; durable or sliding is durable, no lease says nothing. */
START_TEST (leases)
{
  static const struct {
    const char *kind;
    gint64 lease, durable;
  } kinds[] = {
    { "plai", 0, 1 },
    { "plus", 0, 1 },
    { "pls", 0, 1 },
    { "plai_a", 0, 1 },
    { "pension_de_famille", 0, 1 },
    { "residence_accueil", 0, 1 },
    { "residence_sociale", 1, 0 },
    { "fjt", 1, 0 },
    { "iml_sous_location", 1, 0 },
    { "iml_mandat", 0, 1 },
    { "bail_glissant", 2, 1 },
    { "chez_soi_dabord", 0, 1 },
    { "chez_soi_dabord_jeunes", 0, 1 },
    { "chrs_hors_les_murs", ORIENTA_UNKNOWN, ORIENTA_UNKNOWN },
    { "other", ORIENTA_UNKNOWN, ORIENTA_UNKNOWN },
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *json = g_strdup_printf (
        "{'orienta':1,'as_of':'2026-11-22','households':[],'units':["
        "{'id':'A','kind':'%s','territory':'t'},{'id':'B','kind':'%s','territory':'t','lease':'sliding'}]}",
        kinds[i].kind, kinds[i].kind);
    g_autoptr (OrientaRegister) reg = document_read (json);
    ck_assert_int_eq (value (reg, 0, "lease"), kinds[i].lease);
    ck_assert_int_eq (value (reg, 0, "durable"), kinds[i].durable);
    ck_assert_int_eq (value (reg, 1, "lease"), 2);
    ck_assert_int_eq (value (reg, 1, "durable"), 1);
  }
}
END_TEST

TEST_MAIN ("unit", values, nothing_known, leases)
