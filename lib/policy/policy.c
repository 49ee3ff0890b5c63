/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Policy: one document, read whole or not at all, then sealed. It is read in the order in which its parts lean on one
 * another: attributes, tables, criteria, groups, then everything that asks them. What is still sound after that is
 * checked against Housing First; nothing that breaks it leaves this file. */
#include <orienta/orienta.h>

#include "io/file-private.h"
#include "policy/criterion-private.h"
#include "policy/group-private.h"
#include "policy/housing-first-private.h"
#include "policy/locals-private.h"
#include "policy/lookup-private.h"
#include "policy/order-private.h"
#include "policy/priority-private.h"
#include "policy/read-private.h"
#include "policy/rule-private.h"

#include <string.h>

#define CLEAR_ALL(self, list, n, clear)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    for (guint i_ = 0; i_ < (self)->n; i_++)                                                                           \
      clear (&(self)->list[i_]);                                                                                       \
    g_free ((self)->list);                                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
policy_free (OrientaPolicy *self)
{
  CLEAR_ALL (self, locals, n_locals, orienta_local_clear);
  CLEAR_ALL (self, priorities, n_priorities, orienta_priority_clear);
  CLEAR_ALL (self, tables, n_tables, orienta_lookup_clear);
  CLEAR_ALL (self, rules, n_rules, orienta_rule_clear);
  CLEAR_ALL (self, criteria, n_criteria, orienta_criterion_clear);
  CLEAR_ALL (self, groups, n_groups, orienta_group_clear);
  CLEAR_ALL (self, tiers, n_tiers, orienta_tier_clear);
  CLEAR_ALL (self, strata, n_strata, orienta_tier_clear);
  CLEAR_ALL (self, quotas, n_quotas, orienta_quota_clear);
  CLEAR_ALL (self, loads, n_loads, orienta_support_load_clear);
  g_free (self->order);
  g_free (self->id);
  g_free (self->version);
  g_free (self->sha256);
  orienta_label_clear (&self->title);
  orienta_json_free (self->json);
  g_free (self);
}

static void
read_head (OrientaReader *reader, JsonNode *root)
{
  OrientaPolicy *policy = reader->policy;
  gint64 format = 0;
  orienta_reader_member (reader, root, "orienta", ORIENTA_NEEDED);
  if (orienta_reader_member_number (reader, root, "orienta", &format) && format != ORIENTA_MILLION) {
    gsize mark = orienta_reader_enter (reader, "orienta");
    orienta_reader_expected (reader, orienta_reader_member (reader, root, "orienta", ORIENTA_OPTIONAL), "1");
    orienta_reader_leave (reader, mark);
  }
  JsonNode *schema = orienta_reader_member (reader, root, "$schema", ORIENTA_OPTIONAL);
  if (schema && (!JSON_NODE_HOLDS_VALUE (schema) || json_node_get_value_type (schema) != G_TYPE_STRING))
    orienta_reader_expected (reader, schema, "a text in \"$schema\"");
  orienta_reader_member_id (reader, root, &policy->id);
  orienta_reader_member_text (reader, root, "version", ORIENTA_NEEDED, &policy->version);
  orienta_reader_member_label (reader, root, "title", &policy->title);
  orienta_reader_member_period (reader, root, &policy->valid);
}

static void
read_document (OrientaReader *reader)
{
  static const char *const members[] = { "$schema",    "orienta", "id",     "version",  "title",  "valid", "attributes",
                                         "priorities", "tables",  "rules",  "criteria", "groups", "total", "order",
                                         "tiers",      "strata",  "quotas", "support",  NULL };
  JsonNode *root = orienta_json_get_root (reader->policy->json);
  orienta_reader_object (reader, root, members);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return;
  read_head (reader, root);
  orienta_locals_read (reader);
  reader->n_visible = reader->policy->n_locals;
  orienta_priorities_read (reader);
  orienta_lookups_read (reader);
  orienta_locals_compute (reader);
  orienta_criteria_read (reader);
  orienta_groups_read (reader);
  orienta_criteria_seal (reader);
  orienta_rules_read (reader);
  orienta_total_read (reader);
  orienta_order_read (reader);
  orienta_tiers_read (reader);
  orienta_strata_read (reader);
  orienta_quotas_read (reader);
  orienta_support_read (reader);
  if (reader->found->len == 0)
    orienta_housing_first_check (reader);
}

static void
read_policy (OrientaPolicy *policy, OrientaFaults *faults)
{
  OrientaReader reader;
  orienta_reader_init (&reader, policy);
  read_document (&reader);
  orienta_reader_clear (&reader, faults);
}

/* Reads a document whose faults name `file`; `length` -1: up to the NUL. */
OrientaPolicy *
orienta_policy_read (const char *text, gssize length, const char *file, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  if (size > ORIENTA_MAX_POLICY) {
    orienta_faults_add (faults, ORIENTA_ERROR_LIMIT, file, 0, 0, "larger than %" G_GSIZE_FORMAT " bytes",
                        ORIENTA_MAX_POLICY);
    orienta_faults_raise (faults, error);
    return NULL;
  }
  OrientaJson *json = orienta_json_parse (text, size, file, faults);
  if (!json) {
    orienta_faults_raise (faults, error);
    return NULL;
  }
  g_autoptr (OrientaPolicy) self = g_new0 (OrientaPolicy, 1);
  g_atomic_ref_count_init (&self->references);
  self->json = json;
  read_policy (self, faults);
  if (!orienta_faults_raise (faults, error))
    return NULL;
  g_autofree char *canonical = orienta_json_canonical (orienta_json_get_root (json));
  self->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  return g_steal_pointer (&self);
}

/**
 * orienta_policy_load:
 * @path: a JSON document, UTF-8 (docs/policy.md)
 *
 * Errors: ORIENTA_ERROR_READ, _SYNTAX, _INVALID, _LIMIT, and _ETHICS for what breaks Housing First or discriminates.
 * All faults are told together, a line each, with line, column and path.
 *
 * Returns: (transfer full): the policy, sealed
 */
OrientaPolicy *
orienta_policy_load (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length;
  if (!orienta_file_read (path, ORIENTA_MAX_POLICY, &text, &length, error))
    return NULL;
  return orienta_policy_read (text, (gssize) length, name, error);
}

/**
 * orienta_policy_parse:
 * @json: the document
 * @length: its bytes, or -1 up to the NUL
 *
 * As orienta_policy_load(); faults are said to lie in "policy.json".
 *
 * Returns: (transfer full): the policy, sealed
 */
OrientaPolicy *
orienta_policy_parse (const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);
  return orienta_policy_read (json, length, "policy.json", error);
}

/* One more owner. Returns its argument. */
OrientaPolicy *
orienta_policy_ref (OrientaPolicy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/* One owner less; NULL is nothing. */
void
orienta_policy_unref (OrientaPolicy *self)
{
  if (self && g_atomic_ref_count_dec (&self->references))
    policy_free (self);
}
