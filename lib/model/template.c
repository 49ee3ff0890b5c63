/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Templates: households that nobody refers. They are lines of a register while it is made, so that the texts, codes and
 * lists of their cells are its own, and are taken off it before anyone sees it. Households made of them may be added.
 */
#include "model/builder-private.h"

#include <string.h>

/* Behind every id that a line may have, and in the order in which they come. */
static const char *
add_id (OrientaBuilder *self)
{
  OrientaNames *names = &self->names[ORIENTA_TABLE_HOUSEHOLDS];
  g_autofree char *id = g_strdup_printf ("~%08x", self->row);
  gint32 number = orienta_names_add (names, self->reg->text, id, strlen (id));
  g_array_index (names->lines, gint32, number) = (gint32) self->row;
  return orienta_names_text (names, number);
}

/* Begins one; what it must hold is said. Two persons until it is told otherwise, so that either count may be 0. */
void
orienta_builder_begin_template (OrientaBuilder *self, JsonNode *node)
{
  const OrientaColumns *columns = &self->tables[ORIENTA_TABLE_HOUSEHOLDS].columns;
  orienta_builder_begin_line (self, ORIENTA_TABLE_HOUSEHOLDS, 0, node);
  if (self->row == ORIENTA_NO_LINE)
    return;
  orienta_builder_put_none (self, orienta_columns_find (columns, "id"));
  orienta_builder_put_none (self, orienta_columns_find (columns, "request_date"));
  OrientaHouseholdRow *row = orienta_builder_row (self, ORIENTA_TABLE_HOUSEHOLDS, self->row);
  row->id = add_id (self);
  row->request_date = self->as_of;
  row->adults = row->children = 1;
}

/* Takes the `n` templates of a register that nobody else holds yet, in the order in which they came. Free with
 * g_free(). */
OrientaHouseholdRow *
orienta_register_take_templates (OrientaRegister *self, guint n)
{
  self->n_households -= n;
  OrientaHouseholdRow *rows = g_memdup2 (self->households + self->n_households, n * sizeof (OrientaHouseholdRow));
  for (guint i = 0; i < n; i++) {
    g_hash_table_remove (self->household_index, rows[i].id);
    rows[i].id = NULL;
  }
  return rows;
}

static gint
compare_ids (gconstpointer a, gconstpointer b, gpointer households)
{
  const OrientaHouseholdRow *rows = households;
  return strcmp (rows[*(const gint32 *) a].id, rows[*(const gint32 *) b].id);
}

/* Brings them into the order of their ids, as those of every register. */
static void
sort_households (OrientaRegister *self)
{
  guint n = self->n_households;
  g_autofree gint32 *order = g_new (gint32, n);
  g_autofree gint32 *places = g_new (gint32, n);
  for (guint i = 0; i < n; i++)
    order[i] = (gint32) i;
  if (n > 1)
    g_qsort_with_data (order, (gint) n, sizeof (gint32), compare_ids, self->households);
  for (guint i = 0; i < n; i++)
    places[order[i]] = (gint32) i;
  orienta_array_permute (self->households, sizeof (OrientaHouseholdRow), places, n);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->household_index, (gpointer) self->households[i].id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->n_outcomes; i++)
    self->outcomes[i].household = places[self->outcomes[i].household];
  for (guint i = 0; i < self->n_offers; i++)
    self->offers[i].household = places[self->offers[i].household];
}

/* Adds households to a register that nobody else holds yet, whose texts and lists are the register's own. The id of one
 * that is there already, or NULL: then all have been added. */
const char *
orienta_register_add_households (OrientaRegister *self, const OrientaHouseholdRow *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (self->household_index, rows[i].id))
      return rows[i].id;
  self->households = g_renew (OrientaHouseholdRow, self->households, MAX (self->n_households + n, 1));
  for (guint i = 0; i < n; i++)
    self->households[self->n_households++] = rows[i];
  sort_households (self);
  return NULL;
}
