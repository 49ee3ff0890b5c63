/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "base/text-private.h"
#include "rules/phrase-private.h"
#include "score/score-private.h"

struct OrientaScore {
  gatomicrefcount references;
  OrientaBinding *binding;
  OrientaEvidence level;
  guint household;
  gint unit;
  gint64 points;
  guint n_lines;
  OrientaLine *lines;
};

OrientaScore *
orienta_score_new (OrientaBinding *binding, OrientaEvidence level, guint household, gint unit)
{
  OrientaScore *self = g_new0 (OrientaScore, 1);
  g_atomic_ref_count_init (&self->references);
  self->binding = orienta_binding_ref (binding);
  self->level = level;
  self->household = household;
  self->unit = unit;
  self->lines = g_new (OrientaLine, orienta_tally_max_lines (binding->policy));
  self->points = orienta_tally (binding, level, household, unit, self->lines, &self->n_lines);
  return self;
}

/**
 * orienta_policy_score:
 * @household: an id of @reg
 * @unit: (nullable): an id of @reg; NULL leaves out what depends on a home
 *
 * The points of a household, for one home or by itself, counting what is verified and what is declared. Eligibility is
 * another question: orienta_policy_judge().
 *
 * Complexity: the size of the policy.
 *
 * Returns: (transfer full): the score; NULL with ORIENTA_ERROR_NOT_FOUND for an unknown id, ORIENTA_ERROR_INVALID when
 *   @reg has columns that @policy declares otherwise
 */
OrientaScore *
orienta_policy_score (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                      GError **error)
{
  return orienta_policy_score_at (policy, reg, household, unit, ORIENTA_EVIDENCE_DECLARED, error);
}

/* The same at a level of evidence: points that rest on less are stated and not counted. */
OrientaScore *
orienta_policy_score_at (OrientaPolicy *policy, OrientaRegister *reg, const char *household, const char *unit,
                         OrientaEvidence level, GError **error)
{
  g_return_val_if_fail (policy && reg && household && level <= ORIENTA_EVIDENCE_NEEDS_VALIDATION, NULL);
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, reg, error);
  guint household_place;
  gint unit_place;
  if (!binding || !orienta_binding_find (binding, household, unit, &household_place, &unit_place, error))
    return NULL;
  return orienta_score_new (binding, level, household_place, unit_place);
}

OrientaScore *
orienta_score_ref (OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_score_unref (OrientaScore *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  orienta_binding_unref (self->binding);
  g_free (self->lines);
  g_free (self);
}

const OrientaBinding *
orienta_score_get_binding (const OrientaScore *self)
{
  return self->binding;
}

guint
orienta_score_get_household (const OrientaScore *self)
{
  return self->household;
}

gint
orienta_score_get_unit (const OrientaScore *self)
{
  return self->unit;
}

/* The policy that it was made under. Borrowed. */
OrientaPolicy *
orienta_score_get_policy (const OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->policy;
}

/* The register that it speaks of. Borrowed. */
OrientaRegister *
orienta_score_get_register (const OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->binding->reg;
}

/* The score, in thousandths of a point. */
gint64
orienta_score_get_points (const OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->points;
}

OrientaEvidence
orienta_score_get_level (const OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, ORIENTA_EVIDENCE_DECLARED);
  return self->level;
}

guint
orienta_score_get_n_lines (const OrientaScore *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_lines;
}

static const OrientaLine *
line_of (const OrientaScore *self, guint line)
{
  static const OrientaLine none = { .criterion = -1, .group = -1 };
  g_return_val_if_fail (self != NULL && line < self->n_lines, &none);
  return &self->lines[line];
}

static const OrientaCriterion *
criterion_of (const OrientaScore *self, guint line)
{
  gint criterion = line_of (self, line)->criterion;
  return criterion < 0 ? NULL : &self->binding->policy->criteria[criterion];
}

static const OrientaGroup *
group_of (const OrientaScore *self, guint line)
{
  gint group = line_of (self, line)->group;
  return group < 0 ? NULL : &self->binding->policy->groups[group];
}

/* The criterion's id; NULL for what a group or the total took or gave. */
const char *
orienta_score_get_criterion (const OrientaScore *self, guint line)
{
  const OrientaCriterion *criterion = criterion_of (self, line);
  return criterion ? criterion->id : NULL;
}

