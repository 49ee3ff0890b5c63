/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What SWIG registers, into the namespace: it has none of PHP's, but names all through these macros. Classes are final, so
 * that an object's class says what it points to, and are written by to_json() alone. */
%{
#include "border.h"

#include <zend_interfaces.h>

#undef INIT_CLASS_ENTRY
#define INIT_CLASS_ENTRY(entry, name, functions)                                                                       \
  INIT_CLASS_ENTRY_EX (entry, ORIENTA_NAMESPACE name, sizeof (ORIENTA_NAMESPACE name) - 1, functions)                  \
  entry.ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NOT_SERIALIZABLE;
#undef PHP_FE
#define PHP_FE(name, arguments) ZEND_NS_FENTRY ("Orienta", name, ZEND_FN (name), arguments, 0)
#define MAY_BE_MIXED MAY_BE_ANY

/* As PHP itself says it, and on to where arguments are freed. */
#undef WRONG_PARAM_COUNT
#define WRONG_PARAM_COUNT                                                                                              \
  do {                                                                                                                 \
    zend_wrong_parameters_count_error (EX (func)->common.required_num_args, EX (func)->common.num_args);               \
    SWIG_fail;                                                                                                         \
  } while (0)

/* An object without its pointer has not been constructed. */
#undef SWIG_Z_FETCH_OBJ_P
#define SWIG_Z_FETCH_OBJ_P(value)                                                                                      \
  (__extension__ ({                                                                                                    \
    swig_object_wrapper *wrapper_ = swig_php_fetch_object (Z_OBJ_P (value));                                           \
    if (!wrapper_->ptr) {                                                                                              \
      zend_throw_error (NULL, "%s was not constructed", ZSTR_VAL (Z_OBJCE_P (value)->name));                           \
      SWIG_fail;                                                                                                       \
    }                                                                                                                  \
    wrapper_;                                                                                                          \
  }))

/* Nor is one constructed twice. */
#define ORIENTA_ONCE(value)                                                                                            \
  if (swig_php_fetch_object (Z_OBJ_P (value))->ptr) {                                                                  \
    zend_throw_error (NULL, "%s is constructed already", ZSTR_VAL (Z_OBJCE_P (value)->name));                          \
    return;                                                                                                            \
  }

/* The constructor, private, of what only the library makes. */
static ZEND_NAMED_FUNCTION (orienta_php_made_elsewhere)
{
}

/* Two objects are equal when they are the same one of the library; in no other order. */
static int
orienta_php_compare (zval *a, zval *b)
{
  ZEND_COMPARE_OBJECTS_FALLBACK (a, b);
  if (Z_OBJCE_P (a) == Z_OBJCE_P (b) &&
      swig_php_fetch_object (Z_OBJ_P (a))->ptr == swig_php_fetch_object (Z_OBJ_P (b))->ptr)
    return 0;
  return ZEND_UNCOMPARABLE;
}

/* What the core checks by itself. */
static void
orienta_php_raise (zend_class_entry *class, const char *format, ...)
{
  va_list arguments;
  zend_string *function = get_active_function_or_method_name ();
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  zend_throw_error (class, "%s(): %s", ZSTR_VAL (function), what);
  zend_string_release (function);
}
#define ORIENTA_RAISE_NULL(type) orienta_php_raise (zend_ce_type_error, "%s is needed, null given", type)
#define ORIENTA_RAISE_INDEX(name, value, count)                                                                        \
  orienta_php_raise (zend_ce_value_error, "%s: %" G_GINT64_FORMAT " is not below %" G_GINT64_FORMAT, name,             \
                     (gint64) (value), (gint64) (count))
#define ORIENTA_RAISE_VALUE(name, value) orienta_php_raise (zend_ce_value_error, "%s cannot be %g", name, (double) (value))
%}

%minit {
  orienta_php_register_errors ();
  orienta_php_register_enums ();
}
