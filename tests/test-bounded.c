/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "limited.h"

/* The best matching under limits against all matchings of small random registers, with all ways to support them. */

#define CASES 1500
#define WORTHS 250

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

static gint64
excess_of (const Trial *self, guint bound)
{
  const Bound *b = &self->limited->bounds[bound];
  gint64 amount = limited_amount (self->limited, b, self->search.homes, self->services);
  return b->most != G_MAXINT64 ? MAX (amount - b->most, 0) : MAX (b->least - amount, 0);
}

static gboolean
holds (const Trial *self, gboolean of_services)
{
  for (guint bound = 0; bound < self->limited->n_bounds; bound++)
    if (self->imposed >> bound & 1 && self->measured != (gint) bound
        && (self->limited->bounds[bound].kind == ORIENTA_LIMIT_SERVICE) == of_services && excess_of (self, bound) > 0)
      return FALSE;
  return TRUE;
}

static void
note (Trial *self)
{
  gint64 vector[BEST_LEVELS];
  guint served;
  if (!holds (self, TRUE))
    return;
  if (self->measured >= 0)
    self->gap = MIN (self->gap, excess_of (self, (guint) self->measured));
  best_weigh (&self->search, self->search.homes, vector, &served);
  if (self->found && best_compare (vector, self->best) <= 0)
    return;
  self->found = TRUE;
  memcpy (self->best, vector, sizeof vector);
  memcpy (self->homes, self->search.homes, sizeof self->homes);
}

static void
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
    if (limited_helps (limited, service, i, (guint) home)) {
      self->services[i] = (gint) service;
      try_services (self, i + 1);
    }
}

static void
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
static void
try_all (Trial *self, const Limited *limited, guint64 imposed, gint measured, gint unit, gint by)
{
  *self = (Trial){ .limited = limited, .imposed = imposed, .measured = measured, .gap = G_MAXINT64 };
  best_begin (&self->search, &limited->village, &limited->ask);
  if (unit >= 0)
    self->search.room[unit] += by;
  try_homes (self, 0);
}

static guint64
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
static void
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
    if (g_rand_int_range (rand, 0, 4) == 0) {
      ask->kept[household] = (gint) unit;
      orienta_match_options_keep (self->options, id, home);
    } else if (baseline && points > most_loss) {
      ask->least[household] = points - most_loss;
    }
  }
}

static void
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
  if (decided)
    decide (self, rand);
  limited_list_bounds (&self->limited);
  self->matching = village_match (self->policy, self->reg, self->options);
  try_all (&self->trial, &self->limited, imposed_bounds (&self->limited), -1, -1, 0);
}

static void
case_clear (Case *self)
{
  orienta_matching_unref (self->matching);
  orienta_match_options_unref (self->options);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
  g_ptr_array_unref (self->limited.texts);
}

/* -- limits as they are told -- */

static char *
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
static guint
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
    ck_assert_msg (services[i] < 0 || (calls && limited_helps (limited, (guint) services[i], i, unit)),
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
  for (guint i = 0; i < BEST_LEVELS; i++)
    ck_assert_msg (vector[i] == self->trial.best[i],
                   "seed %u, level %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, self->seed, i, vector[i],
                   self->trial.best[i]);
  ck_assert_int_eq (orienta_matching_get_bound (self->matching), orienta_matching_get_total (self->matching));
  ck_assert_uint_eq (orienta_matching_get_n_conflicts (self->matching), 0);
  read_services (self, services);
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

/* No service that would do for the household there has slots left, in any dimension. */
static void
assert_no_support (const Case *self, guint household, guint unit, const gint *homes, const gint *services)
{
  const Limited *limited = &self->limited;
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
    ck_assert_msg (!fits, "seed %u, H%u: service %u would do", self->seed, household, service);
  }
}

