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

static OrientaTallyCell *
need_cell (OrientaTally *self, gint period, gint territory, gint group)
{
  OrientaTallyCell **cell = &self->cells[place_of_cell (self, period, territory, group)];
  if (!*cell)
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
    need_cell (self, period, -1, -1);
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

typedef void (*Put) (OrientaTallyCell *cell, guint sum, const void *what);

static void
put_sum (OrientaTallyCell *cell, guint sum, const void *what)
{
  cell->sums[sum] += *(const gint64 *) what;
}

static void
put_wait (OrientaTallyCell *cell, guint sum, const void *what)
{
  if (!cell->waits)
    cell->waits = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (cell->waits, what, 1);
}

static void
put_spell (OrientaTallyCell *cell, guint sum, const void *what)
{
  if (!cell->spells)
    cell->spells = g_array_new (FALSE, FALSE, sizeof (OrientaSpell));
  g_array_append_vals (cell->spells, what, 1);
}

static void
put_groups (OrientaTally *self, gint period, gint territory, guint64 groups, Put put, guint sum, const void *what)
{
  put (need_cell (self, period, territory, -1), sum, what);
  for (guint64 left = territory < 0 || period < 0 ? groups : 0; left; left &= left - 1)
    put (need_cell (self, period, territory, __builtin_ctzll (left)), sum, what);
}

static void
put_at (OrientaTally *self, gint period, OrientaTallyPlace place, Put put, guint sum, const void *what)
{
  put_groups (self, period, -1, place.groups, put, sum, what);
  for (gint territory = place.territory; territory >= 0; territory = self->reg->territories[territory].parent)
    put_groups (self, period, territory, place.groups, put, sum, what);
}

static void
put_when (OrientaTally *self, gint64 time, OrientaTallyPlace place, Put put, guint sum, const void *what)
{
  gint year = year_of (self, time);
  if (year >= 0)
    put_at (self, year, place, put, sum, what);
  if (time >= self->warm_up)
    put_at (self, -1, place, put, sum, what);
}

/* One more, at a time. */
void
orienta_tally_count (OrientaTally *self, guint sum, gint64 time, OrientaTallyPlace place)
{
  gint64 one = 1;
  put_when (self, time, place, put_sum, sum, &one);
}

void
orienta_tally_add (OrientaTally *self, guint sum, gint period, OrientaTallyPlace place, gint64 value)
{
  put_at (self, period, place, put_sum, sum, &value);
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
  put_when (self, time, place, put_wait, 0, &wait);
}

/* How long somebody waits who arrived at a time. */
void
orienta_tally_spell (OrientaTally *self, gint64 time, OrientaTallyPlace place, OrientaSpell spell)
{
  put_when (self, time, place, put_spell, 0, &spell);
}
