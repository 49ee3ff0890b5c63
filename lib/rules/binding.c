/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rules/binding-private.h"

#include "base/text-private.h"

#include <string.h>

/* Whether the policy lists a priority code and none of its versions is in force: then nobody holds it. */
static gboolean
is_out_of_force (const OrientaBinding *self, const char *code)
{
  gboolean listed = FALSE;
  for (guint i = 0; i < self->policy->n_priorities; i++) {
    const OrientaPriority *priority = &self->policy->priorities[i];
    if (!g_str_equal (priority->code, code))
      continue;
    if (orienta_period_holds (&priority->valid, self->reg->as_of))
      return FALSE;
    listed = TRUE;
  }
  return listed;
}

static gint32
find_priority (const OrientaBinding *self, const char *code)
{
  return is_out_of_force (self, code) ? -1 : orienta_register_find_priority (self->reg, code);
}

/* Resolves the words of one test: priority codes in force to bits, territories and single codes to indexes. */
static void
bind_test (OrientaBinding *self, const OrientaCondition *test)
{
  OrientaType type = orienta_policy_attribute_type (self->policy, test->attribute);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (char **word = test->words; *word; word++) {
    gint32 found = type == ORIENTA_TYPE_CODES   ? find_priority (self, *word)
                   : type == ORIENTA_TYPE_PLACE ? orienta_register_find_territory (self->reg, *word)
                                                : orienta_register_find_code (self->reg, *word);
    if (found < 0)
      self->incomplete[test->slot] = TRUE;
    else if (type == ORIENTA_TYPE_CODES)
      self->masks[test->slot] |= G_GUINT64_CONSTANT (1) << found;
    else
      g_array_append_val (members, found);
  }
  gint32 end = -1;
  g_array_append_val (members, end);
  self->members[test->slot] = (gint32 *) g_array_free (g_steal_pointer (&members), FALSE);
}

static void
bind_condition (const OrientaCondition *condition, gpointer binding)
{
  if (condition->kind == ORIENTA_CONDITION_TEST && condition->words)
    bind_test (binding, condition);
}

/* Versions of one id follow each other in time; every one of them leads to the one in force on the register's day. */
static void
bind_versions (OrientaBinding *self)
{
  const OrientaPolicy *policy = self->policy;
  OrientaDate day = self->reg->as_of;
  for (guint i = 0; i < policy->n_rules; i++)
    self->rules[i] = orienta_period_holds (&policy->rules[i].valid, day);
  for (guint i = 0; i < policy->n_tables; i++) {
    self->tables[i] = -1;
    for (guint j = 0; j < policy->n_tables; j++)
      if (g_str_equal (policy->tables[i].id, policy->tables[j].id)
          && orienta_period_holds (&policy->tables[j].valid, day))
        self->tables[i] = (gint) j;
  }
  for (guint i = 0; i < policy->n_criteria; i++) {
    self->proofs[i] = orienta_register_find_code (self->reg, policy->criteria[i].id);
    self->criteria[i] = -1;
    for (guint j = 0; j < policy->n_criteria; j++)
      if (g_str_equal (policy->criteria[i].id, policy->criteria[j].id)
          && orienta_period_holds (&policy->criteria[j].valid, day))
        self->criteria[i] = (gint) j;
  }
}

/* A register read without the policy lacks its columns: they are unknown. One read with another policy may have a
 * column of the same name and other words: that is no answer but an error. */
static gboolean
bind_columns (OrientaBinding *self, GError **error)
{
  for (guint i = 0; i < self->policy->n_locals; i++) {
    const OrientaLocalAttribute *local = &self->policy->locals[i];
    const char *name = strchr (local->name, '.') + 1;
    gint found = local->when ? -1 : orienta_register_find_local (self->reg, local->of, name);
    self->columns[i] = found;
    if (found < 0)
      continue;
    const OrientaLocalColumn *column = &self->reg->locals[found];
    gboolean alike =
        column->type == local->type && !column->words == !local->words
        && (!local->words || g_strv_equal ((const char *const *) column->words, (const char *const *) local->words));
    if (!alike) {
      g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
                   "the register's column \"%s\" was read under a policy that declares it otherwise than \"%s\"", name,
                   self->policy->id);
      return FALSE;
    }
  }
  return TRUE;
}

