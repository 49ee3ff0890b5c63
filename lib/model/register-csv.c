/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A register from a folder of CSV files. Each file's columns are found once; a row is then as many cells into fields.
 */
#include "model/builder-private.h"

#include "base/text-private.h"
#include "io/csv-private.h"

#include <string.h>

#define TICK_EVERY 4096 /* rows between two looks at the clock */

static const struct {
  const char *file, *stage;
  gboolean required;
} files[ORIENTA_N_TABLES] = {
  [ORIENTA_TABLE_HOUSEHOLDS] = { "households.csv", "reading households", TRUE },
  [ORIENTA_TABLE_PERSONS] = { "persons.csv", "reading persons", FALSE },
  [ORIENTA_TABLE_UNITS] = { "units.csv", "reading units", TRUE },
  [ORIENTA_TABLE_SERVICES] = { "services.csv", "reading services", FALSE },
  [ORIENTA_TABLE_TERRITORIES] = { "territories.csv", "reading territories", FALSE },
  [ORIENTA_TABLE_OUTCOMES] = { "outcomes.csv", "reading outcomes", FALSE },
  [ORIENTA_TABLE_OFFERS] = { "offers.csv", "reading offers", FALSE },
};

static void
header_fault (OrientaBuilder *self, const OrientaCsv *csv, const char *file, char *text)
{
  g_autofree char *owned = text;
  orienta_faults_add (self->faults, ORIENTA_ERROR_INVALID, file, orienta_csv_line (csv), 0, "%s", owned);
}

/* The column of each cell, NULL for one that is not known: perhaps a name misspelt, without which the rest cannot be
 * judged. NULL: a required one is missing. */
static const OrientaColumn **
find_columns (OrientaBuilder *self, OrientaTable table, const OrientaCsv *csv)
{
  const OrientaColumns *columns = &self->tables[table].columns;
  guint n = orienta_csv_n_columns (csv);
  g_autofree const OrientaColumn **found = g_new (const OrientaColumn *, n);
  g_autofree gboolean *present = g_new0 (gboolean, columns->n);
  gboolean complete = TRUE;
  for (guint i = 0; i < n; i++) {
    found[i] = orienta_columns_find (columns, orienta_csv_column (csv, i));
    if (found[i]) {
      present[found[i] - columns->columns] = TRUE;
      continue;
    }
    header_fault (self, csv, files[table].file,
                  orienta_columns_unknown (columns, self->noun, orienta_csv_column (csv, i)));
    self->incomplete = TRUE;
  }
  for (guint i = 0; i < columns->n; i++) {
    if (present[i] || !columns->columns[i].required)
      continue;
    header_fault (self, csv, files[table].file, g_strdup_printf ("column \"%s\" is missing", columns->columns[i].name));
    complete = FALSE;
  }
  return complete ? g_steal_pointer (&found) : NULL;
}

/* The next row; rows that were passed over leave the register incomplete. */
static const OrientaCell *
next_row (OrientaBuilder *self, OrientaCsv *csv)
{
  guint faults = orienta_faults_count (self->faults);
  const OrientaCell *cells = orienta_csv_next (csv);
  if (orienta_faults_count (self->faults) > faults)
    self->incomplete = TRUE;
  return cells;
}

static gboolean
tick (OrientaProgress *progress, const OrientaCsv *csv, guint64 *offset, GError **error)
{
  guint64 now = orienta_csv_offset (csv);
  orienta_progress_advance (progress, now - *offset);
  *offset = now;
  return orienta_progress_tick (progress, error);
}

static gboolean
read_rows (OrientaBuilder *self, OrientaTable table, OrientaCsv *csv, const OrientaColumn *const *columns,
           OrientaProgress *progress, GError **error)
{
  const OrientaCell *cells;
  guint n = orienta_csv_n_columns (csv);
  guint64 offset = 0;
  orienta_progress_start (progress, files[table].stage, orienta_csv_size (csv));
  for (guint row = 0; !self->tables[table].full && (cells = next_row (self, csv)); row++) {
    orienta_builder_begin_line (self, table, orienta_csv_line (csv), NULL);
    for (guint i = 0; i < n; i++)
      if (columns[i] && cells[i].length > 0)
        orienta_builder_put (self, columns[i], cells[i].text, cells[i].length);
    orienta_builder_end_line (self);
    if (row % TICK_EVERY == 0 && !tick (progress, csv, &offset, error))
      return FALSE;
  }
  return tick (progress, csv, &offset, error);
}

static gboolean
read_table (OrientaBuilder *self, const char *folder, OrientaTable table, OrientaProgress *progress, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[table].file, NULL);
  if (!files[table].required && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr (OrientaCsv) csv = orienta_csv_open (path, files[table].file, self->faults);
  g_autofree const OrientaColumn **columns = csv ? find_columns (self, table, csv) : NULL;
  if (!columns) {
    self->incomplete = TRUE;
    return TRUE;
  }
  self->tables[table].file = files[table].file;
  return read_rows (self, table, csv, columns, progress, error);
}

static void
take_day (OrientaBuilder *self, guint line, const OrientaCell *cell)
{
  OrientaDate day = orienta_date_parse (cell->text, cell->length);
  g_autofree char *quoted = orienta_text_quote (cell->text, (gssize) cell->length);
  if (day == ORIENTA_NO_DATE)
    orienta_faults_add (self->faults, ORIENTA_ERROR_INVALID, "register.csv", line, 0,
                        "as_of %s is not a date such as 2026-11-22 or 22/11/2026", quoted);
  else if (self->as_of == ORIENTA_NO_DATE)
    self->as_of = day;
}

/* register.csv: one column, one line. What the caller gave stands. */
static void
read_day (OrientaBuilder *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "register.csv", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  g_autoptr (OrientaCsv) csv = orienta_csv_open (path, "register.csv", self->faults);
  if (!csv)
    return;
  if (orienta_csv_n_columns (csv) != 1 || strcmp (orienta_csv_column (csv, 0), "as_of") != 0) {
    header_fault (self, csv, "register.csv", g_strdup ("the one column \"as_of\" was expected"));
    return;
  }
  const OrientaCell *cells = orienta_csv_next (csv);
  if (cells)
    take_day (self, orienta_csv_line (csv), cells);
  if (cells && orienta_csv_next (csv))
    header_fault (self, csv, "register.csv", g_strdup ("a second line; only one was expected"));
}

gboolean
orienta_builder_read_folder (OrientaBuilder *self, const char *path, OrientaProgress *progress, GError **error)
{
  read_day (self, path);
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    if (!read_table (self, path, (OrientaTable) t, progress, error))
      return FALSE;
  return TRUE;
}
