/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"
#include "best.h"
#include "town.h"

/* The record: what stands in it, that it is canonical, and that nothing but what was asked changes a byte of it. */

#define CASES 400

START_TEST (test_whole)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (best);
  assert_canonical (record);
  assert_has (record, "{\"as_of\":\"2026-06-30\",");
  assert_has (record,
              "\"bounds\":[1,21000,3,3,2],\"levels\":[{\"level\":\"bound\",\"tier\":null},{\"level\":\"points\","
              "\"tier\":null},{\"level\":\"housed\",\"tier\":null},{\"level\":\"in_choice\",\"tier\":null},"
              "{\"level\":\"durable\",\"tier\":null}]");
  assert_has (record, "\"totals\":[1,21000,3,3,2]");
  assert_has (record, "\"conflicts\":[],");
  assert_has (record, "{\"amount\":2,\"bound\":\"max_count\",\"gain\":0,\"gain_housed\":0,\"holds\":true,\"id\":"
                      "\"few\",\"kind\":\"quota\",\"least\":null,"
                      "\"most\":2,\"part\":null}");
  assert_has (record,
              "{\"amount\":1,\"bound\":\"slots\",\"holds\":true,\"id\":\"S\",\"kind\":\"service\",\"least\":null,"
              "\"most\":1,\"part\":null}");
  assert_has (record, "\"moves\":[{\"exchange\":false,\"households\":[\"h1\"]},"
                      "{\"exchange\":false,\"households\":[\"h2\",\"h3\"]}]");
  assert_has (record, "\"pairs\":[{\"household\":\"h1\",\"in_choice\":true,\"lacks_support\":false,\"leaves\":null,"
                      "\"points\":4,\"service\":\"S\",\"status\":\"eligible\",\"unit\":\"C\"},"
                      "{\"household\":\"h2\",\"in_choice\":true,\"lacks_support\":false,\"leaves\":\"B\",\"points\":12,"
                      "\"service\":null,\"status\":\"eligible\",\"unit\":\"A\"},");
  assert_has (record, "\"status\":\"optimal\",\"total\":21,");
  assert_has (record, "{\"cutoff\":12,\"gain\":10,\"gain_housed\":0,\"loss\":15,\"loss_housed\":2,\"unit\":\"A\"}");
  assert_has (record,
              "{\"cutoff\":\"none\",\"gain\":8,\"gain_housed\":1,\"loss\":0,\"loss_housed\":0,\"unit\":\"D\"}]");
  assert_has (record,
              "\"unmatched\":[{\"household\":\"h4\",\"limit\":null,\"margin\":6,\"nearest\":\"A\","
              "\"reason\":\"match-outscored\"},{\"household\":\"h5\",\"limit\":null,\"margin\":0,\"nearest\":null,"
              "\"reason\":\"nothing-eligible\"}]}");
  assert_has (record, orienta_policy_get_sha256 (town.policy));
  assert_has (record, orienta_register_get_sha256 (town.reg));
  town_close (&town);
}
END_TEST

