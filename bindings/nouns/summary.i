/* SPDX-License-Identifier: LGPL-2.1-or-later */
typedef struct {} OrientaSummary;
%extend OrientaSummary {
  ~OrientaSummary ();
  OrientaSummary *publish (guint threshold = 11);
  OrientaSimulation *get_simulation ();
  gsize get_n ();
  ORIENTA_VIEW (orienta_summary, get_periods, ORIENTA_INT32, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_territories, ORIENTA_INT32, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_groups, ORIENTA_INT32, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_measures, ORIENTA_INT32, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_counts, ORIENTA_INT32, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_means, ORIENTA_FLOAT64, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_lows, ORIENTA_FLOAT64, orienta_summary_get_n ($self))
  ORIENTA_VIEW (orienta_summary, get_highs, ORIENTA_FLOAT64, orienta_summary_get_n ($self))
  char *to_csv (guint threshold = 11);
  char *to_json (guint threshold = 11);
}
