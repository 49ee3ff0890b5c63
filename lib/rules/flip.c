/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The smallest change: `all` needs every one of its parts, `any` the part that needs least (the first where equal). */
#include "rules/flip-private.h"

#include "base/text-private.h"
#include "policy/polarity-private.h"
#include "rules/phrase-private.h"

static OrientaReasonCode
code_of_comparison (OrientaOp op, gboolean wanted)
{
  switch (op) {
  case ORIENTA_OP_LT:
    return wanted ? ORIENTA_REASON_FLIP_LESS_THAN : ORIENTA_REASON_FLIP_AT_LEAST;
  case ORIENTA_OP_LE:
    return wanted ? ORIENTA_REASON_FLIP_AT_MOST : ORIENTA_REASON_FLIP_MORE_THAN;
  case ORIENTA_OP_GT:
    return wanted ? ORIENTA_REASON_FLIP_MORE_THAN : ORIENTA_REASON_FLIP_AT_MOST;
  case ORIENTA_OP_GE:
    return wanted ? ORIENTA_REASON_FLIP_AT_LEAST : ORIENTA_REASON_FLIP_LESS_THAN;
  case ORIENTA_OP_NE:
    return wanted ? ORIENTA_REASON_FLIP_NOT_BE : ORIENTA_REASON_FLIP_BE;
  case ORIENTA_OP_HAS_ANY:
  case ORIENTA_OP_HAS_ALL:
    return wanted ? ORIENTA_REASON_FLIP_HAVE : ORIENTA_REASON_FLIP_NOT_HAVE;
  default:
    return wanted ? ORIENTA_REASON_FLIP_BE : ORIENTA_REASON_FLIP_NOT_BE;
  }
}

static void
add_flip (GArray *flips, OrientaReasonCode code, const OrientaCondition *condition, gboolean wanted)
{
  OrientaFlip flip = { .code = code, .condition = condition, .wanted = wanted };
  for (guint i = 0; i < flips->len; i++)
    if (g_array_index (flips, OrientaFlip, i).condition == condition)
      return;
  g_array_append_val (flips, flip);
}

/* Whether the test sorts the few words of its attribute into those that do and those that do not. */
static gboolean
is_choice (const OrientaBinding *binding, const OrientaCondition *test)
{
  OrientaType type = orienta_policy_attribute_type (binding->policy, test->attribute);
  return (type == ORIENTA_TYPE_WORD || type == ORIENTA_TYPE_BOOL)
         && (test->operand == ORIENTA_OPERAND_CONSTANT || test->operand == ORIENTA_OPERAND_SET);
}

/* The words that would do. */
static char *
words_that_do (const OrientaBinding *binding, const OrientaFlip *flip, OrientaLanguage language)
{
  const OrientaCondition *test = flip->condition;
  guint n = 2; /* no and yes */
  if (orienta_policy_attribute_type (binding->policy, test->attribute) == ORIENTA_TYPE_WORD) {
    g_autofree const char **words = orienta_policy_attribute_words (binding->policy, test->attribute);
    n = g_strv_length ((char **) words);
  }
  guint64 accepted = orienta_test_accepts (test);
  OrientaCondition set = *test;
  set.op = ORIENTA_OP_IN;
  set.operand = ORIENTA_OPERAND_SET;
  set.mask = (flip->wanted ? accepted : ~accepted) & ((G_GUINT64_CONSTANT (1) << n) - 1);
  return orienta_phrase_limit (binding, &set, 0, -1, language);
}

static void
flip_test (const OrientaBinding *binding, const OrientaCondition *test, gboolean wanted, guint household, gint unit,
           GArray *flips)
{
  gint64 value = orienta_binding_value (binding, test->attribute, household, unit);
  gboolean unknown = orienta_binding_truth (binding, test, household, unit) == ORIENTA_MAYBE;
  if (test->op == ORIENTA_OP_KNOWN || value == ORIENTA_UNKNOWN || unknown)
    add_flip (flips, ORIENTA_REASON_FLIP_KNOW, test, wanted);
  else
    add_flip (flips, is_choice (binding, test) ? ORIENTA_REASON_FLIP_BE : code_of_comparison (test->op, wanted), test,
              wanted);
}

