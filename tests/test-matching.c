/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "town.h"

#include "match/matching-private.h"

#include <string.h>

/* What a matching tells, worked out by hand (town.h). */

START_TEST (test_pairs)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (best, "h1C h2A h3B");
  ck_assert_ptr_eq (orienta_matching_get_policy (best), town.policy);
  ck_assert_ptr_eq (orienta_matching_get_register (best), town.reg);
  ck_assert_int_eq (orienta_matching_get_status (best), ORIENTA_MATCH_OPTIMAL);
  ck_assert_int_eq (orienta_matching_get_mechanism (best), ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_int_eq (orienta_matching_get_total (best), 21000);
  ck_assert_int_eq (orienta_matching_get_bound (best), 21000);
  ck_assert_int_eq (orienta_matching_get_points (best, 0), 4000);
  ck_assert_int_eq (orienta_matching_get_pair_status (best, 0), ORIENTA_ELIGIBLE);
  ck_assert (orienta_matching_is_in_choice (best, 2));
  ck_assert_int_eq (orienta_matching_get_left (best, 0), -1);
  ck_assert_int_eq (orienta_matching_get_left (best, 1), TOWN_B);
  ck_assert_int_eq (orienta_matching_find_household (best, 2), 2);
  ck_assert_int_eq (orienta_matching_find_household (best, 3), -1);
  town_close (&town);
}
END_TEST

START_TEST (test_unmatched)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_uint_eq (orienta_matching_get_n_unmatched (best), 2);
  ck_assert_uint_eq (orienta_matching_get_unmatched (best, 0), 3);
  /* With h4 in A: its 9, and h3 in C with 6: 15 in place of 21. D has no place. */
  ck_assert_int_eq (orienta_matching_get_reason (best, 0), ORIENTA_REASON_MATCH_OUTSCORED);
  ck_assert_int_eq (orienta_matching_get_nearest (best, 0), TOWN_A);
  ck_assert_int_eq (orienta_matching_get_margin (best, 0), 6000);
  ck_assert_int_eq (orienta_matching_get_reason_limit (best, 0), -1);
  ck_assert_int_eq (orienta_matching_get_reason (best, 1), ORIENTA_REASON_NOTHING_ELIGIBLE);
  ck_assert_int_eq (orienta_matching_get_nearest (best, 1), -1);
  town_close (&town);
}
END_TEST

static void
assert_worth (const OrientaMatching *matching, guint unit, gint64 gain, gint gain_housed, gint64 loss, gint loss_housed)
{
  ck_assert_int_eq (orienta_matching_get_gain (matching, unit), gain);
  ck_assert_int_eq (orienta_matching_get_gain_housed (matching, unit), gain_housed);
  ck_assert_int_eq (orienta_matching_get_loss (matching, unit), loss);
  ck_assert_int_eq (orienta_matching_get_loss_housed (matching, unit), loss_housed);
}

START_TEST (test_worths_and_cutoffs)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  ck_assert (orienta_matching_has_prices (best));
  assert_worth (best, TOWN_A, 10000, 0, 15000, 2); /* h1 and h2 there, h3 in C: 31; only h3 in C: 6 */
  assert_worth (best, TOWN_B, 0, 0, 3000, 1);      /* h2 to A, h3 to C: 18 */
  assert_worth (best, TOWN_C, 1000, 0, 4000, 1);   /* h3 too: 22; h1 nowhere: 17 */
  assert_worth (best, TOWN_D, 8000, 1, 0, 0);      /* h4 */
  ck_assert_int_eq (orienta_matching_get_cutoff (best, TOWN_A), 12000);
  ck_assert_int_eq (orienta_matching_get_cutoff (best, TOWN_B), 5000);
  ck_assert_int_eq (orienta_matching_get_cutoff (best, TOWN_C), 4000);
  ck_assert_int_eq (orienta_matching_get_cutoff (best, TOWN_D), G_MAXINT64);
  town_close (&town);
}
END_TEST

START_TEST (test_other_mechanisms)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) today = town_match (&town, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) stable = town_match (&town, ORIENTA_MECHANISM_STABLE);
  const OrientaMatching *both[] = { today, stable };
  for (guint i = 0; i < G_N_ELEMENTS (both); i++) {
    assert_homes (both[i], "h1A h3C");
    ck_assert_int_eq (orienta_matching_get_status (both[i]), ORIENTA_MATCH_PLAIN);
    ck_assert_int_eq (orienta_matching_get_total (both[i]), 19000);
    ck_assert_uint_eq (orienta_matching_get_n_unmatched (both[i]), 3);
    ck_assert_int_eq (orienta_matching_get_reason (both[i], 0), ORIENTA_REASON_MATCH_OUTSCORED);
    ck_assert_int_eq (orienta_matching_get_margin (both[i], 0), 1000);
    ck_assert_int_eq (orienta_matching_get_margin (both[i], 1), 4000);
    ck_assert_int_eq (orienta_matching_get_gain (both[i], TOWN_D), 0);
  }
  town_close (&town);
}
END_TEST