START_TEST (test_options)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_baseline (town.options, today, 9500);
  orienta_match_options_bar (town.options, "h4", "A");
  orienta_match_options_keep (town.options, "h2", "A");
  orienta_match_options_set_minimum (town.options, -2500);
  orienta_match_options_set_seed (town.options, "a \"draw\"\xc3\xa9");
  orienta_match_options_set_seconds (town.options, 1.5);
  orienta_match_options_set_support (town.options, ORIENTA_SUPPORT_USE_IGNORED);
  orienta_match_options_set_objective (town.options, ORIENTA_OBJECTIVE_HOUSEHOLDS);
  orienta_match_options_set_to_verify (town.options, FALSE);
  orienta_match_options_set_quotas (town.options, FALSE);
  orienta_match_options_set_level (town.options, ORIENTA_EVIDENCE_NEEDS_VALIDATION);
  orienta_match_options_set_unit_order (town.options, ORIENTA_UNITS_SCARCE_FIRST);
  g_autoptr (OrientaMatching) matching = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (matching);
  assert_canonical (record);
  assert_has (
      record,
      "\"options\":{\"barred\":[{\"household\":\"h4\",\"unit\":\"A\"}],\"baseline\":{\"most_loss\":9.5,"
      "\"pairs\":[{\"household\":\"h1\",\"unit\":\"A\"},{\"household\":\"h3\",\"unit\":\"C\"}]},"
      "\"given\":[],\"kept\":[{\"household\":\"h2\",\"unit\":\"A\"}],\"level\":\"needs_validation\","
      "\"mechanism\":\"optimal\",\"minimum\":-2.5,\"objective\":\"households\",\"prices\":\"quick\",\"quotas\":false,"
      "\"seconds\":\"1.5\",\"seed\":\"a \\\"draw\\\"\xc3\xa9\",\"support\":\"ignored\","
      "\"to_verify\":false,\"unit_order\":\"scarce_first\"}");
  town_close (&town);
}
END_TEST

/* Told where there are some, and not at all where there are none. */
START_TEST (test_reserves)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) without = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *plain = orienta_matching_to_json (without);
  ck_assert_ptr_null (strstr (plain, "reserves"));
  orienta_match_options_set_reserve (town.options, "C", 500);
  orienta_match_options_set_reserve (town.options, "A", 14000);
  g_autoptr (OrientaMatching) matching = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (matching);
  assert_canonical (record);
  assert_has (record, "\"quotas\":true,\"reserves\":[{\"points\":14,\"unit\":\"A\"},{\"points\":0.5,\"unit\":\"C\"}],"
                      "\"seconds\":null");
  assert_has (record,
              "{\"household\":\"h1\",\"limit\":null,\"margin\":1,\"nearest\":\"A\",\"reason\":\"match-reserved\"}");
  town_close (&town);
}
END_TEST

/* -- the same bytes -- */

/* Turns the lists of a document round, outermost lists of objects only. */
static OrientaRegister *
turned_round (const Village *village, OrientaPolicy *policy)
{
  g_autoptr (GString) out = g_string_new ("{'orienta':1,'as_of':'2026-06-30','outcomes':[");
  g_autoptr (GString) units = g_string_new (NULL);
  village_add_outcomes (village, out);
  g_string_append (out, "],'territories':[{'id':'T2'},{'id':'T1'},{'id':'T0'}],'households':[");
  for (guint i = village->n_households; i-- > 0;) {
    g_autoptr (GString) one = g_string_new (NULL);
    village_add_household (village, one, i);
    g_string_append_printf (out, "%s%s", i + 1 < village->n_households ? "," : "", one->str + (i > 0));
  }
  village_add_units (village, units);
  g_string_append_printf (out, "],'units':[%s]}", units->str);
  return fixture_register (out->str, policy);
}

START_TEST (test_same_bytes)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
    Village village;
    village_random (&village, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&village);
    g_autoptr (OrientaRegister) reg = village_register (&village, policy);
    g_autoptr (OrientaRegister) turned = turned_round (&village, policy);
    orienta_match_options_set_mechanism (options, (OrientaMechanism) (seed % 3));
    orienta_match_options_set_seed (options, seed % 2 ? "round 1" : NULL);
    orienta_match_options_set_n_threads (options, 1);
    g_autoptr (OrientaMatching) one = village_match (policy, reg, options);
    orienta_match_options_set_n_threads (options, 3);
    g_autoptr (OrientaMatching) three = village_match (policy, reg, options);
    g_autoptr (OrientaMatching) other = village_match (policy, turned, options);
    g_autofree char *a = orienta_matching_to_json (one), *b = orienta_matching_to_json (three);
    g_autofree char *c = orienta_matching_to_json (other);
    assert_canonical (a);
    ck_assert_str_eq (a, b);
    ck_assert_str_eq (a, c);
  }
}
END_TEST

TEST_MAIN ("record", test_whole, test_options, test_reserves, test_same_bytes)
