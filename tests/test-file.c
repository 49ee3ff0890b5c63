/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "io/file-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static char *
beside (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
setup (void)
{
  folder = g_dir_make_tmp ("orienta-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

/* Removes the folder, in which only these were left. */
static void
teardown (const char *const *names)
{
  for (; *names; names++) {
    g_autofree char *path = beside (*names);
    ck_assert_int_eq (g_unlink (path), 0);
  }
  ck_assert_int_eq (g_rmdir (folder), 0); /* nothing else beside them */
  g_clear_pointer (&folder, g_free);
}

static void
check_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;
  gsize length;
  ck_assert (orienta_file_read (path, 1000, &found, &length, NULL));
  ck_assert_uint_eq (length, strlen (text));
  ck_assert_str_eq (found, text);
}

static void
check_unreadable (const char *path, gsize max, OrientaErrorCode code, const char *why)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("%s: %s", path, why);
  g_autoptr (GError) error = NULL;
  ck_assert (!orienta_file_read (path, max, &text, NULL, &error));
  ck_assert_ptr_null (text);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, (gint) code));
  ck_assert_str_eq (error->message, expected);
}

static void
check_unwritable (const char *path, const char *text, gsize length, const char *why)
{
  g_autofree char *expected = g_strdup_printf ("%s: %s", path, why ? why : "");
  g_autoptr (GError) error = NULL;
  ck_assert (!orienta_file_write (path, text, length, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_WRITE));
  ck_assert (why ? g_str_equal (error->message, expected) : g_str_has_prefix (error->message, expected));
}

START_TEST (test_write_and_read)
{
  setup ();
  g_autofree char *path = beside ("-");
  gsize length;
  g_autofree char *text = NULL;
  ck_assert (orienta_file_write (path, "été\n", 6, NULL));
  check_holds (path, "été\n");
  ck_assert (orienta_file_write (path, "a\0b", 3, NULL));
  ck_assert (orienta_file_read (path, 3, &text, &length, NULL));
  ck_assert_uint_eq (length, 3);
  ck_assert_mem_eq (text, "a\0b", 4);
  ck_assert (orienta_file_write (path, "", 0, NULL));
  check_holds (path, "");
  teardown ((const char *const[]){ "-", NULL });
}
END_TEST

START_TEST (test_large)
{
  setup ();
  g_autofree char *path = beside ("large");
  g_autofree char *text = g_strnfill (1000003, 'x');
  g_autofree char *found = NULL;
  gsize length;
  ck_assert (orienta_file_write (path, text, 1000003, NULL));
  ck_assert (orienta_file_read (path, 1000003, &found, &length, NULL));
  ck_assert_uint_eq (length, 1000003);
  ck_assert_str_eq (found, text);
  check_unreadable (path, 1000002, ORIENTA_ERROR_LIMIT, "larger than 1000002 bytes");
  check_unreadable (path, 0, ORIENTA_ERROR_LIMIT, "larger than 0 bytes");
  check_unreadable ("/dev/zero", 100000, ORIENTA_ERROR_LIMIT, "larger than 100000 bytes");
  teardown ((const char *const[]){ "large", NULL });
}
END_TEST

START_TEST (test_unreadable)
{
  setup ();
  g_autofree char *missing = beside ("missing");
  g_autofree char *secret = beside ("secret");
  check_unreadable (missing, 10, ORIENTA_ERROR_READ, "no such file");
  check_unreadable (folder, 10, ORIENTA_ERROR_READ, "a folder, not a file");
  ck_assert (orienta_file_write (secret, "x", 1, NULL));
  ck_assert_int_eq (g_chmod (secret, 0), 0);
  if (geteuid () != 0)
    check_unreadable (secret, 10, ORIENTA_ERROR_READ, "not permitted");
  teardown ((const char *const[]){ "secret", NULL });
}
END_TEST

/* A file that states no size. */
START_TEST (test_proc)
{
  g_autofree char *text = NULL;
  gsize length;
  if (!g_file_test ("/proc/self/status", G_FILE_TEST_EXISTS))
    return;
  ck_assert (orienta_file_read ("/proc/self/status", 1 << 20, &text, &length, NULL));
  ck_assert_uint_gt (length, 0);
  ck_assert_ptr_nonnull (strstr (text, "Name:"));
}
END_TEST

START_TEST (test_unwritable)
{
  setup ();
  g_autofree char *inside = g_build_filename (folder, "missing", "a", NULL);
  g_autofree char *pipe = beside ("pipe");
  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  check_unwritable (inside, "x", 1, "no such folder");
  check_unwritable (folder, "x", 1, "a folder, not a file");
  check_unwritable (pipe, "x", 1, "not a plain file");
  check_unwritable ("/dev/full", "x", 1, "not a plain file");
  teardown ((const char *const[]){ "pipe", NULL });
}
END_TEST

/* A link stays a link; the file it leads to is written. */
START_TEST (test_link)
{
  setup ();
  g_autofree char *file = beside ("file");
  g_autofree char *link = beside ("link");
  ck_assert (orienta_file_write (file, "old", 3, NULL));
  ck_assert_int_eq (symlink ("file", link), 0);
  ck_assert (orienta_file_write (link, "new", 3, NULL));
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  check_holds (file, "new");
  teardown ((const char *const[]){ "file", "link", NULL });
}
END_TEST

/* Where a file may not grow past 4096 bytes, as on a full disk: the old one stands, nothing lies beside it. */
START_TEST (test_no_space)
{
  setup ();
  g_autofree char *path = beside ("file");
  g_autofree char *text = g_strnfill (100000, 'x');
  struct rlimit before, small;
  ck_assert (orienta_file_write (path, "old", 3, NULL));
  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 4096;
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &small), 0);
  check_unwritable (path, text, 100000, NULL);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &before), 0);
  check_holds (path, "old");
  teardown ((const char *const[]){ "file", NULL });
}
END_TEST

TEST_MAIN ("file", test_write_and_read, test_large, test_unreadable, test_proc, test_unwritable, test_link,
           test_no_space)
