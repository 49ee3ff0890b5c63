/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The page of a matching, its lists: who where, who not, what would change it, in which order people move. */
#include "report/matching-page-private.h"

/* -- who where -- */

static void
add_flags (const OrientaMatchingPage *self, const OrientaMatched *pair)
{
  const OrientaPage *page = &self->page;
  if (pair->status == ORIENTA_TO_VERIFY)
    orienta_page_flag (page, " verify", orienta_status_label (ORIENTA_TO_VERIFY, page->language));
  if (!pair->in_choice)
    orienta_page_flag (page, " verify", orienta_page_say (page, "hors du choix exprimé", "outside stated choice"));
  if (page->audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    return;
  g_autofree char *support = orienta_matching_support_text (self->matching, pair, page->language);
  if (support)
    orienta_page_flag (page, pair->lacks_support ? " verify" : "", support);
  if (pair->left >= 0) {
    g_autofree char *leaves =
        g_strdup_printf (orienta_page_say (page, "libère %s", "leaves %s"), page->reg->units[pair->left].id);
    orienta_page_flag (page, "", leaves);
  }
}

/* The cells of one household beside its home. */
static void
add_pair (const OrientaMatchingPage *self, const OrientaMatched *pair)
{
  const OrientaPage *page = &self->page;
  g_autofree char *points = orienta_points_text (pair->points, page->language);
  orienta_page_add (page, "<td><span class=\"id\">%s</span> ", page->reg->households[pair->household].id);
  add_flags (self, pair);
  g_string_append (page->out, "</td>");
  if (page->audience == ORIENTA_AUDIENCE_PERSON)
    orienta_page_add (page, "<td class=\"num\">%s</td>", points);
  g_string_append (page->out, "</tr>\n");
}

static void
add_left (const OrientaMatchingPage *self, guint n)
{
  const OrientaPage *page = &self->page;
  orienta_page_add (page, "<td class=\"soft\">%u %s</td>", n,
                    orienta_say_n (page->language, n, "place reste libre", "places restent libres", "place stays free",
                                   "places stay free"));
  g_string_append (page->out, page->audience == ORIENTA_AUDIENCE_PERSON ? "<td class=\"num\"></td></tr>\n" : "</tr>\n");
}

static void
add_home (const OrientaMatchingPage *self, guint unit, guint rows)
{
  const OrientaPage *page = &self->page;
  g_autofree char *name = orienta_unit_name (page->reg, unit, page->language);
  g_auto (GStrv) facts = orienta_matching_unit_facts (self->report, unit, page->language);
  g_autofree char *line = g_strjoinv (" · ", facts);
  orienta_page_add (page,
                    "<tr><th scope=\"row\" rowspan=\"%u\" id=\"u-%s\"><span class=\"id\">%s</span> %s"
                    "<br><span class=\"soft small\">%s</span></th>",
                    MAX (rows, 1), page->reg->units[unit].id, page->reg->units[unit].id, name, line);
}

/* The households of one home, from the `next` one of all on; returns the one after them. */
static guint
add_households (const OrientaMatchingPage *self, guint unit, guint next)
{
  const OrientaMatching *matching = self->matching;
  guint end = next;
  while (end < matching->n_pairs && matching->pairs[self->report->pairs[end]].unit == unit)
    end++;
  guint32 n_free = self->report->free[unit];
  if (end == next && n_free == 0)
    return end; /* held by who lives there */
  add_home (self, unit, end - next + (n_free > 0));
  for (guint i = next; i < end; i++) {
    if (i > next)
      g_string_append (self->page.out, "<tr>");
    add_pair (self, &matching->pairs[self->report->pairs[i]]);
  }
  if (n_free > 0) {
    if (end > next)
      g_string_append (self->page.out, "<tr>");
    add_left (self, n_free);
  }
  return end;
}

/* Homes in the register's order. */
void
orienta_matching_page_homes (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  guint next = 0;
  orienta_matching_page_section (self, "homes", orienta_page_say (page, "Qui où", "Who where"));
  orienta_page_add (
      page, "<table class=\"pairs\"><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>",
      orienta_page_say (page, "Les logements et leurs ménages", "The homes and their households"),
      orienta_page_say (page, "logement", "home"), orienta_page_say (page, "ménage proposé", "household proposed"));
  if (page->audience == ORIENTA_AUDIENCE_PERSON)
    orienta_page_add (page, "<th scope=\"col\" class=\"num\">%s</th>", orienta_page_say (page, "points", "points"));
  g_string_append (page->out, "</tr></thead><tbody>\n");
  for (guint unit = 0; unit < page->reg->n_units; unit++)
    next = add_households (self, unit, next);
  g_string_append (page->out, "</tbody></table>\n</section>\n");
}

/* -- who not -- */

/* How many for each reason, in the order of nearness. */
static void
add_reasons (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const OrientaMatching *matching = self->matching;
  for (guint i = 0; i < orienta_reason_get_count (); i++) {
    OrientaReasonCode code = orienta_reason_get_code (i);
    guint n = 0;
    for (guint place = 0; place < matching->n_unmatched; place++)
      n += matching->unmatched[place].reason == code;
    if (n == 0)
      continue;
    orienta_page_add (page, "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td>",
                      orienta_matching_reason_label (code, page->language), n);
    orienta_page_share (page, n, matching->n_unmatched);
    g_string_append (page->out, "</tr>\n");
  }
}

static void
add_unmatched (const OrientaMatchingPage *self, guint place)
{
  const OrientaPage *page = &self->page;
  const OrientaUnmatched *row = &self->matching->unmatched[place];
  g_autofree char *reason = orienta_matching_format_reason (self->matching, place, page->language);
  g_autofree char *margin = orienta_points_text (row->margin, page->language);
  orienta_page_add (page, "<tr><th scope=\"row\" class=\"id\">%s</th><td>%s</td><td class=\"num\">%s</td></tr>\n",
                    page->reg->households[row->household].id, reason,
                    orienta_matching_reason_has_margin (row->reason) ? margin : "");
}

void
orienta_matching_page_unmatched (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  orienta_matching_page_section (self, "unmatched",
                                 orienta_page_say (page, "Ménages sans logement", "Households without a home"));
  orienta_page_add (
      page,
      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th>"
      "<td class=\"share\"></td></tr></thead><tbody>\n",
      orienta_page_say (page, "Pourquoi", "Why"), orienta_page_say (page, "motif", "reason"),
      orienta_page_say (page, "ménages", "households"));
  add_reasons (self);
  orienta_page_add (
      page,
      "</tbody></table>\n<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
      "<th scope=\"col\" class=\"num\">%s</th></tr></thead><tbody>\n",
      orienta_page_say (page, "Les plus près d'un logement d'abord", "The nearest to a home first"),
      orienta_page_say (page, "ménage", "household"), orienta_page_say (page, "motif", "reason"),
      orienta_page_say (page, "points manquants", "points missing"));
  for (guint i = 0; i < self->matching->n_unmatched; i++)
    add_unmatched (self, self->report->unmatched[i]);
  g_string_append (page->out, "</tbody></table>\n</section>\n");
}

/* -- what would change it -- */

void
orienta_matching_page_prices (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const GArray *prices = self->report->prices;
  if (prices->len == 0)
    return;
  orienta_matching_page_section (
      self, "prices",
      orienta_page_say (page, "Ce que vaudrait une place de plus", "What one more place would be worth"));
  orienta_page_add (
      page, "<p>%s</p>\n<ol>\n",
      orienta_page_say (page,
                        "Par type de logement et partie du territoire, les plus utiles d'abord ; entre parenthèses "
                        "le logement où elle vaudrait le plus.",
                        "By kind of home and part of the territory, the most useful first; in brackets the home "
                        "where it would be worth most."));
  for (guint i = 0; i < MIN (prices->len, ORIENTA_PRICES_SHOWN); i++) {
    g_autofree char *text =
        orienta_matching_price_text (self->report, &g_array_index (prices, OrientaPricing, i), page->language);
    orienta_page_add (page, "<li>%s</li>\n", text);
  }
  g_string_append (page->out, "</ol>\n</section>\n");
}

static void
add_limit (const OrientaMatchingPage *self, guint i)
{
  const OrientaPage *page = &self->page;
  const OrientaMatching *matching = self->matching;
  g_autofree char *label = orienta_matching_format_limit (matching, i, page->language);
  g_autofree char *count = orienta_matching_count_text (matching, i, page->language);
  g_autofree char *worth = orienta_matching_worth_text (matching, i, page->language);
  orienta_page_add (page, "<tr><th scope=\"row\">%s</th><td>%s%s%s</td><td>", label, count, worth ? " · " : "",
                    worth ? worth : "");
  if (orienta_matching_limit_holds (matching, i))
    orienta_page_add (page, "%s", orienta_page_say (page, "oui", "yes"));
  else
    orienta_page_flag (page, " verify", orienta_page_say (page, "non", "no"));
  g_string_append (page->out, "</td></tr>\n");
}

void
orienta_matching_page_limits (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  if (self->matching->limits->len == 0)
    return;
  orienta_matching_page_section (self, "limits", orienta_page_say (page, "Limites", "Limits"));
  orienta_page_add (page,
                    "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
                    "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
                    orienta_page_say (page, "Quotas et places d'accompagnement", "Quotas and support slots"),
                    orienta_page_say (page, "limite", "limit"), orienta_page_say (page, "compté", "counted"),
                    orienta_page_say (page, "tenue", "held"));
  for (guint i = 0; i < self->matching->limits->len; i++)
    add_limit (self, i);
  g_string_append (page->out, "</tbody></table>\n</section>\n");
}

/* -- in which order -- */

static void
add_chain (const OrientaMatchingPage *self, guint first, guint n)
{
  const OrientaPage *page = &self->page;
  const OrientaMatching *matching = self->matching;
  g_string_append (page->out, "<li>");
  if (matching->exchanges[g_array_index (matching->moves, OrientaMove, first).chain])
    orienta_page_flag (page, " verify", orienta_page_say (page, "échange : le même jour", "exchange: on one day"));
  for (guint i = first; i < first + n; i++) {
    const OrientaMatched *pair = &matching->pairs[g_array_index (matching->moves, OrientaMove, i).pair];
    orienta_page_add (page, "%s<span class=\"id\">%s</span> → %s",
                      i > first ? orienta_page_say (page, " ; puis ", "; then ") : "",
                      page->reg->households[pair->household].id, page->reg->units[pair->unit].id);
  }
  g_string_append (page->out, "</li>\n");
}

void
orienta_matching_page_moves (const OrientaMatchingPage *self)
{
  const OrientaPage *page = &self->page;
  const OrientaMatching *matching = self->matching;
  guint n_alone = 0;
  for (guint i = 0; i < matching->moves->len; i++)
    n_alone += orienta_matching_chain_length (matching, i) == 1;
  orienta_matching_page_section (self, "moves",
                                 orienta_page_say (page, "Dans quel ordre emménager", "In which order to move"));
  orienta_page_add (
      page,
      orienta_page_say (page,
                        "<p>Sans attendre personne : %u. Enchaînements, où chacun va à la place que le précédent "
                        "libère : %u, dont échanges : %u.</p>\n",
                        "<p>Without waiting for anybody: %u. Chains, in which each goes to the place that the one "
                        "before leaves: %u, of which exchanges: %u.</p>\n"),
      n_alone, self->report->n_chains, self->report->n_exchanges);
  if (self->report->n_chains > 0)
    g_string_append (page->out, "<ol>\n");
  for (guint i = 0; i < matching->moves->len; i++)
    if (orienta_matching_chain_length (matching, i) > 1)
      add_chain (self, i, orienta_matching_chain_length (matching, i));
  g_string_append (page->out, self->report->n_chains > 0 ? "</ol>\n</section>\n" : "</section>\n");
}