/* What is said to be in the way is; returns whether it is a limit. */
static gboolean
assert_reason (const Case *self, guint place, const gint *homes, const gint *services)
{
  const OrientaMatching *matching = self->matching;
  OrientaReasonCode reason = orienta_matching_get_reason (matching, place);
  guint household = orienta_matching_get_unmatched (matching, place);
  gint unit = orienta_matching_get_nearest (matching, place), limit = orienta_matching_get_reason_limit (matching, place);
  ck_assert_msg ((reason == ORIENTA_REASON_MATCH_QUOTA) == (limit >= 0), "seed %u, H%u", self->seed, household);
  if (reason == ORIENTA_REASON_MATCH_NO_SUPPORT) {
    assert_no_support (self, household, (guint) unit, homes, services);
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

/* -- what one more or less is worth -- */

static void
assert_worth (const Case *self, const Trial *moved, gint64 points, gint housed, const char *what, guint number)
{
  const gint64 *a = moved->best, *b = self->trial.best;
  gint64 more = 0;
  gint64 more_housed = a[BEST_HOUSED] - b[BEST_HOUSED];
  for (guint level = BEST_POINTS; level < BEST_HOUSED; level++)
    more += a[level] - b[level];
  more += self->trial.search.lowest * more_housed;
  ck_assert_msg (points == more && housed == more_housed,
                 "seed %u, %s %u: %" G_GINT64_FORMAT " points and %d, expected %" G_GINT64_FORMAT " and %d", self->seed,
                 what, number, points, housed, more, (int) more_housed);
}

static void
move_bound (Bound *bound, gint by)
{
  if (bound->most != G_MAXINT64)
    bound->most += by * bound->step;
  else
    bound->least -= by * bound->step;
}

static void
assert_limit_worth (Case *self, guint limit)
{
  const OrientaMatching *matching = self->matching;
  guint number = find_bound (self, limit);
  Bound *bound = &self->limited.bounds[number];
  guint64 imposed = imposed_bounds (&self->limited);
  Trial moved;
  ck_assert_int_eq (orienta_matching_limit_has_worth (matching, limit), imposed >> number & 1);
  if (!(imposed >> number & 1))
    return;
  move_bound (bound, 1);
  try_all (&moved, &self->limited, imposed, -1, -1, 0);
  assert_worth (self, &moved, orienta_matching_get_limit_gain (matching, limit),
                orienta_matching_get_limit_gain_housed (matching, limit), "more of limit", limit);
  move_bound (bound, -2);
  try_all (&moved, &self->limited, imposed, -1, -1, 0);
  move_bound (bound, 1);
  ck_assert_msg (moved.found == orienta_matching_limit_has_loss (matching, limit), "seed %u, limit %u", self->seed,
                 limit);
  if (moved.found)
    assert_worth (self, &moved, -orienta_matching_get_limit_loss (matching, limit),
                  -orienta_matching_get_limit_loss_housed (matching, limit), "less of limit", limit);
}

static void
assert_unit_worth (const Case *self, guint unit)
{
  guint64 imposed = imposed_bounds (&self->limited);
  Trial moved;
  try_all (&moved, &self->limited, imposed, -1, (gint) unit, 1);
  assert_worth (self, &moved, orienta_matching_get_gain (self->matching, unit),
                orienta_matching_get_gain_housed (self->matching, unit), "more of unit", unit);
  try_all (&moved, &self->limited, imposed, -1, (gint) unit, self->trial.search.room[unit] > 0 ? -1 : 0);
  if (moved.found)
    assert_worth (self, &moved, -orienta_matching_get_loss (self->matching, unit),
                  -orienta_matching_get_loss_housed (self->matching, unit), "less of unit", unit);
}

START_TEST (test_worths)
{
  guint n_prices = 0;
  if (!orienta_has_highs ())
    return;
  for (guint32 seed = 20000; seed < 20000 + WORTHS; seed++) {
    Case self;
    case_open (&self, seed, seed % 3 == 0, ORIENTA_PRICES_ALL);
    for (guint limit = 0; self.trial.found && limit < orienta_matching_get_n_limits (self.matching); limit++)
      assert_limit_worth (&self, limit);
    for (guint unit = 0; unit < self.limited.village.n_units && orienta_matching_has_prices (self.matching); unit++)
      assert_unit_worth (&self, unit);
    n_prices += orienta_matching_has_prices (self.matching);
    case_clear (&self);
  }
  ck_assert_uint_gt (n_prices, WORTHS / 3);
}
END_TEST

TEST_MAIN ("bounded", test_best_of_all, test_best_around_decisions, test_worths)
