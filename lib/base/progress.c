/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Progress: atomic counters that another thread may poll while a long call runs, a flag that cancels it, and for hosts
 * without a second thread one tick, at most every 20 ms. */
#include <orienta/orienta.h>

#include "base/progress-private.h"

#define TICK_INTERVAL 20000 /* microseconds */

struct OrientaProgress {
  gatomicrefcount references;
  const char *stage; /* atomic; static text */
  guint64 done;      /* atomic */
  guint64 total;     /* atomic */
  gint cancelled;    /* atomic */
  gint64 last_tick;
  OrientaTick tick;
  gpointer data;
};

/* A progress with nothing done. Free with orienta_progress_unref(). */
OrientaProgress *
orienta_progress_new (void)
{
  OrientaProgress *self = g_new0 (OrientaProgress, 1);
  g_atomic_ref_count_init (&self->references);
  self->stage = "";
  return self;
}

OrientaProgress *
orienta_progress_ref (OrientaProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_progress_unref (OrientaProgress *self)
{
  if (self && g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

/**
 * orienta_progress_set_tick:
 * @tick: (nullable): called from the thread of the long call, at most every 20 ms; FALSE cancels
 * @data: handed to @tick; must live as long as the calls that use @self
 *
 * Not to be called while a long call runs.
 */
void
orienta_progress_set_tick (OrientaProgress *self, OrientaTick tick, gpointer data)
{
  g_return_if_fail (self != NULL);
  self->tick = tick;
  self->data = data;
}

/* Asks the running call to stop; it returns ORIENTA_ERROR_CANCELLED within 0.2 s. From any thread. */
void
orienta_progress_cancel (OrientaProgress *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->cancelled, 1);
}

gboolean
orienta_progress_is_cancelled (const OrientaProgress *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_atomic_int_get (&self->cancelled);
}

/* What is being done: a static English word, "" before the first call. From any thread. */
const char *
orienta_progress_get_stage (const OrientaProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return __atomic_load_n (&self->stage, __ATOMIC_ACQUIRE);
}

/* Steps of the stage that are done, and how many there are (0: not known). From any thread. */
guint64
orienta_progress_get_done (const OrientaProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return __atomic_load_n (&self->done, __ATOMIC_RELAXED);
}

guint64
orienta_progress_get_total (const OrientaProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return __atomic_load_n (&self->total, __ATOMIC_RELAXED);
}

void
orienta_progress_start (OrientaProgress *self, const char *stage, guint64 total)
{
  if (!self)
    return;
  __atomic_store_n (&self->done, 0, __ATOMIC_RELAXED);
  __atomic_store_n (&self->total, total, __ATOMIC_RELAXED);
  __atomic_store_n (&self->stage, stage, __ATOMIC_RELEASE);
}

/* Counts steps; FALSE when the work should stop. */
gboolean
orienta_progress_advance (OrientaProgress *self, guint64 by)
{
  if (!self)
    return TRUE;
  __atomic_fetch_add (&self->done, by, __ATOMIC_RELAXED);
  return !g_atomic_int_get (&self->cancelled);
}

/* Lets the host look, when it is time; FALSE with ORIENTA_ERROR_CANCELLED when the call must stop. */
gboolean
orienta_progress_tick (OrientaProgress *self, GError **error)
{
  if (!self)
    return TRUE;
  gint64 now = g_get_monotonic_time ();
  if (self->tick && !g_atomic_int_get (&self->cancelled) && now - self->last_tick >= TICK_INTERVAL) {
    self->last_tick = now;
    if (!self->tick (self, self->data))
      orienta_progress_cancel (self);
  }
  if (!g_atomic_int_get (&self->cancelled))
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED, "cancelled while %s", orienta_progress_get_stage (self));
  return FALSE;
}
