/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A strict reader of JSON (RFC 8259) that builds json-glib's tree. json-glib's own parser takes comments, single
 * quotes, members given twice and integers that do not fit, and does not say where a value stood; a policy or a
 * register must mean the same to every reader, and a fault must have its place. */
#include "io/json-read-private.h"

#include "base/text-private.h"
#include "io/file-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define MAX_DEPTH 64
#define MARK "\xef\xbb\xbf"
#define MARK_LENGTH 3
#define TOKEN_MAX 20 /* bytes of a wrong word that a fault shows */

typedef struct {
  const char *next, *end;
  const char *mark;   /* up to where lines have been counted, from `line` and `column` */
  guint line, column; /* of `mark`, from 1; columns are characters */
  const char *file;
  OrientaFaults *faults;
  GArray *places; /* of OrientaPlace */
  guint depth;
  GString *text; /* of the last string read */
} Reader;

static JsonNode *read_value (Reader *self);

/* -- places and faults -- */

/* Counts lines and columns up to `at`, which never goes back. */
static void
count_to (Reader *self, const char *at)
{
  for (; self->mark < at; self->mark++) {
    gboolean line_end =
        *self->mark == '\n' || (*self->mark == '\r' && (self->mark + 1 == self->end || self->mark[1] != '\n'));
    if (line_end)
      self->line++;
    self->column = line_end ? 1 : self->column + (((guchar) *self->mark & 0xc0) != 0x80);
  }
}

