/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/text-private.h"

#include <string.h>

#define QUOTE_MAX 60 /* characters of a value that a message shows */

/* Whether the bytes are an id: 1 to `max` of A-Za-z0-9._:- */
gboolean
orienta_text_is_id (const char *text, gsize length, gsize max)
{
  if (length == 0 || length > max)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && (text[i] == '\0' || !strchr ("._:-", text[i])))
      return FALSE;
  return TRUE;
}

/* A value as a message shows it: quoted, cut after QUOTE_MAX characters, control characters and bytes that are not
 * UTF-8 escaped. `length` -1: up to the NUL. Free with g_free(). */
char *
orienta_text_quote (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  g_autoptr (GString) out = g_string_new ("\"");
  guint shown = 0;
  for (; text < end && shown < QUOTE_MAX; shown++) {
    gunichar c = g_utf8_get_char_validated (text, end - text);
    if (c == (gunichar) -1 || c == (gunichar) -2 || *text == '\0') {
      g_string_append_printf (out, "\\x%02x", (guchar) *text);
      text++;
    } else if (g_unichar_iscntrl (c)) {
      g_string_append_printf (out, "\\x%02x", c);
      text = g_utf8_next_char (text);
    } else {
      g_string_append_unichar (out, c);
      text = g_utf8_next_char (text);
    }
  }
  g_string_append (out, text < end ? "…\"" : "\"");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Edit distance of two short words, adjacent swaps counted once (restricted Damerau-Levenshtein). */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  if (n > 63 || m > 63)
    return G_MAXUINT;
  guint d[64][64];
  for (gsize i = 0; i <= n; i++)
    d[i][0] = (guint) i;
  for (gsize j = 0; j <= m; j++)
    d[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    for (gsize j = 1; j <= m; j++) {
      guint change = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      d[i][j] = MIN (change, MIN (d[i - 1][j], d[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[n][m];
}

/* The candidate most like `name`, or NULL when none is near enough to be what was meant. */
const char *
orienta_text_nearest (const char *name, const char *const *candidates, guint n)
{
  const char *best = NULL;
  guint least = (guint) strlen (name) / 3 + 2;
  for (guint i = 0; i < n; i++) {
    guint d = distance (name, candidates[i]);
    if (d < least) {
      least = d;
      best = candidates[i];
    }
  }
  return best;
}

static const char *
value_of (const char *const *pairs, const char *key, gsize length)
{
  for (; pairs && *pairs; pairs += 2)
    if (strlen (pairs[0]) == length && memcmp (pairs[0], key, length) == 0)
      return pairs[1];
  return NULL;
}

/* A sentence whose {names} are replaced. `pairs`: name, value, …, NULL. A name without value stays. Free with g_free().
 */
char *
orienta_text_fill (const char *sentence, const char *const *pairs)
{
  GString *out = g_string_new (NULL);
  for (const char *p = sentence; *p; p++) {
    const char *close = *p == '{' ? strchr (p, '}') : NULL;
    const char *value = close ? value_of (pairs, p + 1, (gsize) (close - p - 1)) : NULL;
    if (value) {
      g_string_append (out, value);
      p = close;
    } else {
      g_string_append_c (out, *p);
    }
  }
  return g_string_free (out, FALSE);
}
