/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Streams: the text of a file as UTF-8. Which encoding it is in can only be said of the whole file, for one stray byte
 * at its end makes all of it Windows-1252; so it is read twice, the first time only to look, and never held. */
#include "io/stream-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 65536
#define LONGEST 3 /* bytes of UTF-8 that one byte of Windows-1252 becomes at most */
#define LONGEST_CHARACTER 4
#define MARK "\xef\xbb\xbf"
#define MARK_LENGTH 3

struct OrientaStream {
  gint fd;
  char *name;
  OrientaFaults *faults;
  struct stat stat; /* as it was at the first look */
  guint64 offset;
  gboolean windows;
  char *raw;  /* BLOCK bytes of the file */
  char *text; /* the same in UTF-8; of Windows-1252 only */
};

/* Fills `buffer` unless the file ends before; the bytes read, or -1. */
static gssize
read_block (gint fd, char *buffer, gsize size)
{
  gsize n = 0;
  while (n < size) {
    gssize got = read (fd, buffer + n, size - n);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return -1;
    if (got == 0)
      break;
    n += (gsize) got;
  }
  return (gssize) n;
}

static gboolean
fail (OrientaStream *self, OrientaErrorCode code, const char *why)
{
  orienta_faults_add (self->faults, code, self->name, 0, 0, "%s", why);
  return FALSE;
}

static gboolean
rewind_to (OrientaStream *self, gint64 offset)
{
  if (lseek (self->fd, (off_t) offset, SEEK_SET) == (off_t) offset)
    return TRUE;
  return fail (self, ORIENTA_ERROR_READ, "not a file that can be read twice");
}

/* The characters of Windows-1252 from 0x80 to 0x9f; 0: none. */
static const gunichar windows_high[32] = { 0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                           0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                           0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                           0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178 };

/* The character of a byte, 0 for NUL and for what Windows-1252 leaves undefined. */
static gunichar
windows_character (guchar byte)
{
  return byte >= 0x80 && byte < 0xa0 ? windows_high[byte - 0x80] : byte;
}

/* Where the file stops being text in the encoding, its size when it never does; -1 when it cannot be read. */
static gint64
find_not_utf8 (OrientaStream *self)
{
  gint64 offset = 0;
  gsize kept = 0;
  gssize got;
  while ((got = read_block (self->fd, self->raw + kept, BLOCK - kept)) > 0) {
    gsize n = kept + (gsize) got;
    const char *end;
    g_utf8_validate_len (self->raw, n, &end);
    kept = (gsize) (self->raw + n - end);
    offset += end - self->raw;
    if (kept >= LONGEST_CHARACTER) /* not one that the block's end cut */
      return offset;
    memmove (self->raw, end, kept);
  }
  return got < 0 ? -1 : offset;
}

static gint64
find_not_windows (OrientaStream *self)
{
  gint64 offset = 0;
  gssize n;
  while ((n = read_block (self->fd, self->raw, BLOCK)) > 0) {
    for (gssize i = 0; i < n; i++)
      if (windows_character ((guchar) self->raw[i]) == 0)
        return offset + i;
    offset += n;
  }
  return n < 0 ? -1 : offset;
}

/* The line of a byte and the byte itself: read anew, for only a file that is refused is asked. */
static guint
line_of (OrientaStream *self, gint64 offset, guchar *byte)
{
  guint line = 1;
  char last = 0;
  gssize n;
  *byte = 0;
  if (!rewind_to (self, 0))
    return 0;
  for (gint64 at = 0; (n = read_block (self->fd, self->raw, BLOCK)) > 0; at += n)
    for (gssize i = 0; i < n; i++) {
      char c = self->raw[i];
      line += last == '\r' && c != '\n';
      line += last == '\n';
      last = c;
      *byte = (guchar) c;
      if (at + i == offset)
        return line;
    }
  return line;
}

static gboolean
refuse_byte (OrientaStream *self, gint64 offset, gboolean marked)
{
  guchar byte;
  guint line = line_of (self, offset, &byte);
  if (byte == 0)
    orienta_faults_add (self->faults, ORIENTA_ERROR_SYNTAX, self->name, line, 0,
                        "a NUL byte; text in UTF-8 or Windows-1252 was expected");
  else
    orienta_faults_add (self->faults, ORIENTA_ERROR_SYNTAX, self->name, line, 0,
                        marked ? "byte 0x%02x is not UTF-8, which the byte-order mark announces"
                               : "byte 0x%02x is neither UTF-8 nor Windows-1252",
                        byte);
  return FALSE;
}

