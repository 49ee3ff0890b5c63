/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <orienta/builder.h>

#include "model/register-private.h"

/* What each table's columns are: how a cell is written and where its value goes. One table of them serves CSV, JSON,
 * the builder and the canonical form, so that every way in and out says the same. */

#define ORIENTA_N_TABLES (ORIENTA_TABLE_OFFERS + 1)
#define ORIENTA_MAX_CHOICES 62 /* codes or local words of one set: bits of a gint64 */

typedef enum {
  ORIENTA_COLUMN_ID,        /* names the line */
  ORIENTA_COLUMN_REFERENCE, /* a line of `table` */
  ORIENTA_COLUMN_CODE,
  ORIENTA_COLUMN_DATE,
  ORIENTA_COLUMN_AMOUNT, /* decimal, kept in hundredths */
  ORIENTA_COLUMN_NUMBER, /* decimal, kept in millionths */
  ORIENTA_COLUMN_COUNT,
  ORIENTA_COLUMN_BOOL,
  ORIENTA_COLUMN_WORD,
  ORIENTA_COLUMN_SUPPORT, /* a word, or yes and no */
  /* lists */
  ORIENTA_COLUMN_PLACES,   /* territories */
  ORIENTA_COLUMN_MASK,     /* words, as a set of bits */
  ORIENTA_COLUMN_PRIORITY, /* codes, as a set of bits */
  ORIENTA_COLUMN_NEEDS,    /* need or need:level */
  ORIENTA_COLUMN_VERIFIED, /* codes, or all */
  ORIENTA_COLUMN_SLOTS,    /* a count, or name:count */
} OrientaColumnKind;

/* What a date says of the register's day. */
typedef enum {
  ORIENTA_DAY_ANY,
  ORIENTA_DAY_PAST,   /* not after it */
  ORIENTA_DAY_DATING, /* not after it, and it is the latest of these when nobody gives it */
} OrientaDay;

typedef struct {
  const char *name;
  OrientaColumnKind kind;
  gsize offset, size; /* of the field in the table's row */
  gboolean required;
  gint64 fallback; /* what the field holds where nothing is said; -1, the least integer: not known */
  gint64 min, max; /* inclusive, as kept; of a word: 0, 0 is the whole list */
  const OrientaVocabulary *words;
  OrientaTable table; /* of a reference */
  OrientaDay day;
  guint local; /* number of the local column + 1; 0: a field of the row */
} OrientaColumn;

/* A line of persons.csv before it lies with its household. */
typedef struct {
  gint32 household;
  OrientaPerson person;
} OrientaPersonLine;

/* The columns of one table, local ones last. */
typedef struct {
  OrientaColumn *columns;
  guint n;
  GHashTable *by_name; /* name -> column */
  gpointer blank;      /* a row in which nothing is said */
  gsize row_size;
} OrientaColumns;

void orienta_columns_init (OrientaColumns *self, OrientaTable table, const OrientaLocalColumn *locals, guint n_locals);
void orienta_columns_clear (OrientaColumns *self);
const OrientaColumn *orienta_columns_find (const OrientaColumns *self, const char *name);
char *orienta_columns_unknown (const OrientaColumns *self, const char *noun, const char *name);
gint64 orienta_column_load (const OrientaColumn *self, gconstpointer row);
void orienta_column_store (const OrientaColumn *self, gpointer row, gint64 value);
gboolean orienta_column_is_list (const OrientaColumn *self);
char *orienta_column_expected (const OrientaColumn *self);
const char *orienta_table_name (OrientaTable table);
const char *orienta_table_noun (OrientaTable table);
