/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "instance.h"

#include "match/assign-private.h"

/* What is best by the definition: the sum, then the number served, then the lowest rows. */
typedef struct {
  gint64 total;
  guint n_pairs;
  guint32 served; /* row 0 is the highest bit */
} Rank;

static gboolean
is_better (Rank a, Rank b)
{
  if (a.total != b.total)
    return a.total > b.total;
  return a.n_pairs != b.n_pairs ? a.n_pairs > b.n_pairs : a.served > b.served;
}

static void
try_all (const Instance *x, guint row, Rank now, guint32 *left, Rank *best)
{
  if (row == x->n_rows) {
    if (is_better (now, *best))
      *best = now;
    return;
  }
  try_all (x, row + 1, now, left, best);
  for (gint64 i = x->first[row]; i < x->first[row + 1]; i++) {
    if (left[x->columns[i]] == 0)
      continue;
    left[x->columns[i]]--;
    Rank next = { now.total + x->values[i], now.n_pairs + 1, now.served | 1U << (31 - row) };
    try_all (x, row + 1, next, left, best);
    left[x->columns[i]]++;
  }
}

static Rank
brute_force (const Instance *x)
{
  g_autofree guint32 *left = g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32));
  Rank best = { 0, 0, 0 };
  try_all (x, 0, (Rank){ 0, 0, 0 }, left, &best);
  return best;
}

static Rank
rank_of (const OrientaAssignment *result)
{
  Rank rank = { orienta_assignment_get_total (result), orienta_assignment_get_n_pairs (result), 0 };
  for (guint row = 0; row < orienta_assignment_get_n_rows (result); row++)
    if (orienta_assignment_get_columns (result)[row] >= 0)
      rank.served |= 1U << (31 - row);
  return rank;
}

static void
assert_same (Rank a, Rank b, guint trial)
{
  ck_assert_msg (a.total == b.total && a.n_pairs == b.n_pairs && a.served == b.served,
                 "trial %u: %" G_GINT64_FORMAT " by %u (%08x), expected %" G_GINT64_FORMAT " by %u (%08x)", trial,
                 a.total, a.n_pairs, a.served, b.total, b.n_pairs, b.served);
}

/* Of all optimal prices, columns that bid end with the highest: what one place less takes away; rows that bid leave the
 * lowest: what one place more adds. */
static void
assert_extreme (const Instance *x, gboolean from_columns, const gint64 *prices, gint64 total)
{
  for (guint column = 0; column < x->n_columns; column++) {
    if (x->capacities[column] == 0)
      continue;
    gint by = from_columns ? -1 : 1;
    x->capacities[column] += (guint32) by;
    ck_assert_int_eq (brute_force (x).total, total + by * prices[column]);
    x->capacities[column] -= (guint32) by;
  }
}

/* One search from one side alone, whichever the solver would have chosen. */
static void
assert_side (const Instance *x, const OrientaSolver *solver, gboolean from_columns, Rank best, guint trial)
{
  OrientaProblem problem = { x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, 1, NULL, NULL };
  g_autoptr (OrientaScale) scale = orienta_scale_new (&problem);
  g_autoptr (OrientaFloors) floors = orienta_floors_new (&problem, scale);
  OrientaArcs *arcs = solver->pack (&problem, scale, floors);
  if (!arcs) {
    ck_assert (solver == &orienta_narrow && scale->largest / scale->unit > 1000000);
    return;
  }
  OrientaSearch *search = solver->search_new (&problem, scale, arcs, from_columns);
  g_autoptr (OrientaAssignment) result = orienta_assignment_new_empty (x->n_rows, x->n_columns, 1);
  while (solver->get_left (search) > 0)
    ck_assert (solver->run (search, 1, NULL, NULL));
  solver->read (search, result);
  g_autoptr (OrientaTight) tight = solver->find_tight (search);
  ck_assert (orienta_ties_settle (tight, x->capacities, result->slack, result, NULL, NULL));
  Rank rank = rank_of (result);
  rank.total = best.total;
  for (guint row = 0; row < x->n_rows; row++)
    rank.n_pairs += result->columns[row] >= 0;
  assert_same (rank, best, trial);
  if (trial % 5 == 0)
    assert_extreme (x, from_columns, result->prices, best.total);
  solver->free (search);
}

