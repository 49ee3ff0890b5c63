/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Probe: one test asked for all units at once. Units that are alike in what the test reads get one question. Where they
 * are nearly all different (rents) but the answer turns only once as the value grows, a binary search finds where. */
#include "score/probe-private.h"

#include "score/vector-private.h"

#include <string.h>

#define FEW 256    /* classes of units that are worth a row of bits each */
#define STRIDE 256 /* units between two marks */

static inline void
set_bit (guint64 *bits, guint32 unit)
{
  bits[unit >> 6] |= G_GUINT64_CONSTANT (1) << (unit & 63);
}

static void
make_members (OrientaProbe *self)
{
  self->members = g_new0 (guint64, (gsize) self->units->n * self->n_words);
  for (guint32 unit = 0; unit < self->units->n_rows; unit++)
    set_bit (self->members + (gsize) self->units->of[unit] * self->n_words, unit);
}

/* The units by rank, of n ranks. */
static void
make_order (OrientaProbe *self, const guint32 *rank, guint n)
{
  guint n_units = self->units->n_rows;
  self->start = g_new0 (guint32, (gsize) n + 1);
  for (guint32 unit = 0; unit < n_units; unit++)
    self->start[rank[unit] + 1]++;
  for (guint32 i = 0; i < n; i++)
    self->start[i + 1] += self->start[i];
  g_autofree guint32 *next = g_memdup2 (self->start, n * sizeof (guint32));
  self->order = g_new (guint32, n_units);
  for (guint32 unit = 0; unit < n_units; unit++)
    self->order[next[rank[unit]]++] = unit;
}

static void
make_marks (OrientaProbe *self)
{
  guint n_units = self->units->n_rows, n_marks = n_units / STRIDE + 1;
  self->marks = g_new0 (guint64, (gsize) n_marks * self->n_words);
  for (guint mark = 1; mark < n_marks; mark++) {
    guint64 *row = self->marks + (gsize) mark * self->n_words;
    memcpy (row, row - self->n_words, self->n_words * sizeof (guint64));
    for (guint i = (mark - 1) * STRIDE; i < mark * STRIDE; i++)
      set_bit (row, self->order[i]);
  }
}

void
orienta_probe_init (OrientaProbe *self, const OrientaBinding *binding, const OrientaCondition *condition, guint n_words)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_condition (reads, binding, condition);
  memset (self, 0, sizeof *self);
  self->binding = binding;
  self->condition = condition;
  self->n_words = n_words;
  self->reads_unit = reads->unit->len > 0 || reads->names != 0;
  self->alike = reads->unit->len == 0;
  self->names = reads->names;
  if (!self->reads_unit)
    return;
  self->units = orienta_classes_of_units (binding, reads);
  self->households = orienta_classes_of_households (binding, reads);
  gint along = orienta_ascent_attribute (binding, condition);
  if (self->units->n <= FEW) {
    make_members (self);
  } else if (along >= 0) {
    self->ascent = orienta_ascent_new (binding, (guint) along);
    make_order (self, (const guint32 *) self->ascent->rank, self->ascent->n);
    make_marks (self);
  } else {
    make_order (self, self->units->of, self->units->n);
  }
}

void
orienta_probe_clear (OrientaProbe *self)
{
  orienta_classes_free (self->units);
  orienta_classes_free (self->households);
  g_free (self->members);
  orienta_ascent_free (self->ascent);
  g_free (self->order);
  g_free (self->start);
  g_free (self->marks);
}

static OrientaTruth
truth_of (const OrientaProbe *self, guint household, guint32 unit)
{
  return orienta_binding_truth (self->binding, self->condition, household, (gint) unit);
}

static void
fill (const OrientaProbe *self, OrientaBits answer, OrientaTruth truth)
{
  memset (answer.possible, truth >= ORIENTA_MAYBE ? 0xff : 0, self->n_words * sizeof (guint64));
  memset (answer.certain, truth == ORIENTA_TRUE ? 0xff : 0, self->n_words * sizeof (guint64));
}

static void
ask_members (const OrientaProbe *self, guint household, OrientaBits answer)
{
  fill (self, answer, ORIENTA_FALSE);
  for (guint32 class = 0; class < self->units->n; class ++) {
    OrientaTruth truth = truth_of (self, household, self->units->representative[class]);
    if (truth == ORIENTA_FALSE)
      continue;
    const guint64 *row = self->members + (gsize) class * self->n_words;
    orienta_vector_or (answer.possible, self->n_words, row);
    if (truth == ORIENTA_TRUE)
      orienta_vector_or (answer.certain, self->n_words, row);
  }
}

