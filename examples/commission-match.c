/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* orienta-commission --match: who where, of all households and homes at once. */
#include "commission.h"

#include <string.h>

/* -- options -- */

void
match_options_add (Options *options, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "match", 0, 0, G_OPTION_ARG_FILENAME, &options->mechanism_word,
      "optimal, sequential (today's practice) or stable", "MECHANISM" },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME, &options->objective_word, "most points (default) or households",
      "WHAT" },
    { "support", 0, 0, G_OPTION_ARG_FILENAME, &options->support_word,
      "policy (default), required, preferred or ignored", "USE" },
    { "unit-order", 0, 0, G_OPTION_ARG_FILENAME, &options->unit_order_word,
      "of sequential: by_date (default), as_listed or scarce_first", "ORDER" },
    { "prices", 0, 0, G_OPTION_ARG_FILENAME, &options->prices_word,
      "where limits bind, of what: quick (default), none or all", "HOW" },
    { "min-points", 0, 0, G_OPTION_ARG_FILENAME, &options->minimum, "no pair of fewer points", "N" },
    { "certain", 0, 0, G_OPTION_ARG_NONE, &options->certain, "leave out pairs that are to be verified", NULL },
    { "no-quotas", 0, 0, G_OPTION_ARG_NONE, &options->no_quotas, "tell the policy's quotas, and do not impose them",
      NULL },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options->seconds, "stop looking for better after these", "N" },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->kept, "this pair is decided (repeatable)",
      "HOUSEHOLD:UNIT" },
    { "bar", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->barred, "this pair is not to be made (repeatable)",
      "HOUSEHOLD:UNIT" },
    { "reserve", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->reserves,
      "a place of this unit goes only to so many points (repeatable)", "UNIT:POINTS" },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options->baseline,
      "nobody loses more than --max-loss against this record", "RECORD" },
    { "max-loss", 0, 0, G_OPTION_ARG_FILENAME, &options->max_loss, "points that a household may lose (default 0)",
      "N" },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &options->refused, "match again after this household's refusal",
      "HOUSEHOLD" },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &options->record, "write the record of the matching as well", "FILE" },
    { "replay", 0, 0, G_OPTION_ARG_FILENAME, &options->replay, "in place of --match: verify this record byte for byte",
      "RECORD" },
    { "diff", 0, 0, G_OPTION_ARG_FILENAME, &options->diff, "what changes from this record, as text or json", "RECORD" },
    G_OPTION_ENTRY_NULL,
  };
  g_option_context_add_main_entries (context, entries, NULL);
}

gboolean
match_options_read (Options *options, GError **error)
{
  static const char *const mechanisms[] = { "optimal", "sequential", "stable", NULL };
  static const char *const objectives[] = { "points", "households", NULL };
  static const char *const supports[] = { "policy", "required", "preferred", "ignored", NULL };
  static const char *const unit_orders[] = { "as_listed", "by_date", "scarce_first", NULL };
  static const char *const prices[] = { "quick", "none", "all", NULL };
  options->matches = options->mechanism_word || options->replay;
  return choose ("match", options->mechanism_word, mechanisms, &options->mechanism, error)
         && choose ("objective", options->objective_word, objectives, &options->objective, error)
         && choose ("support", options->support_word, supports, &options->support, error)
         && choose ("unit-order", options->unit_order_word, unit_orders, &options->unit_order, error)
         && choose ("prices", options->prices_word, prices, &options->prices, error);
}

void
match_options_clear (Options *options)
{
  char *texts[] = { options->mechanism_word, options->objective_word, options->support_word, options->unit_order_word,
                    options->prices_word,    options->minimum,        options->max_loss,     options->baseline,
                    options->record,         options->replay,         options->diff,         options->refused };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (options->kept);
  g_strfreev (options->barred);
  g_strfreev (options->reserves);
}

/* Points with at most three decimals, in thousandths; FALSE for anything else. */
static gboolean
parse_points (const char *text, gint64 *points)
{
  const char *digits = text + (*text == '-' || *text == '+');
  const char *dot = strchr (digits, '.');
  gsize whole = dot ? (gsize) (dot - digits) : strlen (digits), places = dot ? strlen (dot + 1) : 0;
  if (whole < 1 || whole > 9 || places > 3 || (dot && places == 0) || strspn (digits, "0123456789.") != strlen (digits)
      || (dot && strchr (dot + 1, '.')))
    return FALSE;
  gint64 value = g_ascii_strtoll (digits, NULL, 10) * 1000;
  for (gsize i = 0, unit = 100; i < places; i++, unit /= 10)
    value += (dot[1 + i] - '0') * (gint64) unit;
  *points = *text == '-' ? -value : value;
  return TRUE;
}

