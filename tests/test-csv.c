/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "io/csv-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define CELL_MAX 65536

static char *path;
static OrientaFaults *faults;
static OrientaCsv *csv;

/* Opens these bytes as the file "a.csv". */
static OrientaCsv *
given_bytes (const char *bytes, gsize length)
{
  gint fd = g_file_open_tmp ("orienta-XXXXXX", &path, NULL);
  ck_assert_int_ge (fd, 0);
  ck_assert (g_close (fd, NULL));
  ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
  faults = orienta_faults_new ();
  csv = orienta_csv_open (path, "a.csv", faults);
  return csv;
}

static OrientaCsv *
given (const char *text)
{
  return given_bytes (text, strlen (text));
}

/* All that is left, a line each: "line:cell/cell". */
static char *
rows (void)
{
  const OrientaCell *cells;
  GString *out = g_string_new (NULL);
  while ((cells = orienta_csv_next (csv))) {
    g_string_append_printf (out, "%u:", orienta_csv_line (csv));
    for (guint i = 0; i < orienta_csv_n_columns (csv); i++) {
      ck_assert_uint_eq (strlen (cells[i].text), cells[i].length);
      ck_assert (g_utf8_validate (cells[i].text, -1, NULL));
      g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", cells[i].text);
    }
    g_string_append_c (out, '\n');
  }
  ck_assert_ptr_null (orienta_csv_next (csv)); /* and so it stays */
  return g_string_free (out, FALSE);
}

static void
done (void)
{
  g_clear_pointer (&csv, orienta_csv_free);
  g_clear_pointer (&faults, orienta_faults_free);
  g_unlink (path);
  g_clear_pointer (&path, g_free);
}

static void
expect_faults (OrientaErrorCode code, const char *text)
{
  g_autoptr (GError) error = NULL;
  ck_assert (!orienta_faults_raise (faults, &error));
  ck_assert_str_eq (error->message, text);
  ck_assert_int_eq (error->code, (gint) code);
}

static void
check_rows (const char *text, const char *expected)
{
  ck_assert_ptr_nonnull (given (text));
  g_autofree char *found = rows ();
  ck_assert_str_eq (found, expected);
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  ck_assert_uint_eq (orienta_csv_offset (csv), strlen (text));
  ck_assert_uint_eq (orienta_csv_size (csv), strlen (text));
  done ();
}

static void
check_refused (const char *text, OrientaErrorCode code, const char *expected)
{
  if (given (text)) {
    g_autofree char *found = rows ();
  }
  expect_faults (code, expected);
  done ();
}

START_TEST (test_separators)
{
  check_rows ("a,b\n1,2\n", "2:1/2\n");
  check_rows ("a;b\n1,5;2\n", "2:1,5/2\n");
  check_rows ("a\tb\n1\t\n\t2\n", "2:1/\n3:/2\n");
  check_rows ("\"a;x;y\",b\n1,2\n", "2:1/2\n");
  check_rows ("\n \n\"a\"\"\n,\";b;c\n1;2;3\n", "5:1/2/3\n");
  check_refused ("a\n1,5\n", ORIENTA_ERROR_SYNTAX, "a.csv:2: 2 cells where the header has 1"); /* none: a comma */
}
END_TEST

START_TEST (test_one_column)
{
  check_rows ("as_of\n2026-11-20\n", "2:2026-11-20\n");
}
END_TEST

START_TEST (test_header)
{
  ck_assert_ptr_nonnull (given (" id ,\" name \",last"));
  ck_assert_uint_eq (orienta_csv_n_columns (csv), 3);
  ck_assert_str_eq (orienta_csv_column (csv, 0), "id");
  ck_assert_str_eq (orienta_csv_column (csv, 1), "name");
  ck_assert_str_eq (orienta_csv_column (csv, 2), "last");
  ck_assert_ptr_null (orienta_csv_next (csv));
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  done ();
}
END_TEST

