/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the library knows by itself: attributes that a policy may name, reasons that an answer may give. */
#include "border.h"

static void
add_text (zval *row, const char *name, const char *text)
{
  if (text)
    add_assoc_string (row, name, text);
  else
    add_assoc_null (row, name);
}

static void
add_words (zval *row, guint attribute, OrientaLanguage language)
{
  zval words;
  array_init (&words);
  for (guint i = 0; i < orienta_attribute_get_n_words (attribute); i++)
    add_assoc_string (&words, orienta_attribute_get_word (attribute, i),
                      orienta_attribute_get_word_label (attribute, i, language));
  add_assoc_zval (row, "words", &words);
}

/* By name: what of it an editor of policies shows. */
void
orienta_php_set_attributes (OrientaLanguage language, zval *value)
{
  static const char *const of[] = { "household", "unit", "pair" };
  static const char *const types[] = { "bool", "number", "date", "word", "words", "code", "codes", "place" };
  array_init (value);
  for (guint i = 0; i < orienta_attribute_get_count (); i++) {
    zval row;
    array_init (&row);
    add_text (&row, "of", of[orienta_attribute_get_of (i)]);
    add_text (&row, "type", types[orienta_attribute_get_type (i)]);
    add_text (&row, "label", orienta_attribute_get_label (i, language));
    add_text (&row, "unit", orienta_attribute_get_unit (i));
    add_text (&row, "formula", orienta_attribute_get_formula (i));
    add_assoc_bool (&row, "special", orienta_attribute_is_special (i));
    add_words (&row, i, language);
    add_assoc_zval (value, orienta_attribute_get_name (i), &row);
  }
}

/* By name: number, severity and sentence. */
void
orienta_php_set_reasons (OrientaLanguage language, zval *value)
{
  static const char *const severities[] = { "info", "verify", "refuse" };
  array_init (value);
  for (guint i = 0; i < orienta_reason_get_count (); i++) {
    OrientaReasonCode code = orienta_reason_get_code (i);
    zval row;
    array_init (&row);
    add_assoc_long (&row, "code", code);
    add_text (&row, "severity", severities[orienta_reason_get_severity (code)]);
    add_text (&row, "sentence", orienta_reason_get_sentence (code, language));
    add_assoc_zval (value, orienta_reason_get_name (code), &row);
  }
}

static gboolean
find (gint (*look) (const OrientaRegister *, const char *), const OrientaRegister *reg, const char *what,
      const char *id, gint *place, GError **error)
{
  *place = id ? look (reg, id) : -1;
  if (id && *place < 0)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no %s “%s”", what, id);
  return !id || *place >= 0;
}

static gint
find_attribute (const OrientaRegister *reg, const char *name)
{
  return orienta_attribute_find (name);
}

/* A value as people read it, by ids. */
char *
orienta_php_format_value (const OrientaRegister *reg, const char *attribute, const char *household, const char *unit,
                          OrientaLanguage language, GError **error)
{
  gint a, h, u;
  if (!find (find_attribute, reg, "attribute", attribute, &a, error)
      || !find (orienta_register_find_household, reg, "household", household, &h, error)
      || !find (orienta_register_find_unit, reg, "unit", unit, &u, error))
    return NULL;
  return orienta_register_format_value (reg, (guint) a, h, u, language);
}
