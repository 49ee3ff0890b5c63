/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a commission needs, from a folder of files and a policy: who could be proposed for each home, in which order and
 * why, and why not the others. It uses the public interface alone.
 *
 *     orienta-commission examples/data/artois examples/policies/logement-dabord.json
 *     orienta-commission DATA POLICY --format html --output commission.html
 *     orienta-commission DATA POLICY --household H0042 --unit U012
 *     orienta-commission DATA POLICY --match optimal --format html --output matching.html
 */
#include "commission.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* -- options -- */

/* The place of `word` among `words`, or FALSE with what would have been right. `word` NULL leaves the default. */
gboolean
choose (const char *option, const char *word, const char *const *words, gint *place, GError **error)
{
  if (!word)
    return TRUE;
  for (gint i = 0; words[i]; i++)
    if (strcmp (words[i], word) == 0) {
      *place = i;
      return TRUE;
    }
  g_autofree char *all = g_strjoinv (", ", (char **) words);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--%s takes one of: %s", option, all);
  return FALSE;
}

/* What the options say together, beyond each by itself. */
static gboolean
check_options (Options *options, int argc, char **argv, GError **error)
{
  const char *wrong = NULL;
  if (argc != 3)
    wrong = "two arguments are needed: the data (a folder or a JSON file) and the policy (a JSON file)";
  else if (options->top < -1)
    wrong = "--top takes 0 (all of them) or more";
  else if (options->threads < 0)
    wrong = "--threads takes 0 (one for each processor) or more";
  else if (options->unit && options->household && options->format >= FORMAT_CSV)
    wrong = "one household and one home are explained as text or json";
  else
    wrong = match_options_fault (options);
  if (wrong) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, wrong);
    return FALSE;
  }
  options->data = argv[1];
  options->policy_path = argv[2];
  if (options->top < 0) /* three files for each home; everything where one household or one home is looked up */
    options->top = options->household || (options->unit && options->format != FORMAT_TEXT) ? 0 : 3;
  return TRUE;
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  static const char *const levels[] = { "verified", "declared", "needs_validation", NULL };
  static const char *const languages[] = { "fr", "en", NULL };
  static const char *const audiences[] = { "person", "third_party", NULL };
  static const char *const formats[] = { "text", "json", "csv", "html", NULL };
  g_autofree char *evidence = NULL, *language = NULL, *audience = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "unit", 0, 0, G_OPTION_ARG_FILENAME, &options->unit, "candidates for this home only", "ID" },
    { "household", 0, 0, G_OPTION_ARG_FILENAME, &options->household, "homes for this household; with --unit, why",
      "ID" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options->top, "places on each list, 0 for all (default 3)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &options->seed, "of the draw between equals (default: the day)", "TEXT" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options->as_of, "the day (default: the data's own)", "DATE" },
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &evidence, "count verified, declared (default) or needs_validation",
      "LEVEL" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, "fr (default) or en", "LANGUAGE" },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &audience, "person (default) or third_party: nothing on health", "WHO" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "text (default), json, csv or html", "FORMAT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, "write here, whole or not at all", "FILE" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options->threads, "0: one for each processor (default)", "N" },
    { "lint", 0, 0, G_OPTION_ARG_NONE, &options->lint, "say what looks wrong in the policy, and stop", NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &options->quiet, "no progress", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "print the version, and stop", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DATA POLICY: candidates for homes, with reasons");
  g_option_context_add_main_entries (context, entries, NULL);
  match_options_add (options, context);
  return g_option_context_parse (context, argc, argv, error)
         && choose ("evidence", evidence, levels, &options->evidence, error)
         && choose ("lang", language, languages, &options->language, error)
         && choose ("audience", audience, audiences, &options->audience, error)
         && choose ("format", format, formats, &options->format, error) && match_options_read (options, error)
         && (options->version || check_options (options, *argc, *argv, error));
}

static void
options_clear (Options *options)
{
  g_free (options->unit);
  g_free (options->household);
  g_free (options->seed);
  g_free (options->as_of);
  g_free (options->output);
  match_options_clear (options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* -- progress -- */

static volatile sig_atomic_t interrupted;

static void
interrupt (int signal_number)
{
  (void) signal_number;
  interrupted = 1;
}

/* On a terminal, after half a second, one line that is written over. */
static gboolean
show_progress (OrientaProgress *progress, gpointer data)
{
  gint64 *start = data;
  guint64 total = orienta_progress_get_total (progress);
  if (*start != 0 && g_get_monotonic_time () - *start > G_USEC_PER_SEC / 2) {
    fprintf (stderr, "\r\033[K%s", orienta_progress_get_stage (progress));
    if (total > 0)
      fprintf (stderr, " %d %%", (int) (orienta_progress_get_done (progress) * 100 / total));
    fflush (stderr);
  }
  return !interrupted;
}

/* -- answers -- */

static char *
lint (OrientaPolicy *policy, OrientaRegister *reg, OrientaLanguage language)
{
  g_autoptr (OrientaLint) warnings = orienta_policy_lint (policy, reg);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < orienta_lint_get_n (warnings); i++) {
    g_autofree char *sentence = orienta_lint_format (warnings, i, language);
    g_string_append_printf (out, "%s: %s [%s]\n", orienta_lint_get_path (warnings, i), sentence,
                            orienta_reason_get_name (orienta_lint_get_code (warnings, i)));
  }
  return g_string_free (out, FALSE);
}

/* One household and one home: everything, as text or as {"score": …, "verdict": …}. */
static char *
explain (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, GError **error)
{
  if (options->format == FORMAT_TEXT)
    return orienta_policy_explain_at (policy, reg, options->household, options->unit, options->evidence,
                                      options->language, options->audience, error);
  g_autoptr (OrientaVerdict) verdict = orienta_policy_judge (policy, reg, options->household, options->unit, error);
  if (!verdict)
    return NULL;
  g_autoptr (OrientaScore) score =
      orienta_policy_score_at (policy, reg, options->household, options->unit, options->evidence, error);
  if (!score)
    return NULL;
  g_autofree char *points = orienta_score_to_json (score, options->audience);
  g_autofree char *answer = orienta_verdict_to_json (verdict, options->audience);
  return g_strdup_printf ("{\"score\":%s,\"verdict\":%s}\n", points, answer);
}

static OrientaReport *
report (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress, GError **error)
{
  g_autofree char *day = orienta_register_get_as_of (reg);
  const char *seed = options->seed ? options->seed : day;
  guint n = (guint) options->top;
  if (options->unit)
    return orienta_report_new_unit (policy, reg, options->unit, n, seed, options->evidence, error);
  if (options->household)
    return orienta_report_new_household (policy, reg, options->household, n, seed, options->evidence, error);
  return orienta_report_new (policy, reg, n, seed, options->evidence, (guint) options->threads, progress, error);
}

static char *
answer (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress, GError **error)
{
  if (options->lint)
    return lint (policy, reg, options->language);
  if (options->matches)
    return answer_matching (options, policy, reg, progress, error);
  if (options->unit && options->household)
    return explain (options, policy, reg, error);
  g_autoptr (OrientaReport) lists = report (options, policy, reg, progress, error);
  if (!lists)
    return NULL;
  switch (options->format) {
  case FORMAT_JSON: {
    g_autofree char *json = orienta_report_to_json (lists, options->audience);
    return g_strconcat (json, "\n", NULL);
  }
  case FORMAT_CSV:
    return orienta_report_to_csv (lists, options->audience);
  case FORMAT_HTML:
    return orienta_report_to_html (lists, options->language, options->audience);
  default:
    return orienta_report_to_text (lists, options->language, options->audience);
  }
}

static gboolean
write_to (FILE *stream, const char *name, const char *text, GError **error)
{
  if (stream && fputs (text, stream) >= 0 && fflush (stream) == 0)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_WRITE, "%s: %s", name, g_strerror (errno));
  return FALSE;
}

/* A file appears whole or not at all. What is no file, such as a pipe or a device, is written to and not replaced, and
 * a full disk is noticed. */
gboolean
write_out (const char *path, const char *text, GError **error)
{
  if (!path)
    return write_to (stdout, "standard output", text, error);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR | G_FILE_TEST_IS_DIR))
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                     error);
  FILE *stream = fopen (path, "w");
  gboolean written = write_to (stream, path, text, error);
  if (stream)
    fclose (stream);
  return written;
}

