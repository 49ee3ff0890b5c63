/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values as people read them, in their tongue. */
#include "model/register-private.h"

#include <string.h>

#define NBSP "\u00a0"

typedef struct {
  const char *unit;
  guint places;          /* decimals shown at most */
  const char *before[2]; /* by OrientaLanguage */
  const char *one[2], *many[2];
} UnitOfMeasure;

/* clang-format off */
static const UnitOfMeasure units[] = {
  { "EUR",         2, { "", "€" }, { NBSP "€", "" },                              { NBSP "€", "" } },
  { "EUR/month",   2, { "", "€" }, { NBSP "€ par mois", " a month" },             { NBSP "€ par mois", " a month" } },
  { "EUR/day",     2, { "", "€" }, { NBSP "€ par jour", " a day" },               { NBSP "€ par jour", " a day" } },
  { "EUR/unit",    2, { "", "€" }, { NBSP "€ par unité de consommation", " per consumption unit" },
                                   { NBSP "€ par unité de consommation", " per consumption unit" } },
  { "ratio",       1, { "", "" },  { NBSP "%", "%" },                             { NBSP "%", "%" } },
  { "day",         2, { "", "" },  { " jour", " day" },                           { " jours", " days" } },
  { "month",       2, { "", "" },  { " mois", " month" },                         { " mois", " months" } },
  { "year",        2, { "", "" },  { " an", " year" },                            { " ans", " years" } },
  { "person",      2, { "", "" },  { " personne", " person" },                    { " personnes", " persons" } },
  { "person/room", 2, { "", "" },  { " personne par pièce", " person per room" }, { " personnes par pièce", " persons per room" } },
  { "room",        2, { "", "" },  { " pièce", " room" },                         { " pièces", " rooms" } },
  { "m2",          2, { "", "" },  { NBSP "m²", " m²" },                          { NBSP "m²", " m²" } },
  { "m2/person",   2, { "", "" },  { NBSP "m² par personne", " m² per person" },  { NBSP "m² par personne", " m² per person" } },
  { "place",       2, { "", "" },  { " place", " place" },                        { " places", " places" } },
  { "unit",        2, { "", "" },  { " unité de consommation", " consumption unit" },
                                   { " unités de consommation", " consumption units" } },
};
/* clang-format on */

static const UnitOfMeasure no_unit = { NULL, 3, { "", "" }, { "", "" }, { "", "" } };

static const UnitOfMeasure *
find_unit (const char *unit)
{
  for (guint i = 0; unit && i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].unit, unit) == 0)
      return &units[i];
  return &no_unit;
}

static const char *
in (OrientaLanguage language, const char *french, const char *english)
{
  return language == ORIENTA_FRENCH ? french : english;
}

/* Cents are shown both or not at all: "12,50". */
static void
pad_cents (GString *number, OrientaLanguage language)
{
  const char *point = strrchr (number->str, language == ORIENTA_FRENCH ? ',' : '.');
  if (point && strlen (point + 1) == 1)
    g_string_append_c (number, '0');
}

static char *
format_number (gint64 value, const char *unit, OrientaLanguage language)
{
  static const gint64 scale[] = { 1000000, 100000, 10000, 1000 }; /* millionths in one of the last decimal */
  const UnitOfMeasure *measure = find_unit (unit);
  gboolean ratio = measure->unit && strcmp (measure->unit, "ratio") == 0;
  gboolean money = measure->unit && g_str_has_prefix (measure->unit, "EUR");
  gint64 shown = orienta_number_scale (value, ratio ? 100 : 1, scale[measure->places]);
  gint64 one = scale[0] / scale[measure->places];
  gint64 magnitude = ABS (shown);
  gboolean many = language == ORIENTA_FRENCH ? magnitude >= 2 * one : magnitude != one;
  g_autofree char *digits = orienta_number_format_for (magnitude, measure->places, language);
  g_autoptr (GString) number = g_string_new (digits);
  if (money)
    pad_cents (number, language);
  return g_strconcat (shown < 0 ? "−" : "", measure->before[language], number->str,
                      (many ? measure->many : measure->one)[language], NULL);
}

static char *
join (GPtrArray *words, OrientaLanguage language)
{
  if (words->len == 0)
    return g_strdup (in (language, "aucun", "none"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

/* The words or codes of a mask. */
static char *
format_set (const OrientaRegister *self, guint attribute, guint64 mask, OrientaLanguage language)
{
  const OrientaVocabulary *words = orienta_attribute_vocabulary (attribute);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint64 left = mask; left != 0; left &= left - 1) {
    guint bit = (guint) __builtin_ctzll (left);
    g_ptr_array_add (names, (gpointer) (words ? words->words[bit].label[language] : self->priority_codes[bit]));
  }
  return join (names, language);
}

/* Needs with their levels: "addiction (renforcé)". */
static char *
format_needs (const OrientaRegister *self, guint household, OrientaLanguage language)
{
  const guint8 *needs = self->households[household].needs;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++)
    if (needs[i] != ORIENTA_LEVEL_NONE)
      g_ptr_array_add (names, g_strdup_printf ("%s (%s)", orienta_needs.words[i].label[language],
                                               orienta_levels.words[needs[i]].label[language]));
  return join (names, language);
}

char *
orienta_register_format_as (const OrientaRegister *self, guint attribute, gint64 value, OrientaLanguage language)
{
  if (value == ORIENTA_UNKNOWN)
    return g_strdup (in (language, "non connu", "not known"));
  switch (orienta_attribute_get_type (attribute)) {
  case ORIENTA_TYPE_BOOL:
    return g_strdup (value ? in (language, "oui", "yes") : in (language, "non", "no"));
  case ORIENTA_TYPE_NUMBER:
    return format_number (value, orienta_attribute_get_unit (attribute), language);
  case ORIENTA_TYPE_DATE:
    return orienta_date_format_for ((OrientaDate) value, language);
  case ORIENTA_TYPE_WORD:
    return g_strdup (orienta_attribute_get_word_label (attribute, (guint) value, language));
  case ORIENTA_TYPE_WORDS:
  case ORIENTA_TYPE_CODES:
    return format_set (self, attribute, (guint64) value, language);
  case ORIENTA_TYPE_CODE:
    return g_strdup (self->codes[value]);
  case ORIENTA_TYPE_PLACE:
    return g_strdup (self->territories[value].id);
  }
  g_return_val_if_reached (NULL);
}

/**
 * orienta_register_format_value:
 * @attribute: a built-in attribute, as orienta_attribute_find() gives it
 * @household: its place, or -1 where the attribute is of the unit
 * @unit: its place, or -1 where the attribute is of the household
 *
 * A value as people read it: "1 250 €", "33,3 %", "12 mois", a date, a word; "non connu" where it is not known or where
 * the household or the unit it is asked of is -1.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_register_format_value (const OrientaRegister *self, guint attribute, gint household, gint unit,
                               OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && attribute < ORIENTA_N_ATTRIBUTES && language <= ORIENTA_ENGLISH, NULL);
  gboolean has_household = household >= 0 && (guint) household < self->n_households;
  if (attribute == ORIENTA_HOUSEHOLD_NEEDS && has_household)
    return format_needs (self, (guint) household, language);
  gint64 value = orienta_register_get_value (self, attribute, household, unit);
  return orienta_register_format_as (self, attribute, value, language);
}
