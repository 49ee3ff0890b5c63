/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values of PHP as those of C, and bulk numbers back. The engine does not check what an internal function is given:
 * each of these does, and takes from the function's own signature whether null will do. */
#include "border.h"

#include <math.h>

/* Whether it is null and may be. */
gboolean
orienta_php_is_none (zval *value, uint32_t number)
{
  const zend_internal_arg_info *arguments = EG (current_execute_data)->func->internal_function.arg_info;
  return Z_TYPE_P (value) == IS_NULL && ZEND_TYPE_ALLOW_NULL (arguments[number - 1].type);
}

void
orienta_php_refuse (zval *value, uint32_t number, const char *wanted)
{
  const zend_internal_arg_info *arguments = EG (current_execute_data)->func->internal_function.arg_info;
  zend_argument_type_error (number, "must be of type %s%s, %s given",
                            ZEND_TYPE_ALLOW_NULL (arguments[number - 1].type) ? "?" : "", wanted,
                            zend_zval_type_name (value));
}

static gboolean
wrong (zval *value, uint32_t number, const char *wanted)
{
  orienta_php_refuse (value, number, wanted);
  return FALSE;
}

/* What is amiss with a string that is to become a text of C; NULL where nothing is. */
static const char *
find_fault (zval *value)
{
  if (memchr (Z_STRVAL_P (value), '\0', Z_STRLEN_P (value)))
    return "must not contain any null bytes";
  return g_utf8_validate (Z_STRVAL_P (value), (gssize) Z_STRLEN_P (value), NULL) ? NULL : "must be valid UTF-8";
}

/* Valid until the call ends. */
gboolean
orienta_php_get_text (zval *value, uint32_t number, const char **text)
{
  *text = NULL;
  if (orienta_php_is_none (value, number))
    return TRUE;
  if (Z_TYPE_P (value) != IS_STRING)
    return wrong (value, number, "string");
  const char *fault = find_fault (value);
  if (fault) {
    zend_argument_value_error (number, "%s", fault);
    return FALSE;
  }
  *text = Z_STRVAL_P (value);
  return TRUE;
}

/* Of a file on this machine that open_basedir allows; not a URL. */
gboolean
orienta_php_get_path (zval *value, uint32_t number, const char **path)
{
  if (!orienta_php_get_text (value, number, path))
    return FALSE;
  if (*path && php_check_open_basedir_ex (*path, 0) != 0) {
    zend_argument_value_error (number, "must be a path that open_basedir allows");
    return FALSE;
  }
  return TRUE;
}

gboolean
orienta_php_get_int (zval *value, uint32_t number, gint64 least, guint64 most, gint64 *found)
{
  if (Z_TYPE_P (value) != IS_LONG)
    return wrong (value, number, "int");
  *found = Z_LVAL_P (value);
  if (*found < least || (*found > 0 && (guint64) *found > most)) {
    zend_argument_value_error (number, "must be between %" G_GINT64_FORMAT " and %" G_GUINT64_FORMAT, least, most);
    return FALSE;
  }
  return TRUE;
}

gboolean
orienta_php_get_bool (zval *value, uint32_t number, gboolean *found)
{
  if (Z_TYPE_P (value) != IS_TRUE && Z_TYPE_P (value) != IS_FALSE)
    return wrong (value, number, "bool");
  *found = Z_TYPE_P (value) == IS_TRUE;
  return TRUE;
}

gboolean
orienta_php_get_double (zval *value, uint32_t number, double *found)
{
  if (Z_TYPE_P (value) != IS_LONG && Z_TYPE_P (value) != IS_DOUBLE)
    return wrong (value, number, "float");
  *found = Z_TYPE_P (value) == IS_LONG ? (double) Z_LVAL_P (value) : Z_DVAL_P (value);
  if (!isfinite (*found)) {
    zend_argument_value_error (number, "must be finite");
    return FALSE;
  }
  return TRUE;
}

