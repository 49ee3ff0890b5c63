/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/points-private.h"

#include "score/bundle-private.h"
#include "score/tally-private.h"
#include "score/vector-private.h"

#include <string.h>

/* A sum stays inside 32 bits as long as its parts together do: a million points. What might leave them is summed pair
 * by pair in 64. */
#define WIDEST (G_GINT64_CONSTANT (1) << 30)

#define FEW 8 /* where at most one unit in so many is asked for, columns are of these alone */

struct OrientaPoints {
  const OrientaBinding *binding;
  OrientaBundles compiled;
  guint n; /* units, padded to whole words */
};

struct OrientaPointsWorker {
  const OrientaPoints *points;
  OrientaMaskWorker *masks;
  OrientaLadderMemory *ladders;
  OrientaCellsMemory *cells;
  gint64 *numbers;            /* by criterion: what those that read only the household give */
  gboolean few;               /* columns are of the units asked for, in their order */
  guint n;                    /* of a column, padded to whole words */
  gint32 *total, *sum, *part; /* columns */
  gint32 *picked;             /* what a column by unit says of the few */
  guint64 *bits[2];           /* what a row says of them */
  gint32 *spread;             /* their total, by unit */
  gint64 *wide;               /* by unit */
  guint n_asked;
  guint32 *asked; /* units; of a few the first again up to a whole word */
  OrientaLine *lines;
};

/* -- compiling -- */

OrientaPoints *
orienta_points_new (OrientaMasks *masks, const OrientaBinding *binding, OrientaEvidence level)
{
  OrientaPoints *self = g_new0 (OrientaPoints, 1);
  self->binding = binding;
  self->n = orienta_masks_n_words (masks) * 64;
  orienta_bundles_init (&self->compiled, binding, masks, level);
  return self;
}

void
orienta_points_free (OrientaPoints *self)
{
  if (!self)
    return;
  orienta_bundles_clear (&self->compiled);
  g_free (self);
}

static const OrientaBundle *
bundle_at (const OrientaPoints *self, guint i)
{
  return &g_array_index (self->compiled.bundles, OrientaBundle, i);
}

static const OrientaBundlePart *
part_at (const OrientaBundle *bundle, guint i)
{
  return &g_array_index (bundle->parts, OrientaBundlePart, i);
}

static void
make_memories (OrientaPointsWorker *self)
{
  const OrientaPoints *points = self->points;
  self->ladders = g_new (OrientaLadderMemory, points->compiled.n_ladders);
  self->cells = g_new (OrientaCellsMemory, points->compiled.n_cells);
  for (guint i = 0; i < points->compiled.bundles->len; i++)
    for (guint j = 0; j < bundle_at (points, i)->parts->len; j++) {
      const OrientaBundlePart *part = part_at (bundle_at (points, i), j);
      if (part->kind == ORIENTA_BUNDLE_LADDER)
        orienta_ladder_memory_init (&self->ladders[part->memory], &part->ladder);
      else if (part->kind == ORIENTA_BUNDLE_CELLS)
        orienta_cells_memory_init (&self->cells[part->memory], &part->cells);
    }
}

/* `masks` is borrowed and used by nobody else meanwhile. */
OrientaPointsWorker *
orienta_points_worker_new (const OrientaPoints *points, OrientaMaskWorker *masks)
{
  OrientaPointsWorker *self = g_new0 (OrientaPointsWorker, 1);
  self->points = points;
  self->masks = masks;
  self->numbers = g_new0 (gint64, points->binding->policy->n_criteria);
  self->total = orienta_vector_new (points->n);
  self->sum = orienta_vector_new (points->n);
  self->part = orienta_vector_new (points->n);
  self->picked = orienta_vector_new (points->n);
  self->spread = orienta_vector_new (points->n);
  for (guint i = 0; i < G_N_ELEMENTS (self->bits); i++)
    self->bits[i] = g_new (guint64, points->n / 64);
  self->wide = g_new (gint64, points->n);
  self->asked = g_new (guint32, points->n);
  self->lines = g_new (OrientaLine, orienta_tally_max_lines (points->binding->policy));
  make_memories (self);
  return self;
}

