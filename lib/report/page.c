/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Page: one self-contained HTML document that a commission prints, projects or opens on a telephone. No script, no
 * outside resource, no colour without words; every value is escaped. */
#include "report/page-private.h"

#include "report/answer-private.h"

void
orienta_page_add (const OrientaPage *self, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (self->out, text);
}

/* A table cell with a bar; the number stands in words in a cell of its own. */
void
orienta_page_share (const OrientaPage *self, guint64 n, guint64 of)
{
  guint width = of > 0 ? (guint) (n * 1000 / of) : 0;
  orienta_page_add (
      self,
      "<td class=\"share\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rest\" width=\"1000\" height=\"10\"/><rect width=\"%u\" height=\"10\"/></svg></td>",
      width);
}

GArray *
orienta_page_lists_of_kind (const OrientaReport *report, guint kind)
{
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint list = 0; list < orienta_shortlist_get_n_lists (report->lists); list++)
    if (report->reg->units[orienta_report_unit_of (report, list)].kind == kind)
      g_array_append_val (lists, list);
  return lists;
}

static char *
heading_of (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  switch (report->subject) {
  case ORIENTA_SUBJECT_UNIT:
    return g_strdup_printf (orienta_page_say (self, "Candidats pour %s", "Candidates for %s"),
                            report->reg->units[report->subject_index].id);
  case ORIENTA_SUBJECT_HOUSEHOLD:
    return g_strdup_printf (orienta_page_say (self, "Logements pour le ménage %s", "Homes for household %s"),
                            report->reg->households[report->subject_index].id);
  default:
    return g_strdup (
        orienta_page_say (self, "Candidats proposés, logement par logement", "Candidates proposed, home by home"));
  }
}

void
orienta_page_fact (const OrientaPage *self, const char *name, const char *value)
{
  orienta_page_add (self, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

/* Which policy and which register, to the byte. */
void
orienta_page_prints (const OrientaPage *self)
{
  orienta_page_add (
      self,
      "<dt>%s</dt><dd>%s <code title=\"SHA-256 %s\">%.8s</code>, %s <code title=\"SHA-256 %s\">%.8s</code></dd>\n",
      orienta_page_say (self, "Empreintes", "Fingerprints"), orienta_page_say (self, "politique", "policy"),
      orienta_policy_get_sha256 (self->policy), orienta_policy_get_sha256 (self->policy),
      orienta_page_say (self, "fichier", "register"), orienta_register_get_sha256 (self->reg),
      orienta_register_get_sha256 (self->reg));
}

static void
add_facts (const OrientaPage *self)
{
  static const char *const levels[3][2] = {
    { "points vérifiés seulement", "verified points only" },
    { "points vérifiés ou déclarés", "verified or declared points" },
    { "tous les points déclarés, à valider compris", "all stated points, to be validated included" },
  };
  const OrientaReport *report = self->report;
  g_autofree char *policy = g_strdup_printf (
      "%s, version %s", orienta_policy_get_title (report->policy, self->language), report->policy->version);
  g_autofree char *counts =
      g_strdup_printf (orienta_page_say (self, "ménages : %u, logements : %u", "households: %u, homes: %u"),
                       report->reg->n_households, report->reg->n_units);
  g_string_append (self->out, "<dl class=\"facts\">\n");
  orienta_page_fact (self, orienta_page_say (self, "Politique", "Policy"), policy);
  orienta_page_fact (self, orienta_page_say (self, "Fichier", "Register"), counts);
  if (self->audience == ORIENTA_AUDIENCE_PERSON)
    orienta_page_fact (self, orienta_page_say (self, "Preuves", "Evidence"), levels[report->level][self->language]);
  orienta_page_fact (self, orienta_page_say (self, "Tirage des ex æquo", "Draw between equals"),
                     report->seed ? report->seed : "—");
  orienta_page_prints (self);
  g_string_append (self->out, "</dl>\n");
}

void
orienta_page_lead (const OrientaPage *self, const char *heading)
{
  g_autofree char *date = orienta_date_format_for (self->reg->as_of, self->language);
  orienta_page_add (self, "<header>\n<p class=\"soft\">%s</p>\n<h1>%s</h1>\n<p class=\"lead\">%s</p>\n", date, heading,
                    orienta_page_say (self, "Ce document propose ; une personne décide.",
                                      "This document proposes; a person decides."));
  if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_page_add (self, "<p>%s</p>\n", orienta_held_sentence (self->language));
}

static void
add_top (const OrientaPage *self)
{
  orienta_page_add (self, "<nav class=\"top\" aria-label=\"%s\"><ul>", orienta_page_say (self, "Parties", "Parts"));
  if (self->audience == ORIENTA_AUDIENCE_PERSON)
    orienta_page_add (self, "<li><a href=\"#summary\">%s</a></li>", orienta_page_say (self, "Résumé", "Summary"));
  orienta_page_add (self, "<li><a href=\"#index\">%s</a></li><li><a href=\"#units\">%s</a></li>",
                    orienta_page_say (self, "Vue d'ensemble", "Overview"),
                    orienta_page_say (self, "Listes par logement", "Lists by home"));
  if (self->audience == ORIENTA_AUDIENCE_PERSON)
    orienta_page_add (self, "<li><a href=\"#unhoused\">%s</a></li>",
                      orienta_page_say (self, "Ménages sans proposition", "Households without a proposal"));
  g_string_append (self->out, "</ul></nav>\n");
}

static void
add_main (const OrientaPage *self)
{
  orienta_page_add (self, "<main id=\"main\" tabindex=\"-1\">\n");
  if (self->report->subject == ORIENTA_SUBJECT_ALL) {
    add_top (self);
    if (self->audience == ORIENTA_AUDIENCE_PERSON)
      orienta_page_summary (self);
    orienta_page_index (self);
    orienta_page_units (self);
    if (self->audience == ORIENTA_AUDIENCE_PERSON)
      orienta_page_unhoused (self);
  } else {
    orienta_page_list (self, 0);
    orienta_page_refused (self);
  }
  g_string_append (self->out, "</main>\n");
}

/* The document's head, and its body down to where it is skipped to. */
void
orienta_page_begin (const OrientaPage *self, const char *heading)
{
  g_autofree char *as_of = orienta_register_get_as_of (self->reg);
  orienta_page_add (self,
                    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"generator\" content=\"orienta %s\">\n<title>%s, %s</title>\n",
                    orienta_say (self->language, "fr", "en"), orienta_version (), heading, as_of);
  orienta_page_style (self);
  orienta_page_add (self, "</head>\n<body>\n<a class=\"skip\" href=\"#main\">%s</a>\n",
                    orienta_say (self->language, "Aller au contenu", "Skip to the content"));
}

/**
 * orienta_report_to_html:
 * @audience: third parties read the lists, without points and without what is special; not who was left out, nor why
 *
 * One HTML document, UTF-8, without script or outside resource; it prints on A4 and reads at 320 pixels.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_report_to_html (const OrientaReport *self, OrientaLanguage language, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  OrientaPage page = { g_string_new (NULL), self->policy, self->reg, self, language, audience };
  g_autofree char *heading = heading_of (&page);
  orienta_page_begin (&page, heading);
  orienta_page_lead (&page, heading);
  add_facts (&page);
  g_string_append (page.out, "</header>\n");
  add_main (&page);
  g_string_append (page.out, "</body>\n</html>\n");
  return g_string_free (page.out, FALSE);
}
