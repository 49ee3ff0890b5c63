/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (household, orienta_forecast_get_n (arg1))

typedef struct {} OrientaForecast;
%extend OrientaForecast {
  ~OrientaForecast ();
  OrientaRegister *get_register ();
  guint get_n ();
  double get_chance (guint household, guint days);
  double get_chance_low (guint household, guint days, double confidence);
  double get_chance_high (guint household, guint days, double confidence);
  double get_days (guint household);
  double get_days_low (guint household, double confidence);
  double get_days_high (guint household, double confidence);
  double get_share_unknown (guint household);
  char *to_csv ();
}

OrientaForecast *orienta_forecast (OrientaScenario *scenario, OrientaPolicy *policy, OrientaRegister *reg,
                                   OrientaSimulateOptions *options = NULL, OrientaProgress *progress = NULL,
                                   GError **error = NULL);
