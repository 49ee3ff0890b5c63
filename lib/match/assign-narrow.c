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

#include "match/assign-search-body.h"

static inline guint64
turn_right (guint64 value, guint bits)
{
  return value >> bits | value << (-bits & 63);
}

/* What a pass finds beside the arcs: the largest value, and all codes in one. */
typedef struct {
  gint64 largest;
  guint64 codes;
} Found;

/* The arcs of one row above the floors go to `keys`; how many, or -1 where a column is none. */
static gssize
pack_row (const OrientaArcs *self, const OrientaProblem *problem, guint row, const OrientaScale *scale,
          const gint64 *floors, guint32 *keys, Found *found)
{
  gsize n = 0;
  guint64 inverse = scale->inverse, codes = found->codes;
  gint64 largest = found->largest;
  for (gint64 i = problem->first[row]; i < problem->first[row + 1]; i++) {
    gint64 value = problem->values[i];
    guint32 column = problem->columns[i];
    if (column >= problem->n_columns)
      return -1;
    gboolean listed = value >= floors[column];
    guint64 code = turn_right ((guint64) value * inverse, scale->shift); /* high where the unit is not in the value */
    largest = MAX (largest, value);
    codes |= listed ? code : 0;
    keys[n] = (self->room - (guint32) code) << self->bits | column;
    n += (gsize) listed;
  }
  *found = (Found){ largest, codes };
  return (gssize) n;
}

/* FALSE where something is not as was guessed or does not fit. */
static gboolean
pack_rows (OrientaArcs *self, const OrientaProblem *problem, OrientaScale *scale, const gint64 *floors)
{
  Found found = { 0, 0 };
  guint32 n = 0;
  for (guint row = 0; row < problem->n_rows; row++) {
    gssize more = pack_row (self, problem, row, scale, floors, self->keys + n, &found);
    if (more < 0 || found.codes > self->room)
      return FALSE;
    self->first[row + 1] = n += (guint32) more;
  }
  scale->largest = found.largest;
  return scale->largest <= ORIENTA_WIDEST;
}

/* The columns of each row, above the columns' floors, in one pass that also looks whether the columns are some and
 * whether all that is listed has the scale's unit, and finds the largest value. NULL where that is not so. */
static OrientaArcs *
pack (const OrientaProblem *problem, OrientaScale *scale, const gint64 *floors)
{
  guint bits = bits_of (problem->n_columns), most = MAX (bits, bits_of (problem->n_rows));
  guint32 room = (guint32) (((guint64) 1 << MIN (32 - most, MOST_BITS)) - 1);
  while (room > scale->most)
    room >>= 1;
  OrientaArcs *self = arcs_new (problem->n_rows, bits, room);
  self->keys = g_new (guint32, (gsize) problem->first[problem->n_rows] + 1);
  if (!pack_rows (self, problem, scale, floors)) {
    arcs_free (self);
    return NULL;
  }
  self->keys = g_renew (guint32, self->keys, self->first[self->n]);
  return self;
}

const OrientaSolver orienta_narrow = {
  pack, arcs_free, search_new, search_run, search_get_left, search_read, search_find_tight, search_free,
};
