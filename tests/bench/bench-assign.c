/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Times the assignment of each file given, from arrays in memory to the verified answer:
 *
 *     bench-assign FILE...
 *
 * One line a file: processor seconds of the solver, of the verifier, and of both. */
#include "reading.h"

static void
measure (const char *path)
{
  g_auto (Instance) x = read_instance (path);
  g_autoptr (GError) error = NULL;
  double start = processor_seconds ();
  g_autoptr (OrientaAssignment) best =
      orienta_assign (x.n_rows, x.n_columns, x.first, x.columns, x.values, x.capacities, NULL, &error);
  double solved = processor_seconds ();
  if (!best || !orienta_assignment_verify (best, x.first, x.columns, x.values, x.capacities, &error)) {
    fprintf (stderr, "%s: %s\n", path, error->message);
    exit (EXIT_FAILURE);
  }
  double verified = processor_seconds ();
  g_autofree char *name = g_path_get_basename (path);
  printf ("%-24s total %12" G_GINT64_FORMAT " pairs %7u  solve %8.5f  verify %8.5f  both %8.5f s  %5ld MiB\n", name,
          orienta_assignment_get_total (best), orienta_assignment_get_n_pairs (best), solved - start, verified - solved,
          verified - start, peak_mebibytes ());
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    measure (argv[i]);
  return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
