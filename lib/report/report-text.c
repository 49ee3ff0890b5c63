/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The report on a terminal, 80 columns. */
#include "report/report-private.h"

#include "report/answer-private.h"
#include "report/lines-private.h"

#include <string.h>

#define MAX_NAMED 25 /* households or homes named one by one under one heading; the others are in the JSON */

typedef struct {
  GString *out;
  const OrientaReport *report;
  OrientaLanguage language;
  OrientaAudience audience;
} Text;

static void
write_header (const Text *self)
{
  const OrientaReport *report = self->report;
  OrientaLanguage language = self->language;
  g_autofree char *date = orienta_date_format_for (report->reg->as_of, language);
  g_autofree char *title = g_strdup_printf (orienta_say (language, "%s — le %s", "%s — %s"),
                                            orienta_policy_get_title (report->policy, language), date);
  orienta_lines_title (self->out, title, '=');
  orienta_lines_printf (
      self->out, "", "",
      orienta_say (language, "Politique %s %s (%.8s), fichier %.8s (ménages : %u, logements : %u). Tirage : « %s ».",
                   "Policy %s %s (%.8s), register %.8s (households: %u, homes: %u). Draw: “%s”."),
      report->policy->id, report->policy->version, orienta_policy_get_sha256 (report->policy),
      orienta_register_get_sha256 (report->reg), report->reg->n_households, report->reg->n_units, report->seed);
  orienta_lines_wrap (self->out, "", "",
                      orienta_say (language, "Ce document propose ; une personne décide.",
                                   "This document proposes; a person decides."));
  if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_lines_wrap (self->out, "", "", orienta_held_sentence (language));
}

/* "à vérifier, hors du choix exprimé, départagé par le tirage 3fa9…". */
static char *
flags_of (const Text *self, guint list, guint rank)
{
  const OrientaShortlist *lists = self->report->lists;
  OrientaLanguage language = self->language;
  g_autoptr (GPtrArray) flags = g_ptr_array_new_with_free_func (g_free);
  const char *tier = orienta_shortlist_get_tier (lists, list, rank);
  if (orienta_shortlist_get_status (lists, list, rank) == ORIENTA_TO_VERIFY)
    g_ptr_array_add (flags, g_strdup (orienta_status_label (ORIENTA_TO_VERIFY, language)));
  if (!orienta_shortlist_is_in_choice (lists, list, rank))
    g_ptr_array_add (flags, g_strdup (orienta_say (language, "hors choix", "outside choice")));
  if (self->audience == ORIENTA_AUDIENCE_PERSON && tier)
    g_ptr_array_add (flags, g_strdup (tier));
  if (self->audience == ORIENTA_AUDIENCE_PERSON && orienta_report_is_drawn (self->report, list, rank)) {
    g_autofree char *lottery = orienta_shortlist_format_lottery (lists, list, rank);
    g_ptr_array_add (flags, g_strdup_printf (orienta_say (language, "tirage %.8s", "draw %.8s"), lottery));
  }
  guint n_others = orienta_report_n_others (self->report, list, rank);
  if (n_others > 0)
    g_ptr_array_add (flags, orienta_others_text (n_others, language));
  g_ptr_array_add (flags, NULL);
  return g_strjoinv (", ", (char **) flags->pdata);
}

static void
write_parts (const Text *self, guint list, guint rank)
{
  g_autoptr (OrientaScore) score = orienta_report_score (self->report, list, rank);
  g_autoptr (GArray) parts = orienta_score_parts (self->report, score, self->language);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++) {
    const OrientaPart *part = &g_array_index (parts, OrientaPart, i);
    g_autofree char *points = orienta_points_text (part->points, self->language);
    g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", part->label, points);
  }
  if (parts->len > 0)
    orienta_lines_wrap (self->out, "       ", "       ", text->str);
}

static void
write_reasons (const Text *self, guint list, guint rank)
{
  g_autoptr (OrientaVerdict) verdict = orienta_report_verdict (self->report, list, rank);
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++) {
    if (!orienta_reason_is_shown (verdict, i, self->audience)
        || orienta_verdict_get_reason (verdict, i) == ORIENTA_REASON_OUTSIDE_CHOICE)
      continue;
    g_autofree char *reason = orienta_verdict_format_reason (verdict, i, self->language);
    orienta_lines_wrap (self->out, "       ", "         ", reason);
  }
}

