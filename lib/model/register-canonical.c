/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The canonical form: the register as one JSON document in the form of RFC 8785, with only what is known and differs
 * from its default. Registers of the same facts have the same bytes, and reading them back gives them again. */
#include "model/column-private.h"
#include "io/json-private.h"

#include <string.h>

#define BLOCK 65536 /* bytes held before they are hashed */

typedef struct {
  const OrientaRegister *reg;
  GString *out;
  GChecksum *sum; /* NULL: everything stays in `out` */
} Writer;

typedef struct {
  const char *name;
  const OrientaColumn *column; /* NULL: the persons of a household */
} Member;

static void
flush (Writer *self)
{
  if (!self->sum)
    return;
  g_checksum_update (self->sum, (const guchar *) self->out->str, (gssize) self->out->len);
  g_string_truncate (self->out, 0);
}

static void
add_text (Writer *self, char *text)
{
  g_string_append (self->out, text);
  g_free (text);
}

/* A word, an id or a code: nothing in it needs an escape. */
static void
add_word (Writer *self, const char *word)
{
  g_string_append_c (self->out, '"');
  g_string_append (self->out, word);
  g_string_append_c (self->out, '"');
}

/* An element of a list that is opened by the first. */
static void
add_element (Writer *self, gboolean *first)
{
  g_string_append_c (self->out, *first ? '[' : ',');
  *first = FALSE;
}

static void
close_list (Writer *self, gboolean empty)
{
  g_string_append (self->out, empty ? "[]" : "]");
}

/* -- values -- */

static const char *
name_of (const OrientaRegister *reg, OrientaTable table, gint64 place)
{
  switch (table) {
  case ORIENTA_TABLE_HOUSEHOLDS:
    return reg->households[place].id;
  case ORIENTA_TABLE_UNITS:
    return reg->units[place].id;
  default:
    return reg->territories[place].id;
  }
}

static void
add_scalar (Writer *self, const OrientaColumn *column, gint64 value)
{
  switch (column->kind) {
  case ORIENTA_COLUMN_REFERENCE:
    add_word (self, name_of (self->reg, column->table, value));
    break;
  case ORIENTA_COLUMN_CODE:
    add_word (self, self->reg->codes[value]);
    break;
  case ORIENTA_COLUMN_DATE: {
    g_autofree char *date = orienta_date_format ((OrientaDate) value);
    add_word (self, date);
    break;
  }
  case ORIENTA_COLUMN_AMOUNT:
    add_text (self, orienta_number_format (value, 2));
    break;
  case ORIENTA_COLUMN_NUMBER:
    add_text (self, orienta_number_format (value, 6));
    break;
  case ORIENTA_COLUMN_BOOL:
    g_string_append (self->out, value ? "true" : "false");
    break;
  case ORIENTA_COLUMN_WORD:
  case ORIENTA_COLUMN_SUPPORT:
    add_word (self, column->words->words[value].word);
    break;
  default:
    add_text (self, orienta_number_format (value, 0));
  }
}

static void
add_mask (Writer *self, const OrientaColumn *column, guint64 mask)
{
  gboolean first = TRUE;
  for (guint64 left = mask; left != 0; left &= left - 1) {
    gint bit = __builtin_ctzll (left);
    add_element (self, &first);
    add_word (self, column->kind == ORIENTA_COLUMN_PRIORITY ? self->reg->priority_codes[bit]
                                                            : column->words->words[bit].word);
  }
  close_list (self, first);
}

static void
add_names (Writer *self, const OrientaColumn *column, const OrientaStretch *list)
{
  gboolean first = TRUE;
  for (guint i = 0; i < list->n; i++) {
    add_element (self, &first);
    add_word (self, column->kind == ORIENTA_COLUMN_PLACES
                        ? self->reg->territories[self->reg->places_pool[list->start + i]].id
                        : self->reg->codes[self->reg->codes_pool[list->start + i]]);
  }
  close_list (self, first);
}

static void
add_needs (Writer *self, const guint8 *needs)
{
  gboolean first = TRUE;
  for (guint i = 0; i < ORIENTA_N_NEEDS; i++) {
    if (needs[i] == ORIENTA_LEVEL_NONE)
      continue;
    add_element (self, &first);
    g_string_append_printf (self->out, "\"%s:%s\"", orienta_needs.words[i].word, orienta_levels.words[needs[i]].word);
  }
  close_list (self, first);
}

