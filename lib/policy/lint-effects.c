/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whom the lines of a policy help: weaker signs of what housing-first.c refuses. */
#include "policy/lint-private.h"

#include "policy/condition-private.h"
#include "policy/criterion-private.h"
#include "policy/order-private.h"
#include "policy/shelter-private.h"
#include "policy/wording-private.h"

#include <string.h>

/* Which attributes a line reads. */
typedef struct {
  const OrientaPolicy *policy;
  gboolean age, link, refusals;
} OrientaSeen;

static void
see (gpointer data, guint attribute, const OrientaCondition *test, OrientaPolarity polarity)
{
  OrientaSeen *seen = data;
  switch (attribute) {
  case ORIENTA_HOUSEHOLD_AGE:
  case ORIENTA_HOUSEHOLD_OLDEST_AGE:
  case ORIENTA_HOUSEHOLD_YOUNGEST_AGE:
  case ORIENTA_HOUSEHOLD_YOUNG_HOUSEHOLD:
    seen->age = TRUE;
    return;
  case ORIENTA_PAIR_SAME_TERRITORY:
  case ORIENTA_HOUSEHOLD_TERRITORY:
    seen->link = TRUE;
    return;
  case ORIENTA_HOUSEHOLD_REFUSALS:
  case ORIENTA_HOUSEHOLD_REFUSALS_BY_CHOICE:
  case ORIENTA_PAIR_REFUSED_BEFORE:
    seen->refusals = TRUE;
    return;
  default:
    if (attribute >= ORIENTA_N_ATTRIBUTES
        && orienta_wording_find (&seen->policy->locals[attribute - ORIENTA_N_ATTRIBUTES]) == ORIENTA_WORDING_LOCAL_LINK)
      seen->link = TRUE;
  }
}

static OrientaSeen
look_at (const OrientaPolicy *policy, const OrientaCondition *first, const OrientaCondition *second)
{
  OrientaSeen seen = { policy, FALSE, FALSE, FALSE };
  orienta_polarity_walk (policy, first, &orienta_meant_any, 1, see, &seen);
  orienta_polarity_walk (policy, second, &orienta_meant_any, 1, see, &seen);
  return seen;
}

/* Whether a source names a law: a code's name, a kind of act, or an article such as "L.633-1". */
static gboolean
cites_law (const char *source)
{
  static const char *const acts[] = { "code",   "loi ",       "law", "act ", "décret", "decret", "decree", "arrêté",
                                      "arrete", "ordonnance", "cch", "casf", "cgct",   "crpa",   NULL };
  if (!source)
    return FALSE;
  GString *lower = g_string_new (NULL);
  for (const char *p = source; *p; p = g_utf8_next_char (p))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (p)));
  g_autofree char *text = g_string_free (lower, FALSE);
  for (guint i = 0; acts[i]; i++)
    if (strstr (text, acts[i]))
      return TRUE;
  for (const char *p = source; *p; p++)
    if (strchr ("LRDA", *p) && (p == source || !g_ascii_isalnum (p[-1]))) {
      const char *number = p + 1 + strspn (p + 1, "*. ");
      if (number > p + 1 && g_ascii_isdigit (*number))
        return TRUE;
    }
  return FALSE;
}

static void
warn_age (OrientaLint *lint, const OrientaSeen *seen, const char *list, guint place, const char *id, const char *source)
{
  if (!seen->age || cites_law (source))
    return;
  g_autofree char *path = g_strdup_printf ("$.%s[%u]", list, place);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_AGE_WITHOUT_BASIS, path, "id", id, id, NULL);
}

static gboolean
never (const OrientaPolicy *policy, const OrientaCriterion *criterion, const OrientaMeant *meant)
{
  return orienta_polarity_fold (policy, criterion->applies, meant) == ORIENTA_FOLDED_FALSE
         || orienta_polarity_fold (policy, criterion->when, meant) == ORIENTA_FOLDED_FALSE;
}

