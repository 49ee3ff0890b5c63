/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Operations: the arithmetic of one line as a person can redo it, "14 mois × 1 = 14". */
#include <orienta/orienta.h>

#include "rules/phrase-private.h"
#include "score/score-private.h"

static char *
points_text (gint64 points, OrientaLanguage language)
{
  return orienta_number_format_for (points, 3, language);
}

/* A number in the criterion's own measure: the attribute's unit, or bare for a ratio or a table. */
static char *
measure_text (const OrientaBinding *binding, const OrientaCriterion *criterion, gint64 value, OrientaLanguage language)
{
  if (criterion->attribute >= 0 && criterion->divisor < 0)
    return orienta_phrase_as (binding, (guint) criterion->attribute, value, language);
  return orienta_number_format_for (value, 6, language);
}

/* French sets a space before it. */
static const char *
colon_text (OrientaLanguage language)
{
  return language == ORIENTA_FRENCH ? " : " : ": ";
}

static char *
per_text (const OrientaBinding *binding, const OrientaCriterion *criterion, const char *measured, const char *stated,
          OrientaLanguage language)
{
  g_autofree char *each = points_text (criterion->points, language);
  g_autofree char *per = measure_text (binding, criterion, criterion->per, language);
  g_autofree char *above = measure_text (binding, criterion, criterion->above, language);
  g_autofree char *most = criterion->max == G_MAXINT64 ? NULL : points_text (criterion->max, language);
  gboolean french = language == ORIENTA_FRENCH;
  return g_strdup_printf ("%s%s%s / %s%s%s%s%s → %s", measured, colon_text (language), each, per,
                          criterion->above > 0 ? (french ? ", au-delà de " : ", beyond ") : "",
                          criterion->above > 0 ? above : "", most ? (french ? ", au plus " : ", at most ") : "",
                          most ? most : "", stated);
}

/* The grid's own steps, "0 % : 0 · 33 % : 5 · 70 % : 17". */
static char *
bands_text (const OrientaBinding *binding, const OrientaCriterion *criterion, const char *measured, const char *stated,
            OrientaLanguage language)
{
  g_autoptr (GString) text = g_string_new (measured);
  for (guint i = 0; i < criterion->n_bands; i++) {
    gint64 from = criterion->bands[i].from;
    if (criterion->way == ORIENTA_WAY_SLOPES)
      from = orienta_number_scale (from, criterion->per, ORIENTA_MILLION);
    g_autofree char *start = measure_text (binding, criterion, from, language);
    g_autofree char *points = points_text (criterion->bands[i].points, language);
    g_string_append_printf (text, "%s%s %s%s%s", i == 0 ? colon_text (language) : " · ", criterion->strict ? ">" : "≥",
                            start, colon_text (language), points);
  }
  g_string_append_printf (text, " → %s", stated);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How the points of a line come about. Empty for a criterion that gives none of itself. Free with g_free(). */
char *
orienta_score_format_operation (const OrientaScore *self, guint line, OrientaLanguage language)
{
  const char *id = orienta_score_get_criterion (self, line);
  g_autofree char *stated = points_text (orienta_score_get_stated (self, line), language);
  if (!id)
    return points_text (orienta_score_get_line_points (self, line), language);
  if (orienta_score_get_stated (self, line) == 0)
    return g_strdup ("");
  const OrientaBinding *binding = orienta_score_get_binding (self);
  const OrientaCriterion *criterion =
      &binding->policy->criteria[binding->criteria[orienta_policy_find_criterion (binding->policy, id)]];
  gint64 value =
      orienta_binding_measure (binding, criterion, orienta_score_get_household (self), orienta_score_get_unit (self));
  g_autofree char *measured = value == ORIENTA_UNKNOWN ? NULL : measure_text (binding, criterion, value, language);
  switch (criterion->way) {
  case ORIENTA_WAY_PER:
    return per_text (binding, criterion, measured, stated, language);
  case ORIENTA_WAY_BANDS:
  case ORIENTA_WAY_LINEAR:
  case ORIENTA_WAY_SLOPES:
    return bands_text (binding, criterion, measured, stated, language);
  case ORIENTA_WAY_TABLE:
    return g_strdup_printf ("%s → %s", language == ORIENTA_FRENCH ? "barème" : "table", stated);
  default:
    return g_steal_pointer (&stated);
  }
}
