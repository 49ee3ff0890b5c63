/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "instance.h"

/* All pairs have one value: who is served follows from the pairs alone, row by row, by the plainest of methods (Kuhn:
 * The Hungarian method for the assignment problem, 1955): a row that comes takes a free place or turns another out, who
 * then does the same, and stays away where that leads nowhere. */
typedef struct {
  const Instance *x;
  gint32 *column_of; /* by row */
  guint32 *left;     /* by column */
  gboolean *seen;    /* by column */
} Plain;

static gboolean
find_place (Plain *self, guint row)
{
  const Instance *x = self->x;
  for (gint64 i = x->first[row]; i < x->first[row + 1]; i++) {
    guint32 column = x->columns[i];
    gboolean found = self->left[column] > 0;
    if (self->seen[column])
      continue;
    self->seen[column] = TRUE;
    self->left[column] -= found;
    for (guint other = 0; other < x->n_rows && !found; other++)
      found = self->column_of[other] == (gint32) column && find_place (self, other);
    if (found) {
      self->column_of[row] = (gint32) column;
      return TRUE;
    }
  }
  return FALSE;
}

static void
assert_served (const Instance *x, const OrientaAssignment *result, gint64 value)
{
  Plain self = { x, g_new (gint32, x->n_rows), g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32)),
                 g_new (gboolean, x->n_columns + 1) };
  gint64 total = 0;
  for (guint row = 0; row < x->n_rows; row++)
    self.column_of[row] = -1;
  for (guint row = 0; row < x->n_rows; row++) {
    memset (self.seen, 0, x->n_columns * sizeof (gboolean));
    gboolean served = find_place (&self, row);
    ck_assert_int_eq (served, orienta_assignment_get_columns (result)[row] >= 0);
    total += served ? value : 0;
  }
  ck_assert_int_eq (orienta_assignment_get_total (result), total);
  g_free (self.column_of);
  g_free (self.left);
  g_free (self.seen);
}

/* The same with a row and a column more, which have each other alone. */
static Instance
with_wide_pair (const Instance *x, gint64 value)
{
  gint64 n_pairs = x->first[x->n_rows];
  Instance wide = { x->n_rows + 1,
                    x->n_columns + 1,
                    g_new (gint64, x->n_rows + 2),
                    g_new (gint64, n_pairs + 1),
                    g_new (guint32, n_pairs + 1),
                    g_new (guint32, x->n_columns + 1) };
  memcpy (wide.first, x->first, (x->n_rows + 1) * sizeof (gint64));
  memcpy (wide.values, x->values, (gsize) n_pairs * sizeof (gint64));
  memcpy (wide.columns, x->columns, (gsize) n_pairs * sizeof (guint32));
  memcpy (wide.capacities, x->capacities, x->n_columns * sizeof (guint32));
  wide.first[wide.n_rows] = n_pairs + 1;
  wide.values[n_pairs] = value;
  wide.columns[n_pairs] = x->n_columns;
  wide.capacities[x->n_columns] = 1;
  return wide;
}

static Instance
alike_instance (GRand *rand, const guint *shape, gint value, gint64 step)
{
  return random_instance (rand, shape[0], shape[1], shape[2], value, value, step, shape[3]);
}

START_TEST (test_plain)
{
  /* Places for one row in ten up to two for each; few pairs, so that many are cut off; many places each. */
  const guint shapes[][4] = { { 400, 60, 4, 1 },  { 300, 150, 2, 2 }, { 200, 200, 1, 2 },
                              { 150, 200, 3, 2 }, { 400, 10, 3, 60 }, { 6, 4, 1, 1 } };
  GRand *rand = g_rand_new_with_seed (20260401);
  for (guint trial = 0; trial < 20 * G_N_ELEMENTS (shapes); trial++) {
    gint64 step = trial % 2 == 0 ? 1 : G_GINT64_CONSTANT (1234567890123);
    g_auto (Instance) x = alike_instance (rand, shapes[trial % G_N_ELEMENTS (shapes)], 1 + (gint) trial % 3, step);
    g_autoptr (OrientaAssignment) result = assign (&x);
    verify (result, &x, "right");
    assert_served (&x, result, (1 + trial % 3) * step);
  }
  g_rand_free (rand);
}
END_TEST

/* Few steps of one unit: the total and the duals are those of a search, which one value too wide for steps asks for: it
 * is of a row and a column that nobody else has. */
START_TEST (test_steps)
{
  const guint shapes[][4] = {
    { 300, 290, 6, 1 }, { 200, 120, 3, 2 }, { 150, 200, 3, 2 }, { 400, 20, 3, 12 }, { 30, 30, 9, 1 }
  };
  GRand *rand = g_rand_new_with_seed (20261125);
  for (guint trial = 0; trial < 20 * G_N_ELEMENTS (shapes); trial++) {
    const guint *shape = shapes[trial % G_N_ELEMENTS (shapes)];
    gint64 unit = trial % 2 == 0 ? 1 : 5000;
    g_auto (Instance) x = random_instance (rand, shape[0], shape[1], shape[2], trial % 3 == 0 ? 1 : 0,
                                           2 + (gint) trial % 15, unit, shape[3]);
    g_auto (Instance) wide = with_wide_pair (&x, 1000 * unit);
    g_autoptr (OrientaAssignment) by_steps = assign (&x), by_search = assign (&wide);
    verify (by_steps, &x, "right");
    verify (by_search, &wide, "right");
    ck_assert_int_eq (orienta_assignment_get_total (by_steps), orienta_assignment_get_total (by_search) - 1000 * unit);
    for (guint row = 0; row < x.n_rows; row++)
      ck_assert_int_eq (orienta_assignment_get_columns (by_steps)[row] >= 0,
                        orienta_assignment_get_columns (by_search)[row] >= 0);
  }
  g_rand_free (rand);
}
END_TEST

/* Of 0 each, nobody must be served, but all are who can. */
START_TEST (test_zero)
{
  const guint shape[] = { 100, 60, 2, 2 };
  GRand *rand = g_rand_new_with_seed (5);
  g_auto (Instance) x = alike_instance (rand, shape, 0, 1);
  g_autoptr (OrientaAssignment) result = assign (&x);
  verify (result, &x, "right");
  assert_served (&x, result, 0);
  ck_assert_int_gt (orienta_assignment_get_n_pairs (result), 50);
  g_rand_free (rand);
}
END_TEST

/* By hand: rows 0 and 1 want column 0 alone, rows 2 and 3 column 1, which has two places. */
START_TEST (test_proof)
{
  gint64 first[] = { 0, 1, 2, 3, 4 }, values[] = { 7, 7, 7, 7 };
  guint32 columns[] = { 0, 0, 1, 1 }, places[] = { 1, 2 };
  Instance x = { 4, 2, first, values, columns, places };
  g_autoptr (OrientaAssignment) result = assign (&x);
  verify (result, &x, "right");
  ck_assert_int_eq (orienta_assignment_get_columns (result)[1], -1);
  ck_assert_int_eq (orienta_assignment_get_prices (result)[0], 7);
  ck_assert_int_eq (orienta_assignment_get_prices (result)[1], 0);
  ck_assert_int_eq (orienta_assignment_get_slack (result)[0], 0);
  ck_assert_int_eq (orienta_assignment_get_slack (result)[2], 7);
}
END_TEST

TEST_MAIN ("assign-steps", test_plain, test_steps, test_zero, test_proof)
