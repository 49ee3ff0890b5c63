/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/weighing-private.h"

#include <orienta/orienta.h>

struct OrientaWeighing {
  const OrientaRegister *reg;
  guint8 *durable; /* by unit */
  guint32 *sites;  /* by unit: its kind in its territory, numbered */
  guint n_sites;
  guint bits[ORIENTA_LEVEL_DURABLE + 1]; /* by kind of level: its mark, or 0 */
};

/* Whether a household has chosen each site, as far as it was asked: that depends on nothing else of a unit. */
struct OrientaWeigher {
  const OrientaWeighing *weighing;
  guint32 *asked; /* by site: for which household */
  guint8 *chosen;
};

/* -- what is known of all units -- */

/* Numbers the kinds of each territory that units have. */
static void
number_sites (OrientaWeighing *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    const OrientaUnitRow *row = &self->reg->units[unit];
    gint64 key = (gint64) row->territory * 256 + row->kind;
    gpointer number = NULL;
    if (!g_hash_table_lookup_extended (numbers, &key, NULL, &number)) {
      number = GUINT_TO_POINTER (self->n_sites++);
      g_hash_table_insert (numbers, g_memdup2 (&key, sizeof key), number);
    }
    self->sites[unit] = GPOINTER_TO_UINT (number);
  }
}

/* For boards of these levels. Free with orienta_weighing_free(). */
OrientaWeighing *
orienta_weighing_new (const OrientaBoard *board)
{
  OrientaWeighing *self = g_new0 (OrientaWeighing, 1);
  self->reg = board->binding->reg;
  self->durable = g_new (guint8, board->n_units);
  self->sites = g_new (guint32, board->n_units);
  number_sites (self);
  for (guint unit = 0; unit < board->n_units; unit++)
    self->durable[unit] = orienta_unit_value (self->reg, unit, ORIENTA_UNIT_DURABLE) == 1;
  for (guint level = 0; level < board->n_levels; level++)
    if (board->levels[level].kind != ORIENTA_LEVEL_POINTS)
      self->bits[board->levels[level].kind] = 1u << board->values[level].bit;
  return self;
}

void
orienta_weighing_free (OrientaWeighing *self)
{
  if (!self)
    return;
  g_free (self->durable);
  g_free (self->sites);
  g_free (self);
}

/* -- row by row -- */

/* Free with orienta_weigher_free(); what is shared outlives it. */
OrientaWeigher *
orienta_weigher_new (const OrientaWeighing *weighing)
{
  OrientaWeigher *self = g_new (OrientaWeigher, 1);
  self->weighing = weighing;
  self->asked = g_new (guint32, weighing->n_sites);
  self->chosen = g_new (guint8, weighing->n_sites);
  for (guint site = 0; site < weighing->n_sites; site++)
    self->asked[site] = ORIENTA_NOBODY;
  return self;
}

void
orienta_weigher_free (OrientaWeigher *self)
{
  if (!self)
    return;
  g_free (self->asked);
  g_free (self->chosen);
  g_free (self);
}

static gboolean
is_chosen (OrientaWeigher *self, guint household, guint unit)
{
  guint32 site = self->weighing->sites[unit];
  if (self->asked[site] != household) {
    self->asked[site] = household;
    self->chosen[site] = orienta_pair_value (self->weighing->reg, household, unit, ORIENTA_PAIR_IN_CHOICE) == 1;
  }
  return self->chosen[site];
}

/* What the levels count of each pair of a row. To stay counts for those who must have a place, and for nothing else. */
static void
mark_row (OrientaWeigher *self, OrientaBoard *board, guint row)
{
  const OrientaWeighing *weighing = self->weighing;
  guint bound = board->bounds[row] != ORIENTA_BOUND_NOT ? weighing->bits[ORIENTA_LEVEL_BOUND] : 0;
  guint housed = bound | weighing->bits[ORIENTA_LEVEL_HOUSED];
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++) {
    guint unit = board->units[i];
    guint chosen = is_chosen (self, board->households[row], unit) ? weighing->bits[ORIENTA_LEVEL_CHOICE] : 0;
    guint durable = weighing->durable[unit] ? weighing->bits[ORIENTA_LEVEL_DURABLE] : 0;
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

/* Gives each pair of a row its value at each level; the board has room for them. */
void
orienta_weigher_fill (OrientaWeigher *self, OrientaBoard *board, guint row)
{
  mark_row (self, board, row);
  for (guint level = 0; level < board->n_levels; level++) {
    const gint64 *wide = board->values[level].wide;
    if (wide && wide != board->points)
      fill_level (board, level, board->own_values + (wide - board->own_values), row);
  }
}