static void
look_at_criterion (OrientaLint *lint, const OrientaPolicy *policy, guint place)
{
  const OrientaCriterion *self = &policy->criteria[place];
  OrientaReach reach = orienta_criterion_reach (policy, self);
  OrientaSeen seen = look_at (policy, self->applies, self->when);
  if (self->attribute >= 0)
    see (&seen, (guint) self->attribute, NULL, 0);
  if (self->divisor >= 0)
    see (&seen, (guint) self->divisor, NULL, 0);
  g_autofree char *path = g_strdup_printf ("$.criteria[%u]", place);
  warn_age (lint, &seen, "criteria", place, self->id, self->source);
  if (seen.link && reach.most > 0)
    orienta_lint_add (lint, ORIENTA_REASON_LINT_LOCAL_LINK, path, "id", self->id, self->id, NULL);
  if (seen.refusals && reach.least < 0 && self->valid.to != ORIENTA_NO_DATE) {
    g_autofree char *fr = orienta_date_format_for (self->valid.to, ORIENTA_FRENCH);
    g_autofree char *en = orienta_date_format_for (self->valid.to, ORIENTA_ENGLISH);
    orienta_lint_add (lint, ORIENTA_REASON_LINT_LOCAL_SANCTION, path, "id", self->id, self->id, "limit", fr, en, NULL);
  }
  gboolean only_limited = reach.most > 0 && never (policy, self, &orienta_meant_durable);
  gboolean only_durable = reach.least < 0 && never (policy, self, &orienta_meant_time_limited);
  if ((only_limited || only_durable) && !never (policy, self, &orienta_meant_any))
    orienta_lint_add (lint, ORIENTA_REASON_LINT_TIME_LIMITED_FAVOURED, path, "id", self->id, self->id, NULL);
}

/* A mix is for collective homes and those with support on site; elsewhere it closes doors, whatever its source. */
static void
look_at_quota (OrientaLint *lint, const OrientaPolicy *policy, guint place)
{
  const OrientaQuota *self = &policy->quotas[place];
  gboolean special = orienta_condition_is_special (self->households, policy)
                     || (self->max_load != ORIENTA_UNKNOWN && orienta_load_is_special (&self->load, policy));
  if (!special || !orienta_quota_has_most (self)
      || orienta_polarity_fold (policy, self->units, &orienta_meant_ordinary) == ORIENTA_FOLDED_FALSE)
    return;
  g_autofree char *path = g_strdup_printf ("$.quotas[%u]", place);
  orienta_lint_add (lint, ORIENTA_REASON_LINT_QUOTA_LIMITS_NEED, path, "id", self->id, self->id, NULL);
}

/* -- the street and the shelter, at equal need -- */

/* Whether a version counts on that day; on no day in particular, the last of its id does. */
static gboolean
counts (const OrientaPolicy *policy, guint place, OrientaDate as_of)
{
  if (as_of != ORIENTA_NO_DATE)
    return orienta_period_holds (&policy->criteria[place].valid, as_of);
  for (guint i = place + 1; i < policy->n_criteria; i++)
    if (strcmp (policy->criteria[i].id, policy->criteria[place].id) == 0)
      return FALSE;
  return TRUE;
}

static const OrientaLookup *
table_on (const OrientaPolicy *policy, guint table, OrientaDate as_of)
{
  const OrientaLookup *found = NULL;
  for (guint i = 0; i < policy->n_tables; i++)
    if (strcmp (policy->tables[i].id, policy->tables[table].id) == 0
        && (as_of == ORIENTA_NO_DATE || orienta_period_holds (&policy->tables[i].valid, as_of)))
      found = &policy->tables[i];
  return found;
}

