/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Selection: a register made of chosen rows of another in the time that the rows take. Texts, codes and pools stay the
 * source's; what belongs to the rows alone is copied. It has no index of ids: they are found by looking. */
#include "model/selection-private.h"

#include "model/derive-private.h"

#include <string.h>

typedef struct {
  const OrientaRegister *source;
  const OrientaSelection *selection;
  OrientaRegister *reg;
  gint32 *units;    /* unit of the source -> chosen unit, or -1 */
  GArray *outcomes; /* of OrientaOutcomeRow */
  GArray *offers;   /* of OrientaOfferRow */
} Selecting;

static void
choose_units (Selecting *self)
{
  const OrientaSelection *selection = self->selection;
  OrientaRegister *reg = self->reg;
  reg->units = g_new (OrientaUnitRow, reg->n_units);
  memset (self->units, 0xff, self->source->n_units * sizeof (gint32));
  for (guint i = 0; i < reg->n_units; i++) {
    OrientaUnitRow *row = &reg->units[i];
    *row = self->source->units[selection->units[i]];
    self->units[selection->units[i]] = (gint32) i;
    if (selection->places)
      row->places = selection->places[i];
    if (selection->available)
      row->available_from = selection->available[i];
  }
}

/* Of a household's lines those that are about a kind or a chosen unit. */
static void
choose_outcomes (Selecting *self, OrientaHouseholdRow *row, gint32 household)
{
  OrientaStretch list = row->outcomes;
  row->outcomes = (OrientaStretch){ self->outcomes->len, 0 };
  for (guint i = list.start; i < list.start + list.n; i++) {
    OrientaOutcomeRow line = self->source->outcomes[i];
    if (line.unit >= 0 && self->units[line.unit] < 0)
      continue;
    line.household = household;
    line.unit = line.unit < 0 ? -1 : self->units[line.unit];
    g_array_append_val (self->outcomes, line);
    row->outcomes.n++;
  }
}

static void
choose_offers (Selecting *self, OrientaHouseholdRow *row, gint32 household)
{
  OrientaStretch list = row->offers;
  row->offers = (OrientaStretch){ self->offers->len, 0 };
  for (guint i = list.start; i < list.start + list.n; i++) {
    OrientaOfferRow line = self->source->offers[i];
    if (self->units[line.unit] < 0)
      continue;
    line.household = household;
    line.unit = self->units[line.unit];
    g_array_append_val (self->offers, line);
    row->offers.n++;
  }
}

/* What is derived of all offers, those to units that are not chosen too, is known of the source. */
static void
derive (Selecting *self, guint household)
{
  OrientaHouseholdRow *row = &self->reg->households[household];
  guint16 refusals = row->refusals, by_choice = row->refusals_by_choice;
  if (row->persons.n == 0 && row->birth_date == ORIENTA_NO_DATE) /* nothing of it grows */
    return;
  orienta_household_derive (self->reg, household);
  row->refusals = refusals;
  row->refusals_by_choice = by_choice;
}

static void
choose_households (Selecting *self)
{
  OrientaRegister *reg = self->reg;
  reg->households = g_new (OrientaHouseholdRow, reg->n_households);
  for (guint i = 0; i < reg->n_households; i++) {
    OrientaHouseholdRow *row = &reg->households[i];
    *row = self->source->households[self->selection->households[i]];
    if (row->occupies >= 0)
      row->occupies = self->units[row->occupies];
    choose_outcomes (self, row, (gint32) i);
    choose_offers (self, row, (gint32) i);
  }
}

static void
choose_lists (Selecting *self)
{
  OrientaRegister *reg = self->reg;
  reg->n_outcomes = self->outcomes->len;
  reg->outcomes = (OrientaOutcomeRow *) g_array_free (g_steal_pointer (&self->outcomes), FALSE);
  reg->n_offers = self->offers->len;
  reg->offers = (OrientaOfferRow *) g_array_free (g_steal_pointer (&self->offers), FALSE);
  for (guint i = 0; i < reg->n_households; i++)
    derive (self, i);
}

static void
choose_slots (Selecting *self)
{
  OrientaRegister *reg = self->reg;
  reg->slots = g_memdup2 (self->source->slots, reg->n_slots * sizeof (OrientaSlot));
  for (guint i = 0; self->selection->slots && i < reg->n_slots; i++)
    reg->slots[i].amount = self->selection->slots[i];
}

static void
choose_locals (Selecting *self)
{
  OrientaRegister *reg = self->reg;
  reg->locals = g_memdup2 (self->source->locals, reg->n_locals * sizeof (OrientaLocalColumn));
  for (guint column = 0; column < reg->n_locals; column++) {
    gboolean of_unit = reg->locals[column].of == ORIENTA_OF_UNIT;
    const guint32 *rows = of_unit ? self->selection->units : self->selection->households;
    guint n = of_unit ? reg->n_units : reg->n_households;
    const gint64 *values = reg->locals[column].values;
    reg->locals[column].values = g_new (gint64, n);
    for (guint i = 0; i < n; i++)
      reg->locals[column].values[i] = values[rows[i]];
  }
}

/* What the two have in common. */
static OrientaRegister *
share (OrientaRegister *source, const OrientaSelection *selection)
{
  OrientaRegister *reg = g_new (OrientaRegister, 1);
  *reg = *source;
  g_atomic_ref_count_init (&reg->references);
  g_mutex_init (&reg->lock);
  reg->source = orienta_register_ref (source);
  reg->household_index = reg->unit_index = NULL;
  reg->sha256 = NULL;
  reg->as_of = selection->as_of;
  reg->n_households = selection->n_households;
  reg->n_units = selection->n_units;
  return reg;
}

/* The chosen rows as a register of another day: numbers of households and units are places in the selection, and what
 * is derived is derived for that day. Lists of a household keep what they say of chosen units; how often it has refused
 * stays what the source says. A unit that somebody chosen occupies must be chosen for the household to be known to hold
 * a place. It holds the source. Complexity: the rows, plus the units of the source. */
OrientaRegister *
orienta_register_select (OrientaRegister *source, const OrientaSelection *selection)
{
  Selecting self = { .source = source, .selection = selection, .reg = share (source, selection) };
  self.units = g_new (gint32, source->n_units);
  self.outcomes = g_array_new (FALSE, FALSE, sizeof (OrientaOutcomeRow));
  self.offers = g_array_new (FALSE, FALSE, sizeof (OrientaOfferRow));
  choose_units (&self);
  choose_households (&self);
  choose_lists (&self);
  choose_slots (&self);
  choose_locals (&self);
  g_free (self.units);
  return self.reg;
}
