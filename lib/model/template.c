/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Templates: households that nobody refers. They are lines of a register while it is made, so that the texts, codes and
 * lists of their cells are its own, and are taken off it before anyone sees it. */
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
