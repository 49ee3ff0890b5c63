/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (unit, orienta_reserve_get_n (arg1))
ORIENTA_INDEX (slot, orienta_reserve_get_n_slots (arg1))
%typemap(check) guint days { ORIENTA_NEED ($1 > 0, "days", $1) }

ORIENTA_OBJECTS (OrientaRegisters, OrientaRegister, orienta_register)

typedef struct {} OrientaReserve;
%extend OrientaReserve {
  static OrientaReserve *estimate (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options,
                                   guint days, OrientaProgress *progress = NULL, GError **error = NULL);
  static OrientaReserve *estimate_from (OrientaRegister *reg, OrientaPolicy *policy, OrientaMatchOptions *options,
                                        OrientaRegisters futures, OrientaProgress *progress = NULL,
                                        GError **error = NULL) {
    return orienta_reserve_estimate_from (reg, policy, options, futures.n, futures.data, progress, error);
  }
  ~OrientaReserve ();
  guint get_n ();
  guint get_n_futures ();
  const char *get_unit (guint unit);
  gint64 get_points (guint unit);
  gint64 get_points_low (guint unit, double confidence);
  gint64 get_points_high (guint unit, double confidence);
  guint get_n_slots ();
  const char *get_service (guint slot);
  const char *get_slots (guint slot);
  gint64 get_slot_points (guint slot);
  gint64 get_slot_points_low (guint slot, double confidence);
  gint64 get_slot_points_high (guint slot, double confidence);
  void apply (OrientaMatchOptions *needed);
  char *to_csv ();
}
%typemap(check) guint days;
