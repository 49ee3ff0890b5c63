/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "match/plan-private.h"

#include <orienta/orienta.h>

#include "match/program-private.h"

#include <string.h>

/* The household's own word: what it declines is not asked for, and less of it is asked where it accepts less (HF2). */
static guint8
accepted_level (const OrientaHouseholdRow *household)
{
  if (household->support_accepted == ORIENTA_SUPPORT_NONE)
    return ORIENTA_LEVEL_NONE;
  return household->support_accepted == ORIENTA_SUPPORT_LOW ? ORIENTA_LEVEL_LOW : ORIENTA_LEVEL_HIGH;
}

static void
read_needs (OrientaPlan *self, guint row)
{
  const OrientaBinding *binding = self->board->binding;
  const OrientaHouseholdRow *household = &binding->reg->households[self->board->households[row]];
  guint8 accepted = accepted_level (household);
  if (accepted == ORIENTA_LEVEL_NONE)
    return;
  for (guint need = 0; need < ORIENTA_N_NEEDS; need++) {
    guint8 level = household->needs[need];
    if ((binding->policy->support_needs >> need & 1) == 0 || level < ORIENTA_LEVEL_LOW || level > ORIENTA_LEVEL_HIGH)
      continue;
    self->needs[row] |= 1u << need;
    self->levels[row] = MAX (self->levels[row], MIN (level, accepted));
  }
}

/* What the options say, or the policy. */
OrientaSupportMode
orienta_support_mode (OrientaSupportUse use, const OrientaPolicy *policy)
{
  switch (use) {
  case ORIENTA_SUPPORT_USE_REQUIRED:
    return ORIENTA_SUPPORT_REQUIRED;
  case ORIENTA_SUPPORT_USE_PREFERRED:
    return ORIENTA_SUPPORT_PREFERRED;
  case ORIENTA_SUPPORT_USE_IGNORED:
    return ORIENTA_SUPPORT_IGNORED;
  default:
    return policy->support;
  }
}

/* Free with orienta_plan_free(); the board outlives it. */
OrientaPlan *
orienta_plan_new (const OrientaBoard *board)
{
  OrientaPlan *self = g_new0 (OrientaPlan, 1);
  self->board = board;
  self->mode = orienta_support_mode (board->options->support, board->binding->policy);
  self->n_services = board->binding->reg->n_services;
  self->needs = g_new0 (guint32, board->n_rows);
  self->levels = g_new0 (guint8, board->n_rows);
  for (guint row = 0; row < board->n_rows && self->mode != ORIENTA_SUPPORT_IGNORED; row++)
    read_needs (self, row);
  return self;
}

void
orienta_plan_free (OrientaPlan *self)
{
  if (!self)
    return;
  g_free (self->needs);
  g_free (self->levels);
  g_free (self);
}

/* Whether a household in this home would need a service from outside. */
gboolean
orienta_plan_calls (const OrientaPlan *self, guint row, guint unit)
{
  return self->needs[row] != 0 && !self->board->binding->reg->units[unit].onsite_support;
}

/* Whether a service is one for this household. */
gboolean
orienta_plan_covers (const OrientaPlan *self, guint service, guint row)
{
  const OrientaServiceRow *s = &self->board->binding->reg->services[service];
  guint8 most = s->max_level == 0 ? ORIENTA_LEVEL_HIGH : s->max_level;
  return (self->needs[row] & ~s->needs) == 0 && self->levels[row] <= most;
}

/* Whether a service comes to where the home is. */
gboolean
orienta_plan_comes (const OrientaPlan *self, guint service, guint unit)
{
  const OrientaRegister *reg = self->board->binding->reg;
  const OrientaStretch *territories = &reg->services[service].territories;
  gint32 place = reg->units[unit].territory;
  for (guint i = 0; place >= 0 && i < territories->n; i++)
    if (orienta_territory_is_within (reg, place, reg->places_pool[territories->start + i]))
      return TRUE;
  return FALSE;
}

/* What the household takes of a service's slots of one dimension: as the policy says, or 1. */
gint64
orienta_plan_load (const OrientaPlan *self, guint row, const OrientaSlot *slot)
{
  const OrientaBinding *binding = self->board->binding;
  const OrientaPolicy *policy = binding->policy;
  const char *name = slot->name < 0 ? NULL : binding->reg->codes[slot->name];
  for (guint i = 0; i < policy->n_loads; i++)
    if (g_strcmp0 (policy->loads[i].slots, name) == 0)
      return orienta_binding_load (binding, &policy->loads[i].load, self->board->households[row]);
  return 1;
}

