/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Report: what a commission reads. Lists are made once; every form (page, text, JSON, CSV), language and audience is
 * written from the same object, so that they cannot disagree. */
#include "report/report-private.h"

#include "rules/verdict-private.h"
#include "score/score-private.h"
#include "score/shortlist-private.h"

static void
blocked_clear (gpointer data)
{
  orienta_verdict_unref (((OrientaBlocked *) data)->nearest);
}

static OrientaReport *
report_new (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed, OrientaEvidence level,
            GError **error)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  if (!binding)
    return NULL;
  OrientaReport *self = g_new0 (OrientaReport, 1);
  g_atomic_ref_count_init (&self->references);
  self->policy = orienta_policy_ref (policy);
  self->reg = orienta_register_ref (reg);
  self->binding = g_steal_pointer (&binding);
  self->subject_index = -1;
  self->n = n == 0 ? G_MAXUINT : n;
  self->seed = g_strdup (seed);
  self->level = level;
  self->listed = g_new0 (guint, reg->n_households);
  self->open = g_new0 (guint, reg->n_households);
  self->waiting = g_array_new (FALSE, TRUE, sizeof (OrientaWaiting));
  self->blocked = g_array_new (FALSE, TRUE, sizeof (OrientaBlocked));
  g_array_set_clear_func (self->blocked, blocked_clear);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) orienta_verdict_unref);
  self->obstacles = orienta_obstacles_new ();
  return self;
}

OrientaReport *
orienta_report_ref (OrientaReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_report_unref (OrientaReport *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_policy_unref (self->policy);
  orienta_register_unref (self->reg);
  orienta_binding_unref (self->binding);
  orienta_shortlist_unref (self->lists);
  g_free (self->seed);
  g_free (self->listed);
  g_free (self->open);
  g_array_unref (self->waiting);
  g_array_unref (self->blocked);
  g_ptr_array_unref (self->refused);
  g_array_unref (self->obstacles);
  g_free (self);
}

/* How many of a list are shown. */
guint
orienta_report_n_shown (const OrientaReport *self, guint list)
{
  return MIN (self->n, orienta_shortlist_get_n (self->lists, list));
}

/* The home a list of candidates is for; lists stand in the order of the register's units, empty ones included. */
guint
orienta_report_unit_of (const OrientaReport *self, guint list)
{
  return self->subject == ORIENTA_SUBJECT_UNIT ? (guint) self->subject_index : list;
}

OrientaVerdict *
orienta_report_verdict (const OrientaReport *self, guint list, guint rank)
{
  return orienta_verdict_new (self->binding, orienta_shortlist_get_household (self->lists, list, rank),
                              orienta_shortlist_get_unit (self->lists, list, rank));
}

OrientaScore *
orienta_report_score (const OrientaReport *self, guint list, guint rank)
{
  return orienta_score_new (self->binding, self->level, orienta_shortlist_get_household (self->lists, list, rank),
                            (gint) orienta_shortlist_get_unit (self->lists, list, rank));
}

static gboolean
is_same (const OrientaReport *self, guint attribute, const guint *household, const guint *unit)
{
  return orienta_binding_value (self->binding, attribute, household[0], (gint) unit[0])
         == orienta_binding_value (self->binding, attribute, household[1], (gint) unit[1]);
}

/* On how many other lists the same household stands: who is served here need not be looked for there. */
guint
orienta_report_n_others (const OrientaReport *self, guint list, guint rank)
{
  guint n = self->listed[orienta_shortlist_get_household (self->lists, list, rank)];
  return self->subject == ORIENTA_SUBJECT_ALL && n > 0 ? n - 1 : 0;
}

/* Whether all that the order asks before the lottery leaves two neighbours of a list equal. */
static gboolean
is_tied (const OrientaReport *self, guint list, guint rank)
{
  const OrientaShortlist *lists = self->lists;
  guint household[2], unit[2];
  for (guint i = 0; i < 2; i++) {
    household[i] = orienta_shortlist_get_household (lists, list, rank + i);
    unit[i] = orienta_shortlist_get_unit (lists, list, rank + i);
  }
  const char *tier = orienta_shortlist_get_tier (lists, list, rank);
  if (g_strcmp0 (tier, orienta_shortlist_get_tier (lists, list, rank + 1)) != 0)
    return FALSE;
  for (guint i = 0; i < self->policy->n_order; i++) {
    const OrientaKey *key = &self->policy->order[i];
    if (key->kind == ORIENTA_KEY_LOTTERY)
      return TRUE;
    if (key->kind == ORIENTA_KEY_ATTRIBUTE
            ? !is_same (self, key->attribute, household, unit)
            : orienta_shortlist_get_points (lists, list, rank) != orienta_shortlist_get_points (lists, list, rank + 1)
                  || !is_same (self, ORIENTA_PAIR_IN_CHOICE, household, unit))
      return FALSE;
  }
  return FALSE;
}

/* Whether the lottery gave this rank: the next one, or the one before, is equal in all else. The draw is of households,
 * so that it never parts the homes of one. */
gboolean
orienta_report_is_drawn (const OrientaReport *self, guint list, guint rank)
{
  if (self->subject == ORIENTA_SUBJECT_HOUSEHOLD || !self->seed)
    return FALSE;
  return (rank > 0 && is_tied (self, list, rank - 1))
         || (rank + 1 < orienta_shortlist_get_n (self->lists, list) && is_tied (self, list, rank));
}

/* A list is asked for one more than it shows, so that a tie at the cut is seen; 0 shows all. */
static guint
asked (guint n)
{
  return n == 0 || n == G_MAXUINT ? G_MAXUINT : n + 1;
}

static void
mark_listed (OrientaReport *self)
{
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self->lists); list++)
    for (guint rank = 0; rank < orienta_report_n_shown (self, list); rank++) {
      guint household = orienta_shortlist_get_household (self->lists, list, rank);
      self->n_listed += self->listed[household] == 0;
      self->listed[household]++;
    }
}

