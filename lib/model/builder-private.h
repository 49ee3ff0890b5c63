/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/fault-private.h"
#include "base/progress-private.h"
#include "io/json-private.h"
#include "model/column-private.h"
#include "model/local-private.h"
#include "model/name-private.h"

/* A register in the making: rows as they come, references as numbers of names until all lines are known. */

#define ORIENTA_MAX_LINES 10000000
#define ORIENTA_NO_LINE G_MAXUINT

typedef struct {
  OrientaColumns columns;
  GArray *rows;
  GArray *lines;      /* guint32: of the file, for each row */
  GArray *nodes;      /* JsonNode *, for each row; JSON only */
  guint *said;        /* for each column the last row in which it was given, + 1 */
  GHashTable *faulty; /* rows, + 1, that have a fault of their own: what follows from them is not judged */
  const char *file;   /* static or interned; NULL: calls of the builder */
  gboolean full;
} OrientaLines;

struct OrientaBuilder {
  gatomicrefcount references;
  gboolean sealed;
  gboolean incomplete; /* a file could not be read to its end: what refers to it is not judged */
  OrientaDate as_of;   /* ORIENTA_NO_DATE: the data's own */
  OrientaFaults *faults;
  OrientaProgress *progress; /* while it is sealed; NULL: nobody looks */
  GError *cancelled;
  OrientaRegister *reg; /* what the register will own: texts, local columns */
  OrientaLines tables[ORIENTA_N_TABLES];
  OrientaNames names[ORIENTA_N_TABLES]; /* of households, units, services, territories */
  OrientaNames codes, priorities;
  GHashTable *unknown; /* "table column", set of those that were told to be not known */
  GArray *places, *verified, *slots; /* pools */
  GArray **locals;                   /* gint64, for each local column */
  /* the current line */
  OrientaTable table;
  guint row;               /* ORIENTA_NO_LINE: none */
  guint32 line;            /* 0: not CSV */
  guint faults_before;     /* when it began */
  const char *noun;        /* "column" or "member" */
  const OrientaJson *json; /* NULL: not JSON */
  JsonNode *node;          /* the value being read, of `json` */
  const char *path;        /* of that value, where its faults are to name it; NULL: they do not */
  GHashTable *figures;     /* names that may stand for a number -> its text; NULL: none */
};

void orienta_builder_begin_line (OrientaBuilder *self, OrientaTable table, guint32 line, JsonNode *node);
void orienta_builder_end_line (OrientaBuilder *self);
void orienta_builder_put (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length);
void orienta_builder_put_item (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length);
void orienta_builder_put_none (OrientaBuilder *self, const OrientaColumn *column);
gboolean orienta_builder_is_faulty (const OrientaBuilder *self, OrientaTable table, guint row);
gboolean orienta_builder_was_said (const OrientaBuilder *self, const OrientaColumn *column);
void orienta_builder_fault (OrientaBuilder *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void orienta_builder_fault_at (OrientaBuilder *self, OrientaTable table, guint row, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void orienta_builder_fault_text (OrientaBuilder *self, OrientaErrorCode code, char *text);
char *orienta_builder_place (const OrientaBuilder *self, OrientaTable table, guint row);
gpointer orienta_builder_row (const OrientaBuilder *self, OrientaTable table, guint row);
guint orienta_builder_n_rows (const OrientaBuilder *self, OrientaTable table);
OrientaRegister *orienta_builder_finish (OrientaBuilder *self, OrientaProgress *progress, GError **error);

/* A cell into the current line (cell.c); FALSE: not what the column expects. */
gboolean orienta_cell_read (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length);

/* A folder of CSV files, a document (register-csv.c, register-json.c). FALSE: cancelled; faults wait for the end. */
gboolean orienta_builder_read_folder (OrientaBuilder *self, const char *path, OrientaProgress *progress,
                                      GError **error);
gboolean orienta_builder_read_json (OrientaBuilder *self, const OrientaJson *json, JsonNode *root,
                                    OrientaProgress *progress, GError **error);
void orienta_builder_read_line (OrientaBuilder *self, OrientaTable table, JsonNode *node);
void orienta_builder_put_node (OrientaBuilder *self, const OrientaColumn *column, JsonNode *node);

/* Households that are none, of which others take single fields (template.c). */
void orienta_builder_begin_template (OrientaBuilder *self, JsonNode *node);
OrientaHouseholdRow *orienta_register_take_templates (OrientaRegister *self, guint n);
const char *orienta_register_add_households (OrientaRegister *self, const OrientaHouseholdRow *rows, guint n);

/* For the long loops of sealing: lets the host look now and then; FALSE once it has cancelled. */
gboolean orienta_builder_goes_on (OrientaBuilder *self, guint step);

/* What only all lines together can show (check.c). */
void orienta_builder_check (OrientaBuilder *self);