void
orienta_points_worker_free (OrientaPointsWorker *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->points->compiled.n_ladders; i++)
    orienta_ladder_memory_clear (&self->ladders[i]);
  for (guint i = 0; i < self->points->compiled.n_cells; i++)
    orienta_cells_memory_clear (&self->cells[i]);
  g_free (self->ladders);
  g_free (self->cells);
  g_free (self->numbers);
  g_aligned_free (self->total);
  g_aligned_free (self->sum);
  g_aligned_free (self->part);
  g_aligned_free (self->picked);
  g_aligned_free (self->spread);
  for (guint i = 0; i < G_N_ELEMENTS (self->bits); i++)
    g_free (self->bits[i]);
  g_free (self->wide);
  g_free (self->asked);
  g_free (self->lines);
  g_free (self);
}

/* -- numbers of the household -- */

static gboolean
is_counted (const OrientaPoints *self, const OrientaBundlePart *part, guint household)
{
  return part->always_proven
         || orienta_binding_evidence (self->binding, part->criterion, household) <= self->compiled.level;
}

static gint64
number_of (const OrientaPoints *self, const OrientaBundlePart *part, guint household)
{
  gint64 points = 0;
  if (is_counted (self, part, household))
    orienta_binding_points (self->binding, &self->binding->policy->criteria[part->criterion], household, -1, &points);
  return points;
}

/* What the criteria that read only the household give. FALSE when the columns would be too narrow. */
static gboolean
find_numbers (OrientaPointsWorker *self, guint household)
{
  const OrientaPoints *points = self->points;
  gint64 reach = points->compiled.reach;
  for (guint i = 0; i < points->compiled.bundles->len; i++) {
    const OrientaBundle *bundle = bundle_at (points, i);
    for (guint j = 0; j < bundle->parts->len; j++) {
      const OrientaBundlePart *part = part_at (bundle, j);
      if (part->kind != ORIENTA_BUNDLE_NUMBER)
        continue;
      gint64 number = number_of (points, part, household);
      self->numbers[part->criterion] = number;
      reach = ABS (number) < G_MAXINT64 - reach ? reach + ABS (number) : G_MAXINT64;
    }
  }
  return reach < WIDEST;
}

static gint64
combined (OrientaCombine combine, gint64 sum, gint64 next)
{
  switch (combine) {
  case ORIENTA_COMBINE_SUM:
    return sum + next;
  case ORIENTA_COMBINE_MAX:
    return sum == 0 ? next : next == 0 ? sum : MAX (sum, next);
  default:
    return sum != 0 ? sum : next;
  }
}

/* The sum of a bundle in which nothing reads the unit. */
static gint64
sum_of_numbers (const OrientaPointsWorker *self, const OrientaBundle *bundle)
{
  gint64 sum = 0;
  for (guint i = 0; i < bundle->parts->len; i++)
    sum = combined (bundle->combine, sum, self->numbers[part_at (bundle, i)->criterion]);
  return bundle->group ? orienta_tally_bounded (bundle->group, sum) : sum;
}

/* -- columns of units -- */

static void
list_asked (OrientaPointsWorker *self, const guint64 *possible)
{
  self->n_asked = orienta_vector_list_bits (self->asked, self->points->n / 64, possible);
}

/* Few of many units: each column is as long as their list. */
static void
choose_columns (OrientaPointsWorker *self, const guint64 *possible)
{
  guint n = self->points->n;
  self->few = orienta_vector_count_bits (possible, n / 64) <= n / FEW;
  self->n = n;
  if (!self->few)
    return;
  list_asked (self, possible);
  self->n = (self->n_asked + 63) / 64 * 64;
  for (guint i = self->n_asked; i < self->n; i++)
    self->asked[i] = self->asked[0];
}

