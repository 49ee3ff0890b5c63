/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "io/stream-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The whole text of a file of these bytes, or NULL and its faults. */
static char *
read_bytes (const char *bytes, gsize length, char **why)
{
  g_autofree char *path = NULL;
  gint fd = g_file_open_tmp ("orienta-XXXXXX", &path, NULL);
  ck_assert (g_close (fd, NULL));
  ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaStream) stream = orienta_stream_open (path, "a.csv", faults);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *block;
  gsize n;
  while (stream && (block = orienta_stream_read (stream, &n)))
    g_string_append_len (text, block, (gssize) n);
  if (stream)
    ck_assert_uint_eq (orienta_stream_offset (stream), length);
  g_unlink (path);
  g_autoptr (GError) error = NULL;
  if (orienta_faults_raise (faults, &error))
    return g_string_free (g_steal_pointer (&text), FALSE);
  *why = g_strdup (error->message);
  return NULL;
}

static void
check_text (const char *bytes, const char *expected)
{
  char *why = NULL;
  g_autofree char *text = read_bytes (bytes, strlen (bytes), &why);
  ck_assert_ptr_null (why);
  ck_assert_str_eq (text, expected);
}

static void
check_refused (const char *bytes, gsize length, const char *expected)
{
  g_autofree char *why = NULL;
  g_autofree char *text = read_bytes (bytes, length, &why);
  ck_assert_ptr_null (text);
  ck_assert_str_eq (why, expected);
}

START_TEST (test_utf8)
{
  check_text ("", "");
  check_text ("été €", "été €");
  check_text ("\xef\xbb\xbf"
              "été",
              "été");
  check_text ("\xef\xbb\xbf", "");
  check_text ("a\xef\xbb\xbf", "a\xef\xbb\xbf");
}
END_TEST

/* Bytes and characters of the table published by Unicode (CP1252.TXT). */
START_TEST (test_windows)
{
  check_text ("\xe9t\xe9 \x80", "été €");
  check_text ("\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e", "‚ƒ„…†‡ˆ‰Š‹ŒŽ");
  check_text ("\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f", "‘’“”•–—˜™š›œžŸ");
  check_text ("\xa0\xc0\xff", "\u00a0Àÿ");
}
END_TEST

/* One byte at the end decides for all before it. */
START_TEST (test_late_byte)
{
  g_autofree char *dots = g_strnfill (200000, '.');
  g_autofree char *bytes = g_strconcat ("é", dots, "\xe9", NULL);
  g_autofree char *expected = g_strconcat ("Ã©", dots, "é", NULL);
  check_text (bytes, expected);
}
END_TEST

START_TEST (test_character_across_blocks)
{
  for (guint n = 65536 - 4; n <= 65536; n++) {
    g_autofree char *dots = g_strnfill (n, '.');
    g_autofree char *text = g_strconcat (dots, "😀é", NULL);
    check_text (text, text);
  }
}
END_TEST

START_TEST (test_neither)
{
  check_refused ("a\r\nb\n\x81", 6, "a.csv:3: byte 0x81 is neither UTF-8 nor Windows-1252");
  check_refused ("a\rb\r\xe9\x8d", 6, "a.csv:3: byte 0x8d is neither UTF-8 nor Windows-1252");
  check_refused ("\x8f", 1, "a.csv:1: byte 0x8f is neither UTF-8 nor Windows-1252");
  check_refused ("\x90\n", 2, "a.csv:1: byte 0x90 is neither UTF-8 nor Windows-1252");
  check_refused ("\n\n\xe9\n\x9d", 5, "a.csv:4: byte 0x9d is neither UTF-8 nor Windows-1252");
  check_refused ("\xef\xbb\xbf"
                 "a\n\xe9",
                 6, "a.csv:2: byte 0xe9 is not UTF-8, which the byte-order mark announces");
  check_refused ("a\n\0b", 4, "a.csv:2: a NUL byte; text in UTF-8 or Windows-1252 was expected");
}
END_TEST

START_TEST (test_utf16)
{
  const char *expected = "a.csv: the file is in UTF-16; UTF-8 or Windows-1252 was expected";
  check_refused ("\xff\xfe"
                 "a\0",
                 4, expected);
  check_refused ("\xfe\xff\0"
                 "a",
                 4, expected);
  check_refused ("a\0b\0", 4, "a.csv:1: a NUL byte; text in UTF-8 or Windows-1252 was expected");
}
END_TEST

static void
check_cannot_open (const char *path, const char *expected)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (orienta_stream_open (path, "a.csv", faults));
  orienta_faults_raise (faults, &error);
  ck_assert_str_eq (error->message, expected);
  ck_assert_int_eq (error->code, ORIENTA_ERROR_READ);
}

START_TEST (test_not_a_file)
{
  g_autofree char *folder = g_dir_make_tmp ("orienta-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  check_cannot_open (folder, "a.csv: a folder, not a file");
  check_cannot_open (pipe, "a.csv: not a plain file"); /* and nobody waits for a writer */
  check_cannot_open ("/dev/zero", "a.csv: not a plain file");
  check_cannot_open ("/nowhere/a.csv", "a.csv: no such file");
  g_unlink (pipe);
  g_rmdir (folder);
}
END_TEST

/* A file written to after the first look: what was found out about it no longer holds. */
START_TEST (test_changed_meanwhile)
{
  g_autofree char *path = NULL;
  gint fd = g_file_open_tmp ("orienta-XXXXXX", &path, NULL);
  ck_assert_int_eq (write (fd, "a", 1), 1);
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaStream) stream = orienta_stream_open (path, "a.csv", faults);
  ck_assert_int_eq (write (fd, "\xff", 1), 1);
  ck_assert (g_close (fd, NULL));
  gsize n;
  while (orienta_stream_read (stream, &n))
    ;
  g_unlink (path);
  g_autoptr (GError) error = NULL;
  ck_assert (!orienta_faults_raise (faults, &error));
  ck_assert_str_eq (error->message, "a.csv: changed while it was read");
}
END_TEST

TEST_MAIN ("stream", test_utf8, test_windows, test_late_byte, test_character_across_blocks, test_neither, test_utf16,
           test_not_a_file, test_changed_meanwhile)
