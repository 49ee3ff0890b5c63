/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include "rules/verdict-private.h"
#include "score/ranking-private.h"
#include "score/tally-private.h"

/* All pairs at once against the plain path, pair by pair; lists against a sort of everything. */

static inline void
plain_compare_pairs (OrientaPolicy *policy, OrientaRegister *reg, OrientaEvidence level, guint n_threads)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  g_autoptr (OrientaPairs) pairs = orienta_policy_pairs (policy, reg, level, n_threads, NULL, NULL);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (policy));
  gsize next = 0;
  for (guint household = 0; household < reg->n_households; household++) {
    ck_assert_uint_eq (orienta_pairs_get_first (pairs, household), next);
    for (guint unit = 0; unit < reg->n_units; unit++) {
      OrientaStatus status = orienta_verdict_status (binding, household, unit);
      if (status == ORIENTA_INELIGIBLE)
        continue;
      guint n_lines;
      ck_assert (next < orienta_pairs_get_n (pairs));
      ck_assert_uint_eq (orienta_pairs_get_units (pairs)[next], unit);
      ck_assert_uint_eq (orienta_pairs_get_status (pairs)[next], status);
      ck_assert_int_eq (orienta_pairs_get_points (pairs)[next],
                        orienta_tally (binding, level, household, (gint) unit, lines, &n_lines));
      next++;
    }
  }
  ck_assert_uint_eq (orienta_pairs_get_n (pairs), next);
}

typedef struct {
  OrientaCandidate *rows;
  guint n;
} PlainList;

static inline gint
plain_compare (gconstpointer a, gconstpointer b, gpointer ranking)
{
  return orienta_ranking_compare (ranking, a, b);
}

/* All candidates of one unit, or all homes of one household, sorted. Free the rows with g_free(). */
static inline PlainList
plain_list (const OrientaBinding *binding, OrientaRanking *ranking, gboolean of_unit, guint place)
{
  const OrientaRegister *reg = binding->reg;
  guint n = of_unit ? reg->n_households : reg->n_units;
  PlainList list = { g_new0 (OrientaCandidate, n), 0 };
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  for (guint other = 0; other < n; other++) {
    guint household = of_unit ? other : place, unit = of_unit ? place : other, n_lines;
    OrientaStatus status = orienta_verdict_status (binding, household, unit);
    if (status == ORIENTA_INELIGIBLE)
      continue;
    list.rows[list.n++] = (OrientaCandidate){
      .household = household,
      .unit = unit,
      .status = (guint8) status,
      .points = orienta_tally (binding, ORIENTA_EVIDENCE_DECLARED, household, (gint) unit, lines, &n_lines),
      .tier = (guint16) orienta_ranking_tier (binding, household, unit),
    };
  }
  g_qsort_with_data (list.rows, (gint) list.n, sizeof (OrientaCandidate), plain_compare, ranking);
  return list;
}

/* Lists of length `n` of every `stride`th unit or household. */
static inline void
plain_compare_lists (OrientaPolicy *policy, OrientaRegister *reg, gboolean of_units, guint n, guint stride,
                     guint n_threads)
{
  static const char seed[] = "2026-W47";
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, NULL);
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  g_autoptr (OrientaShortlist) lists =
      (of_units ? orienta_policy_shortlist_units : orienta_policy_shortlist_households) (
          policy, reg, n, seed, ORIENTA_EVIDENCE_DECLARED, n_threads, NULL, NULL);
  ck_assert_uint_eq (orienta_shortlist_get_n_lists (lists), of_units ? reg->n_units : reg->n_households);
  for (guint place = 0; place < orienta_shortlist_get_n_lists (lists); place += stride) {
    PlainList all = plain_list (binding, ranking, of_units, place);
    ck_assert_uint_eq (orienta_shortlist_get_n_candidates (lists, place), all.n);
    ck_assert_uint_eq (orienta_shortlist_get_n (lists, place), MIN (n, all.n));
    for (guint rank = 0; rank < MIN (n, all.n); rank++) {
      ck_assert_uint_eq (orienta_shortlist_get_household (lists, place, rank), all.rows[rank].household);
      ck_assert_uint_eq (orienta_shortlist_get_unit (lists, place, rank), all.rows[rank].unit);
      ck_assert_int_eq (orienta_shortlist_get_points (lists, place, rank), all.rows[rank].points);
      ck_assert_uint_eq (orienta_shortlist_get_status (lists, place, rank), all.rows[rank].status);
    }
    g_free (all.rows);
  }
}
