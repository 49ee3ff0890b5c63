/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "village.h"

/* The best matching of a village by trying all of them, with an evaluation of its own. */

#define BEST_NOWHERE (-1) /* no home */
#define BEST_STAYS (-2)   /* the place it has */
#define BEST_LEVELS 8

/* What is asked; all zero, with `kept` -1 and `least` and `minimum` G_MININT64, for nothing in particular. */
typedef struct {
  gboolean households_first, without_to_verify;
  gboolean barred[VILLAGE_HOUSEHOLDS][VILLAGE_UNITS];
  gint kept[VILLAGE_HOUSEHOLDS];    /* a unit; -1: none */
  gint64 least[VILLAGE_HOUSEHOLDS]; /* must have a home of so many points; G_MININT64: need not */
  gint64 minimum;
  gint64 reserves[VILLAGE_UNITS];                    /* 0: none */
  gint64 charges[VILLAGE_HOUSEHOLDS][VILLAGE_UNITS]; /* the least that slots which are kept cost there; 0: nothing */
} Ask;

typedef struct {
  const Village *village;
  const Ask *ask;
  gint64 lowest;            /* points count from here */
  gint room[VILLAGE_UNITS]; /* places that are free or may become so */
  gint forced, forced_unit; /* a household that must have this unit; -1: none */
  gint homes[VILLAGE_HOUSEHOLDS];
  guint rank[VILLAGE_HOUSEHOLDS];
  gboolean found;
  gint64 best[BEST_LEVELS];
  guint served; /* of the best: a bit for each household, the first in order the highest */
  gint best_homes[VILLAGE_HOUSEHOLDS];
} Search;

/* Must be served, households (where they come first), points of three tiers at most, households, choice and durable. */
enum { BEST_MUST, BEST_FIRST, BEST_POINTS, BEST_HOUSED = BEST_POINTS + 3, BEST_CHOICE, BEST_DURABLE };

static inline void
ask_nothing (Ask *self)
{
  *self = (Ask){ .minimum = G_MININT64 };
  for (guint i = 0; i < VILLAGE_HOUSEHOLDS; i++) {
    self->kept[i] = -1;
    self->least[i] = G_MININT64;
  }
}

/* What a pair counts for. */
static inline gint64
best_worth (const Search *self, guint household, guint unit)
{
  return self->village->points[household][unit] - self->ask->reserves[unit] - self->ask->charges[household][unit];
}

/* Whether a household may be given a unit, were it not for the reserve. */
static inline gboolean
best_allowed (const Search *self, guint household, guint unit)
{
  const Ask *ask = self->ask;
  OrientaStatus status = village_status (self->village, household, unit);
  gint64 points = self->village->points[household][unit];
  if (status == ORIENTA_INELIGIBLE)
    return FALSE;
  if (ask->kept[household] >= 0)
    return ask->kept[household] == (gint) unit;
  return points >= ask->minimum && points >= ask->least[household] && !ask->barred[household][unit]
         && (status == ORIENTA_ELIGIBLE || !ask->without_to_verify);
}

static inline gboolean
best_open (const Search *self, guint household, guint unit)
{
  gboolean reserved =
      self->ask->kept[household] < 0 && (self->ask->reserves[unit] > 0 || self->ask->charges[household][unit] > 0);
  return best_allowed (self, household, unit) && !(reserved && best_worth (self, household, unit) < 0);
}

static inline gboolean
best_is_bound (const Search *self, guint household)
{
  return self->ask->kept[household] >= 0 || self->ask->least[household] != G_MININT64;
}

static inline void
best_begin (Search *self, const Village *village, const Ask *ask)
{
  *self = (Search){ .village = village, .ask = ask, .forced = -1 };
  for (guint unit = 0; unit < village->n_units; unit++)
    self->room[unit] = (gint) village->places[unit];
  for (guint i = 0; i < village->n_households; i++) {
    if (village->occupies[i] >= 0)
      self->room[village->occupies[i]]++;
    for (guint other = 0; other < village->n_households; other++)
      self->rank[i] += village_before (village, other, i);
    for (guint unit = 0; unit < village->n_units; unit++)
      if (best_open (self, i, unit))
        self->lowest = MIN (self->lowest, best_worth (self, i, unit));
  }
}

/* -- what a matching is worth -- */

