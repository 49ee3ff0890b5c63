/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/number-private.h"

#include <string.h>

static gint64
power_of_ten (guint places)
{
  gint64 scale = 1;
  while (places-- > 0)
    scale *= 10;
  return scale;
}

/* Reads a plain decimal with point or comma and at most `places` decimals as an integer of that scale: "12,5" with 6
 * places is 12500000. No exponent, no blanks. FALSE (value untouched) for anything else or past twelve digits. */
gboolean
orienta_number_parse (const char *text, gsize length, guint places, gint64 *value)
{
  const char *end = text + length;
  gboolean negative = text < end && *text == '-';
  gint64 whole = 0, part = 0;
  guint digits = 0, decimals = 0;
  if (text < end && (*text == '-' || *text == '+'))
    text++;
  for (; text < end && g_ascii_isdigit (*text); text++, digits++) {
    whole = whole * 10 + (*text - '0');
    if (whole >= G_GINT64_CONSTANT (1000000000000))
      return FALSE;
  }
  if (digits == 0)
    return FALSE;
  if (text < end && (*text == '.' || *text == ',')) {
    for (text++; text < end && g_ascii_isdigit (*text); text++, decimals++) {
      if (decimals < places)
        part = part * 10 + (*text - '0');
      else if (*text != '0')
        return FALSE;
    }
    if (decimals == 0)
      return FALSE;
  }
  if (text != end)
    return FALSE;
  gint64 result = whole * power_of_ten (places) + part * power_of_ten (places - MIN (decimals, places));
  *value = negative ? -result : result;
  return TRUE;
}

/* a / b as a number, halves away from zero; unknown when either is, when b is 0 or when the result is out of range. */
gint64
orienta_number_divide (gint64 value, gint64 by)
{
  return by == ORIENTA_UNKNOWN ? ORIENTA_UNKNOWN : orienta_number_scale (value, ORIENTA_MILLION, by);
}

/* value * times / by, halves away from zero, exact in between; unknown as for orienta_number_divide(). */
gint64
orienta_number_scale (gint64 value, gint64 times, gint64 by)
{
  if (value == ORIENTA_UNKNOWN || by == 0)
    return ORIENTA_UNKNOWN;
  __int128 numerator = (__int128) value * times;
  __int128 divisor = by;
  if (divisor < 0) {
    numerator = -numerator;
    divisor = -divisor;
  }
  __int128 half = divisor / 2;
  __int128 result = numerator >= 0 ? (numerator + half) / divisor : -((-numerator + half) / divisor);
  if (result > ORIENTA_NUMBER_MAX || result < -ORIENTA_NUMBER_MAX)
    return ORIENTA_UNKNOWN;
  return (gint64) result;
}

/* The shortest decimal of an integer of that scale: 12500000 with 6 places is "12.5". Free with g_free(). */
char *
orienta_number_format (gint64 value, guint places)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  guint64 scale = (guint64) power_of_ten (places);
  g_autofree char *part = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) places, magnitude % scale);
  gsize n = places;
  while (n > 0 && part[n - 1] == '0')
    n--;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%.*s", value < 0 ? "-" : "", magnitude / scale, n > 0 ? "." : "",
                          (int) n, part);
}

/* The same for people: digits in threes, "1 250,5" in French (narrow no-break space), "1,250.5" in English. */
char *
orienta_number_format_for (gint64 value, guint places, OrientaLanguage language)
{
  g_autofree char *plain = orienta_number_format (value, places);
  const char *point = strchr (plain, '.');
  const char *digits = plain + (*plain == '-');
  gsize whole = point ? (gsize) (point - digits) : strlen (digits);
  GString *out = g_string_new (value < 0 ? "−" : NULL);
  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append (out, language == ORIENTA_FRENCH ? "\u202f" : ",");
    g_string_append_c (out, digits[i]);
  }
  if (point)
    g_string_append_printf (out, "%s%s", language == ORIENTA_FRENCH ? "," : ".", point + 1);
  return g_string_free (out, FALSE);
}
