/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "test.h"

/* An instance in the caller's arrays. */
typedef struct {
  guint n_rows, n_columns;
  gint64 *first, *values;
  guint32 *columns, *capacities;
} Instance;

static inline void
instance_clear (Instance *self)
{
  g_free (self->first);
  g_free (self->values);
  g_free (self->columns);
  g_free (self->capacities);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Instance, instance_clear)

static inline OrientaAssignment *
assign (const Instance *x)
{
  g_autoptr (GError) error = NULL;
  OrientaAssignment *best =
      orienta_assign (x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, NULL, &error);
  ck_assert_msg (best != NULL, "%s", error ? error->message : "");
  return best;
}

static inline void
verify (const OrientaAssignment *claim, const Instance *x, const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean right = orienta_assignment_verify (claim, x->first, x->columns, x->values, x->capacities, &error);
  ck_assert_str_eq (error ? error->message : "right", expected);
  ck_assert_int_eq (right, error == NULL);
  ck_assert (right || g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
}

/* Values from `low` to `high`, in steps; `degree` pairs a row on average, some of them twice. */
static inline Instance
random_instance (GRand *rand, guint n_rows, guint n_columns, guint degree, gint low, gint high, gint64 step,
                 guint most_places)
{
  Instance x = { n_rows, n_columns, g_new0 (gint64, n_rows + 1), NULL, NULL, g_new0 (guint32, n_columns + 1) };
  x.values = g_new0 (gint64, n_rows * 2 * degree + 1);
  x.columns = g_new0 (guint32, n_rows * 2 * degree + 1);
  for (guint column = 0; column < n_columns; column++)
    x.capacities[column] = (guint32) g_rand_int_range (rand, 0, (gint) most_places + 1);
  for (guint row = 0; row < n_rows; row++) {
    gint64 n = n_columns > 0 ? g_rand_int_range (rand, 0, (gint) (2 * degree + 1)) : 0;
    x.first[row + 1] = x.first[row] + n;
    for (gint64 i = x.first[row]; i < x.first[row + 1]; i++) {
      x.columns[i] = (guint32) g_rand_int_range (rand, 0, (gint) n_columns);
      x.values[i] = g_rand_int_range (rand, low, high + 1) * step;
    }
  }
  return x;
}
