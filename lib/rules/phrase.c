/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rules/phrase-private.h"

static const char *const words_not_known[2] = { "non connu", "not known" };
static const char *const words_yes[2] = { "oui", "yes" };
static const char *const words_no[2] = { "non", "no" };

static char *
join (GPtrArray *parts, const char *separator)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

/* A value of a local attribute: its words have no label, they stand as the policy writes them. */
static char *
local_as (const OrientaLocalAttribute *local, gint64 value, OrientaLanguage language)
{
  if (value == ORIENTA_UNKNOWN)
    return g_strdup (words_not_known[language]);
  switch (local->type) {
  case ORIENTA_TYPE_BOOL:
    return g_strdup (value ? words_yes[language] : words_no[language]);
  case ORIENTA_TYPE_DATE:
    return orienta_date_format_for ((OrientaDate) value, language);
  case ORIENTA_TYPE_WORD:
    return g_strdup (local->words[value]);
  case ORIENTA_TYPE_WORDS: {
    g_autoptr (GPtrArray) parts = g_ptr_array_new ();
    for (guint i = 0; local->words[i]; i++)
      if (value >> i & 1)
        g_ptr_array_add (parts, local->words[i]);
    return parts->len > 0 ? join (parts, ", ") : g_strdup ("—");
  }
  default:
    return orienta_number_format_for (value, 6, language);
  }
}

/* Any value of an attribute. */
char *
orienta_phrase_as (const OrientaBinding *binding, guint attribute, gint64 value, OrientaLanguage language)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return local_as (&binding->policy->locals[attribute - ORIENTA_N_ATTRIBUTES], value, language);
  return orienta_register_format_as (binding->reg, attribute, value, language);
}

/* The value that one pair has. */
char *
orienta_phrase_value (const OrientaBinding *binding, guint attribute, guint household, gint unit,
                      OrientaLanguage language)
{
  return orienta_phrase_as (binding, attribute, orienta_binding_value (binding, attribute, household, unit), language);
}

/* The same behind the attribute's name, "âge du demandeur : 41 ans". */
char *
orienta_phrase_named (const OrientaBinding *binding, guint attribute, guint household, gint unit,
                      OrientaLanguage language)
{
  g_autofree char *value = orienta_phrase_value (binding, attribute, household, unit, language);
  return g_strdup_printf (language == ORIENTA_FRENCH ? "%s : %s" : "%s: %s",
                          orienta_policy_attribute_label (binding->policy, attribute, language), value);
}

static const char *
place_or_code (const OrientaBinding *binding, OrientaType type, const char *word, OrientaLanguage language)
{
  if (type != ORIENTA_TYPE_CODES)
    return word;
  const char *found = word;
  for (guint i = 0; i < binding->policy->n_priorities; i++) {
    const OrientaPriority *priority = &binding->policy->priorities[i];
    if (g_str_equal (priority->code, word)
        && (found == word || orienta_period_holds (&priority->valid, binding->reg->as_of)))
      found = orienta_label_get (&priority->label, language, word);
  }
  return found;
}

/* The set on the right of in, has…, within. */
static char *
set_of (const OrientaBinding *binding, const OrientaCondition *test, OrientaLanguage language)
{
  OrientaType type = orienta_policy_attribute_type (binding->policy, test->attribute);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; test->words && test->words[i]; i++)
    g_ptr_array_add (parts, g_strdup (place_or_code (binding, type, test->words[i], language)));
  for (guint i = 0; i < test->n_constants; i++)
    g_ptr_array_add (parts, orienta_phrase_as (binding, test->attribute, test->constants[i], language));
  for (guint i = 0; i < 63; i++)
    if (test->mask >> i & 1)
      g_ptr_array_add (parts, orienta_phrase_as (binding, test->attribute,
                                                 type == ORIENTA_TYPE_WORDS ? (gint64) 1 << i : (gint64) i, language));
  const char *separator = test->op == ORIENTA_OP_HAS_ALL ? " + " : language == ORIENTA_FRENCH ? " ou " : " or ";
  return join (parts, separator);
}

