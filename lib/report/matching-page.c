/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The page of a matching, its first parts: what it is, how many, and what it does to whom. */
#include "report/matching-page-private.h"

#include "report/answer-private.h"

static void
add_facts (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const OrientaMatchOptions *options = self->matching->options;
  OrientaLanguage language = page->language;
  g_autofree char *policy =
      g_strdup_printf ("%s, version %s", orienta_policy_get_title (page->policy, language), page->policy->version);
  g_autofree char *counts =
      g_strdup_printf (orienta_page_say (page, "ménages : %u, logements : %u", "households: %u, homes: %u"),
                       page->reg->n_households, page->reg->n_units);
  g_string_append (page->out, "<dl class=\"facts\">\n");
  orienta_page_fact (page, orienta_page_say (page, "Politique", "Policy"), policy);
  orienta_page_fact (page, orienta_page_say (page, "Fichier", "Register"), counts);
  orienta_page_fact (page, orienta_page_say (page, "Mécanisme", "Mechanism"),
                     orienta_mechanism_label (options->mechanism, language));
  orienta_page_fact (page, orienta_page_say (page, "Tirage des ex æquo", "Draw between equals"),
                     options->seed ? options->seed : "—");
  orienta_page_prints (page);
  g_string_append (page->out, "</dl>\n");
}

/* What is claimed; where limits contradict each other, which. */
static void
add_status (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  g_autofree char *status = orienta_matching_status_text (self->matching, page->language);
  orienta_page_add (page, "<p class=\"status\">%s</p>\n", status);
  if (self->matching->conflicts->len == 0)
    return;
  g_string_append (page->out, "<ul>\n");
  for (guint i = 0; i < self->matching->conflicts->len; i++) {
    g_autofree char *conflict = orienta_matching_conflict_text (self->matching, i, page->language);
    orienta_page_add (page, "<li>%s</li>\n", conflict);
  }
  g_string_append (page->out, "</ul>\n");
}

void
orienta_matching_page_section (const OrientaMatchingPage *self, const char *id, const char *title)
{
  orienta_page_add (&self->page, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id, title);
}

static void
add_link (const OrientaMatchingPage *self, const char *id, const char *title)
{
  orienta_page_add (&self->page, "<li><a href=\"#%s\">%s</a></li>", id, title);
}

static void
add_top (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  orienta_page_add (page, "<nav class=\"top\" aria-label=\"%s\"><ul>", orienta_page_say (page, "Parties", "Parts"));
  add_link (self, "summary", orienta_page_say (page, "Résumé", "Summary"));
  add_link (self, "effect", orienta_page_say (page, "Effet par groupe", "Effect by group"));
  add_link (self, "homes", orienta_page_say (page, "Qui où", "Who where"));
  add_link (self, "unmatched", orienta_page_say (page, "Sans logement", "Without a home"));
  if (self->report->prices->len > 0)
    add_link (self, "prices", orienta_page_say (page, "Une place de plus", "One more place"));
  if (self->matching->limits->len > 0)
    add_link (self, "limits", orienta_page_say (page, "Limites", "Limits"));
  add_link (self, "moves", orienta_page_say (page, "Ordre des emménagements", "Order of moves"));
  g_string_append (page->out, "</ul></nav>\n");
}

/* -- figures -- */

static void
add_figure (const OrientaMatchingPage *self, const char *label, guint n, guint of)
{
  const OrientaPage *page = &self->page;
  g_autofree char *share = orienta_share_text (n, of, page->language);
  orienta_page_add (page, "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td><td class=\"num\">%s</td>", label, n,
                    share);
  orienta_page_share (page, n, of);
  g_string_append (page->out, "</tr>\n");
}

