/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"
#include "town.h"

/* What changes from one matching to another, counted by hand (town.h). */

START_TEST (test_mechanisms)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *diff = orienta_matching_diff (today, best);
  assert_canonical (diff);
  assert_has (diff, "\"enter\":[{\"after\":\"A\",\"before\":null,\"household\":\"h2\"}]");
  assert_has (diff, "\"leave\":[]");
  assert_has (diff, "\"move\":[{\"after\":\"C\",\"before\":\"A\",\"household\":\"h1\"},{\"after\":\"B\",\"before\":"
                    "\"C\",\"household\":\"h3\"}]");
  assert_has (diff, "{\"enter\":0,\"group\":\"addiction\",\"housed_after\":1,\"housed_before\":1,\"households_after\":"
                    "1,\"households_before\":1,\"leave\":0,\"move\":1}");
  assert_has (diff, "{\"enter\":0,\"group\":\"street\",\"housed_after\":1,\"housed_before\":1,\"households_after\":2,"
                    "\"households_before\":2,\"leave\":0,\"move\":1}");
  assert_has (diff, "{\"enter\":1,\"group\":\"overcrowded\",\"housed_after\":1,\"housed_before\":0,\"households_"
                    "after\":1,\"households_before\":1,\"leave\":0,\"move\":0}");
  assert_has (diff, "{\"enter\":0,\"group\":\"health\",\"housed_after\":0,\"housed_before\":0,\"households_after\":0,"
                    "\"households_before\":0,\"leave\":0,\"move\":0}");
  assert_has (diff, "{\"after\":{\"housed\":3,\"mechanism\":\"optimal\",\"policy\":{\"id\":\"town\",");
  assert_has (diff, "\"before\":{\"housed\":2,\"mechanism\":\"sequential\",");
  assert_has (diff, "\"total\":21}");
  assert_has (diff, "\"total\":19}");
  ck_assert_uint_eq (count_of (diff, "\"group\":"), 12 + 13); /* needs and situations */
  town_close (&town);
}
END_TEST

START_TEST (test_turned_round)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *diff = orienta_matching_diff (best, today);
  assert_has (diff, "\"enter\":[]");
  assert_has (diff, "\"leave\":[{\"after\":null,\"before\":\"A\",\"household\":\"h2\"}]");
  assert_has (diff, "{\"enter\":0,\"group\":\"overcrowded\",\"housed_after\":0,\"housed_before\":1,\"households_"
                    "after\":1,\"households_before\":1,\"leave\":1,\"move\":0}");
  g_autofree char *same = orienta_matching_diff (best, best);
  assert_has (same, "\"enter\":[],\"leave\":[],\"move\":[]}");
  town_close (&town);
}
END_TEST

/* Another month: h1 is gone, h0 is new and comes before everybody, in A. */
START_TEST (test_another_register)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaRegister) reg = fixture_register (
      "{'orienta':1,'as_of':'2026-07-31','territories':[{'id':'T0'}],'units':["
      "{'id':'A','kind':'plai','territory':'T0'},{'id':'E','kind':'plai','territory':'T0'}],'households':["
      "{'id':'h0','adults':1,'request_date':'2025-01-01','situation':'street','needs':['health']},"
      "{'id':'h3','adults':1,'request_date':'2025-01-01','situation':'hotel'}],'outcomes':["
      "{'household_id':'h0','unit_id':'A','value':3},{'household_id':'h3','unit_id':'E','value':3}]}",
      town.policy);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaMatching) next = orienta_match (town.policy, reg, NULL, NULL, &error);
  g_autofree char *diff = orienta_matching_diff (best, next);
  assert_canonical (diff);
  assert_has (diff, "\"enter\":[{\"after\":\"A\",\"before\":null,\"household\":\"h0\"}]");
  assert_has (diff, "\"leave\":[{\"after\":null,\"before\":\"C\",\"household\":\"h1\"},{\"after\":null,\"before\":"
                    "\"A\",\"household\":\"h2\"}]");
  assert_has (diff, "\"move\":[{\"after\":\"E\",\"before\":\"B\",\"household\":\"h3\"}]");
  assert_has (diff, "{\"enter\":1,\"group\":\"health\",\"housed_after\":1,\"housed_before\":0,\"households_after\":1,"
                    "\"households_before\":0,\"leave\":0,\"move\":0}");
  assert_has (diff, "{\"enter\":1,\"group\":\"street\",\"housed_after\":1,\"housed_before\":1,\"households_after\":1,"
                    "\"households_before\":2,\"leave\":1,\"move\":0}");
  town_close (&town);
}
END_TEST

TEST_MAIN ("diff", test_mechanisms, test_turned_round, test_another_register)
