/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The search where a value in units and the number of a row or column together take 32 bits, the usual case: half the
 * memory to read, and twice as much of it in the cache. */
#include "match/assign-private.h"

typedef gint32 Number;
typedef guint32 Key;

#define FAR G_MAXINT32
#define MOST_BITS 29 /* of a code: three values fit together */
#define BITS(n) bits_of (n)
#define VALUE(scale, code) ((Number) (code))

/* How many the numbers below n take. */
static guint
bits_of (guint n)
{
  return n > 1 ? 32 - (guint) __builtin_clz (n - 1) : 0;
}

#include "match/assign-tight-body.h"

/* What all pairs have to be like, and what they are found to be. */
typedef struct {
  guint64 inverse; /* of the unit */
  guint unit_shift, shift, bits;
  guint32 room, n_columns;
  const guint8 *steps;
  gint64 largest;
  guint64 codes; /* of those listed, all in one; high where the unit is not in a value */
} Look;

/* The arcs of a row above the floors go to `keys`; how many, or -1 where a column is none. */
static inline gssize
pack_row (Look *restrict self, const gint64 *restrict values, const guint32 *restrict columns, gsize n_pairs,
          guint32 *restrict keys)
{
  gsize n = 0;
  for (gsize i = 0; i < n_pairs; i++) {
    gint64 value = values[i];
    guint32 column = columns[i];
    if (column >= self->n_columns)
      return -1;
    guint64 odd = (guint64) value * self->inverse, code = odd >> self->unit_shift | odd << (-self->unit_shift & 63);
    gboolean listed = value >> self->shift >= self->steps[column];
    keys[n] = (self->room - (guint32) code) << self->bits | column;
    n += (gsize) listed;
    self->codes |= listed ? code : 0;
    self->largest = MAX (self->largest, value);
  }
  return (gssize) n;
}

/* FALSE where something is not as was guessed or does not fit. */
static gboolean
pack_rows (OrientaArcs *self, const OrientaProblem *problem, Look *result)
{
  Look look = *result;
  const gint64 *first = problem->first;
  guint32 n = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    gssize more = pack_row (&look, problem->values + first[row], problem->columns + first[row],
                            (gsize) (first[row + 1] - first[row]), self->keys + n);
    if (more < 0 || look.codes > self->room)
      return FALSE;
    self->first[row + 1] = n += (guint32) more;
  }
  *result = look;
  return TRUE;
}

/* The columns of each row, above the columns' floors, in one pass that also looks whether the columns are some and
 * whether all that is listed has the scale's unit, and finds the largest value. NULL where that is not so. */
static OrientaArcs *
pack (const OrientaProblem *problem, OrientaScale *scale, const OrientaFloors *floors)
{
  guint bits = bits_of (problem->n_columns), most = MAX (bits, bits_of (problem->n_rows));
  guint32 room = (guint32) (((guint64) 1 << MIN (32 - most, MOST_BITS)) - 1);
  while (room > G_MAXUINT64 / (guint64) scale->unit) /* no other code is as low unless the unit is in the value */
    room >>= 1;
  OrientaArcs *self = arcs_new (problem->n_rows, bits, room, 0);
  self->keys = g_new (guint32, (gsize) problem->first[problem->n_rows] + 1);
  Look look = { scale->inverse, scale->shift, floors->shift, bits, room, problem->n_columns, floors->steps, 0, 0 };
  if (!pack_rows (self, problem, &look) || look.largest > ORIENTA_WIDEST
      || look.largest >> floors->shift >= ORIENTA_CLOSED) {
    arcs_free (self);
    return NULL;
  }
  scale->largest = look.largest;
  self->keys = g_renew (guint32, self->keys, self->first[self->n]);
  return self;
}

const OrientaSolver orienta_narrow = {
  pack, arcs_free, list_tight, search_new, search_run, search_get_left, search_read, search_find_tight, search_free,
};
