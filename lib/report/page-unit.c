/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lists: one section for each home, its candidates with what made their points. */
#include "report/page-private.h"

#include "report/answer-private.h"

/* The bar of one score. Only what adds is drawn; what takes away stands in words beside it. `most` fills the width. */
static void
add_bar (const OrientaPage *self, const GArray *parts, gint64 most)
{
  gint64 x = 0;
  g_string_append (self->out,
                   "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
  for (guint i = 0; i < parts->len; i++) {
    const OrientaPart *part = &g_array_index (parts, OrientaPart, i);
    gint64 end = part->points > 0 ? x + part->points : x;
    gint from = (gint) orienta_number_scale (x, 1000, most);
    gint to = (gint) orienta_number_scale (end, 1000, most);
    if (to - from > 2)
      orienta_page_add (self, "<rect class=\"c%u\" x=\"%d\" width=\"%d\" height=\"10\"/>", part->colour, from,
                        to - from - 2);
    x = end;
  }
  g_string_append (self->out, "</svg>");
}

static void
add_parts (const OrientaPage *self, const GArray *parts)
{
  g_string_append (self->out, "<ul class=\"parts\">");
  for (guint i = 0; i < parts->len; i++) {
    const OrientaPart *part = &g_array_index (parts, OrientaPart, i);
    g_autofree char *points = orienta_points_text (part->points, self->language);
    orienta_page_add (self, "<li><i class=\"c%u\"></i>%s <b>%s</b></li>", part->colour, part->label, points);
  }
  g_string_append (self->out, "</ul>");
}

/* A word in a frame; `class` begins with a blank where it says more. */
void
orienta_page_flag (const OrientaPage *self, const char *class, const char *text)
{
  orienta_page_add (self, "<span class=\"flag%s\">%s</span>", class, text);
}

static const char *
tier_label (const OrientaReport *report, const char *tier, OrientaLanguage language)
{
  for (guint i = 0; i < report->policy->n_tiers; i++)
    if (g_str_equal (report->policy->tiers[i].id, tier))
      return orienta_label_get (&report->policy->tiers[i].label, language, tier);
  return tier;
}

static void
add_flags (const OrientaPage *self, guint list, guint rank)
{
  const OrientaShortlist *lists = self->report->lists;
  gboolean person = self->audience == ORIENTA_AUDIENCE_PERSON;
  const char *tier = orienta_shortlist_get_tier (lists, list, rank);
  if (orienta_shortlist_get_status (lists, list, rank) == ORIENTA_TO_VERIFY)
    orienta_page_flag (self, " verify", orienta_status_label (ORIENTA_TO_VERIFY, self->language));
  if (!orienta_shortlist_is_in_choice (lists, list, rank))
    orienta_page_flag (self, "", orienta_page_say (self, "hors du choix exprimé", "outside stated choice"));
  if (person && tier)
    orienta_page_flag (self, "", tier_label (self->report, tier, self->language));
  if (person && orienta_report_is_drawn (self->report, list, rank)) {
    g_autofree char *lottery = orienta_shortlist_format_lottery (lists, list, rank);
    orienta_page_add (self, "<span class=\"flag\">%s <code>%.8s</code></span>",
                      orienta_page_say (self, "ex æquo, départagé par tirage", "tied, set apart by draw"), lottery);
  }
  guint n_others = orienta_report_n_others (self->report, list, rank);
  if (n_others > 0) {
    g_autofree char *others = orienta_others_text (n_others, self->language);
    orienta_page_flag (self, "", others);
  }
}

/* What must be looked at or noted; what the flag of choice says already is not said twice. */
static void
add_notes (const OrientaPage *self, guint list, guint rank)
{
  g_autoptr (OrientaVerdict) verdict = orienta_report_verdict (self->report, list, rank);
  gboolean open = FALSE;
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++) {
    if (!orienta_reason_is_shown (verdict, i, self->audience)
        || orienta_verdict_get_reason (verdict, i) == ORIENTA_REASON_OUTSIDE_CHOICE)
      continue;
    g_autofree char *reason = orienta_verdict_format_reason (verdict, i, self->language);
    orienta_page_add (self, open ? "<li>%s</li>" : "<ul class=\"notes\"><li>%s</li>", reason);
    open = TRUE;
  }
  if (open)
    g_string_append (self->out, "</ul>");
}

static void
add_who (const OrientaPage *self, guint list, guint rank)
{
  const OrientaReport *report = self->report;
  guint unit = orienta_shortlist_get_unit (report->lists, list, rank);
  guint household = orienta_shortlist_get_household (report->lists, list, rank);
  orienta_page_add (self, "<li><span class=\"rank\">%u</span>", rank + 1);
  if (report->subject == ORIENTA_SUBJECT_HOUSEHOLD) {
    g_autofree char *name = orienta_unit_name (report->reg, unit, self->language);
    orienta_page_add (self, "<span><span class=\"id\">%s</span><br><span class=\"soft\">%s</span></span>",
                      report->reg->units[unit].id, name);
  } else {
    orienta_page_add (self, "<span class=\"id\">%s</span>", report->reg->households[household].id);
  }
}

