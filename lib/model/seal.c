/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sealing: every list is brought into the order of its ids and every reference becomes a place, so that the register is
 * the same whatever order its lines came in. */
#include "model/builder-private.h"
#include "model/derive-private.h"

#include <string.h>

#define TICK_EVERY 16384 /* lines between two looks at the clock */

typedef struct {
  gint32 *names[ORIENTA_N_TABLES]; /* number of name -> place */
  gint32 *codes, *priorities;
} Order;

static void
order_clear (Order *self)
{
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    g_free (self->names[t]);
  g_free (self->codes);
  g_free (self->priorities);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static void
sort_names (OrientaBuilder *self, Order *order)
{
  for (guint t = 0; t < ORIENTA_N_TABLES && orienta_builder_goes_on (self, 0); t++)
    order->names[t] = orienta_names_sort (&self->names[t]);
  order->codes = orienta_names_sort (&self->codes);
  order->priorities = orienta_names_sort (&self->priorities);
}

static void
map_field (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column, const gint32 *places)
{
  OrientaLines *lines = &self->tables[table];
  for (guint i = 0; i < lines->rows->len && orienta_builder_goes_on (self, i); i++) {
    gpointer row = lines->rows->data + i * lines->columns.row_size;
    gint64 number = orienta_column_load (column, row);
    if (number >= 0)
      orienta_column_store (column, row, places[number]);
  }
}

static void
map_priorities (OrientaLines *households, const gint32 *places)
{
  for (guint i = 0; i < households->rows->len; i++) {
    OrientaHouseholdRow *row = &g_array_index (households->rows, OrientaHouseholdRow, i);
    guint64 mask = 0;
    for (guint64 left = row->priority; left != 0; left &= left - 1)
      mask |= G_GUINT64_CONSTANT (1) << places[__builtin_ctzll (left)];
    row->priority = mask;
  }
}

static void
map_pool (GArray *pool, const gint32 *places)
{
  for (guint i = 0; i < pool->len; i++)
    g_array_index (pool, gint32, i) = places[g_array_index (pool, gint32, i)];
}

static gint
compare_int32 (gconstpointer a, gconstpointer b, gpointer unused)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;
  return x < y ? -1 : x > y;
}

/* Sorts the lists of one column; what stands twice in a list of places or codes is kept once. A slot sorts as its name,
 * its first member. */
static void
sort_lists (const OrientaColumn *column, OrientaLines *lines, GArray *pool)
{
  guint size = g_array_get_element_size (pool);
  for (guint i = 0; i < lines->rows->len; i++) {
    OrientaStretch *list = (OrientaStretch *) (lines->rows->data + i * lines->columns.row_size + column->offset);
    if (list->n < 2)
      continue;
    char *first = pool->data + (gsize) list->start * size;
    g_qsort_with_data (first, (gint) list->n, size, compare_int32, NULL);
    guint kept = 1;
    for (guint k = 1; k < list->n; k++)
      if (memcmp (first + k * size, first + (kept - 1) * size, size) != 0)
        memmove (first + kept++ * size, first + k * size, size);
    list->n = kept;
  }
}

static void
map_column (OrientaBuilder *self, OrientaTable table, const OrientaColumn *column, const Order *order)
{
  OrientaLines *lines = &self->tables[table];
  switch (column->kind) {
  case ORIENTA_COLUMN_REFERENCE:
    map_field (self, table, column, order->names[column->table]);
    break;
  case ORIENTA_COLUMN_CODE:
    map_field (self, table, column, order->codes);
    break;
  case ORIENTA_COLUMN_PRIORITY:
    map_priorities (lines, order->priorities);
    break;
  case ORIENTA_COLUMN_PLACES:
    sort_lists (column, lines, self->places);
    break;
  case ORIENTA_COLUMN_VERIFIED:
    sort_lists (column, lines, self->verified);
    break;
  case ORIENTA_COLUMN_SLOTS:
    sort_lists (column, lines, self->slots);
    break;
  default:
    break;
  }
}

static void
map_references (OrientaBuilder *self, const Order *order)
{
  map_pool (self->places, order->names[ORIENTA_TABLE_TERRITORIES]);
  map_pool (self->verified, order->codes);
  for (guint i = 0; i < self->slots->len; i++) {
    OrientaSlot *slot = &g_array_index (self->slots, OrientaSlot, i);
    slot->name = slot->name < 0 ? -1 : order->codes[slot->name];
  }
  for (guint t = 0; t < ORIENTA_N_TABLES; t++)
    for (guint i = 0; i < self->tables[t].columns.n; i++)
      map_column (self, (OrientaTable) t, &self->tables[t].columns.columns[i], order);
}

