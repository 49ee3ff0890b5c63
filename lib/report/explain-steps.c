/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The third and fourth headings: the rules and weights applied to this person, and the operations carried out. */
#include "report/explain-private.h"

#include "report/answer-private.h"

#include <string.h>

static gint
reason_of_rule (const OrientaVerdict *verdict, const char *rule)
{
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++)
    if (g_strcmp0 (orienta_verdict_get_reason_rule (verdict, i), rule) == 0)
      return (gint) i;
  return -1;
}

static const OrientaRule *
rule_of (const OrientaPolicy *policy, const char *id)
{
  guint i = 0;
  while (!g_str_equal (policy->rules[i].id, id))
    i++;
  return &policy->rules[i];
}

/* What would turn a reason, one line each. */
static void
explain_flips (const OrientaExplanation *self, guint reason)
{
  guint n = orienta_verdict_get_n_flips (self->verdict, reason);
  for (guint i = 0; i < n; i++) {
    g_autofree char *flip = orienta_verdict_format_flip (self->verdict, reason, i, self->language);
    orienta_lines_printf (self->out, "     ", "       ", "%s %s",
                          orienta_say (self->language, "Ce qui la remplirait :", "What would meet it:"), flip);
  }
}

static const char *
effect_label (OrientaReasonCode code, OrientaLanguage language)
{
  switch (orienta_reason_get_severity (code)) {
  case ORIENTA_SEVERITY_REFUSE:
    return orienta_say (language, "[non]", "[no]");
  case ORIENTA_SEVERITY_VERIFY:
    return orienta_say (language, "[à vérifier]", "[to be verified]");
  default:
    return orienta_say (language, "[à signaler]", "[to be noted]");
  }
}

static void
explain_source (const OrientaExplanation *self, const char *source)
{
  if (source)
    orienta_lines_printf (self->out, "     ", "       ", orienta_say (self->language, "Source : %s.", "Source: %s."),
                          source);
}

/* One reason of the verdict: its sentence, what would turn it, its source. */
void
orienta_explain_reason (const OrientaExplanation *self, guint reason)
{
  g_autofree char *sentence = orienta_verdict_format_reason (self->verdict, reason, self->language);
  orienta_lines_printf (self->out, "   - ", "     ", "%s %s",
                        effect_label (orienta_verdict_get_reason (self->verdict, reason), self->language), sentence);
  explain_flips (self, reason);
  explain_source (self, orienta_verdict_get_reason_source (self->verdict, reason));
}

static void
explain_check (const OrientaExplanation *self, guint check)
{
  const char *id = orienta_verdict_get_check_rule (self->verdict, check);
  const OrientaRule *rule = rule_of (self->binding->policy, id);
  gint reason = reason_of_rule (self->verdict, id);
  g_autofree char *values = orienta_verdict_format_check (self->verdict, check, self->language);
  const char *effect = reason < 0
                           ? orienta_say (self->language, "[oui]", "[yes]")
                           : effect_label (orienta_verdict_get_reason (self->verdict, (guint) reason), self->language);
  orienta_lines_printf (self->out, "   - ", "     ", "%s %s.", effect,
                        orienta_label_get (&rule->label, self->language, rule->id));
  orienta_lines_printf (self->out, "     ", "       ", "%s.", values);
  if (reason >= 0)
    explain_flips (self, (guint) reason);
  explain_source (self, rule->source);
}