static gboolean refuse (Reader *self, const char *at, OrientaErrorCode code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
refuse (Reader *self, const char *at, OrientaErrorCode code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *why = g_strdup_vprintf (format, args);
  va_end (args);
  count_to (self, at);
  orienta_faults_add (self->faults, code, self->file, self->line, self->column, "%s", why);
  return FALSE;
}

static gboolean
is_one_of (const Reader *self, const char *at, const char *set)
{
  return at < self->end && *at != '\0' && strchr (set, *at);
}

static gboolean
is_of_word (const Reader *self, const char *at)
{
  return at < self->end && (g_ascii_isalnum (*at) || is_one_of (self, at, "+-._"));
}

/* What stands at `at`, in words: a comment, a word, a character. */
static char *
describe (const Reader *self, const char *at)
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

static gboolean
expect (Reader *self, const char *what)
{
  g_autofree char *found = describe (self, self->next);
  return refuse (self, self->next, ORIENTA_ERROR_SYNTAX, "%s was expected, not %s", what, found);
}

/* The next character that is no blank, not taken; NUL at the end. */
static char
skip_blanks (Reader *self)
{
  while (is_one_of (self, self->next, " \t\n\r"))
    self->next++;
  return self->next < self->end ? *self->next : '\0';
}

/* -- strings -- */

/* Reads the four digits of \uXXXX, `at` being the u; -1 when they are not that. */
static gint
read_hex (const Reader *self, const char *at)
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
read_code (Reader *self)
{
  const char *at = self->next - 1; /* the backslash */
  gint c = read_hex (self, self->next);
  if (c < 0)
    return refuse (self, at, ORIENTA_ERROR_SYNTAX, "\\u without four hexadecimal digits");
  self->next += 5;
  if (c == 0)
    return refuse (self, at, ORIENTA_ERROR_SYNTAX, "a NUL character");
  if (c >= 0xd800 && c < 0xe000) {
    gint low = c < 0xdc00 && self->next < self->end && *self->next == '\\' ? read_hex (self, self->next + 1) : -1;
    if (low < 0xdc00 || low >= 0xe000)
      return refuse (self, at, ORIENTA_ERROR_SYNTAX, "half of a surrogate pair");
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    self->next += 6;
  }
  g_string_append_unichar (self->text, (gunichar) c);
  return TRUE;
}

static gboolean
read_escape (Reader *self)
{
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  self->next++;
  if (self->next < self->end && *self->next == 'u')
    return read_code (self);
  if (!is_one_of (self, self->next, letters))
    return expect (self, "one of \"\\/bfnrtu after a backslash");
  g_string_append_c (self->text, meant[strchr (letters, *self->next) - letters]);
  self->next++;
  return TRUE;
}

/* Whether the character may stand in a string as it is; steps over it. */
static gboolean
read_character (Reader *self)
{
  const char *at = self->next;
  guchar byte = (guchar) *at;
  gunichar c = byte < 0x80 ? byte : g_utf8_get_char_validated (at, self->end - at);
  if (byte == 0)
    return refuse (self, at, ORIENTA_ERROR_SYNTAX, "a NUL character");
  if (byte < 0x20)
    return refuse (self, at, ORIENTA_ERROR_SYNTAX,
                   byte == '\n' || byte == '\r' ? "a line end inside a string" : "a control character inside a string");
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return refuse (self, at, ORIENTA_ERROR_SYNTAX, "not UTF-8");
  self->next += byte < 0x80 ? 1 : g_utf8_skip[byte];
  return TRUE;
}

/* Reads a string into `text`; `next` is its opening quote. */
static gboolean
read_string (Reader *self)
{
  const char *open = self->next++;
  g_string_truncate (self->text, 0);
  while (self->next < self->end && *self->next != '"') {
    const char *plain = self->next;
    while (self->next < self->end && *self->next != '"' && *self->next != '\\')
      if (!read_character (self))
        return FALSE;
    g_string_append_len (self->text, plain, self->next - plain);
    if (self->next < self->end && *self->next == '\\' && !read_escape (self))
      return FALSE;
  }
  if (self->next == self->end)
    return refuse (self, open, ORIENTA_ERROR_SYNTAX, "a string opens here and is never closed");
  self->next++;
  return TRUE;
}

/* -- numbers and words -- */

static const char *
skip_digits (const Reader *self, const char *at)
{
  while (at < self->end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* The end of the number that begins at `at`, NULL when it is none; `*whole`: it has neither point nor exponent. */
static const char *
find_number_end (const Reader *self, const char *at, gboolean *whole)
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

/* An integer where it is one and fits, else a double. */
static JsonNode *
read_number (Reader *self)
{
  gboolean whole;
  const char *start = self->next;
  const char *close = find_number_end (self, start, &whole);
  if (!close) {
    expect (self, "a number");
    return NULL;
  }
  g_autofree char *text = g_strndup (start, (gsize) (close - start));
  self->next = close;
  errno = 0;
  gint64 integer = whole ? g_ascii_strtoll (text, NULL, 10) : 0;
  if (whole && errno == 0)
    return json_node_init_int (json_node_alloc (), integer);
  double value = g_ascii_strtod (text, NULL);
  if (isfinite (value))
    return json_node_init_double (json_node_alloc (), value);
  g_autofree char *quoted = orienta_text_quote (text, -1);
  refuse (self, start, ORIENTA_ERROR_LIMIT, "number %s is beyond what a double holds", quoted);
  return NULL;
}

static gboolean
take_word (Reader *self, const char *word)
{
  gsize n = strlen (word);
  if ((gsize) (self->end - self->next) < n || memcmp (self->next, word, n) != 0 || is_of_word (self, self->next + n))
    return FALSE;
  self->next += n;
  return TRUE;
}

static JsonNode *
read_word (Reader *self)
{
  if (take_word (self, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (take_word (self, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (take_word (self, "null"))
    return json_node_init_null (json_node_alloc ());
  expect (self, "a value");
  return NULL;
}

/* -- arrays and objects -- */

/* Steps over the opening bracket. */
static gboolean
enter (Reader *self)
{
  if (self->depth == MAX_DEPTH)
    return refuse (self, self->next, ORIENTA_ERROR_LIMIT, "more than 64 levels");
  self->depth++;
  self->next++;
  return TRUE;
}

/* Steps over `,` or the closing bracket, and says through `*more` which it was. */
static gboolean
read_separator (Reader *self, char close, gboolean *more)
{
  char c = skip_blanks (self);
  *more = c == ',';
  if (c != ',' && c != close)
    return expect (self, close == ']' ? "',' or ']'" : "',' or '}'");
  self->next++;
  return TRUE;
}

/* Steps over the closing bracket of what is empty. */
static gboolean
take_empty (Reader *self, char close)
{
  if (skip_blanks (self) != close)
    return FALSE;
  self->next++;
  return TRUE;
}

static gboolean
read_elements (Reader *self, JsonArray *array)
{
  gboolean more = !take_empty (self, ']');
  while (more) {
    JsonNode *node = read_value (self);
    if (!node)
      return FALSE;
    json_array_add_element (array, node);
    if (!read_separator (self, ']', &more))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_member (Reader *self, JsonObject *object)
{
  if (skip_blanks (self) != '"')
    return expect (self, "the name of a member in double quotes");
  const char *open = self->next;
  if (!read_string (self))
    return FALSE;
  g_autofree char *name = g_strdup (self->text->str);
  if (json_object_has_member (object, name)) {
    g_autofree char *quoted = orienta_text_quote (name, -1);
    return refuse (self, open, ORIENTA_ERROR_SYNTAX, "member %s is given twice", quoted);
  }
  if (skip_blanks (self) != ':')
    return expect (self, "':'");
  self->next++;
  JsonNode *node = read_value (self);
  if (node)
    json_object_set_member (object, name, node);
  return node != NULL;
}

static gboolean
read_members (Reader *self, JsonObject *object)
{
  gboolean more = !take_empty (self, '}');
  while (more)
    if (!read_member (self, object) || !read_separator (self, '}', &more))
      return FALSE;
  return TRUE;
}

static JsonNode *
read_array (Reader *self)
{
  g_autoptr (JsonArray) array = json_array_new ();
  if (!enter (self) || !read_elements (self, array))
    return NULL;
  self->depth--;
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
read_object (Reader *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  if (!enter (self) || !read_members (self, object))
    return NULL;
  self->depth--;
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_any (Reader *self, char first)
{
  if (first == '{')
    return read_object (self);
  if (first == '[')
    return read_array (self);
  if (first == '"')
    return read_string (self) ? json_node_init_string (json_node_alloc (), self->text->str) : NULL;
  if (first == '-' || g_ascii_isdigit (first))
    return read_number (self);
  return read_word (self);
}

/* Reads a value and notes its place. */
static JsonNode *
read_value (Reader *self)
{
  char first = skip_blanks (self);
  count_to (self, self->next);
  OrientaPlace place = { NULL, self->line, self->column };
  place.node = read_any (self, first);
  if (place.node)
    g_array_append_val (self->places, place);
  return place.node;
}

/**
 * orienta_json_read:
 * @text: UTF-8, with or without a byte-order mark; need not end with NUL
 * @file: (nullable): as faults name it
 * @places: gets an #OrientaPlace for each value of the tree
 *
 * Reads a whole document, and stops at the first fault. O(n).
 *
 * Returns: (nullable): free with json_node_unref(); %NULL: @faults has why
 */
JsonNode *
orienta_json_read (const char *text, gsize length, const char *file, OrientaFaults *faults, GArray *places)
{
  Reader self = { .next = text,
                  .end = text + length,
                  .mark = text,
                  .line = 1,
                  .column = 1,
                  .file = file,
                  .faults = faults,
                  .places = places };
  if (length > ORIENTA_MAX_DOCUMENT) {
    orienta_faults_add (faults, ORIENTA_ERROR_LIMIT, file, 0, 0, "a document of more than 512 MiB");
    return NULL;
  }
  if (length >= MARK_LENGTH && memcmp (text, MARK, MARK_LENGTH) == 0)
    self.mark = self.next = text + MARK_LENGTH;
  self.text = g_string_new (NULL);
  g_autoptr (JsonNode) root = read_value (&self);
  if (root && (skip_blanks (&self), self.next < self.end)) {
    expect (&self, "the end of the document");
    g_clear_pointer (&root, json_node_unref);
  }
  g_string_free (self.text, TRUE);
  return g_steal_pointer (&root);
}