/* The first look: finds the encoding, and leaves the file where its text begins. */
static gboolean
find_encoding (OrientaStream *self)
{
  char start[MARK_LENGTH] = "";
  gssize n = read_block (self->fd, start, MARK_LENGTH);
  gboolean marked = n == MARK_LENGTH && memcmp (start, MARK, MARK_LENGTH) == 0;
  if (n >= 2 && (memcmp (start, "\xff\xfe", 2) == 0 || memcmp (start, "\xfe\xff", 2) == 0))
    return fail (self, ORIENTA_ERROR_SYNTAX, "the file is in UTF-16; UTF-8 or Windows-1252 was expected");
  if (n < 0 || !rewind_to (self, 0))
    return n < 0 ? fail (self, ORIENTA_ERROR_READ, g_strerror (errno)) : FALSE;
  gint64 offset = find_not_utf8 (self);
  if (offset >= 0 && offset < self->stat.st_size) {
    self->windows = TRUE;
    if (marked)
      return refuse_byte (self, offset, TRUE);
    if (!rewind_to (self, 0))
      return FALSE;
    offset = find_not_windows (self);
  }
  if (offset < 0)
    return fail (self, ORIENTA_ERROR_READ, g_strerror (errno));
  if (offset < self->stat.st_size)
    return refuse_byte (self, offset, FALSE);
  self->offset = marked ? MARK_LENGTH : 0;
  return rewind_to (self, (gint64) self->offset);
}

static gboolean
open_file (OrientaStream *self, const char *path)
{
  /* without O_NONBLOCK a named pipe would wait here for a writer */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &self->stat) != 0)
    return fail (self, ORIENTA_ERROR_READ,
                 errno == ENOENT   ? "no such file"
                 : errno == EACCES ? "may not be read"
                                   : g_strerror (errno));
  if (!S_ISREG (self->stat.st_mode))
    return fail (self, ORIENTA_ERROR_READ, S_ISDIR (self->stat.st_mode) ? "a folder, not a file" : "not a plain file");
  return TRUE;
}

/**
 * orienta_stream_open:
 * @name: the file as faults name it
 * @faults: must outlive the stream
 *
 * Opens a file and finds its encoding. A file that is not UTF-8 as a whole is Windows-1252; one that is that neither is
 * refused with the line and the first byte that says so, and so is UTF-16. A byte-order mark is left out of the text.
 * Memory: at most four blocks of 64 KiB.
 *
 * Returns: (nullable): free with orienta_stream_free(); %NULL: @faults has why
 */
OrientaStream *
orienta_stream_open (const char *path, const char *name, OrientaFaults *faults)
{
  g_autoptr (OrientaStream) self = g_new0 (OrientaStream, 1);
  self->name = g_strdup (name);
  self->faults = faults;
  self->raw = g_malloc (BLOCK);
  if (!open_file (self, path) || !find_encoding (self))
    return NULL;
  if (self->windows)
    self->text = g_malloc (BLOCK * LONGEST);
  return g_steal_pointer (&self);
}

void
orienta_stream_free (OrientaStream *self)
{
  if (!self)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->name);
  g_free (self->raw);
  g_free (self->text);
  g_free (self);
}

/* What was found at the first look holds only for the bytes that were there. */
static gboolean
has_changed (const OrientaStream *self)
{
  struct stat now;
  return fstat (self->fd, &now) != 0 || now.st_size != self->stat.st_size || self->offset != (guint64) now.st_size
         || now.st_mtim.tv_sec != self->stat.st_mtim.tv_sec || now.st_mtim.tv_nsec != self->stat.st_mtim.tv_nsec;
}

static const char *
to_utf8 (OrientaStream *self, gsize n, gsize *length)
{
  char *out = self->text;
  for (gsize i = 0; i < n; i++) {
    guchar byte = (guchar) self->raw[i];
    if (byte < 0x80)
      *out++ = (char) byte;
    else
      out += g_unichar_to_utf8 (windows_character (byte), out);
  }
  *length = (gsize) (out - self->text);
  return self->text;
}

/* The next block, of at least one byte, not ended by NUL; a character may lie across two. At the end a file that was
 * written to in the meantime is a fault. */
const char *
orienta_stream_read (OrientaStream *self, gsize *length)
{
  gssize n = read_block (self->fd, self->raw, BLOCK);
  if (n < 0)
    fail (self, ORIENTA_ERROR_READ, g_strerror (errno));
  if (n == 0 && has_changed (self))
    fail (self, ORIENTA_ERROR_READ, "changed while it was read");
  if (n <= 0)
    return NULL;
  self->offset += (guint64) n;
  *length = (gsize) n;
  return self->windows ? to_utf8 (self, (gsize) n, length) : self->raw;
}

guint64
orienta_stream_offset (const OrientaStream *self)
{
  return self->offset;
}

guint64
orienta_stream_size (const OrientaStream *self)
{
  return (guint64) self->stat.st_size;
}
