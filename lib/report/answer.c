/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/answer-private.h"

#include "io/json-private.h"

void
orienta_answer_next (GString *out)
{
  char last = out->len > 0 ? out->str[out->len - 1] : '{';
  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
}

void
orienta_answer_key (GString *out, const char *name)
{
  orienta_answer_next (out);
  orienta_json_quote (out, name);
  g_string_append_c (out, ':');
}

void
orienta_answer_text (GString *out, const char *name, const char *text)
{
  orienta_answer_key (out, name);
  if (text)
    orienta_json_quote (out, text);
  else
    g_string_append (out, "null");
}

void
orienta_answer_bool (GString *out, const char *name, gboolean value)
{
  orienta_answer_key (out, name);
  g_string_append (out, value ? "true" : "false");
}

void
orienta_answer_count (GString *out, const char *name, guint64 value)
{
  orienta_answer_key (out, name);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, value);
}

/* Points as a decimal: what a double prints as, since they have at most twelve digits. */
void
orienta_answer_points (GString *out, const char *name, gint64 points)
{
  orienta_answer_key (out, name);
  g_autofree char *text = orienta_number_format (points, 3);
  g_string_append (out, text);
}

/* Both languages side by side. */
void
orienta_answer_sentence (GString *out, const char *name, const char *french, const char *english)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "en", english);
  orienta_answer_text (out, "fr", french);
  g_string_append_c (out, '}');
}

/* Which policy answered. */
void
orienta_answer_policy (GString *out, const char *name, const OrientaPolicy *policy)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '{');
  orienta_answer_text (out, "id", orienta_policy_get_id (policy));
  orienta_answer_text (out, "sha256", orienta_policy_get_sha256 (policy));
  orienta_answer_text (out, "version", orienta_policy_get_version (policy));
  g_string_append_c (out, '}');
}

/* A third party reads "not_proposed" whatever the reason is, so that the word says nothing of it. */
const char *
orienta_answer_status (OrientaStatus status, OrientaAudience audience)
{
  switch (status) {
  case ORIENTA_ELIGIBLE:
    return "eligible";
  case ORIENTA_TO_VERIFY:
    return "to_verify";
  default:
    return audience == ORIENTA_AUDIENCE_THIRD_PARTY ? "not_proposed" : "ineligible";
  }
}

const char *
orienta_audience_name (OrientaAudience audience)
{
  return audience == ORIENTA_AUDIENCE_THIRD_PARTY ? "third_party" : "person";
}

const char *
orienta_evidence_name (OrientaEvidence level)
{
  static const char *const names[] = { "verified", "declared", "needs_validation" };
  return names[level];
}

/* Said to third parties in every answer, whether or not something is held: its presence tells nothing. */
const char *
orienta_held_sentence (OrientaLanguage language)
{
  return language == ORIENTA_FRENCH ? "D'autres éléments peuvent avoir compté : seul le coordinateur en dispose."
                                    : "Other elements may have counted: only the coordinator holds them.";
}

gboolean
orienta_reason_is_shown (const OrientaVerdict *verdict, guint reason, OrientaAudience audience)
{
  return audience == ORIENTA_AUDIENCE_PERSON || !orienta_verdict_reason_is_special (verdict, reason);
}

/* What a group takes away tells of all its criteria, and so does the one it lets count: a group that holds a special
 * criterion is hidden whole. What the total takes away tells the total. */
gboolean
orienta_line_is_shown (const OrientaScore *score, guint line, OrientaAudience audience)
{
  if (audience == ORIENTA_AUDIENCE_PERSON)
    return TRUE;
  if (orienta_score_line_is_special (score, line) || !orienta_score_get_criterion (score, line))
    return FALSE;
  const char *group = orienta_score_get_group (score, line);
  for (guint i = 0; group && i < orienta_score_get_n_lines (score); i++)
    if (orienta_score_line_is_special (score, i) && g_strcmp0 (orienta_score_get_group (score, i), group) == 0)
      return FALSE;
  return TRUE;
}
