/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trial.h"

#include <math.h>

/* What slots are worth in futures: by hand (Littlewood's rule), against all matchings of small random registers, and in
 * simulations against a Markov chain. A young person who leaves care (ASE) is worth 100 points, others 60. */

static const char policy_text[] =
    "{'orienta':1,'id':'p','version':'1','criteria':["
    "{'id':'care','when':{'household.needs':{'has':'ase_leaver'}},'points':100,'source':'s'},"
    "{'id':'other','when':{'household.needs':{'has':'addiction'}},'points':60,'source':'s'}],"
    "'support':{'mode':'%s'}}";

static OrientaPolicy *
policy_of (const char *mode)
{
  g_autofree char *text = g_strdup_printf (policy_text, mode);
  return fixture_policy (text);
}

/* -- one slot, given futures -- */

/* So many of each, so many slots of S, and places enough for all of them. */
static OrientaRegister *
reg_of (OrientaPolicy *policy, guint n_care, guint n_others, guint slots)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out,
                          "{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':["
                          "{'id':'A','kind':'plai','territory':'T','places':9}],'services':[{'id':'S','territories':"
                          "['T'],'needs':['ase_leaver','addiction'],'slots':%u}],'households':[",
                          slots);
  for (guint i = 0; i < n_care + n_others; i++)
    g_string_append_printf (out, "%s{'id':'h%u','adults':1,'request_date':'2025-12-01','needs':['%s']}",
                            i > 0 ? "," : "", i + 1, i < n_care ? "ase_leaver" : "addiction");
  g_string_append (out, "]}");
  return fixture_register (out->str, policy);
}

/* In `often` of 10 futures somebody leaves care; the other is worth 60 and there now. */
static void
assert_littlewood (const char *mode, guint often)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = policy_of (mode);
  g_autoptr (OrientaRegister) today = reg_of (policy, 0, 1, 1);
  g_autoptr (OrientaRegister) some = reg_of (policy, 1, 0, 0), nobody = reg_of (policy, 0, 0, 0);
  OrientaRegister *futures[10];
  for (guint i = 0; i < 10; i++)
    futures[i] = i < often ? some : nobody;
  g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (today, policy, NULL, 10, futures, NULL, &error);
  ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (orienta_reserve_get_n_slots (reserve), 1);
  ck_assert_int_eq (orienta_reserve_get_slot_points (reserve, 0), often * 10000); /* p x 100 */
  ck_assert_int_eq (orienta_reserve_get_points (reserve, 0), 0);                  /* there are homes enough */
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_reserve_apply (reserve, options);
  g_autoptr (OrientaMatching) matching = village_match (policy, today, options);
  gboolean keeps = often * 100 > 60 * 10, required = g_str_equal (mode, "required");
  ck_assert_int_eq (orienta_matching_get_n_pairs (matching), !(keeps && required));
  if (keeps && required)
    ck_assert_int_eq (orienta_matching_get_reason (matching, 0), ORIENTA_REASON_MATCH_SLOT_RESERVED);
  else
    ck_assert_int_eq (orienta_matching_lacks_support (matching, 0), keeps);
}

START_TEST (test_littlewood)
{
  for (guint often = 0; often <= 10; often++) {
    if (orienta_has_highs ())
      assert_littlewood ("required", often);
    assert_littlewood ("preferred", often);
  }
}
END_TEST

/* Of two slots that are free the last is priced; of none the first that there would be. */
static void
assert_price (guint slots_today, guint slots_then, guint n_care, guint n_others, gint64 expected)
{
  static const char *const modes[] = { "required", "preferred" };
  for (guint i = orienta_has_highs () ? 0 : 1; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OrientaPolicy) policy = policy_of (modes[i]);
    g_autoptr (OrientaRegister) today = reg_of (policy, 0, 0, slots_today);
    g_autoptr (OrientaRegister) then = reg_of (policy, n_care, n_others, slots_then);
    OrientaRegister *const futures[] = { then };
    g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (today, policy, NULL, 1, futures, NULL, &error);
    ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
    ck_assert_msg (orienta_reserve_get_slot_points (reserve, 0) == expected, "%s: %" G_GINT64_FORMAT, modes[i],
                   orienta_reserve_get_slot_points (reserve, 0));
  }
}

