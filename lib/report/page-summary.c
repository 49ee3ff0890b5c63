/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The first pages: how many, and one line for each home with its candidates. */
#include "report/page-private.h"

static void
begin_table (const OrientaPage *self, const char *caption, const char *first, const char *const *columns)
{
  orienta_page_add (self, "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th>", caption, first);
  for (; *columns; columns++)
    orienta_page_add (self, "<th scope=\"col\" class=\"num\">%s</th>", *columns);
  g_string_append (self->out, "<td class=\"share\"></td></tr></thead><tbody>\n");
}

static void
add_row (const OrientaPage *self, const char *label, guint64 n, guint64 of)
{
  g_autofree char *count = orienta_number_format_for ((gint64) n, 0, self->language);
  orienta_page_add (self, "<tr><th scope=\"row\">%s</th><td class=\"num\">%s</td>", label, count);
  orienta_page_share (self, n, of);
  g_string_append (self->out, "</tr>\n");
}

static void
add_households (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  guint all = report->reg->n_households;
  const char *const columns[] = { orienta_page_say (self, "nombre", "number"), NULL };
  begin_table (self, orienta_page_say (self, "Les ménages", "The households"),
               orienta_page_say (self, "situation", "standing"), columns);
  add_row (self, orienta_page_say (self, "proposés sur au moins une liste", "proposed on at least one list"),
           report->n_listed, all);
  add_row (self, orienta_page_say (self, "des logements ouverts, sur aucune liste", "homes open, on no list"),
           report->waiting->len, all);
  add_row (self, orienta_page_say (self, "aucun logement ouvert", "no home open"), report->blocked->len, all);
  g_string_append (self->out, "</tbody></table>\n");
}

static void
add_homes (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  guint n_lists = orienta_shortlist_get_n_lists (report->lists), n[3] = { 0 };
  const char *const columns[] = { orienta_page_say (self, "nombre", "number"), NULL };
  for (guint list = 0; list < n_lists; list++) {
    guint candidates = orienta_shortlist_get_n_candidates (report->lists, list);
    n[candidates == 0 ? 0 : candidates < 3 ? 1 : 2]++;
  }
  begin_table (self, orienta_page_say (self, "Les logements", "The homes"),
               orienta_page_say (self, "candidats", "candidates"), columns);
  add_row (self, orienta_page_say (self, "trois ou plus", "three or more"), n[2], n_lists);
  add_row (self, orienta_page_say (self, "un ou deux", "one or two"), n[1], n_lists);
  add_row (self, orienta_page_say (self, "aucun", "none"), n[0], n_lists);
  g_string_append (self->out, "</tbody></table>\n");
}

static void
add_verdicts (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  guint64 all = (guint64) report->reg->n_households * report->reg->n_units;
  const char *const columns[] = { orienta_page_say (self, "couples", "pairs"), NULL };
  begin_table (self, orienta_page_say (self, "Les avis, ménage par logement", "The verdicts, household by home"),
               orienta_page_say (self, "avis", "verdict"), columns);
  add_row (self, orienta_page_say (self, "éligible", "eligible"), report->n_eligible, all);
  add_row (self, orienta_page_say (self, "à vérifier", "to be verified"), report->n_to_verify, all);
  add_row (self, orienta_page_say (self, "non éligible", "not eligible"),
           all - report->n_eligible - report->n_to_verify, all);
  g_string_append (self->out, "</tbody></table>\n");
}

/* A household with several needs counts under each. */
static void
add_needs (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  const char *const columns[] = { orienta_page_say (self, "ménages", "households"),
                                  orienta_page_say (self, "proposés", "proposed"),
                                  orienta_page_say (self, "sans logement ouvert", "no home open"), NULL };
  begin_table (self, orienta_page_say (self, "Par besoin (léger ou renforcé)", "By need (low or high)"),
               orienta_page_say (self, "besoin", "need"), columns);
  for (guint need = 0; need < ORIENTA_N_NEEDS; need++) {
    guint n = 0, listed = 0, blocked = 0;
    for (guint i = 0; i < report->reg->n_households; i++) {
      guint level = report->reg->households[i].needs[need];
      if (level != ORIENTA_LEVEL_LOW && level != ORIENTA_LEVEL_HIGH)
        continue;
      n++;
      listed += report->listed[i] > 0;
      blocked += report->open[i] == 0;
    }
    orienta_page_add (
        self,
        "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td><td class=\"num\">%u</td><td class=\"num\">%u</td>",
        orienta_needs.words[need].label[self->language], n, listed, blocked);
    orienta_page_share (self, listed, n);
    g_string_append (self->out, "</tr>\n");
  }
  g_string_append (self->out, "</tbody></table>\n");
}

/* Counts only. */
void
orienta_page_summary (const OrientaPage *self)
{
  orienta_page_add (self,
                    "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">%s</h2>\n<div class=\"tables\"><div>\n",
                    orienta_page_say (self, "Résumé", "Summary"));
  add_households (self);
  add_homes (self);
  add_verdicts (self);
  g_string_append (self->out, "</div><div class=\"needs\">\n");
  add_needs (self);
  g_string_append (self->out, "</div></div>\n</section>\n");
}

