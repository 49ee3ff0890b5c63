/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "kept.h"

/* The best matching of a limited village by trying all of them, and what the library makes of the same. */

/* -- what a matching uses of a bound -- */

static inline gboolean
limited_is_imposed (const Limited *self, const Bound *bound)
{
  return bound->kind == ORIENTA_LIMIT_QUOTA     ? self->quotas_hold
         : bound->kind == ORIENTA_LIMIT_SERVICE ? self->mode == MODE_REQUIRED
                                                : TRUE;
}

static inline gint64
limited_quota_amount (const Limited *self, const Bound *bound, const gint *homes)
{
  const LimitedQuota *quota = &self->quotas[bound->number];
  gint64 all = 0, group = 0, load = 0;
  for (guint i = 0; i < self->village.n_households; i++) {
    if (homes[i] < 0 || !limited_has_unit (self, quota, (guint) homes[i])
        || limited_part (self, quota->each, (guint) homes[i]) != bound->part)
      continue;
    all++;
    if (!limited_has_household (self, quota, i))
      continue;
    group++;
    load += limited_load (self, quota->load, i);
  }
  return bound->form <= MAX_SHARE   ? 1000000 * group - quota->bounds[bound->form] * all
         : bound->form <= MAX_COUNT ? group
                                    : load;
}

/* What a matching uses of a bound. */
static inline gint64
limited_amount (const Limited *self, const Bound *bound, const gint *homes, const gint *services)
{
  gint64 amount = 0;
  if (bound->kind == ORIENTA_LIMIT_QUOTA)
    return limited_quota_amount (self, bound, homes);
  if (bound->kind != ORIENTA_LIMIT_SERVICE)
    return homes[bound->number] != BEST_NOWHERE;
  for (guint i = 0; i < self->village.n_households; i++)
    if (homes[i] >= 0 && services[i] == (gint) bound->number)
      amount += bound->part == 0 ? 1 : limited_load (self, LOAD_PERSONS, i);
  return amount;
}

/* -- all of them -- */

/* What is asked of the trying; `measured`: how far this bound must give where the others hold; -1: what is best. */
typedef struct {
  const Limited *limited;
  Search search;
  guint64 imposed; /* a bit for each bound */
  gint measured;
  gint services[VILLAGE_HOUSEHOLDS];
  gboolean found;
  gint64 best[BEST_LEVELS], gap;
  gint homes[VILLAGE_HOUSEHOLDS];
} Trial;

static inline gint64
excess_of (const Trial *self, guint bound)
{
  const Bound *b = &self->limited->bounds[bound];
  gint64 amount = limited_amount (self->limited, b, self->search.homes, self->services);
  return b->most != G_MAXINT64 ? MAX (amount - b->most, 0) : MAX (b->least - amount, 0);
}

static inline gboolean
holds (const Trial *self, gboolean of_services)
{
  for (guint bound = 0; bound < self->limited->n_bounds; bound++)
    if (self->imposed >> bound & 1 && self->measured != (gint) bound
        && (self->limited->bounds[bound].kind == ORIENTA_LIMIT_SERVICE) == of_services && excess_of (self, bound) > 0)
      return FALSE;
  return TRUE;
}

static inline void
note (Trial *self)
{
  gint64 vector[BEST_LEVELS];
  guint served;
  if (!holds (self, TRUE))
    return;
  if (self->measured >= 0)
    self->gap = MIN (self->gap, excess_of (self, (guint) self->measured));
  best_weigh (&self->search, self->search.homes, vector, &served);
  limited_take_extras (self->limited, self->search.homes, self->services, vector + BEST_POINTS);
  if (self->found && best_compare (vector, self->best) <= 0)
    return;
  self->found = TRUE;
  memcpy (self->best, vector, sizeof vector);
  memcpy (self->homes, self->search.homes, sizeof self->homes);
}

static inline void
try_services (Trial *self, guint i)
{
  const Limited *limited = self->limited;
  if (i == limited->village.n_households) {
    note (self);
    return;
  }
  gint home = self->search.homes[i];
  self->services[i] = -1;
  if (limited->mode != MODE_REQUIRED || home < 0 || !limited_calls (limited, i, (guint) home)) {
    try_services (self, i + 1);
    return;
  }
  for (guint service = 0; service < limited->n_services; service++)
    if (limited_helps (limited, service, i, (guint) home) && limited_reaches (limited, service, i, (guint) home)) {
      self->services[i] = (gint) service;
      try_services (self, i + 1);
    }
}

static inline void
try_homes (Trial *self, guint i)
{
  const Village *village = &self->limited->village;
  Search *search = &self->search;
  if (i == village->n_households) {
    if (holds (self, FALSE))
      try_services (self, 0);
    return;
  }
  gboolean bound = best_is_bound (search, i);
  for (gint unit = 0; unit < (gint) village->n_units; unit++) {
    gboolean stays = unit == village->occupies[i] && !bound;
    if (search->room[unit] <= 0 || !(stays || best_open (search, i, (guint) unit)))
      continue;
    search->room[unit]--;
    search->homes[i] = stays ? BEST_STAYS : unit;
    try_homes (self, i + 1);
    search->room[unit]++;
  }
  search->homes[i] = BEST_NOWHERE;
  if (bound || village->occupies[i] < 0)
    try_homes (self, i + 1);
}