/* Rows of a table with ids, and its local columns, in order of id. */
static void
sort_rows (OrientaBuilder *self, OrientaTable table)
{
  OrientaLines *lines = &self->tables[table];
  guint n = lines->rows->len;
  g_autofree gint32 *places = g_new (gint32, n);
  gboolean moved = FALSE;
  for (guint place = 0; place < n; place++) {
    gint32 row = g_array_index (self->names[table].lines, gint32, place);
    places[row] = (gint32) place;
    moved |= row != (gint32) place;
  }
  if (!moved)
    return;
  orienta_array_permute (lines->rows->data, lines->columns.row_size, places, n);
  for (guint i = 0; i < lines->columns.n; i++)
    if (lines->columns.columns[i].local)
      orienta_array_permute (self->locals[lines->columns.columns[i].local - 1]->data, sizeof (gint64), places, n);
}

/* Without territories.csv each territory that is named is a line of its own. */
static void
add_implicit_territories (OrientaBuilder *self)
{
  OrientaLines *lines = &self->tables[ORIENTA_TABLE_TERRITORIES];
  const OrientaNames *names = &self->names[ORIENTA_TABLE_TERRITORIES];
  if (lines->rows->len > 0)
    return;
  for (guint i = 0; i < names->texts->len; i++) {
    OrientaTerritoryRow row = { .id = orienta_names_text (names, (gint32) i), .parent = -1 };
    g_array_append_val (lines->rows, row);
    g_array_index (names->lines, gint32, i) = (gint32) i;
  }
}