static void
add_index_row (const OrientaPage *self, guint list)
{
  const OrientaReport *report = self->report;
  const OrientaUnitRow *row = &report->reg->units[orienta_report_unit_of (report, list)];
  g_autofree char *rooms = row->rooms < 0 ? g_strdup ("") : g_strdup_printf ("%d", row->rooms);
  g_autofree char *rent =
      row->rent == ORIENTA_NO_AMOUNT
          ? g_strdup ("")
          : orienta_number_format_for (((gint64) row->rent + row->charges + 50) / 100, 0, self->language);
  orienta_page_add (
      self,
      "<tr><th scope=\"row\"><a href=\"#u-%s\">%s</a></th><td>%s</td><td class=\"num wide\">%s</td>"
      "<td class=\"num wide\">%s</td><td class=\"num wide\">%d</td><td class=\"num wide\">%u</td><td class=\"ids\">",
      row->id, row->id, report->reg->territories[row->territory].id, rooms, rent, row->places,
      orienta_shortlist_get_n_candidates (report->lists, list));
  for (guint rank = 0; rank < orienta_report_n_shown (report, list); rank++)
    orienta_page_add (self, rank > 0 ? ", %s" : "%s",
                      report->reg->households[orienta_shortlist_get_household (report->lists, list, rank)].id);
  g_string_append (self->out, "</td></tr>\n");
}

static void
add_index_table (const OrientaPage *self)
{
  orienta_page_add (self,
                    "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
                    "<th scope=\"col\" class=\"num wide\">%s</th><th scope=\"col\" class=\"num wide\">%s</th>"
                    "<th scope=\"col\" class=\"num wide\">%s</th><th scope=\"col\" class=\"num wide\">%s</th>"
                    "<th scope=\"col\">%s</th></tr></thead>\n",
                    orienta_page_say (self, "Les logements et leurs candidats, dans l'ordre proposé",
                                      "The homes and their candidates, in the order proposed"),
                    orienta_page_say (self, "logement", "home"), orienta_page_say (self, "territoire", "territory"),
                    orienta_page_say (self, "pièces", "rooms"),
                    orienta_page_say (self, "loyer et charges, €", "rent and charges, €"),
                    orienta_page_say (self, "places", "places"), orienta_page_say (self, "candidats", "candidates"),
                    orienta_page_say (self, "premiers de la liste", "first of the list"));
  for (guint kind = 0; kind < orienta_kinds.n; kind++) {
    g_autoptr (GArray) lists = orienta_page_lists_of_kind (self->report, kind);
    if (lists->len == 0)
      continue;
    orienta_page_add (self, "<tbody><tr><th scope=\"rowgroup\" colspan=\"7\">%s (%u)</th></tr>\n",
                      orienta_kinds.words[kind].label[self->language], lists->len);
    for (guint i = 0; i < lists->len; i++)
      add_index_row (self, g_array_index (lists, guint, i));
    g_string_append (self->out, "</tbody>\n");
  }
  g_string_append (self->out, "</table>\n");
}

static void
add_kind_links (const OrientaPage *self)
{
  orienta_page_add (self, "<nav aria-label=\"%s\"><ul>",
                    orienta_page_say (self, "Par type de logement", "By kind of home"));
  for (guint kind = 0; kind < orienta_kinds.n; kind++) {
    g_autoptr (GArray) lists = orienta_page_lists_of_kind (self->report, kind);
    if (lists->len > 0)
      orienta_page_add (self, "<li><a href=\"#k-%s\">%s</a> %u</li>", orienta_kinds.words[kind].word,
                        orienta_kinds.words[kind].label[self->language], lists->len);
  }
  g_string_append (self->out, "</ul></nav>\n");
}

/* Closed at first: a territory has its homes in several kinds. */
static void
add_territory_links (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  orienta_page_add (self, "<nav aria-label=\"%s\"><details><summary>%s</summary><dl class=\"facts\">\n",
                    orienta_page_say (self, "Par territoire", "By territory"),
                    orienta_page_say (self, "Retrouver un logement par territoire", "Find a home by territory"));
  for (guint place = 0; place < report->reg->n_territories; place++) {
    gboolean open = FALSE;
    for (guint list = 0; list < orienta_shortlist_get_n_lists (report->lists); list++) {
      const OrientaUnitRow *row = &report->reg->units[orienta_report_unit_of (report, list)];
      if (row->territory != (gint32) place)
        continue;
      if (!open)
        orienta_page_add (self, "<dt>%s</dt><dd class=\"ids\">", report->reg->territories[place].id);
      orienta_page_add (self, " <a href=\"#u-%s\">%s</a>", row->id, row->id);
      open = TRUE;
    }
    if (open)
      g_string_append (self->out, "</dd>\n");
  }
  g_string_append (self->out, "</dl></details></nav>\n");
}

/* One line for each home, by kind, and ways to find one. */
void
orienta_page_index (const OrientaPage *self)
{
  orienta_page_add (self, "<section class=\"part\" aria-labelledby=\"index\">\n<h2 id=\"index\">%s</h2>\n",
                    orienta_page_say (self, "Vue d'ensemble", "Overview"));
  add_kind_links (self);
  add_territory_links (self);
  add_index_table (self);
  g_string_append (self->out, "</section>\n");
}
