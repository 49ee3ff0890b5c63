/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <orienta/orienta.h>

#include <string.h>

/* A question of a case, and what it is put to. */
typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaScenario *scenario; /* NULL where the case has none */
  JsonObject *asked;
} Question;

/* -- members of a question -- */

static const char *
text_of (const Question *self, const char *name)
{
  return json_object_get_string_member_with_default (self->asked, name, NULL);
}

static inline gint64
number_of (const Question *self, const char *name, gint64 otherwise)
{
  return json_object_get_int_member_with_default (self->asked, name, otherwise);
}

/* The place of a member's word in a list; 0 when nothing is said. */
static inline gint
choice_of (const Question *self, const char *name, const char *const *words)
{
  const char *text = text_of (self, name);
  for (gint i = 0; text && words[i]; i++)
    if (strcmp (text, words[i]) == 0)
      return i;
  g_assert (text == NULL);
  return 0;
}

static inline OrientaLanguage
language_of (const Question *self)
{
  static const char *const words[] = { "fr", "en", NULL };
  return (OrientaLanguage) choice_of (self, "language", words);
}

static inline OrientaAudience
audience_of (const Question *self)
{
  static const char *const words[] = { "person", "third_party", NULL };
  return (OrientaAudience) choice_of (self, "audience", words);
}

/* Declared where nothing is said. */
static inline OrientaEvidence
level_of (const Question *self)
{
  static const char *const words[] = { "declared", "verified", "needs_validation", NULL };
  static const OrientaEvidence levels[] = { ORIENTA_EVIDENCE_DECLARED, ORIENTA_EVIDENCE_VERIFIED,
                                            ORIENTA_EVIDENCE_NEEDS_VALIDATION };
  return levels[choice_of (self, "level", words)];
}
