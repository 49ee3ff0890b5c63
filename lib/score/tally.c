/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tally: the score as a list of lines that add up to it exactly. Plain code, for one pair; sieve.c gives the same sums
 * for all pairs at once and a test holds the two against each other. */
#include "score/tally-private.h"

static OrientaReasonCode
code_of (OrientaGives gives)
{
  switch (gives) {
  case ORIENTA_GIVES:
    return ORIENTA_REASON_COUNTED;
  case ORIENTA_GIVES_UNKNOWN:
    return ORIENTA_REASON_NOT_KNOWN;
  case ORIENTA_GIVES_NOT_APPLICABLE:
    return ORIENTA_REASON_NOT_APPLICABLE;
  default:
    return ORIENTA_REASON_NOT_MET;
  }
}

/* One criterion by itself. Without a unit, what reads one does not apply. */
static OrientaLine
line_of (const OrientaBinding *binding, OrientaEvidence level, guint index, guint household, gint unit)
{
  const OrientaCriterion *criterion = &binding->policy->criteria[index];
  OrientaLine line = { .criterion = (gint) index, .group = criterion->group };
  line.evidence = orienta_binding_evidence (binding, index, household);
  if (unit < 0 && (criterion->of & ~(1u << ORIENTA_OF_HOUSEHOLD))) {
    line.code = ORIENTA_REASON_NOT_APPLICABLE;
    return line;
  }
  line.code = code_of (orienta_binding_points (binding, criterion, household, unit, &line.stated));
  if (line.code == ORIENTA_REASON_COUNTED && line.evidence > level)
    line.code = ORIENTA_REASON_NOT_PROVEN;
  if (line.code == ORIENTA_REASON_COUNTED)
    line.points = line.stated;
  return line;
}

static OrientaLine *
find_line (OrientaLine *lines, guint n, guint criterion)
{
  for (guint i = 0; i < n; i++)
    if (lines[i].criterion == (gint) criterion)
      return &lines[i];
  return NULL; /* a version not in force */
}

static void
outdo (OrientaLine *line)
{
  line->code = ORIENTA_REASON_OUTDONE;
  line->points = 0;
}

/* Leaves the points to one line of the group, or to all of them; returns their sum. */
static gint64
combine (const OrientaGroup *group, OrientaLine *lines, guint n)
{
  OrientaLine *kept = NULL;
  gint64 sum = 0;
  for (guint i = 0; i < group->n_criteria; i++) {
    OrientaLine *line = find_line (lines, n, group->criteria[i]);
    if (!line || line->code != ORIENTA_REASON_COUNTED)
      continue;
    if (group->combine == ORIENTA_COMBINE_SUM) {
      sum += line->points;
    } else if (!kept) {
      kept = line;
    } else if (group->combine == ORIENTA_COMBINE_MAX && line->points > kept->points) {
      outdo (kept);
      kept = line;
    } else {
      outdo (line);
    }
  }
  return kept ? kept->points : sum;
}

/* A group's sum within its floor and cap. */
gint64
orienta_tally_bounded (const OrientaGroup *group, gint64 sum)
{
  return MIN (MAX (sum, group->floor), group->cap);
}

static void
add_adjustment (OrientaLine *lines, guint *n, gint group, OrientaReasonCode code, gint64 points, gint64 limit)
{
  lines[(*n)++] = (OrientaLine){ .criterion = -1, .group = group, .code = code, .points = points, .limit = limit };
}

/* Fills `lines` (room for orienta_tally_max_lines()) and returns their sum in thousandths of a point. */
gint64
orienta_tally (const OrientaBinding *binding, OrientaEvidence level, guint household, gint unit, OrientaLine *lines,
               guint *n_lines)
{
  const OrientaPolicy *policy = binding->policy;
  guint n = 0;
  for (guint i = 0; i < policy->n_criteria; i++)
    if (binding->criteria[i] == (gint) i)
      lines[n++] = line_of (binding, level, i, household, unit);
  guint n_criteria = n;
  for (guint i = 0; i < policy->n_groups; i++) {
    gint64 sum = combine (&policy->groups[i], lines, n_criteria);
    gint64 bounded = orienta_tally_bounded (&policy->groups[i], sum);
    if (bounded != sum)
      add_adjustment (lines, &n, (gint) i, bounded < sum ? ORIENTA_REASON_GROUP_CAP : ORIENTA_REASON_GROUP_FLOOR,
                      bounded - sum, bounded);
  }
  gint64 total = 0;
  for (guint i = 0; i < n; i++)
    total += lines[i].points;
  gint64 bounded = MIN (MAX (total, policy->min), policy->max);
  if (bounded != total)
    add_adjustment (lines, &n, -1, bounded < total ? ORIENTA_REASON_TOTAL_MAX : ORIENTA_REASON_TOTAL_MIN,
                    bounded - total, bounded);
  *n_lines = n;
  return bounded;
}
