/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a report says of one home and of one score, in few words. */
#include "report/report-private.h"

#include "report/lines-private.h"

/* "243,2": points as people read them. */
char *
orienta_points_text (gint64 points, OrientaLanguage language)
{
  return orienta_number_format_for (points, 3, language);
}

/* "aussi sur 12 autres listes". */
char *
orienta_others_text (guint n, OrientaLanguage language)
{
  if (n == 1)
    return g_strdup (orienta_say (language, "aussi sur une autre liste", "also on one other list"));
  return g_strdup_printf (orienta_say (language, "aussi sur %u autres listes", "also on %u other lists"), n);
}

const char *
orienta_status_label (OrientaStatus status, OrientaLanguage language)
{
  switch (status) {
  case ORIENTA_ELIGIBLE:
    return orienta_say (language, "éligible", "eligible");
  case ORIENTA_TO_VERIFY:
    return orienta_say (language, "à vérifier", "to be verified");
  default:
    return orienta_say (language, "non éligible", "not eligible");
  }
}

/* "PLAI, bethune". */
char *
orienta_unit_name (const OrientaRegister *reg, guint unit, OrientaLanguage language)
{
  const OrientaUnitRow *row = &reg->units[unit];
  return g_strdup_printf ("%s, %s", orienta_kinds.words[row->kind].label[language],
                          reg->territories[row->territory].id);
}

/* Cents with two decimals, or none. */
static char *
money (gint64 cents, OrientaLanguage language)
{
  g_autofree char *euros = orienta_number_format_for (cents / 100, 0, language);
  g_autofree char *part = cents % 100 == 0
                              ? g_strdup ("")
                              : g_strdup_printf (orienta_say (language, ",%02d", ".%02d"), (int) (cents % 100));
  return g_strdup_printf (orienta_say (language, "%s%s\u00a0€", "€%s%s"), euros, part);
}

static void
add_cost (GPtrArray *facts, const OrientaUnitRow *row, OrientaLanguage language)
{
  if (row->rent == ORIENTA_NO_AMOUNT)
    return;
  g_autofree char *rent = money ((gint64) row->rent + row->charges, language);
  g_autofree char *aid = money (row->housing_aid, language);
  GString *text = g_string_new (rent);
  g_string_append (text, orienta_say (language, " par mois charges comprises", " a month, charges included"));
  if (row->housing_aid > 0)
    g_string_append_printf (text, orienta_say (language, " (aide estimée %s)", " (estimated aid %s)"), aid);
  g_ptr_array_add (facts, g_string_free (text, FALSE));
}

static void
add_ages (GPtrArray *facts, const OrientaUnitRow *row, OrientaLanguage language)
{
  if (row->min_age >= 0 && row->max_age >= 0)
    g_ptr_array_add (
        facts, g_strdup_printf (orienta_say (language, "%d à %d ans", "ages %d to %d"), row->min_age, row->max_age));
  else if (row->min_age >= 0)
    g_ptr_array_add (facts, g_strdup_printf (orienta_say (language, "dès %d ans", "from age %d"), row->min_age));
  else if (row->max_age >= 0)
    g_ptr_array_add (facts, g_strdup_printf (orienta_say (language, "jusqu'à %d ans", "up to age %d"), row->max_age));
}

