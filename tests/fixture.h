/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "test.h"

/* Documents written in C: ' stands for the double quote. */

static inline char *
fixture_text (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static inline OrientaPolicy *
fixture_policy (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = fixture_text (text);
  OrientaPolicy *policy = orienta_policy_parse (json, -1, &error);
  ck_assert_msg (policy != NULL, "%s", error ? error->message : "");
  return policy;
}

static inline OrientaRegister *
fixture_register (const char *text, OrientaPolicy *policy)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = fixture_text (text);
  OrientaRegister *reg = orienta_register_parse (json, -1, policy, &error);
  ck_assert_msg (reg != NULL, "%s", error ? error->message : "");
  return reg;
}

/* A file of the source tree. Free with g_free(). */
static inline char *
fixture_path (const char *path)
{
  return g_build_filename (g_getenv ("ORIENTA_SOURCE"), path, NULL);
}
