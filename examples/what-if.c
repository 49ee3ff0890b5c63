/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a policy would do over the years of a scenario, or what another one would change. It uses the public interface
 * alone.
 *
 *     orienta-what-if examples/scenarios/pas-de-calais.json examples/policies/logement-dabord.json
 *     orienta-what-if SCENARIO POLICY POLICY2 --replications 50 --lang en --csv change.csv
 */
#include <orienta/orienta.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { EXIT_INPUT = 1, EXIT_USAGE = 2 };

#define CONFIDENCE 0.95
#define THRESHOLD 11 /* people, of whom a published table tells */

typedef struct {
  gint replications, threads;
  gint64 seed;
  char *lang, *csv;
  OrientaLanguage language;
} Options;

typedef struct {
  OrientaScenario *scenario;
  OrientaSimulation *simulations[2]; /* the second NULL where there is one policy */
  OrientaSummary *summaries[2], *change;
} Answer;

static const char *
say (const Options *options, const char *french, const char *english)
{
  return options->language == ORIENTA_FRENCH ? french : english;
}

/* -- numbers -- */

static void
print_number (const Options *options, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *form = fabs (value) < 2 ? "%.3f" : fabs (value) < 1000 ? "%.1f" : "%.0f";
  g_ascii_formatd (text, sizeof text, form, value);
  const char *shown = text[strspn (text, "-0.")] ? text : text + (*text == '-'); /* no zero below zero */
  if (options->language == ORIENTA_FRENCH)
    g_strdelimit (text, ".", ',');
  printf ("%s", shown);
}

/* "12,3 (11,8 à 12,9)" */
static void
print_interval (const Options *options, const OrientaSummary *summary, gsize line)
{
  double low = orienta_summary_get_lows (summary)[line], high = orienta_summary_get_highs (summary)[line];
  print_number (options, orienta_summary_get_means (summary)[line]);
  if (isnan (low))
    return;
  printf (" (");
  print_number (options, low);
  printf (" %s ", say (options, "à", "to"));
  print_number (options, high);
  printf (")");
}

/* -- lines -- */

/* The line of the whole time and all territories; -1: none. */
static gssize
find_line (const OrientaSummary *summary, gint group, gint measure)
{
  for (gsize i = 0; i < orienta_summary_get_n (summary); i++)
    if (orienta_summary_get_periods (summary)[i] == -1 && orienta_summary_get_territories (summary)[i] == -1
        && orienta_summary_get_groups (summary)[i] == group && orienta_summary_get_measures (summary)[i] == measure)
      return (gssize) i;
  return -1;
}

static void
print_line (const Options *options, const Answer *answer, const char *label, gint group, gint measure)
{
  gssize line = find_line (answer->summaries[0], group, measure);
  if (line < 0)
    return;
  printf ("  %s%s ", label, say (options, "\u00a0:", ":"));
  print_interval (options, answer->summaries[0], (gsize) line);
  gssize change = answer->change ? find_line (answer->change, group, measure) : -1;
  if (change >= 0) {
    double low = orienta_summary_get_lows (answer->change)[change];
    double high = orienta_summary_get_highs (answer->change)[change];
    printf ("\n      %s ", say (options, "l'autre politique\u00a0:", "the other policy:"));
    print_interval (options, answer->change, (gsize) change);
    printf (" %s", low > 0    ? say (options, "de plus", "more")
                   : high < 0 ? say (options, "de moins", "less")
                              : say (options, "— pas de différence établie", "— no difference established"));
  }
  printf ("\n");
}

static void
print_measures (const Options *options, const Answer *answer)
{
  OrientaSimulation *simulation = answer->simulations[0];
  for (guint measure = 0; measure < orienta_simulation_get_n_measures (simulation); measure++)
    print_line (options, answer, orienta_simulation_get_measure_label (simulation, measure, options->language), -1,
                (gint) measure);
}

static gint
find_measure (OrientaSimulation *simulation, const char *name)
{
  guint measure = 0;
  while (strcmp (orienta_simulation_get_measure_name (simulation, measure), name) != 0)
    measure++;
  return (gint) measure;
}

static void
print_groups (const Options *options, const Answer *answer)
{
  OrientaSimulation *simulation = answer->simulations[0];
  gint measure = find_measure (simulation, "wait_mean");
  if (orienta_simulation_get_n_groups (simulation) == 0)
    return;
  printf ("\n%s\n", orienta_simulation_get_measure_label (simulation, (guint) measure, options->language));
  for (guint group = 0; group < orienta_simulation_get_n_groups (simulation); group++)
    print_line (options, answer, orienta_simulation_get_group_label (simulation, group, options->language),
                (gint) group, measure);
}

