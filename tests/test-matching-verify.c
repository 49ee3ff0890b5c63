/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "town.h"

#include "match/matching-private.h"

#include <string.h>

/* A matching is spoilt in one place; the verifier says which (town.h). */

typedef void (*Spoil) (OrientaMatching *matching);

typedef struct {
  OrientaMechanism mechanism;
  Spoil spoil;
  const char *message;
} Case;

static OrientaLimit *
limit_of (OrientaMatching *self, guint limit)
{
  return &g_array_index (self->limits, OrientaLimit, limit);
}

static void
spoil_unit (OrientaMatching *self)
{
  self->pairs[0].unit = TOWN_D;
}

static void
spoil_unit_to_own_place (OrientaMatching *self)
{
  self->pairs[1].unit = TOWN_B;
}

static void
spoil_points (OrientaMatching *self)
{
  self->pairs[0].points++;
}

static void
spoil_status_of_pair (OrientaMatching *self)
{
  self->pairs[0].status = ORIENTA_TO_VERIFY;
}

static void
spoil_choice (OrientaMatching *self)
{
  self->pairs[0].in_choice = FALSE;
}

static void
spoil_left (OrientaMatching *self)
{
  self->pairs[0].left = TOWN_B;
}

static void
spoil_household (OrientaMatching *self)
{
  self->pairs[1] = self->pairs[0];
}

static void
spoil_order (OrientaMatching *self)
{
  OrientaMatched first = self->pairs[0];
  self->pairs[0] = self->pairs[1];
  self->pairs[1] = first;
}

static void
spoil_places (OrientaMatching *self)
{
  self->pairs[0].unit = TOWN_A;
  self->pairs[0].points = 13000;
}

static void
spoil_total (OrientaMatching *self)
{
  self->total++;
}

/* h3 is taken out of the matching, and of its sum. */
static void
spoil_one_less (OrientaMatching *self)
{
  self->n_pairs--;
  self->pair_of[2] = -1;
  self->total -= 5000;
}

static void
spoil_one_less_counted (OrientaMatching *self)
{
  spoil_one_less (self);
  limit_of (self, 0)->amount--;
}

/* All sums are right: only the prices tell that it is not the best. */
static void
spoil_one_less_in_every_sum (OrientaMatching *self)
{
  static const gint64 less[] = { 0, 5000, 1, 1, 1 };
  spoil_one_less_counted (self);
  for (guint level = 0; level < G_N_ELEMENTS (less); level++)
    self->totals[level] -= less[level];
}

static void
spoil_service (OrientaMatching *self)
{
  self->pairs[0].service = -1;
}

static void
spoil_service_said (OrientaMatching *self)
{
  self->pairs[0].service = -1;
  self->pairs[0].lacks_support = TRUE;
}

static void
spoil_lack (OrientaMatching *self)
{
  self->pairs[0].lacks_support = TRUE;
}

static void
spoil_lack_of_another (OrientaMatching *self)
{
  self->pairs[2].lacks_support = TRUE;
}

static void
spoil_service_of_other_needs (OrientaMatching *self)
{
  self->pairs[0].service = 0;
}

static void
spoil_service_uncalled (OrientaMatching *self)
{
  self->pairs[2].service = 0;
  limit_of (self, 1)->amount++;
}

static void
spoil_limit (OrientaMatching *self)
{
  limit_of (self, 0)->amount++;
}

static void
spoil_slots (OrientaMatching *self)
{
  limit_of (self, 2)->amount--;
}

static void
spoil_level (OrientaMatching *self)
{
  self->totals[1]++;
}

static void
spoil_status (OrientaMatching *self)
{
  self->status = ORIENTA_MATCH_INFEASIBLE;
}

/* Holders of today: h4 takes A in place of h1. */
static void
spoil_holder (OrientaMatching *self)
{
  self->pairs[0] = self->pairs[1];
  self->pairs[1].household = 3;
  self->pairs[1].unit = TOWN_A;
  self->pairs[1].points = 9000;
  self->pairs[1].in_choice = TRUE;
  self->pair_of[0] = -1;
  self->pair_of[2] = 0;
  self->pair_of[3] = 1;
  self->total -= 4000;
  limit_of (self, 2)->amount--;
}

/* Nobody has A. */
static void
spoil_empty (OrientaMatching *self)
{
  self->pairs[0] = self->pairs[1];
  self->n_pairs = 1;
  self->pair_of[0] = -1;
  self->pair_of[2] = 0;
  self->total -= 13000;
  limit_of (self, 2)->amount--;
  limit_of (self, 0)->amount--;
}

