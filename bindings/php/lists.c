/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Arrays that stand for a document, for pairs, for points by criterion. */
#include "border.h"

#include <ext/json/php_json.h>
#include <math.h>
#include <zend_smart_str.h>

#define DEPTH 128 /* of nested arrays; neither policies nor registers come near it */

static const char *
describe (php_json_error_code code)
{
  switch (code) {
  case PHP_JSON_ERROR_DEPTH:
    return "must not be nested more than 128 deep";
  case PHP_JSON_ERROR_UTF8:
    return "must hold valid UTF-8 only";
  case PHP_JSON_ERROR_INF_OR_NAN:
    return "must hold finite numbers only";
  default:
    return "must hold only what JSON can";
  }
}

/* As JSON, which the library reads: what is wrong in it is told with its place there. Numbers keep all their digits and
 * json_last_error() what it said, whatever the program has set. */
gboolean
orienta_php_get_document (zval *value, uint32_t number, OrientaPhpDocument *document)
{
  if (Z_TYPE_P (value) != IS_ARRAY) {
    orienta_php_refuse (value, number, "array");
    return FALSE;
  }
  smart_str out = { 0 };
  zend_long precision = PG (serialize_precision);
  php_json_error_code before = JSON_G (error_code);
  PG (serialize_precision) = -1;
  php_json_encode_ex (&out, value, 0, DEPTH);
  php_json_error_code fault = JSON_G (error_code); /* it returns SUCCESS after some */
  PG (serialize_precision) = precision;
  JSON_G (error_code) = before;
  smart_str_0 (&out);
  document->text = out.s;
  if (fault != PHP_JSON_ERROR_NONE && !EG (exception))
    zend_argument_value_error (number, "%s", describe (fault));
  return fault == PHP_JSON_ERROR_NONE && !EG (exception);
}

/* The same of a register; it may leave out the number of the format, which is this library's. */
gboolean
orienta_php_get_tables (zval *value, uint32_t number, OrientaPhpDocument *document)
{
  if (Z_TYPE_P (value) != IS_ARRAY || zend_hash_str_exists (Z_ARRVAL_P (value), ZEND_STRL ("orienta")))
    return orienta_php_get_document (value, number, document);
  zval numbered, format;
  ZVAL_ARR (&numbered, zend_array_dup (Z_ARRVAL_P (value)));
  ZVAL_LONG (&format, 1);
  zend_hash_str_add_new (Z_ARRVAL (numbered), ZEND_STRL ("orienta"), &format);
  gboolean done = orienta_php_get_document (&numbered, number, document);
  zval_ptr_dtor (&numbered);
  return done;
}

void
orienta_php_clear_document (OrientaPhpDocument *document)
{
  if (document->text)
    zend_string_release (document->text);
}

/* What a document of the library says. Takes the document. */
void
orienta_php_set_json (zval *value, char *json)
{
  php_json_error_code before = JSON_G (error_code);
  if (php_json_decode_ex (value, json, strlen (json), PHP_JSON_OBJECT_AS_ARRAY, PHP_JSON_PARSER_DEFAULT_DEPTH)
      != SUCCESS)
    zend_throw_error (NULL, "A document of the library cannot be read");
  JSON_G (error_code) = before;
  g_free (json);
}

static gboolean
wrong_element (uint32_t number, const char *wanted)
{
  zend_argument_value_error (number, "must be %s", wanted);
  return FALSE;
}

/* A string of an array that C can hold; a copy. NULL where it is none. */
static char *
copy_text (zval *value)
{
  if (!value)
    return NULL;
  ZVAL_DEREF (value);
  if (Z_TYPE_P (value) != IS_STRING || memchr (Z_STRVAL_P (value), '\0', Z_STRLEN_P (value))
      || !g_utf8_validate (Z_STRVAL_P (value), (gssize) Z_STRLEN_P (value), NULL))
    return NULL;
  return g_strndup (Z_STRVAL_P (value), Z_STRLEN_P (value));
}

static void
begin_pairs (OrientaPhpPairs *pairs)
{
  pairs->first = g_ptr_array_new_with_free_func (g_free);
  pairs->second = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
add_pair (OrientaPhpPairs *pairs, char *first, char *second)
{
  g_ptr_array_add (pairs->first, first);
  g_ptr_array_add (pairs->second, second);
  return first && second;
}

/* [[household, unit], ...] */
gboolean
orienta_php_get_pairs (zval *value, uint32_t number, OrientaPhpPairs *pairs)
{
  static const char wanted[] = "a list of pairs of strings, [household, unit]";
  zval *pair;
  begin_pairs (pairs);
  if (Z_TYPE_P (value) != IS_ARRAY) {
    orienta_php_refuse (value, number, "array");
    return FALSE;
  }
  if (!zend_array_is_list (Z_ARRVAL_P (value)))
    return wrong_element (number, wanted);
  ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P (value), pair)
  {
    ZVAL_DEREF (pair);
    if (Z_TYPE_P (pair) != IS_ARRAY || zend_hash_num_elements (Z_ARRVAL_P (pair)) != 2
        || !add_pair (pairs, copy_text (zend_hash_index_find (Z_ARRVAL_P (pair), 0)),
                      copy_text (zend_hash_index_find (Z_ARRVAL_P (pair), 1))))
      return wrong_element (number, wanted);
  }
  ZEND_HASH_FOREACH_END ();
  return TRUE;
}

/* A number as the decimal that PHP would show; a string as it is. */
static char *
format_points (zval *value)
{
  ZVAL_DEREF (value);
  if (Z_TYPE_P (value) == IS_LONG)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) Z_LVAL_P (value));
  if (Z_TYPE_P (value) != IS_DOUBLE)
    return copy_text (value);
  if (!isfinite (Z_DVAL_P (value)))
    return NULL;
  smart_str digits = { 0 };
  smart_str_append_double (&digits, Z_DVAL_P (value), -1, false);
  char *text = g_strndup (ZSTR_VAL (digits.s), ZSTR_LEN (digits.s));
  smart_str_free (&digits);
  return text;
}

/* [criterion => points, ...]. An id of digits alone has become a number, as keys do in PHP. */
gboolean
orienta_php_get_weights (zval *value, uint32_t number, OrientaPhpPairs *weights)
{
  zend_ulong index;
  zend_string *key;
  zval *points;
  begin_pairs (weights);
  if (Z_TYPE_P (value) != IS_ARRAY) {
    orienta_php_refuse (value, number, "array");
    return FALSE;
  }
  ZEND_HASH_FOREACH_KEY_VAL (Z_ARRVAL_P (value), index, key, points)
  {
    zval text;
    char *id;
    if (key) {
      ZVAL_STR (&text, key);
      id = copy_text (&text);
    } else
      id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) index);
    if (!add_pair (weights, id, format_points (points)))
      return wrong_element (number, "an array of points (int, float or string) by the ids of criteria");
  }
  ZEND_HASH_FOREACH_END ();
  return TRUE;
}

void
orienta_php_clear_pairs (OrientaPhpPairs *pairs)
{
  g_clear_pointer (&pairs->first, g_ptr_array_unref);
  g_clear_pointer (&pairs->second, g_ptr_array_unref);
}
