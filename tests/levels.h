/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "instance.h"

#include <string.h>

#define MOST_LEVELS 4

/* What is best by the definition: the sums, the first that differs deciding; then the number served, then the lowest
 * rows. */
typedef struct {
  gint64 totals[MOST_LEVELS];
  guint n_pairs;
  guint32 served; /* row 0 is the highest bit */
} Rank;

static inline gboolean
is_better (const Rank *a, const Rank *b)
{
  for (guint level = 0; level < MOST_LEVELS; level++)
    if (a->totals[level] != b->totals[level])
      return a->totals[level] > b->totals[level];
  return a->n_pairs != b->n_pairs ? a->n_pairs > b->n_pairs : a->served > b->served;
}

/* `missing` is a row that must not be served; none above the last. */
static inline void
try_all (const Instance *x, guint n_levels, guint missing, guint row, Rank now, guint32 *left, Rank *best)
{
  if (row == x->n_rows) {
    if (is_better (&now, best))
      *best = now;
    return;
  }
  try_all (x, n_levels, missing, row + 1, now, left, best);
  for (gint64 i = x->first[row]; i < x->first[row + 1] && row != missing; i++) {
    if (left[x->columns[i]] == 0)
      continue;
    Rank next = now;
    left[x->columns[i]]--;
    for (guint level = 0; level < n_levels; level++)
      next.totals[level] += x->values[level * x->first[x->n_rows] + i];
    next.n_pairs++;
    next.served |= 1U << (31 - row);
    try_all (x, n_levels, missing, row + 1, next, left, best);
    left[x->columns[i]]++;
  }
}

static inline Rank
brute_force (const Instance *x, guint n_levels, guint missing)
{
  g_autofree guint32 *left = g_memdup2 (x->capacities, (x->n_columns + 1) * sizeof (guint32));
  Rank best = { { 0 }, 0, 0 }, none = { { 0 }, 0, 0 };
  try_all (x, n_levels, missing, 0, none, left, &best);
  return best;
}

/* One level's values of a kind: zeros, ones, yes or no, few, many, wide, wide and close together. */
static inline gint64
random_value (GRand *rand, guint kind)
{
  switch (kind) {
  case 0:
    return 0;
  case 1:
    return 1;
  case 2:
    return g_rand_int_range (rand, 0, 2);
  case 3:
    return g_rand_int_range (rand, -2, 3);
  case 4:
    return g_rand_int_range (rand, -1000, 1001) * G_GINT64_CONSTANT (250);
  case 5:
    return g_rand_int_range (rand, -3, 4) * (G_GINT64_CONSTANT (1) << 53);
  default:
    return (G_GINT64_CONSTANT (1) << 54) + g_rand_int_range (rand, -2, 3);
  }
}

#define N_KINDS 7

/* As random_instance(), with further levels of kinds drawn at random. */
static inline Instance
random_levels (GRand *rand, guint n_rows, guint n_columns, guint degree, guint most_places, guint n_levels)
{
  Instance x = random_instance (rand, n_rows, n_columns, degree, 0, 0, 1, most_places);
  gsize n = (gsize) x.first[n_rows];
  x.values = g_renew (gint64, x.values, n * n_levels + 1);
  for (guint level = 0; level < n_levels; level++) {
    guint kind = (guint) g_rand_int_range (rand, 0, N_KINDS);
    for (gsize i = 0; i < n; i++)
      x.values[level * n + i] = random_value (rand, kind);
  }
  return x;
}

static inline OrientaAssignment *
assign_levels (const Instance *x, guint n_levels)
{
  g_autoptr (GError) error = NULL;
  OrientaAssignment *best = orienta_assign_levels (x->n_rows, x->n_columns, x->first, x->columns, n_levels, x->values,
                                                   x->capacities, NULL, &error);
  ck_assert_msg (best != NULL, "%s", error ? error->message : "");
  return best;
}
