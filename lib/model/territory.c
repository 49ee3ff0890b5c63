/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/derive-private.h"

/* Numbers a forest in the order of a walk, so that "inside" is two comparisons: all that lies in a territory is entered
 * after it and before it is left. Parents form no circle. Linear. */
void
orienta_territories_walk (OrientaTerritoryRow *territories, guint n)
{
  g_autofree gint32 *child = g_new (gint32, n);   /* the first one */
  g_autofree gint32 *sibling = g_new (gint32, n); /* the next one */
  gint32 top = -1;
  for (guint i = 0; i < n; i++)
    child[i] = -1;
  for (gint32 i = (gint32) n - 1; i >= 0; i--) {
    gint32 *head = territories[i].parent >= 0 ? &child[territories[i].parent] : &top;
    sibling[i] = *head;
    *head = i;
  }
  guint32 clock = 0;
  for (gint32 at = top; at >= 0;) {
    territories[at].enter = clock++;
    if (child[at] >= 0) {
      at = child[at];
      continue;
    }
    while (at >= 0) {
      territories[at].leave = clock;
      if (sibling[at] >= 0)
        break;
      at = territories[at].parent;
    }
    at = at >= 0 ? sibling[at] : -1;
  }
}
