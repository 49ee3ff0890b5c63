/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/error.h>

#define ORIENTA_MAX_DOCUMENT ((gsize) 512 << 20) /* bytes of a JSON document */

gboolean orienta_file_read  (const char *path, gsize max, char **text, gsize *length, GError **error);
/* Whole or not at all. */
gboolean orienta_file_write (const char *path, const char *text, gsize length, GError **error);
