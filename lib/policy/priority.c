/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "policy/priority-private.h"

#include "base/text-private.h"
#include "policy/period-private.h"

#include <string.h>

static void
read_priority (OrientaReader *reader, JsonNode *node, OrientaPriority *self)
{
  static const char *const members[] = { "code", "label", "valid", "source", "note", NULL };
  if (!orienta_reader_object (reader, node, members))
    return;
  JsonNode *code = orienta_reader_member (reader, node, "code", ORIENTA_NEEDED);
  gsize mark = orienta_reader_enter (reader, "code");
  self->code = g_strdup (code ? orienta_reader_code (reader, code) : NULL);
  orienta_reader_leave (reader, mark);
  orienta_reader_member_label (reader, node, "label", &self->label);
  orienta_reader_member_text (reader, node, "source", ORIENTA_OPTIONAL, &self->source);
  orienta_reader_member_period (reader, node, &self->valid);
  orienta_reader_member_note (reader, node);
}

void
orienta_priorities_read (OrientaReader *reader)
{
  OrientaPolicy *policy = reader->policy;
  guint n;
  JsonArray *list = orienta_reader_top (reader, "priorities", &n);
  policy->priorities = g_new0 (OrientaPriority, n);
  policy->n_priorities = n;
  g_autofree OrientaVersion *versions = g_new0 (OrientaVersion, n);
  gsize mark = orienta_reader_enter (reader, "priorities");
  for (guint i = 0; i < n; i++) {
    gsize entry = orienta_reader_enter_index (reader, i);
    read_priority (reader, json_array_get_element (list, i), &policy->priorities[i]);
    orienta_reader_leave (reader, entry);
    versions[i] = (OrientaVersion){ policy->priorities[i].code, &policy->priorities[i].valid };
  }
  orienta_reader_leave (reader, mark);
  orienta_versions_check (reader, "priorities", versions, n);
}

/* Whether a condition may ask for this code. A policy that lists the codes it knows knows no other, so that a misspelt
 * one is not silently held by nobody; without a list every code may be asked. */
gboolean
orienta_priority_is_known (OrientaReader *reader, JsonNode *node, const char *code)
{
  const OrientaPolicy *policy = reader->policy;
  if (policy->n_priorities == 0)
    return TRUE;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  for (guint i = 0; i < policy->n_priorities; i++) {
    if (g_strcmp0 (policy->priorities[i].code, code) == 0)
      return TRUE;
    if (policy->priorities[i].code)
      g_ptr_array_add (known, policy->priorities[i].code);
  }
  orienta_reader_unknown (reader, node, "priority code", code,
                          orienta_text_nearest (code, (const char *const *) known->pdata, known->len));
  return FALSE;
}

void
orienta_priority_clear (OrientaPriority *self)
{
  g_free (self->code);
  g_free (self->source);
  orienta_label_clear (&self->label);
}
