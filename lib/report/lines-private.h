/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>

/* Plain text for a terminal or a letter: 80 columns, paragraphs hung under their first word. */

#define ORIENTA_COLUMNS 80

/* A label or a format of the report, both languages side by side where it is used. */
static inline const char *orienta_say (OrientaLanguage language, const char *french, const char *english) G_GNUC_FORMAT (2)
  G_GNUC_FORMAT (3);

static inline const char *
orienta_say (OrientaLanguage language, const char *french, const char *english)
{
  return language == ORIENTA_FRENCH ? french : english;
}

/* Words for a number of things: in French, one and less than two are alike. */
static inline const char *
orienta_say_n (OrientaLanguage language, guint64 n, const char *french, const char *french_many, const char *english,
               const char *english_many)
{
  return language == ORIENTA_FRENCH ? (n < 2 ? french : french_many) : n == 1 ? english : english_many;
}

void orienta_lines_title (GString *out, const char *text, char underline);
void orienta_lines_wrap (GString *out, const char *first, const char *rest, const char *text);
void orienta_lines_printf (GString *out, const char *first, const char *rest, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void orienta_lines_pad (GString *out, const char *text, guint width);  /* to the left of a column */
void orienta_lines_lead (GString *out, const char *text, guint width); /* to its right */