static void
flip_cheapest (const OrientaBinding *binding, const OrientaCondition *condition, gboolean wanted, guint household,
               gint unit, GArray *flips)
{
  g_autoptr (GArray) best = NULL;
  for (guint i = 0; i < condition->n_children; i++) {
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (OrientaFlip));
    orienta_flip_find (binding, condition->children[i], wanted, household, unit, found);
    if (found->len > 0 && (!best || found->len < best->len)) {
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&found);
    }
  }
  if (best)
    g_array_append_vals (flips, best->data, best->len);
}

/* The condition behind a test of a computed attribute, and whether the test asks for it to hold; NULL for other tests.
 */
static const OrientaCondition *
computed_by (const OrientaBinding *binding, const OrientaCondition *test, gboolean *asked)
{
  if (test->attribute < ORIENTA_N_ATTRIBUTES || test->op != ORIENTA_OP_EQ || test->operand != ORIENTA_OPERAND_CONSTANT)
    return NULL;
  *asked = test->constant != 0;
  return binding->policy->locals[test->attribute - ORIENTA_N_ATTRIBUTES].when;
}

/* Adds to `flips` what must change for the condition to be `wanted`; nothing when it already is. */
void
orienta_flip_find (const OrientaBinding *binding, const OrientaCondition *condition, gboolean wanted, guint household,
                   gint unit, GArray *flips)
{
  gboolean asked;
  OrientaTruth truth = orienta_binding_truth (binding, condition, household, unit);
  if (truth == (wanted ? ORIENTA_TRUE : ORIENTA_FALSE))
    return;
  switch (condition->kind) {
  case ORIENTA_CONDITION_NOT:
    orienta_flip_find (binding, condition->children[0], !wanted, household, unit, flips);
    return;
  case ORIENTA_CONDITION_CRITERION:
    add_flip (flips, wanted ? ORIENTA_REASON_FLIP_CRITERION : ORIENTA_REASON_FLIP_NOT_CRITERION, condition, wanted);
    return;
  case ORIENTA_CONDITION_TEST:
    if (computed_by (binding, condition, &asked))
      orienta_flip_find (binding, computed_by (binding, condition, &asked), wanted == asked, household, unit, flips);
    else
      flip_test (binding, condition, wanted, household, unit, flips);
    return;
  default:
    if (wanted == (condition->kind == ORIENTA_CONDITION_ANY))
      flip_cheapest (binding, condition, wanted, household, unit, flips);
    else
      for (guint i = 0; i < condition->n_children; i++)
        orienta_flip_find (binding, condition->children[i], wanted, household, unit, flips);
  }
}

/* The sentence. The gap is of the attribute's own unit and only of numbers. */
char *
orienta_flip_format (const OrientaBinding *binding, const OrientaFlip *flip, guint household, gint unit,
                     OrientaLanguage language)
{
  const OrientaCondition *condition = flip->condition;
  const char *sentence = orienta_reason_get_sentence (flip->code, language);
  if (condition->kind == ORIENTA_CONDITION_CRITERION) {
    const OrientaCriterion *criterion = &binding->policy->criteria[condition->index];
    return orienta_text_fill (
        sentence,
        (const char *[]){ "criterion", orienta_label_get (&criterion->label, language, criterion->id), NULL });
  }
  g_autofree char *value = orienta_phrase_value (binding, condition->attribute, household, unit, language);
  gboolean choice = flip->code == ORIENTA_REASON_FLIP_BE && is_choice (binding, condition);
  g_autofree char *limit = choice ? words_that_do (binding, flip, language)
                                  : orienta_phrase_limit (binding, condition, household, unit, language);
  g_autofree char *gap = orienta_phrase_gap (binding, condition, household, unit, language);
  return orienta_text_fill (
      sentence,
      (const char *[]){ "attribute", orienta_policy_attribute_label (binding->policy, condition->attribute, language),
                        "value", value, "limit", limit, "gap", gap, NULL });
}
