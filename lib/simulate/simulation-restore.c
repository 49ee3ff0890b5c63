/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A simulation as it was, from its columns: so that it can be kept, and sent from one machine to another. */
#include <orienta/orienta.h>

#include "base/error-private.h"
#include "simulate/simulation-private.h"

static gboolean
check_numbers (guint n, const gint32 *numbers, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] < 0 || (i > 0 && numbers[i] <= numbers[i - 1]))
      return orienta_fail (error, "simulation: replication %d, expected ascending numbers from 0", (int) numbers[i]);
  return TRUE;
}

/* Whether all are of `least` to `end` less one. */
static gboolean
check_range (const char *name, gsize n, const gint32 *values, gint32 least, guint end, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (values[i] < least || (gint64) values[i] >= (gint64) end)
      return orienta_fail (error, "simulation: %s %d in line %" G_GSIZE_FORMAT ", expected %d to %d", name,
                           (int) values[i], i, (int) least, (int) end - 1);
  return TRUE;
}

/* Whether lines are in the order of replications, and of none but those. */
static gboolean
check_replications (guint n_numbers, const gint32 *numbers, gsize n, const gint32 *replications, GError **error)
{
  guint place = 0;
  for (gsize i = 0; i < n; i++) {
    while (place < n_numbers && numbers[place] < replications[i])
      place++;
    if (place == n_numbers || numbers[place] != replications[i])
      return orienta_fail (error, "simulation: replication %d in line %" G_GSIZE_FORMAT ", expected them in order",
                           (int) replications[i], i);
  }
  return TRUE;
}

static guint
count_years (const OrientaScenario *scenario)
{
  return orienta_scenario_get_n_days (scenario) / 365 + 1;
}

/**
 * orienta_simulation_restore:
 * @question: what orienta_simulation_get_question() said
 * @numbers: (array length=n_replications): what orienta_simulation_get_numbers() gave
 * @replications: (array length=n): and so the other columns
 *
 * The simulation of which these are the columns; its events are not among them.
 *
 * Returns: (transfer full): the simulation; NULL with ORIENTA_ERROR_INVALID for columns that are not those of a
 *   simulation of this scenario, ORIENTA_ERROR_LIMIT for more than a million replications or 100 million values
 */
OrientaSimulation *
orienta_simulation_restore (OrientaScenario *scenario, guint64 seed, const char *question, guint n_replications,
                            const gint32 *numbers, gsize n, const gint32 *replications, const gint32 *periods,
                            const gint32 *territories, const gint32 *groups, const gint32 *measures,
                            const double *values, GError **error)
{
  g_return_val_if_fail (scenario && question, NULL);
  g_autoptr (OrientaSimulation) self = orienta_simulation_new (scenario, seed, question);
  guint n_territories = orienta_register_get_n_territories (orienta_scenario_get_register (scenario));
  if (!orienta_simulation_check (self, n_replications, n, error) || !check_numbers (n_replications, numbers, error)
      || !check_replications (n_replications, numbers, n, replications, error)
      || !check_range ("period", n, periods, -1, count_years (scenario), error)
      || !check_range ("territory", n, territories, -1, n_territories, error)
      || !check_range ("group", n, groups, -1, orienta_simulation_get_n_groups (self), error)
      || !check_range ("measure", n, measures, 0, self->measures->len, error))
    return NULL;
  g_array_append_vals (self->numbers, numbers, n_replications);
  g_array_append_vals (self->replications, replications, (guint) n);
  g_array_append_vals (self->periods, periods, (guint) n);
  g_array_append_vals (self->territories, territories, (guint) n);
  g_array_append_vals (self->groups, groups, (guint) n);
  g_array_append_vals (self->of, measures, (guint) n);
  g_array_append_vals (self->values, values, (guint) n);
  g_ptr_array_set_size (self->events, (gint) n_replications);
  return g_steal_pointer (&self);
}