START_TEST (test_bad_headers)
{
  check_refused ("", ORIENTA_ERROR_SYNTAX, "a.csv: no header line");
  check_refused ("\xef\xbb\xbf", ORIENTA_ERROR_SYNTAX, "a.csv: no header line");
  check_refused ("\r\n \n\n", ORIENTA_ERROR_SYNTAX, "a.csv: no header line");
  check_refused ("\nid,,id, \n", ORIENTA_ERROR_SYNTAX,
                 "a.csv:2: column 2 of 4 has no name\na.csv:2: two columns are named \"id\"\n"
                 "a.csv:2: column 4 of 4 has no name");
  check_refused ("\"id\n", ORIENTA_ERROR_SYNTAX, "a.csv:1: a quote opens here and is never closed");
}
END_TEST

START_TEST (test_quotes_and_blanks)
{
  check_rows ("a,b\n\"x, \"\"y\"\"\",\" z \"\n  u  v , \t \n", "2:x, \"y\"/z\n3:u  v/\n");
  check_rows ("a,b\n\"\",1\n \"q\" ,2\n", "2:/1\n3:q/2\n");
}
END_TEST

/* The line where a row begins, whatever ends lines and however many lie inside quotes. */
START_TEST (test_lines)
{
  check_rows ("a,b\n1,\"x\ny\"\n2,z", "2:1/x\ny\n4:2/z\n");
  check_rows ("a,b\r\n1,\"x\r\ny\r\n\"\r\n\r\n2,z\r\n", "2:1/x\r\ny\r\n\n6:2/z\n");
  check_rows ("a,b\r1,\"x\ry\"\r\r2,z\r", "2:1/x\ry\n5:2/z\n");
  check_rows ("a,b\n\r\n\r1,2\n", "4:1/2\n");
}
END_TEST

START_TEST (test_empty_lines)
{
  check_rows ("a,b\n\n   \n1,2\n,\n \t , \n\"\",\"\"\n3,4\n\n", "4:1/2\n8:3/4\n");
}
END_TEST

/* The faults of all rows, and the rows between them. */
START_TEST (test_ragged_rows)
{
  ck_assert_ptr_nonnull (given ("a,b,c\n1,2\n1,2,3\n\n\"1\n\",2,3,4\n1\n4,5,6\n"));
  g_autofree char *found = rows ();
  ck_assert_str_eq (found, "3:1/2/3\n8:4/5/6\n");
  expect_faults (ORIENTA_ERROR_SYNTAX, "a.csv:2: 2 cells where the header has 3\n"
                                       "a.csv:5: 4 cells where the header has 3\n"
                                       "a.csv:7: 1 cell where the header has 3");
  done ();
}
END_TEST

START_TEST (test_stray_quotes)
{
  const char *stray = "a.csv:3: a stray quote; inside a cell it is written twice, and the whole cell between quotes";
  check_refused ("a,b\n1,2\n1,2\"\n3,4\n", ORIENTA_ERROR_SYNTAX, stray);
  check_refused ("a,b\n1,2\n\"1\"x,2\n", ORIENTA_ERROR_SYNTAX, stray);
  check_refused ("a,b\n1,2\n\"1\n2,3\n", ORIENTA_ERROR_SYNTAX, "a.csv:3: a quote opens here and is never closed");
  check_refused ("a,b\n\"1\n2\",\"3\n4", ORIENTA_ERROR_SYNTAX, "a.csv:3: a quote opens here and is never closed");
}
END_TEST

START_TEST (test_wide_cells)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,");
  for (guint i = 0; i < CELL_MAX; i++)
    g_string_append (text, "€"); /* 3 bytes each: characters count, not bytes */
  g_string_append (text, "\n2,3\n");
  ck_assert_ptr_nonnull (given (text->str));
  const OrientaCell *cells = orienta_csv_next (csv);
  ck_assert_ptr_nonnull (cells);
  ck_assert_uint_eq (cells[1].length, 3 * CELL_MAX);
  ck_assert_ptr_nonnull (orienta_csv_next (csv));
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  done ();
  g_string_insert (text, 6, "€");
  check_refused (text->str, ORIENTA_ERROR_LIMIT, "a.csv:2: a cell of more than 65536 characters");
}
END_TEST

