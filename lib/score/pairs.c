/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "base/memory-private.h"
#include "score/pairs-private.h"
#include "score/vector-private.h"

#include <string.h>

#define MOST_PAIRS 500000000
#define OPEN_PAIRS "pairs that the rules leave open"

struct OrientaPairs {
  gatomicrefcount references;
  OrientaBinding *binding;
  guint n_households;
  gsize *first; /* by household: its first pair; one more at the end */
  guint32 *units;
  gint64 *points;
  guint8 *status;
};

/* -- pairs as they are found -- */

/* The pairs that one thread found, in its order. */
typedef struct {
  gsize n, room;
  guint32 *units;
  gint64 *points;
  guint8 *status;
} Heap;

/* Where a household's pairs lie until all are known. */
typedef struct {
  guint thread;
  guint n;
  gsize start;
} Held;

struct OrientaFinds {
  guint n_threads;
  Heap *heaps; /* by thread */
  Held *held;  /* by household */
  gsize n;     /* atomic: pairs found */
  gint full;   /* atomic: they are too many */
};

static gboolean
make_room (Heap *self, gsize n)
{
  if (self->n + n <= self->room)
    return TRUE;
  gsize room = MAX (self->room + self->room / 2, self->n + n + 4096);
  if (!orienta_memory_grow (&self->units, room, sizeof (guint32))
      || !orienta_memory_grow (&self->points, room, sizeof (gint64))
      || !orienta_memory_grow (&self->status, room, sizeof (guint8)))
    return FALSE;
  self->room = room;
  return TRUE;
}

/* How many pairs a row has. */
guint
orienta_row_count (const OrientaRow *self)
{
  return self->points.units ? self->points.n : orienta_vector_count_bits (self->possible, self->n_words);
}

static void
fill_points (const OrientaRow *row, guint n, guint32 *units, gint64 *points)
{
  const OrientaPointsColumn *column = &row->points;
  if (n > 0 && column->units) {
    memcpy (units, column->units, n * sizeof (guint32));
    orienta_vector_widen (points, n, column->few);
    return;
  }
  orienta_vector_list_bits (units, row->n_words, row->possible);
  if (column->narrow)
    orienta_vector_collect (points, n, units, column->narrow);
  for (guint i = 0; i < n && column->wide; i++)
    points[i] = column->wide[units[i]];
}

/* Writes a row's pairs, of which orienta_row_count() has told how many there are. */
void
orienta_row_list (const OrientaRow *self, guint n, guint32 *units, gint64 *points, guint8 *status)
{
  fill_points (self, n, units, points);
  for (guint i = 0; i < n; i++)
    status[i] = (guint8) orienta_row_status (self, units[i]);
}

static gboolean
hold (const OrientaRow *row, guint thread, gpointer data)
{
  OrientaFinds *self = data;
  Heap *heap = &self->heaps[thread];
  guint n = orienta_row_count (row);
  if (__atomic_add_fetch (&self->n, n, __ATOMIC_RELAXED) > MOST_PAIRS || !make_room (heap, n)) {
    g_atomic_int_set (&self->full, 1);
    return FALSE;
  }
  orienta_row_list (row, n, heap->units + heap->n, heap->points + heap->n, heap->status + heap->n);
  self->held[row->household] = (Held){ thread, n, heap->n };
  heap->n += n;
  return TRUE;
}

/* Whether all that was found could be kept. */
static gboolean
check_full (const OrientaFinds *self, GError **error)
{
  if (!g_atomic_int_get (&self->full))
    return TRUE;
  if (self->n > MOST_PAIRS)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "more than %d " OPEN_PAIRS ", expected fewer", MOST_PAIRS);
  else
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "\"%" G_GSIZE_FORMAT "\" " OPEN_PAIRS " and more, expected fewer: there is no memory for them",
                 self->n);
  return FALSE;
}

/* Every pair that is not refused, each household's together. NULL with ORIENTA_ERROR_CANCELLED or
 * ORIENTA_ERROR_LIMIT. Free with orienta_finds_free(). */
OrientaFinds *
orienta_finds_new (const OrientaBinding *binding, OrientaEvidence level, guint n_threads, OrientaProgress *progress,
                   GError **error)
{
  g_autoptr (OrientaFinds) self = g_new0 (OrientaFinds, 1);
  self->n_threads = n_threads;
  self->heaps = g_new0 (Heap, n_threads);
  self->held = g_new (Held, binding->reg->n_households);
  gboolean done =
      orienta_sweep (binding, level, n_threads, "scoring", progress, hold, self, error) && check_full (self, error);
  return done ? g_steal_pointer (&self) : NULL;
}

