/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "simulate/survival-private.h"

#include <math.h>

#define assert_share(n, spells, length, expected)                                                                      \
  ck_assert_double_eq_tol (orienta_spells_share (n, spells, length), expected, 5.1e-4)

/* The weeks until relapse of 21 patients on 6-MP (Freireich and others, Blood 21, 1963), the example that survival
 * analysis is taught with; the published product-limit estimate is .857 after 6 weeks, then .807, .753, .690, .627,
 * .538, .448. */
START_TEST (test_published)
{
  OrientaSpell spells[] = { { 6, TRUE },   { 6, TRUE },   { 6, TRUE },   { 6, FALSE }, { 7, TRUE },   { 9, FALSE },
                            { 10, TRUE },  { 10, FALSE }, { 11, FALSE }, { 13, TRUE }, { 16, TRUE },  { 17, FALSE },
                            { 19, FALSE }, { 20, FALSE }, { 22, TRUE },  { 23, TRUE }, { 25, FALSE }, { 32, FALSE },
                            { 32, FALSE }, { 34, FALSE }, { 35, FALSE } };
  guint n = G_N_ELEMENTS (spells);
  for (guint i = 0; i < n / 2; i++) { /* in any order */
    OrientaSpell spell = spells[i];
    spells[i] = spells[n - 1 - i];
    spells[n - 1 - i] = spell;
  }
  orienta_spells_sort (n, spells);
  assert_share (n, spells, 5, 1);
  assert_share (n, spells, 6, 0.857);
  assert_share (n, spells, 7, 0.807);
  assert_share (n, spells, 9, 0.807);
  assert_share (n, spells, 10, 0.753);
  assert_share (n, spells, 13, 0.690);
  assert_share (n, spells, 16, 0.627);
  assert_share (n, spells, 22, 0.538);
  assert_share (n, spells, 34, 0.448);
  ck_assert (isnan (orienta_spells_share (n, spells, 35)));
}
END_TEST

/* Without anybody cut off it is the plain share: 3 of 4 last longer than 1, 1 of 4 longer than 2. */
START_TEST (test_all_seen)
{
  OrientaSpell spells[] = { { 2, TRUE }, { 1, TRUE }, { 3, TRUE }, { 2, TRUE } };
  orienta_spells_sort (4, spells);
  ck_assert (orienta_spells_share (4, spells, 0) == 1);
  ck_assert (orienta_spells_share (4, spells, 1) == 0.75);
  ck_assert (orienta_spells_share (4, spells, 2) == 0.25);
  ck_assert (orienta_spells_share (4, spells, 3) == 0);
  ck_assert (orienta_spells_share (4, spells, 99) == 0);
}
END_TEST

START_TEST (test_nobody)
{
  ck_assert (isnan (orienta_spells_share (0, NULL, 5)));
  OrientaSpell waits = { 4, FALSE };
  ck_assert (orienta_spells_share (1, &waits, 3) == 1);
  ck_assert (isnan (orienta_spells_share (1, &waits, 4)));
}
END_TEST

/* Many, of few and of many lengths: in order, and all of them still there. */
START_TEST (test_sort_many)
{
  static const gint64 longest[] = { 3, 5000, G_GINT64_CONSTANT (40000000000) };
  for (guint k = 0; k < G_N_ELEMENTS (longest); k++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (k);
    guint n = 5000;
    g_autofree OrientaSpell *spells = g_new (OrientaSpell, n);
    gint64 sum[2] = { 0 }, sorted[2] = { 0 };
    for (guint i = 0; i < n; i++) {
      spells[i] = (OrientaSpell){ (gint64) (g_rand_double (rand) * (double) longest[k]), g_rand_boolean (rand) };
      sum[spells[i].ended] += spells[i].length + 1;
    }
    orienta_spells_sort (n, spells);
    for (guint i = 0; i < n; i++) {
      sorted[spells[i].ended] += spells[i].length + 1;
      if (i > 0)
        ck_assert (spells[i - 1].length < spells[i].length
                   || (spells[i - 1].length == spells[i].length && spells[i - 1].ended >= spells[i].ended));
    }
    ck_assert_int_eq (sum[0], sorted[0]);
    ck_assert_int_eq (sum[1], sorted[1]);
  }
}
END_TEST

TEST_MAIN ("survival", test_published, test_all_seen, test_nobody, test_sort_many)
