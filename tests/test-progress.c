/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "base/progress-private.h"

START_TEST (test_counts)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  ck_assert_str_eq (orienta_progress_get_stage (progress), "");
  ck_assert_uint_eq (orienta_progress_get_total (progress), 0);
  orienta_progress_start (progress, "reading", 10);
  ck_assert (orienta_progress_advance (progress, 3));
  ck_assert (orienta_progress_advance (progress, 4));
  ck_assert_str_eq (orienta_progress_get_stage (progress), "reading");
  ck_assert_uint_eq (orienta_progress_get_done (progress), 7);
  ck_assert_uint_eq (orienta_progress_get_total (progress), 10);
  orienta_progress_start (progress, "scoring", 20);
  ck_assert_uint_eq (orienta_progress_get_done (progress), 0);
  ck_assert_uint_eq (orienta_progress_get_total (progress), 20);
}
END_TEST

START_TEST (test_nobody_looks)
{
  g_autoptr (GError) error = NULL;
  orienta_progress_start (NULL, "reading", 1);
  ck_assert (orienta_progress_advance (NULL, 1));
  ck_assert (orienta_progress_tick (NULL, &error));
  ck_assert_ptr_null (error);
  orienta_progress_unref (NULL);
}
END_TEST

START_TEST (test_cancel)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  orienta_progress_start (progress, "reading", 1);
  ck_assert (orienta_progress_tick (progress, &error));
  ck_assert (!orienta_progress_is_cancelled (progress));
  orienta_progress_cancel (progress);
  ck_assert (orienta_progress_is_cancelled (progress));
  ck_assert (!orienta_progress_advance (progress, 1));
  ck_assert (!orienta_progress_tick (progress, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
  ck_assert_str_eq (error->message, "cancelled while reading");
}
END_TEST

/* Says no at the third call. */
static gboolean
count_calls (OrientaProgress *progress, gpointer data)
{
  guint *calls = data;
  return ++*calls < 3;
}

START_TEST (test_tick_cancels)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  g_autoptr (GError) error = NULL;
  guint calls = 0;
  orienta_progress_set_tick (progress, count_calls, &calls);
  orienta_progress_start (progress, "reading", 0);
  gint64 limit = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  while (orienta_progress_tick (progress, &error))
    ck_assert_int_lt (g_get_monotonic_time (), limit);
  ck_assert_uint_eq (calls, 3);
  ck_assert (orienta_progress_is_cancelled (progress));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_CANCELLED));
}
END_TEST

static gboolean
go_on (OrientaProgress *progress, gpointer data)
{
  ++*(guint *) data;
  return TRUE;
}

START_TEST (test_tick_interval)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  guint calls = 0;
  orienta_progress_set_tick (progress, go_on, &calls);
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < 10000; i++)
    ck_assert (orienta_progress_tick (progress, NULL));
  gint64 spent = g_get_monotonic_time () - start;
  ck_assert_uint_ge (calls, 1);
  ck_assert_uint_le (calls, (guint) (spent / 20000) + 1);
}
END_TEST

#define STEPS 100000

static gpointer
work (gpointer data)
{
  for (guint i = 0; i < STEPS; i++)
    orienta_progress_advance (data, 1);
  return NULL;
}

START_TEST (test_threads)
{
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  GThread *threads[4];
  orienta_progress_start (progress, "scoring", 4 * STEPS);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("work", work, progress);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  ck_assert_uint_eq (orienta_progress_get_done (progress), 4 * STEPS);
}
END_TEST

START_TEST (test_references)
{
  OrientaProgress *progress = orienta_progress_new ();
  ck_assert_ptr_eq (orienta_progress_ref (progress), progress);
  orienta_progress_unref (progress);
  ck_assert_str_eq (orienta_progress_get_stage (progress), "");
  orienta_progress_unref (progress);
}
END_TEST

TEST_MAIN ("progress", test_counts, test_nobody_looks, test_cancel, test_tick_cancels, test_tick_interval, test_threads,
           test_references)
