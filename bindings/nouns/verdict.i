/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (reason, orienta_verdict_get_n_reasons (arg1))
ORIENTA_INDEX (flip, orienta_verdict_get_n_flips (arg1, arg2))
ORIENTA_INDEX (check, orienta_verdict_get_n_checks (arg1))

typedef struct {} OrientaVerdict;
%extend OrientaVerdict {
  ~OrientaVerdict ();
  OrientaPolicy *get_policy ();
  OrientaRegister *get_register ();
  OrientaStatus get_status ();
  guint get_household ();
  guint get_unit ();
  guint get_n_reasons ();
  OrientaReasonCode get_reason (guint reason);
  const char *get_reason_rule (guint reason);
  const char *get_reason_source (guint reason);
  gboolean reason_is_special (guint reason);
  char *format_reason (guint reason, OrientaLanguage language);
  guint get_n_flips (guint reason);
  OrientaReasonCode get_flip (guint reason, guint flip);
  const char *get_flip_attribute (guint reason, guint flip);
  char *format_flip (guint reason, guint flip, OrientaLanguage language);
  guint get_n_checks ();
  const char *get_check_rule (guint check);
  OrientaStatus get_check_status (guint check);
  gboolean check_is_special (guint check);
  char *format_check (guint check, OrientaLanguage language);
  char *to_json (OrientaAudience audience);
}
