/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/survey-private.h"

#include <orienta/orienta.h>

#include "match/board-lay-private.h"
#include "match/weighing-private.h"

/* What one thread knows of the row that it is at. */
typedef struct {
  OrientaBoard board; /* of this row alone; all but its pairs is borrowed */
  gint64 first[2];
  guint32 *units; /* what the policy allows, before the layout chooses */
  gint64 *points;
  guint8 *status;
  OrientaWeigher *weigher;
  __int128 *kept, *sums; /* by level: of this row, of all rows so far */
} Strip;

/* The pair that a row holds. */
typedef struct {
  guint32 unit; /* ORIENTA_NOBODY: it holds none that is open to it */
  guint8 status;
  gint64 points;
} Held;

typedef struct {
  const OrientaMatching *matching;
  const gint64 *prices; /* NULL: they prove nothing */
  OrientaBoard *board;
  OrientaLayout *layout;
  OrientaWeighing *weighing;
  guint n_strips;
  Strip **strips; /* by thread */
  Held *held;     /* by row */
  gint below;     /* atomic: some pair is worth less than 0 */
} Sighting;

/* -- one row at a time -- */

static Strip *
strip_new (const OrientaBoard *board)
{
  Strip *self = g_new0 (Strip, 1);
  gsize room = (gsize) board->n_units + 1; /* and the place that it has */
  self->units = g_new (guint32, room);
  self->points = g_new (gint64, room);
  self->status = g_new (guint8, room);
  self->board = *board;
  self->board.units = g_new (guint32, room);
  self->board.points = g_new (gint64, room);
  self->board.status = g_new (guint8, room);
  orienta_board_make_levels (&self->board, room); /* as all rows have them */
  self->board.n_rows = 1;
  self->board.first = self->first;
  self->kept = g_new0 (__int128, self->board.n_levels);
  self->sums = g_new0 (__int128, self->board.n_levels);
  return self;
}

static void
strip_free (Strip *self)
{
  g_free (self->units);
  g_free (self->points);
  g_free (self->status);
  g_free (self->board.units);
  g_free (self->board.points);
  g_free (self->board.status);
  g_free (self->board.levels);
  g_free (self->board.values);
  g_free (self->board.own_values);
  g_free (self->board.marks);
  g_free (self->kept);
  g_free (self->sums);
  orienta_weigher_free (self->weigher);
  g_free (self);
}

static void
lay_row (const Sighting *self, Strip *strip, guint row, const OrientaRow *found)
{
  OrientaFind find = { orienta_row_count (found), strip->units, strip->points, strip->status };
  orienta_row_list (found, find.n, strip->units, strip->points, strip->status);
  strip->board.households = self->board->households + row;
  strip->board.bounds = self->board->bounds + row;
  strip->first[1] = orienta_layout_put (self->layout, &strip->board, row, &find, 0);
}

/* The pair that the matching says, or the place that the household keeps. */
static void
note_held (const Sighting *self, const Strip *strip, guint row, guint household)
{
  const OrientaBoard *board = &strip->board;
  gint32 pair = self->matching->pair_of[household];
  gint64 found =
      pair >= 0 ? orienta_board_find (board, 0, self->matching->pairs[pair].unit) : orienta_board_find_own (board, 0);
  self->held[row].unit = ORIENTA_NOBODY;
  if (found >= 0)
    self->held[row] = (Held){ board->units[found], board->status[found], board->points[found] };
}

static gboolean
has_below (const OrientaBoard *board)
{
  for (gint64 i = 0; i < orienta_board_n_pairs (board); i++)
    if (board->status[i] != ORIENTA_STAYS && orienta_board_worth (board, i) < 0)
      return TRUE;
  return FALSE;
}

static void
add_kept (Strip *strip, const gint64 *prices)
{
  OrientaProblem problem = orienta_board_problem (&strip->board);
  orienta_weigher_fill (strip->weigher, &strip->board, 0);
  orienta_problem_find_kept (&problem, prices, 0, strip->kept);
  for (guint level = 0; level < problem.n_levels; level++)
    strip->sums[level] += strip->kept[level];
}

static gboolean
see_row (const OrientaRow *found, guint thread, gpointer data)
{
  Sighting *self = data;
  Strip *strip = self->strips[thread];
  guint row = self->board->rows[found->household];
  lay_row (self, strip, row, found);
  note_held (self, strip, row, found->household);
  if (has_below (&strip->board)) {
    g_atomic_int_set (&self->below, 1);
    return FALSE;
  }
  if (self->prices)
    add_kept (strip, self->prices);
  return TRUE;
}

/* -- all rows -- */

static void
sighting_clear (Sighting *self)
{
  for (guint i = 0; i < self->n_strips; i++)
    strip_free (self->strips[i]);
  g_free (self->strips);
  g_free (self->held);
  orienta_weighing_free (self->weighing);
  orienta_layout_free (self->layout);
  orienta_board_free (self->board);
}

