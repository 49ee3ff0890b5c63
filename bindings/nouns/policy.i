/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (criterion, orienta_policy_get_n_criteria (arg1))

/* A score may be asked without a unit, and leaves out then what depends on a home; warnings without a register. */
%typemap(check) const char *unit "";
%typemap(check) OrientaRegister *on "";
%exception OrientaPolicy::judge ORIENTA_NEEDS (arg4, "unit")
%exception OrientaPolicy::shortlist_unit ORIENTA_NEEDS (arg3, "unit")

typedef struct {} OrientaPolicy;
%extend OrientaPolicy {
  static OrientaPolicy *load (const char *path, GError **error);
  static OrientaPolicy *parse (const char *json, GError **error) { return orienta_policy_parse (json, -1, error); }
  ~OrientaPolicy ();
  const char *get_id ();
  const char *get_version ();
  const char *get_title (OrientaLanguage language);
  guint get_n_criteria ();
  const char *get_criterion_id (guint criterion);
  const char *get_criterion_label (guint criterion, OrientaLanguage language);
  gint64 get_criterion_points (guint criterion);
  gint find_criterion (const char *id);
  OrientaPolicy *with_points (const char *criterion, const char *points, GError **error);
  char *diff (const OrientaPolicy *other);
  char *to_json ();
  const char *get_sha256 ();
  OrientaLint *lint (OrientaRegister *on = NULL);
  OrientaVerdict *judge (OrientaRegister *reg, const char *household, const char *unit, GError **error);
  OrientaShortlist *shortlist_unit (OrientaRegister *reg, const char *unit, guint n, const char *seed = NULL,
                                    GError **error = NULL);
  OrientaShortlist *shortlist_household (OrientaRegister *reg, const char *household, guint n, const char *seed = NULL,
                                         GError **error = NULL);
  OrientaShortlist *shortlist_units (OrientaRegister *reg, guint n, const char *seed, OrientaEvidence level,
                                     guint n_threads = 0, OrientaProgress *progress = NULL, GError **error = NULL);
  OrientaShortlist *shortlist_households (OrientaRegister *reg, guint n, const char *seed, OrientaEvidence level,
                                          guint n_threads = 0, OrientaProgress *progress = NULL, GError **error = NULL);
  OrientaPairs *pairs (OrientaRegister *reg, OrientaEvidence level, guint n_threads = 0, OrientaProgress *progress = NULL,
                       GError **error = NULL);
  OrientaScore *score (OrientaRegister *reg, const char *household, const char *unit = NULL, GError **error = NULL);
  OrientaScore *score_at (OrientaRegister *reg, const char *household, const char *unit, OrientaEvidence level,
                          GError **error);
  char *explain (OrientaRegister *reg, const char *household, const char *unit, OrientaLanguage language,
                 OrientaAudience audience, GError **error);
  char *explain_at (OrientaRegister *reg, const char *household, const char *unit, OrientaEvidence level,
                    OrientaLanguage language, OrientaAudience audience, GError **error);
}

%typemap(check) const char *unit = const char *;
