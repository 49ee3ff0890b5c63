/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "town.h"

#include "match/match-options-private.h"

/* Options, and pairs that are decided (town.h). */

START_TEST (test_usual)
{
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  ck_assert_int_eq (options->mechanism, ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_int_eq (options->objective, ORIENTA_OBJECTIVE_POINTS);
  ck_assert_int_eq (options->level, ORIENTA_EVIDENCE_DECLARED);
  ck_assert_int_eq (options->support, ORIENTA_SUPPORT_USE_POLICY);
  ck_assert (options->to_verify && options->quotas);
  ck_assert_int_eq (options->minimum, G_MININT64);
  ck_assert_ptr_null (options->seed);
  ck_assert_ptr_null (options->baseline);
  orienta_match_options_unref (orienta_match_options_ref (options));
  orienta_match_options_unref (NULL);
}
END_TEST

static void
assert_pair (const GArray *pairs, guint place, const char *household, const char *unit)
{
  const OrientaNamedPair *pair = &g_array_index (pairs, OrientaNamedPair, place);
  ck_assert_str_eq (pair->household, household);
  ck_assert_str_eq (pair->unit, unit);
}

/* The order of the calls leaves no trace, nor that one came twice; a copy says the same and stands by itself. */
START_TEST (test_pairs_in_order)
{
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_bar (options, "h2", "A");
  orienta_match_options_bar (options, "h1", "B");
  orienta_match_options_bar (options, "h1", "A");
  orienta_match_options_bar (options, "h2", "A");
  orienta_match_options_keep (options, "h3", "C");
  orienta_match_options_set_seed (options, "draw");
  g_autoptr (OrientaMatchOptions) copy = orienta_match_options_copy (options);
  orienta_match_options_bar (options, "h0", "A");
  orienta_match_options_set_seed (options, NULL);
  ck_assert_uint_eq (copy->barred->len, 3);
  assert_pair (copy->barred, 0, "h1", "A");
  assert_pair (copy->barred, 1, "h1", "B");
  assert_pair (copy->barred, 2, "h2", "A");
  ck_assert_uint_eq (copy->kept->len, 1);
  assert_pair (copy->kept, 0, "h3", "C");
  ck_assert_str_eq (copy->seed, "draw");
}
END_TEST

START_TEST (test_kept_and_barred)
{
  Town town;
  town_open (&town);
  orienta_match_options_keep (town.options, "h1", "A");
  g_autoptr (OrientaMatching) kept = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (kept, "h1A h3C"); /* h2 stays */
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  assert_homes (today, "h1A h3C");
  orienta_match_options_bar (town.options, "h3", "C");
  g_autoptr (OrientaMatching) barred = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (barred, "h1A");
  ck_assert_int_eq (orienta_matching_get_reason (barred, 1), ORIENTA_REASON_MATCH_HELD); /* h3: h2 holds B */
  orienta_match_options_bar (town.options, "h3", "B");
  g_autoptr (OrientaMatching) out = town_match (&town, ORIENTA_MECHANISM_STABLE);
  assert_homes (out, "h1A");
  ck_assert_int_eq (orienta_matching_get_reason (out, 1), ORIENTA_REASON_MATCH_LEFT_OUT);
  town_close (&town);
}
END_TEST

/* A baseline of h1 in A (13) and h3 in C (6). h1 in C would lose 9. */
START_TEST (test_baseline)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_baseline (town.options, today, 9000);
  g_autoptr (OrientaMatching) loose = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (loose, "h1C h2A h3B");
  orienta_match_options_set_baseline (town.options, today, 8999);
  g_autoptr (OrientaMatching) tight = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (tight, "h1A h3C");
  orienta_match_options_set_baseline (town.options, NULL, 0);
  g_autoptr (OrientaMatching) free = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (free, "h1C h2A h3B");
  town_close (&town);
}
END_TEST

/* A pair of the baseline that is refused, or below the minimum, binds nobody; the others it binds still. */
START_TEST (test_baseline_not_open)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_baseline (town.options, today, 0);
  orienta_match_options_bar (town.options, "h1", "A");
  g_autoptr (OrientaMatching) refused = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (refused, "h2A h3C");
  orienta_match_options_set_minimum (town.options, 6001);
  g_autoptr (OrientaMatching) high = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (high, "h2A");
  town_close (&town);
}
END_TEST

/* Points 12 at least: h1 or h2 in A. */
START_TEST (test_minimum)
{
  Town town;
  town_open (&town);
  orienta_match_options_set_minimum (town.options, 12000);
  g_autoptr (OrientaMatching) most = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (most, "h1A");
  ck_assert_int_eq (orienta_matching_get_margin (most, 0), 1000);
  ck_assert_int_eq (orienta_matching_get_reason (most, 1), ORIENTA_REASON_MATCH_LEFT_OUT);   /* h3 */
  ck_assert_int_eq (orienta_matching_get_reason (most, 3), ORIENTA_REASON_NOTHING_ELIGIBLE); /* h5 */
  town_close (&town);
}
END_TEST

typedef struct {
  const char *kept[5], *barred[3]; /* household, unit */
  OrientaMechanism mechanism;
  OrientaErrorCode code;
  const char *message;
} Wrong;