static void
add_slots (Writer *self, const OrientaStretch *list)
{
  const OrientaSlot *slots = self->reg->slots + list->start;
  if (slots[0].name < 0) {
    g_string_append_printf (self->out, "%d", slots[0].amount);
    return;
  }
  gboolean first = TRUE;
  for (guint i = 0; i < list->n; i++) {
    add_element (self, &first);
    g_string_append_printf (self->out, "\"%s:%d\"", self->reg->codes[slots[i].name], slots[i].amount);
  }
  close_list (self, first);
}

/* -- lines -- */

static gint
compare_members (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Member *) a)->name, ((const Member *) b)->name);
}

/* The columns of a table in the order of their names. */
static GArray *
list_members (const OrientaColumns *columns, OrientaTable table)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  for (guint i = 0; i < columns->n; i++) {
    Member member = { columns->columns[i].name, &columns->columns[i] };
    if (table != ORIENTA_TABLE_PERSONS || member.column->kind != ORIENTA_COLUMN_REFERENCE)
      g_array_append_val (members, member);
  }
  Member persons = { "persons", NULL };
  if (table == ORIENTA_TABLE_HOUSEHOLDS)
    g_array_append_val (members, persons);
  g_array_sort (members, compare_members);
  return members;
}

static void
open_member (Writer *self, const OrientaColumn *column, gsize line)
{
  if (self->out->len > line)
    g_string_append_c (self->out, ',');
  add_word (self, column->name);
  g_string_append_c (self->out, ':');
}

/* What follows from other members is left out: counts from persons, the lease from the kind. */
static gboolean
is_implied (const OrientaColumn *column, OrientaTable table, gconstpointer row)
{
  const OrientaHouseholdRow *household = row;
  const OrientaUnitRow *unit = row;
  if (table == ORIENTA_TABLE_UNITS)
    return column->words == &orienta_leases && unit->lease == (gint8) orienta_kind_default_lease (unit->kind);
  if (table != ORIENTA_TABLE_HOUSEHOLDS || column->local)
    return FALSE;
  gboolean children = column->offset == offsetof (OrientaHouseholdRow, children);
  return (children || column->offset == offsetof (OrientaHouseholdRow, adults))
         && (household->persons.n > 0 || (children && household->children == 0));
}

static void
add_list (Writer *self, const OrientaColumn *column, gconstpointer row, gsize line)
{
  gconstpointer field = (const char *) row + column->offset;
  static const guint8 no_needs[ORIENTA_N_NEEDS] = { 0 };
  if (column->kind == ORIENTA_COLUMN_NEEDS) {
    if (memcmp (field, no_needs, sizeof no_needs) == 0)
      return;
    open_member (self, column, line);
    add_needs (self, field);
  } else if (column->kind == ORIENTA_COLUMN_VERIFIED && ((const OrientaHouseholdRow *) row)->verified_all) {
    open_member (self, column, line);
    g_string_append (self->out, "[\"all\"]");
  } else if (((const OrientaStretch *) field)->n > 0) {
    open_member (self, column, line);
    if (column->kind == ORIENTA_COLUMN_SLOTS)
      add_slots (self, field);
    else
      add_names (self, column, field);
  }
}

static void
add_member (Writer *self, const OrientaColumn *column, OrientaTable table, gconstpointer row, guint index, gsize line)
{
  gboolean mask = column->kind == ORIENTA_COLUMN_MASK || column->kind == ORIENTA_COLUMN_PRIORITY;
  if (column->kind == ORIENTA_COLUMN_ID) {
    open_member (self, column, line);
    add_word (self, *(const char *const *) ((const char *) row + column->offset));
    return;
  }
  if (orienta_column_is_list (column) && !mask) {
    add_list (self, column, row, line);
    return;
  }
  gint64 value = column->local ? self->reg->locals[column->local - 1].values[index] : orienta_column_load (column, row);
  if ((value == column->fallback && !column->required) || is_implied (column, table, row))
    return;
  open_member (self, column, line);
  if (mask)
    add_mask (self, column, (guint64) value);
  else
    add_scalar (self, column, value);
}

static void
add_persons (Writer *self, const OrientaHouseholdRow *household, const GArray *members, gsize line)
{
  static const OrientaColumn persons = { .name = "persons" };
  if (household->persons.n == 0)
    return;
  open_member (self, &persons, line);
  for (guint i = 0; i < household->persons.n; i++) {
    OrientaPersonLine person = { .household = -1, .person = self->reg->persons[household->persons.start + i] };
    g_string_append (self->out, i == 0 ? "[{" : ",{");
    gsize start = self->out->len;
    for (guint k = 0; k < members->len; k++)
      add_member (self, g_array_index (members, Member, k).column, ORIENTA_TABLE_PERSONS, &person, 0, start);
    g_string_append_c (self->out, '}');
  }
  g_string_append_c (self->out, ']');
}

