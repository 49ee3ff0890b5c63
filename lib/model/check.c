/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Checks that need all lines: the day, references, who lives in a household, territories that contain themselves. Rows
 * lie as they were read and refer to each other by number of name. */
#include "model/builder-private.h"
#include "model/derive-private.h"

#define ADULTS_MAX 30 /* and children */
#define CYCLE_SHOWN 8 /* territories of a circle that a message names */

typedef void (*ColumnCheck) (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column);

static void
for_each_column (OrientaBuilder *self, ColumnCheck check)
{
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    for (guint i = 0; i < self->tables[t].columns.n; i++)
      check (self, (OrientaTable) t, &self->tables[t].columns.columns[i]);
}

static void
find_latest (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column)
{
  if (column->kind != ORIENTA_COLUMN_DATE || column->day != ORIENTA_DAY_DATING)
    return;
  for (guint i = 0; i < orienta_builder_n_rows (self, table) && orienta_builder_goes_on (self, i); i++) {
    gint64 date = orienta_column_load (column, orienta_builder_row (self, table, i));
    self->as_of = MAX (self->as_of, (OrientaDate) date);
  }
}

static void
check_past (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column)
{
  if (column->kind != ORIENTA_COLUMN_DATE || column->day == ORIENTA_DAY_ANY)
    return;
  for (guint i = 0; i < orienta_builder_n_rows (self, table) && orienta_builder_goes_on (self, i); i++) {
    OrientaDate date = (OrientaDate) orienta_column_load (column, orienta_builder_row (self, table, i));
    if (date <= self->as_of)
      continue;
    g_autofree char *given = orienta_date_format (date);
    g_autofree char *day = orienta_date_format (self->as_of);
    orienta_builder_fault_at (self, table, i, "%s %s is after the register's day, %s", column->name, given, day);
  }
}

static void
check_day (OrientaBuilder *self)
{
  if (self->as_of == ORIENTA_NO_DATE)
    for_each_column (self, find_latest);
  if (self->as_of != ORIENTA_NO_DATE)
    for_each_column (self, check_past);
  else if (orienta_faults_count (self->faults) == 0)
    orienta_faults_add (self->faults, ORIENTA_ERROR_INVALID, NULL, 0, 0,
                        "as_of is not given and there is no date to take it from");
}

static void
check_name (OrientaBuilder *self, OrientaTable table, guint row, const OrientaColumn *column, gint32 number)
{
  const OrientaNames *names = &self->names[column->table];
  if (g_array_index (names->lines, gint32, number) < 0)
    orienta_builder_fault_at (self, table, row, "%s \"%s\": there is no %s of this id", column->name,
                              orienta_names_text (names, number), orienta_table_noun (column->table));
}

static gboolean
all_are_known (const OrientaBuilder *self, OrientaTable table)
{
  guint n = orienta_builder_n_rows (self, table);
  return (table == ORIENTA_TABLE_TERRITORIES && n == 0) || self->names[table].texts->len == n;
}

static void
check_references (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column)
{
  if ((column->kind != ORIENTA_COLUMN_REFERENCE && column->kind != ORIENTA_COLUMN_PLACES)
      || all_are_known (self, column->table))
    return;
  for (guint i = 0; i < orienta_builder_n_rows (self, table) && orienta_builder_goes_on (self, i); i++) {
    gconstpointer row = orienta_builder_row (self, table, i);
    if (column->kind == ORIENTA_COLUMN_REFERENCE) {
      gint32 number = (gint32) orienta_column_load (column, row);
      if (number >= 0)
        check_name (self, table, i, column, number);
      continue;
    }
    const OrientaStretch *list = (const OrientaStretch *) ((const char *) row + column->offset);
    for (guint k = 0; k < list->n; k++)
      check_name (self, table, i, column, g_array_index (self->places, gint32, list->start + k));
  }
}

typedef struct {
  guint listed, applicants, adults, children;
  gboolean unclear; /* a person has a fault of their own */
} Tally;

static Tally *
count_persons (OrientaBuilder *self)
{
  Tally *tallies = g_new0 (Tally, orienta_builder_n_rows (self, ORIENTA_TABLE_HOUSEHOLDS));
  for (guint i = 0; i < orienta_builder_n_rows (self, ORIENTA_TABLE_PERSONS) && orienta_builder_goes_on (self, i);
       i++) {
    const OrientaPersonLine *line = orienta_builder_row (self, ORIENTA_TABLE_PERSONS, i);
    gint32 row =
        line->household < 0 ? -1 : g_array_index (self->names[ORIENTA_TABLE_HOUSEHOLDS].lines, gint32, line->household);
    if (row < 0)
      continue;
    Tally *tally = &tallies[row];
    tally->listed++;
    tally->unclear |= orienta_builder_is_faulty (self, ORIENTA_TABLE_PERSONS, i);
    tally->applicants += line->person.role == ORIENTA_ROLE_APPLICANT;
    if (!orienta_person_lives_there (&line->person))
      continue;
    if (orienta_person_is_adult (&line->person, self->as_of))
      tally->adults++;
    else
      tally->children++;
  }
  return tallies;
}

static void
check_count (OrientaBuilder *self, guint row, const char *column, guint8 given, guint counted)
{
  if (given != (guint8) -1 && given != counted)
    orienta_builder_fault_at (self, ORIENTA_TABLE_HOUSEHOLDS, row, "%s %u: the persons listed make it %u", column,
                              given, counted);
  else if (counted > ADULTS_MAX)
    orienta_builder_fault_at (self, ORIENTA_TABLE_HOUSEHOLDS, row, "the persons listed make %s %u, more than %d",
                              column, counted, ADULTS_MAX);
}

