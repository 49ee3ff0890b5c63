/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "matching-answers.h"

static char *
explain (OrientaMechanism mechanism, const char *household, OrientaLanguage language, OrientaAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaMatching) matching = matching_of (mechanism);
  g_autofree char *text = orienta_matching_explain (matching, household, language, audience, &error);
  ck_assert_msg (text != NULL, "%s", error ? error->message : "");
  return flat (text);
}

/* On B the next is `hh-third` with 2.5; on A the last place went to `hh-second` with 19.5. */
START_TEST (with_a_home)
{
  g_autofree char *text = explain (ORIENTA_MECHANISM_OPTIMAL, "hh-first", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  assert_has (text, "B pension de famille, south");
  assert_has (text, "67\u00a0points, eligible. It is outside the stated choice");
  assert_has (text, "the next has 64.5\u00a0points less.");
  assert_has (
      text,
      "A (PLAI, north), 69.5\u00a0points: the last place there went to 19.5\u00a0points; these points would have been "
      "enough");
  assert_has (text, "The place is free: nobody has to leave first.");
  assert_has (text, "= 67 points in all");
}
END_TEST

START_TEST (without_a_home)
{
  g_autofree char *text = explain (ORIENTA_MECHANISM_OPTIMAL, "hh-third", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  assert_has (text, "Les places sont revenues à d'autres ; au plus près (B), il manque 14,5\u00a0points.");
  assert_has (text, "Points du ménage pour ce logement : 2,5\u00a0points.");
  assert_has (
      text,
      "B (pension de famille, south), 2,5\u00a0points : la dernière place y est allée à 67\u00a0points, il en manque "
      "64,5\u00a0points.");
  assert_has (text, "Avec plus de 14,5\u00a0points en plus pour B, tout le reste étant égal, le ménage serait logé.");
  assert_has (text, "Une place de plus dans B permettrait de loger un ménage de plus.");
}
END_TEST

/* A is worth 80 points when kept: `hh-second` has 19.5 there. */
START_TEST (a_place_kept_for_later)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaMatching) matching = matching_with_reserve ("A", 80000);
  g_autofree char *text =
      orienta_matching_explain (matching, "hh-second", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON, &error);
  g_autofree char *line = flat (text);
  assert_has (line, "Le ménage peut avoir ce logement (A), mais la place est gardée pour des demandes probables qui en "
                    "auraient plus besoin ; il manque 60,5\u00a0points.");
  assert_has (line, "À partir de 60,5\u00a0points en plus, la place de A ne serait plus gardée.");
  g_autofree char *english =
      orienta_matching_explain (matching, "hh-second", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON, &error);
  g_autofree char *one = flat (english);
  assert_has (one, "The household may have this home (A), but the place is kept");
  assert_has (one, "From 60.5\u00a0points more on, the place in A would no longer be kept.");
}
END_TEST

START_TEST (what_comes_first)
{
  const struct {
    const char *text, *household, *sentence;
  } cases[] = {
    { chain_register, "hh-mover", "The place is free: nobody has to leave first." },
    { chain_register, "hh-second", "1 move has to come first, which leaves the place free." },
    { exchange_register, "hh-b", "Households exchange their homes: all move on one day." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrientaMatching) matching = matching_in (cases[i].text, ORIENTA_MECHANISM_OPTIMAL);
    g_autofree char *text =
        orienta_matching_explain (matching, cases[i].household, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON, NULL);
    g_autofree char *line = flat (text);
    assert_has (line, cases[i].sentence);
  }
}
END_TEST

/* CRPA L.311-3-1 and R.311-3-1-2, whatever the answer. */
START_TEST (purpose_and_rights)
{
  const char *const households[] = { "hh-first", "hh-second", "hh-third", "hh-fourth" };
  for (guint i = 0; i < G_N_ELEMENTS (households); i++) {
    g_autofree char *text = explain (ORIENTA_MECHANISM_OPTIMAL, households[i], ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
    assert_has (text, "finalité");
    assert_has (text, "L.311-3-1");
    assert_has (text, "4. Opérations effectuées");
  }
}
END_TEST

/* A person reads points of others, and nothing else of them. */
START_TEST (nobody_else_is_named)
{
  const char *const households[] = { "hh-first", "hh-second", "hh-third", "hh-fourth" };
  for (guint i = 0; i < G_N_ELEMENTS (households); i++)
    for (guint mechanism = 0; mechanism <= ORIENTA_MECHANISM_STABLE; mechanism++)
      for (guint audience = 0; audience < 2; audience++) {
        g_autofree char *text = explain (mechanism, households[i], ORIENTA_ENGLISH, audience);
        for (guint j = 0; j < G_N_ELEMENTS (households); j++)
          if (j != i)
            assert_lacks (text, households[j]);
      }
}
END_TEST

START_TEST (for_a_third_party)
{
  g_autofree char *housed =
      explain (ORIENTA_MECHANISM_OPTIMAL, "hh-first", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
  g_autofree char *other =
      explain (ORIENTA_MECHANISM_OPTIMAL, "hh-fourth", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
  assert_has (housed, "Home B: pension de famille, south.");
  assert_has (housed, "Answer: proposed.");
  assert_has (other, "Answer: no home proposed.");
  assert_lacks (other, "Home A");
  assert_lacks (housed, "points");
  assert_lacks (housed, "DALO");
  assert_lacks (other, "points");
}
END_TEST

START_TEST (an_unknown_household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaMatching) matching = matching_of (ORIENTA_MECHANISM_OPTIMAL);
  ck_assert_ptr_null (orienta_matching_explain (matching, "hh", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
}
END_TEST

TEST_MAIN ("matching-explain", with_a_home, without_a_home, a_place_kept_for_later, what_comes_first,
           purpose_and_rights, nobody_else_is_named, for_a_third_party, an_unknown_household)
