/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* An instance read from its file, and what is measured while it is solved.
 *
 * A file is an instance in binary, little-endian: the four bytes "BM01"; rows, columns (32 bits each); pairs (64 bits);
 * the capacity of each column (32 bits); where each row's pairs begin, one more at the end (64 bits); the column of
 * each pair, the value of each pair (32 bits). */
#include <orienta/orienta.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/resource.h>

typedef struct {
  guint32 n_rows, n_columns;
  gint64 n_pairs;
  guint32 *capacities, *columns;
  gint64 *first, *values;
} Instance;

static inline double
processor_seconds (void)
{
  struct timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static inline long
peak_mebibytes (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static inline gpointer
read_array (FILE *file, gsize size, gsize n)
{
  gpointer array = g_malloc_n (n + 1, size);
  if (fread (array, size, n, file) != n) {
    fprintf (stderr, "the file ends too early\n");
    exit (EXIT_FAILURE);
  }
  return array;
}

static inline gint64 *
read_values (FILE *file, gsize n)
{
  gint64 *values = g_new (gint64, n + 1);
  gint32 block[4096];
  for (gsize i = 0; i < n;) {
    gsize got = fread (block, sizeof *block, MIN (G_N_ELEMENTS (block), n - i), file);
    if (got == 0) {
      fprintf (stderr, "the file ends too early\n");
      exit (EXIT_FAILURE);
    }
    for (gsize k = 0; k < got; k++)
      values[i++] = block[k];
  }
  return values;
}

static inline Instance
read_instance (const char *path)
{
  FILE *file = fopen (path, "rb");
  if (!file) {
    perror (path);
    exit (EXIT_FAILURE);
  }
  g_autofree char *magic = read_array (file, 1, 4);
  if (memcmp (magic, "BM01", 4) != 0) {
    fprintf (stderr, "%s: not an instance\n", path);
    exit (EXIT_FAILURE);
  }
  g_autofree guint32 *sizes = read_array (file, 4, 2);
  g_autofree gint64 *n_pairs = read_array (file, 8, 1);
  Instance instance = { .n_rows = sizes[0], .n_columns = sizes[1], .n_pairs = *n_pairs };
  instance.capacities = read_array (file, 4, instance.n_columns);
  instance.first = read_array (file, 8, (gsize) instance.n_rows + 1);
  instance.columns = read_array (file, 4, (gsize) instance.n_pairs);
  instance.values = read_values (file, (gsize) instance.n_pairs);
  fclose (file);
  return instance;
}

static inline void
instance_clear (Instance *self)
{
  g_free (self->capacities);
  g_free (self->first);
  g_free (self->columns);
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Instance, instance_clear)
