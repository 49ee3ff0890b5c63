/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/points-private.h"

#include "score/cells-private.h"
#include "score/tally-private.h"
#include "score/vector-private.h"

#include <string.h>

/* A sum stays inside 32 bits as long as its parts together do: a million points. What might leave them is summed pair
 * by pair in 64. */
#define WIDEST (G_GINT64_CONSTANT (1) << 30)

typedef enum { PART_NUMBER, PART_BITS, PART_CELLS } PartKind;

/* One criterion in force. */
typedef struct {
  PartKind kind;
  guint criterion;
  gboolean always_proven; /* no household's proofs matter at this level */
  const OrientaMaskNode *applies, *when;
  OrientaCells cells;
} Part;

/* Criteria that are taken together: a group, or all that are in none (group NULL: a sum without bounds). */
typedef struct {
  const OrientaGroup *group;
  OrientaCombine combine;
  gboolean reads_unit;
  GArray *parts; /* of Part */
} Bundle;

struct OrientaPoints {
  const OrientaBinding *binding;
  OrientaEvidence level;
  guint n;         /* units, padded to whole words */
  GArray *bundles; /* of Bundle, the free one first */
  gint64 reach;    /* the most, in size, that the parts that read the unit can add up to */
};

struct OrientaPointsWorker {
  const OrientaPoints *points;
  OrientaMaskWorker *masks;
  GArray *memories;           /* of OrientaCellsMemory, in the order of the parts that have cells */
  gint64 *numbers;            /* by criterion: what those that read only the household give */
  gint32 *total, *sum, *part; /* columns */
  gint64 *wide;               /* a column of its own, and cells before they are narrowed */
  guint32 *units;             /* those asked for */
  OrientaLine *lines;
};

static gint64
criterion_points (const OrientaBinding *binding, guint criterion, guint household, gint unit)
{
  gint64 points;
  orienta_binding_points (binding, &binding->policy->criteria[criterion], household, unit, &points);
  return points;
}

/* -- compiling -- */

static gboolean
reads_unit (const OrientaCriterion *criterion)
{
  return (criterion->of & ~(1u << ORIENTA_OF_HOUSEHOLD)) != 0;
}

/* The most, in size, that a criterion can give; WIDEST when nothing bounds it. */
static gint64
size_of (const OrientaCriterion *criterion)
{
  gint64 size = 0;
  switch (criterion->way) {
  case ORIENTA_WAY_FLAG:
    return ABS (criterion->points);
  case ORIENTA_WAY_BANDS:
  case ORIENTA_WAY_LINEAR:
    for (guint i = 0; i < criterion->n_bands; i++)
      size = MAX (size, ABS (criterion->bands[i].points));
    return size;
  default:
    if (criterion->max > WIDEST || criterion->min < -WIDEST)
      return WIDEST;
    return MAX (ABS (criterion->max), ABS (criterion->min));
  }
}

static void
part_clear (gpointer data)
{
  Part *part = data;
  if (part->kind == PART_CELLS)
    orienta_cells_clear (&part->cells);
}

static void
bundle_clear (gpointer data)
{
  g_array_unref (((Bundle *) data)->parts);
}

static void
add_part (OrientaPoints *self, OrientaMasks *masks, Bundle *bundle, guint index)
{
  const OrientaCriterion *criterion = &self->binding->policy->criteria[index];
  if (self->binding->criteria[index] != (gint) index)
    return; /* not in force */
  Part part = { .kind = PART_NUMBER, .criterion = index, .always_proven = criterion->evidence <= self->level };
  if (reads_unit (criterion)) {
    bundle->reads_unit = TRUE;
    self->reach += size_of (criterion);
    if (criterion->way == ORIENTA_WAY_FLAG) {
      part.kind = PART_BITS;
      part.applies = orienta_masks_compile (masks, criterion->applies);
      part.when = orienta_masks_compile (masks, criterion->when);
    } else {
      g_autoptr (OrientaReads) reads = orienta_reads_new ();
      orienta_reads_criterion (reads, self->binding, index);
      part.kind = PART_CELLS;
      orienta_cells_init (&part.cells, self->binding, reads, criterion_points, index);
    }
  }
  g_array_append_val (bundle->parts, part);
}

static Bundle
bundle_new (const OrientaGroup *group)
{
  Bundle bundle = { .group = group, .combine = group ? group->combine : ORIENTA_COMBINE_SUM };
  bundle.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (bundle.parts, part_clear);
  return bundle;
}