static void
check_listed (OrientaBuilder *self, guint row, const OrientaHouseholdRow *household, const Tally *tally)
{
  if (tally->applicants != 1)
    orienta_builder_fault_at (self, ORIENTA_TABLE_HOUSEHOLDS, row,
                              "household \"%s\" has %u applicants among its persons, not one", household->id,
                              tally->applicants);
  check_count (self, row, "adults", household->adults, tally->adults);
  check_count (self, row, "children", household->children, tally->children);
}

static void
check_households (OrientaBuilder *self)
{
  g_autofree Tally *tallies = count_persons (self);
  for (guint i = 0; i < orienta_builder_n_rows (self, ORIENTA_TABLE_HOUSEHOLDS) && orienta_builder_goes_on (self, i);
       i++) {
    const OrientaHouseholdRow *household = orienta_builder_row (self, ORIENTA_TABLE_HOUSEHOLDS, i);
    gboolean no_children = household->children == (guint8) -1 || household->children == 0;
    if (tallies[i].unclear || orienta_builder_is_faulty (self, ORIENTA_TABLE_HOUSEHOLDS, i))
      continue;
    if (tallies[i].listed > 0)
      check_listed (self, i, household, &tallies[i]);
    else if (household->adults == (guint8) -1)
      orienta_builder_fault_at (self, ORIENTA_TABLE_HOUSEHOLDS, i,
                                "household \"%s\" has neither adults nor persons listed", household->id);
    else if (household->adults == 0 && no_children)
      orienta_builder_fault_at (self, ORIENTA_TABLE_HOUSEHOLDS, i, "household \"%s\" has no person", household->id);
  }
}

typedef struct {
  guint64 subject;
  guint row;
} OutcomeKey;

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OutcomeKey *x = a, *y = b;
  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Each household has one value at most for a unit, and one for a kind. */
static void
check_outcomes (OrientaBuilder *self)
{
  guint n = orienta_builder_n_rows (self, ORIENTA_TABLE_OUTCOMES), kept = 0;
  g_autofree OutcomeKey *keys = g_new (OutcomeKey, n);
  for (guint i = 0; i < n; i++) {
    const OrientaOutcomeRow *row = orienta_builder_row (self, ORIENTA_TABLE_OUTCOMES, i);
    guint32 what = row->unit >= 0 ? (guint32) row->unit * 2 : (guint32) row->kind * 2 + 1;
    if (row->household >= 0 && (row->unit >= 0) != (row->kind >= 0))
      keys[kept++] = (OutcomeKey){ .subject = (guint64) row->household << 32 | what, .row = i };
  }
  if (kept > 1)
    g_qsort_with_data (keys, (gint) kept, sizeof (OutcomeKey), compare_keys, NULL);
  for (guint i = 1, first = 0; i < kept; i++) {
    if (keys[i].subject != keys[first].subject) {
      first = i;
      continue;
    }
    g_autofree char *place = orienta_builder_place (self, ORIENTA_TABLE_OUTCOMES, keys[first].row);
    orienta_builder_fault_at (self, ORIENTA_TABLE_OUTCOMES, keys[i].row,
                              "the value of this household for this home is already %s", place);
  }
}

static gint32
parent_of (const OrientaBuilder *self, gint32 number)
{
  gint32 row = g_array_index (self->names[ORIENTA_TABLE_TERRITORIES].lines, gint32, number);
  return row < 0 ? -1
                 : ((const OrientaTerritoryRow *) orienta_builder_row (self, ORIENTA_TABLE_TERRITORIES, (guint) row))
                       ->parent;
}

static void
report_cycle (OrientaBuilder *self, gint32 number)
{
  const OrientaNames *names = &self->names[ORIENTA_TABLE_TERRITORIES];
  g_autoptr (GString) path = g_string_new (orienta_names_text (names, number));
  gint32 at = parent_of (self, number);
  for (guint shown = 1; at != number && shown < CYCLE_SHOWN; shown++, at = parent_of (self, at))
    g_string_append_printf (path, " in %s", orienta_names_text (names, at));
  g_string_append_printf (path, at == number ? " in %s" : " in … in %s", orienta_names_text (names, number));
  orienta_builder_fault_at (self, ORIENTA_TABLE_TERRITORIES, (guint) g_array_index (names->lines, gint32, number),
                            "territory \"%s\" lies inside itself: %s", orienta_names_text (names, number), path->str);
}

/* Each circle of parents once, at the first of its lines. */
static void
check_cycles (OrientaBuilder *self)
{
  guint n = self->names[ORIENTA_TABLE_TERRITORIES].texts->len;
  g_autofree guint *walk = g_new0 (guint, n); /* the walk, from 1, that came by */
  for (guint i = 0; i < orienta_builder_n_rows (self, ORIENTA_TABLE_TERRITORIES); i++) {
    const OrientaTerritoryRow *row = orienta_builder_row (self, ORIENTA_TABLE_TERRITORIES, i);
    gint32 at = row->id
                    ? GPOINTER_TO_INT (g_hash_table_lookup (self->names[ORIENTA_TABLE_TERRITORIES].index, row->id)) - 1
                    : -1;
    for (; at >= 0 && walk[at] == 0; at = parent_of (self, at))
      walk[at] = i + 1;
    if (at >= 0 && walk[at] == i + 1)
      report_cycle (self, at);
  }
}

void
orienta_builder_check (OrientaBuilder *self)
{
  check_day (self);
  for_each_column (self, check_references);
  check_households (self);
  check_outcomes (self);
  check_cycles (self);
}
