/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdict: may this household have this unit? Reasons are what speaks against it or must be looked at, standing rules
 * first, then the policy's in its order; checks are all rules of the policy that concern the pair, with the values they
 * saw. The worst reason makes the status; nothing that is not known ever says no. */
#include <orienta/orienta.h>

#include "base/text-private.h"
#include "rules/phrase-private.h"
#include "rules/standing-private.h"
#include "rules/verdict-private.h"

typedef struct {
  OrientaReasonCode code;
  const OrientaRule *rule; /* NULL: a standing rule */
  gint attribute;          /* of a standing rule, else -1 */
  GArray *flips;           /* of OrientaFlip; NULL: none */
} Reason;

typedef struct {
  const OrientaRule *rule;
  OrientaStatus status;
} Check;

struct OrientaVerdict {
  gatomicrefcount references;
  OrientaBinding *binding;
  guint household, unit;
  OrientaStatus status;
  GArray *reasons; /* of Reason */
  GArray *checks;  /* of Check */
};

/* What one rule of the policy says; NONE when it passes or does not concern the pair. */
static OrientaReasonCode
ask_rule (const OrientaBinding *binding, const OrientaRule *rule, guint household, guint unit, gboolean *concerns)
{
  static const OrientaReasonCode failed[] = { ORIENTA_REASON_RULE_FAILED, ORIENTA_REASON_RULE_TO_VERIFY,
                                              ORIENTA_REASON_RULE_FLAGGED };
  OrientaTruth applies = orienta_binding_truth (binding, rule->applies, household, (gint) unit);
  *concerns = applies != ORIENTA_FALSE;
  if (!*concerns)
    return ORIENTA_REASON_NONE;
  OrientaTruth holds = orienta_binding_truth (binding, rule->require, household, (gint) unit);
  if (holds == ORIENTA_TRUE)
    return ORIENTA_REASON_NONE;
  if (applies == ORIENTA_TRUE && holds == ORIENTA_FALSE)
    return failed[rule->otherwise];
  return rule->otherwise == ORIENTA_OTHERWISE_FLAG ? ORIENTA_REASON_NONE : ORIENTA_REASON_RULE_UNKNOWN;
}

static OrientaReasonCode
ask_standing (const OrientaBinding *binding, const OrientaStandingRule *rule, guint household, guint unit)
{
  gint64 value = orienta_pair_value (binding->reg, household, unit, rule->attribute);
  if (value == ORIENTA_UNKNOWN)
    return rule->unknown;
  return value == rule->required ? ORIENTA_REASON_NONE : rule->failed;
}

/* The status alone: no object is made and a no ends the questions. */
OrientaStatus
orienta_verdict_status (const OrientaBinding *binding, guint household, guint unit)
{
  OrientaSeverity worst = ORIENTA_SEVERITY_INFO;
  gboolean concerns;
  for (guint i = 0; i < orienta_n_standing_rules && worst != ORIENTA_SEVERITY_REFUSE; i++) {
    OrientaReasonCode code = ask_standing (binding, &orienta_standing_rules[i], household, unit);
    worst = MAX (worst, orienta_reason_get_severity (code));
  }
  for (guint i = 0; i < binding->policy->n_rules && worst != ORIENTA_SEVERITY_REFUSE; i++) {
    if (!binding->rules[i])
      continue;
    OrientaReasonCode code = ask_rule (binding, &binding->policy->rules[i], household, unit, &concerns);
    worst = MAX (worst, orienta_reason_get_severity (code));
  }
  return (OrientaStatus) worst;
}

static void
add_reason (OrientaVerdict *self, OrientaReasonCode code, const OrientaRule *rule, gint attribute)
{
  gint unit = (gint) self->unit;
  Reason reason = { .code = code, .rule = rule, .attribute = attribute };
  if (rule) {
    reason.flips = g_array_new (FALSE, FALSE, sizeof (OrientaFlip));
    orienta_flip_find (self->binding, rule->require, TRUE, self->household, unit, reason.flips);
    if (rule->applies && orienta_binding_truth (self->binding, rule->applies, self->household, unit) == ORIENTA_MAYBE)
      orienta_flip_find (self->binding, rule->applies, FALSE, self->household, unit, reason.flips);
  }
  g_array_append_val (self->reasons, reason);
  self->status = MAX (self->status, (OrientaStatus) orienta_reason_get_severity (code));
}

static void
clear_reason (gpointer data)
{
  Reason *reason = data;
  if (reason->flips)
    g_array_unref (reason->flips);
}

