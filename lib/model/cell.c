/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cells: the text of one value into the field of its column. */
#include "model/builder-private.h"

#include "base/text-private.h"

#include <string.h>

#define PRIORITY_MAX 32                                               /* bytes of a priority code */
#define NUMBER_MAX (G_GINT64_CONSTANT (1000000000) * ORIENTA_MILLION) /* fifteen digits: the same through JSON */

/* What a column's values are stored in: its row, or the array of a local column. */
static gpointer
base_of (OrientaBuilder *self, const OrientaColumn *column)
{
  if (column->local)
    return &g_array_index (self->locals[column->local - 1], gint64, self->row);
  return orienta_builder_row (self, self->table, self->row);
}

static void
store (OrientaBuilder *self, const OrientaColumn *column, gint64 value)
{
  orienta_column_store (column, base_of (self, column), value);
}

static gboolean
add_bit (OrientaBuilder *self, const OrientaColumn *column, gint bit)
{
  gint64 mask = orienta_column_load (column, base_of (self, column));
  store (self, column, (mask == ORIENTA_UNKNOWN ? 0 : mask) | (G_GINT64_CONSTANT (1) << bit));
  return TRUE;
}

static gboolean
read_id (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  if (!orienta_text_is_id (text, length, ORIENTA_MAX_ID))
    return FALSE;
  OrientaNames *names = &self->names[self->table];
  gint32 number = orienta_names_add (names, self->reg->text, text, length);
  gint32 *line = &g_array_index (names->lines, gint32, number);
  if (*line >= 0) {
    g_autofree char *place = orienta_builder_place (self, self->table, (guint) *line);
    orienta_builder_fault (self, "%s \"%s\" is already %s", column->name, orienta_names_text (names, number), place);
    return TRUE;
  }
  *line = (gint32) self->row;
  *(const char **) ((char *) base_of (self, column) + column->offset) = orienta_names_text (names, number);
  return TRUE;
}

static gboolean
read_name (OrientaBuilder *self, const OrientaColumn *column, OrientaNames *names, const char *text, gsize length)
{
  if (!orienta_text_is_id (text, length, ORIENTA_MAX_ID))
    return FALSE;
  store (self, column, orienta_names_add (names, self->reg->text, text, length));
  return TRUE;
}

static gboolean
read_number (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length, guint places)
{
  gint64 value, min = column->min, max = column->max;
  if (column->kind == ORIENTA_COLUMN_NUMBER) {
    min = -NUMBER_MAX;
    max = NUMBER_MAX;
  }
  if (!orienta_number_parse (text, length, places, &value) || value < min || value > max)
    return FALSE;
  store (self, column, value);
  return TRUE;
}