OrientaPoints *
orienta_points_new (OrientaMasks *masks, const OrientaBinding *binding, OrientaEvidence level)
{
  OrientaPoints *self = g_new0 (OrientaPoints, 1);
  const OrientaPolicy *policy = binding->policy;
  self->binding = binding;
  self->level = level;
  self->n = orienta_masks_n_words (masks) * 64;
  self->bundles = g_array_new (FALSE, FALSE, sizeof (Bundle));
  g_array_set_clear_func (self->bundles, bundle_clear);
  Bundle free = bundle_new (NULL);
  for (guint i = 0; i < policy->n_criteria; i++)
    if (policy->criteria[i].group < 0)
      add_part (self, masks, &free, i);
  g_array_append_val (self->bundles, free);
  for (guint i = 0; i < policy->n_groups; i++) {
    Bundle bundle = bundle_new (&policy->groups[i]);
    for (guint j = 0; j < policy->groups[i].n_criteria; j++)
      add_part (self, masks, &bundle, policy->groups[i].criteria[j]);
    g_array_append_val (self->bundles, bundle);
  }
  if (policy->min > WIDEST || policy->max < -WIDEST)
    self->reach = WIDEST;
  return self;
}

void
orienta_points_free (OrientaPoints *self)
{
  if (!self)
    return;
  g_array_unref (self->bundles);
  g_free (self);
}

static void
memory_clear (gpointer data)
{
  orienta_cells_memory_clear (data);
}

/* `masks` is borrowed and used by nobody else meanwhile. */
OrientaPointsWorker *
orienta_points_worker_new (const OrientaPoints *points, OrientaMaskWorker *masks)
{
  OrientaPointsWorker *self = g_new0 (OrientaPointsWorker, 1);
  self->points = points;
  self->masks = masks;
  self->memories = g_array_new (FALSE, TRUE, sizeof (OrientaCellsMemory));
  g_array_set_clear_func (self->memories, memory_clear);
  for (guint i = 0; i < points->bundles->len; i++) {
    const GArray *parts = g_array_index (points->bundles, Bundle, i).parts;
    for (guint j = 0; j < parts->len; j++) {
      const Part *part = &g_array_index (parts, Part, j);
      OrientaCellsMemory memory;
      if (part->kind != PART_CELLS)
        continue;
      orienta_cells_memory_init (&memory, &part->cells);
      g_array_append_val (self->memories, memory);
    }
  }
  self->numbers = g_new0 (gint64, points->binding->policy->n_criteria);
  self->total = g_new (gint32, points->n);
  self->sum = g_new (gint32, points->n);
  self->part = g_new (gint32, points->n);
  self->wide = g_new (gint64, points->n);
  self->units = g_new (guint32, points->n);
  self->lines = g_new (OrientaLine, orienta_tally_max_lines (points->binding->policy));
  return self;
}

void
orienta_points_worker_free (OrientaPointsWorker *self)
{
  if (!self)
    return;
  g_array_unref (self->memories);
  g_free (self->numbers);
  g_free (self->total);
  g_free (self->sum);
  g_free (self->part);
  g_free (self->wide);
  g_free (self->units);
  g_free (self->lines);
  g_free (self);
}

/* -- one household -- */

static gboolean
is_counted (const OrientaPoints *self, const Part *part, guint household)
{
  return part->always_proven || orienta_binding_evidence (self->binding, part->criterion, household) <= self->level;
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

/* What the criteria that read only the household give. FALSE when the columns would be too narrow. */
static gboolean
find_numbers (OrientaPointsWorker *self, guint household)
{
  const OrientaPoints *compiled = self->points;
  gint64 reach = compiled->reach;
  for (guint i = 0; i < compiled->bundles->len; i++) {
    const GArray *parts = g_array_index (compiled->bundles, Bundle, i).parts;
    for (guint j = 0; j < parts->len; j++) {
      const Part *part = &g_array_index (parts, Part, j);
      if (part->kind != PART_NUMBER)
        continue;
      gint64 points = is_counted (compiled, part, household)
                          ? criterion_points (compiled->binding, part->criterion, household, -1)
                          : 0;
      self->numbers[part->criterion] = points;
      reach += ABS (points);
    }
  }
  return reach < WIDEST;
}

/* The sum of a bundle in which nothing reads the unit. */
static gint64
sum_of_numbers (const OrientaPointsWorker *self, const Bundle *bundle)
{
  gint64 sum = 0;
  for (guint i = 0; i < bundle->parts->len; i++)
    sum = combined (bundle->combine, sum, self->numbers[g_array_index (bundle->parts, Part, i).criterion]);
  return bundle->group ? orienta_tally_bounded (bundle->group, sum) : sum;
}

static guint
list_units (const guint64 *possible, guint n_words, guint32 *units)
{
  guint n = 0;
  for (guint word = 0; word < n_words; word++)
    for (guint64 bits = possible[word]; bits != 0; bits &= bits - 1)
      units[n++] = word * 64 + (guint) __builtin_ctzll (bits);
  return n;
}

/* Cells of the units asked for, as a column. */
static void
fill_cells (OrientaPointsWorker *self, const Part *part, OrientaCellsMemory *memory, guint household,
            const guint64 *possible, gint32 *column)
{
  guint n = list_units (possible, self->points->n / 64, self->units);
  memset (self->wide, 0, n * sizeof (gint64));
  memset (column, 0, self->points->n * sizeof (gint32));
  orienta_cells_add (&part->cells, memory, household, self->units, n, self->wide);
  for (guint i = 0; i < n; i++)
    column[self->units[i]] = (gint32) self->wide[i];
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
  orienta_vector_fill (self->part, self->points->n, (gint32) value);
  merge_column (combine, sum, self->points->n, self->part);
}

/* A flag: its points where both its conditions hold for certain. */
static void
merge_bits (OrientaPointsWorker *self, const Part *part, OrientaCombine combine, guint household, gint32 *sum)
{
  guint n = self->points->n;
  gint32 points = (gint32) self->points->binding->policy->criteria[part->criterion].points;
  OrientaMask rows[2];
  guint n_rows = 0;
  const OrientaMaskNode *nodes[2] = { part->applies, part->when };
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++) {
    OrientaMask mask = orienta_mask_ask (self->masks, nodes[i], household, i);
    if (mask.same && mask.truth != ORIENTA_TRUE)
      return;
    if (!mask.same)
      rows[n_rows++] = mask;
  }
  if (n_rows == 0) {
    merge_number (self, combine, sum, points);
  } else if (n_rows == 1 && combine == ORIENTA_COMBINE_SUM) {
    orienta_vector_add_bits (sum, n, rows[0].certain, points);
  } else {
    memset (self->part, 0, n * sizeof (gint32));
    if (n_rows == 2) {
      orienta_vector_add_bits (self->part, n, rows[0].certain, 1);
      orienta_vector_add_bits (self->part, n, rows[1].certain, 1);
      for (guint i = 0; i < n; i++)
        self->part[i] = self->part[i] == 2 ? points : 0;
    } else {
      orienta_vector_add_bits (self->part, n, rows[0].certain, points);
    }
    merge_column (combine, sum, n, self->part);
  }
}

