/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the library takes for a fault of the program is an error here. */
%typemap(check) OrientaMechanism mechanism { ORIENTA_NEED ($1 <= ORIENTA_MECHANISM_STABLE, "mechanism", $1) }
%typemap(check) gint64 most_loss { ORIENTA_NEED ($1 >= 0, "most_loss", $1) }
%typemap(check) gint64 kept { ORIENTA_NEED ($1 >= 0, "points", $1) }
%typemap(check) double seconds { ORIENTA_NEED ($1 >= 0, "seconds", $1) }
%typemap(check) OrientaMatching *baseline "";

typedef struct {} OrientaMatchOptions;
%extend OrientaMatchOptions {
  OrientaMatchOptions ();
  ~OrientaMatchOptions ();
  void set_mechanism (OrientaMechanism mechanism);
  void set_objective (OrientaObjective objective);
  void set_level (OrientaEvidence level);
  void set_seed (const char *seed);
  void set_to_verify (gboolean take_part);
  void set_minimum (gint64 points);
  void set_support (OrientaSupportUse support);
  void set_unit_order (OrientaUnitOrder order);
  void set_quotas (gboolean hold);
  void set_baseline (OrientaMatching *baseline, gint64 most_loss);
  void keep (const char *household, const char *unit);
  void bar (const char *household, const char *unit);
  void set_reserve (const char *unit, gint64 kept);
  void set_slot_reserve (const char *service, const char *slots, gint64 kept);
  void set_prices (OrientaPrices prices);
  void set_seconds (double seconds);
  void set_n_threads (guint n_threads);
}
