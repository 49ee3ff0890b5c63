/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "story.h"

#include "io/json-private.h"

static OrientaSimulation *
told (OrientaScenario *scenario, guint first, guint n)
{
  OrientaSimulation *self = orienta_simulation_new (scenario, 42, "as asked");
  for (guint i = first; i < first + n; i++) {
    g_autoptr (OrientaEvents) events = story_told (scenario, i);
    g_array_set_size (events->events, events->events->len - i); /* the later the replication, the less happens */
    orienta_measures_add (self, events);
  }
  return self;
}

START_TEST (test_columns)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) self = told (scenario, 0, 3);
  gsize n = orienta_simulation_get_n (self);
  ck_assert_uint_eq (orienta_simulation_get_n_replications (self), 3);
  ck_assert_uint_gt (n, 100);
  for (gsize i = 1; i < n; i++)
    ck_assert_int_ge (orienta_simulation_get_replications (self)[i], orienta_simulation_get_replications (self)[i - 1]);
  ck_assert_int_eq (orienta_simulation_get_replications (self)[n - 1], 2);
  story_assert (story_value (self, 0, -1, -1, -1, "arrived"), 3, "arrived");
  story_assert (story_value (self, 1, -1, -1, -1, "arrived"), 2, "arrived");
  ck_assert_ptr_null (orienta_simulation_get_events (self, 0));
  ck_assert_uint_eq (orienta_simulation_get_n_groups (self), 2);
  ck_assert_str_eq (orienta_simulation_get_group_id (self, 1), "g1");
  ck_assert_str_eq (orienta_simulation_get_group_label (self, 0, ORIENTA_FRENCH), "G0");
  orienta_simulation_unref (orienta_simulation_ref (self));
  orienta_simulation_unref (NULL);
}
END_TEST

/* Refused before any of the columns, which are not there, is read. */
START_TEST (test_sizes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  ck_assert_ptr_null (
      orienta_simulation_restore (scenario, 0, "", 1, NULL, G_MAXSIZE, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  ck_assert_str_eq (error->message, "more than 1000000 replications or 100000000 values in all, expected fewer");
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_ptr_null (
      orienta_simulation_restore (scenario, 0, "", G_MAXUINT, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL));
}
END_TEST

/* In any order of the parts, to the byte. */
START_TEST (test_join)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) whole = told (scenario, 0, 5), a = told (scenario, 0, 2), b = told (scenario, 2, 2);
  g_autoptr (OrientaSimulation) c = told (scenario, 4, 1);
  OrientaSimulation *const parts[] = { c, a, b };
  g_autoptr (OrientaSimulation) joined = orienta_simulation_join (3, parts, &error);
  ck_assert_msg (joined != NULL, "%s", error ? error->message : "");
  g_autofree char *expected = orienta_simulation_to_json (whole), *text = orienta_simulation_to_json (joined);
  ck_assert_str_eq (text, expected);
}
END_TEST

static void
assert_no_join (OrientaSimulation *a, OrientaSimulation *b, const char *message)
{
  g_autoptr (GError) error = NULL;
  OrientaSimulation *const parts[] = { a, b };
  ck_assert_ptr_null (orienta_simulation_join (2, parts, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  ck_assert_msg (g_str_has_prefix (error->message, message), "%s", error->message);
}

START_TEST (test_no_join)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0), later = story_scenario (1);
  g_autoptr (OrientaSimulation) a = told (scenario, 0, 2), b = told (scenario, 1, 2), c = told (later, 2, 1);
  g_autoptr (OrientaSimulation) d = orienta_simulation_new (scenario, 43, "as asked");
  g_autoptr (OrientaSimulation) e = orienta_simulation_new (scenario, 42, "otherwise");
  assert_no_join (a, b, "part of a simulation: replication 1 twice or out of order");
  assert_no_join (a, c, "part of a simulation: another scenario, expected \"story\" of SHA-256");
  assert_no_join (a, d, "part of a simulation: seed ");
  assert_no_join (a, e, "part of a simulation: other policies or options");
}
END_TEST

/* Canonical, and as long in every column. */
START_TEST (test_json)
{
  static const char *const columns[] = { "replications", "periods", "territories", "groups", "measure", "values" };
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) self = told (scenario, 0, 2);
  g_autofree char *text = orienta_simulation_to_json (self);
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) json = orienta_json_parse (text, strlen (text), "simulation", faults);
  ck_assert_ptr_nonnull (json);
  g_autofree char *canonical = orienta_json_canonical (orienta_json_get_root (json));
  ck_assert_str_eq (text, canonical);
  JsonObject *object = json_node_get_object (orienta_json_get_root (json));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (object, columns[i])),
                       orienta_simulation_get_n (self));
  ck_assert_str_eq (json_array_get_string_element (json_object_get_array_member (object, "territory_ids"), 2), "V");
  ck_assert_str_eq (json_array_get_string_element (json_object_get_array_member (object, "group_ids"), 1), "g1");
  ck_assert_str_eq (json_object_get_string_member (object, "seed"), "42");
}
END_TEST

static OrientaSimulation *
restored (const OrientaSimulation *self, const gint32 *territories, GError **error)
{
  return orienta_simulation_restore (
      orienta_simulation_get_scenario (self), orienta_simulation_get_seed (self),
      orienta_simulation_get_question (self), orienta_simulation_get_n_replications (self),
      orienta_simulation_get_numbers (self), orienta_simulation_get_n (self),
      orienta_simulation_get_replications (self), orienta_simulation_get_periods (self),
      territories ? territories : orienta_simulation_get_territories (self), orienta_simulation_get_groups (self),
      orienta_simulation_get_measures (self), orienta_simulation_get_values (self), error);
}

/* Joins and sums as the one that it was made of. */
START_TEST (test_restore)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) whole = told (scenario, 0, 3), a = told (scenario, 0, 2), b = told (scenario, 2, 1);
  g_autoptr (OrientaSimulation) again = restored (a, NULL, &error);
  ck_assert_msg (again != NULL, "%s", error ? error->message : "");
  ck_assert_ptr_null (orienta_simulation_get_events (again, 1));
  OrientaSimulation *const parts[] = { b, again };
  g_autoptr (OrientaSimulation) joined = orienta_simulation_join (2, parts, &error);
  g_autofree char *text = orienta_simulation_to_json (joined), *expected = orienta_simulation_to_json (whole);
  ck_assert_str_eq (text, expected);
}
END_TEST

START_TEST (test_no_restore)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaSimulation) self = told (scenario, 0, 2);
  g_autofree gint32 *territories = g_new0 (gint32, orienta_simulation_get_n (self));
  territories[5] = 3;
  ck_assert_ptr_null (restored (self, territories, &error));
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_INVALID));
  ck_assert_str_eq (error->message, "simulation: territory 3 in line 5, expected -1 to 2");
}
END_TEST

/* Of a story, its people and its reasons by name. */
START_TEST (test_events)
{
  g_autoptr (OrientaScenario) scenario = story_scenario (0);
  g_autoptr (OrientaEvents) events = story_told (scenario, 0);
  ck_assert_ptr_eq (orienta_events_get_scenario (events), scenario);
  ck_assert_uint_eq (orienta_events_get_n_households (events), 4);
  ck_assert_str_eq (orienta_events_get_household_id (events, 0), "h0");
  ck_assert_ptr_null (orienta_events_get_reason (events, 0));
}
END_TEST

TEST_MAIN ("simulation", test_restore, test_no_restore, test_events, test_columns, test_sizes, test_join, test_no_join,
           test_json)
