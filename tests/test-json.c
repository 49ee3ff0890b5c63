/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "test.h"

#include "io/file-private.h"
#include "io/json-private.h"

#include <string.h>

static OrientaJson *
parse_ok (const char *text)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  OrientaJson *json = orienta_json_parse (text, strlen (text), "p.json", faults);
  ck_assert_ptr_nonnull (json);
  ck_assert_uint_eq (orienta_faults_count (faults), 0);
  return json;
}

static void
check_refused_bytes (const char *text, gsize length, OrientaErrorCode code, const char *expected)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (text, length); /* without a NUL after it: reading past the end is seen */
  ck_assert_ptr_null (orienta_json_parse (exact ? exact : "", length, "p.json", faults));
  ck_assert (!orienta_faults_raise (faults, &error));
  ck_assert_str_eq (error->message, expected);
  ck_assert_int_eq (error->code, (gint) code);
}

static void
check_refused (const char *text, const char *expected)
{
  check_refused_bytes (text, strlen (text), ORIENTA_ERROR_SYNTAX, expected);
}

START_TEST (test_values)
{
  g_autoptr (OrientaJson) json =
      parse_ok ("{\"t\":true,\"f\":false,\"n\":null,\"i\":-12,\"d\":1.5,\"s\":\"é\",\"a\":[1,[]],"
                "\"o\":{\"x\":{}}}");
  JsonObject *root = json_node_get_object (orienta_json_get_root (json));
  ck_assert_str_eq (orienta_json_get_file (json), "p.json");
  ck_assert_uint_eq (json_object_get_size (root), 8);
  ck_assert (json_object_get_boolean_member (root, "t"));
  ck_assert (!json_object_get_boolean_member (root, "f"));
  ck_assert (json_object_get_null_member (root, "n"));
  ck_assert_int_eq (json_object_get_int_member (root, "i"), -12);
  ck_assert (json_object_get_double_member (root, "d") == 1.5);
  ck_assert_str_eq (json_object_get_string_member (root, "s"), "é");
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (root, "a")), 2);
  ck_assert_uint_eq (json_object_get_size (json_object_get_object_member (root, "o")), 1);
}
END_TEST

static JsonNode *
element (const OrientaJson *json, guint i)
{
  return json_array_get_element (json_node_get_array (orienta_json_get_root (json)), i);
}

START_TEST (test_numbers)
{
  g_autoptr (OrientaJson) json =
      parse_ok ("[0, -0, 9223372036854775807, -9223372036854775808, 9223372036854775808, 1e2, "
                "0.1, 1E-2, 1.7976931348623157e308, 5e-324, 1.0]");
  ck_assert (json_node_get_value_type (element (json, 0)) == G_TYPE_INT64);
  ck_assert_int_eq (json_node_get_int (element (json, 1)), 0);
  ck_assert_int_eq (json_node_get_int (element (json, 2)), G_MAXINT64);
  ck_assert_int_eq (json_node_get_int (element (json, 3)), G_MININT64);
  ck_assert (json_node_get_value_type (element (json, 4)) == G_TYPE_DOUBLE);
  ck_assert (json_node_get_double (element (json, 4)) == 9223372036854775808.0);
  ck_assert (json_node_get_double (element (json, 5)) == 100.0);
  ck_assert (json_node_get_double (element (json, 6)) == 0.1);
  ck_assert (json_node_get_double (element (json, 7)) == 0.01);
  ck_assert (json_node_get_double (element (json, 8)) == 1.7976931348623157e308);
  ck_assert (json_node_get_double (element (json, 9)) == 5e-324);
  ck_assert (json_node_get_value_type (element (json, 10)) == G_TYPE_DOUBLE);
}
END_TEST

START_TEST (test_strings)
{
  g_autoptr (OrientaJson) json =
      parse_ok ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u20AC\", \"\\ud83d\\ude00\", \"\", "
                "\"\x7f é😀\"]");
  ck_assert_str_eq (json_node_get_string (element (json, 0)), "\"\\/\b\f\n\r\t");
  ck_assert_str_eq (json_node_get_string (element (json, 1)), "é€");
  ck_assert_str_eq (json_node_get_string (element (json, 2)), "😀");
  ck_assert_str_eq (json_node_get_string (element (json, 3)), "");
  ck_assert_str_eq (json_node_get_string (element (json, 4)), "\x7f é😀");
}
END_TEST