static void
print_head (const Options *options, const Answer *answer)
{
  guint n_assumed = 0, n_figures = orienta_scenario_get_n_figures (answer->scenario);
  for (guint i = 0; i < n_figures; i++)
    n_assumed += orienta_scenario_figure_is_assumed (answer->scenario, i);
  g_autofree char *start = orienta_scenario_get_start (answer->scenario);
  printf ("%s\n", orienta_scenario_get_title (answer->scenario, options->language));
  guint n_days = orienta_scenario_get_n_days (answer->scenario), n = (guint) options->replications;
  if (options->language == ORIENTA_FRENCH)
    printf ("%u jours à partir du %s, %u réplications, graine %" G_GINT64_FORMAT "\n"
            "Chiffres du scénario : %u, dont supposés : %u. Intervalles à 95 %%.\n\n",
            n_days, start, n, options->seed, n_figures, n_assumed);
  else
    printf ("%u days from %s, %u replications, seed %" G_GINT64_FORMAT "\n"
            "Figures of the scenario: %u, of which assumed: %u. Intervals of 95%%.\n\n",
            n_days, start, n, options->seed, n_figures, n_assumed);
}

/* -- the question -- */

static OrientaSimulation *
simulate (const Options *options, OrientaScenario *scenario, const char *path, GError **error)
{
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (path, error);
  g_autoptr (OrientaSimulateOptions) asked = orienta_simulate_options_new ();
  orienta_simulate_options_set_seed (asked, (guint64) options->seed);
  orienta_simulate_options_set_replications (asked, 0, (guint) options->replications);
  orienta_simulate_options_set_n_threads (asked, (guint) options->threads);
  return policy ? orienta_simulate (scenario, policy, asked, NULL, error) : NULL;
}

static gboolean
write_csv (const Options *options, const Answer *answer, GError **error)
{
  if (!options->csv)
    return TRUE;
  g_autofree char *csv = orienta_summary_to_csv (answer->change ? answer->change : answer->summaries[0], THRESHOLD);
  return g_file_set_contents (options->csv, csv, -1, error);
}

static gboolean
ask (const Options *options, char **paths, Answer *answer, GError **error)
{
  answer->scenario = orienta_scenario_load (paths[0], error);
  if (!answer->scenario)
    return FALSE;
  for (guint i = 0; i < 2 && paths[i + 1]; i++) {
    answer->simulations[i] = simulate (options, answer->scenario, paths[i + 1], error);
    if (!answer->simulations[i])
      return FALSE;
    answer->summaries[i] = orienta_simulation_summarize (answer->simulations[i], CONFIDENCE);
  }
  if (answer->simulations[1])
    answer->change = orienta_simulation_compare (answer->simulations[1], answer->simulations[0], CONFIDENCE, error);
  return (answer->change || !answer->simulations[1]) && write_csv (options, answer, error);
}

static void
answer_clear (Answer *self)
{
  orienta_scenario_unref (self->scenario);
  orienta_summary_unref (self->change);
  for (guint i = 0; i < 2; i++) {
    orienta_simulation_unref (self->simulations[i]);
    orienta_summary_unref (self->summaries[i]);
  }
}

static gboolean
read_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "replications", 0, 0, G_OPTION_ARG_INT, &options->replications, "how many futures (50)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "of all draws (0)", "N" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options->threads, "0: one for each processor", "N" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->lang, "fr (default) or en", "LANG" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &options->csv, "all lines, small groups suppressed, as a table", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("SCENARIO POLICY [POLICY2]");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  options->language = g_strcmp0 (options->lang, "en") == 0 ? ORIENTA_ENGLISH : ORIENTA_FRENCH;
  if ((*argc == 3 || *argc == 4) && options->replications > 0 && options->threads >= 0 && options->seed >= 0
      && (!options->lang || g_str_equal (options->lang, "fr") || g_str_equal (options->lang, "en")))
    return TRUE;
  g_set_error_literal (
      error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
      "a scenario and one or two policies are needed; --replications takes 1 or more, --lang fr or en");
  return FALSE;
}

int
main (int argc, char **argv)
{
  Options options = { .replications = 50 };
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;
  int status = 0;
  if (!read_options (&options, &argc, &argv, &error)) {
    status = EXIT_USAGE;
  } else if (!ask (&options, argv + 1, &answer, &error)) {
    status = EXIT_INPUT;
  } else {
    print_head (&options, &answer);
    print_measures (&options, &answer);
    print_groups (&options, &answer);
  }
  if (error)
    fprintf (stderr, "orienta-what-if: %s\n", error->message);
  answer_clear (&answer);
  g_free (options.lang);
  g_free (options.csv);
  return status;
}