static const Case cases[] = {
  { ORIENTA_MECHANISM_OPTIMAL, spoil_unit, "household \"h1\", unit \"D\": not open to it, expected a pair that is" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_unit_to_own_place,
    "household \"h2\", unit \"B\": not open to it, expected a pair that is" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_points, "household \"h1\", unit \"C\": 4001 thousandths, expected 4000" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_status_of_pair,
    "household \"h1\", unit \"C\": status, choice or place that it leaves, expected those of the register" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_choice,
    "household \"h1\", unit \"C\": status, choice or place that it leaves, expected those of the register" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_left,
    "household \"h1\", unit \"C\": status, choice or place that it leaves, expected those of the register" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_household, "household \"h1\": twice, expected one home at most" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_order, "household \"h1\": twice, expected one home at most" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_places, "unit \"A\": 1 households more than places" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_total, "total 21001, expected 21000" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_one_less, "limit \"few\" (max_count): 1, expected what the matching says" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_one_less_counted, "level 1: 21000, expected 16000" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_service, "household \"h1\": no service and not said so, expected one" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_service_said, "limit \"S\" (slots): 0, expected what the matching says" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_lack,
    "household \"h1\": said to lack support, expected a service or none called for" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_lack_of_another,
    "household \"h3\": said to lack support, expected a service or none called for" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_service_of_other_needs,
    "household \"h1\": service \"R\" does not do, expected one that covers its needs there" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_service_uncalled,
    "household \"h3\": service \"R\" does not do, expected none: it calls for no support there" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_limit, "limit \"few\" (max_count): 2, expected what the matching says" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_slots, "limit \"S\" (slots): 1, expected what the matching says" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_level, "level 1: 21001, expected 21000" },
  { ORIENTA_MECHANISM_OPTIMAL, spoil_status, "3 households housed, expected none" },
  { ORIENTA_MECHANISM_SEQUENTIAL, spoil_total, "total 19001, expected 19000" },
  { ORIENTA_MECHANISM_SEQUENTIAL, spoil_limit, "limit \"few\" (max_count): 1, expected what the matching says" },
  { ORIENTA_MECHANISM_SEQUENTIAL, spoil_service, "household \"h1\": no service and not said so, expected one" },
  { ORIENTA_MECHANISM_STABLE, spoil_holder,
    "household \"h1\": prefers unit \"A\" and comes before who has it, expected nobody passed over" },
  { ORIENTA_MECHANISM_STABLE, spoil_empty,
    "household \"h1\": prefers unit \"A\" and comes before who has it, expected nobody passed over" },
};

START_TEST (test_spoilt)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Town town;
    g_autoptr (GError) error = NULL;
    town_open (&town);
    g_autoptr (OrientaMatching) matching = town_match (&town, cases[i].mechanism);
    cases[i].spoil (matching);
    ck_assert_msg (!orienta_matching_verify (matching, town.policy, town.reg, &error), "case %u", i);
    ck_assert_str_eq (error->message, cases[i].message);
    ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
    town_close (&town);
  }
}
END_TEST

/* -- the proof -- */

/* Each price of each level, one more and one less: either the proof does not hold, or it is another proof of the same
 * matching, which the sum of prices and slacks tells. */
START_TEST (test_proof)
{
  Town town;
  town_open (&town);
  g_autoptr (OrientaMatching) best = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaMatching) worse = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (GError) error = NULL;
  spoil_one_less_in_every_sum (worse);
  ck_assert (!orienta_matching_verify (worse, town.policy, town.reg, &error));
  guint caught = 0, points = 1; /* the level */
  for (guint unit = 0; unit <= TOWN_C; unit++)
    for (gint64 by = -20000; by <= 20000; by += 40000) {
      best->prices[points * 4 + unit] += by;
      caught += !orienta_matching_verify (best, town.policy, town.reg, NULL);
      best->prices[points * 4 + unit] -= by;
    }
  ck_assert_uint_eq (caught, 6);
  ck_assert (orienta_matching_verify (best, town.policy, town.reg, NULL));
  town_close (&town);
}
END_TEST

/* A pair to keep that is not made. */
START_TEST (test_kept)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  orienta_match_options_keep (town.options, "h3", "B");
  orienta_match_options_keep (town.options, "h2", "A");
  g_autoptr (OrientaMatching) matching = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  assert_homes (matching, "h1C h2A h3B");
  spoil_one_less_counted (matching);
  ck_assert (!orienta_matching_verify (matching, town.policy, town.reg, &error));
  ck_assert_str_eq (error->message, "household \"h3\": no home, expected one");
  town_close (&town);
}
END_TEST

START_TEST (test_sources)
{
  Town town;
  g_autoptr (GError) error = NULL;
  town_open (&town);
  g_autoptr (OrientaMatching) matching = town_match (&town, ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaPolicy) policy = fixture_policy ("{'orienta':1,'id':'other','version':'1'}");
  g_autoptr (OrientaRegister) reg =
      fixture_register ("{'orienta':1,'as_of':'2026-01-01','households':[],'units':[]}", town.policy);
  g_autofree char *of_policy =
      g_strdup_printf ("policy of SHA-256 \"%s\", expected the one that was matched under, %s",
                       orienta_policy_get_sha256 (policy), orienta_policy_get_sha256 (town.policy));
  g_autofree char *of_register =
      g_strdup_printf ("register of SHA-256 \"%s\", expected the one that was matched, %s",
                       orienta_register_get_sha256 (reg), orienta_register_get_sha256 (town.reg));
  ck_assert (!orienta_matching_verify (matching, policy, town.reg, &error));
  ck_assert_str_eq (error->message, of_policy);
  g_clear_error (&error);
  ck_assert (!orienta_matching_verify (matching, town.policy, reg, &error));
  ck_assert_str_eq (error->message, of_register);
  town_close (&town);
}
END_TEST

TEST_MAIN ("matching-verify", test_spoilt, test_proof, test_kept, test_sources)
