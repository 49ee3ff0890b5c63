/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Any file, read as CSV: rows are whole and UTF-8, lines only go up, and what is refused is refused in words. The first
 * byte says how far the rest is pushed towards the border of a block. */
#define _GNU_SOURCE
#include "fuzz.h"
#include "io/csv-private.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define BLOCK 65536

static void
write_all (int fd, const void *data, size_t size)
{
  g_assert (write (fd, data, size) == (ssize_t) size);
}

static void
check_faults (const OrientaFaults *faults)
{
  g_autoptr (GError) error = NULL;
  if (orienta_faults_raise (faults, &error))
    return;
  g_assert (g_utf8_validate (error->message, -1, NULL));
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  g_assert (g_strv_length (lines) == MIN (orienta_faults_count (faults), ORIENTA_MAX_FAULTS + 1));
}

static void
check_rows (OrientaCsv *csv, guint n_lines)
{
  guint line = 0;
  const OrientaCell *cells;
  while ((cells = orienta_csv_next (csv))) {
    g_assert (orienta_csv_line (csv) > line && orienta_csv_line (csv) <= n_lines);
    line = orienta_csv_line (csv);
    gsize length = 0;
    for (guint i = 0; i < orienta_csv_n_columns (csv); i++) {
      g_assert (strlen (cells[i].text) == cells[i].length);
      g_assert (g_utf8_validate (cells[i].text, -1, NULL));
      length += cells[i].length;
    }
    g_assert (length > 0);
  }
  g_assert (orienta_csv_next (csv) == NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static char blanks[BLOCK];
  if (size == 0)
    return 0;
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  memset (blanks, ' ', BLOCK);
  if (data[0] & 1)
    write_all (fd, blanks, BLOCK - data[0] / 2);
  write_all (fd, data + 1, size - 1);
  guint n_lines = 1;
  for (size_t i = 1; i < size; i++)
    n_lines += data[i] == '\n' || data[i] == '\r';
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaCsv) csv = orienta_csv_open (path, "fuzz.csv", faults);
  g_assert (csv || orienta_faults_count (faults) > 0);
  if (csv)
    check_rows (csv, n_lines);
  check_faults (faults);
  close (fd);
  return 0;
}