/* What the commission asks of a home, the most asked first; NULL-terminated. What is not known is left out. */
char **
orienta_unit_facts (const OrientaRegister *reg, guint unit, OrientaLanguage language)
{
  const OrientaUnitRow *row = &reg->units[unit];
  GPtrArray *facts = g_ptr_array_new ();
  if (row->rooms >= 0)
    g_ptr_array_add (
        facts, g_strdup_printf ("%d\u00a0%s", row->rooms,
                                orienta_say_n (language, (guint) row->rooms, "pièce", "pièces", "room", "rooms")));
  if (row->surface != ORIENTA_NO_AMOUNT) {
    g_autofree char *surface = orienta_number_format_for (row->surface, 2, language);
    g_ptr_array_add (facts, g_strdup_printf ("%s\u00a0m²", surface));
  }
  add_cost (facts, row, language);
  g_ptr_array_add (
      facts, g_strdup_printf ("%d\u00a0%s", row->places,
                              orienta_say_n (language, (guint) row->places, "place", "places", "place", "places")));
  if (row->access != ORIENTA_ACCESS_NONE)
    g_ptr_array_add (facts, g_strdup (orienta_accesses.words[row->access].label[language]));
  if (row->lease >= 0)
    g_ptr_array_add (facts, g_strdup_printf (orienta_say (language, "bail %s", "%s lease"),
                                             orienta_leases.words[row->lease].label[language]));
  add_ages (facts, row, language);
  if (row->pets >= 0)
    g_ptr_array_add (facts, g_strdup (row->pets ? orienta_say (language, "animaux admis", "animals allowed")
                                                : orienta_say (language, "sans animaux", "no animals")));
  if (row->available_from != ORIENTA_NO_DATE) {
    g_autofree char *date = orienta_date_format_for (row->available_from, language);
    g_ptr_array_add (facts, g_strdup_printf (orienta_say (language, "disponible le %s", "available %s"), date));
  }
  g_ptr_array_add (facts, NULL);
  return (char **) g_ptr_array_free (facts, FALSE);
}

/* The place of a part among all that the policy can give: groups first, then the criteria of none. */
static guint
part_index (const OrientaPolicy *policy, const char *group, const char *criterion)
{
  for (guint i = 0; group && i < policy->n_groups; i++)
    if (g_str_equal (policy->groups[i].id, group))
      return i;
  guint index = policy->n_groups;
  for (guint i = 0; criterion && i < policy->n_criteria; i++) {
    if (g_str_equal (policy->criteria[i].id, criterion))
      return index;
    index += policy->criteria[i].group < 0;
  }
  return G_MAXUINT;
}

static void
part_clear (gpointer data)
{
  g_free (((OrientaPart *) data)->label);
}

static char *
part_label (const OrientaReport *self, const OrientaScore *score, guint line, OrientaLanguage language)
{
  const char *group = orienta_score_get_group (score, line);
  for (guint i = 0; group && i < self->policy->n_groups; i++)
    if (g_str_equal (self->policy->groups[i].id, group))
      return g_strdup (orienta_label_get (&self->policy->groups[i].label, language, group));
  return orienta_score_get_criterion (score, line)
             ? orienta_score_format_label (score, line, language)
             : g_strdup (orienta_say (language, "bornes du total", "bounds of the total"));
}

/* A score in few parts: groups with what their caps left, criteria of no group, what the total took. They add up to the
 * score exactly; parts that came to nothing are left out. An array of OrientaPart, in the policy's order. */
GArray *
orienta_score_parts (const OrientaReport *self, const OrientaScore *score, OrientaLanguage language)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (OrientaPart));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (parts, part_clear);
  for (guint line = 0; line < orienta_score_get_n_lines (score); line++) {
    gint64 points = orienta_score_get_line_points (score, line);
    guint key =
        part_index (self->policy, orienta_score_get_group (score, line), orienta_score_get_criterion (score, line));
    guint i = 0;
    while (i < keys->len && g_array_index (keys, guint, i) != key)
      i++;
    if (i == keys->len) {
      OrientaPart part = { part_label (self, score, line, language), 0, key % ORIENTA_COLOURS };
      g_array_append_val (keys, key);
      g_array_append_val (parts, part);
    }
    g_array_index (parts, OrientaPart, i).points += points;
  }
  for (guint i = parts->len; i > 0; i--)
    if (g_array_index (parts, OrientaPart, i - 1).points == 0)
      g_array_remove_index (parts, i - 1);
  return parts;
}
