/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A matching on a terminal, 80 columns. */
#include "report/matching-report-private.h"

#include "report/answer-private.h"
#include "report/report-private.h"

#define MAX_NAMED 25 /* households named one by one without a home; the others are in the JSON */

typedef struct {
  GString *out;
  const OrientaMatchingReport *report;
  const OrientaMatching *matching;
  const OrientaRegister *reg;
  OrientaLanguage language;
  OrientaAudience audience;
} Text;

static void
write_header (const Text *self)
{
  const OrientaPolicy *policy = self->matching->binding->policy;
  OrientaRegister *reg = self->matching->binding->reg;
  OrientaLanguage language = self->language;
  const char *seed = self->matching->options->seed;
  g_autofree char *date = orienta_date_format_for (reg->as_of, language);
  g_autofree char *title = g_strdup_printf (orienta_say (language, "%s — le %s", "%s — %s"),
                                            orienta_policy_get_title (policy, language), date);
  orienta_lines_title (self->out, title, '=');
  orienta_lines_printf (
      self->out, "", "",
      orienta_say (language, "Politique %s %s (%.8s), fichier %.8s (ménages : %u, logements : %u). Tirage : « %s ».",
                   "Policy %s %s (%.8s), register %.8s (households: %u, homes: %u). Draw: “%s”."),
      policy->id, policy->version, orienta_policy_get_sha256 (policy), orienta_register_get_sha256 (reg),
      reg->n_households, reg->n_units, seed ? seed : "—");
  orienta_lines_wrap (self->out, "", "",
                      orienta_say (language, "Ce document propose ; une personne décide.",
                                   "This document proposes; a person decides."));
  if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_lines_wrap (self->out, "", "", orienta_held_sentence (language));
}

static void
section (const Text *self, const char *title)
{
  g_string_append_c (self->out, '\n');
  orienta_lines_title (self->out, title, '-');
}

static void
write_item (const Text *self, const char *text)
{
  orienta_lines_wrap (self->out, "   - ", "     ", text);
}

/* -- figures -- */

static void
write_figure (const Text *self, const char *label, const char *value)
{
  g_string_append (self->out, "   ");
  orienta_lines_pad (self->out, label, 44);
  g_string_append_printf (self->out, " %s\n", value);
}

static void
write_count (const Text *self, const char *label, guint n, guint of)
{
  g_autofree char *share = orienta_share_text (n, of, self->language);
  g_autofree char *value =
      g_strdup_printf (orienta_say (self->language, "%u sur %u (%s)", "%u of %u (%s)"), n, of, share);
  write_figure (self, label, value);
}

/* What a person who decides asks first. */
static void
write_summary (const Text *self)
{
  const OrientaMatchingReport *report = self->report;
  OrientaLanguage language = self->language;
  guint n = self->matching->n_pairs;
  g_autofree char *title = g_strdup_printf (orienta_say (language, "Appariement : %s", "Matching: %s"),
                                            orienta_mechanism_label (self->matching->options->mechanism, language));
  section (self, title);
  g_autofree char *status = orienta_matching_status_text (self->matching, language);
  orienta_lines_wrap (self->out, "   ", "   ", status);
  for (guint i = 0; i < self->matching->conflicts->len; i++) {
    g_autofree char *conflict = orienta_matching_conflict_text (self->matching, i, language);
    write_item (self, conflict);
  }
  g_autofree char *points = orienta_points_text (self->matching->total, language);
  write_count (self, orienta_say (language, "ménages logés", "households housed"), n, self->reg->n_households);
  write_figure (self, orienta_say (language, "points en tout", "points in all"), points);
  write_count (self, orienta_say (language, "places qui restent libres", "places that stay free"), report->n_free,
               report->n_places);
  write_count (self, orienta_say (language, "dans le choix exprimé", "inside the stated choice"), report->n_in_choice,
               n);
  write_count (self, orienta_say (language, "à vérifier avant d'entrer", "to be verified before moving in"),
               report->n_to_verify, n);
  write_count (self, orienta_say (language, "accompagnement à trouver", "support to be found"), report->n_lacking, n);
  write_count (self, orienta_say (language, "quittent une place pour une autre", "leave a place for another"),
               report->n_leaving, n);
  g_autofree char *change = orienta_matching_change_text (report, language);
  if (change)
    orienta_lines_wrap (self->out, "   ", "   ", change);
}

/* A bar of 20 columns: a full block for each twentieth. */
static void
append_bar (GString *out, guint n, guint of)
{
  guint full = of > 0 ? (guint) ((guint64) n * 20 / of) : 0;
  for (guint i = 0; i < 20; i++)
    g_string_append (out, i < full ? "█" : "·");
}

