/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trial.h"

/* The best matching under limits against all matchings of small random registers, with all ways to support them. */

#define CASES 1500

/* -- limits as they are told -- */

static guint
count_told (const Limited *limited)
{
  guint n = 0;
  for (guint i = 0; i < limited->n_bounds; i++)
    n += limited->bounds[i].form != HOME;
  return n;
}

static void
assert_limits (const Case *self, const gint *homes, const gint *services)
{
  const OrientaMatching *matching = self->matching;
  guint n = orienta_matching_get_n_limits (matching);
  ck_assert_msg (n == count_told (&self->limited), "seed %u: %u limits", self->seed, n);
  for (guint limit = 0; limit < n; limit++) {
    const Bound *bound = &self->limited.bounds[find_bound (self, limit)];
    gint64 amount = limited_amount (&self->limited, bound, homes, services);
    ck_assert_msg (orienta_matching_get_limit_amount (matching, limit) == amount,
                   "seed %u, limit %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, self->seed, limit,
                   orienta_matching_get_limit_amount (matching, limit), amount);
    ck_assert_int_eq (orienta_matching_get_limit_least (matching, limit), bound->least);
    ck_assert_int_eq (orienta_matching_get_limit_most (matching, limit), bound->most);
    gboolean inside = amount >= bound->least && amount <= bound->most;
    ck_assert_int_eq (orienta_matching_limit_holds (matching, limit), inside);
    ck_assert_msg (inside || !limited_is_imposed (&self->limited, bound), "seed %u, limit %u", self->seed, limit);
  }
}

/* -- the best -- */

/* Only those who are called for have a service, and one that helps; where support is required all of them. */
static void
read_services (const Case *self, gint *services)
{
  const Limited *limited = &self->limited;
  for (guint i = 0; i < limited->village.n_households; i++) {
    gint pair = orienta_matching_find_household (self->matching, i);
    services[i] = pair < 0 ? -1 : orienta_matching_get_service (self->matching, (guint) pair);
    if (pair < 0)
      continue;
    guint unit = orienta_matching_get_unit (self->matching, (guint) pair);
    gboolean calls = limited->mode != MODE_IGNORED && limited_calls (limited, i, unit);
    gboolean lacks = orienta_matching_lacks_support (self->matching, (guint) pair);
    ck_assert_msg (lacks == (calls && services[i] < 0), "seed %u, H%u", self->seed, i);
    ck_assert_msg (!lacks || limited->mode == MODE_PREFERRED, "seed %u, H%u", self->seed, i);
    ck_assert_msg (services[i] < 0
                       || (calls && limited_helps (limited, (guint) services[i], i, unit)
                           && limited_reaches (limited, (guint) services[i], i, unit)),
                   "seed %u, H%u", self->seed, i);
  }
}

static void
assert_best (const Case *self)
{
  gint homes[VILLAGE_HOUSEHOLDS], services[VILLAGE_HOUSEHOLDS];
  gint64 vector[BEST_LEVELS];
  guint served;
  ck_assert_msg (orienta_matching_get_status (self->matching) == ORIENTA_MATCH_OPTIMAL, "seed %u: status %d",
                 self->seed, orienta_matching_get_status (self->matching));
  best_read (&self->limited.village, self->matching, homes);
  best_weigh (&self->trial.search, homes, vector, &served);
  read_services (self, services);
  limited_take_extras (&self->limited, homes, services, vector + BEST_POINTS);
  for (guint i = 0; i < BEST_LEVELS; i++)
    ck_assert_msg (vector[i] == self->trial.best[i],
                   "seed %u, level %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, self->seed, i, vector[i],
                   self->trial.best[i]);
  ck_assert_int_eq (orienta_matching_get_bound (self->matching), orienta_matching_get_total (self->matching));
  ck_assert_uint_eq (orienta_matching_get_n_conflicts (self->matching), 0);
  assert_limits (self, homes, services);
}

/* -- reasons -- */

/* What is used of a bound with one household more in a home. */
static gint64
amount_with (const Case *self, guint bound, guint household, guint unit)
{
  gint homes[VILLAGE_HOUSEHOLDS], services[VILLAGE_HOUSEHOLDS] = { 0 };
  best_read (&self->limited.village, self->matching, homes);
  homes[household] = (gint) unit;
  return limited_amount (&self->limited, &self->limited.bounds[bound], homes, services);
}

/* What is worth least when kept of the slots that are left, in every dimension, of services that would do for the
 * household there; G_MAXINT64: none are. */
static gint64
price_of_support (const Case *self, guint household, guint unit, const gint *homes, const gint *services)
{
  const Limited *limited = &self->limited;
  gint64 least = G_MAXINT64;
  ck_assert_msg (limited->mode == MODE_REQUIRED && limited_calls (limited, household, unit), "seed %u, H%u", self->seed,
                 household);
  for (guint service = 0; service < limited->n_services; service++) {
    gboolean fits = limited_helps (limited, service, household, unit);
    for (guint i = 0; i < limited->n_bounds; i++) {
      const Bound *bound = &limited->bounds[i];
      if (bound->kind != ORIENTA_LIMIT_SERVICE || bound->number != service)
        continue;
      gint64 load = bound->part == 0 ? 1 : limited_load (limited, LOAD_PERSONS, household);
      fits = fits && limited_amount (limited, bound, homes, services) + load <= bound->most;
    }
    if (fits)
      least = MIN (least, limited_charge (limited, service, household));
  }
  return least;
}

