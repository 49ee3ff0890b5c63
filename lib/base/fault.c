/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/fault-private.h"

struct OrientaFaults {
  GString *text;
  guint n;
  OrientaErrorCode code; /* of the first fault */
};

OrientaFaults *
orienta_faults_new (void)
{
  OrientaFaults *self = g_new0 (OrientaFaults, 1);
  self->text = g_string_new (NULL);
  return self;
}

void
orienta_faults_free (OrientaFaults *self)
{
  if (!self)
    return;
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Notes one fault at its place; a line or column of 0 is left out. Past the limit faults are only counted. */
void
orienta_faults_add (OrientaFaults *self, OrientaErrorCode code, const char *file, guint line, guint column,
                    const char *format, ...)
{
  if (self->n++ == 0)
    self->code = code;
  if (self->n > ORIENTA_MAX_FAULTS)
    return;
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  if (file)
    g_string_append (self->text, file);
  if (file && line > 0)
    g_string_append_printf (self->text, ":%u", line);
  if (file && line > 0 && column > 0)
    g_string_append_printf (self->text, ":%u", column);
  if (file)
    g_string_append (self->text, ": ");
  va_list args;
  va_start (args, format);
  g_string_append_vprintf (self->text, format, args);
  va_end (args);
}

/* Notes the faults of another load behind those of this one. */
void
orienta_faults_append (OrientaFaults *self, const OrientaFaults *other)
{
  if (other->n == 0)
    return;
  if (self->n == 0)
    self->code = other->code;
  if (self->n < ORIENTA_MAX_FAULTS) {
    if (self->n > 0)
      g_string_append_c (self->text, '\n');
    g_string_append (self->text, other->text->str);
  }
  self->n += other->n;
}

guint
orienta_faults_count (const OrientaFaults *self)
{
  return self->n;
}

/* Turns the faults into one error, a line each. Returns TRUE when there was none. */
gboolean
orienta_faults_raise (const OrientaFaults *self, GError **error)
{
  if (self->n == 0)
    return TRUE;
  if (self->n > ORIENTA_MAX_FAULTS)
    g_set_error (error, ORIENTA_ERROR, (gint) self->code, "%s\n… and %u more", self->text->str,
                 self->n - ORIENTA_MAX_FAULTS);
  else
    g_set_error_literal (error, ORIENTA_ERROR, (gint) self->code, self->text->str);
  return FALSE;
}