static gboolean
see_all (Sighting *self, GError **error)
{
  OrientaBoard *board = self->board;
  self->layout = orienta_layout_new (board, NULL, error);
  if (!self->layout)
    return FALSE;
  self->held = g_new (Held, board->n_rows);
  self->n_strips = orienta_sweep_threads (board->options->n_threads);
  self->strips = g_new (Strip *, self->n_strips);
  for (guint i = 0; i < self->n_strips; i++)
    self->strips[i] = strip_new (board);
  self->weighing = orienta_weighing_new (&self->strips[0]->board);
  for (guint i = 0; i < self->n_strips; i++)
    self->strips[i]->weigher = orienta_weigher_new (self->weighing);
  return orienta_sweep (board->binding, board->options->level, self->n_strips, "scoring", NULL, see_row, self, error);
}

static void
lay_held (Sighting *self)
{
  OrientaBoard *board = self->board;
  gint64 n = 0;
  board->units = g_new (guint32, MAX (board->n_rows, 1));
  board->points = g_new (gint64, MAX (board->n_rows, 1));
  board->status = g_new (guint8, MAX (board->n_rows, 1));
  for (guint row = 0; row < board->n_rows; row++) {
    const Held *held = &self->held[row];
    if (held->unit != ORIENTA_NOBODY) {
      board->units[n] = held->unit;
      board->points[n] = held->points;
      board->status[n++] = held->status;
    }
    board->first[row + 1] = n;
  }
}

static OrientaSurvey *
read_survey (Sighting *self, GError **error)
{
  guint n_levels = self->strips[0]->board.n_levels;
  lay_held (self);
  if (!orienta_board_fill_levels (self->board, NULL, error))
    return NULL;
  OrientaSurvey *survey = g_new0 (OrientaSurvey, 1);
  survey->board = g_steal_pointer (&self->board);
  survey->kept = self->prices ? g_new0 (__int128, n_levels) : NULL;
  for (guint i = 0; survey->kept && i < self->n_strips; i++)
    for (guint level = 0; level < n_levels; level++)
      survey->kept[level] += self->strips[i]->sums[level];
  return survey;
}

/* NULL without an error: some pair is worth less than 0, so that the lowest of all must be known before any counts. */
static OrientaSurvey *
survey_rows (const OrientaMatching *matching, GError **error)
{
  gboolean proves = matching->status != ORIENTA_MATCH_PLAIN && !matching->by_program;
  Sighting sighting = { .matching = matching,
                        .prices = proves ? matching->prices : NULL,
                        .board = orienta_board_new_empty (matching->binding, matching->options) };
  gboolean seen = see_all (&sighting, error) && !sighting.below;
  OrientaSurvey *survey = seen ? read_survey (&sighting, error) : NULL;
  sighting_clear (&sighting);
  return survey;
}

/* -- a board of all pairs -- */

/* Whether each household has one pair at most, and the matching's own index says so. */
static gboolean
is_orderly (const OrientaMatching *self)
{
  guint n = 0;
  for (guint household = 0; household < self->binding->reg->n_households; household++)
    if (self->pair_of[household] >= 0) {
      if (n == self->n_pairs || self->pair_of[household] != (gint32) n || self->pairs[n].household != household)
        return FALSE;
      n++;
    }
  return n == self->n_pairs;
}

/* Whether no row depends on another's pairs. Who is passed over does, and what the baseline gave; tiers, and what slots
 * are kept for, are asked of a board. */
static gboolean
goes_by_rows (const OrientaMatching *self)
{
  return self->options->mechanism != ORIENTA_MECHANISM_STABLE && !self->options->baseline
         && self->options->slot_reserves->len == 0 && self->binding->policy->n_tiers == 0 && is_orderly (self);
}

/* NULL with the errors of orienta_board_new(). */
OrientaSurvey *
orienta_survey_new_whole (const OrientaMatching *matching, GError **error)
{
  g_autoptr (OrientaSurvey) self = g_new0 (OrientaSurvey, 1);
  self->board = orienta_board_new (matching->binding, matching->options, NULL, error);
  return self->board && orienta_board_fill_levels (self->board, NULL, error) ? g_steal_pointer (&self) : NULL;
}

/* NULL with the errors of orienta_board_new(). Free with orienta_survey_free(). */
OrientaSurvey *
orienta_survey_new (const OrientaMatching *matching, GError **error)
{
  g_autoptr (GError) failed = NULL;
  OrientaSurvey *self = goes_by_rows (matching) ? survey_rows (matching, &failed) : NULL;
  if (!failed)
    return self ? self : orienta_survey_new_whole (matching, error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

void
orienta_survey_free (OrientaSurvey *self)
{
  if (!self)
    return;
  orienta_board_free (self->board);
  g_free (self->kept);
  g_free (self);
}
