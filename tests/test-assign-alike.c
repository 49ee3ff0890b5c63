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

TEST_MAIN ("assign-alike", test_plain, test_zero, test_proof)
