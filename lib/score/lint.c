/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint on a register: what a policy says that nobody there will ever notice. Each question is asked once for all pairs
 * that are alike in what it reads. */
#include <orienta/orienta.h>

#include "policy/lint-private.h"
#include "score/classes-private.h"

/* The representatives of what a question reads. */
typedef struct {
  OrientaClasses *units, *households;
  gboolean each_unit; /* single units are named: every one is asked */
} Sample;

static Sample
sample_of (const OrientaBinding *binding, const OrientaReads *reads)
{
  return (Sample){ orienta_classes_of_units (binding, reads), orienta_classes_of_households (binding, reads),
                   reads->names != 0 };
}

static void
sample_clear (Sample *self)
{
  orienta_classes_free (self->units);
  orienta_classes_free (self->households);
}

static guint
sample_n_units (const Sample *self)
{
  return self->each_unit ? self->units->n_rows : self->units->n;
}

static guint
sample_unit (const Sample *self, guint i)
{
  return self->each_unit ? i : self->units->representative[i];
}

/* Whether some pair passes the rule, whether some pair fails it, among those it concerns. */
static void
try_rule (const OrientaBinding *binding, const OrientaRule *rule, gboolean *passes, gboolean *fails)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_condition (reads, binding, rule->applies);
  orienta_reads_condition (reads, binding, rule->require);
  Sample sample = sample_of (binding, reads);
  *passes = *fails = FALSE;
  for (guint i = 0; i < sample.households->n && !(*passes && *fails); i++)
    for (guint j = 0; j < sample_n_units (&sample) && !(*passes && *fails); j++) {
      guint household = sample.households->representative[i], unit = sample_unit (&sample, j);
      OrientaTruth applies = orienta_binding_truth (binding, rule->applies, household, (gint) unit);
      if (applies == ORIENTA_FALSE)
        continue;
      OrientaTruth holds = orienta_binding_truth (binding, rule->require, household, (gint) unit);
      *passes |= holds != ORIENTA_FALSE;
      *fails |= holds != ORIENTA_TRUE;
    }
  sample_clear (&sample);
}

static gboolean
fires (const OrientaBinding *binding, guint criterion)
{
  g_autoptr (OrientaReads) reads = orienta_reads_new ();
  orienta_reads_criterion (reads, binding, criterion);
  Sample sample = sample_of (binding, reads);
  gboolean fired = FALSE;
  gint64 points;
  for (guint i = 0; i < sample.households->n && !fired; i++)
    for (guint j = 0; j < sample_n_units (&sample) && !fired; j++)
      fired = orienta_binding_points (binding, &binding->policy->criteria[criterion],
                                      sample.households->representative[i], (gint) sample_unit (&sample, j), &points)
              == ORIENTA_GIVES;
  sample_clear (&sample);
  return fired;
}

static void
warn (OrientaLint *lint, OrientaReasonCode code, const char *list, guint index, const char *id)
{
  g_autofree char *path = g_strdup_printf ("$.%s[%u]", list, index);
  orienta_lint_add (lint, code, path, "id", id, id, NULL);
}

static void
lint_rules (OrientaLint *lint, const OrientaBinding *binding)
{
  for (guint i = 0; i < binding->policy->n_rules; i++) {
    const OrientaRule *rule = &binding->policy->rules[i];
    gboolean passes, fails;
    if (!binding->rules[i])
      continue;
    try_rule (binding, rule, &passes, &fails);
    if (fails && !passes)
      warn (lint, ORIENTA_REASON_LINT_RULE_NEVER_PASSES, "rules", i, rule->id);
    else if (passes && !fails)
      warn (lint, ORIENTA_REASON_LINT_RULE_ALWAYS_PASSES, "rules", i, rule->id);
  }
}

static void
lint_criteria (OrientaLint *lint, const OrientaBinding *binding)
{
  for (guint i = 0; i < binding->policy->n_criteria; i++)
    if (binding->criteria[i] == (gint) i && !fires (binding, i))
      warn (lint, ORIENTA_REASON_LINT_CRITERION_NEVER_FIRES, "criteria", i, binding->policy->criteria[i].id);
}

/* A policy that declares its priority codes should know those of the register. */
static void
lint_codes (OrientaLint *lint, const OrientaBinding *binding)
{
  const OrientaPolicy *policy = binding->policy;
  for (guint i = 0; policy->n_priorities > 0 && i < binding->reg->n_priority_codes; i++) {
    const char *code = binding->reg->priority_codes[i];
    gboolean declared = FALSE;
    for (guint j = 0; j < policy->n_priorities && !declared; j++)
      declared = g_str_equal (policy->priorities[j].code, code);
    if (!declared)
      orienta_lint_add (lint, ORIENTA_REASON_LINT_CODE_UNDECLARED, "$.priorities", "value", code, code, NULL);
  }
}

/**
 * orienta_policy_lint:
 * @reg: (nullable): a register to try the policy on; NULL looks at the policy alone
 *
 * What looks wrong in a policy and may yet be meant. Nothing is refused here; what breaks Housing First never loads.
 *
 * Complexity: for each rule and criterion, the kinds of household × the kinds of unit that it tells apart.
 *
 * Returns: (transfer full): the warnings, in the order of the document, those that need a register last
 */
OrientaLint *
orienta_policy_lint (OrientaPolicy *policy, OrientaRegister *reg)
{
  g_return_val_if_fail (policy != NULL, NULL);
  OrientaLint *lint = orienta_lint_new ();
  orienta_lint_static (lint, policy, reg ? reg->as_of : ORIENTA_NO_DATE);
  g_autoptr (OrientaBinding) binding = reg ? orienta_binding_new (policy, reg, NULL) : NULL;
  if (!binding)
    return lint;
  lint_rules (lint, binding);
  lint_criteria (lint, binding);
  lint_codes (lint, binding);
  return lint;
}
