/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sitting: a commission makes the register of its day, of those who wait and of the homes that have a free place, and
 * matches it as any register is matched. */
#include "simulate/sitting-private.h"

#include <orienta/orienta.h>

#include "match/matching-private.h"
#include "model/selection-private.h"
#include "simulate/offer-private.h"

/* -- the register of the day -- */

typedef struct {
  guint32 *households, *units; /* of the world */
  guint n_households, n_units;
  gint32 *places;         /* by unit: free ones */
  OrientaDate *available; /* by unit */
} Sitting;

static void
sitting_clear (Sitting *self)
{
  g_free (self->households);
  g_free (self->units);
  g_free (self->places);
  g_free (self->available);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sitting, sitting_clear)

static guint
list_bits (const guint64 *bits, guint n_words, guint32 *list)
{
  guint n = 0;
  for (guint word = 0; word < n_words; word++)
    for (guint64 left = bits[word]; left != 0; left &= left - 1)
      list[n++] = word * 64 + (guint) __builtin_ctzll (left);
  return n;
}

/* Those who wait, ascending: as many as they are. */
void
orienta_sitting_waiting (const OrientaReplication *self, guint32 *households)
{
  guint n = list_bits (self->waits, self->world->n_households / 64 + 1, households);
  g_assert (n == self->n_waiting);
}

static void
list_households (const OrientaReplication *self, Sitting *sitting)
{
  sitting->n_households = self->n_waiting;
  sitting->households = g_new (guint32, self->n_waiting);
  orienta_sitting_waiting (self, sitting->households);
}

/* Those with a free place, and those where somebody who waits holds one. */
static void
list_units (const OrientaReplication *self, Sitting *sitting)
{
  guint n_words = self->world->n_units / 64 + 1;
  g_autofree guint64 *bits = g_memdup2 (self->vacant, n_words * sizeof (guint64));
  for (guint i = 0; i < sitting->n_households; i++) {
    gint32 own = self->seekers[sitting->households[i]].own;
    if (own >= 0)
      orienta_bits_set (bits, self->places[own].unit);
  }
  sitting->units = g_new (guint32, self->world->n_units);
  sitting->n_units = list_bits (bits, n_words, sitting->units);
}

/* A home is available from when its first free place is; what was free on the first day as the register says. */
OrientaDate
orienta_sitting_available (const OrientaReplication *self, guint unit)
{
  const OrientaFree *free = &self->free[unit];
  OrientaDate stated = self->world->units[unit].available_from;
  gint64 since = free->n > 0 ? self->places[free->first].free_since : 0;
  if (since == 0 && stated != ORIENTA_NO_DATE)
    return stated;
  return self->scenario->start + (OrientaDate) (since / ORIENTA_DAY);
}

static OrientaRegister *
register_of_day (const OrientaReplication *self, Sitting *sitting)
{
  list_households (self, sitting);
  list_units (self, sitting);
  sitting->places = g_new (gint32, sitting->n_units);
  sitting->available = g_new (OrientaDate, sitting->n_units);
  for (guint i = 0; i < sitting->n_units; i++) {
    sitting->places[i] = (gint32) self->free[sitting->units[i]].n;
    sitting->available[i] = orienta_sitting_available (self, sitting->units[i]);
  }
  OrientaSelection selection = { .as_of = self->world->as_of,
                                 .n_households = sitting->n_households,
                                 .n_units = sitting->n_units,
                                 .households = sitting->households,
                                 .units = sitting->units,
                                 .places = sitting->places,
                                 .available = sitting->available };
  return orienta_register_select (self->world, &selection);
}

/* -- who is offered what -- */

/* Pairs in the order in which people move. Whoever would go to a place that another has first to leave waits for a
 * commission that finds it free. */
static GArray *
list_offers (const OrientaReplication *self, const Sitting *sitting, const OrientaMatching *matching)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (OrientaOffer));
  g_autofree guint32 *left = g_new (guint32, sitting->n_units);
  for (guint i = 0; i < sitting->n_units; i++)
    left[i] = self->free[sitting->units[i]].n;
  for (guint i = 0; i < matching->moves->len; i++) {
    const OrientaMatched *pair = &matching->pairs[g_array_index (matching->moves, OrientaMove, i).pair];
    if (left[pair->unit] == 0)
      continue;
    left[pair->unit]--;
    OrientaOffer offer = { .household = sitting->households[pair->household],
                           .unit = sitting->units[pair->unit],
                           .service = pair->service,
                           .points = pair->points,
                           .mechanism = (guint8) matching->options->mechanism };
    g_array_append_val (offers, offer);
  }
  return offers;
}

/* By orienta_match(); NULL as it. */
GArray *
orienta_sitting_match (OrientaReplication *self, const OrientaMatchOptions *options, GError **error)
{
  g_auto (Sitting) sitting = { 0 };
  g_autoptr (OrientaRegister) reg = register_of_day (self, &sitting);
  g_autoptr (OrientaMatching) matching =
      orienta_match_bare (self->policy->policy, reg, (OrientaMatchOptions *) options, self->inner, error);
  if (!matching) {
    g_autofree char *day = orienta_date_format (self->world->as_of);
    g_prefix_error (error, "commission of %s, replication %" G_GUINT64_FORMAT ": ", day, self->dice.replication);
    return NULL;
  }
  return list_offers (self, &sitting, matching);
}
