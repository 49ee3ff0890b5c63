/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Offers: the household answers, then the structure. What they will say is settled when the offer is made, by draws of
 * the household numbered by its offers; it is known when the days are over. */
#include "simulate/offer-private.h"

#include "model/derive-private.h"
#include "simulate/commission-private.h"
#include "simulate/homes-private.h"
#include "simulate/population-private.h"
#include "simulate/support-private.h"

#include <string.h>

/* What one of the two says. */
typedef struct {
  gboolean accepts;
  double days;
  gint8 reason;
} Answer;

static Answer
answer_of (OrientaReplication *self, const OrientaOffer *offer, gboolean by_structure)
{
  const GArray *lines = self->scenario->answers;
  const OrientaSeeker *seeker = &self->seekers[offer->household];
  for (guint i = 0; i < lines->len; i++) {
    const OrientaAnswer *line = &g_array_index (lines, OrientaAnswer, i);
    if (line->by_structure != by_structure
        || !orienta_replication_holds (self, line->when, offer->household, (gint) offer->unit))
      continue;
    guint64 number = 2 * (guint64) seeker->n_offers + by_structure;
    double p = orienta_dice_uniform (&self->dice, ORIENTA_DRAW_ANSWER, seeker->entity, number);
    return (Answer){ p < line->accepts, line->days, line->reason };
  }
  return (Answer){ TRUE, 0, -1 };
}

static void
note (OrientaReplication *self, OrientaEventKind kind, guint household, gint32 value)
{
  const OrientaSeeker *seeker = &self->seekers[household];
  orienta_replication_note (self, (OrientaEvent){ .kind = (guint8) kind,
                                                  .mechanism = seeker->mechanism,
                                                  .reason = kind == ORIENTA_EVENT_HOUSED ? -1 : seeker->reason,
                                                  .household = (gint32) household,
                                                  .unit = (gint32) self->places[seeker->place].unit,
                                                  .service = seeker->service,
                                                  .value = value });
}

/* To whole points, halves away from 0. */
static gint32
whole_points (gint64 thousandths)
{
  gint64 half = thousandths < 0 ? -500 : 500;
  return (gint32) CLAMP ((thousandths + half) / 1000, G_MININT32, G_MAXINT32);
}

static void
await_answer (OrientaReplication *self, const OrientaOffer *offer)
{
  OrientaSeeker *seeker = &self->seekers[offer->household];
  Answer household = answer_of (self, offer, FALSE), structure = answer_of (self, offer, TRUE);
  gint64 when = orienta_replication_after (self, household.days);
  seeker->answer = ORIENTA_EVENT_REFUSED;
  seeker->reason = household.reason;
  if (household.accepts) {
    when += orienta_seconds_of_days (structure.days);
    seeker->answer = structure.accepts ? ORIENTA_EVENT_HOUSED : ORIENTA_EVENT_REJECTED;
    seeker->reason = structure.reason;
  }
  seeker->n_offers++;
  if (seeker->answer != ORIENTA_EVENT_HOUSED)
    when = MAX (when, self->now + ORIENTA_SHORTEST);
  if (when > self->now)
    orienta_calendar_add (&self->calendar, when, ORIENTA_TURN_ANSWER, offer->household, 0);
  else
    orienta_offer_answer (self, offer->household);
}

/* Takes the household off the list and the first free place of the unit off the market until the answer. */
void
orienta_offer_make (OrientaReplication *self, const OrientaBinding *binding, const OrientaOffer *offer)
{
  OrientaSeeker *seeker = &self->seekers[offer->household];
  orienta_population_unwait (self, offer->household);
  seeker->phase = ORIENTA_PHASE_OFFERED;
  seeker->mechanism = offer->mechanism;
  seeker->reason = -1;
  seeker->place = (gint32) orienta_homes_offer (self, offer->unit);
  if (offer->service >= 0)
    orienta_support_hold (self, binding, offer->household, (guint) offer->service);
  note (self, ORIENTA_EVENT_OFFERED, offer->household, whole_points (offer->points));
  await_answer (self, offer);
}

/* -- answers -- */

/* A refusal becomes a line of the household's, which a policy may read; the list is written anew at the end. */
static void
record (OrientaReplication *self, guint household, guint unit, OrientaOfferOutcome outcome, gint8 reason)
{
  OrientaRegister *world = self->world;
  OrientaHouseholdRow *row = orienta_replication_alter (self, household);
  guint n = row->offers.n + 1;
  if (world->n_offers + n > self->offers_room) {
    self->offers_room = MAX (world->n_offers + n, 2 * self->offers_room);
    world->offers = g_renew (OrientaOfferRow, world->offers, self->offers_room);
  }
  OrientaOfferRow *list = world->offers + world->n_offers;
  memcpy (list, world->offers + row->offers.start, row->offers.n * sizeof (OrientaOfferRow));
  list[n - 1] = (OrientaOfferRow){ (gint32) household, (gint32) unit, world->as_of, (guint8) outcome, reason };
  row->offers = (OrientaStretch){ world->n_offers, n };
  world->n_offers += n;
  orienta_household_derive (world, household);
  orienta_commission_reread (self, household, TRUE);
}

static void
refuse (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  guint32 place = (guint32) seeker->place;
  gboolean rejected = seeker->answer == ORIENTA_EVENT_REJECTED;
  note (self, (OrientaEventKind) seeker->answer, household, 0);
  orienta_support_release (self, household);
  record (self, household, self->places[place].unit,
          rejected ? ORIENTA_OFFER_REFUSED_BY_STRUCTURE : ORIENTA_OFFER_REFUSED_BY_HOUSEHOLD, seeker->reason);
  seeker->place = -1;
  orienta_homes_return (self, place);
  orienta_population_wait (self, household);
  if (self->now >= seeker->until)
    orienta_population_tire (self, household);
}

static void
house (OrientaReplication *self, guint household)
{
  OrientaSeeker *seeker = &self->seekers[household];
  gint32 own = seeker->own;
  seeker->phase = ORIENTA_PHASE_HOUSED;
  note (self, ORIENTA_EVENT_HOUSED, household, (gint32) ((self->now - seeker->since) / ORIENTA_DAY));
  orienta_homes_settle (self, (guint) seeker->place, household);
  orienta_support_begin (self, household);
  seeker->own = -1;
  if (own >= 0)
    orienta_homes_vacate (self, (guint) own);
}

/* What was settled becomes known. */
void
orienta_offer_answer (OrientaReplication *self, guint household)
{
  if (self->seekers[household].answer == ORIENTA_EVENT_HOUSED)
    house (self, household);
  else
    refuse (self, household);
}
