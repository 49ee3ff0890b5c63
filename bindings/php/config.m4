PHP_ARG_WITH([orienta],
  [for orienta],
  [AS_HELP_STRING([--with-orienta], [Include the extension orienta; liborienta is found by pkg-config])])

if test "$PHP_ORIENTA" != "no"; then
  PKG_CHECK_MODULES([ORIENTA], [orienta-0 >= 0.1])
  PHP_EVAL_INCLINE([$ORIENTA_CFLAGS])
  PHP_EVAL_LIBLINE([$ORIENTA_LIBS], [ORIENTA_SHARED_LIBADD])
  PHP_SUBST([ORIENTA_SHARED_LIBADD])
  PHP_ADD_EXTENSION_DEP([orienta], [json])
  PHP_ADD_EXTENSION_DEP([orienta], [spl])
  PHP_NEW_EXTENSION([orienta],
    [orienta_wrap.c enums.c errors.c lists.c rows.c tick.c values.c vocabulary.c m4_esyscmd_s([cat sources 2>/dev/null])],
    [$ext_shared],, [-fvisibility=hidden -fno-strict-aliasing -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1])
fi
