/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Frames of what is asked of a policy: its criteria and warnings, verdicts, scores, pairs, shortlists. */
#include "frame-private.h"

#include <math.h>

/* A row for each criterion; without points where it has no single number. */
OrientaFrame *
orienta_frame_criteria (OrientaPolicy *policy)
{
  guint n = orienta_policy_get_n_criteria (policy);
  OrientaFrame *self = orienta_frame_new (n, orienta_policy_ref (policy), (GDestroyNotify) orienta_policy_unref);
  guint id = orienta_frame_add_text (self, "criterion");
  double *points = orienta_frame_add_double (self, "points");
  guint french = orienta_frame_add_text (self, "label_fr"), english = orienta_frame_add_text (self, "label_en");
  for (guint i = 0; i < n; i++) {
    gint64 number = orienta_policy_get_criterion_points (policy, i);
    orienta_frame_put (self, id, i, orienta_policy_get_criterion_id (policy, i));
    orienta_frame_put (self, french, i, orienta_policy_get_criterion_label (policy, i, ORIENTA_FRENCH));
    orienta_frame_put (self, english, i, orienta_policy_get_criterion_label (policy, i, ORIENTA_ENGLISH));
    points[i] = number == G_MININT64 ? NAN : orienta_frame_points (number);
  }
  return self;
}

/* A row for each warning. */
OrientaFrame *
orienta_frame_lint (OrientaLint *lint, OrientaLanguage language)
{
  guint n = orienta_lint_get_n (lint);
  OrientaFrame *self = orienta_frame_new (n, orienta_lint_ref (lint), (GDestroyNotify) orienta_lint_unref);
  guint code = orienta_frame_add_names (self, "code"), path = orienta_frame_add_text (self, "path");
  guint sentence = orienta_frame_add_text (self, "sentence");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, code, i, orienta_reason_get_name (orienta_lint_get_code (lint, i)));
    orienta_frame_put (self, path, i, orienta_lint_get_path (lint, i));
    orienta_frame_put_own (self, sentence, i, orienta_lint_format (lint, i, language));
  }
  return self;
}

/* A row for each reason that says no or asks to verify. `special`: nothing for third parties (GDPR art. 9). */
OrientaFrame *
orienta_frame_reasons (OrientaVerdict *verdict, OrientaLanguage language)
{
  guint n = orienta_verdict_get_n_reasons (verdict);
  OrientaFrame *self = orienta_frame_new (n, orienta_verdict_ref (verdict), (GDestroyNotify) orienta_verdict_unref);
  guint reason = orienta_frame_add_names (self, "reason"), rule = orienta_frame_add_text (self, "rule");
  guint sentence = orienta_frame_add_text (self, "sentence"), source = orienta_frame_add_text (self, "source");
  guint8 *special = orienta_frame_add_bool (self, "special");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, reason, i, orienta_reason_get_name (orienta_verdict_get_reason (verdict, i)));
    orienta_frame_put (self, rule, i, orienta_verdict_get_reason_rule (verdict, i));
    orienta_frame_put_own (self, sentence, i, orienta_verdict_format_reason (verdict, i, language));
    orienta_frame_put (self, source, i, orienta_verdict_get_reason_source (verdict, i));
    special[i] = (guint8) orienta_verdict_reason_is_special (verdict, i);
  }
  return self;
}

/* A row for each rule that was asked. */
OrientaFrame *
orienta_frame_checks (OrientaVerdict *verdict, OrientaLanguage language)
{
  guint n = orienta_verdict_get_n_checks (verdict);
  OrientaFrame *self = orienta_frame_new (n, orienta_verdict_ref (verdict), (GDestroyNotify) orienta_verdict_unref);
  guint rule = orienta_frame_add_text (self, "rule");
  gint32 *status = orienta_frame_add_status (self, "status");
  guint sentence = orienta_frame_add_text (self, "sentence");
  guint8 *special = orienta_frame_add_bool (self, "special");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, rule, i, orienta_verdict_get_check_rule (verdict, i));
    status[i] = (gint32) orienta_verdict_get_check_status (verdict, i);
    orienta_frame_put_own (self, sentence, i, orienta_verdict_format_check (verdict, i, language));
    special[i] = (guint8) orienta_verdict_check_is_special (verdict, i);
  }
  return self;
}

