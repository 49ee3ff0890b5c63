/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

#include <stdio.h>
#include <sys/resource.h>

/* A register where everybody may live everywhere. */

#define N_HOUSEHOLDS 3000
#define N_UNITS 2500

static const char policy_text[] = "{'orienta':1,'id':'p','version':'1',"
                                  "'criteria':[{'id':'one','attribute':'household.adults','per':1,'points':1,"
                                  "'source':'s'}]}";

static OrientaRegister *
dense_register (OrientaPolicy *policy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaBuilder) builder = orienta_builder_new ("2026-01-01", policy, &error);
  for (guint i = 0; i < N_HOUSEHOLDS; i++) {
    g_autofree char *id = g_strdup_printf ("h%u", i);
    orienta_builder_begin (builder, ORIENTA_TABLE_HOUSEHOLDS);
    orienta_builder_set (builder, "id", id);
    orienta_builder_set (builder, "request_date", "2025-01-01");
    orienta_builder_set (builder, "adults", "1");
  }
  for (guint i = 0; i < N_UNITS; i++) {
    g_autofree char *id = g_strdup_printf ("u%u", i);
    orienta_builder_begin (builder, ORIENTA_TABLE_UNITS);
    orienta_builder_set (builder, "id", id);
    orienta_builder_set (builder, "kind", "plai");
    orienta_builder_set (builder, "territory", "t");
  }
  OrientaRegister *reg = orienta_builder_seal (builder, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

START_TEST (test_all_of_them)
{
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = dense_register (policy);
  for (guint n_threads = 1; n_threads <= 2; n_threads++) {
    g_autoptr (OrientaPairs) pairs =
        orienta_policy_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, n_threads, NULL, NULL);
    ck_assert_uint_eq (orienta_pairs_get_n (pairs), (gsize) N_HOUSEHOLDS * N_UNITS);
    ck_assert_uint_eq (orienta_pairs_get_first (pairs, 7), 7 * N_UNITS);
    ck_assert_uint_eq (orienta_pairs_get_units (pairs)[7 * N_UNITS + 5], 5);
    ck_assert_int_eq (orienta_pairs_get_points (pairs)[7 * N_UNITS + 5], 1000);
  }
}
END_TEST

/* So many bytes more than the process has now, and no more. */
static void
limit_memory (rlim_t more)
{
  unsigned long n_pages = 0;
  FILE *file = fopen ("/proc/self/statm", "r");
  ck_assert (file != NULL && fscanf (file, "%lu", &n_pages) == 1);
  fclose (file);
  struct rlimit limit = { n_pages * 4096 + more, RLIM_INFINITY };
  ck_assert_int_eq (setrlimit (RLIMIT_AS, &limit), 0);
}

static void
assert_limit (GError *error, const char *what)
{
  ck_assert (g_error_matches (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT));
  ck_assert_msg (strstr (error->message, what) && strstr (error->message, "there is no memory for them"), "%s",
                 error->message);
}

/* 7.5 million pairs take 98 MB, and 480 until they are matched. */
START_TEST (test_no_memory)
{
#ifdef __SANITIZE_ADDRESS__
  return;
#endif
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return; /* the limit would be that of all tests */
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaRegister) reg = dense_register (policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  g_autoptr (GError) few = NULL, little = NULL;
  orienta_match_options_set_n_threads (options, 1);
  limit_memory (60 << 20);
  ck_assert_ptr_null (orienta_policy_pairs (policy, reg, ORIENTA_EVIDENCE_DECLARED, 1, NULL, &few));
  assert_limit (few, "pairs that the rules leave open");
  limit_memory (300 << 20);
  ck_assert_ptr_null (orienta_match (policy, reg, options, NULL, &little));
  assert_limit (little, "\"7500000\" pairs to choose among");
  limit_memory (2000u << 20);
  g_autoptr (OrientaMatching) matching = orienta_match (policy, reg, options, NULL, NULL);
  ck_assert_uint_eq (orienta_matching_get_n_pairs (matching), N_UNITS);
}
END_TEST

TEST_MAIN ("pairs", test_all_of_them, test_no_memory)
