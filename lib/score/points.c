/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/points-private.h"

#include "score/cells-private.h"
#include "score/tally-private.h"

/* A criterion that reads the unit. */
typedef struct {
  guint criterion;
  gboolean always_proven; /* no household's proofs matter at this level */
  OrientaCells cells;
} Term;

/* A group that cannot be summed by its members: some of them read the unit. */
typedef struct {
  const OrientaGroup *group;
  guint n;
  guint *members; /* criteria in force, in the group's order */
  gint *terms;    /* the member's term, or -1 when it reads only the household */
} MixedGroup;

struct OrientaPoints {
  const OrientaBinding *binding;
  OrientaEvidence level;
  GArray *household; /* guint: criteria that read only the household and are summed freely */
  GPtrArray *groups; /* const OrientaGroup *: whole groups that read only the household */
  GArray *terms;     /* of Term */
  GArray *free;      /* guint: terms that are summed freely */
  GArray *mixed;     /* of MixedGroup */
};

struct OrientaPointsWorker {
  const OrientaPoints *points;
  OrientaCellsMemory *memories; /* by term */
  gint64 **columns;             /* by place in a mixed group: points of each unit asked for */
  guint room;                   /* of the columns */
  guint n_columns;
};

static void
term_clear (gpointer data)
{
  orienta_cells_clear (&((Term *) data)->cells);
}

static void
mixed_clear (gpointer data)
{
  MixedGroup *mixed = data;
  g_free (mixed->members);
  g_free (mixed->terms);
}

static gboolean
reads_unit (const OrientaCriterion *criterion)
{
  return (criterion->of & ~(1u << ORIENTA_OF_HOUSEHOLD)) != 0;
}

static gint64
criterion_points (const OrientaBinding *binding, guint criterion, guint household, gint unit)
{
  gint64 points;
  orienta_binding_points (binding, &binding->policy->criteria[criterion], household, unit, &points);
  return points;
}

/* Adds the criterion as a term and returns its place. */
static guint
add_term (OrientaPoints *self, guint criterion)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_criterion (reads, self->binding, criterion);
  Term term = { .criterion = criterion };
  term.always_proven = self->binding->policy->criteria[criterion].evidence <= self->level;
  orienta_cells_init (&term.cells, self->binding, reads, criterion_points, criterion);
  g_array_append_val (self->terms, term);
  return self->terms->len - 1;
}

static gboolean
in_force (const OrientaPoints *self, guint criterion)
{
  return self->binding->criteria[criterion] == (gint) criterion;
}

static void
add_free (OrientaPoints *self, guint criterion)
{
  if (!reads_unit (&self->binding->policy->criteria[criterion])) {
    g_array_append_val (self->household, criterion);
    return;
  }
  guint term = add_term (self, criterion);
  g_array_append_val (self->free, term);
}

static void
add_mixed (OrientaPoints *self, const OrientaGroup *group)
{
  MixedGroup mixed = { .group = group,
                       .members = g_new (guint, group->n_criteria),
                       .terms = g_new (gint, group->n_criteria) };
  for (guint i = 0; i < group->n_criteria; i++) {
    guint criterion = group->criteria[i];
    if (!in_force (self, criterion))
      continue;
    mixed.members[mixed.n] = criterion;
    mixed.terms[mixed.n++] =
        reads_unit (&self->binding->policy->criteria[criterion]) ? (gint) add_term (self, criterion) : -1;
  }
  g_array_append_val (self->mixed, mixed);
}

static void
add_group (OrientaPoints *self, const OrientaGroup *group)
{
  gboolean mixed = FALSE;
  for (guint i = 0; i < group->n_criteria; i++)
    mixed |= in_force (self, group->criteria[i]) && reads_unit (&self->binding->policy->criteria[group->criteria[i]]);
  gboolean plain_sum = group->combine == ORIENTA_COMBINE_SUM && group->cap == G_MAXINT64 && group->floor == G_MININT64;
  if (plain_sum) {
    for (guint i = 0; i < group->n_criteria; i++)
      if (in_force (self, group->criteria[i]))
        add_free (self, group->criteria[i]);
  } else if (mixed) {
    add_mixed (self, group);
  } else {
    g_ptr_array_add (self->groups, (gpointer) group);
  }
}

OrientaPoints *
orienta_points_new (const OrientaBinding *binding, OrientaEvidence level)
{
  OrientaPoints *self = g_new0 (OrientaPoints, 1);
  self->binding = binding;
  self->level = level;
  self->household = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_ptr_array_new ();
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->free = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mixed = g_array_new (FALSE, FALSE, sizeof (MixedGroup));
  g_array_set_clear_func (self->mixed, mixed_clear);
  for (guint i = 0; i < binding->policy->n_criteria; i++)
    if (in_force (self, i) && binding->policy->criteria[i].group < 0)
      add_free (self, i);
  for (guint i = 0; i < binding->policy->n_groups; i++)
    add_group (self, &binding->policy->groups[i]);
  return self;
}

