/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/answer-private.h"

#include "score/shortlist-private.h"

static void
append_candidate (GString *out, const OrientaShortlist *self, guint list, guint rank)
{
  const OrientaRegister *reg = orienta_shortlist_get_binding (self)->reg;
  g_autofree char *lottery = orienta_shortlist_format_lottery (self, list, rank);
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "household",
                       orienta_register_get_household_id (reg, orienta_shortlist_get_household (self, list, rank)));
  orienta_answer_bool (out, "in_choice", orienta_shortlist_is_in_choice (self, list, rank));
  orienta_answer_text (out, "lottery", lottery);
  orienta_answer_points (out, "points", orienta_shortlist_get_points (self, list, rank));
  orienta_answer_count (out, "rank", rank + 1);
  orienta_answer_text (
      out, "status", orienta_answer_status (orienta_shortlist_get_status (self, list, rank), ORIENTA_AUDIENCE_PERSON));
  orienta_answer_text (out, "stratum", orienta_shortlist_get_stratum (self, list, rank));
  orienta_answer_text (out, "tier", orienta_shortlist_get_tier (self, list, rank));
  orienta_answer_text (out, "unit", orienta_register_get_unit_id (reg, orienta_shortlist_get_unit (self, list, rank)));
  g_string_append_c (out, '}');
}

/**
 * orienta_shortlist_to_json:
 *
 * Canonical JSON (RFC 8785); docs/answers.md has the shape. Ranks count from 1 here, as people say them. Not for third
 * parties: points and tiers may tell of health.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_shortlist_to_json (const OrientaShortlist *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *out = g_string_new ("{\"lists\":[");
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self); list++) {
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    orienta_answer_key (out, "candidates");
    g_string_append_c (out, '[');
    for (guint rank = 0; rank < orienta_shortlist_get_n (self, list); rank++)
      append_candidate (out, self, list, rank);
    g_string_append (out, "]");
    orienta_answer_count (out, "n_candidates", orienta_shortlist_get_n_candidates (self, list));
    g_string_append_c (out, '}');
  }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}
