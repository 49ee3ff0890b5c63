/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How PHP gives and gets what the shared core names. All that looks into a value is in values.c, enums.c and tick.c. */

/* An argument's number as PHP counts: SWIG's counts the object as well. */
#define ORIENTA_NUMBER(value) ((uint32_t) (&(value) - args) + 1)

/* Errors. Nothing of the library is left on the stack here: it is where a request that must end, ends. */
%typemap(in, numinputs=0) GError **error (GError *problem = NULL) "$1 = &problem;";
%typemap(argout) GError **error {
  if (problem$argnum) {
    orienta_php_throw (problem$argnum);
    SWIG_fail;
  }
}
%typemap(freearg) GError **error {
  g_clear_error (&problem$argnum);
  orienta_php_stop ();
}

/* Texts */
%typemap(in, phptype="?string") const char * {
  if (!orienta_php_get_text (&$input, ORIENTA_NUMBER ($input), (const char **) &$1))
    SWIG_fail;
}
%typemap(in, phptype="?string") const char *path {
  if (!orienta_php_get_path (&$input, ORIENTA_NUMBER ($input), (const char **) &$1))
    SWIG_fail;
}
%typemap(freearg) const char * "";
%typemap(out, phptype="string") const char *, char * {
  if ($1)
    RETVAL_STRING ($1);
  else
    RETVAL_NULL ();
}

/* Numbers */
%define ORIENTA_PHP_INT(T, LEAST, MOST)
%typemap(in, phptype="int") T (gint64 number) {
  if (!orienta_php_get_int (&$input, ORIENTA_NUMBER ($input), LEAST, MOST, &number))
    SWIG_fail;
  $1 = (T) number;
}
%typemap(out, phptype="int") T "RETVAL_LONG ((zend_long) $1);";
%enddef
ORIENTA_PHP_INT (gint, G_MININT, G_MAXINT)
ORIENTA_PHP_INT (guint, 0, G_MAXUINT)
ORIENTA_PHP_INT (gint64, G_MININT64, G_MAXINT64)
ORIENTA_PHP_INT (guint64, 0, G_MAXINT64)
ORIENTA_PHP_INT (gsize, 0, G_MAXINT64)
%typemap(in, phptype="bool") gboolean {
  if (!orienta_php_get_bool (&$input, ORIENTA_NUMBER ($input), &$1))
    SWIG_fail;
}
%typemap(out, phptype="bool") gboolean "RETVAL_BOOL ($1);";
%typemap(in, phptype="float") double {
  if (!orienta_php_get_double (&$input, ORIENTA_NUMBER ($input), &$1))
    SWIG_fail;
}
%typemap(out, phptype="float") double "RETVAL_DOUBLE ($1);";

/* Enums */
%define ORIENTA_PHP_ENUM(NAME)
%typemap(in, phptype="Orienta" #NAME) Orienta ## NAME (int number) {
  if (!orienta_php_get_enum (&orienta_php_ ## NAME, &$input, ORIENTA_NUMBER ($input), &number))
    SWIG_fail;
  $1 = ($1_ltype) number;
}
%typemap(out, phptype="Orienta" #NAME) Orienta ## NAME "orienta_php_set_enum (&orienta_php_" #NAME ", return_value, (int) $1);";
%enddef
%include "php-enums.i"
#define ORIENTA_ENUM(TYPE, FIRST, LAST)
%rename("$ignore", %$isenumitem) "";

/* Objects. Every class is final, so that the class says what the pointer is. */
%typemap(in, phptype="?SWIGTYPE") SWIGTYPE * {
  zend_class_entry *class = $1_descriptor->clientdata;
  if (Z_TYPE ($input) == IS_OBJECT && Z_OBJCE ($input) == class)
    $1 = ($1_ltype) SWIG_Z_FETCH_OBJ_P (&$input)->ptr;
  else if (!orienta_php_is_none (&$input, ORIENTA_NUMBER ($input))) {
    orienta_php_refuse (&$input, ORIENTA_NUMBER ($input), ZSTR_VAL (class->name));
    SWIG_fail;
  }
}
/* SWIG's own empties $this when a constructor fails, and with it the flags of the call, so that the object is never
 * freed. */
%typemap(out, phptype="SWIGTYPE") SWIGTYPE * {
  if ($1)
    SWIG_SetPointerZval ($result, (void *) $1, $1_descriptor, $owner);
  else if ($result == return_value)
    RETVAL_NULL ();
}

/* Progress: a callable (string $stage, int $done, int $total), which may return false to stop */
%typemap(in, phptype="?callable") OrientaProgress *progress {
  if (!orienta_php_tick_set (&tick$argnum, &$input, ORIENTA_NUMBER ($input)))
    SWIG_fail;
}
%typemap(arginit) OrientaProgress *progress (OrientaPhpTick tick) {
  memset (&tick, 0, sizeof tick);
  $1 = orienta_php_tick_new (&tick);
}
%typemap(freearg) OrientaProgress *progress "orienta_progress_unref ($1);";

/* Bulk */
%typemap(in, phptype="array") OrientaArray (OrientaArray given = { NULL, 0, 0, 0 }) {
  if (!orienta_php_get_array (&$input, ORIENTA_NUMBER ($input), &given))
    SWIG_fail;
  $1 = given;
}
%typemap(freearg) OrientaArray "g_free ((gpointer) given$argnum.data);";
%typemap(in, phptype="array") OrientaStrings (OrientaStrings given = { NULL, 0 }) {
  if (!orienta_php_get_texts (&$input, ORIENTA_NUMBER ($input), &given))
    SWIG_fail;
  $1 = given;
}
%typemap(freearg) OrientaStrings "g_free ((gpointer) given$argnum.data);";
%typemap(out, phptype="?array") OrientaView {
  if ($1.data)
    orienta_php_set_view (return_value, &$1);
  else
    RETVAL_NULL ();
  if ($1.owner)
    $1.release ($1.owner);
}

/* Lists of objects, each held for the call */
%define ORIENTA_OBJECTS(LIST, NOUN, PREFIX)
%typemap(in, phptype="array") LIST (LIST held = { NULL, 0 }) {
  zend_class_entry *class = $descriptor(NOUN *)->clientdata;
  zval *item;
  if (Z_TYPE ($input) != IS_ARRAY) {
    orienta_php_refuse (&$input, ORIENTA_NUMBER ($input), "array");
    SWIG_fail;
  }
  held.data = g_new0 (NOUN *, zend_hash_num_elements (Z_ARRVAL ($input)) + 1);
  ZEND_HASH_FOREACH_VAL (Z_ARRVAL ($input), item) {
    ZVAL_DEREF (item);
    if (Z_TYPE_P (item) != IS_OBJECT || Z_OBJCE_P (item) != class) {
      zend_argument_value_error (ORIENTA_NUMBER ($input), "must be of %s", ZSTR_VAL (class->name));
      SWIG_fail;
    }
    held.data[held.n] = PREFIX ## _ref (SWIG_Z_FETCH_OBJ_P (item)->ptr);
    held.n++;
  }
  ZEND_HASH_FOREACH_END ();
  $1 = held;
}
%typemap(freearg) LIST {
  for (guint i = 0; i < held$argnum.n; i++)
    PREFIX ## _unref (held$argnum.data[i]);
  g_free (held$argnum.data);
}
%enddef
