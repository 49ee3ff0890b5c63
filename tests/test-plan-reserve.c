/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trial.h"

#include "match/matching-private.h"

/* Slots that are kept for later, worked out by hand, and plans of small random registers against all that there are. */

/* S helps with addiction in T, two files at a time; each home is open to everybody, and points are the household's. */
static const char reserve_policy[] =
    "{'orienta':1,'id':'kept','version':'1',"
    "'criteria':[{'id':'street','when':{'household.situation':'street'},'points':80,'source':'s'},"
    "{'id':'hotel','when':{'household.situation':'hotel'},'points':60,'source':'s'},"
    "{'id':'squat','when':{'household.situation':'squat_camp'},'points':50,'source':'s'}],"
    "'support':{'mode':'required','loads':[{'slots':'hours','load':{'attribute':'household.adults'}}]}}";

static const char reserve_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T'}],'units':["
    "{'id':'A','kind':'plai','territory':'T','places':1},{'id':'B','kind':'plai','territory':'T','places':1}],"
    "'services':[%s],'households':["
    "{'id':'a80','adults':1,'situation':'street','request_date':'2025-01-01','needs':['addiction']},"
    "{'id':'b60','adults':2,'situation':'hotel','request_date':'2025-01-02','needs':['addiction']},"
    "{'id':'c50','adults':1,'situation':'squat_camp','request_date':'2025-01-03','needs':[],'refuses_kinds':[%s]}]}";

#define SERVICE(id, slots) "{'id':'" id "','territories':['T'],'needs':['addiction'],'slots':" slots "}"
#define NOBODY_ELSE "'plai'" /* c50 wants none of these homes */

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatchOptions *options;
} Kept;

static void
kept_open (Kept *self, const char *services, const char *refused)
{
  g_autofree char *text = g_strdup_printf (reserve_register, services, refused);
  self->policy = fixture_policy (reserve_policy);
  self->reg = fixture_register (text, self->policy);
  self->options = orienta_match_options_new ();
}

static void
kept_close (Kept *self)
{
  orienta_match_options_unref (self->options);
  orienta_register_unref (self->reg);
  orienta_policy_unref (self->policy);
}

/* Who has a home, and the service: "a80 S, b60 -!", where a service is
 * lacking. Each matching verifies, and its record gives it again. */
static void
assert_made (const Kept *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaMatching) matching = village_match (self->policy, self->reg, self->options);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++) {
    gint service = orienta_matching_get_service (matching, pair);
    g_string_append_printf (
        out, "%s%s %s", pair > 0 ? ", " : "",
        orienta_register_get_household_id (self->reg, orienta_matching_get_household (matching, pair)),
        service < 0 ? "-" : orienta_register_get_service_id (self->reg, (guint) service));
    if (service < 0 && orienta_matching_lacks_support (matching, pair))
      g_string_append_c (out, '!');
  }
  ck_assert_str_eq (out->str, expected);
  g_autofree char *record = orienta_matching_to_json (matching);
  g_autoptr (OrientaMatching) again = orienta_match_replay (record, -1, self->policy, self->reg, NULL, &error);
  ck_assert_msg (again != NULL, "%s", error ? error->message : "");
}

static void
assert_told (const Kept *self, const char *household, OrientaReasonCode reason, gint64 margin)
{
  g_autoptr (OrientaMatching) matching = village_match (self->policy, self->reg, self->options);
  for (guint place = 0; place < orienta_matching_get_n_unmatched (matching); place++)
    if (g_str_equal (household,
                     orienta_register_get_household_id (self->reg, orienta_matching_get_unmatched (matching, place)))) {
      ck_assert_int_eq (orienta_matching_get_reason (matching, place), reason);
      ck_assert_int_eq (orienta_matching_get_margin (matching, place), margin);
      ck_assert_int_ge (orienta_matching_get_nearest (matching, place), 0);
      return;
    }
  ck_abort_msg ("%s is housed", household);
}

