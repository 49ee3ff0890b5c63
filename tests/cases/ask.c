/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts the questions of a case to the library and prints its answers (README.md). ask.py and ask.php do the same
 * through the bindings: all three must print the same bytes. */
#include "ask-time.h"

#include <stdio.h>

/* -- one pair -- */

static char *
ask_verdict (const Question *self, GError **error)
{
  g_autoptr (OrientaVerdict) verdict =
      orienta_policy_judge (self->policy, self->reg, text_of (self, "household"), text_of (self, "unit"), error);
  return verdict ? orienta_verdict_to_json (verdict, audience_of (self)) : NULL;
}

static char *
ask_score (const Question *self, GError **error)
{
  g_autoptr (OrientaScore) score = orienta_policy_score_at (self->policy, self->reg, text_of (self, "household"),
                                                            text_of (self, "unit"), level_of (self), error);
  return score ? orienta_score_to_json (score, audience_of (self)) : NULL;
}

static char *
ask_explain (const Question *self, GError **error)
{
  return orienta_policy_explain_at (self->policy, self->reg, text_of (self, "household"), text_of (self, "unit"),
                                    level_of (self), language_of (self), audience_of (self), error);
}

/* -- lists -- */

static char *
ask_shortlist (const Question *self, GError **error)
{
  guint n = (guint) number_of (self, "n", 3);
  const char *unit = text_of (self, "unit"), *seed = text_of (self, "seed");
  g_autoptr (OrientaShortlist) list =
      unit ? orienta_policy_shortlist_unit (self->policy, self->reg, unit, n, seed, error)
           : orienta_policy_shortlist_household (self->policy, self->reg, text_of (self, "household"), n, seed, error);
  return list ? orienta_shortlist_to_json (list) : NULL;
}

/* household,unit,points in thousandths,status: one line for each pair. */
static char *
ask_pairs (const Question *self, GError **error)
{
  g_autoptr (OrientaPairs) pairs = orienta_policy_pairs (self->policy, self->reg, level_of (self), 1, NULL, error);
  if (!pairs)
    return NULL;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < orienta_register_get_n_households (self->reg); i++)
    for (gsize k = orienta_pairs_get_first (pairs, i); k < orienta_pairs_get_first (pairs, i + 1); k++)
      g_string_append_printf (text, "%s,%s,%" G_GINT64_FORMAT ",%d\n", orienta_register_get_household_id (self->reg, i),
                              orienta_register_get_unit_id (self->reg, orienta_pairs_get_units (pairs)[k]),
                              orienta_pairs_get_points (pairs)[k], orienta_pairs_get_status (pairs)[k]);
  return g_string_free (text, FALSE);
}

static char *
ask_report (const Question *self, GError **error)
{
  static const char *const words[] = { "text", "html", "csv", "json", NULL };
  g_autoptr (OrientaReport) report = orienta_report_new (self->policy, self->reg, (guint) number_of (self, "n", 3),
                                                         text_of (self, "seed"), level_of (self), 1, NULL, error);
  if (!report)
    return NULL;
  switch (choice_of (self, "as", words)) {
  case 1:
    return orienta_report_to_html (report, language_of (self), audience_of (self));
  case 2:
    return orienta_report_to_csv (report, audience_of (self));
  case 3:
    return orienta_report_to_json (report, audience_of (self));
  default:
    return orienta_report_to_text (report, language_of (self), audience_of (self));
  }
}

/* -- policy and register -- */

/* code,path,sentence: one line for each warning. */
static char *
ask_lint (const Question *self, GError **error)
{
  g_autoptr (OrientaLint) lint = orienta_policy_lint (self->policy, self->reg);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < orienta_lint_get_n (lint); i++) {
    g_autofree char *sentence = orienta_lint_format (lint, i, language_of (self));
    g_string_append_printf (text, "%d,%s,%s\n", orienta_lint_get_code (lint, i), orienta_lint_get_path (lint, i),
                            sentence);
  }
  return g_string_free (text, FALSE);
}

/* What changes when one criterion has other points. */
static char *
ask_changed_policy (const Question *self, GError **error)
{
  g_autoptr (OrientaPolicy) changed =
      orienta_policy_with_points (self->policy, text_of (self, "criterion"), text_of (self, "points"), error);
  return changed ? orienta_policy_diff (self->policy, changed) : NULL;
}

static char *
ask_policy (const Question *self, GError **error)
{
  return orienta_policy_to_json (self->policy);
}

static char *
ask_register (const Question *self, GError **error)
{
  return orienta_register_to_json (self->reg);
}

static char *
ask_fingerprints (const Question *self, GError **error)
{
  return g_strconcat (orienta_policy_get_sha256 (self->policy), " ", orienta_register_get_sha256 (self->reg), NULL);
}

static char *
ask_lottery (const Question *self, GError **error)
{
  return orienta_lottery_draw (text_of (self, "seed"), text_of (self, "household"));
}

/* -- all at once -- */

