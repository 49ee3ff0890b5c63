/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Means over replications, or of the differences of two simulations replication by replication. Both meet the same
 * people and the same vacancies there (common random numbers), so that a difference varies less than either. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "simulate/measures-private.h"
#include "simulate/summary-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One value, and where it belongs. */
typedef struct {
  guint64 key;   /* period, territory, group, measure: in the order of lines */
  guint32 place; /* of the replication */
  double value;
} Entry;

/* The values of a simulation, sorted; `next` is the first that has not been read. */
typedef struct {
  const OrientaSimulation *simulation;
  Entry *entries;
  gsize n, next;
} Gathered;

/* -- keys -- */

static guint64
key_of (const OrientaSimulation *self, gint32 period, gint32 territory, gint32 group, gint32 measure)
{
  const OrientaScenario *scenario = self->scenario;
  guint64 key = (guint64) (period + 1) * (scenario->reg->n_territories + 1) + (guint64) (territory + 1);
  key = key * (scenario->groups->len + 1) + (guint64) (group + 1);
  return key * self->measures->len + (guint64) measure;
}

static void
set_key (OrientaSummary *self, gsize line, guint64 key)
{
  const OrientaScenario *scenario = self->of->scenario;
  self->measures[line] = (gint32) (key % self->of->measures->len);
  key /= self->of->measures->len;
  self->groups[line] = (gint32) (key % (scenario->groups->len + 1)) - 1;
  key /= scenario->groups->len + 1;
  self->territories[line] = (gint32) (key % (scenario->reg->n_territories + 1)) - 1;
  self->periods[line] = (gint32) (key / (scenario->reg->n_territories + 1)) - 1;
}

static guint64
key_of_line (const OrientaSummary *self, gsize line)
{
  return key_of (self->of, self->periods[line], self->territories[line], self->groups[line], self->measures[line]);
}

