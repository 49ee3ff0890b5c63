/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a matching says to a household that has no home in it: why, where least was missing, what would change it. */
#include "report/matching-explain-private.h"

#include "report/report-private.h"
#include "rules/verdict-private.h"

static void
write_missing_values (const OrientaAccount *self)
{
  const OrientaScore *score = self->explanation.score;
  OrientaLanguage language = self->explanation.language;
  for (guint line = 0; line < orienta_score_get_n_lines (score); line++) {
    OrientaReasonCode reason = orienta_score_get_reason (score, line);
    if (reason != ORIENTA_REASON_NOT_KNOWN && reason != ORIENTA_REASON_NOT_PROVEN)
      continue;
    g_autofree char *label = orienta_score_format_label (score, line, language);
    g_autofree char *why = orienta_score_format_reason (score, line, language);
    g_autofree char *text = g_strdup_printf (orienta_say (language, "%s — %s", "%s — %s"), label, why);
    orienta_account_item (self, text);
  }
}

/* The home with the fewest refusals, and what would turn each of them. */
static void
write_nearest_refusal (const OrientaAccount *self)
{
  guint least = G_MAXUINT;
  g_autoptr (OrientaVerdict) nearest = NULL;
  for (guint unit = 0; unit < self->matching->binding->reg->n_units; unit++) {
    g_autoptr (OrientaVerdict) verdict =
        orienta_verdict_new (self->matching->binding, self->explanation.household, unit);
    guint n = 0;
    for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++)
      n += orienta_reason_get_severity (orienta_verdict_get_reason (verdict, i)) == ORIENTA_SEVERITY_REFUSE;
    if (n >= least)
      continue;
    least = n;
    g_clear_pointer (&nearest, orienta_verdict_unref);
    nearest = g_steal_pointer (&verdict);
  }
  if (!nearest)
    return;
  OrientaExplanation one = self->explanation;
  one.verdict = nearest;
  orienta_account_home (self, orienta_verdict_get_unit (nearest));
  for (guint i = 0; i < orienta_verdict_get_n_reasons (nearest); i++)
    if (orienta_reason_get_severity (orienta_verdict_get_reason (nearest, i)) == ORIENTA_SEVERITY_REFUSE)
      orienta_explain_reason (&one, i);
}

static void
write_changes (const OrientaAccount *self, const OrientaUnmatched *unmatched)
{
  OrientaLanguage language = self->explanation.language;
  const OrientaRegister *reg = self->matching->binding->reg;
  gboolean exact = self->matching->worths != NULL;
  orienta_account_title (self, orienta_say (language, "Ce qui changerait la réponse", "What would change the answer"));
  if (unmatched->reason == ORIENTA_REASON_MATCH_OUTSCORED) {
    g_autofree char *points = orienta_count_text (unmatched->margin, language);
    g_autofree char *text = g_strdup_printf (
        exact ? orienta_say (language,
                             "Avec plus de %s en plus pour %s, tout le reste étant égal, le ménage serait logé.",
                             "With more than %s more for %s, all else equal, the household would be housed.")
              : orienta_say (language, "Avec plus de %s en plus, il dépasserait la dernière place de %s.",
                             "With more than %s more it would pass the last place of %s."),
        points, reg->units[unmatched->nearest].id);
    orienta_account_item (self, text);
  }
  if (unmatched->reason == ORIENTA_REASON_MATCH_RESERVED) {
    g_autofree char *points = orienta_count_text (unmatched->margin, language);
    g_autofree char *text =
        g_strdup_printf (orienta_say (language, "À partir de %s en plus, la place de %s ne serait plus gardée.",
                                      "From %s more on, the place in %s would no longer be kept."),
                         points, reg->units[unmatched->nearest].id);
    orienta_account_item (self, text);
  }
  if (unmatched->reason == ORIENTA_REASON_MATCH_SLOT_RESERVED) {
    g_autofree char *points = orienta_count_text (unmatched->margin, language);
    g_autofree char *text = g_strdup_printf (
        orienta_say (language, "À partir de %s en plus pour %s, l'accompagnement ne serait plus gardé.",
                     "From %s more for %s on, the support would no longer be kept."),
        points, reg->units[unmatched->nearest].id);
    orienta_account_item (self, text);
  }
  if (exact && unmatched->nearest >= 0 && self->matching->worths[unmatched->nearest].gain_housed > 0) {
    g_autofree char *text =
        g_strdup_printf (orienta_say (language, "Une place de plus dans %s permettrait de loger un ménage de plus.",
                                      "One more place in %s would let one more household be housed."),
                         reg->units[unmatched->nearest].id);
    orienta_account_item (self, text);
  }
  write_missing_values (self);
  orienta_account_item (
      self,
      orienta_say (language,
                   "La demande reste ouverte : elle est examinée de nouveau à chaque appariement, avec les logements "
                   "qui se libèrent.",
                   "The request stays open: it is looked at again in every matching, with the homes that come free."));
}

void
orienta_account_of_unmatched (const OrientaAccount *self, guint place)
{
  const OrientaUnmatched *unmatched = &self->matching->unmatched[place];
  OrientaLanguage language = self->explanation.language;
  gint32 own = self->matching->binding->reg->households[unmatched->household].occupies;
  g_autofree char *reason = orienta_matching_format_reason (self->matching, place, language);
  orienta_account_title (self,
                         orienta_say (language, "Pas de logement proposé, et pourquoi", "No home proposed, and why"));
  orienta_account_line (self, reason);
  if (own >= 0)
    orienta_account_line (
        self, orienta_say (language, "Le ménage garde la place qu'il a.", "The household keeps the place it has."));
  if (unmatched->nearest >= 0) {
    g_autofree char *points = orienta_count_text (orienta_score_get_points (self->explanation.score), language);
    orienta_account_home (self, (guint) unmatched->nearest);
    orienta_lines_printf (
        self->explanation.out, "      ", "      ",
        orienta_say (language, "Points du ménage pour ce logement : %s.", "The household's points for this home: %s."),
        points);
  } else if (unmatched->reason == ORIENTA_REASON_NOTHING_ELIGIBLE) {
    write_nearest_refusal (self);
  }
  orienta_account_alternatives (self, -1);
  write_changes (self, unmatched);
}