/* One place more adds at most the price, one place less takes at least that. */
static void
assert_prices (Instance *x, const OrientaAssignment *result)
{
  for (guint column = 0; column < x->n_columns; column++) {
    gint64 price = orienta_assignment_get_prices (result)[column];
    x->capacities[column]++;
    ck_assert_int_le (brute_force (x).total, orienta_assignment_get_total (result) + price);
    x->capacities[column]--;
    if (x->capacities[column] == 0)
      continue;
    x->capacities[column]--;
    ck_assert_int_le (brute_force (x).total, orienta_assignment_get_total (result) - price);
    x->capacities[column]++;
  }
}

static void
assert_cutoffs (const Instance *x, const OrientaAssignment *result)
{
  for (guint column = 0; column < x->n_columns; column++) {
    gint64 lowest = G_MAXINT64;
    guint32 taken = 0;
    for (guint row = 0; row < x->n_rows; row++)
      if (orienta_assignment_get_columns (result)[row] == (gint32) column) {
        lowest = MIN (lowest, orienta_assignment_get_values (result)[row]);
        taken++;
      }
    ck_assert_int_eq (orienta_assignment_get_cutoffs (result)[column], taken < x->capacities[column] ? 0 : lowest);
  }
}

static void
swap_pairs (GRand *rand, Instance *x)
{
  for (guint row = 0; row < x->n_rows; row++)
    for (gint64 n = x->first[row + 1] - x->first[row]; n > 1; n--) {
      gint64 a = x->first[row] + n - 1, b = x->first[row] + g_rand_int_range (rand, 0, (gint32) n);
      guint32 column = x->columns[a];
      gint64 value = x->values[a];
      x->columns[a] = x->columns[b];
      x->values[a] = x->values[b];
      x->columns[b] = column;
      x->values[b] = value;
    }
}

static void
assert_order_is_nothing (GRand *rand, Instance *x, const OrientaAssignment *result)
{
  swap_pairs (rand, x);
  g_autoptr (OrientaAssignment) again = assign (x);
  ck_assert_mem_eq (result->columns, again->columns, x->n_rows * sizeof (gint32));
  ck_assert_mem_eq (result->slack, again->slack, x->n_rows * sizeof (gint64));
  ck_assert_mem_eq (result->prices, again->prices, x->n_columns * sizeof (gint64));
}

/* Past what a common divisor could bring into 32 bits, as points weighted by tier are. */
static void
widen (Instance *x)
{
  for (gint64 i = 0; i < x->first[x->n_rows]; i++)
    if (x->values[i] > 0)
      x->values[i] = (x->values[i] % 7 << 42) + x->values[i];
}

START_TEST (test_brute_force)
{
  const gint highs[] = { 0, 1, 2, 5, 1000 };
  const gint64 steps[] = { 1, 5, 250, G_GINT64_CONSTANT (1234567890123) };
  GRand *rand = g_rand_new_with_seed (20260101);
  for (guint trial = 0; trial < 6000; trial++) {
    guint n_rows = (guint) g_rand_int_range (rand, 0, 8), n_columns = (guint) g_rand_int_range (rand, 0, 6);
    gint high = highs[trial % G_N_ELEMENTS (highs)];
    g_auto (Instance) x = random_instance (rand, n_rows, n_columns, 2, trial % 3 == 0 ? -2 : high / 2, MAX (high, 0),
                                           steps[trial % G_N_ELEMENTS (steps)], 1 + trial % 3);
    if (trial % 7 == 0)
      widen (&x);
    g_autoptr (OrientaAssignment) result = assign (&x);
    Rank best = brute_force (&x);
    assert_same (rank_of (result), best, trial);
    verify (result, &x, "right");
    assert_side (&x, &orienta_narrow, FALSE, best, trial);
    assert_side (&x, &orienta_narrow, TRUE, best, trial);
    assert_side (&x, &orienta_wide, FALSE, best, trial);
    assert_side (&x, &orienta_wide, TRUE, best, trial);
    assert_cutoffs (&x, result);
    if (trial % 10 == 0)
      assert_prices (&x, result);
    if (n_rows > 0 && n_columns > 0)
      assert_order_is_nothing (rand, &x, result);
  }
  g_rand_free (rand);
}
END_TEST

