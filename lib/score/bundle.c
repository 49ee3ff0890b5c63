/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/bundle-private.h"

#include "policy/criterion-private.h"
#include "score/vector-private.h"

/* What one criterion may give or take in a column; a cell beyond is left to the plain path. */
#define MOST ((gint64) 1 << 24)

/* The most, in size, that a criterion can give, or G_MAXINT64. */
static gint64
size_of (const OrientaPolicy *policy, const OrientaCriterion *criterion)
{
  OrientaReach reach = orienta_criterion_reach (policy, criterion);
  return MAX (ABS (MAX (reach.least, -G_MAXINT64)), ABS (MAX (reach.most, -G_MAXINT64)));
}

static void
part_clear (gpointer data)
{
  OrientaBundlePart *part = data;
  if (part->kind == ORIENTA_BUNDLE_CELLS)
    orienta_cells_clear (&part->cells);
  else if (part->kind == ORIENTA_BUNDLE_LADDER)
    orienta_ladder_clear (&part->ladder);
}

static void
bundle_clear (gpointer data)
{
  OrientaBundle *bundle = data;
  g_aligned_free (bundle->same);
  g_array_unref (bundle->parts);
}

static gint64
criterion_points (const OrientaBinding *binding, guint criterion, guint household, gint unit)
{
  gint64 points;
  orienta_binding_points (binding, &binding->policy->criteria[criterion], household, unit, &points);
  return points;
}

/* What reads the unit alone is worked out here, once. */
static void
add_same (OrientaBundles *self, OrientaBundle *bundle, guint criterion)
{
  guint n_units = self->binding->reg->n_units;
  if (!bundle->same)
    bundle->same = orienta_vector_new (orienta_masks_n_words (self->masks) * 64);
  for (guint unit = 0; unit < n_units; unit++)
    bundle->same[unit] += (gint32) criterion_points (self->binding, criterion, 0, (gint) unit);
}

static void
compile_conditions (OrientaBundles *self, OrientaBundlePart *part, const OrientaCriterion *criterion)
{
  part->applies = orienta_masks_compile (self->masks, criterion->applies);
  part->when = orienta_masks_compile (self->masks, criterion->when);
}

/* A criterion that reads the unit. Returns the most that it adds on the way. */
static gint64
compile (OrientaBundles *self, OrientaBundlePart *part, const OrientaCriterion *criterion)
{
  gint64 size = size_of (self->binding->policy, criterion);
  if (criterion->way == ORIENTA_WAY_FLAG) {
    part->kind = ORIENTA_BUNDLE_BITS;
    part->points = criterion->points;
    compile_conditions (self, part, criterion);
    return size;
  }
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_criterion (reads, self->binding, part->criterion);
  orienta_cells_init (&part->cells, self->binding, reads, criterion_points, part->criterion, MIN (size, MOST));
  if (part->cells.units->n > ORIENTA_CELLS_FEW && size < MOST
      && orienta_ladder_init (&part->ladder, self->binding, criterion)) {
    orienta_cells_clear (&part->cells);
    part->kind = ORIENTA_BUNDLE_LADDER;
    part->memory = self->n_ladders++;
    compile_conditions (self, part, criterion);
    return 2 * size * criterion->n_bands; /* steps up and down */
  }
  part->kind = ORIENTA_BUNDLE_CELLS;
  part->memory = self->n_cells++;
  return MIN (size, MOST);
}

static void
add_part (OrientaBundles *self, OrientaBundle *bundle, guint index)
{
  const OrientaCriterion *criterion = &self->binding->policy->criteria[index];
  OrientaBundlePart part = { .kind = ORIENTA_BUNDLE_NUMBER, .criterion = index };
  if (self->binding->criteria[index] != (gint) index)
    return; /* not in force */
  part.always_proven = criterion->evidence <= self->level;
  if (criterion->of & ~(1u << ORIENTA_OF_HOUSEHOLD)) {
    gint64 size = size_of (self->binding->policy, criterion);
    bundle->reads_unit = TRUE;
    if (!bundle->group && part.always_proven && criterion->of == 1u << ORIENTA_OF_UNIT && size < MOST) {
      add_same (self, bundle, index);
      self->reach += size;
      return;
    }
    size = compile (self, &part, criterion);
    self->reach = size < G_MAXINT64 - self->reach ? self->reach + size : G_MAXINT64;
  }
  g_array_append_val (bundle->parts, part);
}

static OrientaBundle
bundle_new (const OrientaGroup *group)
{
  OrientaBundle bundle = { .group = group, .combine = group ? group->combine : ORIENTA_COMBINE_SUM };
  bundle.parts = g_array_new (FALSE, FALSE, sizeof (OrientaBundlePart));
  g_array_set_clear_func (bundle.parts, part_clear);
  return bundle;
}

/* A bound that pulls away from nothing adds points of its own. */
static void
add_bounds (OrientaBundles *self, gint64 least, gint64 most)
{
  gint64 pull = MAX (MAX (least, 0), most < 0 ? -MAX (most, -G_MAXINT64) : 0);
  self->reach = pull < G_MAXINT64 - self->reach ? self->reach + pull : G_MAXINT64;
}

/* `binding` and `masks` are borrowed. */
void
orienta_bundles_init (OrientaBundles *self, const OrientaBinding *binding, OrientaMasks *masks, OrientaEvidence level)
{
  const OrientaPolicy *policy = binding->policy;
  *self = (OrientaBundles){ .binding = binding, .masks = masks, .level = level };
  self->bundles = g_array_new (FALSE, FALSE, sizeof (OrientaBundle));
  g_array_set_clear_func (self->bundles, bundle_clear);
  OrientaBundle free = bundle_new (NULL);
  for (guint i = 0; i < policy->n_criteria; i++)
    if (policy->criteria[i].group < 0)
      add_part (self, &free, i);
  g_array_append_val (self->bundles, free);
  for (guint i = 0; i < policy->n_groups; i++) {
    OrientaBundle bundle = bundle_new (&policy->groups[i]);
    for (guint j = 0; j < policy->groups[i].n_criteria; j++)
      add_part (self, &bundle, policy->groups[i].criteria[j]);
    g_array_append_val (self->bundles, bundle);
    add_bounds (self, policy->groups[i].floor, policy->groups[i].cap);
  }
  add_bounds (self, policy->min, policy->max);
}

void
orienta_bundles_clear (OrientaBundles *self)
{
  g_clear_pointer (&self->bundles, g_array_unref);
}
