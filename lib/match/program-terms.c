/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <orienta/orienta.h>

#include "match/program-private.h"

#define NUMBER "\"%" G_GINT64_FORMAT "\""

/* The greatest common divisor of the coefficients; 1 where all are 0. */
gint64
orienta_terms_unit (const OrientaTerms *self)
{
  guint64 unit = 0;
  for (gsize i = 0; i < self->n && unit != 1; i++) {
    gint64 coefficient = self->coefficients[i];
    guint64 value = coefficient < 0 ? -(guint64) coefficient : (guint64) coefficient;
    while (value != 0) {
      guint64 rest = unit % value;
      unit = value;
      value = rest;
    }
  }
  return unit == 0 || unit > G_MAXINT64 ? 1 : (gint64) unit;
}

/* What the chosen add up to. Only after orienta_program_check(). */
gint64
orienta_terms_activity (const OrientaTerms *self, const guint8 *chosen)
{
  gint64 sum = 0;
  for (gsize i = 0; i < self->n; i++)
    if (chosen[self->variables ? self->variables[i] : i])
      sum += self->coefficients[i];
  return sum;
}

/* No choice adds up to less, as above. */
gint64
orienta_terms_least (const OrientaTerms *self)
{
  gint64 sum = 0;
  for (gsize i = 0; i < self->n; i++)
    sum += MIN (self->coefficients[i], 0);
  return sum;
}

/* No choice adds up to more, as above. */
gint64
orienta_terms_most (const OrientaTerms *self)
{
  gint64 sum = 0;
  for (gsize i = 0; i < self->n; i++)
    sum += MAX (self->coefficients[i], 0);
  return sum;
}

/* What the sizes of all coefficients add up to. */
static __int128
size_of (const OrientaTerms *self)
{
  __int128 sum = 0;
  for (gsize i = 0; i < self->n; i++)
    sum += self->coefficients[i] < 0 ? -(__int128) self->coefficients[i] : self->coefficients[i];
  return sum;
}

/* What a row is called in a message. */
static char *
call_row (const OrientaProgram *self, guint row)
{
  if (row >= self->limits->len)
    return g_strdup_printf ("level %u: values", row - self->limits->len);
  const char *name = orienta_program_get_limit_name (self, row);
  return name ? g_strdup_printf ("limit \"%s\": coefficients", name) : g_strdup_printf ("limit %u: coefficients", row);
}

/* Whether every sum fits 64 bits, and doubles in its units, of no more terms than are kept. */
gboolean
orienta_program_check (const OrientaProgram *self, GError **error)
{
  if (self->n_terms > ORIENTA_MAX_TERMS) {
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "\"%" G_GUINT64_FORMAT "\" terms of all limits, expected at most %d", self->n_terms,
                 ORIENTA_MAX_TERMS);
    return FALSE;
  }
  for (guint row = 0; row < orienta_program_get_n_rows (self); row++) {
    OrientaTerms terms = orienta_program_get_terms (self, row);
    __int128 size = size_of (&terms);
    gint64 unit = orienta_terms_unit (&terms);
    if (size <= G_MAXINT64 && size / unit < ORIENTA_EXACT)
      continue;
    g_autofree char *called = call_row (self, row);
    g_set_error (error, ORIENTA_ERROR, ORIENTA_ERROR_LIMIT,
                 "%s that add up to " NUMBER "%s, expected less than %" G_GINT64_FORMAT
                 " times their greatest common divisor, and at most %" G_GINT64_FORMAT,
                 called, (gint64) MIN (size, G_MAXINT64), size > G_MAXINT64 ? " or more" : "", ORIENTA_EXACT,
                 G_MAXINT64);
    return FALSE;
  }
  return TRUE;
}
