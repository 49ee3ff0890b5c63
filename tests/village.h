/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include <string.h>

/* A small random register: what is true of it stands in plain numbers, and as the document that the library reads. The
 * points of each pair are its line of `outcomes`, so that any pair can be given any points. */

#define VILLAGE_HOUSEHOLDS 6
#define VILLAGE_UNITS 5
#define VILLAGE_MOST G_GINT64_CONSTANT (1000000000000) /* what may be written */
#define VILLAGE_CLOSED G_MININT64                      /* no points: the pair is refused by a rule */

/* What the policy's order names first, after the tiers. */
typedef enum { VILLAGE_BY_POINTS, VILLAGE_BY_DURABLE, VILLAGE_BY_DATE, VILLAGE_BY_CHOICE } VillageOrder;

typedef struct {
  guint n_households, n_units, n_tiers;
  VillageOrder order;
  gint wants[VILLAGE_HOUSEHOLDS], avoids[VILLAGE_HOUSEHOLDS]; /* a territory; -1: none */
  gint occupies[VILLAGE_HOUSEHOLDS];                          /* a unit; -1: none */
  gint day[VILLAGE_HOUSEHOLDS];                               /* of the request */
  const char *seed;                                           /* of the draw; NULL: none */
  guint drawn[VILLAGE_HOUSEHOLDS];                            /* rank in the draw */
  gboolean dalo[VILLAGE_HOUSEHOLDS], pets[VILLAGE_HOUSEHOLDS];
  gint territory[VILLAGE_UNITS], allows[VILLAGE_UNITS]; /* animals: yes, no, -1 not known */
  gint from[VILLAGE_UNITS];                             /* day it is available; 0: not known */
  guint places[VILLAGE_UNITS];
  gboolean durable[VILLAGE_UNITS];
  gint64 points[VILLAGE_HOUSEHOLDS][VILLAGE_UNITS]; /* thousandths */
  const char *more[VILLAGE_HOUSEHOLDS];             /* further members of the household; NULL: none */
  const char *unit_more[VILLAGE_UNITS];             /* and of the unit */
  const char *services, *criteria;                  /* of the register; of the policy, further ones; NULL: none */
  const char *policy_more;                          /* further members of the policy; NULL: none */
} Village;

/* -- as it comes -- */

static inline gint64
village_random_points (GRand *rand, guint regime)
{
  switch (regime) {
  case 0:
    return 1000 * g_rand_int_range (rand, 0, 3);
  case 1:
    return 5000;
  case 2:
    return g_rand_int_range (rand, 0, 20000);
  case 3:
    return 1000 * g_rand_int_range (rand, -3, 3);
  case 4:
    return g_rand_int_range (rand, -1, 2) * VILLAGE_MOST + (g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, -3, 4));
  default:
    return g_rand_int_range (rand, -20000, 20000);
  }
}

static inline void
village_random_units (Village *self, GRand *rand)
{
  for (guint unit = 0; unit < self->n_units; unit++) {
    self->territory[unit] = g_rand_int_range (rand, 0, 3);
    self->allows[unit] = g_rand_int_range (rand, -1, 2);
    self->from[unit] = g_rand_int_range (rand, 0, 4);
    self->places[unit] = (guint) g_rand_int_range (rand, 0, 3);
    self->durable[unit] = g_rand_boolean (rand);
  }
}

static inline void
village_random_household (Village *self, guint household, GRand *rand)
{
  gint n_units = (gint) self->n_units;
  self->wants[household] = g_rand_int_range (rand, -2, 3);
  self->avoids[household] = g_rand_int_range (rand, -6, 3);
  self->occupies[household] = g_rand_int_range (rand, -n_units, n_units);
  self->day[household] = g_rand_int_range (rand, 1, 4);
  self->dalo[household] = g_rand_boolean (rand);
  self->pets[household] = g_rand_int_range (rand, 0, 4) == 0;
}

