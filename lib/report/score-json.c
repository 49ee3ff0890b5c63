/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/answer-private.h"

#include "score/score-private.h"

typedef char *(*Format) (const OrientaScore *self, guint line, OrientaLanguage language);

static void
append_both (GString *out, const char *name, const OrientaScore *self, guint line, Format format)
{
  g_autofree char *french = format (self, line, ORIENTA_FRENCH);
  g_autofree char *english = format (self, line, ORIENTA_ENGLISH);
  orienta_answer_sentence (out, name, french, english);
}

static void
append_line (GString *out, const OrientaScore *self, guint line)
{
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "criterion", orienta_score_get_criterion (self, line));
  orienta_answer_text (out, "evidence", orienta_evidence_name (orienta_score_get_evidence (self, line)));
  orienta_answer_text (out, "group", orienta_score_get_group (self, line));
  append_both (out, "input", self, line, orienta_score_format_input);
  append_both (out, "label", self, line, orienta_score_format_label);
  append_both (out, "operation", self, line, orienta_score_format_operation);
  orienta_answer_points (out, "points", orienta_score_get_line_points (self, line));
  orienta_answer_text (out, "reason", orienta_reason_get_name (orienta_score_get_reason (self, line)));
  orienta_answer_text (out, "source", orienta_score_get_source (self, line));
  orienta_answer_points (out, "stated", orienta_score_get_stated (self, line));
  append_both (out, "text", self, line, orienta_score_format_reason);
  g_string_append_c (out, '}');
}

/* Whether a line says more than that a criterion is not met or does not apply. */
static gboolean
says_something (const OrientaScore *score, guint line)
{
  return orienta_score_get_line_points (score, line) != 0 || orienta_score_get_stated (score, line) != 0
         || orienta_reason_get_severity (orienta_score_get_reason (score, line)) == ORIENTA_SEVERITY_VERIFY;
}

/* The lines that this audience may read, in the order of the score; unless `all`, those that say something. */
void
orienta_answer_lines (GString *out, const char *name, const OrientaScore *score, gboolean all, OrientaAudience audience)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < orienta_score_get_n_lines (score); i++)
    if ((all || says_something (score, i)) && orienta_line_is_shown (score, i, audience))
      append_line (out, score, i);
  g_string_append_c (out, ']');
}

/**
 * orienta_score_to_json:
 * @audience: for a third party, special lines, whole groups that hold one, and the total are left out
 *
 * Canonical JSON (RFC 8785); docs/answers.md has the shape. The `points` of the lines add up to `points` exactly.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_score_to_json (const OrientaScore *self, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL, NULL);
  const OrientaRegister *reg = orienta_score_get_binding (self)->reg;
  gint unit = orienta_score_get_unit (self);
  GString *out = g_string_new ("{");
  orienta_answer_text (out, "audience", orienta_audience_name (audience));
  if (audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_answer_sentence (out, "held", orienta_held_sentence (ORIENTA_FRENCH),
                             orienta_held_sentence (ORIENTA_ENGLISH));
  orienta_answer_text (out, "household", orienta_register_get_household_id (reg, orienta_score_get_household (self)));
  orienta_answer_text (out, "level", orienta_evidence_name (orienta_score_get_level (self)));
  orienta_answer_lines (out, "lines", self, TRUE, audience);
  if (audience == ORIENTA_AUDIENCE_PERSON)
    orienta_answer_points (out, "points", orienta_score_get_points (self));
  orienta_answer_text (out, "unit", unit < 0 ? NULL : orienta_register_get_unit_id (reg, (guint) unit));
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
