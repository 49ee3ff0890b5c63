/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"
#include "town.h"

/* A record is matched again to the same bytes, or it is said what is wrong with it. */

#define CASES 500

static void
assert_replays (OrientaPolicy *policy, OrientaRegister *reg, const OrientaMatching *matching)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *record = orienta_matching_to_json (matching);
  g_autofree char *longer = g_strconcat (record, "\n", NULL);
  g_autoptr (OrientaMatching) again = orienta_match_replay (record, -1, policy, reg, NULL, &error);
  ck_assert_msg (again != NULL, "%s", error ? error->message : "");
  g_autofree char *same = orienta_matching_to_json (again);
  ck_assert_str_eq (same, record);
  g_autoptr (OrientaMatching) third =
      orienta_match_replay (longer, (gssize) strlen (longer), policy, reg, NULL, &error);
  ck_assert_msg (third != NULL, "%s", error ? error->message : "");
}

static OrientaMatching *
match_at_random (const Village *village, OrientaPolicy *policy, OrientaRegister *reg, GRand *rand)
{
  Ask ask;
  ask_nothing (&ask);
  ask.households_first = g_rand_boolean (rand);
  ask.without_to_verify = g_rand_boolean (rand);
  ask.minimum = g_rand_boolean (rand) ? g_rand_int_range (rand, -5000, 5000) : G_MININT64;
  ask.barred[0][0] = g_rand_boolean (rand);
  ask.reserves[0] = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 5000) : 0;
  g_autoptr (OrientaMatchOptions) options = ask_options (&ask, village);
  orienta_match_options_set_seed (options, g_rand_boolean (rand) ? "t\tirage \"\xc3\xa9t\xc3\xa9\"" : NULL);
  orienta_match_options_set_unit_order (options, (OrientaUnitOrder) g_rand_int_range (rand, 0, 3));
  orienta_match_options_set_mechanism (options, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) today = village_match (policy, reg, options);
  if (g_rand_boolean (rand))
    orienta_match_options_set_baseline (options, today, g_rand_int_range (rand, 0, 4000));
  orienta_match_options_set_mechanism (options, (OrientaMechanism) g_rand_int_range (rand, 0, 3));
  return village_match (policy, reg, options);
}

START_TEST (test_same_again)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    village_random (&village, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&village);
    g_autoptr (OrientaRegister) reg = village_register (&village, policy);
    g_autoptr (OrientaMatching) matching = match_at_random (&village, policy, reg, rand);
    assert_replays (policy, reg, matching);
    if (orienta_matching_get_n_pairs (matching) == 0)
      continue;
    g_autofree char *id = g_strdup_printf ("H%u", orienta_matching_get_household (matching, 0));
    g_autoptr (OrientaMatching) after = orienta_matching_refuse (matching, id, NULL, NULL);
    if (after) /* a baseline may bind whoever refuses */
      assert_replays (policy, reg, after);
  }
}
END_TEST

START_TEST (test_given_again)
{
  static const char *const households[] = { "h3", "h2", "h1" }, *const units[] = { "B", "A", "C" };
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) given =
      orienta_match_given (town.policy, town.reg, town.options, 3, households, units, NULL, &error);
  assert_replays (town.policy, town.reg, given);
  town_close (&town);
}
END_TEST

/* A baseline of another month and another policy: h9 is not here any more, C is not open to h5, h3 is bound to C. */
START_TEST (test_baseline_of_others)
{
  static const char *const households[] = { "h9", "h5", "h3" }, *const units[] = { "A", "C", "C" };
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'before','version':'1'}");
  g_autoptr (OrientaRegister) reg = fixture_register (
      "{'orienta':1,'as_of':'2026-05-31','units':[{'id':'A','kind':'plai','territory':'T0'},"
      "{'id':'C','kind':'plai','territory':'T0','places':2}],'households':["
      "{'id':'h9','adults':1,'request_date':'2025-01-01'},{'id':'h3','adults':1,'request_date':'2025-01-01'},"
      "{'id':'h5','adults':1,'request_date':'2025-01-01'}]}",
      policy);
  g_autoptr (OrientaMatching) before = orienta_match_given (policy, reg, NULL, 3, households, units, NULL, &error);
  ck_assert_msg (before != NULL, "%s", error ? error->message : "");
  orienta_match_options_set_baseline (town.options, before, 0);
  g_autoptr (OrientaMatching) matching = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (matching, "h1A h3C");
  g_autofree char *record = orienta_matching_to_json (matching);
  ck_assert_ptr_nonnull (
      strstr (record, "\"baseline\":{\"most_loss\":0,\"pairs\":[{\"household\":\"h3\",\"unit\":\"C\"}]}"));
  assert_replays (town.policy, town.reg, matching);
  town_close (&town);
}
END_TEST

