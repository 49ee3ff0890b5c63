/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The builder: a register line by line. Whatever a line is read from (a CSV row, a JSON object, calls of the API), its
 * values come here as text and mean the same. Faults are collected; only sealing tells. */
#include "model/builder-private.h"

#include "base/text-private.h"

#include <string.h>

static OrientaLocalColumn *
copy_locals (const OrientaLocal *locals, guint n)
{
  OrientaLocalColumn *copies = g_new0 (OrientaLocalColumn, n);
  for (guint i = 0; i < n; i++) {
    copies[i].name = g_strdup (locals[i].name);
    copies[i].of = locals[i].of;
    copies[i].type = locals[i].type;
    copies[i].words = g_strdupv ((char **) locals[i].words);
  }
  return copies;
}

static void
lines_init (OrientaLines *self, OrientaTable table, const OrientaRegister *reg)
{
  orienta_columns_init (&self->columns, table, reg->locals, reg->n_locals);
  self->rows = g_array_new (FALSE, FALSE, (guint) self->columns.row_size);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (JsonNode *));
  self->said = g_new0 (guint, self->columns.n);
  self->faulty = g_hash_table_new (NULL, NULL);
}

static void
lines_clear (OrientaLines *self)
{
  orienta_columns_clear (&self->columns);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->faulty, g_hash_table_unref);
}

static OrientaRegister *
register_new (const OrientaLocal *locals, guint n_locals)
{
  OrientaRegister *reg = g_new0 (OrientaRegister, 1);
  g_atomic_ref_count_init (&reg->references);
  g_mutex_init (&reg->lock);
  reg->text = g_string_chunk_new (1 << 16);
  reg->locals = copy_locals (locals, n_locals);
  reg->n_locals = n_locals;
  return reg;
}

/**
 * orienta_builder_new_with:
 * @as_of: (nullable): the day the register describes; NULL: the latest date of the data
 * @locals: (array length=n_locals): columns beyond those of docs/data.md; copied
 *
 * Returns: (nullable): an empty builder, or NULL with ORIENTA_ERROR_INVALID where @as_of is no date
 */
OrientaBuilder *
orienta_builder_new_with (const char *as_of, const OrientaLocal *locals, guint n_locals, GError **error)
{
  OrientaDate day = as_of ? orienta_date_parse (as_of, strlen (as_of)) : ORIENTA_NO_DATE;
  if (as_of && day == ORIENTA_NO_DATE) {
    g_autofree char *quoted = orienta_text_quote (as_of, -1);
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "as_of: %s is not a date such as 2026-11-22", quoted);
    return NULL;
  }
  OrientaBuilder *self = g_new0 (OrientaBuilder, 1);
  g_atomic_ref_count_init (&self->references);
  self->as_of = day;
  self->faults = orienta_faults_new ();
  self->reg = register_new (locals, n_locals);
  self->noun = "column";
  self->row = ORIENTA_NO_LINE;
  self->places = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->verified = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->slots = g_array_new (FALSE, FALSE, sizeof (OrientaSlot));
  self->locals = g_new0 (GArray *, n_locals);
  for (guint i = 0; i < n_locals; i++)
    self->locals[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint t = 0; t < ORIENTA_N_TABLES; t++) {
    lines_init (&self->tables[t], (OrientaTable) t, self->reg);
    orienta_names_init (&self->names[t]);
  }
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  orienta_names_init (&self->codes);
  orienta_names_init (&self->priorities);
  return self;
}

OrientaBuilder *
orienta_builder_ref (OrientaBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_builder_unref (OrientaBuilder *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  for (guint t = 0; t < ORIENTA_N_TABLES; t++) {
    lines_clear (&self->tables[t]);
    orienta_names_clear (&self->names[t]);
  }
  g_hash_table_unref (self->unknown);
  orienta_names_clear (&self->codes);
  orienta_names_clear (&self->priorities);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->verified, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  for (guint i = 0; self->reg && i < self->reg->n_locals; i++)
    g_clear_pointer (&self->locals[i], g_array_unref);
  g_free (self->locals);
  orienta_register_unref (self->reg);
  orienta_faults_free (self->faults);
  g_clear_error (&self->cancelled);
  g_free (self);
}

/**
 * orienta_builder_begin:
 * @table: what the line describes
 *
 * Begins a line: the values set next are its columns. Lines may come in any order; a line may name another that comes
 * later. Without effect on a builder that is sealed.
 */
void
orienta_builder_begin (OrientaBuilder *self, OrientaTable table)
{
  g_return_if_fail (self != NULL && (guint) table < ORIENTA_N_TABLES);
  if (self->sealed)
    return;
  orienta_builder_end_line (self);
  orienta_builder_begin_line (self, table, 0, NULL);
}

/* A column that does not exist is one mistake, told at the first line that has it. Perhaps a name is misspelt, without
 * which no line that has it can be judged. */
static void
unknown_column (OrientaBuilder *self, const char *column)
{
  OrientaLines *lines = &self->tables[self->table];
  g_hash_table_add (lines->faulty, GUINT_TO_POINTER (self->row + 1));
  if (g_hash_table_add (self->unknown, g_strdup_printf ("%d %s", (int) self->table, column)))
    orienta_builder_fault_text (self, ORIENTA_ERROR_INVALID,
                                orienta_columns_unknown (&lines->columns, self->noun, column));
}

/**
 * orienta_builder_set:
 * @column: a column of the table, as in docs/data.md, or a local one
 * @value: (nullable): what would stand in a CSV cell; NULL and "" are not known
 *
 * Sets one column of the current line. A column that is a list takes `|` between values and may be set several times,
 * which adds to it; any other may be set once. What is wrong is told by orienta_builder_seal(), all faults at once.
 */
void
orienta_builder_set (OrientaBuilder *self, const char *column, const char *value)
{
  g_return_if_fail (self != NULL && column != NULL);
  if (self->sealed)
    return;
  if (self->row == ORIENTA_NO_LINE) {
    if (!self->tables[self->table].full)
      orienta_faults_add (self->faults, ORIENTA_ERROR_INVALID, NULL, 0, 0,
                          "column \"%s\" is set before any line begins", column);
    return;
  }
  const OrientaColumn *found = orienta_columns_find (&self->tables[self->table].columns, column);
  if (found)
    orienta_builder_put (self, found, value ? value : "", value ? strlen (value) : 0);
  else
    unknown_column (self, column);
}

/**
 * orienta_builder_seal:
 *
 * Checks everything and makes the register. The builder is spent, whatever the outcome.
 *
 * Complexity: n log n of the lines, and linear where ids come in order.
 *
 * Returns: (nullable) (transfer full): the register, or NULL with all faults, one a line
 */
OrientaRegister *
orienta_builder_seal (OrientaBuilder *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return orienta_builder_finish (self, NULL, error);
}

/* The same, which shows how far it is ("checking the register") and may be cancelled. The builder is spent all the
 * same. */
OrientaRegister *
orienta_builder_seal_with (OrientaBuilder *self, OrientaProgress *progress, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return orienta_builder_finish (self, progress, error);
}
