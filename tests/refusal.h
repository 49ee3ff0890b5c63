/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include <string.h>

/* A part of a policy that is refused, and the whole message. */
typedef struct {
  const char *part;
  const char *message;
} Refusal;

/* Puts `part` in place of the @ of `frame`, where it begins a line, so that its columns can be counted by eye. */
static inline char *
refusal_document (const char *frame, const char *part)
{
  const char *at = strchr (frame, '@');
  g_autofree char *text = g_strdup_printf ("%.*s%s%s", (int) (at - frame), frame, part, at + 1);
  return fixture_text (text);
}

static inline void
refusal_check (const char *frame, const Refusal *row, OrientaErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = refusal_document (frame, row->part);
  g_autoptr (OrientaPolicy) policy = orienta_policy_parse (json, -1, &error);
  ck_assert_msg (policy == NULL, "%s", row->part);
  ck_assert_str_eq (error->message, row->message);
  ck_assert_msg (g_error_matches (error, ORIENTA_ERROR, (gint) code), "%s", row->part);
}

static inline void
acceptance_check (const char *frame, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = refusal_document (frame, part);
  g_autoptr (OrientaPolicy) policy = orienta_policy_parse (json, -1, &error);
  ck_assert_msg (policy != NULL, "%s: %s", part, error ? error->message : "");
}