/* A column by unit, as far as it is asked for; it lives until the next one. */
static const gint32 *
read_column (OrientaPointsWorker *self, const gint32 *column)
{
  if (!self->few)
    return column;
  orienta_vector_pick (self->picked, self->n, self->asked, column);
  return self->picked;
}

/* The same of a row of bits. */
static const guint64 *
read_bits (OrientaPointsWorker *self, const guint64 *row, guint bank)
{
  if (!self->few)
    return row;
  orienta_vector_pick_bits (self->bits[bank], self->n, self->asked, row);
  return self->bits[bank];
}

static void
merge_column (OrientaCombine combine, gint32 *sum, guint n, const gint32 *column)
{
  if (combine == ORIENTA_COMBINE_SUM)
    orienta_vector_add (sum, n, column);
  else if (combine == ORIENTA_COMBINE_MAX)
    orienta_vector_max (sum, n, column);
  else
    orienta_vector_first (sum, n, column);
}

static void
merge_number (OrientaPointsWorker *self, OrientaCombine combine, gint32 *sum, gint64 value)
{
  if (value == 0)
    return;
  orienta_vector_fill (self->part, self->n, (gint32) value);
  merge_column (combine, sum, self->n, self->part);
}

/* The rows of the conditions that differ from unit to unit, at most two; -1 when one of them holds nowhere. */
static gint
ask_conditions (OrientaPointsWorker *self, const OrientaBundlePart *part, guint household, const guint64 *rows[2])
{
  const OrientaMaskNode *nodes[2] = { part->applies, part->when };
  gint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++) {
    OrientaMask mask = orienta_mask_ask (self->masks, nodes[i], household, i);
    if (mask.same && mask.truth != ORIENTA_TRUE)
      return -1;
    if (!mask.same) {
      rows[n] = read_bits (self, mask.certain, (guint) n);
      n++;
    }
  }
  return n;
}

/* A flag or a ladder: points where both conditions hold for certain. */
static void
merge_conditional (OrientaPointsWorker *self, const OrientaBundlePart *part, OrientaCombine combine, guint household,
                   gint32 *sum)
{
  const guint64 *rows[2];
  guint n = self->n;
  gint n_rows = ask_conditions (self, part, household, rows);
  if (n_rows < 0)
    return;
  gboolean direct = combine == ORIENTA_COMBINE_SUM && n_rows == (part->kind == ORIENTA_BUNDLE_BITS);
  gint32 *target = direct ? sum : self->part;
  if (!direct)
    memset (target, 0, n * sizeof (gint32));
  if (part->kind == ORIENTA_BUNDLE_LADDER) {
    const gint32 *steps = orienta_ladder_steps (&part->ladder, &self->ladders[part->memory], household);
    const gint32 *ranks = read_column (self, part->ladder.ascent->rank);
    guint n_steps = part->ladder.n_steps;
    for (guint i = 0; i < n_steps; i++)
      if (steps[n_steps + i] != 0)
        orienta_vector_add_from (target, n, ranks, steps[i], steps[n_steps + i]);
  } else if (n_rows == 0) {
    orienta_vector_fill (target, n, (gint32) part->points);
  } else {
    orienta_vector_add_bits (target, n, rows[--n_rows], (gint32) part->points);
  }
  while (n_rows > 0)
    orienta_vector_keep_bits (target, n, rows[--n_rows]);
  if (!direct)
    merge_column (combine, sum, n, target);
}

/* FALSE when a cell is too great. */
static gboolean
merge_cells (OrientaPointsWorker *self, const OrientaBundlePart *part, OrientaCombine combine, guint household,
             const guint64 *possible, gint32 *sum)
{
  if (!self->few && (part->cells.n_kept == 0 || part->cells.names != 0))
    list_asked (self, possible);
  const gint32 *column =
      orienta_cells_column (&part->cells, &self->cells[part->memory], household, self->asked, self->n_asked);
  if (!column)
    return FALSE;
  merge_column (combine, sum, self->n, read_column (self, column));
  return TRUE;
}