static inline void
village_random (Village *self, GRand *rand)
{
  *self = (Village){ .n_households = (guint) g_rand_int_range (rand, 1, VILLAGE_HOUSEHOLDS + 1) };
  self->n_units = (guint) g_rand_int_range (rand, 1, VILLAGE_UNITS + 1);
  self->n_tiers = (guint) g_rand_int_range (rand, 0, 3);
  self->order = (VillageOrder) (g_rand_int_range (rand, 0, 8) % 5 % 4);
  guint regime = (guint) g_rand_int_range (rand, 0, 6);
  village_random_units (self, rand);
  for (guint i = 0; i < self->n_households; i++) {
    village_random_household (self, i, rand);
    for (guint unit = 0; unit < self->n_units; unit++) {
      gboolean closed = g_rand_int_range (rand, 0, 4) == 0;
      gint64 points = village_random_points (rand, regime);
      self->points[i][unit] = closed ? VILLAGE_CLOSED : CLAMP (points, -VILLAGE_MOST, VILLAGE_MOST);
    }
  }
}

/* -- what is true of it -- */

static inline OrientaStatus
village_status (const Village *self, guint household, guint unit)
{
  if (self->points[household][unit] == VILLAGE_CLOSED || self->occupies[household] == (gint) unit
      || self->avoids[household] == self->territory[unit] || (self->pets[household] && self->allows[unit] == 0))
    return ORIENTA_INELIGIBLE;
  return self->pets[household] && self->allows[unit] < 0 ? ORIENTA_TO_VERIFY : ORIENTA_ELIGIBLE;
}

static inline gboolean
village_in_choice (const Village *self, guint household, guint unit)
{
  return self->wants[household] < 0 || self->wants[household] == self->territory[unit];
}

/* Tiers: first those of DALO in a durable home, then all others of DALO. */
static inline guint
village_tier (const Village *self, guint household, guint unit)
{
  if (self->n_tiers == 0 || !self->dalo[household])
    return self->n_tiers;
  if (self->n_tiers == 1)
    return 0;
  return self->durable[unit] ? 0 : 1;
}

/* Between households of the same day a draw decides, where there is one. */
static inline void
village_draw (Village *self, const char *seed)
{
  self->seed = seed;
  for (guint i = 0; i < self->n_households; i++) {
    g_autofree char *id = g_strdup_printf ("H%u", i), *draw = orienta_lottery_draw (seed, id);
    self->drawn[i] = 0;
    for (guint other = 0; other < self->n_households; other++) {
      g_autofree char *other_id = g_strdup_printf ("H%u", other), *theirs = orienta_lottery_draw (seed, other_id);
      self->drawn[i] += strcmp (theirs, draw) < 0;
    }
  }
}

/* Whether one household comes before another, whatever the home. */
static inline gboolean
village_before (const Village *self, guint a, guint b)
{
  if (self->day[a] != self->day[b])
    return self->day[a] < self->day[b];
  return self->seed ? self->drawn[a] < self->drawn[b] : a < b;
}

/* Whether one household comes before another for a unit: tier, what the order names first, points, choice, then the
 * order of households. */
static inline gboolean
village_first_for (const Village *self, guint unit, guint a, guint b)
{
  guint tier_a = village_tier (self, a, unit), tier_b = village_tier (self, b, unit);
  gboolean choice_a = village_in_choice (self, a, unit), choice_b = village_in_choice (self, b, unit);
  if (tier_a != tier_b)
    return tier_a < tier_b;
  if (self->order == VILLAGE_BY_DATE && self->day[a] != self->day[b])
    return self->day[a] < self->day[b];
  if (self->order == VILLAGE_BY_CHOICE && choice_a != choice_b)
    return choice_a;
  if (self->points[a][unit] != self->points[b][unit])
    return self->points[a][unit] > self->points[b][unit];
  if (choice_a != choice_b)
    return choice_a;
  return village_before (self, a, b);
}

/* -- as documents -- */

