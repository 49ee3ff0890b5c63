/* SPDX-License-Identifier: LGPL-2.1-or-later */
typedef struct {} OrientaReport;
%extend OrientaReport {
  OrientaReport (OrientaPolicy *policy, OrientaRegister *reg, guint n, const char *seed, OrientaEvidence level,
                 guint n_threads = 0, OrientaProgress *progress = NULL, GError **error = NULL);
  static OrientaReport *new_unit (OrientaPolicy *policy, OrientaRegister *reg, const char *unit, guint n,
                                  const char *seed, OrientaEvidence level, GError **error);
  static OrientaReport *new_household (OrientaPolicy *policy, OrientaRegister *reg, const char *household, guint n,
                                       const char *seed, OrientaEvidence level, GError **error);
  ~OrientaReport ();
  char *to_html (OrientaLanguage language, OrientaAudience audience);
  char *to_text (OrientaLanguage language, OrientaAudience audience);
  char *to_json (OrientaAudience audience);
  char *to_csv (OrientaAudience audience);
}

%typemap(check) OrientaMatching *baseline "";

typedef struct {} OrientaMatchingReport;
%extend OrientaMatchingReport {
  OrientaMatchingReport (OrientaMatching *matching, OrientaMatching *baseline = NULL);
  ~OrientaMatchingReport ();
  char *to_html (OrientaLanguage language, OrientaAudience audience);
  char *to_text (OrientaLanguage language, OrientaAudience audience);
  char *to_csv (OrientaAudience audience);
}