/* Options that shape a matching: a record has its own. */
static gboolean
shapes_matching (const Options *options)
{
  return options->objective_word || options->support_word || options->unit_order_word || options->prices_word
         || options->minimum || options->certain || options->no_quotas || options->seconds != 0 || options->kept
         || options->barred || options->reserves || options->baseline || options->max_loss || options->seed;
}

/* What is wrong with options that only a matching has. */
static const char *
fault_without_matching (const Options *options)
{
  if (shapes_matching (options) && !options->seed)
    return "--objective, --support, --unit-order, --prices, --min-points, --certain, --no-quotas, --seconds, --keep, "
           "--bar, --reserve, --baseline and --max-loss go with --match";
  if (options->refused || options->record || options->diff)
    return "--refused, --record and --diff go with --match or --replay";
  return NULL;
}

static const char *
fault_of_values (const Options *options)
{
  gint64 points = 0;
  if (options->minimum && !parse_points (options->minimum, &points))
    return "--min-points takes a number with at most three decimals";
  if (options->max_loss && (!parse_points (options->max_loss, &points) || points < 0))
    return "--max-loss takes 0 or more, with at most three decimals";
  if (options->seconds < 0)
    return "--seconds takes more than 0";
  if (options->max_loss && !options->baseline)
    return "--max-loss goes with --baseline";
  if (options->unit_order_word && options->mechanism != ORIENTA_MECHANISM_SEQUENTIAL)
    return "--unit-order goes with --match sequential";
  if ((options->objective_word || options->baseline || options->seconds > 0 || options->no_quotas)
      && options->mechanism != ORIENTA_MECHANISM_OPTIMAL)
    return "--objective, --baseline, --seconds and --no-quotas go with --match optimal";
  return NULL;
}

/* What the options say together that makes no sense; NULL: nothing. `format`: 0 text, 1 json, 2 csv, 3 html. */
const char *
match_options_fault (const Options *options)
{
  if (!options->matches)
    return fault_without_matching (options);
  if (options->replay && (options->mechanism_word || shapes_matching (options)))
    return "--replay takes everything from the record: no --match and nothing that shapes a matching goes with it";
  if (options->unit || options->lint || options->top >= 0)
    return "--unit, --top and --lint are about lists, and do not go with --match or --replay";
  if (options->household && (options->format != FORMAT_TEXT || options->diff))
    return "one household's place in a matching is explained as text";
  if (options->diff && options->format > FORMAT_JSON)
    return "what changes from a record is told as text or json";
  if (options->audience == ORIENTA_AUDIENCE_THIRD_PARTY && (options->diff || options->format == FORMAT_JSON))
    return "a record and what changes from it tell everything of everybody: third parties read text, csv or html";
  return fault_of_values (options);
}

/* -- from options to a matching -- */

typedef void (*TakePair) (OrientaMatchOptions *options, const char *household, const char *unit);

/* Ids may hold colons: the pair is the one way to part the text into a household and a unit of the register. */
static gboolean
take_pair (OrientaMatchOptions *options, const OrientaRegister *reg, const char *option, const char *text,
           TakePair take, GError **error)
{
  guint n = 0;
  for (const char *colon = strchr (text, ':'); colon; colon = strchr (colon + 1, ':')) {
    g_autofree char *household = g_strndup (text, (gsize) (colon - text));
    if (orienta_register_find_household (reg, household) < 0 || orienta_register_find_unit (reg, colon + 1) < 0)
      continue;
    if (n++ == 0)
      take (options, household, colon + 1);
  }
  if (n == 0)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND,
                 "--%s \"%s\": expected HOUSEHOLD:UNIT, both of the register", option, text);
  else if (n > 1)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                 "--%s \"%s\": expected one way to read it as HOUSEHOLD:UNIT, and there are %u", option, text, n);
  return n == 1;
}