/* What is said to be in the way is; returns whether it is a limit. */
static gboolean
assert_reason (const Case *self, guint place, const gint *homes, const gint *services)
{
  const OrientaMatching *matching = self->matching;
  OrientaReasonCode reason = orienta_matching_get_reason (matching, place);
  guint household = orienta_matching_get_unmatched (matching, place);
  gint unit = orienta_matching_get_nearest (matching, place),
       limit = orienta_matching_get_reason_limit (matching, place);
  ck_assert_msg ((reason == ORIENTA_REASON_MATCH_QUOTA) == (limit >= 0), "seed %u, H%u", self->seed, household);
  if (reason == ORIENTA_REASON_MATCH_NO_SUPPORT || reason == ORIENTA_REASON_MATCH_SLOT_RESERVED) {
    gint64 price = price_of_support (self, household, (guint) unit, homes, services);
    gint64 worth = self->limited.village.points[household][unit] - self->limited.ask.reserves[unit];
    gint64 margin = reason == ORIENTA_REASON_MATCH_NO_SUPPORT ? 0 : price - worth;
    ck_assert_msg ((price == G_MAXINT64) == (reason == ORIENTA_REASON_MATCH_NO_SUPPORT), "seed %u, H%u: %d", self->seed,
                   household, reason);
    ck_assert_msg (margin == orienta_matching_get_margin (matching, place) && margin >= 0,
                   "seed %u, H%u: %" G_GINT64_FORMAT, self->seed, household,
                   orienta_matching_get_margin (matching, place));
    return TRUE;
  }
  if (reason != ORIENTA_REASON_MATCH_QUOTA)
    return FALSE;
  guint number = find_bound (self, (guint) limit);
  const Bound *bound = &self->limited.bounds[number];
  gint64 amount = amount_with (self, number, household, (guint) unit);
  ck_assert_msg (limited_is_imposed (&self->limited, bound), "seed %u, H%u: not imposed", self->seed, household);
  ck_assert_msg (bound->kind == ORIENTA_LIMIT_QUOTA && (amount < bound->least || amount > bound->most),
                 "seed %u, H%u: limit %d would hold", self->seed, household, limit);
  return TRUE;
}

static guint
assert_reasons (const Case *self)
{
  gint homes[VILLAGE_HOUSEHOLDS], services[VILLAGE_HOUSEHOLDS];
  guint n = 0;
  best_read (&self->limited.village, self->matching, homes);
  read_services (self, services);
  for (guint place = 0; place < orienta_matching_get_n_unmatched (self->matching); place++)
    n += assert_reason (self, place, homes, services);
  return n;
}

/* -- where no matching holds -- */

static void
assert_gap (const Case *self, guint conflict, guint64 set)
{
  Trial trial;
  guint bound = find_bound (self, orienta_matching_get_conflict (self->matching, conflict));
  try_all (&trial, &self->limited, set, (gint) bound, -1, 0);
  ck_assert_msg (trial.found, "seed %u: the rest of the conflict does not hold without bound %u", self->seed, bound);
  gint64 gap = orienta_matching_get_conflict_gap (self->matching, conflict);
  ck_assert_msg (gap == trial.gap, "seed %u, bound %u: gap %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT,
                 self->seed, bound, gap, trial.gap);
}

static void
assert_conflict (const Case *self)
{
  guint64 set = 0;
  Trial trial;
  ck_assert_msg (orienta_matching_get_status (self->matching) == ORIENTA_MATCH_INFEASIBLE, "seed %u: status %d",
                 self->seed, orienta_matching_get_status (self->matching));
  ck_assert_uint_eq (orienta_matching_get_n_pairs (self->matching), 0);
  guint n = orienta_matching_get_n_conflicts (self->matching);
  ck_assert_uint_gt (n, 0);
  for (guint i = 0; i < n; i++)
    set |= (guint64) 1 << find_bound (self, orienta_matching_get_conflict (self->matching, i));
  ck_assert_msg ((set & ~imposed_bounds (&self->limited)) == 0, "seed %u: not imposed", self->seed);
  try_all (&trial, &self->limited, set, -1, -1, 0);
  ck_assert_msg (!trial.found, "seed %u: the conflict holds together", self->seed);
  for (guint i = 0; i < n; i++)
    assert_gap (self, i, set);
}

static void
run (guint32 first, guint n, gboolean decided)
{
  guint n_conflicts = 0, n_reasons = 0;
  for (guint32 seed = first; seed < first + n; seed++) {
    Case self;
    case_open (&self, seed, decided, ORIENTA_PRICES_NONE);
    if (self.trial.found)
      assert_best (&self);
    else
      assert_conflict (&self);
    n_conflicts += !self.trial.found;
    n_reasons += self.trial.found ? assert_reasons (&self) : 0;
    case_clear (&self);
  }
  ck_assert_uint_gt (n_reasons, n / 20);
  ck_assert_uint_gt (n_conflicts, n / 20);
  ck_assert_uint_lt (n_conflicts, n / 2);
}

START_TEST (test_best_of_all)
{
  if (orienta_has_highs ())
    run (0, CASES, FALSE);
}
END_TEST

START_TEST (test_best_around_decisions)
{
  if (orienta_has_highs ())
    run (10000, CASES, TRUE);
}
END_TEST

TEST_MAIN ("bounded", test_best_of_all, test_best_around_decisions)
