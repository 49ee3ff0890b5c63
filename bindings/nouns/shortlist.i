/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (list, orienta_shortlist_get_n_lists (arg1))
ORIENTA_INDEX (rank, orienta_shortlist_get_n (arg1, arg2))

typedef struct {} OrientaShortlist;
%extend OrientaShortlist {
  ~OrientaShortlist ();
  OrientaPolicy *get_policy ();
  OrientaRegister *get_register ();
  guint get_n_lists ();
  guint get_n (guint list);
  guint get_n_candidates (guint list);
  guint get_household (guint list, guint rank);
  guint get_unit (guint list, guint rank);
  gint64 get_points (guint list, guint rank);
  OrientaStatus get_status (guint list, guint rank);
  gboolean is_in_choice (guint list, guint rank);
  const char *get_tier (guint list, guint rank);
  const char *get_stratum (guint list, guint rank);
  char *format_lottery (guint list, guint rank);
  char *to_json ();
}

%typemap(check) const char *seed = const char *;
char *orienta_lottery_draw (const char *seed, const char *household);
%typemap(check) const char *seed "";
