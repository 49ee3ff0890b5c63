/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Desks: every list of one side, filled by the sweep. Each thread has a desk with lists of its own; they are merged,
 * and since the order is total the result does not depend on them. Tier, choice (where the policy's order begins with
 * it) and points make one number, the standing; a unit's limit is the standing of the last on its full list, and 64
 * units at a time are passed over when nobody reaches the limits. */
#include "score/desk-private.h"

#include "score/vector-private.h"

#define MOST_CANDIDATES 100000000 /* on all lists together */

typedef struct {
  OrientaList *lists;
  OrientaMaskWorker *masks; /* of the tiers */
  gint32 *standings;        /* by unit, of the household at hand */
  gint32 *limits;           /* by unit; NULL when lists are the households' */
  gint32 *seen;             /* by unit; NULL likewise */
  guint32 *units;           /* those that the household at hand may have; NULL when lists are the units' */
  gint32 *chosen;           /* their standings; NULL likewise */
  guint n_kept;             /* candidates that the household at hand added to lists */
} Desk;

typedef struct {
  const OrientaBinding *binding;
  OrientaRanking *ranking;
  gboolean by_unit;
  guint most;
  guint n; /* units, padded to whole words */
  OrientaRankingStart start;
  gint32 span; /* what choice is worth, and half of what a tier is; points beyond half of it count as half */
  OrientaMasks *masks;
  const OrientaMaskNode **tiers;
  const OrientaMaskNode *choice;
  Desk *desks;
  gsize n_kept; /* atomic: candidates on all desks' lists */
} Office;

/* -- standings -- */

static gint32
worth_of_tier (const Office *office, guint tier)
{
  return (gint32) (office->binding->policy->n_tiers - tier) * 2 * office->span;
}

static gint32
standing_of (const Office *office, const OrientaCandidate *candidate)
{
  gint32 half = office->span / 2;
  gint32 standing = worth_of_tier (office, candidate->tier) + (gint32) CLAMP (candidate->points, -half, half - 1);
  if (office->start == ORIENTA_START_CHOICE
      && orienta_pair_value (office->binding->reg, candidate->household, candidate->unit, ORIENTA_PAIR_IN_CHOICE) == 1)
    standing += office->span;
  return standing;
}

/* Where a tier's condition holds for certain; one that is met later in the list of tiers is overwritten by an earlier
 * one. */
static void
set_tier (const Office *office, Desk *desk, guint household, guint tier)
{
  OrientaMask mask = orienta_mask_ask (desk->masks, office->tiers[tier], household, 0);
  gint32 worth = worth_of_tier (office, tier);
  if (mask.same && mask.truth == ORIENTA_TRUE)
    orienta_vector_fill (desk->standings, office->n, worth);
  else if (!mask.same)
    orienta_vector_set_bits (desk->standings, office->n, mask.certain, worth);
}

static void
find_standings (const Office *office, Desk *desk, const OrientaRow *row)
{
  orienta_vector_fill (desk->standings, office->n, 0);
  for (guint tier = office->binding->policy->n_tiers; tier-- > 0;)
    set_tier (office, desk, row->household, tier);
  if (office->start == ORIENTA_START_CHOICE) {
    OrientaMask mask = orienta_mask_ask (desk->masks, office->choice, row->household, 0);
    orienta_vector_add_bits (desk->standings, office->n, mask.certain, office->span);
  }
  orienta_vector_add_bounded (desk->standings, office->n, row->points.narrow, -office->span / 2, office->span / 2 - 1);
}

/* -- lists -- */

static void
take_pair (const Office *office, Desk *desk, const OrientaRow *row, guint unit)
{
  OrientaList *list = &desk->lists[office->by_unit ? unit : row->household];
  OrientaCandidate candidate = { .household = row->household,
                                 .unit = unit,
                                 .points = orienta_points_get (&row->points, unit),
                                 .tier = (guint16) orienta_ranking_tier (office->binding, row->household, unit),
                                 .status = (guint8) orienta_row_status (row, unit) };
  desk->n_kept += list->n < office->most;
  orienta_list_offer (list, office->ranking, office->most, &candidate);
  if (desk->limits && list->n == office->most)
    desk->limits[unit] = standing_of (office, &list->candidates[0]);
}

static void
take_all (const Office *office, Desk *desk, const OrientaRow *row)
{
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits != 0;)
      take_pair (office, desk, row, orienta_row_next (&bits, word));
}

static void
take_by_unit (const Office *office, Desk *desk, const OrientaRow *row)
{
  for (guint word = 0; word < row->n_words; word++) {
    if (row->possible[word] == 0
        || !orienta_vector_any_at_least (desk->standings + word * 64, desk->limits + word * 64))
      continue;
    for (guint64 bits = row->possible[word]; bits != 0;) {
      guint unit = orienta_row_next (&bits, word);
      if (desk->standings[unit] >= desk->limits[unit])
        take_pair (office, desk, row, unit);
    }
  }
}

