/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (measure, orienta_simulation_get_n_measures (arg1))
ORIENTA_INDEX (group, orienta_simulation_get_n_groups (arg1))
ORIENTA_INDEX (replication, orienta_simulation_get_n_replications (arg1))
%typemap(check) double confidence { ORIENTA_NEED ($1 > 0 && $1 < 1, "confidence", $1) }
%typemap(check) OrientaSimulateOptions *options "";

%{
/* Columns as they were shown; NULL with an error where they are of other numbers, or not as many. */
static OrientaSimulation *
orienta_simulation_from_columns (OrientaScenario *scenario, guint64 seed, const char *question,
                                 const OrientaArray *numbers, const OrientaArray *const *columns,
                                 const OrientaArray *values, GError **error)
{
  static const char *const names[] = { "replications", "periods", "territories", "groups", "measures" };
  gboolean fits = numbers->element == ORIENTA_INT32 && numbers->stride == sizeof (gint32)
                  && values->element == ORIENTA_FLOAT64 && values->stride == sizeof (double);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (!orienta_array_has_length (columns[i], names[i], values->n, error))
      return NULL;
    fits = fits && columns[i]->element == ORIENTA_INT32 && columns[i]->stride == sizeof (gint32);
  }
  if (fits)
    return orienta_simulation_restore (scenario, seed, question, (guint) numbers->n, numbers->data, values->n,
                                       columns[0]->data, columns[1]->data, columns[2]->data, columns[3]->data,
                                       columns[4]->data, values->data, error);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "simulation: not the columns of one");
  return NULL;
}
%}

ORIENTA_OBJECTS (OrientaSimulations, OrientaSimulation, orienta_simulation)

typedef struct {} OrientaSimulation;
%extend OrientaSimulation {
  static OrientaSimulation *join (OrientaSimulations parts, GError **error) {
    if (parts.n > 0)
      return orienta_simulation_join (parts.n, parts.data, error);
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID, "parts: none, expected one or more");
    return NULL;
  }
  static OrientaSimulation *restore (OrientaScenario *scenario, guint64 seed, const char *question,
                                     OrientaArray numbers, OrientaArray replications, OrientaArray periods,
                                     OrientaArray territories, OrientaArray groups, OrientaArray measures,
                                     OrientaArray values, GError **error) {
    const OrientaArray *const columns[] = { &replications, &periods, &territories, &groups, &measures };
    return orienta_simulation_from_columns (scenario, seed, question, &numbers, columns, &values, error);
  }
  ~OrientaSimulation ();
  OrientaScenario *get_scenario ();
  guint64 get_seed ();
  const char *get_question ();
  guint get_n_replications ();
  ORIENTA_VIEW (orienta_simulation, get_numbers, ORIENTA_INT32, orienta_simulation_get_n_replications ($self))
  guint get_n_measures ();
  const char *get_measure_name (guint measure);
  const char *get_measure_label (guint measure, OrientaLanguage language);
  guint get_n_groups ();
  const char *get_group_id (guint group);
  const char *get_group_label (guint group, OrientaLanguage language);
  gsize get_n ();
  ORIENTA_VIEW (orienta_simulation, get_replications, ORIENTA_INT32, orienta_simulation_get_n ($self))
  ORIENTA_VIEW (orienta_simulation, get_periods, ORIENTA_INT32, orienta_simulation_get_n ($self))
  ORIENTA_VIEW (orienta_simulation, get_territories, ORIENTA_INT32, orienta_simulation_get_n ($self))
  ORIENTA_VIEW (orienta_simulation, get_groups, ORIENTA_INT32, orienta_simulation_get_n ($self))
  ORIENTA_VIEW (orienta_simulation, get_measures, ORIENTA_INT32, orienta_simulation_get_n ($self))
  ORIENTA_VIEW (orienta_simulation, get_values, ORIENTA_FLOAT64, orienta_simulation_get_n ($self))
  OrientaEvents *get_events (guint replication);
  OrientaSummary *summarize (double confidence = 0.95);
  OrientaSummary *compare (OrientaSimulation *other, double confidence = 0.95, GError **error = NULL);
  char *to_json ();
}

OrientaSimulation *orienta_simulate (OrientaScenario *scenario, OrientaPolicy *policy,
                                     OrientaSimulateOptions *options = NULL, OrientaProgress *progress = NULL,
                                     GError **error = NULL);
