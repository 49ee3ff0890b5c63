/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Entries that are not read, not in force, without a source or with holes. */
#include "policy/lint-private.h"

#include <string.h>

static char *
path_of (const char *list, guint place)
{
  return g_strdup_printf ("$.%s[%u]", list, place);
}

/* -- versions in time -- */

/* One entry of a list that knows versions. */
typedef struct {
  const char *id;
  const OrientaPeriod *valid;
} OrientaDated;

static void
warn_force (OrientaLint *lint, const char *list, const OrientaDated *entries, guint n, guint place, OrientaDate as_of)
{
  guint last = place;
  for (guint i = 0; i < n; i++) {
    if (strcmp (entries[i].id, entries[place].id) != 0)
      continue;
    if (i < place || orienta_period_holds (entries[i].valid, as_of))
      return;
    last = i;
  }
  g_autofree char *path = path_of (list, last);
  g_autofree char *fr = orienta_date_format_for (as_of, ORIENTA_FRENCH);
  g_autofree char *en = orienta_date_format_for (as_of, ORIENTA_ENGLISH);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_NOT_IN_FORCE, path, "id", entries[place].id, entries[place].id, "value",
                    fr, en, NULL);
}

/* The version that follows in time, if any, and whether days lie between. */
static void
warn_gap (OrientaLint *lint, const char *list, const OrientaDated *entries, guint n, guint place)
{
  const OrientaPeriod *valid = entries[place].valid;
  OrientaDate next = ORIENTA_NO_DATE;
  for (guint i = 0; i < n; i++) {
    OrientaDate from = entries[i].valid->from;
    if (i != place && strcmp (entries[i].id, entries[place].id) == 0 && from != ORIENTA_NO_DATE && from > valid->to
        && (next == ORIENTA_NO_DATE || from < next))
      next = from;
  }
  if (valid->to == ORIENTA_NO_DATE || next == ORIENTA_NO_DATE || next == valid->to + 1)
    return;
  g_autofree char *path = path_of (list, place);
  g_autofree char *first_fr = orienta_date_format_for (valid->to + 1, ORIENTA_FRENCH);
  g_autofree char *first_en = orienta_date_format_for (valid->to + 1, ORIENTA_ENGLISH);
  g_autofree char *last_fr = orienta_date_format_for (next - 1, ORIENTA_FRENCH);
  g_autofree char *last_en = orienta_date_format_for (next - 1, ORIENTA_ENGLISH);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_VERSION_GAP, path, "id", entries[place].id, entries[place].id, "value",
                    first_fr, first_en, "limit", last_fr, last_en, NULL);
}

static void
look_at_versions (OrientaLint *lint, const char *list, const OrientaDated *entries, guint n, OrientaDate as_of)
{
  for (guint i = 0; i < n; i++) {
    if (as_of != ORIENTA_NO_DATE)
      warn_force (lint, list, entries, n, i, as_of);
    warn_gap (lint, list, entries, n, i);
  }
}

#define LOOK_AT_VERSIONS(lint, policy, list, n, key, as_of)                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree OrientaDated *entries_ = g_new (OrientaDated, (policy)->n);                                             \
    for (guint i_ = 0; i_ < (policy)->n; i_++)                                                                         \
      entries_[i_] = (OrientaDated){ (policy)->list[i_].key, &(policy)->list[i_].valid };                              \
    look_at_versions (lint, #list, entries_, (policy)->n, as_of);                                                      \
  }                                                                                                                    \
  G_STMT_END

static void
look_at_policy (OrientaLint *lint, const OrientaPolicy *policy, OrientaDate as_of)
{
  if (as_of == ORIENTA_NO_DATE || orienta_period_holds (&policy->valid, as_of))
    return;
  g_autofree char *fr = orienta_date_format_for (as_of, ORIENTA_FRENCH);
  g_autofree char *en = orienta_date_format_for (as_of, ORIENTA_ENGLISH);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_NOT_IN_FORCE, "$", "id", policy->id, policy->id, "value", fr, en, NULL);
}

