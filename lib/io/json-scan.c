/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of JSON: blanks, strings, numbers, each with its place, and the faults in them. */
#include "io/json-scan-private.h"

#include "base/text-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define TOKEN_MAX 20 /* bytes of a wrong word that a fault shows */

void
orienta_scan_init (OrientaScan *self, const char *text, const char *end, const char *file, OrientaFaults *faults)
{
  self->next = self->mark = text;
  self->end = end;
  self->line = self->column = 1;
  self->file = file;
  self->faults = faults;
  self->text = g_string_new (NULL);
}

void
orienta_scan_clear (OrientaScan *self)
{
  g_string_free (self->text, TRUE);
}

/* -- places and faults -- */

/* Counts lines and columns up to `at`, which never goes back. */
void
orienta_scan_count_to (OrientaScan *self, const char *at)
{
  for (; self->mark < at; self->mark++) {
    gboolean line_end =
        *self->mark == '\n' || (*self->mark == '\r' && (self->mark + 1 == self->end || self->mark[1] != '\n'));
    if (line_end)
      self->line++;
    self->column = line_end ? 1 : self->column + (((guchar) *self->mark & 0xc0) != 0x80);
  }
}

/* Notes a fault at `at`, which is not before the last place asked for. */
gboolean
orienta_scan_refuse (OrientaScan *self, const char *at, OrientaErrorCode code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *why = g_strdup_vprintf (format, args);
  va_end (args);
  orienta_scan_count_to (self, at);
  orienta_faults_add (self->faults, code, self->file, self->line, self->column, "%s", why);
  return FALSE;
}

static gboolean
is_one_of (const OrientaScan *self, const char *at, const char *set)
{
  return at < self->end && *at != '\0' && strchr (set, *at);
}

static gboolean
is_of_word (const OrientaScan *self, const char *at)
{
  return at < self->end && (g_ascii_isalnum (*at) || is_one_of (self, at, "+-._"));
}

/* What stands at `at`, in words: a comment, a word, a character. */
static char *
describe (const OrientaScan *self, const char *at)
{
  const char *close = at;
  if (at == self->end)
    return g_strdup ("the end of the document");
  if (*at == '#' || (*at == '/' && is_one_of (self, at + 1, "/*")))
    return g_strdup ("a comment");
  while (is_of_word (self, close) && close - at < TOKEN_MAX)
    close++;
  if (close == at) /* one character, all its bytes */
    do
      close++;
    while (close < self->end && close - at < 4 && ((guchar) *close & 0xc0) == 0x80);
  return orienta_text_quote (at, close - at);
}

/* Notes that something else should stand here. */
gboolean
orienta_scan_expect (OrientaScan *self, const char *what)
{
  g_autofree char *found = describe (self, self->next);
  return orienta_scan_refuse (self, self->next, ORIENTA_ERROR_SYNTAX, "%s was expected, not %s", what, found);
}

/* The next character that is no blank, not taken; NUL at the end. */
char
orienta_scan_skip_blanks (OrientaScan *self)
{
  while (self->next < self->end
         && (*self->next == ' ' || *self->next == '\t' || *self->next == '\n' || *self->next == '\r'))
    self->next++;
  return self->next < self->end ? *self->next : '\0';
}

/* Steps over a word, if it is that one. */
gboolean
orienta_scan_take_word (OrientaScan *self, const char *word)
{
  gsize n = strlen (word);
  if ((gsize) (self->end - self->next) < n || memcmp (self->next, word, n) != 0 || is_of_word (self, self->next + n))
    return FALSE;
  self->next += n;
  return TRUE;
}

/* -- strings -- */

/* Reads the four digits of \uXXXX, `at` being the u; -1 when they are not that. */
static gint
read_hex (const OrientaScan *self, const char *at)
{
  gint value = 0;
  if (self->end - at < 5 || *at != 'u')
    return -1;
  for (guint i = 1; i <= 4; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return -1;
    value = value * 16 + g_ascii_xdigit_value (at[i]);
  }
  return value;
}

/* Reads what follows \u, two of them where the first is half of a character. */
static gboolean
read_code (OrientaScan *self)
{
  const char *at = self->next - 1; /* the backslash */
  gint c = read_hex (self, self->next);
  if (c < 0)
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "\\u without four hexadecimal digits");
  self->next += 5;
  if (c == 0)
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "a NUL character");
  if (c >= 0xd800 && c < 0xe000) {
    gint low = c < 0xdc00 && self->next < self->end && *self->next == '\\' ? read_hex (self, self->next + 1) : -1;
    if (low < 0xdc00 || low >= 0xe000)
      return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "half of a surrogate pair");
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    self->next += 6;
  }
  g_string_append_unichar (self->text, (gunichar) c);
  return TRUE;
}

