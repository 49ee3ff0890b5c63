/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The call: replications are shared out to threads and put together in their order. */
#include <orienta/orienta.h>

#include "base/progress-private.h"
#include "score/sweep-private.h"
#include "simulate/replication-private.h"
#include "simulate/simulation-private.h"

#define LOOK_EVERY 20000 /* microseconds between two looks of a caller that waits for others */

typedef struct {
  const OrientaSetting *setting;
  OrientaSimulation *simulation;
  OrientaProgress *progress; /* of the call */
  GMutex lock;
  GCond changed;
  guint next;             /* the first replication that nobody has taken */
  guint n_put;            /* replications put together */
  guint n_working;        /* threads */
  OrientaEvents **events; /* done, not put together yet */
  GError *error;          /* the first replication's that failed */
  guint failed;           /* which */
} Work;

typedef struct {
  Work *work;
  gboolean is_caller; /* which ticks */
} Hand;

static gboolean
look (OrientaProgress *inner, gpointer data)
{
  Hand *hand = data;
  OrientaProgress *progress = hand->work->progress;
  if (!progress)
    return TRUE;
  return hand->is_caller ? orienta_progress_tick (progress, NULL) : !orienta_progress_is_cancelled (progress);
}

/* -- with the lock held -- */

static gboolean
goes_on (const Work *self)
{
  return !self->error && self->next < self->setting->options->n;
}

/* Whatever is next in order. */
static void
put_together (Work *self)
{
  const OrientaSimulateOptions *options = self->setting->options;
  for (; self->n_put < options->n && self->events[self->n_put] && !self->error; self->n_put++) {
    OrientaEvents *events = g_steal_pointer (&self->events[self->n_put]);
    orienta_measures_add (self->simulation, events);
    if (options->keep_events)
      orienta_simulation_keep (self->simulation, events);
    orienta_events_unref (events);
    orienta_simulation_check (self->simulation, 0, 0, &self->error);
  }
}

/* Of several that fail the first is told, so that the error does not depend on threads. */
static void
take_in (Work *self, guint replication, OrientaEvents *events, GError *error)
{
  if (events) {
    self->events[replication] = events;
    put_together (self);
  } else if (!self->error || replication < self->failed) {
    g_clear_error (&self->error);
    self->error = error;
    self->failed = replication;
  } else {
    g_error_free (error);
  }
}

/* -- threads -- */

