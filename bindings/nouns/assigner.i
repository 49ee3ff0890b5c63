/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A matching on bare arrays that is kept the best while it changes; made by Choices.assigner(). */
ORIENTA_INDEX (column, orienta_assigner_get_n_columns (arg1))
ORIENTA_INDEX (row, orienta_assigner_get_n_rows (arg1))
ORIENTA_INDEX (index, orienta_assigner_get_n_changed (arg1))

typedef struct {} OrientaAssigner;
%extend OrientaAssigner {
  ~OrientaAssigner ();
  guint get_n_rows ();
  guint get_n_columns ();
  gint64 get_total ();
  gint32 get_column (guint row);
  gint64 get_price (guint column);
  guint get_n_changed ();
  guint get_changed (guint index);
  OrientaAssignment *get_assignment ();
  gboolean set_capacity (guint column, guint capacity, GError **error);
  /* `at` is a row, or as many as there are: a new one. `scale` as in Choices.from_pairs(). */
  gboolean set_row (guint at, OrientaArray columns, OrientaArray values, double scale = 0, GError **error = NULL) {
    return orienta_choices_set_row ($self, at, &columns, &values, scale, error);
  }
}
%typemap(check) guint row;
%typemap(check) guint column;
%typemap(check) guint index;