/* The line; -1: there is none. */
gssize
orienta_summary_find (const OrientaSummary *self, gint32 period, gint32 territory, gint32 group, gint32 measure)
{
  guint64 key = key_of (self->of, period, territory, group, measure);
  gsize low = 0, high = self->n;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    if (key_of_line (self, middle) < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->n && key_of_line (self, low) == key ? (gssize) low : -1;
}

/* -- values by key -- */

static int
compare_entries (const void *a, const void *b)
{
  const Entry *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

static void
gather (Gathered *self, const OrientaSimulation *simulation)
{
  guint32 place = 0;
  *self = (Gathered){ simulation, g_new (Entry, simulation->values->len), simulation->values->len, 0 };
  for (guint i = 0; i < self->n; i++) {
    gint32 number = g_array_index (simulation->replications, gint32, i);
    while (g_array_index (simulation->numbers, gint32, place) != number)
      place++;
    guint64 key = key_of (simulation, g_array_index (simulation->periods, gint32, i),
                          g_array_index (simulation->territories, gint32, i),
                          g_array_index (simulation->groups, gint32, i), g_array_index (simulation->of, gint32, i));
    self->entries[i] = (Entry){ key, place, g_array_index (simulation->values, double, i) };
  }
  if (self->n > 0)
    qsort (self->entries, self->n, sizeof (Entry), compare_entries);
}

static guint64
next_key (const Gathered *self)
{
  return self->next < self->n ? self->entries[self->next].key : G_MAXUINT64;
}

/* By replication, the values of one key: 0 where there is none of a number, NaN of a mean. */
static void
read_values (Gathered *self, guint64 key, double *values)
{
  const GArray *measures = self->simulation->measures;
  const OrientaMeasure *measure = &g_array_index (measures, OrientaMeasure, key % measures->len);
  for (guint i = 0; i < self->simulation->numbers->len; i++)
    values[i] = measure->adds == ORIENTA_ADDS_NOT ? NAN : 0;
  for (; next_key (self) == key; self->next++)
    values[self->entries[self->next].place] = self->entries[self->next].value;
}

static guint
drop_unknown (guint n, double *values)
{
  guint known = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      values[known++] = values[i];
  return known;
}

/* -- lines -- */

static OrientaSummary *
summary_new (OrientaSimulation *of, OrientaSimulation *other, double confidence, gsize most)
{
  OrientaSummary *self = g_new0 (OrientaSummary, 1);
  g_atomic_ref_count_init (&self->references);
  self->of = orienta_simulation_ref (of);
  self->other = other ? orienta_simulation_ref (other) : NULL;
  self->confidence = confidence;
  gint32 **const whole[] = { &self->periods, &self->territories, &self->groups, &self->measures, &self->counts };
  double **const real[] = { &self->means, &self->lows, &self->highs, &self->people };
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    *whole[i] = g_new (gint32, most);
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    *real[i] = g_new (double, most);
  return self;
}

/* Student's; of a chance, and not of a difference of two, Clopper and Pearson's. */
static OrientaInterval
interval_of (const OrientaSummary *self, guint64 key, guint n, const double *values)
{
  OrientaInterval interval = orienta_interval_of_mean (n, values, self->confidence);
  const GArray *measures = self->of->measures;
  if (self->other || !g_array_index (measures, OrientaMeasure, key % measures->len).yes_no)
    return interval;
  guint successes = 0;
  for (guint i = 0; i < n; i++)
    successes += values[i] > 0;
  interval.low = orienta_chance_low (successes, n, self->confidence);
  interval.high = orienta_chance_high (successes, n, self->confidence);
  return interval;
}

static void
add_line (OrientaSummary *self, guint64 key, guint n, const double *values)
{
  OrientaInterval interval = interval_of (self, key, n, values);
  if (n == 0)
    return;
  set_key (self, self->n, key);
  self->counts[self->n] = (gint32) n;
  self->means[self->n] = interval.mean;
  self->lows[self->n] = interval.low;
  self->highs[self->n++] = interval.high;
}

/* How many people a line is about: the mean of the measure that counts them, in the same place. */
static double
people_of (const OrientaSummary *self, const OrientaSummary *counts, gsize line)
{
  gint32 measure = g_array_index (self->of->measures, OrientaMeasure, self->measures[line]).people;
  if (measure < 0)
    return NAN;
  gssize found =
      orienta_summary_find (counts, self->periods[line], self->territories[line], self->groups[line], measure);
  return found < 0 ? 0 : counts->means[found];
}

/* The number of keys in either of both, the second possibly NULL. */
static gsize
count_keys (const Gathered *a, const Gathered *b)
{
  gsize n = 0;
  for (gsize i = 0; i < a->n; i++)
    n += i == 0 || a->entries[i].key != a->entries[i - 1].key;
  return b ? n + count_keys (b, NULL) : n;
}

/**
 * orienta_simulation_summarize:
 * @confidence: of the intervals, such as 0.95
 *
 * For each period, territory, group and measure that has a value in some replication its mean over those in which it
 * has one, with the interval of Student's t; of a chance, that of Clopper and Pearson. A number that is missing in a
 * replication is 0 there.
 *
 * Complexity: O(n log n) for n lines.
 *
 * Returns: (transfer full): the summary
 */
OrientaSummary *
orienta_simulation_summarize (OrientaSimulation *self, double confidence)
{
  g_return_val_if_fail (self != NULL && confidence > 0 && confidence < 1, NULL);
  Gathered gathered;
  gather (&gathered, self);
  g_autofree double *values = g_new (double, self->numbers->len);
  OrientaSummary *summary = summary_new (self, NULL, confidence, count_keys (&gathered, NULL));
  while (gathered.next < gathered.n) {
    guint64 key = next_key (&gathered);
    read_values (&gathered, key, values);
    add_line (summary, key, drop_unknown (self->numbers->len, values), values);
  }
  for (gsize line = 0; line < summary->n; line++)
    summary->people[line] = people_of (summary, summary, line);
  g_free (gathered.entries);
  return summary;
}

/* -- differences -- */

static gboolean
check_names (const OrientaSimulation *a, const OrientaSimulation *b, GError **error)
{
  const OrientaRegister *x = a->scenario->reg, *y = b->scenario->reg;
  gboolean same = x->n_territories == y->n_territories && a->scenario->groups->len == b->scenario->groups->len
                  && a->measures->len == b->measures->len && a->scenario->start == b->scenario->start
                  && a->scenario->days == b->scenario->days && a->scenario->warm_up == b->scenario->warm_up;
  for (guint i = 0; same && i < x->n_territories; i++)
    same = g_str_equal (x->territories[i].id, y->territories[i].id);
  for (guint i = 0; same && i < a->measures->len; i++)
    same = g_str_equal (g_array_index (a->measures, OrientaMeasure, i).name,
                        g_array_index (b->measures, OrientaMeasure, i).name);
  for (guint i = 0; same && i < a->scenario->groups->len; i++)
    same = g_str_equal (g_array_index (a->scenario->groups, OrientaScenarioGroup, i).id,
                        g_array_index (b->scenario->groups, OrientaScenarioGroup, i).id);
  return same
         || orienta_fail (error,
                          "simulations to compare: other days, territories, groups or targets, expected the same");
}

static gboolean
check_replications (const OrientaSimulation *a, const OrientaSimulation *b, GError **error)
{
  if (a->seed != b->seed)
    return orienta_fail (error,
                         "simulations to compare: seeds %" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT
                         ", expected one: else they do not meet the same people",
                         a->seed, b->seed);
  gboolean same = a->numbers->len == b->numbers->len;
  for (guint i = 0; same && i < a->numbers->len; i++)
    same = g_array_index (a->numbers, gint32, i) == g_array_index (b->numbers, gint32, i);
  return same || orienta_fail (error, "simulations to compare: other replications, expected the same");
}

/* In either simulation, where there are any; nobody in both: 0. */
static double
fewer (double a, double b)
{
  if (isnan (a) || a == 0)
    return b;
  return b == 0 ? a : MIN (a, b);
}

/**
 * orienta_simulation_compare:
 * @self: what is looked at
 * @other: what it is compared with, of the same seed and replications; its scenario may differ, by a figure or by
 *   homes that are delivered, but not in its days, territories, groups and targets
 *
 * The values of @self less those of @other, replication by replication: their mean and its interval. An interval on one
 * side of 0 says which is more. A replication in which one of both has no value is left out.
 *
 * Returns: (transfer full): the differences; NULL with ORIENTA_ERROR_INVALID where they cannot be taken
 */
OrientaSummary *
orienta_simulation_compare (OrientaSimulation *self, OrientaSimulation *other, double confidence, GError **error)
{
  g_return_val_if_fail (self && other && confidence > 0 && confidence < 1, NULL);
  if (!check_names (self, other, error) || !check_replications (self, other, error))
    return NULL;
  Gathered a, b;
  guint n = self->numbers->len;
  gather (&a, self);
  gather (&b, other);
  g_autofree double *values = g_new (double, n), *less = g_new (double, n);
  OrientaSummary *summary = summary_new (self, other, confidence, count_keys (&a, &b));
  while (a.next < a.n || b.next < b.n) {
    guint64 key = MIN (next_key (&a), next_key (&b));
    read_values (&a, key, values);
    read_values (&b, key, less);
    for (guint i = 0; i < n; i++)
      values[i] -= less[i];
    add_line (summary, key, drop_unknown (n, values), values);
  }
  g_autoptr (OrientaSummary) mine = orienta_simulation_summarize (self, confidence);
  g_autoptr (OrientaSummary) theirs = orienta_simulation_summarize (other, confidence);
  for (gsize line = 0; line < summary->n; line++)
    summary->people[line] = fewer (people_of (summary, mine, line), people_of (summary, theirs, line));
  g_free (a.entries);
  g_free (b.entries);
  return summary;
}

/* -- for all to see -- */

static void
copy_lines (OrientaSummary *self, const OrientaSummary *from)
{
  gsize whole = from->n * sizeof (gint32), real = from->n * sizeof (double);
  memcpy (self->periods, from->periods, whole);
  memcpy (self->territories, from->territories, whole);
  memcpy (self->groups, from->groups, whole);
  memcpy (self->measures, from->measures, whole);
  memcpy (self->counts, from->counts, whole);
  memcpy (self->means, from->means, real);
  memcpy (self->lows, from->lows, real);
  memcpy (self->highs, from->highs, real);
  memcpy (self->people, from->people, real);
  self->n = from->n;
}

/**
 * orienta_summary_publish:
 * @threshold: as in orienta_summary_to_csv()
 *
 * The same lines, without the numbers (NaN) that are about too few people to be published.
 *
 * Returns: (transfer full): the summary
 */
OrientaSummary *
orienta_summary_publish (const OrientaSummary *self, guint threshold)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autofree gboolean *hidden = orienta_summary_suppress (self, threshold);
  OrientaSummary *published = summary_new (self->of, self->other, self->confidence, self->n);
  copy_lines (published, self);
  for (gsize line = 0; line < self->n; line++)
    if (hidden[line])
      published->means[line] = published->lows[line] = published->highs[line] = NAN;
  return published;
}

/* -- what it says -- */

OrientaSummary *
orienta_summary_ref (OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_summary_unref (OrientaSummary *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  gpointer const columns[] = { self->periods, self->territories, self->groups, self->measures, self->counts,
                               self->means,   self->lows,        self->highs,  self->people };
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (columns[i]);
  orienta_simulation_unref (self->of);
  orienta_simulation_unref (self->other);
  g_free (self);
}

/* What it is of, or what is looked at in a comparison. Borrowed. */
OrientaSimulation *
orienta_summary_get_simulation (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->of;
}

/* The number of lines, by period, territory, group and measure. */
gsize
orienta_summary_get_n (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/* As orienta_simulation_get_periods() and the like say. */
const gint32 *
orienta_summary_get_periods (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->periods;
}

const gint32 *
orienta_summary_get_territories (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->territories;
}

const gint32 *
orienta_summary_get_groups (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->groups;
}

const gint32 *
orienta_summary_get_measures (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->measures;
}

/* By line: the replications that have a value. */
const gint32 *
orienta_summary_get_counts (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->counts;
}

const double *
orienta_summary_get_means (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->means;
}

/* By line: where the interval begins; NaN where there is one replication alone. */
const double *
orienta_summary_get_lows (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->lows;
}

const double *
orienta_summary_get_highs (const OrientaSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->highs;
}
