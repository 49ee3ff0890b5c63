/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Explanation: what the law lets a person ask for (CRPA L.311-3-1, R.311-3-1-2), under its four headings; and what a
 * third party may read of it, without special categories of personal data (GDPR art. 9). */
#include "report/explain-private.h"

#include "report/answer-private.h"
#include "report/report-private.h"
#include "rules/verdict-private.h"
#include "score/score-private.h"

static const char *const headings[4][2] = {
  { "1. Degré et mode de contribution du traitement à la décision",
    "1. Degree and mode of contribution of the processing to the decision" },
  { "2. Données traitées et leurs sources", "2. Data processed and their sources" },
  { "3. Paramètres du traitement et leur pondération, appliqués à cette situation",
    "3. Parameters of the processing and their weights, applied to this situation" },
  { "4. Opérations effectuées", "4. Operations carried out" },
};

static void
heading (const OrientaExplanation *self, guint number)
{
  g_string_append_c (self->out, '\n');
  orienta_lines_title (self->out, headings[number - 1][self->language], '-');
}

/* Whom and what this is about. */
void
orienta_explain_subject (const OrientaExplanation *self)
{
  const OrientaRegister *reg = self->binding->reg;
  const OrientaPolicy *policy = self->binding->policy;
  OrientaLanguage language = self->language;
  g_autofree char *date = orienta_date_format_for (reg->as_of, language);
  orienta_lines_printf (self->out, "", "",
                        orienta_say (language, "Ménage %s, situation au %s.", "Household %s, as of %s."),
                        reg->households[self->household].id, date);
  if (self->unit >= 0) {
    const OrientaUnitRow *unit = &reg->units[self->unit];
    orienta_lines_printf (self->out, "", "", orienta_say (language, "Logement %s : %s, %s.", "Home %s: %s, %s."),
                          unit->id, orienta_kinds.words[unit->kind].label[language],
                          reg->territories[unit->territory].id);
  }
  orienta_lines_printf (self->out, "", "",
                        orienta_say (language, "Politique « %s », version %s (%s).", "Policy “%s”, version %s (%s)."),
                        orienta_policy_get_title (policy, language), policy->version, policy->id);
}

/* The explicit mention of CRPA L.311-3-1: purpose, and the right to obtain this. */
void
orienta_explain_mention (const OrientaExplanation *self)
{
  g_string_append_c (self->out, '\n');
  orienta_lines_wrap (
      self->out, "", "",
      orienta_say (
          self->language,
          "Cette proposition est préparée à l'aide d'un traitement algorithmique. Sa finalité est de rapprocher "
          "les ménages sans logement ou mal logés et les logements disponibles, selon des règles publiques. "
          "Toute personne concernée a le droit d'obtenir, sur demande, les règles de ce traitement et les "
          "principales caractéristiques de sa mise en œuvre (CRPA, articles L.311-3-1, R.311-3-1-1 et "
          "R.311-3-1-2). En voici la communication.",
          "This proposal is prepared with the help of an algorithm. Its purpose is to bring together households "
          "without a home or badly housed and the homes available, by public rules. Any person concerned has the "
          "right to obtain, on request, the rules of this processing and the main features of how it is carried "
          "out (CRPA, articles L.311-3-1, R.311-3-1-1 and R.311-3-1-2). They are set out here."));
}

static void
explain_answer (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  g_autofree char *points = orienta_points_text (orienta_score_get_points (self->score), language);
  if (self->verdict)
    orienta_lines_printf (
        self->out, "   ", "   ",
        orienta_say (language, "Réponse pour ce logement : %s ; %s points.", "Answer for this home: %s; %s points."),
        orienta_status_label (orienta_verdict_get_status (self->verdict), language), points);
  else
    orienta_lines_printf (self->out, "   ", "   ",
                          orienta_say (language, "Points du ménage, sans ce qui dépend d'un logement : %s.",
                                       "Points of the household, without what depends on a home: %s."),
                          points);
}

