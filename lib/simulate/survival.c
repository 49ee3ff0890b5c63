/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The product-limit estimate (Kaplan and Meier, Nonparametric estimation from incomplete observations, Journal of the
 * American Statistical Association 53, 1958). Who still waits when the simulation ends, or gave up, is counted among
 * those who wait for as long as it did, and no longer; it is not thrown away, which would leave the short waits. */
#include "simulate/survival-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FEW 1024 /* spells that are compared with each other */

#define DIGIT_BITS 11

/* Of equal lengths those that ended come first: who was seen so far still waited then. */
static inline guint64
key_of (const OrientaSpell *spell)
{
  return (guint64) spell->length << 1 | !spell->ended;
}

/* By one digit; spells that agree in it stay in their order. */
static void
sort_by_digit (guint n, const OrientaSpell *from, OrientaSpell *into, guint shift)
{
  guint places[(1 << DIGIT_BITS) + 1] = { 0 };
  const guint mask = (1 << DIGIT_BITS) - 1;
  for (guint i = 0; i < n; i++)
    places[(key_of (&from[i]) >> shift & mask) + 1]++;
  for (guint i = 1; i <= mask; i++)
    places[i] += places[i - 1];
  for (guint i = 0; i < n; i++)
    into[places[key_of (&from[i]) >> shift & mask]++] = from[i];
}

static int
compare_spells (const void *a, const void *b)
{
  guint64 x = key_of (a), y = key_of (b);
  return (x > y) - (x < y);
}

/* Before orienta_spells_share(); lengths are 0 or more. Complexity: O(n) for each digit of the longest. */
void
orienta_spells_sort (guint n, OrientaSpell *spells)
{
  guint64 most = 0;
  if (n < FEW) {
    qsort (spells, n, sizeof *spells, compare_spells);
    return;
  }
  for (guint i = 0; i < n; i++)
    most = MAX (most, key_of (&spells[i]));
  g_autofree OrientaSpell *other = g_new (OrientaSpell, n);
  OrientaSpell *from = spells, *into = other;
  for (guint shift = 0; shift < 64 && most >> shift > 0; shift += DIGIT_BITS) {
    sort_by_digit (n, from, into, shift);
    OrientaSpell *swap = from;
    from = into;
    into = swap;
  }
  if (from != spells)
    memcpy (spells, from, n * sizeof *spells);
}

/* The share of waits, sorted, that last longer than `length`. Not known past the longest that was seen, unless that one
 * ended. Complexity: O(n). */
double
orienta_spells_share (guint n, const OrientaSpell *spells, gint64 length)
{
  double share = 1;
  guint i = 0;
  while (i < n && spells[i].length <= length) {
    guint first = i, ended = 0;
    for (; i < n && spells[i].length == spells[first].length; i++)
      ended += spells[i].ended;
    share *= (double) (n - first - ended) / (n - first);
  }
  return i == n && share > 0 ? NAN : share;
}
