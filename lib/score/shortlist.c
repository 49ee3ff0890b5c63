/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shortlists: the first n of each list in the policy's order. A list keeps its worst candidate at the head of a heap,
 * so that nearly every pair is turned away by one comparison; threads keep lists of their own that are merged, and
 * since the order is total the result does not depend on them. */
#include <orienta/orienta.h>

#include "rules/verdict-private.h"
#include "score/lottery-private.h"
#include "score/desk-private.h"
#include "score/shortlist-private.h"
#include "score/tally-private.h"

struct OrientaShortlist {
  gatomicrefcount references;
  OrientaBinding *binding;
  char *seed;
  guint n_lists;
  OrientaList *lists;
};

/* Takes over `lists`. */
static OrientaShortlist *
shortlist_new (OrientaBinding *binding, const char *seed, guint n_lists, OrientaList *lists)
{
  OrientaShortlist *self = g_new0 (OrientaShortlist, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->seed = g_strdup (seed);
  self->n_lists = n_lists;
  self->lists = lists;
  return self;
}

/* -- one place: plain code, pair by pair -- */

static void
consider (const OrientaBinding *binding, OrientaRanking *ranking, OrientaList *list, guint most, OrientaEvidence level,
          guint household, guint unit, OrientaLine *lines)
{
  OrientaStatus status = orienta_verdict_status (binding, household, unit);
  if (status == ORIENTA_INELIGIBLE)
    return;
  guint n_lines;
  OrientaCandidate candidate = { .household = household, .unit = unit, .status = (guint8) status };
  candidate.points = orienta_tally (binding, level, household, (gint) unit, lines, &n_lines);
  candidate.tier = (guint16) orienta_ranking_tier (binding, household, unit);
  list->n_seen++;
  orienta_list_offer (list, ranking, most, &candidate);
}

OrientaShortlist *
orienta_shortlist_for_unit (OrientaBinding *binding, guint unit, guint n, const char *seed, OrientaEvidence level)
{
  OrientaShortlist *self = shortlist_new (binding, seed, 1, g_new0 (OrientaList, 1));
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  for (guint household = 0; household < binding->reg->n_households; household++)
    consider (binding, ranking, self->lists, n, level, household, unit, lines);
  orienta_list_sort (self->lists, ranking);
  return self;
}

OrientaShortlist *
orienta_shortlist_for_household (OrientaBinding *binding, guint household, guint n, const char *seed,
                                 OrientaEvidence level)
{
  OrientaShortlist *self = shortlist_new (binding, seed, 1, g_new0 (OrientaList, 1));
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  for (guint unit = 0; unit < binding->reg->n_units; unit++)
    consider (binding, ranking, self->lists, n, level, household, unit, lines);
  orienta_list_sort (self->lists, ranking);
  return self;
}

/* -- every place -- */

static OrientaShortlist *
shortlist_all (OrientaPolicy *policy, OrientaRegister *reg, gboolean by_unit, guint n, const char *seed,
               OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  OrientaList *lists = orienta_desks_fill (binding, ranking, by_unit, n, level, n_threads, progress, error);
  if (!lists)
    return NULL;
  return shortlist_new (binding, seed, by_unit ? reg->n_units : reg->n_households, lists);
}

/* -- the public calls -- */

/**
 * orienta_policy_shortlist_unit:
 * @unit: an id of @reg
 * @n: the most candidates to keep; they are counted all the same
 * @seed: (nullable): the lottery's; without one the id decides between equals
 *
 * The households that may have a unit, in order, those to be verified included and marked. Points that are declared
 * count.
 *
 * Complexity: households × the size of the policy.
 *
 * Returns: (transfer full): one list; NULL with ORIENTA_ERROR_NOT_FOUND or ORIENTA_ERROR_INVALID
 */
OrientaShortlist *
orienta_policy_shortlist_unit (OrientaPolicy *policy, OrientaRegister *reg, const char *unit, guint n, const char *seed,
                               GError **error)
{
  g_return_val_if_fail (policy && reg && unit, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  guint place;
  if (!binding || !orienta_binding_find_unit (binding, unit, &place, error))
    return NULL;
  return orienta_shortlist_for_unit (binding, place, n, seed, ORIENTA_EVIDENCE_DECLARED);
}

/* The units that a household may have, in order; otherwise as orienta_policy_shortlist_unit(). */
OrientaShortlist *
orienta_policy_shortlist_household (OrientaPolicy *policy, OrientaRegister *reg, const char *household, guint n,
                                    const char *seed, GError **error)
{
  g_return_val_if_fail (policy && reg && household, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  guint place;
  gint no_unit;
  if (!binding || !orienta_binding_find (binding, household, NULL, &place, &no_unit, error))
    return NULL;
  return orienta_shortlist_for_household (binding, place, n, seed, ORIENTA_EVIDENCE_DECLARED);
}

/**
 * orienta_policy_shortlist_units:
 * @level: what the points may rest on
 * @n_threads: 0 for one for each processor; the result does not depend on it
 * @progress: (nullable): counts households
 *
 * The shortlist of every unit, list i being that of unit i; otherwise as orienta_policy_shortlist_unit().
 *
 * Returns: (transfer full): the lists; NULL with ORIENTA_ERROR_CANCELLED, ORIENTA_ERROR_INVALID, or ORIENTA_ERROR_LIMIT
 *   for more than 100 million candidates on all lists together
 */
OrientaShortlist *
orienta_policy_shortlist_units (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed,
                                OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  return shortlist_all (policy, reg, TRUE, n, seed, level, n_threads, progress, error);
}

/* The ranked units of every household, list i being that of household i; otherwise as orienta_policy_shortlist_units().
 */
OrientaShortlist *
orienta_policy_shortlist_households (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed,
                                     OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  return shortlist_all (policy, reg, FALSE, n, seed, level, n_threads, progress, error);
}

OrientaShortlist *
orienta_shortlist_ref (OrientaShortlist *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_shortlist_unref (OrientaShortlist *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_lists; i++)
    g_free (self->lists[i].candidates);
  g_free (self->lists);
  orienta_binding_unref (self->binding);
  g_free (self->seed);
  g_free (self);
}

const OrientaBinding *
orienta_shortlist_get_binding (const OrientaShortlist *self)
{
  return self->binding;
}

/* The policy that it was made under. Borrowed. */
OrientaPolicy *
orienta_shortlist_get_policy (const OrientaShortlist *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->policy;
}

/* The register that it speaks of. Borrowed. */
OrientaRegister *
orienta_shortlist_get_register (const OrientaShortlist *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->reg;
}

guint
orienta_shortlist_get_n_lists (const OrientaShortlist *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_lists;
}

/* How many stand on a list. */
guint
orienta_shortlist_get_n (const OrientaShortlist *self, guint list)
{
  g_return_val_if_fail (self != NULL && list < self->n_lists, 0);
  return self->lists[list].n;
}

/* How many could have: the pairs that are not refused. */
guint
orienta_shortlist_get_n_candidates (const OrientaShortlist *self, guint list)
{
  g_return_val_if_fail (self != NULL && list < self->n_lists, 0);
  return self->lists[list].n_seen;
}

static const OrientaCandidate *
candidate_of (const OrientaShortlist *self, guint list, guint rank)
{
  static const OrientaCandidate none = { .status = ORIENTA_INELIGIBLE };
  g_return_val_if_fail (self != NULL && list < self->n_lists && rank < self->lists[list].n, &none);
  return &self->lists[list].candidates[rank];
}

/* The places in the register. */
guint
orienta_shortlist_get_household (const OrientaShortlist *self, guint list, guint rank)
{
  return candidate_of (self, list, rank)->household;
}

guint
orienta_shortlist_get_unit (const OrientaShortlist *self, guint list, guint rank)
{
  return candidate_of (self, list, rank)->unit;
}

/* In thousandths. */
gint64
orienta_shortlist_get_points (const OrientaShortlist *self, guint list, guint rank)
{
  return candidate_of (self, list, rank)->points;
}

OrientaStatus
orienta_shortlist_get_status (const OrientaShortlist *self, guint list, guint rank)
{
  return (OrientaStatus) candidate_of (self, list, rank)->status;
}

/* Whether the unit is inside what the household asked for; a proposal outside of it is flagged (HF6). */
gboolean
orienta_shortlist_is_in_choice (const OrientaShortlist *self, guint list, guint rank)
{
  const OrientaCandidate *candidate = candidate_of (self, list, rank);
  return orienta_pair_value (self->binding->reg, candidate->household, candidate->unit, ORIENTA_PAIR_IN_CHOICE) == 1;
}

/* The id of the pair's tier; NULL for none. */
const char *
orienta_shortlist_get_tier (const OrientaShortlist *self, guint list, guint rank)
{
  const OrientaPolicy *policy = self->binding->policy;
  guint tier = candidate_of (self, list, rank)->tier;
  return tier < policy->n_tiers ? policy->tiers[tier].id : NULL;
}

/* The id of the first stratum that the pair belongs to; NULL for none. */
const char *
orienta_shortlist_get_stratum (const OrientaShortlist *self, guint list, guint rank)
{
  const OrientaCandidate *candidate = candidate_of (self, list, rank);
  const OrientaPolicy *policy = self->binding->policy;
  for (guint i = 0; i < policy->n_strata; i++)
    if (orienta_binding_truth (self->binding, policy->strata[i].when, candidate->household, (gint) candidate->unit)
        == ORIENTA_TRUE)
      return policy->strata[i].id;
  return NULL;
}

/* The household's draw in hexadecimal; NULL without a seed or where the policy draws no lots. Free with g_free(). */
char *
orienta_shortlist_format_lottery (const OrientaShortlist *self, guint list, guint rank)
{
  const OrientaCandidate *candidate = candidate_of (self, list, rank);
  const OrientaPolicy *policy = self->binding->policy;
  for (guint i = 0; self->seed && i < policy->n_order; i++)
    if (policy->order[i].kind == ORIENTA_KEY_LOTTERY)
      return orienta_lottery_draw (self->seed, self->binding->reg->households[candidate->household].id);
  return NULL;
}