/* -- the plan of a matching: as many as possible have their service -- */

/* By row; of one row what is worth least first. */
static gint
compare_offers (gconstpointer a, gconstpointer b)
{
  const OrientaPlanOffer *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->charge != y->charge)
    return x->charge < y->charge ? -1 : 1;
  return (x->service > y->service) - (x->service < y->service);
}

static gboolean
does (const OrientaPlan *self, guint service, guint row, gint64 pair)
{
  return orienta_plan_covers (self, service, row) && orienta_plan_comes (self, service, self->board->units[pair])
         && orienta_plan_reaches (self, row, pair, service);
}

/* Of those who are matched and call for a service; they are noted as lacking one. More than a program
 * takes are not listed: it will be refused. */
GArray *
orienta_plan_list_offers (const OrientaPlan *self, const OrientaOutcome *outcome)
{
  const OrientaBoard *board = self->board;
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (OrientaPlanOffer));
  for (guint row = 0; row < board->n_rows; row++) {
    gint64 pair = outcome->pairs[row];
    if (pair < 0 || board->status[pair] == ORIENTA_STAYS || !orienta_plan_calls (self, row, board->units[pair]))
      continue;
    outcome->lacking[row] = TRUE;
    for (guint service = 0; service < self->n_services; service++)
      if (does (self, service, row, pair) && offers->len <= ORIENTA_MAX_TERMS) {
        OrientaPlanOffer offer = { row, service, orienta_plan_charge (self, row, service) };
        g_array_append_val (offers, offer);
      }
  }
  if (board->slot_reserves)
    g_array_sort (offers, compare_offers);
  return offers;
}

static void
take_offer (OrientaOutcome *outcome, const OrientaPlanOffer *offer)
{
  outcome->services[offer->row] = (gint32) offer->service;
  outcome->lacking[offer->row] = FALSE;
}

/* Each household one service at most. */
void
orienta_plan_limit_rows (OrientaProgram *program, const GArray *offers)
{
  g_autofree guint32 *own = g_new (guint32, offers->len);
  for (guint i = 0; i < offers->len;) {
    guint n = 0;
    guint32 row = g_array_index (offers, OrientaPlanOffer, i).row;
    for (; i < offers->len && g_array_index (offers, OrientaPlanOffer, i).row == row; i++)
      own[n++] = i;
    orienta_program_add_limit (program, NULL, n, own, NULL, G_MININT64, 1);
  }
}

/* And no more of a service's slots than there are. */
void
orienta_plan_limit_slot (const OrientaPlan *self, OrientaProgram *program, const GArray *offers, guint service,
                         const OrientaSlot *slot)
{
  g_autofree guint32 *own = g_new (guint32, offers->len);
  g_autofree gint64 *loads = g_new (gint64, offers->len);
  guint n = 0;
  for (guint i = 0; i < offers->len; i++) {
    const OrientaPlanOffer *offer = &g_array_index (offers, OrientaPlanOffer, i);
    if (offer->service != service)
      continue;
    own[n] = i;
    loads[n++] = orienta_plan_load (self, offer->row, slot);
  }
  orienta_program_add_limit (program, NULL, n, own, loads, G_MININT64, slot->amount);
}

/* As many as possible; among equals those who come first in the order, then, where slots are kept, those that are worth
 * least, and the services that are listed first. */
static void
value_offers (const OrientaPlan *self, OrientaProgram *program, const GArray *offers)
{
  gboolean kept = self->board->slot_reserves != NULL;
  guint n = offers->len, last = 2 + kept;
  g_autofree gint64 *values = g_new0 (gint64, (last + 1) * (gsize) n + 1);
  for (guint i = 0; i < n; i++) {
    const OrientaPlanOffer *offer = &g_array_index (offers, OrientaPlanOffer, i);
    values[i] = 1;
    values[n + i] = self->board->n_rows - offer->row;
    values[2 * n + i] = -offer->charge;
    values[last * n + i] = self->n_services - offer->service;
  }
  for (guint level = 0; level <= last; level++)
    orienta_program_set_values (program, level, n, values + (gsize) level * n);
}

