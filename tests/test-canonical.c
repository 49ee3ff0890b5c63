/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "io/json-private.h"

#include <string.h>

static char *
canonical (const char *text)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) json = orienta_json_parse (text, strlen (text), NULL, faults);
  ck_assert_ptr_nonnull (json);
  return orienta_json_canonical (orienta_json_get_root (json));
}

static void
check_canonical (const char *text, const char *expected)
{
  g_autofree char *first = canonical (text);
  g_autofree char *second = canonical (first);
  ck_assert_str_eq (first, expected);
  ck_assert_str_eq (second, expected);
}

static void
check_double (double value, const char *expected)
{
  g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), value);
  g_autofree char *text = orienta_json_canonical (node);
  ck_assert_str_eq (text, expected);
}

/* RFC 8785, appendix B. */
START_TEST (test_numbers_of_the_rfc)
{
  static const struct {
    guint64 bits;
    const char *text;
  } samples[] = {
    { 0x0000000000000000, "0" },
    { 0x8000000000000000, "0" },
    { 0x0000000000000001, "5e-324" },
    { 0x8000000000000001, "-5e-324" },
    { 0x7fefffffffffffff, "1.7976931348623157e+308" },
    { 0xffefffffffffffff, "-1.7976931348623157e+308" },
    { 0x4340000000000000, "9007199254740992" },
    { 0xc340000000000000, "-9007199254740992" },
    { 0x4430000000000000, "295147905179352830000" },
    { 0x44b52d02c7e14af5, "9.999999999999997e+22" },
    { 0x44b52d02c7e14af6, "1e+23" },
    { 0x44b52d02c7e14af7, "1.0000000000000001e+23" },
    { 0x444b1ae4d6e2ef4e, "999999999999999700000" },
    { 0x444b1ae4d6e2ef4f, "999999999999999900000" },
    { 0x444b1ae4d6e2ef50, "1e+21" },
    { 0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7" },
    { 0x3eb0c6f7a0b5ed8d, "0.000001" },
    { 0x41b3de4355555553, "333333333.3333332" },
    { 0x41b3de4355555554, "333333333.33333325" },
    { 0x41b3de4355555555, "333333333.3333333" },
    { 0x41b3de4355555556, "333333333.3333334" },
    { 0x41b3de4355555557, "333333333.33333343" },
    { 0xbecbf647612f3696, "-0.0000033333333333333333" },
    { 0x43143ff3c1cb0959, "1424953923781206.2" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    double value;
    memcpy (&value, &samples[i].bits, sizeof value);
    check_double (value, samples[i].text);
  }
}
END_TEST

/* Powers of two whose shortest text is not the nearest of as many digits; expected texts are Python's repr(). */
START_TEST (test_powers_of_two)
{
  check_double (0x1p-24, "5.960464477539063e-8");
  check_double (0x1p-44, "5.684341886080802e-14");
  check_double (0x1p89, "6.189700196426902e+26");
  check_double (0x1p-1017, "7.120236347223045e-307");
  check_double (0x1p976, "6.386688990511104e+293");
}
END_TEST

START_TEST (test_numbers)
{
  check_canonical ("[1.0, 10, 100e-2, 1e2, -0, -0.0, 12.50, 0.1, 1e21, 1e20, 123e-9, -1.5e-7]",
                   "[1,10,1,100,0,0,12.5,0.1,1e+21,100000000000000000000,1.23e-7,-1.5e-7]");
  check_canonical ("[9007199254740993, 9223372036854775807]", "[9007199254740992,9223372036854776000]");
}
END_TEST

/* RFC 8785, 3.2.2 and 3.2.3. */
START_TEST (test_document_of_the_rfc)
{
  check_canonical ("{\n  \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
                   "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                   "  \"literals\": [null, true, false]\n}",
                   "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                   "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}
END_TEST

START_TEST (test_order_of_the_rfc)
{
  check_canonical (
      "{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\","
      "\"1\": \"One\", \"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\","
      "\"\\u00f6\": \"Latin Small Letter O With Diaeresis\"}",
      "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
      "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\","
      "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}
END_TEST

START_TEST (test_order)
{
  check_canonical ("{\"b\":1,\"aa\":2,\"a\":3,\"\":4,\"B\":5,\"ab\":6}",
                   "{\"\":4,\"B\":5,\"a\":3,\"aa\":2,\"ab\":6,\"b\":1}");
  check_canonical ("{\"a\\uffff\":1,\"a\\ud800\\udc00\":2,\"a\\ud7ff\":3,\"a\\ue000\":4}",
                   "{\"a\ud7ff\":3,\"a\U00010000\":2,\"a\ue000\":4,\"a\uffff\":1}");
  check_canonical ("[{\"b\":{\"d\":0,\"c\":0}}, {}, [], [[]]]", "[{\"b\":{\"c\":0,\"d\":0}},{},[],[[]]]");
}
END_TEST

START_TEST (test_quote)
{
  g_autoptr (GString) out = g_string_new ("=");
  orienta_json_quote (out, "\x01\b\t\n\v\f\r\x1f \"\\/\x7fé\u2028");
  ck_assert_str_eq (out->str, "=\"\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\x7fé\u2028\"");
}
END_TEST

TEST_MAIN ("canonical", test_numbers_of_the_rfc, test_powers_of_two, test_numbers, test_document_of_the_rfc,
           test_order_of_the_rfc, test_order, test_quote)