/* Conditions of access: the household's own no and plain facts of the home, then every rule that concerns the pair. */
void
orienta_explain_rules (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  gboolean standing = FALSE;
  orienta_lines_wrap (self->out, "   ", "   ",
                      orienta_say (language, "Conditions d'accès au logement :", "Conditions of access to the home:"));
  for (guint i = 0; i < orienta_verdict_get_n_reasons (self->verdict); i++)
    if (!orienta_verdict_get_reason_rule (self->verdict, i)) {
      orienta_explain_reason (self, i);
      standing = TRUE;
    }
  if (!standing)
    orienta_lines_wrap (
        self->out, "   - ", "     ",
        orienta_say (language,
                     "[oui] Choix du ménage et caractéristiques du logement (territoire à éviter, type refusé, "
                     "accessibilité, animaux, âges admis) : rien ne s'y oppose.",
                     "[yes] The household's choices and the home's features (territory to avoid, kind refused, "
                     "access, animals, ages admitted): nothing stands in the way."));
  for (guint i = 0; i < orienta_verdict_get_n_checks (self->verdict); i++)
    explain_check (self, i);
}

static gboolean
had_effect (const OrientaScore *score, guint line)
{
  return orienta_score_get_stated (score, line) != 0 || orienta_score_get_line_points (score, line) != 0;
}

static void
explain_weight (const OrientaExplanation *self, guint line)
{
  const OrientaPolicy *policy = self->binding->policy;
  const char *id = orienta_score_get_criterion (self->score, line);
  gint version = self->binding->criteria[orienta_policy_find_criterion (policy, id)];
  const OrientaCriterion *criterion = &policy->criteria[version];
  g_autofree char *label = orienta_score_format_label (self->score, line, self->language);
  g_autofree char *weight = orienta_weight_text (self->binding, criterion, self->language);
  g_autofree char *reason = orienta_score_format_reason (self->score, line, self->language);
  orienta_lines_printf (self->out, "   - ", "     ", orienta_say (self->language, "%s : %s. %s", "%s: %s. %s"), label,
                        weight, reason);
  explain_source (self, criterion->source);
}

/* Every criterion in force with its weight, those that counted first. */
void
orienta_explain_grid (const OrientaExplanation *self)
{
  static const char *const headings[2][2] = {
    { "Critères qui donnent des points ici, et leur poids :", "Criteria that give points here, and their weight:" },
    { "Critères sans effet ici, et leur poids :", "Criteria without effect here, and their weight:" },
  };
  for (guint part = 0; part < 2; part++) {
    gboolean any = FALSE;
    for (guint line = 0; line < orienta_score_get_n_lines (self->score); line++) {
      if (!orienta_score_get_criterion (self->score, line) || had_effect (self->score, line) != (part == 0))
        continue;
      if (!any)
        orienta_lines_wrap (self->out, "   ", "   ", headings[part][self->language]);
      any = TRUE;
      explain_weight (self, line);
    }
  }
}

/* One addition: the points in a column of their own, then what they are for and how they come about. */
static void
explain_line (const OrientaExplanation *self, guint line)
{
  OrientaLanguage language = self->language;
  gint64 points = orienta_score_get_line_points (self->score, line);
  g_autofree char *amount = orienta_number_format_for (points, 3, language);
  g_autofree char *label = orienta_score_format_label (self->score, line, language);
  g_autofree char *input = orienta_score_format_input (self->score, line, language);
  g_autofree char *operation = orienta_score_format_operation (self->score, line, language);
  g_autofree char *stated = orienta_number_format_for (orienta_score_get_stated (self->score, line), 3, language);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autofree char *signed_amount = g_strconcat (points > 0 ? "+" : "", amount, NULL);
  orienta_lines_lead (first, signed_amount, 10);
  g_string_append (first, "  ");
  orienta_lines_wrap (self->out, first->str, "            ", label);
  if (*input)
    orienta_lines_wrap (self->out, "            ", "              ", input);
  if (orienta_score_get_criterion (self->score, line) && !g_str_equal (operation, stated))
    orienta_lines_printf (self->out, "            ", "              ",
                          orienta_say (language, "Calcul : %s", "Operation: %s"), operation);
  if (orienta_score_get_reason (self->score, line) != ORIENTA_REASON_COUNTED) {
    g_autofree char *reason = orienta_score_format_reason (self->score, line, language);
    orienta_lines_wrap (self->out, "            ", "              ", reason);
  }
}

