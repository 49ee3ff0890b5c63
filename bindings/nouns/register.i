/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (household, orienta_register_get_n_households (arg1))
ORIENTA_INDEX (unit, orienta_register_get_n_units (arg1))
ORIENTA_INDEX (service, orienta_register_get_n_services (arg1))
ORIENTA_INDEX (territory, orienta_register_get_n_territories (arg1))
ORIENTA_INDEX_OR_NONE (household, orienta_register_get_n_households (arg1))
ORIENTA_INDEX_OR_NONE (unit, orienta_register_get_n_units (arg1))

%typemap(check) OrientaPolicy *policy "";

typedef struct {} OrientaRegister;
%extend OrientaRegister {
  static OrientaRegister *load (const char *path, OrientaPolicy *policy = NULL, GError **error = NULL);
  static OrientaRegister *read (const char *path, OrientaPolicy *policy = NULL, const char *as_of = NULL,
                                OrientaProgress *progress = NULL, GError **error = NULL);
  static OrientaRegister *parse (const char *json, OrientaPolicy *policy = NULL, GError **error = NULL) {
    return orienta_register_parse (json, -1, policy, error);
  }
  ~OrientaRegister ();
  char *get_as_of ();
  guint get_n_households ();
  guint get_n_units ();
  guint get_n_services ();
  guint get_n_territories ();
  const char *get_household_id (guint household);
  const char *get_unit_id (guint unit);
  const char *get_service_id (guint service);
  const char *get_territory_id (guint territory);
  gint find_household (const char *id);
  gint find_unit (const char *id);
  gint find_territory (const char *id);
  gint64 get_value (guint attribute, gint household, gint unit);
  char *write_value (guint attribute, gint household, gint unit);
  char *format_value (guint attribute, gint household, gint unit, OrientaLanguage language);
  char *to_json ();
  const char *get_sha256 ();
}

/* A builder is filled line by line, or a whole table at once (fill.h). */
typedef struct {} OrientaBuilder;
%extend OrientaBuilder {
  OrientaBuilder (const char *as_of = NULL, OrientaPolicy *policy = NULL, GError **error = NULL);
  ~OrientaBuilder ();
  void begin (OrientaTable table);
  void set (const char *column, const char *value);
  OrientaRegister *seal (GError **error);
  OrientaRegister *seal_with (OrientaProgress *progress = NULL, GError **error = NULL);
}

%typemap(check) OrientaPolicy *policy = OrientaPolicy *;