/* The sum of a bundle, unit by unit, into `sum`. FALSE when a cell is too great. */
static gboolean
sum_bundle (OrientaPointsWorker *self, const OrientaBundle *bundle, guint household, const guint64 *possible,
            gint32 *sum)
{
  const OrientaPoints *points = self->points;
  gint64 numbers = 0; /* of a sum: added in one go */
  if (bundle->same)
    memcpy (sum, read_column (self, bundle->same), self->n * sizeof (gint32));
  else
    memset (sum, 0, self->n * sizeof (gint32));
  for (guint i = 0; i < bundle->parts->len; i++) {
    const OrientaBundlePart *part = part_at (bundle, i);
    if (part->kind == ORIENTA_BUNDLE_NUMBER) {
      if (bundle->combine == ORIENTA_COMBINE_SUM)
        numbers += self->numbers[part->criterion];
      else
        merge_number (self, bundle->combine, sum, self->numbers[part->criterion]);
    } else if (is_counted (points, part, household)) {
      if (part->kind != ORIENTA_BUNDLE_CELLS)
        merge_conditional (self, part, bundle->combine, household, sum);
      else if (!merge_cells (self, part, bundle->combine, household, possible, sum))
        return FALSE;
    }
  }
  gint64 least = bundle->group ? bundle->group->floor : -WIDEST, most = bundle->group ? bundle->group->cap : WIDEST;
  if (numbers != 0 || bundle->group)
    orienta_vector_raise (sum, self->n, (gint32) numbers, (gint32) CLAMP (least, -WIDEST, WIDEST),
                          (gint32) CLAMP (most, -WIDEST, WIDEST));
  return TRUE;
}

/* Pair by pair, for what the columns are too narrow for. */
static OrientaPointsColumn
sum_plainly (OrientaPointsWorker *self, guint household, const guint64 *possible)
{
  const OrientaPoints *points = self->points;
  guint n_lines;
  list_asked (self, possible);
  for (guint i = 0; i < self->n_asked; i++)
    self->wide[self->asked[i]] = orienta_tally (points->binding, points->compiled.level, household,
                                                (gint) self->asked[i], self->lines, &n_lines);
  return (OrientaPointsColumn){ .wide = self->wide };
}

/* The points for the units of `possible`. The column lives until the next call. */
OrientaPointsColumn
orienta_points_household (OrientaPointsWorker *self, guint household, const guint64 *possible)
{
  const OrientaPoints *points = self->points;
  const OrientaPolicy *policy = points->binding->policy;
  gint64 numbers = 0;
  choose_columns (self, possible);
  if (!find_numbers (self, household) || !sum_bundle (self, bundle_at (points, 0), household, possible, self->total))
    return sum_plainly (self, household, possible);
  for (guint i = 1; i < points->compiled.bundles->len; i++) {
    const OrientaBundle *bundle = bundle_at (points, i);
    if (!bundle->reads_unit) {
      numbers += sum_of_numbers (self, bundle);
      continue;
    }
    if (!sum_bundle (self, bundle, household, possible, self->sum))
      return sum_plainly (self, household, possible);
    orienta_vector_add (self->total, self->n, self->sum);
  }
  orienta_vector_raise (self->total, self->n, (gint32) numbers, (gint32) CLAMP (policy->min, -WIDEST, WIDEST),
                        (gint32) CLAMP (policy->max, -WIDEST, WIDEST));
  if (!self->few)
    return (OrientaPointsColumn){ .narrow = self->total };
  orienta_vector_put (self->spread, self->n_asked, self->asked, self->total);
  return (OrientaPointsColumn){ self->spread, NULL, self->n_asked, self->asked, self->total };
}
