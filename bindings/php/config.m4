dnl The extension by phpize, out of the package that `./dev php-package` makes; meson builds it without this.
PHP_ARG_WITH([orienta],
  [for orienta],
  [AS_HELP_STRING([--with-orienta], [Include the extension orienta; pkg-config finds the library orienta-0])])

if test "$PHP_ORIENTA" != "no"; then
  PKG_CHECK_MODULES([ORIENTA], [orienta-0 >= 0.1])
  PHP_EVAL_INCLINE([$ORIENTA_CFLAGS])
  PHP_EVAL_LIBLINE([$ORIENTA_LIBS], [ORIENTA_SHARED_LIBADD])
  dnl A solver that was cancelled may still be on its way out when PHP unloads its modules.
  ORIENTA_SHARED_LIBADD="$ORIENTA_SHARED_LIBADD -Wl,-z,nodelete"
  PHP_SUBST([ORIENTA_SHARED_LIBADD])
  PHP_ADD_EXTENSION_DEP([orienta], [json])
  PHP_ADD_EXTENSION_DEP([orienta], [spl])
  PHP_NEW_EXTENSION([orienta], [m4_normalize([
    array.c
    arrow-read.c
    arrow-write.c
    choices.c
    choices-program.c
    enums.c
    errors.c
    fill.c
    frame.c
    frame-matching.c
    frame-register.c
    frame-results.c
    frame-simulation.c
    lists.c
    orienta_wrap.c
    rows.c
    tick.c
    values.c
    vocabulary.c
  ])], [$ext_shared],, [-fvisibility=hidden -fno-strict-aliasing -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1])
fi
