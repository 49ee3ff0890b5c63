/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Is this choice allowed, does it add up, what is proven of the best? By the definitions alone, in whole numbers;
 * nothing of the solver is used. The proof is weak duality: whatever the prices, each limit is worth no more than its
 * bound times its price, and each variable adds no more than what its value exceeds the prices of what it takes, if
 * anything; no choice adds up to more than all that together. Good prices make it sharp, bad ones only useless. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "match/program-private.h"

#define NUMBER "\"%" G_GINT64_FORMAT "\""

/* The limit as it was solved: moved, where it is the one. */
static OrientaProgramLimit
limit_of (const OrientaSolution *self, const OrientaProgram *program, guint limit)
{
  OrientaProgramLimit copy = *orienta_program_get_limit (program, limit);
  if (limit == self->moved)
    orienta_limit_move (&copy, self->by);
  return copy;
}

/* The price of one limit times its bound is added to the sum, times its terms taken from what each variable keeps. A
 * price counts only on the side where there is a bound. FALSE where it passes what 128 bits hold. */
static gboolean
charge (const OrientaSolution *self, const OrientaProgram *program, guint limit, __int128 *kept, __int128 *sum)
{
  OrientaTerms terms = orienta_program_get_terms (program, limit);
  OrientaProgramLimit bounds = limit_of (self, program, limit);
  __int128 price = self->prices[limit];
  if (price == 0 || (price > 0 && bounds.upper == G_MAXINT64) || (price < 0 && bounds.lower == G_MININT64))
    return TRUE;
  if (__builtin_add_overflow (*sum, price * (price > 0 ? bounds.upper : bounds.lower), sum))
    return FALSE;
  for (gsize i = 0; i < terms.n; i++)
    if (__builtin_sub_overflow (kept[terms.variables[i]], price * terms.coefficients[i], &kept[terms.variables[i]]))
      return FALSE;
  return TRUE;
}

/* What the prices prove, in the units of the prices. */
static gboolean
add_up (const OrientaSolution *self, const OrientaProgram *program, __int128 *kept, __int128 *sum)
{
  const gint64 *values = g_ptr_array_index (program->levels, 0);
  for (guint variable = 0; variable < self->n_variables; variable++) {
    if (values[variable] % self->value_unit != 0)
      return FALSE;
    kept[variable] = (__int128) (values[variable] / self->value_unit) * ((__int128) 1 << self->price_bits);
  }
  for (guint limit = 0; limit < self->n_limits; limit++)
    if (!charge (self, program, limit, kept, sum))
      return FALSE;
  for (guint variable = 0; variable < self->n_variables; variable++)
    if (kept[variable] > 0 && __builtin_add_overflow (*sum, kept[variable], sum))
      return FALSE;
  return TRUE;
}

/* What no choice adds up to more than at level 0: by the prices, or where they say less, by the positive values. */
gint64
orienta_solution_prove (const OrientaSolution *self, const OrientaProgram *program)
{
  const gint64 *values = g_ptr_array_index (program->levels, 0);
  g_autofree __int128 *kept = g_new0 (__int128, (gsize) self->n_variables + 1);
  __int128 sum = 0, most = 0;
  for (guint variable = 0; variable < self->n_variables; variable++)
    most += MAX (values[variable], 0);
  if (!add_up (self, program, kept, &sum))
    return (gint64) MIN (most, G_MAXINT64);
  sum = sum >> self->price_bits; /* downwards, below 0 too: totals are whole */
  if (sum < most / self->value_unit)
    most = sum * self->value_unit;
  return (gint64) CLAMP (most, G_MININT64, G_MAXINT64);
}

static gboolean
check_shape (const OrientaSolution *self, const OrientaProgram *program, GError **error)
{
  if (self->n_variables != program->n_variables || self->n_limits != program->limits->len
      || self->n_levels != program->levels->len)
    return orienta_fail (error,
                         "a solution of \"%u\" variables, \"%u\" levels, \"%u\" limits, expected one of %u, %u and %u",
                         self->n_variables, self->n_levels, self->n_limits, program->n_variables, program->levels->len,
                         program->limits->len);
  if (self->price_bits > 62 || self->value_unit < 1)
    return orienta_fail (error, "prices in parts of 2^%u of " NUMBER ", expected at most 2^62 of 1 or more",
                         self->price_bits, self->value_unit);
  for (guint variable = 0; self->chosen && variable < self->n_variables; variable++)
    if (self->chosen[variable] > 1)
      return orienta_fail (error, "variable %u: \"%u\", expected 0 or 1", variable, self->chosen[variable]);
  return TRUE;
}