static gboolean
take_pairs (OrientaMatchOptions *options, const OrientaRegister *reg, const char *option, char **texts, TakePair take,
            GError **error)
{
  for (guint i = 0; texts && texts[i]; i++)
    if (!take_pair (options, reg, option, texts[i], take, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_reserves (OrientaMatchOptions *options, const OrientaRegister *reg, char **texts, GError **error)
{
  for (guint i = 0; texts && texts[i]; i++) {
    const char *colon = strrchr (texts[i], ':');
    g_autofree char *unit = g_strndup (texts[i], colon ? (gsize) (colon - texts[i]) : 0);
    gint64 points = 0;
    if (!colon || orienta_register_find_unit (reg, unit) < 0 || !parse_points (colon + 1, &points) || points < 0) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND,
                   "--reserve \"%s\": expected UNIT:POINTS, a unit of the register and 0 or more", texts[i]);
      return FALSE;
    }
    orienta_match_options_set_reserve (options, unit, points);
  }
  return TRUE;
}

/* A record is read, and matched again to the byte. */
static OrientaMatching *
replay (const char *path, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress, GError **error)
{
  g_autofree char *record = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &record, &length, error))
    return NULL;
  OrientaMatching *matching = orienta_match_replay (record, (gssize) length, policy, reg, progress, error);
  if (!matching)
    g_prefix_error (error, "%s: ", path);
  return matching;
}

static OrientaMatchOptions *
match_options (const Options *options, OrientaRegister *reg, OrientaMatching *baseline, GError **error)
{
  g_autoptr (OrientaMatchOptions) own = orienta_match_options_new ();
  g_autofree char *day = orienta_register_get_as_of (reg);
  gint64 points = 0;
  orienta_match_options_set_mechanism (own, (OrientaMechanism) options->mechanism);
  orienta_match_options_set_objective (own, (OrientaObjective) options->objective);
  orienta_match_options_set_support (own, (OrientaSupportUse) options->support);
  orienta_match_options_set_unit_order (own, (OrientaUnitOrder) options->unit_order);
  orienta_match_options_set_prices (own, (OrientaPrices) options->prices);
  orienta_match_options_set_level (own, (OrientaEvidence) options->evidence);
  orienta_match_options_set_seed (own, options->seed ? options->seed : day);
  orienta_match_options_set_to_verify (own, !options->certain);
  orienta_match_options_set_quotas (own, !options->no_quotas);
  orienta_match_options_set_n_threads (own, (guint) options->threads);
  if (options->seconds > 0)
    orienta_match_options_set_seconds (own, options->seconds);
  if (options->minimum && parse_points (options->minimum, &points))
    orienta_match_options_set_minimum (own, points);
  points = 0;
  if (options->max_loss)
    parse_points (options->max_loss, &points);
  if (baseline)
    orienta_match_options_set_baseline (own, baseline, points);
  if (!take_pairs (own, reg, "keep", options->kept, orienta_match_options_keep, error)
      || !take_pairs (own, reg, "bar", options->barred, orienta_match_options_bar, error)
      || !take_reserves (own, reg, options->reserves, error))
    return NULL;
  return g_steal_pointer (&own);
}

static OrientaMatching *
make (const Options *options, OrientaMatching *baseline, OrientaPolicy *policy, OrientaRegister *reg,
      OrientaProgress *progress, GError **error)
{
  if (options->replay)
    return replay (options->replay, policy, reg, progress, error);
  g_autoptr (OrientaMatchOptions) own = match_options (options, reg, baseline, error);
  return own ? orienta_match (policy, reg, own, progress, error) : NULL;
}

/* Whether a report sets the matching beside what is done today: not one that is just that, nor one of a record, whose
 * options are its own. */
static gboolean
compares (const Options *options, const OrientaMatching *matching)
{
  return !options->replay && (options->format == FORMAT_TEXT || options->format == FORMAT_HTML)
         && orienta_matching_get_mechanism (matching) != ORIENTA_MECHANISM_SEQUENTIAL;
}

/* What is done today, by the same options. */
static OrientaMatching *
today (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress, GError **error)
{
  Options plain = *options;
  plain.mechanism = ORIENTA_MECHANISM_SEQUENTIAL;
  plain.replay = NULL;
  return make (&plain, NULL, policy, reg, progress, error);
}

/* -- answers -- */

static const char *
home_in (const OrientaMatching *matching, const OrientaRegister *reg, guint household)
{
  gint pair = orienta_matching_find_household (matching, household);
  return pair < 0 ? "—" : orienta_register_get_unit_id (reg, orienta_matching_get_unit (matching, (guint) pair));
}