START_TEST (test_last_slot)
{
  assert_price (2, 0, 1, 0, 0);
  assert_price (2, 0, 1, 1, 60000);
  assert_price (2, 0, 3, 1, 100000);
  assert_price (2, 1, 1, 1, 0);
  assert_price (0, 0, 1, 1, 100000);
  assert_price (0, 1, 1, 1, 60000);
  assert_price (0, 2, 1, 1, 0);
}
END_TEST

/* What it says; where support is ignored, nothing of slots. */
START_TEST (test_told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = policy_of ("preferred"), ignores = policy_of ("ignored");
  g_autoptr (OrientaRegister) today = reg_of (policy, 0, 0, 1), then = reg_of (policy, 1, 0, 0);
  g_autoptr (OrientaRegister) other = reg_of (ignores, 0, 0, 1);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  OrientaRegister *const futures[] = { then, then, today }, *const others[] = { other };
  g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (today, policy, NULL, 2, futures, NULL, &error);
  ck_assert_str_eq (orienta_reserve_get_service (reserve, 0), "S");
  ck_assert_ptr_null (orienta_reserve_get_slots (reserve, 0));
  ck_assert_int_eq (orienta_reserve_get_slot_points_low (reserve, 0, 0.95), 100000);
  ck_assert_int_eq (orienta_reserve_get_slot_points_high (reserve, 0, 0.95), 100000);
  g_autofree char *csv = orienta_reserve_to_csv (reserve);
  ck_assert_str_eq (csv, "unit,points,low,high,service,slots\r\nA,0,0,0,,\r\n,100,100,100,S,\r\n");
  orienta_match_options_set_support (options, ORIENTA_SUPPORT_USE_IGNORED);
  g_autoptr (OrientaReserve) told = orienta_reserve_estimate_from (today, policy, options, 2, futures, NULL, &error);
  g_autoptr (OrientaReserve) said = orienta_reserve_estimate_from (other, ignores, NULL, 1, others, NULL, &error);
  ck_assert_uint_eq (orienta_reserve_get_n_slots (told), 0);
  ck_assert_uint_eq (orienta_reserve_get_n_slots (said), 0);
}
END_TEST

START_TEST (test_lacking_service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = policy_of ("preferred");
  g_autoptr (OrientaRegister) today = reg_of (policy, 0, 0, 1);
  g_autoptr (OrientaRegister) other =
      fixture_register ("{'orienta':1,'as_of':'2026-01-01','territories':[{'id':'T'}],'units':[{'id':'A','kind':'plai',"
                        "'territory':'T','places':1}],'services':[{'id':'S','territories':['T'],'needs':['addiction'],"
                        "'slots':['hours:3']}],'households':[]}",
                        policy);
  OrientaRegister *const futures[] = { other };
  ck_assert_ptr_null (orienta_reserve_estimate_from (today, policy, NULL, 1, futures, NULL, &error));
  ck_assert_str_eq (error->message, "register of a future: service \"S\": no slots \"\", expected slots that it has; "
                                    "expected every service of today");
}
END_TEST

/* -- all matchings of small registers -- */

#define CASES 1000