/* What a test compares with. */
char *
orienta_phrase_limit (const OrientaBinding *binding, const OrientaCondition *test, guint household, gint unit,
                      OrientaLanguage language)
{
  if (test->op == ORIENTA_OP_KNOWN)
    return g_strdup (language == ORIENTA_FRENCH ? "renseigné" : "known");
  if (test->operand == ORIENTA_OPERAND_SET)
    return set_of (binding, test, language);
  return orienta_phrase_as (binding, test->attribute, orienta_binding_limit (binding, test, household, unit), language);
}

/* How far a number is from what a test compares with; empty for anything else. */
char *
orienta_phrase_gap (const OrientaBinding *binding, const OrientaCondition *test, guint household, gint unit,
                    OrientaLanguage language)
{
  if (orienta_policy_attribute_type (binding->policy, test->attribute) != ORIENTA_TYPE_NUMBER
      || test->operand == ORIENTA_OPERAND_SET || test->op == ORIENTA_OP_KNOWN)
    return g_strdup ("");
  gint64 value = orienta_binding_value (binding, test->attribute, household, unit);
  gint64 limit = orienta_binding_limit (binding, test, household, unit);
  if (value == ORIENTA_UNKNOWN || limit == ORIENTA_UNKNOWN)
    return g_strdup ("");
  return orienta_phrase_as (binding, test->attribute, ABS (value - limit), language);
}

static const char *
sign_of (const OrientaCondition *test, OrientaLanguage language)
{
  static const char *const signs[] = {
    [ORIENTA_OP_EQ] = "=", [ORIENTA_OP_NE] = "≠", [ORIENTA_OP_LT] = "<",
    [ORIENTA_OP_LE] = "≤", [ORIENTA_OP_GT] = ">", [ORIENTA_OP_GE] = "≥",
  };
  if (test->op <= ORIENTA_OP_GE)
    return signs[test->op];
  return language == ORIENTA_FRENCH ? "parmi" : "among";
}

static char *
phrase_test (const OrientaBinding *binding, const OrientaCondition *test, guint household, gint unit,
             OrientaLanguage language)
{
  g_autofree char *value = orienta_phrase_value (binding, test->attribute, household, unit, language);
  const char *label = orienta_policy_attribute_label (binding->policy, test->attribute, language);
  if (test->operand == ORIENTA_OPERAND_CONSTANT
      && orienta_policy_attribute_type (binding->policy, test->attribute) == ORIENTA_TYPE_BOOL)
    return g_strdup_printf (language == ORIENTA_FRENCH ? "%s : %s" : "%s: %s", label, value);
  g_autofree char *limit = orienta_phrase_limit (binding, test, household, unit, language);
  return g_strdup_printf (language == ORIENTA_FRENCH ? "%s : %s (%s %s)" : "%s: %s (%s %s)", label, value,
                          sign_of (test, language), limit);
}

static void
collect (const OrientaBinding *binding, const OrientaCondition *condition, guint household, gint unit,
         OrientaLanguage language, GPtrArray *parts)
{
  if (condition->kind == ORIENTA_CONDITION_TEST) {
    g_autofree char *part = phrase_test (binding, condition, household, unit, language);
    if (!g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
      g_ptr_array_add (parts, g_steal_pointer (&part));
  } else if (condition->kind == ORIENTA_CONDITION_CRITERION) {
    const OrientaCriterion *criterion = &binding->policy->criteria[condition->index];
    g_ptr_array_add (parts, g_strdup_printf (language == ORIENTA_FRENCH ? "critère « %s »" : "criterion “%s”",
                                             orienta_label_get (&criterion->label, language, criterion->id)));
  }
  for (guint i = 0; i < condition->n_children; i++)
    collect (binding, condition->children[i], household, unit, language, parts);
}

/* Every value that a condition looks at and what it compares it with, "income : 11 000 € (≤ 12 870 €); …"; NULL: "". */
char *
orienta_phrase_condition (const OrientaBinding *binding, const OrientaCondition *condition, guint household, gint unit,
                          OrientaLanguage language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  if (condition)
    collect (binding, condition, household, unit, language, parts);
  return join (parts, language == ORIENTA_FRENCH ? " ; " : "; ");
}
