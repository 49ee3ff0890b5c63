/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario.h"

#include "model/vocabulary-private.h"

START_TEST (test_head)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  g_autofree char *start = orienta_scenario_get_start (scenario);
  ck_assert_str_eq (orienta_scenario_get_id (scenario), "small");
  ck_assert_str_eq (orienta_scenario_get_version (scenario), "1");
  ck_assert_str_eq (orienta_scenario_get_title (scenario, ORIENTA_FRENCH), "Petit");
  ck_assert_str_eq (start, "2026-01-01");
  ck_assert_uint_eq (orienta_scenario_get_n_days (scenario), 1825);
  ck_assert_uint_eq (scenario->warm_up, 365);
}
END_TEST

START_TEST (test_figures)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  ck_assert_uint_eq (orienta_scenario_get_n_figures (scenario), 3);
  ck_assert_str_eq (orienta_scenario_get_figure_name (scenario, 0), "turnover");
  ck_assert (orienta_scenario_get_figure_value (scenario, 0) == 0.08);
  ck_assert (orienta_scenario_get_figure_low (scenario, 0) == 0.08); /* nobody says otherwise */
  ck_assert_str_eq (orienta_scenario_get_figure_source (scenario, 0), "a report");
  ck_assert (!orienta_scenario_figure_is_assumed (scenario, 0));
  ck_assert (orienta_scenario_get_figure_low (scenario, 2) == 0.15);
  ck_assert (orienta_scenario_get_figure_high (scenario, 2) == 0.45);
  ck_assert_str_eq (orienta_scenario_get_figure_source (scenario, 2), "nobody counts");
  ck_assert (orienta_scenario_figure_is_assumed (scenario, 2));
}
END_TEST

/* Units in order of their ids: PDF, U1, U2. Templates are not among the households. */
START_TEST (test_register)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  OrientaRegister *reg = orienta_scenario_get_register (scenario);
  ck_assert_uint_eq (reg->n_households, 1);
  ck_assert_str_eq (reg->households[0].id, "H1");
  ck_assert_int_eq (orienta_register_find_household (reg, "~00000001"), -1);
  ck_assert_uint_eq (reg->n_units, 3);
  ck_assert_int_eq (reg->units[0].places, 0); /* not delivered yet */
  ck_assert_int_eq (reg->units[1].places, 100);
  ck_assert_int_eq (reg->units[2].places, 30); /* a figure */
  ck_assert_int_eq (reg->slots[0].amount, 30);
  ck_assert_int_eq (scenario->unit_stock[0], 1); /* in Lens, and no plai */
  ck_assert_int_eq (scenario->unit_stock[1], 0);
  ck_assert_int_eq (scenario->unit_stock[2], -1);
  for (guint i = 0; i < 3; i++)
    ck_assert_int_eq (scenario->unit_free[i], -1);
}
END_TEST

START_TEST (test_homes)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  const OrientaStock *first = SCENARIO_LINE (scenario->stock, OrientaStock, 0);
  const OrientaStock *second = SCENARIO_LINE (scenario->stock, OrientaStock, 1);
  ck_assert_int_eq (first->stay.kind, ORIENTA_SPREAD_EXPONENTIAL);
  ck_assert (first->stay.a == 365.25 / 0.08);
  ck_assert (first->occupied == 0.97 && first->ready_days == 15);
  ck_assert_int_eq (second->stay.kind, ORIENTA_SPREAD_NEVER);
  ck_assert (second->occupied == 1 && second->ready_days == 0);
  const OrientaDelivery *deliveries = SCENARIO_LINE (scenario->deliveries, OrientaDelivery, 0);
  ck_assert_uint_eq (scenario->deliveries->len, 2);
  ck_assert_int_eq (deliveries[0].date - scenario->start, 365 + 31 + 28);
  ck_assert_uint_eq (deliveries[0].unit, 0);
  ck_assert_uint_eq (deliveries[0].places, 30);
  ck_assert_uint_eq (deliveries[1].unit, 1);
  ck_assert_uint_eq (deliveries[1].places, 5);
}
END_TEST