/* -- what nothing reads -- */

typedef struct {
  gboolean *attributes; /* by local attribute */
  gboolean *tables;     /* by table: its first version */
} OrientaUse;

static void
use_attribute (OrientaUse *self, gint attribute)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    self->attributes[attribute - ORIENTA_N_ATTRIBUTES] = TRUE;
}

static void
use_condition (OrientaUse *self, const OrientaCondition *condition)
{
  if (!condition)
    return;
  for (guint i = 0; i < condition->n_children; i++)
    use_condition (self, condition->children[i]);
  if (condition->kind != ORIENTA_CONDITION_TEST)
    return;
  use_attribute (self, (gint) condition->attribute);
  if (condition->operand == ORIENTA_OPERAND_ATTRIBUTE)
    use_attribute (self, (gint) condition->index);
  if (condition->operand == ORIENTA_OPERAND_TABLE)
    self->tables[condition->index] = TRUE;
}

static void
use_load (OrientaUse *self, const OrientaLoad *load)
{
  if (load->kind == ORIENTA_LOAD_ATTRIBUTE)
    use_attribute (self, (gint) load->attribute);
  if (load->kind == ORIENTA_LOAD_TABLE)
    self->tables[load->table] = TRUE;
}

static void
use_all (OrientaUse *self, const OrientaPolicy *policy)
{
  for (guint i = 0; i < policy->n_locals; i++)
    use_condition (self, policy->locals[i].when);
  for (guint i = 0; i < policy->n_tables; i++)
    for (guint axis = 0; axis < policy->tables[i].n_axes; axis++)
      use_attribute (self, (gint) policy->tables[i].axes[axis].attribute);
  for (guint i = 0; i < policy->n_rules; i++) {
    use_condition (self, policy->rules[i].applies);
    use_condition (self, policy->rules[i].require);
  }
  for (guint i = 0; i < policy->n_criteria; i++) {
    const OrientaCriterion *criterion = &policy->criteria[i];
    use_condition (self, criterion->applies);
    use_condition (self, criterion->when);
    use_attribute (self, criterion->attribute);
    use_attribute (self, criterion->divisor);
    if (criterion->way == ORIENTA_WAY_TABLE)
      self->tables[criterion->table] = TRUE;
  }
  for (guint i = 0; i < policy->n_order; i++)
    if (policy->order[i].kind == ORIENTA_KEY_ATTRIBUTE)
      use_attribute (self, (gint) policy->order[i].attribute);
  for (guint i = 0; i < policy->n_tiers; i++)
    use_condition (self, policy->tiers[i].when);
  for (guint i = 0; i < policy->n_strata; i++)
    use_condition (self, policy->strata[i].when);
  for (guint i = 0; i < policy->n_quotas; i++) {
    use_condition (self, policy->quotas[i].units);
    use_condition (self, policy->quotas[i].households);
    use_load (self, &policy->quotas[i].load);
  }
  for (guint i = 0; i < policy->n_loads; i++)
    use_load (self, &policy->loads[i].load);
}

static gboolean
stands_before (const OrientaPolicy *policy, guint table)
{
  for (guint i = 0; i < table; i++)
    if (strcmp (policy->tables[i].id, policy->tables[table].id) == 0)
      return TRUE;
  return FALSE;
}

static void
look_at_use (OrientaLint *lint, const OrientaPolicy *policy)
{
  g_autofree gboolean *attributes = g_new0 (gboolean, policy->n_locals);
  g_autofree gboolean *tables = g_new0 (gboolean, policy->n_tables);
  OrientaUse use = { attributes, tables };
  use_all (&use, policy);
  for (guint i = 0; i < policy->n_locals; i++)
    if (!attributes[i]) {
      g_autofree char *path = path_of ("attributes", i);
      orienta_lint_add (lint, ORIENTA_REASON_LINT_UNUSED, path, "id", policy->locals[i].name, policy->locals[i].name,
                        NULL);
    }
  for (guint i = 0; i < policy->n_tables; i++)
    if (!tables[i] && !stands_before (policy, i)) {
      g_autofree char *path = path_of ("tables", i);
      orienta_lint_add (lint, ORIENTA_REASON_LINT_UNUSED, path, "id", policy->tables[i].id, policy->tables[i].id, NULL);
    }
}

