/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A problem made ready for its search. Reading all pairs is what costs, so that one pass does everything: it checks,
 * scales and lists. The unit of the values is guessed for it from some of them; where the pass finds that a value does
 * not have it or that something does not fit, the slower way is gone, step by step. */
#include "match/assign-private.h"

static gboolean
pack (OrientaPack *self, const OrientaProblem *problem)
{
  self->arcs = self->solver->pack (problem, self->scale, self->floors);
  return self->arcs != NULL;
}

static void
set_scale (OrientaPack *self, const OrientaProblem *problem, OrientaScale *scale)
{
  self->scale = scale;
  self->floors = orienta_floors_new (problem, scale);
  if (scale->largest > scale->unit)
    orienta_floors_guess (self->floors, problem);
}

static void
clear_scale (OrientaPack *self)
{
  g_clear_pointer (&self->scale, orienta_scale_free);
  g_clear_pointer (&self->floors, orienta_floors_free);
}

/* NULL with ORIENTA_ERROR_INVALID for arrays that do not fit together, ORIENTA_ERROR_LIMIT. Free with
 * orienta_pack_free(). */
OrientaPack *
orienta_pack_new (const OrientaProblem *problem, GError **error)
{
  if (!orienta_problem_rows_fit (problem) && !orienta_problem_check (problem, error))
    return NULL;
  g_autoptr (OrientaPack) self = g_new0 (OrientaPack, 1);
  self->solver = &orienta_narrow;
  set_scale (self, problem, orienta_scale_guess (problem));
  if (pack (self, problem))
    return g_steal_pointer (&self);
  if (!orienta_problem_check (problem, error))
    return NULL;
  clear_scale (self);
  set_scale (self, problem, orienta_scale_new (problem));
  if (pack (self, problem))
    return g_steal_pointer (&self);
  self->solver = &orienta_wide;
  pack (self, problem);
  return g_steal_pointer (&self);
}

/* The arcs by row, for a search to take; again when they have been taken before. */
OrientaArcs *
orienta_pack_take_arcs (OrientaPack *self, const OrientaProblem *problem)
{
  if (!self->arcs)
    pack (self, problem);
  return g_steal_pointer (&self->arcs);
}

/* The pairs by row whose value is slack and price together and `left` more, in units. Before the arcs are taken. */
OrientaTight *
orienta_pack_list_tight (const OrientaPack *self, const OrientaAssignment *duals, gint64 left)
{
  return self->solver->list_tight (self->arcs, self->scale, duals, left);
}

/* Lists all pairs: the floors were guessed too high. */
void
orienta_pack_drop_floors (OrientaPack *self, const OrientaProblem *problem)
{
  orienta_floors_free (self->floors);
  self->floors = orienta_floors_new (problem, self->scale);
  if (!self->arcs)
    return;
  self->solver->arcs_free (self->arcs);
  pack (self, problem);
}

void
orienta_pack_free (OrientaPack *self)
{
  if (self->arcs)
    self->solver->arcs_free (self->arcs);
  clear_scale (self);
  g_free (self);
}
