/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "base/fault-private.h"

START_TEST (test_none)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (GError) error = NULL;
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  ck_assert (orienta_faults_raise (faults, &error));
  ck_assert_ptr_null (error);
  orienta_faults_free (NULL);
}
END_TEST

START_TEST (test_places)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (GError) error = NULL;
  orienta_faults_add (faults, ORIENTA_ERROR_SYNTAX, "a.csv", 3, 7, "%s", "with column");
  orienta_faults_add (faults, ORIENTA_ERROR_INVALID, "a.csv", 4, 0, "line %d", 4);
  orienta_faults_add (faults, ORIENTA_ERROR_READ, "a.csv", 0, 9, "file");
  orienta_faults_add (faults, ORIENTA_ERROR_INVALID, NULL, 5, 6, "no file");
  ck_assert_uint_eq (orienta_faults_count (faults), 4);
  ck_assert (!orienta_faults_raise (faults, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_SYNTAX)); /* the first one's */
  ck_assert_str_eq (error->message, "a.csv:3:7: with column\na.csv:4: line 4\na.csv: file\nno file");
  ck_assert (!orienta_faults_raise (faults, NULL));
}
END_TEST

/* The number of lines of the error, and the last of them. */
static guint
count_lines (guint n, char **last)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (GError) error = NULL;
  for (guint i = 1; i <= n; i++)
    orienta_faults_add (faults, ORIENTA_ERROR_INVALID, "a", i, 0, "x");
  ck_assert_uint_eq (orienta_faults_count (faults), n);
  orienta_faults_raise (faults, &error);
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  *last = g_strdup (lines[g_strv_length (lines) - 1]);
  return g_strv_length (lines);
}

START_TEST (test_limit)
{
  g_autofree char *at = NULL, *past = NULL, *far = NULL;
  ck_assert_uint_eq (count_lines (100, &at), 100);
  ck_assert_str_eq (at, "a:100: x");
  ck_assert_uint_eq (count_lines (101, &past), 101);
  ck_assert_str_eq (past, "… and 1 more");
  ck_assert_uint_eq (count_lines (5000, &far), 101);
  ck_assert_str_eq (far, "… and 4900 more");
}
END_TEST

TEST_MAIN ("fault", test_none, test_places, test_limit)
