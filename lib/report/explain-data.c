/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The second heading: the data processed and their sources. Only what the rules and criteria of this case read. */
#include "report/explain-private.h"

#include "rules/phrase-private.h"
#include "rules/standing-private.h"

static void mark (const OrientaBinding *binding, gboolean *read, guint attribute);

static void
mark_table (const OrientaBinding *binding, gboolean *read, guint table)
{
  for (guint i = 0; i < binding->policy->tables[table].n_axes; i++)
    mark (binding, read, binding->policy->tables[table].axes[i].attribute);
}

static void
mark_condition (const OrientaBinding *binding, gboolean *read, const OrientaCondition *condition)
{
  if (!condition)
    return;
  if (condition->kind == ORIENTA_CONDITION_TEST) {
    mark (binding, read, condition->attribute);
    if (condition->operand == ORIENTA_OPERAND_TABLE)
      mark_table (binding, read, condition->index);
    if (condition->operand == ORIENTA_OPERAND_ATTRIBUTE)
      mark (binding, read, condition->index);
  }
  for (guint i = 0; i < condition->n_children; i++)
    mark_condition (binding, read, condition->children[i]);
}

/* A computed attribute is no datum: what it reads is. */
static void
mark (const OrientaBinding *binding, gboolean *read, guint attribute)
{
  if (read[attribute])
    return;
  read[attribute] = TRUE;
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    mark_condition (binding, read, binding->policy->locals[attribute - ORIENTA_N_ATTRIBUTES].when);
}

static void
mark_rules (const OrientaExplanation *self, gboolean *read)
{
  const OrientaBinding *binding = self->binding;
  for (guint i = 0; i < orienta_n_standing_rules; i++)
    read[orienta_standing_rules[i].attribute] = TRUE;
  for (guint i = 0; i < binding->policy->n_rules; i++) {
    const OrientaRule *rule = &binding->policy->rules[i];
    if (!binding->rules[i]
        || orienta_binding_truth (binding, rule->applies, self->household, self->unit) == ORIENTA_FALSE)
      continue;
    mark_condition (binding, read, rule->applies);
    mark_condition (binding, read, rule->require);
  }
}

static void
mark_criteria (const OrientaBinding *binding, gboolean *read)
{
  for (guint i = 0; i < binding->policy->n_criteria; i++) {
    const OrientaCriterion *criterion = &binding->policy->criteria[i];
    if (binding->criteria[i] != (gint) i)
      continue;
    mark_condition (binding, read, criterion->applies);
    mark_condition (binding, read, criterion->when);
    if (criterion->attribute >= 0)
      mark (binding, read, (guint) criterion->attribute);
    if (criterion->divisor >= 0)
      mark (binding, read, (guint) criterion->divisor);
    if (criterion->way == ORIENTA_WAY_TABLE)
      mark_table (binding, read, criterion->table);
  }
}

typedef enum { GIVEN, DERIVED, COMPUTED } Origin;

static Origin
origin_of (const OrientaPolicy *policy, guint attribute)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return policy->locals[attribute - ORIENTA_N_ATTRIBUTES].when ? COMPUTED : GIVEN;
  return orienta_attribute_get_formula (attribute) ? DERIVED : GIVEN;
}

static void
list (const OrientaExplanation *self, const gboolean *read, Origin origin)
{
  const OrientaPolicy *policy = self->binding->policy;
  for (guint i = 0; i < ORIENTA_N_ATTRIBUTES + policy->n_locals; i++) {
    if (!read[i] || origin_of (policy, i) != origin
        || (self->unit < 0 && orienta_policy_attribute_of (policy, i) != ORIENTA_OF_HOUSEHOLD))
      continue;
    g_autofree char *text = orienta_phrase_named (self->binding, i, self->household, self->unit, self->language);
    orienta_lines_wrap (self->out, "   - ", "     ", text);
  }
}

/* Everything that was read, with its value and where it comes from. */
void
orienta_explain_data (const OrientaExplanation *self)
{
  const OrientaRegister *reg = self->binding->reg;
  OrientaLanguage language = self->language;
  g_autofree gboolean *read = g_new0 (gboolean, ORIENTA_N_ATTRIBUTES + self->binding->policy->n_locals);
  g_autofree char *date = orienta_date_format_for (reg->as_of, language);
  gint32 referrer = reg->households[self->household].referrer;
  if (self->unit >= 0)
    mark_rules (self, read);
  mark_criteria (self->binding, read);
  orienta_lines_printf (
      self->out, "   ", "   ",
      orienta_say (language, "Données du fichier au %s, telles que le service prescripteur%s%s les a transmises :",
                   "Data of the register on %s, as the referring service%s%s handed them in:"),
      date, referrer >= 0 ? " " : "", referrer >= 0 ? reg->codes[referrer] : "");
  list (self, read, GIVEN);
  orienta_lines_wrap (self->out, "   ", "   ",
                      orienta_say (language, "Valeurs calculées à partir d'elles :", "Values derived from them:"));
  list (self, read, DERIVED);
  list (self, read, COMPUTED);
}
