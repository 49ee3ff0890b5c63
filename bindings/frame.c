/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "frame-private.h"

typedef struct {
  char *name;
  OrientaCellType type;
  gpointer data;     /* gint64, double, guint8 or gint32, by type */
  guint8 *valid;     /* NULL: every cell is there, or says itself that it is not */
  GPtrArray *words;  /* of the frame's texts, or borrowed from the owner */
  GHashTable *index; /* while texts are put: text -> its place among the words */
} Column;

struct OrientaFrame {
  gatomicrefcount references;
  gsize n_rows;
  GArray *columns; /* of Column */
  GStringChunk *texts;
  gpointer owner;
  GDestroyNotify release;
};

static void
column_clear (gpointer data)
{
  Column *self = data;
  g_free (self->name);
  g_free (self->data);
  g_free (self->valid);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
}

/**
 * orienta_frame_new:
 * @owner: (transfer full) (nullable): what the frame's texts are borrowed from
 *
 * A frame without columns.
 */
OrientaFrame *
orienta_frame_new (gsize n_rows, gpointer owner, GDestroyNotify release)
{
  OrientaFrame *self = g_new0 (OrientaFrame, 1);
  g_atomic_ref_count_init (&self->references);
  self->n_rows = n_rows;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->texts = g_string_chunk_new (4096);
  self->owner = owner;
  self->release = release;
  return self;
}

OrientaFrame *
orienta_frame_ref (OrientaFrame *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_frame_unref (OrientaFrame *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->columns);
  g_string_chunk_free (self->texts);
  if (self->owner)
    self->release (self->owner);
  g_free (self);
}

/* -- columns -- */

static Column *
column_at (const OrientaFrame *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

/* What the cells of each type are. */
static const OrientaElement elements[] = { ORIENTA_INT64, ORIENTA_FLOAT64, ORIENTA_BOOL,
                                           ORIENTA_INT32, ORIENTA_INT32,   ORIENTA_INT32 };

static gsize
cell_size (OrientaCellType type)
{
  return orienta_element_get_size (elements[type]);
}

static gpointer
add_column (OrientaFrame *self, const char *name, OrientaCellType type)
{
  Column column = { .name = g_strdup (name), .type = type };
  column.data = g_malloc0_n (self->n_rows + 1, cell_size (type));
  g_array_append_val (self->columns, column);
  return column.data;
}

gint64 *
orienta_frame_add_int64 (OrientaFrame *self, const char *name)
{
  return add_column (self, name, ORIENTA_CELL_INT64);
}

double *
orienta_frame_add_double (OrientaFrame *self, const char *name)
{
  return add_column (self, name, ORIENTA_CELL_DOUBLE);
}

guint8 *
orienta_frame_add_bool (OrientaFrame *self, const char *name)
{
  return add_column (self, name, ORIENTA_CELL_BOOL);
}

gint32 *
orienta_frame_add_date (OrientaFrame *self, const char *name)
{
  return add_column (self, name, ORIENTA_CELL_DATE);
}

/* Which cells of the column that was added last are there: all of them, until told otherwise. */
guint8 *
orienta_frame_add_valid (OrientaFrame *self)
{
  Column *column = column_at (self, self->columns->len - 1);
  column->valid = g_malloc (self->n_rows + 1);
  memset (column->valid, 1, self->n_rows + 1);
  return column->valid;
}

/* A column of a closed list of words, which are static. */
gint32 *
orienta_frame_add_word (OrientaFrame *self, const char *name, const char *const *words, guint n)
{
  gint32 *codes = add_column (self, name, ORIENTA_CELL_WORD);
  Column *column = column_at (self, self->columns->len - 1);
  column->words = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (column->words, (gpointer) words[i]);
  return codes;
}

/* A column of ids: what `get_id` says of 0 to n - 1, borrowed from the owner. */
gint32 *
orienta_frame_add_ids (OrientaFrame *self, const char *name, guint n,
                       const char *(*get_id) (const OrientaRegister *, guint), const OrientaRegister *reg)
{
  gint32 *codes = add_column (self, name, ORIENTA_CELL_TEXT);
  Column *column = column_at (self, self->columns->len - 1);
  column->words = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (column->words, (gpointer) get_id (reg, i));
  return codes;
}

static guint
add_own_words (OrientaFrame *self, const char *name, OrientaCellType type)
{
  gint32 *codes = add_column (self, name, type);
  guint number = self->columns->len - 1;
  Column *column = column_at (self, number);
  column->words = g_ptr_array_new ();
  column->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = -1;
  return number;
}

guint
orienta_frame_add_text (OrientaFrame *self, const char *name)
{
  return add_own_words (self, name, ORIENTA_CELL_TEXT);
}

/* The same of texts that are few: names of reasons, of kinds. */
guint
orienta_frame_add_names (OrientaFrame *self, const char *name)
{
  return add_own_words (self, name, ORIENTA_CELL_WORD);
}

/* `text` NULL: the cell is missing. */
void
orienta_frame_put (OrientaFrame *self, guint number, gsize row, const char *text)
{
  if (!text)
    return;
  Column *column = column_at (self, number);
  gpointer place;
  if (!g_hash_table_lookup_extended (column->index, text, NULL, &place)) {
    char *own = g_string_chunk_insert (self->texts, text);
    place = GUINT_TO_POINTER (column->words->len);
    g_ptr_array_add (column->words, own);
    g_hash_table_insert (column->index, own, place);
  }
  ((gint32 *) column->data)[row] = GPOINTER_TO_INT (place);
}

/* The same, and frees the text. */
void
orienta_frame_put_own (OrientaFrame *self, guint number, gsize row, char *text)
{
  orienta_frame_put (self, number, row, text);
  g_free (text);
}

gint32 *
orienta_frame_add_households (OrientaFrame *self, const char *name, const OrientaRegister *reg)
{
  return orienta_frame_add_ids (self, name, orienta_register_get_n_households (reg), orienta_register_get_household_id,
                                reg);
}

gint32 *
orienta_frame_add_units (OrientaFrame *self, const char *name, const OrientaRegister *reg)
{
  return orienta_frame_add_ids (self, name, orienta_register_get_n_units (reg), orienta_register_get_unit_id, reg);
}

gint32 *
orienta_frame_add_services (OrientaFrame *self, const char *name, const OrientaRegister *reg)
{
  return orienta_frame_add_ids (self, name, orienta_register_get_n_services (reg), orienta_register_get_service_id,
                                reg);
}

gint32 *
orienta_frame_add_status (OrientaFrame *self, const char *name)
{
  static const char *const words[] = { "eligible", "to_verify", "ineligible" };
  return orienta_frame_add_word (self, name, words, G_N_ELEMENTS (words));
}

gint32 *
orienta_frame_add_evidence (OrientaFrame *self, const char *name)
{
  static const char *const words[] = { "verified", "declared", "needs_validation" };
  return orienta_frame_add_word (self, name, words, G_N_ELEMENTS (words));
}

/* -- columns from elsewhere: a frame that was kept and is made again -- */

static gboolean
check_cells (const OrientaFrame *self, const char *name, OrientaCellType type, const OrientaArray *data, guint n_words,
             GError **error)
{
  if (!orienta_array_has_length (data, name, self->n_rows, error))
    return FALSE;
  OrientaElement element = data->element == ORIENTA_UINT8 ? ORIENTA_BOOL : data->element;
  gboolean fits = element == elements[type] && data->stride == (gssize) cell_size (type);
  for (gsize i = 0; fits && type >= ORIENTA_CELL_WORD && i < data->n; i++)
    fits = orienta_array_get_int64 (data, i) >= -1 && orienta_array_get_int64 (data, i) < n_words;
  if (!fits)
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "column \"%s\": not the cells of such a column", name);
  return fits;
}