/* Adds or, with `without`, takes away the first `n` units by value. */
static void
head (const OrientaProbe *self, guint n, gboolean without, guint64 *bits)
{
  const guint64 *mark = self->marks + (gsize) (n / STRIDE) * self->n_words;
  for (guint i = 0; i < self->n_words; i++)
    bits[i] = without ? bits[i] & ~mark[i] : bits[i] | mark[i];
  for (guint i = n / STRIDE * STRIDE; i < n; i++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << (self->order[i] & 63);
    guint64 *word = &bits[self->order[i] >> 6];
    *word = without ? *word & ~bit : *word | bit;
  }
}

static void
ask_order (const OrientaProbe *self, guint household, OrientaBits answer)
{
  OrientaTurn turn = orienta_ascent_turn (self->ascent, self->condition, household);
  guint n_before = self->start[turn.turn], n_unknown = self->start[self->ascent->n_unknown];
  fill (self, answer, turn.after == ORIENTA_TRUE ? ORIENTA_TRUE : ORIENTA_FALSE);
  if (turn.before != turn.after)
    head (self, n_before, turn.after == ORIENTA_TRUE, answer.certain);
  if (turn.before == ORIENTA_MAYBE)
    fill (self, (OrientaBits){ answer.possible, answer.possible }, ORIENTA_TRUE);
  else
    memcpy (answer.possible, answer.certain, self->n_words * sizeof (guint64));
  head (self, n_unknown, TRUE, answer.certain);
  head (self, n_unknown, FALSE, answer.possible);
}

/* Each class by itself: there are many, but fewer than units. */
static void
ask_classes (const OrientaProbe *self, guint household, OrientaBits answer)
{
  fill (self, answer, ORIENTA_FALSE);
  for (guint32 class = 0; class < self->units->n; class ++) {
    OrientaTruth truth = truth_of (self, household, self->units->representative[class]);
    for (guint32 i = self->start[class]; truth != ORIENTA_FALSE && i < self->start[class + 1]; i++) {
      set_bit (answer.possible, self->order[i]);
      if (truth == ORIENTA_TRUE)
        set_bit (answer.certain, self->order[i]);
    }
  }
}

/* Units that the household's own lists name differ from the others of their class. */
static void
ask_each (const OrientaProbe *self, guint household, OrientaBits answer)
{
  fill (self, answer, ORIENTA_FALSE);
  for (guint32 unit = 0; unit < self->units->n_rows; unit++) {
    OrientaTruth truth = truth_of (self, household, unit);
    if (truth >= ORIENTA_MAYBE)
      set_bit (answer.possible, unit);
    if (truth == ORIENTA_TRUE)
      set_bit (answer.certain, unit);
  }
}

static void
put (OrientaBits answer, guint32 unit, OrientaTruth truth)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (unit & 63);
  answer.possible[unit >> 6] &= ~bit;
  answer.certain[unit >> 6] &= ~bit;
  if (truth >= ORIENTA_MAYBE)
    answer.possible[unit >> 6] |= bit;
  if (truth == ORIENTA_TRUE)
    answer.certain[unit >> 6] |= bit;
}

/* All units are alike but those that a list of the household names. FALSE when it names whole kinds. */
static gboolean
ask_named (const OrientaProbe *self, guint household, OrientaBits answer)
{
  const OrientaRegister *reg = self->binding->reg;
  const OrientaHouseholdRow *row = &reg->households[household];
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (row->occupies >= 0)
    g_array_append_val (named, row->occupies);
  for (guint i = 0; i < row->offers.n; i++)
    g_array_append_val (named, reg->offers[row->offers.start + i].unit);
  for (guint i = 0; i < row->outcomes.n; i++) {
    if (reg->outcomes[row->outcomes.start + i].unit < 0)
      return FALSE;
    g_array_append_val (named, reg->outcomes[row->outcomes.start + i].unit);
  }
  guint32 other = 0; /* the first unit that is not named */
  for (guint i = 0; i < named->len && other < reg->n_units; i++)
    if (g_array_index (named, gint32, i) == (gint32) other) {
      other++;
      i = G_MAXUINT;
    }
  fill (self, answer, other < reg->n_units ? truth_of (self, household, other) : ORIENTA_FALSE);
  for (guint i = 0; i < named->len; i++) {
    guint32 unit = (guint32) g_array_index (named, gint32, i);
    put (answer, unit, truth_of (self, household, unit));
  }
  return TRUE;
}

/* The units that the test is or may be true of, for one household. Bits past the last unit may be set. */
void
orienta_probe_ask (const OrientaProbe *self, guint household, OrientaBits answer)
{
  gboolean named = orienta_names_any (&self->binding->reg->households[household], self->names);
  if (named && self->alike && ask_named (self, household, answer))
    return;
  if (self->members && !named)
    ask_members (self, household, answer);
  else if (self->ascent && !named)
    ask_order (self, household, answer);
  else if (named)
    ask_each (self, household, answer);
  else
    ask_classes (self, household, answer);
}