static gboolean
read_date (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  OrientaDate date = orienta_date_parse (text, length);
  if (date == ORIENTA_NO_DATE)
    return FALSE;
  store (self, column, date);
  return TRUE;
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (*words, text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_bool (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  static const char *const yes[] = { "true", "yes", "oui", "vrai", "1", NULL };
  static const char *const no[] = { "false", "no", "non", "faux", "0", NULL };
  gboolean value = is_one_of (text, length, yes);
  if (!value && !is_one_of (text, length, no))
    return FALSE;
  store (self, column, value);
  return TRUE;
}

static gint
find_word (const OrientaColumn *column, const char *text, gsize length)
{
  gint word = orienta_vocabulary_find (column->words, text, length);
  return column->max > 0 && (word < column->min || word > column->max) ? -1 : word;
}

static gboolean
read_word (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  gint word = find_word (column, text, length);
  if (word < 0 && column->kind == ORIENTA_COLUMN_SUPPORT && length == 2 && memcmp (text, "no", 2) == 0)
    word = ORIENTA_SUPPORT_NONE;
  if (word < 0 && column->kind == ORIENTA_COLUMN_SUPPORT && length == 3 && memcmp (text, "yes", 3) == 0)
    word = ORIENTA_SUPPORT_HIGH;
  if (word < 0)
    return FALSE;
  store (self, column, word);
  return TRUE;
}

static gboolean
read_priority (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  if (!orienta_text_is_id (text, length, PRIORITY_MAX))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isupper (text[i]))
      return FALSE;
  gint32 number = orienta_names_add (&self->priorities, self->reg->text, text, length);
  if (number < ORIENTA_MAX_CHOICES)
    return add_bit (self, column, number);
  if (number == ORIENTA_MAX_CHOICES)
    orienta_builder_fault_text (self, ORIENTA_ERROR_LIMIT,
                                g_strdup_printf ("%s \"%s\": a register holds at most %d different codes", column->name,
                                                 orienta_names_text (&self->priorities, number), ORIENTA_MAX_CHOICES));
  return TRUE;
}

static gboolean
read_need (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  const char *colon = memchr (text, ':', length);
  gsize n = colon ? (gsize) (colon - text) : length;
  gint need = orienta_vocabulary_find (&orienta_needs, text, n);
  gint level = colon ? orienta_vocabulary_find (&orienta_levels, colon + 1, length - n - 1) : ORIENTA_LEVEL_LOW;
  if (need < 0 || level < 0)
    return FALSE;
  guint8 *held = (guint8 *) base_of (self, column) + column->offset + need;
  if (*held != ORIENTA_LEVEL_NONE && *held != level)
    orienta_builder_fault (self, "%s \"%s\" has two levels", column->name, orienta_needs.words[need].word);
  *held = (guint8) level;
  return TRUE;
}

/* Adds an element to a list of the current line, at the end of its pool. */
static void
append (GArray *pool, OrientaStretch *stretch, gconstpointer element)
{
  guint size = g_array_get_element_size (pool);
  if (stretch->n == 0) {
    stretch->start = pool->len;
  } else if (stretch->start + stretch->n != pool->len) { /* other lists lie behind it: move it */
    guint start = pool->len;
    g_array_set_size (pool, start + stretch->n);
    memcpy (pool->data + (gsize) start * size, pool->data + (gsize) stretch->start * size, (gsize) stretch->n * size);
    stretch->start = start;
  }
  g_array_append_vals (pool, element, 1);
  stretch->n++;
}

static gboolean
read_listed (OrientaBuilder *self, const OrientaColumn *column, OrientaNames *names, GArray *pool, const char *text,
             gsize length)
{
  if (!orienta_text_is_id (text, length, ORIENTA_MAX_ID))
    return FALSE;
  gint32 number = orienta_names_add (names, self->reg->text, text, length);
  append (pool, (OrientaStretch *) ((char *) base_of (self, column) + column->offset), &number);
  return TRUE;
}

static gboolean
read_verified (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  if (length != 3 || memcmp (text, "all", 3) != 0)
    return read_listed (self, column, &self->codes, self->verified, text, length);
  OrientaHouseholdRow *row = base_of (self, column);
  row->verified_all = 1;
  return TRUE;
}

static gboolean
read_slot (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  const char *colon = g_strrstr_len (text, (gssize) length, ":");
  const char *number = colon ? colon + 1 : text;
  gint64 amount;
  if (!orienta_number_parse (number, (gsize) (text + length - number), 0, &amount) || amount < 0
      || amount > column->max)
    return FALSE;
  OrientaSlot slot = { .name = -1, .amount = (gint32) amount };
  if (colon && !orienta_text_is_id (text, (gsize) (colon - text), ORIENTA_MAX_ID))
    return FALSE;
  if (colon)
    slot.name = orienta_names_add (&self->codes, self->reg->text, text, (gsize) (colon - text));
  OrientaStretch *stretch = (OrientaStretch *) ((char *) base_of (self, column) + column->offset);
  for (guint i = 0; i < stretch->n; i++) {
    gint32 other = g_array_index (self->slots, OrientaSlot, stretch->start + i).name;
    if (other == slot.name || other < 0 || slot.name < 0) /* twice, or named and unnamed together */
      return FALSE;
  }
  append (self->slots, stretch, &slot);
  return TRUE;
}

static gboolean
read_mask (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  gint word = find_word (column, text, length);
  return word >= 0 && add_bit (self, column, word);
}

/* One value, or one element of a list, into the current line. FALSE, the line unchanged: not what the column expects.
 */
gboolean
orienta_cell_read (OrientaBuilder *self, const OrientaColumn *column, const char *text, gsize length)
{
  switch (column->kind) {
  case ORIENTA_COLUMN_ID:
    return read_id (self, column, text, length);
  case ORIENTA_COLUMN_REFERENCE:
    return read_name (self, column, &self->names[column->table], text, length);
  case ORIENTA_COLUMN_CODE:
    return read_name (self, column, &self->codes, text, length);
  case ORIENTA_COLUMN_DATE:
    return read_date (self, column, text, length);
  case ORIENTA_COLUMN_AMOUNT:
    return read_number (self, column, text, length, 2);
  case ORIENTA_COLUMN_NUMBER:
    return read_number (self, column, text, length, 6);
  case ORIENTA_COLUMN_COUNT:
    return read_number (self, column, text, length, 0);
  case ORIENTA_COLUMN_BOOL:
    return read_bool (self, column, text, length);
  case ORIENTA_COLUMN_WORD:
  case ORIENTA_COLUMN_SUPPORT:
    return read_word (self, column, text, length);
  case ORIENTA_COLUMN_PLACES:
    return read_listed (self, column, &self->names[column->table], self->places, text, length);
  case ORIENTA_COLUMN_MASK:
    return read_mask (self, column, text, length);
  case ORIENTA_COLUMN_PRIORITY:
    return read_priority (self, column, text, length);
  case ORIENTA_COLUMN_NEEDS:
    return read_need (self, column, text, length);
  case ORIENTA_COLUMN_VERIFIED:
    return read_verified (self, column, text, length);
  case ORIENTA_COLUMN_SLOTS:
    return read_slot (self, column, text, length);
  }
  g_return_val_if_reached (FALSE);
}
