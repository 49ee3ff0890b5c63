/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "base/memory-private.h"
#include "match/program-private.h"

#include <string.h>

static void
clear_limit (gpointer data)
{
  g_free (((OrientaProgramLimit *) data)->name);
}

static gboolean
check_size (guint n_variables, guint n_levels, GError **error)
{
  guint64 n = ((guint64) n_variables + 1) * n_levels;
  if (n <= ORIENTA_MAX_TERMS)
    return orienta_memory_check ("values", n, sizeof (gint64), error);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "\"%u\" variables at %u levels, expected at most %d in all",
               n_variables, n_levels, ORIENTA_MAX_TERMS);
  return FALSE;
}

/**
 * orienta_program_new:
 * @n_levels: 1 or more; level 0 counts first
 *
 * A program without limits, its values all 0. Free with orienta_program_unref().
 *
 * Returns: (transfer full): the program; NULL with ORIENTA_ERROR_LIMIT for more than 2^28 variables, counted at each
 *   level, or more than there is memory for
 */
OrientaProgram *
orienta_program_new (guint n_variables, guint n_levels, GError **error)
{
  g_return_val_if_fail (n_levels > 0, NULL);
  if (!check_size (n_variables, n_levels, error))
    return NULL;
  OrientaProgram *self = g_new0 (OrientaProgram, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_variables = n_variables;
  self->levels = g_ptr_array_new_with_free_func (g_free);
  for (guint level = 0; level < n_levels; level++)
    g_ptr_array_add (self->levels, g_new0 (gint64, (gsize) n_variables + 1));
  self->limits = g_array_new (FALSE, FALSE, sizeof (OrientaProgramLimit));
  g_array_set_clear_func (self->limits, clear_limit);
  self->variables = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->coefficients = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

OrientaProgram *
orienta_program_ref (OrientaProgram *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_program_unref (OrientaProgram *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->levels);
  g_array_unref (self->limits);
  g_array_unref (self->variables);
  g_array_unref (self->coefficients);
  g_free (self->start);
  g_free (self);
}

guint
orienta_program_get_n_variables (const OrientaProgram *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_variables;
}

guint
orienta_program_get_n_levels (const OrientaProgram *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->levels->len;
}

guint
orienta_program_get_n_limits (const OrientaProgram *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->limits->len;
}

/* The name a limit was given; NULL for a structural one. Lives as long as the program. */
const char *
orienta_program_get_limit_name (const OrientaProgram *self, guint limit)
{
  g_return_val_if_fail (self != NULL && limit < self->limits->len, NULL);
  return orienta_program_get_limit (self, limit)->name;
}

/**
 * orienta_program_add_level:
 * @n_variables: how many values there are: as many as the program has variables
 * @values: (array): by variable, of any sign
 *
 * One more level, which decides among what is best by all before it.
 *
 * Returns: the level's number
 */
guint
orienta_program_add_level (OrientaProgram *self, guint n_variables, const gint64 *values)
{
  g_return_val_if_fail (self != NULL && n_variables == self->n_variables && (values || n_variables == 0), 0);
  g_ptr_array_add (self->levels, g_new0 (gint64, (gsize) n_variables + 1));
  orienta_program_set_values (self, self->levels->len - 1, n_variables, values);
  return self->levels->len - 1;
}

/**
 * orienta_program_set_values:
 * @n_variables: how many values there are: as many as the program has variables
 * @values: (array): by variable, of any sign; copied
 *
 * What each variable is worth at one level, in place of what was said before.
 */
void
orienta_program_set_values (OrientaProgram *self, guint level, guint n_variables, const gint64 *values)
{
  g_return_if_fail (self != NULL && level < self->levels->len);
  g_return_if_fail (n_variables == self->n_variables && (values || n_variables == 0));
  if (n_variables > 0)
    memcpy (g_ptr_array_index (self->levels, level), values, n_variables * sizeof (gint64));
}

/**
 * orienta_program_add_limit:
 * @name: (nullable): how to call it; NULL for a structural limit, which is never part of a conflict
 * @n: how many terms there are
 * @variables: (array): the variable of each term; one that is named twice counts with the sum
 * @coefficients: (array) (nullable): of any sign; NULL: all 1
 * @lower: what the chosen must add up to at least; G_MININT64: no bound
 * @upper: what they may add up to at most; G_MAXINT64: no bound
 *
 * Holds the sum of the chosen variables' coefficients between two bounds. All is copied. Bounds that nothing can meet
 * are allowed: the solution says so. Where all limits have more than 2^28 terms together, orienta_program_solve() says
 * ORIENTA_ERROR_LIMIT.
 *
 * Returns: the limit's number
 */
guint
orienta_program_add_limit (OrientaProgram *self, const char *name, guint n, const guint32 *variables,
                           const gint64 *coefficients, gint64 lower, gint64 upper)
{
  g_return_val_if_fail (self != NULL && (variables || n == 0), 0);
  for (guint i = 0; i < n; i++)
    g_return_val_if_fail (variables[i] < self->n_variables, 0);
  self->n_terms += n;
  if (self->n_terms > ORIENTA_MAX_TERMS)
    n = 0;
  OrientaProgramLimit limit = { g_strdup (name), self->variables->len, n, lower, upper };
  if (n > 0)
    g_array_append_vals (self->variables, variables, n);
  for (guint i = 0; i < n; i++) {
    gint64 coefficient = coefficients ? coefficients[i] : 1;
    g_array_append_val (self->coefficients, coefficient);
  }
  g_array_append_val (self->limits, limit);
  return self->limits->len - 1;
}

/**
 * orienta_program_set_start:
 * @chosen: (array) (nullable): 1 or 0 by variable; copied. NULL: none
 *
 * What is known already to be good, such as a best matching without the limits, or the solution before one of them
 * moved. Where it is allowed the search begins there; where it is not, it is set aside.
 */
void
orienta_program_set_start (OrientaProgram *self, const guint8 *chosen)
{
  g_return_if_fail (self != NULL);
  g_free (self->start);
  self->start = chosen ? g_memdup2 (chosen, self->n_variables) : NULL;
}

OrientaProgramLimit *
orienta_program_get_limit (const OrientaProgram *self, guint limit)
{
  return &g_array_index (self->limits, OrientaProgramLimit, limit);
}

guint
orienta_program_get_n_rows (const OrientaProgram *self)
{
  return self->limits->len + self->levels->len;
}

OrientaTerms
orienta_program_get_terms (const OrientaProgram *self, guint row)
{
  if (row >= self->limits->len)
    return (OrientaTerms){ self->n_variables, NULL, g_ptr_array_index (self->levels, row - self->limits->len) };
  const OrientaProgramLimit *limit = orienta_program_get_limit (self, row);
  return (OrientaTerms){ limit->n, &g_array_index (self->variables, guint32, limit->first),
                         &g_array_index (self->coefficients, gint64, limit->first) };
}

/* The upper bound where there is one, else the lower, kept among numbers that are bounds. */
void
orienta_limit_move (OrientaProgramLimit *self, gint64 by)
{
  gint64 *bound = self->upper != G_MAXINT64 ? &self->upper : &self->lower;
  if (*bound == G_MININT64)
    return;
  __int128 moved = (__int128) *bound + by;
  *bound = (gint64) CLAMP (moved, G_MININT64 + 1, G_MAXINT64 - 1);
}