static inline void
best_weigh_one (const Search *self, guint household, gint home, gint64 *vector)
{
  const Village *village = self->village;
  if (home == BEST_NOWHERE)
    return;
  vector[BEST_MUST] += best_is_bound (self, household) || village->occupies[household] >= 0;
  if (home == BEST_STAYS)
    return;
  guint unit = (guint) home;
  gboolean durable_first = village->order == VILLAGE_BY_DURABLE;
  vector[BEST_FIRST] += self->ask->households_first;
  vector[BEST_POINTS + village_tier (village, household, unit)] += best_worth (self, household, unit) - self->lowest;
  vector[BEST_HOUSED]++;
  vector[durable_first ? BEST_DURABLE : BEST_CHOICE] += village_in_choice (village, household, unit);
  vector[durable_first ? BEST_CHOICE : BEST_DURABLE] += village->durable[unit];
}

static inline void
best_weigh (const Search *self, const gint *homes, gint64 *vector, guint *served)
{
  *served = 0;
  memset (vector, 0, BEST_LEVELS * sizeof *vector);
  for (guint i = 0; i < self->village->n_households; i++) {
    best_weigh_one (self, i, homes[i], vector);
    if (homes[i] != BEST_NOWHERE)
      *served |= 1u << (VILLAGE_HOUSEHOLDS - self->rank[i]);
  }
}

static inline gint
best_compare (const gint64 *a, const gint64 *b)
{
  for (guint i = 0; i < BEST_LEVELS; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

/* -- all of them -- */

static inline void
best_note (Search *self)
{
  gint64 vector[BEST_LEVELS];
  guint served;
  best_weigh (self, self->homes, vector, &served);
  gint order = self->found ? best_compare (vector, self->best) : 1;
  if (order < 0 || (order == 0 && served <= self->served))
    return;
  self->found = TRUE;
  self->served = served;
  memcpy (self->best, vector, sizeof vector);
  memcpy (self->best_homes, self->homes, sizeof self->homes);
}

static inline void
best_try (Search *self, guint household)
{
  if (household == self->village->n_households) {
    best_note (self);
    return;
  }
  gint own = self->village->occupies[household];
  for (gint unit = 0; unit < (gint) self->village->n_units; unit++) {
    gboolean stays = unit == own && !best_is_bound (self, household);
    gboolean forced = self->forced == (gint) household;
    if (self->room[unit] == 0 || (forced && unit != self->forced_unit)
        || !(stays || best_open (self, household, (guint) unit)))
      continue;
    self->room[unit]--;
    self->homes[household] = stays ? BEST_STAYS : unit;
    best_try (self, household + 1);
    self->room[unit]++;
  }
  self->homes[household] = BEST_NOWHERE;
  if (self->forced != (gint) household)
    best_try (self, household + 1);
}

/* -- what the library is asked and what it answers -- */

static inline OrientaMatchOptions *
ask_options (const Ask *self, const Village *village)
{
  OrientaMatchOptions *options = orienta_match_options_new ();
  orienta_match_options_set_n_threads (options, 1);
  orienta_match_options_set_seed (options, village->seed);
  orienta_match_options_set_to_verify (options, !self->without_to_verify);
  orienta_match_options_set_minimum (options, self->minimum);
  orienta_match_options_set_objective (options, self->households_first ? ORIENTA_OBJECTIVE_HOUSEHOLDS
                                                                       : ORIENTA_OBJECTIVE_POINTS);
  for (guint unit = 0; unit < village->n_units; unit++) {
    g_autofree char *home = g_strdup_printf ("U%u", unit);
    orienta_match_options_set_reserve (options, home, self->reserves[unit]);
  }
  for (guint i = 0; i < village->n_households; i++)
    for (guint unit = 0; unit < village->n_units; unit++) {
      g_autofree char *household = g_strdup_printf ("H%u", i), *home = g_strdup_printf ("U%u", unit);
      if (self->barred[i][unit])
        orienta_match_options_bar (options, household, home);
      if (self->kept[i] == (gint) unit)
        orienta_match_options_keep (options, household, home);
    }
  return options;
}

/* What the library made of it, household by household. */
static inline void
best_read (const Village *village, const OrientaMatching *matching, gint *homes)
{
  for (guint i = 0; i < village->n_households; i++) {
    gint pair = orienta_matching_find_household (matching, i);
    homes[i] = pair >= 0                   ? (gint) orienta_matching_get_unit (matching, (guint) pair)
               : village->occupies[i] >= 0 ? BEST_STAYS
                                           : BEST_NOWHERE;
  }
}

static inline OrientaMatching *
village_match (OrientaPolicy *policy, OrientaRegister *reg, OrientaMatchOptions *options)
{
  g_autoptr (GError) error = NULL;
  OrientaMatching *matching = orienta_match (policy, reg, options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  ck_assert_msg (orienta_matching_verify (matching, policy, reg, &error), "%s", error ? error->message : "");
  return matching;
}