/* A row for each line of a score; the points add up to it. */
OrientaFrame *
orienta_frame_lines (OrientaScore *score, OrientaLanguage language)
{
  guint n = orienta_score_get_n_lines (score);
  OrientaFrame *self = orienta_frame_new (n, orienta_score_ref (score), (GDestroyNotify) orienta_score_unref);
  guint criterion = orienta_frame_add_text (self, "criterion"), group = orienta_frame_add_text (self, "group");
  guint label = orienta_frame_add_text (self, "label"), input = orienta_frame_add_text (self, "input");
  guint operation = orienta_frame_add_text (self, "operation");
  double *stated = orienta_frame_add_double (self, "stated"), *points = orienta_frame_add_double (self, "points");
  guint reason = orienta_frame_add_names (self, "reason");
  gint32 *evidence = orienta_frame_add_evidence (self, "evidence");
  guint source = orienta_frame_add_text (self, "source");
  guint8 *special = orienta_frame_add_bool (self, "special");
  for (guint i = 0; i < n; i++) {
    orienta_frame_put (self, criterion, i, orienta_score_get_criterion (score, i));
    orienta_frame_put (self, group, i, orienta_score_get_group (score, i));
    orienta_frame_put_own (self, label, i, orienta_score_format_label (score, i, language));
    orienta_frame_put_own (self, input, i, orienta_score_format_input (score, i, language));
    orienta_frame_put_own (self, operation, i, orienta_score_format_operation (score, i, language));
    stated[i] = orienta_frame_points (orienta_score_get_stated (score, i));
    points[i] = orienta_frame_points (orienta_score_get_line_points (score, i));
    orienta_frame_put (self, reason, i, orienta_reason_get_name (orienta_score_get_reason (score, i)));
    evidence[i] = (gint32) orienta_score_get_evidence (score, i);
    orienta_frame_put (self, source, i, orienta_score_get_source (score, i));
    special[i] = (guint8) orienta_score_line_is_special (score, i);
  }
  return self;
}

/* A row for each pair that is not refused, by household, then unit. */
OrientaFrame *
orienta_frame_pairs (OrientaPairs *pairs)
{
  const OrientaRegister *reg = orienta_pairs_get_register (pairs);
  gsize n = orienta_pairs_get_n (pairs);
  OrientaFrame *self = orienta_frame_new (n, orienta_pairs_ref (pairs), (GDestroyNotify) orienta_pairs_unref);
  gint32 *households = orienta_frame_add_households (self, "household", reg);
  gint32 *units = orienta_frame_add_units (self, "unit", reg);
  double *points = orienta_frame_add_double (self, "points");
  gint32 *status = orienta_frame_add_status (self, "status");
  const guint32 *unit_of = orienta_pairs_get_units (pairs);
  const gint64 *points_of = orienta_pairs_get_points (pairs);
  const guint8 *status_of = orienta_pairs_get_status (pairs);
  for (guint household = 0; household < orienta_register_get_n_households (reg); household++)
    for (gsize i = orienta_pairs_get_first (pairs, household); i < orienta_pairs_get_first (pairs, household + 1); i++)
      households[i] = (gint32) household;
  for (gsize i = 0; i < n; i++) {
    units[i] = (gint32) unit_of[i];
    points[i] = orienta_frame_points (points_of[i]);
    status[i] = status_of[i];
  }
  return self;
}

/* A row for each rank of each list; ranks count from 1 here, as people do. */
OrientaFrame *
orienta_frame_shortlist (OrientaShortlist *list)
{
  const OrientaRegister *reg = orienta_shortlist_get_register (list);
  guint n_lists = orienta_shortlist_get_n_lists (list);
  gsize n = 0;
  for (guint i = 0; i < n_lists; i++)
    n += orienta_shortlist_get_n (list, i);
  OrientaFrame *self = orienta_frame_new (n, orienta_shortlist_ref (list), (GDestroyNotify) orienta_shortlist_unref);
  gint64 *ranks = orienta_frame_add_int64 (self, "rank");
  gint32 *households = orienta_frame_add_households (self, "household", reg);
  gint32 *units = orienta_frame_add_units (self, "unit", reg);
  double *points = orienta_frame_add_double (self, "points");
  gint32 *status = orienta_frame_add_status (self, "status");
  guint8 *in_choice = orienta_frame_add_bool (self, "in_choice");
  guint tier = orienta_frame_add_names (self, "tier"), stratum = orienta_frame_add_names (self, "stratum");
  guint lottery = orienta_frame_add_text (self, "lottery");
  gsize row = 0;
  for (guint i = 0; i < n_lists; i++)
    for (guint rank = 0; rank < orienta_shortlist_get_n (list, i); rank++, row++) {
      ranks[row] = rank + 1;
      households[row] = (gint32) orienta_shortlist_get_household (list, i, rank);
      units[row] = (gint32) orienta_shortlist_get_unit (list, i, rank);
      points[row] = orienta_frame_points (orienta_shortlist_get_points (list, i, rank));
      status[row] = (gint32) orienta_shortlist_get_status (list, i, rank);
      in_choice[row] = (guint8) orienta_shortlist_is_in_choice (list, i, rank);
      orienta_frame_put (self, tier, row, orienta_shortlist_get_tier (list, i, rank));
      orienta_frame_put (self, stratum, row, orienta_shortlist_get_stratum (list, i, rank));
      orienta_frame_put_own (self, lottery, row, orienta_shortlist_format_lottery (list, i, rank));
    }
  return self;
}
