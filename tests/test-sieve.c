/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fast path against the plain one, pair by pair, for every policy that is shipped; and the shortlists against a
 * sort of everything. */
#include "plain.h"

static const char *const policies[] = { "logement-dabord", "grille-anciennete", "grille-rubriques",
                                        "grille-quarante-criteres" };

static void
load (const char *name, OrientaPolicy **policy, OrientaRegister **reg)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("examples/policies/%s.json", name);
  g_autofree char *policy_path = fixture_path (file);
  g_autofree char *data_path = fixture_path ("examples/data/artois");
  *policy = orienta_policy_load (policy_path, &error);
  ck_assert_msg (*policy != NULL, "%s", error ? error->message : "");
  *reg = orienta_register_load (data_path, *policy, &error);
  ck_assert_msg (*reg != NULL, "%s", error ? error->message : "");
}

static void
compare_pairs (const char *name, OrientaEvidence level, guint n_threads)
{
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  load (name, &policy, &reg);
  plain_compare_pairs (policy, reg, level, n_threads);
}

START_TEST (pairs_are_those_of_the_plain_path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    for (guint level = 0; level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION; level++)
      compare_pairs (policies[i], (OrientaEvidence) level, level + 1);
}
END_TEST

/* Points are summed another way for a household with few homes: the register has both sorts under each policy. */
START_TEST (some_have_few_homes_and_some_many)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++) {
    g_autoptr (OrientaPolicy) policy = NULL;
    g_autoptr (OrientaRegister) reg = NULL;
    load (policies[i], &policy, &reg);
    g_autoptr (OrientaPairs) pairs = orienta_policy_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, 1, NULL, NULL);
    guint few = 0, many = 0;
    for (guint household = 0; household < reg->n_households; household++) {
      gsize n = orienta_pairs_get_first (pairs, household + 1) - orienta_pairs_get_first (pairs, household);
      few += n > 0 && n <= reg->n_units / 8;
      many += n > reg->n_units / 4;
    }
    ck_assert_uint_gt (few, 0);
    ck_assert_uint_gt (many, 0);
  }
}
END_TEST

static void
compare_lists (const char *name, guint n, guint n_threads)
{
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  load (name, &policy, &reg);
  plain_compare_lists (policy, reg, TRUE, n, 1, n_threads);
  plain_compare_lists (policy, reg, FALSE, n, 5, n_threads);
  for (guint unit = 0; unit < reg->n_units; unit += 7) {
    const char *id = orienta_register_get_unit_id (reg, unit);
    g_autoptr (OrientaShortlist) one = orienta_policy_shortlist_unit (policy, reg, id, n, "2026-W47", NULL);
    g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
    g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, "2026-W47");
    PlainList all = plain_list (binding, ranking, TRUE, unit);
    ck_assert_uint_eq (orienta_shortlist_get_n (one, 0), MIN (n, all.n));
    for (guint rank = 0; rank < MIN (n, all.n); rank++)
      ck_assert_uint_eq (orienta_shortlist_get_household (one, 0, rank), all.rows[rank].household);
    g_free (all.rows);
  }
}

START_TEST (lists_are_the_head_of_a_sort)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    compare_lists (policies[i], i == 0 ? 3 : 40, 1 + i % 3);
}
END_TEST

START_TEST (lists_of_households_agree_with_one_by_one)
{
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  load (policies[0], &policy, &reg);
  g_autoptr (OrientaShortlist) lists =
      orienta_policy_shortlist_households (policy, reg, 5, NULL, ORIENTA_EVIDENCE_DECLARED, 2, NULL, NULL);
  ck_assert_ptr_eq (orienta_shortlist_get_policy (lists), policy);
  ck_assert_ptr_eq (orienta_shortlist_get_register (lists), reg);
  for (guint household = 0; household < reg->n_households; household += 7) {
    g_autoptr (OrientaShortlist) one = orienta_policy_shortlist_household (
        policy, reg, orienta_register_get_household_id (reg, household), 5, NULL, NULL);
    ck_assert_uint_eq (orienta_shortlist_get_n (one, 0), orienta_shortlist_get_n (lists, household));
    for (guint rank = 0; rank < orienta_shortlist_get_n (one, 0); rank++)
      ck_assert_uint_eq (orienta_shortlist_get_unit (one, 0, rank),
                         orienta_shortlist_get_unit (lists, household, rank));
  }
}
END_TEST

/* Pairs keep what they were made of. */
START_TEST (pairs_outlive_their_parents)
{
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  load (policies[0], &policy, &reg);
  g_autoptr (OrientaPairs) pairs = orienta_policy_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, 2, NULL, NULL);
  guint n = orienta_register_get_n_households (reg);
  ck_assert_ptr_eq (orienta_pairs_get_policy (pairs), policy);
  ck_assert_ptr_eq (orienta_pairs_get_register (pairs), reg);
  g_clear_pointer (&policy, orienta_policy_unref);
  g_clear_pointer (&reg, orienta_register_unref);
  ck_assert_uint_eq (orienta_register_get_n_households (orienta_pairs_get_register (pairs)), n);
}
END_TEST

START_TEST (cancelled)
{
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  load (policies[0], &policy, &reg);
  orienta_progress_cancel (progress);
  ck_assert_ptr_null (orienta_policy_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, 2, progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
}
END_TEST

TEST_MAIN ("sieve", pairs_are_those_of_the_plain_path, some_have_few_homes_and_some_many, lists_are_the_head_of_a_sort,
           lists_of_households_agree_with_one_by_one, pairs_outlive_their_parents, cancelled)