/* A register of nobody with some of the places and slots; the future has the others. */
static void
split (Limited *today, Limited *then, const Limited *all, GRand *rand)
{
  *today = *then = *all;
  today->village.n_households = 0;
  for (guint unit = 0; unit < all->village.n_units; unit++) {
    today->village.places[unit] = (guint) g_rand_int_range (rand, 0, (gint) all->village.places[unit] + 1);
    then->village.places[unit] -= today->village.places[unit];
  }
  for (guint i = 0; i < all->n_services; i++) {
    today->services[i].slots = g_rand_int_range (rand, MIN (0, all->services[i].slots), all->services[i].slots + 1);
    today->services[i].hours = g_rand_int_range (rand, MIN (0, all->services[i].hours), all->services[i].hours + 1);
    then->services[i].slots -= MAX (today->services[i].slots, 0);
    then->services[i].hours -= MAX (today->services[i].hours, 0);
  }
  limited_write (today);
  limited_write (then);
}

/* The points of a best matching, with so many places more of a unit and so many slots more of a bound. */
static gint64
points_of (const Limited *all, gint unit, gint bound, gint by)
{
  Limited moved = *all;
  Trial trial;
  gint64 points = 0;
  if (bound >= 0)
    moved.bounds[bound].most += by;
  try_all (&trial, &moved, imposed_bounds (&moved), -1, unit, by);
  ck_assert (trial.found);
  for (guint i = 0; i < all->village.n_households; i++)
    points += trial.homes[i] < 0 ? 0 : all->village.points[i][trial.homes[i]];
  return points;
}

static gint64
price_of (const Limited *all, gint unit, gint bound, gboolean is_free)
{
  gint64 before = points_of (all, -1, -1, 0), after = points_of (all, unit, bound, is_free ? -1 : 1);
  gint64 price = is_free ? before - after : after - before;
  return MAX (price, 0);
}

static guint
bound_of (const Limited *all, const OrientaReserve *reserve, guint slot)
{
  gboolean hours = g_strcmp0 (orienta_reserve_get_slots (reserve, slot), "hours") == 0;
  for (guint i = 0; i < all->n_bounds; i++) {
    g_autofree char *id = g_strdup_printf ("S%u", all->bounds[i].number);
    if (all->bounds[i].kind == ORIENTA_LIMIT_SERVICE && (all->bounds[i].part == 1) == hours
        && g_str_equal (id, orienta_reserve_get_service (reserve, slot)))
      return i;
  }
  ck_abort_msg ("slot %u is not known", slot);
}

static gboolean
is_slot_free (const Limited *today, const Bound *bound)
{
  const LimitedService *service = &today->services[bound->number];
  return (bound->part == 1 ? service->hours : service->slots) > 0;
}

/* Returns how many slots are worth something. */
static guint
assert_required (Limited *all, const Limited *today, const OrientaReserve *reserve, OrientaPolicy *policy, guint32 seed)
{
  (void) policy;
  guint n = 0;
  for (guint unit = 0; unit < all->village.n_units; unit++) {
    gint64 expected = price_of (all, (gint) unit, -1, today->village.places[unit] > 0);
    ck_assert_msg (orienta_reserve_get_points (reserve, unit) == expected,
                   "seed %u, U%u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed, unit,
                   orienta_reserve_get_points (reserve, unit), expected);
  }
  for (guint slot = 0; slot < orienta_reserve_get_n_slots (reserve); slot++) {
    guint bound = bound_of (all, reserve, slot);
    gint64 expected = price_of (all, -1, (gint) bound, is_slot_free (today, &all->bounds[bound]));
    ck_assert_msg (orienta_reserve_get_slot_points (reserve, slot) == expected,
                   "seed %u, slot %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed, slot,
                   orienta_reserve_get_slot_points (reserve, slot), expected);
    n += expected > 0;
  }
  return n;
}

static void
random_case (Limited *all, Mode mode, GRand *rand)
{
  limited_random (all, rand);
  all->mode = mode;
  all->n_quotas = 0;
  ask_nothing (&all->ask);
  all->village.n_tiers = 0;
  for (guint i = 0; i < all->village.n_households; i++)
    all->village.occupies[i] = -1;
  for (guint i = 0; i < all->n_services; i++)
    all->services[i].slots_kept = all->services[i].hours_kept = 0;
  limited_list_bounds (all);
}

