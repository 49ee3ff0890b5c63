/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sums by period, territory and group. Periods are years of the scenario, from its first day's anniversary to the next,
 * and the whole time after the warm-up, which is -1. A year has territories and groups apart; the whole has each group
 * in each territory as well. */
#include "simulate/measures-private.h"

#include <string.h>

/* -- periods -- */

static gint64
seconds_of_year (const OrientaScenario *scenario, guint years)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1970);
  gint64 epoch = g_date_get_julian (&day);
  g_date_set_julian (&day, (guint32) (epoch + scenario->start));
  g_date_add_years (&day, years); /* of the 29th of February: the 28th */
  return ((gint64) g_date_get_julian (&day) - epoch - scenario->start) * ORIENTA_SECONDS_A_DAY;
}

static void
read_periods (OrientaTally *self)
{
  gint64 end = self->events->end;
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 bound = 0;
  for (guint year = 1; bound < end; year++) {
    g_array_append_val (bounds, bound);
    bound = seconds_of_year (self->scenario, year);
  }
  self->n_periods = bounds->len;
  g_array_append_val (bounds, end);
  self->bounds = (gint64 *) g_array_free (bounds, FALSE);
  self->warm_up = MIN (self->scenario->warm_up * ORIENTA_SECONDS_A_DAY, end);
}

gint64
orienta_tally_begin (const OrientaTally *self, gint period)
{
  return period < 0 ? self->warm_up : self->bounds[period];
}

gint64
orienta_tally_end (const OrientaTally *self, gint period)
{
  return period < 0 ? self->bounds[self->n_periods] : self->bounds[period + 1];
}

/* -1 where there is no year at all. */
static gint
year_of (const OrientaTally *self, gint64 time)
{
  gint year = (gint) self->n_periods - 1;
  while (year > 0 && self->bounds[year] > time)
    year--;
  return year;
}

/* -- cells -- */

static gsize
place_of_cell (const OrientaTally *self, gint period, gint territory, gint group)
{
  gsize place = (gsize) (period + 1) * (self->reg->n_territories + 1) + (gsize) (territory + 1);
  return place * (self->scenario->groups->len + 1) + (gsize) (group + 1);
}

static gsize
n_cells (const OrientaTally *self)
{
  return place_of_cell (self, (gint) self->n_periods, -1, -1);
}

OrientaTallyCell *
orienta_tally_cell (OrientaTally *self, gint period, gint territory, gint group)
{
  return self->cells[place_of_cell (self, period, territory, group)];
}

static inline OrientaTallyCell *
need_cell (const OrientaTally *self, OrientaTallyCell **cell)
{
  if (G_UNLIKELY (!*cell))
    *cell = g_malloc0 (sizeof (OrientaTallyCell) + self->n_sums * sizeof (gint64));
  return *cell;
}

static void
cell_free (OrientaTallyCell *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->waits, g_array_unref);
  g_clear_pointer (&self->spells, g_array_unref);
  g_free (self);
}

/* Nothing counted yet. Free with orienta_tally_free(); simulation and events outlive it. */
OrientaTally *
orienta_tally_new (const OrientaSimulation *simulation, const OrientaEvents *events)
{
  OrientaTally *self = g_new0 (OrientaTally, 1);
  self->simulation = simulation;
  self->scenario = simulation->scenario;
  self->reg = simulation->scenario->reg;
  self->events = events;
  self->n_sums = ORIENTA_N_SUMS + self->scenario->targets->len;
  read_periods (self);
  self->cells = g_new0 (OrientaTallyCell *, n_cells (self));
  for (gint period = -1; period < (gint) self->n_periods; period++)
    need_cell (self, &self->cells[place_of_cell (self, period, -1, -1)]);
  return self;
}

void
orienta_tally_free (OrientaTally *self)
{
  if (!self)
    return;
  for (gsize i = 0; i < n_cells (self); i++)
    cell_free (self->cells[i]);
  g_free (self->cells);
  g_free (self->bounds);
  g_free (self);
}

/* -- what is put into them -- */

typedef enum { PUT_SUM, PUT_WAIT, PUT_SPELL } Put;

typedef struct {
  guint sum;    /* which */
  gint64 value; /* to be added, or a wait */
  OrientaSpell spell;
} What;

static void
append (GArray **list, guint size, gconstpointer value)
{
  if (!*list)
    *list = g_array_new (FALSE, FALSE, size);
  g_array_append_vals (*list, value, 1);
}

static inline void
put_into (OrientaTallyCell *cell, Put put, const What *what)
{
  if (put == PUT_SUM)
    cell->sums[what->sum] += what->value;
  else if (put == PUT_WAIT)
    append (&cell->waits, sizeof what->value, &what->value);
  else
    append (&cell->spells, sizeof what->spell, &what->spell);
}

/* `cells`: of a period and a territory, that of everybody first. */
static inline void
put_groups (const OrientaTally *self, OrientaTallyCell **cells, guint64 groups, Put put, const What *what)
{
  put_into (need_cell (self, cells), put, what);
  for (guint64 left = groups; left; left &= left - 1)
    put_into (need_cell (self, &cells[__builtin_ctzll (left) + 1]), put, what);
}

static inline void
put_at (OrientaTally *self, gint period, OrientaTallyPlace place, Put put, const What *what)
{
  gsize stride = self->scenario->groups->len + 1;
  OrientaTallyCell **cells = &self->cells[place_of_cell (self, period, -1, -1)];
  put_groups (self, cells, place.groups, put, what);
  for (gint territory = place.territory; territory >= 0; territory = self->reg->territories[territory].parent)
    put_groups (self, cells + (gsize) (territory + 1) * stride, period < 0 ? place.groups : 0, put, what);
}

static inline void
put_when (OrientaTally *self, gint64 time, OrientaTallyPlace place, Put put, const What *what)
{
  gint year = year_of (self, time);
  if (year >= 0)
    put_at (self, year, place, put, what);
  if (time >= self->warm_up)
    put_at (self, -1, place, put, what);
}

/* One more, at a time. */
void
orienta_tally_count (OrientaTally *self, guint sum, gint64 time, OrientaTallyPlace place)
{
  put_when (self, time, place, PUT_SUM, &(What){ .sum = sum, .value = 1 });
}

void
orienta_tally_add (OrientaTally *self, guint sum, gint period, OrientaTallyPlace place, gint64 value)
{
  put_at (self, period, place, PUT_SUM, &(What){ .sum = sum, .value = value });
}

/* The seconds from one time to another, as far as they lie in each period, so many times. */
void
orienta_tally_span (OrientaTally *self, guint sum, gint64 from, gint64 to, OrientaTallyPlace place, gint64 times)
{
  for (gint period = -1; times != 0 && period < (gint) self->n_periods; period++) {
    gint64 begin = MAX (from, orienta_tally_begin (self, period)), end = MIN (to, orienta_tally_end (self, period));
    if (begin < end)
      orienta_tally_add (self, sum, period, place, (end - begin) * times);
  }
}

/* How long somebody waited who is housed at a time. */
void
orienta_tally_wait (OrientaTally *self, gint64 time, OrientaTallyPlace place, gint64 wait)
{
  put_when (self, time, place, PUT_WAIT, &(What){ .value = wait });
}

/* How long somebody waits who arrived at a time. */
void
orienta_tally_spell (OrientaTally *self, gint64 time, OrientaTallyPlace place, OrientaSpell spell)
{
  put_when (self, time, place, PUT_SPELL, &(What){ .spell = spell });
}
