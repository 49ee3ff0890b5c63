/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sealed register: immutable, shared by threads, everything found by its place or its id. */
#include "model/register-private.h"

#include <string.h>

OrientaRegister *
orienta_register_ref (OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
free_indexes (OrientaRegister *self)
{
  g_clear_pointer (&self->household_index, g_hash_table_unref);
  g_clear_pointer (&self->unit_index, g_hash_table_unref);
  g_clear_pointer (&self->service_index, g_hash_table_unref);
  g_clear_pointer (&self->territory_index, g_hash_table_unref);
  g_clear_pointer (&self->code_index, g_hash_table_unref);
}

/* What a selection shares with its source. */
static void
free_shared (OrientaRegister *self)
{
  free_indexes (self);
  g_free (self->services);
  g_free (self->territories);
  g_free (self->persons);
  g_free (self->places_pool);
  g_free (self->codes_pool);
  g_free (self->codes);
  g_free (self->priority_codes);
  for (guint i = 0; i < self->n_locals; i++) {
    g_free (self->locals[i].name);
    g_strfreev (self->locals[i].words);
  }
  g_string_chunk_free (self->text);
}

void
orienta_register_unref (OrientaRegister *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  if (self->source)
    orienta_register_unref (self->source);
  else
    free_shared (self);
  g_free (self->households);
  g_free (self->units);
  g_free (self->outcomes);
  g_free (self->offers);
  g_free (self->slots);
  for (guint i = 0; i < self->n_locals; i++)
    g_free (self->locals[i].values);
  g_free (self->locals);
  g_free (self->sha256);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* The day described, "2026-11-22". Free with g_free(). */
char *
orienta_register_get_as_of (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return orienta_date_format (self->as_of);
}

guint
orienta_register_get_n_households (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_households;
}

guint
orienta_register_get_n_units (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_units;
}

guint
orienta_register_get_n_services (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_services;
}

guint
orienta_register_get_n_territories (const OrientaRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_territories;
}

/* Ids live as long as the register. */
const char *
orienta_register_get_household_id (const OrientaRegister *self, guint household)
{
  g_return_val_if_fail (self != NULL && household < self->n_households, NULL);
  return self->households[household].id;
}

const char *
orienta_register_get_unit_id (const OrientaRegister *self, guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->n_units, NULL);
  return self->units[unit].id;
}

const char *
orienta_register_get_service_id (const OrientaRegister *self, guint service)
{
  g_return_val_if_fail (self != NULL && service < self->n_services, NULL);
  return self->services[service].id;
}

const char *
orienta_register_get_territory_id (const OrientaRegister *self, guint territory)
{
  g_return_val_if_fail (self != NULL && territory < self->n_territories, NULL);
  return self->territories[territory].id;
}

static gint
find (GHashTable *index, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (index, id)) - 1;
}

/* The place of an id, or -1. Complexity: constant. */
gint
orienta_register_find_household (const OrientaRegister *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);
  if (self->household_index)
    return find (self->household_index, id);
  for (guint i = 0; i < self->n_households; i++) /* a selection has no index */
    if (strcmp (self->households[i].id, id) == 0)
      return (gint) i;
  return -1;
}

gint
orienta_register_find_unit (const OrientaRegister *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);
  if (self->unit_index)
    return find (self->unit_index, id);
  for (guint i = 0; i < self->n_units; i++)
    if (strcmp (self->units[i].id, id) == 0)
      return (gint) i;
  return -1;
}

gint
orienta_register_find_territory (const OrientaRegister *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);
  return find (self->territory_index, id);
}

gint
orienta_register_find_code (const OrientaRegister *self, const char *text)
{
  return find (self->code_index, text);
}

gint
orienta_register_find_priority (const OrientaRegister *self, const char *code)
{
  for (guint i = 0; i < self->n_priority_codes; i++)
    if (strcmp (self->priority_codes[i], code) == 0)
      return (gint) i;
  return -1;
}

gint
orienta_register_find_local (const OrientaRegister *self, OrientaOf of, const char *name)
{
  for (guint i = 0; i < self->n_locals; i++)
    if (self->locals[i].of == of && strcmp (self->locals[i].name, name) == 0)
      return (gint) i;
  return -1;
}
