/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Axes: what a table is keyed by. */
#include "policy/lookup-private.h"

#include "base/text-private.h"

#include <string.h>

/* The attribute that a name means: full, or without its prefix where only one attribute has that name. */
static gint
find_axis (OrientaReader *reader, JsonNode *node, const char *name)
{
  gint found = orienta_policy_find_attribute (reader->policy, name);
  for (guint i = 0; found < 0 && i < ORIENTA_N_ATTRIBUTES + reader->n_visible; i++) {
    const char *full = orienta_policy_attribute_name (reader->policy, i);
    if (!full || strcmp (strchr (full, '.') + 1, name) != 0)
      continue;
    for (guint j = i + 1; j < ORIENTA_N_ATTRIBUTES + reader->n_visible; j++) {
      const char *other = orienta_policy_attribute_name (reader->policy, j);
      if (other && strcmp (strchr (other, '.') + 1, name) == 0) {
        orienta_reader_fault (reader, node, "\"%s\": expected \"%s\" or \"%s\"", name, full, other);
        return -1;
      }
    }
    found = (gint) i;
  }
  return found >= 0 ? found : orienta_reader_attribute (reader, node, name);
}

/* The place of a word along the axis, or -1 after a fault. */
gint
orienta_axis_find_word (OrientaReader *reader, JsonNode *node, const OrientaAxis *axis, const char *word)
{
  g_autofree const char **words = orienta_policy_attribute_words (reader->policy, axis->attribute);
  for (guint i = 0; i < axis->n; i++)
    if (strcmp (words[i], word) == 0)
      return (gint) i;
  orienta_reader_unknown (reader, node, "word", word, orienta_text_nearest (word, words, axis->n));
  return -1;
}

static void
read_thresholds (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  JsonArray *list = orienta_reader_list (reader, node, 1);
  axis->n = list ? json_array_get_length (list) : 0;
  axis->from = g_new0 (gint64, axis->n + 1);
  for (guint i = 0; i < axis->n; i++) {
    JsonNode *entry = json_array_get_element (list, i);
    gsize mark = orienta_reader_enter_index (reader, i);
    if (orienta_reader_number (reader, entry, &axis->from[i]) && i > 0 && axis->from[i] <= axis->from[i - 1])
      orienta_reader_expected (reader, entry, "a number above the one before");
    orienta_reader_leave (reader, mark);
  }
}

static void
read_axis_object (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  JsonNode *from = orienta_reader_member (reader, node, "from", ORIENTA_OPTIONAL);
  JsonNode *first = orienta_reader_member (reader, node, "first", ORIENTA_OPTIONAL);
  if (from && first)
    orienta_reader_fault (reader, node, "\"from\" and \"first\": expected one of the two");
  if (from) {
    gsize mark = orienta_reader_enter (reader, "from");
    read_thresholds (reader, from, axis);
    orienta_reader_leave (reader, mark);
  }
  if (orienta_reader_member_number (reader, node, "first", &axis->first) && axis->first % ORIENTA_MILLION != 0) {
    gsize mark = orienta_reader_enter (reader, "first");
    orienta_reader_expected (reader, first, "a whole number");
    orienta_reader_leave (reader, mark);
  }
}

/* One entry of "by": a name, or an object with thresholds or a first value. */
gboolean
orienta_axis_read (OrientaReader *reader, JsonNode *node, OrientaAxis *axis)
{
  static const char *const members[] = { "attribute", "from", "first", NULL };
  gboolean object = JSON_NODE_HOLDS_OBJECT (node);
  if (object && !orienta_reader_object (reader, node, members))
    return FALSE;
  JsonNode *name = object ? orienta_reader_member (reader, node, "attribute", ORIENTA_NEEDED) : node;
  const char *text = name ? orienta_reader_text (reader, name) : NULL;
  gint attribute = text ? find_axis (reader, name, text) : -1;
  if (attribute < 0)
    return FALSE;
  axis->attribute = (guint) attribute;
  axis->first = ORIENTA_MILLION;
  guint faults = reader->found->len;
  OrientaType type = orienta_policy_attribute_type (reader->policy, axis->attribute);
  if (type != ORIENTA_TYPE_WORD && type != ORIENTA_TYPE_NUMBER) {
    orienta_reader_fault (reader, name, "\"%s\": expected a number or a word", text);
  } else if (type == ORIENTA_TYPE_WORD) {
    g_autofree const char **words = orienta_policy_attribute_words (reader->policy, axis->attribute);
    axis->n = g_strv_length ((char **) words);
    axis->given = g_new0 (gboolean, axis->n);
    if (object && json_object_get_size (json_node_get_object (node)) > 1)
      orienta_reader_fault (reader, node, "\"%s\": \"from\" and \"first\" are for numbers", text);
  } else if (object) {
    read_axis_object (reader, node, axis);
  }
  if (axis->attribute >= ORIENTA_HOUSEHOLD_NEED_0 && axis->attribute <= ORIENTA_HOUSEHOLD_NEED_LAST)
    orienta_reader_refuse (reader, name, "HF1: \"%s\" is a need; no table may be keyed by one", text);
  return reader->found->len == faults;
}
