/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint: what looks wrong in a policy and may yet be meant. Never an error: a warning has a code, the place it speaks of
 * and a sentence in both languages. */
#include <orienta/orienta.h>

#include "base/text-private.h"
#include "policy/lint-private.h"

typedef struct {
  OrientaReasonCode code;
  char *path;
  char **pairs[2]; /* name, value, …, NULL; by OrientaLanguage */
} OrientaWarning;

struct OrientaLint {
  gatomicrefcount references;
  GArray *warnings; /* OrientaWarning */
};

static void
warning_clear (gpointer data)
{
  OrientaWarning *self = data;
  g_free (self->path);
  g_strfreev (self->pairs[ORIENTA_FRENCH]);
  g_strfreev (self->pairs[ORIENTA_ENGLISH]);
}

OrientaLint *
orienta_lint_new (void)
{
  OrientaLint *self = g_new0 (OrientaLint, 1);
  g_atomic_ref_count_init (&self->references);
  self->warnings = g_array_new (FALSE, TRUE, sizeof (OrientaWarning));
  g_array_set_clear_func (self->warnings, warning_clear);
  return self;
}

/* Adds one warning about the place `path` ("$.criteria[3]"); then what fills the sentence's names, each in French and
 * in English. All is copied. */
void
orienta_lint_add (OrientaLint *self, OrientaReasonCode code, const char *path, ...)
{
  g_autoptr (GStrvBuilder) french = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) english = g_strv_builder_new ();
  va_list args;
  va_start (args, path);
  for (const char *name = va_arg (args, const char *); name; name = va_arg (args, const char *)) {
    g_strv_builder_add (french, name);
    g_strv_builder_add (french, va_arg (args, const char *));
    g_strv_builder_add (english, name);
    g_strv_builder_add (english, va_arg (args, const char *));
  }
  va_end (args);
  OrientaWarning warning = { .code = code, .path = g_strdup (path) };
  warning.pairs[ORIENTA_FRENCH] = g_strv_builder_end (french);
  warning.pairs[ORIENTA_ENGLISH] = g_strv_builder_end (english);
  g_array_append_val (self->warnings, warning);
}

/* What the document alone shows, in a fixed order; what only a register shows is added in score/. */
void
orienta_lint_static (OrientaLint *self, const OrientaPolicy *policy, OrientaDate as_of)
{
  orienta_lint_effects (self, policy, as_of);
  orienta_lint_bands (self, policy);
  orienta_lint_entries (self, policy, as_of);
}

/* One more owner. Returns its argument. */
OrientaLint *
orienta_lint_ref (OrientaLint *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/* One owner less; NULL is nothing. */
void
orienta_lint_unref (OrientaLint *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->warnings);
  g_free (self);
}

/* The number of warnings. */
guint
orienta_lint_get_n (const OrientaLint *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->warnings->len;
}

static const OrientaWarning *
warning_at (const OrientaLint *self, guint warning)
{
  g_return_val_if_fail (self != NULL && warning < self->warnings->len, NULL);
  return &g_array_index (self->warnings, OrientaWarning, warning);
}

/* What it warns of: one of ORIENTA_REASON_LINT_*. */
OrientaReasonCode
orienta_lint_get_code (const OrientaLint *self, guint warning)
{
  const OrientaWarning *row = warning_at (self, warning);
  return row ? row->code : ORIENTA_REASON_NONE;
}

/* The place in the document, "$.criteria[3]". Borrowed. */
const char *
orienta_lint_get_path (const OrientaLint *self, guint warning)
{
  const OrientaWarning *row = warning_at (self, warning);
  return row ? row->path : NULL;
}

/* The sentence. Free with g_free(). */
char *
orienta_lint_format (const OrientaLint *self, guint warning, OrientaLanguage language)
{
  const OrientaWarning *row = warning_at (self, warning);
  g_return_val_if_fail (row != NULL && language <= ORIENTA_ENGLISH, NULL);
  return orienta_text_fill (orienta_reason_get_sentence (row->code, language),
                            (const char *const *) row->pairs[language]);
}