void
orienta_finds_free (OrientaFinds *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_threads; i++) {
    g_free (self->heaps[i].units);
    g_free (self->heaps[i].points);
    g_free (self->heaps[i].status);
  }
  g_free (self->heaps);
  g_free (self->held);
  g_free (self);
}

/* The pairs of one household, the lowest unit first. Borrowed. */
OrientaFind
orienta_finds_get (const OrientaFinds *self, guint household)
{
  const Held *held = &self->held[household];
  const Heap *heap = &self->heaps[held->thread];
  if (held->n == 0)
    return (OrientaFind){ 0, NULL, NULL, NULL };
  return (OrientaFind){ held->n, heap->units + held->start, heap->points + held->start, heap->status + held->start };
}

/* -- all in one row -- */

typedef struct {
  OrientaPairs *pairs;
  const OrientaFinds *finds;
  guint next; /* atomic: the first household nobody has joined */
} Joining;

static gpointer
join (gpointer data)
{
  Joining *joining = data;
  OrientaPairs *self = joining->pairs;
  guint first;
  while ((first = __atomic_fetch_add (&joining->next, 64, __ATOMIC_RELAXED)) < self->n_households)
    for (guint i = first; i < MIN (first + 64, self->n_households); i++) {
      OrientaFind find = orienta_finds_get (joining->finds, i);
      if (find.n == 0)
        continue;
      memcpy (self->units + self->first[i], find.units, find.n * sizeof (guint32));
      memcpy (self->points + self->first[i], find.points, find.n * sizeof (gint64));
      memcpy (self->status + self->first[i], find.status, find.n);
    }
  return NULL;
}

/* One heap is in order already; several are copied to their places, by all threads. */
static gboolean
join_all (OrientaPairs *self, OrientaFinds *finds, GError **error)
{
  for (guint i = 0; i < self->n_households; i++)
    self->first[i + 1] = self->first[i] + finds->held[i].n;
  gsize n = self->first[self->n_households];
  if (finds->n_threads == 1) {
    self->units = g_renew (guint32, g_steal_pointer (&finds->heaps[0].units), n);
    self->points = g_renew (gint64, g_steal_pointer (&finds->heaps[0].points), n);
    self->status = g_renew (guint8, g_steal_pointer (&finds->heaps[0].status), n);
    return TRUE;
  }
  if (!orienta_memory_check (OPEN_PAIRS, n, 13, error))
    return FALSE;
  self->units = g_new (guint32, n);
  self->points = g_new (gint64, n);
  self->status = g_new (guint8, n);
  Joining joining = { self, finds, 0 };
  orienta_sweep_share (join, &joining, finds->n_threads);
  return TRUE;
}

static OrientaPairs *
pairs_new (OrientaBinding *binding)
{
  guint n_households = binding->reg->n_households;
  OrientaPairs *self = g_new0 (OrientaPairs, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->n_households = n_households;
  self->first = g_new0 (gsize, n_households + 1);
  return self;
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
 * 13 bytes for each pair, up to three times that while they are gathered.
 *
 * Returns: (transfer full): the pairs; NULL with ORIENTA_ERROR_CANCELLED, ORIENTA_ERROR_INVALID, or ORIENTA_ERROR_LIMIT
 *   for more than 500 million pairs, or more than there is memory for
 */
OrientaPairs *
orienta_policy_pairs (OrientaPolicy *policy, OrientaRegister *reg, OrientaEvidence level, guint n_threads,
                      OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  g_autoptr (OrientaFinds) finds =
      orienta_finds_new (binding, level, orienta_sweep_threads (n_threads), progress, error);
  if (!finds)
    return NULL;
  g_autoptr (OrientaPairs) self = pairs_new (binding);
  return join_all (self, finds, error) ? g_steal_pointer (&self) : NULL;
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
  orienta_binding_unref (self->binding);
  g_free (self->first);
  g_free (self->units);
  g_free (self->points);
  g_free (self->status);
  g_free (self);
}

/* The policy that it was made under. Borrowed. */
OrientaPolicy *
orienta_pairs_get_policy (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->policy;
}

/* The register that it speaks of. Borrowed. */
OrientaRegister *
orienta_pairs_get_register (const OrientaPairs *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->reg;
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
