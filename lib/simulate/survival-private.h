/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How long a wait lasts, where some waits were not seen to their end. */
typedef struct {
  gint64 length; /* seconds */
  gboolean ended; /* with a home; else it was seen so far and no further */
} OrientaSpell;

void   orienta_spells_sort     (guint n, OrientaSpell *spells);
double orienta_spells_share    (guint n, const OrientaSpell *spells, gint64 length); /* NaN: not known */