START_TEST (test_cell_without_end)
{
  g_autofree char *long_cell = g_strnfill (10 * 1000 * 1000, 'x');
  g_autofree char *bare = g_strdup_printf ("a,b\n1,%s", long_cell);
  g_autofree char *quoted = g_strdup_printf ("a,b\n1,\"\n%s\"\n", long_cell);
  check_refused (bare, ORIENTA_ERROR_LIMIT, "a.csv:2: a cell of more than 65536 characters");
  check_refused (quoted, ORIENTA_ERROR_LIMIT, "a.csv:2: a cell of more than 65536 characters");
}
END_TEST

static char *
header_of (guint n)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sc%u", i > 0 ? ";" : "", i);
  return g_string_free (text, FALSE);
}

START_TEST (test_many_columns)
{
  g_autofree char *most = header_of (500), *more = header_of (501);
  ck_assert_ptr_nonnull (given (most));
  ck_assert_uint_eq (orienta_csv_n_columns (csv), 500);
  ck_assert_str_eq (orienta_csv_column (csv, 499), "c499");
  done ();
  check_refused (more, ORIENTA_ERROR_LIMIT, "a.csv:1: 501 columns; at most 500 were expected");
  g_autofree char *separators = g_strnfill (1000 * 1000, ',');
  g_autofree char *wide = g_strdup_printf ("a,b\n%s\n", separators);
  check_refused (wide, ORIENTA_ERROR_SYNTAX, "a.csv:2: 1000001 cells where the header has 2");
}
END_TEST

static void
check_blocks (const char *end)
{
  const guint n = 30011;
  g_autoptr (GString) text = g_string_new ("a,b");
  g_string_append (text, end);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u,\"é%s\"\"%.*s\"%s", i, end, (int) (i % 5), "wxyz", end);
  ck_assert_ptr_nonnull (given (text->str));
  for (guint i = 0; i < n; i++) {
    const OrientaCell *cells = orienta_csv_next (csv);
    ck_assert_ptr_nonnull (cells);
    g_autofree char *second = g_strdup_printf ("é%s\"%.*s", end, (int) (i % 5), "wxyz");
    ck_assert_uint_eq (g_ascii_strtoull (cells[0].text, NULL, 10), i);
    ck_assert_str_eq (cells[1].text, second);
    ck_assert_uint_eq (orienta_csv_line (csv), 2 + 2 * i);
  }
  ck_assert_ptr_null (orienta_csv_next (csv));
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  done ();
}

/* Half a megabyte is eight blocks: line ends, quotes and characters come to lie on their borders. */
START_TEST (test_blocks)
{
  check_blocks ("\n");
  check_blocks ("\r\n");
  check_blocks ("\r");
}
END_TEST

/* Each way a border can fall inside a short text. */
START_TEST (test_borders)
{
  const char *tail = "\r\n\"é\r\n\",\"\"\"\"\r\n\r\n3 , 4\r\n";
  for (guint before = 65536 - 32; before <= 65536; before++) {
    g_autofree char *blanks = g_strnfill (before, ' ');
    g_autofree char *text = g_strconcat ("a,b\n1,2", blanks, tail, NULL);
    check_rows (text, "2:1/2\n3:é\r\n/\"\n6:3/4\n");
  }
}
END_TEST

START_TEST (test_nul)
{
  ck_assert_ptr_null (given_bytes ("a,b\n1,2\n3,\0\n", 12));
  expect_faults (ORIENTA_ERROR_SYNTAX, "a.csv:3: a NUL byte; text in UTF-8 or Windows-1252 was expected");
  done ();
}
END_TEST

START_TEST (test_missing)
{
  faults = orienta_faults_new ();
  path = g_strdup ("/nowhere/a.csv");
  ck_assert_ptr_null (orienta_csv_open (path, "a.csv", faults));
  expect_faults (ORIENTA_ERROR_READ, "a.csv: no such file");
  done ();
}
END_TEST

TEST_MAIN ("csv", test_separators, test_one_column, test_header, test_bad_headers, test_quotes_and_blanks, test_lines,
           test_empty_lines, test_ragged_rows, test_stray_quotes, test_wide_cells, test_cell_without_end,
           test_many_columns, test_blocks, test_borders, test_nul, test_missing)
