/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The PHP extension: the shared core, how values cross, and what only PHP has. "swig -xml" reads it as well, for the names and
 * defaults of arguments (finish.py). */
%module orienta
#ifdef SWIGPHP
%feature("php:type", "1");
%pragma(php) version = ORIENTA_PHP_VERSION
%pragma(php) phpinfo = "
  php_info_print_table_start ();
  php_info_print_table_row (2, \"orienta\", orienta_version ());
  php_info_print_table_row (2, \"HiGHS\", orienta_has_highs () ? orienta_highs_version () : \"none\");
  php_info_print_table_end ();
"
%include "module.i"
#endif

%include "../orienta-head.i"

#ifdef SWIGPHP
%include "typemaps.i"
%include "typemaps-php.i"
#else
#define ORIENTA_ENUM(TYPE, FIRST, LAST)
#define ORIENTA_OBJECTS(LIST, NOUN, PREFIX)
#endif

%rename("%(lowercamelcase)s", %$isfunction) "";
%include "head.i"
%include "names.i"
%include "options.i"
%include "../orienta-api.i"
%include "protocols.i"