static __int128
sum_up (const OrientaProgram *program, guint row, const guint8 *chosen)
{
  OrientaTerms terms = orienta_program_get_terms (program, row);
  __int128 sum = 0;
  for (gsize i = 0; i < terms.n; i++)
    sum += chosen[terms.variables ? terms.variables[i] : i] ? terms.coefficients[i] : 0;
  return sum;
}

static gboolean
check_limit (const OrientaSolution *self, const OrientaProgram *program, guint limit, GError **error)
{
  OrientaProgramLimit bounds = limit_of (self, program, limit);
  __int128 sum = sum_up (program, limit, self->chosen);
  gint64 activity = self->activities[limit];
  if (sum != activity)
    return orienta_fail (error, "limit %u: activity " NUMBER ", expected %" G_GINT64_FORMAT, limit, activity,
                         (gint64) sum);
  if (activity < bounds.lower)
    return orienta_fail (error, "limit %u: " NUMBER ", expected at least %" G_GINT64_FORMAT, limit, activity,
                         bounds.lower);
  if (activity > bounds.upper)
    return orienta_fail (error, "limit %u: " NUMBER ", expected at most %" G_GINT64_FORMAT, limit, activity,
                         bounds.upper);
  return TRUE;
}

static gboolean
check_level (const OrientaSolution *self, const OrientaProgram *program, guint level, GError **error)
{
  __int128 sum = sum_up (program, self->n_limits + level, self->chosen);
  gint64 total = self->totals[level];
  if (sum != total)
    return orienta_fail (error, "level %u: total " NUMBER ", expected %" G_GINT64_FORMAT, level, total, (gint64) sum);
  if (total > self->bounds[level])
    return orienta_fail (error, "level %u: total " NUMBER ", expected at most its bound %" G_GINT64_FORMAT, level,
                         total, self->bounds[level]);
  if (self->status == ORIENTA_SOLVED_OPTIMAL && total < self->bounds[level])
    return orienta_fail (error, "level %u: total " NUMBER ", not the best: the bound is %" G_GINT64_FORMAT, level,
                         total, self->bounds[level]);
  return TRUE;
}

static gboolean
check_bound (const OrientaSolution *self, const OrientaProgram *program, GError **error)
{
  gint64 proven = orienta_solution_prove (self, program);
  if (self->proven_bound != proven)
    return orienta_fail (error, "proven bound " NUMBER ", expected %" G_GINT64_FORMAT, self->proven_bound, proven);
  if (self->chosen && self->totals[0] > proven)
    return orienta_fail (error, "level 0: total " NUMBER ", expected at most the proven bound %" G_GINT64_FORMAT,
                         self->totals[0], proven);
  return TRUE;
}

static gboolean
check_conflict (const OrientaSolution *self, const OrientaProgram *program, GError **error)
{
  for (guint i = 0; i < self->n_conflicts; i++) {
    guint32 limit = self->conflicts[i];
    if (limit >= self->n_limits || !orienta_program_get_limit_name (program, limit))
      return orienta_fail (error, "conflict %u: limit \"%u\", expected one that has a name", i, limit);
  }
  return TRUE;
}

/**
 * orienta_solution_verify:
 * @program: the one that was solved, as it was then; a limit that orienta_program_solve_with() moved is known
 *
 * Checks in whole numbers that the choice is within every limit, that activities and totals add up, and that the proven
 * bound follows from the prices the solution carries: total <= best <= proven bound, whoever found them. Not checked is
 * what only HiGHS says: a bound below the proven one, and that limits contradict each other.
 *
 * Complexity: a few passes over the terms.
 *
 * Returns: whether all that holds; FALSE with ORIENTA_ERROR_INVALID and the first thing that does not
 */
gboolean
orienta_solution_verify (const OrientaSolution *self, const OrientaProgram *program, GError **error)
{
  g_return_val_if_fail (self != NULL && program != NULL, FALSE);
  gboolean is_solved = self->status == ORIENTA_SOLVED_OPTIMAL || self->status == ORIENTA_SOLVED_FEASIBLE;
  if (!check_shape (self, program, error))
    return FALSE;
  if (is_solved != (self->chosen != NULL))
    return orienta_fail (error, "status \"%d\", expected another %s a choice", (int) self->status,
                         self->chosen ? "with" : "without");
  for (guint limit = 0; self->chosen && limit < self->n_limits; limit++)
    if (!check_limit (self, program, limit, error))
      return FALSE;
  for (guint level = 0; self->chosen && level < self->n_levels; level++)
    if (!check_level (self, program, level, error))
      return FALSE;
  return check_bound (self, program, error) && check_conflict (self, program, error);
}
