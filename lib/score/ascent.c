/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/ascent-private.h"

#include "score/vector-private.h"

/* Whether the right side of a test stays put while the unit changes. */
static gboolean
limit_is_fixed (const OrientaBinding *binding, const OrientaCondition *test)
{
  if (test->operand == ORIENTA_OPERAND_CONSTANT)
    return TRUE;
  OrientaCondition limit = { .kind = ORIENTA_CONDITION_TEST,
                             .attribute = ORIENTA_HOUSEHOLD_ADULTS,
                             .operand = test->operand,
                             .index = test->index };
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_condition (reads, binding, &limit);
  return reads->unit->len == 0 && reads->names == 0;
}

/* The unit attribute along which the answer turns at most once, or -1. */
gint
orienta_ascent_attribute (const OrientaBinding *binding, const OrientaCondition *test)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_condition (reads, binding, test);
  gboolean ordered = test->kind == ORIENTA_CONDITION_TEST && test->op >= ORIENTA_OP_LT && test->op <= ORIENTA_OP_GE;
  if (!ordered || reads->unit->len != 1 || reads->names != 0 || !limit_is_fixed (binding, test))
    return -1;
  guint along = g_array_index (reads->unit, guint, 0), attribute = test->attribute;
  gboolean monotone = attribute == along
                      || (attribute >= ORIENTA_PAIR_IN_CHOICE && attribute < ORIENTA_N_ATTRIBUTES
                          && orienta_attribute_dependence (attribute)->monotone);
  return monotone ? (gint) along : -1;
}

typedef struct {
  gint64 value;
  guint32 unit;
} Placed;

static gint
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  return (x->value > y->value) - (x->value < y->value);
}

OrientaAscent *
orienta_ascent_new (const OrientaBinding *binding, guint attribute)
{
  OrientaAscent *self = g_new0 (OrientaAscent, 1);
  guint n_units = binding->reg->n_units, padded = (n_units + 63) / 64 * 64;
  g_autofree Placed *placed = g_new (Placed, n_units);
  for (guint unit = 0; unit < n_units; unit++)
    placed[unit] = (Placed){ orienta_binding_value (binding, attribute, 0, (gint) unit), unit };
  qsort (placed, n_units, sizeof (Placed), compare_placed); /* equal values share a rank: their order is all one */
  self->binding = binding;
  self->representative = g_new (guint32, n_units);
  self->rank = orienta_vector_new (padded);
  for (guint i = 0; i < n_units; i++) {
    if (i == 0 || placed[i].value != placed[i - 1].value)
      self->representative[self->n++] = placed[i].unit;
    self->rank[placed[i].unit] = (gint32) self->n - 1;
  }
  for (guint unit = n_units; unit < padded; unit++)
    self->rank[unit] = -1;
  self->n_unknown = n_units > 0 && placed[0].value == ORIENTA_UNKNOWN;
  return self;
}

void
orienta_ascent_free (OrientaAscent *self)
{
  if (!self)
    return;
  g_free (self->representative);
  g_aligned_free (self->rank);
  g_free (self);
}

static OrientaTruth
truth_of (const OrientaAscent *self, const OrientaCondition *test, guint household, guint rank)
{
  return orienta_binding_truth (self->binding, test, household, (gint) self->representative[rank]);
}

/* Where the answer turns for one household. `test` is one that orienta_ascent_attribute() has seen. */
OrientaTurn
orienta_ascent_turn (const OrientaAscent *self, const OrientaCondition *test, guint household)
{
  OrientaTurn turn = { ORIENTA_FALSE, ORIENTA_FALSE, self->n };
  guint low = self->n_unknown, high = self->n - 1;
  if (low >= self->n)
    return turn;
  turn.before = truth_of (self, test, household, low);
  turn.after = truth_of (self, test, household, high);
  if (turn.before == turn.after)
    return turn;
  while (low + 1 < high) {
    guint middle = low + (high - low) / 2;
    *(truth_of (self, test, household, middle) == turn.before ? &low : &high) = middle;
  }
  turn.turn = high;
  return turn;
}
