/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (household, orienta_events_get_n_households (arg1))
%typemap(check) gsize event {
  if ($1 >= orienta_events_get_n (arg1)) {
    ORIENTA_RAISE_INDEX ("event", (gint64) $1, (gint64) orienta_events_get_n (arg1));
    SWIG_fail;
  }
}

typedef struct {} OrientaEvents;
%extend OrientaEvents {
  ~OrientaEvents ();
  guint64 get_replication ();
  OrientaScenario *get_scenario ();
  guint get_n_households ();
  const char *get_household_id (guint household);
  gsize get_n ();
  ORIENTA_VIEW (orienta_events, get_times, ORIENTA_INT64, orienta_events_get_n ($self))
  ORIENTA_VIEW (orienta_events, get_kinds, ORIENTA_UINT8, orienta_events_get_n ($self))
  ORIENTA_VIEW (orienta_events, get_households, ORIENTA_INT32, orienta_events_get_n ($self))
  ORIENTA_VIEW (orienta_events, get_units, ORIENTA_INT32, orienta_events_get_n ($self))
  ORIENTA_VIEW (orienta_events, get_services, ORIENTA_INT32, orienta_events_get_n ($self))
  ORIENTA_VIEW (orienta_events, get_values, ORIENTA_INT32, orienta_events_get_n ($self))
  const char *get_reason (gsize event);
  char *to_csv ();
}
