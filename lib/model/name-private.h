/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The ids and codes of one kind: text to number. A number is given at first mention, before anyone knows whether a line
 * of that id exists; sorting then gives each its place, whatever the order of the lines was. */

#define ORIENTA_MAX_ID 64

typedef struct {
  GHashTable *index; /* text -> number + 1 */
  GArray *texts;     /* const char *, in a chunk */
  GArray *lines;     /* gint32: the line that defines it, -1: only mentioned */
} OrientaNames;

void orienta_names_init (OrientaNames *self);
void orienta_names_clear (OrientaNames *self);
gint32 orienta_names_add (OrientaNames *self, GStringChunk *chunk, const char *text, gsize length);
const char *orienta_names_text (const OrientaNames *self, gint32 number);
gint32 *orienta_names_sort (OrientaNames *self);

/* Moves element i of an array to `places[i]`, in place. */
void orienta_array_permute (gpointer base, gsize size, const gint32 *places, guint n);
