/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>

/* Plain text for a terminal or a letter: 80 columns, paragraphs hung under their first word. */

#define ORIENTA_COLUMNS 80

/* A label of the report, both languages side by side where it is used. */
static inline const char *
orienta_say (OrientaLanguage language, const char *french, const char *english)
{
  return language == ORIENTA_FRENCH ? french : english;
}

void orienta_lines_title (GString *out, const char *text, char underline);
void orienta_lines_wrap (GString *out, const char *first, const char *rest, const char *text);
void orienta_lines_printf (GString *out, const char *first, const char *rest, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void orienta_lines_pad (GString *out, const char *text, guint width);  /* to the left of a column */
void orienta_lines_lead (GString *out, const char *text, guint width); /* to its right */
