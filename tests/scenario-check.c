/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says of each document named whether the loader takes it: "ok", or the error; then an empty line. For
 * tests/guards/scenario-schema.py. */
#include <orienta/orienta.h>

#include <stdio.h>

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaScenario) scenario = orienta_scenario_load (argv[i], &error);
    printf ("%s\n\n", scenario ? "ok" : error->message);
  }
  return 0;
}
