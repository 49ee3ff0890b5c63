/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/ladder-private.h"

static OrientaCondition
test_of_band (const OrientaCriterion *criterion, guint band)
{
  return (OrientaCondition){ .kind = ORIENTA_CONDITION_TEST,
                             .attribute = (guint) criterion->attribute,
                             .op = criterion->strict ? ORIENTA_OP_GT : ORIENTA_OP_GE,
                             .operand = ORIENTA_OPERAND_CONSTANT,
                             .constant = criterion->bands[band].from };
}

/* FALSE, and nothing to be cleared, for a criterion of another kind. Its conditions are left to the caller. */
gboolean
orienta_ladder_init (OrientaLadder *self, const OrientaBinding *binding, const OrientaCriterion *criterion)
{
  if (criterion->way != ORIENTA_WAY_BANDS || criterion->divisor >= 0)
    return FALSE;
  OrientaCondition first = test_of_band (criterion, 0);
  gint along = orienta_ascent_attribute (binding, &first);
  if (along < 0)
    return FALSE;
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_condition (reads, binding, &first);
  self->ascent = orienta_ascent_new (binding, (guint) along);
  self->households = orienta_classes_of_households (binding, reads);
  self->n_steps = criterion->n_bands + 1;
  self->tests = g_new (OrientaCondition, criterion->n_bands);
  self->worths = g_new (gint32, criterion->n_bands);
  for (guint i = 0; i < criterion->n_bands; i++) {
    gint64 before = i == 0 ? 0 : criterion->bands[i - 1].points;
    self->tests[i] = test_of_band (criterion, i);
    self->worths[i] = (gint32) (criterion->bands[i].points - before);
  }
  return TRUE;
}

void
orienta_ladder_clear (OrientaLadder *self)
{
  orienta_ascent_free (self->ascent);
  orienta_classes_free (self->households);
  g_free (self->tests);
  g_free (self->worths);
}

void
orienta_ladder_memory_init (OrientaLadderMemory *self, const OrientaLadder *ladder)
{
  self->known = g_new0 (guint8, ladder->households->n);
  self->steps = g_new (gint32, 2 * (gsize) ladder->n_steps * ladder->households->n);
}

void
orienta_ladder_memory_clear (OrientaLadderMemory *self)
{
  g_free (self->known);
  g_free (self->steps);
}

/* A band that is reached under its turn counts from the first known value on, and stops at the turn. */
static void
find_steps (const OrientaLadder *self, guint household, gint32 *places, gint32 *worths)
{
  places[0] = (gint32) self->ascent->n_unknown;
  worths[0] = 0;
  for (guint i = 0; i + 1 < self->n_steps; i++) {
    OrientaTurn turn = orienta_ascent_turn (self->ascent, &self->tests[i], household);
    gint32 before = turn.before == ORIENTA_TRUE ? self->worths[i] : 0;
    gint32 after = turn.after == ORIENTA_TRUE ? self->worths[i] : 0;
    worths[0] += before;
    places[i + 1] = (gint32) turn.turn;
    worths[i + 1] = after - before;
  }
}

/* Two arrays of n_steps, one behind the other: a unit of that rank or a higher one gets that many points more. */
const gint32 *
orienta_ladder_steps (const OrientaLadder *self, OrientaLadderMemory *memory, guint household)
{
  guint32 class = self->households->of[household];
  gint32 *steps = memory->steps + 2 * (gsize) self->n_steps * class;
  if (!memory->known[class])
    find_steps (self, household, steps, steps + self->n_steps);
  memory->known[class] = 1;
  return steps;
}