/* Judges one pair in full. */
OrientaVerdict *
orienta_verdict_new (OrientaBinding *binding, guint household, guint unit)
{
  OrientaVerdict *self = g_new0 (OrientaVerdict, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->household = household;
  self->unit = unit;
  self->reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  g_array_set_clear_func (self->reasons, clear_reason);
  self->checks = g_array_new (FALSE, FALSE, sizeof (Check));
  for (guint i = 0; i < orienta_n_standing_rules; i++) {
    OrientaReasonCode code = ask_standing (binding, &orienta_standing_rules[i], household, unit);
    if (code != ORIENTA_REASON_NONE)
      add_reason (self, code, NULL, (gint) orienta_standing_rules[i].attribute);
  }
  for (guint i = 0; i < binding->policy->n_rules; i++) {
    const OrientaRule *rule = &binding->policy->rules[i];
    gboolean concerns = FALSE;
    OrientaReasonCode code = ORIENTA_REASON_NONE;
    if (binding->rules[i])
      code = ask_rule (binding, rule, household, unit, &concerns);
    Check check = { rule, (OrientaStatus) orienta_reason_get_severity (code) };
    if (concerns)
      g_array_append_val (self->checks, check);
    if (code != ORIENTA_REASON_NONE)
      add_reason (self, code, rule, -1);
  }
  return self;
}

/**
 * orienta_policy_judge:
 * @household: an id of @reg
 * @unit: an id of @reg
 *
 * Says whether the household may have the unit, and gives every reason. An answer of no is a verdict, not an error.
 *
 * Complexity: the size of the policy.
 *
 * Returns: (transfer full): the verdict; NULL with ORIENTA_ERROR_NOT_FOUND for an unknown id, ORIENTA_ERROR_INVALID
 * when
 *   @reg has columns that @policy declares otherwise
 */
OrientaVerdict *
orienta_policy_judge (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                      GError **error)
{
  g_return_val_if_fail (policy && reg && household && unit, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  guint household_place;
  gint unit_place;
  if (!binding || !orienta_binding_find (binding, household, unit, &household_place, &unit_place, error))
    return NULL;
  return orienta_verdict_new (binding, household_place, (guint) unit_place);
}

OrientaVerdict *
orienta_verdict_ref (OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_verdict_unref (OrientaVerdict *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_binding_unref (self->binding);
  g_array_unref (self->reasons);
  g_array_unref (self->checks);
  g_free (self);
}

const OrientaBinding *
orienta_verdict_get_binding (const OrientaVerdict *self)
{
  return self->binding;
}

/* The policy that it was made under. Borrowed. */
OrientaPolicy *
orienta_verdict_get_policy (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->policy;
}

/* The register that it speaks of. Borrowed. */
OrientaRegister *
orienta_verdict_get_register (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->reg;
}

OrientaStatus
orienta_verdict_get_status (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, ORIENTA_INELIGIBLE);
  return self->status;
}

/* The household's and the unit's place in the register. */
guint
orienta_verdict_get_household (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->household;
}

guint
orienta_verdict_get_unit (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->unit;
}

guint
orienta_verdict_get_n_reasons (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->reasons->len;
}

static const Reason *
reason_of (const OrientaVerdict *self, guint reason)
{
  static const Reason none = { .code = ORIENTA_REASON_NONE, .attribute = -1 };
  g_return_val_if_fail (self != NULL && reason < self->reasons->len, &none);
  return &g_array_index (self->reasons, Reason, reason);
}

OrientaReasonCode
orienta_verdict_get_reason (const OrientaVerdict *self, guint reason)
{
  return reason_of (self, reason)->code;
}

/* The id of the policy's rule; NULL for a standing rule. Lives as long as the verdict. */
const char *
orienta_verdict_get_reason_rule (const OrientaVerdict *self, guint reason)
{
  const Reason *row = reason_of (self, reason);
  return row->rule ? row->rule->id : NULL;
}

/* The source that the policy gives for it; NULL for a standing rule. */
const char *
orienta_verdict_get_reason_source (const OrientaVerdict *self, guint reason)
{
  const Reason *row = reason_of (self, reason);
  return row->rule ? row->rule->source : NULL;
}

/* Whether it reveals a special category of personal data and stays hidden from third parties. */
gboolean
orienta_verdict_reason_is_special (const OrientaVerdict *self, guint reason)
{
  const Reason *row = reason_of (self, reason);
  if (row->rule)
    return row->rule->special;
  return row->attribute < 0 || orienta_attribute_is_special ((guint) row->attribute);
}

static char *
ages_admitted (const OrientaBinding *binding, guint unit)
{
  gint64 least = orienta_unit_value (binding->reg, unit, ORIENTA_UNIT_MIN_AGE);
  gint64 most = orienta_unit_value (binding->reg, unit, ORIENTA_UNIT_MAX_AGE);
  g_autofree char *from = least == ORIENTA_UNKNOWN ? g_strdup ("…") : orienta_number_format (least, 6);
  g_autofree char *to = most == ORIENTA_UNKNOWN ? g_strdup ("…") : orienta_number_format (most, 6);
  return g_strdup_printf ("%s–%s", from, to);
}

/* What a standing rule saw (`value`) and asks for (`limit`): attributes of the household or of the unit. */
static void
standing_values (const OrientaVerdict *self, gint attribute, OrientaLanguage language, char **value, char **limit)
{
  gint unit = (gint) self->unit;
  switch (attribute) {
  case ORIENTA_PAIR_KIND_REFUSED:
    *value = orienta_phrase_value (self->binding, ORIENTA_UNIT_KIND, self->household, unit, language);
    break;
  case ORIENTA_PAIR_ACCESS_FITS:
    *value = orienta_phrase_value (self->binding, ORIENTA_UNIT_ACCESS, self->household, unit, language);
    *limit = orienta_phrase_value (self->binding, ORIENTA_HOUSEHOLD_ACCESS, self->household, unit, language);
    break;
  case ORIENTA_PAIR_AGE_FITS:
    *value = orienta_phrase_value (self->binding, ORIENTA_HOUSEHOLD_AGE, self->household, unit, language);
    *limit = ages_admitted (self->binding, self->unit);
    break;
  default:
    break;
  }
}

/* The sentence. Free with g_free(). */
char *
orienta_verdict_format_reason (const OrientaVerdict *self, guint reason, OrientaLanguage language)
{
  const Reason *row = reason_of (self, reason);
  const char *sentence = orienta_reason_get_sentence (row->code, language);
  g_return_val_if_fail (sentence != NULL, NULL);
  if (row->rule)
    return orienta_text_fill (
        sentence, (const char *[]){ "rule", orienta_label_get (&row->rule->label, language, row->rule->id), NULL });
  g_autofree char *value = NULL;
  g_autofree char *limit = NULL;
  standing_values (self, row->attribute, language, &value, &limit);
  return orienta_text_fill (sentence,
                            (const char *[]){ "value", value ? value : "", "limit", limit ? limit : "", NULL });
}

/* The fewest changes that together would turn the rule; 0 for a standing rule. */
guint
orienta_verdict_get_n_flips (const OrientaVerdict *self, guint reason)
{
  const Reason *row = reason_of (self, reason);
  return row->flips ? row->flips->len : 0;
}

static const OrientaFlip *
flip_of (const OrientaVerdict *self, guint reason, guint flip)
{
  g_return_val_if_fail (flip < orienta_verdict_get_n_flips (self, reason), NULL);
  return &g_array_index (reason_of (self, reason)->flips, OrientaFlip, flip);
}

OrientaReasonCode
orienta_verdict_get_flip (const OrientaVerdict *self, guint reason, guint flip)
{
  const OrientaFlip *row = flip_of (self, reason, flip);
  return row ? row->code : ORIENTA_REASON_NONE;
}

/* The attribute that would have to change; NULL when it is another criterion. */
const char *
orienta_verdict_get_flip_attribute (const OrientaVerdict *self, guint reason, guint flip)
{
  const OrientaFlip *row = flip_of (self, reason, flip);
  if (!row || row->condition->kind != ORIENTA_CONDITION_TEST)
    return NULL;
  return orienta_policy_attribute_name (self->binding->policy, row->condition->attribute);
}

/* The sentence. Free with g_free(). */
char *
orienta_verdict_format_flip (const OrientaVerdict *self, guint reason, guint flip, OrientaLanguage language)
{
  const OrientaFlip *row = flip_of (self, reason, flip);
  return row ? orienta_flip_format (self->binding, row, self->household, (gint) self->unit, language) : NULL;
}

/* The rules of the policy that concern this pair, passed or not, in its order. */
guint
orienta_verdict_get_n_checks (const OrientaVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->checks->len;
}

const char *
orienta_verdict_get_check_rule (const OrientaVerdict *self, guint check)
{
  g_return_val_if_fail (self != NULL && check < self->checks->len, NULL);
  return g_array_index (self->checks, Check, check).rule->id;
}

/* ORIENTA_ELIGIBLE where the rule passes or only flags. */
OrientaStatus
orienta_verdict_get_check_status (const OrientaVerdict *self, guint check)
{
  g_return_val_if_fail (self != NULL && check < self->checks->len, ORIENTA_INELIGIBLE);
  return g_array_index (self->checks, Check, check).status;
}

gboolean
orienta_verdict_check_is_special (const OrientaVerdict *self, guint check)
{
  g_return_val_if_fail (self != NULL && check < self->checks->len, TRUE);
  return g_array_index (self->checks, Check, check).rule->special;
}

/* The values that the rule looked at and what it compared them with. Free with g_free(). */
char *
orienta_verdict_format_check (const OrientaVerdict *self, guint check, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && check < self->checks->len, NULL);
  const OrientaRule *rule = g_array_index (self->checks, Check, check).rule;
  return orienta_phrase_condition (self->binding, rule->require, self->household, (gint) self->unit, language);
}
