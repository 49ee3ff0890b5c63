/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "policy/policy-private.h"

/* Arithmetic on a column of 32-bit points, one for each unit, padded to whole words of 64. Loops that a compiler turns into
 * vector instructions, in a version for each generation of processor where that can be chosen at run time. */

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define ORIENTA_VECTOR __attribute__ ((target_clones ("arch=x86-64-v4", "avx2", "default"), optimize ("O3")))
#else
#define ORIENTA_VECTOR
#endif

gint32 *orienta_vector_new      (gsize n);
void orienta_vector_fill        (gint32 *column, guint n, gint32 value);
void orienta_vector_add         (gint32 *column, guint n, const gint32 *other);
void orienta_vector_add_bits    (gint32 *column, guint n, const guint64 *bits, gint32 value);
void orienta_vector_set_bits    (gint32 *column, guint n, const guint64 *bits, gint32 value);
void orienta_vector_keep_bits   (gint32 *column, guint n, const guint64 *bits);
void orienta_vector_add_bounded (gint32 *column, guint n, const gint32 *other, gint32 least, gint32 most);
void orienta_vector_max         (gint32 *column, guint n, const gint32 *other);
void orienta_vector_first       (gint32 *column, guint n, const gint32 *other);
void orienta_vector_raise       (gint32 *column, guint n, gint32 value, gint32 least, gint32 most);
void orienta_vector_add_from    (gint32 *column, guint n, const gint32 *ranks, gint32 first, gint32 value);
void orienta_vector_spread      (gint32 *column, guint n, const guint32 *classes, const gint32 *values);
gboolean orienta_vector_any_at_least (const gint32 *column, const gint32 *limits);

/* The same on rows of bits, `n` words of 64. */
void orienta_vector_and         (guint64 *bits, guint n, const guint64 *other);
void orienta_vector_or          (guint64 *bits, guint n, const guint64 *other);
void orienta_vector_strike      (guint64 *bits, guint n, const guint64 *when, const guint64 *unless);
guint orienta_vector_count_bits (const guint64 *bits, guint n);
guint orienta_vector_list_bits  (guint32 *list, guint n, const guint64 *bits);
void orienta_vector_collect     (gint64 *numbers, guint n, const guint32 *list, const gint32 *column);
void orienta_vector_widen       (gint64 *numbers, guint n, const gint32 *column);
void orienta_vector_pick        (gint32 *few, guint n, const guint32 *list, const gint32 *column);
void orienta_vector_put         (gint32 *column, guint n, const guint32 *list, const gint32 *few);
void orienta_vector_pick_bits   (guint64 *few, guint n, const guint32 *list, const guint64 *bits);
