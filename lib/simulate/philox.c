/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/philox-private.h"

#define ROUNDS 10
#define MULTIPLIER_0 G_GUINT64_CONSTANT (0xD2E7470EE14C6C93)
#define MULTIPLIER_1 G_GUINT64_CONSTANT (0xCA5A826395121157)
#define WEYL_0 G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
#define WEYL_1 G_GUINT64_CONSTANT (0xBB67AE8584CAA73B)

/* The block of 256 bits of that counter under that key: ten rounds of two multiplications to 128 bits. */
void
orienta_philox (const guint64 counter[4], const guint64 key[2], guint64 block[4])
{
  guint64 a = counter[0], b = counter[1], c = counter[2], d = counter[3];
  guint64 k = key[0], l = key[1];
#pragma GCC unroll 10
  for (guint round = 0; round < ROUNDS; round++) {
    unsigned __int128 first = (unsigned __int128) MULTIPLIER_0 * a;
    unsigned __int128 second = (unsigned __int128) MULTIPLIER_1 * c;
    a = (guint64) (second >> 64) ^ b ^ k;
    b = (guint64) second;
    c = (guint64) (first >> 64) ^ d ^ l;
    d = (guint64) first;
    k += WEYL_0;
    l += WEYL_1;
  }
  block[0] = a;
  block[1] = b;
  block[2] = c;
  block[3] = d;
}

/* 53 bits as a number from 0 up to 1 without it: what NumPy's Generator.random() makes of them. */
static double
to_uniform (guint64 bits)
{
  return (double) (bits >> 11) * (1.0 / 9007199254740992.0);
}

/**
 * orienta_dice_bits:
 * @entity: who or what the draw is about, as @draw says
 * @number: how many draws of that kind the entity had before
 *
 * Draws 0 to 3 are the block of counter (1, entity, draw, 0), 4 to 7 that of (2, entity, draw, 0), and so on. In NumPy,
 * which adds 1 to a counter before it uses it:
 *
 *     numpy.random.Philox(key=[seed, replication], counter=[0, entity, draw, 0]).random_raw(number + 1)[number]
 */
guint64
orienta_dice_bits (const OrientaDice *self, OrientaDraw draw, guint64 entity, guint64 number)
{
  const guint64 counter[4] = { number / 4 + 1, entity, draw, 0 }, key[2] = { self->seed, self->replication };
  guint64 block[4];
  orienta_philox (counter, key, block);
  return block[number % 4];
}

/* The same draw as a number from 0 up to 1 without it; a multiple of 2^-53. */
double
orienta_dice_uniform (const OrientaDice *self, OrientaDraw draw, guint64 entity, guint64 number)
{
  return to_uniform (orienta_dice_bits (self, draw, entity, number));
}

/* Begins at draw 0 of that entity. */
void
orienta_throws_init (OrientaThrows *self, const OrientaDice *dice, OrientaDraw draw, guint64 entity)
{
  *self = (OrientaThrows){ .counter = { 0, entity, draw, 0 }, .key = { dice->seed, dice->replication } };
}

/* Draw `number` of the entity; at the price of a block only where the one before lay in another. */
double
orienta_throws_at (OrientaThrows *self, guint64 number)
{
  if (self->counter[0] != number / 4 + 1) {
    self->counter[0] = number / 4 + 1;
    orienta_philox (self->counter, self->key, self->block);
  }
  return to_uniform (self->block[number % 4]);
}

/* The next draw: from 0 on, whatever was asked for by its number. */
double
orienta_throws_next (OrientaThrows *self)
{
  return orienta_throws_at (self, self->number++);
}
