/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "model/name-private.h"

#include <string.h>

static gint
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

START_TEST (numbers_then_places)
{
  static const char *const given[] = { "m", "a", "Z", "10", "9", "m", "a", "b-1", "b:1", "b.1" };
  const char *sorted[] = { "m", "a", "Z", "10", "9", "b-1", "b:1", "b.1" };
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  OrientaNames names;
  orienta_names_init (&names);
  gint32 numbers[G_N_ELEMENTS (given)];
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    numbers[i] = orienta_names_add (&names, chunk, given[i], strlen (given[i]));
  ck_assert_int_eq (numbers[5], numbers[0]);
  ck_assert_int_eq (numbers[6], numbers[1]);
  ck_assert_uint_eq (names.texts->len, G_N_ELEMENTS (sorted));
  g_array_index (names.lines, gint32, numbers[3]) = 42;

  g_autofree gint32 *places = orienta_names_sort (&names);
  qsort (sorted, G_N_ELEMENTS (sorted), sizeof sorted[0], compare_text);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    ck_assert_str_eq (orienta_names_text (&names, (gint32) i), sorted[i]);
  for (guint i = 0; i < G_N_ELEMENTS (given); i++) {
    ck_assert_str_eq (orienta_names_text (&names, places[numbers[i]]), given[i]);
    ck_assert_int_eq (orienta_names_add (&names, chunk, given[i], strlen (given[i])), places[numbers[i]]);
  }
  ck_assert_int_eq (g_array_index (names.lines, gint32, places[numbers[3]]), 42);
  orienta_names_clear (&names);
}
END_TEST

START_TEST (part_of_a_text)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  OrientaNames names;
  orienta_names_init (&names);
  ck_assert_int_eq (orienta_names_add (&names, chunk, "ab|c", 2), 0);
  ck_assert_int_eq (orienta_names_add (&names, chunk, "ab", 2), 0);
  ck_assert_int_eq (orienta_names_add (&names, chunk, "abc", 3), 1);
  orienta_names_clear (&names);
}
END_TEST

START_TEST (permute)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  for (guint round = 0; round < 200; round++) {
    struct {
      gint32 value;
      char padding[37];
    } elements[60];
    gint32 places[60] = { 0 };
    guint n = (guint) g_rand_int_range (random, 0, 61);
    for (guint i = 0; i < n; i++) {
      guint at = (guint) g_rand_int_range (random, 0, (gint) i + 1);
      places[i] = places[at];
      places[at] = (gint32) i;
      elements[i].value = (gint32) i;
      elements[i].padding[36] = (char) i;
    }
    orienta_array_permute (elements, sizeof elements[0], places, n);
    for (guint i = 0; i < n; i++) {
      ck_assert_int_eq (elements[places[i]].value, (gint32) i);
      ck_assert_int_eq (elements[places[i]].padding[36], (char) i);
    }
  }
}
END_TEST

TEST_MAIN ("name", numbers_then_places, part_of_a_text, permute)