/* Keeps the verdict when it says no. */
static void
keep_refused (OrientaReport *self, guint household, guint unit, guint of)
{
  g_autoptr (OrientaVerdict) verdict = orienta_verdict_new (self->binding, household, unit);
  if (orienta_verdict_get_status (verdict) != ORIENTA_INELIGIBLE)
    return;
  orienta_report_count_obstacles (self->obstacles, verdict, of);
  g_ptr_array_add (self->refused, g_steal_pointer (&verdict));
}

/**
 * orienta_report_new:
 * @n: candidates shown of each list; 0 shows all
 * @seed: (nullable): of the draw between equals; without one the id decides
 * @level: which points count
 * @n_threads: 0 for one for each processor; the report does not depend on it
 * @progress: (nullable): counts households
 *
 * The lists of every unit, and who is on none of them and why: the conditions that say no, counted over the households
 * to whom no home is open (over evenly spread homes where that would be more than 400 000 verdicts), and how far the
 * others are from a list.
 *
 * Complexity: twice orienta_policy_shortlist_units(); memory for the lists and each household, not for each pair.
 *
 * Returns: (transfer full): the report; NULL with ORIENTA_ERROR_CANCELLED or ORIENTA_ERROR_INVALID
 */
OrientaReport *
orienta_report_new (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed, OrientaEvidence level,
                    guint n_threads, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (policy && reg && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaReport) self = report_new (policy, reg, n, seed, level, error);
  if (!self)
    return NULL;
  self->lists = orienta_policy_shortlist_units (policy, reg, asked (n), seed, level, n_threads, progress, error);
  if (!self->lists)
    return NULL;
  mark_listed (self);
  if (!orienta_report_find_unhoused (self, n_threads, progress, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * orienta_report_new_unit:
 * @unit: an id of @reg
 *
 * The list of one unit, and why the other households are not on it; otherwise as orienta_report_new().
 *
 * Returns: (transfer full): the report; NULL with ORIENTA_ERROR_NOT_FOUND or ORIENTA_ERROR_INVALID
 */
OrientaReport *
orienta_report_new_unit (OrientaPolicy *policy, OrientaRegister *reg, const char *unit, guint n, const char *seed,
                         OrientaEvidence level, GError **error)
{
  g_return_val_if_fail (policy && reg && unit && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaReport) self = report_new (policy, reg, n, seed, level, error);
  guint place;
  if (!self || !orienta_binding_find_unit (self->binding, unit, &place, error))
    return NULL;
  self->subject = ORIENTA_SUBJECT_UNIT;
  self->subject_index = (gint) place;
  self->lists = orienta_shortlist_for_unit (self->binding, place, asked (n), seed, level);
  for (guint household = 0; household < reg->n_households; household++)
    keep_refused (self, household, place, household);
  orienta_report_sort_obstacles (self->obstacles);
  return g_steal_pointer (&self);
}

/**
 * orienta_report_new_household:
 * @household: an id of @reg
 *
 * The homes of one household in order, and why the others are not open to it; otherwise as orienta_report_new().
 *
 * Returns: (transfer full): the report; NULL with ORIENTA_ERROR_NOT_FOUND or ORIENTA_ERROR_INVALID
 */
OrientaReport *
orienta_report_new_household (OrientaPolicy *policy, OrientaRegister *reg, const char *household, guint n,
                              const char *seed, OrientaEvidence level, GError **error)
{
  g_return_val_if_fail (policy && reg && household && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaReport) self = report_new (policy, reg, n, seed, level, error);
  guint place;
  gint no_unit;
  if (!self || !orienta_binding_find (self->binding, household, NULL, &place, &no_unit, error))
    return NULL;
  self->subject = ORIENTA_SUBJECT_HOUSEHOLD;
  self->subject_index = (gint) place;
  self->lists = orienta_shortlist_for_household (self->binding, place, asked (n), seed, level);
  for (guint unit = 0; unit < reg->n_units; unit++)
    keep_refused (self, place, unit, unit);
  orienta_report_sort_obstacles (self->obstacles);
  return g_steal_pointer (&self);
}