/* The sum of a bundle, unit by unit, into `sum`; `next` counts the parts that have cells. */
static void
sum_bundle (OrientaPointsWorker *self, const Bundle *bundle, guint household, const guint64 *possible, guint *next,
            gint32 *sum)
{
  const OrientaPoints *compiled = self->points;
  gint64 start = 0; /* numbers of a sum: added in one go */
  memset (sum, 0, compiled->n * sizeof (gint32));
  for (guint i = 0; i < bundle->parts->len; i++) {
    const Part *part = &g_array_index (bundle->parts, Part, i);
    OrientaCellsMemory *memory = NULL;
    if (part->kind == PART_CELLS)
      memory = &g_array_index (self->memories, OrientaCellsMemory, (*next)++);
    if (part->kind == PART_NUMBER) {
      if (bundle->combine == ORIENTA_COMBINE_SUM)
        start += self->numbers[part->criterion];
      else
        merge_number (self, bundle->combine, sum, self->numbers[part->criterion]);
      continue;
    }
    if (!is_counted (compiled, part, household))
      continue;
    if (part->kind == PART_BITS) {
      merge_bits (self, part, bundle->combine, household, sum);
    } else {
      fill_cells (self, part, memory, household, possible, self->part);
      merge_column (bundle->combine, sum, compiled->n, self->part);
    }
  }
  merge_number (self, ORIENTA_COMBINE_SUM, sum, start);
  if (bundle->group)
    orienta_vector_bound (sum, compiled->n, (gint32) MAX (bundle->group->floor, -WIDEST),
                          (gint32) MIN (bundle->group->cap, WIDEST));
}

/* Pair by pair, for what the columns are too narrow for. */
static OrientaPointsColumn
sum_plainly (OrientaPointsWorker *self, guint household, const guint64 *possible)
{
  const OrientaPoints *compiled = self->points;
  guint n_lines, n = list_units (possible, compiled->n / 64, self->units);
  for (guint i = 0; i < n; i++)
    self->wide[self->units[i]] =
        orienta_tally (compiled->binding, compiled->level, household, (gint) self->units[i], self->lines, &n_lines);
  return (OrientaPointsColumn){ .wide = self->wide };
}

/* The points for the units of `possible`. The column lives until the next call. */
OrientaPointsColumn
orienta_points_household (OrientaPointsWorker *self, guint household, const guint64 *possible)
{
  const OrientaPoints *compiled = self->points;
  const OrientaPolicy *policy = compiled->binding->policy;
  guint next = 0;
  gint64 base = 0;
  if (!find_numbers (self, household))
    return sum_plainly (self, household, possible);
  sum_bundle (self, &g_array_index (compiled->bundles, Bundle, 0), household, possible, &next, self->total);
  for (guint i = 1; i < compiled->bundles->len; i++) {
    const Bundle *bundle = &g_array_index (compiled->bundles, Bundle, i);
    if (!bundle->reads_unit) {
      base += sum_of_numbers (self, bundle);
      continue;
    }
    sum_bundle (self, bundle, household, possible, &next, self->sum);
    orienta_vector_add (self->total, compiled->n, self->sum);
  }
  merge_number (self, ORIENTA_COMBINE_SUM, self->total, base);
  orienta_vector_bound (self->total, compiled->n, (gint32) CLAMP (policy->min, -WIDEST, WIDEST),
                        (gint32) CLAMP (policy->max, -WIDEST, WIDEST));
  return (OrientaPointsColumn){ .narrow = self->total };
}
