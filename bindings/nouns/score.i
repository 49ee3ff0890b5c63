/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (line, orienta_score_get_n_lines (arg1))

typedef struct {} OrientaScore;
%extend OrientaScore {
  ~OrientaScore ();
  OrientaPolicy *get_policy ();
  OrientaRegister *get_register ();
  gint64 get_points ();
  OrientaEvidence get_level ();
  guint get_n_lines ();
  const char *get_criterion (guint line);
  const char *get_group (guint line);
  OrientaReasonCode get_reason (guint line);
  gint64 get_stated (guint line);
  gint64 get_line_points (guint line);
  OrientaEvidence get_evidence (guint line);
  const char *get_source (guint line);
  gboolean line_is_special (guint line);
  char *format_label (guint line, OrientaLanguage language);
  char *format_input (guint line, OrientaLanguage language);
  char *format_operation (guint line, OrientaLanguage language);
  char *format_reason (guint line, OrientaLanguage language);
  char *to_json (OrientaAudience audience);
}
