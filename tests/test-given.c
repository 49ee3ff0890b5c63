/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "town.h"

/* A matching made by hand: what it comes to, and each way in which it cannot be (town.h). */

static OrientaMatching *
give (const Town *town, const char *const *pairs, GError **error)
{
  const char *households[8], *units[8];
  guint n = 0;
  for (; pairs[2 * n]; n++) {
    households[n] = pairs[2 * n];
    units[n] = pairs[2 * n + 1];
  }
  return orienta_match_given (town->policy, town->reg, town->options, n, households, units, NULL, error);
}

START_TEST (test_given)
{
  static const char *const pairs[] = { "h3", "B", "h1", "C", "h2", "A", NULL };
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) given = give (&town, pairs, &error);
  ck_assert_msg (given != NULL, "%s", error ? error->message : "");
  assert_homes (given, "h1C h2A h3B");
  ck_assert_int_eq (orienta_matching_get_mechanism (given), ORIENTA_MECHANISM_GIVEN);
  ck_assert_int_eq (orienta_matching_get_status (given), ORIENTA_MATCH_PLAIN);
  ck_assert_int_eq (orienta_matching_get_total (given), 21000);
  ck_assert_int_eq (orienta_matching_get_limit_amount (given, 0), 2);
  ck_assert_uint_eq (orienta_matching_get_n_moves (given), 3);
  ck_assert (!orienta_matching_has_prices (given));
  ck_assert_int_eq (orienta_matching_get_reason (given, 0), ORIENTA_REASON_MATCH_OUTSCORED);
  ck_assert_int_eq (orienta_matching_get_nearest (given, 0), TOWN_A);
  ck_assert_int_eq (orienta_matching_get_margin (given, 0), 3000); /* 9, and 12 hold A */
  ck_assert (orienta_matching_verify (given, town.policy, town.reg, &error));
  town_close (&town);
}
END_TEST

START_TEST (test_nothing_given)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) given = orienta_match_given (town.policy, town.reg, NULL, 0, NULL, NULL, NULL, &error);
  ck_assert_uint_eq (orienta_matching_get_n_pairs (given), 0);
  ck_assert_uint_eq (orienta_matching_get_n_unmatched (given), 5);
  ck_assert_int_eq (orienta_matching_get_total (given), 0);
  ck_assert_int_eq (orienta_matching_get_cutoff (given, TOWN_A), G_MININT64);
  ck_assert_int_eq (orienta_matching_get_cutoff (given, TOWN_B), G_MAXINT64);
  ck_assert_int_eq (orienta_matching_get_reason (given, 3), ORIENTA_REASON_MATCH_ORDER); /* h4: A stands empty */
  ck_assert (orienta_matching_verify (given, town.policy, town.reg, &error));
  town_close (&town);
}
END_TEST

typedef struct {
  const char *pairs[7];
  const char *message;
} Wrong;

START_TEST (test_refused)
{
  static const Wrong rows[] = {
    { { "x", "A" }, "household \"x\", unit \"A\": not in the register, expected ids of it" },
    { { "h1", "x" }, "household \"h1\", unit \"x\": not in the register, expected ids of it" },
    { { "h1", "B" }, "household \"h1\", unit \"B\": not open to it, expected a pair that is" },
    { { "h2", "B" }, "household \"h2\", unit \"B\": not open to it, expected a pair that is" },
    { { "h1", "A", "h1", "C" }, "household \"h1\", unit \"C\": a second home, expected one at most" },
    { { "h1", "A", "h3", "C", "h1", "A" }, "household \"h1\", unit \"A\": twice, expected one home at most" },
    { { "h1", "A", "h2", "A", "h4", "A" }, "unit \"A\": 2 households more than places, expected none" },
    { { "h3", "B" }, "unit \"B\": 1 households more than places, expected none" },
    { { "h4", "D" }, "unit \"D\": 1 households more than places, expected none" },
  };
  Town town;
  town_open (&town);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert_ptr_null (give (&town, rows[i].pairs, &error));
    ck_assert_str_eq (error->message, rows[i].message);
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  }
  town_close (&town);
}
END_TEST

/* What the options leave out is not open either. */
/* Who refuses is taken out; the others stand as they were given. */
START_TEST (test_refusal)
{
  static const char *const pairs[] = { "h3", "B", "h1", "C", "h2", "A", NULL };
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) given = give (&town, pairs, &error);
  g_autoptr (OrientaMatching) after = orienta_matching_refuse (given, "h3", NULL, &error);
  ck_assert_msg (after != NULL, "%s", error ? error->message : "");
  assert_homes (after, "h1C h2A");
  ck_assert (orienta_matching_verify (after, town.policy, town.reg, &error));
  town_close (&town);
}
END_TEST

START_TEST (test_options_hold)
{
  static const char *const pairs[] = { "h1", "C", NULL };
  Town town;
  town_open (&town);
  orienta_match_options_set_minimum (town.options, 4001);
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (give (&town, pairs, &error));
  ck_assert_str_eq (error->message, "household \"h1\", unit \"C\": not open to it, expected a pair that is");
  g_clear_error (&error);
  orienta_match_options_set_minimum (town.options, 4000);
  g_autoptr (OrientaMatching) given = give (&town, pairs, &error);
  assert_homes (given, "h1C");
  town_close (&town);
}
END_TEST

TEST_MAIN ("given", test_given, test_nothing_given, test_refused, test_refusal, test_options_hold)
