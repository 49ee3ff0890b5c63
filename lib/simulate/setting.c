/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "simulate/setting-private.h"

#include <orienta/orienta.h>

#include "rules/binding-private.h"
#include "simulate/calendar-private.h"

gint64
orienta_seconds_of_days (double days)
{
  if (!(days < (double) ORIENTA_NEVER / ORIENTA_DAY))
    return ORIENTA_NEVER;
  return days > 0 ? (gint64) (days * ORIENTA_DAY + 0.5) : 0;
}

static void
regime_clear (gpointer data)
{
  OrientaRegime *self = data;
  orienta_policy_unref (self->policy);
  for (guint i = 0; self->options[i]; i++)
    orienta_match_options_unref (self->options[i]);
  g_free (self->options);
}

void
orienta_setting_free (OrientaSetting *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->regimes, g_array_unref);
  g_clear_pointer (&self->rhythms, g_array_unref);
  g_clear_pointer (&self->months, g_array_unref);
  g_free (self->first_place);
  for (guint i = 0; self->lefts && i < self->scenario->stock->len; i++)
    g_free (self->lefts[i]);
  g_free (self->lefts);
  orienta_simulate_options_unref (self->options);
  orienta_scenario_unref (self->scenario);
  g_free (self);
}

static gint64
seconds_of_date (const OrientaSetting *self, OrientaDate date)
{
  return ((gint64) date - self->scenario->start) * ORIENTA_DAY;
}

/* -- commissions and policies -- */

static gint
compare_rhythms (gconstpointer a, gconstpointer b)
{
  const OrientaRhythm *x = a, *y = b;
  return x->from < y->from ? -1 : x->from > y->from;
}

static void
read_rhythms (OrientaSetting *self)
{
  const GArray *lines = self->scenario->commissions;
  double every = self->options->every;
  self->rhythms = g_array_new (FALSE, FALSE, sizeof (OrientaRhythm));
  for (guint i = 0; i < lines->len; i++) {
    const OrientaCommissions *line = &g_array_index (lines, OrientaCommissions, i);
    double days = every >= 0 ? every : line->every_days;
    OrientaRhythm rhythm = { seconds_of_date (self, line->from), orienta_seconds_of_days (days), line->mechanism };
    if (days > 0)
      rhythm.every = MAX (1, rhythm.every);
    g_array_append_val (self->rhythms, rhythm);
  }
  g_array_sort (self->rhythms, compare_rhythms);
}

/* How a commission matches: by one thread, without prices, which decide nothing. */
static OrientaMatchOptions *
options_of (const OrientaSetting *self, const OrientaMatchOptions *given, guint rhythm)
{
  OrientaMatchOptions *options = orienta_match_options_copy (given);
  gint mechanism = g_array_index (self->rhythms, OrientaRhythm, rhythm).mechanism;
  if (!given && mechanism >= 0)
    options->mechanism = (OrientaMechanism) mechanism;
  options->n_threads = 1;
  options->lenient = TRUE; /* a unit without a free place is not there */
  options->prices = ORIENTA_PRICES_NONE;
  return options;
}

static gboolean
check_options (const OrientaMatchOptions *options, GError **error)
{
  if (!options || (!options->baseline && options->kept->len == 0 && options->barred->len == 0))
    return TRUE;
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID,
               "options of a simulation: a baseline or pairs to keep or to bar, expected none: they are of one day");
  return FALSE;
}

