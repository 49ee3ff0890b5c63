/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values become codes of 32 bits in the same order, so that lists stay compact and sort fast. Points mostly lie on a
 * grid (multiples of 5, of 0.5): divided by their greatest common divisor they are small integers, and their own code.
 * Values that remain wide, such as points weighted by tier, are numbered by rank among the distinct ones. */
#include "match/assign-private.h"

#include <stdlib.h>
#include <string.h>

#define LOOKED_AT 30000 /* values for a guess */

static gint64
common_divisor (gint64 a, gint64 b)
{
  while (b != 0) {
    gint64 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* Division by a constant that leaves no rest is one multiplication modulo 2^64: by the inverse of the odd part, which
 * each step of Newton's iteration gives to twice as many bits (Warren, Hacker's Delight, 10-16). */
static void
set_unit (OrientaScale *self, gint64 unit)
{
  self->unit = unit;
  self->shift = (guint) __builtin_ctzll ((guint64) unit);
  guint64 odd = (guint64) unit >> self->shift;
  guint64 inverse = odd; /* right to 3 bits */
  for (guint bits = 3; bits < 64; bits *= 2)
    inverse *= 2 - odd * inverse;
  self->inverse = inverse;
  self->most = G_MAXUINT64 / odd;
}

static gboolean
divides (const OrientaScale *self, gint64 value)
{
  guint64 rest = (guint64) value & (((guint64) 1 << self->shift) - 1);
  return rest == 0 && ((guint64) value >> self->shift) * self->inverse <= self->most;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* The distinct values, in units. */
static void
number_values (OrientaScale *self, const gint64 *values, gsize n)
{
  gint64 *ranks = g_new (gint64, n);
  gsize n_known = 0, n_ranks = 0;
  for (gsize i = 0; i < n; i++)
    if (values[i] >= 0)
      ranks[n_known++] = values[i] / self->unit;
  qsort (ranks, n_known, sizeof *ranks, compare);
  for (gsize i = 0; i < n_known; i++)
    if (i == 0 || ranks[i] != ranks[i - 1])
      ranks[n_ranks++] = ranks[i];
  self->ranks = g_renew (gint64, ranks, n_ranks);
  self->n_ranks = (guint32) n_ranks;
}

/* The unit of every `step`-th value, and the largest of them. */
static OrientaScale *
scale_new (const OrientaProblem *problem, gsize step)
{
  OrientaScale *self = g_new0 (OrientaScale, 1);
  gsize n = (gsize) problem->first[problem->n_rows];
  gint64 unit = 0;
  for (gsize i = 0; i < n; i += step) {
    gint64 value = problem->values[i];
    if (value <= 0)
      continue;
    self->largest = MAX (self->largest, value);
    if (unit == 0 || !divides (self, value)) {
      unit = common_divisor (value, unit);
      set_unit (self, unit);
    }
  }
  if (unit == 0)
    set_unit (self, 1);
  return self;
}

/* Free with orienta_scale_free(). */
OrientaScale *
orienta_scale_new (const OrientaProblem *problem)
{
  OrientaScale *self = scale_new (problem, 1);
  if (self->largest / self->unit > G_MAXUINT32)
    number_values (self, problem->values, (gsize) problem->first[problem->n_rows]);
  return self;
}

/* What it will be unless some value is unlike those that are looked at. Free with orienta_scale_free(). */
OrientaScale *
orienta_scale_guess (const OrientaProblem *problem)
{
  return scale_new (problem, 1 + (gsize) problem->first[problem->n_rows] / LOOKED_AT);
}

void
orienta_scale_free (OrientaScale *self)
{
  g_free (self->ranks);
  g_free (self);
}

/* The place of a value, in units, among the distinct ones. */
guint32
orienta_scale_rank (const OrientaScale *self, gint64 value)
{
  guint32 low = 0, high = self->n_ranks - 1;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (self->ranks[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