static void
explain_degree (const OrientaExplanation *self)
{
  orienta_lines_wrap (
      self->out, "   ", "   ",
      orienta_say (
          self->language,
          "Le traitement propose : il vérifie les conditions d'accès, additionne des points et range les "
          "candidatures. Il ne décide pas. Une personne décide (la commission, puis le bailleur ou la "
          "structure) ; elle peut s'écarter de l'ordre proposé et dit pourquoi. Une donnée inconnue n'écarte "
          "personne : elle est à vérifier.",
          "The processing proposes: it checks the conditions of access, adds up points and ranks the files. It "
          "does not decide. A person decides (the commission, then the landlord or the structure), may depart "
          "from the order proposed, and says why. A value that is not known turns nobody away: it is to be "
          "verified."));
  explain_answer (self);
}

/* Without a unit: how many homes are open, and which conditions close the others. */
static void
explain_homes (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  g_autoptr (GArray) obstacles = orienta_obstacles_new ();
  guint n[3] = { 0 };
  for (guint unit = 0; unit < self->binding->reg->n_units; unit++) {
    g_autoptr (OrientaVerdict) verdict = orienta_verdict_new (self->binding, self->household, unit);
    n[orienta_verdict_get_status (verdict)]++;
    orienta_report_count_obstacles (obstacles, verdict, self->household);
  }
  orienta_report_sort_obstacles (obstacles);
  orienta_lines_printf (self->out, "   ", "   ",
                        orienta_say (language, "Logements du fichier : ouverts %u, à vérifier %u, non ouverts %u.",
                                     "Homes of the register: open %u, to be verified %u, not open %u."),
                        n[ORIENTA_ELIGIBLE], n[ORIENTA_TO_VERIFY], n[ORIENTA_INELIGIBLE]);
  for (guint i = 0; i < obstacles->len; i++) {
    const OrientaObstacle *obstacle = &g_array_index (obstacles, OrientaObstacle, i);
    orienta_lines_printf (self->out, "   - ", "     ",
                          orienta_say (language, "%s — logements fermés : %u, dont par cela seul : %u.",
                                       "%s — homes closed: %u, by this alone: %u."),
                          obstacle->text[language], obstacle->n_refused, obstacle->n_alone);
  }
}

/* Headings 1 to 4. */
void
orienta_explain_headings (const OrientaExplanation *self)
{
  heading (self, 1);
  explain_degree (self);
  heading (self, 2);
  orienta_explain_data (self);
  heading (self, 3);
  if (self->verdict)
    orienta_explain_rules (self);
  orienta_explain_grid (self);
  heading (self, 4);
  orienta_explain_steps (self);
  if (!self->verdict)
    explain_homes (self);
}

static void
explain_to_person (const OrientaExplanation *self)
{
  orienta_lines_title (self->out,
                       orienta_say (self->language, "Explication d'une proposition", "Explanation of a proposal"), '=');
  orienta_explain_subject (self);
  orienta_explain_mention (self);
  orienta_explain_headings (self);
}

static const char *
answer_to_third_party (OrientaStatus status, OrientaLanguage language)
{
  switch (status) {
  case ORIENTA_ELIGIBLE:
    return orienta_say (language, "proposé", "proposed");
  case ORIENTA_TO_VERIFY:
    return orienta_say (language, "à vérifier avant toute décision", "to be verified before any decision");
  default:
    return orienta_say (language, "non proposé", "not proposed");
  }
}

static void
explain_shown_reasons (const OrientaExplanation *self)
{
  OrientaStatus status = orienta_verdict_get_status (self->verdict);
  gboolean told = FALSE;
  orienta_lines_printf (self->out, "", "", orienta_say (self->language, "Réponse : %s.", "Answer: %s."),
                        answer_to_third_party (status, self->language));
  for (guint i = 0; i < orienta_verdict_get_n_reasons (self->verdict); i++) {
    if (!orienta_reason_is_shown (self->verdict, i, ORIENTA_AUDIENCE_THIRD_PARTY))
      continue;
    orienta_explain_reason (self, i);
    told |= orienta_reason_get_severity (orienta_verdict_get_reason (self->verdict, i)) == ORIENTA_SEVERITY_REFUSE;
  }
  if (status == ORIENTA_INELIGIBLE && !told)
    orienta_lines_wrap (
        self->out, "   - ", "     ",
        orienta_say (self->language, "Le coordinateur en détient le motif.", "The coordinator holds the reason."));
}

