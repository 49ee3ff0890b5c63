/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/vector-private.h"

#define LINE 64 /* bytes that a processor fetches at once, and its widest vector */

/* A column of nothing, where a line begins. Free with g_aligned_free(). */
gint32 *
orienta_vector_new (gsize n)
{
  return g_aligned_alloc0 (MAX (n, 1), sizeof (gint32), LINE);
}

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

/* Adds `value`, then brings each between `least` and `most`. */
ORIENTA_VECTOR void
orienta_vector_raise (gint32 *column, guint n, gint32 value, gint32 least, gint32 most)
{
  for (guint i = 0; i < n; i++) {
    gint32 sum = column[i] + value;
    gint32 raised = sum < least ? least : sum;
    column[i] = raised > most ? most : raised;
  }
}

/* Leaves nothing where the unit's bit is not set. `n` is a multiple of 64. */
ORIENTA_VECTOR void
orienta_vector_keep_bits (gint32 *restrict column, guint n, const guint64 *restrict bits)
{
  for (guint word = 0; word < n / 32; word++) {
    guint32 half = (guint32) (bits[word / 2] >> (word % 2 * 32));
    gint32 *part = column + word * 32;
    for (guint i = 0; i < 32; i++)
      part[i] &= -(gint32) (half >> i & 1);
  }
}

/* Adds `value` from a rank on. */
ORIENTA_VECTOR void
orienta_vector_add_from (gint32 *restrict column, guint n, const gint32 *restrict ranks, gint32 first, gint32 value)
{
  for (guint i = 0; i < n; i++)
    column[i] += ranks[i] >= first ? value : 0;
}

/* The value of each unit's class. */
ORIENTA_VECTOR void
orienta_vector_spread (gint32 *restrict column, guint n, const guint32 *restrict classes, const gint32 *restrict values)
{
  for (guint i = 0; i < n; i++)
    column[i] = values[classes[i]];
}

ORIENTA_VECTOR void
orienta_vector_and (guint64 *restrict bits, guint n, const guint64 *restrict other)
{
  for (guint i = 0; i < n; i++)
    bits[i] &= other[i];
}

ORIENTA_VECTOR void
orienta_vector_or (guint64 *restrict bits, guint n, const guint64 *restrict other)
{
  for (guint i = 0; i < n; i++)
    bits[i] |= other[i];
}

/* Takes from `bits` what is in `when` and not in `unless`. */
ORIENTA_VECTOR void
orienta_vector_strike (guint64 *restrict bits, guint n, const guint64 *restrict when, const guint64 *restrict unless)
{
  for (guint i = 0; i < n; i++)
    bits[i] &= ~when[i] | unless[i];
}

/* The place of each bit that is set, lowest first. Returns how many. */
ORIENTA_VECTOR guint
orienta_vector_list_bits (guint32 *restrict list, guint n, const guint64 *restrict bits)
{
  guint32 *next = list;
  for (guint word = 0; word < n; word++)
    for (guint64 rest = bits[word]; rest != 0; rest &= rest - 1)
      *next++ = word * 64 + (guint32) __builtin_ctzll (rest);
  return (guint) (next - list);
}

/* The numbers of a column at the places of a list. */
ORIENTA_VECTOR void
orienta_vector_collect (gint64 *restrict numbers, guint n, const guint32 *restrict list, const gint32 *restrict column)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = column[list[i]];
}

/* The numbers of a column, in 64 bits. */
ORIENTA_VECTOR void
orienta_vector_widen (gint64 *restrict numbers, guint n, const gint32 *restrict column)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = column[i];
}

/* The numbers of a column at the places of a list, as narrow as they are. */
ORIENTA_VECTOR void
orienta_vector_pick (gint32 *restrict few, guint n, const guint32 *restrict list, const gint32 *restrict column)
{
  for (guint i = 0; i < n; i++)
    few[i] = column[list[i]];
}

/* And back: each number to its place. */
ORIENTA_VECTOR void
orienta_vector_put (gint32 *restrict column, guint n, const guint32 *restrict list, const gint32 *restrict few)
{
  for (guint i = 0; i < n; i++)
    column[list[i]] = few[i];
}

/* The bits at the places of a list. `n` is a multiple of 64. */
ORIENTA_VECTOR void
orienta_vector_pick_bits (guint64 *restrict few, guint n, const guint32 *restrict list, const guint64 *restrict bits)
{
  for (guint word = 0; word < n / 64; word++, list += 64) {
    guint64 picked = 0;
    for (guint i = 0; i < 64; i++)
      picked |= (bits[list[i] / 64] >> list[i] % 64 & 1) << i;
    few[word] = picked;
  }
}

ORIENTA_VECTOR guint
orienta_vector_count_bits (const guint64 *bits, guint n)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    count += (guint) __builtin_popcountll (bits[i]);
  return count;
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