/* Required: a home stays free rather than that somebody takes a slot that is kept. */
START_TEST (test_required)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "2"), NOBODY_ELSE);
  assert_made (&self, "a80 S, b60 S");
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 60000);
  assert_made (&self, "a80 S, b60 S");
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 70000);
  assert_made (&self, "a80 S");
  assert_told (&self, "b60", ORIENTA_REASON_MATCH_SLOT_RESERVED, 10000);
  orienta_match_options_keep (self.options, "b60", "B"); /* what is decided stands */
  assert_made (&self, "a80 S, b60 S");
  kept_close (&self);
}
END_TEST

/* In words, in the record, and that nobody can be given the slot afterwards. */
START_TEST (test_told)
{
  Kept self;
  g_autoptr (GError) error = NULL;
  kept_open (&self, SERVICE ("S", "2"), NOBODY_ELSE);
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 70000);
  g_autoptr (OrientaMatching) none = village_match (self.policy, self.reg, self.options);
  g_autofree char *sentence = orienta_matching_format_reason (none, 0, ORIENTA_ENGLISH);
  ck_assert_msg (g_str_has_prefix (sentence,
                                   "The household may have this home (B), but the support that it calls for is "
                                   "kept for likely requests in greater need of it; 10"),
                 "%s", sentence);
  g_autofree char *record = orienta_matching_to_json (none);
  ck_assert_ptr_nonnull (strstr (record, "\"slot_reserves\":[{\"points\":70,\"service\":\"S\",\"slots\":null}]"));
  orienta_match_options_set_support (self.options, ORIENTA_SUPPORT_USE_PREFERRED);
  g_autoptr (OrientaMatching) without = village_match (self.policy, self.reg, self.options);
  without->pairs[1].service = 0;
  without->pairs[1].lacks_support = FALSE;
  ck_assert (!orienta_matching_verify (without, self.policy, self.reg, &error));
  ck_assert_str_eq (error->message, "household \"b60\", service \"S\": fewer points than the reserve of its slots, "
                                    "expected as many or more");
  kept_close (&self);
}
END_TEST

/* A pair must bring both the place and the slot; what it then lacks is said together. */
START_TEST (test_place_and_slot)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "2"), NOBODY_ELSE);
  orienta_match_options_set_reserve (self.options, "A", 20000);
  orienta_match_options_set_reserve (self.options, "B", 20000);
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 60000);
  assert_made (&self, "a80 S");
  assert_told (&self, "b60", ORIENTA_REASON_MATCH_SLOT_RESERVED, 20000);
  orienta_match_options_set_reserve (self.options, "A", 70000);
  orienta_match_options_set_reserve (self.options, "B", 70000);
  assert_made (&self, "");
  assert_told (&self, "a80", ORIENTA_REASON_MATCH_SLOT_RESERVED, 50000);
  assert_told (&self, "b60", ORIENTA_REASON_MATCH_RESERVED, 70000);
  kept_close (&self);
}
END_TEST

/* Who takes two hours must bring two of them. */
START_TEST (test_loads)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "['files:9','hours:9']"), NOBODY_ELSE);
  orienta_match_options_set_slot_reserve (self.options, "S", "hours", 30000);
  assert_made (&self, "a80 S, b60 S");
  orienta_match_options_set_slot_reserve (self.options, "S", "files", 1000);
  assert_made (&self, "a80 S");
  assert_told (&self, "b60", ORIENTA_REASON_MATCH_SLOT_RESERVED, 1000);
  kept_close (&self);
}
END_TEST

/* One slot that is not kept and one that is, at 70. Where support is required a80 is best served by the first, for b60
 * does not reach the second; where it is preferred both have one. */