START_TEST (test_people)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  const OrientaProfile *profile = SCENARIO_LINE (scenario->profiles, OrientaProfile, 0);
  ck_assert_str_eq (profile->id, "young");
  ck_assert_str_eq (orienta_label_get (&profile->label, ORIENTA_ENGLISH, NULL), "Youth");
  ck_assert (profile->per_year == 120 && profile->seasons[0] == 1 && profile->seasons[6] == 0.5);
  const OrientaAnswer *answers = SCENARIO_LINE (scenario->answers, OrientaAnswer, 0);
  ck_assert (!answers[0].by_structure && answers[0].accepts == 0.3 && answers[0].days == 7);
  ck_assert_str_eq (orienta_offer_reasons.words[answers[0].reason].word, "area");
  ck_assert_ptr_nonnull (answers[0].when);
  ck_assert (answers[1].by_structure && !answers[1].when && answers[1].accepts == 0.9 && answers[1].reason == -1);
  ck_assert (SCENARIO_LINE (scenario->patience, OrientaPatience, 0)->days.a == 900);
  ck_assert (SCENARIO_LINE (scenario->changes, OrientaChange, 0)->per_year == 0.1);
  ck_assert_int_eq (SCENARIO_LINE (scenario->support, OrientaSupportStay, 0)->then, ORIENTA_LEVEL_LOW);
  const OrientaCommissions *commissions = SCENARIO_LINE (scenario->commissions, OrientaCommissions, 0);
  ck_assert_int_eq (commissions->from - scenario->start, -7);
  ck_assert (commissions->every_days == 14);
  ck_assert_int_eq (commissions->mechanism, ORIENTA_MECHANISM_SEQUENTIAL);
  ck_assert (SCENARIO_LINE (scenario->targets, OrientaTarget, 0)->per_year == 408);
  ck_assert_str_eq (SCENARIO_LINE (scenario->groups, OrientaScenarioGroup, 0)->id, "ase");
}
END_TEST