/* -- what is missing in an entry -- */

static void
warn_source (OrientaLint *lint, const char *list, guint place, const char *id, const char *source)
{
  if (source)
    return;
  g_autofree char *path = path_of (list, place);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_NO_SOURCE, path, "id", id, id, NULL);
}

static void
look_at_sources (OrientaLint *lint, const OrientaPolicy *policy)
{
  for (guint i = 0; i < policy->n_priorities; i++)
    warn_source (lint, "priorities", i, policy->priorities[i].code, policy->priorities[i].source);
  for (guint i = 0; i < policy->n_tables; i++)
    warn_source (lint, "tables", i, policy->tables[i].id, policy->tables[i].source);
  for (guint i = 0; i < policy->n_tiers; i++)
    warn_source (lint, "tiers", i, policy->tiers[i].id, policy->tiers[i].source);
  for (guint i = 0; i < policy->n_strata; i++)
    warn_source (lint, "strata", i, policy->strata[i].id, policy->strata[i].source);
  for (guint i = 0; i < policy->n_quotas; i++)
    warn_source (lint, "quotas", i, policy->quotas[i].id, policy->quotas[i].source);
}

/* A word as people say it, or as the policy spells it. */
static const char *
word_of (const OrientaPolicy *policy, guint attribute, guint word, OrientaLanguage language)
{
  if (attribute >= ORIENTA_N_ATTRIBUTES)
    return policy->locals[attribute - ORIENTA_N_ATTRIBUTES].words[word];
  return orienta_attribute_get_word_label (attribute, word, language);
}

static void
look_at_table (OrientaLint *lint, const OrientaPolicy *policy, guint place)
{
  const OrientaLookup *self = &policy->tables[place];
  g_autofree char *path = path_of ("tables", place);
  for (guint axis = 0; axis < self->n_axes; axis++)
    for (guint word = 0; self->axes[axis].given && word < self->axes[axis].n; word++)
      if (!self->axes[axis].given[word])
        orienta_lint_add (lint, ORIENTA_REASON_LINT_TABLE_GAP, path, "id", self->id, self->id, "value",
                          word_of (policy, self->axes[axis].attribute, word, ORIENTA_FRENCH),
                          word_of (policy, self->axes[axis].attribute, word, ORIENTA_ENGLISH), NULL);
}

static void
look_at_shares (OrientaLint *lint, const OrientaPolicy *policy)
{
  gint64 sum = 0;
  for (guint i = 0; i < policy->n_strata; i++)
    sum += policy->strata[i].share;
  if (policy->n_strata == 0 || sum == ORIENTA_MILLION)
    return;
  g_autofree char *fr = orienta_number_format_for (sum, 6, ORIENTA_FRENCH);
  g_autofree char *en = orienta_number_format_for (sum, 6, ORIENTA_ENGLISH);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_STRATA_SHARES, "$.strata", "value", fr, en, NULL);
}

/* Versions, use, sources, holes, shares. */
void
orienta_lint_entries (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of)
{
  look_at_policy (self, policy, as_of);
  LOOK_AT_VERSIONS (self, policy, priorities, n_priorities, code, as_of);
  LOOK_AT_VERSIONS (self, policy, tables, n_tables, id, as_of);
  LOOK_AT_VERSIONS (self, policy, rules, n_rules, id, as_of);
  LOOK_AT_VERSIONS (self, policy, criteria, n_criteria, id, as_of);
  look_at_use (self, policy);
  look_at_sources (self, policy);
  for (guint i = 0; i < policy->n_tables; i++)
    look_at_table (self, policy, i);
  look_at_shares (self, policy);
}
