/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score/classes-private.h"

#include <string.h>

static OrientaClasses *
classes_new (guint n_rows)
{
  OrientaClasses *self = g_new0 (OrientaClasses, 1);
  self->n_rows = n_rows;
  self->n = n_rows > 0;
  self->of = g_new0 (guint32, n_rows);
  self->representative = g_new0 (guint32, 1);
  return self;
}

void
orienta_classes_free (OrientaClasses *self)
{
  if (!self)
    return;
  g_free (self->of);
  g_free (self->representative);
  g_free (self);
}

/* Splits every class by one more value: rows stay together that agree on it. An open-addressing table, for this runs
 * over every household once for each attribute that a rule reads. */
static void
split (OrientaClasses *self, const gint64 *values)
{
  guint alike = 0;
  while (alike < self->n_rows && values[alike] == values[0])
    alike++;
  if (alike == self->n_rows)
    return;
  guint size = 64;
  while (size < 2 * self->n_rows)
    size *= 2;
  g_autofree guint32 *slots = g_new0 (guint32, size); /* new class + 1 */
  g_autofree guint32 *old_of = g_memdup2 (self->of, self->n_rows * sizeof (guint32));
  GArray *representative = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = 0; row < self->n_rows; row++) {
    guint64 hash = ((guint64) values[row] ^ (guint64) old_of[row] << 40) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    guint slot = (guint) (hash >> 32) & (size - 1);
    while (slots[slot] != 0) {
      guint32 twin = g_array_index (representative, guint32, slots[slot] - 1);
      if (values[twin] == values[row] && old_of[twin] == old_of[row])
        break;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] == 0) {
      g_array_append_val (representative, row);
      slots[slot] = representative->len;
    }
    self->of[row] = slots[slot] - 1;
  }
  self->n = representative->len;
  g_free (self->representative);
  self->representative = (guint32 *) g_array_free (representative, FALSE);
}

/* How the rows of a side are alike in what is read of that side. */
OrientaClasses *
orienta_classes_of_units (const OrientaBinding *binding, const OrientaReads *reads)
{
  guint n = binding->reg->n_units;
  OrientaClasses *self = classes_new (n);
  g_autofree gint64 *values = g_new (gint64, n);
  for (guint i = 0; i < reads->unit->len; i++) {
    for (guint unit = 0; unit < n; unit++)
      values[unit] = orienta_binding_value (binding, g_array_index (reads->unit, guint, i), 0, (gint) unit);
    split (self, values);
  }
  return self;
}

/* Gives equal lists of numbers of a pool equal numbers: none is 0, a list of one the number in it and 1, a longer one
 * less than 0, by a hash of its content, resolved by comparing. */
static void
number_lists (const OrientaRegister *reg, gsize offset, const gint32 *pool, gint64 *values)
{
  g_autoptr (GHashTable) numbers =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  for (guint i = 0; i < reg->n_households; i++) {
    const OrientaStretch *list = G_STRUCT_MEMBER_P (&reg->households[i], offset);
    values[i] = list->n == 1 ? pool[list->start] + (gint64) 1 : 0;
    if (list->n < 2)
      continue;
    GBytes *key = g_bytes_new_static (pool + list->start, list->n * sizeof (gint32));
    gpointer number = g_hash_table_lookup (numbers, key);
    if (!number) {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, key, number);
    } else {
      g_bytes_unref (key);
    }
    values[i] = -(gint64) GPOINTER_TO_UINT (number);
  }
}

/* Splits by a list of the household that a pair attribute reads. */
static void
split_by_list (OrientaClasses *self, const OrientaRegister *reg, guint attribute, guint names, gint64 *values)
{
  gboolean wants = attribute == ORIENTA_PAIR_IN_CHOICE || attribute == ORIENTA_PAIR_IN_TERRITORIES;
  if (wants || attribute == ORIENTA_PAIR_AVOIDED) {
    number_lists (reg,
                  wants ? G_STRUCT_OFFSET (OrientaHouseholdRow, wants_territories)
                        : G_STRUCT_OFFSET (OrientaHouseholdRow, avoids_territories),
                  reg->places_pool, values);
    split (self, values);
  }
  if (attribute == ORIENTA_PAIR_IN_TERRITORIES || attribute == ORIENTA_PAIR_AVOIDED)
    return;
  for (guint i = 0; i < reg->n_households; i++) {
    const OrientaHouseholdRow *row = &reg->households[i];
    if (attribute == ORIENTA_PAIR_IN_CHOICE || attribute == ORIENTA_PAIR_IN_KINDS)
      values[i] = row->wants_kinds;
    else if (attribute == ORIENTA_PAIR_KIND_REFUSED)
      values[i] = row->refuses_kinds;
    else /* the list names units: nobody with one is like anybody else */
      values[i] = orienta_names_any (row, names) ? (gint64) i : -1;
  }
  split (self, values);
}

OrientaClasses *
orienta_classes_of_households (const OrientaBinding *binding, const OrientaReads *reads)
{
  guint n = binding->reg->n_households;
  OrientaClasses *self = classes_new (n);
  g_autofree gint64 *values = g_new (gint64, n);
  for (guint i = 0; i < reads->household->len; i++) {
    guint attribute = g_array_index (reads->household, guint, i);
    if (attribute < ORIENTA_N_ATTRIBUTES && attribute >= ORIENTA_PAIR_IN_CHOICE) {
      split_by_list (self, binding->reg, attribute, reads->names, values);
      continue;
    }
    for (guint household = 0; household < n; household++)
      values[household] = orienta_binding_value (binding, attribute, household, -1);
    split (self, values);
  }
  return self;
}

/* Splits households by the criteria of which a proof has been seen. */
void
orienta_classes_split_by_proofs (OrientaClasses *self, const OrientaRegister *reg)
{
  g_autofree gint64 *values = g_new (gint64, reg->n_households);
  number_lists (reg, G_STRUCT_OFFSET (OrientaHouseholdRow, verified), reg->codes_pool, values);
  for (guint i = 0; i < reg->n_households; i++)
    if (reg->households[i].verified_all)
      values[i] = G_MININT64;
  split (self, values);
}
