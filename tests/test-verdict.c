/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

static const char rules[] =
    "{'orienta':1,'id':'t','version':'1',"
    "'attributes':[{'name':'isolated','of':'household','when':{'household.persons':1}}],"
    "'tables':[{'id':'plai','by':['unit.zone','household.household_category'],"
    "'values':{'other':[12870,18753,22551,25092,29359,33086]},'beyond':{'other':3689}}],"
    "'rules':["
    "{'id':'ceiling','label':{'fr':'Plafond PLAI','en':'PLAI ceiling'},'applies':{'unit.kind':['plai','plai_a']},"
    "'require':{'household.income_year':{'le':{'table':'plai'}}},'source':'arrêté'},"
    "{'id':'pension','applies':{'unit.kind':'pension_de_famille'},"
    "'require':{'household.isolated':true,'household.income_month':{'lt':1200}},'source':'CCH L.633-1'},"
    "{'id':'psychic','applies':{'unit.kind':'residence_accueil'},"
    "'require':{'household.needs':{'has':'psychic'}},'source':'CCH L.633-1'},"
    "{'id':'effort','require':{'pair.effort':{'le':0.33}},'otherwise':'flag','source':'arrêté'},"
    "{'id':'look','applies':{'unit.kind':'fjt'},'require':{'household.age':{'le':25}},'otherwise':'to_verify','source':"
    "'CASF'}]}";

static const char people[] =
    "{'orienta':1,'as_of':'2026-06-30',"
    "'territories':[{'id':'pdc'},{'id':'artois','parent':'pdc'},{'id':'arras','parent':'artois'},{'id':'calaisis','"
    "parent':'pdc'}],"
    "'units':[{'id':'plai','kind':'plai','territory':'arras','rent':300,'surface':40,'rooms':2},"
    "{'id':'pension','kind':'pension_de_famille','territory':'arras','rent':350,'pets':false},"
    "{'id':'accueil','kind':'residence_accueil','territory':'calaisis','access':'wheelchair'},"
    "{'id':'fjt','kind':'fjt','territory':'arras','min_age':16,'max_age':30}],"
    "'households':["
    "{'id':'alone','adults':1,'request_date':'2026-01-01','income_year':12870,'income_month':1100,"
    "'persons':[{'role':'applicant','birth_date':'1980-01-01'}]},"
    "{'id':'over','adults':1,'request_date':'2026-01-01','income_year':12870.01,'income_month':800,'needs':['psychic:"
    "high']},"
    "{'id':'family','adults':1,'children':6,'request_date':'2026-01-01','income_year':36775,'pets':true,"
    "'avoids_territories':['artois'],'refuses_kinds':['fjt']},"
    "{'id':'unsure','adults':1,'request_date':'2026-01-01','needs':['psychic:unknown'],'access':'wheelchair','pets':"
    "true,"
    "'wants_territories':['artois'],'occupies':'accueil'}]}";

typedef struct {
  const char *household, *unit;
  OrientaStatus status;
  OrientaReasonCode codes[4];
} Case;

static const Case cases[] = {
  /* At the ceiling is not above it; rent 300 / 1100 = 27 %. */
  { "alone", "plai", ORIENTA_ELIGIBLE, { 0 } },
  { "over", "plai", ORIENTA_INELIGIBLE, { ORIENTA_REASON_RULE_FAILED, ORIENTA_REASON_RULE_FLAGGED } },
  /* Lone parent with six children, category 6 + 1 person: 33 086 + 3 689 = 36 775. */
  { "family", "plai", ORIENTA_INELIGIBLE, { ORIENTA_REASON_AVOIDED_TERRITORY, ORIENTA_REASON_PETS_UNKNOWN } },
  { "unsure",
    "plai",
    ORIENTA_INELIGIBLE,
    { ORIENTA_REASON_ACCESS_MISSING, ORIENTA_REASON_PETS_UNKNOWN, ORIENTA_REASON_RULE_UNKNOWN } },
  { "alone", "pension", ORIENTA_ELIGIBLE, { 0 } },
  { "over", "pension", ORIENTA_ELIGIBLE, { ORIENTA_REASON_RULE_FLAGGED } }, /* 350 / 800 */
  { "family",
    "pension",
    ORIENTA_INELIGIBLE,
    { ORIENTA_REASON_AVOIDED_TERRITORY, ORIENTA_REASON_PETS_NOT_ALLOWED, ORIENTA_REASON_RULE_FAILED } },
  { "alone", "accueil", ORIENTA_INELIGIBLE, { ORIENTA_REASON_RULE_FAILED } },
  { "over", "accueil", ORIENTA_ELIGIBLE, { 0 } },
  { "unsure",
    "accueil",
    ORIENTA_INELIGIBLE,
    { ORIENTA_REASON_PETS_UNKNOWN, ORIENTA_REASON_OWN_PLACE, ORIENTA_REASON_OUTSIDE_CHOICE,
      ORIENTA_REASON_RULE_UNKNOWN } },
  { "alone", "fjt", ORIENTA_INELIGIBLE, { ORIENTA_REASON_AGE_OUTSIDE, ORIENTA_REASON_RULE_TO_VERIFY } },
  { "over", "fjt", ORIENTA_TO_VERIFY, { ORIENTA_REASON_AGE_UNKNOWN, ORIENTA_REASON_RULE_UNKNOWN } },
};

