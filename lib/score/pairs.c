/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "score/sweep-private.h"

#include <string.h>

struct OrientaPairs {
  gatomicrefcount references;
  guint n_households;
  gsize *first; /* by household: its first pair; one more at the end */
  guint32 *units;
  gint64 *points;
  guint8 *status;
};

/* A household's pairs until all are known. */
typedef struct {
  guint n;
  guint32 *units;
  gint64 *points;
  guint8 *status;
} Held;

static void
hold (const OrientaRow *row, guint thread, gpointer data)
{
  Held *held = (Held *) data + row->household;
  for (guint word = 0; word < row->n_words; word++)
    held->n += (guint) __builtin_popcountll (row->possible[word]);
  held->units = g_new (guint32, held->n);
  held->points = g_new (gint64, held->n);
  held->status = g_new (guint8, held->n);
  guint n = 0;
  for (guint word = 0; word < row->n_words; word++)
    for (guint64 bits = row->possible[word]; bits != 0; n++) {
      guint unit = orienta_row_next (&bits, word);
      held->units[n] = unit;
      held->points[n] = orienta_points_get (&row->points, unit);
      held->status[n] = (guint8) orienta_row_status (row, unit);
    }
}

static void
held_free (Held *held, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_free (held[i].units);
    g_free (held[i].points);
    g_free (held[i].status);
  }
  g_free (held);
}

static void
join (OrientaPairs *self, Held *held)
{
  for (guint i = 0; i < self->n_households; i++)
    self->first[i + 1] = self->first[i] + held[i].n;
  gsize n = self->first[self->n_households];
  self->units = g_new (guint32, n);
  self->points = g_new (gint64, n);
  self->status = g_new (guint8, n);
  for (guint i = 0; i < self->n_households; i++) {
    if (held[i].n == 0)
      continue;
    memcpy (self->units + self->first[i], held[i].units, held[i].n * sizeof (guint32));
    memcpy (self->points + self->first[i], held[i].points, held[i].n * sizeof (gint64));
    memcpy (self->status + self->first[i], held[i].status, held[i].n);
    g_clear_pointer (&held[i].units, g_free);
    g_clear_pointer (&held[i].points, g_free);
    g_clear_pointer (&held[i].status, g_free);
  }
}

/**
 * orienta_policy_pairs:
 * @level: what the points may rest on
 * @n_threads: 0 for one for each processor; the result does not depend on it
 * @progress: (nullable): counts households
 *
 * Every pair that is not refused, with its points and whether it is to be verified.
 *
 * Complexity: for each household, the units / 64 for each rule plus its pairs for each criterion that reads the unit;
 * 13 bytes for each pair, twice that while the columns are joined.
 *
 * Returns: (transfer full): the pairs; NULL with ORIENTA_ERROR_CANCELLED or ORIENTA_ERROR_INVALID
 */
OrientaPairs *
orienta_policy_pairs (OrientaPolicy *policy, OrientaRegister *reg, OrientaEvidence level, guint n_threads,
                      OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  guint n = reg->n_households;
  Held *held = g_new0 (Held, n);
  OrientaPairs *self = NULL;
  if (orienta_sweep (binding, level, orienta_sweep_threads (n_threads), "scoring", progress, hold, held, error)) {
    self = g_new0 (OrientaPairs, 1);
    g_atomic_ref_count_init (&self->references);
    self->n_households = n;
    self->first = g_new0 (gsize, n + 1);
    join (self, held);
  }
  held_free (held, n);
  return self;
}

OrientaPairs *
orienta_pairs_ref (OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_pairs_unref (OrientaPairs *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->first);
  g_free (self->units);
  g_free (self->points);
  g_free (self->status);
  g_free (self);
}

/* The number of pairs. */
gsize
orienta_pairs_get_n (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->first[self->n_households];
}

/* Where a household's pairs begin; they end where the next one's do. `household` may be the number of households. */
gsize
orienta_pairs_get_first (const OrientaPairs *self, guint household)
{
  g_return_val_if_fail (self != NULL && household <= self->n_households, 0);
  return self->first[household];
}

/* The unit of each pair, as its place in the register. */
const guint32 *
orienta_pairs_get_units (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->units;
}

/* The points of each pair, in thousandths. */
const gint64 *
orienta_pairs_get_points (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->points;
}

/* The #OrientaStatus of each pair: eligible or to be verified. */
const guint8 *
orienta_pairs_get_status (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->status;
}