static void
add_figures (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const OrientaMatchingReport *report = self->report;
  guint n = self->matching->n_pairs;
  orienta_page_add (
      page,
      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th>"
      "<th scope=\"col\" class=\"num\">%s</th><td class=\"share\"></td></tr></thead><tbody>\n",
      orienta_page_say (page, "Ce que propose l'appariement", "What the matching proposes"),
      orienta_page_say (page, "quoi", "what"), orienta_page_say (page, "nombre", "number"),
      orienta_page_say (page, "part", "share"));
  add_figure (self, orienta_page_say (page, "ménages logés, de tous", "households housed, of all"), n,
              page->reg->n_households);
  add_figure (self, orienta_page_say (page, "places libres après coup, de toutes", "places left, of all"),
              report->n_free, report->n_places);
  add_figure (self,
              orienta_page_say (page, "dans le choix exprimé, des logés", "inside the stated choice, of those housed"),
              report->n_in_choice, n);
  add_figure (self, orienta_page_say (page, "à vérifier, des logés", "to be verified, of those housed"),
              report->n_to_verify, n);
  add_figure (self,
              orienta_page_say (page, "accompagnement à trouver, des logés", "support to be found, of those housed"),
              report->n_lacking, n);
  add_figure (self, orienta_page_say (page, "quittent une place, des logés", "leave a place, of those housed"),
              report->n_leaving, n);
  g_string_append (page->out, "</tbody></table>\n");
}

static void
add_compared (const OrientaMatchingPage *self, const char *label, const char *after, const char *before)
{
  orienta_page_add (&self->page,
                    "<tr><th scope=\"row\">%s</th><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>\n", label,
                    after, before);
}

/* Both matchings side by side, and in words who gains and who loses. */
static void
add_comparison (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const OrientaMatching *before = self->report->baseline;
  OrientaLanguage language = page->language;
  g_autofree char *change = orienta_matching_change_text (self->report, language);
  g_autofree char *points = orienta_number_format_for (self->matching->total, 3, language);
  g_autofree char *points_before = orienta_number_format_for (before->total, 3, language);
  g_autofree char *housed = g_strdup_printf ("%u", self->matching->n_pairs);
  g_autofree char *housed_before = g_strdup_printf ("%u", before->n_pairs);
  g_autofree char *leaving = g_strdup_printf ("%u", self->report->n_leaving);
  g_autofree char *leaving_before = g_strdup_printf ("%u", self->report->n_leaving_before);
  orienta_page_add (
      page,
      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th>"
      "<th scope=\"col\" class=\"num\">%s</th></tr></thead><tbody>\n",
      orienta_page_say (page, "Deux appariements", "Two matchings"), orienta_page_say (page, "quoi", "what"),
      orienta_mechanism_label (self->matching->options->mechanism, language),
      orienta_matching_other_label (self->report, language));
  add_compared (self, orienta_page_say (page, "ménages logés", "households housed"), housed, housed_before);
  add_compared (self, orienta_page_say (page, "dont quittant une place", "of whom leave a place"), leaving,
                leaving_before);
  add_compared (self, orienta_page_say (page, "points en tout", "points in all"), points, points_before);
  orienta_page_add (page, "</tbody></table>\n<p>%s</p>\n", change);
}

static void
add_summary (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  orienta_matching_page_section (self, "summary", orienta_page_say (page, "Résumé", "Summary"));
  add_status (self);
  g_string_append (page->out, "<div class=\"tables\"><div>\n");
  add_figures (self);
  g_string_append (page->out, "</div><div>\n");
  if (self->report->baseline) {
    add_comparison (self);
  } else {
    g_autofree char *points = orienta_count_text (self->matching->total, page->language);
    orienta_page_add (page, "<p>%s</p>\n", points);
  }
  g_string_append (page->out, "</div></div>\n</section>\n");
}

/* -- effect -- */

/* Two bars: here above, in the other matching below; both stand in words in cells of their own. */
static void
add_bars (const OrientaMatchingPage *self, OrientaEffect effect)
{
  guint here = (guint) ((guint64) effect.housed * 1000 / effect.n);
  guint there = (guint) ((guint64) effect.housed_before * 1000 / effect.n);
  orienta_page_add (
      &self->page,
      "<td class=\"share two\"><svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rest\" width=\"1000\" height=\"20\"/><rect width=\"%u\" height=\"%u\"/>",
      here, self->report->baseline ? 11 : 20);
  if (self->report->baseline)
    orienta_page_add (&self->page, "<rect class=\"c1\" y=\"12\" width=\"%u\" height=\"8\"/>", there);
  g_string_append (self->page.out, "</svg></td>");
}

static void
add_effect (const OrientaMatchingPage *self, const char *label, OrientaEffect effect)
{
  const OrientaPage *page = &self->page;
  if (effect.n == 0)
    return;
  g_autofree char *share = orienta_share_text (effect.housed, effect.n, page->language);
  g_autofree char *before = orienta_share_text (effect.housed_before, effect.n, page->language);
  orienta_page_add (
      page,
      "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td><td class=\"num wide\">%u</td><td class=\"num\">%s</td>",
      label, effect.n, effect.housed, share);
  if (self->report->baseline)
    orienta_page_add (page, "<td class=\"num\">%s</td>", before);
  add_bars (self, effect);
  g_string_append (page->out, "</tr>\n");
}

