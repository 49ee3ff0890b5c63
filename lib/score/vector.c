/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/vector-private.h"

ORIENTA_VECTOR void
orienta_vector_fill (gint32 *column, guint n, gint32 value)
{
  for (guint i = 0; i < n; i++)
    column[i] = value;
}

ORIENTA_VECTOR void
orienta_vector_add (gint32 *restrict column, guint n, const gint32 *restrict other)
{
  for (guint i = 0; i < n; i++)
    column[i] += other[i];
}

/* Adds `value` where the unit's bit is set. `n` is a multiple of 64. */
ORIENTA_VECTOR void
orienta_vector_add_bits (gint32 *restrict column, guint n, const guint64 *restrict bits, gint32 value)
{
  for (guint word = 0; word < n / 32; word++) {
    guint32 half = (guint32) (bits[word / 2] >> (word % 2 * 32));
    gint32 *part = column + word * 32;
    for (guint i = 0; i < 32; i++)
      part[i] += value & -(gint32) (half >> i & 1);
  }
}

/* Writes `value` where the unit's bit is set. `n` is a multiple of 64. */
ORIENTA_VECTOR void
orienta_vector_set_bits (gint32 *restrict column, guint n, const guint64 *restrict bits, gint32 value)
{
  for (guint word = 0; word < n / 32; word++) {
    guint32 half = (guint32) (bits[word / 2] >> (word % 2 * 32));
    gint32 *part = column + word * 32;
    for (guint i = 0; i < 32; i++)
      part[i] = half >> i & 1 ? value : part[i];
  }
}

/* Adds `other`, each of it brought between `least` and `most` first. */
ORIENTA_VECTOR void
orienta_vector_add_bounded (gint32 *restrict column, guint n, const gint32 *restrict other, gint32 least, gint32 most)
{
  for (guint i = 0; i < n; i++) {
    gint32 raised = other[i] < least ? least : other[i];
    column[i] += raised > most ? most : raised;
  }
}

/* The greater of the two where both are something; nothing is 0. */
ORIENTA_VECTOR void
orienta_vector_max (gint32 *restrict column, guint n, const gint32 *restrict other)
{
  for (guint i = 0; i < n; i++) {
    gint32 greater = column[i] > other[i] ? column[i] : other[i];
    gint32 either = column[i] | other[i];
    column[i] = column[i] == 0 || other[i] == 0 ? either : greater;
  }
}

/* `other` where there is nothing yet. */
ORIENTA_VECTOR void
orienta_vector_first (gint32 *restrict column, guint n, const gint32 *restrict other)
{
  for (guint i = 0; i < n; i++)
    column[i] = column[i] == 0 ? other[i] : column[i];
}

ORIENTA_VECTOR void
orienta_vector_bound (gint32 *column, guint n, gint32 least, gint32 most)
{
  for (guint i = 0; i < n; i++) {
    gint32 raised = column[i] < least ? least : column[i];
    column[i] = raised > most ? most : raised;
  }
}

/* Whether any of 64 reaches its limit. */
ORIENTA_VECTOR gboolean
orienta_vector_any_at_least (const gint32 *column, const gint32 *limits)
{
  gint32 any = 0;
  for (guint i = 0; i < 64; i++)
    any |= column[i] >= limits[i];
  return any;
}
