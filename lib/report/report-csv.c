/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/report-private.h"

#include "report/answer-private.h"

/* Every cell is an id, a word or a number: none needs quotes. */

static void
append_ranked (GString *out, const OrientaReport *self, guint list, guint rank, OrientaAudience audience)
{
  const OrientaShortlist *lists = self->lists;
  guint household = orienta_shortlist_get_household (lists, list, rank);
  guint unit = orienta_shortlist_get_unit (lists, list, rank);
  const char *tier = orienta_shortlist_get_tier (lists, list, rank);
  const char *stratum = orienta_shortlist_get_stratum (lists, list, rank);
  g_autofree char *points = orienta_number_format (orienta_shortlist_get_points (lists, list, rank), 3);
  g_autofree char *lottery = orienta_shortlist_format_lottery (lists, list, rank);
  g_string_append_printf (out, "%s,%u,%s,%s,%s", self->reg->units[unit].id, rank + 1,
                          self->reg->households[household].id,
                          orienta_answer_status (orienta_shortlist_get_status (lists, list, rank), audience),
                          orienta_shortlist_is_in_choice (lists, list, rank) ? "true" : "false");
  if (audience == ORIENTA_AUDIENCE_PERSON)
    g_string_append_printf (out, ",%s,%s,%s,%s", points, tier ? tier : "", stratum ? stratum : "",
                            lottery ? lottery : "");
  g_string_append (out, "\r\n");
}

/**
 * orienta_report_to_csv:
 * @audience: third parties read no points, tiers, strata or draws
 *
 * RFC 4180: a line for each place on a list, as docs/answers.md says; in a unit's or household's own answer also one
 * for each refused pair, without rank.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_report_to_csv (const OrientaReport *self, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  gboolean person = audience == ORIENTA_AUDIENCE_PERSON;
  GString *out = g_string_new ("unit,rank,household,status,in_choice");
  g_string_append (out, person ? ",points,tier,stratum,lottery\r\n" : "\r\n");
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self->lists); list++)
    for (guint rank = 0; rank < orienta_report_n_shown (self, list); rank++)
      append_ranked (out, self, list, rank, audience);
  for (guint i = 0; i < self->refused->len; i++) {
    const OrientaVerdict *verdict = g_ptr_array_index (self->refused, i);
    g_string_append_printf (out, "%s,,%s,%s,%s\r\n", self->reg->units[orienta_verdict_get_unit (verdict)].id,
                            self->reg->households[orienta_verdict_get_household (verdict)].id,
                            orienta_answer_status (ORIENTA_INELIGIBLE, audience), person ? ",,,," : "");
  }
  return g_string_free (out, FALSE);
}