/* Where places are few everywhere, guessed floors hold. */
static Instance
scarce_instance (GRand *rand, guint trial)
{
  return random_instance (rand, 3000, 20, 8, trial % 2 == 0 ? 0 : 990, 1000, 5, 1 + trial * 10);
}

/* 5 000 rows want 100 columns, which by itself is scarce; but the last 300 rows have 400 columns to themselves. Their
 * prices end at almost nothing though their lists are long. */
static Instance
uneven_instance (GRand *rand)
{
  Instance x = random_instance (rand, 5000, 100, 8, 0, 1000, 5, 1);
  gint64 n = x.first[5000];
  x.n_rows = 5300;
  x.n_columns = 500;
  x.first = g_renew (gint64, x.first, 5301);
  x.columns = g_renew (guint32, x.columns, n + 300 * 400);
  x.values = g_renew (gint64, x.values, n + 300 * 400);
  x.capacities = g_renew (guint32, x.capacities, 500);
  for (guint column = 100; column < 500; column++)
    x.capacities[column] = 1;
  for (guint row = 5000; row < 5300; row++) {
    for (guint32 column = 100; column < 500; column++, n++) {
      x.columns[n] = column;
      x.values[n] = g_rand_int_range (rand, 1, 1000) * 5;
    }
    x.first[row + 1] = n;
  }
  return x;
}

/* With floors or without, the same rows are served. */
static void
assert_floors (Instance *x, gboolean hold)
{
  OrientaProblem problem = { x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, 1, NULL, NULL };
  g_autoptr (OrientaScale) scale = orienta_scale_new (&problem);
  g_autoptr (OrientaFloors) plain = orienta_floors_new (&problem, scale);
  g_autoptr (OrientaFloors) floors = orienta_floors_new (&problem, scale);
  const OrientaSolver *solver = &orienta_narrow;
  OrientaSearch *search = solver->search_new (&problem, scale, solver->pack (&problem, scale, plain), TRUE);
  g_autoptr (OrientaAssignment) all = orienta_assignment_new_empty (x->n_rows, x->n_columns, 1);
  ck_assert (solver->run (search, G_MAXINT64, NULL, NULL));
  solver->read (search, all);
  g_autoptr (OrientaTight) tight = solver->find_tight (search);
  ck_assert (orienta_ties_settle (tight, x->capacities, all->slack, all, NULL, NULL));
  solver->free (search);
  orienta_floors_guess (floors, &problem);
  ck_assert (floors->guessed);
  ck_assert_int_eq (orienta_floors_hold (floors, &problem, all), hold);
  g_autoptr (OrientaAssignment) result = assign (x);
  verify (result, x, "right");
  for (guint row = 0; row < x->n_rows; row++)
    ck_assert_int_eq (result->columns[row] >= 0, all->columns[row] >= 0);
}

START_TEST (test_floors)
{
  GRand *rand = g_rand_new_with_seed (11);
  for (guint trial = 0; trial < 8; trial++) {
    g_auto (Instance) scarce = scarce_instance (rand, trial);
    assert_floors (&scarce, TRUE);
  }
  g_auto (Instance) uneven = uneven_instance (rand);
  assert_floors (&uneven, FALSE);
  g_rand_free (rand);
}
END_TEST

/* Another way to the same sum: a flow, unit by unit, each along the best path that Bellman and Ford's algorithm finds.
 * A path alternates between pairs taken up (row to column) and given back (column to row). */
