/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Order: the bounds of the score, and who comes before whom. */
#include "policy/order-private.h"

#include "policy/condition-private.h"
#include "policy/period-private.h"

#include <string.h>

/* Bounds of the whole score. */
void
orienta_total_read (OrientaReader *reader)
{
  static const char *const members[] = { "min", "max", NULL };
  OrientaPolicy *policy = reader->policy;
  policy->min = G_MININT64;
  policy->max = G_MAXINT64;
  JsonNode *node = orienta_reader_member (reader, orienta_json_get_root (policy->json), "total", ORIENTA_OPTIONAL);
  gsize mark = orienta_reader_enter (reader, "total");
  if (node && orienta_reader_object (reader, node, members)) {
    orienta_reader_member_points (reader, node, "min", &policy->min);
    orienta_reader_member_points (reader, node, "max", &policy->max);
    if (policy->min > policy->max)
      orienta_reader_fault (reader, node, "\"min\" is above \"max\"");
  }
  orienta_reader_leave (reader, mark);
}

static gboolean
can_rank (const OrientaPolicy *policy, guint attribute)
{
  switch (orienta_policy_attribute_type (policy, attribute)) {
  case ORIENTA_TYPE_BOOL:
  case ORIENTA_TYPE_NUMBER:
  case ORIENTA_TYPE_DATE:
    return TRUE;
  case ORIENTA_TYPE_WORD:
    return orienta_policy_attribute_ordered (policy, attribute);
  default:
    return FALSE;
  }
}

/* "points desc", "lottery", "NAME asc" or "NAME desc". */
static gboolean
read_key (OrientaReader *reader, JsonNode *node, OrientaKey *self)
{
  const char *text = orienta_reader_text (reader, node);
  if (!text)
    return FALSE;
  if (strcmp (text, "points desc") == 0 || strcmp (text, "lottery") == 0) {
    self->kind = *text == 'p' ? ORIENTA_KEY_POINTS : ORIENTA_KEY_LOTTERY;
    self->descending = self->kind == ORIENTA_KEY_POINTS;
    return TRUE;
  }
  gboolean ascending = g_str_has_suffix (text, " asc");
  if ((!ascending && !g_str_has_suffix (text, " desc")) || g_str_has_prefix (text, "points ")) {
    orienta_reader_expected (reader, node, "\"points desc\", \"NAME asc\", \"NAME desc\" or \"lottery\"");
    return FALSE;
  }
  g_autofree char *name = g_strndup (text, strlen (text) - (ascending ? 4 : 5));
  gint attribute = orienta_reader_attribute (reader, node, name);
  if (attribute < 0)
    return FALSE;
  if (!can_rank (reader->policy, (guint) attribute)) {
    orienta_reader_fault (reader, node, "\"%s\": expected a number, a date, a bool or an ordered word", name);
    return FALSE;
  }
  *self = (OrientaKey){ ORIENTA_KEY_ATTRIBUTE, (guint) attribute, !ascending };
  return TRUE;
}

static gboolean
names (const GArray *keys, guint attribute)
{
  for (guint i = 0; i < keys->len; i++) {
    const OrientaKey *key = &g_array_index (keys, OrientaKey, i);
    if (key->kind == ORIENTA_KEY_ATTRIBUTE && key->attribute == attribute)
      return TRUE;
  }
  return FALSE;
}

/* HF6 and HF9: at equal points a pair inside the stated choice comes first, then a durable unit, unless the policy says
 * in its order where they stand. */
static void
insert_housing_first (GArray *keys)
{
  static const guint attributes[] = { ORIENTA_UNIT_DURABLE, ORIENTA_PAIR_IN_CHOICE };
  guint after = 0;
  while (after < keys->len && g_array_index (keys, OrientaKey, after).kind != ORIENTA_KEY_POINTS)
    after++;
  if (after == keys->len)
    return;
  gboolean named[] = { names (keys, attributes[0]), names (keys, attributes[1]) };
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    OrientaKey key = { ORIENTA_KEY_ATTRIBUTE, attributes[i], TRUE };
    if (!named[i])
      g_array_insert_val (keys, after + 1, key);
  }
}

