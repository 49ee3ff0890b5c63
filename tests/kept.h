/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "limited.h"

/* Slots of a limited village that are kept for later, evaluated anew from docs/matching.md. */

/* What those that a household takes of a service must bring. */
static inline gint64
limited_charge (const Limited *self, guint service, guint i)
{
  const LimitedService *s = &self->services[service];
  gint64 slots = s->slots < 0 ? 0 : MAX (s->slots_kept, 0), hours = s->hours < 0 ? 0 : MAX (s->hours_kept, 0);
  return slots + hours * limited_load (self, LOAD_PERSONS, i);
}

/* Whether the points of a pair reach that. */
static inline gboolean
limited_reaches (const Limited *self, guint service, guint i, guint unit)
{
  gint64 charge = limited_charge (self, service, i);
  return charge == 0 || self->ask.kept[i] >= 0 || self->village.points[i][unit] - self->ask.reserves[unit] >= charge;
}

/* Where support is required, pairs are charged the cheapest that would do. */
static inline void
limited_keep_slots (Limited *self, OrientaMatchOptions *options)
{
  for (guint service = 0; service < self->n_services; service++) {
    const LimitedService *s = &self->services[service];
    g_autofree char *id = g_strdup_printf ("S%u", service);
    if (s->slots >= 0)
      orienta_match_options_set_slot_reserve (options, id, s->hours < 0 ? NULL : "files", MAX (s->slots_kept, 0));
    if (s->hours >= 0)
      orienta_match_options_set_slot_reserve (options, id, "hours", MAX (s->hours_kept, 0));
  }
  for (guint i = 0; i < self->village.n_households; i++)
    for (guint unit = 0; unit < self->village.n_units; unit++) {
      gint64 least = G_MAXINT64;
      for (guint service = 0; service < self->n_services; service++)
        if (self->mode == MODE_REQUIRED && limited_calls (self, i, unit) && limited_helps (self, service, i, unit))
          least = MIN (least, limited_charge (self, service, i));
      self->ask.charges[i][unit] = least == G_MAXINT64 ? 0 : least;
    }
}

/* What services take beyond that, tier by tier of `points`. */
static inline void
limited_take_extras (const Limited *self, const gint *homes, const gint *services, gint64 *points)
{
  for (guint i = 0; i < self->village.n_households && self->mode == MODE_REQUIRED; i++)
    if (homes[i] >= 0 && services[i] >= 0)
      points[village_tier (&self->village, i, (guint) homes[i])] -=
          limited_charge (self, (guint) services[i], i) - self->ask.charges[i][homes[i]];
}