/* The group's id; NULL for a line of none, and for the total's bounds. */
const char *
orienta_score_get_group (const OrientaScore *self, guint line)
{
  const OrientaGroup *group = group_of (self, line);
  return group ? group->id : NULL;
}

/* What became of the points. */
OrientaReasonCode
orienta_score_get_reason (const OrientaScore *self, guint line)
{
  return line_of (self, line)->code;
}

/* What the criterion gives by itself, in thousandths; 0 for a group's or the total's line. */
gint64
orienta_score_get_stated (const OrientaScore *self, guint line)
{
  return line_of (self, line)->stated;
}

/* What counts, in thousandths: these add up to the score. */
gint64
orienta_score_get_line_points (const OrientaScore *self, guint line)
{
  return line_of (self, line)->points;
}

OrientaEvidence
orienta_score_get_evidence (const OrientaScore *self, guint line)
{
  return line_of (self, line)->evidence;
}

/* Where the criterion comes from; NULL for a group's or the total's line. */
const char *
orienta_score_get_source (const OrientaScore *self, guint line)
{
  const OrientaCriterion *criterion = criterion_of (self, line);
  return criterion ? criterion->source : NULL;
}

/* Whether the line reveals a special category of personal data; a bound does when one of its criteria does. */
gboolean
orienta_score_line_is_special (const OrientaScore *self, guint line)
{
  const OrientaCriterion *criterion = criterion_of (self, line);
  if (criterion)
    return criterion->special;
  const OrientaGroup *group = group_of (self, line);
  if (!group)
    return TRUE;
  for (guint i = 0; i < group->n_criteria; i++)
    if (self->binding->policy->criteria[group->criteria[i]].special)
      return TRUE;
  return FALSE;
}

/* How people call the criterion or the group. Free with g_free(). */
char *
orienta_score_format_label (const OrientaScore *self, guint line, OrientaLanguage language)
{
  const OrientaCriterion *criterion = criterion_of (self, line);
  const OrientaGroup *group = group_of (self, line);
  if (criterion)
    return g_strdup (orienta_label_get (&criterion->label, language, criterion->id));
  if (group)
    return g_strdup (orienta_label_get (&group->label, language, group->id));
  return g_strdup (language == ORIENTA_FRENCH ? "Total" : "Total");
}

/* The values that the criterion read. Free with g_free(). */
char *
orienta_score_format_input (const OrientaScore *self, guint line, OrientaLanguage language)
{
  const OrientaCriterion *criterion = criterion_of (self, line);
  if (!criterion)
    return g_strdup ("");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const OrientaBinding *binding = self->binding;
  const gint read[] = { criterion->attribute, criterion->divisor };
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    if (read[i] >= 0)
      g_ptr_array_add (parts, orienta_phrase_named (binding, (guint) read[i], self->household, self->unit, language));
  if (criterion->way == ORIENTA_WAY_TABLE) {
    const OrientaLookup *table = &binding->policy->tables[criterion->table];
    for (guint i = 0; i < table->n_axes; i++)
      g_ptr_array_add (parts,
                       orienta_phrase_named (binding, table->axes[i].attribute, self->household, self->unit, language));
  }
  char *when = orienta_phrase_condition (binding, criterion->when, self->household, self->unit, language);
  if (*when)
    g_ptr_array_add (parts, when);
  else
    g_free (when);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (language == ORIENTA_FRENCH ? " ; " : "; ", (char **) parts->pdata);
}

/* What became of the points, as a sentence. Free with g_free(). */
char *
orienta_score_format_reason (const OrientaScore *self, guint line, OrientaLanguage language)
{
  const OrientaLine *row = line_of (self, line);
  const OrientaGroup *group = group_of (self, line);
  const char *sentence = orienta_reason_get_sentence (row->code, language);
  g_return_val_if_fail (sentence != NULL, NULL);
  g_autofree char *limit = orienta_number_format_for (row->limit, 3, language);
  return orienta_text_fill (
      sentence, (const char *[]){ "group", group ? orienta_label_get (&group->label, language, group->id) : "", "limit",
                                  limit, NULL });
}