static gconstpointer
rows_of (const OrientaRegister *reg, OrientaTable table, guint *n)
{
  switch (table) {
  case ORIENTA_TABLE_HOUSEHOLDS:
    *n = reg->n_households;
    return reg->households;
  case ORIENTA_TABLE_UNITS:
    *n = reg->n_units;
    return reg->units;
  case ORIENTA_TABLE_SERVICES:
    *n = reg->n_services;
    return reg->services;
  case ORIENTA_TABLE_TERRITORIES:
    *n = reg->n_territories;
    return reg->territories;
  case ORIENTA_TABLE_OUTCOMES:
    *n = reg->n_outcomes;
    return reg->outcomes;
  case ORIENTA_TABLE_OFFERS:
    *n = reg->n_offers;
    return reg->offers;
  default:
    g_return_val_if_reached (NULL);
  }
}

static void
add_lines (Writer *self, OrientaTable table, gconstpointer rows, guint n)
{
  OrientaColumns columns, person_columns;
  orienta_columns_init (&columns, table, self->reg->locals, self->reg->n_locals);
  orienta_columns_init (&person_columns, ORIENTA_TABLE_PERSONS, NULL, 0);
  g_autoptr (GArray) members = list_members (&columns, table);
  g_autoptr (GArray) of_persons = list_members (&person_columns, ORIENTA_TABLE_PERSONS);
  for (guint i = 0; i < n; i++) {
    gconstpointer row = (const char *) rows + i * columns.row_size;
    g_string_append (self->out, i == 0 ? "{" : ",{");
    gsize start = self->out->len;
    for (guint k = 0; k < members->len; k++) {
      const OrientaColumn *column = g_array_index (members, Member, k).column;
      if (column)
        add_member (self, column, table, row, i, start);
      else
        add_persons (self, row, of_persons, start);
    }
    g_string_append_c (self->out, '}');
    if (self->out->len > BLOCK)
      flush (self);
  }
  orienta_columns_clear (&columns);
  orienta_columns_clear (&person_columns);
}

/* Households and units stand there even when there are none, for a document must have them. */
static void
add_table (Writer *self, OrientaTable table)
{
  guint n = 0;
  gconstpointer rows = rows_of (self->reg, table, &n);
  if (n == 0 && table != ORIENTA_TABLE_HOUSEHOLDS && table != ORIENTA_TABLE_UNITS)
    return;
  g_string_append_printf (self->out, ",\"%s\":[", orienta_table_name (table));
  add_lines (self, table, rows, n);
  g_string_append_c (self->out, ']');
}

static void
write_register (Writer *self)
{
  static const OrientaTable after[] = { ORIENTA_TABLE_OUTCOMES, ORIENTA_TABLE_SERVICES, ORIENTA_TABLE_TERRITORIES,
                                        ORIENTA_TABLE_UNITS };
  g_autofree char *day = orienta_date_format (self->reg->as_of);
  g_string_append_printf (self->out, "{\"as_of\":\"%s\"", day);
  add_table (self, ORIENTA_TABLE_HOUSEHOLDS);
  add_table (self, ORIENTA_TABLE_OFFERS);
  g_string_append (self->out, ",\"orienta\":1");
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    add_table (self, after[i]);
  g_string_append_c (self->out, '}');
  flush (self);
}

/**
 * orienta_register_to_json:
 *
 * The canonical form (RFC 8785): the same facts give the same bytes, whatever way and order they came in.
 *
 * Returns: (transfer full): the document; free with g_free()
 */
char *
orienta_register_to_json (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  Writer writer = { .reg = self, .out = g_string_new (NULL) };
  write_register (&writer);
  return g_string_free (writer.out, FALSE);
}

/**
 * orienta_register_get_sha256:
 *
 * Computed at first demand, without holding the document; from any thread.
 *
 * Returns: 64 hexadecimal digits: the SHA-256 of orienta_register_to_json(); lives as long as the register
 */
const char *
orienta_register_get_sha256 (OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_mutex_lock (&self->lock);
  if (!self->sha256) {
    Writer writer = { .reg = self, .out = g_string_new (NULL), .sum = g_checksum_new (G_CHECKSUM_SHA256) };
    write_register (&writer);
    self->sha256 = g_strdup (g_checksum_get_string (writer.sum));
    g_checksum_free (writer.sum);
    g_string_free (writer.out, TRUE);
  }
  g_mutex_unlock (&self->lock);
  return self->sha256;
}