START_TEST (verdicts)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (rules);
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrientaVerdict) verdict = orienta_policy_judge (policy, reg, cases[i].household, cases[i].unit, NULL);
    ck_assert_ptr_eq (orienta_verdict_get_policy (verdict), policy);
    ck_assert_ptr_eq (orienta_verdict_get_register (verdict), reg);
    ck_assert_msg (orienta_verdict_get_status (verdict) == cases[i].status, "%s, %s: %d", cases[i].household,
                   cases[i].unit, orienta_verdict_get_status (verdict));
    guint n = 0;
    while (n < G_N_ELEMENTS (cases[i].codes) && cases[i].codes[n] != 0)
      n++;
    ck_assert_msg (orienta_verdict_get_n_reasons (verdict) == n, "%s, %s: %u reasons", cases[i].household,
                   cases[i].unit, orienta_verdict_get_n_reasons (verdict));
    for (guint j = 0; j < n; j++)
      ck_assert_int_eq (orienta_verdict_get_reason (verdict, j), cases[i].codes[j]);
  }
}
END_TEST

/* The smallest change, in words. */
START_TEST (flips)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (rules);
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  g_autoptr (OrientaVerdict) over = orienta_policy_judge (policy, reg, "over", "plai", NULL);
  ck_assert_uint_eq (orienta_verdict_get_n_flips (over, 0), 1);
  ck_assert_int_eq (orienta_verdict_get_flip (over, 0, 0), ORIENTA_REASON_FLIP_AT_MOST);
  ck_assert_str_eq (orienta_verdict_get_flip_attribute (over, 0, 0), "household.income_year");
  g_autofree char *english = orienta_verdict_format_flip (over, 0, 0, ORIENTA_ENGLISH);
  ck_assert_str_eq (english, "reference tax income: €12,870.01; at most €12,870 (€0.01 less would do).");
  g_autofree char *reason = orienta_verdict_format_reason (over, 0, ORIENTA_FRENCH);
  ck_assert_str_eq (reason, "Condition non remplie : Plafond PLAI.");

  g_autoptr (OrientaVerdict) alone = orienta_policy_judge (policy, reg, "alone", "accueil", NULL);
  ck_assert_str_eq (orienta_verdict_get_flip_attribute (alone, 0, 0), "household.need.psychic");
  ck_assert (orienta_verdict_reason_is_special (alone, 0));
  ck_assert_int_eq (orienta_verdict_get_flip (alone, 0, 0), ORIENTA_REASON_FLIP_BE);
  g_autofree char *need = orienta_verdict_format_flip (alone, 0, 0, ORIENTA_FRENCH);
  ck_assert_str_eq (need, "besoin : handicap psychique : aucun ; il faudrait : en veille ou léger ou renforcé.");

  /* A computed attribute is looked through: what must change is the number of persons. */
  g_autoptr (OrientaVerdict) family = orienta_policy_judge (policy, reg, "family", "pension", NULL);
  ck_assert_uint_eq (orienta_verdict_get_n_flips (family, 2), 2);
  ck_assert_str_eq (orienta_verdict_get_flip_attribute (family, 2, 0), "household.persons");
  ck_assert_str_eq (orienta_verdict_get_flip_attribute (family, 2, 1), "household.income_month");
  ck_assert_int_eq (orienta_verdict_get_flip (family, 2, 1), ORIENTA_REASON_FLIP_KNOW);
}
END_TEST

START_TEST (unknown_ids)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (rules);
  g_autoptr (OrientaRegister) reg = fixture_register (people, policy);
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_policy_judge (policy, reg, "alon", "plai", &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
  ck_assert_str_eq (error->message, "no household \"alon\" in the register; did you mean \"alone\"?");
}
END_TEST

TEST_MAIN ("verdict", verdicts, flips, unknown_ids)
