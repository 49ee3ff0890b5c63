/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "best.h"

/* Housing First as it shows in a matching (HF1, HF2, HF5, HF6, HF9), on random registers. */

#define CASES 400

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
} Place;

static void
place_open (Place *self, const Village *village)
{
  self->policy = village_policy (village);
  self->reg = village_register (village, self->policy);
}

static void
place_close (Place *self)
{
  orienta_policy_unref (self->policy);
  orienta_register_unref (self->reg);
}

/* -- HF1: a need opens, and never closes -- */

static OrientaStatus
status_of (const Place *self, guint household, guint unit)
{
  g_autofree char *id = g_strdup_printf ("H%u", household), *home = g_strdup_printf ("U%u", unit);
  g_autoptr (OrientaVerdict) verdict = orienta_policy_judge (self->policy, self->reg, id, home, NULL);
  return orienta_verdict_get_status (verdict);
}

static void
assert_need_helps (Village *village, const char *need, GRand *rand)
{
  guint household = (guint) g_rand_int_range (rand, 0, (gint) village->n_households);
  Place before, after;
  place_open (&before, village);
  village->more[household] = need;
  place_open (&after, village);
  g_autoptr (OrientaMatching) without = village_match (before.policy, before.reg, NULL);
  g_autoptr (OrientaMatching) with = village_match (after.policy, after.reg, NULL);
  for (guint unit = 0; unit < village->n_units; unit++)
    ck_assert_int_eq (status_of (&after, household, unit), status_of (&before, household, unit));
  ck_assert_int_ge (orienta_matching_get_total (with), orienta_matching_get_total (without));
  place_close (&before);
  place_close (&after);
}

START_TEST (test_hf1_need)
{
  static const char *const needs[] = { "'needs':['addiction:high']", "'needs':['psychic','health:high']",
                                       "'needs':['violence:high','street_margins:low']" };
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    village_random (&village, rand);
    village.n_tiers = 0; /* in tiers more points of one may be fewer of another, as in points below 0 */
    for (guint i = 0; i < village.n_households; i++)
      for (guint unit = 0; unit < village.n_units; unit++)
        if (village.points[i][unit] != VILLAGE_CLOSED)
          village.points[i][unit] = ABS (village.points[i][unit]);
    village.criteria = ",{'id':'ill','when':{'household.needs':{'has_any':['health','addiction','violence']}},"
                       "'points':1.5,'source':'s'}";
    village.services = seed % 2 ? "{'id':'S','territories':['T0','T1'],'needs':['addiction','psychic'],'slots':1}" : "";
    assert_need_helps (&village, needs[seed % 3], rand);
  }
}
END_TEST

/* -- HF2: who declines support is housed as who accepts it -- */

/* One service that does for everybody. */
static const char enough[] = "{'id':'S','territories':['T0','T1','T2'],'needs':['addiction','psychic'],'slots':99}";

static void
homes_with (const Village *village, OrientaMechanism mechanism, OrientaSupportUse use, gint *homes)
{
  Place place;
  place_open (&place, village);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_mechanism (options, mechanism);
  orienta_match_options_set_support (options, use);
  g_autoptr (OrientaMatching) matching = village_match (place.policy, place.reg, options);
  best_read (village, matching, homes);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++) {
    guint household = orienta_matching_get_household (matching, pair);
    gboolean declines = strstr (village->more[household], "none") != NULL;
    ck_assert (!declines || orienta_matching_get_service (matching, pair) < 0);
    ck_assert (!declines || !orienta_matching_lacks_support (matching, pair));
  }
  place_close (&place);
}

static void
assert_declining_changes_nothing (Village *village, OrientaMechanism mechanism, GRand *rand)
{
  static const OrientaSupportUse uses[] = { ORIENTA_SUPPORT_USE_PREFERRED, ORIENTA_SUPPORT_USE_REQUIRED,
                                            ORIENTA_SUPPORT_USE_IGNORED };
  gint accepted[VILLAGE_HOUSEHOLDS], homes[VILLAGE_HOUSEHOLDS];
  village->services = enough;
  for (guint i = 0; i < village->n_households; i++)
    village->more[i] = "'needs':['addiction:high'],'support_accepted':'high'";
  homes_with (village, mechanism, ORIENTA_SUPPORT_USE_PREFERRED, accepted);
  for (guint i = 0; i < village->n_households; i++)
    if (g_rand_boolean (rand))
      village->more[i] = "'needs':['addiction:high'],'support_accepted':'none'";
  for (guint use = 0; use < G_N_ELEMENTS (uses); use++) {
    homes_with (village, mechanism, uses[use], homes);
    ck_assert_mem_eq (homes, accepted, village->n_households * sizeof *homes);
  }
  village->services = ""; /* none at all: nobody who declines is bound by it */
  for (guint i = 0; i < village->n_households; i++)
    village->more[i] = "'needs':['addiction:high'],'support_accepted':'none'";
  homes_with (village, mechanism, ORIENTA_SUPPORT_USE_REQUIRED, homes);
  ck_assert_mem_eq (homes, accepted, village->n_households * sizeof *homes);
}