static void
read_keys (OrientaReader *reader, JsonNode *node, GArray *keys)
{
  gsize mark = orienta_reader_enter (reader, "order");
  JsonArray *list = orienta_reader_list (reader, node, 1);
  for (guint i = 0; list && i < json_array_get_length (list); i++) {
    OrientaKey key = { ORIENTA_KEY_POINTS, 0, FALSE };
    gsize entry = orienta_reader_enter_index (reader, i);
    if (read_key (reader, json_array_get_element (list, i), &key))
      g_array_append_val (keys, key);
    orienta_reader_leave (reader, entry);
  }
  orienta_reader_leave (reader, mark);
}

/* The ranking, with the keys that Housing First adds. */
void
orienta_order_read (OrientaReader *reader)
{
  static const OrientaKey usual[] = { { ORIENTA_KEY_POINTS, 0, TRUE },
                                      { ORIENTA_KEY_ATTRIBUTE, ORIENTA_HOUSEHOLD_REQUEST_DATE, FALSE },
                                      { ORIENTA_KEY_LOTTERY, 0, FALSE } };
  OrientaPolicy *policy = reader->policy;
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (OrientaKey));
  JsonNode *node = orienta_reader_member (reader, orienta_json_get_root (policy->json), "order", ORIENTA_OPTIONAL);
  if (node)
    read_keys (reader, node, keys);
  else
    g_array_append_vals (keys, usual, G_N_ELEMENTS (usual));
  insert_housing_first (keys);
  policy->n_order = keys->len;
  policy->order = (OrientaKey *) g_array_free (keys, FALSE);
}

/* Tiers and strata are alike: who is in them, and of strata also the share. */
static void
read_tier (OrientaReader *reader, JsonNode *node, gboolean stratum, OrientaTier *self)
{
  static const char *const tier_members[] = { "id", "label", "when", "source", "note", NULL };
  static const char *const stratum_members[] = { "id", "label", "when", "share", "source", "note", NULL };
  self->share = ORIENTA_UNKNOWN;
  if (!orienta_reader_object (reader, node, stratum ? stratum_members : tier_members))
    return;
  orienta_reader_member_id (reader, node, &self->id);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &self->source);
  orienta_reader_member_note (reader, node);
  self->when = orienta_condition_read_member (reader, node, "when", ORIENTA_NEEDED);
  orienta_condition_bound (reader, node, orienta_condition_seal (self->when, reader));
  if (stratum) {
    orienta_reader_member (reader, node, "share", ORIENTA_NEEDED);
    orienta_reader_member_share (reader, node, "share", &self->share);
  }
}

static OrientaTier *
read_tiers (OrientaReader *reader, const char *name, gboolean strata, guint *n)
{
  JsonArray *list = orienta_reader_top (reader, name, n);
  OrientaTier *tiers = g_new0 (OrientaTier, *n);
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, *n);
  gsize mark = orienta_reader_enter (reader, name);
  for (guint i = 0; i < *n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    read_tier (reader, json_array_get_element (list, i), strata, &tiers[i]);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ tiers[i].id, NULL };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, name, versions, *n);
  return tiers;
}

void
orienta_tiers_read (OrientaReader *reader)
{
  reader->policy->tiers = read_tiers (reader, "tiers", FALSE, &reader->policy->n_tiers);
}

void
orienta_strata_read (OrientaReader *reader)
{
  reader->policy->strata = read_tiers (reader, "strata", TRUE, &reader->policy->n_strata);
}

void
orienta_tier_clear (OrientaTier *self)
{
  g_free (self->id);
  g_free (self->source);
  orienta_label_clear (&self->label);
  orienta_condition_free (self->when);
}
