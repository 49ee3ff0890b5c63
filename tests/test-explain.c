/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "answers.h"

#include "base/number-private.h"

static char *
explain (const char *household, const char *unit, OrientaLanguage language, OrientaAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  char *text = orienta_policy_explain (policy, reg, household, unit, language, audience, &error);
  ck_assert_msg (text != NULL, "%s", error ? error->message : "");
  return text;
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  for (const char *p = text; *parts; parts++) {
    p = strstr (p, *parts);
    ck_assert_msg (p != NULL, "no “%s” where it should be in:\n%s", *parts, text);
  }
}

/* CRPA R.311-3-1-2 has four headings; L.311-3-1 asks for the purpose and the right to obtain them. */
START_TEST (the_four_headings)
{
  static const char *const french[] = { "finalité",
                                        "le droit d'obtenir",
                                        "L.311-3-1",
                                        "R.311-3-1-2",
                                        "1. Degré et mode de contribution",
                                        "Il ne décide pas",
                                        "2. Données traitées et leurs sources",
                                        "3. Paramètres",
                                        "pondération",
                                        "4. Opérations effectuées",
                                        "points au total",
                                        NULL };
  static const char *const english[] = { "purpose",
                                         "right to obtain",
                                         "1. Degree and mode of contribution",
                                         "2. Data processed and their sources",
                                         "3. Parameters",
                                         "weights",
                                         "4. Operations carried out",
                                         "points in all",
                                         NULL };
  g_autofree char *text = explain ("held", "U1", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  g_autoptr (GString) flat = g_string_new (text);
  g_string_replace (flat, "\n", " ", 0);
  assert_in_order (flat->str, french);
  g_autofree char *other = explain ("held", "U1", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  g_autoptr (GString) flat_english = g_string_new (other);
  g_string_replace (flat_english, "\n", " ", 0);
  assert_in_order (flat_english->str, english);
}
END_TEST

/* What the person reads of the answers worked out in test-score-json.c. */
START_TEST (every_rule_and_every_addition)
{
  static const char *const parts[] = { "reference tax income: €9,000",
                                       "[yes] Ceiling.",
                                       "reference tax income: €9,000 (≤ €10,000).",
                                       "Source: law A.",
                                       "DALO: 50 points. Points counted.",
                                       "Source: s4.",
                                       "       +17  On the street",
                                       "        +6  Waiting",
                                       "        +8  Frail health",
                                       "       +50  DALO",
                                       "    +2.125  Chosen",
                                       "   −13.125  Total",
                                       "      = 70  points in all",
                                       NULL };
  static const char *const anywhere[] = { "Waiting: 0.5 point for each 1 month, at most 24.", "         0  Alone",
                                          "The total is capped at 70 points.", NULL };
  g_autofree char *text = explain ("held", "U1", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  for (guint i = 0; parts[i]; i++)
    assert_has (text, parts[i]);
  for (guint i = 0; anywhere[i]; i++)
    assert_has (text, anywhere[i]);
}
END_TEST

START_TEST (why_not)
{
  g_autofree char *text = explain ("rich", "U1", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  assert_has (text, "Answer for this home: not eligible");
  assert_has (text, "[no] Ceiling.");
  assert_has (text, "What would meet it: reference tax income: €12,500.50; at most €10,000");
  g_autofree char *verify = explain ("rich", "U3", ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  assert_has (verify, "Answer for this home: to be verified");
  assert_has (verify, "[to be verified] Lone person.");
  g_autofree char *own_no = explain ("nowhere", "U3", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON);
  assert_has (own_no, "[non] Le ménage ne souhaite pas ce type de logement : pension de famille.");
}
END_TEST

/* Nobody's homes are named; they are counted: `nowhere` is shut out by income, by need and by its own wish. */
START_TEST (without_a_unit)
{
  g_autofree char *text = explain ("nowhere", NULL, ORIENTA_ENGLISH, ORIENTA_AUDIENCE_PERSON);
  assert_has (text, "Homes of the register: open 0, to be verified 0, not open 3.");
  assert_has (text, "Ceiling — homes closed: 1, by this alone: 1.");
  assert_lacks (text, "Conditions of access");
}
END_TEST

START_TEST (a_third_party_reads_nothing_special)
{
  static const char *const hidden[] = { "DALO",  "dalo", "health", "Frail",  "addiction", "Psychic", "psychic",
                                        "Alone", "Need", "70",     "in all", "law B",     NULL };
  for (guint unit = 0; unit < 3; unit++) {
    const char *const units[] = { "U1", "U2", "U3" };
    g_autofree char *text = explain ("held", units[unit], ORIENTA_ENGLISH, ORIENTA_AUDIENCE_THIRD_PARTY);
    for (guint i = 0; hidden[i]; i++)
      assert_lacks (text, hidden[i]);
    ck_assert_uint_eq (count_of (text, "only the coordinator holds them"), 1);
    assert_has (text, "On the street: 17 points.");
  }
}
END_TEST

START_TEST (a_refusal_only_for_a_special_reason)
{
  g_autofree char *text = explain ("plain", "U2", ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
  assert_has (text, "Réponse : non proposé.\n   - Le coordinateur en détient le motif.\n");
  g_autofree char *told = explain ("rich", "U1", ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
  assert_has (told, "Réponse : non proposé.\n   - [non] Condition non remplie : Plafond.\n");
  ck_assert_uint_eq (count_of (told, "seul le coordinateur en dispose"), 1);
}
END_TEST

/* Two households that differ only in what is special read alike. */
START_TEST (a_third_party_sees_no_difference)
{
  const char *const units[] = { "U1", "U2", "U3", NULL };
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *plain = explain ("plain", units[i], ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
    g_autofree char *held = explain ("held", units[i], ORIENTA_FRENCH, ORIENTA_AUDIENCE_THIRD_PARTY);
    g_autoptr (GString) renamed = g_string_new (held);
    g_string_replace (renamed, "Ménage held", "Ménage plain", 0);
    ck_assert_str_eq (renamed->str, plain);
  }
}
END_TEST

/* The points that a line of the sum begins with, in its first ten columns; FALSE for a line without. */
static gboolean
points_of (const char *line, gint64 *points)
{
  if (g_utf8_strlen (line, -1) < 12)
    return FALSE;
  g_autofree char *column = g_utf8_substring (line, 0, 10);
  g_auto (GStrv) minus = g_strsplit (column, "−", -1);
  g_autofree char *number = g_strjoinv ("-", minus);
  g_strstrip (number);
  const char *digits = g_str_has_prefix (number, "= ") ? number + 2 : number;
  return orienta_number_parse (digits, strlen (digits), 3, points);
}

/* Read back, the additions of the last heading come to what stands below them. */
static void
assert_adds_up (const char *text, gint64 total)
{
  g_auto (GStrv) lines = g_strsplit (strstr (text, "\n4. "), "\n", -1);
  gint64 sum = 0, value = 0;
  guint i = 0;
  for (; lines[i] && !strstr (lines[i], "points in all"); i++)
    if (points_of (lines[i], &value))
      sum += value;
  ck_assert_ptr_nonnull (lines[i]);
  ck_assert (points_of (lines[i], &value));
  ck_assert_int_eq (value, total);
  ck_assert_int_eq (sum, total);
}

/* On the example data: no line over 80 columns, and the sum as printed. */
START_TEST (the_example)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *policy_path = fixture_path ("examples/policies/logement-dabord.json");
  g_autofree char *data = fixture_path ("examples/data/artois");
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (policy_path, &error);
  ck_assert_msg (policy != NULL, "%s", error ? error->message : "");
  g_autoptr (OrientaRegister) reg = orienta_register_load (data, policy, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  for (guint i = 0; i < orienta_register_get_n_households (reg); i += 37) {
    const char *household = orienta_register_get_household_id (reg, i);
    const char *unit = orienta_register_get_unit_id (reg, i % orienta_register_get_n_units (reg));
    g_autoptr (OrientaScore) score = orienta_policy_score (policy, reg, household, unit, NULL);
    for (guint language = 0; language < 2; language++) {
      g_autofree char *text =
          orienta_policy_explain (policy, reg, household, unit, language, ORIENTA_AUDIENCE_PERSON, NULL);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      ck_assert (g_utf8_validate (text, -1, NULL));
      for (guint j = 0; lines[j]; j++)
        ck_assert_msg (g_utf8_strlen (lines[j], -1) <= 80, "%s", lines[j]);
      if (language == ORIENTA_ENGLISH)
        assert_adds_up (text, orienta_score_get_points (score));
    }
  }
}
END_TEST

START_TEST (unknown_ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (answers_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (answers_register, policy);
  ck_assert_ptr_null (
      orienta_policy_explain (policy, reg, "plaine", "U1", ORIENTA_FRENCH, ORIENTA_AUDIENCE_PERSON, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_NOT_FOUND));
  assert_has (error->message, "plaine");
}
END_TEST

TEST_MAIN ("explain", the_four_headings, every_rule_and_every_addition, why_not, without_a_unit,
           a_third_party_reads_nothing_special, a_refusal_only_for_a_special_reason, a_third_party_sees_no_difference,
           the_example, unknown_ids)
