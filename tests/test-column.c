/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "model/column-private.h"

#include <string.h>

/* The text of a section of docs/data.md. */
static char *
section (const char *heading)
{
  g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "docs", "data.md", NULL);
  g_autofree char *text = NULL;
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  const char *start = strstr (text, heading);
  ck_assert_msg (start != NULL, "%s", heading);
  start += strlen (heading);
  const char *close = strstr (start, "\n## ");
  return close ? g_strndup (start, (gsize) (close - start)) : g_strdup (start);
}

/* The manual and the table of columns name the same columns. */
START_TEST (as_documented)
{
  for (OrientaTable t = ORIENTA_TABLE_HOUSEHOLDS; t <= ORIENTA_TABLE_OFFERS; t++) {
    OrientaColumns columns;
    orienta_columns_init (&columns, t, NULL, 0);
    g_autofree char *heading = g_strdup_printf ("\n## `%s.csv`", orienta_table_name (t));
    g_autofree char *text = section (heading);
    for (guint i = 0; i < columns.n; i++) {
      g_autofree char *name = g_strdup_printf ("`%s`", columns.columns[i].name);
      ck_assert_msg (strstr (text, name) != NULL, "%s: %s", heading, name);
    }
    orienta_columns_clear (&columns);
  }
}
END_TEST

/* The first cell of each row of the two tables of the manual. */
START_TEST (as_tabulated)
{
  static const struct {
    OrientaTable table;
    const char *heading;
  } tables[] = { { ORIENTA_TABLE_HOUSEHOLDS, "\n## `households.csv`" }, { ORIENTA_TABLE_UNITS, "\n## `units.csv`" } };
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++) {
    OrientaColumns columns;
    orienta_columns_init (&columns, tables[t].table, NULL, 0);
    g_autofree char *text = section (tables[t].heading);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint named = 0;
    for (guint i = 0; lines[i]; i++) {
      if (!g_str_has_prefix (lines[i], "| `"))
        continue;
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", 3);
      g_auto (GStrv) words = g_strsplit (cells[1], "`", -1); /* between quotes: the odd ones */
      for (guint k = 1; words[k - 1] && words[k]; k += 2, named++)
        ck_assert_msg (orienta_columns_find (&columns, words[k]) != NULL, "%s", words[k]);
    }
    ck_assert_uint_eq (named, columns.n);
    orienta_columns_clear (&columns);
  }
}
END_TEST

static void
assert_unknown (OrientaTable table, const char *name, const char *message)
{
  char local_name[] = "works_in_commune";
  OrientaLocalColumn local = { .name = local_name, .of = ORIENTA_OF_HOUSEHOLD, .type = ORIENTA_TYPE_BOOL };
  OrientaColumns columns;
  orienta_columns_init (&columns, table, &local, 1);
  g_autofree char *text = orienta_columns_unknown (&columns, "column", name);
  ck_assert_str_eq (text, message);
  orienta_columns_clear (&columns);
}

START_TEST (nearest)
{
  assert_unknown (ORIENTA_TABLE_HOUSEHOLDS, "incom_year",
                  "column \"incom_year\" is not known; did you mean \"income_year\"?");
  assert_unknown (ORIENTA_TABLE_HOUSEHOLDS, "nationality", "column \"nationality\" is not known");
  assert_unknown (ORIENTA_TABLE_HOUSEHOLDS, "work_in_commune",
                  "column \"work_in_commune\" is not known; did you mean \"works_in_commune\"?");
  assert_unknown (ORIENTA_TABLE_UNITS, "work_in_commune", "column \"work_in_commune\" is not known");
  assert_unknown (ORIENTA_TABLE_OFFERS, "raison", "column \"raison\" is not known; did you mean \"reason\"?");
}
END_TEST

static void
assert_expected (OrientaTable table, const char *name, const char *expected)
{
  OrientaColumns columns;
  orienta_columns_init (&columns, table, NULL, 0);
  g_autofree char *text = orienta_column_expected (orienta_columns_find (&columns, name));
  ck_assert_str_eq (text, expected);
  orienta_columns_clear (&columns);
}

START_TEST (expected)
{
  assert_expected (ORIENTA_TABLE_HOUSEHOLDS, "id", "an id (1 to 64 of A-Za-z0-9._:-)");
  assert_expected (ORIENTA_TABLE_HOUSEHOLDS, "request_date",
                   "a date such as 2026-11-22 or 22/11/2026, from 1900 to 2199");
  assert_expected (ORIENTA_TABLE_HOUSEHOLDS, "rent_now", "a number from 0 to 10000000 with at most two decimals");
  assert_expected (ORIENTA_TABLE_HOUSEHOLDS, "births_expected", "a whole number from 0 to 9");
  assert_expected (ORIENTA_TABLE_HOUSEHOLDS, "access", "one of none, step_free, wheelchair");
  assert_expected (ORIENTA_TABLE_SERVICES, "max_level", "one of low, high");
  assert_expected (ORIENTA_TABLE_UNITS, "surface", "a number from 1 to 1000 with at most two decimals");
  assert_expected (ORIENTA_TABLE_OUTCOMES, "value",
                   "a number from -1000000000 to 1000000000 with at most six decimals");
}
END_TEST

/* A blank row holds what the manual names as default, and nothing else is known. */
START_TEST (blank)
{
  OrientaColumns columns;
  orienta_columns_init (&columns, ORIENTA_TABLE_UNITS, NULL, 0);
  const OrientaUnitRow *unit = columns.blank;
  ck_assert_int_eq (unit->zone, ORIENTA_ZONE_OTHER);
  ck_assert_int_eq (unit->places, 1);
  ck_assert_int_eq (unit->rent, ORIENTA_NO_AMOUNT);
  ck_assert_int_eq (unit->charges, 0);
  ck_assert_int_eq (unit->pets, -1);
  ck_assert_int_eq (unit->landlord, -1);
  ck_assert_int_eq (unit->available_from, ORIENTA_NO_DATE);
  ck_assert_int_eq (unit->max_age, -1);
  orienta_columns_clear (&columns);
  orienta_columns_init (&columns, ORIENTA_TABLE_SERVICES, NULL, 0);
  ck_assert_int_eq (((const OrientaServiceRow *) columns.blank)->max_level, ORIENTA_LEVEL_HIGH);
  orienta_columns_clear (&columns);
}
END_TEST

TEST_MAIN ("column", as_documented, as_tabulated, nearest, expected, blank)