/* -- each way to be wrong -- */

/* What is changed in the record; `at`, within what it becomes, is where the fault is said to be; NULL: at the beginning
 * of the record. In the message, @ is the column. */
typedef struct {
  const char *from, *to, *at, *message;
} Wrong;

static const Wrong wrong[] = {
  { "'orienta_record':1", "'orienta_record':2", "2", "record:1:@: 'orienta_record': expected 1" },
  { "'orienta_record':1", "'orienta_record':'1'", "'1'", "record:1:@: 'orienta_record': expected 1" },
  { "'orienta_record':1", "'orienta_record':[1]", "[1]", "record:1:@: 'orienta_record': expected 1" },
  { "'orienta_record':1", "'orienta_recorf':1", NULL, "record:1:1: 'orienta_record': expected 1" },
  { "'options':{", "'optionz':{", NULL, "record:1:1: 'options': expected an object" },
  { "'policy':{", "'policz':{", NULL, "record:1:1: 'policy': expected an object" },
  { "'register':'", "'register':5,'was':'", "5", "record:1:@: 'register': expected text" },
  { "'mechanism':'optimal'", "'mechanism':'best'", "'best'",
    "record:1:@: 'mechanism': expected optimal, sequential, stable, given" },
  { "'objective':'points'", "'objective':'x'", "'x'", "record:1:@: 'objective': expected points, households" },
  { "'unit_order':'by_date'", "'unit_order':'x'", "'x'",
    "record:1:@: 'unit_order': expected as_listed, by_date, scarce_first" },
  { "'support':'policy'", "'support':null", "null", "record:1:@: 'support': expected text" },
  { "'support':'policy'", "'support':'x'", "'x'",
    "record:1:@: 'support': expected policy, required, preferred, ignored" },
  { "'level':'declared','mech", "'level':'x','mech", "'x'",
    "record:1:@: 'level': expected verified, declared, needs_validation" },
  { "'quotas':true", "'quotas':1", "1", "record:1:@: 'quotas': expected true or false" },
  { "'quotas':true", "'quotas':null", "null", "record:1:@: 'quotas': expected true or false" },
  { "'to_verify':true", "'to_verify':'true'", "'true'", "record:1:@: 'to_verify': expected true or false" },
  { "'minimum':null", "'minimum':'5'", "'5'", "record:1:@: 'minimum': expected a number or null" },
  { "'minimum':null", "'minimum':true", "true", "record:1:@: 'minimum': expected a number or null" },
  { "'minimum':null", "'minimum':1e300", "1e300", "record:1:@: 'minimum': expected a number or null" },
  { "'seed':null", "'seed':7", "7", "record:1:@: 'seed': expected text or null" },
  { "'seconds':null", "'seconds':7", "7", "record:1:@: 'seconds': expected text or null" },
  { "'barred':[]", "'barred':{}", "{}", "record:1:@: 'barred': expected a list of pairs" },
  { "'kept':[]", "'kept':null", "null", "record:1:@: 'kept': expected a list of pairs" },
  { "'given':[]", "'given':[5]", "5", "record:1:@: 'household': expected text" },
  { "'given':[]", "'given':[{'household':'h1','unit':null}]", "null", "record:1:@: 'unit': expected text" },
  { "'barred':[]", "'barred':[{'household':'x','unit':'A'}]", NULL, "no household 'x' in the register" },
  { "'quotas':true", "'quotas':true,'slot_reserves':5", "5",
    "record:1:@: 'slot_reserves': expected a list of reserves" },
  { "'quotas':true", "'quotas':true,'reserves':5", "5", "record:1:@: 'reserves': expected a list of reserves" },
  { "'quotas':true", "'quotas':true,'reserves':[{'unit':7}]", "7", "record:1:@: 'unit': expected text" },
  { "'quotas':true", "'quotas':true,'reserves':[{'points':0,'unit':'A'}]", "{'points':0",
    "record:1:@: 'points': expected a number above 0" },
  { "'quotas':true", "'quotas':true,'reserves':[{'points':1,'unit':'Z'}]", NULL,
    "no unit 'Z' in the register; did you mean 'A'?" },
  { "'baseline':null", "'baseline':5", "5", "record:1:@: 'pairs': expected a list of pairs" },
  { "'baseline':null", "'baseline':{'most_loss':'1','pairs':[]}", "'1'",
    "record:1:@: 'most_loss': expected a number or null" },
  { "'baseline':null", "'baseline':{'most_loss':1,'pairs':[{'household':1}]}", "1}",
    "record:1:@: 'household': expected text" },
};