START_TEST (test_hf2_support)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Village village;
    village_random (&village, rand);
    assert_declining_changes_nothing (&village, (OrientaMechanism) (seed % 3), rand);
  }
}
END_TEST

/* -- HF5: what somebody refused as a choice changes nothing, for that home or any other -- */

START_TEST (test_hf5_refusal)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    gint before[VILLAGE_HOUSEHOLDS], after[VILLAGE_HOUSEHOLDS];
    Village village;
    village_random (&village, rand);
    for (guint i = 0; i < village.n_households; i++)
      village.more[i] = "'needs':[]";
    homes_with (&village, (OrientaMechanism) (seed % 3), ORIENTA_SUPPORT_USE_POLICY, before);
    village.services = "],'offers':[" /* a further list of the document */
                       "{'household_id':'H0','unit_id':'U0','date':'2026-03-01','outcome':'refused_by_household',"
                       "'reason':'area'},"
                       "{'household_id':'H0','unit_id':'U0','date':'2026-04-01','outcome':'refused_by_household',"
                       "'reason':'safety'}";
    homes_with (&village, (OrientaMechanism) (seed % 3), ORIENTA_SUPPORT_USE_POLICY, after);
    ck_assert_mem_eq (before, after, village.n_households * sizeof *before);
  }
}
END_TEST

/* -- HF6 and HF9: at equal points inside the choice, then a durable home -- */

/* One household, two homes of the same points; the better one stands second. */
static void
assert_takes_second (const Village *village, OrientaMechanism mechanism)
{
  gint homes[VILLAGE_HOUSEHOLDS];
  Place place;
  place_open (&place, village);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_mechanism (options, mechanism);
  g_autoptr (OrientaMatching) matching = village_match (place.policy, place.reg, options);
  best_read (village, matching, homes);
  ck_assert_int_eq (homes[0], 1);
  ck_assert (orienta_matching_is_in_choice (matching, 0));
  place_close (&place);
}

static const Village two_homes = {
  .n_households = 1,
  .n_units = 2,
  .wants = { 1 },
  .avoids = { -1 },
  .occupies = { -1 },
  .day = { 1 },
  .territory = { 0, 1 },
  .places = { 1, 1 },
  .durable = { TRUE, FALSE },
  .points = { { 3000, 3000 } },
};

START_TEST (test_hf6_choice)
{
  assert_takes_second (&two_homes, ORIENTA_MECHANISM_OPTIMAL); /* though the other one is durable */
  assert_takes_second (&two_homes, ORIENTA_MECHANISM_STABLE);
}
END_TEST

START_TEST (test_hf9_durable)
{
  Village village = two_homes;
  village.territory[0] = 1;
  village.durable[0] = FALSE;
  village.durable[1] = TRUE;
  assert_takes_second (&village, ORIENTA_MECHANISM_OPTIMAL);
  assert_takes_second (&village, ORIENTA_MECHANISM_STABLE);
}
END_TEST

/* A home outside the choice is said to be. */
START_TEST (test_hf6_flag)
{
  for (guint32 seed = 0; seed < CASES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
    Village village;
    Place place;
    village_random (&village, rand);
    place_open (&place, &village);
    orienta_match_options_set_mechanism (options, (OrientaMechanism) (seed % 3));
    g_autoptr (OrientaMatching) matching = village_match (place.policy, place.reg, options);
    for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++) {
      guint household = orienta_matching_get_household (matching, pair);
      guint unit = orienta_matching_get_unit (matching, pair);
      ck_assert_int_eq (orienta_matching_is_in_choice (matching, pair), village_in_choice (&village, household, unit));
      ck_assert_int_eq (orienta_matching_get_pair_status (matching, pair), village_status (&village, household, unit));
    }
    place_close (&place);
  }
}
END_TEST

TEST_MAIN ("matching-invariants", test_hf1_need, test_hf2_support, test_hf5_refusal, test_hf6_choice, test_hf9_durable,
           test_hf6_flag)
