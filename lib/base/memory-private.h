/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/error.h>

/* GLib ends the process when memory is out. So what grows with a number that the caller chose is asked for first. */

gboolean orienta_memory_check (const char *what, guint64 n, gsize size, GError **error);
gboolean orienta_memory_grow  (gpointer array, gsize n, gsize size); /* `array`: of a pointer; it stays as it is on FALSE */