/* With so many places more in a unit; -1: none. */
static inline void
try_all (Trial *self, const Limited *limited, guint64 imposed, gint measured, gint unit, gint by)
{
  *self = (Trial){ .limited = limited, .imposed = imposed, .measured = measured, .gap = G_MAXINT64 };
  best_begin (&self->search, &limited->village, &limited->ask);
  if (unit >= 0)
    self->search.room[unit] += by;
  try_homes (self, 0);
}

static inline guint64
imposed_bounds (const Limited *limited)
{
  guint64 imposed = 0;
  for (guint bound = 0; bound < limited->n_bounds; bound++)
    imposed |= (guint64) limited_is_imposed (limited, &limited->bounds[bound]) << bound;
  return imposed;
}

/* -- one case -- */

typedef struct {
  Limited limited;
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatchOptions *options;
  OrientaMatching *matching;
  Trial trial;
  guint32 seed;
} Case;

/* Some pairs of a matching of today stay, and for some households the rest of it is a baseline. */
static inline void
decide (Case *self, GRand *rand)
{
  Ask *ask = &self->limited.ask;
  orienta_match_options_set_mechanism (self->options, ORIENTA_MECHANISM_SEQUENTIAL);
  g_autoptr (OrientaMatching) today = village_match (self->policy, self->reg, self->options);
  orienta_match_options_set_mechanism (self->options, ORIENTA_MECHANISM_OPTIMAL);
  gint64 most_loss = 500 * g_rand_int_range (rand, 0, 5);
  gboolean baseline = g_rand_boolean (rand);
  if (baseline)
    orienta_match_options_set_baseline (self->options, today, most_loss);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (today); pair++) {
    guint household = orienta_matching_get_household (today, pair), unit = orienta_matching_get_unit (today, pair);
    g_autofree char *id = g_strdup_printf ("H%u", household), *home = g_strdup_printf ("U%u", unit);
    gint64 points = self->limited.village.points[household][unit];
    gint64 charge = ask->charges[household][unit];
    gboolean withheld = charge > 0 && points - ask->reserves[unit] < charge;
    if (g_rand_int_range (rand, 0, 4) == 0) {
      ask->kept[household] = (gint) unit;
      orienta_match_options_keep (self->options, id, home);
    } else if (baseline && points > most_loss && !withheld) {
      ask->least[household] = points - most_loss;
    }
  }
}

static inline void
case_open (Case *self, guint32 seed, gboolean decided, OrientaPrices prices)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  *self = (Case){ .seed = seed };
  limited_random (&self->limited, rand);
  limited_write (&self->limited);
  self->policy = village_policy (&self->limited.village);
  self->reg = village_register (&self->limited.village, self->policy);
  self->options = ask_options (&self->limited.ask, &self->limited.village);
  orienta_match_options_set_quotas (self->options, self->limited.quotas_hold);
  orienta_match_options_set_prices (self->options, prices);
  limited_keep_slots (&self->limited, self->options);
  if (decided)
    decide (self, rand);
  limited_list_bounds (&self->limited);
  self->matching = village_match (self->policy, self->reg, self->options);
  try_all (&self->trial, &self->limited, imposed_bounds (&self->limited), -1, -1, 0);
}

static inline void
case_clear (Case *self)
{
  orienta_matching_unref (self->matching);
  orienta_match_options_unref (self->options);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
  g_ptr_array_unref (self->limited.texts);
}

/* -- limits as they are told -- */

static inline char *
part_name (const Limited *limited, const Bound *bound)
{
  if (bound->kind == ORIENTA_LIMIT_SERVICE)
    return limited->services[bound->number].hours < 0 ? NULL : g_strdup (bound->part == 0 ? "files" : "hours");
  if (bound->kind != ORIENTA_LIMIT_QUOTA)
    return NULL;
  switch (limited->quotas[bound->number].each) {
  case EACH_UNIT:
    return g_strdup_printf ("U%d", bound->part);
  case EACH_LANDLORD:
    return g_strdup_printf ("L%d", bound->part);
  case EACH_CONTINGENT:
    return g_strdup_printf ("C%d", bound->part);
  case EACH_TERRITORY:
    return g_strdup_printf ("T%d", bound->part);
  case EACH_KIND:
    return g_strdup (bound->part ? "plai" : "residence_sociale");
  default:
    return NULL;
  }
}

/* The bound that a limit of the matching is. */
static inline guint
find_bound (const Case *self, guint limit)
{
  static const char letters[] = { 'Q', 'S', 'H', 'H' }; /* by OrientaLimitKind */
  for (guint i = 0; i < self->limited.n_bounds; i++) {
    const Bound *bound = &self->limited.bounds[i];
    g_autofree char *id = g_strdup_printf ("%c%u", letters[bound->kind], bound->number);
    g_autofree char *part = part_name (&self->limited, bound);
    if (bound->kind == orienta_matching_get_limit_kind (self->matching, limit)
        && g_str_equal (id, orienta_matching_get_limit_id (self->matching, limit))
        && g_strcmp0 (part, orienta_matching_get_limit_part (self->matching, limit)) == 0
        && g_str_equal (limited_forms[bound->form], orienta_matching_get_limit_bound (self->matching, limit)))
      return i;
  }
  ck_abort_msg ("seed %u: limit %u is not known", self->seed, limit);
  return 0;
}
