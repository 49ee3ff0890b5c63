/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fixture.h"

/* RFC 4231, test case 2. */
START_TEST (published_vectors)
{
  g_autofree char *jefe = orienta_lottery_draw ("Jefe", "what do ya want for nothing?");
  ck_assert_str_eq (jefe, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}
END_TEST

/* printf '%s' H0042 | openssl dgst -sha256 -hmac 2026-W47 */
START_TEST (shell_one_liner)
{
  g_autofree char *draw = orienta_lottery_draw ("2026-W47", "H0042");
  ck_assert_str_eq (draw, "16e00d04f9741078894c3df01a8588972070569a8707c507084675edd9c64b11");
}
END_TEST

TEST_MAIN ("lottery", published_vectors, shell_one_liner)