/* The nth greatest, counted from 0; leaves the values in another order. */
static gint32
select_greatest (gint32 *values, guint n, guint nth)
{
  guint first = 0, last = n - 1;
  while (first < last) {
    gint32 pivot = values[first + (last - first) / 2];
    guint i = first, j = last;
    for (;; i++, j--) {
      while (values[i] > pivot)
        i++;
      while (values[j] < pivot)
        j--;
      if (i >= j)
        break;
      gint32 swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
    if (nth <= j)
      last = j;
    else
      first = j + 1;
  }
  return values[nth];
}

/* Only those who stand as high as the last on the list are compared any further. */
static void
take_by_household (const Office *office, Desk *desk, const OrientaRow *row)
{
  guint n = orienta_vector_list_bits (desk->units, row->n_words, row->possible);
  for (guint i = 0; i < n; i++)
    desk->chosen[i] = desk->standings[desk->units[i]];
  gint32 limit = n > office->most ? select_greatest (desk->chosen, n, office->most - 1) : G_MININT32;
  for (guint i = 0; i < n; i++)
    if (desk->standings[desk->units[i]] >= limit)
      take_pair (office, desk, row, desk->units[i]);
}

static void
take_pairs (const Office *office, Desk *desk, const OrientaRow *row)
{
  if (office->start == ORIENTA_START_OTHER || !row->points.narrow) {
    take_all (office, desk, row);
    return;
  }
  find_standings (office, desk, row);
  (office->by_unit ? take_by_unit : take_by_household) (office, desk, row);
}

static gboolean
take_row (const OrientaRow *row, guint thread, gpointer data)
{
  Office *office = data;
  Desk *desk = &office->desks[thread];
  desk->n_kept = 0;
  if (office->most > 0)
    take_pairs (office, desk, row);
  if (office->by_unit) {
    orienta_vector_add_bits (desk->seen, office->n, row->possible, 1);
  } else {
    desk->lists[row->household].n_seen = orienta_vector_count_bits (row->possible, row->n_words);
    orienta_list_sort (&desk->lists[row->household], office->ranking);
  }
  return __atomic_add_fetch (&office->n_kept, desk->n_kept, __ATOMIC_RELAXED) <= MOST_CANDIDATES;
}

/* -- desks -- */

static void
open_desk (const Office *office, Desk *desk, OrientaList *shared)
{
  guint n_lists = office->by_unit ? office->binding->reg->n_units : office->binding->reg->n_households;
  desk->lists = shared ? shared : g_new0 (OrientaList, n_lists);
  desk->masks = orienta_mask_worker_new (office->masks);
  desk->standings = orienta_vector_new (office->n);
  if (!office->by_unit) {
    desk->units = g_new (guint32, office->n);
    desk->chosen = g_new (gint32, office->n);
    return;
  }
  desk->limits = orienta_vector_new (office->n);
  desk->seen = orienta_vector_new (office->n);
  orienta_vector_fill (desk->limits, office->n, G_MININT32);
}

/* Pours the desk's lists into the first one's and leaves it empty. */
static void
close_desk (const Office *office, Desk *desk)
{
  OrientaList *into = office->desks[0].lists;
  for (guint i = 0; office->by_unit && i < office->binding->reg->n_units; i++) {
    into[i].n_seen += (guint) desk->seen[i];
    if (desk->lists == into)
      continue;
    for (guint j = 0; j < desk->lists[i].n; j++)
      orienta_list_offer (&into[i], office->ranking, office->most, &desk->lists[i].candidates[j]);
    g_free (desk->lists[i].candidates);
  }
  if (desk->lists != into)
    g_free (desk->lists);
  orienta_mask_worker_free (desk->masks);
  g_aligned_free (desk->standings);
  g_aligned_free (desk->limits);
  g_aligned_free (desk->seen);
  g_free (desk->units);
  g_free (desk->chosen);
}

static gboolean
check_size (const Office *office, GError **error)
{
  if (office->n_kept <= MOST_CANDIDATES)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
               "more than %d candidates on all lists together, expected fewer: shorter lists, or less at a time",
               MOST_CANDIDATES);
  return FALSE;
}

static void
compile_standings (Office *office)
{
  const OrientaPolicy *policy = office->binding->policy;
  office->masks = orienta_masks_new (office->binding);
  office->n = orienta_masks_n_words (office->masks) * 64;
  office->span = (gint32) (G_MAXINT32 / (2 * ((gint64) policy->n_tiers + 1) + 1));
  office->tiers = g_new (const OrientaMaskNode *, policy->n_tiers);
  for (guint i = 0; i < policy->n_tiers; i++)
    office->tiers[i] = orienta_masks_compile (office->masks, policy->tiers[i].when);
  office->choice = orienta_masks_compile_choice (office->masks);
}

OrientaList *
orienta_desks_fill (const OrientaBinding *binding, OrientaRanking *ranking, gboolean by_unit, guint most,
                    OrientaEvidence level, guint n_threads, OrientaProgress *progress, GError **error)
{
  Office office = { .binding = binding, .ranking = ranking, .by_unit = by_unit, .most = most };
  guint n_lists = by_unit ? binding->reg->n_units : binding->reg->n_households;
  n_threads = orienta_sweep_threads (n_threads);
  compile_standings (&office);
  office.start = orienta_ranking_start (ranking);
  office.desks = g_new0 (Desk, n_threads);
  for (guint i = 0; i < n_threads; i++)
    open_desk (&office, &office.desks[i], by_unit || i == 0 ? NULL : office.desks[0].lists);
  gboolean done = orienta_sweep (binding, level, n_threads, "ranking", progress, take_row, &office, error)
                  && check_size (&office, error);
  OrientaList *lists = office.desks[0].lists;
  for (guint i = n_threads; i-- > 0;)
    close_desk (&office, &office.desks[i]);
  orienta_masks_free (office.masks);
  g_free (office.tiers);
  g_free (office.desks);
  for (guint i = 0; i < n_lists; i++)
    if (done && by_unit)
      orienta_list_sort (&lists[i], ranking);
    else if (!done)
      g_free (lists[i].candidates);
  if (!done)
    g_clear_pointer (&lists, g_free);
  return lists;
}
