/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "array.h"

G_BEGIN_DECLS

/* Lines of a register by whole columns: what a language has as arrays and lists goes into a builder in one call. Each
 * column is copied when it is added. `valid` holds 0 where a cell is missing; without elements all are there. */
typedef struct OrientaFill OrientaFill;

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
gboolean     orienta_fill_add_utf8    (OrientaFill *self, const char *column, const OrientaArray *offsets,
                                       const OrientaArray *bytes, const OrientaArray *valid, GError **error);
void         orienta_fill_into        (const OrientaFill *self, OrientaBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrientaFill, orienta_fill_unref)

G_END_DECLS