START_TEST (test_two_services)
{
  Kept self;
  kept_open (&self, SERVICE ("R", "1") "," SERVICE ("S", "1"), NOBODY_ELSE);
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 70000);
  if (orienta_has_highs ())
    assert_made (&self, "a80 R");
  if (orienta_has_highs ())
    assert_told (&self, "b60", ORIENTA_REASON_MATCH_SLOT_RESERVED, 10000);
  orienta_match_options_set_support (self.options, ORIENTA_SUPPORT_USE_PREFERRED);
  if (orienta_has_highs ())
    assert_made (&self, "a80 S, b60 R"); /* as many as possible have one */
  kept_close (&self);
}
END_TEST

/* Where a home is not at stake, who does not reach the slot goes without. */
START_TEST (test_not_required)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "2"), NOBODY_ELSE);
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 70000);
  for (guint mechanism = ORIENTA_MECHANISM_OPTIMAL; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++) {
    orienta_match_options_set_mechanism (self.options, (OrientaMechanism) mechanism);
    for (guint use = ORIENTA_SUPPORT_USE_REQUIRED; use <= ORIENTA_SUPPORT_USE_IGNORED; use++) {
      if (mechanism == ORIENTA_MECHANISM_OPTIMAL && use == ORIENTA_SUPPORT_USE_REQUIRED)
        continue;
      orienta_match_options_set_support (self.options, (OrientaSupportUse) use);
      assert_made (&self, use == ORIENTA_SUPPORT_USE_IGNORED ? "a80 -, b60 -" : "a80 S, b60 -!");
    }
  }
  kept_close (&self);
}
END_TEST

/* Who calls for no support brings nothing for it. */
START_TEST (test_no_need)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "2"), "");
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 40000);
  assert_made (&self, "a80 S, c50 -"); /* 40 and 50 against 20 */
  kept_close (&self);
}
END_TEST

/* A baseline binds nobody to a home that it cannot have any more. */
START_TEST (test_baseline)
{
  Kept self;
  kept_open (&self, SERVICE ("S", "2"), NOBODY_ELSE);
  g_autoptr (OrientaMatching) before = village_match (self.policy, self.reg, self.options);
  orienta_match_options_set_baseline (self.options, before, 0);
  orienta_match_options_set_slot_reserve (self.options, "S", NULL, 70000);
  assert_made (&self, "a80 S");
  kept_close (&self);
}
END_TEST

