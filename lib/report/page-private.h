/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "report/lines-private.h"
#include "report/report-private.h"

/* One page in the making. */
typedef struct {
  GString *out;
  const OrientaPolicy *policy;
  OrientaRegister *reg;
  const OrientaReport *report; /* NULL: the page of a matching */
  OrientaLanguage language;
  OrientaAudience audience;
} OrientaPage;

/* Markup with values in it; every %s is escaped. */
void orienta_page_add   (const OrientaPage *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void orienta_page_share (const OrientaPage *self, guint64 n, guint64 of); /* a cell with a small bar */
void orienta_page_begin (const OrientaPage *self, const char *heading);
void orienta_page_lead  (const OrientaPage *self, const char *heading); /* the top of the header, down to the facts */
void orienta_page_fact  (const OrientaPage *self, const char *name, const char *value);
void orienta_page_prints (const OrientaPage *self); /* the fact of both fingerprints */
void orienta_page_flag  (const OrientaPage *self, const char *class, const char *text);

static inline const char *orienta_page_say (const OrientaPage *self, const char *french, const char *english)
  G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

static inline const char *
orienta_page_say (const OrientaPage *self, const char *french, const char *english)
{
  return orienta_say (self->language, french, english);
}

void orienta_page_style   (const OrientaPage *self);
void orienta_page_summary (const OrientaPage *self);
void orienta_page_index   (const OrientaPage *self);
void orienta_page_units   (const OrientaPage *self);
void orienta_page_list    (const OrientaPage *self, guint list);
void orienta_page_refused (const OrientaPage *self);
void orienta_page_unhoused (const OrientaPage *self);

/* Lists by kind of home, in the order of the vocabulary; the n-th list of all. Free with g_array_unref(). */
GArray *orienta_page_lists_of_kind (const OrientaReport *report, guint kind);
