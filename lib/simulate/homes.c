/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/homes-private.h"

#include "simulate/commission-private.h"
#include "simulate/support-private.h"

/* Draws of a place: whether it is taken on the first day, what is then left of that stay, and from there on how long
 * each stay lasts. */
enum { DRAW_TAKEN, DRAW_MET, DRAW_LEFT, DRAW_STAY };

static double
draw (const OrientaReplication *self, guint place, guint64 number)
{
  guint64 unit = self->places[place].unit;
  guint64 entity = unit << 32 | (place - self->setting->first_place[unit]);
  return orienta_dice_uniform (&self->dice, ORIENTA_DRAW_STAY, entity, number);
}

static const OrientaStock *
stock_of (const OrientaReplication *self, guint place)
{
  gint32 line = self->scenario->unit_stock[self->places[place].unit];
  return line < 0 ? NULL : &g_array_index (self->scenario->stock, OrientaStock, line);
}

static void
note (OrientaReplication *self, OrientaEventKind kind, gint32 household, guint unit, gint32 value)
{
  orienta_replication_note (self, (OrientaEvent){ .kind = (guint8) kind,
                                                  .reason = -1,
                                                  .household = household,
                                                  .unit = (gint32) unit,
                                                  .service = -1,
                                                  .value = value });
}

static gint32
number_of (const OrientaReplication *self, guint place)
{
  return (gint32) (place - self->setting->first_place[self->places[place].unit]);
}

/* -- the free places of a unit -- */

static void
count_free (OrientaReplication *self, guint unit, gint by)
{
  self->free[unit].n += (guint) by;
  self->n_free += (guint) by;
  if (self->free[unit].n > 0)
    orienta_bits_set (self->vacant, unit);
  else
    orienta_bits_unset (self->vacant, unit);
}

static void
become_free (OrientaReplication *self, guint place)
{
  OrientaPlace *row = &self->places[place];
  OrientaFree *free = &self->free[row->unit];
  row->phase = ORIENTA_PLACE_FREE;
  row->free_since = self->now;
  row->next = ORIENTA_NO_PLACE;
  if (free->n > 0)
    self->places[free->last].next = place;
  else
    free->first = place;
  free->last = place;
  count_free (self, row->unit, 1);
  orienta_commission_open (self, row->unit);
}

guint32
orienta_homes_offer (OrientaReplication *self, guint unit)
{
  OrientaFree *free = &self->free[unit];
  guint32 place = free->first;
  g_assert (free->n > 0);
  free->first = self->places[place].next;
  self->places[place].phase = ORIENTA_PLACE_OFFERED;
  count_free (self, unit, -1);
  return place;
}

/* It has been free all the time, so that it comes first again. */
void
orienta_homes_return (OrientaReplication *self, guint place)
{
  OrientaPlace *row = &self->places[place];
  OrientaFree *free = &self->free[row->unit];
  row->phase = ORIENTA_PLACE_FREE;
  row->next = free->n > 0 ? free->first : ORIENTA_NO_PLACE;
  if (free->n == 0)
    free->last = place;
  free->first = place;
  count_free (self, row->unit, 1);
  orienta_commission_open (self, row->unit);
}

/* -- tenants -- */

/* The next stay begins. A home that is of no stock is never given back. */
static void
begin_stay (OrientaReplication *self, guint place)
{
  const OrientaStock *stock = stock_of (self, place);
  guint number = self->places[place].n_stays++;
  self->places[place].phase = ORIENTA_PLACE_TAKEN;
  if (!stock)
    return;
  double days = orienta_spread_quantile (&stock->stay, draw (self, place, (guint64) DRAW_STAY + number));
  orienta_calendar_add (&self->calendar, orienta_replication_after (self, days), ORIENTA_TURN_STAY, place, 0);
}

void
orienta_homes_settle (OrientaReplication *self, guint place, guint household)
{
  self->places[place].tenant = (gint32) household;
  begin_stay (self, place);
}

/* Who holds a place and asked for another stays until the place is given up: for as long as anybody, once it no longer
 * asks. */
void
orienta_homes_stay_on (OrientaReplication *self, guint place)
{
  begin_stay (self, place);
}

void
orienta_homes_vacate (OrientaReplication *self, guint place)
{
  OrientaPlace *row = &self->places[place];
  const OrientaStock *stock = stock_of (self, place);
  gint32 tenant = row->tenant;
  note (self, ORIENTA_EVENT_VACATED, tenant, row->unit, number_of (self, place));
  row->tenant = -1;
  row->phase = ORIENTA_PLACE_PREPARED;
  if (tenant >= 0 && self->seekers[tenant].place == (gint32) place) {
    orienta_support_end (self, (guint) tenant);
    self->seekers[tenant].phase = ORIENTA_PHASE_LEFT;
  }
  gint64 ready = orienta_replication_after (self, stock ? stock->ready_days : 0);
  orienta_calendar_add (&self->calendar, ready, ORIENTA_TURN_READY, place, 0);
}

