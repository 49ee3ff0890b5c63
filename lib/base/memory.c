/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "base/memory-private.h"

#define MOST ((guint64) 1 << 39) /* bytes: nobody has them, and some allocators end the process when they are asked */

/**
 * orienta_memory_check:
 * @what: what there would be so many of, for the error
 * @n: how many
 * @size: bytes that each of them takes, 1 or more
 *
 * Asks the system for all of it and gives it back, so that what comes next will be had. A system that promises more
 * than it has may still break its word.
 *
 * Returns: TRUE; FALSE with ORIENTA_ERROR_LIMIT where it cannot be had
 */
gboolean
orienta_memory_check (const char *what, guint64 n, gsize size, GError **error)
{
  if (n == 0)
    return TRUE;
  g_autofree gpointer probe = n <= MOST / size ? g_try_malloc ((gsize) n * size) : NULL;
  if (probe)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
               "\"%" G_GUINT64_FORMAT "\" %s, expected fewer: there is no memory for them", n, what);
  return FALSE;
}

/* Makes room for `n` things of `size` bytes each, where that can be had. */
gboolean
orienta_memory_grow (gpointer array, gsize n, gsize size)
{
  gpointer *place = array;
  gpointer grown = n <= MOST / size ? g_try_realloc (*place, n * size) : NULL;
  if (grown)
    *place = grown;
  return grown != NULL;
}