/* NULL with ORIENTA_ERROR_INVALID when the register has columns that the policy declares otherwise. */
OrientaBinding *
orienta_binding_new (OrientaPolicy *policy, OrientaRegister *reg, GError **error)
{
  g_autoptr (OrientaBinding) self = g_new0 (OrientaBinding, 1);
  g_atomic_ref_count_init (&self->references);
  self->policy = orienta_policy_ref (policy);
  self->reg = orienta_register_ref (reg);
  self->masks = g_new0 (guint64, policy->n_slots);
  self->incomplete = g_new0 (gboolean, policy->n_slots);
  self->members = g_new0 (gint32 *, policy->n_slots);
  self->columns = g_new (gint, policy->n_locals);
  self->tables = g_new (gint, policy->n_tables);
  self->criteria = g_new (gint, policy->n_criteria);
  self->rules = g_new (gboolean, policy->n_rules);
  self->proofs = g_new (gint, policy->n_criteria);
  orienta_policy_visit_conditions (self->policy, bind_condition, self);
  bind_versions (self);
  if (!bind_columns (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

OrientaBinding *
orienta_binding_ref (OrientaBinding *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_binding_unref (OrientaBinding *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->policy->n_slots; i++)
    g_free (self->members[i]);
  g_free (self->masks);
  g_free (self->incomplete);
  g_free (self->members);
  g_free (self->columns);
  g_free (self->tables);
  g_free (self->criteria);
  g_free (self->rules);
  g_free (self->proofs);
  orienta_policy_unref (self->policy);
  orienta_register_unref (self->reg);
  g_free (self);
}

/* Says that no line has this id, and which one may have been meant. O(n): this is a way out. */
static gboolean
not_found (const char *noun, const char *id, const char *const *ids, guint n, GError **error)
{
  g_autofree char *quoted = orienta_text_quote (id, -1);
  const char *nearest = orienta_text_nearest (id, ids, n);
  g_autofree char *meant = nearest ? g_strdup_printf ("; did you mean \"%s\"?", nearest) : g_strdup ("");
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND, "no %s %s in the register%s", noun, quoted, meant);
  return FALSE;
}

static gboolean
find_household (const OrientaBinding *self, const char *household, guint *place, GError **error)
{
  gint found = orienta_register_find_household (self->reg, household);
  guint n = self->reg->n_households;
  if (found < 0) {
    g_autofree const char **ids = g_new (const char *, n);
    for (guint i = 0; i < n; i++)
      ids[i] = self->reg->households[i].id;
    return not_found ("household", household, ids, n, error);
  }
  *place = (guint) found;
  return TRUE;
}

/* The place of a unit by its id. FALSE with ORIENTA_ERROR_NOT_FOUND. */
gboolean
orienta_binding_find_unit (const OrientaBinding *self, const char *unit, guint *place, GError **error)
{
  gint found = orienta_register_find_unit (self->reg, unit);
  guint n = self->reg->n_units;
  if (found < 0) {
    g_autofree const char **ids = g_new (const char *, n);
    for (guint i = 0; i < n; i++)
      ids[i] = self->reg->units[i].id;
    return not_found ("unit", unit, ids, n, error);
  }
  *place = (guint) found;
  return TRUE;
}

static gboolean
find_service (const OrientaBinding *self, const char *service, guint *place, GError **error)
{
  guint n = self->reg->n_services;
  g_autofree const char **ids = g_new (const char *, n);
  for (*place = 0; *place < n; ++*place) {
    ids[*place] = self->reg->services[*place].id;
    if (strcmp (ids[*place], service) == 0)
      return TRUE;
  }
  return not_found ("service", service, ids, n, error);
}

/* The place among the register's slots of one dimension of a service; `slots` NULL for the one without a name. FALSE
 * with ORIENTA_ERROR_NOT_FOUND. */
gboolean
orienta_binding_find_slot (const OrientaBinding *self, const char *service, const char *slots, guint *place,
                           GError **error)
{
  guint found;
  if (!find_service (self, service, &found, error))
    return FALSE;
  const OrientaStretch *own = &self->reg->services[found].slots;
  for (*place = own->start; *place < own->start + own->n; ++*place) {
    gint32 name = self->reg->slots[*place].name;
    if (g_strcmp0 (name < 0 ? NULL : self->reg->codes[name], slots) == 0)
      return TRUE;
  }
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND,
               "service \"%s\": no slots \"%s\", expected slots that it has", service, slots ? slots : "");
  return FALSE;
}

/* The places of a household and a unit by their ids; `unit` NULL is no unit, -1. FALSE with ORIENTA_ERROR_NOT_FOUND. */
gboolean
orienta_binding_find (const OrientaBinding *self, const char *household, const char *unit, guint *household_place,
                      gint *unit_place, GError **error)
{
  guint place = 0;
  if (!find_household (self, household, household_place, error))
    return FALSE;
  if (unit && !orienta_binding_find_unit (self, unit, &place, error))
    return FALSE;
  *unit_place = unit ? (gint) place : -1;
  return TRUE;
}

OrientaEvidence
orienta_binding_evidence (const OrientaBinding *self, guint criterion, guint household)
{
  const OrientaHouseholdRow *row = &self->reg->households[household];
  gboolean seen = row->verified_all;
  for (guint i = 0; i < row->verified.n && !seen; i++)
    seen = self->reg->codes_pool[row->verified.start + i] == self->proofs[criterion];
  return seen ? ORIENTA_EVIDENCE_VERIFIED : self->policy->criteria[criterion].evidence;
}
