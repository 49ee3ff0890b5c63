/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is not to be published: a number, mean or share of a few people; and, since what is hidden alone could be worked
 * out from a total and the rest, one more of the same total, or the total itself. A share of whoever is not in a group
 * is a number of people, too. */
#include "simulate/measures-private.h"
#include "simulate/summary-private.h"

#include <math.h>

typedef struct {
  const OrientaSummary *summary;
  double threshold;
  gboolean *hidden;
  gboolean changed;
} Hiding;

static gboolean
is_few (const Hiding *self, double people)
{
  return people > 0 && people < self->threshold;
}

/* A total and the lines that add up to it. */
typedef struct {
  gssize total;
  GArray *parts; /* of gssize */
} Relation;

static void
add_part (const Hiding *self, Relation *relation, gint32 period, gint32 territory, gint32 group, gint32 measure)
{
  gssize line = orienta_summary_find (self->summary, period, territory, group, measure);
  if (line >= 0 && line != relation->total && self->summary->people[line] > 0)
    g_array_append_val (relation->parts, line);
}

static void
hide (Hiding *self, gssize line)
{
  self->hidden[line] = TRUE;
  self->changed = TRUE;
}

/* Where one part alone is hidden, the smallest of the others, or the total, is hidden with it. */
static void
keep_secret (Hiding *self, const Relation *relation)
{
  const double *people = self->summary->people;
  gssize smallest = -1;
  guint n_hidden = 0;
  for (guint i = 0; i < relation->parts->len; i++) {
    gssize line = g_array_index (relation->parts, gssize, i);
    n_hidden += self->hidden[line];
    if (!self->hidden[line] && (smallest < 0 || people[line] < people[smallest]))
      smallest = line;
  }
  if (n_hidden == 1 && !self->hidden[relation->total])
    hide (self, smallest < 0 ? relation->total : smallest);
}

static void
keep_places_secret (Hiding *self, gsize line)
{
  const OrientaSummary *summary = self->summary;
  const OrientaRegister *reg = summary->of->scenario->reg;
  gint32 whole = summary->territories[line];
  if (whole >= 0 && reg->territories[whole].leave == reg->territories[whole].enter + 1)
    return; /* nothing lies in it */
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gssize));
  Relation relation = { (gssize) line, parts };
  for (guint territory = 0; territory < reg->n_territories; territory++)
    if (reg->territories[territory].parent == whole)
      add_part (self, &relation, summary->periods[line], (gint32) territory, summary->groups[line],
                summary->measures[line]);
  keep_secret (self, &relation);
}

/* The years after the warm-up add up to the whole, or nearly. */
static void
keep_years_secret (Hiding *self, gsize line)
{
  const OrientaSummary *summary = self->summary;
  const OrientaScenario *scenario = summary->of->scenario;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gssize));
  Relation relation = { (gssize) line, parts };
  for (guint year = scenario->warm_up / 365; year * 365 < scenario->days; year++)
    add_part (self, &relation, (gint32) year, summary->territories[line], summary->groups[line],
              summary->measures[line]);
  keep_secret (self, &relation);
}

/* Groups need not add up, but each tells of all who are not in it. */
static void
keep_groups_secret (Hiding *self, gsize line)
{
  const OrientaSummary *summary = self->summary;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gssize));
  Relation relation = { (gssize) line, parts };
  for (guint group = 0; group < summary->of->scenario->groups->len; group++)
    add_part (self, &relation, summary->periods[line], summary->territories[line], (gint32) group,
              summary->measures[line]);
  double people = 0;
  for (guint i = 0; i < parts->len; i++) {
    gssize part = g_array_index (parts, gssize, i);
    people += summary->people[part];
    if (!self->hidden[part] && !self->hidden[line] && is_few (self, summary->people[line] - summary->people[part]))
      hide (self, part);
  }
  if (people >= summary->people[line])
    keep_secret (self, &relation);
}

static void
keep_line_secret (Hiding *self, gsize line)
{
  const OrientaSummary *summary = self->summary;
  const OrientaMeasure *measure = &g_array_index (summary->of->measures, OrientaMeasure, summary->measures[line]);
  if (measure->adds == ORIENTA_ADDS_NOT || isnan (summary->people[line]))
    return;
  keep_places_secret (self, line);
  if (summary->groups[line] < 0)
    keep_groups_secret (self, line);
  if (summary->periods[line] < 0 && measure->adds == ORIENTA_ADDS_ALL)
    keep_years_secret (self, line);
}

/* Whether the number of one of the groups in this place is hidden. */
static gboolean
hides_group (const Hiding *self, gsize line, gint32 people)
{
  const OrientaSummary *summary = self->summary;
  gboolean hidden = FALSE;
  for (guint group = 0; group < summary->of->scenario->groups->len; group++) {
    gssize count =
        orienta_summary_find (summary, summary->periods[line], summary->territories[line], (gint32) group, people);
    hidden = hidden || (count >= 0 && self->hidden[count]);
  }
  return hidden;
}

/* A mean or share is hidden with the number of those it is about, a gap between groups with that of any of them. */
static void
hide_means (Hiding *self)
{
  const OrientaSummary *summary = self->summary;
  for (gsize line = 0; line < summary->n; line++) {
    gint32 people = g_array_index (summary->of->measures, OrientaMeasure, summary->measures[line]).people;
    if (people < 0 || people == summary->measures[line])
      continue;
    gssize count = orienta_summary_find (summary, summary->periods[line], summary->territories[line],
                                         summary->groups[line], people);
    self->hidden[line] = self->hidden[line] || (count >= 0 && self->hidden[count])
                         || (summary->measures[line] == ORIENTA_MEASURE_WAIT_GAP && hides_group (self, line, people));
  }
}

gboolean *
orienta_summary_suppress (const OrientaSummary *self, guint threshold)
{
  Hiding hiding = { self, threshold, g_new0 (gboolean, self->n), TRUE };
  for (gsize line = 0; line < self->n; line++)
    hiding.hidden[line] = is_few (&hiding, self->people[line]);
  while (hiding.changed) {
    hiding.changed = FALSE;
    for (gsize line = 0; threshold > 0 && line < self->n; line++)
      keep_line_secret (&hiding, line);
  }
  hide_means (&hiding);
  return hiding.hidden;
}
