/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Weight: what a criterion gives to anyone who meets it, as a table of the policy would print it. */
#include "report/explain-private.h"

#include "rules/phrase-private.h"

static char *
points_text (gint64 points, OrientaLanguage language)
{
  g_autofree char *amount = orienta_number_format_for (points, 3, language);
  return g_strdup_printf ("%s point%s", amount, ABS (points) <= ORIENTA_THOUSAND ? "" : "s");
}

/* A number in the measure of the attribute; bare for a ratio. */
static char *
measure (const OrientaBinding *binding, const OrientaCriterion *criterion, gint64 value, OrientaLanguage language)
{
  return criterion->divisor < 0 ? orienta_phrase_as (binding, (guint) criterion->attribute, value, language)
                                : orienta_number_format_for (value, 6, language);
}

static void
append_bounds (GString *text, const OrientaCriterion *criterion, OrientaLanguage language)
{
  g_autofree char *most = orienta_number_format_for (criterion->max, 3, language);
  g_autofree char *least = orienta_number_format_for (criterion->min, 3, language);
  if (criterion->max != G_MAXINT64)
    g_string_append_printf (text, orienta_say (language, ", au plus %s", ", at most %s"), most);
  if (criterion->min != G_MININT64)
    g_string_append_printf (text, orienta_say (language, ", au moins %s", ", at least %s"), least);
}

static void
append_per (GString *text, const OrientaBinding *binding, const OrientaCriterion *criterion, OrientaLanguage language)
{
  g_autofree char *points = points_text (criterion->points, language);
  g_autofree char *per = measure (binding, criterion, criterion->per, language);
  g_autofree char *above = measure (binding, criterion, criterion->above, language);
  g_string_append_printf (text, orienta_say (language, "%s par tranche de %s", "%s for each %s"), points, per);
  if (criterion->above > 0)
    g_string_append_printf (text, orienta_say (language, " au-delà de %s", " beyond %s"), above);
}

static void
append_bands (GString *text, const OrientaBinding *binding, const OrientaCriterion *criterion, OrientaLanguage language)
{
  for (guint i = 0; i < criterion->n_bands; i++) {
    gint64 from = criterion->bands[i].from;
    if (criterion->way == ORIENTA_WAY_SLOPES)
      from = orienta_number_scale (from, criterion->per, ORIENTA_MILLION);
    g_autofree char *start = measure (binding, criterion, from, language);
    g_autofree char *points = points_text (criterion->bands[i].points, language);
    g_string_append_printf (text, "%s%s %s → %s", i > 0 ? " · " : "", criterion->strict ? ">" : "≥", start, points);
  }
  if (criterion->way == ORIENTA_WAY_LINEAR)
    g_string_append (text, orienta_say (language, ", en ligne droite entre eux", ", straight lines between them"));
  if (criterion->way == ORIENTA_WAY_SLOPES)
    g_string_append (text, orienta_say (language, " pour chaque tranche", " for each step"));
}

/* "60 points", "0,4 point par tranche de 1 mois, au plus 48". Free with g_free(). */
char *
orienta_weight_text (const OrientaBinding *binding, const OrientaCriterion *criterion, OrientaLanguage language)
{
  GString *text = g_string_new (NULL);
  switch (criterion->way) {
  case ORIENTA_WAY_PER:
    append_per (text, binding, criterion, language);
    break;
  case ORIENTA_WAY_BANDS:
  case ORIENTA_WAY_LINEAR:
  case ORIENTA_WAY_SLOPES:
    append_bands (text, binding, criterion, language);
    break;
  case ORIENTA_WAY_TABLE:
    g_string_append_printf (text, orienta_say (language, "barème « %s »", "table “%s”"),
                            binding->policy->tables[criterion->table].id);
    break;
  default: {
    g_autofree char *points = points_text (criterion->points, language);
    g_string_append (text, points);
  }
  }
  append_bounds (text, criterion, language);
  return g_string_free (text, FALSE);
}
