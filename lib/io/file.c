/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whole files: read at once up to a limit, written whole or not at all. */
#include "io/file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define STEP 65536

static gboolean
fail (GError **error, OrientaErrorCode code, const char *path, const char *why)
{
  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, ORIENTA_ERROR, (gint) code, "%s: %s", name, why);
  return FALSE;
}

static const char *
reason (gint number)
{
  switch (number) {
  case ENOENT:
    return "no such file";
  case EACCES:
  case EPERM:
    return "not permitted";
  default:
    return g_strerror (number);
  }
}

/* Reads to the end, or one byte past `max`; FALSE with errno. The size a file states is only a guess: those of /proc
 * state none. */
static gboolean
read_all (gint fd, gsize size, gsize max, GByteArray *bytes)
{
  for (;;) {
    guint had = bytes->len;
    gsize want = MIN (MAX (size + 1 > had ? size + 1 - had : 0, STEP), max + 1 - had);
    g_byte_array_set_size (bytes, had + (guint) want);
    gssize got = read (fd, bytes->data + had, want);
    g_byte_array_set_size (bytes, had + (guint) MAX (got, 0));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return got == 0;
    if (bytes->len > max)
      return TRUE;
  }
}

/**
 * orienta_file_read:
 * @max: bytes, less than 2^32 - 1; a larger file is refused without being held
 * @text: (out): the bytes, with a NUL after them; free with g_free()
 * @length: (out) (optional): without that NUL
 *
 * Reads a file. Fails with %ORIENTA_ERROR_READ, or %ORIENTA_ERROR_LIMIT when it is larger than @max.
 */
gboolean
orienta_file_read (const char *path, gsize max, char **text, gsize *length, GError **error)
{
  struct stat info = { 0 };
  g_return_val_if_fail (max < G_MAXUINT - 1, FALSE);
  gint fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (error, ORIENTA_ERROR_READ, path, reason (errno));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_folder = fstat (fd, &info) == 0 && S_ISDIR (info.st_mode);
  gboolean ok = !is_folder && read_all (fd, MIN ((gsize) info.st_size, max), max, bytes);
  gint number = errno;
  close (fd);
  if (is_folder)
    return fail (error, ORIENTA_ERROR_READ, path, "a folder, not a file");
  if (!ok)
    return fail (error, ORIENTA_ERROR_READ, path, reason (number));
  if (bytes->len > max) {
    g_autofree char *why = g_strdup_printf ("larger than %" G_GSIZE_FORMAT " bytes", max);
    return fail (error, ORIENTA_ERROR_LIMIT, path, why);
  }
  if (length)
    *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  *text = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}

/* What a path leads to: a link stays and the file behind it is written; a device or pipe is not replaced by a file. */
static char *
find_target (const char *path, GError **error)
{
  struct stat info = { 0 };
  if (g_stat (path, &info) != 0)
    return g_strdup (path);
  if (!S_ISREG (info.st_mode)) {
    fail (error, ORIENTA_ERROR_WRITE, path, S_ISDIR (info.st_mode) ? "a folder, not a file" : "not a plain file");
    return NULL;
  }
  char *real = realpath (path, NULL);
  char *target = g_strdup (real ? real : path);
  free (real);
  return target;
}

static const char *
write_reason (const GError *problem)
{
  switch (problem->code) {
  case G_FILE_ERROR_NOENT:
  case G_FILE_ERROR_NOTDIR:
    return "no such folder";
  case G_FILE_ERROR_ACCES:
  case G_FILE_ERROR_PERM:
  case G_FILE_ERROR_ROFS:
    return "not permitted";
  case G_FILE_ERROR_NOSPC:
    return "no space left";
  default:
    return problem->message;
  }
}

/**
 * orienta_file_write:
 * @length: bytes of @text
 *
 * Writes a file beside its place, then puts it there in one step, once it is on the disk. Fails with
 * %ORIENTA_ERROR_WRITE; what stood there then still stands and nothing is left beside it.
 */
gboolean
orienta_file_write (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *target = find_target (path, error);
  if (!target)
    return FALSE;
  if (g_file_set_contents_full (target, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &problem))
    return TRUE;
  return fail (error, ORIENTA_ERROR_WRITE, path, write_reason (problem));
}
