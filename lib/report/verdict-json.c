/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/answer-private.h"

#include "rules/verdict-private.h"

static void
append_flips (GString *out, const OrientaVerdict *self, guint reason)
{
  orienta_answer_key (out, "flips");
  g_string_append_c (out, '[');
  for (guint i = 0; i < orienta_verdict_get_n_flips (self, reason); i++) {
    g_autofree char *french = orienta_verdict_format_flip (self, reason, i, ORIENTA_FRENCH);
    g_autofree char *english = orienta_verdict_format_flip (self, reason, i, ORIENTA_ENGLISH);
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    orienta_answer_text (out, "attribute", orienta_verdict_get_flip_attribute (self, reason, i));
    orienta_answer_text (out, "code", orienta_reason_get_name (orienta_verdict_get_flip (self, reason, i)));
    orienta_answer_sentence (out, "text", french, english);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static const char *
severity_name (OrientaSeverity severity)
{
  static const char *const names[] = { "info", "verify", "refuse" };
  return names[severity];
}

static void
append_reason (GString *out, const OrientaVerdict *self, guint reason)
{
  OrientaReasonCode code = orienta_verdict_get_reason (self, reason);
  g_autofree char *french = orienta_verdict_format_reason (self, reason, ORIENTA_FRENCH);
  g_autofree char *english = orienta_verdict_format_reason (self, reason, ORIENTA_ENGLISH);
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "code", orienta_reason_get_name (code));
  append_flips (out, self, reason);
  orienta_answer_text (out, "rule", orienta_verdict_get_reason_rule (self, reason));
  orienta_answer_text (out, "severity", severity_name (orienta_reason_get_severity (code)));
  orienta_answer_text (out, "source", orienta_verdict_get_reason_source (self, reason));
  orienta_answer_sentence (out, "text", french, english);
  g_string_append_c (out, '}');
}

/* The reasons that this audience may read, in the order of the verdict. */
void
orienta_answer_reasons (GString *out, const char *name, const OrientaVerdict *verdict, OrientaAudience audience)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < orienta_verdict_get_n_reasons (verdict); i++)
    if (orienta_reason_is_shown (verdict, i, audience))
      append_reason (out, verdict, i);
  g_string_append_c (out, ']');
}

/**
 * orienta_verdict_to_json:
 * @audience: for a third party, what is special is left out and a refusal is "not_proposed" whatever its reason
 *
 * Canonical JSON (RFC 8785); docs/answers.md has the shape.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_verdict_to_json (const OrientaVerdict *self, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL, NULL);
  const OrientaRegister *reg = orienta_verdict_get_binding (self)->reg;
  GString *out = g_string_new ("{");
  orienta_answer_text (out, "audience", orienta_audience_name (audience));
  if (audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_answer_sentence (out, "held", orienta_held_sentence (ORIENTA_FRENCH),
                             orienta_held_sentence (ORIENTA_ENGLISH));
  orienta_answer_text (out, "household", orienta_register_get_household_id (reg, orienta_verdict_get_household (self)));
  orienta_answer_reasons (out, "reasons", self, audience);
  orienta_answer_text (out, "status", orienta_answer_status (orienta_verdict_get_status (self), audience));
  orienta_answer_text (out, "unit", orienta_register_get_unit_id (reg, orienta_verdict_get_unit (self)));
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
