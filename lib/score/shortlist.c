/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shortlists: the first n of each list in the policy's order. A list keeps its worst candidate at the head of a heap,
 * so that nearly every pair is turned away by one comparison; threads keep lists of their own that are merged, and
 * since the order is total the result does not depend on them. */
#include <orienta/orienta.h>

#include "rules/verdict-private.h"
#include "score/cells-private.h"
#include "score/lottery-private.h"
#include "score/ranking-private.h"
#include "score/shortlist-private.h"
#include "score/sweep-private.h"
#include "score/tally-private.h"

typedef struct {
  guint n;                      /* held */
  guint n_seen;                 /* pairs not refused */
  OrientaCandidate *candidates; /* while growing a heap, the last in order first; then in order */
} List;

struct OrientaShortlist {
  gatomicrefcount references;
  OrientaBinding *binding;
  char *seed;
  guint n_lists;
  List *lists;
};

static OrientaShortlist *
shortlist_new (OrientaBinding *binding, const char *seed, guint n_lists)
{
  OrientaShortlist *self = g_new0 (OrientaShortlist, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->seed = g_strdup (seed);
  self->n_lists = n_lists;
  self->lists = g_new0 (List, n_lists);
  return self;
}

/* -- one list -- */

static void
sink (List *list, OrientaRanking *ranking, guint place)
{
  OrientaCandidate *heap = list->candidates;
  for (;;) {
    guint last = place, left = 2 * place + 1;
    for (guint child = left; child < left + 2 && child < list->n; child++)
      if (orienta_ranking_compare (ranking, &heap[child], &heap[last]) > 0)
        last = child;
    if (last == place)
      return;
    OrientaCandidate swap = heap[place];
    heap[place] = heap[last];
    heap[last] = swap;
    place = last;
  }
}

static void
rise (List *list, OrientaRanking *ranking, guint place)
{
  OrientaCandidate *heap = list->candidates;
  while (place > 0 && orienta_ranking_compare (ranking, &heap[place], &heap[(place - 1) / 2]) > 0) {
    OrientaCandidate swap = heap[place];
    heap[place] = heap[(place - 1) / 2];
    heap[(place - 1) / 2] = swap;
    place = (place - 1) / 2;
  }
}

/* Takes the candidate in when it is among the first `most`. */
static void
offer (List *list, OrientaRanking *ranking, guint most, const OrientaCandidate *candidate)
{
  if (most == 0)
    return;
  if (list->n < most) {
    if ((list->n & (list->n - 1)) == 0)
      list->candidates = g_renew (OrientaCandidate, list->candidates, MAX (4, 2 * list->n));
    list->candidates[list->n++] = *candidate;
    rise (list, ranking, list->n - 1);
  } else if (!orienta_ranking_is_behind (ranking, candidate, &list->candidates[0])
             && orienta_ranking_compare (ranking, candidate, &list->candidates[0]) < 0) {
    list->candidates[0] = *candidate;
    sink (list, ranking, 0);
  }
}

static gint
compare_candidates (gconstpointer a, gconstpointer b, gpointer ranking)
{
  return orienta_ranking_compare (ranking, a, b);
}

static void
put_in_order (List *list, OrientaRanking *ranking)
{
  if (list->n > 1)
    g_qsort_with_data (list->candidates, (gint) list->n, sizeof (OrientaCandidate), compare_candidates, ranking);
}

/* -- one place: plain code, pair by pair -- */

static void
consider (const OrientaBinding *binding, OrientaRanking *ranking, List *list, guint most, OrientaEvidence level,
          guint household, guint unit, OrientaLine *lines)
{
  OrientaStatus status = orienta_verdict_status (binding, household, unit);
  if (status == ORIENTA_INELIGIBLE)
    return;
  guint n_lines;
  OrientaCandidate candidate = { .household = household, .unit = unit, .status = (guint8) status };
  candidate.points = orienta_tally (binding, level, household, (gint) unit, lines, &n_lines);
  candidate.tier = (guint16) orienta_ranking_tier (binding, 0, household, (gint) unit);
  list->n_seen++;
  offer (list, ranking, most, &candidate);
}

OrientaShortlist *
orienta_shortlist_for_unit (OrientaBinding *binding, guint unit, guint n, const char *seed, OrientaEvidence level)
{
  OrientaShortlist *self = shortlist_new (binding, seed, 1);
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  for (guint household = 0; household < binding->reg->n_households; household++)
    consider (binding, ranking, self->lists, n, level, household, unit, lines);
  put_in_order (self->lists, ranking);
  return self;
}

OrientaShortlist *
orienta_shortlist_for_household (OrientaBinding *binding, guint household, guint n, const char *seed,
                                 OrientaEvidence level)
{
  OrientaShortlist *self = shortlist_new (binding, seed, 1);
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  g_autofree OrientaLine *lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  for (guint unit = 0; unit < binding->reg->n_units; unit++)
    consider (binding, ranking, self->lists, n, level, household, unit, lines);
  put_in_order (self->lists, ranking);
  return self;
}

/* -- every place: the sweep -- */

typedef struct {
  OrientaShortlist *lists; /* of this thread; by household: shared, each household being one thread's */
  OrientaCellsMemory memory;
  gint64 *tiers; /* by place in a row */
} Desk;          /* of one thread */

typedef struct {
  OrientaRanking *ranking;
  OrientaCells tiers;
  gboolean by_unit;
  guint most;
  Desk *desks;
} Office;

static void
take_row (const OrientaRow *row, guint thread, gpointer data)
{
  Office *office = data;
  Desk *desk = &office->desks[thread];
  for (guint i = 0; i < row->n; i++)
    desk->tiers[i] = 0;
  orienta_cells_add (&office->tiers, &desk->memory, row->household, row->units, row->n, desk->tiers);
  for (guint i = 0; i < row->n; i++) {
    OrientaCandidate candidate = { .household = row->household,
                                   .unit = row->units[i],
                                   .points = row->points[i],
                                   .tier = (guint16) desk->tiers[i],
                                   .status = row->status[i] };
    List *list = &desk->lists->lists[office->by_unit ? row->units[i] : row->household];
    list->n_seen++;
    offer (list, office->ranking, office->most, &candidate);
  }
}

/* Pours a thread's lists into the first thread's. */
static void
merge (Office *office, OrientaShortlist *into, OrientaShortlist *from)
{
  for (guint i = 0; i < into->n_lists; i++) {
    into->lists[i].n_seen += from->lists[i].n_seen;
    for (guint j = 0; j < from->lists[i].n; j++)
      offer (&into->lists[i], office->ranking, office->most, &from->lists[i].candidates[j]);
  }
}

static void
open_desks (Office *office, OrientaBinding *binding, const char *seed, guint n_threads)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  for (guint i = 0; i < binding->policy->n_tiers; i++)
    orienta_reads_condition (reads, binding, binding->policy->tiers[i].when);
  orienta_cells_init (&office->tiers, binding, reads, orienta_ranking_tier, 0);
  office->desks = g_new0 (Desk, n_threads);
  guint n_lists = office->by_unit ? binding->reg->n_units : binding->reg->n_households;
  for (guint i = 0; i < n_threads; i++) {
    Desk *desk = &office->desks[i];
    desk->lists = office->by_unit || i == 0 ? shortlist_new (binding, seed, n_lists)
                                            : orienta_shortlist_ref (office->desks[0].lists);
    orienta_cells_memory_init (&desk->memory, &office->tiers);
    desk->tiers = g_new (gint64, binding->reg->n_units);
  }
}