static gboolean
read_escape (OrientaScan *self)
{
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  self->next++;
  if (self->next < self->end && *self->next == 'u')
    return read_code (self);
  if (!is_one_of (self, self->next, letters))
    return orienta_scan_expect (self, "one of \"\\/bfnrtu after a backslash");
  g_string_append_c (self->text, meant[strchr (letters, *self->next) - letters]);
  self->next++;
  return TRUE;
}

/* Whether the character, which is not plain, may stand in a string as it is; steps over it. */
static gboolean
read_character (OrientaScan *self)
{
  const char *at = self->next;
  guchar byte = (guchar) *at;
  gunichar c = g_utf8_get_char_validated (at, self->end - at);
  if (byte == 0)
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "a NUL character");
  if (byte == '\n' || byte == '\r')
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "a line end inside a string");
  if (byte < 0x20)
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "a control character inside a string");
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return orienta_scan_refuse (self, at, ORIENTA_ERROR_SYNTAX, "byte 0x%02x is not UTF-8", byte);
  self->next = g_utf8_next_char (at);
  return TRUE;
}

static gboolean
is_plain (char c)
{
  return c >= 0x20 && (guchar) c < 0x80 && c != '"' && c != '\\';
}

/* Reads a string into `text`; `next` is its opening quote. */
gboolean
orienta_scan_string (OrientaScan *self)
{
  const char *open = self->next++;
  g_string_truncate (self->text, 0);
  for (;;) {
    const char *start = self->next;
    while (self->next < self->end && is_plain (*self->next))
      self->next++;
    g_string_append_len (self->text, start, self->next - start);
    if (self->next == self->end)
      return orienta_scan_refuse (self, open, ORIENTA_ERROR_SYNTAX, "a string opens here and is never closed");
    start = self->next;
    if (*start == '"') {
      self->next++;
      return TRUE;
    }
    if (*start == '\\' ? !read_escape (self) : !read_character (self))
      return FALSE;
    if (*start != '\\')
      g_string_append_len (self->text, start, self->next - start);
  }
}

/* -- numbers -- */

static const char *
skip_digits (const OrientaScan *self, const char *at)
{
  while (at < self->end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* The end of the number that begins at `at`, NULL when it is none; `*whole`: it has neither point nor exponent. */
static const char *
find_number_end (const OrientaScan *self, const char *at, gboolean *whole)
{
  at += *at == '-';
  const char *digits = at;
  at = skip_digits (self, at);
  *whole = TRUE;
  if (at == digits || (*digits == '0' && at > digits + 1))
    return NULL;
  if (is_one_of (self, at, ".")) {
    *whole = FALSE;
    digits = ++at;
    if ((at = skip_digits (self, at)) == digits)
      return NULL;
  }
  if (is_one_of (self, at, "eE")) {
    *whole = FALSE;
    at++;
    digits = at += is_one_of (self, at, "+-");
    if ((at = skip_digits (self, at)) == digits)
      return NULL;
  }
  return is_of_word (self, at) ? NULL : at;
}

/* Whether a number is written as 0, whatever its exponent. */
static gboolean
is_zero (const char *text)
{
  char first = text[strcspn (text, "123456789eE")];
  return first == '\0' || first == 'e' || first == 'E';
}

/* An integer where it is one and fits, else a double. */
JsonNode *
orienta_scan_number (OrientaScan *self)
{
  gboolean whole;
  const char *start = self->next;
  const char *close = find_number_end (self, start, &whole);
  if (!close) {
    orienta_scan_expect (self, "a number");
    return NULL;
  }
  g_autofree char *text = g_strndup (start, (gsize) (close - start));
  self->next = close;
  errno = 0;
  gint64 integer = whole ? g_ascii_strtoll (text, NULL, 10) : 0;
  if (whole && errno == 0)
    return json_node_init_int (json_node_alloc (), integer);
  double value = g_ascii_strtod (text, NULL);
  if (isfinite (value) && (value != 0 || is_zero (text)))
    return json_node_init_double (json_node_alloc (), value);
  g_autofree char *quoted = orienta_text_quote (text, -1);
  orienta_scan_refuse (self, start, ORIENTA_ERROR_LIMIT, "number %s is beyond what a double holds", quoted);
  return NULL;
}
