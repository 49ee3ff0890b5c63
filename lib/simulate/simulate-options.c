/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/match-options-private.h"
#include "simulate/simulate-options-private.h"

#include <string.h>

#define N_REPLICATIONS 100

static void
policy_change_clear (gpointer data)
{
  OrientaPolicyChange *self = data;
  orienta_policy_unref (self->policy);
  orienta_match_options_unref (self->options);
}

/**
 * orienta_simulate_options_new:
 *
 * Replications 0 to 99 of seed 0, commissions as the scenario says, the policy that is given throughout, matched as
 * orienta_match_options_new() says but for the mechanism, which is the scenario's; events are not kept, one thread for
 * each processor.
 *
 * Returns: (transfer full): the options
 */
OrientaSimulateOptions *
orienta_simulate_options_new (void)
{
  OrientaSimulateOptions *self = g_new0 (OrientaSimulateOptions, 1);
  g_atomic_ref_count_init (&self->references);
  self->n = N_REPLICATIONS;
  self->every = -1;
  self->changes = g_array_new (FALSE, FALSE, sizeof (OrientaPolicyChange));
  g_array_set_clear_func (self->changes, policy_change_clear);
  return self;
}

OrientaSimulateOptions *
orienta_simulate_options_ref (OrientaSimulateOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_simulate_options_unref (OrientaSimulateOptions *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_match_options_unref (self->match);
  g_array_unref (self->changes);
  g_free (self);
}

static OrientaMatchOptions *
copy_match (const OrientaMatchOptions *options)
{
  return options ? orienta_match_options_copy (options) : NULL;
}

/* Another one that says the same. NULL: what orienta_simulate_options_new() says. */
OrientaSimulateOptions *
orienta_simulate_options_copy (const OrientaSimulateOptions *self)
{
  OrientaSimulateOptions *copy = orienta_simulate_options_new ();
  if (!self)
    return copy;
  GArray *changes = copy->changes;
  *copy = *self;
  g_atomic_ref_count_init (&copy->references);
  copy->match = copy_match (self->match);
  copy->changes = changes;
  for (guint i = 0; i < self->changes->len; i++) {
    OrientaPolicyChange change = g_array_index (self->changes, OrientaPolicyChange, i);
    orienta_policy_ref (change.policy);
    change.options = copy_match (change.options);
    g_array_append_val (changes, change);
  }
  return copy;
}

/* Of all draws. Two simulations of one seed face the same people and the same homes, whatever is decided in them. */
void
orienta_simulate_options_set_seed (OrientaSimulateOptions *self, guint64 seed)
{
  g_return_if_fail (self != NULL);
  self->seed = seed;
}

/* Replications are numbered from 0 without end; each depends on nothing but the seed and its number. */
void
orienta_simulate_options_set_replications (OrientaSimulateOptions *self, guint first, guint n)
{
  g_return_if_fail (self != NULL && n > 0 && first <= G_MAXINT32 && n <= G_MAXINT32 - first);
  self->first = first;
  self->n = n;
}

/**
 * orienta_simulate_options_set_match:
 * @options: (nullable): copied; %NULL for what orienta_simulate_options_new() says
 *
 * How commissions match, in place of the scenario's mechanism. A draw keeps its seed throughout: who drew well keeps it
 * until housed. Pairs to keep or to bar and baselines have no meaning here; orienta_simulate() refuses them.
 */
void
orienta_simulate_options_set_match (OrientaSimulateOptions *self, OrientaMatchOptions *options)
{
  g_return_if_fail (self != NULL);
  OrientaMatchOptions *copy = copy_match (options);
  orienta_match_options_unref (self->match);
  self->match = copy;
}

/* Days between two commissions, in place of what the scenario says; 0: one whenever a household or a home comes;
 * negative: as the scenario says. */
void
orienta_simulate_options_set_every (OrientaSimulateOptions *self, double days)
{
  g_return_if_fail (self != NULL);
  self->every = days;
}

/**
 * orienta_simulate_options_change_policy:
 * @from: a date such as "2027-01-01"; a policy of the same date is replaced
 * @policy: in force for commissions from that day on
 * @options: (nullable): how they match; copied; %NULL: as before
 *
 * A change of policy in the course of the simulation. A text that is no date is an error of the program.
 */
void
orienta_simulate_options_change_policy (OrientaSimulateOptions *self, const char *from, OrientaPolicy *policy,
                                        OrientaMatchOptions *options)
{
  g_return_if_fail (self && from && policy);
  OrientaDate date = orienta_date_parse (from, strlen (from));
  g_return_if_fail (date != ORIENTA_NO_DATE);
  OrientaPolicyChange change = { date, orienta_policy_ref (policy), copy_match (options) };
  guint place = 0;
  while (place < self->changes->len && g_array_index (self->changes, OrientaPolicyChange, place).from < date)
    place++;
  if (place < self->changes->len && g_array_index (self->changes, OrientaPolicyChange, place).from == date)
    g_array_remove_index (self->changes, place);
  g_array_insert_val (self->changes, place, change);
}

/* Whether the simulation keeps what happened, event by event: 32 bytes for each. */
void
orienta_simulate_options_set_keep_events (OrientaSimulateOptions *self, gboolean keep)
{
  g_return_if_fail (self != NULL);
  self->keep_events = keep != FALSE;
}

/* 0 for one for each processor; the result does not depend on it. */
void
orienta_simulate_options_set_n_threads (OrientaSimulateOptions *self, guint n_threads)
{
  g_return_if_fail (self != NULL);
  self->n_threads = n_threads;
}

gboolean
orienta_simulate_options_check (const OrientaSimulateOptions *self, GError **error)
{
  if (self->n <= ORIENTA_MAX_REPLICATIONS)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "\"%u\" replications, expected at most %d", self->n,
               ORIENTA_MAX_REPLICATIONS);
  return FALSE;
}
