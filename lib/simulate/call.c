/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Home by home, each to the first of its list: the sequential mechanism on lists that are kept. Where they stay as they
 * are, only homes where somebody or some place has come since are gone through. */
#include "match/plan-private.h"
#include "score/ranking-private.h"
#include "simulate/commission-private.h"
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
    guint64 bits = self->vacant[word] & (self->lists ? self->alert[word] : G_MAXUINT64);
    for (; bits != 0; bits &= bits - 1) {
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
call (OrientaReplication *self, guint unit, guint household, gint64 points, GArray *offers)
{
  OrientaOffer offer = {
    .household = household, .unit = unit, .service = -1, .points = points, .mechanism = ORIENTA_MECHANISM_SEQUENTIAL
  };
  orienta_commission_leave (self, household);
  g_array_append_val (offers, offer);
}

/* Those who are called are on no list any more. */
static void
call_unit (OrientaReplication *self, guint unit, GArray *offers)
{
  guint n = self->free[unit].n;
  if (self->lists) {
    gint64 points;
    gint household;
    for (; n > 0 && (household = orienta_lists_first (self->lists, unit, &points)) >= 0; n--)
      call (self, unit, (guint) household, points, offers);
    return;
  }
  OrientaList first = orienta_rolls_call (self->rolls, unit, n);
  for (guint i = 0; i < first.n; i++)
    call (self, unit, first.candidates[i].household, first.candidates[i].points, offers);
  g_free (first.candidates);
}

static gint
compare_offers (gconstpointer a, gconstpointer b)
{
  const OrientaOffer *x = a, *y = b;
  return (x->household > y->household) - (x->household < y->household);
}

/* -- support -- */

/* Households in the policy's order, and the pairs of those among them who are called, as a matching has them. */
typedef struct {
  OrientaBoard board;
  OrientaPlan *plan;
  OrientaOutcome *outcome;
} Support;

static void
support_init (Support *self, const OrientaReplication *replication, const OrientaMatchOptions *options, guint n,
              guint32 *households, const GArray *offers)
{
  guint pair = 0;
  self->board = (OrientaBoard){ .binding = replication->policy, .options = options, .n_rows = n };
  self->board.n_units = replication->world->n_units;
  self->board.households = households;
  self->board.units = g_new (guint32, offers->len);
  self->board.points = g_new (gint64, offers->len);
  self->board.status = g_new0 (guint8, offers->len);
  self->board.bounds = g_new0 (guint8, n);
  self->outcome = orienta_outcome_new (n);
  for (guint row = 0; row < n && pair < offers->len; row++) {
    const OrientaOffer *offer = &g_array_index (offers, OrientaOffer, pair);
    if (offer->household != households[row])
      continue;
    self->board.units[pair] = offer->unit;
    self->board.points[pair] = offer->points;
    self->outcome->pairs[row] = pair++;
  }
  gboolean known = orienta_board_read_reserves (&self->board, NULL);
  g_assert (known); /* the setting has found them all */
  self->plan = orienta_plan_new (&self->board);
}

static void
support_clear (Support *self)
{
  orienta_plan_free (self->plan);
  orienta_outcome_free (self->outcome);
  g_free (self->board.units);
  g_free (self->board.points);
  g_free (self->board.status);
  g_free (self->board.bounds);
  g_free (self->board.reserves);
  g_free (self->board.slot_reserves);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Support, support_clear)

static void
read_services (const Support *self, GArray *offers)
{
  for (guint row = 0; row < self->board.n_rows; row++)
    if (self->outcome->pairs[row] >= 0)
      g_array_index (offers, OrientaOffer, self->outcome->pairs[row]).service = self->outcome->services[row];
}

static gint
compare_called (gconstpointer a, gconstpointer b, gpointer ranking)
{
  const OrientaOffer *x = a, *y = b;
  return orienta_ranking_compare_households (ranking, x->household, y->household);
}

/* First come, first served. Returns whether nobody goes without who might have support otherwise. */
static gboolean
support_first (const OrientaReplication *self, const OrientaMatchOptions *options, GArray *offers)
{
  g_auto (Support) support;
  g_autofree guint32 *households = g_new (guint32, offers->len);
  for (guint i = 0; i < offers->len; i++)
    households[i] = g_array_index (offers, OrientaOffer, i).household;
  support_init (&support, self, options, offers->len, households, offers);
  gboolean enough = orienta_plan_make_first (support.plan, support.outcome);
  read_services (&support, offers);
  return enough || offers->len == 1;
}

/* As many as can be. How the called stand among all who wait counts then. FALSE when cancelled. */
static gboolean
support_most (const OrientaReplication *self, const OrientaMatchOptions *options, OrientaRanking *ranking,
              GArray *offers, GError **error)
{
  g_auto (Support) support;
  g_autofree guint32 *households = g_new (guint32, self->n_waiting);
  orienta_sitting_waiting (self, households);
  orienta_ranking_order_households (ranking, self->n_waiting, households);
  support_init (&support, self, options, self->n_waiting, households, offers);
  if (!orienta_plan_make (support.plan, support.outcome, self->inner, error))
    return FALSE;
  read_services (&support, offers);
  return TRUE;
}

/* As the plan of a matching does. FALSE when cancelled. */
static gboolean
give_support (const OrientaReplication *self, const OrientaMatchOptions *options, GArray *offers, GError **error)
{
  if (self->world->n_services == 0 || offers->len == 0)
    return TRUE;
  g_autoptr (OrientaRanking) ranking = orienta_ranking_new (self->policy, options->seed);
  g_qsort_with_data (offers->data, (gint) offers->len, sizeof (OrientaOffer), compare_called, ranking);
  return support_first (self, options, offers) || support_most (self, options, ranking, offers, error);
}

/* -- one commission -- */

/* Ages are of the day where they count. */
static void
renew_rolls (OrientaReplication *self)
{
  g_autofree guint32 *waiting = g_new (guint32, self->n_waiting);
  orienta_sitting_waiting (self, waiting);
  for (guint i = 0; i < self->n_waiting; i++)
    if (orienta_rolls_is_due (self->rolls, waiting[i]))
      orienta_replication_age (self, waiting[i]);
  orienta_rolls_renew (self->rolls, self->n_waiting, waiting);
}

/* The same as orienta_sitting_match(), from the lists. NULL when cancelled. */
GArray *
orienta_sitting_call (OrientaReplication *self, const OrientaMatchOptions *options, GError **error)
{
  if (self->rolls)
    renew_rolls (self);
  g_autoptr (GArray) turns = list_turns (self, options->unit_order);
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (OrientaOffer));
  for (guint i = 0; i < turns->len; i++)
    call_unit (self, g_array_index (turns, Turn, i).unit, offers);
  if (!give_support (self, options, offers, error))
    return NULL;
  if (offers->len > 1)
    qsort (offers->data, offers->len, sizeof (OrientaOffer), compare_offers);
  return g_steal_pointer (&offers);
}
