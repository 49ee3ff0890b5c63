/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the tests run, a decimal sign is a comma; without that, they would not show that it changes nothing. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

int
main (void)
{
  setlocale (LC_ALL, "");
  return strcmp (localeconv ()->decimal_point, ",") == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
