/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/commission-private.h"

#include "simulate/offer-private.h"
#include "simulate/sitting-private.h"
#include "simulate/steady-private.h"

/* -- when -- */

static const OrientaRhythm *
rhythm_at (const OrientaReplication *self, guint rhythm)
{
  return &g_array_index (self->setting->rhythms, OrientaRhythm, rhythm);
}

/* The first of a line's commissions that is not before the first day. */
static gint64
first_of (const OrientaRhythm *rhythm)
{
  if (rhythm->from >= 0)
    return rhythm->from;
  return rhythm->every > 0 ? (rhythm->every - -rhythm->from % rhythm->every) % rhythm->every : 0;
}

/* Once for everything that comes at this instant, and only where commissions are held at once. */
static void
call (OrientaReplication *self)
{
  guint rhythm = orienta_setting_rhythm (self->setting, self->now);
  if (self->called == self->now || rhythm == self->setting->rhythms->len || rhythm_at (self, rhythm)->every > 0)
    return;
  self->called = self->now;
  orienta_calendar_add (&self->calendar, self->now, ORIENTA_TURN_COMMISSION, rhythm, TRUE);
}

void
orienta_commission_begin (OrientaReplication *self)
{
  for (guint i = 0; i < self->setting->rhythms->len; i++) {
    const OrientaRhythm *rhythm = rhythm_at (self, i);
    gint64 first = first_of (rhythm);
    if (rhythm->every == 0 && first == 0)
      call (self);
    else
      orienta_calendar_add (&self->calendar, first, ORIENTA_TURN_COMMISSION, i, rhythm->every == 0);
  }
}

static void
drop_lists (OrientaReplication *self)
{
  g_clear_pointer (&self->lists, orienta_lists_free);
  g_clear_pointer (&self->rolls, orienta_rolls_free);
}

void
orienta_commission_clear (OrientaReplication *self)
{
  drop_lists (self);
  orienta_binding_unref (self->policy);
}

/* -- who comes and goes -- */

static void
put_on_lists (OrientaReplication *self, guint household)
{
  if (self->lists)
    orienta_lists_enter (self->lists, household, self->alert);
  else if (self->rolls)
    orienta_rolls_enter (self->rolls, household);
}

void
orienta_commission_enter (OrientaReplication *self, guint household)
{
  put_on_lists (self, household);
  call (self);
}

void
orienta_commission_leave (OrientaReplication *self, guint household)
{
  if (self->lists)
    orienta_lists_leave (self->lists, household);
  else if (self->rolls)
    orienta_rolls_leave (self->rolls, household);
}

/* Of one that waits the place in the lists changes. */
void
orienta_commission_reread (OrientaReplication *self, guint household, gboolean offers_only)
{
  if (self->lists)
    orienta_lists_reread (self->lists, household, offers_only);
  if (orienta_bits_has (self->waits, household))
    orienta_commission_enter (self, household);
}

void
orienta_commission_open (OrientaReplication *self, guint unit)
{
  orienta_bits_set (self->alert, unit);
  call (self);
}

/* -- under which policy -- */

/* The policy in force, bound to the world. What it says holds until other versions of it do. */
static gboolean
bind_policy (OrientaReplication *self, guint regime, GError **error)
{
  if (self->policy && self->regime == regime && self->world->as_of < self->until)
    return TRUE;
  OrientaPolicy *policy = g_array_index (self->setting->regimes, OrientaRegime, regime).policy;
  drop_lists (self);
  g_clear_pointer (&self->policy, orienta_binding_unref);
  self->listed = FALSE;
  self->regime = regime;
  self->until = orienta_steady_until (policy, self->world->as_of);
  self->policy = orienta_binding_new (policy, self->world, error);
  return self->policy != NULL;
}

/* Begins to keep lists, where that can be done; all who wait are put on them. */
static gboolean
keep_lists (OrientaReplication *self, guint rhythm, const OrientaMatchOptions *options, GError **error)
{
  GError *failed = NULL;
  if (self->listed && self->rhythm == rhythm)
    return TRUE;
  drop_lists (self);
  self->listed = TRUE;
  self->rhythm = rhythm;
  if (self->setting->plain)
    return TRUE;
  self->lists = orienta_lists_new (self->policy, options, &failed);
  if (failed) {
    g_propagate_error (error, failed);
    return FALSE;
  }
  if (!self->lists)
    self->rolls = orienta_rolls_new (self->policy, options);
  for (guint household = 0; household < self->world->n_households; household++)
    if (orienta_bits_has (self->waits, household))
      put_on_lists (self, household);
  return TRUE;
}

/* -- one commission -- */

static void
note (OrientaReplication *self, guint n_offers, OrientaMechanism mechanism)
{
  orienta_replication_note (self, (OrientaEvent){ .kind = ORIENTA_EVENT_COMMISSION,
                                                  .mechanism = (guint8) mechanism,
                                                  .reason = -1,
                                                  .household = -1,
                                                  .unit = -1,
                                                  .service = -1,
                                                  .value = (gint32) n_offers });
}

/* What it decides; empty where nobody waits or nothing is free. */
static GArray *
decide (OrientaReplication *self, guint regime, guint rhythm, GError **error)
{
  const OrientaMatchOptions *options = g_array_index (self->setting->regimes, OrientaRegime, regime).options[rhythm];
  if (self->n_waiting == 0 || self->n_free == 0)
    return g_array_new (FALSE, FALSE, sizeof (OrientaOffer));
  if (!bind_policy (self, regime, error) || !keep_lists (self, rhythm, options, error))
    return NULL;
  if ((self->lists || self->rolls) && self->n_holders == 0)
    return orienta_sitting_call (self, options, error);
  return orienta_sitting_match (self, options, error);
}

/* A commission that was called at once and gives nothing leaves no trace. FALSE as orienta_match(). */
gboolean
orienta_commission_hold (OrientaReplication *self, guint rhythm, gboolean called, GError **error)
{
  gint64 every = rhythm_at (self, rhythm)->every;
  if (orienta_setting_rhythm (self->setting, self->now) != rhythm)
    return TRUE;
  self->called = -1;
  if (every > 0)
    orienta_calendar_add (&self->calendar, self->now + every, ORIENTA_TURN_COMMISSION, rhythm, FALSE);
  guint regime = orienta_setting_regime (self->setting, self->now);
  g_autoptr (GArray) offers = decide (self, regime, rhythm, error);
  if (!offers)
    return FALSE;
  if (offers->len > 0 || !called)
    note (self, offers->len, g_array_index (self->setting->regimes, OrientaRegime, regime).options[rhythm]->mechanism);
  for (guint i = 0; i < offers->len; i++)
    orienta_offer_make (self, self->policy, &g_array_index (offers, OrientaOffer, i));
  return TRUE;
}