/* One candidate of a home, or one home of a household: a line, and below it what made it. */
static void
write_candidate (const Text *self, guint list, guint rank)
{
  const OrientaReport *report = self->report;
  gboolean person = self->audience == ORIENTA_AUDIENCE_PERSON;
  guint unit = orienta_shortlist_get_unit (report->lists, list, rank);
  guint household = orienta_shortlist_get_household (report->lists, list, rank);
  g_autofree char *number = g_strdup_printf ("%u", rank + 1);
  g_autofree char *points =
      orienta_points_text (orienta_shortlist_get_points (report->lists, list, rank), self->language);
  g_autofree char *name = orienta_unit_name (report->reg, unit, self->language);
  g_autofree char *flags = flags_of (self, list, rank);
  g_autoptr (GString) first = g_string_new (NULL);
  gboolean homes = report->subject == ORIENTA_SUBJECT_HOUSEHOLD;
  orienta_lines_lead (first, number, 4);
  g_string_append (first, "  ");
  orienta_lines_pad (first, homes ? report->reg->units[unit].id : report->reg->households[household].id, 12);
  if (person)
    orienta_lines_lead (first, points, 9);
  g_autofree char *rest = g_strdup_printf ("%s%s%s", homes ? name : "", homes && *flags ? " — " : "", flags);
  if (*rest)
    g_string_append (first, "  ");
  orienta_lines_wrap (self->out, first->str, "                             ", rest);
  if (report->subject == ORIENTA_SUBJECT_UNIT && person)
    write_parts (self, list, rank);
  if (!homes)
    write_reasons (self, list, rank);
}

static void
write_unit (const Text *self, guint list)
{
  const OrientaReport *report = self->report;
  guint unit = orienta_report_unit_of (report, list);
  guint n = orienta_shortlist_get_n_candidates (report->lists, list);
  g_autofree char *name = orienta_unit_name (report->reg, unit, self->language);
  g_auto (GStrv) facts = orienta_unit_facts (report->reg, unit, self->language);
  g_autofree char *line = g_strjoinv (" · ", facts);
  g_string_append_c (self->out, '\n');
  orienta_lines_printf (self->out, "", "      ", "%s  %s — %s", report->reg->units[unit].id, name, line);
  if (n == 0)
    orienta_lines_wrap (self->out, "      ", "      ",
                        orienta_say (self->language, "Aucun candidat.", "No candidate."));
  for (guint rank = 0; rank < orienta_report_n_shown (report, list); rank++)
    write_candidate (self, list, rank);
  if (n > orienta_report_n_shown (report, list))
    orienta_lines_printf (self->out, "      ", "      ",
                          orienta_say (self->language, "(candidats en tout : %u)", "(candidates in all: %u)"), n);
}

static void
section (const Text *self, const char *title)
{
  g_string_append_c (self->out, '\n');
  orienta_lines_title (self->out, title, '-');
}

static void
add_once (GPtrArray *texts, char *text)
{
  if (texts->len < 3 && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, text);
  else
    g_free (text);
}

/* What would turn one reason; for a fact of the home, the values. */
static void
add_details (const Text *self, const OrientaVerdict *verdict, guint reason, GPtrArray *details)
{
  if (!orienta_verdict_get_reason_rule (verdict, reason))
    add_once (details, orienta_verdict_format_reason (verdict, reason, self->language));
  for (guint i = 0; i < orienta_verdict_get_n_flips (verdict, reason); i++)
    add_once (details, orienta_verdict_format_flip (verdict, reason, i, self->language));
}

/* What refuses, which pairs, and for the homes of one household the smallest changes. */
static void
write_obstacle (const Text *self, const OrientaObstacle *obstacle)
{
  const OrientaReport *report = self->report;
  gboolean homes = report->subject == ORIENTA_SUBJECT_HOUSEHOLD;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;
  for (guint i = 0; i < report->refused->len; i++) {
    const OrientaVerdict *verdict = g_ptr_array_index (report->refused, i);
    for (guint j = 0; j < orienta_verdict_get_n_reasons (verdict); j++) {
      if (orienta_verdict_get_reason (verdict, j) != obstacle->code
          || g_strcmp0 (orienta_verdict_get_reason_rule (verdict, j), obstacle->rule) != 0)
        continue;
      if (n++ < MAX_NAMED)
        g_string_append_printf (ids, " %s",
                                homes ? report->reg->units[orienta_verdict_get_unit (verdict)].id
                                      : report->reg->households[orienta_verdict_get_household (verdict)].id);
      if (homes)
        add_details (self, verdict, j, details);
    }
  }
  orienta_lines_printf (self->out, "   - ", "     ", orienta_say (self->language, "%s (%u) :%s%s", "%s (%u):%s%s"),
                        obstacle->text[self->language], n, ids->str, n > MAX_NAMED ? "…" : "");
  for (guint i = 0; i < details->len; i++)
    orienta_lines_wrap (self->out, "       ", "         ", g_ptr_array_index (details, i));
}

static void
write_refused (const Text *self)
{
  const OrientaReport *report = self->report;
  guint n_told = 0;
  g_autofree char *title = g_strdup_printf (
      orienta_say (self->language, "Non proposés et pourquoi (%u)", "Not proposed and why (%u)"), report->refused->len);
  section (self, title);
  for (guint i = 0; i < report->obstacles->len; i++) {
    const OrientaObstacle *obstacle = &g_array_index (report->obstacles, OrientaObstacle, i);
    if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY && obstacle->special)
      continue;
    write_obstacle (self, obstacle);
    n_told++;
  }
  if (n_told == 0 && report->refused->len == 0)
    orienta_lines_wrap (self->out, "   ", "   ", orienta_say (self->language, "Aucun.", "None."));
}

