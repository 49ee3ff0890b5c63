/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program, a builder, options are made by one thread. A long call lets other threads of Python run: what it reads is
 * noted here, and whoever would change it meanwhile gets an exception. */
#include "support.h"

static GHashTable *busy; /* object -> how many calls read it; the interpreter's lock guards it */

static guint
count (gconstpointer object)
{
  return busy ? GPOINTER_TO_UINT (g_hash_table_lookup (busy, object)) : 0;
}

/* Notes a call that reads the object; NULL is none. */
void
orienta_py_begin (gconstpointer object)
{
  if (!busy)
    busy = g_hash_table_new (NULL, NULL);
  if (object)
    g_hash_table_insert (busy, (gpointer) object, GUINT_TO_POINTER (count (object) + 1));
}

void
orienta_py_end (gconstpointer object)
{
  guint left = count (object);
  if (left > 1)
    g_hash_table_insert (busy, (gpointer) object, GUINT_TO_POINTER (left - 1));
  else
    g_hash_table_remove (busy, object);
}

/* Whether nothing reads it now. */
int
orienta_py_is_free (gconstpointer object, const char *name)
{
  if (count (object) == 0)
    return 0;
  PyErr_Format (PyExc_RuntimeError, "%s is in use by another thread", name);
  return -1;
}
