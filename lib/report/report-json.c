/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/report-private.h"

#include "report/answer-private.h"
#include "rules/verdict-private.h"

/* One ranked candidate. Third parties read no points, tier, stratum or draw: with the rank, they would tell what is
 * held. */
static void
append_candidate (GString *out, const OrientaReport *self, guint list, guint rank, OrientaAudience audience)
{
  const OrientaShortlist *lists = self->lists;
  gboolean person = audience == ORIENTA_AUDIENCE_PERSON;
  g_autoptr (OrientaVerdict) verdict = orienta_report_verdict (self, list, rank);
  g_autoptr (OrientaScore) score = orienta_report_score (self, list, rank);
  g_autofree char *lottery = orienta_shortlist_format_lottery (lists, list, rank);
  orienta_answer_next (out);
  g_string_append_c (out, '{');
  if (person)
    orienta_answer_lines (out, "contributions", score, FALSE, audience);
  orienta_answer_text (
      out, "household",
      orienta_register_get_household_id (self->reg, orienta_shortlist_get_household (lists, list, rank)));
  orienta_answer_bool (out, "in_choice", orienta_shortlist_is_in_choice (lists, list, rank));
  if (person) {
    orienta_answer_text (out, "lottery", lottery);
    orienta_answer_points (out, "points", orienta_shortlist_get_points (lists, list, rank));
  }
  orienta_answer_count (out, "rank", rank + 1);
  orienta_answer_reasons (out, "reasons", verdict, audience);
  orienta_answer_text (out, "status",
                       orienta_answer_status (orienta_shortlist_get_status (lists, list, rank), audience));
  if (person) {
    orienta_answer_text (out, "stratum", orienta_shortlist_get_stratum (lists, list, rank));
    orienta_answer_text (out, "tier", orienta_shortlist_get_tier (lists, list, rank));
  }
  orienta_answer_text (out, "unit",
                       orienta_register_get_unit_id (self->reg, orienta_shortlist_get_unit (lists, list, rank)));
  g_string_append_c (out, '}');
}

static void
append_candidates (GString *out, const char *name, const OrientaReport *self, guint list, OrientaAudience audience)
{
  orienta_answer_key (out, name);
  g_string_append_c (out, '[');
  for (guint rank = 0; rank < orienta_report_n_shown (self, list); rank++)
    append_candidate (out, self, list, rank, audience);
  g_string_append_c (out, ']');
}

