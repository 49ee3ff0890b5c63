/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/list-private.h"

static void
sink (OrientaList *self, OrientaRanking *ranking, guint place)
{
  OrientaCandidate *heap = self->candidates;
  for (;;) {
    guint last = place, left = 2 * place + 1;
    for (guint child = left; child < left + 2 && child < self->n; child++)
      if (orienta_ranking_compare (ranking, &heap[child], &heap[last]) > 0)
        last = child;
    if (last == place)
      return;
    OrientaCandidate swap = heap[place];
    heap[place] = heap[last];
    heap[last] = swap;
    place = last;
  }
}

static void
rise (OrientaList *self, OrientaRanking *ranking, guint place)
{
  OrientaCandidate *heap = self->candidates;
  while (place > 0 && orienta_ranking_compare (ranking, &heap[place], &heap[(place - 1) / 2]) > 0) {
    OrientaCandidate swap = heap[place];
    heap[place] = heap[(place - 1) / 2];
    heap[(place - 1) / 2] = swap;
    place = (place - 1) / 2;
  }
}

/* Takes the candidate in when it is among the first `most`. */
void
orienta_list_offer (OrientaList *self, OrientaRanking *ranking, guint most, const OrientaCandidate *candidate)
{
  if (most == 0)
    return;
  if (self->n < most) {
    if ((self->n & (self->n - 1)) == 0)
      self->candidates = g_renew (OrientaCandidate, self->candidates, MAX (4, 2 * self->n));
    self->candidates[self->n++] = *candidate;
    rise (self, ranking, self->n - 1);
  } else if (!orienta_ranking_is_behind (ranking, candidate, &self->candidates[0])
             && orienta_ranking_compare (ranking, candidate, &self->candidates[0]) < 0) {
    self->candidates[0] = *candidate;
    sink (self, ranking, 0);
  }
}

static gint
compare_candidates (gconstpointer a, gconstpointer b, gpointer ranking)
{
  return orienta_ranking_compare (ranking, a, b);
}

/* The heap becomes the list, first candidate first. */
void
orienta_list_sort (OrientaList *self, OrientaRanking *ranking)
{
  if (self->n > 1)
    g_qsort_with_data (self->candidates, (gint) self->n, sizeof (OrientaCandidate), compare_candidates, ranking);
}
