/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "folder.h"

#include "model/derive-private.h"

#define SIZE 40

/* By the definition: going up from `inner` one meets `outer`. */
static gboolean
is_above (const OrientaTerritoryRow *rows, gint outer, gint inner)
{
  for (; inner >= 0; inner = rows[inner].parent)
    if (inner == outer)
      return TRUE;
  return FALSE;
}

static void
assert_walk (OrientaTerritoryRow *rows, guint n)
{
  OrientaRegister reg = { .territories = rows };
  orienta_territories_walk (rows, n);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      ck_assert_int_eq (orienta_territory_is_within (&reg, (gint) a, (gint) b), is_above (rows, (gint) b, (gint) a));
}

START_TEST (random_forests)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint round = 0; round < 500; round++) {
    OrientaTerritoryRow rows[SIZE] = { 0 };
    gint32 places[SIZE];
    guint n = (guint) g_rand_int_range (random, 0, SIZE + 1);
    for (guint i = 0; i < n; i++) { /* a random order, parents being earlier in it */
      guint at = (guint) g_rand_int_range (random, 0, (gint) i + 1);
      places[i] = places[at];
      places[at] = (gint32) i;
    }
    for (guint i = 0; i < n; i++)
      rows[places[i]].parent =
          i == 0 || g_rand_int_range (random, 0, 5) == 0 ? -1 : places[g_rand_int_range (random, 0, (gint) i)];
    assert_walk (rows, n);
  }
}
END_TEST

START_TEST (shapes)
{
  OrientaTerritoryRow chain[SIZE] = { 0 }, star[SIZE] = { 0 }, apart[SIZE] = { 0 };
  for (gint i = 0; i < SIZE; i++) {
    chain[i].parent = i + 1 < SIZE ? i + 1 : -1;
    star[i].parent = i == 17 ? -1 : 17;
    apart[i].parent = -1;
  }
  assert_walk (chain, SIZE);
  assert_walk (star, SIZE);
  assert_walk (apart, SIZE);
  assert_walk (apart, 0);
}
END_TEST

/* Without lines of territories those that are named stand for themselves, in order. */
START_TEST (implicit)
{
  g_autoptr (OrientaRegister) reg = document_read (
      "{'orienta':1,'as_of':'2026-11-22','households':[{'id':'H','request_date':'2026-01-01','adults':1,"
      "'wants_territories':['c','a'],'avoids_territories':['e']}],'units':[{'id':'U','kind':'plai','territory':'d'}],"
      "'services':[{'id':'S','territories':['b','a']}]}");
  static const char *const expected[] = { "a", "b", "c", "d", "e" };
  ck_assert_uint_eq (orienta_register_get_n_territories (reg), 5);
  for (guint i = 0; i < 5; i++) {
    ck_assert_str_eq (orienta_register_get_territory_id (reg, i), expected[i]);
    ck_assert_int_eq (orienta_register_find_territory (reg, expected[i]), (gint) i);
    ck_assert_int_eq (reg->territories[i].parent, -1);
  }
  ck_assert_int_eq (orienta_register_find_territory (reg, "f"), -1);
}
END_TEST

TEST_MAIN ("territory", random_forests, shapes, implicit)
