/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/language.h>

/* Exact decimals. A *number* is a gint64 of millionths, *points* a gint64 of thousandths; neither is ever a double, so
 * that sums are the same on every machine. */

#define ORIENTA_UNKNOWN G_MININT64 /* a value that nobody knows; no number, date or set ever equals it */
#define ORIENTA_MILLION 1000000    /* millionths in 1 */
#define ORIENTA_THOUSAND 1000      /* thousandths in 1 point */
#define ORIENTA_NUMBER_MAX (G_GINT64_CONSTANT (1000000000000) * ORIENTA_MILLION)
#define ORIENTA_POINTS_MAX (G_GINT64_CONSTANT (1000000000) * ORIENTA_THOUSAND)

gboolean orienta_number_parse       (const char *text, gsize length, guint places, gint64 *value);
gint64   orienta_number_divide      (gint64 value, gint64 by);
gint64   orienta_number_scale       (gint64 value, gint64 times, gint64 by);
char    *orienta_number_format      (gint64 value, guint places);
char    *orienta_number_format_for  (gint64 value, guint places, OrientaLanguage language);
