/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which named limits contradict each other, and how far each must give. One after the other is taken away: where the
 * rest still contradicts itself, it was not needed and stays away; where the rest holds, it is part of the conflict and
 * comes back. What is left is minimal: without any one of its limits the others hold together (Chinneck and Dravnieks:
 * Locating minimal infeasible constraint sets in linear programs, ORSA Journal on Computing 3, 1991). Each of them
 * alone must then give as far as the least that the others allow. */
#include <orienta/orienta.h>

#include "match/program-private.h"
#include "base/progress-private.h"

typedef struct {
  OrientaEngine *engine;
  const OrientaProgram *program;
  OrientaSolution *solution;
  GError **error;
} Search;

/* The limit as it was solved: moved, where it is the one. */
static OrientaProgramLimit
limit_of (const Search *self, guint limit)
{
  OrientaProgramLimit copy = *orienta_program_get_limit (self->program, limit);
  if (limit == self->solution->moved)
    orienta_limit_move (&copy, self->solution->by);
  return copy;
}

static void
take_away (const Search *self, guint limit)
{
  orienta_engine_bind (self->engine, limit, G_MININT64, G_MAXINT64);
}

static void
put_back (const Search *self, guint limit)
{
  OrientaProgramLimit copy = limit_of (self, limit);
  orienta_engine_bind (self->engine, limit, copy.lower, copy.upper);
}

/* Whether the limits that stand contradict each other; ones that time left open count as if they did not. */
static OrientaRun
try_limits (const Search *self)
{
  orienta_engine_aim (self->engine, 0, 0);
  OrientaRun run = orienta_engine_run (self->engine, NULL, self->error);
  if (run == ORIENTA_RUN_STOPPED)
    self->solution->minimal = FALSE;
  return run;
}

static gboolean
filter (Search *self, OrientaProgress *progress)
{
  OrientaSolution *solution = self->solution;
  solution->conflicts = g_new (guint32, (gsize) solution->n_limits + 1);
  for (guint limit = 0; limit < solution->n_limits; limit++) {
    if (!orienta_program_get_limit_name (self->program, limit))
      continue;
    take_away (self, limit);
    OrientaRun run = try_limits (self);
    if (run == ORIENTA_RUN_FAILED)
      return FALSE;
    if (run != ORIENTA_RUN_IMPOSSIBLE) {
      put_back (self, limit);
      solution->conflicts[solution->n_conflicts++] = limit;
    }
    orienta_progress_advance (progress, 1);
  }
  return TRUE;
}

/* How far the limit must give on one side while it holds on the other; G_MAXINT64 where it cannot, or nothing was found
 * in time. */
static OrientaRun
measure (const Search *self, guint limit, gboolean above, gint64 *slack)
{
  OrientaProgramLimit copy = limit_of (self, limit);
  OrientaTerms terms = orienta_program_get_terms (self->program, limit);
  *slack = G_MAXINT64;
  if (above ? copy.upper == G_MAXINT64 : copy.lower == G_MININT64)
    return ORIENTA_RUN_DONE;
  orienta_engine_bind (self->engine, limit, above ? copy.lower : G_MININT64, above ? G_MAXINT64 : copy.upper);
  orienta_engine_aim (self->engine, limit, above ? -1 : 1);
  OrientaRun run = orienta_engine_run (self->engine, NULL, self->error);
  const guint8 *chosen = run == ORIENTA_RUN_FAILED ? NULL : orienta_engine_get_chosen (self->engine);
  if (chosen) {
    __int128 activity = orienta_terms_activity (&terms, chosen);
    *slack = (gint64) CLAMP (above ? activity - copy.upper : copy.lower - activity, 0, G_MAXINT64);
  }
  return run;
}

static gboolean
measure_both (const Search *self, guint i)
{
  OrientaSolution *solution = self->solution;
  guint limit = solution->conflicts[i];
  gint64 slacks[2];
  for (guint above = 0; above < 2; above++) {
    OrientaRun run = measure (self, limit, above != 0, &slacks[above]);
    if (run == ORIENTA_RUN_FAILED)
      return FALSE;
    if (run == ORIENTA_RUN_STOPPED)
      solution->minimal = FALSE;
  }
  put_back (self, limit);
  solution->above[i] = slacks[1] < slacks[0];
  solution->slacks[i] = MIN (slacks[0], slacks[1]);
  return TRUE;
}

/* Tells the solution which limits contradict each other. None, where the structural ones alone do. */
gboolean
orienta_conflict_find (OrientaEngine *engine, const OrientaProgram *program, OrientaSolution *solution,
                       OrientaProgress *progress, GError **error)
{
  Search self = { engine, program, solution, error };
  orienta_progress_start (progress, "finding a conflict", program->limits->len);
  solution->minimal = TRUE;
  if (!filter (&self, progress))
    return FALSE;
  solution->slacks = g_new0 (gint64, (gsize) solution->n_conflicts + 1);
  solution->above = g_new0 (guint8, (gsize) solution->n_conflicts + 1);
  for (guint i = 0; i < solution->n_conflicts; i++)
    if (!measure_both (&self, i))
      return FALSE;
  return TRUE;
}