static void
write_effect (const Text *self, const char *label, OrientaEffect effect)
{
  if (effect.n == 0)
    return;
  g_autoptr (GString) line = g_string_new ("   ");
  g_autofree char *short_label = g_utf8_strlen (label, -1) > 30 ? g_utf8_substring (label, 0, 29) : NULL;
  g_autofree char *cut = short_label ? g_strconcat (short_label, "…", NULL) : g_strdup (label);
  g_autofree char *counts = g_strdup_printf ("%u/%u", effect.housed, effect.n);
  g_autofree char *share = orienta_share_text (effect.housed, effect.n, self->language);
  g_autofree char *before = orienta_share_text (effect.housed_before, effect.n, self->language);
  orienta_lines_pad (line, cut, 31);
  orienta_lines_lead (line, counts, 8);
  orienta_lines_lead (line, share, 8);
  orienta_lines_lead (line, self->report->baseline ? before : "", 8);
  g_string_append (line, " ");
  append_bar (line, effect.housed, effect.n);
  g_string_append_printf (self->out, "%s\n", line->str);
}

static void
write_effects (const Text *self)
{
  OrientaLanguage language = self->language;
  section (self, self->report->baseline
                     ? orienta_say (language, "Effet par groupe : logés, part, part dans l'autre appariement",
                                    "Effect by group: housed, share, share in the other matching")
                     : orienta_say (language, "Effet par groupe : logés, part", "Effect by group: housed, share"));
  write_effect (self, orienta_say (language, "tous les ménages", "all households"),
                orienta_matching_effect_all (self->report));
  for (guint need = 0; need < ORIENTA_N_NEEDS; need++)
    write_effect (self, orienta_needs.words[need].label[language], orienta_matching_effect_need (self->report, need));
  for (guint i = 0; i < orienta_situations.n; i++)
    write_effect (self, orienta_situations.words[i].label[language],
                  orienta_matching_effect_situation (self->report, i));
}

/* -- who where -- */

static char *
flags_of (const Text *self, const OrientaMatched *pair)
{
  OrientaLanguage language = self->language;
  g_autoptr (GPtrArray) flags = g_ptr_array_new_with_free_func (g_free);
  if (pair->status == ORIENTA_TO_VERIFY)
    g_ptr_array_add (flags, g_strdup (orienta_status_label (ORIENTA_TO_VERIFY, language)));
  if (!pair->in_choice)
    g_ptr_array_add (flags, g_strdup (orienta_say (language, "hors choix", "outside choice")));
  char *support =
      self->audience == ORIENTA_AUDIENCE_PERSON ? orienta_matching_support_text (self->matching, pair, language) : NULL;
  if (support)
    g_ptr_array_add (flags, support);
  if (self->audience == ORIENTA_AUDIENCE_PERSON && pair->left >= 0)
    g_ptr_array_add (
        flags, g_strdup_printf (orienta_say (language, "libère %s", "leaves %s"), self->reg->units[pair->left].id));
  g_ptr_array_add (flags, NULL);
  return g_strjoinv (", ", (char **) flags->pdata);
}

static void
write_pair (const Text *self, const OrientaMatched *pair)
{
  g_autofree char *points = orienta_points_text (pair->points, self->language);
  g_autofree char *flags = flags_of (self, pair);
  g_autoptr (GString) first = g_string_new ("      ");
  const char *id = self->reg->households[pair->household].id;
  if (self->audience == ORIENTA_AUDIENCE_PERSON) {
    orienta_lines_pad (first, id, 12);
    orienta_lines_lead (first, points, 9);
  } else {
    g_string_append (first, id);
  }
  if (*flags)
    g_string_append (first, "  ");
  orienta_lines_wrap (self->out, first->str, "                             ", flags);
}

/* The homes that have a place to give, in the register's order, with those who are to live there. */
static void
write_homes (const Text *self)
{
  guint next = 0, n = self->matching->n_pairs;
  section (self, orienta_say (self->language, "Qui où", "Who where"));
  for (guint unit = 0; unit < self->reg->n_units; unit++) {
    gboolean taken = next < n && self->matching->pairs[self->report->pairs[next]].unit == unit;
    if (!taken && self->report->free[unit] == 0)
      continue;
    g_autofree char *name = orienta_unit_name (self->reg, unit, self->language);
    g_auto (GStrv) facts = orienta_matching_unit_facts (self->report, unit, self->language);
    g_autofree char *line = g_strjoinv (" · ", facts);
    orienta_lines_printf (self->out, "", "      ", "%s  %s — %s", self->reg->units[unit].id, name, line);
    for (; next < n; next++) {
      const OrientaMatched *pair = &self->matching->pairs[self->report->pairs[next]];
      if (pair->unit != unit)
        break;
      write_pair (self, pair);
    }
    if (self->report->free[unit] > 0)
      orienta_lines_printf (
          self->out, "      ", "      ",
          orienta_say (self->language, "(places qui restent libres : %u)", "(places that stay free: %u)"),
          self->report->free[unit]);
  }
}

