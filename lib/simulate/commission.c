/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A commission makes the register of its day, of those who wait and of the homes that have a free place, and matches it
 * as any register is matched. */
#include "simulate/commission-private.h"

#include <orienta/orienta.h>

#include "match/matching-private.h"
#include "model/selection-private.h"
#include "simulate/offer-private.h"

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

void
orienta_commission_begin (OrientaReplication *self)
{
  for (guint i = 0; i < self->setting->rhythms->len; i++) {
    const OrientaRhythm *rhythm = rhythm_at (self, i);
    gint64 first = first_of (rhythm);
    if (rhythm->every == 0 && first == 0)
      orienta_commission_call (self);
    else
      orienta_calendar_add (&self->calendar, first, ORIENTA_TURN_COMMISSION, i, rhythm->every == 0);
  }
}

void
orienta_commission_clear (OrientaReplication *self)
{
  orienta_binding_unref (self->policy);
}

/* Once for everything that comes at this instant, and only where commissions are held at once. */
void
orienta_commission_call (OrientaReplication *self)
{
  guint rhythm = orienta_setting_rhythm (self->setting, self->now);
  if (self->called == self->now || rhythm == self->setting->rhythms->len || rhythm_at (self, rhythm)->every > 0)
    return;
  self->called = self->now;
  orienta_calendar_add (&self->calendar, self->now, ORIENTA_TURN_COMMISSION, rhythm, TRUE);
}

/* -- the register of the day -- */

typedef struct {
  guint32 *households, *units; /* of the world */
  guint n_households, n_units;
  gint32 *places;         /* by unit: free ones */
  OrientaDate *available; /* by unit */
} Session;

static void
session_clear (Session *self)
{
  g_free (self->households);
  g_free (self->units);
  g_free (self->places);
  g_free (self->available);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static guint
list_bits (const guint64 *bits, guint n_words, guint32 *list)
{
  guint n = 0;
  for (guint word = 0; word < n_words; word++)
    for (guint64 left = bits[word]; left != 0; left &= left - 1)
      list[n++] = word * 64 + (guint) __builtin_ctzll (left);
  return n;
}

static void
list_households (const OrientaReplication *self, Session *session)
{
  session->households = g_new (guint32, self->n_waiting);
  session->n_households = list_bits (self->waits, self->world->n_households / 64 + 1, session->households);
  g_assert (session->n_households == self->n_waiting);
}

/* Those with a free place, and those where somebody who waits holds one. */
static void
list_units (const OrientaReplication *self, Session *session)
{
  guint n_words = self->world->n_units / 64 + 1;
  g_autofree guint64 *bits = g_memdup2 (self->vacant, n_words * sizeof (guint64));
  for (guint i = 0; i < session->n_households; i++) {
    gint32 own = self->seekers[session->households[i]].own;
    if (own >= 0)
      orienta_bits_set (bits, self->places[own].unit);
  }
  session->units = g_new (guint32, self->world->n_units);
  session->n_units = list_bits (bits, n_words, session->units);
}

/* A home is available from when its first free place is; what was free on the first day as the register says. */
static OrientaDate
available_from (const OrientaReplication *self, guint unit)
{
  const OrientaFree *free = &self->free[unit];
  OrientaDate stated = self->world->units[unit].available_from;
  gint64 since = free->n > 0 ? self->places[free->first].free_since : 0;
  if (since == 0 && stated != ORIENTA_NO_DATE)
    return stated;
  return self->scenario->start + (OrientaDate) (since / ORIENTA_DAY);
}

static OrientaRegister *
register_of_day (const OrientaReplication *self, Session *session)
{
  list_households (self, session);
  list_units (self, session);
  session->places = g_new (gint32, session->n_units);
  session->available = g_new (OrientaDate, session->n_units);
  for (guint i = 0; i < session->n_units; i++) {
    session->places[i] = (gint32) self->free[session->units[i]].n;
    session->available[i] = available_from (self, session->units[i]);
  }
  OrientaSelection selection = { .as_of = self->world->as_of,
                                 .n_households = session->n_households,
                                 .n_units = session->n_units,
                                 .households = session->households,
                                 .units = session->units,
                                 .places = session->places,
                                 .available = session->available };
  return orienta_register_select (self->world, &selection);
}

/* -- who is offered what -- */

/* Pairs in the order in which people move. Whoever would go to a place that another has first to leave waits for a
 * commission that finds it free. */
static GArray *
list_offers (const OrientaReplication *self, const Session *session, const OrientaMatching *matching)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (OrientaOffer));
  g_autofree guint32 *left = g_new (guint32, session->n_units);
  for (guint i = 0; i < session->n_units; i++)
    left[i] = self->free[session->units[i]].n;
  for (guint i = 0; i < matching->moves->len; i++) {
    const OrientaMatched *pair = &matching->pairs[g_array_index (matching->moves, OrientaMove, i).pair];
    if (left[pair->unit] == 0)
      continue;
    left[pair->unit]--;
    OrientaOffer offer = { .household = session->households[pair->household],
                           .unit = session->units[pair->unit],
                           .service = pair->service,
                           .points = pair->points,
                           .mechanism = (guint8) matching->options->mechanism };
    g_array_append_val (offers, offer);
  }
  return offers;
}

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

/* The policy in force, bound to the world as it is today. */
static gboolean
bind_policy (OrientaReplication *self, guint regime, GError **error)
{
  if (self->policy && self->regime == regime && self->bound == self->world->as_of)
    return TRUE;
  g_clear_pointer (&self->policy, orienta_binding_unref);
  self->regime = regime;
  self->bound = self->world->as_of;
  OrientaPolicy *policy = g_array_index (self->setting->regimes, OrientaRegime, regime).policy;
  self->policy = orienta_binding_new (policy, self->world, error);
  return self->policy != NULL;
}

static GArray *
match (OrientaReplication *self, guint regime, guint rhythm, GError **error)
{
  const OrientaRegime *row = &g_array_index (self->setting->regimes, OrientaRegime, regime);
  g_auto (Session) session = { 0 };
  g_autoptr (OrientaRegister) reg = register_of_day (self, &session);
  g_autoptr (OrientaMatching) matching = orienta_match (row->policy, reg, row->options[rhythm], self->inner, error);
  if (!matching) {
    g_autofree char *day = orienta_date_format (self->world->as_of);
    g_prefix_error (error, "commission of %s, replication %" G_GUINT64_FORMAT ": ", day, self->dice.replication);
    return NULL;
  }
  return list_offers (self, &session, matching);
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
  const OrientaRegime *row = &g_array_index (self->setting->regimes, OrientaRegime, regime);
  g_autoptr (GArray) offers = NULL;
  if (self->n_waiting > 0 && self->n_free > 0) {
    if (!bind_policy (self, regime, error) || (offers = match (self, regime, rhythm, error)) == NULL)
      return FALSE;
  }
  guint n = offers ? offers->len : 0;
  if (n > 0 || !called)
    note (self, n, row->options[rhythm]->mechanism);
  for (guint i = 0; i < n; i++)
    orienta_offer_make (self, self->policy, &g_array_index (offers, OrientaOffer, i));
  return TRUE;
}