typedef guint (*AssertPrices) (Limited *all, const Limited *today, const OrientaReserve *reserve, OrientaPolicy *policy,
                               guint32 seed);

static void
run (Mode mode, AssertPrices assert_prices)
{
  guint n = 0;
  for (guint32 seed = 0; orienta_has_highs () && seed < CASES; seed++) {
    Limited all, today, then;
    g_autoptr (GError) error = NULL;
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    random_case (&all, mode, rand);
    split (&today, &then, &all, rand);
    g_autoptr (OrientaPolicy) policy = village_policy (&then.village);
    g_autoptr (OrientaRegister) reg = village_register (&today.village, policy);
    g_autoptr (OrientaRegister) future = village_register (&then.village, policy);
    OrientaRegister *const futures[] = { future };
    g_autoptr (OrientaReserve) reserve = orienta_reserve_estimate_from (reg, policy, NULL, 1, futures, NULL, &error);
    ck_assert_msg (reserve != NULL, "%s", error ? error->message : "");
    n += assert_prices (&all, &today, reserve, policy, seed);
    g_ptr_array_unref (today.texts);
    g_ptr_array_unref (then.texts);
  }
  ck_assert (!orienta_has_highs () || n > CASES / 20);
}

START_TEST (test_required_of_all)
{
  run (MODE_REQUIRED, assert_required);
}
END_TEST

/* The most points of those who have a service, in given homes. */
static gint64
most_supported (const Limited *all, const gint *homes, gint *services, guint i)
{
  gint64 most = 0;
  if (i == all->village.n_households) {
    for (guint bound = 0; bound < all->n_bounds; bound++)
      if (limited_amount (all, &all->bounds[bound], homes, services) > all->bounds[bound].most)
        return G_MININT64 / 2;
    return 0;
  }
  services[i] = -1;
  most = most_supported (all, homes, services, i + 1);
  for (guint service = 0; homes[i] >= 0 && service < all->n_services; service++) {
    if (!limited_calls (all, i, (guint) homes[i]) || !limited_helps (all, service, i, (guint) homes[i]))
      continue;
    services[i] = (gint) service;
    most = MAX (most, all->village.points[i][homes[i]] + most_supported (all, homes, services, i + 1));
  }
  services[i] = -1;
  return most;
}

/* Against the homes of the best matching, which slots do not change. */
static guint
assert_preferred (Limited *all, const Limited *today, const OrientaReserve *reserve, OrientaPolicy *policy,
                  guint32 seed)
{
  guint n = 0;
  gint homes[VILLAGE_HOUSEHOLDS], services[VILLAGE_HOUSEHOLDS];
  limited_write (all);
  g_autoptr (OrientaRegister) reg = village_register (&all->village, policy);
  g_autoptr (OrientaMatching) matching = village_match (policy, reg, NULL);
  best_read (&all->village, matching, homes);
  gint64 before = most_supported (all, homes, services, 0);
  for (guint slot = 0; slot < orienta_reserve_get_n_slots (reserve); slot++) {
    Bound *bound = &all->bounds[bound_of (all, reserve, slot)];
    gint by = is_slot_free (today, bound) ? -1 : 1;
    bound->most += by;
    gint64 expected = by * (most_supported (all, homes, services, 0) - before);
    bound->most -= by;
    ck_assert_msg (orienta_reserve_get_slot_points (reserve, slot) == expected,
                   "seed %u, slot %u: %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, seed, slot,
                   orienta_reserve_get_slot_points (reserve, slot), expected);
    n += expected > 0;
  }
  g_ptr_array_unref (all->texts);
  return n;
}

START_TEST (test_preferred_of_all)
{
  run (MODE_PREFERRED, assert_preferred);
}
END_TEST

TEST_MAIN ("reserve-price", test_littlewood, test_last_slot, test_told, test_lacking_service, test_required_of_all,
           test_preferred_of_all)
