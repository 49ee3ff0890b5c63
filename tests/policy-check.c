/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says of each document named whether the loader takes it: "ok", or the error; then an empty line. For
 * tests/guards/policy-schema.py. */
#include <orienta/orienta.h>

#include <stdio.h>

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaPolicy) policy = orienta_policy_load (argv[i], &error);
    printf ("%s\n\n", policy ? "ok" : error->message);
  }
  return 0;
}