/* -- main -- */

static int
fail (const GError *error, int otherwise)
{
  fprintf (stderr, "orienta-commission: %s\n", error->message);
  if (error->domain != ORIENTA_ERROR)
    return otherwise;
  switch (error->code) {
  case ORIENTA_ERROR_NOT_FOUND:
    return EXIT_NOT_FOUND;
  case ORIENTA_ERROR_WRITE:
    return EXIT_WRITE;
  case ORIENTA_ERROR_CANCELLED:
    return EXIT_INTERRUPTED;
  default:
    return EXIT_INPUT;
  }
}

static int
run (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgress) progress = orienta_progress_new ();
  gint64 start = !options->quiet && isatty (STDERR_FILENO) ? g_get_monotonic_time () : 0;
  orienta_progress_set_tick (progress, show_progress, &start);
  signal (SIGINT, interrupt);
  g_autofree char *text = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (options->policy_path, &error);
  if (policy)
    reg = orienta_register_read (options->data, policy, options->as_of, progress, &error);
  if (reg)
    text = answer (options, policy, reg, progress, &error);
  if (start != 0 && g_get_monotonic_time () - start > G_USEC_PER_SEC / 2)
    fputs ("\r\033[K", stderr);
  if (!text)
    return fail (error, EXIT_INPUT);
  if (!write_out (options->output, text, &error))
    return fail (error, EXIT_WRITE);
  return EXIT_OK;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (Options) options = { .top = -1, .evidence = ORIENTA_EVIDENCE_DECLARED, .unit_order = ORIENTA_UNITS_BY_DATE };
  if (!parse_options (&options, &argc, &argv, &error)) {
    fail (error, EXIT_USAGE);
    fputs ("orienta-commission --help says more\n", stderr);
    return EXIT_USAGE;
  }
  if (options.version) {
    printf ("orienta-commission %s\n", orienta_version ());
    return EXIT_OK;
  }
  return run (&options);
}