/* The canonical form is one, and reads back as the same scenario. */
START_TEST (test_canonical)
{
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  g_autofree char *json = orienta_scenario_to_json (scenario);
  g_autoptr (OrientaScenario) again = orienta_scenario_parse (json, -1, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  ck_assert_str_eq (orienta_scenario_get_sha256 (scenario), checksum);
  ck_assert_str_eq (orienta_scenario_get_sha256 (again), checksum);
}
END_TEST

START_TEST (test_with_figure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  g_autoptr (OrientaScenario) fewer = orienta_scenario_with_figure (scenario, "more", 12, &error);
  g_autoptr (OrientaScenario) rare = orienta_scenario_with_figure (scenario, "refusals", 0.1 / 3, &error);
  ck_assert_int_eq (orienta_scenario_get_register (fewer)->units[2].places, 12);
  ck_assert_uint_eq (SCENARIO_LINE (fewer->deliveries, OrientaDelivery, 0)->places, 12);
  ck_assert_int_eq (orienta_scenario_get_register (scenario)->units[2].places, 30);
  ck_assert (orienta_scenario_get_figure_value (rare, 2) == 0.033333);
  ck_assert (orienta_scenario_get_figure_low (rare, 2) == 0.033333);
  ck_assert (orienta_scenario_get_figure_high (rare, 2) == 0.45);
  ck_assert_str_ne (orienta_scenario_get_sha256 (rare), orienta_scenario_get_sha256 (scenario));
}
END_TEST

static void
check_no_figure (const char *name, double value, OrientaErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  ck_assert_ptr_null (orienta_scenario_with_figure (scenario, name, value, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, (gint) code));
  ck_assert_str_eq (error->message, message);
}

START_TEST (test_with_no_figure)
{
  check_no_figure ("refusal", 0.1, ORIENTA_ERROR_NOT_FOUND,
                   "\"refusal\": no figure of that name; nearest: \"refusals\"");
  check_no_figure ("more", G_MAXDOUBLE, ORIENTA_ERROR_INVALID, "\"more\": expected a number from -1e9 to 1e9");
}
END_TEST

/* Three of the hundred places of U1 are free on the day, the two of U9 as well, in which H9 has a third; PDF has been
 * delivered. */
START_TEST (test_with_register)
{
  static const struct {
    const char *id;
    gint places, free;
  } expected[] = { { "PDF", 30, 0 }, { "U1", 100, 3 }, { "U2", 30, 0 }, { "U9", 3, 2 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  g_autoptr (OrientaRegister) today = fixture_register (
      "{'orienta': 1, 'as_of': '2028-01-15', 'households': [{'id': 'H9', 'request_date': '2027-01-01', 'adults': 2,"
      "   'occupies': 'U9'}],"
      " 'units': [{'id': 'U1', 'kind': 'plai', 'territory': 'lens', 'places': 3},"
      "           {'id': 'U9', 'kind': 'plus', 'territory': 'arras', 'places': 2}],"
      " 'services': [{'id': 'S2', 'slots': 4}]}",
      NULL);
  g_autoptr (OrientaScenario) now = orienta_scenario_with_register (scenario, today, &error);
  ck_assert_msg (now != NULL, "%s", error ? error->message : "");
  const OrientaRegister *reg = orienta_scenario_get_register (now);
  g_autofree char *start = orienta_scenario_get_start (now);
  ck_assert_str_eq (start, "2028-01-15");
  ck_assert_uint_eq (now->warm_up, 0);
  ck_assert_uint_eq (reg->n_households, 1);
  ck_assert_str_eq (reg->households[0].id, "H9");
  ck_assert_uint_eq (reg->n_services, 1);
  ck_assert_str_eq (reg->services[0].id, "S2");
  ck_assert_uint_eq (reg->n_territories, 4);
  ck_assert_uint_eq (reg->n_units, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    ck_assert_str_eq (reg->units[i].id, expected[i].id);
    ck_assert_int_eq (reg->units[i].places, expected[i].places);
    ck_assert_int_eq (now->unit_free[i], expected[i].free);
  }
  ck_assert_uint_eq (now->deliveries->len, 1);
  ck_assert_uint_eq (SCENARIO_LINE (now->deliveries, OrientaDelivery, 0)->unit, 1);
}
END_TEST

/* A register of another time: the second delivery lies beyond the end. */
START_TEST (test_with_older_register)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = scenario_new (SCENARIO_SMALL);
  g_autoptr (OrientaRegister) old =
      fixture_register ("{'orienta': 1, 'as_of': '2022-06-01', 'households': [], 'units': []}", NULL);
  ck_assert_ptr_null (orienta_scenario_with_register (scenario, old, &error));
  ck_assert_str_eq (error->message, "scenario.json:1:961: $.deliveries[1].date: \"2028-03-01\": the scenario goes from "
                                    "2022-06-01 to 2027-05-30");
}
END_TEST

/* Every shipped scenario can be read, has a title in both tongues, and knows its homes' stock. */
START_TEST (test_shipped)
{
  static const char *const names[] = { "mel", "one-queue", "pas-de-calais" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *name = g_strdup_printf ("examples/scenarios/%s.json", names[i]);
    g_autofree char *path = fixture_path (name);
    g_autoptr (OrientaScenario) scenario = orienta_scenario_load (path, &error);
    ck_assert_msg (scenario != NULL, "%s", error ? error->message : "");
    ck_assert_str_eq (orienta_scenario_get_id (scenario), names[i]);
    ck_assert_str_ne (orienta_scenario_get_title (scenario, ORIENTA_FRENCH),
                      orienta_scenario_get_title (scenario, ORIENTA_ENGLISH));
    for (guint k = 0; k < scenario->reg->n_units; k++)
      ck_assert_int_ge (scenario->unit_stock[k], 0);
  }
}
END_TEST

/* March 2020: 1 800 households on the street. */
START_TEST (test_mel_street)
{
  g_autofree char *path = fixture_path ("examples/scenarios/mel.json");
  g_autoptr (OrientaScenario) scenario = orienta_scenario_load (path, NULL);
  guint street = 0;
  ck_assert_ptr_nonnull (scenario);
  for (guint i = 0; i < scenario->reg->n_households; i++)
    street += g_str_has_prefix (scenario->reg->households[i].id, "street.w");
  ck_assert_uint_eq (street, 1800);
}
END_TEST

/* The example data under the shipped scenario: 600 households, 160 free places (the sum of a column of units.csv), and
 * nothing free elsewhere. A local column of the policy is left out. */
START_TEST (test_artois)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path ("examples/scenarios/pas-de-calais.json");
  g_autofree char *data = fixture_path ("examples/data/artois");
  g_autofree char *grid = fixture_path ("examples/policies/grille-quarante-criteres.json");
  g_autoptr (OrientaPolicy) policy = orienta_policy_load (grid, &error);
  g_autoptr (OrientaRegister) today = orienta_register_load (data, policy, &error);
  g_autoptr (OrientaScenario) scenario = orienta_scenario_load (path, &error);
  ck_assert (policy && today && scenario);
  g_autoptr (OrientaScenario) now = orienta_scenario_with_register (scenario, today, &error);
  ck_assert_msg (now != NULL, "%s", error ? error->message : "");
  gint n_free = 0;
  for (guint i = 0; i < now->reg->n_units; i++)
    n_free += now->unit_free[i];
  ck_assert_int_eq (n_free, 160);
  ck_assert_uint_eq (now->reg->n_households, 600);
  ck_assert_uint_eq (now->reg->n_units, 150 + scenario->reg->n_units);
  ck_assert_uint_gt (today->n_locals, 0);
  ck_assert_uint_eq (now->reg->n_locals, 0);
}
END_TEST

TEST_MAIN ("scenario", test_head, test_figures, test_register, test_homes, test_people, test_canonical,
           test_with_figure, test_with_no_figure, test_with_register, test_with_older_register, test_shipped,
           test_mel_street, test_artois)
