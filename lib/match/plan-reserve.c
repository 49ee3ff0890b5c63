/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Slots that are kept for later: what those that a household takes of a service would be worth, and whether its points
 * reach that. */
#include "match/plan-private.h"

#include <orienta/orienta.h>

/* Where slots that are kept decide who may have which home: support is required, of the best matching. NULL elsewhere.
 */
OrientaPlan *
orienta_plan_new_charging (const OrientaBoard *board)
{
  if (!board->slot_reserves || board->options->mechanism != ORIENTA_MECHANISM_OPTIMAL)
    return NULL;
  g_autoptr (OrientaPlan) self = orienta_plan_new (board);
  return self->mode == ORIENTA_SUPPORT_REQUIRED ? g_steal_pointer (&self) : NULL;
}

/* What the slots that a household takes of a service are worth together when they are kept, in thousandths. */
gint64
orienta_plan_charge (const OrientaPlan *self, guint row, guint service)
{
  const OrientaBoard *board = self->board;
  const OrientaRegister *reg = board->binding->reg;
  const OrientaStretch *slots = &reg->services[service].slots;
  gint64 charge = 0;
  for (guint i = slots->start; board->slot_reserves && i < slots->start + slots->n; i++) {
    gint64 load = board->slot_reserves[i] > 0 ? orienta_plan_load (self, row, &reg->slots[i]) : 0;
    if (load > 0 && board->slot_reserves[i] > (ORIENTA_MOST_CHARGE - charge) / load)
      return ORIENTA_MOST_CHARGE;
    charge += load * board->slot_reserves[i];
  }
  return charge;
}

/* The same of the service that does for the household in this home and whose slots are worth least; 0 where none does,
 * or none is called for. */
gint64
orienta_plan_least_charge (const OrientaPlan *self, guint row, guint unit)
{
  gint64 least = G_MAXINT64;
  if (!orienta_plan_calls (self, row, unit))
    return 0;
  for (guint service = 0; least > 0 && service < self->n_services; service++)
    if (orienta_plan_covers (self, service, row) && orienta_plan_comes (self, service, unit))
      least = MIN (least, orienta_plan_charge (self, row, service));
  return least == G_MAXINT64 ? 0 : least;
}

/* Whether there are services that would do, and each takes slots that are kept from a pair that is worth so much. */
gboolean
orienta_plan_withholds (const OrientaPlan *self, guint row, guint unit, gint64 worth)
{
  gint64 least = orienta_plan_least_charge (self, row, unit);
  return least > 0 && worth < least;
}

/* Whether a pair may take the slots of a service: what is decided may, whatever its points. */
gboolean
orienta_plan_reaches (const OrientaPlan *self, guint row, gint64 pair, guint service)
{
  const OrientaBoard *board = self->board;
  gint64 charge = orienta_plan_charge (self, row, service);
  return charge == 0 || board->bounds[row] == ORIENTA_BOUND_KEPT
         || board->points[pair] - orienta_board_reserve (board, board->units[pair]) >= charge;
}

/* Whether everybody who has a service has one of those whose slots are worth least. */
gboolean
orienta_plan_is_cheapest (const OrientaPlan *self, const OrientaOutcome *outcome)
{
  const OrientaBoard *board = self->board;
  for (guint row = 0; board->slot_reserves && row < board->n_rows; row++)
    if (outcome->services[row] >= 0
        && orienta_plan_charge (self, row, (guint) outcome->services[row])
               > orienta_plan_least_charge (self, row, board->units[outcome->pairs[row]]))
      return FALSE;
  return TRUE;
}