static void
assert_unknown (const char *service, const char *slots, const char *message)
{
  Kept self;
  g_autoptr (GError) error = NULL;
  kept_open (&self, SERVICE ("S", "['files:9','hours:9']"), NOBODY_ELSE);
  orienta_match_options_set_slot_reserve (self.options, service, slots, 1);
  ck_assert_ptr_null (orienta_match (self.policy, self.reg, self.options, NULL, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
  ck_assert_str_eq (error->message, message);
  orienta_match_options_set_slot_reserve (self.options, service, slots, 0);
  assert_made (&self, "a80 S, b60 S");
  kept_close (&self);
}

START_TEST (test_unknown)
{
  assert_unknown ("SS", NULL, "no service \"SS\" in the register; did you mean \"S\"?");
  assert_unknown ("S", "days", "service \"S\": no slots \"days\", expected slots that it has");
  assert_unknown ("S", NULL, "service \"S\": no slots \"\", expected slots that it has");
}
END_TEST

/* -- all plans of a matching -- */

#define CASES 1500

/* How many have a service, how early they come, what their slots are worth; compared in this order. */
typedef struct {
  gint64 supported, early, charge;
} Value;

typedef struct {
  const Case *of;
  const gint *homes;
  gint services[VILLAGE_HOUSEHOLDS];
  Value best;
} Plans;

static Value
value_of (const Plans *self, const gint *services)
{
  const Limited *limited = &self->of->limited;
  Value value = { 0 };
  for (guint i = 0; i < limited->village.n_households; i++) {
    if (self->homes[i] < 0 || services[i] < 0)
      continue;
    value.supported++;
    value.early += limited->village.n_households - self->of->trial.search.rank[i];
    value.charge += limited_charge (limited, (guint) services[i], i);
  }
  return value;
}

static gboolean
is_better (const Value *a, const Value *b)
{
  if (a->supported != b->supported)
    return a->supported > b->supported;
  return a->early != b->early ? a->early > b->early : a->charge < b->charge;
}

static gboolean
fits (const Plans *self)
{
  const Limited *limited = &self->of->limited;
  for (guint i = 0; i < limited->n_bounds; i++)
    if (limited->bounds[i].kind == ORIENTA_LIMIT_SERVICE
        && limited_amount (limited, &limited->bounds[i], self->homes, self->services) > limited->bounds[i].most)
      return FALSE;
  return TRUE;
}

static void
try_plans (Plans *self, guint i)
{
  const Limited *limited = &self->of->limited;
  if (i == limited->village.n_households) {
    Value value = value_of (self, self->services);
    if (fits (self) && is_better (&value, &self->best))
      self->best = value;
    return;
  }
  self->services[i] = -1;
  try_plans (self, i + 1);
  for (guint service = 0; self->homes[i] >= 0 && service < limited->n_services; service++) {
    guint unit = (guint) self->homes[i];
    if (!limited_calls (limited, i, unit) || !limited_helps (limited, service, i, unit)
        || !limited_reaches (limited, service, i, unit))
      continue;
    self->services[i] = (gint) service;
    try_plans (self, i + 1);
  }
}

/* The plan is as good as any of those for the same homes. Returns whether somebody lacks support. */
static gboolean
assert_best_plan (const Case *self, OrientaMatching *matching)
{
  gint homes[VILLAGE_HOUSEHOLDS], services[VILLAGE_HOUSEHOLDS];
  gboolean lacks = FALSE;
  best_read (&self->limited.village, matching, homes);
  for (guint i = 0; i < self->limited.village.n_households; i++) {
    gint pair = orienta_matching_find_household (matching, i);
    services[i] = pair < 0 ? -1 : orienta_matching_get_service (matching, (guint) pair);
    lacks = lacks || (pair >= 0 && orienta_matching_lacks_support (matching, (guint) pair));
  }
  Plans plans = { .of = self, .homes = homes, .best = { -1, 0, 0 } };
  try_plans (&plans, 0);
  Value made = value_of (&plans, services);
  ck_assert_msg (made.supported == plans.best.supported && made.early == plans.best.early
                     && made.charge == plans.best.charge,
                 "seed %u: %d, %d, %d, expected %d, %d, %d", self->seed, (int) made.supported, (int) made.early,
                 (int) made.charge, (int) plans.best.supported, (int) plans.best.early, (int) plans.best.charge);
  return lacks;
}

START_TEST (test_best_plans)
{
  guint n_lacking = 0;
  for (guint32 seed = 30000; orienta_has_highs () && seed < 30000 + CASES; seed++) {
    Case self;
    case_open (&self, seed, FALSE, ORIENTA_PRICES_NONE);
    orienta_match_options_set_support (self.options, ORIENTA_SUPPORT_USE_PREFERRED);
    orienta_match_options_set_quotas (self.options, FALSE);
    self.limited.mode = MODE_PREFERRED;
    limited_list_bounds (&self.limited);
    for (guint mechanism = ORIENTA_MECHANISM_OPTIMAL; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++) {
      orienta_match_options_set_mechanism (self.options, (OrientaMechanism) mechanism);
      g_autoptr (OrientaMatching) matching = village_match (self.policy, self.reg, self.options);
      n_lacking += assert_best_plan (&self, matching);
    }
    case_clear (&self);
  }
  ck_assert (!orienta_has_highs () || n_lacking > CASES / 4);
}
END_TEST

TEST_MAIN ("plan-reserve", test_required, test_told, test_place_and_slot, test_loads, test_two_services,
           test_not_required, test_no_need, test_baseline, test_unknown, test_best_plans)
