/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "instance.h"

#define MOST_ROWS 40
#define MOST_PAIRS 12

/* What all changes together say, row by row. */
typedef struct {
  guint n_rows, n_columns;
  guint32 capacities[MOST_ROWS];
  guint n[MOST_ROWS];
  guint32 columns[MOST_ROWS][MOST_PAIRS];
  gint64 values[MOST_ROWS][MOST_PAIRS];
} Rows;

static Instance
lay_out (const Rows *self)
{
  Instance x = { self->n_rows,
                 self->n_columns,
                 g_new0 (gint64, MOST_ROWS + 1),
                 g_new0 (gint64, MOST_ROWS * MOST_PAIRS),
                 g_new0 (guint32, MOST_ROWS * MOST_PAIRS),
                 g_memdup2 (self->capacities, sizeof self->capacities) };
  for (guint row = 0; row < self->n_rows; row++) {
    x.first[row + 1] = x.first[row] + self->n[row];
    memcpy (x.columns + x.first[row], self->columns[row], self->n[row] * sizeof (guint32));
    memcpy (x.values + x.first[row], self->values[row], self->n[row] * sizeof (gint64));
  }
  return x;
}

static void
draw_row (GRand *rand, Rows *self, guint row, gint64 step, gint high)
{
  self->n[row] = g_rand_int_range (rand, 0, 5) == 0 ? 0 : (guint) g_rand_int_range (rand, 1, MOST_PAIRS + 1);
  for (guint i = 0; i < self->n[row]; i++) {
    self->columns[row][i] = (guint32) g_rand_int_range (rand, 0, (gint) self->n_columns);
    self->values[row][i] = g_rand_int_range (rand, -high / 10, high + 1) * step;
  }
}

/* `before`: the columns that rows had. */
static void
assert_changed (const OrientaAssigner *assigner, const gint32 *before, guint n_before)
{
  guint n = 0;
  gboolean told[MOST_ROWS] = { FALSE };
  for (guint i = 0; i < orienta_assigner_get_n_changed (assigner); i++)
    told[orienta_assigner_get_changed (assigner, i)] = TRUE;
  for (guint row = 0; row < orienta_assigner_get_n_rows (assigner); row++) {
    gint32 had = row < n_before ? before[row] : -1;
    gboolean changed = orienta_assigner_get_column (assigner, row) != had;
    ck_assert_int_eq (told[row], changed);
    n += changed;
  }
  ck_assert_uint_eq (orienta_assigner_get_n_changed (assigner), n);
}

/* As good as solving anew, and proven. */
static void
assert_best (const OrientaAssigner *assigner, const Rows *rows)
{
  g_auto (Instance) x = lay_out (rows);
  g_autoptr (OrientaAssignment) best = assign (&x), kept = orienta_assigner_get_assignment (assigner);
  ck_assert_int_eq (orienta_assigner_get_total (assigner), orienta_assignment_get_total (best));
  ck_assert_int_eq (orienta_assignment_get_total (kept), orienta_assignment_get_total (best));
  verify (kept, &x, "right");
  for (guint row = 0; row < x.n_rows; row++)
    ck_assert_int_eq (orienta_assigner_get_column (assigner, row), orienta_assignment_get_columns (kept)[row]);
  for (guint column = 0; column < x.n_columns; column++)
    ck_assert_int_eq (orienta_assigner_get_price (assigner, column), orienta_assignment_get_prices (kept)[column]);
}

static void
change (GRand *rand, OrientaAssigner *assigner, Rows *rows, gint64 step, gint high)
{
  g_autoptr (GError) error = NULL;
  gint32 before[MOST_ROWS];
  guint n_before = rows->n_rows;
  for (guint row = 0; row < n_before; row++)
    before[row] = orienta_assigner_get_column (assigner, row);
  if (g_rand_boolean (rand)) {
    guint column = (guint) g_rand_int_range (rand, 0, (gint) rows->n_columns);
    rows->capacities[column] = (guint32) g_rand_int_range (rand, 0, 4);
    ck_assert (orienta_assigner_set_capacity (assigner, column, rows->capacities[column], &error));
  } else {
    guint row = (guint) g_rand_int_range (rand, 0, (gint) MIN (rows->n_rows + 1, MOST_ROWS));
    draw_row (rand, rows, row, step, high);
    rows->n_rows = MAX (rows->n_rows, row + 1);
    ck_assert (orienta_assigner_set_row (assigner, row, rows->n[row], rows->columns[row], rows->values[row], &error));
  }
  assert_changed (assigner, before, n_before);
}

static void
try_changes (GRand *rand, guint n_rows, guint n_columns, gint64 step, gint high)
{
  Rows rows = { .n_rows = n_rows, .n_columns = n_columns };
  for (guint column = 0; column < n_columns; column++)
    rows.capacities[column] = (guint32) g_rand_int_range (rand, 0, 3);
  for (guint row = 0; row < n_rows; row++)
    draw_row (rand, &rows, row, step, high);
  g_auto (Instance) x = lay_out (&rows);
  g_autoptr (OrientaAssigner) assigner =
      orienta_assigner_new (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, NULL, NULL);
  assert_best (assigner, &rows);
  for (guint i = 0; i < 150; i++) {
    change (rand, assigner, &rows, i < 100 ? step : step / 5 * 2, high); /* and another common divisor */
    assert_best (assigner, &rows);
  }
}