/* What may be told: no total and nothing from which it, or a special category of data, could be worked out. */
static void
explain_to_third_party (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  orienta_lines_title (self->out,
                       orienta_say (language, "Éléments communicables à un tiers", "What a third party may read"), '=');
  orienta_explain_subject (self);
  g_string_append_c (self->out, '\n');
  if (self->verdict)
    explain_shown_reasons (self);
  orienta_lines_wrap (self->out, "", "", orienta_say (language, "Critères qui ont compté :", "Criteria that counted:"));
  for (guint line = 0; line < orienta_score_get_n_lines (self->score); line++) {
    if (!orienta_line_is_shown (self->score, line, ORIENTA_AUDIENCE_THIRD_PARTY)
        || orienta_score_get_line_points (self->score, line) == 0)
      continue;
    g_autofree char *label = orienta_score_format_label (self->score, line, language);
    g_autofree char *points = orienta_points_text (orienta_score_get_line_points (self->score, line), language);
    orienta_lines_printf (self->out, "   - ", "     ", orienta_say (language, "%s : %s points.", "%s: %s points."),
                          label, points);
  }
  g_string_append_c (self->out, '\n');
  orienta_lines_wrap (self->out, "", "", orienta_held_sentence (language));
  orienta_lines_wrap (self->out, "", "",
                      orienta_say (language, "Ceci est une proposition : une personne décide.",
                                   "This is a proposal: a person decides."));
}

/**
 * orienta_policy_explain_at:
 * @household: an id of @reg
 * @unit: (nullable): an id of @reg; NULL explains the household by itself, and which homes are open to it
 * @level: which points count
 * @audience: a person reads everything, under the four headings of CRPA R.311-3-1-2; a third party reads no special
 *   category of personal data, no total, and one sentence, always the same, that more may be held elsewhere
 *
 * The explanation as plain text of at most 80 columns, UTF-8. The additions are those of orienta_policy_score_at(),
 * line by line, and add up to the total exactly.
 *
 * Complexity: the size of the policy; without a unit, times the number of units.
 *
 * Returns: (transfer full): free with g_free(); NULL with ORIENTA_ERROR_NOT_FOUND for an unknown id,
 *   ORIENTA_ERROR_INVALID when @reg has columns that @policy declares otherwise
 */
char *
orienta_policy_explain_at (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                           OrientaEvidence level, OrientaLanguage language, OrientaAudience audience, GError **error)
{
  g_return_val_if_fail (policy && reg && household && language <= ORIENTA_ENGLISH, NULL);
  g_return_val_if_fail (level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION && audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  OrientaExplanation self = { .binding = binding, .language = language };
  if (!binding || !orienta_binding_find (binding, household, unit, &self.household, &self.unit, error))
    return NULL;
  g_autoptr (OrientaVerdict) verdict =
      self.unit < 0 ? NULL : orienta_verdict_new (binding, self.household, (guint) self.unit);
  g_autoptr (OrientaScore) score = orienta_score_new (binding, level, self.household, self.unit);
  self.verdict = verdict;
  self.score = score;
  self.out = g_string_new (NULL);
  if (audience == ORIENTA_AUDIENCE_PERSON)
    explain_to_person (&self);
  else
    explain_to_third_party (&self);
  return g_string_free (self.out, FALSE);
}

/* orienta_policy_explain_at() counting what is verified and what is declared. */
char *
orienta_policy_explain (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                        OrientaLanguage language, OrientaAudience audience, GError **error)
{
  return orienta_policy_explain_at (policy, reg, household, unit, ORIENTA_EVIDENCE_DECLARED, language, audience, error);
}
