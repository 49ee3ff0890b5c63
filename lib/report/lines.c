/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/lines-private.h"

#include <string.h>

/* A line and its underline. */
void
orienta_lines_title (GString *out, const char *text, char underline)
{
  orienta_lines_wrap (out, "", "", text);
  for (glong i = MIN (g_utf8_strlen (text, -1), ORIENTA_COLUMNS); i > 0; i--)
    g_string_append_c (out, underline);
  g_string_append_c (out, '\n');
}

/* The end of the word that starts at `p`: the next space where a line may break, or the end of the line. French sets a
 * space before high punctuation and inside guillemets; no line breaks there. */
static const char *
word_end (const char *start, const char *p)
{
  static const char opening[] = "«";
  for (; *p && *p != '\n'; p++) {
    if (*p != ' ')
      continue;
    gboolean opened =
        (gsize) (p - start) >= strlen (opening) && strncmp (p - strlen (opening), opening, strlen (opening)) == 0;
    if (!opened && !g_str_has_prefix (p + 1, "»") && (p[1] == '\0' || !strchr (":;!?", p[1])))
      break;
  }
  return p;
}

/* A paragraph cut at ORIENTA_COLUMNS: `first` stands before the first line, `rest` before the others. A word longer
 * than a line stands alone. Newlines of the text are kept. */
void
orienta_lines_wrap (GString *out, const char *first, const char *rest, const char *text)
{
  glong indent = g_utf8_strlen (rest, -1);
  glong column = g_utf8_strlen (first, -1);
  gboolean fresh = TRUE;
  g_string_append (out, first);
  for (const char *p = text; *p;) {
    const char *end = word_end (text, p);
    glong width = g_utf8_strlen (p, end - p);
    if (!fresh && column + 1 + width > ORIENTA_COLUMNS) {
      g_string_append_c (out, '\n');
      g_string_append (out, rest);
      column = indent;
      fresh = TRUE;
    }
    if (!fresh)
      g_string_append_c (out, ' ');
    g_string_append_len (out, p, end - p);
    column += width + !fresh;
    fresh = FALSE;
    if (*end == '\n') {
      g_string_append_c (out, '\n');
      g_string_append (out, rest);
      column = indent;
      fresh = TRUE;
    }
    p = *end ? end + 1 : end;
  }
  g_string_append_c (out, '\n');
}

/* The same for a sentence with values in it. */
void
orienta_lines_printf (GString *out, const char *first, const char *rest, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  orienta_lines_wrap (out, first, rest, text);
}

static void
blanks (GString *out, const char *text, guint width)
{
  for (glong n = g_utf8_strlen (text, -1); n < (glong) width; n++)
    g_string_append_c (out, ' ');
}

/* `text` and what blanks it takes to fill `width` columns. */
void
orienta_lines_pad (GString *out, const char *text, guint width)
{
  g_string_append (out, text);
  blanks (out, text, width);
}

/* The blanks, then `text`: numbers in a column. */
void
orienta_lines_lead (GString *out, const char *text, guint width)
{
  blanks (out, text, width);
  g_string_append (out, text);
}
