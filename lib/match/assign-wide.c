/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The search for any values: codes of 32 bits, which may be ranks, and numbers of 64. */
#include "match/assign-private.h"

typedef gint64 Number;
typedef guint64 Key;

#define FAR G_MAXINT64
#define BITS(n) 32
#define VALUE(scale, code) orienta_scale_value (scale, code)

#include "match/assign-tight-body.h"

/* The columns of each row, above the columns' floors; of arrays that have been checked, and their own scale. */
static OrientaArcs *
pack (const OrientaProblem *problem, OrientaScale *scale, const OrientaFloors *floors)
{
  OrientaArcs *self = arcs_new (problem->n_rows, 32, G_MAXUINT32, 0);
  self->keys = g_new (guint64, problem->first[problem->n_rows]);
  guint32 n = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++)
      if (problem->values[i] >> floors->shift >= floors->steps[problem->columns[i]])
        self->keys[n++] =
            (guint64) (G_MAXUINT32 - orienta_scale_code (scale, problem->values[i])) << 32 | problem->columns[i];
    self->first[row + 1] = n;
  }
  self->keys = g_renew (guint64, self->keys, n);
  return self;
}

const OrientaSolver orienta_wide = {
  pack, arcs_free, list_tight, search_new, search_run, search_get_left, search_read, search_find_tight, search_free,
};