static char *
changed (const char *record, const Wrong *row, gsize *column)
{
  g_autofree char *from = fixture_text (row->from), *to = fixture_text (row->to);
  g_autofree char *at = row->at ? fixture_text (row->at) : NULL;
  const char *place = strstr (record, from);
  ck_assert_msg (place && !strstr (place + 1, from), "%s", from);
  *column = (gsize) (place - record) + 1;
  if (at)
    *column += (gsize) (g_strrstr (to, at) - to);
  return g_strdup_printf ("%.*s%s%s", (int) (place - record), record, to, place + strlen (from));
}

START_TEST (test_wrong)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (best);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    gsize column;
    g_autoptr (GError) error = NULL;
    g_autofree char *text = changed (record, &wrong[i], &column), *message = fixture_text (wrong[i].message);
    g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, column);
    g_auto (GStrv) parts = g_strsplit (message, "@", 2);
    g_autofree char *expected = g_strjoinv (number, parts);
    ck_assert_msg (orienta_match_replay (text, -1, town.policy, town.reg, NULL, &error) == NULL, "%s", wrong[i].to);
    ck_assert_str_eq (error->message, expected);
  }
  town_close (&town);
}
END_TEST

static void
assert_refuses (const Town *town, const char *text, gssize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_match_replay (text, length, town->policy, town->reg, NULL, &error));
  ck_assert_str_eq (error->message, message);
}

/* Another answer: the first byte that differs, and 40 bytes before it. */
START_TEST (test_another_answer)
{
  static const Wrong total = { "'status':'optimal','total':21", "'status':'optimal','total':22", "2", NULL };
  Town town;
  gsize column;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (best), *text = changed (record, &total, &column);
  gsize byte = column - 1; /* g_strrstr: the last 2 of 22 */
  g_autofree char *message =
      g_strdup_printf ("record: another answer from byte %" G_GSIZE_FORMAT ": \"%.80s\", expected \"%.80s\"", byte,
                       text + byte - 40, record + byte - 40);
  assert_refuses (&town, text, -1, message);
  g_autofree char *spaced = g_strconcat ("{ ", record + 1, NULL);
  g_autofree char *of_space =
      g_strdup_printf ("record: another answer from byte 1: \"%.80s\", expected \"%.80s\"", spaced, record);
  assert_refuses (&town, spaced, -1, of_space);
  town_close (&town);
}
END_TEST

START_TEST (test_other_sources)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autofree char *record = orienta_matching_to_json (best);
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'other','version':'1'}");
  const char *sha256 = strstr (record, orienta_policy_get_sha256 (town.policy));
  g_autofree char *expected = g_strdup_printf ("record:1:%d: \"sha256\": expected %s", (int) (sha256 - record),
                                               orienta_policy_get_sha256 (policy));
  ck_assert_ptr_null (orienta_match_replay (record, -1, policy, town.reg, NULL, &error));
  ck_assert_str_eq (error->message, expected);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  town_close (&town);
}
END_TEST

START_TEST (test_no_record)
{
  Town town;
  town_open (&town);
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_match_replay ("{", -1, town.policy, town.reg, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_SYNTAX));
  g_clear_error (&error);
  ck_assert_ptr_null (orienta_match_replay ("", 0, town.policy, town.reg, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_SYNTAX));
  assert_refuses (&town, "[]", -1, "record:1:1: \"orienta_record\": expected 1");
  assert_refuses (&town, "5", -1, "record:1:1: \"orienta_record\": expected 1");
  assert_refuses (&town, "{}xyz", 2, "record:1:1: \"orienta_record\": expected 1");
  town_close (&town);
}
END_TEST

TEST_MAIN ("replay", test_same_again, test_given_again, test_baseline_of_others, test_wrong, test_another_answer,
           test_other_sources, test_no_record)
