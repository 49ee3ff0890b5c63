/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (warning, orienta_lint_get_n (arg1))

typedef struct {} OrientaLint;
%extend OrientaLint {
  ~OrientaLint ();
  guint get_n ();
  OrientaReasonCode get_code (guint warning);
  const char *get_path (guint warning);
  char *format (guint warning, OrientaLanguage language);
}
