/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The product-limit estimate (Kaplan and Meier, Nonparametric estimation from incomplete observations, Journal of the
 * American Statistical Association 53, 1958). Who still waits when the simulation ends, or gave up, is counted among
 * those who wait for as long as it did, and no longer; it is not thrown away, which would leave the short waits. */
#include "simulate/survival-private.h"

#include <math.h>
#include <stdlib.h>

/* Of equal lengths those that ended come first: who was seen so far still waited then. */
static int
compare_spells (const void *a, const void *b)
{
  const OrientaSpell *x = a, *y = b;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return y->ended - x->ended;
}

/* Before orienta_spells_share(). */
void
orienta_spells_sort (guint n, OrientaSpell *spells)
{
  qsort (spells, n, sizeof *spells, compare_spells);
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
