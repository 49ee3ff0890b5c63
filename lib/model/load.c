/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/builder-private.h"

#include "io/file-private.h"

#include <string.h>

static OrientaRegister *
parse (OrientaBuilder *builder, const char *text, gsize length, const char *name, OrientaProgress *progress,
       GError **error)
{
  g_autoptr (OrientaJson) json = orienta_json_parse (text, length, name, builder->faults);
  if (json && !orienta_builder_read_json (builder, json, orienta_json_get_root (json), progress, error))
    return NULL;
  builder->incomplete |= !json;
  return orienta_builder_finish (builder, progress, error);
}

static gboolean
looks_like_json (const char *path, const char *text, gsize length)
{
  return g_str_has_suffix (path, ".json") || (length > 0 && *text == '{');
}

static OrientaRegister *
read_document (OrientaBuilder *builder, const char *path, OrientaProgress *progress, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length;
  if (!orienta_file_read (path, ORIENTA_MAX_DOCUMENT, &text, &length, error))
    return NULL;
  if (looks_like_json (path, text, length))
    return parse (builder, text, length, name, progress, error);
  g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_SYNTAX, "%s: neither a folder of CSV files nor a JSON document",
               name);
  return NULL;
}

/* Reads a folder of CSV files or a JSON document (a file that ends in .json or begins with a brace). NULL with all
 * faults, one a line. */
OrientaRegister *
orienta_register_read_with (const char *path, const OrientaLocal *locals, guint n_locals, const char *as_of,
                            OrientaProgress *progress, GError **error)
{
  g_autoptr (OrientaBuilder) builder = orienta_builder_new_with (as_of, locals, n_locals, error);
  if (!builder)
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_document (builder, path, progress, error);
  if (!orienta_builder_read_folder (builder, path, progress, error))
    return NULL;
  return orienta_builder_finish (builder, progress, error);
}

/* Reads a JSON document; `length` -1: up to the NUL. Faults name it "register". */
OrientaRegister *
orienta_register_parse_with (const char *json, gssize length, const OrientaLocal *locals, guint n_locals,
                             GError **error)
{
  g_autoptr (OrientaBuilder) builder = orienta_builder_new_with (NULL, locals, n_locals, error);
  if (!builder)
    return NULL;
  return parse (builder, json, length < 0 ? strlen (json) : (gsize) length, "register", NULL, error);
}