/* The additions, down to the total. */
static void
explain_sum (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  for (guint line = 0; line < orienta_score_get_n_lines (self->score); line++)
    if (had_effect (self->score, line))
      explain_line (self, line);
  g_autofree char *total = orienta_number_format_for (orienta_score_get_points (self->score), 3, language);
  g_autofree char *equals = g_strconcat ("= ", total, NULL);
  orienta_lines_lead (self->out, equals, 10);
  g_string_append (self->out, orienta_say (language, "  points au total\n", "  points in all\n"));
}

static const char *
tier_label (const OrientaExplanation *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  for (guint i = 0; self->unit >= 0 && i < policy->n_tiers; i++)
    if (orienta_binding_truth (self->binding, policy->tiers[i].when, self->household, self->unit) == ORIENTA_TRUE)
      return orienta_label_get (&policy->tiers[i].label, self->language, policy->tiers[i].id);
  return NULL;
}

/* One key of the order: "date de la demande, la plus ancienne d'abord". */
static char *
key_text (const OrientaPolicy *policy, const OrientaKey *key, OrientaLanguage language)
{
  if (key->kind == ORIENTA_KEY_POINTS)
    return g_strdup ("points");
  if (key->kind == ORIENTA_KEY_LOTTERY)
    return g_strdup (orienta_say (language, "tirage au sort que chacun peut refaire", "a draw that anyone can redo"));
  const char *label = orienta_policy_attribute_label (policy, key->attribute, language);
  OrientaType type = orienta_policy_attribute_type (policy, key->attribute);
  if (type == ORIENTA_TYPE_BOOL)
    return g_strdup_printf (key->descending ? orienta_say (language, "%s d'abord", "%s first")
                                            : orienta_say (language, "%s en dernier", "%s last"),
                            label);
  if (type == ORIENTA_TYPE_DATE)
    return g_strdup_printf (key->descending
                                ? orienta_say (language, "%s, la plus récente d'abord", "%s, the latest first")
                                : orienta_say (language, "%s, la plus ancienne d'abord", "%s, the earliest first"),
                            label);
  return g_strdup_printf (key->descending
                              ? orienta_say (language, "%s, du plus grand au plus petit", "%s, the greatest first")
                              : orienta_say (language, "%s, du plus petit au plus grand", "%s, the least first"),
                          label);
}

/* How the ranking is made. */
static void
explain_order (const OrientaExplanation *self)
{
  const OrientaPolicy *policy = self->binding->policy;
  OrientaLanguage language = self->language;
  g_autoptr (GString) keys = g_string_new (NULL);
  for (guint i = 0; i < policy->n_order; i++) {
    g_autofree char *key = key_text (policy, &policy->order[i], language);
    g_string_append_printf (keys, "%s%s", i > 0 ? orienta_say (language, " ; puis ", "; then ") : "", key);
  }
  orienta_lines_printf (self->out, "   ", "   ", orienta_say (language, "Classement : %s.", "Ranking: %s."), keys->str);
  const char *tier = tier_label (self);
  if (tier)
    orienta_lines_printf (self->out, "   ", "   ",
                          orienta_say (language, "Passe avant les points : %s.", "Comes before points: %s."), tier);
}

/* What was done, in order: conditions, additions, ranking. */
void
orienta_explain_steps (const OrientaExplanation *self)
{
  OrientaLanguage language = self->language;
  static const char *const levels[3][2] = {
    { "seulement ce qui est vérifié", "only what is verified" },
    { "ce qui est vérifié ou déclaré", "what is verified or declared" },
    { "tout ce qui est déclaré, à valider compris", "all that is stated, to be validated included" },
  };
  orienta_lines_printf (self->out, "   ", "   ",
                        orienta_say (language, "Addition des points (%s) :", "Addition of the points (%s):"),
                        levels[orienta_score_get_level (self->score)][language]);
  explain_sum (self);
  explain_order (self);
}