void
orienta_points_free (OrientaPoints *self)
{
  if (!self)
    return;
  g_array_unref (self->household);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->terms);
  g_array_unref (self->free);
  g_array_unref (self->mixed);
  g_free (self);
}

OrientaPointsWorker *
orienta_points_worker_new (const OrientaPoints *points)
{
  OrientaPointsWorker *self = g_new0 (OrientaPointsWorker, 1);
  self->points = points;
  self->memories = g_new0 (OrientaCellsMemory, points->terms->len);
  for (guint i = 0; i < points->terms->len; i++)
    orienta_cells_memory_init (&self->memories[i], &g_array_index (points->terms, Term, i).cells);
  for (guint i = 0; i < points->mixed->len; i++)
    self->n_columns = MAX (self->n_columns, g_array_index (points->mixed, MixedGroup, i).n);
  self->columns = g_new0 (gint64 *, self->n_columns);
  return self;
}

void
orienta_points_worker_free (OrientaPointsWorker *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->points->terms->len; i++)
    orienta_cells_memory_clear (&self->memories[i]);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i]);
  g_free (self->columns);
  g_free (self->memories);
  g_free (self);
}

static gboolean
is_counted (const OrientaPoints *self, guint criterion, guint household)
{
  return orienta_binding_evidence (self->binding, criterion, household) <= self->level;
}

/* Adds a term's points to `points`, unit by unit. */
static void
add_points (OrientaPointsWorker *self, guint index, guint household, const guint32 *units, guint n, gint64 *points)
{
  const Term *term = &g_array_index (self->points->terms, Term, index);
  if (term->always_proven || is_counted (self->points, term->criterion, household))
    orienta_cells_add (&term->cells, &self->memories[index], household, units, n, points);
}

static gint64
combined (const OrientaGroup *group, gint64 sum, gint64 next)
{
  switch (group->combine) {
  case ORIENTA_COMBINE_SUM:
    return sum + next;
  case ORIENTA_COMBINE_MAX:
    return sum == 0 ? next : next == 0 ? sum : MAX (sum, next);
  default:
    return sum != 0 ? sum : next;
  }
}

static gint64
group_of_household (const OrientaPoints *self, const OrientaGroup *group, guint household)
{
  gint64 sum = 0;
  for (guint i = 0; i < group->n_criteria; i++)
    if (in_force (self, group->criteria[i]) && is_counted (self, group->criteria[i], household))
      sum = combined (group, sum, criterion_points (self->binding, group->criteria[i], household, -1));
  return orienta_tally_bounded (group, sum);
}

static void
ensure_columns (OrientaPointsWorker *self, guint n)
{
  if (n <= self->room)
    return;
  self->room = n;
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i] = g_renew (gint64, self->columns[i], n);
}

static void
add_mixed_points (OrientaPointsWorker *self, const MixedGroup *mixed, guint household, const guint32 *units, guint n,
                  gint64 *points)
{
  const OrientaPoints *compiled = self->points;
  for (guint m = 0; m < mixed->n; m++) {
    gint64 own = 0;
    if (mixed->terms[m] < 0 && is_counted (compiled, mixed->members[m], household))
      own = criterion_points (compiled->binding, mixed->members[m], household, -1);
    for (guint i = 0; i < n; i++)
      self->columns[m][i] = own;
    if (mixed->terms[m] >= 0)
      add_points (self, (guint) mixed->terms[m], household, units, n, self->columns[m]);
  }
  for (guint i = 0; i < n; i++) {
    gint64 sum = 0;
    for (guint m = 0; m < mixed->n; m++)
      sum = combined (mixed->group, sum, self->columns[m][i]);
    points[i] += orienta_tally_bounded (mixed->group, sum);
  }
}

/* Fills `points`, in thousandths, for `n` units. */
void
orienta_points_household (OrientaPointsWorker *self, guint household, const guint32 *units, guint n, gint64 *points)
{
  const OrientaPoints *compiled = self->points;
  const OrientaPolicy *policy = compiled->binding->policy;
  gint64 base = 0;
  for (guint i = 0; i < compiled->household->len; i++) {
    guint criterion = g_array_index (compiled->household, guint, i);
    if (is_counted (compiled, criterion, household))
      base += criterion_points (compiled->binding, criterion, household, -1);
  }
  for (guint i = 0; i < compiled->groups->len; i++)
    base += group_of_household (compiled, g_ptr_array_index (compiled->groups, i), household);
  for (guint i = 0; i < n; i++)
    points[i] = base;
  ensure_columns (self, n);
  for (guint i = 0; i < compiled->free->len; i++)
    add_points (self, g_array_index (compiled->free, guint, i), household, units, n, points);
  for (guint i = 0; i < compiled->mixed->len; i++)
    add_mixed_points (self, &g_array_index (compiled->mixed, MixedGroup, i), household, units, n, points);
  for (guint i = 0; i < n; i++)
    points[i] = MIN (MAX (points[i], policy->min), policy->max);
}
