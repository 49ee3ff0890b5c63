/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/fault-private.h"

/* CSV as people export it, a line at a time: separator, byte-order mark and encoding are found; a file of any size is
 * read in a fixed buffer. */

typedef struct OrientaCsv OrientaCsv;

typedef struct {
  const char *text; /* UTF-8, NUL-terminated; "" for an empty cell */
  gsize length;
} OrientaCell;

/* The header is read; NULL: faults has why. */
OrientaCsv        *orienta_csv_open      (const char *path, const char *name, OrientaFaults *faults);
void               orienta_csv_free      (OrientaCsv *self);
guint              orienta_csv_n_columns (const OrientaCsv *self);
const char        *orienta_csv_column    (const OrientaCsv *self, guint column);
/* n_columns cells, until the next call; NULL at the end, or at a fault past which nothing can be read. */
const OrientaCell *orienta_csv_next      (OrientaCsv *self);
guint              orienta_csv_line      (const OrientaCsv *self); /* where the last row begins, from 1 */
guint64            orienta_csv_offset    (const OrientaCsv *self); /* bytes read */
guint64            orienta_csv_size      (const OrientaCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaCsv, orienta_csv_free)