static void
add_candidate (const OrientaPage *self, guint list, guint rank, gint64 most)
{
  const OrientaReport *report = self->report;
  add_who (self, list, rank);
  if (self->audience == ORIENTA_AUDIENCE_PERSON) {
    g_autoptr (OrientaScore) score = orienta_report_score (report, list, rank);
    g_autoptr (GArray) parts = orienta_score_parts (report, score, self->language);
    g_autofree char *points = orienta_points_text (orienta_score_get_points (score), self->language);
    add_bar (self, parts, most);
    orienta_page_add (self, "<span class=\"points\"><b>%s</b> pts</span><div class=\"more\">", points);
    add_parts (self, parts);
  } else {
    g_string_append (self->out, "<div class=\"more\">");
  }
  add_flags (self, list, rank);
  add_notes (self, list, rank);
  g_string_append (self->out, "</div></li>\n");
}

/* What fills the width of a list's bars: the longest of them, so that they compare. */
static gint64
longest (const OrientaPage *self, guint list)
{
  gint64 most = 1;
  for (guint rank = 0; rank < orienta_report_n_shown (self->report, list); rank++) {
    g_autoptr (OrientaScore) score = orienta_report_score (self->report, list, rank);
    g_autoptr (GArray) parts = orienta_score_parts (self->report, score, self->language);
    gint64 sum = 0;
    for (guint i = 0; i < parts->len; i++)
      sum += MAX (g_array_index (parts, OrientaPart, i).points, 0);
    most = MAX (most, sum);
  }
  return most;
}

/* The ranked entries of one list. */
void
orienta_page_list (const OrientaPage *self, guint list)
{
  const OrientaReport *report = self->report;
  guint n = orienta_shortlist_get_n_candidates (report->lists, list);
  guint shown = orienta_report_n_shown (report, list);
  if (report->subject == ORIENTA_SUBJECT_HOUSEHOLD)
    orienta_page_add (self, "<h2>%s (%u)</h2>\n", orienta_page_say (self, "Logements ouverts", "Homes open"), n);
  if (n == 0)
    orienta_page_add (self, "<p>%s</p>\n", orienta_page_say (self, "Aucun candidat.", "No candidate."));
  if (shown == 0)
    return;
  gint64 most = longest (self, list);
  g_string_append (self->out, "<ol class=\"files\">\n");
  for (guint rank = 0; rank < shown; rank++)
    add_candidate (self, list, rank, most);
  g_string_append (self->out, "</ol>\n");
  if (n > shown) {
    g_autofree char *rest = g_strdup_printf (
        orienta_page_say (self, "Candidats en tout : %u ; affichés : %u.", "Candidates in all: %u; shown: %u."), n,
        shown);
    orienta_page_add (self, "<p class=\"soft\">%s</p>\n", rest);
  }
}

static void
add_unit (const OrientaPage *self, guint list)
{
  const OrientaReport *report = self->report;
  guint unit = orienta_report_unit_of (report, list);
  const OrientaUnitRow *row = &report->reg->units[unit];
  g_auto (GStrv) facts = orienta_unit_facts (report->reg, unit, self->language);
  g_autofree char *line = g_strjoinv (" · ", facts);
  orienta_page_add (
      self, "<section class=\"unit\" id=\"u-%s\" aria-labelledby=\"t-%s\">\n<h4 id=\"t-%s\">%s · %s</h4>\n<p>%s</p>\n",
      row->id, row->id, row->id, row->id, report->reg->territories[row->territory].id, line);
  orienta_page_list (self, list);
  g_string_append (self->out, "</section>\n");
}

/* Every list, by kind of home. */
void
orienta_page_units (const OrientaPage *self)
{
  orienta_page_add (self, "<section class=\"part\" aria-labelledby=\"units\">\n<h2 id=\"units\">%s</h2>\n",
                    orienta_page_say (self, "Listes par logement", "Lists by home"));
  for (guint kind = 0; kind < orienta_kinds.n; kind++) {
    g_autoptr (GArray) lists = orienta_page_lists_of_kind (self->report, kind);
    if (lists->len == 0)
      continue;
    orienta_page_add (self, "<h3 id=\"k-%s\">%s (%u)</h3>\n", orienta_kinds.words[kind].word,
                      orienta_kinds.words[kind].label[self->language], lists->len);
    for (guint i = 0; i < lists->len; i++)
      add_unit (self, g_array_index (lists, guint, i));
  }
  g_string_append (self->out, "</section>\n");
}