START_TEST (test_limits)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_uint_eq (orienta_matching_get_n_limits (best), 3);
  ck_assert_int_eq (orienta_matching_get_limit_kind (best, 0), ORIENTA_LIMIT_QUOTA);
  ck_assert_str_eq (orienta_matching_get_limit_id (best, 0), "few");
  ck_assert_str_eq (orienta_matching_get_limit_bound (best, 0), "max_count");
  ck_assert_ptr_null (orienta_matching_get_limit_part (best, 0));
  ck_assert_int_eq (orienta_matching_get_limit_amount (best, 0), 2);
  ck_assert_int_eq (orienta_matching_get_limit_least (best, 0), G_MININT64);
  ck_assert_int_eq (orienta_matching_get_limit_most (best, 0), 2);
  ck_assert (orienta_matching_limit_holds (best, 0));
  ck_assert_int_eq (orienta_matching_get_limit_kind (best, 2), ORIENTA_LIMIT_SERVICE);
  ck_assert_str_eq (orienta_matching_get_limit_id (best, 2), "S");
  ck_assert_str_eq (orienta_matching_get_limit_bound (best, 2), "slots");
  ck_assert_int_eq (orienta_matching_get_limit_amount (best, 1), 0);
  ck_assert_int_eq (orienta_matching_get_limit_amount (best, 2), 1);
  ck_assert_uint_eq (orienta_matching_get_n_conflicts (best), 0);
  town_close (&town);
}
END_TEST

/* -- HF5: who refuses stays a candidate -- */

START_TEST (test_refusal)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  /* h1 moves first, then h2, then h3. Without h1 in C it is worth A, and h3 then goes to C. */
  g_autoptr (OrientaMatching) first = orienta_matching_refuse (best, "h1", NULL, &error);
  assert_homes (first, "h1A h3C");
  /* h1 keeps C; h2 is without A, which h4 has; nobody leaves B. */
  g_autoptr (OrientaMatching) second = orienta_matching_refuse (best, "h2", NULL, &error);
  assert_homes (second, "h1C h4A");
  /* h1 and h2 keep what they have; C is taken, and B stays empty. */
  g_autoptr (OrientaMatching) third = orienta_matching_refuse (best, "h3", NULL, &error);
  assert_homes (third, "h1C h2A");
  g_autoptr (OrientaMatching) again = orienta_matching_refuse (second, "h4", NULL, &error);
  assert_homes (again, "h1C");
  ck_assert (orienta_matching_verify (again, town.policy, town.reg, &error));
  ck_assert_ptr_null (orienta_matching_refuse (best, "h4", NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
  ck_assert_str_eq (error->message, "household \"h4\": expected one that this matching houses");
  g_clear_error (&error);
  ck_assert_ptr_null (orienta_matching_refuse (best, "nobody", NULL, &error));
  ck_assert_str_eq (error->message, "household \"nobody\": expected one that this matching houses");
  town_close (&town);
}
END_TEST

/* -- cancelled, and large -- */

static OrientaRegister *
large_register (OrientaPolicy *policy, guint n_households, guint n_units)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) out = g_string_new ("{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'}],'units':[");
  for (guint i = 0; i < n_units; i++)
    g_string_append_printf (out, "%s{'id':'U%05u','kind':'%s','territory':'T0','places':%d}", i > 0 ? "," : "", i,
                            i % 3 ? "plai" : "fjt", g_rand_int_range (rand, 0, 4));
  g_string_append (out, "],'households':[");
  for (guint i = 0; i < n_households; i++) {
    g_string_append_printf (out, "%s{'id':'H%05u','adults':1,'request_date':'2025-01-%02d'", i > 0 ? "," : "", i,
                            g_rand_int_range (rand, 1, 29));
    if (i % 7 == 0)
      g_string_append_printf (out, ",'occupies':'U%05d'", g_rand_int_range (rand, 0, (gint) n_units));
    g_string_append (out, "}");
  }
  g_string_append (out, "],'outcomes':[");
  for (guint i = 0; i < n_households; i++)
    for (guint k = 0; k < 8; k++)
      g_string_append_printf (out, "%s{'household_id':'H%05u','unit_id':'U%05u','value':%d}", i + k > 0 ? "," : "", i,
                              (i * 31 + k * 61) % n_units, g_rand_int_range (rand, -5, 60));
  g_string_append (out, "]}");
  return fixture_register (out->str, policy);
}

