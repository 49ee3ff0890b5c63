/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Loose arrays for an assignment that others made and for programs, checked before the library sees them. */
#include "choices.h"

/**
 * orienta_choices_assignment_new:
 * @columns: the column of each row, -1 for none
 * @prices: level by level, by column
 * @totals: by level
 */
OrientaAssignment *
orienta_choices_assignment_new (const OrientaArray *columns, const OrientaArray *prices, const OrientaArray *totals,
                                GError **error)
{
  gsize n_levels = totals->n, n_columns = n_levels > 0 ? prices->n / n_levels : 0;
  if (n_levels == 0 || n_levels > G_MAXINT || n_columns >= G_MAXINT32 || columns->n >= G_MAXINT32
      || prices->n != n_columns * n_levels) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "%" G_GSIZE_FORMAT " totals and %" G_GSIZE_FORMAT " prices, expected one total for each level and one "
                 "price for each column at each level",
                 totals->n, prices->n);
    return NULL;
  }
  g_autofree gint64 *wide = orienta_array_to_int64 (columns, "columns", -1, (gint64) n_columns - 1, error);
  g_autofree gint64 *price_of = wide ? orienta_array_to_int64 (prices, "prices", G_MININT64, G_MAXINT64, error) : NULL;
  g_autofree gint64 *total_of =
      price_of ? orienta_array_to_int64 (totals, "totals", G_MININT64, G_MAXINT64, error) : NULL;
  if (!total_of)
    return NULL;
  g_autofree gint32 *column_of = g_new0 (gint32, columns->n + 1);
  for (gsize i = 0; i < columns->n; i++)
    column_of[i] = (gint32) wide[i];
  if (n_levels == 1)
    return orienta_assignment_new ((guint) columns->n, (guint) n_columns, column_of, price_of, total_of[0]);
  return orienta_assignment_new_levels ((guint) columns->n, (guint) n_columns, (guint) n_levels, column_of, price_of,
                                        total_of);
}

static gint64 *
take_values (const OrientaProgram *program, const OrientaArray *values, GError **error)
{
  if (!orienta_array_has_length (values, "values", orienta_program_get_n_variables (program), error))
    return NULL;
  return orienta_array_to_int64 (values, "values", G_MININT64, G_MAXINT64, error);
}

guint
orienta_choices_add_level (OrientaProgram *program, const OrientaArray *values, GError **error)
{
  g_autofree gint64 *copy = take_values (program, values, error);
  return copy ? orienta_program_add_level (program, (guint) values->n, copy) : 0;
}

void
orienta_choices_set_values (OrientaProgram *program, guint level, const OrientaArray *values, GError **error)
{
  g_autofree gint64 *copy = take_values (program, values, error);
  if (copy)
    orienta_program_set_values (program, level, (guint) values->n, copy);
}

guint
orienta_choices_add_limit (OrientaProgram *program, const char *name, const OrientaArray *variables,
                           const OrientaArray *coefficients, gint64 lower, gint64 upper, GError **error)
{
  guint n_variables = orienta_program_get_n_variables (program);
  if (n_variables == 0 && variables->n > 0) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "variables: the program has none");
    return 0;
  }
  if (!orienta_array_same_length ("coefficients", coefficients->n, "variables", variables->n, error))
    return 0;
  g_autofree guint32 *terms = orienta_array_to_uint32 (variables, "variables", MAX (n_variables, 1) - 1, error);
  g_autofree gint64 *factors =
      terms ? orienta_array_to_int64 (coefficients, "coefficients", G_MININT64, G_MAXINT64, error) : NULL;
  return factors ? orienta_program_add_limit (program, name, (guint) variables->n, terms, factors, lower, upper) : 0;
}

gboolean
orienta_choices_set_row (OrientaAssigner *assigner, guint row, const OrientaArray *columns, const OrientaArray *values,
                         double scale, GError **error)
{
  guint n_columns = orienta_assigner_get_n_columns (assigner);
  if (n_columns == 0 && columns->n > 0) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "columns: there are none");
    return FALSE;
  }
  if (!orienta_array_same_length ("values", values->n, "columns", columns->n, error))
    return FALSE;
  g_autofree guint32 *at = orienta_array_to_uint32 (columns, "columns", MAX (n_columns, 1) - 1, error);
  g_autofree gint64 *worth = at ? orienta_array_to_scaled (values, "values", scale, error) : NULL;
  return worth && orienta_assigner_set_row (assigner, row, (guint) columns->n, at, worth, error);
}

void
orienta_choices_set_start (OrientaProgram *program, const OrientaArray *chosen, GError **error)
{
  guint n = orienta_program_get_n_variables (program);
  if (!orienta_array_has_length (chosen, "chosen", n, error))
    return;
  g_autofree guint32 *wide = orienta_array_to_uint32 (chosen, "chosen", 1, error);
  if (!wide)
    return;
  g_autofree guint8 *bytes = g_new0 (guint8, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    bytes[i] = (guint8) wide[i];
  orienta_program_set_start (program, bytes);
}
