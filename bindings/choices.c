/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "choices.h"

#define MOST 100000000 /* rows and columns, counted at each level */

struct OrientaChoices {
  gatomicrefcount references;
  guint n_rows, n_columns, n_levels;
  gint64 *first;       /* by row: its first pair; one more at the end */
  guint32 *columns;    /* by pair */
  gint64 *values;      /* level by level, by pair */
  guint32 *capacities; /* by column */
};

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_size (gsize n_rows, gsize n_columns, guint n_levels, GError **error)
{
  if (n_rows <= MOST && n_columns <= MOST && n_levels <= MOST / (n_rows + n_columns + 1))
    return n_levels > 0 || fail (error, "0 levels, expected 1 or more");
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
               "%" G_GSIZE_FORMAT " rows and %" G_GSIZE_FORMAT " columns at %u levels, expected at most %d in all",
               n_rows, n_columns, n_levels, MOST);
  return FALSE;
}

static OrientaChoices *
choices_new (gsize n_rows, gsize n_columns, guint n_levels, GError **error)
{
  if (!check_size (n_rows, n_columns, n_levels, error))
    return NULL;
  OrientaChoices *self = g_new0 (OrientaChoices, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_rows = (guint) n_rows;
  self->n_columns = (guint) n_columns;
  self->n_levels = n_levels;
  return self;
}

/* Lengths that follow from each other, and the capacities. */
static gboolean
take_capacities (OrientaChoices *self, const OrientaArray *columns, const OrientaArray *values,
                 const OrientaArray *capacities, GError **error)
{
  if (!orienta_array_has_length (values, "values", columns->n * self->n_levels, error))
    return FALSE;
  self->capacities = orienta_array_to_uint32 (capacities, "capacities", G_MAXUINT32, error);
  return self->capacities != NULL;
}

static guint32
last_column (const OrientaChoices *self)
{
  return self->n_columns > 0 ? self->n_columns - 1 : 0;
}

static gboolean
check_first (const OrientaChoices *self, gsize n_pairs, GError **error)
{
  if (self->first[0] != 0 || self->first[self->n_rows] != (gint64) n_pairs)
    return fail (error, "first: from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ", expected 0 to %" G_GSIZE_FORMAT,
                 self->first[0], self->first[self->n_rows], n_pairs);
  for (guint row = 0; row < self->n_rows; row++)
    if (self->first[row] > self->first[row + 1])
      return fail (error, "first[%u] is less than the one before", row + 1);
  return TRUE;
}

/**
 * orienta_choices_new:
 * @first: where each row's pairs begin, then how many pairs there are
 * @columns: the column of each pair
 * @values: of all pairs at the first level, then of all at the second, and so on
 * @capacities: how many rows each column takes
 *
 * Returns: (transfer full): the choices; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together
 */
OrientaChoices *
orienta_choices_new (const OrientaArray *first, const OrientaArray *columns, const OrientaArray *values,
                     const OrientaArray *capacities, guint n_levels, GError **error)
{
  if (first->n == 0) {
    fail (error, "first: no element, expected one for each row and one more");
    return NULL;
  }
  g_autoptr (OrientaChoices) self = choices_new (first->n - 1, capacities->n, n_levels, error);
  if (!self || !take_capacities (self, columns, values, capacities, error))
    return NULL;
  if (self->n_columns == 0 && columns->n > 0) {
    fail (error, "capacities: no element, and %" G_GSIZE_FORMAT " pairs", columns->n);
    return NULL;
  }
  self->first = orienta_array_to_int64 (first, "first", 0, (gint64) columns->n, error);
  if (!self->first || !check_first (self, columns->n, error))
    return NULL;
  self->columns = orienta_array_to_uint32 (columns, "columns", last_column (self), error);
  self->values = self->columns ? orienta_array_to_int64 (values, "values", G_MININT64, G_MAXINT64, error) : NULL;
  return self->values ? g_steal_pointer (&self) : NULL;
}

/* Sorts by row, in linear time; pairs of a row keep their order. */
static void
sort_pairs (OrientaChoices *self, gsize n, const guint32 *rows, const guint32 *columns, const gint64 *values)
{
  self->first = g_new0 (gint64, (gsize) self->n_rows + 1);
  self->columns = g_new0 (guint32, n + 1);
  self->values = g_new0 (gint64, n * self->n_levels + 1);
  for (gsize i = 0; i < n; i++)
    self->first[rows[i] + 1]++;
  for (guint row = 0; row < self->n_rows; row++)
    self->first[row + 1] += self->first[row];
  g_autofree gint64 *next = g_memdup2 (self->first, ((gsize) self->n_rows + 1) * sizeof (gint64));
  for (gsize i = 0; i < n; i++) {
    gsize place = (gsize) next[rows[i]]++;
    self->columns[place] = columns[i];
    for (guint level = 0; level < self->n_levels; level++)
      self->values[level * n + place] = values[level * n + i];
  }
}

/**
 * orienta_choices_from_pairs:
 * @rows: the row of each pair, in any order
 * @scale: 0, or what decimals are multiplied by before they are rounded to whole numbers
 *
 * The same from loose pairs. Complexity: linear.
 *
 * Returns: (transfer full): the choices; NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together
 */
OrientaChoices *
orienta_choices_from_pairs (guint n_rows, const OrientaArray *rows, const OrientaArray *columns,
                            const OrientaArray *values, const OrientaArray *capacities, guint n_levels, double scale,
                            GError **error)
{
  g_autoptr (OrientaChoices) self = choices_new (n_rows, capacities->n, n_levels, error);
  if (!self || !take_capacities (self, columns, values, capacities, error)
      || !orienta_array_same_length ("rows", rows->n, "columns", columns->n, error))
    return NULL;
  if (columns->n > 0 && (n_rows == 0 || self->n_columns == 0)) {
    fail (error, "%" G_GSIZE_FORMAT " pairs, but %u rows and %u columns", columns->n, n_rows, self->n_columns);
    return NULL;
  }
  g_autofree guint32 *row_of = orienta_array_to_uint32 (rows, "rows", n_rows > 0 ? n_rows - 1 : 0, error);
  g_autofree guint32 *column_of =
      row_of ? orienta_array_to_uint32 (columns, "columns", last_column (self), error) : NULL;
  g_autofree gint64 *value_of = column_of ? orienta_array_to_scaled (values, "values", scale, error) : NULL;
  if (!value_of)
    return NULL;
  sort_pairs (self, columns->n, row_of, column_of, value_of);
  return g_steal_pointer (&self);
}

OrientaChoices *
orienta_choices_ref (OrientaChoices *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_choices_unref (OrientaChoices *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->first);
  g_free (self->columns);
  g_free (self->values);
  g_free (self->capacities);
  g_free (self);
}

guint
orienta_choices_get_n_rows (const OrientaChoices *self)
{
  return self->n_rows;
}

guint
orienta_choices_get_n_columns (const OrientaChoices *self)
{
  return self->n_columns;
}

guint
orienta_choices_get_n_levels (const OrientaChoices *self)
{
  return self->n_levels;
}

OrientaAssignment *
orienta_choices_assign (const OrientaChoices *self, OrientaProgress *progress, GError **error)
{
  if (self->n_levels == 1)
    return orienta_assign (self->n_rows, self->n_columns, self->first, self->columns, self->values, self->capacities,
                           progress, error);
  return orienta_assign_levels (self->n_rows, self->n_columns, self->first, self->columns, self->n_levels, self->values,
                                self->capacities, progress, error);
}

/* The library reads as much as the assignment is large: it must be one of these choices. */
static gboolean
check_shape (const OrientaChoices *self, const OrientaAssignment *assignment, GError **error)
{
  guint n_rows = orienta_assignment_get_n_rows (assignment), n_columns = orienta_assignment_get_n_columns (assignment);
  if (n_rows == self->n_rows && n_columns == self->n_columns)
    return TRUE;
  return fail (error, "an assignment of %u rows and %u columns, expected %u and %u", n_rows, n_columns, self->n_rows,
               self->n_columns);
}

gboolean
orienta_choices_verify (const OrientaChoices *self, const OrientaAssignment *assignment, GError **error)
{
  if (!check_shape (self, assignment, error))
    return FALSE;
  if (self->n_levels == 1)
    return orienta_assignment_verify (assignment, self->first, self->columns, self->values, self->capacities, error);
  return orienta_assignment_verify_levels (assignment, self->first, self->columns, self->n_levels, self->values,
                                           self->capacities, error);
}

OrientaMargins *
orienta_choices_margins (const OrientaChoices *self, const OrientaAssignment *assignment, OrientaProgress *progress,
                         GError **error)
{
  guint n_levels = orienta_assignment_get_n_levels (assignment);
  if (!check_shape (self, assignment, error))
    return NULL;
  if (n_levels != self->n_levels || (self->n_rows > 0 && !orienta_assignment_get_slack (assignment))) {
    fail (error, "margins need what assign() made of these choices, not a matching made by others");
    return NULL;
  }
  return orienta_assign_margins (assignment, self->first, self->columns, self->values, self->capacities, progress,
                                 error);
}

/* A matching that is kept the best: of one level only. */
OrientaAssigner *
orienta_choices_assigner (const OrientaChoices *self, OrientaProgress *progress, GError **error)
{
  if (self->n_levels == 1)
    return orienta_assigner_new (self->n_rows, self->n_columns, self->first, self->columns, self->values,
                                 self->capacities, progress, error);
  fail (error, "%u levels, expected one", self->n_levels);
  return NULL;
}

/* The first level as a program, to which limits may be added. */
OrientaProgram *
orienta_choices_program (const OrientaChoices *self, GError **error)
{
  return orienta_program_new_assign (self->n_rows, self->n_columns, self->first, self->columns, self->values,
                                     self->capacities, error);
}