static void
assert_wrong (const Wrong *row)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  for (guint i = 0; row->kept[i]; i += 2)
    orienta_match_options_keep (town.options, row->kept[i], row->kept[i + 1]);
  if (row->barred[0])
    orienta_match_options_bar (town.options, row->barred[0], row->barred[1]);
  orienta_match_options_set_mechanism (town.options, row->mechanism);
  ck_assert_ptr_null (orienta_match (town.policy, town.reg, town.options, NULL, &error));
  ck_assert_str_eq (error->message, row->message);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, (gint) row->code));
  town_close (&town);
}

static void
assert_reserved (const OrientaMatching *matching, guint place, gint64 margin)
{
  ck_assert_int_eq (orienta_matching_get_reason (matching, place), ORIENTA_REASON_MATCH_RESERVED);
  ck_assert_int_eq (orienta_matching_get_nearest (matching, place), TOWN_A);
  ck_assert_int_eq (orienta_matching_get_margin (matching, place), margin);
}

/* A is worth 12.5 points when kept: h1 brings half a point more, h2 and h4 too few. Worth 14, it stays empty, and the
 * three are told so. */
START_TEST (test_reserve)
{
  Town town;
  town_open (&town);
  orienta_match_options_set_reserve (town.options, "A", 12500);
  g_autoptr (OrientaMatching) some = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (some, "h1A h3C");
  ck_assert_int_eq (orienta_matching_get_total (some), 19000);
  orienta_match_options_set_reserve (town.options, "A", 14000);
  for (guint mechanism = ORIENTA_MECHANISM_OPTIMAL; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++) {
    g_autoptr (OrientaMatching) none = town_match (&town, (OrientaMechanism) mechanism);
    assert_homes (none, "h3C");
    assert_reserved (none, 0, 1000); /* h1 */
    assert_reserved (none, 1, 2000); /* h2 */
    assert_reserved (none, 2, 5000); /* h4 */
    ck_assert_int_eq (orienta_matching_get_reason (none, 3), ORIENTA_REASON_NOTHING_ELIGIBLE);
  }
  orienta_match_options_set_reserve (town.options, "A", 0);
  g_autoptr (OrientaMatching) all = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (all, "h1C h2A h3B");
  town_close (&town);
}
END_TEST

/* What is decided stands; a home that nobody knows is an error. */
START_TEST (test_reserve_and_kept)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  orienta_match_options_set_reserve (town.options, "A", 14000);
  orienta_match_options_keep (town.options, "h4", "A");
  g_autoptr (OrientaMatching) kept = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (kept, "h3C h4A");
  ck_assert_int_eq (orienta_matching_get_reason (kept, 1), ORIENTA_REASON_MATCH_LEFT_OUT); /* h2: A is not free */
  orienta_match_options_set_reserve (town.options, "Z", 1);
  ck_assert_ptr_null (orienta_match (town.policy, town.reg, town.options, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
  town_close (&town);
}
END_TEST

START_TEST (test_reserves_in_order)
{
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_reserve (options, "B", 2);
  orienta_match_options_set_reserve (options, "A", 1);
  orienta_match_options_set_reserve (options, "C", 3);
  orienta_match_options_set_reserve (options, "B", 5);
  orienta_match_options_set_reserve (options, "C", 0);
  g_autoptr (OrientaMatchOptions) copy = orienta_match_options_copy (options);
  ck_assert_uint_eq (copy->reserves->len, 2);
  ck_assert_str_eq (g_array_index (copy->reserves, OrientaNamedReserve, 0).unit, "A");
  ck_assert_str_eq (g_array_index (copy->reserves, OrientaNamedReserve, 1).unit, "B");
  ck_assert_int_eq (g_array_index (copy->reserves, OrientaNamedReserve, 1).points, 5);
}
END_TEST

START_TEST (test_refused)
{
  static const Wrong rows[] = {
    { { "x", "A" },
      { NULL },
      ORIENTA_MECHANISM_OPTIMAL,
      ORIENTA_ERROR_NOT_FOUND,
      "no household \"x\" in the register" },
    { { "h1", "x" },
      { NULL },
      ORIENTA_MECHANISM_STABLE,
      ORIENTA_ERROR_NOT_FOUND,
      "no unit \"x\" in the register; did you mean \"A\"?" },
    { { NULL },
      { "x", "A" },
      ORIENTA_MECHANISM_SEQUENTIAL,
      ORIENTA_ERROR_NOT_FOUND,
      "no household \"x\" in the register" },
    { { "h1", "A", "h1", "C" },
      { NULL },
      ORIENTA_MECHANISM_OPTIMAL,
      ORIENTA_ERROR_INVALID,
      "household \"h1\": two homes to keep, expected one at most" },
    { { "h1", "B" },
      { NULL },
      ORIENTA_MECHANISM_SEQUENTIAL,
      ORIENTA_ERROR_INVALID,
      "household \"h1\": the home to keep is refused, expected one that it may have" },
    { { "h1", "A", "h4", "A" },
      { NULL },
      ORIENTA_MECHANISM_STABLE,
      ORIENTA_ERROR_INVALID,
      "household \"h4\": no place left in unit \"A\", expected no more to keep than places" },
    { { "h3", "B" },
      { NULL },
      ORIENTA_MECHANISM_SEQUENTIAL,
      ORIENTA_ERROR_INVALID,
      "household \"h3\": no place left in unit \"B\", expected no more to keep than places" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_wrong (&rows[i]);
}
END_TEST

TEST_MAIN ("match-options", test_usual, test_pairs_in_order, test_kept_and_barred, test_baseline,
           test_baseline_not_open, test_minimum, test_reserve, test_reserve_and_kept, test_reserves_in_order,
           test_refused)
