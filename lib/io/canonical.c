/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The canonical form of JSON, RFC 8785: one document, one text, so that a hash of it means the same everywhere. */
#include "io/json-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_ALWAYS 15 /* decimal digits that any normal double keeps */
#define DIGITS_MAX 17    /* decimal digits that tell any double from its neighbours */
#define DIGITS_SIZE 32   /* bytes of "-d.dddddddddddddddde-308" and its NUL */

static void append_value (GString *out, JsonNode *node);

/* The place of a character in the order of UTF-16 code units, in which those beyond U+FFFF come before U+E000. */
static guint32
utf16_rank (gunichar c)
{
  return c >= 0xe000 && c < 0x10000 ? c + 0x200000 : c;
}

static gint
compare_names (gconstpointer first, gconstpointer second)
{
  const char *a = *(const char *const *) first, *b = *(const char *const *) second;
  while (*a && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
  guint32 x = utf16_rank (g_utf8_get_char (a)), y = utf16_rank (g_utf8_get_char (b));
  return x < y ? -1 : x > y;
}

/* Appends a string as RFC 8785 writes it, quotes included. `text` is UTF-8. */
void
orienta_json_quote (GString *out, const char *text)
{
  static const char escaped[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
  g_string_append_c (out, '"');
  while (*text) {
    gsize plain = 0;
    while ((guchar) text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
      plain++;
    g_string_append_len (out, text, (gssize) plain);
    text += plain;
    if (*text == '\0')
      break;
    const char *escape = strchr (escaped, *text);
    if (escape)
      g_string_append_printf (out, "\\%c", letters[escape - escaped]);
    else
      g_string_append_printf (out, "\\u%04x", (guint) *text);
    text++;
  }
  g_string_append_c (out, '"');
}

/* The fewest digits that read back as `value`, as "d.ddde+x"; of as few the nearest. Above a power of two doubles lie
 * twice as far apart as below, and there the next decimal upwards may read back where the nearest does not. */
static void
shortest (double value, char *text)
{
  /* a subnormal has fewer digits than DIGITS_ALWAYS, and shows others of its own accord */
  gint digits = value < G_MINDOUBLE ? 1 : DIGITS_ALWAYS;
  for (; digits <= DIGITS_MAX; digits++) {
    char format[8];
    g_snprintf (format, sizeof format, "%%.%de", digits - 1);
    g_ascii_formatd (text, DIGITS_SIZE, format, value);
    char *last = strchr (text, 'e') - 1;
    for (guint step = 0; step < 2; step++) {
      if (g_ascii_strtod (text, NULL) == value)
        return;
      if (*last == '9')
        break;
      (*last)++;
    }
  }
}

/* Appends a double as ECMAScript prints it (ECMA-262, Number::toString). */
void
orienta_json_number (GString *out, double value)
{
  char text[DIGITS_SIZE], digits[DIGITS_SIZE];
  if (value < 0)
    g_string_append_c (out, '-');
  if (value == 0) { /* -0 is 0 */
    g_string_append_c (out, '0');
    return;
  }
  shortest (fabs (value), text);
  gint n = 0;
  char *exponent = strchr (text, 'e');
  for (char *p = text; p < exponent; p++)
    if (*p != '.')
      digits[n++] = *p;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  gint point = (gint) g_ascii_strtoll (exponent + 1, NULL, 10) + 1; /* digits before the point */
  if (point > 21 || point <= -6) {
    g_string_append_c (out, digits[0]);
    if (n > 1)
      g_string_append_printf (out, ".%.*s", n - 1, digits + 1);
    g_string_append_printf (out, "e%c%d", point > 0 ? '+' : '-', abs (point - 1));
  } else if (point <= 0) {
    g_string_append_printf (out, "0.%.*s%.*s", -point, "000000", n, digits);
  } else if (point < n) {
    g_string_append_printf (out, "%.*s.%.*s", point, digits, n - point, digits + point);
  } else {
    g_string_append_printf (out, "%.*s%.*s", n, digits, point - n, "00000000000000000000");
  }
}

static void
append_object (GString *out, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_names);
  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    orienta_json_quote (out, names->pdata[i]);
    g_string_append_c (out, ':');
    append_value (out, json_object_get_member (object, names->pdata[i]));
  }
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_value (out, json_array_get_element (array, i));
  }
  g_string_append_c (out, ']');
}

static void
append_value (GString *out, JsonNode *node)
{
  JsonNodeType type = json_node_get_node_type (node);
  GType of = type == JSON_NODE_VALUE ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type == JSON_NODE_OBJECT)
    append_object (out, json_node_get_object (node));
  else if (type == JSON_NODE_ARRAY)
    append_array (out, json_node_get_array (node));
  else if (of == G_TYPE_STRING)
    orienta_json_quote (out, json_node_get_string (node));
  else if (of == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (of == G_TYPE_INT64 || of == G_TYPE_DOUBLE)
    orienta_json_number (out, json_node_get_double (node));
  else
    g_string_append (out, "null");
}

/* The text of a value in the form of RFC 8785: no blanks, members by UTF-16 code units, numbers as doubles (an integer
 * beyond 2^53 is rounded to the nearest double, as every reader of JSON that knows only doubles does). Doubles must be
 * finite. O(n log n). Free with g_free(). */
char *
orienta_json_canonical (JsonNode *node)
{
  GString *out = g_string_new (NULL);
  append_value (out, node);
  return g_string_free (out, FALSE);
}