/**
 * orienta_frame_add_column:
 * @data: cells as orienta_frame_get_data() shows them; copied
 * @valid: as orienta_frame_get_valid(); without elements, none is missing
 * @words: as orienta_frame_get_words()
 *
 * Returns: whether it was added; FALSE with ORIENTA_ERROR_INVALID where the arrays are not those of such a column
 */
gboolean
orienta_frame_add_column (OrientaFrame *self, const char *name, OrientaCellType type, const OrientaArray *data,
                          const OrientaArray *valid, const OrientaStrings *words, GError **error)
{
  if (words->n > G_MAXINT32 || !check_cells (self, name, type, data, (guint) words->n, error))
    return FALSE;
  if (valid->n > 0 && !orienta_array_has_length (valid, name, self->n_rows, error))
    return FALSE;
  memcpy (add_column (self, name, type), data->data, self->n_rows * cell_size (type));
  guint8 *is_there = valid->n > 0 ? orienta_frame_add_valid (self) : NULL;
  for (gsize i = 0; i < valid->n; i++)
    is_there[i] = orienta_array_get_int64 (valid, i) != 0;
  Column *column = column_at (self, self->columns->len - 1);
  column->words = type >= ORIENTA_CELL_WORD ? g_ptr_array_new () : NULL;
  for (gsize i = 0; column->words && i < words->n; i++)
    g_ptr_array_add (column->words, g_string_chunk_insert (self->texts, words->data[i] ? words->data[i] : ""));
  return TRUE;
}

/* -- what a language reads -- */

gsize
orienta_frame_get_n_rows (const OrientaFrame *self)
{
  return self->n_rows;
}

guint
orienta_frame_get_n_columns (const OrientaFrame *self)
{
  return self->columns->len;
}

const char *
orienta_frame_get_name (const OrientaFrame *self, guint column)
{
  return column_at (self, column)->name;
}

OrientaCellType
orienta_frame_get_type (const OrientaFrame *self, guint column)
{
  return column_at (self, column)->type;
}

/* The column of that name, or -1. */
gint
orienta_frame_find (const OrientaFrame *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (column_at (self, i)->name, name) == 0)
      return (gint) i;
  return -1;
}

/* The cells of a column; of what type they are follows from the column's. */
OrientaView
orienta_frame_get_data (OrientaFrame *self, guint column)
{
  const Column *found = column_at (self, column);
  return orienta_view (found->data, self->n_rows, elements[found->type], orienta_frame_ref (self),
                       (GDestroyNotify) orienta_frame_unref);
}

/* 1 for each cell that is there, 0 for one that is missing; no view where none is, or where the cells say so. */
OrientaView
orienta_frame_get_valid (OrientaFrame *self, guint column)
{
  const Column *found = column_at (self, column);
  if (!found->valid)
    return (OrientaView){ NULL, 0, ORIENTA_BOOL, NULL, NULL };
  return orienta_view (found->valid, self->n_rows, ORIENTA_BOOL, orienta_frame_ref (self),
                       (GDestroyNotify) orienta_frame_unref);
}

guint
orienta_frame_get_n_words (const OrientaFrame *self, guint column)
{
  const GPtrArray *words = column_at (self, column)->words;
  return words ? words->len : 0;
}

const char *
orienta_frame_get_word (const OrientaFrame *self, guint column, guint word)
{
  return g_ptr_array_index (column_at (self, column)->words, word);
}

/* All of them; they stay as long as the frame does. */
OrientaStrings
orienta_frame_get_words (const OrientaFrame *self, guint column)
{
  const GPtrArray *words = column_at (self, column)->words;
  return (OrientaStrings){ words ? (const char *const *) words->pdata : NULL, words ? words->len : 0 };
}