START_TEST (test_large)
{
  static const OrientaMechanism mechanisms[] = { ORIENTA_MECHANISM_SEQUENTIAL, ORIENTA_MECHANISM_STABLE,
                                                 ORIENTA_MECHANISM_OPTIMAL };
  g_autoptr (OrientaPolicy) policy = fixture_policy (town_policy_text);
  g_autoptr (OrientaRegister) reg = large_register (policy, 5000, 500);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_quotas (options, FALSE);
  gint64 most = 0;
  for (guint i = 0; i < G_N_ELEMENTS (mechanisms); i++) {
    g_autoptr (GError) error = NULL;
    orienta_match_options_set_mechanism (options, mechanisms[i]);
    g_autoptr (OrientaMatching) matching = orienta_match (policy, reg, options, NULL, &error);
    ck_assert_msg (matching && orienta_matching_verify (matching, policy, reg, &error), "%s",
                   error ? error->message : "");
    ck_assert_uint_ge (orienta_matching_get_n_pairs (matching), 500);
    most = MAX (most, orienta_matching_get_total (matching));
    ck_assert (mechanisms[i] != ORIENTA_MECHANISM_OPTIMAL || orienta_matching_get_total (matching) == most);
  }
}
END_TEST

/* Stops at a certain look, whatever is being done then. */
typedef struct {
  guint looks, last;
  GHashTable *stages;
} Watch;

static gboolean
look (OrientaProgress *progress, gpointer data)
{
  Watch *self = data;
  g_hash_table_add (self->stages, (gpointer) orienta_progress_get_stage (progress));
  return self->looks++ < self->last;
}

/* In place of the clock of GLib: 20 ms later whenever the library asks, so that every look is taken. */
gint64
g_get_monotonic_time (void)
{
  static gint64 now;
  return now += 20000;
}

/* At the first look, at the second one, and so on until there are no more. */
static void
cancel_everywhere (const Town *town, GHashTable *stages)
{
  for (guint last = 0;; last++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaProgress) progress = orienta_progress_new ();
    Watch watch = { .last = last, .stages = stages };
    orienta_progress_set_tick (progress, look, &watch);
    g_autoptr (OrientaMatching) matching = orienta_match (town->policy, town->reg, town->options, progress, &error);
    if (matching)
      break;
    ck_assert_uint_eq (watch.looks, last + 1); /* nothing goes on after it */
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  }
}

START_TEST (test_cancelled)
{
  static const char *const expected[] = { "scoring", "weighing", "matching" };
  Town town;
  town_open (&town);
  g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint mechanism = ORIENTA_MECHANISM_OPTIMAL; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++) {
    g_hash_table_remove_all (stages);
    orienta_match_options_set_mechanism (town.options, (OrientaMechanism) mechanism);
    cancel_everywhere (&town, stages);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      ck_assert_msg (g_hash_table_contains (stages, expected[i]), "mechanism %u: never %s", mechanism, expected[i]);
  }
  town_close (&town);
}
END_TEST

/* Without reasons the pairs, services and moves are the same. */
START_TEST (test_bare)
{
  static const OrientaMechanism mechanisms[] = { ORIENTA_MECHANISM_OPTIMAL, ORIENTA_MECHANISM_SEQUENTIAL,
                                                 ORIENTA_MECHANISM_STABLE };
  for (guint i = 0; i < G_N_ELEMENTS (mechanisms); i++) {
    Town town;
    town_open (&town);
    g_autoptr (OrientaMatching) whole = town_match (&town, mechanisms[i]);
    g_autoptr (OrientaMatching) bare = orienta_match_bare (town.policy, town.reg, town.options, NULL, NULL);
    g_autofree char *homes = town_homes (whole);
    assert_homes (bare, homes);
    ck_assert_uint_eq (orienta_matching_get_n_moves (bare), orienta_matching_get_n_moves (whole));
    for (guint move = 0; move < orienta_matching_get_n_moves (whole); move++)
      ck_assert_uint_eq (orienta_matching_get_move (bare, move), orienta_matching_get_move (whole, move));
    for (guint pair = 0; pair < orienta_matching_get_n_pairs (whole); pair++) {
      ck_assert_int_eq (orienta_matching_get_points (bare, pair), orienta_matching_get_points (whole, pair));
      ck_assert_int_eq (orienta_matching_get_service (bare, pair), orienta_matching_get_service (whole, pair));
    }
    ck_assert_uint_eq (orienta_matching_get_n_unmatched (bare), 0);
    town_close (&town);
  }
}
END_TEST

TEST_MAIN ("matching", test_pairs, test_unmatched, test_worths_and_cutoffs, test_other_mechanisms, test_bare,
           test_limits, test_refusal, test_large, test_cancelled)
