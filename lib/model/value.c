/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Single values of a register, for those who compute with them and for those who write them to a file. */
#include <orienta/orienta.h>

#include "model/register-private.h"

/**
 * orienta_register_get_value:
 * @attribute: a built-in attribute, as orienta_attribute_find() gives it
 * @household: its place, or -1 where the attribute is of the unit
 * @unit: its place, or -1 where the attribute is of the household
 *
 * A value as a number. By type: bool 0 or 1; number in millionths; date in days from 1970-01-01; word its place among
 * the attribute's words; words a set of bits, the first word's the lowest; place a territory of the register; code and
 * codes numbers that mean something within the register only, of which orienta_register_write_value() has the text.
 *
 * Returns: the value; G_MININT64 where it is not known, or where the household or the unit it is asked of is -1
 */
gint64
orienta_register_get_value (const OrientaRegister *self, guint attribute, gint household, gint unit)
{
  g_return_val_if_fail (self != NULL && attribute < ORIENTA_N_ATTRIBUTES, ORIENTA_UNKNOWN);
  OrientaOf of = orienta_attribute_get_of (attribute);
  gboolean has_household = household >= 0 && (guint) household < self->n_households;
  gboolean has_unit = unit >= 0 && (guint) unit < self->n_units;
  if (attribute == ORIENTA_HOUSEHOLD_NEEDS)
    return ORIENTA_UNKNOWN;
  if (of == ORIENTA_OF_HOUSEHOLD && has_household)
    return orienta_household_value (self, (guint) household, attribute);
  if (of == ORIENTA_OF_UNIT && has_unit)
    return orienta_unit_value (self, (guint) unit, attribute);
  if (of == ORIENTA_OF_PAIR && has_household && has_unit)
    return orienta_pair_value (self, (guint) household, (guint) unit, attribute);
  return ORIENTA_UNKNOWN;
}

static void
add_item (GString *list, const char *item)
{
  if (list->len > 0)
    g_string_append_c (list, '|');
  g_string_append (list, item);
}

static char *
write_needs (const guint8 *needs)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++)
    if (needs[i] != ORIENTA_LEVEL_NONE) {
      add_item (list, orienta_needs.words[i].word);
      g_string_append_printf (list, ":%s", orienta_levels.words[needs[i]].word);
    }
  return g_string_free (list, FALSE);
}

static char *
write_set (const OrientaRegister *self, guint attribute, guint64 mask)
{
  gboolean has_words = orienta_attribute_get_type (attribute) == ORIENTA_TYPE_WORDS;
  GString *list = g_string_new (NULL);
  for (guint64 left = mask; left != 0; left &= left - 1) {
    guint bit = (guint) __builtin_ctzll (left);
    add_item (list, has_words ? orienta_attribute_get_word (attribute, bit) : self->priority_codes[bit]);
  }
  return g_string_free (list, FALSE);
}

static char *
write_known (const OrientaRegister *self, guint attribute, gint64 value)
{
  switch (orienta_attribute_get_type (attribute)) {
  case ORIENTA_TYPE_BOOL:
    return g_strdup (value ? "true" : "false");
  case ORIENTA_TYPE_NUMBER:
    return orienta_number_format (value, 6);
  case ORIENTA_TYPE_DATE:
    return orienta_date_format ((OrientaDate) value);
  case ORIENTA_TYPE_WORD:
    return g_strdup (orienta_attribute_get_word (attribute, (guint) value));
  case ORIENTA_TYPE_WORDS:
  case ORIENTA_TYPE_CODES:
    return write_set (self, attribute, (guint64) value);
  case ORIENTA_TYPE_CODE:
    return g_strdup (self->codes[value]);
  case ORIENTA_TYPE_PLACE:
    return g_strdup (self->territories[value].id);
  }
  g_return_val_if_reached (NULL);
}

/**
 * orienta_register_write_value:
 * @attribute: a built-in attribute, as orienta_attribute_find() gives it
 * @household: its place, or -1 where the attribute is of the unit
 * @unit: its place, or -1 where the attribute is of the household
 *
 * A value as it would stand in a file: "true", "1250.5", "2026-11-22", a word, `|` between those of a list, the same in
 * every language. orienta_register_format_value() writes for people.
 *
 * Returns: (transfer full) (nullable): free with g_free(); NULL where it is not known
 */
char *
orienta_register_write_value (const OrientaRegister *self, guint attribute, gint household, gint unit)
{
  g_return_val_if_fail (self != NULL && attribute < ORIENTA_N_ATTRIBUTES, NULL);
  if (attribute == ORIENTA_HOUSEHOLD_NEEDS && household >= 0 && (guint) household < self->n_households)
    return write_needs (self->households[household].needs);
  gint64 value = orienta_register_get_value (self, attribute, household, unit);
  return value == ORIENTA_UNKNOWN ? NULL : write_known (self, attribute, value);
}
