/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sweep: every household's row of pairs, the households shared out to threads in small runs. */
#include "score/sweep-private.h"

#include "base/progress-private.h"
#include "score/points-private.h"
#include "score/sieve-private.h"

#define RUN 64 /* households taken at a time */

typedef struct {
  const OrientaBinding *binding;
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

/* The units of the two rows of bits, and whether each is certain. */
static guint
list_units (const guint64 *possible, const guint64 *certain, guint n_words, guint32 *units, guint8 *status)
{
  guint n = 0;
  for (guint word = 0; word < n_words; word++)
    for (guint64 bits = possible[word]; bits != 0; bits &= bits - 1) {
      guint bit = (guint) __builtin_ctzll (bits);
      units[n] = word * 64 + bit;
      status[n++] = certain[word] >> bit & 1 ? ORIENTA_ELIGIBLE : ORIENTA_TO_VERIFY;
    }
  return n;
}

static gpointer
work (gpointer data)
{
  Share *share = data;
  Sweep *sweep = share->sweep;
  guint n_households = sweep->binding->reg->n_households, n_units = sweep->binding->reg->n_units;
  guint n_words = orienta_sieve_n_words (sweep->sieve);
  g_autoptr (OrientaSieveWorker) sieve = orienta_sieve_worker_new (sweep->sieve);
  g_autoptr (OrientaPointsWorker) points = orienta_points_worker_new (sweep->points);
  g_autofree guint32 *units = g_new (guint32, n_units);
  g_autofree guint8 *status = g_new (guint8, n_units);
  g_autofree gint64 *values = g_new (gint64, n_units);
  guint first;
  while ((first = __atomic_fetch_add (&sweep->next, RUN, __ATOMIC_RELAXED)) < n_households
         && !g_atomic_int_get (&sweep->stopped)) {
    guint end = MIN (first + RUN, n_households);
    for (guint household = first; household < end; household++) {
      const guint64 *possible, *certain;
      orienta_sieve_household (sieve, household, &possible, &certain);
      guint n = list_units (possible, certain, n_words, units, status);
      orienta_points_household (points, household, units, n, values);
      OrientaRow row = { household, n, units, values, status };
      sweep->func (&row, share->thread, sweep->data);
    }
    if (!orienta_progress_advance (sweep->progress, end - first)
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

/* FALSE with ORIENTA_ERROR_CANCELLED when `progress` says so; what `func` was given until then is for the caller to
 * drop. */
gboolean
orienta_sweep (const OrientaBinding *binding, OrientaEvidence level, guint n_threads, const char *stage,
               OrientaProgress *progress, OrientaRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) cancelled = NULL;
  orienta_progress_start (progress, stage, binding->reg->n_households);
  g_autoptr (OrientaSieve) sieve = orienta_sieve_new (binding);
  g_autoptr (OrientaPoints) points = orienta_points_new (binding, level);
  Sweep sweep = {
    .binding = binding, .sieve = sieve, .points = points, .progress = progress, .func = func, .data = data
  };
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
