/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching has as much of as possible, one after the other: who must have a place; the points of each tier; the
 * number housed (or that before the points, where the options ask for it); homes inside the stated choice; durable
 * ones. The order of the last two is the policy's. */
#include "match/board-private.h"

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

/* What is shared by the threads that give values. */
typedef struct {
  OrientaBoard *board;
  guint8 *durable; /* by unit */
  guint32 *sites;  /* by unit: its kind in its territory, numbered */
  guint n_sites;
  guint bits[ORIENTA_LEVEL_DURABLE + 1]; /* by kind of level: its mark, or 0 */
  OrientaProgress *progress;
  GThread *caller; /* which ticks */
  guint next;      /* atomic: the first row nobody has taken */
  gint stopped;    /* atomic */
} Weighing;

#define STRETCH 256 /* rows taken at a time */

/* Whether a row's household has chosen each site, as far as it was asked: that depends on nothing else of a unit. */
typedef struct {
  guint32 *row; /* by site: for which it was asked */
  guint8 *chosen;
} Choices;

static gboolean
is_chosen (const Weighing *self, Choices *choices, guint row, guint unit)
{
  const OrientaBoard *board = self->board;
  guint32 site = self->sites[unit];
  if (choices->row[site] != row) {
    choices->row[site] = row;
    choices->chosen[site] =
        orienta_pair_value (board->binding->reg, board->households[row], unit, ORIENTA_PAIR_IN_CHOICE) == 1;
  }
  return choices->chosen[site];
}

/* What the levels count of each pair of a row. To stay counts for those who must have a place, and for nothing else. */
static void
mark_row (const Weighing *self, Choices *choices, guint row)
{
  OrientaBoard *board = self->board;
  guint bound = board->bounds[row] != ORIENTA_BOUND_NOT ? self->bits[ORIENTA_LEVEL_BOUND] : 0;
  guint housed = bound | self->bits[ORIENTA_LEVEL_HOUSED];
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
    guint unit = board->units[i];
    guint chosen = is_chosen (self, choices, row, unit) ? self->bits[ORIENTA_LEVEL_CHOICE] : 0;
    guint durable = self->durable[unit] ? self->bits[ORIENTA_LEVEL_DURABLE] : 0;
    board->marks[i] = (guint8) (board->status[i] == ORIENTA_STAYS ? bound : housed | chosen | durable);
  }
}

static gint64
weigh (const OrientaBoard *board, const OrientaMatchLevel *level, gint64 pair)
{
  gboolean counted = orienta_board_tier (board, pair) == level->tier && board->status[pair] != ORIENTA_STAYS;
  return counted ? orienta_board_worth (board, pair) - board->lowest : 0;
}

/* What a level has in a column of its own. */
static void
fill_level (const OrientaBoard *board, guint level, gint64 *values, guint row)
{
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
    values[i] = board->levels[level].kind == ORIENTA_LEVEL_POINTS ? weigh (board, &board->levels[level], i)
                                                                  : board->marks[i] >> board->values[level].bit & 1;
}

static void
fill_row (const Weighing *self, Choices *choices, guint row)
{
  OrientaBoard *board = self->board;
  gint64 *own = board->own_values;
  mark_row (self, choices, row);
  for (guint level = 0; level < board->n_levels; level++)
    if (board->values[level].wide == own && own) {
      fill_level (board, level, own, row);
      own += orienta_board_n_pairs (board);
    }
}

static gpointer
fill_rows (gpointer data)
{
  Weighing *self = data;
  g_autofree guint32 *row_of = g_new (guint32, self->n_sites);
  g_autofree guint8 *chosen = g_new (guint8, self->n_sites);
  Choices choices = { row_of, chosen };
  guint first;
  for (guint site = 0; site < self->n_sites; site++)
    row_of[site] = self->board->n_rows;
  while ((first = __atomic_fetch_add (&self->next, STRETCH, __ATOMIC_RELAXED)) < self->board->n_rows
         && !g_atomic_int_get (&self->stopped)) {
    for (guint row = first; row < MIN (first + STRETCH, self->board->n_rows); row++)
      fill_row (self, &choices, row);
    if (g_thread_self () == self->caller && !orienta_progress_tick (self->progress, NULL))
      g_atomic_int_set (&self->stopped, 1);
  }
  return NULL;
}

/* Numbers the kinds of each territory that units have. */
static void
number_sites (Weighing *self)
{
  const OrientaBoard *board = self->board;
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint unit = 0; unit < board->n_units; unit++) {
    const OrientaUnitRow *row = &board->binding->reg->units[unit];
    gint64 key = (gint64) row->territory * 256 + row->kind;
    gpointer number = NULL;
    if (!g_hash_table_lookup_extended (numbers, &key, NULL, &number)) {
      number = GUINT_TO_POINTER (self->n_sites++);
      g_hash_table_insert (numbers, g_memdup2 (&key, sizeof key), number);
    }
    self->sites[unit] = GPOINTER_TO_UINT (number);
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
place_values (OrientaBoard *self)
{
  gsize n = (gsize) MAX (orienta_board_n_pairs (self), 1), n_own = 0;
  guint bit = 0;
  for (guint level = 0; level < self->n_levels; level++)
    n_own += (level == 0 || self->levels[level].kind == ORIENTA_LEVEL_POINTS) && !are_points (self, level);
  self->values = g_new0 (OrientaLevelValues, self->n_levels);
  self->own_values = n_own > 0 ? g_new (gint64, n_own * n) : NULL;
  self->marks = g_new (guint8, n);
  gint64 *own = self->own_values;
  for (guint level = 0; level < self->n_levels; level++) {
    gboolean has_points = self->levels[level].kind == ORIENTA_LEVEL_POINTS;
    self->values[level].bit = has_points ? 0 : bit++;
    if (are_points (self, level)) {
      self->values[level].wide = self->points;
    } else if (has_points || level == 0) {
      self->values[level].wide = own;
      own += n;
    }
  }
}

/* Gives each pair its value at each level; FALSE when cancelled. */
gboolean
orienta_board_fill_levels (OrientaBoard *self, OrientaProgress *progress, GError **error)
{
  g_autofree guint8 *durable = g_new (guint8, self->n_units);
  g_autofree guint32 *sites = g_new (guint32, self->n_units);
  Weighing weighing = {
    .board = self, .durable = durable, .sites = sites, .progress = progress, .caller = g_thread_self ()
  };
  number_sites (&weighing);
  choose_levels (self);
  find_lowest (self);
  for (guint unit = 0; unit < self->n_units; unit++)
    durable[unit] = orienta_unit_value (self->binding->reg, unit, ORIENTA_UNIT_DURABLE) == 1;
  place_values (self);
  for (guint level = 0; level < self->n_levels; level++)
    if (self->levels[level].kind != ORIENTA_LEVEL_POINTS)
      weighing.bits[self->levels[level].kind] = 1u << self->values[level].bit;
  orienta_progress_start (progress, "weighing", 0);
  if (!orienta_progress_tick (progress, error))
    return FALSE;
  orienta_sweep_share (fill_rows, &weighing, orienta_sweep_threads (self->options->n_threads));
  return orienta_progress_tick (progress, error);
}
