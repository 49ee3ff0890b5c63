/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bands, slopes and caps that nothing can reach. */
#include "policy/lint-private.h"

#include "policy/criterion-private.h"

#include <string.h>

typedef struct {
  gint64 least, most; /* millionths, both inclusive */
} OrientaSpan;

/* What docs/data.md lets a number be; what is derived from these is left open. */
static const struct {
  guint attribute;
  gint64 least, most;
} spans[] = {
  { ORIENTA_HOUSEHOLD_ADULTS, 0, 30 },
  { ORIENTA_HOUSEHOLD_CHILDREN, 0, 30 },
  { ORIENTA_HOUSEHOLD_BIRTHS_EXPECTED, 0, 9 },
  { ORIENTA_HOUSEHOLD_ROOMS_NOW, 0, 30 },
  { ORIENTA_HOUSEHOLD_INCOME_YEAR, 0, 10000000 },
  { ORIENTA_HOUSEHOLD_INCOME_MONTH, 0, 10000000 },
  { ORIENTA_HOUSEHOLD_RENT_NOW, 0, 10000000 },
  { ORIENTA_UNIT_ROOMS, 1, 30 },
  { ORIENTA_UNIT_SURFACE, 1, 1000 },
  { ORIENTA_UNIT_PLACES, 0, 100000 },
  { ORIENTA_UNIT_MIN_AGE, 0, 120 },
  { ORIENTA_UNIT_MAX_AGE, 0, 120 },
};

static OrientaSpan
natural_span (guint attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (spans[i].attribute == attribute)
      return (OrientaSpan){ spans[i].least * ORIENTA_MILLION, spans[i].most * ORIENTA_MILLION };
  return (OrientaSpan){ G_MININT64, G_MAXINT64 };
}

/* Narrows a span to what a condition leaves of it, as far as plain tests that must all hold say so. */
static void
narrow (const OrientaCondition *condition, guint attribute, OrientaSpan *span)
{
  if (!condition)
    return;
  for (guint i = 0; condition->kind == ORIENTA_CONDITION_ALL && i < condition->n_children; i++)
    narrow (condition->children[i], attribute, span);
  if (condition->kind != ORIENTA_CONDITION_TEST || condition->attribute != attribute
      || condition->operand != ORIENTA_OPERAND_CONSTANT)
    return;
  gint64 value = condition->constant;
  OrientaOp op = condition->op;
  if (op == ORIENTA_OP_EQ || op == ORIENTA_OP_GE || op == ORIENTA_OP_GT)
    span->least = MAX (span->least, value + (op == ORIENTA_OP_GT));
  if (op == ORIENTA_OP_EQ || op == ORIENTA_OP_LE || op == ORIENTA_OP_LT)
    span->most = MIN (span->most, value - (op == ORIENTA_OP_LT));
}

/* Where a band begins, as a value of the attribute; a strict one begins just after. */
static gint64
start_of (const OrientaCriterion *self, guint band)
{
  if (self->way == ORIENTA_WAY_SLOPES)
    return orienta_number_scale (self->bands[band].from, self->per, ORIENTA_MILLION);
  return self->bands[band].from + self->strict;
}

static void
look_at_bands (OrientaLint *lint, const OrientaPolicy *policy, guint place)
{
  const OrientaCriterion *self = &policy->criteria[place];
  if (self->n_bands == 0)
    return;
  g_autofree char *path = g_strdup_printf ("$.criteria[%u]", place);
  OrientaSpan span = { G_MININT64, G_MAXINT64 };
  if (self->divisor < 0) {
    span = natural_span ((guint) self->attribute);
    narrow (self->applies, (guint) self->attribute, &span);
    narrow (self->when, (guint) self->attribute, &span);
  }
  for (guint i = 0; i < self->n_bands; i++) {
    gboolean passed = i + 1 < self->n_bands && start_of (self, i + 1) <= span.least;
    if (start_of (self, i) <= span.most && !passed)
      continue;
    g_autofree char *fr = orienta_number_format_for (self->bands[i].from, 6, ORIENTA_FRENCH);
    g_autofree char *en = orienta_number_format_for (self->bands[i].from, 6, ORIENTA_ENGLISH);
    orienta_lint_add (lint, ORIENTA_REASON_LINT_BAND_UNREACHABLE, path, "id", self->id, self->id, "limit", fr, en,
                      NULL);
  }
  if (self->way != ORIENTA_WAY_SLOPES && orienta_criterion_slope (self) == 0)
    orienta_lint_add (lint, ORIENTA_REASON_LINT_BANDS_NOT_MONOTONE, path, "id", self->id, self->id, NULL);
}

/* The most that the versions of one id give, for the first of them in the group; 0 for the others. */
static gint64
most_of (const OrientaPolicy *policy, const OrientaGroup *group, guint place)
{
  const char *id = policy->criteria[group->criteria[place]].id;
  gint64 most = 0;
  for (guint i = 0; i < group->n_criteria; i++) {
    const OrientaCriterion *criterion = &policy->criteria[group->criteria[i]];
    if (strcmp (criterion->id, id) != 0)
      continue;
    if (i < place)
      return 0;
    most = MAX (most, orienta_criterion_reach (policy, criterion).most);
  }
  return most;
}

static void
look_at_cap (OrientaLint *lint, const OrientaPolicy *policy, guint place)
{
  const OrientaGroup *self = &policy->groups[place];
  gint64 sum = 0, most = 0;
  for (guint i = 0; i < self->n_criteria; i++) {
    gint64 points = most_of (policy, self, i);
    most = MAX (most, points);
    sum = points == G_MAXINT64 || sum == G_MAXINT64 ? G_MAXINT64 : sum + points;
  }
  if (self->cap == G_MAXINT64 || (self->combine == ORIENTA_COMBINE_SUM ? sum : most) >= self->cap)
    return;
  g_autofree char *path = g_strdup_printf ("$.groups[%u]", place);
  g_autofree char *fr = orienta_number_format_for (self->cap, 3, ORIENTA_FRENCH);
  g_autofree char *en = orienta_number_format_for (self->cap, 3, ORIENTA_ENGLISH);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_GROUP_CAP_UNREACHABLE, path, "id", self->id, self->id, "limit", fr, en,
                    NULL);
}

/* Bands in the order of the criteria, then caps in that of the groups. */
void
orienta_lint_bands (OrientaLint *self, const OrientaPolicy *policy)
{
  for (guint i = 0; i < policy->n_criteria; i++)
    look_at_bands (self, policy, i);
  for (guint i = 0; i < policy->n_groups; i++)
    look_at_cap (self, policy, i);
}
