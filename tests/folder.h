/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "test.h"

#include <glib/gstdio.h>

#include "model/local-private.h"
#include "model/register-private.h"

/* A folder of files for one test, and the registers read from it. */

static inline char *
folder_new (void)
{
  char *folder = g_dir_make_tmp ("orienta-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
  return folder;
}

/* `length` -1: up to the NUL. */
static inline void
folder_put_bytes (const char *folder, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  ck_assert (g_file_set_contents (path, bytes, length, NULL));
}

static inline void
folder_put (const char *folder, const char *name, const char *text)
{
  folder_put_bytes (folder, name, text, -1);
}

static inline void
folder_free (char *folder)
{
  const char *name;
  GDir *dir = g_dir_open (folder, 0, NULL);
  ck_assert_ptr_nonnull (dir);
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    ck_assert_int_eq (g_unlink (path), 0);
  }
  g_dir_close (dir);
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
}

static inline OrientaRegister *
folder_read (const char *folder)
{
  g_autoptr (GError) error = NULL;
  OrientaRegister *reg = orienta_register_read_with (folder, NULL, 0, NULL, NULL, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

/* A document in which ' stands for the double quote. */
static inline OrientaRegister *
document_read_with (const char *text, const OrientaLocal *locals, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  OrientaRegister *reg = orienta_register_parse_with (json, -1, locals, n, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

static inline OrientaRegister *
document_read (const char *text)
{
  return document_read_with (text, NULL, 0);
}

static inline void
assert_refused (OrientaRegister *reg, const GError *error, OrientaErrorCode code, const char *message)
{
  ck_assert_ptr_null (reg);
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (error->message, message);
  ck_assert (g_error_matches (error, ORIENTA_ERROR, (gint) code));
}