/* Places are kept of units that are there, and slots of services. */
static gboolean
check_reserves (const OrientaBinding *binding, const OrientaMatchOptions *options, GError **error)
{
  guint place;
  for (guint i = 0; options && i < options->reserves->len; i++)
    if (!orienta_binding_find_unit (binding, g_array_index (options->reserves, OrientaNamedReserve, i).unit, &place,
                                    error))
      return FALSE;
  for (guint i = 0; options && i < options->slot_reserves->len; i++) {
    const OrientaNamedSlotReserve *reserve = &g_array_index (options->slot_reserves, OrientaNamedSlotReserve, i);
    if (!orienta_binding_find_slot (binding, reserve->service, reserve->slots, &place, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether the policy can be asked of the scenario's register is known beforehand. */
static gboolean
add_regime (OrientaSetting *self, gint64 from, OrientaPolicy *policy, const OrientaMatchOptions *options,
            GError **error)
{
  g_autoptr (OrientaBinding) binding = orienta_binding_new (policy, self->scenario->reg, error);
  if (!binding || !check_options (options, error) || !check_reserves (binding, options, error))
    return FALSE;
  OrientaRegime regime = { from, orienta_policy_ref (policy), g_new0 (OrientaMatchOptions *, self->rhythms->len + 1) };
  for (guint i = 0; i < self->rhythms->len; i++)
    regime.options[i] = options_of (self, options, i);
  g_array_append_val (self->regimes, regime);
  return TRUE;
}

static gboolean
read_regimes (OrientaSetting *self, OrientaPolicy *policy, GError **error)
{
  const OrientaMatchOptions *options = self->options->match;
  const GArray *changes = self->options->changes;
  self->regimes = g_array_new (FALSE, FALSE, sizeof (OrientaRegime));
  g_array_set_clear_func (self->regimes, regime_clear);
  if (!add_regime (self, G_MININT64, policy, options, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++) {
    const OrientaPolicyChange *change = &g_array_index (changes, OrientaPolicyChange, i);
    options = change->options ? change->options : options;
    if (!add_regime (self, seconds_of_date (self, change->from), change->policy, options, error))
      return FALSE;
  }
  return TRUE;
}

/* The line of commissions that holds at a time: the last that has begun. */
guint
orienta_setting_rhythm (const OrientaSetting *self, gint64 time)
{
  for (guint i = self->rhythms->len; i-- > 0;)
    if (g_array_index (self->rhythms, OrientaRhythm, i).from <= time)
      return i;
  return self->rhythms->len;
}

guint
orienta_setting_regime (const OrientaSetting *self, gint64 time)
{
  guint regime = self->regimes->len - 1;
  while (g_array_index (self->regimes, OrientaRegime, regime).from > time)
    regime--;
  return regime;
}

/* -- months -- */

static void
read_months (OrientaSetting *self)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (&day, (guint) self->scenario->start);
  self->months = g_array_new (FALSE, FALSE, sizeof (OrientaMonth));
  for (gint64 from = 0; from < self->end;) {
    guint days =
        g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day)) - g_date_get_day (&day) + 1u;
    OrientaMonth month = { from, MIN (from + (gint64) days * ORIENTA_DAY, self->end), g_date_get_month (&day) - 1u };
    g_array_append_val (self->months, month);
    g_date_add_days (&day, days);
    from = month.to;
  }
}

/* -- limits -- */

static gboolean
limit (const char *what, double n, guint most, GError **error)
{
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT, "a replication of %.0f %s: expected at most %u", n, what,
               most);
  return FALSE;
}

/* What the indicators are counted in. */
static gboolean
check_cells (const OrientaSetting *self, GError **error)
{
  double n = (self->scenario->days / 365 + 2.0) * (self->scenario->reg->n_territories + 1.0)
             * (self->scenario->groups->len + 1.0);
  return n <= ORIENTA_MAX_CELLS || limit ("years × territories × groups", n, ORIENTA_MAX_CELLS, error);
}

/* As many as are expected, whatever is drawn. */
static gboolean
check_arrivals (const OrientaSetting *self, GError **error)
{
  double n = self->scenario->reg->n_households;
  for (guint i = 0; i < self->scenario->profiles->len; i++) {
    const OrientaProfile *profile = &g_array_index (self->scenario->profiles, OrientaProfile, i);
    for (guint k = 0; k < self->months->len; k++) {
      const OrientaMonth *month = &g_array_index (self->months, OrientaMonth, k);
      n += profile->per_year * profile->seasons[month->month] * (double) (month->to - month->from) / ORIENTA_DAY
           / ORIENTA_DAYS_A_YEAR;
    }
  }
  return n <= ORIENTA_MAX_ARRIVALS || limit ("households", n, ORIENTA_MAX_ARRIVALS, error);
}

/* -- homes -- */

/* Places by unit, then those of deliveries. */
static gboolean
read_places (OrientaSetting *self, GError **error)
{
  const OrientaRegister *reg = self->scenario->reg;
  const GArray *deliveries = self->scenario->deliveries;
  guint32 *first = self->first_place = g_new0 (guint32, (gsize) reg->n_units + 1);
  for (guint unit = 0; unit < reg->n_units; unit++)
    first[unit + 1] = (guint32) reg->units[unit].places;
  for (guint i = 0; i < deliveries->len; i++) {
    const OrientaDelivery *delivery = &g_array_index (deliveries, OrientaDelivery, i);
    first[delivery->unit + 1] += delivery->places;
  }
  guint64 n = 0;
  for (guint unit = 0; unit < reg->n_units; unit++) {
    n += first[unit + 1];
    first[unit + 1] = (guint32) n;
  }
  return n <= ORIENTA_MAX_PLACES || limit ("places of homes", (double) n, ORIENTA_MAX_PLACES, error);
}

/* -- what is left of a stay -- */

/* Seen on some day, a stay is met in proportion to its length, and the day lies anywhere in it. Sums of quantiles are
 * the law of the stays that are met. */
static void
read_lefts (OrientaSetting *self)
{
  const GArray *stock = self->scenario->stock;
  self->lefts = g_new0 (double *, stock->len);
  for (guint i = 0; i < stock->len; i++) {
    const OrientaSpread *stay = &g_array_index (stock, OrientaStock, i).stay;
    if (stay->kind == ORIENTA_SPREAD_EXPONENTIAL || stay->kind == ORIENTA_SPREAD_NEVER)
      continue;
    double *sums = self->lefts[i] = g_new0 (double, ORIENTA_N_LEFT + 1);
    for (guint step = 0; step < ORIENTA_N_LEFT; step++)
      sums[step + 1] = sums[step] + orienta_spread_quantile (stay, (step + 0.5) / ORIENTA_N_LEFT);
  }
}

/**
 * orienta_setting_left:
 * @p: a chance from 0 up to 1: of the length of the stay that is met, or, where stays forget their age, of what is left
 * @q: a chance from 0 up to 1: how much of it is left
 *
 * Returns: days that a stay under way on the first day still lasts; exact for exponential and fixed stays, else to a
 *   thousandth of the quantiles
 */
double
orienta_setting_left (const OrientaSetting *self, guint stock, double p, double q)
{
  const OrientaSpread *stay = &g_array_index (self->scenario->stock, OrientaStock, stock).stay;
  const double *sums = self->lefts[stock];
  if (!sums)
    return orienta_spread_quantile (stay, p);
  double wanted = p * sums[ORIENTA_N_LEFT];
  guint low = 0, high = ORIENTA_N_LEFT;
  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (sums[middle] <= wanted)
      low = middle;
    else
      high = middle;
  }
  return q * (sums[low + 1] - sums[low]);
}

/* NULL with ORIENTA_ERROR_INVALID where policy or options cannot be asked of the scenario, ORIENTA_ERROR_LIMIT where it
 * is too large. */
OrientaSetting *
orienta_setting_new (OrientaScenario *scenario, OrientaPolicy *policy, const OrientaSimulateOptions *options,
                     GError **error)
{
  g_autoptr (OrientaSetting) self = g_new0 (OrientaSetting, 1);
  self->scenario = orienta_scenario_ref (scenario);
  self->options = orienta_simulate_options_copy (options);
  self->end = (gint64) scenario->days * ORIENTA_DAY;
  read_rhythms (self);
  read_months (self);
  read_lefts (self);
  if (!orienta_simulate_options_check (self->options, error) || !check_cells (self, error)
      || !check_arrivals (self, error) || !read_places (self, error) || !read_regimes (self, policy, error))
    return NULL;
  return g_steal_pointer (&self);
}