static OrientaMatching *
match (const Question *self, GError **error)
{
  static const char *const mechanisms[] = { "optimal", "sequential", "stable", NULL };
  static const char *const objectives[] = { "points", "households", NULL };
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_mechanism (options, (OrientaMechanism) choice_of (self, "mechanism", mechanisms));
  orienta_match_options_set_objective (options, (OrientaObjective) choice_of (self, "objective", objectives));
  orienta_match_options_set_level (options, level_of (self));
  orienta_match_options_set_seed (options, text_of (self, "seed"));
  orienta_match_options_set_n_threads (options, 1);
  return orienta_match (self->policy, self->reg, options, NULL, error);
}

static char *
ask_match (const Question *self, GError **error)
{
  g_autoptr (OrientaMatching) matching = match (self, error);
  if (!matching || !orienta_matching_verify (matching, self->policy, self->reg, error))
    return NULL;
  return orienta_matching_to_json (matching);
}

static char *
ask_replay (const Question *self, GError **error)
{
  g_autoptr (OrientaMatching) matching = match (self, error);
  if (!matching)
    return NULL;
  g_autofree char *record = orienta_matching_to_json (matching);
  g_autoptr (OrientaMatching) again = orienta_match_replay (record, -1, self->policy, self->reg, NULL, error);
  return again ? orienta_matching_to_json (again) : NULL;
}

static char *
ask_refuse (const Question *self, GError **error)
{
  g_autoptr (OrientaMatching) matching = match (self, error);
  g_autoptr (OrientaMatching) after =
      matching ? orienta_matching_refuse (matching, text_of (self, "household"), NULL, error) : NULL;
  return after ? orienta_matching_diff (matching, after) : NULL;
}

static char *
ask_explain_match (const Question *self, GError **error)
{
  g_autoptr (OrientaMatching) matching = match (self, error);
  return matching ? orienta_matching_explain (matching, text_of (self, "household"), language_of (self),
                                              audience_of (self), error)
                  : NULL;
}

static char *
ask_report_match (const Question *self, GError **error)
{
  static const char *const words[] = { "text", "html", "csv", NULL };
  g_autoptr (OrientaMatching) matching = match (self, error);
  if (!matching)
    return NULL;
  g_autoptr (OrientaMatchingReport) report = orienta_matching_report_new (matching, NULL);
  switch (choice_of (self, "as", words)) {
  case 1:
    return orienta_matching_report_to_html (report, language_of (self), audience_of (self));
  case 2:
    return orienta_matching_report_to_csv (report, audience_of (self));
  default:
    return orienta_matching_report_to_text (report, language_of (self), audience_of (self));
  }
}

/* -- the case -- */

static const struct {
  const char *name;
  char *(*answer) (const Question *self, GError **error);
} questions[] = {
  { "changed-policy", ask_changed_policy },
  { "compare", ask_compare },
  { "events", ask_events },
  { "explain", ask_explain },
  { "explain-match", ask_explain_match },
  { "figures", ask_figures },
  { "fingerprints", ask_fingerprints },
  { "forecast", ask_forecast },
  { "lint", ask_lint },
  { "lottery", ask_lottery },
  { "match", ask_match },
  { "pairs", ask_pairs },
  { "policy", ask_policy },
  { "refuse", ask_refuse },
  { "register", ask_register },
  { "replay", ask_replay },
  { "report", ask_report },
  { "report-match", ask_report_match },
  { "reserve", ask_reserve },
  { "scenario", ask_scenario },
  { "score", ask_score },
  { "shortlist", ask_shortlist },
  { "simulate", ask_simulate },
  { "summary", ask_summary },
  { "verdict", ask_verdict },
};

static char *
answer (const Question *self, GError **error)
{
  const char *name = text_of (self, "ask");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (strcmp (name, questions[i].name) == 0)
      return questions[i].answer (self, error);
  g_assert_not_reached ();
}

static void
print_answer (const Question *self, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = answer (self, &error);
  g_assert ((text == NULL) == (error != NULL));
  printf ("== %u %s\n", number, text_of (self, "ask"));
  if (error) {
    printf ("error %d: %s\n", error->code, error->message);
  } else if (json_object_get_boolean_member_with_default (self->asked, "digest", FALSE)) {
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
    printf ("%s, %zu bytes\n", digest, strlen (text));
  } else {
    printf ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
  }
}

static void
put_all (JsonObject *asked, OrientaPolicy *policy, OrientaRegister *reg, OrientaScenario *scenario)
{
  JsonArray *array = json_object_get_array_member (asked, "questions");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    Question question = { policy, reg, scenario, json_array_get_object_element (array, i) };
    print_answer (&question, i + 1);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (argc != 2 || !json_parser_load_from_file (parser, argv[1], &error)) {
    fprintf (stderr, "ask CASE.json: %s\n", error ? error->message : "one argument");
    return 2;
  }
  JsonObject *asked = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (json_object_get_string_member (asked, "policy"), &error);
  g_autoptr (OrientaRegister) reg =
      policy ? orienta_register_load (json_object_get_string_member (asked, "register"), policy, &error) : NULL;
  const char *path = json_object_get_string_member_with_default (asked, "scenario", NULL);
  g_autoptr (OrientaScenario) scenario = reg && path ? orienta_scenario_load (path, &error) : NULL;
  if (error)
    printf ("error %d: %s\n", error->code, error->message);
  else
    put_all (asked, policy, reg, scenario);
  return 0;
}
