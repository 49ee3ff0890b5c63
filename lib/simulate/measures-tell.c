/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From sums to lines: a line for each measure that has a value. Numbers of nothing are told of the whole alone; a line
 * that is missing is a 0 for measures that add up, and not known for others. */
#include "simulate/measures-private.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  OrientaTally *tally;
  OrientaSimulation *simulation;
  OrientaTallyCell *cell;
  OrientaMeasured line; /* of which cell */
} Teller;

static void
tell (Teller *self, gint32 measure, double value)
{
  if (isnan (value))
    return;
  self->line.measure = measure;
  self->line.value = value;
  orienta_simulation_append (self->simulation, &self->line);
}

static gboolean
is_whole (const Teller *self)
{
  return self->line.territory < 0 && self->line.group < 0;
}

static void
tell_number (Teller *self, gint32 measure, double value)
{
  if (value != 0 || is_whole (self))
    tell (self, measure, value);
}

static double
days_of (gint64 seconds)
{
  return (double) seconds / ORIENTA_SECONDS_A_DAY;
}

static double
share_of (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : NAN;
}

static gint64
length_of (const Teller *self)
{
  return orienta_tally_end (self->tally, self->line.period) - orienta_tally_begin (self->tally, self->line.period);
}

/* -- waits -- */

static int
compare_waits (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* The least value that so many per cent do not exceed. */
static gint64
percentile (const GArray *sorted, guint percent)
{
  guint rank = (guint) (((guint64) sorted->len * percent + 99) / 100);
  return g_array_index (sorted, gint64, MAX (rank, 1) - 1);
}

/* Half the mean difference of two of the values, drawn with replacement, as a share of their mean. */
static double
gini (const GArray *sorted)
{
  double sum = 0, weighted = 0;
  for (guint i = 0; i < sorted->len; i++) {
    double wait = (double) g_array_index (sorted, gint64, i);
    sum += wait;
    weighted += (2.0 * i + 1 - sorted->len) * wait;
  }
  return sum > 0 ? weighted / (sum * sorted->len) : 0;
}

static double
mean_wait (const OrientaTallyCell *cell)
{
  if (!cell || !cell->waits)
    return NAN;
  gint64 sum = 0;
  for (guint i = 0; i < cell->waits->len; i++)
    sum += g_array_index (cell->waits, gint64, i);
  return (double) sum / ((double) cell->waits->len * ORIENTA_SECONDS_A_DAY);
}

static void
tell_waits (Teller *self)
{
  GArray *waits = self->cell->waits;
  if (!waits)
    return;
  g_array_sort (waits, compare_waits);
  tell (self, ORIENTA_MEASURE_WAIT_MEAN, mean_wait (self->cell));
  tell (self, ORIENTA_MEASURE_WAIT_MEDIAN, days_of (percentile (waits, 50)));
  tell (self, ORIENTA_MEASURE_WAIT_P90, days_of (percentile (waits, 90)));
  tell (self, ORIENTA_MEASURE_WAIT_GINI, gini (waits));
}

/* Between the groups of this period and territory, where somebody is housed in two of them or more. */
static void
tell_gap (Teller *self)
{
  double least = INFINITY, most = -INFINITY;
  guint n = 0;
  for (guint group = 0; group < self->tally->scenario->groups->len; group++) {
    double mean = mean_wait (orienta_tally_cell (self->tally, self->line.period, self->line.territory, (gint) group));
    if (isnan (mean))
      continue;
    least = MIN (least, mean);
    most = MAX (most, mean);
    n++;
  }
  if (self->line.group < 0 && n > 1)
    tell (self, ORIENTA_MEASURE_WAIT_GAP, most - least);
}

static void
tell_spells (Teller *self)
{
  static const gint64 days[] = { 91, 183, 365, 730, 1095 }; /* of 3 to 36 months */
  GArray *spells = self->cell->spells;
  if (!spells)
    return;
  OrientaSpell *sorted = (OrientaSpell *) (gpointer) spells->data;
  orienta_spells_sort (spells->len, sorted);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    tell (self, (gint32) (ORIENTA_MEASURE_STILL_3_MONTHS + i),
          orienta_spells_share (spells->len, sorted, days[i] * ORIENTA_SECONDS_A_DAY));
}

/* -- the rest -- */

static void
tell_households (Teller *self)
{
  const gint64 *sums = self->cell->sums;
  for (gint32 measure = ORIENTA_MEASURE_ARRIVED; measure <= ORIENTA_MEASURE_REJECTED; measure++)
    tell_number (self, measure, (double) sums[measure]);
  tell_number (self, ORIENTA_MEASURE_WAITING, (double) sums[ORIENTA_SUM_WAITING]);
  if (length_of (self) > 0)
    tell_number (self, ORIENTA_MEASURE_WAITING_MEAN, share_of (sums[ORIENTA_SUM_WAITING_TIME], length_of (self)));
  if (sums[ORIENTA_SUM_WAITING] > 0)
    tell (self, ORIENTA_MEASURE_WAIT_OF_WAITING,
          days_of (sums[ORIENTA_SUM_WAITING_AGE]) / (double) sums[ORIENTA_SUM_WAITING]);
  tell_waits (self);
  tell_gap (self);
  tell (self, ORIENTA_MEASURE_SHARE_6_MONTHS, share_of (sums[ORIENTA_SUM_WITHIN_6], sums[ORIENTA_SUM_TOLD_6]));
  tell (self, ORIENTA_MEASURE_SHARE_12_MONTHS, share_of (sums[ORIENTA_SUM_WITHIN_12], sums[ORIENTA_SUM_TOLD_12]));
  tell_spells (self);
  tell (self, ORIENTA_MEASURE_OFFERS_PER_HOUSING,
        share_of (sums[ORIENTA_MEASURE_OFFERED], sums[ORIENTA_MEASURE_HOUSED]));
}

static gint64
all_slots (const OrientaRegister *reg)
{
  gint64 sum = 0;
  for (guint i = 0; i < reg->n_slots; i++)
    sum += reg->slots[i].amount;
  return sum;
}

static void
tell_places (Teller *self)
{
  const gint64 *sums = self->cell->sums;
  if (self->line.group >= 0 || sums[ORIENTA_SUM_PLACE_TIME] == 0)
    return;
  tell (self, ORIENTA_MEASURE_PLACES, share_of (sums[ORIENTA_SUM_PLACE_TIME], length_of (self)));
  tell (self, ORIENTA_MEASURE_DAYS_VACANT, days_of (sums[ORIENTA_SUM_FREE_TIME]));
  tell (self, ORIENTA_MEASURE_OCCUPIED_SHARE, share_of (sums[ORIENTA_SUM_LIVED_TIME], sums[ORIENTA_SUM_PLACE_TIME]));
}

/* Of a year that is cut off, or of no time at all, it is not known whether a target is reached. */
static gboolean
is_complete (const Teller *self)
{
  return length_of (self) >= 365 * ORIENTA_SECONDS_A_DAY;
}

static void
tell_targets (Teller *self)
{
  const GArray *targets = self->tally->scenario->targets;
  gint32 measure = ORIENTA_N_MEASURES;
  for (guint i = 0; i < targets->len; i++, measure += 2) {
    double years = self->line.period < 0 ? days_of (length_of (self)) / ORIENTA_DAYS_A_YEAR : 1;
    double count = (double) self->cell->sums[ORIENTA_N_SUMS + i];
    tell (self, measure, count);
    if (is_complete (self))
      tell (self, measure + 1, count >= g_array_index (targets, OrientaTarget, i).per_year * years);
  }
}

static void
tell_cell (Teller *self)
{
  tell_households (self);
  tell_places (self);
  if (!is_whole (self))
    return;
  if (length_of (self) > 0)
    tell (self, ORIENTA_MEASURE_SUPPORT_LOAD,
          share_of (self->cell->sums[ORIENTA_SUM_SLOT_TIME], all_slots (self->tally->reg) * length_of (self)));
  tell_targets (self);
}

/* By period, territory, group and measure. */
void
orienta_tally_tell (OrientaTally *tally, OrientaSimulation *simulation)
{
  Teller self = { .tally = tally, .simulation = simulation };
  self.line.replication = (gint32) tally->events->replication;
  for (gint period = -1; period < (gint) tally->n_periods; period++)
    for (gint territory = -1; territory < (gint) tally->reg->n_territories; territory++)
      for (gint group = -1; group < (gint) tally->scenario->groups->len; group++) {
        self.cell = orienta_tally_cell (tally, period, territory, group);
        self.line.period = period;
        self.line.territory = territory;
        self.line.group = group;
        if (self.cell)
          tell_cell (&self);
      }
}
