/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Home by home, each to the first of its list: the sequential mechanism on lists that are kept. Only homes where
 * somebody or some place has come since are gone through. */
#include "match/plan-private.h"
#include "score/ranking-private.h"
#include "simulate/offer-private.h"
#include "simulate/sitting-private.h"

#include <stdlib.h>

/* A home whose turn it is. */
typedef struct {
  gint64 key;
  guint unit;
} Turn;

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->unit > y->unit) - (x->unit < y->unit);
}

static GArray *
list_turns (OrientaReplication *self, OrientaUnitOrder order)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  for (guint word = 0; word < self->world->n_units / 64 + 1; word++) {
    for (guint64 bits = self->alert[word] & self->vacant[word]; bits != 0; bits &= bits - 1) {
      Turn turn = { 0, word * 64 + (guint) __builtin_ctzll (bits) };
      if (order == ORIENTA_UNITS_BY_DATE)
        turn.key = orienta_sitting_available (self, turn.unit);
      g_array_append_val (turns, turn);
    }
    self->alert[word] = 0;
  }
  if (turns->len > 1)
    qsort (turns->data, turns->len, sizeof (Turn), compare_turns);
  return turns;
}

static void
call_unit (OrientaReplication *self, guint unit, GArray *offers)
{
  OrientaOffer offer = { .unit = unit, .service = -1, .mechanism = ORIENTA_MECHANISM_SEQUENTIAL };
  for (guint left = self->free[unit].n; left > 0; left--) {
    gint household = orienta_lists_first (self->lists, unit, &offer.points);
    if (household < 0)
      return;
    orienta_lists_leave (self->lists, (guint) household);
    offer.household = (guint32) household;
    g_array_append_val (offers, offer);
  }
}

static gint
compare_offers (gconstpointer a, gconstpointer b)
{
  const OrientaOffer *x = a, *y = b;
  return (x->household > y->household) - (x->household < y->household);
}

/* -- support -- */

static gint
compare_households (gconstpointer a, gconstpointer b, gpointer ranking)
{
  return orienta_ranking_compare_households (ranking, ((const OrientaOffer *) a)->household,
                                             ((const OrientaOffer *) b)->household);
}

/* A board of nothing but the pairs that are made. */
static gboolean
plan_support (const OrientaReplication *self, const OrientaMatchOptions *options, GArray *offers)
{
  guint n = offers->len;
  g_autofree guint32 *households = g_new (guint32, n), *units = g_new (guint32, n);
  g_autofree guint8 *status = g_new0 (guint8, n);
  OrientaBoard board = { .binding = self->policy, .options = options, .n_rows = n, .n_units = self->world->n_units };
  board.households = households;
  board.units = units;
  board.status = status;
  OrientaOutcome *outcome = orienta_outcome_new (n);
  for (guint i = 0; i < n; i++) {
    households[i] = g_array_index (offers, OrientaOffer, i).household;
    units[i] = g_array_index (offers, OrientaOffer, i).unit;
    outcome->pairs[i] = i;
  }
  g_autoptr (OrientaPlan) plan = orienta_plan_new (&board);
  gboolean enough = orienta_plan_make_first (plan, outcome);
  for (guint i = 0; i < n; i++)
    g_array_index (offers, OrientaOffer, i).service = outcome->services[i];
  orienta_outcome_free (outcome);
  return enough || n == 1;
}

/* As the plan of a matching does: in the order of households. FALSE where it would look for a better way. */
static gboolean
give_support (const OrientaReplication *self, const OrientaMatchOptions *options, GArray *offers)
{
  if (self->world->n_services == 0 || offers->len == 0)
    return TRUE;
  if (offers->len > 1) {
    g_autoptr (OrientaRanking) ranking = orienta_ranking_new (self->policy, options->seed);
    g_qsort_with_data (offers->data, (gint) offers->len, sizeof (OrientaOffer), compare_households, ranking);
  }
  return plan_support (self, options, offers);
}

/* The same as orienta_sitting_match(), from the lists; NULL where more than one of those called goes without support.
 */
GArray *
orienta_sitting_call (OrientaReplication *self, const OrientaMatchOptions *options)
{
  g_autoptr (GArray) turns = list_turns (self, options->unit_order);
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (OrientaOffer));
  for (guint i = 0; i < turns->len; i++)
    call_unit (self, g_array_index (turns, Turn, i).unit, offers);
  if (give_support (self, options, offers)) {
    if (offers->len > 1)
      qsort (offers->data, offers->len, sizeof (OrientaOffer), compare_offers);
    return g_steal_pointer (&offers);
  }
  for (guint i = 0; i < offers->len; i++)
    orienta_lists_enter (self->lists, g_array_index (offers, OrientaOffer, i).household, self->alert);
  return NULL;
}
