/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Any text, read as JSON: refused with one fault at its place, or made canonical, and that read again is the same. */
#include "fuzz.h"
#include "io/json-private.h"

#include <string.h>

static void
check_refused (const OrientaFaults *faults)
{
  g_autoptr (GError) error = NULL;
  g_assert (orienta_faults_count (faults) == 1 && !orienta_faults_raise (faults, &error));
  g_assert (g_str_has_prefix (error->message, "fuzz.json:"));
  g_assert (g_utf8_validate (error->message, -1, NULL) && !strchr (error->message, '\n'));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) json = orienta_json_parse ((const char *) data, size, "fuzz.json", faults);
  if (!json) {
    check_refused (faults);
    return 0;
  }
  JsonNode *root = orienta_json_get_root (json);
  g_assert (orienta_faults_count (faults) == 0);
  g_assert (g_utf8_validate ((const char *) data, (gssize) size, NULL));
  g_assert (orienta_json_get_line (json, root) > 0 && orienta_json_get_column (json, root) > 0);
  g_autofree char *first = orienta_json_canonical (root);
  g_autoptr (OrientaJson) again = orienta_json_parse (first, strlen (first), "fuzz.json", faults);
  g_assert (again != NULL);
  g_autofree char *second = orienta_json_canonical (orienta_json_get_root (again));
  g_assert (g_str_equal (first, second));
  return 0;
}