/* Points have at most three decimals. A float is one when it is the float nearest to such a number, as 0.1 is. */
gboolean
orienta_php_get_points (zval *value, uint32_t number, OrientaPhpPoints *points)
{
  double given;
  if (!orienta_php_get_double (value, number, &given))
    return FALSE;
  if (fabs (given) > 1e12) {
    zend_argument_value_error (number, "must be between -1000000000000 and 1000000000000");
    return FALSE;
  }
  points->thousandths = llround (given * 1000);
  if ((double) points->thousandths / 1000 != given) {
    zend_argument_value_error (number, "must have at most three decimals");
    return FALSE;
  }
  return TRUE;
}

static gboolean
is_list_of (zval *value, uint32_t number, zend_uchar type, const char *wanted)
{
  zval *element;
  if (Z_TYPE_P (value) != IS_ARRAY)
    return wrong (value, number, "array");
  if (!zend_array_is_list (Z_ARRVAL_P (value))) {
    zend_argument_value_error (number, "must be a list");
    return FALSE;
  }
  ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P (value), element)
  {
    ZVAL_DEREF (element);
    if (Z_TYPE_P (element) != type) {
      zend_argument_type_error (number, "must be a list of %s, %s found in it", wanted, zend_zval_type_name (element));
      return FALSE;
    }
  }
  ZEND_HASH_FOREACH_END ();
  return TRUE;
}

/* Whole numbers; to be freed with g_free (data). */
gboolean
orienta_php_get_array (zval *value, uint32_t number, OrientaArray *array)
{
  zval *element;
  gsize i = 0;
  if (!is_list_of (value, number, IS_LONG, "int"))
    return FALSE;
  gint64 *data = g_new (gint64, zend_hash_num_elements (Z_ARRVAL_P (value)) + 1);
  ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P (value), element)
  {
    ZVAL_DEREF (element);
    data[i++] = Z_LVAL_P (element);
  }
  ZEND_HASH_FOREACH_END ();
  *array = (OrientaArray){ data, i, sizeof *data, ORIENTA_INT64 };
  return TRUE;
}

/* The texts stay PHP's; to be freed with g_free (data). */
gboolean
orienta_php_get_texts (zval *value, uint32_t number, OrientaStrings *texts)
{
  zval *element;
  gsize i = 0;
  if (!is_list_of (value, number, IS_STRING, "string"))
    return FALSE;
  const char **data = g_new (const char *, zend_hash_num_elements (Z_ARRVAL_P (value)) + 1);
  *texts = (OrientaStrings){ data, 0 };
  ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P (value), element)
  {
    ZVAL_DEREF (element);
    const char *fault = find_fault (element);
    if (fault) {
      zend_argument_value_error (number, "%s", fault);
      return FALSE;
    }
    data[i++] = Z_STRVAL_P (element);
  }
  ZEND_HASH_FOREACH_END ();
  texts->n = i;
  return TRUE;
}

static gint64
view_int64 (const OrientaView *self, gsize i)
{
  OrientaArray array = { self->data, self->n, (gssize) orienta_element_get_size (self->element), self->element };
  return orienta_array_get_int64 (&array, i);
}

static double
view_double (const OrientaView *self, gsize i)
{
  return self->element == ORIENTA_FLOAT32 ? (double) ((const float *) self->data)[i] : ((const double *) self->data)[i];
}

/* A list of PHP's own, made of the numbers. */
void
orienta_php_set_view (zval *value, const OrientaView *view)
{
  gboolean whole = view->element <= ORIENTA_UINT64;
  if (view->n > HT_MAX_SIZE) {
    zend_value_error ("There are more values than an array can hold");
    return;
  }
  array_init_size (value, (uint32_t) view->n);
  zend_hash_real_init_packed (Z_ARRVAL_P (value));
  ZEND_HASH_FILL_PACKED (Z_ARRVAL_P (value))
  {
    for (gsize i = 0; i < view->n; i++) {
      if (whole)
        ZEND_HASH_FILL_SET_LONG (view_int64 (view, i));
      else
        ZEND_HASH_FILL_SET_DOUBLE (view_double (view, i));
      ZEND_HASH_FILL_NEXT ();
    }
  }
  ZEND_HASH_FILL_END ();
}