static void
append_lists (GString *out, const OrientaReport *self, OrientaAudience audience)
{
  orienta_answer_key (out, "lists");
  g_string_append_c (out, '[');
  for (guint list = 0; list < orienta_shortlist_get_n_lists (self->lists); list++) {
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    append_candidates (out, "candidates", self, list, audience);
    orienta_answer_count (out, "n_candidates", orienta_shortlist_get_n_candidates (self->lists, list));
    orienta_answer_text (out, "unit", orienta_register_get_unit_id (self->reg, orienta_report_unit_of (self, list)));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

/* The pairs that a unit's or a household's own answer says no to. */
static void
append_refused (GString *out, const OrientaReport *self, OrientaAudience audience)
{
  orienta_answer_key (out, "not_eligible");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->refused->len; i++) {
    const OrientaVerdict *verdict = g_ptr_array_index (self->refused, i);
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    if (self->subject == ORIENTA_SUBJECT_UNIT)
      orienta_answer_text (out, "household",
                           orienta_register_get_household_id (self->reg, orienta_verdict_get_household (verdict)));
    orienta_answer_reasons (out, "reasons", verdict, audience);
    orienta_answer_text (out, "status", orienta_answer_status (ORIENTA_INELIGIBLE, audience));
    if (self->subject == ORIENTA_SUBJECT_HOUSEHOLD)
      orienta_answer_text (out, "unit", orienta_register_get_unit_id (self->reg, orienta_verdict_get_unit (verdict)));
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_blocked (GString *out, const OrientaReport *self)
{
  orienta_answer_key (out, "blocked");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->blocked->len; i++) {
    const OrientaBlocked *blocked = &g_array_index (self->blocked, OrientaBlocked, i);
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    orienta_answer_text (out, "household", orienta_register_get_household_id (self->reg, blocked->household));
    orienta_answer_key (out, "nearest");
    g_string_append (out, blocked->nearest ? "{" : "null");
    if (blocked->nearest) {
      orienta_answer_reasons (out, "reasons", blocked->nearest, ORIENTA_AUDIENCE_PERSON);
      orienta_answer_text (out, "unit",
                           orienta_register_get_unit_id (self->reg, orienta_verdict_get_unit (blocked->nearest)));
      g_string_append_c (out, '}');
    }
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_obstacles (GString *out, const OrientaReport *self)
{
  orienta_answer_key (out, "obstacles");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->obstacles->len; i++) {
    const OrientaObstacle *obstacle = &g_array_index (self->obstacles, OrientaObstacle, i);
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    orienta_answer_text (out, "code", orienta_reason_get_name (obstacle->code));
    orienta_answer_count (out, "n_alone", obstacle->n_alone);
    orienta_answer_count (out, "n_households", obstacle->n_households);
    orienta_answer_count (out, "n_pairs", obstacle->n_refused);
    orienta_answer_text (out, "rule", obstacle->rule);
    orienta_answer_sentence (out, "text", obstacle->text[ORIENTA_FRENCH], obstacle->text[ORIENTA_ENGLISH]);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_waiting (GString *out, const OrientaReport *self)
{
  orienta_answer_key (out, "waiting");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->waiting->len; i++) {
    const OrientaWaiting *waiting = &g_array_index (self->waiting, OrientaWaiting, i);
    gboolean near = waiting->unit != G_MAXUINT;
    orienta_answer_next (out);
    g_string_append_c (out, '{');
    if (near)
      orienta_answer_points (out, "gap", waiting->gap);
    orienta_answer_text (out, "household", orienta_register_get_household_id (self->reg, waiting->household));
    orienta_answer_count (out, "n_open", waiting->n_open);
    orienta_answer_text (out, "unit", near ? orienta_register_get_unit_id (self->reg, waiting->unit) : NULL);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_unhoused (GString *out, const OrientaReport *self)
{
  orienta_answer_key (out, "unhoused");
  g_string_append_c (out, '{');
  append_blocked (out, self);
  orienta_answer_count (out, "n_looked_at", self->n_looked_at);
  append_obstacles (out, self);
  append_waiting (out, self);
  g_string_append_c (out, '}');
}

/**
 * orienta_report_to_json:
 * @audience: third parties read the lists, without points and without what is special; not who was left out, nor why
 *
 * Canonical JSON (RFC 8785); docs/answers.md has the shape.
 *
 * Returns: (transfer full): free with g_free()
 */
char *
orienta_report_to_json (const OrientaReport *self, OrientaAudience audience)
{
  g_return_val_if_fail (self != NULL && audience <= ORIENTA_AUDIENCE_THIRD_PARTY, NULL);
  g_autofree char *as_of = orienta_register_get_as_of (self->reg);
  GString *out = g_string_new ("{");
  orienta_answer_text (out, "as_of", as_of);
  orienta_answer_text (out, "audience", orienta_audience_name (audience));
  if (self->subject == ORIENTA_SUBJECT_UNIT)
    append_candidates (out, "candidates", self, 0, audience);
  if (audience == ORIENTA_AUDIENCE_THIRD_PARTY)
    orienta_answer_sentence (out, "held", orienta_held_sentence (ORIENTA_FRENCH),
                             orienta_held_sentence (ORIENTA_ENGLISH));
  if (self->subject == ORIENTA_SUBJECT_HOUSEHOLD) {
    append_candidates (out, "homes", self, 0, audience);
    orienta_answer_text (out, "household", orienta_register_get_household_id (self->reg, (guint) self->subject_index));
  }
  orienta_answer_text (out, "level", orienta_evidence_name (self->level));
  if (self->subject == ORIENTA_SUBJECT_ALL)
    append_lists (out, self, audience);
  else
    append_refused (out, self, audience);
  orienta_answer_policy (out, "policy", self->policy);
  orienta_answer_text (out, "register", orienta_register_get_sha256 (self->reg));
  orienta_answer_text (out, "seed", self->seed);
  if (self->subject == ORIENTA_SUBJECT_ALL && audience == ORIENTA_AUDIENCE_PERSON)
    append_unhoused (out, self);
  if (self->subject == ORIENTA_SUBJECT_UNIT)
    orienta_answer_text (out, "unit", orienta_register_get_unit_id (self->reg, (guint) self->subject_index));
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
