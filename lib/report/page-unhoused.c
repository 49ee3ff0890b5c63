/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who is on no list, and why; and, in the answer of one home or one household, who or what was refused. */
#include "report/page-private.h"

#include "report/answer-private.h"

#define MAX_ROWS 1000 /* households named one by one; the others are in the JSON */

static void
add_obstacles (const OrientaPage *self, const char *caption, const char *who)
{
  const OrientaReport *report = self->report;
  orienta_page_add (
      self,
      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th>"
      "<th scope=\"col\" class=\"num\">%s</th><th scope=\"col\" class=\"wide\">%s</th></tr></thead><tbody>\n",
      caption, orienta_page_say (self, "condition", "condition"), who,
      orienta_page_say (self, "seule en cause", "only cause"), orienta_page_say (self, "source", "source"));
  for (guint i = 0; i < report->obstacles->len; i++) {
    const OrientaObstacle *obstacle = &g_array_index (report->obstacles, OrientaObstacle, i);
    if (self->audience == ORIENTA_AUDIENCE_THIRD_PARTY && obstacle->special)
      continue;
    orienta_page_add (self,
                      "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td><td class=\"num\">%u</td><td class=\"wide "
                      "soft\">%s</td></tr>\n",
                      obstacle->text[self->language], obstacle->n_households, obstacle->n_alone,
                      obstacle->source ? obstacle->source
                                       : orienta_page_say (self, "choix du ménage, fait du logement",
                                                           "the household's choice, a fact of the home"));
  }
  g_string_append (self->out, "</tbody></table>\n");
}

/* What refuses in one verdict, and the smallest change that would turn each. */
static void
add_refusals (const OrientaPage *self, const OrientaVerdict *verdict)
{
  guint told = 0;
  g_string_append (self->out, "<ul class=\"notes\">");
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++) {
    if (orienta_reason_get_severity (orienta_verdict_get_reason (verdict, i)) != ORIENTA_SEVERITY_REFUSE
        || !orienta_reason_is_shown (verdict, i, self->audience))
      continue;
    g_autofree char *reason = orienta_verdict_format_reason (verdict, i, self->language);
    orienta_page_add (self, "<li>%s", reason);
    for (guint j = 0; j < orienta_verdict_get_n_flips (verdict, i); j++) {
      g_autofree char *flip = orienta_verdict_format_flip (verdict, i, j, self->language);
      orienta_page_add (self, "<br><span class=\"soft\">%s</span>", flip);
    }
    g_string_append (self->out, "</li>");
    told++;
  }
  if (told == 0)
    orienta_page_add (
        self, "<li>%s</li>",
        orienta_page_say (self, "Le coordinateur en détient le motif.", "The coordinator holds the reason."));
  g_string_append (self->out, "</ul>");
}

static void
add_rest (const OrientaPage *self, guint n)
{
  if (n <= MAX_ROWS)
    return;
  g_autofree char *rest = g_strdup_printf (
      orienta_page_say (self, "La suite (%u) est dans la sortie JSON.", "The rest (%u) is in the JSON output."),
      n - MAX_ROWS);
  orienta_page_add (self, "<p>%s</p>\n", rest);
}

static void
add_blocked (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  orienta_page_add (self,
                    "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
                    "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
                    orienta_page_say (self, "Chaque ménage, et le logement dont il est le plus près",
                                      "Each household, and the home it is nearest to"),
                    orienta_page_say (self, "ménage", "household"), orienta_page_say (self, "logement", "home"),
                    orienta_page_say (self, "ce qui s'y oppose, et le plus petit changement qui suffirait",
                                      "what stands in the way, and the smallest change that would do"));
  for (guint i = 0; i < MIN (report->blocked->len, MAX_ROWS); i++) {
    const OrientaBlocked *blocked = &g_array_index (report->blocked, OrientaBlocked, i);
    orienta_page_add (self, "<tr><th scope=\"row\">%s</th>", report->reg->households[blocked->household].id);
    if (blocked->nearest) {
      const char *unit = report->reg->units[orienta_verdict_get_unit (blocked->nearest)].id;
      orienta_page_add (self, "<td><a href=\"#u-%s\">%s</a></td><td>", unit, unit);
      add_refusals (self, blocked->nearest);
      g_string_append (self->out, "</td></tr>\n");
    } else {
      g_string_append (self->out, "<td>—</td><td>—</td></tr>\n");
    }
  }
  g_string_append (self->out, "</tbody></table>\n");
  add_rest (self, report->blocked->len);
}

