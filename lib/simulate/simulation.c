/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What came of a simulation, as columns of equal length. orienta_simulate() is where it is made. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "rules/binding-private.h"
#include "simulate/measures-private.h"
#include "simulate/simulate-options-private.h"

static void
events_clear (gpointer events)
{
  orienta_events_unref (events);
}

/* By unit: the targets whose homes it is one of. */
static void
read_targets (OrientaSimulation *self)
{
  const OrientaScenario *scenario = self->scenario;
  self->unit_targets = g_new0 (guint64, scenario->reg->n_units);
  if (scenario->targets->len == 0)
    return;
  g_autoptr (OrientaBinding) words = orienta_binding_new (scenario->words, scenario->reg, NULL);
  for (guint unit = 0; words && unit < scenario->reg->n_units; unit++)
    for (guint i = 0; i < scenario->targets->len; i++) {
      const OrientaCondition *units = g_array_index (scenario->targets, OrientaTarget, i).units;
      if (!units || orienta_binding_truth (words, units, 0, (gint) unit) == ORIENTA_TRUE)
        self->unit_targets[unit] |= G_GUINT64_CONSTANT (1) << i;
    }
}

/* No replication yet. */
OrientaSimulation *
orienta_simulation_new (OrientaScenario *scenario, guint64 seed, const char *question)
{
  OrientaSimulation *self = g_new0 (OrientaSimulation, 1);
  g_atomic_ref_count_init (&self->references);
  self->scenario = orienta_scenario_ref (scenario);
  self->seed = seed;
  self->question = g_strdup (question);
  self->measures = orienta_measures_list (scenario);
  GArray **const columns[] = { &self->numbers,     &self->replications, &self->periods,
                               &self->territories, &self->groups,       &self->of };
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->events = g_ptr_array_new_with_free_func (events_clear);
  read_targets (self);
  return self;
}

OrientaSimulation *
orienta_simulation_ref (OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
orienta_simulation_unref (OrientaSimulation *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  GArray *const columns[] = { self->measures,    self->numbers, self->replications, self->periods,
                              self->territories, self->groups,  self->of,           self->values };
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_array_unref (columns[i]);
  g_ptr_array_unref (self->events);
  g_free (self->unit_targets);
  g_free (self->question);
  orienta_scenario_unref (self->scenario);
  g_free (self);
}

void
orienta_simulation_append (OrientaSimulation *self, const OrientaMeasured *line)
{
  g_array_append_val (self->replications, line->replication);
  g_array_append_val (self->periods, line->period);
  g_array_append_val (self->territories, line->territory);
  g_array_append_val (self->groups, line->group);
  g_array_append_val (self->of, line->measure);
  g_array_append_val (self->values, line->value);
}

/* Whether so many replications and lines more are not too many. */
gboolean
orienta_simulation_check (const OrientaSimulation *self, gsize n_replications, gsize n, GError **error)
{
  if (n_replications <= ORIENTA_MAX_REPLICATIONS && self->numbers->len + n_replications <= ORIENTA_MAX_REPLICATIONS
      && n <= ORIENTA_MAX_VALUES && self->values->len + n <= ORIENTA_MAX_VALUES)
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
               "more than %d replications or %d values in all, expected fewer", ORIENTA_MAX_REPLICATIONS,
               ORIENTA_MAX_VALUES);
  return FALSE;
}

static void
append_column (GArray *column, const GArray *part)
{
  g_array_append_vals (column, part->data, part->len);
}

/* Adds the replications of a part, which come after its own. */
void
orienta_simulation_take (OrientaSimulation *self, const OrientaSimulation *part)
{
  append_column (self->numbers, part->numbers);
  append_column (self->replications, part->replications);
  append_column (self->periods, part->periods);
  append_column (self->territories, part->territories);
  append_column (self->groups, part->groups);
  append_column (self->of, part->of);
  append_column (self->values, part->values);
  for (guint i = 0; i < part->events->len; i++) {
    OrientaEvents *events = g_ptr_array_index (part->events, i);
    g_ptr_array_add (self->events, events ? orienta_events_ref (events) : NULL);
  }
}

/* Keeps the events whose indicators were added last. */
void
orienta_simulation_keep (OrientaSimulation *self, OrientaEvents *events)
{
  g_ptr_array_index (self->events, self->events->len - 1) = orienta_events_ref (events);
}

/* -- parts -- */

static gint
compare_parts (gconstpointer first, gconstpointer second)
{
  const OrientaSimulation *a = *(OrientaSimulation *const *) first, *b = *(OrientaSimulation *const *) second;
  gint32 x = a->numbers->len > 0 ? g_array_index (a->numbers, gint32, 0) : -1;
  gint32 y = b->numbers->len > 0 ? g_array_index (b->numbers, gint32, 0) : -1;
  return (x > y) - (x < y);
}

static gboolean
check_same (const OrientaSimulation *a, const OrientaSimulation *b, GError **error)
{
  if (g_strcmp0 (orienta_scenario_get_sha256 (a->scenario), orienta_scenario_get_sha256 (b->scenario)) != 0)
    return orienta_fail (error, "part of a simulation: another scenario, expected \"%s\" of SHA-256 %s",
                         a->scenario->id, orienta_scenario_get_sha256 (a->scenario));
  if (a->seed != b->seed)
    return orienta_fail (error, "part of a simulation: seed %" G_GUINT64_FORMAT ", expected %" G_GUINT64_FORMAT,
                         b->seed, a->seed);
  return g_strcmp0 (a->question, b->question) == 0
         || orienta_fail (error, "part of a simulation: other policies or options, expected the same for all parts");
}