static void
write_unmatched (const Text *self)
{
  const OrientaMatching *matching = self->matching;
  OrientaLanguage language = self->language;
  g_autofree char *title = g_strdup_printf (orienta_say (language, "Sans logement, au plus près d'abord (ménages : %u)",
                                                         "Without a home, the nearest first (households: %u)"),
                                            matching->n_unmatched);
  section (self, title);
  for (guint i = 0; i < MIN (matching->n_unmatched, MAX_NAMED); i++) {
    guint place = self->report->unmatched[i];
    g_autofree char *reason = orienta_matching_format_reason (matching, place, language);
    orienta_lines_printf (self->out, "   ", "     ", orienta_say (language, "%s : %s", "%s: %s"),
                          self->reg->households[matching->unmatched[place].household].id, reason);
  }
  if (matching->n_unmatched > MAX_NAMED)
    orienta_lines_printf (self->out, "   ", "     ",
                          orienta_say (language, "… et d'autres (%u), dans les sorties CSV, JSON et HTML.",
                                       "… and others (%u), in the CSV, JSON and HTML outputs."),
                          matching->n_unmatched - MAX_NAMED);
}

/* -- what would change it, and what comes first -- */

static void
write_prices (const Text *self)
{
  const GArray *prices = self->report->prices;
  if (prices->len == 0)
    return;
  section (self,
           orienta_say (self->language, "Ce que vaudrait une place de plus", "What one more place would be worth"));
  for (guint i = 0; i < MIN (prices->len, ORIENTA_PRICES_SHOWN); i++) {
    g_autofree char *price =
        orienta_matching_price_text (self->report, &g_array_index (prices, OrientaPricing, i), self->language);
    write_item (self, price);
  }
}

static void
write_limits (const Text *self)
{
  const OrientaMatching *matching = self->matching;
  OrientaLanguage language = self->language;
  if (matching->limits->len == 0)
    return;
  section (self, orienta_say (language, "Limites", "Limits"));
  for (guint i = 0; i < matching->limits->len; i++) {
    g_autofree char *label = orienta_matching_format_limit (matching, i, language);
    g_autofree char *count = orienta_matching_count_text (matching, i, language);
    g_autofree char *worth = orienta_matching_worth_text (matching, i, language);
    orienta_lines_printf (
        self->out, "   - ", "     ", orienta_say (language, "%s : %s%s%s%s", "%s: %s%s%s%s"), label, count,
        orienta_matching_limit_holds (matching, i) ? "" : orienta_say (language, " ; NON TENUE", "; NOT HELD"),
        worth ? orienta_say (language, " ; ", "; ") : "", worth ? worth : "");
  }
}

static void
write_chain (const Text *self, guint first, guint n)
{
  const OrientaMatching *matching = self->matching;
  guint chain = g_array_index (matching->moves, OrientaMove, first).chain;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = first; i < first + n; i++) {
    const OrientaMatched *pair = &matching->pairs[g_array_index (matching->moves, OrientaMove, i).pair];
    g_string_append_printf (text, "%s%s → %s", i > first ? orienta_say (self->language, " ; puis ", "; then ") : "",
                            self->reg->households[pair->household].id, self->reg->units[pair->unit].id);
  }
  if (matching->exchanges[chain])
    g_string_append (text, orienta_say (self->language, " (échange : le même jour)", " (exchange: on one day)"));
  write_item (self, text->str);
}

static void
write_moves (const Text *self)
{
  const OrientaMatchingReport *report = self->report;
  OrientaLanguage language = self->language;
  section (self, orienta_say (language, "Dans quel ordre emménager", "In which order to move"));
  guint alone = 0;
  for (guint i = 0; i < self->matching->moves->len; i++)
    alone += orienta_matching_chain_length (self->matching, i) == 1;
  orienta_lines_printf (self->out, "   ", "   ",
                        orienta_say (language, "Sans attendre personne : %u. Enchaînements : %u, dont échanges : %u.",
                                     "Without waiting for anybody: %u. Chains: %u, of which exchanges: %u."),
                        alone, report->n_chains, report->n_exchanges);
  for (guint i = 0; i < self->matching->moves->len; i++) {
    guint n = orienta_matching_chain_length (self->matching, i);
    if (n > 1)
      write_chain (self, i, n);
  }
}

/**
 * orienta_matching_report_to_text:
 * @audience: third parties read who is proposed where, without points and without what is special
 *
 * Plain text of at most 80 columns (ids longer than theirs apart), UTF-8.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_matching_report_to_text (const OrientaMatchingReport *self, OrientaLanguage language, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  Text text = { g_string_new (NULL), self, self->matching, self->matching->binding->reg, language, audience };
  write_header (&text);
  if (audience == ORIENTA_AUDIENCE_PERSON) {
    write_summary (&text);
    write_effects (&text);
  }
  write_homes (&text);
  if (audience == ORIENTA_AUDIENCE_PERSON) {
    write_unmatched (&text);
    write_prices (&text);
    write_limits (&text);
    write_moves (&text);
  }
  return g_string_free (text.out, FALSE);
}
