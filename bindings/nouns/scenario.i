/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (figure, orienta_scenario_get_n_figures (arg1))

typedef struct {} OrientaScenario;
%extend OrientaScenario {
  static OrientaScenario *load (const char *path, GError **error);
  static OrientaScenario *parse (const char *json, GError **error) { return orienta_scenario_parse (json, -1, error); }
  ~OrientaScenario ();
  const char *get_id ();
  const char *get_version ();
  const char *get_title (OrientaLanguage language);
  char *get_start ();
  guint get_n_days ();
  OrientaRegister *get_register ();
  guint get_n_figures ();
  const char *get_figure_name (guint figure);
  double get_figure_value (guint figure);
  double get_figure_low (guint figure);
  double get_figure_high (guint figure);
  const char *get_figure_unit (guint figure);
  const char *get_figure_source (guint figure);
  gboolean figure_is_assumed (guint figure);
  OrientaScenario *with_figure (const char *name, double value, GError **error);
  OrientaScenario *with_register (OrientaRegister *reg, GError **error);
  char *to_json ();
  const char *get_sha256 ();
}
