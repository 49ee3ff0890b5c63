/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"

static char *
verdict_of (const char *household, const char *unit, OrientaAudience audience)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  g_autoptr (OrientaVerdict) verdict = orienta_policy_judge (policy, reg, household, unit, NULL);
  ck_assert_ptr_nonnull (verdict);
  return orienta_verdict_to_json (verdict, audience);
}

/* The whole shape of docs/answers.md; 12500.5 is 2500.5 above 10000. */
START_TEST (a_refusal)
{
  g_autofree char *json = verdict_of ("rich", "U1", ORIENTA_AUDIENCE_PERSON);
  g_autofree char *expected = fixture_text (
      "{'audience':'person','household':'rich','reasons':[{'code':'rule-failed','flips':[{'attribute':"
      "'household.income_year','code':'flip-at-most','text':{'en':'reference tax income: €12,500.50; at most €10,000 "
      "(€2,500.50 less would do).','fr':'revenu fiscal de référence : 12\u202f500,50\u00a0€ ; au plus "
      "10\u202f000\u00a0€ (il "
      "faudrait 2\u202f500,50\u00a0€ de moins).'}}],'rule':'ceiling','severity':'refuse','source':'law A','text':{'en':"
      "'Condition not met: Ceiling.','fr':'Condition non remplie : Plafond.'}}],'status':'ineligible','unit':'U1'}");
  ck_assert_str_eq (json, expected);
}
END_TEST

START_TEST (a_yes_has_no_reasons)
{
  g_autofree char *json = verdict_of ("plain", "U1", ORIENTA_AUDIENCE_PERSON);
  g_autofree char *expected =
      fixture_text ("{'audience':'person','household':'plain','reasons':[],'status':'eligible','unit':'U1'}");
  ck_assert_str_eq (json, expected);
}
END_TEST

START_TEST (every_pair_is_canonical)
{
  const char *const households[] = { "plain", "held", "rich", "rich-ill", "nowhere", "south" };
  const char *const units[] = { "U1", "U2", "U3" };
  for (guint i = 0; i < G_N_ELEMENTS (households); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++)
      for (guint audience = 0; audience < 2; audience++) {
        g_autofree char *json = verdict_of (households[i], units[j], audience);
        assert_canonical (json);
      }
}
END_TEST

/* A third party reads that nothing is proposed; the reason tells of health and is not there, nor is a word of it. */
START_TEST (a_special_reason_is_held)
{
  g_autofree char *json = verdict_of ("plain", "U2", ORIENTA_AUDIENCE_THIRD_PARTY);
  ck_assert_str_eq (json, "{\"audience\":\"third_party\",\"held\":{\"en\":\"Other elements may have counted: only the "
                          "coordinator holds them.\",\"fr\":\"D'autres éléments peuvent avoir compté : seul le "
                          "coordinateur en dispose.\"},\"household\":\"plain\",\"reasons\":[],\"status\":"
                          "\"not_proposed\",\"unit\":\"U2\"}");
}
END_TEST

/* What may be told is, and with the same word. */
START_TEST (a_plain_reason_is_told)
{
  g_autofree char *json = verdict_of ("rich", "U1", ORIENTA_AUDIENCE_THIRD_PARTY);
  assert_has (json, "\"status\":\"not_proposed\"");
  assert_has (json, "\"rule\":\"ceiling\"");
  assert_has (json, "\"held\":{");
}
END_TEST

TEST_MAIN ("verdict-json", a_refusal, a_yes_has_no_reasons, every_pair_is_canonical, a_special_reason_is_held,
           a_plain_reason_is_told)
