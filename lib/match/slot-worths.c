/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a slot is worth where support is preferred and decides nothing about homes: of those who are housed and call for
 * a service, some have one; one slot less leaves somebody without, and that household's points are what it costs. Where
 * every household takes one slot of one kind this is a matching of households and services; else a program. */
#include "match/plan-private.h"

#include <orienta/orienta.h>

typedef struct {
  const OrientaPlan *plan;
  const GArray *offers; /* of OrientaPlanOffer, by row */
  const OrientaOutcome *outcome;
  gint64 *gains, *losses; /* by slot of the register */
} Pricing;

static const OrientaPlanOffer *
offer_at (const Pricing *self, guint i)
{
  return &g_array_index (self->offers, OrientaPlanOffer, i);
}

/* What it counts that the household has a service. */
static gint64
value_of (const Pricing *self, const OrientaPlanOffer *offer)
{
  return MAX (self->plan->board->points[self->outcome->pairs[offer->row]], 0);
}

/* -- one slot each -- */

static gboolean
takes_one (const Pricing *self)
{
  const OrientaRegister *reg = self->plan->board->binding->reg;
  for (guint i = 0; i < self->offers->len; i++) {
    const OrientaStretch *slots = &reg->services[offer_at (self, i)->service].slots;
    if (slots->n > 1
        || (slots->n == 1 && orienta_plan_load (self->plan, offer_at (self, i)->row, &reg->slots[slots->start]) != 1))
      return FALSE;
  }
  return TRUE;
}

/* Households that have an offer, in order, as the rows of a matching. Returns how many there are. */
static guint
lay_rows (const Pricing *self, gint64 *first, guint32 *columns, gint64 *values)
{
  guint n = 0;
  for (guint i = 0; i < self->offers->len; i++) {
    const OrientaPlanOffer *offer = offer_at (self, i);
    if (i == 0 || offer->row != offer_at (self, i - 1)->row)
      first[n++] = i;
    columns[i] = offer->service;
    values[i] = value_of (self, offer);
  }
  first[n] = self->offers->len;
  return n;
}

static gboolean
price_by_matching (const Pricing *self, OrientaProgress *progress, GError **error)
{
  const OrientaRegister *reg = self->plan->board->binding->reg;
  guint n = self->offers->len, n_services = reg->n_services;
  g_autofree gint64 *first = g_new (gint64, (gsize) n + 1), *values = g_new (gint64, n);
  g_autofree guint32 *columns = g_new (guint32, n), *capacities = g_new (guint32, n_services);
  guint n_rows = lay_rows (self, first, columns, values);
  for (guint i = 0; i < n_services; i++)
    capacities[i] = reg->services[i].slots.n > 0 ? (guint32) reg->slots[reg->services[i].slots.start].amount : n_rows;
  g_autoptr (OrientaAssignment) best =
      orienta_assign (n_rows, n_services, first, columns, values, capacities, progress, error);
  g_autoptr (OrientaMargins) margins =
      best ? orienta_assign_margins (best, first, columns, values, capacities, progress, error) : NULL;
  for (guint i = 0; margins && i < n_services; i++)
    if (reg->services[i].slots.n > 0) {
      self->gains[reg->services[i].slots.start] = orienta_margins_get_gains (margins, 0)[i];
      self->losses[reg->services[i].slots.start] = orienta_margins_get_losses (margins, 0)[i];
    }
  return margins != NULL;
}

/* -- loads of any kind -- */

static OrientaProgram *
program_of (const Pricing *self, guint *limits, GError **error)
{
  const OrientaRegister *reg = self->plan->board->binding->reg;
  OrientaProgram *program = orienta_program_new (self->offers->len, 1, error);
  if (!program)
    return NULL;
  g_autofree gint64 *values = g_new (gint64, (gsize) self->offers->len + 1);
  for (guint i = 0; i < self->offers->len; i++)
    values[i] = value_of (self, offer_at (self, i));
  orienta_program_set_values (program, 0, self->offers->len, values);
  orienta_plan_limit_rows (program, self->offers);
  for (guint service = 0; service < reg->n_services; service++)
    for (guint i = 0; i < reg->services[service].slots.n; i++) {
      guint slot = reg->services[service].slots.start + i;
      limits[slot] = orienta_program_get_n_limits (program);
      orienta_plan_limit_slot (self->plan, program, self->offers, service, &reg->slots[slot]);
    }
  return program;
}

/* The total with one limit moved. */
static gboolean
find_total (OrientaProgram *program, guint limit, gint64 by, gint64 *total, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaSolution) solution = orienta_program_solve_with (program, limit, by, 0, progress, error);
  if (!solution)
    return FALSE;
  *total = orienta_solution_get_total (solution, 0);
  return TRUE;
}

static gboolean
price_by_program (const Pricing *self, OrientaProgress *progress, GError **error)
{
  const OrientaRegister *reg = self->plan->board->binding->reg;
  g_autofree guint *limits = g_new (guint, reg->n_slots);
  g_autoptr (OrientaProgram) program = program_of (self, limits, error);
  g_autoptr (OrientaSolution) best = program ? orienta_program_solve (program, 0, progress, error) : NULL;
  if (!best)
    return FALSE;
  orienta_program_set_start (program, orienta_solution_get_chosen (best));
  gint64 total = orienta_solution_get_total (best, 0), more, less = total;
  for (guint slot = 0; slot < reg->n_slots; slot++) {
    gboolean full = orienta_solution_get_activity (best, limits[slot]) == reg->slots[slot].amount;
    if (!find_total (program, limits[slot], 1, &more, progress, error)
        || (full && reg->slots[slot].amount > 0 && !find_total (program, limits[slot], -1, &less, progress, error)))
      return FALSE;
    self->gains[slot] = more - total;
    self->losses[slot] = full && reg->slots[slot].amount > 0 ? total - less : 0;
  }
  return TRUE;
}

/* -- both -- */

static OrientaOutcome *
outcome_of (const OrientaMatching *self, const OrientaBoard *board)
{
  OrientaOutcome *outcome = orienta_outcome_new (board->n_rows);
  for (guint i = 0; i < self->n_pairs; i++) {
    guint row = board->rows[self->pairs[i].household];
    outcome->pairs[row] = orienta_board_find (board, row, self->pairs[i].unit);
  }
  return outcome;
}

/* Leaves alone what is worth nothing. FALSE as orienta_match(); also ORIENTA_ERROR_MISSING without HiGHS, where
 * households take several slots or kinds of them. */
gboolean
orienta_matching_price_slots (const OrientaMatching *self, gint64 *gains, gint64 *losses, OrientaProgress *progress,
                              GError **error)
{
  g_autoptr (OrientaBoard) board = orienta_board_new (self->binding, self->options, progress, error);
  if (!board)
    return FALSE;
  g_autoptr (OrientaPlan) plan = orienta_plan_new (board);
  g_autoptr (OrientaOutcome) outcome = outcome_of (self, board);
  g_autoptr (GArray) offers = orienta_plan_list_offers (plan, outcome);
  Pricing pricing = { plan, offers, outcome, gains, losses };
  if (offers->len == 0)
    return TRUE;
  return takes_one (&pricing) ? price_by_matching (&pricing, progress, error)
                              : price_by_program (&pricing, progress, error);
}