/* Whether the replications of a part come after those of the whole. */
static gboolean
check_follows (const OrientaSimulation *self, const OrientaSimulation *part, GError **error)
{
  if (self->numbers->len == 0 || part->numbers->len == 0)
    return TRUE;
  gint32 last = g_array_index (self->numbers, gint32, self->numbers->len - 1);
  gint32 first = g_array_index (part->numbers, gint32, 0);
  return last < first
         || orienta_fail (error, "part of a simulation: replication %d twice or out of order, expected each part whole",
                          (int) first);
}

/**
 * orienta_simulation_join:
 * @n: 1 or more
 * @parts: (array length=n): in any order; the replications of none lie between those of another
 *
 * The simulation that one call with all these replications would have given, byte for byte.
 *
 * Returns: (transfer full): the whole; NULL with ORIENTA_ERROR_INVALID for parts of another scenario, seed, policy or
 *   options, or where a replication comes twice, ORIENTA_ERROR_LIMIT for more than a million replications or 100
 *   million values in all
 */
OrientaSimulation *
orienta_simulation_join (guint n, OrientaSimulation *const *parts, GError **error)
{
  g_return_val_if_fail (n > 0 && parts, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, parts[i]);
  g_ptr_array_sort (sorted, compare_parts);
  g_autoptr (OrientaSimulation) self = orienta_simulation_new (parts[0]->scenario, parts[0]->seed, parts[0]->question);
  for (guint i = 0; i < n; i++) {
    const OrientaSimulation *part = g_ptr_array_index (sorted, i);
    if (!check_same (self, part, error) || !check_follows (self, part, error)
        || !orienta_simulation_check (self, part->numbers->len, part->values->len, error))
      return NULL;
    orienta_simulation_take (self, part);
  }
  return g_steal_pointer (&self);
}

/* -- what it says -- */

/* What was simulated. Borrowed. */
OrientaScenario *
orienta_simulation_get_scenario (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scenario;
}

/* Of all draws. */
guint64
orienta_simulation_get_seed (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->seed;
}

/* What was asked beside scenario, seed and replications: a text that is the same for the same policies and options, and
 * is read by nobody. Borrowed. */
const char *
orienta_simulation_get_question (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->question;
}

guint
orienta_simulation_get_n_replications (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->numbers->len;
}

/* The numbers of its replications, ascending. */
const gint32 *
orienta_simulation_get_numbers (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->numbers->data;
}

guint
orienta_simulation_get_n_measures (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->measures->len;
}

/* As it stands in JSON and CSV: "wait_mean". docs/simulation.md defines each. */
const char *
orienta_simulation_get_measure_name (const OrientaSimulation *self, guint measure)
{
  g_return_val_if_fail (self != NULL && measure < self->measures->len, NULL);
  return g_array_index (self->measures, OrientaMeasure, measure).name;
}

/* For people, with its unit where it is not a number or a share. */
const char *
orienta_simulation_get_measure_label (const OrientaSimulation *self, guint measure, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && measure < self->measures->len && language <= ORIENTA_ENGLISH, NULL);
  return g_array_index (self->measures, OrientaMeasure, measure).label[language];
}

/* The scenario's groups. */
guint
orienta_simulation_get_n_groups (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->scenario->groups->len;
}

const char *
orienta_simulation_get_group_id (const OrientaSimulation *self, guint group)
{
  g_return_val_if_fail (self != NULL && group < self->scenario->groups->len, NULL);
  return g_array_index (self->scenario->groups, OrientaScenarioGroup, group).id;
}

/* For people; the other tongue's or the id where there is none. */
const char *
orienta_simulation_get_group_label (const OrientaSimulation *self, guint group, OrientaLanguage language)
{
  g_return_val_if_fail (self != NULL && group < self->scenario->groups->len && language <= ORIENTA_ENGLISH, NULL);
  const OrientaScenarioGroup *row = &g_array_index (self->scenario->groups, OrientaScenarioGroup, group);
  return orienta_label_get (&row->label, language, row->id);
}

/* The number of lines. */
gsize
orienta_simulation_get_n (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->values->len;
}

/* By line, ascending. */
const gint32 *
orienta_simulation_get_replications (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->replications->data;
}

/* By line: a year of the scenario, from 0; -1: the whole time after the warm-up. */
const gint32 *
orienta_simulation_get_periods (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->periods->data;
}

/* By line: of the scenario's register, with all that lies in it; -1: all, those without one included. */
const gint32 *
orienta_simulation_get_territories (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->territories->data;
}

/* By line: of the scenario; -1: all households. A year has groups in all territories together alone. */
const gint32 *
orienta_simulation_get_groups (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->groups->data;
}

const gint32 *
orienta_simulation_get_measures (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const gint32 *) (gpointer) self->of->data;
}

/* By line. A number that is 0 has a line for the whole alone. */
const double *
orienta_simulation_get_values (const OrientaSimulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const double *) (gpointer) self->values->data;
}

/* Of the `replication`-th of those that were run; NULL where events were not kept. Borrowed. */
OrientaEvents *
orienta_simulation_get_events (const OrientaSimulation *self, guint replication)
{
  g_return_val_if_fail (self != NULL && replication < self->events->len, NULL);
  return g_ptr_array_index (self->events, replication);
}
