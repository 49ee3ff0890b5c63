/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching has as much of as possible, one after the other: who must have a place; the points of each tier; the
 * number housed (or that before the points, where the options ask for it); homes inside the stated choice; durable
 * ones. The order of the last two is the policy's. */
#include "match/weighing-private.h"

#include <orienta/orienta.h>

#include "base/progress-private.h"
#include "score/mask-private.h"
#include "score/sweep-private.h"

static void
add_level (GArray *levels, OrientaLevelKind kind, guint tier)
{
  OrientaMatchLevel level = { kind, tier };
  g_array_append_val (levels, level);
}

static gboolean
somebody_is_bound (const OrientaBoard *self)
{
  for (guint row = 0; row < self->n_rows; row++)
    if (self->bounds[row] != ORIENTA_BOUND_NOT)
      return TRUE;
  return FALSE;
}

/* Whether the policy's order names durable homes before the household's choice. */
static gboolean
durable_comes_first (const OrientaPolicy *policy)
{
  for (guint i = 0; i < policy->n_order; i++) {
    const OrientaKey *key = &policy->order[i];
    if (key->kind == ORIENTA_KEY_ATTRIBUTE && key->attribute == ORIENTA_PAIR_IN_CHOICE)
      return FALSE;
    if (key->kind == ORIENTA_KEY_ATTRIBUTE && key->attribute == ORIENTA_UNIT_DURABLE)
      return TRUE;
  }
  return FALSE;
}

static void
choose_levels (OrientaBoard *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (OrientaMatchLevel));
  gboolean households = self->options->objective == ORIENTA_OBJECTIVE_HOUSEHOLDS;
  gboolean durable = durable_comes_first (policy);
  if (somebody_is_bound (self))
    add_level (levels, ORIENTA_LEVEL_BOUND, 0);
  if (households)
    add_level (levels, ORIENTA_LEVEL_HOUSED, 0);
  for (guint tier = 0; tier <= policy->n_tiers; tier++)
    add_level (levels, ORIENTA_LEVEL_POINTS, tier);
  if (!households)
    add_level (levels, ORIENTA_LEVEL_HOUSED, 0);
  add_level (levels, durable ? ORIENTA_LEVEL_DURABLE : ORIENTA_LEVEL_CHOICE, 0);
  add_level (levels, durable ? ORIENTA_LEVEL_CHOICE : ORIENTA_LEVEL_DURABLE, 0);
  self->n_levels = levels->len;
  self->levels = (OrientaMatchLevel *) g_array_free (levels, FALSE);
}

/* What is worth less than 0 counts from the lowest, so that a home that somebody wants is not left empty for a low
 * score. */
static void
find_lowest (OrientaBoard *self)
{
  for (gint64 i = 0; i < orienta_board_n_pairs (self); i++)
    if (self->status[i] != ORIENTA_STAYS)
      self->lowest = MIN (self->lowest, orienta_board_worth (self, i));
}

/* By pair its tier, or their number: each tier is asked of all homes of a household at once. */
void
orienta_board_fill_tiers (OrientaBoard *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  if (policy->n_tiers == 0)
    return;
  g_autoptr (OrientaMasks) masks = orienta_masks_new (self->binding);
  g_autofree const OrientaMaskNode **nodes = g_new (const OrientaMaskNode *, policy->n_tiers);
  for (guint tier = 0; tier < policy->n_tiers; tier++)
    nodes[tier] = orienta_masks_compile (masks, policy->tiers[tier].when);
  g_autoptr (OrientaMaskWorker) worker = orienta_mask_worker_new (masks);
  self->tiers = g_new (guint16, (gsize) orienta_board_n_pairs (self));
  for (gint64 i = 0; i < orienta_board_n_pairs (self); i++)
    self->tiers[i] = (guint16) policy->n_tiers;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint tier = policy->n_tiers; tier-- > 0;) {
      OrientaMask mask = orienta_mask_ask (worker, nodes[tier], self->households[row], 0);
      for (gint64 i = self->first[row]; i < self->first[row + 1]; i++)
        if (orienta_mask_has (&mask, self->units[i]))
          self->tiers[i] = (guint16) tier;
    }
}

/* Points stand for themselves where nothing is counted off and nobody is set before others. */
static gboolean
are_points (const OrientaBoard *self, guint level)
{
  return self->levels[level].kind == ORIENTA_LEVEL_POINTS && self->lowest == 0 && !self->reserves && !self->charges
         && !self->tiers;
}

/* The first level has a column, which the solver reads; others have one for points, and a bit for what they count. */
static void
place_values (OrientaBoard *self, gsize room)
{
  gsize n_own = 0;
  guint bit = 0;
  for (guint level = 0; level < self->n_levels; level++)
    n_own += (level == 0 || self->levels[level].kind == ORIENTA_LEVEL_POINTS) && !are_points (self, level);
  self->values = g_new0 (OrientaLevelValues, self->n_levels);
  self->own_values = n_own > 0 ? g_new (gint64, n_own * room) : NULL;
  self->marks = g_new (guint8, room);
  gint64 *own = self->own_values;
  for (guint level = 0; level < self->n_levels; level++) {
    gboolean has_points = self->levels[level].kind == ORIENTA_LEVEL_POINTS;
    self->values[level].bit = has_points ? 0 : bit++;
    if (are_points (self, level)) {
      self->values[level].wide = self->points;
    } else if (has_points || level == 0) {
      self->values[level].wide = own;
      own += room;
    }
  }
}

/* Chooses the levels and makes room for the values of so many pairs at each; none is given yet. */
void
orienta_board_make_levels (OrientaBoard *self, gsize room)
{
  choose_levels (self);
  place_values (self, MAX (room, 1));
}

/* What is shared by the threads that give values. */
typedef struct {
  OrientaBoard *board;
  const OrientaWeighing *weighing;
  OrientaProgress *progress;
  GThread *caller; /* which ticks */
  guint next;      /* atomic: the first row nobody has taken */
  gint stopped;    /* atomic */
} Filling;

#define STRETCH 256 /* rows taken at a time */

static gpointer
fill_rows (gpointer data)
{
  Filling *self = data;
  g_autoptr (OrientaWeigher) weigher = orienta_weigher_new (self->weighing);
  guint first;
  while ((first = __atomic_fetch_add (&self->next, STRETCH, __ATOMIC_RELAXED)) < self->board->n_rows
         && !g_atomic_int_get (&self->stopped)) {
    for (guint row = first; row < MIN (first + STRETCH, self->board->n_rows); row++)
      orienta_weigher_fill (weigher, self->board, row);
    if (g_thread_self () == self->caller && !orienta_progress_tick (self->progress, NULL))
      g_atomic_int_set (&self->stopped, 1);
  }
  return NULL;
}

/* Gives each pair its value at each level; FALSE when cancelled. */
gboolean
orienta_board_fill_levels (OrientaBoard *self, OrientaProgress *progress, GError **error)
{
  find_lowest (self);
  orienta_board_make_levels (self, (gsize) orienta_board_n_pairs (self));
  g_autoptr (OrientaWeighing) weighing = orienta_weighing_new (self);
  Filling filling = { self, weighing, progress, g_thread_self (), 0, 0 };
  orienta_progress_start (progress, "weighing", 0);
  if (!orienta_progress_tick (progress, error))
    return FALSE;
  orienta_sweep_share (fill_rows, &filling, orienta_sweep_threads (self->options->n_threads));
  return orienta_progress_tick (progress, error);
}