START_TEST (test_bad_strings)
{
  check_refused ("[\"a]", "p.json:1:2: a string opens here and is never closed");
  check_refused ("[\"a\nb\"]", "p.json:1:4: a line end inside a string");
  check_refused ("[\"a\tb\"]", "p.json:1:4: a control character inside a string");
  check_refused ("[\"a\\x\"]", "p.json:1:5: one of \"\\/bfnrtu after a backslash was expected, not \"x\"");
  check_refused ("[\"\\u12g4\"]", "p.json:1:3: \\u without four hexadecimal digits");
  check_refused ("[\"\\u12", "p.json:1:3: \\u without four hexadecimal digits");
  check_refused ("[\"é\\ud800\"]", "p.json:1:4: half of a surrogate pair");
  check_refused ("[\"\\ude00\\ud83d\"]", "p.json:1:3: half of a surrogate pair");
  check_refused ("[\"\\ud83d\\u0041\"]", "p.json:1:3: half of a surrogate pair");
  check_refused ("[\"\\u0000\"]", "p.json:1:3: a NUL character");
  check_refused ("\"\\", "p.json:1:3: one of \"\\/bfnrtu after a backslash was expected, not the end of the document");
  check_refused_bytes ("[\"a\0\"]", 6, ORIENTA_ERROR_SYNTAX, "p.json:1:4: a NUL character");
  check_refused ("[\"é\xe9\"]", "p.json:1:4: byte 0xe9 is not UTF-8");
  check_refused ("\"\xc3", "p.json:1:2: byte 0xc3 is not UTF-8");
  check_refused ("\"\xc0\x80\"", "p.json:1:2: byte 0xc0 is not UTF-8");         /* overlong */
  check_refused ("\"\xed\xa0\x80\"", "p.json:1:2: byte 0xed is not UTF-8");     /* a surrogate */
  check_refused ("\"\xf4\x90\x80\x80\"", "p.json:1:2: byte 0xf4 is not UTF-8"); /* past U+10FFFF */
}
END_TEST

START_TEST (test_bad_numbers)
{
  static const char *const bad[] = { "01", "-01", "1.", "-", "1e", "1e+", "1.e2", "0x10", "1.5.2", "1_000", "1a" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf ("[%s]", bad[i]);
    g_autofree char *inside = g_strdup_printf ("p.json:1:2: a number was expected, not \"%s\"", bad[i]);
    g_autofree char *alone = g_strdup_printf ("p.json:1:1: a number was expected, not \"%s\"", bad[i]);
    check_refused (text, inside);
    check_refused (bad[i], alone);
  }
  check_refused ("[.5]", "p.json:1:2: a value was expected, not \".5\"");
  check_refused ("[+1]", "p.json:1:2: a value was expected, not \"+1\"");
  check_refused ("[NaN]", "p.json:1:2: a value was expected, not \"NaN\"");
  check_refused_bytes ("[1e309]", 7, ORIENTA_ERROR_LIMIT, "p.json:1:2: number \"1e309\" is beyond what a double holds");
  check_refused_bytes ("1e-400", 6, ORIENTA_ERROR_LIMIT, "p.json:1:1: number \"1e-400\" is beyond what a double holds");
  check_refused_bytes ("-1e999", 6, ORIENTA_ERROR_LIMIT, "p.json:1:1: number \"-1e999\" is beyond what a double holds");
}
END_TEST

START_TEST (test_bad_structure)
{
  check_refused ("", "p.json:1:1: a value was expected, not the end of the document");
  check_refused (" \n ", "p.json:2:2: a value was expected, not the end of the document");
  check_refused ("[1,]", "p.json:1:4: a value was expected, not \"]\"");
  check_refused ("[1 2]", "p.json:1:4: ',' or ']' was expected, not \"2\"");
  check_refused ("[1}", "p.json:1:3: ',' or ']' was expected, not \"}\"");
  check_refused ("[", "p.json:1:2: a value was expected, not the end of the document");
  check_refused ("{\"a\":1,}", "p.json:1:8: the name of a member in double quotes was expected, not \"}\"");
  check_refused ("{\"a\" 1}", "p.json:1:6: ':' was expected, not \"1\"");
  check_refused ("{\"a\":1;}", "p.json:1:7: ',' or '}' was expected, not \";\"");
  check_refused ("{a:1}", "p.json:1:2: the name of a member in double quotes was expected, not \"a\"");
  check_refused ("{'a':1}", "p.json:1:2: the name of a member in double quotes was expected, not \"'\"");
  check_refused ("[True]", "p.json:1:2: a value was expected, not \"True\"");
  check_refused ("[nullx]", "p.json:1:2: a value was expected, not \"nullx\"");
  check_refused ("[é]", "p.json:1:2: a value was expected, not \"é\"");
  check_refused ("[1] [2]", "p.json:1:5: the end of the document was expected, not \"[\"");
  check_refused ("\v1", "p.json:1:1: a value was expected, not \"\\x0b\"");
  check_refused_bytes ("[1]\0", 4, ORIENTA_ERROR_SYNTAX,
                       "p.json:1:4: the end of the document was expected, not \"\\x00\"");
}
END_TEST

START_TEST (test_comments)
{
  check_refused ("// a\n[1]", "p.json:1:1: a value was expected, not a comment");
  check_refused ("[1 /* a */]", "p.json:1:4: ',' or ']' was expected, not a comment");
  check_refused ("# a\n[1]", "p.json:1:1: a value was expected, not a comment");
  check_refused ("[1]/", "p.json:1:4: the end of the document was expected, not \"/\"");
}
END_TEST

