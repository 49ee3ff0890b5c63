/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs a fuzzer on every file of some folders, where no libFuzzer is at hand. */
#include "fuzz.h"

#include <glib.h>
#include <stdlib.h>

static int
replay (const char *folder)
{
  int n = 0;
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;
    if (!g_file_get_contents (path, &text, &length, NULL))
      continue;
    LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
    n++;
  }
  return n;
}

int
main (int argc, char **argv)
{
  int n = 0;
  for (int i = 1; i < argc; i++)
    n += replay (argv[i]);
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