void
orienta_homes_ready (OrientaReplication *self, guint place)
{
  note (self, ORIENTA_EVENT_FREE, -1, self->places[place].unit, number_of (self, place));
  become_free (self, place);
}

/* Places of deliveries come after those of the first day, and in the order of the deliveries. */
void
orienta_homes_deliver (OrientaReplication *self, guint delivery)
{
  const GArray *deliveries = self->scenario->deliveries;
  const OrientaDelivery *line = &g_array_index (deliveries, OrientaDelivery, delivery);
  guint place = self->setting->first_place[line->unit];
  while (self->places[place].phase != ORIENTA_PLACE_ABSENT)
    place++;
  note (self, ORIENTA_EVENT_DELIVERED, -1, line->unit, (gint32) line->places);
  for (guint i = 0; i < line->places; i++)
    become_free (self, place + i);
}

/* -- the first day -- */

/* Those who hold a place of the unit and ask for another hold the first ones. */
static void
seat_holders (OrientaReplication *self)
{
  const OrientaRegister *world = self->world;
  g_autofree guint32 *next = g_memdup2 (self->setting->first_place, world->n_units * sizeof (guint32));
  for (guint household = 0; household < self->n_listed; household++) {
    gint32 unit = world->households[household].occupies;
    if (unit < 0 || next[unit] - self->setting->first_place[unit] >= (guint32) world->units[unit].places)
      continue;
    guint32 place = next[unit]++;
    self->places[place].phase = ORIENTA_PLACE_TAKEN;
    self->places[place].tenant = (gint32) household;
    self->seekers[household].own = (gint32) place;
  }
}

/* Whether somebody lives there on the first day. Where the register says how many are free, the last ones are. */
static gboolean
is_taken (const OrientaReplication *self, guint place, const OrientaStock *stock)
{
  guint unit = self->places[place].unit;
  gint32 n_free = self->scenario->unit_free[unit];
  if (n_free >= 0)
    return number_of (self, place) < self->world->units[unit].places - n_free;
  return stock && draw (self, place, DRAW_TAKEN) < stock->occupied;
}

static void
open_place (OrientaReplication *self, guint place)
{
  OrientaPlace *row = &self->places[place];
  const OrientaStock *stock = stock_of (self, place);
  OrientaDate available = self->world->units[row->unit].available_from;
  if (row->phase != ORIENTA_PLACE_ABSENT)
    return;
  if (is_taken (self, place, stock)) {
    row->phase = ORIENTA_PLACE_TAKEN;
    if (!stock)
      return;
    double left = orienta_setting_left (self->setting, (guint) self->scenario->unit_stock[row->unit],
                                        draw (self, place, DRAW_MET), draw (self, place, DRAW_LEFT));
    orienta_calendar_add (&self->calendar, orienta_seconds_of_days (left), ORIENTA_TURN_STAY, place, 0);
  } else if (available != ORIENTA_NO_DATE && available > self->scenario->start) {
    row->phase = ORIENTA_PLACE_PREPARED;
    orienta_calendar_add (&self->calendar, ((gint64) available - self->scenario->start) * ORIENTA_DAY,
                          ORIENTA_TURN_READY, place, 0);
  } else {
    orienta_homes_ready (self, place);
  }
}

/* Those who come are known. */
void
orienta_homes_begin (OrientaReplication *self)
{
  const OrientaScenario *scenario = self->scenario;
  const guint32 *first = self->setting->first_place;
  guint n_units = self->world->n_units;
  self->places = g_new (OrientaPlace, first[n_units]);
  self->free = g_new0 (OrientaFree, n_units);
  self->vacant = g_new0 (guint64, n_units / 64 + 1);
  self->alert = g_new0 (guint64, n_units / 64 + 1);
  for (guint unit = 0; unit < n_units; unit++)
    for (guint place = first[unit]; place < first[unit + 1]; place++)
      self->places[place] = (OrientaPlace){ .unit = unit, .tenant = -1 };
  seat_holders (self);
  for (guint unit = 0; unit < n_units; unit++)
    for (gint32 i = 0; i < self->world->units[unit].places; i++)
      open_place (self, first[unit] + (guint) i);
  for (guint i = 0; i < scenario->deliveries->len; i++) {
    gint64 when =
        ((gint64) g_array_index (scenario->deliveries, OrientaDelivery, i).date - scenario->start) * ORIENTA_DAY;
    orienta_calendar_add (&self->calendar, when, ORIENTA_TURN_DELIVERY, i, 0);
  }
}

void
orienta_homes_clear (OrientaReplication *self)
{
  g_free (self->places);
  g_free (self->free);
  g_free (self->vacant);
  g_free (self->alert);
}
