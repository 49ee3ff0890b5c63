/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Any cell, read as a number, a date, an id: what is read is written as it was meant; and quoted for a message. */
#include "fuzz.h"

#include "base/date-private.h"
#include "base/number-private.h"
#include "base/text-private.h"

#include <string.h>

static void
check_number (const char *text, gsize length, guint places)
{
  gint64 value, again;
  if (!orienta_number_parse (text, length, places, &value))
    return;
  g_autofree char *written = orienta_number_format (value, places);
  g_autofree char *french = orienta_number_format_for (value, places, ORIENTA_FRENCH);
  g_assert (orienta_number_parse (written, strlen (written), places, &again) && again == value);
  g_assert (g_utf8_validate (french, -1, NULL));
}

static void
check_date (const char *text, gsize length)
{
  OrientaDate date = orienta_date_parse (text, length);
  if (date == ORIENTA_NO_DATE)
    return;
  g_autofree char *written = orienta_date_format (date);
  g_assert (orienta_date_parse (written, strlen (written)) == date);
  g_assert (orienta_date_months (date, date) == 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "request_date", "referral_date", "pets", "id" };
  g_autofree char *text = g_memdup2 (data, size); /* without a NUL after it */
  g_autofree char *ended = g_strndup ((const char *) data, size);
  const char *cell = text ? text : "";
  check_number (cell, size, 0);
  check_number (cell, size, 2);
  check_number (cell, size, 6);
  check_date (cell, size);
  g_autofree char *quoted = orienta_text_quote (cell, (gssize) size);
  g_assert (g_utf8_validate (quoted, -1, NULL) && !strchr (quoted, '\n'));
  if (orienta_text_is_id (cell, size, 64))
    g_assert (strlen (ended) == size && strlen (quoted) <= size + 2 + strlen ("…"));
  orienta_text_nearest (ended, names, G_N_ELEMENTS (names));
  g_autofree char *filled = orienta_text_fill (ended, (const char *const[]){ "a", "b", NULL });
  g_assert (strlen (filled) <= size);
  return 0;
}
