/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The solver on bare arrays. Choices (choices.h) hold what orienta_assign() and its relatives take as loose arrays. */
%typemap(check) double scale { ORIENTA_NEED ($1 >= 0 && $1 <= 1e18, "scale", $1) }

typedef struct {} OrientaChoices;
%extend OrientaChoices {
  OrientaChoices (OrientaArray first, OrientaArray columns, OrientaArray values, OrientaArray capacities,
                  guint n_levels = 1, GError **error = NULL) {
    return orienta_choices_new (&first, &columns, &values, &capacities, n_levels, error);
  }
  static OrientaChoices *from_pairs (guint n_rows, OrientaArray rows, OrientaArray columns, OrientaArray values,
                                     OrientaArray capacities, guint n_levels = 1, double scale = 0,
                                     GError **error = NULL) {
    return orienta_choices_from_pairs (n_rows, &rows, &columns, &values, &capacities, n_levels, scale, error);
  }
  ~OrientaChoices ();
  guint get_n_rows ();
  guint get_n_columns ();
  guint get_n_levels ();
  OrientaAssignment *assign (OrientaProgress *progress = NULL, GError **error = NULL);
  gboolean verify (const OrientaAssignment *assignment, GError **error);
  OrientaMargins *margins (const OrientaAssignment *assignment, OrientaProgress *progress = NULL, GError **error = NULL);
  OrientaProgram *program (GError **error);
  OrientaAssigner *assigner (OrientaProgress *progress = NULL, GError **error = NULL);
}

ORIENTA_INDEX (level, orienta_assignment_get_n_levels (arg1))

typedef struct {} OrientaAssignment;
%extend OrientaAssignment {
  OrientaAssignment (OrientaArray columns, OrientaArray prices, OrientaArray totals, GError **error) {
    return orienta_choices_assignment_new (&columns, &prices, &totals, error);
  }
  ~OrientaAssignment ();
  guint get_n_rows ();
  guint get_n_columns ();
  guint get_n_pairs ();
  guint get_n_levels ();
  gint64 get_total ();
  gint64 get_level_total (guint level);
  ORIENTA_VIEW (orienta_assignment, get_columns, ORIENTA_INT32, orienta_assignment_get_n_rows ($self))
  ORIENTA_VIEW (orienta_assignment, get_values, ORIENTA_INT64, orienta_assignment_get_n_rows ($self))
  ORIENTA_VIEW (orienta_assignment, get_slack, ORIENTA_INT64, orienta_assignment_get_n_rows ($self))
  ORIENTA_VIEW (orienta_assignment, get_prices, ORIENTA_INT64, orienta_assignment_get_n_columns ($self))
  ORIENTA_VIEW (orienta_assignment, get_cutoffs, ORIENTA_INT64, orienta_assignment_get_n_columns ($self))
  ORIENTA_LEVEL_VIEW (orienta_assignment, get_level_values, orienta_assignment_get_n_rows ($self))
  ORIENTA_LEVEL_VIEW (orienta_assignment, get_level_slack, orienta_assignment_get_n_rows ($self))
  ORIENTA_LEVEL_VIEW (orienta_assignment, get_level_prices, orienta_assignment_get_n_columns ($self))
}

ORIENTA_INDEX (level, orienta_margins_get_n_levels (arg1))
typedef struct {} OrientaMargins;
%extend OrientaMargins {
  ~OrientaMargins ();
  guint get_n_levels ();
  guint get_n_rows ();
  guint get_n_columns ();
  ORIENTA_LEVEL_VIEW (orienta_margins, get_gains, orienta_margins_get_n_columns ($self))
  ORIENTA_LEVEL_VIEW (orienta_margins, get_losses, orienta_margins_get_n_columns ($self))
  ORIENTA_LEVEL_VIEW (orienta_margins, get_row_losses, orienta_margins_get_n_rows ($self))
}