static gint64
best_by_flow (const Instance *x)
{
  g_autofree gint32 *column_of = g_new (gint32, x->n_rows);
  g_autofree guint32 *left = g_memdup2 (x->capacities, x->n_columns * sizeof (guint32));
  g_autofree gint64 *held = g_new0 (gint64, x->n_rows), *gain = g_new (gint64, x->n_columns);
  g_autofree gint64 *by = g_new (gint64, x->n_columns), *total_of = g_new (gint64, x->n_rows);
  g_autofree guint32 *row_of = g_new (guint32, (gsize) x->first[x->n_rows] + 1);
  gint64 total = 0, none = G_MININT64 / 2;
  for (guint row = 0; row < x->n_rows; row++) {
    column_of[row] = -1;
    for (gint64 i = x->first[row]; i < x->first[row + 1]; i++)
      row_of[i] = row;
  }
  for (;;) {
    for (guint column = 0; column < x->n_columns; column++)
      gain[column] = none;
    for (gboolean changed = TRUE; changed;) {
      changed = FALSE;
      for (guint row = 0; row < x->n_rows; row++)
        total_of[row] = column_of[row] < 0 ? 0 : gain[column_of[row]] - held[row];
      for (gint64 i = 0; i < x->first[x->n_rows]; i++) {
        guint32 row = row_of[i], column = x->columns[i];
        if (total_of[row] <= none / 2 || (gint32) column == column_of[row]
            || total_of[row] + x->values[i] <= gain[column])
          continue;
        gain[column] = total_of[row] + x->values[i];
        by[column] = i;
        changed = TRUE;
      }
    }
    gint32 end = -1;
    for (guint column = 0; column < x->n_columns; column++)
      if (left[column] > 0 && gain[column] > 0 && (end < 0 || gain[column] > gain[end]))
        end = (gint32) column;
    if (end < 0)
      return total;
    total += gain[end];
    left[end]--;
    while (end >= 0) {
      guint32 row = row_of[by[end]];
      gint32 next = column_of[row];
      held[row] = x->values[by[end]];
      column_of[row] = end;
      end = next;
    }
  }
}

START_TEST (test_flow)
{
  /* Places for one row in a hundred up to two for each. */
  const guint shapes[][4] = { { 1000, 10, 15, 2 }, { 1000, 300, 15, 3 }, { 300, 200, 5, 2 }, { 200, 200, 4, 1 },
                              { 100, 133, 6, 2 },  { 100, 200, 3, 2 },   { 300, 12, 6, 50 } };
  GRand *rand = g_rand_new_with_seed (7);
  for (guint trial = 0; trial < 3 * G_N_ELEMENTS (shapes); trial++) {
    const guint *shape = shapes[trial % G_N_ELEMENTS (shapes)];
    gint high = trial < G_N_ELEMENTS (shapes) ? 10 : 100000;
    g_auto (Instance) x = random_instance (rand, shape[0], shape[1], shape[2], -high / 10, high, 5, shape[3]);
    g_autoptr (OrientaAssignment) result = assign (&x);
    verify (result, &x, "right");
    ck_assert_int_eq (orienta_assignment_get_total (result), best_by_flow (&x));
    assert_order_is_nothing (rand, &x, result);
  }
  g_rand_free (rand);
}
END_TEST

/* Values on a grid so wide that others seem to lie on it, if one is not careful. */
static void
coarsen (Instance *x)
{
  for (gint64 i = 0; i < x->first[x->n_rows]; i++)
    x->values[i] = x->values[i] / 5 % 8 << 48;
}

/* Of many pairs only some are looked at beforehand; what the others hold is found out on the way. Every second pair is
 * looked at here, so not those of odd number. */
START_TEST (test_guesses)
{
  const gint64 hidden[] = { 5001, 5000 * 4096, 4999 * G_GINT64_CONSTANT (1000000000), -7,
                            0,    1,           (G_GINT64_CONSTANT (7) << 48) + 1 };
  GRand *rand = g_rand_new_with_seed (3);
  for (guint trial = 0; trial < G_N_ELEMENTS (hidden); trial++) {
    g_auto (Instance) x = random_instance (rand, 4000, trial % 2 == 0 ? 40 : 900, 10, 0, 1000, 5, 2);
    gint64 n = x.first[4000], odd = n / 2 + 1 - n / 2 % 2;
    ck_assert_int_gt (n, 30000);
    ck_assert_int_lt (n, 60000);
    if (trial == 6)
      coarsen (&x);
    x.values[odd] = hidden[trial];
    x.capacities[x.columns[odd]] = trial < 3 || trial == 6 ? 1 : x.capacities[x.columns[odd]];
    g_autoptr (OrientaAssignment) result = assign (&x);
    verify (result, &x, "right");
    x.columns[odd] = x.n_columns;
    g_autoptr (GError) error = NULL;
    ck_assert (!orienta_assign (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, NULL, &error));
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
    ck_assert (g_str_has_suffix (error->message, trial % 2 == 0 ? ": column \"40\", expected one below 40"
                                                                : ": column \"900\", expected one below 900"));
  }
  g_rand_free (rand);
}
END_TEST

TEST_MAIN ("assign", test_brute_force, test_floors, test_flow, test_guesses)
