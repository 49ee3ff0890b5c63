/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

/* The version that is running, "0.1.0"; ORIENTA_MAJOR_VERSION and its siblings tell the one compiled against. Static.
 */
const char *
orienta_version (void)
{
  return G_STRINGIFY (ORIENTA_MAJOR_VERSION) "." G_STRINGIFY (ORIENTA_MINOR_VERSION) "." G_STRINGIFY (
      ORIENTA_MICRO_VERSION);
}
