/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Each folder of tests/invalid holds data or a policy that must be refused, and in expected.txt the whole message. */
#include "folder.h"

#include <string.h>

typedef enum { NOTHING, FOLDER, DOCUMENT, POLICY } Kind;

static Kind
kind_of (const char *folder)
{
  static const struct {
    const char *file;
    Kind kind;
  } signs[] = {
    { "policy.json", POLICY }, { "register.json", DOCUMENT }, { "households.csv", FOLDER }, { "units.csv", FOLDER }
  };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autofree char *path = g_build_filename (folder, signs[i].file, NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return signs[i].kind;
  }
  return NOTHING;
}

/* The message of the refusal, NULL where nothing was refused. */
static char *
message_of (const char *folder, Kind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = NULL;
  g_autoptr (OrientaRegister) reg = NULL;
  g_autofree char *path = kind == FOLDER
                              ? g_strdup (folder)
                              : g_build_filename (folder, kind == POLICY ? "policy.json" : "register.json", NULL);
  if (kind == POLICY)
    policy = orienta_policy_load (path, &error);
  else
    reg = orienta_register_read_with (path, NULL, 0, NULL, NULL, &error);
  ck_assert_msg ((policy || reg) == !error, "%s", folder);
  return error ? g_strdup (error->message) : NULL;
}

/* How many folders said something else than expected, told on stderr. */
static guint
try_folder (const char *folder, const char *name, Kind kind)
{
  g_autofree char *path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *message = message_of (folder, kind);
  ck_assert_msg (g_file_get_contents (path, &expected, NULL, NULL), "%s", path);
  if (message && strcmp (g_strchomp (message), g_strchomp (expected)) == 0)
    return 0;
  g_printerr ("%s\n  expected: %s\n  message:  %s\n", name, expected, message ? message : "(none)");
  return 1;
}

START_TEST (folders)
{
  g_autofree char *root = g_build_filename (g_getenv ("ORIENTA_SOURCE"), "tests", "invalid", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  ck_assert_ptr_nonnull (dir);
  const char *name;
  guint tried = 0, wrong = 0;
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *folder = g_build_filename (root, name, NULL);
    Kind kind = kind_of (folder);
    if (kind == NOTHING)
      continue;
    wrong += try_folder (folder, name, kind);
    tried++;
  }
  ck_assert_uint_eq (wrong, 0);
  ck_assert_uint_ge (tried, 60);
}
END_TEST

static char *
refusal (const char *households, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *folder = folder_new ();
  folder_put_bytes (folder, "households.csv", households, length);
  folder_put (folder, "units.csv", "id,kind,territory\nU,plai,t\n");
  OrientaRegister *reg = orienta_register_read_with (folder, NULL, 0, NULL, NULL, &error);
  folder_free (folder);
  ck_assert_ptr_null (reg);
  return g_strdup (error->message);
}

/* Ten million characters in one cell, as plain text and between quotes that never close. */
START_TEST (endless_cell)
{
  g_autoptr (GString) text = g_string_new ("id,request_date,adults\nH,2026-01-01,");
  gsize before = text->len;
  g_string_set_size (text, before + 10000000);
  memset (text->str + before, '1', 10000000);
  g_autofree char *plain = refusal (text->str, (gssize) text->len);
  ck_assert_str_eq (plain, "households.csv:2: a cell of more than 65536 characters");
  text->str[before] = '"';
  g_autofree char *open = refusal (text->str, (gssize) text->len);
  ck_assert_str_eq (open, "households.csv:2: a cell of more than 65536 characters");
}
END_TEST

/* All faults up to a hundred, then how many more. */
START_TEST (many_faults)
{
  g_autoptr (GString) text = g_string_new ("id,request_date,adults\n");
  g_autoptr (GString) expected = g_string_new (NULL);
  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "H%u,2026-01-01,x\n", i);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (expected, "households.csv:%u: adults \"x\" is not a whole number from 0 to 30\n", i + 2);
  g_autofree char *message = refusal (text->str, -1);
  ck_assert_msg (g_str_has_prefix (message, expected->str), "%s", message);
  ck_assert (g_str_has_suffix (message, "… and 150 more"));
}
END_TEST

TEST_MAIN ("invalid", folders, endless_cell, many_faults)
