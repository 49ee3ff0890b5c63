/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Draws that depend on nothing but what is drawn: Philox4x64-10 (Salmon and others, SC 2011), as NumPy's. The key is the
 * seed and the replication, the counter who and what; whoever asks for the same draw gets the same bits, on any
 * machine, in any order. */

typedef struct {
  guint64 seed, replication;
} OrientaDice;

/* What a draw is for; a number keeps its meaning for ever, so that a new kind of draw changes no old one. */
typedef enum {
  ORIENTA_DRAW_ARRIVAL = 1,   /* entity: profile; a gap for each number */
  ORIENTA_DRAW_HOUSEHOLD = 2, /* entity: profile << 32 | number in it; a trait for each number */
  ORIENTA_DRAW_PATIENCE = 3,
  ORIENTA_DRAW_CHANGE = 4,
  ORIENTA_DRAW_ANSWER = 5,
  ORIENTA_DRAW_STAY = 6, /* entity: unit << 32 | place */
  ORIENTA_DRAW_SUPPORT = 7,
} OrientaDraw;

/* The draws of one entity one after the other, at the price of one block for four of them. */
typedef struct {
  guint64 counter[4], key[2], block[4];
  guint64 number; /* of the next draw */
} OrientaThrows;

void    orienta_philox       (const guint64 counter[4], const guint64 key[2], guint64 block[4]);
guint64 orienta_dice_bits    (const OrientaDice *self, OrientaDraw draw, guint64 entity, guint64 number);
double  orienta_dice_uniform (const OrientaDice *self, OrientaDraw draw, guint64 entity, guint64 number); /* [0, 1) */

void    orienta_throws_init  (OrientaThrows *self, const OrientaDice *dice, OrientaDraw draw, guint64 entity);
double  orienta_throws_next  (OrientaThrows *self);                 /* [0, 1) */
double  orienta_throws_at    (OrientaThrows *self, guint64 number); /* the same as orienta_dice_uniform() */
