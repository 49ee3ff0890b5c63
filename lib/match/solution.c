/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/program-private.h"

#include <math.h>

/* Nothing chosen, nothing known: the bounds are what the positive values add up to. */
OrientaSolution *
orienta_solution_new (const OrientaProgram *program, guint moved, gint64 by)
{
  OrientaSolution *self = g_new0 (OrientaSolution, 1);
  g_atomic_ref_count_init (&self->references);
  self->status = ORIENTA_SOLVED_UNKNOWN;
  self->n_variables = program->n_variables;
  self->n_levels = program->levels->len;
  self->n_limits = program->limits->len;
  self->moved = moved;
  self->by = by;
  self->totals = g_new0 (gint64, self->n_levels);
  self->bounds = g_new0 (gint64, self->n_levels);
  self->activities = g_new0 (gint64, (gsize) self->n_limits + 1);
  self->prices = g_new0 (gint64, (gsize) self->n_limits + 1);
  for (guint level = 0; level < self->n_levels; level++) {
    OrientaTerms terms = orienta_program_get_terms (program, self->n_limits + level);
    self->bounds[level] = orienta_terms_most (&terms);
    if (level == 0)
      self->value_unit = orienta_terms_unit (&terms);
  }
  self->proven_bound = self->bounds[0];
  return self;
}

/* Takes a choice that is known to hold. */
void
orienta_solution_choose (OrientaSolution *self, const OrientaProgram *program, const guint8 *chosen)
{
  if (!self->chosen)
    self->chosen = g_new0 (guint8, (gsize) self->n_variables + 1);
  for (guint variable = 0; variable < self->n_variables; variable++)
    self->chosen[variable] = chosen[variable] != 0;
  for (guint row = 0; row < self->n_limits + self->n_levels; row++) {
    OrientaTerms terms = orienta_program_get_terms (program, row);
    gint64 *sum = row < self->n_limits ? &self->activities[row] : &self->totals[row - self->n_limits];
    *sum = orienta_terms_activity (&terms, self->chosen);
  }
  /* A bound that is passed was none. */
  for (guint level = 0; level < self->n_levels; level++)
    self->bounds[level] = MAX (self->bounds[level], self->totals[level]);
}

OrientaSolution *
orienta_solution_ref (OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_solution_unref (OrientaSolution *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->chosen);
  g_free (self->totals);
  g_free (self->bounds);
  g_free (self->activities);
  g_free (self->prices);
  g_free (self->conflicts);
  g_free (self->slacks);
  g_free (self->above);
  g_free (self);
}

OrientaSolved
orienta_solution_get_status (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->status;
}

/* Variables, levels and limits of the program that was solved. */
guint
orienta_solution_get_n_variables (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_variables;
}

guint
orienta_solution_get_n_levels (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_levels;
}

guint
orienta_solution_get_n_limits (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_limits;
}

/* 1 or 0 for each variable; NULL where nothing was found. */
const guint8 *
orienta_solution_get_chosen (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->chosen;
}

/* What the values of the chosen add up to at one level; 0 where nothing was found. */
gint64
orienta_solution_get_total (const OrientaSolution *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, 0);
  return self->totals[level];
}

/* What no choice adds up to more than at one level, among those that are best at the levels before. The total is best
 * where it meets it. The word is HiGHS's, except at level 0 as far as the proven bound goes; of a level that time left
 * untouched it is what all positive values add up to. Means nothing where the limits contradict each other. */
gint64
orienta_solution_get_bound (const OrientaSolution *self, guint level)
{
  g_return_val_if_fail (self != NULL && level < self->n_levels, 0);
  return self->bounds[level];
}

/* What no choice adds up to more than at level 0, as the prices prove in whole numbers, without HiGHS's word:
 * orienta_solution_verify() computes it again. Where limits cut through what is shared out, it lies above the best. */
gint64
orienta_solution_get_proven_bound (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->proven_bound;
}

/* What the chosen add up to in a limit, in its own units; 0 where nothing was found. */
gint64
orienta_solution_get_activity (const OrientaSolution *self, guint limit)
{
  g_return_val_if_fail (self != NULL && limit < self->n_limits, 0);
  return self->activities[limit];
}

/* An estimate of what level 0 would change by if the limit's bound were higher by one of its own units: 0 or more for
 * an upper bound, 0 or less for a lower one. It is the price in the linear relaxation, where variables may be chosen in
 * part, and several may be right; orienta_program_solve_with() has the exact answer. 0 where there was no time. */
double
orienta_solution_get_price (const OrientaSolution *self, guint limit)
{
  g_return_val_if_fail (self != NULL && limit < self->n_limits, 0);
  return ldexp ((double) self->prices[limit] * (double) self->value_unit, -(int) self->price_bits);
}

/* How many named limits contradict each other; 0 where none do, and where the structural limits do without them. */
guint
orienta_solution_get_n_conflicts (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_conflicts;
}

/* The number of one of the limits that contradict each other, ascending. */
guint
orienta_solution_get_conflict (const OrientaSolution *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_conflicts, 0);
  return self->conflicts[i];
}

/* How far this limit's bound must give, in its own units, for it to hold together with the others of the conflict while
 * they stay as they are; 1 or more. G_MAXINT64 where time ran out before a way was found, and where the limit's bounds
 * contradict each other so that moving one is not enough. Other limits may contradict each other beside these. */
gint64
orienta_solution_get_conflict_slack (const OrientaSolution *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_conflicts, 0);
  return self->slacks[i];
}

/* Whether it is the limit's upper bound that must give, not its lower one. */
gboolean
orienta_solution_is_conflict_above (const OrientaSolution *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_conflicts, FALSE);
  return self->above[i];
}

/* Whether the conflict was narrowed to the end: without any one of its limits the others hold together, and no limit
 * need give further than is said. FALSE where time ran out. */
gboolean
orienta_solution_is_conflict_minimal (const OrientaSolution *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->minimal;
}