/* "H0012  U003 → —": one line for each household whose home is another one. */
static char *
tell_changes (const Options *options, const OrientaMatching *before, const OrientaMatching *after,
              const OrientaRegister *reg)
{
  GString *out = g_string_new (NULL);
  guint n = 0;
  for (guint household = 0; household < orienta_register_get_n_households (reg); household++) {
    const char *old = home_in (before, reg, household), *new = home_in (after, reg, household);
    if (strcmp (old, new) == 0)
      continue;
    g_string_append_printf (out, "%s  %s → %s\n", orienta_register_get_household_id (reg, household), old, new);
    n++;
  }
  g_autofree char *head =
      g_strdup_printf (options->language == ORIENTA_FRENCH ? "Ménages logés : %u → %u ; changements : %u\n"
                                                           : "Households housed: %u → %u; changes: %u\n",
                       orienta_matching_get_n_pairs (before), orienta_matching_get_n_pairs (after), n);
  g_string_prepend (out, head);
  return g_string_free (out, FALSE);
}

static char *
tell_difference (const Options *options, OrientaMatching *matching, OrientaPolicy *policy, OrientaRegister *reg,
                 OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaMatching) before = replay (options->diff, policy, reg, progress, error);
  if (!before)
    return NULL;
  if (options->format == FORMAT_TEXT)
    return tell_changes (options, before, matching, reg);
  g_autofree char *json = orienta_matching_diff (before, matching);
  return g_strconcat (json, "\n", NULL);
}

static char *
report_matching (const Options *options, OrientaMatching *matching, OrientaMatching *other)
{
  if (options->format == FORMAT_JSON) {
    g_autofree char *json = orienta_matching_to_json (matching);
    return g_strconcat (json, "\n", NULL);
  }
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (matching, other);
  if (options->format == FORMAT_CSV)
    return orienta_matching_report_to_csv (report, (OrientaAudience) options->audience);
  if (options->format == FORMAT_HTML)
    return orienta_matching_report_to_html (report, (OrientaLanguage) options->language,
                                            (OrientaAudience) options->audience);
  return orienta_matching_report_to_text (report, (OrientaLanguage) options->language,
                                          (OrientaAudience) options->audience);
}

static gboolean
write_record (const Options *options, const OrientaMatching *matching, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *json = orienta_matching_to_json (matching);
  g_autofree char *line = g_strconcat (json, "\n", NULL);
  if (write_out (options->record, line, &failed))
    return TRUE;
  g_set_error_literal (error, ORIENTA_ERROR, ORIENTA_ERROR_WRITE, failed->message);
  return FALSE;
}

/* A matching is verified before a word of it is printed. */
static OrientaMatching *
make_and_verify (const Options *options, OrientaMatching *baseline, OrientaPolicy *policy, OrientaRegister *reg,
                 OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaMatching) first = make (options, baseline, policy, reg, progress, error);
  g_autoptr (OrientaMatching) last = NULL;
  if (first)
    last = options->refused ? orienta_matching_refuse (first, options->refused, progress, error)
                            : orienta_matching_ref (first);
  return last && orienta_matching_verify (last, policy, reg, error) ? g_steal_pointer (&last) : NULL;
}

/* What was asked of the matching. */
static char *
tell (const Options *options, OrientaMatching *matching, OrientaMatching *baseline, OrientaPolicy *policy,
      OrientaRegister *reg, OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaMatching) other = NULL;
  if (options->diff)
    return tell_difference (options, matching, policy, reg, progress, error);
  if (options->household)
    return orienta_matching_explain (matching, options->household, (OrientaLanguage) options->language,
                                     (OrientaAudience) options->audience, error);
  if (baseline)
    other = orienta_matching_ref (baseline);
  else if (compares (options, matching) && !(other = today (options, policy, reg, progress, error)))
    return NULL;
  return report_matching (options, matching, other);
}

/* The record is written when nothing else can fail but to print. */
char *
answer_matching (const Options *options, OrientaPolicy *policy, OrientaRegister *reg, OrientaProgress *progress,
                 GError **error)
{
  g_autoptr (OrientaMatching) baseline = NULL;
  if (options->baseline && !(baseline = replay (options->baseline, policy, reg, progress, error)))
    return NULL;
  g_autoptr (OrientaMatching) matching = make_and_verify (options, baseline, policy, reg, progress, error);
  g_autofree char *text = matching ? tell (options, matching, baseline, policy, reg, progress, error) : NULL;
  return text && (!options->record || write_record (options, matching, error)) ? g_steal_pointer (&text) : NULL;
}