static void
write_rest (const Text *self, guint n)
{
  if (n > MAX_NAMED)
    orienta_lines_printf (self->out, "   ", "     ",
                          orienta_say (self->language, "… et d'autres (%u), dans la sortie JSON.",
                                       "… and others (%u), in the JSON output."),
                          n - MAX_NAMED);
}

static void
write_blocked (const Text *self)
{
  const OrientaReport *report = self->report;
  OrientaLanguage language = self->language;
  g_autofree char *title =
      g_strdup_printf (orienta_say (language, "Aucun logement ouvert (ménages : %u)", "No home open (households: %u)"),
                       report->blocked->len);
  section (self, title);
  for (guint i = 0; i < report->obstacles->len; i++) {
    const OrientaObstacle *obstacle = &g_array_index (report->obstacles, OrientaObstacle, i);
    orienta_lines_printf (
        self->out, "   - ", "     ",
        orienta_say (language, "%s — ménages : %u ; couples ménage–logement fermés : %u, dont par cela seul : %u.",
                     "%s — households: %u; pairs closed: %u, by this alone: %u."),
        obstacle->text[language], obstacle->n_households, obstacle->n_refused, obstacle->n_alone);
  }
  for (guint i = 0; i < MIN (report->blocked->len, MAX_NAMED); i++) {
    const OrientaBlocked *blocked = &g_array_index (report->blocked, OrientaBlocked, i);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint j = 0; blocked->nearest && j < orienta_verdict_get_n_reasons (blocked->nearest); j++) {
      OrientaReasonCode code = orienta_verdict_get_reason (blocked->nearest, j);
      g_autofree char *reason = orienta_verdict_format_reason (blocked->nearest, j, language);
      if (orienta_reason_get_severity (code) == ORIENTA_SEVERITY_REFUSE)
        g_string_append_printf (text, " %s", reason);
    }
    orienta_lines_printf (
        self->out, "   ", "     ", orienta_say (language, "%s, au plus près de %s :%s", "%s, nearest to %s:%s"),
        report->reg->households[blocked->household].id,
        blocked->nearest ? report->reg->units[orienta_verdict_get_unit (blocked->nearest)].id : "—", text->str);
  }
}

static void
write_waiting (const Text *self)
{
  const OrientaReport *report = self->report;
  OrientaLanguage language = self->language;
  g_autofree char *title =
      g_strdup_printf (orienta_say (language, "Des logements ouverts, mais sur aucune liste (ménages : %u)",
                                    "Homes open, but on no list (households: %u)"),
                       report->waiting->len);
  section (self, title);
  for (guint i = 0; i < MIN (report->waiting->len, MAX_NAMED); i++) {
    const OrientaWaiting *waiting = &g_array_index (report->waiting, OrientaWaiting, i);
    const char *id = report->reg->households[waiting->household].id;
    g_autofree char *gap = orienta_points_text (waiting->gap, language);
    g_autofree char *what = NULL;
    if (waiting->unit == G_MAXUINT)
      what = g_strdup (orienta_say (language, "d'autres passent avant les points", "others come before points"));
    else if (waiting->gap <= 0)
      what = g_strdup_printf (orienta_say (language, "à égalité de points pour %s", "equal points for %s"),
                              report->reg->units[waiting->unit].id);
    else
      what = g_strdup_printf (orienta_say (language, "%s points de moins que la dernière place pour %s",
                                           "%s points below the last place for %s"),
                              gap, report->reg->units[waiting->unit].id);
    orienta_lines_printf (self->out, "   ", "     ",
                          orienta_say (language, "%s — logements ouverts : %u ; %s.", "%s — homes open: %u; %s."), id,
                          waiting->n_open, what);
  }
  write_rest (self, report->waiting->len);
}

static void
write_all (const Text *self)
{
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self->report->lists); list++)
    write_unit (self, list);
  if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    return;
  write_blocked (self);
  write_waiting (self);
}

static void
write_household (const Text *self)
{
  const OrientaReport *report = self->report;
  g_autofree char *title = g_strdup_printf (
      orienta_say (self->language, "Ménage %s : logements ouverts (%u)", "Household %s: homes open (%u)"),
      report->reg->households[report->subject_index].id, orienta_shortlist_get_n_candidates (report->lists, 0));
  section (self, title);
  for (guint rank = 0; rank < orienta_report_n_shown (report, 0); rank++)
    write_candidate (self, 0, rank);
  write_refused (self);
}

/**
 * orienta_report_to_text:
 * @audience: third parties read the lists, without points and without what is special
 *
 * Plain text of at most 80 columns (ids longer than theirs apart), UTF-8.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_report_to_text (const OrientaReport *self, OrientaLanguage language, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  Text text = { g_string_new (NULL), self, language, audience };
  write_header (&text);
  switch (self->subject) {
  case ORIENTA_SUBJECT_UNIT:
    write_unit (&text, 0);
    write_refused (&text);
    break;
  case ORIENTA_SUBJECT_HOUSEHOLD:
    write_household (&text);
    break;
  default:
    write_all (&text);
  }
  return g_string_free (text.out, FALSE);
}
