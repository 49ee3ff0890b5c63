/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/growth-private.h"

#include "policy/criterion-private.h"
#include "simulate/steady-private.h"

/* -- which criteria grow -- */

/* By criterion: some condition asks about it, for which it has to be there. */
typedef struct {
  const OrientaBinding *binding;
  gboolean *asked;
} Asking;

static void
mark_asked (const OrientaCondition *condition, gpointer data)
{
  const Asking *self = data;
  if (condition->kind == ORIENTA_CONDITION_CRITERION && self->binding->criteria[condition->index] >= 0)
    self->asked[self->binding->criteria[condition->index]] = TRUE;
}

static gboolean *
list_asked (const OrientaBinding *binding)
{
  Asking self = { binding, g_new0 (gboolean, binding->policy->n_criteria) };
  orienta_policy_visit_conditions (binding->policy, mark_asked, &self);
  return self.asked;
}

static gboolean
goes_with_wait (const OrientaBinding *binding, guint criterion)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_criterion (reads, binding, criterion);
  return (orienta_steady_paces (binding->reg, reads) & (ORIENTA_PACE_MONTHS | ORIENTA_PACE_DAYS)) != 0;
}

/* Whether these criteria, which are counted together, grow and are the household's alone. */
static gboolean
is_growth (const OrientaBinding *binding, const gboolean *asked, guint n, const guint *criteria)
{
  gboolean grows = FALSE;
  for (guint i = 0; i < n; i++) {
    guint criterion = criteria[i];
    if (binding->criteria[criterion] != (gint) criterion)
      continue; /* not in force */
    if ((binding->policy->criteria[criterion].of & ~(1u << ORIENTA_OF_HOUSEHOLD)) != 0 || asked[criterion])
      return FALSE;
    grows = grows || goes_with_wait (binding, criterion);
  }
  return grows;
}

/* -- the two parts -- */

static gint64
add_most (gint64 sum, gint64 most)
{
  return sum == G_MAXINT64 || most >= G_MAXINT64 - sum ? G_MAXINT64 : sum + MAX (most, 0);
}

/* Moves criteria to the part that grows. Returns the most that they give together. */
static gint64
move (OrientaGrowth *self, guint n, const guint *criteria)
{
  const OrientaPolicy *policy = self->binding->policy;
  gint64 most = 0;
  for (guint i = 0; i < n; i++) {
    if (self->binding->criteria[criteria[i]] == (gint) criteria[i])
      most = add_most (most, orienta_criterion_reach (policy, &policy->criteria[criteria[i]]).most);
    self->grows.criteria[criteria[i]] = self->rests.criteria[criteria[i]];
    self->rests.criteria[criteria[i]] = -1;
  }
  return most;
}

static void
part (OrientaGrowth *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  g_autofree gboolean *asked = list_asked (self->binding);
  for (guint i = 0; i < policy->n_criteria; i++)
    if (policy->criteria[i].group < 0 && is_growth (self->binding, asked, 1, &i))
      self->most = add_most (self->most, move (self, 1, &i));
  for (guint i = 0; i < policy->n_groups; i++) {
    const OrientaGroup *group = &policy->groups[i];
    if (!is_growth (self->binding, asked, group->n_criteria, group->criteria))
      continue;
    gint64 most = move (self, group->n_criteria, group->criteria);
    self->most = add_most (self->most, orienta_tally_bounded (group, most));
    self->idle += orienta_tally_bounded (group, 0);
    self->grown.groups[self->grown.n_groups++] = *group;
  }
}

static OrientaPolicy
without_bounds (const OrientaPolicy *policy)
{
  OrientaPolicy part = *policy;
  part.min = G_MININT64;
  part.max = G_MAXINT64;
  return part;
}

/* `binding` is borrowed; so is what it is of. Free with orienta_growth_clear(). */
void
orienta_growth_init (OrientaGrowth *self, OrientaBinding *binding)
{
  const OrientaPolicy *policy = binding->policy;
  *self = (OrientaGrowth){ .binding = binding, .min = policy->min, .max = policy->max };
  self->grown = self->rest = without_bounds (policy);
  self->grown.n_groups = 0;
  self->grown.groups = g_new (OrientaGroup, policy->n_groups);
  self->grows = self->rests = *binding;
  self->grows.policy = &self->grown;
  self->rests.policy = &self->rest;
  self->grows.criteria = g_new (gint, policy->n_criteria);
  self->rests.criteria = g_memdup2 (binding->criteria, policy->n_criteria * sizeof (gint));
  for (guint i = 0; i < policy->n_criteria; i++)
    self->grows.criteria[i] = -1;
  self->lines = g_new (OrientaLine, orienta_tally_max_lines (policy));
  part (self);
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_policy (reads, &self->rests);
  self->paces = orienta_steady_paces (binding->reg, reads);
}

void
orienta_growth_clear (OrientaGrowth *self)
{
  g_free (self->grown.groups);
  g_free (self->grows.criteria);
  g_free (self->rests.criteria);
  g_free (self->lines);
}

gint64
orienta_growth_ask (OrientaGrowth *self, OrientaEvidence level, guint household)
{
  guint n_lines;
  return orienta_tally (&self->grows, level, household, -1, self->lines, &n_lines);
}
