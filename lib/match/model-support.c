/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Support in the program, where it is required: a variable for each household with each service that would do, slots,
 * and what ties them to the homes. */
#include "match/bounded-private.h"
#include "match/program-private.h"

#include <orienta/orienta.h>

#define MOST_BITS 64 /* services of one household beyond which its homes are tied one by one */

gboolean
orienta_model_requires_support (const OrientaModel *self)
{
  return self->limits->plan->mode == ORIENTA_SUPPORT_REQUIRED;
}

/* Whether there is a service for the household that comes there, where the pair calls for one. */
gboolean
orienta_model_can_support (const OrientaModel *self, guint row, guint unit)
{
  const OrientaPlan *plan = self->limits->plan;
  if (!orienta_model_requires_support (self) || !orienta_plan_calls (plan, row, unit))
    return TRUE;
  for (guint service = 0; service < plan->n_services; service++)
    if (orienta_plan_covers (plan, service, row) && orienta_plan_comes (plan, service, unit))
      return TRUE;
  return FALSE;
}

/* Whether a pair of the row is of the tier; where no slots are kept there is one tier for all. */
static gboolean
has_tier (const OrientaBoard *board, guint row, guint tier)
{
  if (!board->charges || !board->tiers)
    return tier == 0;
  for (gint64 i = board->first[row]; i < board->first[row + 1]; i++)
    if (board->tiers[i] == tier)
      return TRUE;
  return FALSE;
}

/* More than a program takes are not listed: it will be refused. */
void
orienta_model_list_helps (OrientaModel *self)
{
  const OrientaPlan *plan = self->limits->plan;
  guint n_tiers = self->board->binding->policy->n_tiers;
  for (guint row = 0; orienta_model_requires_support (self) && row < self->board->n_rows; row++)
    for (guint service = 0; plan->needs[row] != 0 && service < plan->n_services; service++)
      for (guint tier = 0; orienta_plan_covers (plan, service, row) && tier <= n_tiers; tier++)
        if (has_tier (self->board, row, tier) && self->helps->len <= ORIENTA_MAX_TERMS) {
          OrientaHelp help = { row, service, tier };
          g_array_append_val (self->helps, help);
        }
}

/* At the level of its tier's points, what its slots are worth when kept is lost. */
gint64
orienta_model_help_value (const OrientaModel *self, guint number, guint level)
{
  const OrientaHelp *help = &g_array_index (self->helps, OrientaHelp, number);
  const OrientaMatchLevel *own = &self->board->levels[level];
  if (!self->board->charges || own->kind != ORIENTA_LEVEL_POINTS || own->tier != help->tier)
    return 0;
  return -orienta_plan_charge (self->limits->plan, help->row, help->service);
}

/* The slots of one dimension of one service. */
void
orienta_model_limit_service (OrientaModel *self, guint number)
{
  const OrientaLimitRow *limit = orienta_limits_get (self->limits, number);
  const OrientaSlot *slot = &self->board->binding->reg->slots[limit->slot];
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->helps->len; i++) {
    const OrientaHelp *help = &g_array_index (self->helps, OrientaHelp, i);
    guint32 variable = self->n_pairs + i;
    if (help->service != limit->quota)
      continue;
    gint64 load = orienta_plan_load (self->limits->plan, help->row, slot);
    g_array_append_val (variables, variable);
    g_array_append_val (weights, load);
  }
  orienta_model_add_limit (self, limit->limit.id, (OrientaLimitSource){ (gint32) number, -1, -1 }, variables,
                           (const gint64 *) weights->data, G_MININT64, limit->limit.most);
}

/* -- ties: a household's helps are those from `first` to `end` -- */

/* Whether a help is one for a pair; -1: for any. */
static gboolean
does (const OrientaModel *self, guint number, gint64 pair)
{
  const OrientaBoard *board = self->board;
  const OrientaHelp *help = &g_array_index (self->helps, OrientaHelp, number);
  if (pair < 0)
    return TRUE;
  return orienta_plan_comes (self->limits->plan, help->service, board->units[pair])
         && (!board->charges
             || (orienta_board_tier (board, pair) == help->tier
                 && orienta_plan_reaches (self->limits->plan, help->row, pair, help->service)));
}