START_TEST (test_members_twice)
{
  check_refused ("{\"a\":1,\n \"é\":2, \"a\":3}", "p.json:2:9: member \"a\" is given twice");
  check_refused ("{\"a\":1,\"\\u0061\":1}", "p.json:1:8: member \"a\" is given twice");
  check_refused ("[{\"\":0,\"\":0}]", "p.json:1:8: member \"\" is given twice");
  g_autoptr (OrientaJson) json = parse_ok ("[{\"a\":1},{\"a\":1,\"A\":{\"a\":2}}]");
  ck_assert_ptr_nonnull (json);
}
END_TEST

/* 64 levels of arrays and objects by turns. */
static char *
nested (guint levels)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < levels; i++)
    g_string_append (text, i % 2 ? "{\"a\":" : "[");
  g_string_append_c (text, '1');
  for (guint i = levels; i-- > 0;)
    g_string_append_c (text, i % 2 ? '}' : ']');
  return g_string_free (text, FALSE);
}

START_TEST (test_depth)
{
  g_autofree char *most = nested (64), *more = nested (65), *open = g_strnfill (1000000, '[');
  g_autoptr (OrientaJson) json = parse_ok (most);
  ck_assert_ptr_nonnull (json);
  /* 32 times "[" and 32 times "{"a":" are 192 characters */
  check_refused_bytes (more, strlen (more), ORIENTA_ERROR_LIMIT, "p.json:1:193: more than 64 levels");
  check_refused_bytes (open, strlen (open), ORIENTA_ERROR_LIMIT, "p.json:1:65: more than 64 levels");
}
END_TEST

START_TEST (test_wide)
{
  g_autoptr (GString) text = g_string_new ("[[]");
  for (guint i = 1; i < 1000; i++)
    g_string_append (text, ",{},[]"); /* what is closed is no level */
  g_string_append_c (text, ']');
  g_autoptr (OrientaJson) json = parse_ok (text->str);
  ck_assert_uint_eq (json_array_get_length (json_node_get_array (orienta_json_get_root (json))), 1999);
}
END_TEST

static void
check_place (const OrientaJson *json, JsonNode *node, guint line, guint column)
{
  ck_assert_uint_eq (orienta_json_get_line (json, node), line);
  ck_assert_uint_eq (orienta_json_get_column (json, node), column);
}

START_TEST (test_places)
{
  g_autoptr (OrientaJson) json = parse_ok ("\xef\xbb\xbf\n  {\"é\": [1,\r\n\t{\"b\":\t\"x\"}, null],\r \"c\": true}");
  JsonNode *root = orienta_json_get_root (json);
  JsonNode *list = json_object_get_member (json_node_get_object (root), "é");
  JsonNode *object = json_array_get_element (json_node_get_array (list), 1);
  check_place (json, root, 2, 3);
  check_place (json, list, 2, 9); /* columns are characters, not bytes */
  check_place (json, json_array_get_element (json_node_get_array (list), 0), 2, 10);
  check_place (json, object, 3, 2);
  check_place (json, json_object_get_member (json_node_get_object (object), "b"), 3, 8);
  check_place (json, json_array_get_element (json_node_get_array (list), 2), 3, 14);
  check_place (json, json_object_get_member (json_node_get_object (root), "c"), 4, 7);
  g_autoptr (JsonNode) stranger = json_node_new (JSON_NODE_NULL);
  check_place (json, stranger, 0, 0);
}
END_TEST

/* Every element of a large document has its own place. */
START_TEST (test_many_places)
{
  g_autoptr (GString) text = g_string_new ("[");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s\n%*s%u", i > 0 ? "," : "", (int) (i % 7), "", i);
  g_string_append_c (text, ']');
  g_autoptr (OrientaJson) json = parse_ok (text->str);
  for (guint i = 0; i < 5000; i++)
    check_place (json, element (json, i), i + 2, i % 7 + 1);
}
END_TEST

/* The documents that go with the library, read as json-glib's own parser reads them. */
START_TEST (test_agrees_with_json_glib)
{
  static const char *const files[] = { "examples/policies/logement-dabord.json",
                                       "examples/policies/grille-quarante-criteres.json",
                                       "docs/schema/policy.schema.json" };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (g_getenv ("ORIENTA_SOURCE"), files[i], NULL);
    g_autofree char *text = NULL;
    gsize length;
    ck_assert (orienta_file_read (path, ORIENTA_MAX_DOCUMENT, &text, &length, NULL));
    g_autoptr (OrientaJson) json = parse_ok (text);
    g_autoptr (JsonParser) parser = json_parser_new ();
    ck_assert (json_parser_load_from_data (parser, text, (gssize) length, NULL));
    ck_assert (json_node_equal (orienta_json_get_root (json), json_parser_get_root (parser)));
  }
}
END_TEST

TEST_MAIN ("json", test_values, test_numbers, test_strings, test_bad_strings, test_bad_numbers, test_bad_structure,
           test_comments, test_members_twice, test_depth, test_wide, test_places, test_many_places,
           test_agrees_with_json_glib)
