/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (level, orienta_solution_get_n_levels (arg1))
ORIENTA_INDEX (limit, orienta_solution_get_n_limits (arg1))
ORIENTA_INDEX (i, orienta_solution_get_n_conflicts (arg1))

typedef struct {} OrientaSolution;
%extend OrientaSolution {
  ~OrientaSolution ();
  OrientaSolved get_status ();
  guint get_n_variables ();
  guint get_n_levels ();
  guint get_n_limits ();
  ORIENTA_VIEW (orienta_solution, get_chosen, ORIENTA_UINT8, orienta_solution_get_n_variables ($self))
  gint64 get_total (guint level);
  gint64 get_bound (guint level);
  gint64 get_proven_bound ();
  gint64 get_activity (guint limit);
  double get_price (guint limit);
  guint get_n_conflicts ();
  guint get_conflict (guint i);
  gint64 get_conflict_slack (guint i);
  gboolean is_conflict_above (guint i);
  gboolean is_conflict_minimal ();
  gboolean verify (const OrientaProgram *program, GError **error);
}
