/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/period-private.h"

#include <string.h>

/* Whether `day` lies in the period; open ends reach for ever. */
gboolean
orienta_period_holds (const OrientaPeriod *self, OrientaDate day)
{
  return (self->from == ORIENTA_NO_DATE || self->from <= day) && (self->to == ORIENTA_NO_DATE || day <= self->to);
}

/* Whether some day lies in both. */
gboolean
orienta_period_meets (const OrientaPeriod *a, const OrientaPeriod *b)
{
  gboolean a_ends_before = a->to != ORIENTA_NO_DATE && b->from != ORIENTA_NO_DATE && a->to < b->from;
  gboolean b_ends_before = b->to != ORIENTA_NO_DATE && a->from != ORIENTA_NO_DATE && b->to < a->from;
  return !a_ends_before && !b_ends_before;
}

static void
refuse_twice (OrientaReader *reader, const char *list, const OrientaVersion *versions, guint first, guint second)
{
  JsonObject *root = json_node_get_object (orienta_json_get_root (reader->policy->json));
  JsonNode *node = json_array_get_element (json_object_get_array_member (root, list), second);
  const OrientaPeriod *a = versions[first].valid, *b = versions[second].valid;
  gsize mark = orienta_reader_enter (reader, list);
  orienta_reader_enter_index (reader, second);
  if (a && b && (a->from != ORIENTA_NO_DATE || a->to != ORIENTA_NO_DATE)
      && (b->from != ORIENTA_NO_DATE || b->to != ORIENTA_NO_DATE))
    orienta_reader_fault (reader, node,
                          "\"%s\": in force at the same time as $.%s[%u]; expected periods that do not overlap",
                          versions[second].id, list, first);
  else
    orienta_reader_fault (reader, node, "\"%s\": stands already at $.%s[%u]", versions[second].id, list, first);
  orienta_reader_leave (reader, mark);
}

/* Refuses an id that stands twice, unless both have periods and these do not overlap. `valid` NULL: the list knows no
 * versions. */
void
orienta_versions_check (OrientaReader *reader, const char *list, const OrientaVersion *versions, guint n)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal); /* id -> place + 1 of the latest entry */
  g_autofree guint *before = g_new0 (guint, n); /* place + 1 of the one before of the same id */
  for (guint i = 0; i < n; i++) {
    if (!versions[i].id)
      continue;
    before[i] = GPOINTER_TO_UINT (g_hash_table_lookup (last, versions[i].id));
    g_hash_table_insert (last, (gpointer) versions[i].id, GUINT_TO_POINTER (i + 1));
    for (guint other = before[i]; other > 0; other = before[other - 1]) {
      const OrientaPeriod *a = versions[other - 1].valid, *b = versions[i].valid;
      if (a && b && !orienta_period_meets (a, b))
        continue;
      refuse_twice (reader, list, versions, other - 1, i);
      break;
    }
  }
}
