/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/matching-report-private.h"

#include "report/answer-private.h"

/* Every cell is an id, a word or a number: none needs quotes. */

static const char *
word_of (gboolean value)
{
  return value ? "true" : "false";
}

static void
append_pair (GString *out, const OrientaMatchingReport *self, guint household, OrientaAudience audience)
{
  const OrientaMatching *matching = self->matching;
  const OrientaRegister *reg = matching->binding->reg;
  guint index = (guint) matching->pair_of[household];
  const OrientaMatched *pair = &matching->pairs[index];
  const char *status = orienta_answer_status ((OrientaStatus) pair->status, audience);
  if (audience == ORIENTA_AUDIENCE_THIRD_PARTY) {
    g_string_append_printf (out, "%s,%s,%s,%s\r\n", reg->households[household].id, reg->units[pair->unit].id, status,
                            word_of (pair->in_choice));
    return;
  }
  guint move = (guint) self->moves[index];
  g_autofree char *points = orienta_number_format (pair->points, 3);
  g_string_append_printf (out, "%s,%s,%s,%s,%s,%s,%s,%s,%u,%u,,,\r\n", reg->households[household].id,
                          reg->units[pair->unit].id, points, status, word_of (pair->in_choice),
                          pair->service < 0 ? "" : reg->services[pair->service].id, word_of (pair->lacks_support),
                          pair->left < 0 ? "" : reg->units[pair->left].id,
                          g_array_index (matching->moves, OrientaMove, move).chain + 1, move + 1);
}

static void
append_unmatched (GString *out, const OrientaMatchingReport *self, const OrientaUnmatched *unmatched)
{
  const OrientaRegister *reg = self->matching->binding->reg;
  g_autofree char *margin = orienta_number_format (unmatched->margin, 3);
  g_string_append_printf (out, "%s,,,,,,,,,,%s,%s,%s\r\n", reg->households[unmatched->household].id,
                          orienta_reason_get_name (unmatched->reason),
                          unmatched->nearest < 0 ? "" : reg->units[unmatched->nearest].id,
                          orienta_matching_reason_has_margin (unmatched->reason) ? margin : "");
}

/**
 * orienta_matching_report_to_csv:
 * @audience: third parties read who is proposed where; no points, no support, not who is left, nor why
 *
 * RFC 4180: a line for each household, as docs/answers.md says, in the register's order.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_matching_report_to_csv (const OrientaMatchingReport *self, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  const OrientaMatching *matching = self->matching;
  gboolean person = audience == ORIENTA_AUDIENCE_PERSON;
  guint place = 0;
  GString *out =
      g_string_new (person ? "household,unit,points,status,in_choice,service,lacks_support,leaves,chain,move,"
                             "reason,nearest,margin\r\n"
                           : "household,unit,status,in_choice\r\n");
  for (guint household = 0; household < matching->binding->reg->n_households; household++)
    if (matching->pair_of[household] >= 0)
      append_pair (out, self, household, audience);
    else if (person)
      append_unmatched (out, self, &matching->unmatched[place++]);
  return g_string_free (out, FALSE);
}
