/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "refusal.h"
#include "test.h"

#include "base/memory-private.h"

#include <string.h>

START_TEST (test_what_is_there)
{
  g_autoptr (GError) error = NULL;
  ck_assert (orienta_memory_check ("rows", 0, 8, &error));
  ck_assert (orienta_memory_check ("rows", 1000, 8, &error));
  ck_assert_ptr_null (error);
}
END_TEST

/* Neither products that do not fit nor what no machine has reach an allocator. */
START_TEST (test_what_is_not)
{
  static const guint64 sizes[] = { G_MAXUINT64, G_MAXUINT64 / 8 + 2, G_GUINT64_CONSTANT (1) << 61,
                                   G_GUINT64_CONSTANT (1) << 37 };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *expected =
        g_strdup_printf ("\"%" G_GUINT64_FORMAT "\" rows, expected fewer: there is no memory for them", sizes[i]);
    ck_assert (!orienta_memory_check ("rows", sizes[i], 8, &error));
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
    ck_assert_str_eq (error->message, expected);
  }
  ck_assert (!orienta_memory_check ("rows", G_MAXUINT64, 1, NULL));
}
END_TEST

START_TEST (test_grow)
{
  g_autofree guint32 *array = NULL;
  ck_assert (orienta_memory_grow (&array, 2, sizeof (guint32)));
  memcpy (array, (guint32[]){ 3, 7 }, 2 * sizeof (guint32));
  ck_assert (orienta_memory_grow (&array, 1000, sizeof (guint32)));
  guint32 *before = array;
  ck_assert (!orienta_memory_grow (&array, G_MAXSIZE / 2, sizeof (guint32)));
  ck_assert_ptr_eq (array, before);
  ck_assert_uint_eq (array[0], 3);
  ck_assert_uint_eq (array[1], 7);
}
END_TEST

TEST_MAIN ("memory", test_what_is_there, test_what_is_not, test_grow)