/* Closes the desks; what they hold together is the first one's. */
static OrientaShortlist *
close_desks (Office *office, guint n_threads)
{
  OrientaShortlist *first = office->desks[0].lists;
  for (guint i = 0; i < n_threads; i++) {
    Desk *desk = &office->desks[i];
    if (desk->lists != first)
      merge (office, first, desk->lists);
    if (i > 0)
      orienta_shortlist_unref (desk->lists);
    orienta_cells_memory_clear (&desk->memory);
    g_free (desk->tiers);
  }
  for (guint i = 0; i < first->n_lists; i++)
    put_in_order (&first->lists[i], office->ranking);
  orienta_cells_clear (&office->tiers);
  g_free (office->desks);
  return first;
}

static OrientaShortlist *
shortlist_all (OrientaPolicy *policy, OrientaRegister *reg, gboolean by_unit, guint n, const char *seed,
               OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (binding, seed);
  Office office = { .ranking = ranking, .by_unit = by_unit, .most = n };
  n_threads = orienta_sweep_threads (n_threads);
  open_desks (&office, binding, seed, n_threads);
  gboolean done = orienta_sweep (binding, level, n_threads, "ranking", progress, take_row, &office, error);
  g_autoptr (OrientaShortlist) self = close_desks (&office, n_threads);
  return done ? g_steal_pointer (&self) : NULL;
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
 * Returns: (transfer full): the lists; NULL with ORIENTA_ERROR_CANCELLED or ORIENTA_ERROR_INVALID
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