static gint
compare_persons (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OrientaPersonLine *x = a, *y = b;
  gint64 keys[][2] = {
    { x->household, y->household },
    { x->person.role, y->person.role },
    { x->person.birth_date, y->person.birth_date },
    { x->person.disability, y->person.disability },
    { x->person.custody, y->person.custody },
    { x->person.situation, y->person.situation },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static gint
compare_outcomes (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OrientaOutcomeRow *x = a, *y = b;
  if (x->household != y->household)
    return x->household < y->household ? -1 : 1;
  if (x->kind != y->kind) /* -1, the unit's lines, first */
    return x->kind < y->kind ? -1 : 1;
  return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static gint
compare_offers (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OrientaOfferRow *x = a, *y = b;
  gint64 keys[][2] = {
    { x->household, y->household }, { x->date, y->date },     { x->unit, y->unit },
    { x->outcome, y->outcome },     { x->reason, y->reason },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static void
sort_array (GArray *rows, GCompareDataFunc compare)
{
  guint size = g_array_get_element_size (rows);
  for (guint i = 1; i < rows->len; i++)
    if (compare (rows->data + (i - 1) * size, rows->data + i * size, NULL) > 0) {
      g_qsort_with_data (rows->data, (gint) rows->len, size, compare, NULL);
      return;
    }
}

/* Each household's stretch of rows that are sorted by household, their first member. */
static void
share_out (OrientaRegister *reg, gconstpointer rows, gsize size, guint n, gsize stretch)
{
  for (guint i = 0; i < n; i++) {
    gint32 household = *(const gint32 *) ((const char *) rows + i * size);
    OrientaStretch *of = (OrientaStretch *) ((char *) &reg->households[household] + stretch);
    if (of->n++ == 0)
      of->start = i;
  }
}

static gpointer
take (GArray **array, guint *n)
{
  gsize size = g_array_get_element_size (*array);
  *n = (*array)->len;
  return g_realloc (g_array_free (g_steal_pointer (array), FALSE), *n * size);
}

static void
take_persons (OrientaBuilder *self)
{
  OrientaRegister *reg = self->reg;
  GArray *rows = self->tables[ORIENTA_TABLE_PERSONS].rows;
  sort_array (rows, compare_persons);
  share_out (reg, rows->data, sizeof (OrientaPersonLine), rows->len, offsetof (OrientaHouseholdRow, persons));
  reg->n_persons = rows->len;
  reg->persons = g_new (OrientaPerson, rows->len);
  for (guint i = 0; i < rows->len; i++)
    reg->persons[i] = g_array_index (rows, OrientaPersonLine, i).person;
  g_clear_pointer (&self->tables[ORIENTA_TABLE_PERSONS].rows, g_array_unref);
}

static void
take_rows (OrientaBuilder *self)
{
  OrientaRegister *reg = self->reg;
  reg->households = take (&self->tables[ORIENTA_TABLE_HOUSEHOLDS].rows, &reg->n_households);
  reg->units = take (&self->tables[ORIENTA_TABLE_UNITS].rows, &reg->n_units);
  reg->services = take (&self->tables[ORIENTA_TABLE_SERVICES].rows, &reg->n_services);
  reg->territories = take (&self->tables[ORIENTA_TABLE_TERRITORIES].rows, &reg->n_territories);
  take_persons (self);
  sort_array (self->tables[ORIENTA_TABLE_OUTCOMES].rows, compare_outcomes);
  reg->outcomes = take (&self->tables[ORIENTA_TABLE_OUTCOMES].rows, &reg->n_outcomes);
  share_out (reg, reg->outcomes, sizeof (OrientaOutcomeRow), reg->n_outcomes, offsetof (OrientaHouseholdRow, outcomes));
  sort_array (self->tables[ORIENTA_TABLE_OFFERS].rows, compare_offers);
  reg->offers = take (&self->tables[ORIENTA_TABLE_OFFERS].rows, &reg->n_offers);
  share_out (reg, reg->offers, sizeof (OrientaOfferRow), reg->n_offers, offsetof (OrientaHouseholdRow, offers));
  reg->slots = take (&self->slots, &reg->n_slots);
  reg->places_pool = take (&self->places, &reg->n_places_pool);
  reg->codes_pool = take (&self->verified, &reg->n_codes_pool);
  for (guint i = 0, n; i < reg->n_locals; i++)
    reg->locals[i].values = take (&self->locals[i], &n);
}

static void
take_names (OrientaBuilder *self)
{
  OrientaRegister *reg = self->reg;
  reg->household_index = g_steal_pointer (&self->names[ORIENTA_TABLE_HOUSEHOLDS].index);
  reg->unit_index = g_steal_pointer (&self->names[ORIENTA_TABLE_UNITS].index);
  reg->service_index = g_steal_pointer (&self->names[ORIENTA_TABLE_SERVICES].index);
  reg->territory_index = g_steal_pointer (&self->names[ORIENTA_TABLE_TERRITORIES].index);
  reg->code_index = g_steal_pointer (&self->codes.index);
  reg->codes = take (&self->codes.texts, &reg->n_codes);
  reg->priority_codes = take (&self->priorities.texts, &reg->n_priority_codes);
}

static void
derive (OrientaBuilder *self)
{
  OrientaRegister *reg = self->reg;
  orienta_territories_walk (reg->territories, reg->n_territories);
  for (guint i = 0; i < reg->n_units; i++) {
    OrientaLease lease = orienta_kind_default_lease (reg->units[i].kind);
    if (reg->units[i].lease < 0 && lease != ORIENTA_LEASE_UNKNOWN)
      reg->units[i].lease = (gint8) lease;
  }
  for (guint i = 0; i < reg->n_households && orienta_builder_goes_on (self, i); i++)
    orienta_household_derive (reg, i);
}

gboolean
orienta_builder_goes_on (OrientaBuilder *self, guint step)
{
  if (!self->cancelled && step % TICK_EVERY == 0)
    orienta_progress_tick (self->progress, &self->cancelled);
  return self->cancelled == NULL;
}

/* Everything into its place. Once cancelled nothing is looked at any more, for lists may be half done. */
static void
arrange (OrientaBuilder *self)
{
  g_auto (Order) order = { 0 };
  sort_names (self, &order);
  if (self->cancelled)
    return;
  map_references (self, &order);
  add_implicit_territories (self);
  for (OrientaTable t = ORIENTA_TABLE_HOUSEHOLDS; t <= ORIENTA_TABLE_TERRITORIES; t++)
    if (t != ORIENTA_TABLE_PERSONS && orienta_builder_goes_on (self, 0))
      sort_rows (self, t);
  if (!orienta_builder_goes_on (self, 0))
    return;
  take_rows (self);
  take_names (self);
  self->reg->as_of = self->as_of;
  derive (self);
}

/* The register, or NULL with all faults; the builder is spent. */
OrientaRegister *
orienta_builder_finish (OrientaBuilder *self, OrientaProgress *progress, GError **error)
{
  if (self->sealed) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "the builder has been sealed before");
    return NULL;
  }
  orienta_builder_end_line (self);
  self->sealed = TRUE;
  self->progress = progress;
  orienta_progress_start (progress, "checking the register", 0);
  if (!self->incomplete)
    orienta_builder_check (self);
  if (!self->cancelled && !orienta_faults_raise (self->faults, error))
    return NULL;
  if (!self->cancelled)
    arrange (self);
  self->progress = NULL;
  if (self->cancelled) {
    g_propagate_error (error, g_steal_pointer (&self->cancelled));
    return NULL;
  }
  return orienta_register_ref (self->reg);
}