static OrientaProgram *
program_of (const OrientaPlan *self, const GArray *offers, GError **error)
{
  const OrientaRegister *reg = self->board->binding->reg;
  OrientaProgram *program = orienta_program_new (offers->len, self->board->slot_reserves ? 4 : 3, error);
  if (!program)
    return NULL;
  value_offers (self, program, offers);
  orienta_plan_limit_rows (program, offers);
  for (guint service = 0; service < self->n_services; service++)
    for (guint i = 0; i < reg->services[service].slots.n; i++)
      orienta_plan_limit_slot (self, program, offers, service, &reg->slots[reg->services[service].slots.start + i]);
  return program;
}

/* Household by household, the first service that has slots left: what is done without a solver of programs. */
static void
take_first (const OrientaPlan *self, const GArray *offers, OrientaOutcome *outcome)
{
  const OrientaRegister *reg = self->board->binding->reg;
  g_autofree gint64 *left = g_new (gint64, reg->n_slots);
  for (guint i = 0; i < reg->n_slots; i++)
    left[i] = reg->slots[i].amount;
  for (guint i = 0; i < offers->len; i++) {
    const OrientaPlanOffer *offer = &g_array_index (offers, OrientaPlanOffer, i);
    const OrientaStretch *slots = &reg->services[offer->service].slots;
    gboolean fits = outcome->lacking[offer->row];
    for (guint k = slots->start; k < slots->start + slots->n; k++)
      fits = fits && orienta_plan_load (self, offer->row, &reg->slots[k]) <= left[k];
    if (!fits)
      continue;
    for (guint k = slots->start; k < slots->start + slots->n; k++)
      left[k] -= orienta_plan_load (self, offer->row, &reg->slots[k]);
    take_offer (outcome, offer);
  }
}

static gboolean
take_best (const OrientaPlan *self, const GArray *offers, OrientaOutcome *outcome, OrientaProgress *progress,
           GError **error)
{
  g_autoptr (OrientaProgram) program = program_of (self, offers, error);
  g_autoptr (OrientaSolution) solution =
      program ? orienta_program_solve (program, self->board->options->seconds, progress, error) : NULL;
  if (!solution)
    return FALSE;
  const guint8 *chosen = orienta_solution_get_chosen (solution);
  for (guint i = 0; chosen && i < offers->len; i++)
    if (chosen[i])
      take_offer (outcome, &g_array_index (offers, OrientaPlanOffer, i));
  return TRUE;
}

/* Whether somebody goes without who has a service that would do, or takes slots that are worth more than others. */
static gboolean
is_short (const OrientaPlan *self, const GArray *offers, const OrientaOutcome *outcome)
{
  for (guint i = 0; i < offers->len; i++)
    if (outcome->lacking[g_array_index (offers, OrientaPlanOffer, i).row])
      return TRUE;
  return !orienta_plan_is_cheapest (self, outcome);
}

/* Gives services first come, first served. Returns whether nothing better could be found: nobody is left without who
 * has one that would do, nor with slots that are worth more than others. */
gboolean
orienta_plan_make_first (const OrientaPlan *self, OrientaOutcome *outcome)
{
  if (self->mode == ORIENTA_SUPPORT_IGNORED)
    return TRUE;
  g_autoptr (GArray) offers = orienta_plan_list_offers (self, outcome);
  take_first (self, offers, outcome);
  return !is_short (self, offers, outcome);
}

/* Gives each matched household that needs it a service; those for whom there is none are noted as lacking. First come
 * is tried before all at once: mostly there is enough for everybody. FALSE when cancelled. */
gboolean
orienta_plan_make (const OrientaPlan *self, OrientaOutcome *outcome, OrientaProgress *progress, GError **error)
{
  if (self->mode == ORIENTA_SUPPORT_IGNORED)
    return TRUE;
  g_autoptr (GArray) offers = orienta_plan_list_offers (self, outcome);
  take_first (self, offers, outcome);
  if (!is_short (self, offers, outcome) || !orienta_has_highs ())
    return TRUE;
  for (guint row = 0; row < self->board->n_rows; row++) {
    outcome->lacking[row] = outcome->lacking[row] || outcome->services[row] >= 0;
    outcome->services[row] = -1;
  }
  return take_best (self, offers, outcome, progress, error);
}

guint
orienta_plan_count_lacking (const OrientaPlan *self, const OrientaOutcome *outcome)
{
  guint n = 0;
  for (guint row = 0; row < self->board->n_rows; row++)
    n += outcome->lacking[row];
  return n;
}