static inline OrientaPolicy *
village_policy (const Village *self)
{
  static const char *const tiers[] = {
    "",
    ",'tiers':[{'id':'dalo','when':{'household.priority':{'has':'dalo'}}}]",
    ",'tiers':[{'id':'lasting','when':{'household.priority':{'has':'dalo'},'unit.durable':true}},"
    "{'id':'dalo','when':{'household.priority':{'has':'dalo'}}}]",
  };
  static const char *const orders[] = {
    "",
    ",'order':['points desc','unit.durable desc','pair.in_choice desc','household.request_date asc','lottery']",
    ",'order':['household.request_date asc','points desc','lottery']",
    ",'order':['pair.in_choice desc','points desc','household.request_date asc','lottery']",
  };
  g_autofree char *text =
      g_strconcat ("{'orienta':1,'id':'village','version':'1',"
                   "'rules':[{'id':'judged','require':{'pair.outcome':{'known':true}},'source':'s'}],"
                   "'criteria':[{'id':'judged-at','attribute':'pair.outcome','bands':[[-1000000000,-1000000000],["
                   "1000000000,1000000000]],'interpolate':true,"
                   "'source':'s'}",
                   self->criteria ? self->criteria : "", "]", tiers[self->n_tiers], orders[self->order],
                   self->policy_more ? self->policy_more : "", "}", NULL);
  return fixture_policy (text);
}

static inline void
village_add_units (const Village *self, GString *out)
{
  static const char *const animals[] = { "", ",'pets':false", ",'pets':true" };
  for (guint i = 0; i < self->n_units; i++) {
    g_string_append_printf (out, "%s{'id':'U%u','kind':'%s','territory':'T%d','places':%u%s", i > 0 ? "," : "", i,
                            self->durable[i] ? "plai" : "residence_sociale", self->territory[i], self->places[i],
                            animals[self->allows[i] + 1]);
    if (self->from[i] > 0)
      g_string_append_printf (out, ",'available_from':'2026-07-0%d'", self->from[i]);
    if (self->unit_more[i])
      g_string_append_printf (out, ",%s", self->unit_more[i]);
    g_string_append (out, "}");
  }
}

static inline void
village_add_household (const Village *self, GString *out, guint i)
{
  g_string_append_printf (out, "%s{'id':'H%u','adults':1,'request_date':'2025-01-0%d','pets':%s", i > 0 ? "," : "", i,
                          self->day[i], self->pets[i] ? "true" : "false");
  if (self->wants[i] >= 0)
    g_string_append_printf (out, ",'wants_territories':['T%d']", self->wants[i]);
  if (self->avoids[i] >= 0)
    g_string_append_printf (out, ",'avoids_territories':['T%d']", self->avoids[i]);
  if (self->occupies[i] >= 0)
    g_string_append_printf (out, ",'occupies':'U%d'", self->occupies[i]);
  if (self->more[i])
    g_string_append_printf (out, ",%s", self->more[i]);
  g_string_append (out, self->dalo[i] ? ",'priority':['dalo']}" : "}");
}

static inline void
village_add_outcomes (const Village *self, GString *out)
{
  const char *comma = "";
  for (guint i = 0; i < self->n_households; i++)
    for (guint unit = 0; unit < self->n_units; unit++) {
      gint64 points = self->points[i][unit];
      if (points == VILLAGE_CLOSED)
        continue;
      g_string_append_printf (out, "%s{'household_id':'H%u','unit_id':'U%u','value':%s%d.%03d}", comma, i, unit,
                              points < 0 ? "-" : "", (int) (ABS (points) / 1000), (int) (ABS (points) % 1000));
      comma = ",";
    }
}

static inline OrientaRegister *
village_register (const Village *self, OrientaPolicy *policy)
{
  g_autoptr (GString) out =
      g_string_new ("{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'},{'id':'T1'},{'id':'T2'}],'units':[");
  village_add_units (self, out);
  g_string_append_printf (out, "],'services':[%s],'households':[", self->services ? self->services : "");
  for (guint i = 0; i < self->n_households; i++)
    village_add_household (self, out, i);
  g_string_append (out, "],'outcomes':[");
  village_add_outcomes (self, out);
  g_string_append (out, "]}");
  return fixture_register (out->str, policy);
}