/* Of these pairs one is chosen at most, and then a help that does for `model`, which is like them (-1: any). */
static void
tie (OrientaModel *self, const GArray *pairs, guint first, guint end, gint64 model)
{
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 plus = 1, minus = -1;
  g_array_append_vals (variables, pairs->data, pairs->len);
  for (guint i = 0; i < pairs->len; i++)
    g_array_append_val (weights, plus);
  for (guint i = first; i < end; i++) {
    guint32 help = self->n_pairs + i;
    if (!does (self, i, model))
      continue;
    g_array_append_val (variables, help);
    g_array_append_val (weights, minus);
  }
  orienta_model_add_limit (self, NULL, orienta_no_source, variables, (const gint64 *) weights->data, G_MININT64, 0);
}

static gint64
pair_at (const OrientaModel *self, const GArray *pairs, guint i)
{
  return self->pairs[g_array_index (pairs, guint32, i)];
}

/* Which helps do for each pair, one bit each. */
static guint64 *
find_helps (const OrientaModel *self, const GArray *calling, guint first, guint end)
{
  guint64 *helps = g_new0 (guint64, calling->len);
  for (guint i = 0; i < calling->len; i++)
    for (guint help = first; help < end && help - first < MOST_BITS; help++)
      if (does (self, help, pair_at (self, calling, i)))
        helps[i] |= (guint64) 1 << (help - first);
  return helps;
}

/* Homes for which the same services do are tied to them together; and all homes to all services, which the rest implies
 * for what is whole, and not for what a relaxation chooses in part. */
static void
tie_row (OrientaModel *self, const GArray *calling, guint first, guint end)
{
  g_autofree guint64 *helps = find_helps (self, calling, first, end);
  g_autofree gboolean *done = g_new0 (gboolean, calling->len);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;
  for (guint i = 0; i < calling->len; i++) {
    if (done[i])
      continue;
    g_array_set_size (alike, 0);
    for (guint k = i; k < calling->len; k++)
      if (k == i || (!done[k] && helps[k] == helps[i] && end - first <= MOST_BITS)) {
        g_array_append_val (alike, g_array_index (calling, guint32, k));
        done[k] = TRUE;
      }
    tie (self, alike, first, end, pair_at (self, calling, i));
    n++;
  }
  if (n > 1)
    tie (self, calling, first, end, -1);
}

/* A household has one service at most. */
static void
limit_helps (OrientaModel *self, guint first, guint end)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = first; i < end; i++) {
    guint32 variable = self->n_pairs + i;
    g_array_append_val (own, variable);
  }
  if (own->len > 1)
    orienta_model_add_limit (self, NULL, orienta_no_source, own, NULL, G_MININT64, 1);
}

void
orienta_model_tie_support (OrientaModel *self)
{
  const OrientaBoard *board = self->board;
  g_autoptr (GArray) calling = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint help = 0;
  guint32 variable = 0;
  for (guint row = 0; orienta_model_requires_support (self) && row < board->n_rows; row++) {
    guint first = help;
    while (help < self->helps->len && g_array_index (self->helps, OrientaHelp, help).row == row)
      help++;
    limit_helps (self, first, help);
    g_array_set_size (calling, 0);
    for (; variable < self->n_pairs && self->rows[variable] == row; variable++)
      if (board->status[self->pairs[variable]] != ORIENTA_STAYS
          && orienta_plan_calls (self->limits->plan, row, board->units[self->pairs[variable]]))
        g_array_append_val (calling, variable);
    tie_row (self, calling, first, help);
  }
}

/* Those services that are called for; a solution may name others at no cost. */
void
orienta_model_read_services (const OrientaModel *self, const OrientaSolution *solution, OrientaOutcome *outcome)
{
  const OrientaBoard *board = self->board;
  const guint8 *chosen = orienta_solution_get_chosen (solution);
  for (guint i = 0; i < self->helps->len; i++) {
    const OrientaHelp *help = &g_array_index (self->helps, OrientaHelp, i);
    gint64 pair = outcome->pairs[help->row];
    if (chosen[self->n_pairs + i] && pair >= 0 && board->status[pair] != ORIENTA_STAYS
        && orienta_plan_calls (self->limits->plan, help->row, board->units[pair]))
      outcome->services[help->row] = (gint32) help->service;
  }
}
