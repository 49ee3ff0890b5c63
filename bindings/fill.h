/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "array.h"

G_BEGIN_DECLS

#define ORIENTA_FILL_MOST 10000000 /* rows: no table of a register has more lines */

/* Lines of a register by whole columns: what a language has as arrays and lists goes into a builder in one call. Each
 * column is copied when it is added. `valid` holds 0 where a cell is missing; without elements all are there. */
typedef struct OrientaFill OrientaFill; /* one table of a register, by columns */

OrientaFill *orienta_fill_new         (OrientaTable table, gsize n_rows);
OrientaFill *orienta_fill_ref         (OrientaFill *self);
void         orienta_fill_unref       (OrientaFill *self);
gsize        orienta_fill_get_n_rows  (const OrientaFill *self);
gboolean     orienta_fill_add_numbers (OrientaFill *self, const char *column, const OrientaArray *values,
                                       const OrientaArray *valid, GError **error);
gboolean     orienta_fill_add_bools   (OrientaFill *self, const char *column, const OrientaArray *values,
                                       const OrientaArray *valid, GError **error);
gboolean     orienta_fill_add_dates   (OrientaFill *self, const char *column, const OrientaArray *days,
                                       const OrientaArray *valid, GError **error);
gboolean     orienta_fill_add_texts   (OrientaFill *self, const char *column, const OrientaStrings *texts, GError **error);
gboolean     orienta_fill_add_words   (OrientaFill *self, const char *column, const OrientaArray *codes,
                                       const OrientaStrings *words, GError **error);
void         orienta_fill_into        (const OrientaFill *self, OrientaBuilder *builder, gsize first, gsize n);

/* The same cell by cell: columns begin, cells follow, then the rows are counted. */
gboolean     orienta_fill_begin       (OrientaFill *self, const char *column, GError **error);
void         orienta_fill_append      (OrientaFill *self, guint column, const char *cell);
void         orienta_fill_append_rows (OrientaFill *self, gsize n);
void         orienta_fill_append_double (GString *cells, double value);
void         orienta_fill_append_date (GString *cells, gint64 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFill, orienta_fill_unref)

G_END_DECLS
