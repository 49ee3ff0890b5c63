/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/philox-private.h"

#define ALL G_MAXUINT64

typedef struct {
  guint64 counter[4], key[2], block[4];
} Known;

/* The lines "philox4x64 10" of kat_vectors, published with Random123. */
static const Known published[] = {
  { { 0, 0, 0, 0 }, { 0, 0 }, { 0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b } },
  { { ALL, ALL, ALL, ALL },
    { ALL, ALL },
    { 0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0 } },
  { { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89 },
    { 0x452821e638d01377, 0xbe5466cf34e90c6c },
    { 0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6 } },
};

START_TEST (test_published)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
    guint64 block[4];
    orienta_philox (published[i].counter, published[i].key, block);
    for (guint k = 0; k < 4; k++)
      ck_assert_uint_eq (block[k], published[i].block[k]);
  }
}
END_TEST

typedef struct {
  OrientaDice dice;
  OrientaDraw draw;
  guint64 entity;
  guint64 bits[6];
  double uniforms[6];
} Drawn;

/* NumPy 2: bits of Philox (key=[seed, replication], counter=[0, entity, draw, 0]).random_raw (6), numbers of
 * Generator (...).random (6). */
static const Drawn of_numpy[] = {
  { { 0, 0 },
    ORIENTA_DRAW_ARRIVAL,
    0,
    { 0xa4c5607fb1206f77, 0x10435ec58bdff201, 0x1ecd83886ec6ca79, 0x56aac4cbfbafdfac, 0xaefe60245f4ba06f,
      0x6da0946f50e87e24 },
    { 0x1.498ac0ff6240dp-1, 0x1.0435ec58bdff0p-4, 0x1.ecd83886ec6c8p-4, 0x1.5aab132feebf6p-2, 0x1.5dfcc048be974p-1,
      0x1.b68251bd43a1ep-2 } },
  { { 42, 7 },
    ORIENTA_DRAW_HOUSEHOLD,
    (G_GUINT64_CONSTANT (3) << 32) | 5,
    { 0xabff31e7673ccdc3, 0xa9f897373ab91d77, 0x81b3b57000e07e54, 0x8c4744742c794cda, 0xb8fe676de8ebdb11,
      0x2e08e619600a75f2 },
    { 0x1.57fe63cece799p-1, 0x1.53f12e6e75723p-1, 0x1.03676ae001c0fp-1, 0x1.188e88e858f29p-1, 0x1.71fccedbd1d7bp-1,
      0x1.704730cb00538p-3 } },
  { { ALL, ALL },
    ORIENTA_DRAW_STAY,
    ALL,
    { 0xf085c1af5e974b94, 0x3efd8851982d0f9e, 0xb709c0f05d120880, 0x7ab3fbca645769f9, 0xa88a492ab89c18c8,
      0x5f8e33ad7ecf45f4 },
    { 0x1.e10b835ebd2e9p-1, 0x1.f7ec428cc1684p-3, 0x1.6e1381e0ba241p-1, 0x1.eacfef29915dap-2, 0x1.5114925571383p-1,
      0x1.7e38ceb5fb3d0p-2 } },
};

START_TEST (test_as_numpy)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_numpy); i++) {
    const Drawn *drawn = &of_numpy[i];
    for (guint k = 0; k < 6; k++) {
      ck_assert_uint_eq (orienta_dice_bits (&drawn->dice, drawn->draw, drawn->entity, k), drawn->bits[k]);
      ck_assert (orienta_dice_uniform (&drawn->dice, drawn->draw, drawn->entity, k) == drawn->uniforms[k]);
    }
  }
}
END_TEST

START_TEST (test_stream)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_numpy); i++) {
    OrientaThrows stream;
    orienta_throws_init (&stream, &of_numpy[i].dice, of_numpy[i].draw, of_numpy[i].entity);
    for (guint k = 0; k < 6; k++)
      ck_assert (orienta_throws_next (&stream) == of_numpy[i].uniforms[k]);
    for (guint k = 6; k-- > 0;)
      ck_assert (orienta_throws_at (&stream, k) == of_numpy[i].uniforms[k]);
  }
}
END_TEST

/* The mean of 100 000 uniform numbers is one half, give or take five of its standard deviations (1 / sqrt (12 n)). */
START_TEST (test_mean)
{
  const OrientaDice dice = { 1, 0 };
  double sum = 0;
  for (guint i = 0; i < 100000; i++)
    sum += orienta_dice_uniform (&dice, ORIENTA_DRAW_ANSWER, i, 0);
  ck_assert_double_eq_tol (sum / 100000, 0.5, 5 * 0.000913);
}
END_TEST

TEST_MAIN ("philox", test_published, test_as_numpy, test_stream, test_mean)