static gpointer
work (gpointer data)
{
  Hand *hand = data;
  Work *self = hand->work;
  g_autoptr (OrientaProgress) inner = orienta_progress_new ();
  orienta_progress_set_tick (inner, look, hand);
  g_mutex_lock (&self->lock);
  while (goes_on (self)) {
    guint replication = self->next++;
    GError *error = NULL;
    g_mutex_unlock (&self->lock);
    OrientaEvents *events = orienta_replication_run (self->setting, self->setting->options->first + replication,
                                                     self->progress, inner, &error);
    g_mutex_lock (&self->lock);
    take_in (self, replication, events, error);
  }
  self->n_working--;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* The host may want to look while others finish. */
static void
wait_for_others (Work *self)
{
  g_mutex_lock (&self->lock);
  while (self->n_working > 0) {
    g_cond_wait_until (&self->changed, &self->lock, g_get_monotonic_time () + LOOK_EVERY);
    g_mutex_unlock (&self->lock);
    orienta_progress_tick (self->progress, NULL);
    g_mutex_lock (&self->lock);
  }
  g_mutex_unlock (&self->lock);
}

static void
work_all (Work *self, guint n_threads)
{
  g_autofree Hand *hands = g_new (Hand, n_threads);
  g_autofree GThread **threads = g_new (GThread *, n_threads);
  self->n_working = n_threads;
  for (guint i = 0; i < n_threads; i++)
    hands[i] = (Hand){ self, i == 0 };
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("orienta-simulate", work, &hands[i]);
  work (&hands[0]);
  wait_for_others (self);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

static gboolean
run (Work *self, GError **error)
{
  const OrientaSimulateOptions *options = self->setting->options;
  self->events = g_new0 (OrientaEvents *, options->n);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  work_all (self, MIN (orienta_sweep_threads (options->n_threads), options->n));
  for (guint i = 0; i < options->n; i++)
    orienta_events_unref (self->events[i]);
  g_free (self->events);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  if (!self->error)
    return TRUE;
  if (self->progress && orienta_progress_is_cancelled (self->progress)) {
    g_clear_error (&self->error);
    g_set_error (&self->error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED, "cancelled while simulating");
  }
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* -- what was asked -- */

static void
append_match (GString *out, const OrientaMatchOptions *options)
{
  if (!options)
    return;
  g_string_append_printf (
      out,
      " mechanism %d objective %d level %d support %d order %d to_verify %d quotas %d minimum %" G_GINT64_FORMAT
      " seed %s",
      options->mechanism, options->objective, options->level, options->support, options->unit_order, options->to_verify,
      options->quotas, options->minimum, options->seed ? options->seed : "");
  for (guint i = 0; i < options->reserves->len; i++) {
    const OrientaNamedReserve *reserve = &g_array_index (options->reserves, OrientaNamedReserve, i);
    g_string_append_printf (out, " reserve %s %" G_GINT64_FORMAT, reserve->unit, reserve->points);
  }
  for (guint i = 0; i < options->slot_reserves->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (options->slot_reserves, OrientaNamedSlotReserve, i);
    g_string_append_printf (out, " slots %s %s %" G_GINT64_FORMAT, reserve->service,
                            reserve->slots ? reserve->slots : "", reserve->points);
  }
}

/* The same text for the same question: the policies, how they match, how often. */
static char *
question_of (const OrientaSetting *setting, OrientaPolicy *policy)
{
  const OrientaSimulateOptions *options = setting->options;
  char every[G_ASCII_DTOSTR_BUF_SIZE];
  GString *out = g_string_new (orienta_policy_get_sha256 (policy));
  append_match (out, options->match);
  g_string_append_printf (out, " every %s",
                          g_ascii_dtostr (every, sizeof every, options->every < 0 ? -1 : options->every));
  for (guint i = 0; i < options->changes->len; i++) {
    const OrientaPolicyChange *change = &g_array_index (options->changes, OrientaPolicyChange, i);
    g_string_append_printf (out, " from %d %s", change->from, orienta_policy_get_sha256 (change->policy));
    append_match (out, change->options);
  }
  return g_string_free (out, FALSE);
}

/**
 * orienta_simulate:
 * @policy: in force from the first day on
 * @options: (nullable): %NULL for what orienta_simulate_options_new() says; copied
 * @progress: (nullable): counts days of all replications; cancels
 *
 * Replications of a scenario under a policy. What happens in them, and in which order, is in docs/simulation-engine.md:
 * each depends on nothing but scenario, policy, options, seed and its number, so that any of them may be run alone, on
 * any machine and by any number of threads, and two policies face the same people and the same homes.
 *
 * Complexity: for each commission, that of orienta_match() on those who wait and the homes that are free, and less
 * where lists of homes can be kept from one to the next; one event costs a constant. Memory: 32 bytes for each event
 * and 200 for each household of the replications under way.
 *
 * Returns: (transfer full): the simulation; NULL with ORIENTA_ERROR_CANCELLED, ORIENTA_ERROR_INVALID for a policy or
 *   options that do not go with the scenario, ORIENTA_ERROR_LIMIT for more than 20 million households or 50 million
 *   places in a replication, a million replications, or 100 million values in all, or as orienta_match()
 */
OrientaSimulation *
orienta_simulate (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options,
                  OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (scenario && policy, NULL);
  g_autoptr (OrientaSetting) setting = orienta_setting_new (scenario, policy, options, error);
  if (!setting)
    return NULL;
  g_autofree char *question = question_of (setting, policy);
  g_autoptr (OrientaSimulation) self = orienta_simulation_new (scenario, setting->options->seed, question);
  Work work = { .setting = setting, .simulation = self, .progress = progress };
  orienta_progress_start (progress, "simulating", (guint64) setting->options->n * scenario->days);
  return run (&work, error) ? g_steal_pointer (&self) : NULL;
}