START_TEST (test_changes)
{
  const gint64 steps[] = { 5, 1000, G_GINT64_CONSTANT (1234567890) * 5 };
  const gint highs[] = { 1, 3, 10, 1000, 400000 };
  GRand *rand = g_rand_new_with_seed (20261125);
  for (guint trial = 0; trial < 120; trial++)
    try_changes (rand, (guint) g_rand_int_range (rand, 0, 30), (guint) g_rand_int_range (rand, 1, 12),
                 steps[trial % G_N_ELEMENTS (steps)], highs[trial % G_N_ELEMENTS (highs)]);
  g_rand_free (rand);
}
END_TEST

static void
set_row (OrientaAssigner *assigner, const Rows *rows, guint row, guint n)
{
  ck_assert (orienta_assigner_set_row (assigner, row, n, rows->columns[row], rows->values[row], NULL));
}

/* A row goes; many others change, so that columns forget it, or few; it comes back as it was. */
START_TEST (test_return)
{
  GRand *rand = g_rand_new_with_seed (20261126);
  Rows rows = { .n_rows = 20, .n_columns = 8 };
  for (guint column = 0; column < rows.n_columns; column++)
    rows.capacities[column] = 2;
  for (guint row = 0; row < rows.n_rows; row++)
    draw_row (rand, &rows, row, 5, 100);
  g_auto (Instance) x = lay_out (&rows);
  g_autoptr (OrientaAssigner) assigner =
      orienta_assigner_new (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, NULL, NULL);
  for (guint trial = 0; trial < 300; trial++) {
    guint row = trial % rows.n_rows, n_others = trial % 3 * 20;
    set_row (assigner, &rows, row, 0);
    for (guint i = 0; i < n_others; i++) {
      guint other = (row + 1 + i % (rows.n_rows - 1)) % rows.n_rows;
      draw_row (rand, &rows, other, 5, 100);
      set_row (assigner, &rows, other, rows.n[other]);
    }
    set_row (assigner, &rows, row, rows.n[row]);
    assert_best (assigner, &rows);
  }
  g_rand_free (rand);
}
END_TEST

/* Two rows want one home; by hand. */
START_TEST (test_by_hand)
{
  const gint64 first[] = { 0, 2, 3 }, values[] = { 10, 4, 9 };
  const guint32 columns[] = { 0, 1, 0 }, capacities[] = { 1, 1 };
  g_autoptr (OrientaAssigner) assigner = orienta_assigner_new (2, 2, first, columns, values, capacities, NULL, NULL);
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 13); /* 4 and 9 */
  ck_assert (orienta_assigner_set_capacity (assigner, 0, 2, NULL));
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 19);
  ck_assert_uint_eq (orienta_assigner_get_n_changed (assigner), 1);
  ck_assert_uint_eq (orienta_assigner_get_changed (assigner, 0), 0);
  ck_assert (orienta_assigner_set_capacity (assigner, 0, 0, NULL));
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 4);
  ck_assert_int_eq (orienta_assigner_get_column (assigner, 1), -1);
  const guint32 both[] = { 1, 1 };
  const gint64 twice[] = { 7, 8 };
  ck_assert (orienta_assigner_set_row (assigner, 2, 2, both, twice, NULL));
  ck_assert_uint_eq (orienta_assigner_get_n_rows (assigner), 3);
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 8);
  ck_assert (orienta_assigner_set_row (assigner, 2, 0, NULL, NULL, NULL));
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 4);
  ck_assert_uint_eq (orienta_assigner_get_n_rows (assigner), 3);
}
END_TEST

static void
assert_refused (GError **error, OrientaErrorCode code, const char *message)
{
  ck_assert (g_error_matches (*error, ORIENTA_ERROR, (gint) code));
  ck_assert_str_eq ((*error)->message, message);
  g_clear_error (error);
}

START_TEST (test_refused)
{
  const gint64 first[] = { 0, 1 }, values[] = { 10 }, high[] = { G_MAXINT64 / 2 }, wide[] = { 42949672951 };
  const guint32 columns[] = { 0 }, other[] = { 1 }, capacities[] = { 1 };
  GError *error = NULL;
  g_autoptr (OrientaAssigner) assigner = orienta_assigner_new (1, 1, first, columns, values, capacities, NULL, NULL);
  ck_assert (!orienta_assigner_set_capacity (assigner, 1, 2, &error));
  assert_refused (&error, ORIENTA_ERROR_INVALID, "column \"1\", expected one below 1");
  ck_assert (!orienta_assigner_set_row (assigner, 2, 1, columns, values, &error));
  assert_refused (&error, ORIENTA_ERROR_INVALID, "row \"2\", expected 1 at most");
  ck_assert (!orienta_assigner_set_row (assigner, 1, 1, other, values, &error));
  assert_refused (&error, ORIENTA_ERROR_INVALID, "row 1: column \"1\", expected one below 1");
  ck_assert (!orienta_assigner_set_row (assigner, 2 - 1, 1, columns, wide, &error));
  assert_refused (&error, ORIENTA_ERROR_LIMIT,
                  "value \"42949672951\", expected at most 4294967295 times the greatest common divisor of all, and no "
                  "more for all rows together than 9223372036854775807");
  ck_assert (!orienta_assigner_set_row (assigner, 0, 1, columns, high, &error));
  g_clear_error (&error);
  ck_assert_int_eq (orienta_assigner_get_total (assigner), 10);
  ck_assert (!orienta_assigner_new (1, 1, first, other, values, capacities, NULL, &error));
  assert_refused (&error, ORIENTA_ERROR_INVALID, "row 0: column \"1\", expected one below 1");
}
END_TEST

TEST_MAIN ("assigner", test_changes, test_return, test_by_hand, test_refused)