/* What a criterion gives for the situation alone; 0 when it asks anything else. */
static gint64
points_for (const OrientaPolicy *policy, const OrientaCriterion *self, guint situation, OrientaDate as_of)
{
  guint64 applies, when;
  if (!orienta_shelter_is_pure (policy, self->applies, &orienta_meant_durable, &applies)
      || !orienta_shelter_is_pure (policy, self->when, &orienta_meant_durable, &when)
      || !(applies & when & G_GUINT64_CONSTANT (1) << situation))
    return 0;
  if (self->way == ORIENTA_WAY_FLAG)
    return self->points;
  const OrientaLookup *table = self->way == ORIENTA_WAY_TABLE ? table_on (policy, self->table, as_of) : NULL;
  if (!table || table->n_axes != 1 || table->axes[0].attribute != ORIENTA_HOUSEHOLD_SITUATION
      || table->values[situation] == ORIENTA_UNKNOWN)
    return 0;
  return orienta_number_scale (table->values[situation], ORIENTA_THOUSAND, ORIENTA_MILLION);
}

static gint64
group_points (const OrientaPolicy *policy, const OrientaGroup *group, guint situation, OrientaDate as_of)
{
  gint64 sum = 0, first = 0, most = G_MININT64;
  for (guint i = 0; i < group->n_criteria; i++) {
    const OrientaCriterion *criterion = &policy->criteria[group->criteria[i]];
    gint64 points = counts (policy, group->criteria[i], as_of) ? points_for (policy, criterion, situation, as_of) : 0;
    sum += points;
    first = first == 0 ? points : first;
    most = points != 0 ? MAX (most, points) : most;
  }
  gint64 result = group->combine == ORIENTA_COMBINE_SUM     ? sum
                  : group->combine == ORIENTA_COMBINE_FIRST ? first
                  : most == G_MININT64                      ? 0
                                                            : most;
  return MIN (result, group->cap);
}

static gint64
situation_points (const OrientaPolicy *policy, guint situation, OrientaDate as_of)
{
  gint64 total = 0;
  for (guint i = 0; i < policy->n_criteria; i++)
    if (policy->criteria[i].group < 0 && counts (policy, i, as_of))
      total += points_for (policy, &policy->criteria[i], situation, as_of);
  for (guint i = 0; i < policy->n_groups; i++)
    total += group_points (policy, &policy->groups[i], situation, as_of);
  return total;
}

static void
compare_situations (OrientaLint *lint, const OrientaPolicy *policy, OrientaDate as_of)
{
  gint64 street = situation_points (policy, ORIENTA_SITUATION_STREET, as_of);
  for (guint i = 0; i < orienta_situations.n; i++) {
    gint64 gap = ORIENTA_SHELTERED >> i & 1 ? situation_points (policy, i, as_of) - street : 0;
    if (gap <= 0)
      continue;
    const char *const *label = orienta_situations.words[i].label;
    g_autofree char *fr = orienta_number_format_for (gap, 3, ORIENTA_FRENCH);
    g_autofree char *en = orienta_number_format_for (gap, 3, ORIENTA_ENGLISH);
    orienta_lint_add (lint, ORIENTA_REASON_LINT_SHELTER_ABOVE_STREET, "$.criteria", "value", label[ORIENTA_FRENCH],
                      label[ORIENTA_ENGLISH], "gap", fr, en, NULL);
  }
}

/* Ages, local links, sanctions, time-limited homes, quotas, shelters. */
void
orienta_lint_effects (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of)
{
  for (guint i = 0; i < policy->n_rules; i++) {
    OrientaSeen seen = look_at (policy, policy->rules[i].applies, policy->rules[i].require);
    warn_age (self, &seen, "rules", i, policy->rules[i].id, policy->rules[i].source);
  }
  for (guint i = 0; i < policy->n_criteria; i++)
    look_at_criterion (self, policy, i);
  for (guint i = 0; i < policy->n_tiers; i++) {
    OrientaSeen seen = look_at (policy, policy->tiers[i].when, NULL);
    warn_age (self, &seen, "tiers", i, policy->tiers[i].id, policy->tiers[i].source);
  }
  for (guint i = 0; i < policy->n_quotas; i++)
    look_at_quota (self, policy, i);
  compare_situations (self, policy, as_of);
}
