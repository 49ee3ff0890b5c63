/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <check.h>
#include <orienta/orienta.h>

#include <locale.h>
#include <stdlib.h>

/* One file, one suite: TEST_MAIN ("noun", test_a, test_b). */
#define TEST_MAIN(name, ...)                                                                                           \
  int main (void)                                                                                                      \
  {                                                                                                                    \
    setlocale (LC_ALL, "");                                                                                            \
    const TTest *const tests[] = { __VA_ARGS__ };                                                                      \
    Suite *suite = suite_create (name);                                                                                \
    TCase *tcase = tcase_create (name);                                                                                \
    for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)                                                                   \
      tcase_add_test (tcase, tests[i]);                                                                                \
    tcase_set_timeout (tcase, 600);                                                                                    \
    suite_add_tcase (suite, tcase);                                                                                    \
    SRunner *runner = srunner_create (suite);                                                                          \
    srunner_run_all (runner, CK_ENV);                                                                                  \
    int failed = srunner_ntests_failed (runner);                                                                       \
    srunner_free (runner);                                                                                             \
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;                                                                  \
  }
