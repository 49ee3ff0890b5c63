/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Times single changes of the assignment of each file given:
 *
 *     bench-assigner FILE...
 *
 * CHANGES at a time: a place more of random columns, then as many fewer; more rows, each like one that is there, then
 * these are withdrawn; rows that are matched are withdrawn, then come back. So everything is at the end as it was, and
 * the matching is verified. Of each change, in microseconds of the processor, the clock's own reading included: mean,
 * median, 99th percentile, most; and how many rows were moved. */
#include "reading.h"

#define CHANGES 10000

typedef struct {
  Instance x;
  OrientaAssigner *assigner;
  GRand *rand;
  guint chosen[CHANGES]; /* columns or rows */
  double seconds[CHANGES];
} Bench;

typedef gboolean (*Change) (Bench *self, guint i);

static gboolean
add_place (Bench *self, guint i)
{
  guint column = self->chosen[i];
  return orienta_assigner_set_capacity (self->assigner, column, ++self->x.capacities[column], NULL);
}

static gboolean
take_place (Bench *self, guint i)
{
  guint column = self->chosen[i];
  return orienta_assigner_set_capacity (self->assigner, column, --self->x.capacities[column], NULL);
}

static gboolean
set_like (Bench *self, guint row, guint like)
{
  gint64 first = self->x.first[like], n = self->x.first[like + 1] - first;
  return orienta_assigner_set_row (self->assigner, row, (guint) n, self->x.columns + first, self->x.values + first,
                                   NULL);
}

static gboolean
add_row (Bench *self, guint i)
{
  return set_like (self, self->x.n_rows + i, self->chosen[i]);
}

static gboolean
withdraw_added (Bench *self, guint i)
{
  return orienta_assigner_set_row (self->assigner, self->x.n_rows + i, 0, NULL, NULL, NULL);
}

static gboolean
withdraw (Bench *self, guint i)
{
  return orienta_assigner_set_row (self->assigner, self->chosen[i], 0, NULL, NULL, NULL);
}

static gboolean
bring_back (Bench *self, guint i)
{
  return set_like (self, self->chosen[i], self->chosen[i]);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static void
time_changes (Bench *self, const char *name, Change change)
{
  double sum = 0;
  guint moved = 0;
  for (guint i = 0; i < CHANGES; i++) {
    double start = processor_seconds ();
    if (!change (self, i))
      exit (EXIT_FAILURE);
    sum += self->seconds[i] = processor_seconds () - start;
    moved += orienta_assigner_get_n_changed (self->assigner);
  }
  qsort (self->seconds, CHANGES, sizeof (double), compare);
  printf ("  %-24s mean %7.2f  median %7.2f  99 %% %8.2f  most %9.2f µs  %.2f rows moved\n", name, 1e6 * sum / CHANGES,
          1e6 * self->seconds[CHANGES / 2], 1e6 * self->seconds[CHANGES * 99 / 100], 1e6 * self->seconds[CHANGES - 1],
          (double) moved / CHANGES);
}

static void
choose (Bench *self, guint n)
{
  for (guint i = 0; i < CHANGES; i++)
    self->chosen[i] = (guint) g_rand_int_range (self->rand, 0, (gint) n);
}

/* Rows that are matched, each once. */
static void
choose_matched (Bench *self)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->x.n_rows);
  for (guint i = 0; i < CHANGES;) {
    guint row = (guint) g_rand_int_range (self->rand, 0, (gint) self->x.n_rows);
    if (taken[row] || orienta_assigner_get_column (self->assigner, row) < 0)
      continue;
    taken[row] = TRUE;
    self->chosen[i++] = row;
  }
}

/* Against arrays with the rows that were added, without pairs. */
static void
verify (Bench *self, gint64 total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaAssignment) now = orienta_assigner_get_assignment (self->assigner);
  guint n_rows = self->x.n_rows;
  self->x.first = g_renew (gint64, self->x.first, (gsize) n_rows + CHANGES + 1);
  for (guint i = 1; i <= CHANGES; i++)
    self->x.first[n_rows + i] = self->x.first[n_rows];
  if (orienta_assignment_get_total (now) != total
      || !orienta_assignment_verify (now, self->x.first, self->x.columns, self->x.values, self->x.capacities, &error)) {
    fprintf (stderr, "not the best: %s\n", error ? error->message : "another total");
    exit (EXIT_FAILURE);
  }
}

static void
measure (const char *path)
{
  g_autofree Bench *self = g_new0 (Bench, 1);
  Instance *x = &self->x;
  *x = read_instance (path);
  self->rand = g_rand_new_with_seed (1);
  double start = processor_seconds ();
  self->assigner =
      orienta_assigner_new (x->n_rows, x->n_columns, x->first, x->columns, x->values, x->capacities, NULL, NULL);
  gint64 total = orienta_assigner_get_total (self->assigner);
  g_autofree char *name = g_path_get_basename (path);
  printf ("%s: made in %.3f s, %ld MiB\n", name, processor_seconds () - start, peak_mebibytes ());
  choose (self, x->n_columns);
  time_changes (self, "a place more", add_place);
  time_changes (self, "a place fewer", take_place);
  choose (self, x->n_rows);
  time_changes (self, "a row more", add_row);
  time_changes (self, "that row withdrawn", withdraw_added);
  choose_matched (self);
  time_changes (self, "a matched row withdrawn", withdraw);
  time_changes (self, "that row back", bring_back);
  verify (self, total);
  orienta_assigner_unref (self->assigner);
  g_rand_free (self->rand);
  instance_clear (x);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    measure (argv[i]);
  return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
