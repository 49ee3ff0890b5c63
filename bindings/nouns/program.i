/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Arrays are checked against the program before the library sees them (choices.h). */
ORIENTA_INDEX (level, orienta_program_get_n_levels (arg1))
ORIENTA_INDEX (limit, orienta_program_get_n_limits (arg1))
%typemap(check) guint n_levels { ORIENTA_NEED ($1 > 0, "n_levels", $1) }
%typemap(check) const char *name "";

typedef struct {} OrientaProgram;
%extend OrientaProgram {
  OrientaProgram (guint n_variables, guint n_levels = 1, GError **error = NULL);
  ~OrientaProgram ();
  guint get_n_variables ();
  guint get_n_levels ();
  guint get_n_limits ();
  const char *get_limit_name (guint limit);
  guint add_level (OrientaArray values, GError **error) { return orienta_choices_add_level ($self, &values, error); }
  void set_values (guint level, OrientaArray values, GError **error) {
    orienta_choices_set_values ($self, level, &values, error);
  }
  guint add_limit (const char *name, OrientaArray variables, OrientaArray coefficients, gint64 lower, gint64 upper,
                   GError **error) {
    return orienta_choices_add_limit ($self, name, &variables, &coefficients, lower, upper, error);
  }
  void set_start (OrientaArray chosen, GError **error) { orienta_choices_set_start ($self, &chosen, error); }
  OrientaSolution *solve (double seconds, OrientaProgress *progress = NULL, GError **error = NULL);
  OrientaSolution *solve_with (guint limit, gint64 by, double seconds, OrientaProgress *progress = NULL,
                               GError **error = NULL);
}
%typemap(check) const char *name = const char *;

gboolean orienta_has_highs ();
const char *orienta_highs_version ();
