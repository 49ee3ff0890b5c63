/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values that only protocols.i has. */

%define ORIENTA_PHP_LIST(T, GET, CLEAR)
%typemap(in, phptype="array") T (T list = { 0 }) {
  if (!GET (&$input, ORIENTA_NUMBER ($input), &list))
    SWIG_fail;
  $1 = list;
}
%typemap(freearg) T "CLEAR (&list$argnum);";
%enddef
ORIENTA_PHP_LIST (OrientaPhpDocument, orienta_php_get_document, orienta_php_clear_document)
ORIENTA_PHP_LIST (OrientaPhpTables, orienta_php_get_tables, orienta_php_clear_document)
ORIENTA_PHP_LIST (OrientaPhpPairs, orienta_php_get_pairs, orienta_php_clear_pairs)
ORIENTA_PHP_LIST (OrientaPhpWeights, orienta_php_get_weights, orienta_php_clear_pairs)

/* What may be left out, null or an argument not given */
%define ORIENTA_PHP_OPTIONAL(T, TYPE, GET, CLEAR)
%typemap(in, phptype=TYPE) const T * (T optional = { 0 }) {
  if (!orienta_php_is_none (&$input, ORIENTA_NUMBER ($input))) {
    if (!GET (&$input, ORIENTA_NUMBER ($input), &optional))
      SWIG_fail;
    $1 = &optional;
  }
}
%typemap(freearg) const T * "CLEAR (&optional$argnum);";
%enddef
ORIENTA_PHP_OPTIONAL(OrientaPhpPairs, "?array", orienta_php_get_pairs, orienta_php_clear_pairs)
ORIENTA_PHP_OPTIONAL(OrientaPhpPoints, "?float", orienta_php_get_points, (void))

/* Points: thousandths in C, a number with at most three decimals here */
%typemap(out, phptype="float") gint64 OrientaScore::get_points, gint64 OrientaMatching::get_total, gint64 OrientaMatching::get_bound "RETVAL_DOUBLE ((double) $1 / 1000);";

%typemap(in, phptype="mixed") zval *OFFSET, zval *VALUE "$1 = &$input;";
%typemap(in, numinputs=0) zval *RETURN "$1 = return_value;";
%typemap(out, phptype="array") void to_array, void columns, void column, void difference, void orienta_php_set_attributes, void orienta_php_set_reasons "";
%typemap(out, phptype="Traversable") void getIterator "";
%typemap(out, phptype="mixed") void jsonSerialize, void offsetGet "";
/* Where events were not kept */
%typemap(out, phptype="?OrientaEvents") OrientaEvents *get_events {
  if ($1)
    SWIG_SetPointerZval ($result, (void *) $1, $1_descriptor, $owner);
  else
    RETVAL_NULL ();
}
%typemap(out, phptype="void") void offsetSet, void offsetUnset "";

/* The few texts that may be missing */
%typemap(out, phptype="?string") const char *orienta_highs_version, const char *get_limit_name {
  if ($1)
    RETVAL_STRING ($1);
  else
    RETVAL_NULL ();
}
