/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sweep: every household's row of pairs, the households shared out to threads in small runs. */
#include "score/sweep-private.h"

#include "base/progress-private.h"
#include "score/sieve-private.h"

#define RUN 64 /* households taken at a time */

typedef struct {
  const OrientaBinding *binding;
  const OrientaMasks *masks;
  const OrientaSieve *sieve;
  const OrientaPoints *points;
  OrientaProgress *progress;
  OrientaRowFunc func;
  gpointer data;
  guint next;   /* atomic: the first household nobody has taken */
  gint stopped; /* atomic */
} Sweep;

typedef struct {
  Sweep *sweep;
  guint thread;
  GError **error; /* of the calling thread, which ticks; else NULL */
} Share;

static gpointer
work (gpointer data)
{
  Share *share = data;
  Sweep *sweep = share->sweep;
  guint n_households = sweep->binding->reg->n_households, n_words = orienta_masks_n_words (sweep->masks);
  g_autoptr (OrientaMaskWorker) masks = orienta_mask_worker_new (sweep->masks);
  g_autoptr (OrientaPointsWorker) points = orienta_points_worker_new (sweep->points, masks);
  g_autofree guint64 *rows = g_new (guint64, 2 * (gsize) n_words);
  guint first;
  while ((first = __atomic_fetch_add (&sweep->next, RUN, __ATOMIC_RELAXED)) < n_households
         && !g_atomic_int_get (&sweep->stopped)) {
    guint end = MIN (first + RUN, n_households);
    gboolean going = TRUE;
    for (guint household = first; going && household < end; household++) {
      OrientaRow row = { household, n_words, rows, rows + n_words, { NULL } };
      orienta_sieve_household (sweep->sieve, masks, household, rows, rows + n_words);
      row.points = orienta_points_household (points, household, rows);
      going = sweep->func (&row, share->thread, sweep->data);
    }
    if (!going || !orienta_progress_advance (sweep->progress, end - first)
        || (share->error && !orienta_progress_tick (sweep->progress, share->error)))
      g_atomic_int_set (&sweep->stopped, 1);
  }
  return NULL;
}

guint
orienta_sweep_threads (guint asked)
{
  return CLAMP (asked > 0 ? asked : g_get_num_processors (), 1, 256);
}

/* Calls `share` on the same data from so many threads, this one among them, and waits for all. */
void
orienta_sweep_share (GThreadFunc share, gpointer data, guint n_threads)
{
  g_autofree GThread **threads = g_new (GThread *, n_threads);
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("orienta-share", share, data);
  share (data);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* FALSE with ORIENTA_ERROR_CANCELLED when `progress` says so; what `func` was given until then is for the caller to
 * drop. TRUE also where `func` ended it, which knows why. */
gboolean
orienta_sweep (const OrientaBinding *binding, OrientaEvidence level, guint n_threads, const char *stage,
               OrientaProgress *progress, OrientaRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) cancelled = NULL;
  orienta_progress_start (progress, stage, binding->reg->n_households);
  g_autoptr (OrientaMasks) masks = orienta_masks_new (binding);
  g_autoptr (OrientaSieve) sieve = orienta_sieve_new (masks, binding);
  g_autoptr (OrientaPoints) points = orienta_points_new (masks, binding, level);
  Sweep sweep = { .binding = binding,
                  .masks = masks,
                  .sieve = sieve,
                  .points = points,
                  .progress = progress,
                  .func = func,
                  .data = data };
  g_autofree Share *shares = g_new0 (Share, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);
  for (guint i = 0; i < n_threads; i++)
    shares[i] = (Share){ &sweep, i, i == 0 ? &cancelled : NULL };
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("orienta-sweep", work, &shares[i]);
  work (&shares[0]);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
  if (!cancelled)
    orienta_progress_tick (progress, &cancelled);
  if (cancelled) {
    g_propagate_error (error, g_steal_pointer (&cancelled));
    return FALSE;
  }
  return TRUE;
}
