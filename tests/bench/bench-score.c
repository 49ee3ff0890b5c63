/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Times one question through the public calls and prints what run.py gathers:
 *
 *     bench-score POLICY REGISTER load|pairs|households|units N THREADS TIMES
 *
 * N is the length of the lists. One line of JSON: the least seconds of TIMES (processor, wall), what was found, and the
 * peak of memory. */
#include <orienta/orienta.h>

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct {
  gsize n;    /* pairs or places on lists */
  gint64 sum; /* of their points, thousandths */
  double processor, wall;
} Found;

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  const char *what;
  guint n, n_threads;
} Question;

static double
seconds (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static void
add_pairs (Found *found, const OrientaPairs *pairs)
{
  found->n = orienta_pairs_get_n (pairs);
  for (gsize i = 0; i < found->n; i++)
    found->sum += orienta_pairs_get_points (pairs)[i];
}

static void
add_lists (Found *found, const OrientaShortlist *lists)
{
  for (guint i = 0; i < orienta_shortlist_get_n_lists (lists); i++)
    for (guint rank = 0; rank < orienta_shortlist_get_n (lists, i); rank++) {
      found->n++;
      found->sum += orienta_shortlist_get_points (lists, i, rank);
    }
}

/* The clocks stop before what was found is added up. */
static Found
ask (const Question *question, GError **error)
{
  g_autoptr (OrientaPairs) pairs = NULL;
  g_autoptr (OrientaShortlist) lists = NULL;
  Found found = { .processor = -seconds (CLOCK_PROCESS_CPUTIME_ID), .wall = -seconds (CLOCK_MONOTONIC) };
  if (strcmp (question->what, "pairs") == 0)
    pairs = orienta_policy_pairs (question->policy, question->reg, ORIENTA_EVIDENCE_DECLARED, question->n_threads, NULL,
                                  error);
  else if (strcmp (question->what, "households") == 0)
    lists = orienta_policy_shortlist_households (question->policy, question->reg, question->n, "bench",
                                                 ORIENTA_EVIDENCE_DECLARED, question->n_threads, NULL, error);
  else if (strcmp (question->what, "units") == 0)
    lists = orienta_policy_shortlist_units (question->policy, question->reg, question->n, "bench",
                                            ORIENTA_EVIDENCE_DECLARED, question->n_threads, NULL, error);
  found.processor += seconds (CLOCK_PROCESS_CPUTIME_ID);
  found.wall += seconds (CLOCK_MONOTONIC);
  if (pairs)
    add_pairs (&found, pairs);
  if (lists)
    add_lists (&found, lists);
  return found;
}

static glong
peak_kilobytes (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  if (argc != 7)
    g_error ("six arguments: POLICY REGISTER load|pairs|households|units N THREADS TIMES");
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (argv[1], &error);
  double load_processor = -seconds (CLOCK_PROCESS_CPUTIME_ID), load_wall = -seconds (CLOCK_MONOTONIC);
  g_autoptr (OrientaRegister) reg = policy ? orienta_register_load (argv[2], policy, &error) : NULL;
  load_processor += seconds (CLOCK_PROCESS_CPUTIME_ID);
  load_wall += seconds (CLOCK_MONOTONIC);
  Question question = { policy, reg, argv[3], (guint) atoi (argv[4]), (guint) atoi (argv[5]) };
  Found best = { .processor = G_MAXDOUBLE, .wall = G_MAXDOUBLE };
  for (gint i = 0; reg && !error && i < atoi (argv[6]); i++) {
    Found found = ask (&question, &error);
    best.processor = MIN (best.processor, found.processor);
    best.wall = MIN (best.wall, found.wall);
    best.n = found.n;
    best.sum = found.sum;
  }
  if (error) {
    g_printerr ("%s\n", error->message);
    return EXIT_FAILURE;
  }
  g_print ("{\"households\": %u, \"units\": %u, \"found\": %" G_GSIZE_FORMAT ", \"sum\": %" G_GINT64_FORMAT
           ", \"processor\": %.6f, \"wall\": %.6f, \"load_processor\": %.6f, \"load_wall\": %.6f, \"peak_kb\": %ld}\n",
           orienta_register_get_n_households (reg), orienta_register_get_n_units (reg), best.n, best.sum,
           best.processor, best.wall, load_processor, load_wall, peak_kilobytes ());
  return EXIT_SUCCESS;
}