static void
begin_effects (const OrientaMatchingPage *self, const char *caption)
{
  const OrientaPage *page = &self->page;
  orienta_page_add (page,
                    "<table class=\"effect\"><caption>%s</caption><thead><tr><th scope=\"col\">%s</th>"
                    "<th scope=\"col\" class=\"num\">%s</th><th scope=\"col\" class=\"num wide\">%s</th>"
                    "<th scope=\"col\" class=\"num\">%s</th>",
                    caption, orienta_page_say (page, "groupe", "group"), orienta_page_say (page, "demandes", "asked"),
                    orienta_page_say (page, "logés", "housed"), orienta_page_say (page, "part", "share"));
  if (self->report->baseline)
    orienta_page_add (page, "<th scope=\"col\" class=\"num\">%s</th>",
                      orienta_matching_other_label (self->report, page->language));
  g_string_append (page->out, "<td class=\"share two\"></td></tr></thead><tbody>\n");
}

static void
add_effects (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  OrientaLanguage language = page->language;
  orienta_matching_page_section (self, "effect", orienta_page_say (page, "Effet par groupe", "Effect by group"));
  if (self->report->baseline)
    orienta_page_add (page,
                      "<p class=\"parts\"><span><i class=\"c0\"></i>%s</span><span><i class=\"c1\"></i>%s</span></p>\n",
                      orienta_mechanism_label (self->matching->options->mechanism, language),
                      orienta_matching_other_label (self->report, language));
  g_string_append (page->out, "<div class=\"tables broad\"><div>\n");
  begin_effects (self, orienta_page_say (page, "Par besoin (léger ou renforcé)", "By need (low or high)"));
  for (guint need = 0; need < ORIENTA_N_NEEDS; need++)
    add_effect (self, orienta_needs.words[need].label[language], orienta_matching_effect_need (self->report, need));
  g_string_append (page->out, "</tbody></table>\n</div><div>\n");
  begin_effects (self, orienta_page_say (page, "Par situation", "By situation"));
  add_effect (self, orienta_page_say (page, "tous les ménages", "all households"),
              orienta_matching_effect_all (self->report));
  for (guint i = 0; i < orienta_situations.n; i++)
    add_effect (self, orienta_situations.words[i].label[language], orienta_matching_effect_situation (self->report, i));
  g_string_append (page->out, "</tbody></table>\n</div></div>\n</section>\n");
}

static void
add_main (const OrientaMatchingPage *self)
{
  orienta_page_add (&self->page, "<main id=\"main\" tabindex=\"-1\">\n");
  if (self->page.audience == ORIENTA_AUDIENCE_PERSON) {
    add_top (self);
    add_summary (self);
    add_effects (self);
  }
  orienta_matching_page_homes (self);
  if (self->page.audience == ORIENTA_AUDIENCE_PERSON) {
    orienta_matching_page_unmatched (self);
    orienta_matching_page_prices (self);
    orienta_matching_page_limits (self);
    orienta_matching_page_moves (self);
  }
  g_string_append (self->page.out, "</main>\n");
}

/**
 * orienta_matching_report_to_html:
 * @audience: third parties read who is proposed where, without points and without what is special
 *
 * One HTML document, UTF-8, without script or outside resource; it prints on A4 and reads at 320 pixels.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_matching_report_to_html (const OrientaMatchingReport *self, OrientaLanguage language, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  const OrientaBinding *binding = self->matching->binding;
  OrientaMatchingPage page = { { g_string_new (NULL), binding->policy, binding->reg, NULL, language, audience },
                               self,
                               self->matching };
  const char *heading = orienta_say (language, "Appariement proposé : quel ménage dans quel logement",
                                     "Proposed matching: which household in which home");
  orienta_page_begin (&page.page, heading);
  orienta_page_lead (&page.page, heading);
  add_facts (&page);
  g_string_append (page.page.out, "</header>\n");
  add_main (&page);
  g_string_append (page.page.out, "</body>\n</html>\n");
  return g_string_free (page.page.out, FALSE);
}