static void
add_waiting (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  orienta_page_add (
      self,
      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th>"
      "<th scope=\"col\">%s</th><th scope=\"col\" class=\"num\">%s</th></tr></thead><tbody>\n",
      orienta_page_say (self, "Chaque ménage, et la liste dont il est le plus près",
                        "Each household, and the list it is nearest to"),
      orienta_page_say (self, "ménage", "household"), orienta_page_say (self, "logements ouverts", "homes open"),
      orienta_page_say (self, "liste la plus proche", "nearest list"),
      orienta_page_say (self, "points qui manquent", "points short"));
  for (guint i = 0; i < MIN (report->waiting->len, MAX_ROWS); i++) {
    const OrientaWaiting *waiting = &g_array_index (report->waiting, OrientaWaiting, i);
    g_autofree char *gap = orienta_points_text (waiting->gap, self->language);
    const char *household = report->reg->households[waiting->household].id;
    orienta_page_add (self, "<tr><th scope=\"row\">%s</th><td class=\"num\">%u</td>", household, waiting->n_open);
    if (waiting->unit == G_MAXUINT)
      orienta_page_add (self, "<td>—</td><td class=\"num\">%s</td></tr>\n",
                        orienta_page_say (self, "d'autres passent avant", "others come before"));
    else
      orienta_page_add (self, "<td><a href=\"#u-%s\">%s</a></td><td class=\"num\">%s</td></tr>\n",
                        report->reg->units[waiting->unit].id, report->reg->units[waiting->unit].id,
                        waiting->gap > 0 ? gap : orienta_page_say (self, "aucun (départage)", "none (tie-break)"));
  }
  g_string_append (self->out, "</tbody></table>\n");
  add_rest (self, report->waiting->len);
}

/* Households on no list: those to whom nothing is open, then those whom others come before. */
void
orienta_page_unhoused (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  orienta_page_add (
      self, "<section class=\"part\" aria-labelledby=\"unhoused\">\n<h2 id=\"unhoused\">%s</h2>\n",
      orienta_page_say (self, "Ménages sans proposition, et pourquoi", "Households without a proposal, and why"));
  orienta_page_add (self, "<h3>%s (%u)</h3>\n", orienta_page_say (self, "Aucun logement ouvert", "No home open"),
                    report->blocked->len);
  if (report->blocked->len > 0) {
    add_obstacles (self,
                   orienta_page_say (self, "Ce qui s'y oppose, du plus fréquent au plus rare",
                                     "What stands in the way, the most frequent first"),
                   orienta_page_say (self, "ménages", "households"));
    add_blocked (self);
  }
  orienta_page_add (
      self, "<h3>%s (%u)</h3>\n",
      orienta_page_say (self, "Des logements ouverts, mais sur aucune liste", "Homes open, but on no list"),
      report->waiting->len);
  if (report->waiting->len > 0)
    add_waiting (self);
  g_string_append (self->out, "</section>\n");
}

/* What one home or one household was refused. */
void
orienta_page_refused (const OrientaPage *self)
{
  const OrientaReport *report = self->report;
  gboolean homes = report->subject == ORIENTA_SUBJECT_HOUSEHOLD;
  guint n = report->refused->len;
  orienta_page_add (self, "<section aria-labelledby=\"refused\">\n<h2 id=\"refused\">%s (%u)</h2>\n",
                    orienta_page_say (self, "Non proposés, et pourquoi", "Not proposed, and why"), n);
  if (n > 0) {
    add_obstacles (self,
                   orienta_page_say (self, "Ce qui s'y oppose, du plus fréquent au plus rare",
                                     "What stands in the way, the most frequent first"),
                   homes ? orienta_page_say (self, "logements", "homes")
                         : orienta_page_say (self, "ménages", "households"));
    orienta_page_add (self,
                      "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th><th "
                      "scope=\"col\">%s</th></tr></thead><tbody>\n",
                      orienta_page_say (self, "Un par un", "One by one"),
                      homes ? orienta_page_say (self, "logement", "home")
                            : orienta_page_say (self, "ménage", "household"),
                      orienta_page_say (self, "ce qui s'y oppose", "what stands in the way"));
  }
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++) {
    const OrientaVerdict *verdict = g_ptr_array_index (report->refused, i);
    orienta_page_add (self, "<tr><th scope=\"row\">%s</th><td>",
                      homes ? report->reg->units[orienta_verdict_get_unit (verdict)].id
                            : report->reg->households[orienta_verdict_get_household (verdict)].id);
    add_refusals (self, verdict);
    g_string_append (self->out, "</td></tr>\n");
  }
  g_string_append (self->out, n > 0 ? "</tbody></table>\n" : "");
  add_rest (self, n);
  g_string_append (self->out, "</section>\n");
}
